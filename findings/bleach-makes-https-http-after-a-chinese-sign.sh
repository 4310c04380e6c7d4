#!/usr/bin/env bash
# bleach 6.4.0 (Python), linkify: an address with https that follows a Chinese sign without a space leads to http. 见https:// stays text,
# and what comes behind it is taken for an address without a scheme. After a bracket （ or a space the scheme is kept.
# The Chinese stop and the words behind it become part of the address in each case.
# Guess before: the linked address ends before the Chinese stop.
# Seen: href http://example.org/a after 见, https://example.org/a after a space, and https://example.org/a。详见.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check bleach==6.4.0 2>/dev/null
"$work/venv/bin/python" - <<'PY'
import re
import bleach
TEXTS = ("见https://example.org/a", "见 https://example.org/a", "（https://example.org/a", "见 https://example.org/a。详见")
found = [re.findall('href="([^"]*)"', bleach.linkify(text)) for text in TEXTS]
print(found)
assert found == [["http://example.org/a"], ["https://example.org/a"], ["https://example.org/a"], ["https://example.org/a。详见"]], found
PY
echo 'as found'
