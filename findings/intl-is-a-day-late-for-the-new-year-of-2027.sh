#!/usr/bin/env bash
# Node 26.10.0 (npm package node, ICU 78.3): of one engine's two Chinese calendars one is wrong. Intl.DateTimeFormat with the calendar
# chinese takes 6 February 2027, the Spring Festival, for the last day of the year before; Temporal of the same engine has it as the
# first day of the first month, and so have lunar-javascript 1.7.7 (Node) and cnlunar 0.2.5 (Python). Temporal's own toLocaleString
# writes by the other calendar, so an object that says month 1, day 1 is shown as 腊月30日. bun 1.4.4 is wrong in both.
# Guess before: Intl, Temporal and the two libraries agree on every day from 2024 to 2035.
# Seen: in these years 6 February to 7 March 2027 differ, 30 days, and 2 February to 3 March 2030 the other way, a day early.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check cnlunar==0.2.5 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" node@26.10.0 bun@1.4.4 lunar-javascript@1.7.7 >/dev/null 2>&1
cat > run.mjs <<'JS'
import assert from "node:assert";
import lunar from "lunar-javascript";
const form = new Intl.DateTimeFormat("en-u-ca-chinese", { timeZone: "UTC", month: "numeric", day: "numeric" });
const byIntl = (day) => form.formatToParts(new Date(day)).filter((part) => part.type !== "literal").map((part) => part.value.replace("bis", "L")).join("-");
const inChinese = (day) => Temporal.PlainDate.from(day).withCalendar("chinese");
const byTemporal = (day) => `${inChinese(day).monthCode.replace(/M0?/, "").replace(/(\d+)L/, "$1L")}-${inChinese(day).day}`;
function byLibrary(day) {
  const found = lunar.Solar.fromYmd(...day.split("-").map(Number)).getLunar();
  return `${Math.abs(found.getMonth())}${found.getMonth() < 0 ? "L" : ""}-${found.getDay()}`;
}
const wrong = { intl: [], temporal: [] };
for (let at = Date.UTC(2024, 0, 1); at < Date.UTC(2036, 0, 1); at += 86_400_000) {
  const day = new Date(at).toISOString().slice(0, 10);
  if (byIntl(day) !== byLibrary(day)) wrong.intl.push(day);
  if (byTemporal(day) !== byLibrary(day)) wrong.temporal.push(day);
}
const NEW_YEAR = "2027-02-06";
const shown = inChinese(NEW_YEAR).toLocaleString("zh-CN-u-ca-chinese", { month: "long", day: "numeric" });
console.log(process.versions.icu, byIntl(NEW_YEAR), byTemporal(NEW_YEAR), byLibrary(NEW_YEAR), shown, wrong.intl.length, wrong.temporal.length);
const isBun = Boolean(process.versions.bun);
assert.deepEqual([byIntl(NEW_YEAR), byTemporal(NEW_YEAR), byLibrary(NEW_YEAR)], ["12-30", isBun ? "12-30" : "1-1", "1-1"]);
assert.equal(shown, "腊月30日");
const months = [[wrong.intl.filter((day) => day < "2028")], [wrong.intl.filter((day) => day > "2028")]].map(([days]) => [days[0], days.at(-1), days.length]);
assert.deepEqual(months, [["2027-02-06", "2027-03-07", 30], ["2030-02-02", "2030-03-03", 30]]);
assert.equal(wrong.temporal.length, isBun ? 60 : 0);
JS
node_modules/.bin/node run.mjs
node_modules/.bin/bun run.mjs
venv/bin/python - <<'PY'
from datetime import datetime
import cnlunar
found = cnlunar.Lunar(datetime(2027, 2, 6, 12), godType="8char")
print(found.lunarMonth, found.lunarDay)
assert (found.lunarMonth, found.lunarDay) == (1, 1), (found.lunarMonth, found.lunarDay)
PY
echo 'as found'
