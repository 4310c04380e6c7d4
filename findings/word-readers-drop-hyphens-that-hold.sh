#!/usr/bin/env bash
# docx2python 3.7.1, kreuzberg 4.10.4 (Python) and officeparser 8.1.1 (Node): a hyphen that holds its line (Ctrl+Shift+_ in Word,
# w:noBreakHyphen) is gone from what they read of a Word file. A telephone number that has one becomes 079186765083,
# and a span of days, 6月11-20日, becomes 6月1120日. python-docx 1.2.0 gives a hyphen, mammoth 1.13.0 and pandoc 3.9 (pypandoc-binary 1.17)
# the sign U+2011.
# Guess before: a hyphen by python-docx, docx2python, officeparser and kreuzberg, U+2011 by mammoth and pandoc.
# Seen: no hyphen by docx2python, officeparser and kreuzberg; the others as guessed.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  mammoth==1.13.0 python-docx==1.2.0 pypandoc-binary==1.17 docx2python==3.7.1 kreuzberg==4.10.4 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" officeparser@8.1.1 >/dev/null 2>&1
cat > run.py <<'PY'
import docx, docx2python, kreuzberg, mammoth, pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
file = docx.Document()
paragraph = file.add_paragraph()
for before, after in (("电话0791", "86765083，"), ("6月11", "20日")):
    paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}><w:t>{before}</w:t><w:noBreakHyphen/><w:t>{after}</w:t></w:r>"))
file.save("a.docx")
found = {
    "python-docx": docx.Document("a.docx").paragraphs[0].text,
    "mammoth": mammoth.extract_raw_text(open("a.docx", "rb")).value.strip(),
    "pandoc": pypandoc.convert_file("a.docx", "plain").strip(),
    "docx2python": docx2python.docx2python("a.docx").text.strip(),
    "kreuzberg": kreuzberg.extract_file_sync("a.docx").content.strip(),
}
print(found)
LOST = "电话079186765083，6月1120日"
assert found["python-docx"] == "电话0791-86765083，6月11-20日", found
assert found["mammoth"] == found["pandoc"] == "电话0791‑86765083，6月11‑20日", found
assert found["docx2python"] == found["kreuzberg"] == LOST, found
PY
cat > run.mjs <<'JS'
import assert from "node:assert";
import officeparser from "officeparser";
const read = await officeparser.parseOffice("a.docx");
const text = (await read.to("text")).value.trim();
console.log(text);
assert.equal(text, "电话079186765083，6月1120日");
JS
venv/bin/python run.py
node run.mjs
echo 'as found'
