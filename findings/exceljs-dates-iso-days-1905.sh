#!/usr/bin/env bash
# exceljs 4.4.0 (Node) reads a sheet that openpyxl 3.1.5 (Python) wrote with iso_dates=True, where a day stands as 2024-06-11 (t="d",
# ISO 29500): each day of 2024, with an hour or without, is 16 July 1905, for the digits before the first hyphen are taken for the
# count of days since 1900. A time is 8 January 1900. No error. Nor does read-excel-file 9.3.17 take such a time: it refuses the whole
# sheet for it, and SheetJS (xlsx 0.18.5) makes an Invalid Date of it; both read the days.
# Guess before: exceljs, SheetJS and read-excel-file give a date or the text in ISO for all three.
# Seen: 1905-07-16 twice and 1900-01-08; an Invalid Date; InvalidSpreadsheetError.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" exceljs@4.4.0 xlsx@0.18.5 read-excel-file@9.3.17 >/dev/null 2>&1
venv/bin/python - <<'PY'
from datetime import date, datetime, time
from openpyxl import Workbook
for name, values in (("days", [date(2024, 6, 11), datetime(2024, 9, 30, 9, 30)]), ("time", [time(9, 30)])):
    book = Workbook(iso_dates=True)
    for value in values:
        book.active.append([value])
    book.save(f"{name}.xlsx")
PY
cat > run.mjs <<'JS'
import assert from "node:assert";
import ExcelJS from "exceljs";
import XLSX from "xlsx";
import { readSheet } from "read-excel-file/node";
const shown = (value) => (Number.isNaN(value.getTime()) ? "invalid" : value.toISOString().slice(0, 10));
async function byExcelJs(path) {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book.worksheets[0].getColumn(1).values.filter((value) => value).map(shown);
}
function bySheetJs(path) {
  const book = XLSX.readFile(path, { cellDates: true });
  return XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]], { header: 1 }).map((row) => shown(row[0]));
}
async function byReadExcelFile(path) {
  try {
    return (await readSheet(path)).map((row) => shown(row[0]));
  } catch (error) {
    return error.constructor.name;
  }
}
const found = [];
for (const read of [byExcelJs, bySheetJs, byReadExcelFile]) found.push(await read("days.xlsx"), await read("time.xlsx"));
console.log(JSON.stringify(found));
assert.deepEqual(found, [
  ["1905-07-16", "1905-07-16"], ["1900-01-08"],
  ["2024-06-11", "2024-09-30"], ["invalid"],
  ["2024-06-11", "2024-09-30"], "InvalidSpreadsheetError",
]);
JS
TZ=UTC node run.mjs
echo 'as found'
