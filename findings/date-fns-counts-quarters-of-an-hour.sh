#!/usr/bin/env bash
# date-fns 4.4.0 (Node), with the languages zhTW and zhCN: the first quarter of a year, QQQQ, is 第一刻鐘 in zhTW, the first quarter of an hour;
# zhCN and zhHK have 第一季度. And of the hours with their part of the day, B, which format writes, parse reads but half: in zhCN and zhTW
# each minute before noon, and in zhHK the first four hours, give an Invalid Date. With a (上午, 下午) all three read what they wrote.
# Guess before: each of the three reads what it writes, for every minute of a day; quarters are those of the year.
# Seen: 第一刻鐘; 720, 720 and 240 of 1440 minutes not read, as 早晨11:59.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
npm install --silent --no-fund --no-audit --prefix "$work" date-fns@4.4.0 >/dev/null 2>&1
cat > run.mjs <<'JS'
import assert from "node:assert";
import { format, isValid, parse } from "date-fns";
import { enGB, zhCN, zhHK, zhTW } from "date-fns/locale";
const day = new Date(2024, 5, 11);
const minutes = Array.from({ length: 1440 }, (_, minute) => new Date(2024, 5, 11, 0, minute));
const lost = (locale, form) => minutes.filter((each) => {
  const read = parse(format(each, form, { locale }), form, day, { locale });
  return !isValid(read) || read.getTime() !== each.getTime();
}).length;
const found = [zhCN, zhTW, zhHK, enGB].map((locale) => [
  format(new Date(2024, 0, 1), "QQQQ", { locale }), lost(locale, "yyyy-MM-dd Bh:mm"), lost(locale, "yyyy-MM-dd ah:mm"),
]);
console.log(found, format(minutes[719], "Bh:mm", { locale: zhTW }));
assert.deepEqual(found, [["第一季度", 720, 0], ["第一刻鐘", 720, 0], ["第一季度", 240, 0], ["1st quarter", 0, 0]]);
assert.equal(format(minutes[719], "Bh:mm", { locale: zhTW }), "早晨11:59");
JS
TZ=Asia/Shanghai node run.mjs
echo 'as found'
