#!/usr/bin/env bash
# ics 0.7.3 (Python) with TatSu 5.15.1, where colorama 0.4.6 is installed, too (MkDocs and click on Windows bring it), and the output
# is no terminal (a pipe, a log, a service): every line that is read wraps the program's standard output once more, so that a
# program that reads enough of them ends in RecursionError, in reading or in its own print.
# Guess before: reading a calendar has no effect on standard output.
# Seen: 9 wrappers after one calendar of nine lines, 90 after ten; none without colorama.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ics==0.7.3 tatsu==5.15.1 colorama==0.4.6 2>/dev/null
cat > "$work/read.py" <<'PY'
import sys

if sys.argv[1:] == ["without"]:
    sys.modules["colorama"] = None
from ics import Calendar

ENTRY = ["BEGIN:VEVENT", "UID:one", "DTSTAMP:20240601T000000Z", "DTSTART;VALUE=DATE:20240611", "END:VEVENT"]
CALENDAR = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//ZH", *ENTRY, "END:VCALENDAR", ""])


def wrappers():
    stream, number = sys.stdout, 0
    while type(stream).__module__.startswith("colorama"):
        stream = object.__getattribute__(stream, "_StreamWrapper__wrapped")
        number += 1
    return number


def read(times):
    for _ in range(times):
        Calendar(CALENDAR)
    return wrappers()


one, ten = read(1), read(9)
sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
print(f"{one} wrappers after one, {ten} after ten")
PY
found=$("$work/venv/bin/python" -W ignore "$work/read.py")
found_without=$("$work/venv/bin/python" -W ignore "$work/read.py" without)
printf '%s\n%s\n' "$found" "$found_without"
test "$found" = '9 wrappers after one, 90 after ten'
test "$found_without" = '0 wrappers after one, 0 after ten'
echo 'as found'
