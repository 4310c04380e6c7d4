#!/usr/bin/env bash
# calendar-link 2.11.5 (Node), ics() of an event of whole days: it writes DTSTART:20240611 without VALUE=DATE, which RFC 5545 asks for.
# ical.js 2.2.1, which Thunderbird reads with, refuses such a day (invalid date-time value); node-ical 0.27.2, icalendar 7.3.2 and
# vobject 0.9.9 (Python) take it for a day. Its own mark of a whole day is one of Microsoft's (X-MICROSOFT-CDO-ALLDAYEVENT).
# Guess before: all four read a day, and ics 0.7.3 does.
# Seen: 'invalid date-time value: "2024-06-11T::"' by ical.js, 2024-06-11 by the three others.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check icalendar==7.3.2 vobject==0.9.9 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" calendar-link@2.11.5 ical.js@2.2.1 node-ical@0.27.2 >/dev/null 2>&1
cat > run.mjs <<'JS'
import assert from "node:assert";
import fs from "node:fs";
import { ics } from "calendar-link";
import ICAL from "ical.js";
import nodeIcal from "node-ical";
const address = ics({ title: "竞答", start: "2024-06-11", end: "2024-06-21", allDay: true });
const text = decodeURIComponent(address.slice(address.indexOf(",") + 1));
fs.writeFileSync("a.ics", text);
const event = Object.values(nodeIcal.sync.parseICS(text)).find((each) => each.type === "VEVENT");
let refused = "";
try {
  new ICAL.Event(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vevent")).startDate.toJSDate();
} catch (error) {
  refused = error.message;
}
console.log(text.match(/DTSTART.*/)[0].trim(), "|", refused, "|", event.start.toISOString(), event.start.dateOnly);
assert.match(text, /^DTSTART:20240611\r?$/m);
assert.match(refused, /invalid date-time value/);
assert.deepEqual([event.start.toISOString(), event.start.dateOnly], ["2024-06-11T00:00:00.000Z", true]);
JS
TZ=UTC node run.mjs
venv/bin/python - <<'PY'
import pathlib
from datetime import date
import icalendar, vobject
text = pathlib.Path("a.ics").read_text(encoding="utf-8")
found = icalendar.Calendar.from_ical(text).events[0]["DTSTART"].dt, vobject.readOne(text).vevent.dtstart.value
print(found)
assert found == (date(2024, 6, 11), date(2024, 6, 11)), found
PY
echo 'as found'
