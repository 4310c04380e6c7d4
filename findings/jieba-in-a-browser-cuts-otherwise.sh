#!/usr/bin/env bash
# jieba 0.42.1 (Python) and its three ports to Rust, rjieba 0.2.2 (Python), @node-rs/jieba 2.0.3 and jieba-wasm 2.4.0 (Node): an index that
# is cut by one and asked by another misses telephone numbers and hours, though the words of the language are cut alike. What stands
# on both sides of a hyphen is one word for the ports: 0791-86765083, COVID-19; and of 9:00-11:00 they make 00-11 a word, which is no
# hour at all. jieba cuts at the hyphen. rjieba has its own way with a dot and a lower stroke as well: c.com, a_b.
# Guess before: all four cut the same sentences the same.
# Seen: 0791, -, 86765083 by jieba; 0791-86765083 in one by the three, with nothing for 86765083 in the cut for search engines, either.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jieba==0.42.1 rjieba==0.2.2 setuptools==80.9.0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" @node-rs/jieba@2.0.3 jieba-wasm@2.4.0 >/dev/null 2>&1
cat > run.mjs <<'JS'
import { Jieba } from "@node-rs/jieba";
import { dict } from "@node-rs/jieba/dict.js";
import { cut_for_search } from "jieba-wasm";
const texts = JSON.parse(process.argv[2]);
const jieba = Jieba.withDict(dict);
console.log(JSON.stringify([texts.map((text) => jieba.cutForSearch(text, true)), texts.map((text) => cut_for_search(text, true))]));
JS
cat > run.py <<'PY'
import json, logging, subprocess
import jieba, rjieba
jieba.setLogLevel(logging.ERROR)
TEXTS = ["电话0791-86765083", "9:00-11:00报名", "COVID-19防控", "江西省数字技能竞赛", "a_b"]
by_jieba = [jieba.lcut_for_search(text) for text in TEXTS]
by_rjieba = [rjieba.cut_for_search(text) for text in TEXTS]
by_node, by_wasm = json.loads(subprocess.run(["node", "run.mjs", json.dumps(TEXTS)], check=True, capture_output=True, text=True).stdout)
print(by_jieba, by_rjieba, by_node, by_wasm, sep="\n")
assert by_jieba[:3] == [["电话", "0791", "-", "86765083"], ["9", ":", "00", "-", "11", ":", "00", "报名"], ["COVID", "-", "19", "防控"]]
for each in (by_rjieba, by_node, by_wasm):
    assert each[:2] == [["电话", "0791-86765083"], ["9", ":", "00-11", ":", "00", "报名"]], each
    assert "COVID-19" in each[2] and each[3] == by_jieba[3], each
assert by_jieba[4] == by_node[4] == by_wasm[4] == ["a", "_", "b"] and by_rjieba[4] == ["a_b"]
PY
venv/bin/python -W ignore run.py
echo 'as found'
