#!/usr/bin/env bash
# xlsx 0.18.5 (SheetJS, the newest on npm): numbers in the formats that a Chinese Excel offers for them (特殊: 中文小写数字, 星期三) have a
# dollar before them in its text and its CSV, for the mark of the language, [$-804], is taken for a currency. 12 in Chinese digits is $12,
# a weekday is $aaaa. Days with [$-804] are days. numfmt 4.0.1 (Node) has no dollar and gives the weekday; the values are right in both.
# Guess before: 星期二 for the weekday; 十二 or 12 for the number.
# Seen: $12 for [DBNum1][$-804]General, $12人 for [$-804]0"人", $aaaa for [$-804]aaaa;@.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check openpyxl==3.1.5 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" xlsx@0.18.5 numfmt@4.0.1 >/dev/null 2>&1
cat > run.py <<'PY'
import json, pathlib
import openpyxl
FORMATS = {'[DBNum1][$-804]General': 12, '[$-804]0"人"': 12, "[$-804]aaaa;@": 45454, '[DBNum1][$-804]m"月"d"日";@': 45454}
book = openpyxl.Workbook()
for row, (code, value) in enumerate(FORMATS.items(), 1):
    book.active.cell(row, 1, value).number_format = code
book.save("a.xlsx")
pathlib.Path("formats.json").write_text(json.dumps(list(FORMATS.items())), encoding="utf-8")
PY
cat > run.mjs <<'JS'
import assert from "node:assert";
import fs from "node:fs";
import { format } from "numfmt";
import XLSX from "xlsx";
const sheet = XLSX.readFile("a.xlsx").Sheets.Sheet;
const lines = XLSX.utils.sheet_to_csv(sheet).trim().split("\n");
const others = JSON.parse(fs.readFileSync("formats.json", "utf8")).map(([code, value]) => format(code, value));
console.log(lines, others, sheet.A1.v);
assert.deepEqual(lines, ["$12", "$12人", "$aaaa", "6月11日"]);
assert.deepEqual(others, ["12", "12人", "星期二", "6月11日"]);
assert.deepEqual([sheet.A1.v, sheet.A2.v], [12, 12]);
JS
venv/bin/python run.py
node run.mjs
echo 'as found'
