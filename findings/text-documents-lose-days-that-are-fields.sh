#!/usr/bin/env bash
# pandoc 3.9 (pypandoc-binary 1.17) and odfdo 3.27.3 (Python, get_formatted_text): of an OpenDocument text (.odt) a day that is a field
# (LibreOffice: insert date, fixed) is gone, 截止2024年6月8日前 is 截止前, and so is a sign with a phonetic guide, 铅 of 铅山县. What was chosen from
# a list is lost by them and by kreuzberg 4.10.4, which loses the sign, too; a paragraph with a number of its own (numbered-paragraph) by
# all three. odfpy 1.4.1 (extractText) keeps all that and sets remarks, with name and hour, and deleted words into the text.
# officeparser 8.1.1 (Node) has all of it right.
# Guess before: deleted words are left out, remarks stand outside the sentence, and a sign with a guide stays, in each; of fields,
# choices and numbered paragraphs nothing was guessed, as what a page shows was taken to be its text.
# Seen: '截止前', '在山县举办', '形式：。'; '截止A2024-05-28T09:00:00待定6月8日。' by odfpy.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypandoc-binary==1.17 odfdo==3.27.3 odfpy==1.4.1 kreuzberg==4.10.4 2>/dev/null
npm install --silent --no-fund --no-audit --prefix "$work" officeparser@8.1.1 >/dev/null 2>&1
cat > run.mjs <<'JS'
import { parseOffice } from "officeparser";
process.stdout.write((await (await parseOffice("a.odt")).to("text")).value);
JS
cat > run.py <<'PY'
import subprocess, zipfile
import kreuzberg, odfdo, pypandoc
from odf import opendocument, teletype
READERS = {
    "pandoc": lambda: pypandoc.convert_file("a.odt", "plain", extra_args=["--wrap=none"]),
    "odfdo": lambda: odfdo.Document("a.odt").get_formatted_text(),
    "kreuzberg": lambda: kreuzberg.extract_file_sync("a.odt").content,
    "odfpy": lambda: teletype.extractText(opendocument.load("a.odt").text),
    "officeparser": lambda: subprocess.run(["node", "run.mjs"], capture_output=True, check=True).stdout.decode(),
}
ODF = "urn:oasis:names:tc:opendocument:xmlns"
NAMES = " ".join(f'xmlns:{short}="{ODF}:{short}:1.0"' for short in ("office", "text", "style", "manifest"))
CHANGE = "<dc:creator>A</dc:creator><dc:date>2024-05-28T09:00:00</dc:date>"
CASES = {
    "field": '<text:p>截止<text:date text:date-value="2024-06-08" text:fixed="true">2024年6月8日</text:date>前</text:p>',
    "guide": "<text:p>在<text:ruby><text:ruby-base>铅</text:ruby-base><text:ruby-text>yán</text:ruby-text></text:ruby>山县举办</text:p>",
    "choice": '<text:p>形式：<text:drop-down text:name="a"><text:label text:value="线上"/>'
    '<text:label text:value="线下" text:current-selected="true"/>线下</text:drop-down>。</text:p>',
    "numbered": '<text:numbered-paragraph text:list-id="a" text:level="1"><text:p>评选</text:p></text:numbered-paragraph><text:p>表彰</text:p>',
    "remark": f"<text:p>截止<office:annotation>{CHANGE}<text:p>待定</text:p></office:annotation>6月8日。</text:p>",
    "deleted": f'<text:tracked-changes><text:changed-region text:id="a"><text:deletion><office:change-info>{CHANGE}</office:change-info>'
    "<text:p>6月5日</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    '<text:p>截止<text:change text:change-id="a"/>6月8日。</text:p>',
}
KIND = "application/vnd.oasis.opendocument.text"
def read(inside):
    with zipfile.ZipFile("a.odt", "w") as file:
        file.writestr("mimetype", KIND)
        parts = "".join(
            f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{kind}"/>'
            for path, kind in (("/", KIND), ("content.xml", "text/xml"), ("styles.xml", "text/xml"))
        )
        file.writestr("META-INF/manifest.xml", f'<manifest:manifest {NAMES} manifest:version="1.3">{parts}</manifest:manifest>')
        body = f"<office:body><office:text>{inside}</office:text></office:body>"
        dublin = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'
        file.writestr("content.xml", f'<office:document-content {NAMES} {dublin} office:version="1.3">{body}</office:document-content>')
        file.writestr("styles.xml", f'<office:document-styles {NAMES} office:version="1.3"><office:styles/></office:document-styles>')
    return {name: "".join(reader().split()) for name, reader in READERS.items()}
found = {name: read(inside) for name, inside in CASES.items()}
for name, texts in found.items():
    print(name, texts)
def expected(whole, **others):
    return {**dict.fromkeys(READERS, whole), **others}
LOST = ("pandoc", "odfdo", "kreuzberg")
assert found == {
    "field": expected("截止2024年6月8日前", pandoc="截止前", odfdo="截止前"),
    "guide": expected("", odfpy="在铅yán山县举办", officeparser="在铅(yán)山县举办") | dict.fromkeys(LOST, "在山县举办"),
    "choice": expected("形式：线下。") | dict.fromkeys(LOST, "形式：。"),
    "numbered": expected("评选表彰") | dict.fromkeys(LOST, "表彰"),
    "remark": expected("截止6月8日。", odfdo="截止[*]6月8日。----[*]待定", odfpy="截止A2024-05-28T09:00:00待定6月8日。"),
    "deleted": expected("截止6月8日。", odfpy="A2024-05-28T09:00:006月5日截止6月8日。"),
}
PY
venv/bin/python -W ignore run.py
echo 'as found'
