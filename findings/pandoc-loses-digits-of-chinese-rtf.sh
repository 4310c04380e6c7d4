#!/usr/bin/env bash
# pandoc 3.9 (pypandoc-binary 1.17): of a number behind a Chinese sign in an RTF file the first digit is gone: 6月8日 is 月日, 11日 is 1日 and
# 转8001 is 转001, with no warning. RTF names a sign by its number and sets one for old readers behind it (\u26376?8); pandoc leaves out that
# one and one more. With a space before the ?, as pandoc writes it itself, all is right. rtfunicode 2.3 (Python) writes such files;
# striprtf 0.0.35, kreuzberg 4.10.4 (Python) and officeparser 8.1.1 (Node) read them rightly. rtf-parser 1.3.3 (Node) keeps every ?.
# Guess before: what is not deleted in such a file stands in the text of each of the five, digits and all.
# Seen: '截止月日，024年月1日至0日，电话791-86765083转001' by pandoc; '截?止?6月?8日?' by rtf-parser.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypandoc-binary==1.17 rtfunicode==2.3 striprtf==0.0.35 kreuzberg==4.10.4 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" officeparser@8.1.1 rtf-parser@1.3.3 >/dev/null 2>&1
cat > run.py <<'PY'
import pathlib
import kreuzberg, pypandoc, rtfunicode
from striprtf.striprtf import rtf_to_text
TEXT = "截止6月8日，2024年6月11日至20日，电话0791-86765083转8001"
def by_pandoc(rtf):
    pathlib.Path("a.rtf").write_text(rtf, encoding="ascii")
    return pypandoc.convert_file("a.rtf", "plain", extra_args=["--wrap=none"]).strip()
written = "{\\rtf1\\ansi\\uc1 " + TEXT.encode("rtfunicode").decode("ascii") + "\\par}"
assert "6\\u26376?8\\u26085?" in written, written
own = by_pandoc(pypandoc.convert_text(TEXT, "rtf", format="markdown", extra_args=["-s"]))
found = by_pandoc(written)
others = [rtf_to_text(written).strip(), kreuzberg.extract_file_sync("a.rtf").content.strip()]
print(found, own, others)
assert found == "截止月日，024年月1日至0日，电话791-86765083转001", found
assert own == TEXT and others == [TEXT, TEXT], (own, others)
PY
cat > run.mjs <<'JS'
import assert from "node:assert";
import fs from "node:fs";
import { parseOffice } from "officeparser";
import parser from "rtf-parser";
const office = await (await parseOffice("a.rtf")).to("text");
const found = await new Promise((resolve, reject) => {
  parser.string(fs.readFileSync("a.rtf", "utf8"), (error, file) => (error ? reject(error) : resolve(file)));
});
const words = found.content.map((part) => (part.content ?? [part]).map((span) => span.value).join("")).join("");
console.log(office.value, words);
assert.equal(office.value.trim(), "截止6月8日，2024年6月11日至20日，电话0791-86765083转8001");
assert.ok(words.startsWith("截?止?6月?8日?"), words);
JS
venv/bin/python -W ignore run.py
node run.mjs
echo 'as found'
