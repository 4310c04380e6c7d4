"""Dates and lists in words, Chinese and English.

Chinese dates follow GB/T 15835 (Arabic numerals, no leading zeros); English ones the order
day, month, year. Nothing here makes a date more exact than it was printed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final, Literal

from ..language import Language
from .fuzzy import FuzzyDate
from .points import Point, Unit

_MONTHS = "January February March April May June July August September October November December".split()
_TEN_DAYS = ("early ", "mid-", "late ")
_SEASONS = ("spring", "summer", "autumn", "winter")
_ORDINALS = ("first", "second", "third", "fourth")
_PARTS: Final[dict[Unit, tuple[str, ...]]] = {
    "ten-days": ("上旬", "中旬", "下旬"),
    "season": ("春季", "夏季", "秋季", "冬季"),
    "quarter": ("第一季度", "第二季度", "第三季度", "第四季度"),
    "half": ("上半年", "下半年"),
}
_LENGTHS: Final = {"day": "天", "week": "周", "month": "个月"}


def day(value: date, language: Language) -> str:
    """A known day.

    >>> day(date(2024, 5, 7), "zh"), day(date(2024, 5, 7), "en")
    ('2024年5月7日', '7 May 2024')
    """
    if language == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def when(value: FuzzyDate, language: Language) -> str:
    """A time as fuzzy as it was printed, with its year."""
    if language == "zh":
        return printed(value)
    return _english(value)


# --- Chinese ----------------------------------------------------------------------------------


def printed(value: FuzzyDate) -> str:
    """The time written out in Chinese with its full year, so that it stands on its own.

    ``parse`` reads it back to the same bounds and kind; 活动期间 needs the same window.
    """
    if value.kind == "unknown":
        return value.correction.means if value.correction else value.text
    length = f"，为期{_length(*value.duration)}" if value.duration else ""
    return f"{'暂定' if value.tentative else ''}{_chinese_kind(value)}{length}"


def _length(count: int, unit: Literal["day", "week", "month"]) -> str:
    if unit == "month" and count % 12 == 0:
        return f"{count // 12}年"
    return f"{count}{_LENGTHS[unit]}"


def _chinese_kind(value: FuzzyDate) -> str:
    about = "前后" if value.about else ""
    if value.kind == "occasions":
        return "、".join(value.occasions) + ("等活动节点" if value.occasions_open else "") + about
    if value.kind == "window":
        return "活动期间"
    if value.start is None:
        return _deadline(value.end, "左右" if about else "")
    if value.kind == "from" or (value.end and value.end.unit == "computed"):
        return f"{_name(value.start)}{about}起"
    if value.kind == "point" or value.end is None:
        return f"{_name(value.start)}{about}"
    return f"{_name(value.start)}至{_name(value.end, value.start)}{about}"


def _deadline(end: Point | None, about: str) -> str:
    if end is None:
        return "待定"
    return f"{_name(end)}{'底' if end.unit in ('month', 'year') else ''}前{about}"


def _name(point: Point, after: Point | None = None) -> str:
    """A point in words; after the beginning of a span, without the year and month they share."""
    year = f"{point.year}年"
    month = f"{point.month}月" if point.month else ""
    if after and after.year == point.year and point.unit != "year":
        year = ""
        month = "" if after.month == point.month and after.unit == point.unit != "month" else month
    if point.unit == "day":
        return f"{year}{month}{point.part}日"
    return f"{year}{month}{_PARTS[point.unit][(point.part or 1) - 1] if point.unit in _PARTS else ''}"


# --- English ----------------------------------------------------------------------------------


def _english(value: FuzzyDate) -> str:
    said = _english_kind(value)
    if value.about:
        said = f"around {said}"
    return f"{said} (planned)" if value.tentative else said


def _english_kind(value: FuzzyDate) -> str:
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


def _point(point: Point, with_year: bool = True) -> str:
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


def _limit(point: Point) -> str:
    return _point(point) if point.unit == "day" else f"the end of {_point(point)}"


def _span(start: Point, end: Point) -> str:
    plain = {"day", "ten-days", "month"}
    same_year = start.year == end.year and {start.unit, end.unit} <= plain
    return f"{_point(start, with_year=not same_year)} to {_point(end)}"


def _duration(number: int, unit: str) -> str:
    return f"{number} {unit}" + ("" if number == 1 else "s")


# --- lists and numbers ------------------------------------------------------------------------


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
