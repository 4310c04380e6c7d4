"""A notice as .ofd files of GB/T 33190: A4 pages of 28 signs a line, tables with rules, drawn in the ways that programs draw them."""

import html
import io
import re
import zipfile

import notice_files

SPACE = 'xmlns:ofd="http://www.ofdspec.org/2016"'
SIZE, LEADING, LEFT, TOP, BOTTOM, WIDE = 5.6444, 9.8778, 26.0, 45.0, 262.0, 28
INSET = 2.0
"""What a cell keeps free beside its text, in millimetres."""


def width(text):
    return sum(SIZE if ord(sign) > 0x2E7F or sign in "“”‘’—…" else SIZE / 2 for sign in text)


def wrapped(text, room):
    """Lines no wider than some millimetres; a number or a Latin word is not broken where it has room, no line begins with a stop."""
    lines = [""]
    for word in re.findall(r"[!-~]+|.[，。、；：！？）”》]*", text):
        if lines[-1] and width(lines[-1] + word) > room + 0.01:
            lines.append("")
        for part in [word] if width(word) <= room else word:
            if width(lines[-1] + part) > room:
                lines.append("")
            lines[-1] += part
    return lines


def in_lines(x, y, text):
    """An object for each line, with the distance of each sign from the next."""
    steps = " ".join(f"{width(sign):.4f}" for sign in text[:-1])
    code = f'<ofd:TextCode X="0" Y="{SIZE}" DeltaX="{steps}">{html.escape(text)}</ofd:TextCode>'
    return f'<ofd:TextObject ID="9" Boundary="{x:.4f} {y - SIZE:.4f} {width(text):.4f} 7" Font="3" Size="{SIZE}">{code}</ofd:TextObject>'


def in_runs(x, y, text):
    """Objects for each Latin sign and for Chinese words, “g count distance”, twice as large and made smaller by a matrix, in blocks."""
    made = []
    for run in re.findall(r"[\x00-\u2e7f]|[^\x00-\u2e7f]+", text):
        step = 2 * width(run[0])
        code = f'<ofd:TextCode X="0" Y="{2 * SIZE}" DeltaX="g {len(run) - 1} {step:.4f}">{html.escape(run)}</ofd:TextCode>'
        box = f'CTM="0.5 0 0 0.5 0 0" Boundary="{x:.4f} {y - SIZE:.4f} {width(run):.4f} 7"'
        made.append(f'<ofd:PageBlock><ofd:TextObject ID="9" {box} Font="3" Size="{2 * SIZE}">{code}</ofd:TextObject></ofd:PageBlock>')
        x += width(run)
    return "".join(made)


def in_signs(x, y, text):
    """An object for each sign that can be seen, the last one first."""
    places = [(x + width(text[:at]), sign) for at, sign in enumerate(text) if not sign.isspace()]
    return "".join(in_lines(at, y, sign) for at, sign in reversed(places))


def rule(x, y, right, below):
    return (
        f'<ofd:PathObject ID="9" Boundary="{x} {y} {right - x + 0.2} {below - y + 0.2}" LineWidth="0.2">'
        f"<ofd:AbbreviatedData>M 0 0 L {right - x} {below - y}</ofd:AbbreviatedData></ofd:PathObject>"
    )


def frame(x, y, right, below):
    """The rules around a cell, each as a narrow box that is filled."""
    edges = ((x, y, right - x, 0.3), (x, below, right - x, 0.3), (x, y, 0.3, below - y), (right, y, 0.3, below - y))
    return "".join(
        f'<ofd:PathObject ID="9" Boundary="{left} {top} {wide} {high}" Stroke="false" Fill="true">'
        f"<ofd:AbbreviatedData>M 0 0 L {wide} 0 L {wide} {high} L 0 {high} C</ofd:AbbreviatedData></ofd:PathObject>"
        for left, top, wide, high in edges
    )


def pages(notice, draw, around=frame):
    """What is drawn on each page."""
    made, y = [[]], TOP
    for block in notice_files.blocks(notice):
        rows = [f"　　{block.strip('　')}"] if isinstance(block, str) else block
        columns = 1 if isinstance(block, str) else max(map(len, block))
        room = WIDE * SIZE / columns
        for row in rows:
            cells = [wrapped(row, room)] if isinstance(block, str) else [wrapped(each, room - 2 * INSET) for each in row]
            for lines in _parts(cells, isinstance(block, str)):
                high = max(map(len, lines)) * LEADING
                if y + high > BOTTOM:
                    made.append([])
                    y = TOP
                for at, cell in enumerate(lines):
                    left = LEFT + at * room
                    inset = 0 if isinstance(block, str) else INSET
                    if inset:
                        made[-1].append(around(left, y, left + room, y + high))
                    made[-1] += [draw(left + inset, y + LEADING * (0.7 + n), line) for n, line in enumerate(cell) if line.strip()]
                y += high
    return made


def _parts(cells, prose):
    """A paragraph may end on the next page, a row of a table does not."""
    return [[[line]] for line in cells[0]] if prose else [cells]


def file(made, template=""):
    """The pages as a package, each with the number of its page and what the template has."""
    saved = io.BytesIO()
    listed = "".join(f'<ofd:Page ID="{at + 20}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(len(made)))
    with zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("OFD.xml", f"<ofd:OFD {SPACE}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>")
        package.writestr(
            "Doc_0/Document.xml",
            f"<ofd:Document {SPACE}><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>"
            f'<ofd:PublicRes>PublicRes.xml</ofd:PublicRes><ofd:TemplatePage ID="2" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData>'
            f"<ofd:Pages>{listed}</ofd:Pages></ofd:Document>",
        )
        package.writestr("Doc_0/Tpls/Tpl_0/Content.xml", _page(template))
        for at, drawn in enumerate(made):
            number = in_lines(100, 280, f"— {at + 1} —")
            package.writestr(f"Doc_0/Pages/Page_{at}/Content.xml", _page("".join(drawn) + number, '<ofd:Template TemplateID="2"/>'))
    return saved.getvalue()


def _page(drawn, behind=""):
    return f'<ofd:Page {SPACE}>{behind}<ofd:Content><ofd:Layer ID="3">{drawn}</ofd:Layer></ofd:Content></ofd:Page>'


def lines(notice):
    return file(pages(notice, in_lines))


def runs(notice):
    """As lines, with rules as strokes and what stands first drawn last, like a red head."""
    made = pages(notice, in_runs, lambda x, y, right, below: "".join(
        (rule(x, y, right, y), rule(x, below, right, below), rule(x, y, x, below), rule(right, y, right, below))
    ))  # fmt: skip
    return file([[*page[3:], *page[:3]] for page in made])


def signs(notice):
    return file(pages(notice, in_signs))
