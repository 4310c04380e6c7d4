"""Which days a plan names, and which days a text, a file or a page states."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date

from microsite.core.dates.fuzzy import FuzzyDate

_MONTHS = "January February March April May June July August September October November December".split()
_ISO = re.compile(r"(?<![0-9])([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])")
_CHINESE = re.compile(r"(?<![0-9])([0-9]{1,2})月([0-9]{1,2})日")
_ENGLISH = re.compile(rf"(?<![0-9])([0-9]{{1,2}}) ({'|'.join(_MONTHS)})\b")
_BOUNDS = ("earliest", "start_latest", "end_earliest", "latest")
_DATA_ATTRIBUTES = re.compile(r' data-(?:(?:start|end)-(?:first|last)|dates|first|end)="[^"]*"')


def printed_days(record: object) -> Iterator[date]:
    """Every day that the data names as one: plain dates, and those ends of times that are single days."""
    if isinstance(record, FuzzyDate):
        for point in (record.start, record.end):
            if point is not None and point.unit in ("day", "computed") and point.is_one_day:
                yield point.earliest
        yield from (point.earliest for slot in record.dates for point in slot if point.is_one_day)
        yield from record.repeat.without if record.repeat else ()
    elif isinstance(record, date):
        yield record
    elif isinstance(record, (Mapping, tuple)):
        for value in record.values() if isinstance(record, Mapping) else record:
            yield from printed_days(value)
    elif is_dataclass(record):
        for field in fields(record):
            yield from printed_days(getattr(record, field.name))


def unknown_days(text: str, known: set[date]) -> list[str]:
    """Days in a text, however written, that no plan names."""
    short = {(day.month, day.day) for day in known}
    whole = {day.isoformat() for day in known}
    found = [m[0] for m in _ISO.finditer(text) if m[0] not in whole]
    found += [m[0] for m in _CHINESE.finditer(text) if (int(m[1]), int(m[2])) not in short]
    return found + [
        m[0] for m in _ENGLISH.finditer(text) if (_MONTHS.index(m[2]) + 1, int(m[1])) not in short
    ]


def without_attributes(html: str) -> str:
    """A page without the bounds that scripts read: attributes that say which end they bound."""
    return _DATA_ATTRIBUTES.sub("", html)


def without_bounds(value: object) -> object:
    """Public data without the bounds of its times, and without the EDTF of those that are no single days."""
    if isinstance(value, dict):
        hidden = (*_BOUNDS, "edtf") if value.get("is_exact") is False else ()
        return {key: without_bounds(item) for key, item in value.items() if key not in hidden}
    return [without_bounds(item) for item in value] if isinstance(value, list) else value


def times(value: object) -> Iterator[dict]:
    if isinstance(value, dict):
        if "edtf" in value:
            yield value
        for item in value.values():
            yield from times(item)
    elif isinstance(value, list):
        for item in value:
            yield from times(item)
