"""Dates and lists in words, Chinese and English.

Chinese dates follow GB/T 15835 (Arabic numerals, no leading zeros); English ones the order
day, month, year. Nothing here makes a date more exact than it was printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ..language import Language
from . import fuzzy

_MONTHS = "January February March April May June July August September October November December".split()
_TEN_DAYS = ("early ", "mid-", "late ")
_SEASONS = ("spring", "summer", "autumn", "winter")
_ORDINALS = ("first", "second", "third", "fourth")


def day(value: date, language: Language) -> str:
    """A known day.

    >>> day(date(2024, 5, 7), "zh"), day(date(2024, 5, 7), "en")
    ('2024年5月7日', '7 May 2024')
    """
    if language == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def when(value: fuzzy.FuzzyDate, language: Language) -> str:
    """A time as fuzzy as it was printed, with its year."""
    if language == "zh":
        return fuzzy.printed(value)
    return _english(value)


def _english(value: fuzzy.FuzzyDate) -> str:
    said = _english_kind(value)
    if value.about:
        said = f"around {said}"
    return f"{said} (planned)" if value.tentative else said


def _english_kind(value: fuzzy.FuzzyDate) -> str:
    start, end = value.start, value.end
    if value.kind == "window":
        return "during the campaign"
    if start is not None and value.duration is not None:
        return f"from {_point(start)}, for {_duration(*value.duration)}"
    if value.kind == "from" and start is not None:
        return f"from {_point(start)}"
    if value.kind == "until" and end is not None:
        return f"by {_limit(end)}"
    if value.kind == "span" and start is not None and end is not None:
        return _span(start, end)
    if start is not None:
        return _point(start)
    return value.correction.means if value.correction else value.text  # a view marks it as Chinese


def _point(point: fuzzy.Point, with_year: bool = True) -> str:
    year = f" {point.year}" if with_year else ""
    month = _MONTHS[(point.month or 1) - 1]
    part = point.part or 1
    match point.unit:
        case "day":
            return f"{part} {month}{year}"
        case "ten-days":
            return f"{_TEN_DAYS[part - 1]}{month}{year}"
        case "month":
            return f"{month}{year}"
        case "season":
            return f"{_SEASONS[part - 1]}{year}"
        case "quarter":
            return f"the {_ORDINALS[part - 1]} quarter of {point.year}"
        case "half":
            return f"the {_ORDINALS[part - 1]} half of {point.year}"
    return str(point.year)


def _limit(point: fuzzy.Point) -> str:
    return _point(point) if point.unit == "day" else f"the end of {_point(point)}"


def _span(start: fuzzy.Point, end: fuzzy.Point) -> str:
    plain = {"day", "ten-days", "month"}
    same_year = start.year == end.year and {start.unit, end.unit} <= plain
    return f"{_point(start, with_year=not same_year)} to {_point(end)}"


def _duration(number: int, unit: str) -> str:
    return f"{number} {unit}" + ("" if number == 1 else "s")


def listed(names: Sequence[str], language: Language, is_open: bool = False) -> str:
    """Names in one line; an open list says so.

    >>> listed(["a", "b", "c"], "en"), listed(["甲", "乙"], "zh", is_open=True)
    ('a, b and c', '甲、乙等')
    """
    if language == "zh":
        return "、".join(names) + ("等" if is_open else "")
    if not names:
        return ""
    if is_open:
        return ", ".join(names) + " and others"
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def phone(printed: str) -> str:
    """A printed number as people read it: one hyphen after the area code.

    >>> phone("0791—88912762")
    '0791-88912762'
    """
    for dash in "—–－‐-":
        printed = printed.replace(dash, "-")
    while "--" in printed:
        printed = printed.replace("--", "-")
    return " ".join(printed.split())
