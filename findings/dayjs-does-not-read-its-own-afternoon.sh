#!/usr/bin/env bash
# dayjs 1.11.23 (Node), customParseFormat with its locale zh-cn: where a space stands before the part of the day (2026年6月11日 下午3:30), an
# hour that it wrote itself in the same form is read as one of the night, and half past midnight as one of noon. No error, and isValid
# is true. Without the space it is read rightly; moment 2.31.0 reads both forms.
# Guess before: with the space, 15:30 is read as 15:30.
# Seen: 03:30 for 15:30 and 12:30 for 00:30.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --prefix "$work" dayjs@1.11.23 moment@2.31.0 >/dev/null 2>&1
cat > run.mjs <<'JS'
import assert from "node:assert";
import dayjs from "dayjs";
import customParseFormat from "dayjs/plugin/customParseFormat.js";
import "dayjs/locale/zh-cn.js";
import moment from "moment";
import "moment/locale/zh-cn.js";
dayjs.extend(customParseFormat);
function again(library, form, hour) {
  const written = library(new Date(2026, 5, 11, hour, 30)).locale("zh-cn").format(form);
  const read = library(written, form, "zh-cn");
  return [written, read.isValid(), read.format("HH:mm")];
}
const SPACE = "YYYY年M月D日 Ah:mm", CLOSE = "YYYY年M月D日Ah:mm";
const found = [again(dayjs, SPACE, 15), again(dayjs, SPACE, 0), again(dayjs, CLOSE, 15), again(moment, SPACE, 15)];
console.log(found);
assert.deepEqual(found, [
  ["2026年6月11日 下午3:30", true, "03:30"],
  ["2026年6月11日 凌晨12:30", true, "12:30"],
  ["2026年6月11日下午3:30", true, "15:30"],
  ["2026年6月11日 下午3:30", true, "15:30"],
]);
JS
TZ=UTC node run.mjs
echo 'as found'
