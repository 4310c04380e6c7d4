#!/usr/bin/env bash
# ics 0.7.3 (Python) with TatSu 5.15.1, where colorama 0.4.6 is installed, too (MkDocs and click on Windows bring it), and the output
# is no terminal (a pipe, a log, a service): every line that is read wraps the program's standard output once more. After a
# thousand lines, of one calendar or of many, reading ends in RecursionError, and so does the program's own print.
# Guess before: reading a calendar has no effect on standard output, and a long one is read as a short one is.
# Seen: 8 wrappers after one calendar of eight lines, 80 after ten; a calendar of 400 entries is not read. Without colorama it is.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ics==0.7.3 tatsu==5.15.1 colorama==0.4.6 2>/dev/null
cat > "$work/read.py" <<'PY'
import sys

if sys.argv[1:] == ["without"]:
    sys.modules["colorama"] = None
from ics import Calendar

ENTRY = ["BEGIN:VEVENT", "UID:{}", "DTSTART;VALUE=DATE:20240611", "END:VEVENT"]


def calendar(number):
    entries = [line.format(each) for each in range(number) for line in ENTRY]
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//ZH", *entries, "END:VCALENDAR", ""])


def wrappers():
    stream, number = sys.stdout, 0
    while type(stream).__module__.startswith("colorama"):
        stream = object.__getattribute__(stream, "_StreamWrapper__wrapped")
        number += 1
    return number


def read(times):
    for _ in range(times):
        Calendar(calendar(1))
    return wrappers()


one, ten = read(1), read(9)
try:
    ended = f"{len(Calendar(calendar(400)).events)} entries"
except RecursionError:
    ended = "RecursionError"
sys.stdout, sys.stderr = sys.__stdout__, sys.__stderr__
print(f"{one} wrappers after one, {ten} after ten; a calendar of 400 entries: {ended}")
PY
found=$("$work/venv/bin/python" -W ignore "$work/read.py")
found_without=$("$work/venv/bin/python" -W ignore "$work/read.py" without)
printf '%s\n%s\n' "$found" "$found_without"
test "$found" = '8 wrappers after one, 80 after ten; a calendar of 400 entries: RecursionError'
test "$found_without" = '0 wrappers after one, 0 after ten; a calendar of 400 entries: 400 entries'
echo 'as found'
