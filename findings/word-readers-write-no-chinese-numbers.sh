#!/usr/bin/env bash
# docx2python 3.7.1 and kreuzberg 4.10.4 (Python): clauses that Word itself numbers in Chinese (第二十条, 一、, （五）, ①: w:numFmt chineseCounting
# and the like) are all -- in what the first reads, one like the other, where 5. and 6. are 5) and 6); the second writes no number for
# either kind, nor a mark of a list. So 依据第二十条 in the same text leads nowhere. pandoc 3.9 (pypandoc-binary 1.17) and officeparser 8.1.1
# (Node) write 20. and 21.; markitdown 0.1.9 (Python), which reads with mammoth 1.13.0, counts from 1 whatever the list begins with.
# Guess before: docx2python has 第二十条 or 20, kreuzberg and the others a list in order; start is lost by mammoth alone and what reads with it.
# Seen: '--\t评选' and '--\t表彰' for 第二十条 and 第二十一条 by docx2python; '评选\n表彰' by kreuzberg.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check docx2python==3.7.1 kreuzberg==4.10.4 pypandoc-binary==1.17 mammoth==1.13.0 \
  python-docx==1.2.0 'markitdown[docx]==0.1.9' 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" officeparser@8.1.1 >/dev/null 2>&1
cat > run.mjs <<'JS'
import { parseOffice } from "officeparser";
process.stdout.write((await (await parseOffice("a.docx")).to("text")).value);
JS
cat > run.py <<'PY'
import subprocess
import docx, docx2python, kreuzberg, markitdown, pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
READERS = {
    "docx2python": lambda: docx2python.docx2python("a.docx").text,
    "kreuzberg": lambda: kreuzberg.extract_file_sync("a.docx").content,
    "pandoc": lambda: pypandoc.convert_file("a.docx", "markdown"),
    "officeparser": lambda: subprocess.run(["node", "run.mjs"], capture_output=True, check=True).stdout.decode(),
    "markitdown": lambda: markitdown.MarkItDown().convert("a.docx").text_content,
}
def read(kind, shown, start):
    file = docx.Document()
    numbering = file.part.numbering_part.element
    numbering.insert(0, parse_xml(
        f'<w:abstractNum {nsdecls("w")} w:abstractNumId="99"><w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{shown}"/></w:lvl></w:abstractNum>'))
    numbering.append(parse_xml(f'<w:num {nsdecls("w")} w:numId="99"><w:abstractNumId w:val="99"/></w:num>'))
    for text in ("评选", "表彰"):
        place = file.add_paragraph(text)._p.get_or_add_pPr()
        place.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="99"/></w:numPr>'))
    file.save("a.docx")
    return {name: [" ".join(line.split()) for line in reader().splitlines() if line.strip()] for name, reader in READERS.items()}
def expected(first, docx2python):
    counted = [f"{first}. 评选", f"{first + 1}. 表彰"]
    lists = {"pandoc": counted, "officeparser": counted, "markitdown": ["1. 评选", "2. 表彰"]}
    return {"docx2python": docx2python, "kreuzberg": ["评选", "表彰"], **lists}
KINDS = {"chineseCounting": ("第%1条", 20), "chineseCountingThousand": ("%1、", 1), "japaneseCounting": ("（%1）", 5), "decimalEnclosedCircle": ("%1", 1)}
for kind, (shown, start) in KINDS.items():
    found = read(kind, shown, start)
    print(kind, found)
    assert found == expected(start, ["-- 评选", "-- 表彰"]), found
plain = read("decimal", "%1.", 5)
print(plain)
assert plain == expected(5, ["5) 评选", "6) 表彰"]), plain
PY
venv/bin/python -W ignore run.py
echo 'as found'
