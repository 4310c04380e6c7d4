#!/usr/bin/env bash
# pypinyin 0.55.0 (Python) and pinyin-pro 3.29.4 (npm): the names of some cities and counties are read as their characters mostly are,
# not as the places are called. pypinyin makes Taheshi of 漯河市 (Luohe) and Zhangzhishi of 长治市 (Changzhi), two of the country's
# prefecture-level cities; it knows 朝阳区 (Chaoyang) and makes Zhaoyangshi of 朝阳市. pinyin-pro knows these three, but makes
# Zhangzhi of 长治 as soon as its province stands before it. Both make Danxian of 单县 (Shanxian), Woyang of 涡阳 (Guoyang) and
# Huichun of 珲春 (Hunchun). Whoever makes addresses of pages out of such names has the wrong one for good.
# Guess before: dictionaries of 40,000 phrases and more have every prefecture-level city, as they have 亳州, 六安 and 台州, and a
# province before a name changes nothing.
# Seen: taheshi, zhangzhishi, zhaoyangshi beside chaoyangqu; changzhishi beside shanxishengzhangzhishi; danxian, woyang, huichun in both.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypinyin==0.55.0 2>/dev/null
npm init --yes >/dev/null
npm install --silent --no-audit --no-fund --ignore-scripts pinyin-pro@3.29.4 >/dev/null
names='漯河市 长治市 朝阳市 朝阳区 亳州市 六安市 台州市 山西省长治市 单县 涡阳县 珲春市'
venv/bin/python -c 'import sys, pypinyin; print(*("".join(pypinyin.lazy_pinyin(name)) for name in sys.argv[1:]))' $names | tee python.txt
cat > read.mjs <<'JS'
import { pinyin } from "pinyin-pro";
console.log(process.argv.slice(2).map((name) => pinyin(name, { toneType: "none", type: "array" }).join("")).join(" "));
JS
node read.mjs $names | tee node.txt
test "$(cat python.txt)" = 'taheshi zhangzhishi zhaoyangshi chaoyangqu bozhoushi luanshi taizhoushi shanxishengzhangzhishi danxian woyangxian huichunshi'
test "$(cat node.txt)" = 'luoheshi changzhishi chaoyangshi chaoyangqu bozhoushi luanshi taizhoushi shanxishengzhangzhishi danxian woyangxian huichunshi'
echo 'as found'
