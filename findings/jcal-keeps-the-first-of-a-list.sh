#!/usr/bin/env bash
# icalendar 7.3.2 (Python), from_jcal and to_jcal, and ical.js 2.2.1 (Node): a calendar that goes from one to the other as JSON (jCal,
# RFC 7265) loses what a line has besides its first value. Of RESOURCES:投影仪,白板 and of two busy hours in FREEBUSY, as ical.js writes
# them, icalendar keeps the first, without a word. WKST, which ical.js writes as a number, it refuses (JCalParsingError); ical.js does so
# with a list of words in a parameter, FEATURE=AUDIO,VIDEO, as icalendar writes it (TypeError). By its own JSON icalendar loses
# VALUE=DURATION of REFRESH-INTERVAL, which RFC 7986 wants; and without JSON it makes one thing of the two, 投影仪\,白板.
# Guess before: the same event there and back, lists, rules and parameters and all, in both directions.
# Seen: RESOURCES:投影仪 and one hour by JSON; RESOURCES:投影仪\,白板 by icalendar alone; "wkst":2; REFRESH-INTERVAL:PT12H.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check icalendar==7.3.2 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" ical.js@2.2.1 >/dev/null 2>&1
cat > make.py <<'PY'
import json, pathlib
import icalendar
def calendar(*lines, kind="VEVENT"):
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//example.org//A//ZH", "REFRESH-INTERVAL;VALUE=DURATION:PT12H")
    part = (f"BEGIN:{kind}", "UID:a@example.org", "DTSTAMP:20240528T010000Z", *lines, f"END:{kind}")
    return "\r\n".join((*head, *part, "END:VCALENDAR", ""))
DAY = "DTSTART:20240611T010000Z"
FILES = {
    "things": calendar(DAY, "RESOURCES:投影仪,白板"),
    "busy": calendar("FREEBUSY:20240611T010000Z/PT1H,20240612T010000Z/PT1H", kind="VFREEBUSY"),
    "week": calendar(DAY, "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO"),
    "call": calendar(DAY, "CONFERENCE;VALUE=URI;FEATURE=AUDIO,VIDEO:https://example.org/"),
}
for name, text in FILES.items():
    pathlib.Path(f"{name}.ics").write_text(text, encoding="utf-8", newline="")
    pathlib.Path(f"{name}.python.json").write_text(json.dumps(icalendar.Calendar.from_ical(text).to_jcal()), encoding="utf-8")
PY
venv/bin/python make.py
cat > run.mjs <<'JS'
import assert from "node:assert";
import fs from "node:fs";
import ICAL from "ical.js";
const words = (name) => fs.readFileSync(name, "utf8");
for (const name of ["things", "busy", "week", "call"]) {
  const own = ICAL.parse(words(`${name}.ics`));
  fs.writeFileSync(`${name}.node.json`, JSON.stringify(own));
  const back = new ICAL.Component(JSON.parse(JSON.stringify(own))).toString();
  assert.deepEqual(ICAL.parse(back), own);
}
assert.throws(() => new ICAL.Component(JSON.parse(words("call.python.json"))).toString(), TypeError);
assert.ok(new ICAL.Component(JSON.parse(words("things.python.json"))).toString().includes("RESOURCES:投影仪\\,白板"));
assert.ok(words("week.node.json").includes('"wkst":2'));
JS
node run.mjs
cat > run.py <<'PY'
import json, pathlib
import icalendar
from icalendar.error import JCalParsingError
def lines(calendar, name):
    return [line for line in calendar.to_ical().decode().split("\r\n") if line.startswith(name)]
def own(name):
    return icalendar.Calendar.from_ical(pathlib.Path(f"{name}.ics").read_bytes())
def other(name):
    return icalendar.Calendar.from_jcal(json.loads(pathlib.Path(f"{name}.node.json").read_text(encoding="utf-8")))
found = {
    "things": (lines(own("things"), "RESOURCES"), lines(other("things"), "RESOURCES")),
    "busy": (len(lines(own("busy"), "FREEBUSY")), lines(other("busy"), "FREEBUSY")),
    "often": lines(icalendar.Calendar.from_jcal(own("things").to_jcal()), "REFRESH"),
}
print(found)
assert found == {
    "things": (["RESOURCES:投影仪\\,白板"], ["RESOURCES:投影仪"]),
    "busy": (2, ["FREEBUSY:20240611T010000Z/PT1H"]),
    "often": ["REFRESH-INTERVAL:PT12H"],
}, found
try:
    raise SystemExit(f"wkst is read: {lines(other('week'), 'RRULE')}")
except JCalParsingError as error:
    assert "wkst" in str(error) and "Got value: 2" in str(error), error
assert lines(icalendar.Calendar.from_jcal(own("week").to_jcal()), "RRULE") == ["RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU;WKST=MO"]
PY
venv/bin/python run.py
echo 'as found'
