"""The columns of the three sheets: key, titles in both languages, width, and what may be chosen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, get_args, get_origin

from ...loading import session_table
from ...model.activity import Activity
from ...model.attendance import Booking
from ...model.choices import NAMES
from ...model.contacts import Contact
from ...model.fields import Field, bare, declared, is_record
from ...model.organisations import BodyList
from ...model.values import NameList
from ...model.when import When

Sort = Literal["fixed", "lines", "prose"] | session_table.Sort


@dataclass(frozen=True, slots=True)
class Column:
    """One column. ``sort``: fixed (says which record), a line, one item a line, items with 、 between them, prose, a
    time, a number; ``choices`` where only some values are possible; ``required`` where the cell cannot be empty;
    ``inside`` is the key of the record that its field is in, such as booking; ``words`` are names of codes, which may stand for them.
    """

    key: str
    zh: str
    en: str
    sort: Sort
    width: int
    choices: tuple[str, ...] = ()
    required: bool = False
    inside: str = ""
    words: Mapping[str, str] = field(default_factory=dict)

    @property
    def between(self) -> str | None:
        """What stands between the items of a list in its cells; None where it holds no list."""
        return {"lines": "\n", "items": "、"}.get(self.sort)

    def split(self, cell: str) -> list[str]:
        """The items of a cell that holds a list."""
        found = session_table.SEVERAL.split(cell) if self.sort == "items" else cell.split("\n")
        return [item.strip() for item in found if item.strip()]

    @property
    def offered(self) -> str:
        """What may be chosen, codes with their names in brackets."""
        named = ((each, [name for name, code in self.words.items() if code == each]) for each in self.choices)
        return ", ".join(f"{code}（{names[0]}）" if names else code for code, names in named)

    @property
    def path(self) -> tuple[str, ...]:
        """The keys that lead to its field in a data file."""
        return (self.inside, self.key.removeprefix(f"{self.inside}_")) if self.inside else (self.key,)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of the file: its name, the list of the data file, and the key that names a record."""

    name: str
    folder: str
    records: str
    key: str
    columns: tuple[Column, ...]
    suffix: str = ".yml"

    def column(self, key: str) -> Column:
        return next(column for column in self.columns if column.key == key)


_WIDTHS = {"title": 34, "summary": 44, "description": 60, "credit": 34, "id": 24, "joining": 34, "number": 7}
_LEFT_OUT = ("draft", "formerly", "parts_open")
"""Fields that are no business of a table: whether something is published, and former addresses."""

INSTEAD = {"phone": "phones"}
"""Lists of records that stand in the place of a field."""


def _columns(cls: type) -> Iterator[Column]:
    """A column for each field of a record that fits into a cell, and for those of its booking."""
    for each in declared(cls):
        about = each.about
        if bare(each.kind) is Booking:
            for below in declared(Booking):
                own = _column(below, f"{each.key}_{below.key}", f"{about.zh}{below.about.zh}", f"{about.en}: {below.about.en}")
                yield from (replace(column, inside=each.key) for column in own)
        elif each.key not in _LEFT_OUT:
            yield from _column(each, each.key, about.zh, about.en)


def _column(field: Field, key: str, zh: str, en: str) -> Iterator[Column]:
    if sort := _sort(field):
        choices = _choices(field)
        words = {name: code for code in choices for name in NAMES.get(code, ())} | session_table.words_of(field)
        yield Column(key, zh, en, sort, _WIDTHS.get(key, 20), choices, field.about.required, words=words)


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
    if field.value is not None and field.value.name == "number":
        return "number"
    return "prose" if field.is_prose else "line"


def _choices(field: Field) -> tuple[str, ...]:
    kind = field.items or field.kind
    if bare(kind) is bool:
        return ("true", "false")
    return tuple(get_args(kind)) if get_origin(kind) is Literal else ()


def _of_table(column: session_table.Column) -> Column:
    """A column of tables of sessions; its cells are written as they are there."""
    key, words = column.key, column.words
    inside = column.path[0] if len(column.path) > 1 else ""
    width, needed = _WIDTHS.get(key, 20), key in session_table.NEEDED
    return Column(key, column.zh, column.en, column.sort, width, tuple(words), needed, inside, words)


_CAMPAIGN = Column("campaign", "方案", "campaign", "fixed", 18, (), True)
_SESSION = Column("session", "场次", "session", "fixed", 18)
ACTIVITIES = Sheet("活动", "campaigns", "activities", "id", (_CAMPAIGN, *_columns(Activity)))
CONTACTS = Sheet("联系人", "contacts", "contacts", "body", (_CAMPAIGN, *_columns(Contact)))
SESSIONS = Sheet(
    "场次", session_table.FOLDER, "sessions", "session", (_CAMPAIGN, _SESSION, *map(_of_table, session_table.COLUMNS)), ".csv"
)
SHEETS = (ACTIVITIES, SESSIONS, CONTACTS)
ORIGINAL = "原样·"
"""Begins the name of the hidden sheet that keeps what a sheet said when it was exported."""
EXPLAINED = "说明"
"""The sheet that says what the columns are."""

FIRST_ROW = 3
"""Row 1 has the titles, row 2 the keys."""
