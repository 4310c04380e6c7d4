#!/usr/bin/env bash
# WeasyPrint 70.0 (Python): a list that goes on with its fifth clause (<ol start="5">), or an item that says which it is (<li value="8">),
# is counted from 1 in the PDF, and Chinese numbers (simp-chinese-informal: 一、 to 十一、 and on) are Arabic ones; nothing is told. So a
# clause that others cite by its number has another one on paper. With presentational_hints=True start and value hold, and the Chinese
# numbers are still Arabic; cjk-decimal is Chinese, by digits: 一〇 for ten.
# Guess before: 5 and 8 are kept, as they say what the list says and not how it looks; 十一 for eleven.
# Seen: 1. and 2. for 5 and 6, and for 8 and 9; 11. for 十一; 一一、 with cjk-decimal.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check weasyprint==70.0 pypdfium2==5.15.2 2>/dev/null
cat > run.py <<'PY'
import pypdfium2, weasyprint
def numbers(page, **how):
    text = pypdfium2.PdfDocument(weasyprint.HTML(string=page).write_pdf(**how))[0].get_textpage().get_text_range()
    return [word for word in text.split() if word not in ("甲", "乙")]
def of(attributes="", first="", style="decimal"):
    return f'<ol {attributes} style="list-style: {style}"><li {first}>甲<li>乙</ol>'
found = [numbers(of('start="5"')), numbers(of(first='value="8"')), numbers(of('start="5"'), presentational_hints=True)]
chinese = [numbers(of('start="11"', style=style), presentational_hints=True) for style in ("simp-chinese-informal", "cjk-decimal")]
print(found, chinese)
assert found == [["1.", "2."], ["1.", "2."], ["5.", "6."]], found
assert chinese == [["11.", "12."], ["一一、", "一二、"]], chinese
PY
venv/bin/python run.py
echo 'as found'
