#!/usr/bin/env bash
# ofdkit 0.2.0 (Python), a reader of OFD files (GB/T 33190): words that the file itself hides (Visible="false", 图元对象的可见性) stand in
# the text with those that are shown, with nothing to tell them apart. Where a program hides the old day and draws the new one in its
# place, both are read, in one line.
# Guess before: hidden objects are left out; pages come in the order of Document.xml.
# Seen: '报名截止6月5日报名截止6月8日', of which the first half is hidden; the order of the pages as guessed.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check ofdkit==0.2.0 2>/dev/null
cat > run.py <<'PY'
import zipfile
import ofdkit
NAME = 'xmlns:ofd="http://www.ofdspec.org/2016"'
BOX = "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox>"
def words(number, y, text, also=""):
    return (f'<ofd:TextObject ID="{number}" Boundary="20 {y} 60 6" Font="2" Size="5"{also}>'
            f'<ofd:TextCode X="0" Y="5" DeltaX="g {len(text) - 1} 5">{text}</ofd:TextCode></ofd:TextObject>')
def page(layer, inside):
    return (f"<ofd:Page {NAME}><ofd:Area>{BOX}</ofd:Area><ofd:Content>"
            f'<ofd:Layer ID="{layer}" Type="Body">{inside}</ofd:Layer></ofd:Content></ofd:Page>')
PARTS = {
    "OFD.xml": f'<ofd:OFD {NAME} Version="1.0" DocType="OFD"><ofd:DocBody><ofd:DocInfo><ofd:DocID>{"0" * 32}</ofd:DocID></ofd:DocInfo>'
               "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>",
    "Doc_0/Document.xml": f"<ofd:Document {NAME}><ofd:CommonData><ofd:MaxUnitID>99</ofd:MaxUnitID><ofd:PageArea>{BOX}</ofd:PageArea>"
                          "<ofd:PublicRes>Res.xml</ofd:PublicRes></ofd:CommonData><ofd:Pages>"
                          '<ofd:Page ID="12" BaseLoc="Pages/Page_1/Content.xml"/><ofd:Page ID="11" BaseLoc="Pages/Page_0/Content.xml"/>'
                          "</ofd:Pages></ofd:Document>",
    "Doc_0/Res.xml": f'<ofd:Res {NAME} BaseLoc="Res"><ofd:Fonts><ofd:Font ID="2" FontName="仿宋"/></ofd:Fonts></ofd:Res>',
    "Doc_0/Pages/Page_1/Content.xml": page(31, words(21, 20, "关于竞答的通知")),
    "Doc_0/Pages/Page_0/Content.xml": page(32, words(22, 20, "报名截止6月5日", ' Visible="false"') + words(23, 20, "报名截止6月8日")),
}
with zipfile.ZipFile("a.ofd", "w") as package:
    for path, content in PARTS.items():
        package.writestr(path, f'<?xml version="1.0" encoding="UTF-8"?>\n{content}')
with ofdkit.open("a.ofd") as document:
    found = document.text().split()
print(found)
assert found == ["关于竞答的通知", "报名截止6月5日报名截止6月8日"], found
PY
venv/bin/python run.py
echo 'as found'
