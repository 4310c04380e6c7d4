"""PDF files with text: lines in their order, with what the margins tell about paragraphs."""

from __future__ import annotations

import contextlib
import re
from collections import Counter
from collections.abc import Iterator
from statistics import median
from typing import Any

import pypdfium2  # type: ignore[import-untyped]

from ...core.problems import RefusalError
from ...core.typography import clean
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


_Row = tuple[str, float, float]
"""Text of a row, its left edge and the height of its first sign, in points."""


def _pages(pages: list[list[_Row]]) -> list[list[Line]]:
    """Rows as lines; the margin is that of the whole document, as a page can hold centred lines only."""
    rows = [row for page in pages for row in page]
    left = _left_margin([start for _, start, _ in rows])
    size = median([height for _, _, height in rows]) if rows else 0
    return [
        [
            Line(plain, Place(number, index), _begins(plain, start, left, size))
            for number, (plain, start, _) in enumerate(page, 1)
        ]
        for index, page in enumerate(pages, 1)
    ]


def _page(opened: Any, index: int) -> list[_Row]:
    try:
        page = opened[index]
        text = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise RefusalError(
            f"这个 PDF 的第 {index + 1} 页读不出来；请重新导出再试",
            f"page {index + 1} of this PDF cannot be read; export it again",
        ) from error
    return list(_rows(text))


def _rows(text: Any) -> Iterator[_Row]:
    whole = text.get_text_range()
    offset = 0
    for row in re.split(r"(\r\n|\r|\n)", whole):
        plain = clean(row.replace("\ufffe", "").replace("\u0002", ""))
        if plain.strip():
            first = offset + len(row) - len(row.lstrip())
            left, bottom, _, top = _box(text, first)
            yield plain.strip(), left, max(top - bottom, 1.0)
        offset += len(row)


def _box(text: Any, index: int) -> tuple[float, float, float, float]:
    try:
        left, bottom, right, top = text.get_charbox(index, loose=True)
    except pypdfium2.PdfiumError:
        return 0.0, 0.0, 0.0, 1.0
    return left, bottom, right, top


def _left_margin(starts: list[float]) -> float:
    """Where most full lines begin: the smallest left edge that several share."""
    counted = Counter(round(start) for start in starts)
    shared = [edge for edge, count in counted.items() if count >= max(2, len(starts) // 8)]
    return float(min(shared or counted or [0]))


def _begins(text: str, start: float, left: float, size: float) -> bool | None:
    """Set in by about two signs: a paragraph begins; at the margin: it goes on. Centred lines tell nothing."""
    inset = start - left
    if 1.2 * size <= inset <= 3.2 * size:
        return True
    if abs(inset) < 0.5 * size and len(text) > 1:
        return False
    return None


def _repeated(pages: list[list[str]]) -> frozenset[str]:
    """Lines that stand first or last on most pages: the name of the paper, a running head."""
    if len(pages) < 3:
        return frozenset()
    counted = Counter(line for page in pages if page for line in {page[0], page[-1]})
    return frozenset(line for line, count in counted.items() if count > len(pages) / 2 and len(line) < 40)
