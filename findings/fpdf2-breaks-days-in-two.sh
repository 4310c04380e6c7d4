#!/usr/bin/env bash
# fpdf2 2.8.9 and reportlab 5.1.0 (Python), which set texts in a PDF: lines of Chinese are broken wherever they are full. fpdf2's
# multi_cell breaks within a number, so that a day becomes two, 6月1 and 1日, a year 202 and 4, and a telephone 0791-8676508 and 3, and a
# line begins with a comma or a stop. reportlab's wordWrap="CJK", which has the lists of signs that may not begin or end a line, keeps
# its word in part: it leaves （ and 〔 at the end of a line, begins one with ，, and breaks telephones; the part of it that would know
# of ends is not finished.
# Guess before: no line begins with ， or 。 and none ends with （, in both.
# Seen: '…202' and '4〕12号…', '、区）教育局…'; '教育局：根据《通知》（〔' and '，电话0791-86765083。'.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check fpdf2==2.8.9 fonttools==4.60.1 reportlab==5.1.0 2>/dev/null
cat > run.py <<'PY'
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fpdf import FPDF
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import Paragraph
TEXT = ("各市教育局，各县（市、区）教育局：根据《通知》（〔2024〕12号），活动时间为2024年6月11日至20日。报名截止6月5日，"
        "电话0791-86765083。")
def make_font(path):
    """Every sign of the text as one and the same mark, as wide as signs are."""
    names = {ord(sign): f"u{ord(sign):04X}" for sign in TEXT}
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 800))
    pen.lineTo((400, 800))
    pen.closePath()
    mark = pen.glyph()
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", *sorted(names.values())])
    font.setupCharacterMap(names)
    font.setupGlyf({name: mark for name in (".notdef", *names.values())})
    widths = {name: (500 if code < 128 else 1000, 0) for code, name in names.items()}
    font.setupHorizontalMetrics({".notdef": (1000, 0), **widths})
    font.setupHorizontalHeader(ascent=880, descent=-120)
    font.setupNameTable({"familyName": "Made", "styleName": "Regular"})
    font.setupOS2(sTypoAscender=880)
    font.setupPost()
    font.save(path)
def by_fpdf(width):
    page = FPDF()
    page.add_page()
    page.add_font("Made", fname="made.ttf")
    page.set_font("Made", size=10)
    return page.multi_cell(width, text=TEXT, dry_run=True, output="LINES")
def by_reportlab(width):
    paragraph = Paragraph(TEXT, ParagraphStyle("a", fontName="STSong-Light", fontSize=14, leading=16, wordWrap="CJK"))
    paragraph.wrap(width, 1000)
    return ["".join(line[1]) for line in paragraph.blPara.lines]
make_font("made.ttf")
pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
fpdf, reportlab = {w: by_fpdf(w) for w in range(40, 60)}, {w: by_reportlab(w) for w in range(100, 300)}
print(fpdf[40], fpdf[50], reportlab[128], reportlab[170], sep="\n")
def ends(lines):
    return [(one[-1], other[0]) for some in lines.values() for one, other in zip(some, some[1:])]
for lines in (fpdf, reportlab):
    assert "".join(lines[min(lines)]) == TEXT and any(after in "，、。）》〕：" for _, after in ends(lines))
    assert any(before in "（《〔" for before, _ in ends(lines)) and any(a.isdigit() and b.isdigit() for a, b in ends(lines))
assert any(one.endswith("6月1") and other.startswith("1日") for some in fpdf.values() for one, other in zip(some, some[1:]))
assert fpdf[50][1:3] == ["教育局：根据《通知》（〔202", "4〕12号），活动时间为2024年"] and fpdf[40][1] == "、区）教育局：根据《", fpdf
assert "，电话0791-86765083。" in reportlab[128] and "教育局：根据《通知》（〔" in reportlab[170], reportlab
PY
venv/bin/python -W ignore run.py
echo 'as found'
