#!/usr/bin/env bash
# resiliparse 2.0.0 (Python), extract_plain_text(main_content=True), with which texts of whole crawls are made: what stands in a time
# element is gone from its sentence, in Chinese and in English, and so is a single sign before or behind an element within the line: 前
# (before) of 6月5日前, and the first half of a name with its Pinyin. Nothing is told. Without main_content all of it is there.
# Guess before: 活动时间为6月11日至20日 with both days, and 铅 or 铅yán for the sign with its Pinyin.
# Seen: 活动时间为至20日, from to 20 June, 报名截止6月5日 without 前, yán山县 for 在铅yán山县.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check resiliparse==2.0.0 2>/dev/null
"$work/venv/bin/python" - <<'PY'
from resiliparse.extract.html2text import extract_plain_text
def read(language, text, **how):
    page = f'<!DOCTYPE html><html lang="{language}"><head><meta charset="utf-8"><title>a</title></head><body><main><p>{text}</p></main></body></html>'
    return extract_plain_text(page, **how).strip()
TEXTS = (
    ("zh-CN", '活动时间为<time datetime="2024-06-11">6月11日</time>至20日，请各单位认真组织实施。', "活动时间为6月11日至20日，请各单位认真组织实施。"),
    ("en", 'It is held from <time datetime="2024-06-11">11 June</time> to 20 June.', "It is held from 11 June to 20 June."),
    ("zh-CN", "报名截止<b>6月5日</b>前", "报名截止6月5日前"),
    ("zh-CN", "在<ruby>铅<rt>yán</rt></ruby>山县举办，请各单位认真组织实施。", "在铅yán山县举办，请各单位认真组织实施。"),
)
whole = [read(language, text) for language, text, _ in TEXTS]
main = [read(language, text, main_content=True) for language, text, _ in TEXTS]
print(*main, sep="\n")
assert whole == [shown for _, _, shown in TEXTS], whole
assert main == ["活动时间为至20日，请各单位认真组织实施。", "It is held from to 20 June.", "报名截止6月5日", "yán山县举办，请各单位认真组织实施。"], main
PY
echo 'as found'
