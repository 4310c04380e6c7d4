#!/usr/bin/env bash
# jionlp 1.5.31 (Python), parse_time, a reader of Chinese times: 即日起至6月20日 (from today to 20 June) is 20 June alone, an accurate
# point, not a span; so a window for entries that is open for weeks is open for a day. And two months joined by 至 are refused
# (ValueError), while two days of a month are a span, and 6月底前 (before the end of June) begins today.
# Guess before: 1 May to 20 June; 1 June to 31 August for 6月至8月; 11 to 20 June for 6月11日至20日; up to 30 June for 6月底前.
# Seen, with 1 May 2024 as today: time_point, 20 June 00:00 to 23:59; ValueError; 11 to 20 June; 1 May to 30 June.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check jionlp==1.5.31 2>/dev/null
"$work/venv/bin/python" - <<'PY'
import jionlp
def read(text):
    try:
        found = jionlp.parse_time(text, time_base={"year": 2024, "month": 5, "day": 1})
    except ValueError:
        return "refused"
    return found["type"], *(moment[:10] for moment in found["time"])
found = [read(text) for text in ("即日起至6月20日", "6月至8月", "6月11日至20日", "6月底前")]
print(*found, sep="\n")
assert found == [
    ("time_point", "2024-06-20", "2024-06-20"),
    "refused",
    ("time_span", "2024-06-11", "2024-06-20"),
    ("time_span", "2024-05-01", "2024-06-30"),
], found
PY
echo 'as found'
