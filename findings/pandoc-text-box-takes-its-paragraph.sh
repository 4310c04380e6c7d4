#!/usr/bin/env bash
# pandoc 3.9 (pypandoc-binary 1.17): where a text box hangs on a paragraph of a Word file, the words of the paragraph itself are
# gone; only those in the box are left, with no warning. Word 2010 and later write each box twice, for older ones (mc:Fallback, VML),
# and that second copy is what takes the paragraph's place; a box written once (DrawingML alone) is lost, and the paragraph stays.
# Guess before: the words of the box are there once, beside those of the paragraph.
# Seen: '联系电话0791-86765083' for a paragraph that reads '报名截止6月5日。逾期不候。' beside that box.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check python-docx==1.2.0 pypandoc-binary==1.17 2>/dev/null
cd "$work"
venv/bin/python - <<'PY' 2>said || { cat said; exit 1; }
import docx, pypandoc
from docx.oxml import parse_xml
NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
DECLARED = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMES.items())
WORDS = "<w:txbxContent><w:p><w:r><w:t>联系电话0791-86765083</w:t></w:r></w:p></w:txbxContent>"
SIZE = 'cx="1800000" cy="500000"'
DRAWING = f"""<w:drawing><wp:anchor distT="0" distB="0" distL="114300" distR="114300" simplePos="0" relativeHeight="251659264"
 behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>
 <wp:positionH relativeFrom="column"><wp:posOffset>3200400</wp:posOffset></wp:positionH>
 <wp:positionV relativeFrom="paragraph"><wp:posOffset>100000</wp:posOffset></wp:positionV>
 <wp:extent {SIZE}/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/><wp:docPr id="1" name="Box 1"/><wp:cNvGraphicFramePr/>
 <a:graphic><a:graphicData uri="{NAMES['wps']}"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>
 <a:ext {SIZE}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx>{WORDS}</wps:txbx><wps:bodyPr/>
 </wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"""
TWICE = f"""<mc:AlternateContent><mc:Choice Requires="wps">{DRAWING}</mc:Choice><mc:Fallback><w:pict>
 <v:shape style="position:absolute;width:142pt;height:39pt"><v:textbox>{WORDS}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>"""
def read(box):
    file = docx.Document()
    file.add_paragraph("第一段。")
    paragraph = file.add_paragraph("报名截止6月5日。")
    paragraph._p.append(parse_xml(f"<w:r {DECLARED}>{box}</w:r>"))
    paragraph.add_run("逾期不候。")
    file.add_paragraph("最后一段。")
    file.save("a.docx")
    return pypandoc.convert_file("a.docx", "plain", extra_args=["--wrap=none"]).split()
print(pypandoc.get_pandoc_version(), read(TWICE), read(DRAWING))
assert pypandoc.get_pandoc_version() == "3.9"
assert read(TWICE) == ["第一段。", "联系电话0791-86765083", "最后一段。"], read(TWICE)
assert read(DRAWING) == ["第一段。", "报名截止6月5日。逾期不候。", "最后一段。"], read(DRAWING)
PY
[ ! -s said ]
echo 'as found'
