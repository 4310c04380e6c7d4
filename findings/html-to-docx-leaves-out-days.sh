#!/usr/bin/env bash
# html-to-docx 1.8.0 and @turbodocx/html-to-docx 1.23.1 (Node), which make Word files of pages: a day in a time element is gone from its
# paragraph, 活动时间为6月11日至20日 is 活动时间为至, and so are a sign with its Pinyin (ruby) and the words in q, abbr, cite, bdi and data; nothing is
# told. In the cell of a table the same day is there. In the first what del deletes stands beside the new day, as good as it, and items that
# begin with 5 (ol start) count from 1; in htmldocx 0.0.6 (Python), too. All words are kept by that one and by pandoc 3.9
# (pypandoc-binary 1.17), which keeps the marks as well.
# Guess before: each keeps the words in time and ruby and strikes del and s; start is lost by htmldocx alone.
# Seen: '活动时间为至，截止6月5日6月8日。', '在山县举办，某。'; '6月11日' in the cell.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypandoc-binary==1.17 htmldocx==0.0.6 python-docx==1.2.0 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" html-to-docx@1.8.0 @turbodocx/html-to-docx@1.23.1 >/dev/null 2>&1
cat > a.html <<'HTML'
<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>A</title></head><body>
<p>活动时间为<time datetime="2024-06-11">6月11日</time>至<time datetime="2024-06-20">20日</time>，截止<del>6月5日</del>6月8日。</p>
<p>在<ruby>铅<rt>yán</rt></ruby>山县举办，某<q>甲</q><abbr title="A">乙</abbr><cite>丙</cite><bdi>丁</bdi><data value="1">戊</data>。</p>
<table><tr><td>初赛</td><td><time datetime="2024-06-11">6月11日</time></td></tr></table>
<ol start="5"><li>评选</li></ol>
</body></html>
HTML
cat > run.mjs <<'JS'
import fs from "node:fs";
import turbo from "@turbodocx/html-to-docx";
import plain from "html-to-docx";
for (const [name, make] of [["plain", plain], ["turbo", turbo]]) {
  const made = await make(fs.readFileSync("a.html", "utf8"));
  fs.writeFileSync(`${name}.docx`, Buffer.from(made.arrayBuffer ? await made.arrayBuffer() : made));
}
JS
node run.mjs
cat > run.py <<'PY'
import pathlib, zipfile
import docx, htmldocx, pypandoc
from docx.oxml.ns import qn
pypandoc.convert_file("a.html", "docx", outputfile="pandoc.docx", extra_args=["--quiet"])
file = docx.Document()
htmldocx.HtmlToDocx().add_html_to_document(pathlib.Path("a.html").read_text(encoding="utf-8"), file)
file.save("htmldocx.docx")
found, struck, starts = {}, {}, {}
for name in ("plain", "turbo", "htmldocx", "pandoc"):
    body = docx.Document(f"{name}.docx").element.body
    lines = ["".join(each.text or "" for each in line.iter(qn("w:t"))).strip() for line in body.iter(qn("w:p"))]
    found[name] = [line for line in lines if line]
    struck[name] = bool(list(body.iter(qn("w:strike"))))
    starts[name] = 'w:start w:val="5"' in zipfile.ZipFile(f"{name}.docx").read("word/numbering.xml").decode()
    starts[name] |= 'w:startOverride w:val="5"' in zipfile.ZipFile(f"{name}.docx").read("word/numbering.xml").decode()
    print(name, found[name], struck[name], starts[name])
LOST = ["活动时间为至，截止6月5日6月8日。", "在山县举办，某。", "初赛", "6月11日", "评选"]
assert found["plain"] == found["turbo"] == LOST
for name in ("htmldocx", "pandoc"):
    words = "".join(found[name])
    assert "活动时间为6月11日至20日，截止6月5日6月8日。" in words and "铅" in words and all(each in words for each in "甲乙丙丁戊"), words
assert struck == {"plain": False, "turbo": True, "htmldocx": False, "pandoc": True}, struck
assert starts == {"plain": False, "turbo": True, "htmldocx": False, "pandoc": True}, starts
PY
venv/bin/python -W ignore run.py
echo 'as found'
