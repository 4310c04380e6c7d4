#!/usr/bin/env bash
# icalendar 7.3.2 (Python): a time zone that a file brings with it (VTIMEZONE) under a name of its own is held for the files read after it.
# Outlook calls every zone of one's own Customized Time Zone; the second file with that name, two hours behind, is read with the zone of
# the first, and even one that brings no zone is. Alone, in a new process, each is read rightly. ical.js 2.2.1 (Node) reads both rightly.
# Guess before: nine o'clock is 01:00Z in the first file and 03:00Z in the second, read one after another, by icalendar and ical.js (and by
# node-ical and ts-ics).
# Seen: 01:00Z for all in icalendar; 01:00Z and 03:00Z in ical.js.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check icalendar==7.3.2 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" ical.js@2.2.1 >/dev/null 2>&1
event() { printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//x//x//ZH BEGIN:VTIMEZONE 'TZID:Customized Time Zone' BEGIN:STANDARD \
  DTSTART:19700101T000000 "TZOFFSETFROM:$1" "TZOFFSETTO:$1" END:STANDARD END:VTIMEZONE BEGIN:VEVENT UID:one DTSTAMP:20240601T000000Z \
  SUMMARY:宣讲 'DTSTART;TZID=Customized Time Zone:20240611T090000' END:VEVENT END:VCALENDAR > "$2"; }
event +0800 a.ics
event +0600 b.ics
sed '/BEGIN:VTIMEZONE/,/END:VTIMEZONE/d' a.ics > c.ics
cat > run.py <<'PY'
import pathlib, sys
from datetime import UTC
import icalendar
for path in sys.argv[1:]:
    calendar = icalendar.Calendar.from_ical(pathlib.Path(path).read_bytes())
    print(f"{calendar.events[0]['DTSTART'].dt.astimezone(UTC):%H:%MZ}")
PY
cat > run.mjs <<'JS'
import fs from "node:fs";
import ICAL from "ical.js";
for (const path of process.argv.slice(2)) {
  const event = new ICAL.Event(new ICAL.Component(ICAL.parse(fs.readFileSync(path, "utf8"))).getFirstSubcomponent("vevent"));
  console.log(`${event.startDate.toJSDate().toISOString().slice(11, 16)}Z`);
}
JS
together=$(venv/bin/python run.py a.ics b.ics c.ics | xargs); alone=$(venv/bin/python run.py b.ics); other=$(node run.mjs a.ics b.ics | xargs)
echo "icalendar: $together, the second alone: $alone; ical.js: $other"
[ "$together" = '01:00Z 01:00Z 01:00Z' ]
[ "$alone" = '03:00Z' ]
[ "$other" = '01:00Z 03:00Z' ]
echo 'as found'
