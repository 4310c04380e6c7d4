#!/usr/bin/env bash
# cn2an 0.5.24 (Python), transform, which is to bring Chinese numbers in a sentence into digits: signs that count nothing are changed
# as well. 统一安排 (arranged as one) becomes 统1安排, and the cities 九江 and 三江 become 9江 and 3江; 万一 (in case) stays, with a
# warning. Dates and numbers of rooms beside them are right.
# Guess before: 6月11日至20日 for 六月十一日至二十日, 1号楼302室 for 一号楼三百零二室; 统一安排 and 万一有变 stay.
# Seen: the two numbers as guessed, 万一有变, and 统1安排, 9江市, 3江县.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check cn2an==0.5.24 2>/dev/null
"$work/venv/bin/python" -W ignore - <<'PY'
import cn2an
TEXTS = ("六月十一日至二十日", "一号楼三百零二室", "万一有变", "统一安排", "九江市", "三江县")
found = [cn2an.transform(text) for text in TEXTS]
print(found)
assert found == ["6月11日至20日", "1号楼302室", "万一有变", "统1安排", "9江市", "3江县"], found
PY
echo 'as found'
