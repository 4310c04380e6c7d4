#!/usr/bin/env bash
# ics 0.7.3 (Python): keeps properties that it does not know, with their parameters, and loses the parameters of those it knows.
# Where a calendar has no CALSCALE it adds one, CALSCALE:GEORGIAN, which is none.
# Guess before: parameters are either kept or dropped everywhere.
# Seen: X-NOTE;LANGUAGE=zh-CN:注 comes back whole; SUMMARY;LANGUAGE=zh-CN:竞答 comes back as SUMMARY:竞答.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check ics==0.7.3 2>/dev/null
"$work/venv/bin/python" -W ignore - <<'PY'
from ics import Calendar
lines = [
    "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//ZH", "BEGIN:VEVENT", "UID:one", "DTSTAMP:20240601T000000Z",
    "DTSTART;VALUE=DATE:20240611", "DTEND;VALUE=DATE:20240612", "SUMMARY;LANGUAGE=zh-CN:竞答", "X-NOTE;LANGUAGE=zh-CN:注",
    "END:VEVENT", "END:VCALENDAR", "",
]
written = Calendar("\r\n".join(lines)).serialize().splitlines()
print(written)
assert "SUMMARY:竞答" in written
assert "X-NOTE;LANGUAGE=zh-CN:注" in written
assert "CALSCALE:GEORGIAN" in written
PY
echo 'as found'
