"""Tables that were copied from a page with each cell in a line of its own, as rows again."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import takewhile

from ..core.typography import folded
from . import tables
from .notice import times
from .notice.pieces import Line

_HOURS = re.compile(rf"{times.AT}(?:[至到~—-]+{times.AT})?")
_HEADING = re.compile(r"[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|附件|备?注[:：]")
_LONGEST_CELL = 200


def in_rows(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with the rows of each such table: below its head (活动项目, 内容, 地点, 时间) a time stands in every row."""
    for at in range(len(lines)):
        heads = [tables.column(_key(each)).kind for each in takewhile(_is_head, lines[at : at + 10])]
        if len(heads) > 2 and "title" in heads and "when" in heads:
            rows = _rows(lines[at + len(heads) :], heads)
            if len(rows) > 1:
                table = 1 + max(each.place.table for each in lines)
                made = [_row(each, table) for each in ([[each] for each in lines[at : at + len(heads)]], *rows)]
                end = at + len(heads) + sum(len(cell) for row in rows for cell in row)
                return (*lines[:at], *made, *in_rows(lines[end:]))
    return lines


def _rows(lines: tuple[Line, ...], heads: list[str]) -> list[list[list[Line]]]:
    """As many rows as are whole; a cell is a line, and a day may have its hours below it."""
    made: list[list[list[Line]]] = []
    at = 0
    while True:
        row: list[list[Line]] = []
        for kind in heads:
            cell = [*lines[at : at + 1]]
            if not cell or not _fits(cell[0], kind):
                return made
            at += 1
            while kind == "when" and at < len(lines) and _HOURS.fullmatch(_key(lines[at])):
                cell.append(lines[at])
                at += 1
            row.append(cell)
        made.append(row)


def _fits(line: Line, kind: str) -> bool:
    key = _key(line)
    if line.cells or _HEADING.match(key) or len(key) > _LONGEST_CELL:
        return False
    return kind != "when" or times.looks_like_time(key) or key in ("待定", "另行通知")


def _is_head(line: Line) -> bool:
    key = _key(line)
    return not line.cells and len(key) < 9 and (key == "序号" or bool(tables.column(key).kind))


def _key(line: Line) -> str:
    return "".join(folded(line.text).split())


def _row(cells: list[list[Line]], table: int) -> Line:
    words = tuple(" ".join(each.text for each in cell) for cell in cells)
    first = cells[0][0]
    return Line("\t".join(words), replace(first.place, table=table), True, words)
