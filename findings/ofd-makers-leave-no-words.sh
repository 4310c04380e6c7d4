#!/usr/bin/env bash
# easyofd 20260427 and pdf2ofd 0.1.0 (Python), which make OFD files (GB/T 33190) of PDF files: of an A4 page with text pdf2ofd makes
# drawings, one for the shapes of its signs, and easyofd a picture of 101 by 143 mm; in neither is a word that a reader could find.
# Asked for text (optional_text=True), easyofd writes the words, in signs of 1.8 mm for 14 pt, with a page as many millimetres wide as A4
# has points. Its XML is in the namespace of a blog instead of that of the standard, and each file names its author and his address.
# Guess before: the text is there, in order, as ofdkit 0.2.0 reads it.
# Seen: '' and '' by ofdkit, no TextObject; 595 by 842 mm with optional_text; the standard's namespace in pdf2ofd alone.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check easyofd==20260427 pdf2ofd==0.1.0 ofdkit==0.2.0 reportlab==5.1.0 2>/dev/null
cat > run.py <<'PY'
import contextlib, io, logging, pathlib, re, subprocess, tempfile, zipfile
from loguru import logger
logger.remove()
import ofdkit
from easyofd import OFD
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import cidfonts, pdfmetrics
from reportlab.pdfgen.canvas import Canvas
logging.disable(logging.CRITICAL)
pdfmetrics.registerFont(cidfonts.UnicodeCIDFont("STSong-Light"))
canvas = Canvas("a.pdf", pagesize=A4)
canvas.setFont("STSong-Light", 14)
canvas.drawString(72, 700, "关于举办竞答的通知")
canvas.save()
subprocess.run(["venv/bin/pdf2ofd", "a.pdf", "drawn.ofd", "--quiet"], check=True)
pdf = pathlib.Path("a.pdf").read_bytes()
for name, text in (("picture", False), ("text", True)):
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder), contextlib.redirect_stdout(io.StringIO()):
        made = OFD().pdf2ofd(pdf, optional_text=text)
    pathlib.Path(f"{name}.ofd").write_bytes(made)
def look(name):
    with zipfile.ZipFile(f"{name}.ofd") as package:
        page = package.read("Doc_0/Pages/Page_0/Content.xml").decode()
    with ofdkit.open(f"{name}.ofd") as document:
        words = document.text()
    box = re.search("PhysicalBox>0 0 ([0-9.]+) ([0-9.]+)<", page)
    objects = sorted(set(re.findall("<ofd:([A-Z][a-z]+)Object", page)))
    return words, objects, *(round(float(side)) for side in box.groups()), 'xmlns:ofd="http://www.ofdspec.org/2016"' in page
found = {name: look(name) for name in ("drawn", "picture", "text")}
print(found)
size = re.search('[sS]ize="([0-9.]+)"', zipfile.ZipFile("text.ofd").read("Doc_0/Pages/Page_0/Content.xml").decode())[1]
assert found == {
    "drawn": ("", ["Path"], 210, 297, True),
    "picture": ("", ["Image"], 101, 143, False),
    "text": ("关于举办竞答的通知", ["Text"], 595, 842, False),
}, found
assert size == "1.778", size
for name in ("picture", "text"):
    assert b"<ofd:authoremail>" in zipfile.ZipFile(f"{name}.ofd").read("OFD.xml")
PY
venv/bin/python -W ignore run.py
echo 'as found'
