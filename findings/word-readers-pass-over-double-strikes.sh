#!/usr/bin/env bash
# mammoth 1.13.0, docx2python 3.7.1 and pandoc 3.9 (pypandoc-binary 1.17): words struck through with two lines in a Word file (双删除线,
# w:dstrike) come out as if they held good, in the very readers that mark words struck through with one. A day that was moved stands
# before the new one: 6月5日6月8日.
# Guess before: pandoc marks them as struck, mammoth has <s>, docx2python (html=True) marks them.
# Seen: 截止6月5日6月8日 by all three; with one line ~~6月5日~~, <s>6月5日</s> twice.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  mammoth==1.13.0 python-docx==1.2.0 pypandoc-binary==1.17 docx2python==3.7.1 2>/dev/null
venv/bin/python - <<'PY'
import docx, docx2python, mammoth, pypandoc
def read(struck):
    file = docx.Document()
    paragraph = file.add_paragraph("截止")
    setattr(paragraph.add_run("6月5日").font, struck, True)
    paragraph.add_run("6月8日")
    file.save("a.docx")
    return [
        mammoth.convert_to_html(open("a.docx", "rb")).value.removeprefix("<p>").removesuffix("</p>"),
        docx2python.docx2python("a.docx", html=True).text.strip(),
        pypandoc.convert_file("a.docx", "markdown").strip(),
    ]
found = read("strike"), read("double_strike")
print(*found, sep="\n")
assert found == (["截止<s>6月5日</s>6月8日", "截止<s>6月5日</s>6月8日", "截止~~6月5日~~6月8日"], ["截止6月5日6月8日"] * 3), found
PY
echo 'as found'
