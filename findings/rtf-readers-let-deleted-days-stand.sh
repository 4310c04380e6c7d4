#!/usr/bin/env bash
# kreuzberg 4.10.4, striprtf 0.0.35 (Python) and officeparser 8.1.1 (Node): in an RTF file a day that was deleted with changes tracked
# (\deleted) stands before the new one, as good as it: 截止6月5日6月8日. pandoc 3.9 (pypandoc-binary 1.17) strikes it through. Of .docx files
# kreuzberg leaves out what was deleted. Beside it: kreuzberg and officeparser give the hyphen and the space that hold their line (\_, \~)
# as a lower stroke and a tilde, 0791_86765083~转8001, and officeparser drops a dash between days: 6月11\endash 20日 is 6月1120日.
# Guess before: pandoc and kreuzberg leave the deleted day out, striprtf keeps it; all other words are those of the file.
# Seen: as above; '截止~~6月5日~~ 6月8日' by pandoc alone marks it.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypandoc-binary==1.17 striprtf==0.0.35 kreuzberg==4.10.4 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" officeparser@8.1.1 >/dev/null 2>&1
cat > run.mjs <<'JS'
import { parseOffice } from "officeparser";
process.stdout.write((await (await parseOffice("a.rtf")).to("text")).value);
JS
cat > run.py <<'PY'
import pathlib, subprocess
import kreuzberg, pypandoc
from striprtf.striprtf import rtf_to_text
READERS = {
    "pandoc": lambda: pypandoc.convert_file("a.rtf", "markdown", extra_args=["--wrap=none"]),
    "kreuzberg": lambda: kreuzberg.extract_file_sync("a.rtf").content,
    "striprtf": lambda: rtf_to_text(pathlib.Path("a.rtf").read_text(encoding="ascii")),
    "officeparser": lambda: subprocess.run(["node", "run.mjs"], capture_output=True, check=True).stdout.decode(),
}
def named(text):
    return "".join(each if each.isascii() else f"\\u{ord(each)} ?" for each in text)
def read(inside):
    pathlib.Path("a.rtf").write_text("{\\rtf1\\ansi\\uc1{\\*\\revtbl{Unknown;}{A;}}" + inside + "\\par}", encoding="ascii")
    return {name: reader().strip().replace(" ", "") for name, reader in READERS.items()}
deleted = read(named("截止") + "{\\deleted\\revauthdel1\\revdttmdel0 " + named("6月5日") + "}" + named("6月8日"))
held = read("0791\\_86765083\\~" + named("转") + "8001")
span = read(named("6月") + "11\\endash 20" + named("日"))
print(deleted, held, span, sep="\n")
assert deleted == {**dict.fromkeys(READERS, "截止6月5日6月8日"), "pandoc": "截止~~6月5日~~6月8日"}, deleted
held_by_sign = "0791\u201186765083\xa0转8001"
assert held == {**dict.fromkeys(READERS, "0791_86765083~转8001"), "pandoc": held_by_sign, "striprtf": held_by_sign}, held
assert span == {**dict.fromkeys(READERS, "6月11–20日"), "pandoc": "6月11--20日", "officeparser": "6月1120日"}, span
PY
venv/bin/python -W ignore run.py
echo 'as found'
