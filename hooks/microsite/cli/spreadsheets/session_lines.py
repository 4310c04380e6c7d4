"""A table of sessions as rows of a spreadsheet, and changed cells put into its lines; other lines stay to the byte."""

from __future__ import annotations

import codecs
import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ...core.problems import Problem, RefusalError
from ...loading.session_table import BY_NAME, COLUMNS, SessionTable
from .changes import Change
from .columns import SESSIONS
from .table import Row, plain

Cells = dict[str, str]


def rows(campaign: str, content: bytes, name: str) -> tuple[list[Row], list[Problem]]:
    """The rows of one table, and what is wrong with its form."""
    listed, problems = _cells(content, name)
    made = []
    for index, (_, cells) in enumerate(listed):
        filled = {"campaign": campaign, **{each.key: cells.get(each.key, "") for each in COLUMNS}}
        file = f"{SESSIONS.folder}/{campaign}{SESSIONS.suffix}"
        made.append(Row(campaign, "", file, (SESSIONS.records, index), filled, frozenset()))
    return made, problems


def says(content: bytes, name: str) -> dict[int, Cells]:
    """What each row says; rows that are not there say nothing."""
    listed, _ = _cells(content, name)
    return defaultdict(dict, enumerate({key: cell for key, cell in cells.items() if cell} for _, cells in listed))


def starts(content: bytes, name: str) -> list[int]:
    """The number of the first line of each row."""
    return [line for line, _ in _cells(content, name)[0]]


def _cells(content: bytes, name: str) -> tuple[list[tuple[int, Cells]], list[Problem]]:
    table = SessionTable(content, name)
    lines = table.lines()
    columns = table.header(lines[0][1]) if lines else []
    listed = [
        (line, {column.key: plain(cell) for column, cell in zip(columns, cells, strict=False) if column})
        for line, cells in lines[1:]
    ]
    return listed, table.problems


NEW = codecs.BOM_UTF8 + f"{','.join(column.key for column in COLUMNS)}\r\n".encode()
"""A table without rows, as programs for spreadsheets open it."""


def changed(content: bytes, changes: Sequence[Change]) -> bytes:
    """The table with the changes made; rows that it has not are added at its end. It keeps its encoding."""
    content = content or NEW
    mark = codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""
    text, encoding = _decoded(content.removeprefix(mark), changes[0])
    end = "\r\n" if "\r\n" in text else "\n"
    raw, cells = map(list, zip(*_records(text), strict=True))
    filled = [number for number, each in enumerate(cells) if any(cell.strip() for cell in each)]
    touched = _put(changes, filled, cells)
    for number in sorted(touched):
        raw[number:] = [_line(cells[number], end), *raw[number + 1 :]]
    for number, line in enumerate(raw[:-1]):
        if not line.endswith(("\n", "\r")):
            raw[number] = line + end
    return mark + "".join(raw).encode(encoding)


def _put(changes: Iterable[Change], filled: list[int], cells: list[list[str]]) -> set[int]:
    """Write the changed cells into the records; returns the numbers of those that are changed."""
    columns, touched = _header(cells[filled[0]], changes), set()
    if len(columns) > len(cells[filled[0]]):
        cells[filled[0]] = [*cells[filled[0]], *columns[len(cells[filled[0]]) :]]
        touched.add(filled[0])
    for change in changes:
        index = int(change.row.location[1])
        if index + 1 >= len(filled):
            filled.append(len(cells))
            cells.append([])
        number, at = filled[index + 1], columns.index(change.column.key)
        cells[number] += [""] * (max(len(columns), at + 1) - len(cells[number]))
        cells[number][at] = change.after
        touched.add(number)
    return touched


def _header(names: Sequence[str], changes: Iterable[Change]) -> list[str]:
    """The key of each column of a table, and of those that are new in it."""
    known = [(name, BY_NAME.get(name.strip())) for name in names]
    keys = [column.key if column else name for name, column in known]
    return [*keys, *dict.fromkeys(change.column.key for change in changes if change.column.key not in keys)]


def _decoded(content: bytes, change: Change) -> tuple[str, str]:
    for encoding in ("utf-8", "gb18030"):
        try:
            return content.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise RefusalError(f"{change.file} 不是 UTF-8，不能由表格改；请另存为 UTF-8", f"{change.file} is not UTF-8; save it as UTF-8")


def _records(text: str) -> Iterator[tuple[str, list[str]]]:
    """Each record as it is written, with its end, and its cells."""
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in io.StringIO(text, newline=""):
            taken.append(line)
            yield line

    for cells in csv.reader(lines(), strict=True):
        yield "".join(taken), cells
        taken.clear()


def _line(cells: Sequence[str], end: str) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator=end).writerow(cells)
    return out.getvalue()
