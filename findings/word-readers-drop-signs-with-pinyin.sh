#!/usr/bin/env bash
# mammoth 1.13.0, python-docx 1.2.0 and pandoc 3.9 (pypandoc-binary 1.17): a sign that has a phonetic guide in a Word file (拼音指南,
# w:ruby) is gone from what they read, and not only its guide. Of the three mammoth alone notes it, among the messages that come with
# its text. Offices put a guide over names that are easily misread, so just these lose a sign: 铅山县 becomes 山县.
# docx2python 3.7.1 keeps both and sets the guide before its sign, within the word.
# Guess before: the sign stays and its guide is lost; docx2python has both.
# Seen: '在山县举办' three times, and '在yán铅山县举办'.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check \
  mammoth==1.13.0 python-docx==1.2.0 pypandoc-binary==1.17 docx2python==3.7.1 2>/dev/null
cd "$work"
venv/bin/python - <<'PY'
import docx, docx2python, mammoth, pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
file = docx.Document()
paragraph = file.add_paragraph("在")
paragraph._p.append(parse_xml(
    f'<w:r {nsdecls("w")}><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/><w:hpsRaise w:val="18"/>'
    '<w:hpsBaseText w:val="21"/><w:lid w:val="zh-CN"/></w:rubyPr><w:rt><w:r><w:t>yán</w:t></w:r></w:rt>'
    '<w:rubyBase><w:r><w:t>铅</w:t></w:r></w:rubyBase></w:ruby></w:r>'
))
paragraph.add_run("山县举办")
file.save("a.docx")
with open("a.docx", "rb") as opened:
    by_mammoth = mammoth.extract_raw_text(opened)
with docx2python.docx2python("a.docx") as opened:
    by_docx2python = opened.text.strip()
found = {
    "mammoth": by_mammoth.value.strip(),
    "python-docx": docx.Document("a.docx").paragraphs[0].text,
    f"pandoc {pypandoc.get_pandoc_version()}": pypandoc.convert_file("a.docx", "plain").strip(),
    "docx2python": by_docx2python,
}
print(found, [each.message for each in by_mammoth.messages])
assert found == {"mammoth": "在山县举办", "python-docx": "在山县举办", "pandoc 3.9": "在山县举办", "docx2python": "在yán铅山县举办"}, found
assert [each.message for each in by_mammoth.messages] == ["An unrecognised element was ignored: w:ruby"], by_mammoth.messages
PY
echo 'as found'
