#!/usr/bin/env bash
# xlsx 0.18.5 (SheetJS, the newest on npm): reading and writing a workbook keeps every value and drops all lists of choices,
# the frozen panes and, unless asked to read formats (cellNF), the format "text" (@) of cells: 0791 typed there later is 791.
# Guess before: what the library does not understand is kept, as in LibreOffice.
# Seen: no data validation, freeze_panes None, number_format General (read with openpyxl).
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check openpyxl==3.1.5 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" xlsx@0.18.5 >/dev/null 2>&1
"$work/venv/bin/python" - <<'PY'
from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
book = Workbook()
sheet = book.active
sheet.append(["电话", "形式"])
sheet.append(["0791", "线上"])
sheet["A2"].number_format = "@"
sheet.freeze_panes = "A2"
choice = DataValidation(type="list", formula1='"线上,线下"')
choice.add("B2:B200")
sheet.add_data_validation(choice)
book.save("a.xlsx")
PY
cat > run.mjs <<'JS'
import XLSX from "xlsx";
XLSX.writeFile(XLSX.readFile("a.xlsx"), "b.xlsx");
JS
node run.mjs
"$work/venv/bin/python" - <<'PY'
from openpyxl import load_workbook
sheet = load_workbook("b.xlsx").active
found = (sheet["A2"].value, sheet["A2"].number_format, sheet.freeze_panes, len(sheet.data_validations.dataValidation))
print(found)
assert found == ("0791", "General", None, 0), found
PY
echo 'as found'
