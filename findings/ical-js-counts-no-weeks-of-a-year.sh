#!/usr/bin/env bash
# ical.js 2.2.1 (Node), with which Thunderbird reads calendars: rules of a year that stand on weeks give other days than planned. The 20th
# Monday of each year (BYDAY=20MO) is every Monday from then on; Tuesday of the 20th week (BYWEEKNO=20;BYDAY=TU) is each Tuesday of the
# year from the 21st week on; the whole last week (BYWEEKNO=-1) has no day at all. What began on 29 February is on 1 March in the years that
# have none, which RFC 5545 leaves out, and the 1st of each month (FREQ=YEARLY;BYMONTHDAY=1) is once a year. No error. dateutil 2.9.0.post0
# (Python), rrule 2.8.1 and rrule-rust 3.1.1 (Node) have all of it right; rrule-temporal 2.2.8 has one day of the last week.
# Guess before: the five agree on all plain rules over thirty years, whatever is said of BYHOUR.
# Seen: 13, 20 and 27 May 2024 for 20MO; 21 and 28 May for week 20; 1 March 2025, 2026 and 2027 for 29 February.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-dateutil==2.9.0.post0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" ical.js@2.2.1 rrule@2.8.1 rrule-rust@3.1.1 rrule-temporal@2.2.8 >/dev/null 2>&1
cat > rules.json <<'JSON'
{"20MO": ["20240513", "FREQ=YEARLY;BYDAY=20MO"], "week 20": ["20240514", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=TU"],
 "last week": ["20241223", "FREQ=YEARLY;BYWEEKNO=-1"], "leap": ["20240229", "FREQ=YEARLY"], "first": ["20240701", "FREQ=YEARLY;BYMONTHDAY=1"]}
JSON
cat > run.mjs <<'JS'
import fs from "node:fs";
import ICAL from "ical.js";
import rrule from "rrule";
import { RRuleSet } from "rrule-rust";
import { RRuleTemporal } from "rrule-temporal";
const first = 5;
const day = (text) => text.replaceAll("-", "").slice(0, 8);
const readers = {
  "ical.js": (start, rule) => {
    const lines = ["BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:a", `DTSTART:${start}T090000Z`, `RRULE:${rule}`, "END:VEVENT", "END:VCALENDAR"];
    const dates = new ICAL.Event(ICAL.Component.fromString(lines.join("\r\n")).getFirstSubcomponent("vevent")).iterator();
    return Array.from({ length: first }, () => dates.next()).filter(Boolean).map((date) => day(date.toString()));
  },
  rrule: (start, rule) => rrule.rrulestr(`DTSTART:${start}T090000Z\nRRULE:${rule}`).all((_, at) => at < first).map((date) => day(date.toISOString())),
  "rrule-rust": (start, rule) => RRuleSet.fromString(`DTSTART:${start}T090000Z\nRRULE:${rule}`).all(first).map((date) => day(String(date))),
  "rrule-temporal": (start, rule) =>
    new RRuleTemporal({ rruleString: `DTSTART:${start}T090000Z\nRRULE:${rule}` }).all((_, at) => at < first).map((date) => day(date.toString())),
};
const rules = Object.entries(JSON.parse(fs.readFileSync("rules.json", "utf8")));
const found = Object.fromEntries(
  Object.entries(readers).map(([name, read]) => [name, Object.fromEntries(rules.map(([key, [start, rule]]) => [key, read(start, rule)]))]),
);
fs.writeFileSync("found.json", JSON.stringify(found));
JS
node run.mjs
cat > run.py <<'PY'
import itertools, json, pathlib
from dateutil.rrule import rrulestr
rules = json.loads(pathlib.Path("rules.json").read_text())
found = json.loads(pathlib.Path("found.json").read_text())
planned = {
    name: [f"{date:%Y%m%d}" for date in itertools.islice(rrulestr(f"DTSTART:{start}T090000\nRRULE:{rule}"), 5)]
    for name, (start, rule) in rules.items()
}
for name in rules:
    print(name, planned[name], found["ical.js"][name], found["rrule-temporal"][name])
assert planned == {
    "20MO": ["20240513", "20250519", "20260518", "20270517", "20280515"],
    "week 20": ["20240514", "20250513", "20260512", "20270518", "20280516"],
    "last week": ["20241223", "20241224", "20241225", "20241226", "20241227"],
    "leap": ["20240229", "20280229", "20320229", "20360229", "20400229"],
    "first": ["20240701", "20240801", "20240901", "20241001", "20241101"],
}, planned
assert found["rrule"] == found["rrule-rust"] == planned, found
assert found["rrule-temporal"] == {**planned, "last week": ["20241223", "20251222", "20261228", "20271227", "20281225"]}, found
assert found["ical.js"] == {
    "20MO": ["20240513", "20240520", "20240527", "20240603", "20240610"],
    "week 20": ["20240521", "20240528", "20240604", "20240611", "20240618"],
    "last week": [],
    "leap": ["20240229", "20250301", "20260301", "20270301", "20280229"],
    "first": ["20240701", "20250701", "20260701", "20270701", "20280701"],
}, found["ical.js"]
PY
venv/bin/python run.py
echo 'as found'
