#!/usr/bin/env bash
# node-ical 0.27.2 and ical-expander 3.2.0 (Node): a session at nine in Asia/Beijing, a name that looks right and that no list of zones
# has, is at nine wherever the reader is, though the file brings that zone with it (VTIMEZONE, +0800). No error.
# ical.js 2.2.1, which ical-expander reads with, and icalendar 7.3.2 (Python) take the zone of the file. With Asia/Shanghai all are right.
# Guess before: 01:00Z in all four (and perhaps not in cal-parser).
# Seen, in New York: 13:00Z by node-ical and ical-expander, 01:00Z by the two others.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check icalendar==7.3.2 tzdata==2026.6 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" node-ical@0.27.2 ical-expander@3.2.0 ical.js@2.2.1 >/dev/null 2>&1
event() { printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//x//x//ZH BEGIN:VTIMEZONE "TZID:$1" BEGIN:STANDARD DTSTART:19700101T000000 \
  TZOFFSETFROM:+0800 TZOFFSETTO:+0800 TZNAME:CST END:STANDARD END:VTIMEZONE BEGIN:VEVENT UID:one DTSTAMP:20240601T000000Z SUMMARY:宣讲 \
  "DTSTART;TZID=$1:20240611T090000" "DTEND;TZID=$1:20240611T110000" END:VEVENT END:VCALENDAR > "$2"; }
event Asia/Beijing a.ics
event Asia/Shanghai b.ics
cat > run.py <<'PY'
import pathlib
from datetime import UTC
import icalendar
def start(path):
    return f"{icalendar.Calendar.from_ical(pathlib.Path(path).read_bytes()).events[0]['DTSTART'].dt.astimezone(UTC):%H:%M}"
found = [start("a.ics"), start("b.ics")]
print(found)
assert found == ["01:00", "01:00"], found
PY
cat > run.mjs <<'JS'
import assert from "node:assert";
import fs from "node:fs";
import ICAL from "ical.js";
import IcalExpander from "ical-expander";
import nodeIcal from "node-ical";
const hour = (date) => date.toISOString().slice(11, 16);
const found = ["a.ics", "b.ics"].map((path) => {
  const ics = fs.readFileSync(path, "utf8");
  return [
    hour(Object.values(nodeIcal.sync.parseICS(ics)).find((each) => each.type === "VEVENT").start),
    hour(new IcalExpander({ ics }).all().events[0].startDate.toJSDate()),
    hour(new ICAL.Event(new ICAL.Component(ICAL.parse(ics)).getFirstSubcomponent("vevent")).startDate.toJSDate()),
  ];
});
console.log(JSON.stringify(found));
assert.deepEqual(found, [["13:00", "13:00", "01:00"], ["01:00", "01:00", "01:00"]]);
JS
venv/bin/python run.py
TZ=America/New_York node run.mjs
echo 'as found'
