"""An .xlsx file somebody gives us, as cells of text; whatever a cell cannot say for certain is refused."""

from __future__ import annotations

import codecs
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.parsers import expat

from openpyxl import Workbook, load_workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils import get_column_letter, range_boundaries
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet.worksheet import Worksheet

from ...core.problems import RefusalError, nearest
from ...loading.session_table import as_typed
from .columns import EXPLAINED, FIRST_ROW, ORIGINAL, SHEETS, Column, Sheet
from .table import plain

MAX_BYTES = 10_000_000
MAX_UNPACKED = 30_000_000
MAX_PARTS = 500
MAX_ROWS = 20_000
MAX_COLUMNS = 100
MAX_CELLS = 300_000
MAX_MADE = 150_000_000
"""Bytes of what the library makes of a file, by `_made`."""
MAX_STRETCH = 200_000
"""Bytes of one tag with its text; a cell holds 32,767 characters at most."""


@dataclass(frozen=True, slots=True)
class GivenCell:
    """A cell with its place, such as D5; ``formula`` where it computes, ``refusal`` where nobody can say what it says."""

    place: str
    text: str
    formula: bool = False
    refusal: RefusalError | None = None


@dataclass(frozen=True, slots=True)
class GivenRow:
    """One row; ``exported`` is what its cells said when the file was exported, empty where that is not known."""

    sheet: Sheet
    number: int
    cells: Mapping[str, GivenCell]
    exported: Mapping[str, str] = field(default_factory=dict)

    @property
    def is_untouched(self) -> bool:
        """Nobody changed anything in it since the export."""
        return bool(self.exported) and all(self.exported.get(key) == cell.text for key, cell in self.cells.items())

    @property
    def key(self) -> tuple[str, str, str]:
        """The record: its sheet, its campaign, its own key."""
        return self.sheet.name, self.cells["campaign"].text, self.cells[self.sheet.key].text


def read(data: bytes) -> tuple[tuple[GivenRow, ...], list[RefusalError]]:
    """Every row of the sheets that are known, and why a sheet or a column cannot be taken; raises RefusalError where no row can."""
    _check_package(data)
    try:
        with warnings.catch_warnings(action="ignore"):  # Gnumeric’s files have no default style, and the library says so
            book = load_workbook(io.BytesIO(data), rich_text=True, keep_links=False)
    except Exception as error:  # a damaged file raises whatever the library happens to hit
        raise _not_a_workbook() from error
    if not book.sheetnames:  # in the strict form of the standard the library finds none
        raise RefusalError(
            "文件存成了“Strict Open XML 电子表格”；请在“另存为”里选“Excel 工作簿 (*.xlsx)”",
            "the file was saved as a Strict Open XML Spreadsheet; choose Excel Workbook (*.xlsx) in “Save As”",
        )
    _check_names(book)
    pages, hidden = _pages(book, ""), _pages(book, ORIGINAL)
    _check_size([*pages, *hidden])
    if not pages:
        names = "、".join(sheet.name for sheet in SHEETS)
        raise RefusalError(
            f"没有“{names}”这样的工作表；请用 .venv/bin/microsite export 导出的文件",
            f"there is no sheet called {names}; use a file made by .venv/bin/microsite export",
        )
    refused: list[RefusalError] = []
    rows, before = ([row for sheet, page in some for row in _rows(sheet, page, refused)] for some in (pages, hidden))
    exported = {row.key: {key: cell.text for key, cell in row.cells.items()} for row in before}
    return tuple(replace(row, exported=exported.get(row.key, {})) for row in rows), refused


def _pages(book: Workbook, prefix: str) -> list[tuple[Sheet, Worksheet]]:
    """The sheets of a file, or the hidden ones with what they said at the export, which a program may have left out."""
    found = [(sheet, book[f"{prefix}{sheet.name}"]) for sheet in SHEETS if f"{prefix}{sheet.name}" in book.sheetnames]
    return [(sheet, page) for sheet, page in found if isinstance(page, Worksheet)]


def _check_names(book: Workbook) -> None:
    """A sheet that was renamed or copied: what was changed in it would be lost without a word."""
    known = {name for sheet in SHEETS for name in (sheet.name, f"{ORIGINAL}{sheet.name}")}
    others = [name[:40] for name in book.sheetnames if name not in known and name != EXPLAINED]
    missing = [sheet.name for sheet in SHEETS if sheet.name not in book.sheetnames]
    if others and missing and len(missing) < len(SHEETS):
        zh = f"没有“{missing[0]}”这张工作表，却有“{'、'.join(others[:5])}”；如果改过名，请改回来，别的工作表请移到另一个文件"
        en = f"there is no sheet {missing[0]}, but there is {', '.join(others[:5])}; if it was renamed, give it its name back, "
        raise RefusalError(zh, f"{en}and move other sheets into another file")
    pages = [book[name] for name in book.sheetnames if name not in known]
    if copies := [page.title for page in pages if isinstance(page, Worksheet) and page.cell(FIRST_ROW - 1, 1).value == "campaign"]:
        en = f"{', '.join(copies[:5])}: a copy is not read; write what was changed in it into the sheet itself, and delete it"
        raise RefusalError(f"“{'、'.join(copies[:5])}”是副本，不会读；请把里面的改动写进原来的工作表，再删去它", en)


def _check_size(pages: list[tuple[Sheet, Worksheet]]) -> None:
    """How large the tables are with the cells that are not there: each is made when it is asked for."""
    cells = 0
    for sheet, page in pages:
        cells += page.max_row * page.max_column
        if page.max_row > MAX_ROWS or page.max_column > MAX_COLUMNS or cells > MAX_CELLS:
            en = f"the sheet {sheet.name} has too many rows or columns; delete what lies outside the table"
            raise RefusalError(f"“{sheet.name}”的行或列太多；请删去表格以外的内容", en)


def _not_a_workbook() -> RefusalError:
    return RefusalError(
        "这不是 .xlsx 文件，或者已经损坏；请在表格软件里另存为 .xlsx",
        "this is not an .xlsx file, or it is damaged; save it as .xlsx in your spreadsheet program",
    )


_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""What an .xlsx with a password begins with, like the older files of Office ([MS-OFFCRYPTO], 1.3.3)."""


def _check_package(data: bytes) -> None:
    """Before the library reads it: how much it would be, what would be made of it, and that nothing in it defines entities."""
    if data.startswith(_OLE):
        raise RefusalError(
            "文件加了密码，或者是旧的 .xls；请去掉密码，另存为 .xlsx",
            "the file has a password, or is an older .xls; remove the password and save it as .xlsx",
        )
    try:
        package = zipfile.ZipFile(io.BytesIO(data))
        parts = package.infolist()
    # Of a kind of ZIP that it does not know the library says NotImplementedError.
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise _not_a_workbook() from error
    too_much = sum(part.file_size for part in parts) > MAX_UNPACKED or len(parts) > MAX_PARTS
    if len(data) > MAX_BYTES or too_much:
        raise RefusalError(
            "文件太大；请只留下要改的行，另存一份",
            "the file is too large; keep the rows you change and save a copy",
        )
    try:
        contents = (package.read(part) for part in parts)
        texts = (text for text in contents if text.removeprefix(codecs.BOM_UTF8).lstrip()[:1] in (b"<", b"\0", b"\xff", b"\xfe"))
        made = 0
        for text in texts:
            made += _made(text, MAX_MADE - made)
    except RefusalError:
        raise
    except Exception as error:  # a damaged or encrypted part
        raise _not_a_workbook() from error


_COSTS = {"c": 450, "row": 100, "v": 100, "is": 100, "t": 100, "si": 100, "f": 100}
"""Bytes that the library needs for a tag (measured with openpyxl 3.1); of another kind it may make an object of 1,500."""


def _cost(tag: str, attributes: Mapping[str, str]) -> int:
    if tag in ("mergeCell", "hyperlink") and (ref := attributes.get("ref")):
        left, top, right, bottom = range_boundaries(ref)
        return 1_500 * (int(right or 1) - int(left or 1) + 1) * (int(bottom or 1) - int(top or 1) + 1)
    if tag == "row" and not attributes.keys() <= {"r", "spans"}:
        return 700  # a height or a format of its own
    return _COSTS.get(tag) or 1_500 + 50 * sum(map(len, attributes.values()))


def _made(part: bytes, most: int) -> int:
    """About how many bytes the library needs for a part; a merged range or a link counts with each of its cells.

    Empty cells are objects as well: half a million of them are 34 kB in a file. Raises RefusalError above ``most``.
    """
    if b"<!DOCTYPE" in part or b"<!ENTITY" in part or b"\x00" in part[:200]:  # no program writes these; other encodings could hide them
        raise _not_a_workbook()
    made, texts = 0, False

    def begun(name: str, attributes: Mapping[str, str]) -> None:
        nonlocal texts
        tag = name.rpartition(":")[2]
        texts = tag in ("t", "v")
        grow(_cost(tag, attributes))

    def said(text: str) -> None:
        if not texts:
            grow(50 * len(text.strip()))

    def grow(more: int) -> None:
        nonlocal made
        made += more
        if made > most:
            raise RefusalError(
                "文件里的格子太多（空的也算）；请删去表格以外的行、列和格式，另存一份",
                "the file has too many cells, empty ones included; delete rows, columns and formats outside the table and save a copy",
            )

    if re.search(rb"<[^<]{%d}" % MAX_STRETCH, part):
        grow(most + 1)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.CharacterDataHandler = begun, said
    parser.Parse(part, True)
    return made


def _rows(sheet: Sheet, page: Worksheet, refused: list[RefusalError]) -> Iterator[GivenRow]:
    """The rows of a sheet; why it or a column of it cannot be taken goes to ``refused``."""
    if merged := [str(each) for each in page.merged_cells.ranges]:
        en = f"the sheet {sheet.name} has merged cells ({merged[0]}); split them"
        refused.append(RefusalError(f"“{sheet.name}”里有合并的单元格（{merged[0]}）；请取消合并", en))
    keys = _keys(sheet, page, refused)
    if not {"campaign", sheet.key} <= {*keys.values()}:
        return
    for number in range(FIRST_ROW, page.max_row + 1):
        cells = {key: _cell(sheet, page.cell(number, at), sheet.column(key)) for at, key in keys.items()}
        if any(cell.text or cell.formula or cell.refusal for cell in cells.values()):
            yield GivenRow(sheet, number, cells)


def _keys(sheet: Sheet, page: Worksheet, refused: list[RefusalError]) -> dict[int, str]:
    """The column of each key, from the second row; columns may be moved or left out. A misspelt key is told and read as what it is like."""
    known, titles = [column.key for column in sheet.columns], {column.zh: column.key for column in sheet.columns}
    found: dict[int, str] = {}
    row = [str(page.cell(FIRST_ROW - 1, at).value or "").strip() for at in range(1, page.max_column + 1)]
    for at, key in enumerate(row if {*row} & {*known} else (), 1):
        place = f"{sheet.name}!{get_column_letter(at)}{FIRST_ROW - 1}"
        meant = key if key in known else titles.get(key) or nearest(key, [each for each in known if each not in row])
        if key and key not in known:
            zh, en = (f"，是否为“{meant}”？", f"; did you mean “{meant}”?") if meant else ("；请删去这一列", "; delete the column")
            refused.append(RefusalError(f"{place}：没有“{key[:40]}”这一列{zh}", f"there is no column “{key[:40]}”{en}"))
        elif key in found.values():
            refused.append(RefusalError(f"{place}：“{key}”有两列；请删去一列", f"the column “{key}” is there twice; delete one"))
        if meant and meant not in found.values():
            found[at] = meant
    if lost := [key for key in ("campaign", sheet.key) if key not in found.values()]:
        zh = f"“{sheet.name}”第 2 行没有“{'、'.join(lost)}”；这一行是列的代号，不能删改，也不能移到别的行"
        en = f"row 2 of {sheet.name} has no “{', '.join(lost)}”; this row has the columns’ keys and must stay as and where it is"
        refused.append(RefusalError(zh, en))
    else:
        refused += _unread(sheet, page, row)
    return found


def _unread(sheet: Sheet, page: Worksheet, keys: list[str]) -> Iterator[RefusalError]:
    """Columns without a key that something was written into."""
    for at in (at for at, key in enumerate(keys, 1) if not key):
        if filled := next((number for number in range(FIRST_ROW, page.max_row + 1) if page.cell(number, at).value is not None), 0):
            zh = f"{sheet.name}!{get_column_letter(at)}{filled}：这一列第 2 行没有代号，不会读；请删去这一列，或者把内容移到有代号的列"
            en = "row 2 has no key above this cell, so it would not be read; delete the column, or move what it says into another"
            yield RefusalError(zh, en)


_ESCAPED_BREAK = re.compile(r"_x000D_(?:\n|_x000A_)?|_x000A_", re.IGNORECASE)


def line_breaks(text: str) -> str:
    """A cell's text with the line breaks that Excel keeps as codes (ECMA-376, 22.9.2.19) when they were pasted.

    >>> line_breaks("第一行。_x000D_\\n第二行。")
    '第一行。\\n第二行。'
    """
    return _ESCAPED_BREAK.sub("\n", text)


def _cell(sheet: Sheet, cell: Any, column: Column) -> GivenCell:
    """The text of a cell; a number or a day that a program made of it is only taken where nothing can be lost."""
    place, value = f"{sheet.name}!{cell.coordinate}", cell.value

    def refused(zh: str, en: str) -> GivenCell:
        return GivenCell(place, "", refusal=RefusalError(f"{place}：{zh}", en))

    if cell.comment:
        said = re.split("(?:批注|注释|[Cc]omment)[:：]", str(cell.comment.text))[-1].strip()[:40]
        zh, en = f"这一格有批注“{said}”，批注不读", f"this cell has a comment, “{said}”, which is not read"
        return refused(f"{zh}；要改的请写进格子，再删去批注", f"{en}; write into the cell what is to change, and delete the comment")
    if value is not None and _is_struck(cell):
        zh = "这一格有划掉的字；不要的请删去，要的请去掉删除线"
        return refused(zh, "words in this cell are struck through; delete them, or remove the strikethrough")
    value = str(value) if isinstance(value, CellRichText) else value
    if cell.data_type == "f" or (value is not None and not isinstance(value, str | int | float | bool | date | time | timedelta)):
        return GivenCell(place, plain(str(value)) if isinstance(value, str) else "=", formula=True)
    if cell.data_type == "e":
        return refused(f"这一格是错误值 {value}", f"this cell holds the error {value}")
    if value is None or isinstance(value, str):
        return GivenCell(place, plain(line_breaks(value or "")))
    if isinstance(value, bool):
        if "true" not in (*column.choices, *column.words.values()):
            shown = str(value).upper()
            zh = f"表格软件把这一格变成了“是/否”（{shown}）；请把格式设为“文本”，再重新输入"
            return refused(zh, f"your spreadsheet program turned this cell into yes or no ({shown}); format it as text and type it again")
        return GivenCell(place, "true" if value else "false")
    whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    if isinstance(value, datetime | date | time | timedelta) or not whole or column.sort != "number":
        typed = _as_typed(value) if column.sort == "time" else ""
        zh = f"表格软件把这一格变成了数字或日期；请把格式设为“文本”，再重新输入{typed and f'，如 {typed}'}"
        en = "your spreadsheet program turned this cell into a number or a date; format it as text and type it again"
        return refused(zh, f"{en}{typed and f', such as {typed}'}")
    return GivenCell(place, str(int(value)))


def _is_struck(cell: Any) -> bool:
    """Whether a line goes through some of its words."""
    runs = cell.value if isinstance(cell.value, CellRichText) else ()
    return bool(cell.font.strike) or any(isinstance(run, TextBlock) and run.font.strike for run in runs)


def _as_typed(value: Any) -> str:
    """A day or a time of day as it was perhaps typed; empty where a number cannot be one."""
    number = float(value if isinstance(value, int | float) else to_excel(value))  # type: ignore[no-untyped-call]
    return as_typed(number) if 0 < number < _LAST_DAY else ""


_LAST_DAY = 73_051
"""The end of the year 2099; a larger number is no day that was meant."""
