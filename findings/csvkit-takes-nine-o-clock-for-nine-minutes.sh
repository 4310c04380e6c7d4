#!/usr/bin/env bash
# csvkit 2.2.0 with agate 1.14.2 (Python), csvjson: an hour, 9:00, is a length of nine minutes, 0:09:00; a span of numbers, 1-6, is
# 6 January 2001; and 6/11, a day of this year in a Chinese sheet, is 11 June 2001. The year stands nowhere in the file. With -I, which
# leaves all as text, each comes back as written; 9:00-11:00, 6月 and 无 do in any case.
# Guess before: 9:00, 1-6, 6/11, 6月 and 无 stay text, 2024-06-11 is a date.
# Seen: 0:09:00, 2001-01-06, 2001-06-11, 2024-06-11.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check csvkit==2.2.0 agate==1.14.2 2>/dev/null
printf 'hour,sessions,day,date,hours,month,note\n9:00,1-6,6/11,2024-06-11,9:00-11:00,6月,无\n10:30,2-7,6/12,2024-06-12,14:00-16:00,7月,无\n' > plan.csv
guessed=$(venv/bin/csvjson plan.csv); kept=$(venv/bin/csvjson -I plan.csv)
echo "$guessed"; echo "$kept"
grep -qF '"hour": "0:09:00", "sessions": "2001-01-06", "day": "2001-06-11", "date": "2024-06-11", "hours": "9:00-11:00", "month": "6月"' <<< "$guessed"
grep -qF '"hour": "9:00", "sessions": "1-6", "day": "6/11", "date": "2024-06-11"' <<< "$kept"
echo 'as found'
