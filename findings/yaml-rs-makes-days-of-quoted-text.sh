#!/usr/bin/env bash
# yaml-rs 0.1.6 (Python): quotes do not keep a text a text. "2024-06-11" is a date, "12:30:45" a time and "2024-06-11 09:00" a moment, in
# either kind of quotes, in a block (|-), in a list and as a key; so it does not read back what it wrote itself. Numbers and true in quotes
# stay text, and so does all with parse_datetime=False or behind !!str. PyYAML 6.0.3 and py-yaml12 0.2.0 give text.
# Guess before: what is quoted is text, in each of the three, as YAML says; a round trip keeps it.
# Seen: datetime.date(2024, 6, 11) for "2024-06-11"; datetime.time(12, 30, 45) from its own '"12:30:45"'; '9:00:00' stays text.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check yaml-rs==0.1.6 pyyaml==6.0.3 py-yaml12==0.2.0 2>/dev/null
"$work/venv/bin/python" - <<'PY'
from datetime import date, datetime, time
import yaml, yaml12, yaml_rs
WRITTEN = ('"2024-06-11"', "'2024-06-11'", "|-\n  2024-06-11", '"12:30:45"', '"2024-06-11 09:00"', '"9:00:00"', '"12"', '"true"')
found = [yaml_rs.loads(f"k: {each}\n")["k"] for each in WRITTEN]
print(found)
day = date(2024, 6, 11)
assert found == [day, day, day, time(12, 30, 45), datetime(2024, 6, 11, 9), "9:00:00", "12", "true"], found
for read in (yaml.safe_load, yaml12.parse_yaml, lambda text: yaml_rs.loads(text, parse_datetime=False)):
    assert all(isinstance(read(f"k: {each}\n")["k"], str) for each in WRITTEN)
again = yaml_rs.dumps({"k": "12:30:45"})
print(repr(again))
assert '"12:30:45"' in again and yaml_rs.loads(again) == {"k": time(12, 30, 45)}
assert yaml_rs.loads('"2024-06-11": 甲\n') == {day: "甲"}
PY
echo 'as found'
