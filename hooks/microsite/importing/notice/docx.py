"""Word files: paragraphs and rows of tables in their order, with the numbers that Word itself counts.

Read below python-docx's own paragraphs, which leave out tracked insertions, fields, text boxes and
numbering: what a reader of the page sees has to arrive.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import docx
from docx.oxml.ns import qn

from ...core.problems import RefusalError
from ...core.typography import clean
from .documents import Document, is_furniture, without_marks
from .pieces import Line, Place

_MAX_UNPACKED = 60 * 1024 * 1024
_MAX_PARTS = 3000
_DIGITS = "零一二三四五六七八九"


def read(data: bytes) -> Document:
    """The lines of a Word file; raises RefusalError."""
    _look_inside(data)
    try:
        opened = docx.Document(io.BytesIO(data))
        body = opened.element.body
        numbering = _Numbering(_numbering_part(opened), opened.styles.element)
        lines = list(_lines(body, numbering))
        margins = list(_margins(opened))
    except Exception as error:  # the reader raises whatever its parts raise
        raise _broken() from error
    aside = [line for line in lines if is_furniture(line.text)]
    return Document(tuple(line for line in lines if not is_furniture(line.text)), (*aside, *margins))


def _broken() -> RefusalError:
    return RefusalError(
        "打不开这个 Word 文件，可能已损坏；请用 Word 或 WPS 打开后另存为 .docx 再试",
        "this Word file cannot be opened and may be damaged; open it in Word or WPS and save it as .docx again",
    )


def _look_inside(data: bytes) -> None:
    """Refuse what is no Word file, and what would grow without end when unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
    # Of a kind of ZIP that it does not know the library says NotImplementedError.
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise _broken() from error
    if not any(part.filename == "word/document.xml" for part in parts):
        raise RefusalError(
            "这是压缩文件，但不是 Word 的 .docx；请给出 .docx、.pdf、.txt 或 .md",
            "this is a zip file but not a Word .docx; give a .docx, .pdf, .txt or .md",
        )
    if len(parts) > _MAX_PARTS or sum(part.file_size for part in parts) > _MAX_UNPACKED:
        raise RefusalError(
            "这个 Word 文件展开后太大；请去掉图片等附带内容后另存再试",
            "this Word file is too large when unpacked; remove pictures and the like and save it again",
        )


def _numbering_part(opened: Any) -> Any:
    """The definitions of numbered lists, or None; asking python-docx for a missing part makes one up."""
    for relation in opened.part.rels.values():
        if relation.reltype.endswith("/numbering") and not relation.is_external:
            return relation.target_part.element
    return None


def _lines(body: Any, numbering: _Numbering) -> Iterator[Line]:
    paragraphs, tables = 0, 0
    for block in _blocks(body):
        if block.tag == qn("w:tbl"):
            tables += 1
            for number, row in enumerate(block.iter(qn("w:tr")), 1):
                cells = tuple(_cell(cell, numbering) for cell in row.iterchildren(qn("w:tc"), qn("w:sdt")))
                if any(cells):
                    yield Line("\t".join(cells), Place(number, unit="行", table=tables), True, cells)
            continue
        for text in _paragraph(block, numbering).split("\n"):
            paragraphs += 1
            if text.strip():
                yield Line(text.strip(), Place(paragraphs, unit="段"), _indented(block) or None)


def _blocks(parent: Any) -> Iterator[Any]:
    """Paragraphs and tables in their order, also those inside content controls."""
    for child in parent.iterchildren():
        if child.tag in (qn("w:p"), qn("w:tbl")):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:ins"), qn("w:smartTag"), qn("w:customXml")):
            yield from _blocks(child)


def _cell(cell: Any, numbering: _Numbering) -> str:
    texts = [_paragraph(each, numbering) for each in cell.iter(qn("w:p"))]
    return " ".join(filter(None, " ".join(texts).split()))


def _indented(paragraph: Any) -> bool:
    """A first line set in by its format begins a paragraph for sure."""
    for indent in paragraph.iterfind(f"{qn('w:pPr')}/{qn('w:ind')}"):
        values = [indent.get(qn(f"w:{name}"), "0") for name in ("firstLine", "firstLineChars")]
        if any(re.fullmatch(r"[1-9]\d*", value) for value in values):
            return True
    return False


def _paragraph(paragraph: Any, numbering: _Numbering) -> str:
    """The text of a paragraph as a reader sees it; deleted words and the copies for old programs are left out."""
    return clean_lines(numbering.label(paragraph) + "".join(_signs(paragraph)))


def clean_lines(text: str) -> str:
    return "\n".join(clean(without_marks(line)) for line in text.split("\n"))


_SKIPPED = {
    qn("w:del"),
    qn("w:moveFrom"),
    qn("w:instrText"),
    "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
}


def _signs(node: Any) -> Iterator[str]:
    for child in node.iterchildren():
        if child.tag in _SKIPPED:
            continue
        if child.tag == qn("w:t"):
            yield child.text or ""
        elif child.tag == qn("w:tab"):
            yield "\t"
        elif child.tag in (qn("w:br"), qn("w:cr")):
            yield "\n"
        elif child.tag == qn("w:noBreakHyphen"):
            yield "-"
        elif child.tag == qn("w:p"):  # a text box
            yield "\n"
            yield from _signs(child)
            yield "\n"
        elif child.tag not in (qn("w:pPr"), qn("w:rPr")):
            yield from _signs(child)


def _margins(opened: Any) -> Iterator[Line]:
    """What stands at the top and foot of the pages."""
    for number, section in enumerate(opened.sections, 1):
        for part in (section.header, section.footer):
            if not part.is_linked_to_previous:
                for paragraph in part.paragraphs:
                    if paragraph.text.strip():
                        yield Line(clean(paragraph.text).strip(), Place(number, unit="节的页眉页脚"))


# --- numbers that Word counts -----------------------------------------------------------------


class _Numbering:
    """Counts the automatic numbers of a document; ``label`` has to be asked paragraph by paragraph."""

    def __init__(self, part: Any, styles: Any) -> None:
        self._styles = {each.get(qn("w:styleId")): each for each in styles.iterfind(qn("w:style"))}
        self._levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self._counts: dict[str, dict[int, int]] = {}
        if part is not None:
            self._read(part)

    def _read(self, part: Any) -> None:
        abstract = {each.get(qn("w:abstractNumId")): each for each in part.iterfind(qn("w:abstractNum"))}
        for number in part.iterfind(qn("w:num")):
            link = number.find(qn("w:abstractNumId"))
            definition = abstract.get(link.get(qn("w:val"))) if link is not None else None
            if definition is not None:
                levels = (self._level(each) for each in definition.iterfind(qn("w:lvl")))
                self._levels[number.get(qn("w:numId"))] = dict(levels)

    @staticmethod
    def _level(level: Any) -> tuple[int, tuple[str, str, int]]:
        def value(name: str, default: str) -> str:
            found = level.find(qn(f"w:{name}"))
            return default if found is None else found.get(qn("w:val"), default)

        start = value("start", "1")
        return int(level.get(qn("w:ilvl"), "0")), (
            value("numFmt", "decimal"),
            value("lvlText", ""),
            int(start) if start.isdigit() else 1,
        )

    def label(self, paragraph: Any) -> str:
        """The number that Word prints before a paragraph: “（一）”, or nothing."""
        properties = self._properties(paragraph)
        if properties is None:
            return ""
        found = {key: properties.find(qn(f"w:{key}")) for key in ("numId", "ilvl")}
        list_id = found["numId"].get(qn("w:val")) if found["numId"] is not None else ""
        level = int(found["ilvl"].get(qn("w:val"), "0")) if found["ilvl"] is not None else 0
        levels = self._levels.get(list_id, {})
        if level not in levels:
            return ""
        counts = self._counts.setdefault(list_id, {})
        counts[level] = counts.get(level, levels[level][2] - 1) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        return self._printed(levels, level, counts)

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

    @staticmethod
    def _printed(levels: dict[int, tuple[str, str, int]], level: int, counts: dict[int, int]) -> str:
        kind, pattern, _ = levels[level]
        if kind in ("bullet", "none"):
            return ""

        def one(found: re.Match[str]) -> str:
            at = int(found[1]) - 1
            kind_at, _, start = levels.get(at, ("decimal", "", 1))
            return _counted(counts.get(at, start), kind_at)

        return re.sub(r"%([1-9])", one, pattern)


def _counted(number: int, kind: str) -> str:
    """A number in the writing of a list: 3 or 三.

    >>> _counted(12, "chineseCounting"), _counted(3, "decimal")
    ('十二', '3')
    """
    if "chinese" not in kind.lower() and "japanese" not in kind.lower() and "ideograph" not in kind.lower():
        return str(number)
    tens, ones = divmod(number, 10)
    if number >= 100:
        return str(number)
    return ("" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十") + (
        _DIGITS[ones] if ones or not tens else ""
    )
