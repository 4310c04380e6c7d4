"""Rows as an .xlsx file: every cell is text, choices can be picked, a sheet explains the columns.

Hidden sheets keep every value as it was exported: who reads the file back sees what was edited in it, and
what was meanwhile changed in the data.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Mapping, Sequence

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ...core.problems import RefusalError
from .columns import EXPLAINED, FIRST_ROW, ORIGINAL, SHEETS, Column, Sheet
from .table import Row

MAX_TEXT = 32_767
"""What a cell can hold; longer texts would be cut without a word."""

_TOP = Alignment(vertical="top", wrap_text=True)
_HEAD = PatternFill("solid", fgColor="DCE6F1")
_FIXED = PatternFill("solid", fgColor="EEEEEE")
_SAID = {
    "fixed": ("不能改：它说明这一行是哪一项", "fixed: it says which record the row is"),
    "line": ("一行文字", "one line of text"),
    "items": ("一行；几项之间用顿号", "one line; several items with 、 between them"),
    "number": ("阿拉伯数字", "digits"),
    "lines": ("每行一个（Alt+Enter 换行）", "one item a line (Alt+Enter begins a new line)"),
    "prose": ("一段或几段文字，段间空一行", "paragraphs with an empty line between them"),
    "time": (
        "照通知的写法，如 6月中旬；灰色的请在 YAML 文件里改",
        "as printed, such as 6月中旬; grey ones are changed in the YAML file",
    ),
}


def write(tables: Mapping[str, Sequence[Row]]) -> bytes:
    """The file, from rows by the name of their sheet."""
    book = Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    book.remove(first)
    for sheet in SHEETS:
        _fill(book.create_sheet(sheet.name), sheet, tables.get(sheet.name, ()))
    _explain(book.create_sheet(EXPLAINED))
    for sheet in SHEETS:
        kept = book.create_sheet(f"{ORIGINAL}{sheet.name}")
        _fill(kept, sheet, tables.get(sheet.name, ()))
        kept.sheet_state = "hidden"
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    """The bytes of a file; the library writes its sheets into the system's temporary folder first."""
    out = io.BytesIO()
    with contextlib.redirect_stderr(io.StringIO()):  # it complains a second time when it is cleared away
        try:
            book.save(out)
            return out.getvalue()
        except Exception as error:  # with lxml, a full disk is no OSError
            why = str(error)
    raise RefusalError(
        f"写不出表格（{why}）；请检查系统临时文件夹的空间和权限",
        f"the spreadsheet cannot be made ({why}); check the disk space and the permissions of the system’s temporary folder",
    )


def _fill(page: Worksheet, sheet: Sheet, rows: Sequence[Row]) -> None:
    for at, column in enumerate(sheet.columns, 1):
        for row, text in ((1, f"{column.zh}\n{column.en}"), (2, column.key)):
            cell = _put(page, row, at, text)
            cell.font, cell.fill = Font(bold=row == 1, color="000000" if row == 1 else "666666"), _HEAD
        page.column_dimensions[get_column_letter(at)].width = column.width
        # Cells below the table are text, too: a number typed there keeps its zeros.
        page.column_dimensions[get_column_letter(at)].number_format = "@"
    for number, row_ in enumerate(rows, FIRST_ROW):
        _row(page, sheet, number, row_)
    page.freeze_panes = f"C{FIRST_ROW}"
    last = max(FIRST_ROW, FIRST_ROW + len(rows) - 1)
    for at, column in enumerate(sheet.columns, 1):
        if column.choices and column.sort == "line":
            _offer(page, column, f"{get_column_letter(at)}{FIRST_ROW}:{get_column_letter(at)}{last}")


def _row(page: Worksheet, sheet: Sheet, number: int, row: Row) -> None:
    for at, column in enumerate(sheet.columns, 1):
        text = row.cells[column.key]
        if len(text) > MAX_TEXT:
            raise RefusalError(
                f"{row.campaign}/{row.key} 的“{column.zh}”太长，表格的一格放不下；请在 YAML 文件里改",
                f"{row.campaign}/{row.key}: “{column.en}” is too long for a cell; edit it in the YAML file",
            )
        cell = _put(page, number, at, text)
        if column.sort == "fixed" or column.key in row.locked:
            cell.fill = _FIXED


def _put(page: Worksheet, row: int, column: int, text: str) -> Cell:
    """A cell of text, whatever the text looks like: no formula, no number, no day."""
    cell = page.cell(row, column)
    assert isinstance(cell, Cell)
    if text:
        cell.value = text
        cell.data_type = "s"
    cell.number_format = "@"
    cell.alignment = _TOP
    return cell


def _offer(page: Worksheet, column: Column, cells: str) -> None:
    offered = DataValidation(
        type="list",
        formula1=f'"{",".join(column.choices)}"',
        allow_blank=not column.required,
        showErrorMessage=True,
        errorStyle="warning",  # names may be typed as well
    )
    offered.errorTitle, offered.error = "不在可选范围内 / not a choice", column.offered[:255]
    page.add_data_validation(offered)
    offered.add(cells)


def _explain(page: Worksheet) -> None:
    heads = (
        "工作表 sheet",
        "列 column",
        "名称",
        "title",
        "怎样填",
        "how to fill it in",
        "必填 required",
        "可选 choices",
    )
    lines = [heads, *(_line(sheet, column) for sheet in SHEETS for column in sheet.columns)]
    for number, line in enumerate(lines, 1):
        for at, text in enumerate(line, 1):
            cell = _put(page, number, at, text)
            if number == 1:
                cell.font, cell.fill = Font(bold=True), _HEAD
    for at, wide in enumerate((14, 18, 18, 26, 34, 40, 12, 60), 1):
        page.column_dimensions[get_column_letter(at)].width = wide
    page.freeze_panes = "A2"


def _line(sheet: Sheet, column: Column) -> tuple[str, ...]:
    zh, en = _SAID[column.sort]
    needed = "是 yes" if column.required else ""
    return (sheet.name, column.key, column.zh, column.en, zh, en, needed, column.offered)
