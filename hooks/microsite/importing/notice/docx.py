"""Word files: paragraphs and rows of tables in their order, with the numbers that Word itself counts.

Read below python-docx's own paragraphs, which leave out tracked insertions, fields, text boxes and
numbering: what a reader of the page sees has to arrive.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from ...core.problems import RefusalError
from ...core.typography import counted
from . import documents, fields, packages
from .documents import BREAK, MAX_COLUMNS, MAX_LEVELS, Counter, Document, clean_lines, within
from .pieces import Line

_PARTS = {"header": "处页眉", "footer": "处页脚", "footnotes": "处脚注", "endnotes": "处尾注", "comments": "处批注"}


def read(data: bytes) -> Document:
    """The lines of a Word file; raises RefusalError."""
    _look_inside(data)
    try:
        opened = docx.Document(io.BytesIO(data))
        body = opened.element.body
        _with_styles(body, {each.get(qn("w:styleId")): each for each in opened.styles.element.iterfind(qn("w:style"))})
        numbering = _Numbering(_numbering_part(opened), opened.styles.element)
        lines = list(within(_lines(body, numbering)))
        aside = documents.beside(_around(opened))
    except RefusalError:
        raise
    except Exception as error:  # the reader raises whatever its parts raise
        raise packages.broken("Word") from error
    return Document(tuple(lines), aside)


_OTHERS = (
    (r"^xl/workbook|^application/.*spreadsheet",
     "电子表格；请把通知的文字复制到 Word 或 WPS 文字里，存为 .docx 再导入；网站导出的表格（export），请用 import-sheet",
     "a spreadsheet; copy the notice into Word or WPS Writer and save it as .docx; a sheet that export made goes to import-sheet"),
    (r"^ppt/presentation|^application/.*presentation",
     "演示文稿；请把通知的文字复制到 Word 或 WPS 文字里，存为 .docx 再导入",
     "a set of slides; copy the notice into Word or WPS Writer and save it as .docx"),
    ("",
     "压缩文件，里面没有 Word 文档的正文；请解压后给出通知的文件",
     "a zip file without the text of a Word document; unpack it and give the file of the notice"),
)  # fmt: skip


def _look_inside(data: bytes) -> None:
    """Refuse what is no Word file, and what would grow without end when unpacked."""
    with packages.opened(data, "Word") as package:
        names = package.namelist()
        kinds = [*names, package.read("mimetype").decode("ascii", "replace") if "mimetype" in names else ""]
        for kind, zh, en in _OTHERS if "word/document.xml" not in names else ():
            if any(re.search(kind, each) for each in kinds):
                raise RefusalError(f"这是{zh}", f"this is {en}")
        if b"http://purl.oclc.org/ooxml/wordprocessingml/main" in package.read("word/document.xml")[:8000]:
            raise RefusalError(
                "文件存成了“Strict Open XML 文档”；请在“另存为”里选“Word 文档 (*.docx)”再导入",
                "the file was saved as a Strict Open XML Document; choose Word Document (*.docx) in “Save As” and import it again",
            )


def _numbering_part(opened: Any) -> Any:
    """The definitions of numbered lists, or None; asking python-docx for a missing part makes one up."""
    for relation in opened.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return relation.target_part.element
    return None


def _lines(body: Any, numbering: _Numbering) -> Iterator[Line]:
    counter = Counter()
    for block in _blocks(body):
        if block.tag == qn("w:tbl"):
            yield from counter.table(_rows(block, numbering))
        else:
            yield from counter.paragraph(_paragraph(block, numbering), _indented(block))


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables in their order, also those inside content controls and a table that is one cell."""
    for child in parent.iterchildren():
        cells = list(child.iter(qn("w:tc"))) if child.tag == qn("w:tbl") else []
        if len(cells) == 1 and len(list(cells[0].iterchildren(qn("w:p")))) > 1:
            yield from _blocks(cells[0])
        elif child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in _WRAPPERS:
            yield from _blocks(child)


_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_FALLBACK = f"{_ALTERNATIVES}Fallback"
"""The copy for old programs of what stands in a Choice."""
_WRAPPERS = {
    *map(qn, ("w:sdt", "w:sdtContent", "w:ins", "w:smartTag", "w:customXml")),
    f"{_ALTERNATIVES}AlternateContent", f"{_ALTERNATIVES}Choice",
}  # fmt: skip


def _rows(table: Any, numbering: _Numbering) -> Iterator[tuple[str, ...]]:
    """The cells of each row; one that is merged downwards is repeated, one that is merged sideways leaves empty ones."""
    above: list[str] = []
    for row in table.iterchildren(qn("w:tr")):
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            continue
        before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
        cells = [""] * (min(int(before.get(qn("w:val"), "0")), MAX_COLUMNS) if before is not None else 0)
        for cell in (each for each in row.iter(qn("w:tc")) if next(each.iterancestors(qn("w:tr"))) is row):
            merged = cell.find(f"{qn('w:tcPr')}/{qn('w:vMerge')}")
            wide = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
            goes_on = merged is not None and merged.get(qn("w:val"), "continue") == "continue"
            cells.append(above[len(cells)] if goes_on and len(cells) < len(above) else _cell(cell, numbering))
            cells += [""] * (min(int(wide.get(qn("w:val"), "1")) - 1, MAX_COLUMNS - len(cells)) if wide is not None else 0)
        above = cells
        yield tuple(cells)


def _cell(cell: Any, numbering: _Numbering) -> str:
    own = (each for each in _every(cell, "w:p") if next(each.iterancestors(qn("w:p")), None) is None)
    lines = [line for each in own for line, _ in clean_lines(_paragraph(each, numbering))]
    return " ".join(filter(None, " ".join(lines).split()))


def _indented(paragraph: Any) -> bool:
    """A first line set in by its format begins a paragraph for sure."""
    for indent in paragraph.iterfind(f"{qn('w:pPr')}/{qn('w:ind')}"):
        values = [indent.get(qn(f"w:{name}"), "0") for name in ("firstLine", "firstLineChars")]
        if any(re.fullmatch(r"[1-9]\d*", value) for value in values):
            return True
    return False


def _paragraph(paragraph: Any, numbering: _Numbering) -> str:
    """The text of a paragraph as a reader sees it; deleted words and the copies for old programs are left out.

    A text box that hangs on it stands behind it; a numbered paragraph that was deleted is not counted.
    """
    text = _text(paragraph)
    boxes = [each for each in _every(paragraph, "w:p") if each is not paragraph]
    gone = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}") is not None
    gone = gone or paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:moveFrom')}") is not None
    label = "" if gone and not text.strip() else numbering.label(paragraph)
    return "\n".join([label + text, *map(_text, boxes)])


_SKIPPED = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:rt"),  # the reading above a name
    qn("w:p"),  # a text box
    _FALLBACK,
}


_MARKS = {"begin": fields.BEGINS, "separate": fields.SHOWS, "end": fields.ENDS}


def _text(node: Any) -> str:
    """The words of a paragraph; of its fields what they show."""
    return fields.shown("".join(_signs(node)))


def _signs(node: Any) -> Iterator[str]:
    for child in node.iterchildren():
        if child.tag in _SKIPPED or _left_out(child):
            continue
        if child.tag in (qn("w:t"), qn("w:instrText")):
            yield child.text or ""
        elif child.tag == qn("w:fldChar"):
            yield _chosen(child) + _MARKS.get(child.get(qn("w:fldCharType"), ""), "")
        elif child.tag == qn("w:sym"):
            yield _BOXES.get((child.get(qn("w:font"), ""), child.get(qn("w:char"), "")[-2:].upper()), "")
        elif child.tag == qn("w:tab"):
            yield "\t"
        elif child.tag in (qn("w:br"), qn("w:cr")):
            yield BREAK
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif child.tag not in (qn("w:pPr"), qn("w:rPr")):
            yield from _signs(child)


_BOXES = {
    ("Wingdings 2", "52"): "☑", ("Wingdings", "FE"): "☑", ("Wingdings", "FD"): "☒",
    ("Wingdings 2", "A3"): "□", ("Wingdings", "A8"): "□", ("Wingdings", "6F"): "□",
}
"""Boxes to tick that are signs of a font and no characters."""


def _chosen(field: Any) -> str:
    """What stands in a field of a form that shows no words of its own: a box to tick, or a list to choose from."""
    for box in field.iter(qn("w:checkBox")):
        marks = [mark.get(qn("w:val"), "1") for name in ("checked", "default") for mark in box.iterfind(qn(f"w:{name}"))]
        return "☑" if marks and marks[0] not in ("0", "false", "off") else "□"
    for choices in field.iter(qn("w:ddList")):
        entries = [entry.get(qn("w:val"), "") for entry in choices.iterfind(qn("w:listEntry"))]
        chosen = [int(each.get(qn("w:val"), "0")) for name in ("result", "default") for each in choices.iterfind(qn(f"w:{name}"))]
        return "".join(entries[(*chosen, 0)[0]:][:1])
    return ""


_LEFT_OUT = {"vanish": "处隐藏文字", "specVanish": "处隐藏文字", "strike": "处划去的字", "dstrike": "处划去的字"}


def _left_out(run: Any) -> str:
    """Why the words of a run are not read: hidden, or struck through; empty where they are."""
    return next((why for name, why in _LEFT_OUT.items() if _says(run, name)), "")


def _says(node: Any, name: str) -> bool | None:
    """Whether the properties of a run or a style switch something on or off; None where they are silent."""
    mark = node.find(f"{qn('w:rPr')}/{qn(f'w:{name}')}")
    return None if mark is None else mark.get(qn("w:val"), "1") not in ("0", "false", "off")


def _with_styles(body: Any, styles: dict[str, Any]) -> None:
    """Put on each run what its style, or the style of its paragraph, says of hidden and struck words."""
    for run in body.iter(qn("w:r")):
        paragraph = next(run.iterancestors(qn("w:p")), None)
        own, above = run.find(f"{qn('w:rPr')}/{qn('w:rStyle')}"), f"{qn('w:pPr')}/{qn('w:pStyle')}"
        links = own, None if paragraph is None else paragraph.find(above)
        for name in _LEFT_OUT:
            told = (_says(run, name), *(_by_style(link, name, styles) for link in links))
            if told[0] is None and next((each for each in told if each is not None), False):
                run.get_or_add_rPr().append(run.makeelement(qn(f"w:{name}"), {}))


def _by_style(link: Any, name: str, styles: dict[str, Any]) -> bool | None:
    """What a style says, or the one that it rests on."""
    for _ in range(10):  # a circle would never end
        style = styles.get(link.get(qn("w:val"))) if link is not None else None
        if style is None or (said := _says(style, name)) is not None:
            return None if style is None else said
        link = style.find(qn("w:basedOn"))
    return None


def _around(opened: Any) -> Iterator[tuple[str, str]]:
    """What a page has beside its text: headers and footers of every kind, notes, drawings, links, hidden and struck words."""
    body, addresses = opened.element.body, {}
    for id_, relation in opened.part.rels.items():
        kind = relation.reltype.rsplit("/", 1)[-1]
        if kind in ("aFChunk", "oleObject", "package", "subDocument"):
            yield documents.EMBEDDED
        elif relation.is_external:
            addresses[id_] = relation.target_ref
        elif kind in _PARTS or kind in ("diagramData", "chart"):
            part = relation.target_part
            root = getattr(part, "element", None)
            root = parse_xml(part.blob) if root is None else root
            yield from ((_PARTS[kind], _text(each)) for each in (_every(root, "w:p") if kind in _PARTS else ()))
            yield "处图形", " ".join(each.text or "" for each in _every(root, "a:t", "c:v"))
    for run in filter(_left_out, _every(body, "w:r")):
        yield _left_out(run), "".join(each.text or "" for each in run.iter(qn("w:t")))
    for link in _every(body, "w:hyperlink"):
        yield documents.linked(_text(link), addresses.get(link.get(qn("r:id")), ""))
    for paragraph in _every(body, "w:p"):
        yield from fields.links("".join(_signs(paragraph)))
    yield from _drawn(body)


def _drawn(body: Any) -> Iterator[tuple[str, str]]:
    for formula in _every(body, "m:oMath"):
        yield "处公式", " ".join(each.text or "" for each in formula.iter(qn("m:t")))
    for drawn in _every(body, "a:t"):
        yield "处图形", drawn.text or ""
    for art in _every(body, "{urn:schemas-microsoft-com:vml}textpath"):
        yield "处图形", art.get("string", "")


def _every(node: Any, *names: str) -> Iterator[Any]:
    """What is called so within a node, but for copies for old programs."""
    tags = (name if name[0] == "{" else qn(name) for name in names)
    return (each for each in node.iter(*tags) if next(each.iterancestors(_FALLBACK), None) is None)


class _Numbering:
    """Counts the automatic numbers of a document; ``label`` has to be asked paragraph by paragraph.

    Lists that share an abstract list count on together, as in Word, but for the levels that one begins anew.
    """

    def __init__(self, part: Any, styles: Any) -> None:
        self._styles = {each.get(qn("w:styleId")): each for each in styles.iterfind(qn("w:style"))}
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._abstract: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if part is not None:
            self._read(part)

    def _read(self, part: Any) -> None:
        abstract = {each.get(qn("w:abstractNumId")): each for each in part.iterfind(qn("w:abstractNum"))}
        linked = {_value(each, "styleLink", ""): id_ for id_, each in abstract.items()}
        styles = {id_: _value(each, "numStyleLink", "") for id_, each in abstract.items()}
        known = {id_: dict(map(_level, islice(each.iter(qn("w:lvl")), MAX_LEVELS))) for id_, each in abstract.items()}
        for number in part.iterfind(qn("w:num")):
            id_ = _value(number, "abstractNumId", "")
            if style := styles.get(id_):
                id_ = linked.get(style, id_)
            levels = dict(known.get(id_, {}))
            own = number.get(qn("w:numId"))
            for each in number.iterfind(qn("w:lvlOverride")):
                levels |= dict(map(_level, each.iterfind(qn("w:lvl"))))
                if start := _value(each, "startOverride", ""):
                    self._restarts.setdefault(own, {})[int(each.get(qn("w:ilvl"), "0"))] = int(start)
            self._levels[own], self._abstract[own] = levels, id_

    def label(self, paragraph: Any) -> str:
        """The number that Word prints before a paragraph: “（一）”, or nothing."""
        properties = self._properties(paragraph)
        if properties is None:
            return ""
        list_id, level = _value(properties, "numId", ""), int(_value(properties, "ilvl", "0"))
        levels = self._levels.get(list_id, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(self._abstract[list_id], {})
        for at, start in self._restarts.pop(list_id, {}).items():
            counts[at] = start - 1
        counts[level] = counts.get(level, levels[level][2] - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return _printed(levels, level, counts)

    def _properties(self, paragraph: Any) -> Any:
        """The numbering of a paragraph, its own or that of its style."""
        own = paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        link = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
        for _ in range(10):  # styles rest on styles; a circle would never end
            if own is not None or link is None:
                break
            style = self._styles.get(link.get(qn("w:val")))
            own = style.find(f"{qn('w:pPr')}/{qn('w:numPr')}") if style is not None else None
            link = style.find(qn("w:basedOn")) if style is not None else None
        return own


def _value(node: Any, name: str, default: str) -> str:
    """The value of a child, also where it stands within an alternative for newer programs."""
    found = next(node.iter(qn(f"w:{name}")), None)
    return default if found is None else found.get(qn("w:val"), default)


def _level(level: Any) -> tuple[int, tuple[str, str, int]]:
    start = _value(level, "start", "1")
    kind, text = _value(level, "numFmt", "decimal"), _value(level, "lvlText", "")[:100]
    return int(level.get(qn("w:ilvl"), "0")), (kind, text, int(start) if start.isdigit() else 1)


def _printed(levels: dict[int, tuple[str, str, int]], level: int, counts: dict[int, int]) -> str:
    kind, pattern, _ = levels[level]
    if kind in ("bullet", "none"):
        return ""

    def one(found: re.Match[str]) -> str:
        at = int(found[1]) - 1
        kind_at, _, start = levels.get(at, ("decimal", "", 1))
        return counted(counts.get(at, start), kind_at)

    return re.sub(r"%([1-9])", one, pattern)
