#!/usr/bin/env bash
# chinese-days 1.5.7 (Node): for a year whose holidays are not announced yet it gives answers all the same, and knows no holiday at all:
# 1 October 2027, which the law makes one in every year, is a workday. chinesecalendar 1.11.0 (Python) refuses such a year, and
# holidays 0.109 (Python) has the day. For 2026 all three say that Saturday 14 February is worked.
# Guess before: chinese-days says that 1 October 2027 is a holiday, or raises an error; chinesecalendar raises NotImplementedError, holidays
# has the day; 14 February 2026 is worked in all three.
# Seen: isHoliday false, isWorkday true; the rest as guessed.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check chinesecalendar==1.11.0 holidays==0.109 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" chinese-days@1.5.7 >/dev/null 2>&1
cat > run.mjs <<'JS'
import assert from "node:assert";
import * as library from "chinese-days";
const days = library.default ?? library;
const found = ["2027-10-01", "2026-10-01", "2026-02-14"].map((day) => [days.isHoliday(day), days.isWorkday(day)]);
console.log(JSON.stringify(found));
assert.deepEqual(found, [[false, true], [true, false], [false, true]]);
JS
node run.mjs
venv/bin/python - <<'PY'
from datetime import date
import chinese_calendar, holidays
china = holidays.country_holidays("CN")
try:
    refused = not chinese_calendar.is_holiday(date(2027, 10, 1)) and None
except NotImplementedError:
    refused = True
found = date(2027, 10, 1) in china, refused, china.is_working_day(date(2026, 2, 14)), chinese_calendar.is_workday(date(2026, 2, 14))
print(found)
assert found == (True, True, True, True), found
PY
echo 'as found'
