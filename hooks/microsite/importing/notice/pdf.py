"""PDF files with text: the signs of each page with their places, and its rules."""

from __future__ import annotations

import contextlib
import re
from itertools import pairwise
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw  # type: ignore[import-untyped]

from ...core.problems import RefusalError
from . import printed_pages
from .documents import Document
from .ruled_tables import THIN, Rule

_PASSWORD = 4  # FPDF_ERR_PASSWORD


def read(data: bytes) -> Document:
    """The lines of a PDF; raises RefusalError."""
    opened = _opened(data)
    with contextlib.closing(opened):
        printed_pages.must_be_few(len(opened), "PDF")
        pages = [_rows(opened, number) for number in range(len(opened))]
    if not any(pages):
        raise RefusalError(
            "这个 PDF 里没有文字，像是扫描的图片；请给出有文字的 PDF 或 .docx，或先做文字识别",
            "this PDF has no text and seems to be a scan; give one with text or a .docx, or have the text recognised first",
        )
    return printed_pages.document(pages)


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


def _rows(opened: Any, index: int) -> list[printed_pages.Row]:
    try:
        page = opened[index]
        text = page.get_textpage()

        whole, order = _in_order(text)

        def box(at: int) -> printed_pages.Box:
            return _box(text, order[at])

        def ink(at: int) -> printed_pages.Box:
            return _box(text, order[at], loose=False)

        return printed_pages.rows(printed_pages.Page(whole, box, ink, *_rules(page)))
    except pypdfium2.PdfiumError as error:
        raise RefusalError(
            f"这个 PDF 的第 {index + 1} 页读不出来；请重新导出再试",
            f"page {index + 1} of this PDF cannot be read; export it again",
        ) from error


def _in_order(text: Any) -> tuple[str, list[int]]:
    """The text and the index of each of its signs in the file; where another font drew some signs of a row last, from left to right."""
    made = ""
    order: list[int] = []
    for row in re.finditer(r"[^\r\n]*[\r\n]*", text.get_text_range()):
        given = range(row.start(), row.end())
        seen = [at for at in given if not row.string[at].isspace()]
        places = {at: _box(text, at) for at in seen}
        if all(places[at][0] <= places[after][0] + 1 for at, after in pairwise(seen)):
            made, order = made + row[0], [*order, *given]
            continue
        seen.sort(key=lambda at: places[at][0])
        for before, at in zip([seen[0], *seen], seen, strict=False):
            apart = places[at][0] - places[before][2] > (places[at][3] - places[at][1]) / 4
            made, order = made + " " * apart + row.string[at], [*order, *[at] * (1 + apart)]
        made, order = made + "\n", [*order, seen[-1]]
    return made, order


def _box(text: Any, index: int, loose: bool = True) -> printed_pages.Box:
    try:
        left, bottom, right, top = text.get_charbox(index, loose=loose)
    except pypdfium2.PdfiumError:
        return 0.0, 0.0, 0.0, 1.0
    return left, bottom, right, top


def _rules(page: Any) -> tuple[list[Rule], list[Rule]]:
    """Rules downwards and across; a box has two of each."""
    down: list[Rule] = []
    across: list[Rule] = []
    for each in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = each.get_bounds()
        wide, high = right - left, top - bottom
        if wide > 0.9 * page.get_width() and high > 0.9 * page.get_height():
            continue  # the paper
        if wide <= THIN < high:
            down.append(((left + right) / 2, bottom, top))
        elif high <= THIN < wide:
            across.append(((bottom + top) / 2, left, right))
        elif wide > 2 * THIN and high > 2 * THIN:
            down += [(left, bottom, top), (right, bottom, top)]
            across += [(bottom, left, right), (top, left, right)]
    return down, across
