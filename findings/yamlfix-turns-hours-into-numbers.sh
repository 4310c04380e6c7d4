#!/usr/bin/env bash
# yamlfix 1.19.1 and PyYAML 6.0.3 (Python): the formatter takes the quotes away from "9:00", as in YAML 1.2, by which it goes, this is
# text without them, too. PyYAML, by which most programs read, goes by YAML 1.1, where 9:00 without quotes is a number to the base of
# sixty: 540. Numbers that would become others for both, as "0302", keep quotes. And a text over several lines (|) loses its empty line,
# so two paragraphs are one. It ends with 0, and a second run changes nothing more.
# Guess before: quotes, comments and numbers stay as they are; only the layout changes.
# Seen: hours: 9:00, read as 540; '一、时间\n6月11日' for '一、时间\n\n6月11日\n'.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check yamlfix==1.19.1 pyyaml==6.0.3 ruamel.yaml==0.19.1 2>/dev/null
cat > a.yml <<'YAML'
---
title: 竞答
hours: "9:00"
room: "0302"
note: |
  一、时间

  6月11日
YAML
cp a.yml b.yml
venv/bin/yamlfix b.yml >/dev/null 2>&1
cp b.yml c.yml
venv/bin/yamlfix c.yml >/dev/null 2>&1
cmp b.yml c.yml
cat b.yml
venv/bin/python - <<'PY'
import pathlib
import ruamel.yaml, yaml
def read(path):
    text = pathlib.Path(path).read_text(encoding="utf-8")
    return yaml.safe_load(text), ruamel.yaml.YAML(typ="safe", pure=True).load(text)["hours"]
before, after = read("a.yml"), read("b.yml")
print(before, after, sep="\n")
assert before == ({"title": "竞答", "hours": "9:00", "room": "0302", "note": "一、时间\n\n6月11日\n"}, "9:00"), before
assert after == ({"title": "竞答", "hours": 540, "room": "0302", "note": "一、时间\n6月11日"}, "9:00"), after
PY
echo 'as found'
