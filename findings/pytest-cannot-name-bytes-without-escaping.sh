#!/usr/bin/env bash
# pytest 9.2.0 (Python): with its option that leaves names of tests unescaped (so that Chinese parameters can be read), a parameter of bytes
# ends the collection of the whole file with a TypeError of str.join, and no test of it runs. A number or None beside it is named as ever.
# Guess before: bytes are named by their repr or escaped as without the option; at worst that one test fails.
# Seen: "3 passed" without the option; with it "sequence item 0: expected str instance, bytes found", exit 2, 0 tests.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pytest==9.2.0 2>/dev/null
cat > "$work/test_names.py" <<'PY'
import pytest

@pytest.mark.parametrize("value", ["周六", b"PK", None])
def test_it(value):
    assert value != 0
PY
cd "$work"
"$work/venv/bin/pytest" -q -p no:cacheprovider test_names.py | tail -1 | tee plain.txt
code=0
"$work/venv/bin/pytest" -q -p no:cacheprovider -o disable_test_id_escaping_and_forfeit_all_rights_to_community_support=true test_names.py \
  > escaped.txt || code=$?
grep -o "sequence item 0: expected str instance, bytes found" escaped.txt | head -1
grep -q "^3 passed" plain.txt && [ "$code" = 2 ] && ! grep -q passed escaped.txt && grep -q "bytes found" escaped.txt
echo 'as found'
