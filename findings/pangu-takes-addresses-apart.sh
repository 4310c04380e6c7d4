#!/usr/bin/env bash
# pangu 7.2.1 (Node), spacingText, which sets spaces between Chinese signs and others: in a text with an address it also sets them around
# each = of the address, so https://example.org/a?page=2&b=1 is no link any more. It does so where Chinese stands anywhere in the text;
# without any, the address stays. pangu 6.1.0 (Python), by the same hands, leaves the address as it is.
# Guess before: a space before https, and the two addresses of the Chinese texts as they are, in both.
# Seen: '见 https://example.org/a?page = 2&b = 1' and '?b = 数字' by the first.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pangu==6.1.0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" pangu@7.2.1 >/dev/null 2>&1
cat > run.mjs <<'JS'
import assert from "node:assert";
import * as library from "pangu";
const pangu = library.pangu ?? library.default;
const TEXTS = ["见https://example.org/a?page=2&b=1", "见https://example.org/a?b=数字", "See https://example.org/a?page=2&b=1"];
const found = TEXTS.map((text) => pangu.spacingText(text));
console.log(found);
assert.deepEqual(found, [
  "见 https://example.org/a?page = 2&b = 1", "见 https://example.org/a?b = 数字", "See https://example.org/a?page=2&b=1",
]);
JS
node run.mjs
venv/bin/python - <<'PY'
import pangu
found = [pangu.space_text(text) for text in ("见https://example.org/a?page=2&b=1", "见https://example.org/a?b=数字")]
print(found)
assert found == ["见 https://example.org/a?page=2&b=1", "见 https://example.org/a?b=数字"], found
PY
echo 'as found'
