#!/usr/bin/env bash
# icalendar 7.3.2 with recurring-ical-events 3.8.2 (Python), ical.js 2.2.1 and node-ical 0.27.2 (Node): an event that names its further
# dates one by one (RDATE, as for sessions without a rule) has three dates in the first, two in the second, which leaves out DTSTART
# itself, and one in the third, which leaves out RDATE. RFC 5545 counts DTSTART as the first. With a rule (RRULE) all three agree.
# Guess before: all give the three dates.
# Seen: 8, 11 and 20 June; 11 and 20 June; 8 June.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check icalendar==7.3.2 recurring-ical-events==3.8.2 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" ical.js@2.2.1 node-ical@0.27.2 >/dev/null 2>&1
event() { printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//x//x//ZH BEGIN:VEVENT UID:one DTSTAMP:20240601T000000Z SUMMARY:宣讲 \
  'DTSTART;VALUE=DATE:20240608' "$1" END:VEVENT END:VCALENDAR > "$2"; }
event 'RDATE;VALUE=DATE:20240611,20240620' dates.ics
event 'RRULE:FREQ=WEEKLY;COUNT=3' rule.ics
cat > run.py <<'PY'
import pathlib, sys
import icalendar, recurring_ical_events
calendar = icalendar.Calendar.from_ical(pathlib.Path(sys.argv[1]).read_bytes())
events = recurring_ical_events.of(calendar).between((2024, 6, 1), (2024, 7, 1))
print(*sorted(f"{event['DTSTART'].dt:%Y-%m-%d}" for event in events))
PY
cat > run.mjs <<'JS'
import fs from "node:fs";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
const text = fs.readFileSync(process.argv[2], "utf8");
const steps = new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent")).iterator();
const byIcalJs = [];
for (let next; (next = steps.next()); ) byIcalJs.push(next.toString());
const event = Object.values(nodeIcal.sync.parseICS(text)).find((each) => each.type === "VEVENT");
const span = { from: new Date(2024, 5, 1), to: new Date(2024, 6, 1) };
const byNodeIcal = nodeIcal.expandRecurringEvent(event, span).map((each) => each.start.toISOString().slice(0, 10));
console.log(`${byIcalJs.join(" ")} | ${byNodeIcal.join(" ")}`);
JS
read_by_all() { echo "$(venv/bin/python run.py "$1") | $(TZ=UTC node run.mjs "$1")"; }
dates=$(read_by_all dates.ics); rule=$(read_by_all rule.ics)
echo "dates: $dates"; echo "rule: $rule"
[ "$dates" = '2024-06-08 2024-06-11 2024-06-20 | 2024-06-11 2024-06-20 | 2024-06-08' ]
[ "$rule" = '2024-06-08 2024-06-15 2024-06-22 | 2024-06-08 2024-06-15 2024-06-22 | 2024-06-08 2024-06-15 2024-06-22' ]
echo 'as found'
