"""The columns of the two sheets: key, titles in both languages, width, and what may be chosen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args, get_origin

from ...model.campaign import Activity, BodyList, Contact, NameList, When
from ...model.fields import Field, bare, declared, is_record

Sort = Literal["fixed", "line", "lines", "prose", "time"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``sort``: fixed (says which record), a line, one item a line, prose, a time; ``choices`` where
    only some values are possible; ``required`` where the cell cannot be empty.
    """

    key: str
    zh: str
    en: str
    sort: Sort
    width: int
    choices: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the file: its name, the list of the data file, and the key that names a record."""

    name: str
    folder: str
    records: str
    key: str
    columns: tuple[Column, ...]

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)


_WIDTHS = {"title": 34, "summary": 44, "description": 60, "credit": 34, "id": 24, "joining": 34, "number": 7}
_LEFT_OUT = ("draft", "formerly", "parts_open")
"""Fields that are no business of a table: whether something is published, and former addresses."""


def _columns(cls: type) -> Iterator[Column]:
    """A column for each field of a record that fits into a cell."""
    for field in declared(cls):
        if field.key not in _LEFT_OUT and (sort := _sort(field)):
            width, about = _WIDTHS.get(field.key, 20), field.about
            yield Column(field.key, about.zh, about.en, sort, width, _choices(field), about.required)


def _sort(field: Field) -> Sort | None:
    """How the cells of a field are written; None for lists of records, which a cell cannot hold."""
    base = bare(field.kind)
    if field.key in ("id", "body"):
        return "fixed"
    if base is When:
        return "time"
    if base in (NameList, BodyList):
        return "lines"
    if field.items is not None:
        return None if is_record(field.items) else "lines"
    if is_record(base):
        return None
    return "prose" if field.is_prose else "line"


def _choices(field: Field) -> tuple[str, ...]:
    kind = field.items or field.kind
    if bare(kind) is bool:
        return ("true", "false")
    return tuple(get_args(kind)) if get_origin(kind) is Literal else ()


_CAMPAIGN = Column("campaign", "方案", "campaign", "fixed", 18, (), True)
ACTIVITIES = Sheet(
    "活动", "campaigns", "activities", "id", (_CAMPAIGN, *_columns(Activity))
)
CONTACTS = Sheet(
    "联系人", "contacts", "contacts", "body", (_CAMPAIGN, *_columns(Contact))
)
SHEETS = (ACTIVITIES, CONTACTS)
ORIGINAL = "原样·"
"""Begins the name of the hidden sheet that keeps what a sheet said when it was exported."""
EXPLAINED = "说明"
"""The sheet that says what the columns are."""

FIRST_ROW = 3
"""Row 1 has the titles, row 2 the keys."""
