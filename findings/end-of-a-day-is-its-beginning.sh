#!/usr/bin/env bash
# @microsoft/recognizers-text-suite 1.3.1 (Node), by which bots read times: a deadline at the end of a day, 2024年6月20日24时 or 24:00, is the
# beginning of that day, or its noon: 20 June 00:00 and 12:00, a day early; in English as well. chrono-node 2.10.3 (Node) finds nothing at
# all in such a text, not even the day, which it finds without the hour. Of half a year in Chinese the first makes a whole one: 2024年上半年
# and 2024年下半年 are both 2024, and 上半年 alone, in May 2024, is 2023; first half of 2024 in English is January to June. jionlp 1.5.31
# (Python) has 21 June and the half of the year.
# Guess before: 21 June 00:00 by all three; of half years nothing was guessed.
# Seen: 2024-06-20 00:00:00 and 2024-06-20 12:00:00; no result by chrono; 2024-01-01 to 2025-01-01 for either half.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jionlp==1.5.31 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" @microsoft/recognizers-text-suite@1.3.1 chrono-node@2.10.3 >/dev/null 2>&1
cat > run.mjs <<'JS'
import assert from "node:assert";
import suite from "@microsoft/recognizers-text-suite";
import * as chrono from "chrono-node";
const today = new Date("2024-05-01T09:00:00Z");
const read = (text, language) => suite.recognizeDateTime(text, language, undefined, today).flatMap((each) => each.resolution.values);
const days = (text, language = "zh-cn") => read(text, language).map((each) => each.value ?? `${each.start} ${each.end}`);
const found = Object.fromEntries(["2024年6月20日24时", "2024年6月20日24:00", "2024年上半年", "2024年下半年", "上半年"].map((text) => [text, days(text)]));
const english = [days("June 20, 2024 24:00", "en-us"), days("first half of 2024", "en-us")];
const byChrono = ["2024年6月20日24时", "2024年6月20日24:00", "2024年6月20日"].map((text) => chrono.zh.parse(text, today).map((each) => each.text));
console.log(found, english, byChrono);
const early = ["2024-06-20 00:00:00", "2024-06-20 12:00:00"];
assert.deepEqual(found, {
  "2024年6月20日24时": early,
  "2024年6月20日24:00": early,
  "2024年上半年": ["2024-01-01 2025-01-01"],
  "2024年下半年": ["2024-01-01 2025-01-01"],
  上半年: ["2023-01-01 2024-01-01"],
});
assert.deepEqual(english, [early, ["2024-01-01 2024-07-01"]]);
assert.deepEqual(byChrono, [[], [], ["2024年6月20日"]]);
JS
TZ=UTC node run.mjs
cat > run.py <<'PY'
import datetime
import jionlp
today = datetime.datetime(2024, 5, 1, 9)
found = [jionlp.parse_time(text, time_base=today)["time"] for text in ("2024年6月20日24时", "2024年6月20日24:00", "2024年上半年")]
print(found)
assert [each[0] for each in found] == ["2024-06-21 00:00:00", "2024-06-21 00:00:00", "2024-01-01 00:00:00"], found
assert found[2][1] == "2024-06-30 23:59:59", found
PY
venv/bin/python -W ignore run.py
echo 'as found'
