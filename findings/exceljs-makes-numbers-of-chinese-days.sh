#!/usr/bin/env bash
# exceljs 4.4.0 (Node), polars 2.1.0 with fastexcel 0.21.0 and openpyxl 3.1.5 (Python): a day shown as 6月11日 or 2024年6月11日 in a Chinese
# Excel may stand in the file under one of the numbers that ISO 29500 keeps for Chinese formats (27 to 36, 50 to 58), without the format
# itself. These three give 45454 for it. python-calamine 0.9.1, of the same library that polars reads with, gives the day, and so does
# SheetJS (xlsx 0.18.5). exceljs, asked to save what it read, writes the cell in the format General, so that the office's own sheet has
# 45454 from then on; openpyxl keeps the number of the format.
# Guess before: openpyxl and exceljs give a number, calamine, polars and SheetJS the day; a saved file looks as it did.
# Seen: 45454 by polars; numFmtId="0" in what exceljs saved, numFmtId="58" in what openpyxl saved.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 python-calamine==0.9.1 polars==2.1.0 fastexcel==0.21.0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" exceljs@4.4.0 xlsx@0.18.5 >/dev/null 2>&1
cat > make.py <<'PY'
import zipfile, openpyxl
book = openpyxl.Workbook()
book.active.append(["报名截止", 45454])
book.active["B1"].number_format = "0.00"
book.save("plain.xlsx")
with zipfile.ZipFile("plain.xlsx") as before, zipfile.ZipFile("a.xlsx", "w") as after:
    for name in before.namelist():
        text = before.read(name)
        if name == "xl/styles.xml":
            assert text.count(b'numFmtId="2"') == 1
            text = text.replace(b'numFmtId="2"', b'applyNumberFormat="1" numFmtId="58"')
        after.writestr(name, text)
PY
venv/bin/python make.py
cat > run.mjs <<'JS'
import assert from "node:assert";
import fs from "node:fs";
import ExcelJS from "exceljs";
import XLSX from "xlsx";
const book = new ExcelJS.Workbook();
await book.xlsx.readFile("a.xlsx");
const byExcel = book.worksheets[0].getCell("B1").value;
await book.xlsx.writeFile("exceljs.xlsx");
const bySheet = XLSX.read(fs.readFileSync("a.xlsx"), { cellDates: true }).Sheets.Sheet.B1.v;
console.log(byExcel, bySheet);
assert.equal(byExcel, 45454);
assert.equal(bySheet.toISOString(), "2024-06-11T00:00:00.000Z");
JS
TZ=UTC node run.mjs
cat > run.py <<'PY'
import datetime, zipfile
import openpyxl, polars, python_calamine
book = openpyxl.load_workbook("a.xlsx")
book.save("openpyxl.xlsx")
found = [book.active["B1"].value, polars.read_excel("a.xlsx", has_header=False)["column_1"][0]]
day = python_calamine.load_workbook("a.xlsx").get_sheet_by_index(0).to_python()[0][1]
saved = {name: 'numFmtId="58"' in zipfile.ZipFile(f"{name}.xlsx").read("xl/styles.xml").decode() for name in ("exceljs", "openpyxl")}
print(found, day, saved)
assert found == [45454, 45454] and day == datetime.date(2024, 6, 11), (found, day)
assert saved == {"exceljs": False, "openpyxl": True}, saved
PY
venv/bin/python -W ignore run.py
echo 'as found'
