"""Activities in a table: a row each, with columns for name, time, content and who is responsible."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from . import responsible
from .activities import Context, Draft, record
from .notice import labels, times, tree
from .notice.pieces import Paragraph, Piece

_COLUMNS = (
    ("number", r"序号|编号|#"),
    ("title", r"(?:重点|主要|主题|活动)*(?:活动|任务|项目|课程|讲座)?(?:名称|项目|课程|主题)|(?:重点|主要)?活动|活动事项|事项"),
    ("contact", r"联系人.*|联系(?:电话|方式)|(?:咨询)?电话"),
)


@dataclass(frozen=True, slots=True)
class _Column:
    """What a column holds: one of the names above, a role, or nothing that is known."""

    kind: str
    role: str = ""
    head: str = ""


def activities(rows: Iterable[Paragraph], context: Context) -> Iterator[tree.Record]:
    """The rows below each head that names activities and who is responsible."""
    columns: list[_Column] = []
    head: Paragraph | None = None
    count = 0
    for row in rows:
        found = _columns(row)
        if found:
            columns, head, count = found, row, 0
        elif columns and len(row.cells) == len(columns):
            count += 1
            made = _row(row, columns, count, context, head if count == 1 else None)
            if made is not None:
                yield made


def _columns(row: Paragraph) -> list[_Column]:
    """The columns, where a row is the head of a table of activities."""
    made = [_column("".join(cell.split())) for cell in row.cells]
    kinds = {column.kind for column in made}
    return made if "title" in kinds and kinds & {"role", "when", "place"} else []


def _column(head: str) -> _Column:
    if role := responsible.of_column(re.sub(r"及(?:配合|责任)单位$", "", head)):
        return _Column("role", role, head)
    own = next((kind for kind, words in _COLUMNS if re.fullmatch(words, head)), "")
    return _Column(own or labels.kind_of(head), head=head)


def cells(row: Paragraph) -> list[Piece]:
    """The cells of a row as pieces, empty ones too."""
    made, offset = [], 0
    for cell in row.cells:
        inside = [key for key, at in enumerate(row.at) if offset <= at < offset + len(cell)]
        made.append(row.whole.part(inside[0], inside[-1] + 1) if inside else row.whole.part(0, 0))
        offset += len(cell) + 1
    return made


def _row(
    row: Paragraph, columns: list[_Column], count: int, context: Context, head: Paragraph | None
) -> tree.Record | None:
    filled = [(column, piece) for column, piece in zip(columns, cells(row), strict=True) if piece]
    by_kind = {column.kind: piece for column, piece in reversed(filled)}
    title = by_kind.get("title")
    if title is None:
        return None
    printed_number = by_kind.get("number")
    number = (
        int(printed_number.key)
        if printed_number and printed_number.key.isdigit() and int(printed_number.key)
        else count
    )
    when = by_kind.get("when")
    draft = Draft(
        number,
        tree.said(
            f"表{row.places[0][1].table}第{number}项",
            tree.check(row.whole, "出自表格，请写明所在的附件或条目"),
        ),
        title,
        times.when(when, context.year) if when and times.looks_like_time(when.key) else None,
        tuple(piece for column, piece in filled if column.kind == "text"),
        _credit(filled, context),
        tuple(
            labels.Label(column.kind, row.whole.part(0, 0), piece)
            for column, piece in filled
            if column.kind in ("place", "audience", "joining")
        ),
        (*([printed_number] if printed_number else []), *([head.whole] if head else [])),
    )
    return record(draft, context)


def _credit(filled: list[tuple[_Column, Piece]], context: Context) -> responsible.Credit | None:
    """The roles by the heads of their columns; the line as printed names them."""
    mine = [(column, piece) for column, piece in filled if column.kind == "role"]
    if not mine:
        return None
    printed = "；".join(f"{column.head}：{piece.text}" for column, piece in mine)
    return responsible.assigned(
        [piece for _, piece in mine], [(column.role, piece) for column, piece in mine], printed, context.names
    )
