#!/usr/bin/env bash
# exceljs 4.4.0 (Node): a sheet with one list of choices for B2:B200, as openpyxl 3.1.5 writes it, comes back with two
# overlapping ones, though nothing was changed. Overlapping ranges are what Excel offers to repair.
# Guess before: one list for one range comes back as one, or as one for each cell.
# Seen: sqref B10:B200 and B2:B200 (read with openpyxl).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" exceljs@4.4.0 >/dev/null 2>&1
"$work/venv/bin/python" - <<'PY'
from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
book = Workbook()
choice = DataValidation(type="list", formula1='"线上,线下"')
choice.add("B2:B200")
book.active.add_data_validation(choice)
book.save("a.xlsx")
PY
cat > run.mjs <<'JS'
import ExcelJS from "exceljs";
const book = new ExcelJS.Workbook();
await book.xlsx.readFile("a.xlsx");
await book.xlsx.writeFile("b.xlsx");
JS
node run.mjs
"$work/venv/bin/python" - <<'PY'
from openpyxl import load_workbook
found = sorted(str(each.sqref) for each in load_workbook("b.xlsx").active.data_validations.dataValidation)
print(found)
assert found == ["B10:B200", "B2:B200"], found
PY
echo 'as found'
