#!/usr/bin/env bash
# ical.js 2.2.1 (Node), with which Thunderbird reads calendars: an event on the second Tuesday of each month at nine and at three
# (FREQ=MONTHLY;BYDAY=2TU;BYHOUR=9,15) has dates that nobody planned: the first of every month at three. They count, so with COUNT the
# last real ones are missing. With one hour, or with BYMONTHDAY, the dates are right. dateutil 2.9.0.post0 (Python), rrule 2.8.1 and
# rrule-temporal 2.2.8 (Node) give the second Tuesdays alone.
# Guess before: the same dates in all four.
# Seen: 11 June 9:00 and 15:00, 1 July 15:00, 9 July 9:00 and 15:00, 1 August 15:00 by ical.js.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-dateutil==2.9.0.post0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" ical.js@2.2.1 rrule@2.8.1 rrule-temporal@2.2.8 >/dev/null 2>&1
cat > run.mjs <<'JS'
import assert from "node:assert";
import ICAL from "ical.js";
import rrule from "rrule";
import { RRuleTemporal } from "rrule-temporal";
const shown = (text) => text.slice(5, 16);
function byIcalJs(rule) {
  const steps = ICAL.Recur.fromString(rule).iterator(ICAL.Time.fromDateTimeString("2024-06-11T09:00:00"));
  const found = [];
  for (let next; (next = steps.next()); ) found.push(shown(next.toString()));
  return found;
}
const byRrule = (rule) => rrule.rrulestr(`DTSTART:20240611T090000Z\nRRULE:${rule}`).all().map((each) => shown(each.toISOString()));
const byTemporal = (rule) =>
  new RRuleTemporal({ rruleString: `DTSTART;TZID=Asia/Shanghai:20240611T090000\nRRULE:${rule}` }).all().map((each) => shown(each.toString()));
const TWO = "FREQ=MONTHLY;BYDAY=2TU;BYHOUR=9,15;COUNT=6";
const RIGHT = ["06-11T09:00", "06-11T15:00", "07-09T09:00", "07-09T15:00", "08-13T09:00", "08-13T15:00"];
console.log(byIcalJs(TWO).join(" "));
assert.deepEqual(byIcalJs(TWO), ["06-11T09:00", "06-11T15:00", "07-01T15:00", "07-09T09:00", "07-09T15:00", "08-01T15:00"]);
assert.deepEqual([byRrule(TWO), byTemporal(TWO)], [RIGHT, RIGHT]);
assert.deepEqual(byIcalJs("FREQ=MONTHLY;BYDAY=2TU;COUNT=3"), ["06-11T09:00", "07-09T09:00", "08-13T09:00"]);
assert.deepEqual(byIcalJs("FREQ=MONTHLY;BYMONTHDAY=11;BYHOUR=9,15;COUNT=4"), ["06-11T09:00", "06-11T15:00", "07-11T09:00", "07-11T15:00"]);
JS
TZ=UTC node run.mjs
venv/bin/python - <<'PY'
from datetime import datetime
from dateutil.rrule import rrulestr
found = [f"{each:%m-%dT%H:%M}" for each in rrulestr("FREQ=MONTHLY;BYDAY=2TU;BYHOUR=9,15;COUNT=6", dtstart=datetime(2024, 6, 11, 9))]
print(*found)
assert found == ["06-11T09:00", "06-11T15:00", "07-09T09:00", "07-09T15:00", "08-13T09:00", "08-13T15:00"], found
PY
echo 'as found'
