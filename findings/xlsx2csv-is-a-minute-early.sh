#!/usr/bin/env bash
# xlsx2csv 0.8.6 (Python): of the 1440 minutes of 11 June 2024 it gives 128 as the minute before: a day with the hour 10:00, 14:30 or 16:00
# is written as 09:59, 14:29 or 15:59, for what is left of a second by the count of days is cut off, not rounded. An hour alone is right. Of
# days in the form that a Chinese Excel offers first, yyyy"年"m"月"d"日", the quotes of the format stand in the text, and month and day have a
# zero: 2024"年"06"月"11"日". openpyxl 3.1.5, python-calamine 0.9.1 and polars 2.1.0 with fastexcel 0.21.0 (Python) and SheetJS (xlsx 0.18.5)
# have each minute right.
# Guess before: each of the five gives each minute, and 2024年6月11日 or 2024-06-11 for the day.
# Seen: 128 minutes; 2024"年"06"月"11"日".
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 xlsx2csv==0.8.6 python-calamine==0.9.1 polars==2.1.0 fastexcel==0.21.0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" xlsx@0.18.5 >/dev/null 2>&1
cat > sheet.mjs <<'JS'
import fs from "node:fs";
import XLSX from "xlsx";
const sheet = XLSX.read(fs.readFileSync("a.xlsx")).Sheets.Sheet;
process.stdout.write(JSON.stringify(XLSX.utils.sheet_to_json(sheet, { header: 1, raw: false })));
JS
cat > run.py <<'PY'
import csv, datetime, io, json, subprocess
import openpyxl, polars, python_calamine
MINUTES = [datetime.datetime(2024, 6, 11, hour, minute) for hour in range(24) for minute in range(60)]
book = openpyxl.Workbook()
for row, moment in enumerate(MINUTES, 1):
    book.active.cell(row, 1, moment).number_format = "yyyy-mm-dd hh:mm"
    book.active.cell(row, 2, moment.time()).number_format = "hh:mm"
    book.active.cell(row, 3, moment.date()).number_format = 'yyyy"年"m"月"d"日"'
book.save("a.xlsx")
def said(command):
    return subprocess.run(command, capture_output=True, check=True).stdout.decode()
def days(rows):
    return [f"{row[0]:%Y-%m-%d %H:%M}" for row in rows]
table = list(csv.reader(io.StringIO(said(["venv/bin/xlsx2csv", "a.xlsx"]))))
right = [f"{moment:%Y-%m-%d %H:%M}" for moment in MINUTES]
early = [moment for moment, row in zip(MINUTES, table, strict=True) if row[0] != f"{moment:%Y-%m-%d %H:%M}"]
minute = datetime.timedelta(minutes=1)
print(len(early), [f"{moment:%H:%M}" for moment in early if moment.minute in (0, 15, 30, 45)], table[0])
assert len(early) == 128, len(early)
assert all(table[MINUTES.index(moment)][0] == f"{moment - minute:%Y-%m-%d %H:%M}" for moment in early)
assert [row[1] for row in table] == [f"{moment:%H:%M}" for moment in MINUTES]
assert {row[2] for row in table} == {'2024"年"06"月"11"日"'}, table[0]
assert days(openpyxl.load_workbook("a.xlsx").active.iter_rows(values_only=True)) == right
assert days(python_calamine.load_workbook("a.xlsx").get_sheet_by_index(0).to_python()) == right
assert days(polars.read_excel("a.xlsx", has_header=False).rows()) == right
sheet = json.loads(said(["node", "sheet.mjs"]))
assert [row[0] for row in sheet] == right and {row[2] for row in sheet} == {"2024年6月11日"}
PY
TZ=UTC venv/bin/python -W ignore run.py
echo 'as found'
