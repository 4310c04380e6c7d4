#!/usr/bin/env bash
# Node 26.10.0 (npm package node): toLocaleString of Temporal's days and moments knows no long form in Chinese and Japanese: with
# dateStyle long, or with year, month: "long" and day, it writes 2025/7/25, where Intl.DateTimeFormat of the same engine writes
# 2025年7月25日 for a Date. With dateStyle full it is right, and in English and Korean long is long. bun 1.4.4 has one form for a Date and for
# Temporal. In the calendar chinese both leave out the year with Temporal, and bun has no Chinese form of the day:
# 闰六月1日 for 2025乙巳年闰六月初一.
# Guess before: Temporal writes what Intl writes, and bun what Node writes.
# Seen: 2025/7/25 for PlainDate, PlainDateTime and ZonedDateTime in zh-CN, zh-TW and ja; 闰六月1日 in the calendar chinese.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --prefix "$work" node@26.10.0 bun@1.4.4 >/dev/null 2>&1
cat > run.mjs <<'JS'
import assert from "node:assert";
const LONG = { dateStyle: "long" }, NAMED = { year: "numeric", month: "long", day: "numeric" };
const day = Temporal.PlainDate.from("2025-07-25");
const byTemporal = (locale, form) => [day, day.toPlainDateTime("15:30"), day.toZonedDateTime("Asia/Shanghai")].map((each) => each.toLocaleString(locale, form));
const byDate = (locale, form) => new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...form }).format(new Date("2025-07-25"));
const three = (text) => [text, text, text];
const isBun = Boolean(process.versions.bun);
for (const form of [LONG, NAMED]) {
  for (const locale of ["zh-CN", "zh-TW", "ja"]) {
    console.log(locale, byDate(locale, form), ...byTemporal(locale, form));
    assert.equal(byDate(locale, form), "2025年7月25日");
    assert.deepEqual(byTemporal(locale, form), three(isBun ? "2025年7月25日" : "2025/7/25"));
  }
  assert.deepEqual(byTemporal("en", form), three("July 25, 2025"));
  assert.deepEqual(byTemporal("ko", form), three("2025년 7월 25일"));
}
assert.deepEqual(byTemporal("zh-CN", { dateStyle: "full" }), three("2025年7月25日星期五"));
const LUNAR = "zh-CN-u-ca-chinese";
const lunar = [day.withCalendar("chinese").toLocaleString(LUNAR, LONG), byDate(LUNAR, LONG)];
console.log(...lunar);
assert.deepEqual(lunar, isBun ? ["闰六月1日", "2025乙巳年闰六月1"] : ["闰六月1日", "2025乙巳年闰六月初一"]);
JS
TZ=UTC node_modules/.bin/node run.mjs
TZ=UTC node_modules/.bin/bun run.mjs
echo 'as found'
