"""What a data file says, as rows of cells: lists one item a line or with 、 between them, times as printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ...core.problems import MOST, RefusalError
from ...yamlfile.tree import Location, Mapping, Node, Scalar, Sequence, records, scalar
from .columns import ACTIVITIES, INSTEAD, SESSIONS, Column, Sheet


class Refusals(RefusalError):
    """Everything that cannot be taken, a line each."""

    def __init__(self, refused: Iterable[RefusalError | str]) -> None:
        lines = list(dict.fromkeys(map(str, refused)))
        rest = len(lines) - MOST
        told = "\n".join([*lines[:MOST], *([f"还有 {rest} 处 / {rest} more"] if rest > 0 else [])])
        super().__init__(told, told)
        self.args = (told,)


@dataclass(frozen=True, slots=True)
class Row:
    """One record of the data: ``location`` is where it stands in its file, ``locked`` are cells that only YAML can hold."""

    campaign: str
    key: str
    file: str
    location: Location
    cells: dict[str, str]
    locked: frozenset[str]

    @property
    def in_table(self) -> bool:
        """It is a line of a table of sessions."""
        return self.file.endswith(SESSIONS.suffix)


def rows(sheet: Sheet, campaign: str, node: Node, names_shown: bool) -> Iterator[Row]:
    """The rows of one data file. Names of persons that are no longer published are left out, and locked."""
    for location, record in records(node, sheet.records):
        named = scalar(record, sheet.key)
        key = named.text.strip() if named else ""
        yield _row(sheet, campaign, key, location, record, names_shown)


def sessions(campaign: str, node: Node) -> Iterator[Row]:
    """The sessions that stand in a plan; their activity cannot be changed in a sheet."""
    for above, activity in records(node, ACTIVITIES.records):
        named = scalar(activity, ACTIVITIES.key)
        for below, session in records(activity, SESSIONS.records):
            row = _row(SESSIONS, campaign, "", (*above, *below), session, names_shown=False)
            cells = row.cells | {"activity": named.text.strip() if named else ""}
            yield replace(row, cells=cells, locked=row.locked | {"activity"})


def told_apart(rows: Iterable[Row]) -> Iterator[Row]:
    """Sessions with the name that each has in its campaign: its id, or its activity, time and place, and a number."""
    seen: Counter[tuple[str, str]] = Counter()
    for row in rows:
        where = row.cells["place"] or row.cells["area"]
        key = row.cells["id"] or " ".join(filter(None, (row.cells["activity"], row.cells["when"], where)))
        seen[row.campaign, key] += 1
        number = seen[row.campaign, key]
        key = f"{key} ({number})" if number > 1 else key
        yield replace(row, key=key, cells=row.cells | {SESSIONS.key: key})


def _row(sheet: Sheet, campaign: str, key: str, location: Location, record: Mapping, names_shown: bool) -> Row:
    cells = {"campaign": campaign}
    locked = set()
    for column in sheet.columns[1:]:
        text = _cell(_value(record, column), column)
        if text is None or (column.key == "person" and not names_shown):
            locked.add(column.key)
        if record.get(INSTEAD.get(column.key, "")) is not None:
            locked.add(column.key)
        cells[column.key] = "" if column.key in locked and column.sort != "time" else text or ""
        if column.key in locked and column.sort == "time":
            cells[column.key] = _printed(_value(record, column))
    file = f"{ACTIVITIES.folder if sheet is SESSIONS else sheet.folder}/{campaign}.yml"
    return Row(campaign, key, file, location, cells, frozenset(locked))


def _value(record: Mapping, column: Column) -> Node | None:
    """The value of a field, perhaps inside another record; what cannot be looked into is the value itself."""
    if not column.inside:
        return record.get(column.key)
    outer = record.get(column.inside)
    if isinstance(outer, Mapping):
        return outer.get(column.path[-1])
    return None if isinstance(outer, Scalar) and not outer.text else outer


def _cell(value: Node | None, column: Column) -> str | None:
    """The text of a cell, or None where the value is written in a way that a cell cannot hold."""
    if value is None:
        return ""
    if isinstance(value, Scalar):
        return plain(value.text)
    if column.between is None or not isinstance(value, Sequence):
        return None
    items = [plain(item.text) for item in value.items if isinstance(item, Scalar)]
    told = len(items) == len(value.items) and all(item and column.split(item) == [item] for item in items)
    return column.between.join(items) if told else None


def _printed(value: Node | None) -> str:
    text = scalar(value, "text") if value is not None else None
    return plain(text.text) if text else ""


def plain(text: str) -> str:
    """A text as it is compared: without spaces around it and with one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
