"""PDF files with text: the signs of each page with their places, and its rules."""

from __future__ import annotations

import contextlib
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
        if len(opened) > printed_pages.MAX_PAGES:
            raise RefusalError(
                f"这个 PDF 超过 {printed_pages.MAX_PAGES} 页，不像一份通知；请只给出通知本身",
                f"this PDF has more than {printed_pages.MAX_PAGES} pages; give the notice alone",
            )
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

        def box(at: int) -> printed_pages.Box:
            return _box(text, at)

        return printed_pages.rows(printed_pages.Page(text.get_text_range(), box, text.get_charbox, *_rules(page)))
    except pypdfium2.PdfiumError as error:
        raise RefusalError(
            f"这个 PDF 的第 {index + 1} 页读不出来；请重新导出再试",
            f"page {index + 1} of this PDF cannot be read; export it again",
        ) from error


def _box(text: Any, index: int) -> printed_pages.Box:
    try:
        left, bottom, right, top = text.get_charbox(index, loose=True)
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
