#!/usr/bin/env bash
# PyYAML 6.0.3 (Python) writes the text 079186765083, a telephone number, without quotes, and 0302, a room, in quotes. By YAML 1.1, by which
# it goes, the first is no number, as it has an 8 and so is not octal; by YAML 1.2 it is one. So of the same file, which PyYAML reads
# back right, yaml 2.9.1, js-yaml 5.5.0 (Node), ruamel.yaml 0.19.1 and py-yaml12 0.2.0 (Python) read a number without its zero. Numbers with
# neither 8 nor 9 keep theirs, so it shows in some lines of a list alone. Room 3E12 is 3000000000000 in the same way.
# Guess before: a text of digits is written in quotes by PyYAML, whatever the digits.
# Seen: 'tel: 079186765083' and "room: '0302'"; 79186765083 by the four.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyyaml==6.0.3 ruamel.yaml==0.19.1 py-yaml12==0.2.0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" yaml@2.9.1 js-yaml@5.5.0 >/dev/null 2>&1
cat > run.py <<'PY'
import pathlib
import yaml, yaml12
from ruamel.yaml import YAML
PLAN = {"gate": "3E12", "other": "075112345670", "room": "0302", "tel": "079186765083"}
text = yaml.safe_dump(PLAN)
print(text)
pathlib.Path("a.yml").write_text(text)
assert "tel: 079186765083\n" in text and "room: '0302'\n" in text and "other: '075112345670'\n" in text
assert yaml.safe_load(text) == PLAN
for read in (yaml12.parse_yaml, YAML(typ="safe", pure=True).load):
    assert read(text)["tel"] == 79186765083 and read(text)["gate"] == 3e12 and read(text)["room"] == "0302"
PY
venv/bin/python run.py
cat > run.mjs <<'JS'
import assert from "node:assert";
import fs from "node:fs";
import * as jsYaml from "js-yaml";
import { parse } from "yaml";
const text = fs.readFileSync("a.yml", "utf8");
for (const read of [parse, jsYaml.load]) {
  const { gate, room, tel } = read(text);
  console.log(gate, room, tel);
  assert.deepEqual([gate, room, tel], [3e12, "0302", 79186765083]);
}
JS
node run.mjs
echo 'as found'
