"""PDF files with text: lines in their order, with what the margins tell about paragraphs."""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

import pypdfium2  # type: ignore[import-untyped]

from ...core.problems import RefusalError
from ...core.typography import clean
from . import pdf_tables
from .documents import Document, is_furniture
from .pieces import Line, Place

_MAX_PAGES = 300
_PASSWORD = 4  # FPDF_ERR_PASSWORD


def read(data: bytes) -> Document:
    """The lines of a PDF; raises RefusalError."""
    opened = _opened(data)
    with contextlib.closing(opened):
        if len(opened) > _MAX_PAGES:
            raise RefusalError(
                f"这个 PDF 超过 {_MAX_PAGES} 页，不像一份通知；请只给出通知本身",
                f"this PDF has more than {_MAX_PAGES} pages; give the notice alone",
            )
        pages = _pages([_page(opened, number) for number in range(len(opened))])
    if not any(pages):
        raise RefusalError(
            "这个 PDF 里没有文字，像是扫描的图片；请给出有文字的 PDF 或 .docx，或先做文字识别",
            "this PDF has no text and seems to be a scan; give one with text or a .docx, or have the text recognised first",
        )
    repeated = _repeated([[line.text for line in page] for page in pages])
    kept: list[Line] = []
    aside: list[Line] = []
    for page in pages:
        for at, line in enumerate(page, 1):  # a number counts pages only at the top or the foot of one
            counts = at in (1, len(page)) and is_furniture(line.text)
            (aside if counts or line.text in repeated else kept).append(line)
    return Document(tuple(kept), tuple(aside))


def _opened(data: bytes) -> Any:
    try:
        opened = pypdfium2.PdfDocument(data)
        len(opened)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
            raise RefusalError(
                "这个 PDF 加了密码；请给出不加密的文件",
                "this PDF has a password; give a file without one",
            ) from error
        raise RefusalError(
            "打不开这个 PDF，可能已损坏；请重新导出再试",
            "this PDF cannot be opened and may be damaged; export it again",
        ) from error
    return opened


class _Row(NamedTuple):
    """A row of a page: its text, its edges and the height of its first sign, in points from the lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    cells: tuple[str, ...] = ()


def _pages(pages: list[list[_Row]]) -> list[list[Line]]:
    """Rows as lines; the margins are those of the whole document, as a page can hold centred lines only."""
    rows = [row for page in pages for row in page]
    left, right = _left_margin([row.left for row in rows if not row.cells]), _right_margin([row.right for row in rows if not row.cells])
    size = median([row.height for row in rows]) if rows else 0
    before: _Row | None = None
    made: list[list[Line]] = []
    for index, page in enumerate(pages, 1):
        made.append([])
        for number, row in enumerate(page, 1):
            begins = True if row.cells else _begins(row, before, (left, right), size)
            made[-1].append(Line(row.text, Place(number, index, table=1 if row.cells else 0), begins, row.cells))
            before = row if not (number in (1, len(page)) and is_furniture(row.text)) else before
    return made


def _page(opened: Any, index: int) -> list[_Row]:
    try:
        page = opened[index]
        text = page.get_textpage()
        rows = _rows_and_tables(page, text)
    except pypdfium2.PdfiumError as error:
        raise RefusalError(
            f"这个 PDF 的第 {index + 1} 页读不出来；请重新导出再试",
            f"page {index + 1} of this PDF cannot be read; export it again",
        ) from error
    above = (one for one, after in pairwise(rows) if after.bottom > one.bottom + 2 * one.height)
    return rows if next(above, None) is None else sorted(rows, key=lambda row: -round(row.bottom))  # what is drawn last may stand first


def _rows_and_tables(page: Any, text: Any) -> list[_Row]:
    """The rows of a page in their order, those of its tables with their cells."""
    whole = text.get_text_range()
    bands = pdf_tables.bands(page)
    placed = pdf_tables.cells(text, whole, bands) if bands else {}
    outside = "".join(" " if index in placed else sign for index, sign in enumerate(whole))
    found = [*_rows(text, outside)]
    for first, cells in pdf_tables.rows(page, whole, placed, bands):
        left, bottom, right, top = _box(text, first)
        found.append((first, _Row("\t".join(cells), left, right, bottom, max(top - bottom, 1.0), cells)))
    return [row for _, row in sorted(found, key=lambda each: each[0])]


def _rows(text: Any, whole: str) -> Iterator[tuple[int, _Row]]:
    """Each row with the index of its first sign."""
    offset = 0
    for row in re.split(r"(\r\n|\r|\n)", whole):
        plain = clean(row.replace("\ufffe", "").replace("\u0002", ""))
        plain = _BETWEEN.sub("", plain) if _WIDENED.search(plain) else plain
        if plain.strip():
            first, last = _box(text, offset + len(row) - len(row.lstrip())), _box(text, offset + len(row.rstrip()) - 1)
            yield offset, _Row(plain.strip(), first[0], last[2], first[1], max(first[3] - first[1], 1.0))
        offset += len(row)


_SIGN = r"[\u3001-\u9fff\uff00-\uffef“”]"
_WIDENED = re.compile(rf"(?:{_SIGN} ){{5,}}{_SIGN}")
"""Signs that a program set apart to fill a line."""
_BETWEEN = re.compile(rf"(?<={_SIGN}) (?=[0-9]|{_SIGN})|(?<=[0-9]) (?={_SIGN})")


def _box(text: Any, index: int) -> tuple[float, float, float, float]:
    try:
        left, bottom, right, top = text.get_charbox(index, loose=True)
    except pypdfium2.PdfiumError:
        return 0.0, 0.0, 0.0, 1.0
    return left, bottom, right, top


def _left_margin(edges: list[float]) -> float:
    """Where most full lines begin: the smallest left edge that several share."""
    counted = Counter(round(edge) for edge in edges)
    shared = [edge for edge, count in counted.items() if count >= max(2, len(edges) // 8)]
    return float(min(shared or counted or [0]))


def _right_margin(edges: list[float]) -> float:
    """Where full lines end: as far as two lines reach."""
    furthest = sorted(edges)[-2:]
    return furthest[0] if furthest else 0.0


def _begins(row: _Row, before: _Row | None, margins: tuple[float, float], size: float) -> bool | None:
    """A paragraph begins where a line is set in by about two signs, or where the one before does not fill its line.

    A line at the margin below a full one goes on. Centred lines tell nothing.
    """
    inset = row.left - margins[0]
    if 1.2 * size <= inset <= 3.2 * size:
        return True
    if before is None or inset > 3.2 * size:
        return None
    word = re.match(r"[A-Za-z0-9@._/:-]*", row.text)
    room = 1.6 * size + (len(word[0]) * 0.6 * size if word else 0)  # a word that did not fit may have left more
    if before.right < margins[1] - room:
        return True
    return False if abs(inset) < 0.5 * size and len(row.text) > 1 else None


def _repeated(pages: list[list[str]]) -> frozenset[str]:
    """Lines that stand first or last on most pages: the name of the paper, a running head."""
    if len(pages) < 3:
        return frozenset()
    counted = Counter(line for page in pages if page for line in {page[0], page[-1]})
    return frozenset(line for line, count in counted.items() if count > len(pages) / 2 and len(line) < 40)
