#!/usr/bin/env bash
# xlsx 0.18.5 (SheetJS, the newest on npm): of a workbook that counts days from 1904, as Excel for Mac long made them, each cell of a
# day is two days at once: its text is right, and its value (cellDates) four years and a day earlier. No error. exceljs 4.4.0,
# read-excel-file 9.3.17, openpyxl 3.1.5 and python-calamine 0.9.1 give the right day.
# Guess before: all five give 11 June 2024.
# Seen: text 6/11/24 and value 2020-06-10 by SheetJS; 2024-06-11 by the others.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" exceljs@4.4.0 xlsx@0.18.5 read-excel-file@9.3.17 >/dev/null 2>&1
cat > run.py <<'PY'
from datetime import date
import openpyxl, python_calamine
from openpyxl.utils.datetime import CALENDAR_MAC_1904
book = openpyxl.Workbook()
book.epoch = CALENDAR_MAC_1904
book.active["A1"] = date(2024, 6, 11)
book.active["A1"].number_format = "m/d/yy"
book.save("a.xlsx")
by_openpyxl = str(openpyxl.load_workbook("a.xlsx").active["A1"].value)[:10]
by_calamine = str(python_calamine.CalamineWorkbook.from_path("a.xlsx").get_sheet_by_index(0).to_python()[0][0])[:10]
print(by_openpyxl, by_calamine)
assert by_openpyxl == by_calamine == "2024-06-11"
PY
cat > run.mjs <<'JS'
import assert from "node:assert";
import ExcelJS from "exceljs";
import XLSX from "xlsx";
import { readSheet } from "read-excel-file/node";
const shown = (value) => value.toISOString().slice(0, 10);
const book = new ExcelJS.Workbook();
await book.xlsx.readFile("a.xlsx");
const cell = XLSX.readFile("a.xlsx", { cellDates: true }).Sheets.Sheet.A1;
const found = [cell.w, shown(cell.v), shown(book.worksheets[0].getCell("A1").value), shown((await readSheet("a.xlsx"))[0][0])];
console.log(JSON.stringify(found));
assert.deepEqual(found, ["6/11/24", "2020-06-10", "2024-06-11", "2024-06-11"]);
JS
venv/bin/python run.py
TZ=UTC node run.mjs
echo 'as found'
