#!/usr/bin/env bash
# ical 14.3.1 (Python), with which Home Assistant reads calendars, and node-ical 0.27.2 (Node): of a weekly session that was moved from
# seven to two o'clock for one week and all after it (RECURRENCE-ID;RANGE=THISANDFUTURE) the one week is at two, and those after it are
# at seven again. Nothing is told. ical knows the range where it changes events itself. ical.js 2.2.1 and recurring-ical-events 3.8.2
# (Python) have them at two. Where one session is moved and RECURRENCE-ID is in UTC, ical has it twice, at the old hour and at the new.
# Guess before: all four show the same sessions, those of ical.js.
# Seen: 17 and 24 June at 07:00 by ical and node-ical, at 14:00 by the others; 10 June 07:00 beside 12 June 14:00 by ical.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ical==14.3.1 icalendar==7.3.2 recurring-ical-events==3.8.2 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" ical.js@2.2.1 node-ical@0.27.2 >/dev/null 2>&1
cat > make.py <<'PY'
import pathlib
ZONE = ["BEGIN:VTIMEZONE", "TZID:Asia/Shanghai", "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZOFFSETFROM:+0800", "TZOFFSETTO:+0800",
        "END:STANDARD", "END:VTIMEZONE"]
def event(day, start, end, *more):
    times = [f"{name};TZID=Asia/Shanghai:202406{day}T{hour}0000" for name, hour in (("DTSTART", start), ("DTEND", end))]
    return ["BEGIN:VEVENT", "UID:a", "DTSTAMP:20240501T000000Z", "SUMMARY:课", *times, *more, "END:VEVENT"]
def write(name, day, mark):
    weekly, changed = event("03", "07", "08", "RRULE:FREQ=WEEKLY;COUNT=4"), event(day, "14", "15", mark)
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//a//a", *ZONE, *weekly, *changed, "END:VCALENDAR", ""]
    pathlib.Path(name).write_bytes("\r\n".join(lines).encode())
write("future.ics", "10", "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Shanghai:20240610T070000")
write("moved.ics", "12", "RECURRENCE-ID:20240609T230000Z")
PY
venv/bin/python make.py
cat > run.mjs <<'JS'
import assert from "node:assert";
import fs from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
const two = (number) => String(number).padStart(2, "0");
function byIcalJs(text) {
  const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
  const weekly = events.find((each) => !each.isRecurrenceException());
  events.filter((each) => each !== weekly).forEach((each) => weekly.relateException(each));
  const found = [];
  const dates = weekly.iterator();
  for (let next = dates.next(); next; next = dates.next()) {
    const { startDate } = weekly.getOccurrenceDetails(next);
    found.push(`${two(startDate.day)} ${two(startDate.hour)}`);
  }
  return found;
}
function byNodeIcal(text) {
  const event = Object.values(nodeIcal.sync.parseICS(text)).find((each) => each.type === "VEVENT");
  const range = { from: new Date(2024, 4, 1), to: new Date(2024, 7, 1) };
  return nodeIcal.expandRecurringEvent(event, range).map(({ start }) => `${two(start.getDate())} ${two(start.getHours())}`);
}
const texts = ["future.ics", "moved.ics"].map((name) => fs.readFileSync(name, "utf8"));
const found = texts.map((text) => [byIcalJs(text).join(", "), byNodeIcal(text).join(", ")]);
console.log(found);
assert.deepEqual(found, [
  ["03 07, 10 14, 17 14, 24 14", "03 07, 10 14, 17 07, 24 07"],
  ["03 07, 12 14, 17 07, 24 07", "03 07, 12 14, 17 07, 24 07"],
]);
JS
TZ=Asia/Shanghai node run.mjs
cat > run.py <<'PY'
import pathlib
from datetime import datetime
from zoneinfo import ZoneInfo
import icalendar, recurring_ical_events
from ical.calendar_stream import IcsCalendarStream
SHANGHAI = ZoneInfo("Asia/Shanghai")
FROM, TO = datetime(2024, 5, 1, tzinfo=SHANGHAI), datetime(2024, 8, 1, tzinfo=SHANGHAI)
def by_ical(text):
    return [each.dtstart for each in IcsCalendarStream.calendar_from_ics(text).timeline_tz(SHANGHAI).overlapping(FROM, TO)]
def by_icalendar(text):
    return sorted(each["DTSTART"].dt for each in recurring_ical_events.of(icalendar.Calendar.from_ical(text)).between(FROM, TO))
found = [[", ".join(f"{each:%d %H}" for each in read(pathlib.Path(name).read_text(encoding="utf-8"))) for read in (by_ical, by_icalendar)]
         for name in ("future.ics", "moved.ics")]
print(found)
assert found == [
    ["03 07, 10 14, 17 07, 24 07", "03 07, 10 14, 17 14, 24 14"],
    ["03 07, 10 07, 12 14, 17 07, 24 07", "03 07, 12 14, 17 07, 24 07"],
], found
PY
venv/bin/python -W ignore run.py
echo 'as found'
