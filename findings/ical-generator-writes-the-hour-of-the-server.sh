#!/usr/bin/env bash
# ical-generator 10.2.0 (Node): with a time zone, a moment is written in the hour of the computer that writes the calendar, under the name
# of that zone. 2024-06-11T01:00:00Z, nine in Shanghai, given as a Date or as that very text, is
# DTSTART;TZID=Asia/Shanghai:20240611T010000 on a server in UTC, one at night, and nine only on a computer in Shanghai, where it was tried.
# With the zone for the calendar alone, times have neither zone nor Z and are read in the zone of each reader; DTSTAMP, which RFC 5545 wants
# in UTC, is such a one. Without a zone all is in UTC and right, and with Luxon's DateTime the hour is right everywhere.
# Guess before: DTSTART;TZID=Asia/Shanghai:20240611T090000 wherever it is written, perhaps without its VTIMEZONE.
# Seen: T010000 in UTC, T090000 in Shanghai, the evening of 10 June in New York; DTSTART:20240611T010000 for the zone of the calendar.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --prefix "$work" ical-generator@10.2.0 luxon@3.7.2 >/dev/null 2>&1
cat > run.mjs <<'JS'
import assert from "node:assert";
import ical from "ical-generator";
import { DateTime } from "luxon";
const TEXT = "2024-06-11T01:00:00Z";
function written(start, ofCalendar, ofSession) {
  const calendar = ical({ timezone: ofCalendar });
  calendar.createEvent({ start, summary: "课", timezone: ofSession });
  const text = calendar.toString();
  return [text.match(/^DTSTART(.*?)\r?$/m)[1], /^DTSTAMP:\d+T\d+Z\r?$/m.test(text)];
}
const zone = "Asia/Shanghai";
const found = [
  written(new Date(TEXT), undefined, zone), written(TEXT, undefined, zone), written(new Date(TEXT), zone), written(new Date(TEXT)),
  written(DateTime.fromISO(TEXT, { zone }), undefined, zone),
];
const here = { UTC: "20240611T010000", "Asia/Shanghai": "20240611T090000", "America/New_York": "20240610T210000" }[process.env.TZ];
console.log(process.env.TZ, found);
assert.deepEqual(found, [
  [`;TZID=Asia/Shanghai:${here}`, true], [`;TZID=Asia/Shanghai:${here}`, true], [`:${here}`, false], [":20240611T010000Z", true],
  [";TZID=Asia/Shanghai:20240611T090000", true],
]);
JS
for zone in UTC Asia/Shanghai America/New_York; do TZ=$zone node run.mjs; done
echo 'as found'
