#!/usr/bin/env bash
# chrono-node 2.10.3 (Node): an evening from seven to nine, 晚上7点至9点, ends at nine of the next morning, fourteen hours later.
# The same words in English end at nine in the evening; with 晚上 said twice it is right in Chinese.
# Guess before: the range is read right.
# Seen: 19:00 to 09:00 of 12 June; 19:00 to 21:00 of 11 June for the two others.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --prefix "$work" chrono-node@2.10.3 >/dev/null 2>&1
cat > run.mjs <<'JS'
import assert from "node:assert";
import * as chrono from "chrono-node";
const day = (each) => each.date().toISOString().slice(5, 16);
const read = (locale, text) => locale.parse(text, new Date("2026-05-01T12:00:00Z")).map((found) => [day(found.start), day(found.end)]);
const found = [
  read(chrono.zh.hans, "6月11日晚上7点至9点"),
  read(chrono.zh.hans, "6月11日晚上7点至晚上9点"),
  read(chrono.en, "11 June 7pm to 9"),
];
console.log(JSON.stringify(found));
assert.deepEqual(found, [
  [["06-11T19:00", "06-12T09:00"]],
  [["06-11T19:00", "06-11T21:00"]],
  [["06-11T19:00", "06-11T21:00"]],
]);
JS
TZ=UTC node run.mjs
echo 'as found'
