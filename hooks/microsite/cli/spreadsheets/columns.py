"""The columns of the two sheets: key, titles in both languages, width, and what may be chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, get_args

from ...core.choices import Audience, Form, Kind, Status
from ...loading.shapes import ActivityShape, ContactShape, Shape

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


_ACTIVITY = (
    "id number source title title_printed code status kind summary description when phase occasions lead support "
    "guide host organise co_organise credit audiences audience_printed form open_to_public joining venues places "
    "services topics reach materials continues"
).split()
_CONTACT = ("body", "person", "phone", "office_owned")
_LISTS = frozenset(
    "occasions lead support guide host organise co_organise audiences venues places services topics reach "
    "materials".split()
)
_CHOICES = {
    "kind": get_args(Kind),
    "status": get_args(Status),
    "form": get_args(Form),
    "audiences": get_args(Audience),
    "open_to_public": ("true", "false"),
    "office_owned": ("true", "false"),
}
_WIDTHS = {"title": 34, "summary": 44, "description": 60, "credit": 34, "id": 24, "joining": 34, "number": 7}


def _column(shape: type[Shape], key: str) -> Column:
    field = shape.model_fields[key]
    extra: Any = field.json_schema_extra
    fixed = key in ("id", "body")
    sort: Sort = "fixed" if fixed else "lines" if key in _LISTS else "line"
    sort = {"description": "prose", "when": "time"}.get(key, sort)  # type: ignore[assignment]
    zh, en = str(field.title), str(extra["title_en"])
    return Column(key, zh, en, sort, _WIDTHS.get(key, 20), _CHOICES.get(key, ()), field.is_required())


_CAMPAIGN = Column("campaign", "方案", "campaign", "fixed", 18, (), True)
ACTIVITIES = Sheet(
    "活动", "campaigns", "activities", "id", (_CAMPAIGN, *(_column(ActivityShape, key) for key in _ACTIVITY))
)
CONTACTS = Sheet(
    "联系人", "contacts", "contacts", "body", (_CAMPAIGN, *(_column(ContactShape, key) for key in _CONTACT))
)
SHEETS = (ACTIVITIES, CONTACTS)
ORIGINAL = "原样·"
"""Begins the name of the hidden sheet that keeps what a sheet said when it was exported."""
EXPLAINED = "说明"
"""The sheet that says what the columns are."""

FIRST_ROW = 3
"""Row 1 has the titles, row 2 the keys."""
