#!/usr/bin/env bash
# excelize 0.1.0 (Python build of the Go library): a number in a format that a Chinese Excel or WPS wrote is gone from what get_rows
# gives. There the format General is called G/通用格式, also in the file; so 12 people, shown as 12人 by G/通用格式"人", become '/通用格式人',
# with no error. 0"人" gives 12人, and openpyxl 3.1.5 gives 12 for both.
# Guess before: the number is in what all of them give, for G/通用格式"人" as for 0"人".
# Seen: '/通用格式人' and '12人'.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 excelize==0.1.0 2>/dev/null
venv/bin/python - <<'PY'
import excelize, openpyxl
book = openpyxl.Workbook()
for code in ('G/通用格式"人"', '0"人"'):
    book.active.append([12])
    book.active.cell(book.active.max_row, 1).number_format = code
book.save("a.xlsx")
found = [row[0] for row in excelize.open_file("a.xlsx").get_rows("Sheet")]
values = [row[0] for row in openpyxl.load_workbook("a.xlsx").active.iter_rows(values_only=True)]
print(found, values)
assert found == ["/通用格式人", "12人"], found
assert values == [12, 12], values
PY
echo 'as found'
