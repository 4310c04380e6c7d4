#!/usr/bin/env bash
# docx2python 3.7.1 and kreuzberg 4.10.4 (Python): a sentence that was moved in a Word file with its changes tracked (w:moveFrom,
# w:moveTo) is there twice, at its old place and at its new one. What was deleted they leave out, and what was put in they have once.
# mammoth 1.13.0 and pandoc 3.9 (pypandoc-binary 1.17) have it once, at the new place.
# Guess before: each of the four has it once, at the new place.
# Seen: '逾期不候。请提前报名。逾期不候。' by docx2python and kreuzberg, '请提前报名。逾期不候。' by the two others.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  mammoth==1.13.0 python-docx==1.2.0 pypandoc-binary==1.17 docx2python==3.7.1 kreuzberg==4.10.4 2>/dev/null
venv/bin/python - <<'PY'
import docx, docx2python, kreuzberg, mammoth, pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
CHANGE = 'w:author="甲" w:date="2024-05-01T00:00:00Z"'
def change(kind, number, text):
    words = "delText" if kind == "del" else "t"
    return f'<w:{kind} w:id="{number}" {CHANGE}><w:r><w:{words}>{text}</w:{words}></w:r></w:{kind}>'
def moved(kind, number, text):
    return (f'<w:{kind}RangeStart w:id="{number}" w:name="move1" {CHANGE}/>{change(kind, number + 1, text)}'
            f'<w:{kind}RangeEnd w:id="{number}"/>')
STAYS = "<w:r><w:t>请提前报名。</w:t></w:r>"
def read(inside):
    file = docx.Document()
    body = file.element.body
    body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>"))
    file.save("a.docx")
    return [
        docx2python.docx2python("a.docx").text.strip(),
        kreuzberg.extract_file_sync("a.docx").content.strip(),
        mammoth.extract_raw_text(open("a.docx", "rb")).value.strip(),
        pypandoc.convert_file("a.docx", "plain").strip(),
    ]
by_move = read(moved("moveFrom", 1, "逾期不候。") + STAYS + moved("moveTo", 3, "逾期不候。"))
by_hand = read(change("del", 1, "逾期不候。") + STAYS + change("ins", 2, "逾期不候。"))
print(by_move, by_hand, sep="\n")
assert by_move == ["逾期不候。请提前报名。逾期不候。"] * 2 + ["请提前报名。逾期不候。"] * 2, by_move
assert by_hand == ["请提前报名。逾期不候。"] * 4, by_hand
PY
echo 'as found'
