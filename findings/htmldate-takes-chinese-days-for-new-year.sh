#!/usr/bin/env bash
# htmldate 1.11.0 (Python), find_date, which dates pages for trafilatura and other archives: a page that says 发布日期：2024年5月28日 is
# dated 1 January 2024, and so is one that has a day of June alone. It reads days written 2024-5-28 or 28 May 2024; of 2024年5月28日
# the year is left, and nothing tells that month and day were made up. With article:published_time in its head the page has its day.
# Guess before: 2024-05-28 for the first page, 2024-06-11 for the one with 活动时间：2024年6月11日至20日 alone, 2024-05-28 with the meta tag.
# Seen: 2024-01-01, 2024-01-01, 2024-05-28; 2024-05-28 for the two other ways of writing it.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check htmldate==1.11.0 2>/dev/null
"$work/venv/bin/python" - <<'PY'
from htmldate import find_date
HELD = "<p>活动时间：2024年6月11日至20日</p>"
def dated(text, head=""):
    return find_date(f'<!DOCTYPE html><html lang="zh"><head><meta charset="utf-8"><title>竞答</title>{head}</head><body>{text}</body></html>')
found = [
    dated(f"<p>发布日期：2024年5月28日</p>{HELD}"),
    dated(HELD),
    dated(f"<p>发布日期：2024年5月28日</p>{HELD}", '<meta property="article:published_time" content="2024-05-28">'),
    dated("<p>发布日期：2024-5-28</p>"),
    dated("<p>28 May 2024</p>"),
]
print(found)
assert found == ["2024-01-01", "2024-01-01", "2024-05-28", "2024-05-28", "2024-05-28"], found
PY
echo 'as found'
