#!/usr/bin/env bash
# openpyxl 3.1.5 (Python): a workbook that Excel saved as “Strict Open XML” (ISO 29500, Strict) is opened as one without any sheet: no
# error, no word. python-calamine 0.9.1, xlsx2csv 0.8.6 and kreuzberg 4.10.4 (Python), exceljs 4.4.0, SheetJS (xlsx 0.18.5) and
# read-excel-file 9.3.17 (Node) read its rows. Both kinds have the ending .xlsx; the names of the namespaces tell them apart.
# Guess before: openpyxl raises an error, as python-docx 1.2.0 does for such a .docx; the others read it.
# Seen: [] for the sheets, and KeyError by python-docx.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check \
  openpyxl==3.1.5 python-docx==1.2.0 python-calamine==0.9.1 xlsx2csv==0.8.6 kreuzberg==4.10.4 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" exceljs@4.4.0 xlsx@0.18.5 read-excel-file@9.3.17 >/dev/null 2>&1
cat > run.py <<'PY'
import io, zipfile
import docx, kreuzberg, openpyxl, python_calamine, xlsx2csv
OPEN, STRICT = "http://schemas.openxmlformats.org", "http://purl.oclc.org/ooxml"
NAMES = {
    f"{OPEN}/officeDocument/2006/relationships": f"{STRICT}/officeDocument/relationships",
    f"{OPEN}/officeDocument/2006/extended-properties": f"{STRICT}/officeDocument/extendedProperties",
    **{f"{OPEN}/{kind}/2006/main": f"{STRICT}/{kind}/main" for kind in ("spreadsheetml", "wordprocessingml", "drawingml")},
}
def strict(file, name):
    made = io.BytesIO()
    file.save(made)
    with zipfile.ZipFile(made) as before, zipfile.ZipFile(name, "w") as after:
        for part in before.namelist():
            content = before.read(part)
            if part.endswith((".xml", ".rels")):
                text = content.decode()
                for old, new in NAMES.items():
                    text = text.replace(old, new)
                content = text.replace("<workbook ", '<workbook conformance="strict" ').encode()
            after.writestr(part, content)
book = openpyxl.Workbook()
book.active.append(["竞答", "0791"])
strict(book, "a.xlsx")
notice = docx.Document()
notice.add_paragraph("通知")
strict(notice, "a.docx")
lines = io.StringIO()
xlsx2csv.Xlsx2csv("a.xlsx").convert(lines)
found = openpyxl.load_workbook("a.xlsx").sheetnames
others = (
    python_calamine.CalamineWorkbook.from_path("a.xlsx").get_sheet_by_index(0).to_python(),
    lines.getvalue().split(), kreuzberg.extract_file_sync("a.xlsx").content.splitlines()[-1],
)
try:
    refused = docx.Document("a.docx") and ""
except KeyError as error:
    refused = str(error)
print(found, others, refused)
assert found == [], found
assert others == ([["竞答", "0791"]], ["竞答,0791"], "竞答 0791"), others
assert "no relationship of type" in refused, refused
PY
cat > run.mjs <<'JS'
import assert from "node:assert";
import ExcelJS from "exceljs";
import XLSX from "xlsx";
import { readSheet } from "read-excel-file/node";
const book = new ExcelJS.Workbook();
await book.xlsx.readFile("a.xlsx");
const sheets = XLSX.readFile("a.xlsx").Sheets;
const found = [
  book.worksheets[0].getRow(1).values.slice(1), XLSX.utils.sheet_to_json(Object.values(sheets)[0], { header: 1 })[0], (await readSheet("a.xlsx"))[0],
];
console.log(JSON.stringify(found));
assert.deepEqual(found, [["竞答", "0791"], ["竞答", "0791"], ["竞答", "0791"]]);
JS
venv/bin/python -W ignore run.py
node run.mjs
echo 'as found'
