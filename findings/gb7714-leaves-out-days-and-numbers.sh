#!/usr/bin/env bash
# gb7714 0.1.1 (Python), which sets references by GB/T 7714-2025 out of BibTeX: of a notice on the Web (@online) the day it was published and
# the day it was read are left out, which the standard has before the address; of a standard its number, and its publisher, so that one
# reads 党政机关公文格式[S]. and no more. The name of an office, in braces so that it stays whole, keeps them, and so do letters in a title,
# {AI}. The second edition is '2.' instead of 2版, and four English authors end in 等. No word of it.
# Guess before: 某省教育厅. 题名[EB/OL]. (2024-05-28)[2024-06-01]. and the whole address; 等 behind Chinese names alone.
# Seen: '[1] {某省教育厅}. 活动通知[EB/OL]. https://example.org/a.', '[2] 党政机关公文格式[S].'
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check gb7714==0.1.1 2>/dev/null
cat > run.py <<'PY'
from gb7714 import GB7714Converter
converter = GB7714Converter()
converter.load_bibtex_string("""
@online{a, title = {活动通知}, author = {{某省教育厅}}, date = {2024-05-28}, urldate = {2024-06-01}, url = {https://example.org/a}}
@standard{b, title = {党政机关公文格式}, number = {GB/T 9704-2012}, publisher = {中国标准出版社}, year = {2012}}
@book{c, title = {{AI} 与阅读}, author = {张三 and 李四}, edition = {2}, publisher = {某出版社}, address = {南昌}, year = {2024}}
@book{d, title = {Reading}, author = {Ann, A. and Ben, B. and Cid, C. and Dan, D.}, publisher = {Press}, address = {Beijing}, year = {2024}}
""")
found = [line.strip() for line in converter.format_all()]
print(*found, sep="\n")
assert found == [
    "[1] {某省教育厅}. 活动通知[EB/OL]. https://example.org/a.",
    "[2] 党政机关公文格式[S].",
    "[3] 张三, 李四. {AI} 与阅读[M]. 2. 南昌: 某出版社, 2024.",
    "[4] Ann A., Ben B., Cid C., 等. Reading[M]. Beijing: Press, 2024.",
], found
PY
venv/bin/python run.py
echo 'as found'
