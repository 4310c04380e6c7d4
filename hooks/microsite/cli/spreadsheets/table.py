"""What a data file says, as rows of cells: lists one item a line, times as printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...yamlfile.tree import Mapping, Node, Scalar, Sequence, records, scalar
from .columns import Column, Sheet


@dataclass(frozen=True, slots=True)
class Row:
    """One record of the data: ``index`` is its place in the list, ``locked`` are cells that only YAML can hold."""

    campaign: str
    key: str
    index: int
    cells: dict[str, str]
    locked: frozenset[str]


def rows(sheet: Sheet, campaign: str, node: Node, names_shown: bool) -> Iterator[Row]:
    """The rows of one data file. Names of persons that are no longer published are left out, and locked."""
    for location, record in records(node, sheet.records):
        named = scalar(record, sheet.key)
        cells = {"campaign": campaign}
        locked = set()
        for column in sheet.columns[1:]:
            text = _cell(_value(record, column), column)
            if text is None or (column.key == "person" and not names_shown):
                locked.add(column.key)
            cells[column.key] = "" if column.key in locked and column.sort != "time" else text or ""
            if column.key in locked and column.sort == "time":
                cells[column.key] = _printed(_value(record, column))
        yield Row(campaign, named.text.strip() if named else "", int(location[1]), cells, frozenset(locked))


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
    if column.sort != "lines" or not isinstance(value, Sequence):
        return None
    items = [plain(item.text) for item in value.items if isinstance(item, Scalar)]
    told = len(items) == len(value.items) and all(item and "\n" not in item for item in items)
    return "\n".join(items) if told else None


def _printed(value: Node | None) -> str:
    text = scalar(value, "text") if value is not None else None
    return plain(text.text) if text else ""


def plain(text: str) -> str:
    """A text as it is compared: without spaces around it and with one kind of line end."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def items(text: str) -> list[str]:
    """The lines of a cell that holds a list."""
    return [line.strip() for line in text.split("\n") if line.strip()]
