#!/usr/bin/env bash
# kreuzberg 4.10.4 (Python) reads 9:30 in a cell of an OpenDocument sheet (.ods) as DURATION: PT09H30M00S, the code of the file with the name
# of its kind, where the cell itself says 9:30; a day beside it is 2024-06-11. And of 33:00, the hours of a course added up, pandas 3.1.1
# with odfpy 1.4.1 makes an error that takes the whole sheet with it (DateParseError: hour must be in 0..23), and python-calamine
# 0.9.1 the text PT33H00M00S beside a time for 9:30. pyexcel-ods3 0.6.1 (Python) gives a time and a length of 33 hours, officeparser
# 8.1.1 and SheetJS (xlsx 0.18.5, Node) both as the sheet shows them.
# Guess before: 9:30 by all of them, and 33 hours or 33:00 for the other.
# Seen: '时间 DURATION: PT09H30M00S DURATION: PT33H00M00S 2024-06-11'.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check kreuzberg==4.10.4 pandas==3.1.1 odfpy==1.4.1 python-calamine==0.9.1 \
  pyexcel-ods3==0.6.1 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" officeparser@8.1.1 xlsx@0.18.5 >/dev/null 2>&1
cat > run.mjs <<'JS'
import fs from "node:fs";
import { parseOffice } from "officeparser";
import XLSX from "xlsx";
const office = (await (await parseOffice("a.ods")).to("text")).value;
const book = XLSX.read(fs.readFileSync("a.ods"));
process.stdout.write(JSON.stringify([office.trim().split("\t"), XLSX.utils.sheet_to_csv(book.Sheets[book.SheetNames[0]]).trim().split(",")]));
JS
cat > run.py <<'PY'
import datetime, json, subprocess, zipfile
import kreuzberg, pandas, pyexcel_ods3, python_calamine
NAMES = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "manifest"))
KIND = "application/vnd.oasis.opendocument.spreadsheet"
def cell(kind, value, shown):
    return f'<table:table-cell office:value-type="{kind}" {value}><text:p>{shown}</text:p></table:table-cell>'
def write(*cells):
    body = f'<table:table table:name="A"><table:table-row>{"".join(cells)}</table:table-row></table:table>'
    parts = "".join(
        f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
        for path, kind in (("/", KIND), ("content.xml", "text/xml"))
    )
    with zipfile.ZipFile("a.ods", "w") as file:
        file.writestr("mimetype", KIND)
        file.writestr("META-INF/manifest.xml", f'<manifest:manifest {NAMES} manifest:version="1.3">{parts}</manifest:manifest>')
        inside = f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body>"
        file.writestr("content.xml", f'<office:document-content {NAMES} office:version="1.3">{inside}</office:document-content>')
def by_pandas():
    try:
        return pandas.read_excel("a.ods", engine="odf", header=None).values.tolist()[0]
    except ValueError as error:
        return f"{type(error).__name__}: {error}"
WORD = cell("string", "", "时间")
HOUR = cell("time", 'office:time-value="PT09H30M00S"', "9:30")
LONG = cell("time", 'office:time-value="PT33H00M00S"', "33:00")
DAY = cell("date", 'office:date-value="2024-06-11"', "6月11日")
write(WORD, HOUR, DAY)
short = by_pandas()
write(WORD, HOUR, LONG, DAY)
found = {
    "kreuzberg": kreuzberg.extract_file_sync("a.ods").content.split("\n")[-1],
    "pandas": by_pandas(),
    "calamine": python_calamine.load_workbook("a.ods").get_sheet_by_index(0).to_python()[0],
    "pyexcel": pyexcel_ods3.get_data("a.ods")["A"][0],
    "node": json.loads(subprocess.run(["node", "run.mjs"], capture_output=True, check=True).stdout),
}
for name, each in found.items():
    print(name, each)
half, day = datetime.time(9, 30), datetime.date(2024, 6, 11)
assert short[1] == half, short
assert found == {
    "kreuzberg": "时间 DURATION: PT09H30M00S DURATION: PT33H00M00S 2024-06-11",
    "pandas": "DateParseError: hour must be in 0..23: 33:00",
    "calamine": ["时间", half, "PT33H00M00S", day],
    "pyexcel": ["时间", half, datetime.timedelta(hours=33), day],
    "node": [["时间", "9:30", "33:00", "6月11日"], ["时间", "9:30", "33:00", "6月11日"]],
}, found
PY
TZ=UTC venv/bin/python -W ignore run.py
echo 'as found'
