#!/usr/bin/env bash
# kreuzberg 4.10.4 (Python) with openpyxl 3.1.5: a cell that holds an hour, 9:30 shown as h:mm, is given as 1899-12-31 09:30:00 in the text
# that it reads out of an .xlsx: a day that is in no cell. A day alone has midnight behind it; an hour that is text stays as it is.
# Guess before: the hour comes back as 09:30:00 and the day as 2024-06-11.
# Seen: 2024-06-11 00:00:00 1899-12-31 09:30:00 9:30.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check kreuzberg==4.10.4 openpyxl==3.1.5 2>/dev/null
cat > run.py <<'PY'
import datetime

import kreuzberg
import openpyxl

book = openpyxl.Workbook()
sheet = book.active
sheet.append(["活动", "日期", "时间", "文字"])
sheet.append(["手机课", datetime.date(2024, 6, 11), datetime.time(9, 30), "9:30"])
sheet["B2"].number_format, sheet["C2"].number_format = "yyyy-mm-dd", "h:mm"
book.save("plan.xlsx")
said = kreuzberg.extract_file_sync("plan.xlsx").content
print(said)
(row,) = [line for line in said.splitlines() if "手机课" in line]
assert "2024-06-11 00:00:00 1899-12-31 09:30:00 9:30" in row, row
PY
venv/bin/python run.py
echo 'as found'
