#!/usr/bin/env bash
# icalevents 0.3.1 (Python), events(): an event of one whole day, 11 June to 12 June as RFC 5545 writes it, is there when 12 June is asked
# for, and when 10 June is; so an event of the day is told of a day early and a day late. Asked for in the time of Shanghai it goes
# from eight in the morning to eight in the next. recurring-ical-events 3.8.2 with icalendar 7.3.2 has it on 11 June alone.
# Guess before: neither 12 to 13 June nor 10 to 11 June has it, in Asia/Shanghai, too.
# Seen: it is in both; 2024-06-11 08:00+08:00 to 2024-06-12 08:00+08:00.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check icalevents==0.3.1 2>/dev/null
python3 -m venv other
other/bin/pip install --quiet --disable-pip-version-check icalendar==7.3.2 recurring-ical-events==3.8.2 2>/dev/null
printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//x//x//ZH BEGIN:VEVENT UID:one DTSTAMP:20240601T000000Z SUMMARY:竞答 \
  'DTSTART;VALUE=DATE:20240611' 'DTEND;VALUE=DATE:20240612' END:VEVENT END:VCALENDAR > a.ics
cat > run.py <<'PY'
import pathlib
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo
from icalevents.icalevents import events
content = pathlib.Path("a.ics").read_bytes()
def on(day, zone=None):
    start = datetime(2024, 6, day, tzinfo=zone)
    return [f"{event.start:%d %H:%M%z}-{event.end:%d %H:%M%z}" for event in
            events(string_content=content, start=start, end=start + timedelta(days=1), tzinfo=zone)]
found = [on(day) for day in (9, 10, 11, 12, 13)], on(11, ZoneInfo("Asia/Shanghai"))
print(found)
UTC = ["11 00:00+0000-12 00:00+0000"]
assert found == ([[], UTC, UTC, UTC, []], ["11 08:00+0800-12 08:00+0800"]), found
PY
cat > other.py <<'PY'
import pathlib
from datetime import date, timedelta
import icalendar, recurring_ical_events
calendar = recurring_ical_events.of(icalendar.Calendar.from_ical(pathlib.Path("a.ics").read_bytes()))
found = [len(calendar.between(date(2024, 6, day), date(2024, 6, day) + timedelta(days=1))) for day in (9, 10, 11, 12, 13)]
print(found)
assert found == [0, 0, 1, 0, 0], found
PY
TZ=UTC venv/bin/python run.py
other/bin/python other.py
echo 'as found'
