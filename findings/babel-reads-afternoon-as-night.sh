#!/usr/bin/env bash
# Babel 2.19.0 (Python): parse_time takes an hour of the afternoon with its Chinese word for one of the night, without a word, and so
# does not read what its own format_time writes in zh_TW. In English 3:30 pm is the afternoon.
# Guess before: 下午3:30 is half past three in the afternoon.
# Seen: 03:30 for 下午3:30 in zh_CN and zh_TW, 15:30 for 3:30 pm in en_US.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0 2>/dev/null
"$work/venv/bin/python" - <<'PY'
from datetime import time
from babel.dates import format_time, parse_time
written = format_time(time(15, 30), "short", locale="zh_TW")
found = [written] + [f"{parse_time(text, locale=place):%H:%M}" for text, place in
         ((written, "zh_TW"), ("下午3:30", "zh_CN"), ("3:30 pm", "en_US"), ("15:30", "zh_CN"))]
print(found)
assert found == ["下午3:30", "03:30", "03:30", "15:30", "15:30"], found
PY
echo 'as found'
