"""Times as they are expected, in few words: points, days with hours, several dates and repeats."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from microsite.core.dates.fuzzy import FuzzyDate, Repeat, Slot
from microsite.core.dates.points import Half, Hours, Point, Unit

D = date.fromisoformat


def point(unit: Unit, month: int | None, part: int | None, earliest: str, latest: str) -> Point:
    return Point(unit, int(earliest[:4]), month, part, D(earliest), D(latest))


def day(iso: str) -> Point:
    exact = D(iso)
    return Point("day", exact.year, exact.month, exact.day, exact, exact)


def hour(iso: str, at: int | None = None, half: Half = "") -> Point:
    return replace(day(iso), at=at, half=half)


def within(text: str, only: Point, *, about: bool = False, tentative: bool = False) -> FuzzyDate:
    return FuzzyDate(text, only, only, "point", about=about, tentative=tentative)


def several(text: str, *slots: Slot, about: bool = False) -> FuzzyDate:
    return FuzzyDate(text, slots[0][0], slots[-1][1], "several", about=about, dates=slots)


def one(point: Point) -> Slot:
    return point, point


def repeat(text: str, ends: tuple[Point | None, Point | None], how: Repeat, *days: str) -> FuzzyDate:
    dates = tuple(
        (start := hour(iso, each.at, each.half), start if each.to is None else replace(start, at=each.to))
        for iso in days
        for each in how.hours or (Hours(),)
    )
    return FuzzyDate(text, *ends, "repeat", dates=dates, repeat=how)


JUNE = point("month", 6, None, "2024-06-01", "2024-06-30")
JULY = point("month", 7, None, "2024-07-01", "2024-07-31")
AUGUST = point("month", 8, None, "2024-08-01", "2024-08-31")
EARLY_JUNE = point("ten-days", 6, 1, "2024-06-01", "2024-06-10")
MID_JUNE = point("ten-days", 6, 2, "2024-06-11", "2024-06-20")
MID_JULY = point("ten-days", 7, 2, "2024-07-11", "2024-07-20")
DAYS = (day("2024-06-11"), day("2024-06-20"))
ONE_MONTH_ON = point("computed", None, None, "2024-07-10", "2024-07-19")
SHANDONG = FuzzyDate("自2024年6月中旬启动，为期1个月", MID_JUNE, ONE_MONTH_ON, "span", duration=(1, "month"))
"""The time of the Shandong plan, which stands where a text says 活动期间."""
