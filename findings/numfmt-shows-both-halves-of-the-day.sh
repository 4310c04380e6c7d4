#!/usr/bin/env bash
# numfmt 4.0.1 (Node), with which sheets on the Web show numbers as Excel does, and excelize 0.1.0 (Python build of the Go library): a time in
# the form that a Chinese Excel offers, 上午/下午h"时"mm"分", is 上午/下午15时30分 by numfmt: both halves of the day, and the hour of 24. With AM/PM
# it is right, and so are excelize and SheetJS (xlsx 0.18.5) with both: 下午3时30分. Of a day in Chinese digits, [DBNum1][$-804]m"月"d"日",
# excelize makes 六月一一日 for the 11th and 六月二○日 for the 20th, digit by digit, where it is 十一日 and 二十日; the others leave 6月11日.
# Guess before: 下午3时30分 by each; of Chinese digits, that they are right or left out.
# Seen: 上午/下午15时30分, 3:30 PM; 六月一一日.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 excelize==0.1.0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" xlsx@0.18.5 numfmt@4.0.1 >/dev/null 2>&1
cat > run.mjs <<'JS'
import fs from "node:fs";
import { format } from "numfmt";
import XLSX from "xlsx";
const sheet = XLSX.read(fs.readFileSync("a.xlsx")).Sheets.Sheet;
const cells = JSON.parse(fs.readFileSync("cells.json", "utf8"));
const found = { numfmt: cells.map(([code, value]) => format(code, value)), SheetJS: cells.map((_, row) => sheet[`A${row + 1}`].w) };
process.stdout.write(JSON.stringify(found));
JS
cat > run.py <<'PY'
import json, pathlib, subprocess
import excelize, openpyxl
AFTERNOON = 15.5 / 24
CELLS = [
    ('上午/下午h"时"mm"分";@', AFTERNOON), ("h:mm AM/PM", AFTERNOON),
    *(('[DBNum1][$-804]m"月"d"日";@', day) for day in (45445, 45453, 45454, 45463)),
]
book = openpyxl.Workbook()
for row, (code, value) in enumerate(CELLS, 1):
    book.active.cell(row, 1, value).number_format = code
book.save("a.xlsx")
pathlib.Path("cells.json").write_text(json.dumps(CELLS), encoding="utf-8")
found = json.loads(subprocess.run(["node", "run.mjs"], capture_output=True, check=True).stdout)
found["excelize"] = [row[0] for row in excelize.open_file("a.xlsx").get_rows("Sheet")]
for name, texts in found.items():
    print(name, texts)
DAYS = ["6月2日", "6月10日", "6月11日", "6月20日"]
assert found == {
    "numfmt": ["上午/下午15时30分", "3:30 PM", *DAYS],
    "SheetJS": ["下午3时30分", "3:30 PM", *DAYS],
    "excelize": ["下午3时30分", "3:30 PM", "六月二日", "六月一○日", "六月一一日", "六月二○日"],
}
PY
venv/bin/python -W ignore run.py
echo 'as found'
