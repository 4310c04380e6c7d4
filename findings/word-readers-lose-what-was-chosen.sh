#!/usr/bin/env bash
# mammoth 1.13.0, python-docx 1.2.0, pandoc 3.9 (pypandoc-binary 1.17), kreuzberg 4.10.4 and markitdown 0.1.9 (Python): of a form in a Word
# file what was chosen from a list (旧式窗体 下拉, w:ddList) is gone: 形式：线下 is read as 形式：. docx2python 3.7.1 has it. Boxes to tick of the
# same forms are lost by four of them, so that 线上 and 线下 stand side by side as if both held; and boxes that are signs of Wingdings 2
# by python-docx and kreuzberg, while docx2python writes a tag of HTML for each.
# Guess before: the list is read as the choice by all; boxes are kept, or lost where they are signs of a font.
# Seen: '形式：' by five of six; '线上 线下' by python-docx, mammoth, pandoc and kreuzberg.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mammoth==1.13.0 python-docx==1.2.0 pypandoc-binary==1.17 docx2python==3.7.1 \
  kreuzberg==4.10.4 'markitdown[docx]==0.1.9' 2>/dev/null
cat > run.py <<'PY'
import docx, docx2python, kreuzberg, mammoth, markitdown, pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
READERS = {
    "python-docx": lambda: docx.Document("a.docx").paragraphs[0].text,
    "mammoth": lambda: mammoth.extract_raw_text(open("a.docx", "rb")).value,
    "pandoc": lambda: pypandoc.convert_file("a.docx", "plain"),
    "kreuzberg": lambda: kreuzberg.extract_file_sync("a.docx").content,
    "markitdown": lambda: markitdown.MarkItDown().convert("a.docx").text_content,
    "docx2python": lambda: docx2python.docx2python("a.docx").text,
}
def read(inside):
    file = docx.Document()
    file.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{inside}</w:p>"))
    file.save("a.docx")
    return {name: reader().strip() for name, reader in READERS.items()}
def words(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
def field(kind, inside):
    return (f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="a"/><w:enabled/><w:calcOnExit w:val="0"/>{inside}</w:ffData>'
            f'</w:fldChar></w:r><w:r><w:instrText xml:space="preserve"> {kind} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>')
def box(mark):
    return field("FORMCHECKBOX", f"<w:checkBox><w:sizeAuto/>{mark}</w:checkBox>")
def sign(code):
    return f'<w:r><w:sym w:font="Wingdings 2" w:char="{code}"/></w:r>'
ENTRIES = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="线上"/><w:listEntry w:val="线下"/></w:ddList>'
chosen = read(words("形式：") + field("FORMDROPDOWN", ENTRIES))
ticked = read(box('<w:default w:val="0"/><w:checked/>') + words("线上 ") + box('<w:default w:val="0"/>') + words("线下"))
signs = read(sign("F052") + words("线上 ") + sign("F0A3") + words("线下"))
print(chosen, ticked, signs, sep="\n")
assert chosen == {**dict.fromkeys(READERS, "形式："), "docx2python": "形式：线下"}, chosen
assert ticked == {**dict.fromkeys(READERS, "线上 线下"), "markitdown": "[x] 线上 [ ] 线下", "docx2python": "☒线上 ☐线下"}, ticked
assert signs["python-docx"] == signs["kreuzberg"] == "线上 线下", signs
assert (signs["mammoth"], signs["pandoc"], signs["markitdown"]) == ("☑线上 □线下", "☑线上 ⬜线下", "☑线上 □线下"), signs
assert signs["docx2python"].startswith("<span style=font-family:Wingdings 2>"), signs
PY
venv/bin/python -W ignore run.py
echo 'as found'
