#!/usr/bin/env bash
# dateparser 1.5.0 (Python), search_dates: the second day of a Chinese range is taken for so many days ago, and with the text called
# Chinese (languages=["zh"]) the first one, too: 6月11日至20日 becomes 6 months and 11 days ago, and 20 days ago. Without that
# argument the first day is right. Nothing but the hour, which is that of the call, tells such a day from one that was read.
# Guess before: it finds two dates, the first and the last day.
# Seen, on 29 November 2026 at noon: 18 May and 9 November for 活动时间：6月11日至20日, 11 June and 9 November without the language;
# 11 June and 9 May for 2026年6月11日至6月20日.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check dateparser==1.5.0 2>/dev/null
TZ=UTC "$work/venv/bin/python" - <<'PY'
from datetime import datetime
from dateparser.search import search_dates
def days(text, **languages):
    found = search_dates(text, settings={"RELATIVE_BASE": datetime(2026, 11, 29, 12)}, **languages)
    return [f"{day:%Y-%m-%d %H:%M}" for _, day in found or ()]
short, long = "活动时间：6月11日至20日", "2026年6月11日至6月20日"
found = [days(short, languages=["zh"]), days(short), days(long, languages=["zh"]), days(long)]
print(found)
assert found == [
    ["2026-05-18 12:00", "2026-11-09 12:00"],
    ["2026-06-11 00:00", "2026-11-09 12:00"],
    ["2026-06-11 00:00", "2026-05-09 12:00"],
    ["2026-06-11 00:00", "2026-06-20 00:00"],
], found
PY
echo 'as found'
