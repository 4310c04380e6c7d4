#!/usr/bin/env bash
# pypinyin 0.55.0 (Python): of the counties whose names are read in a way of their own it knows most, and not all.
# 铅山县 (Yanshan, Jiangxi), 乐亭县 (Laoting), 长子县 (Zhangzi), 莘县 (Shen) and 大埔县 (Dabu) come out as they are called;
# 单县 (Shan, in Shandong) and 浚县 (Xun, in Henan) as single signs are read, so an id made of such a name has to be looked at.
# Guess before: its dictionary of phrases has the names of counties, so "shan xian" and "xun xian" as "yan shan xian".
# Seen: "dan xian" and "jun xian"; the others right.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check pypinyin==0.55.0 2>/dev/null
read_as() { PYTHONUTF8=1 "$work/venv/bin/python" -c 'import sys, pypinyin; print(" ".join(pypinyin.lazy_pinyin(sys.argv[1])))' "$1"; }
expect() { got=$(read_as "$1"); echo "$1: $got"; [ "$got" = "$2" ]; }
expect 铅山县 'yan shan xian'
expect 乐亭县 'lao ting xian'
expect 长子县 'zhang zi xian'
expect 莘县 'shen xian'
expect 大埔县 'da bu xian'
expect 单县 'dan xian'
expect 浚县 'jun xian'
echo 'as found'
