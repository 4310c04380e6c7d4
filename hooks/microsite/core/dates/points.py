"""One end of a time, as precisely as a notice prints it: a day, a ten-day period, a month, a season.

A point never pretends to be a day. It knows its unit and the first and last day it can mean.

Where the rules come from: 上旬 1-10, 中旬 11-20 and 下旬 21 to the month's last day is dictionary usage
(no standard defines 旬). Seasons are those of the weather service's calendar: spring is March to May,
and so on; winter belongs to the year it begins in, so 2024年冬季 is December 2024 to February 2025.

Weeks of a month are counted in three ways: by rows of a calendar that begins weeks on Monday (the first row
may be short), by whole weeks, and by seven days from the 1st. The bounds of 9月第三周 hold for all three.

Hours are minutes after midnight in China's time. 上午 and its like stay words: they give no hour.
"""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal

from ..problems import Mistake

Unit = Literal["day", "week", "ten-days", "twenty-days", "month", "season", "quarter", "half", "year", "computed"]
Half = Literal["", "凌晨", "早上", "上午", "中午", "下午", "晚上"]
Length = tuple[int, Literal["day", "week", "month"]]

# Where the parts of a day stand among its hours; for the order of a list alone.
_ORDER: dict[Half, int] = {"凌晨": 0, "早上": 360, "上午": 480, "中午": 720, "下午": 780, "晚上": 1080}

# A year outside these is a slip of the finger, not a campaign.
FIRST_YEAR, LAST_YEAR = 1900, 2199


class DateError(Mistake):
    """A time that cannot be read; its code is one of ``not-a-date``, ``impossible-date``, ``year-missing``, ``end-before-start``."""


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of some day, in minutes after midnight (``to`` beyond 1440: of the next day), or a part of it in words."""

    at: int | None = None
    to: int | None = None
    half: Half = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One end of a time, as precise as it was printed; ``earliest`` and ``latest`` are both included.

    ``month`` is set for days, weeks, ten-day periods and months. ``part`` is the day of the month, the week 1-5 or the last, -1 (none
    for 10月14日起的一周), the ten-day period 1-3, of 上中旬 and 中下旬 1-2, the season 1-4 (spring to winter), the quarter 1-4 or the
    half 1-2. A ``computed`` point is an end that follows from a start and a duration; it has neither.

    ``at`` is the hour of a day in minutes after midnight (1440: its end), ``half`` a part of a day in words.
    """

    unit: Unit
    year: int
    month: int | None
    part: int | None
    earliest: date
    latest: date
    at: int | None = None
    half: Half = ""

    @property
    def is_one_day(self) -> bool:
        return self.earliest == self.latest

    @property
    def moment(self) -> datetime | None:
        """The very minute, in China's time; None where no hour is printed."""
        if self.at is None:
            return None
        day = self.earliest
        return datetime(day.year, day.month, day.day) + timedelta(minutes=self.at)  # noqa: DTZ001 - all of a site is in one time

    @property
    def minute(self) -> int | None:
        """The hour for putting times in order: a part of a day stands where it lies among the hours."""
        return _ORDER.get(self.half) if self.at is None else self.at


def make_point(
    unit: Unit,
    year: int,
    month: int | None = None,
    part: int | None = None,
    at: int | None = None,
    half: Half = "",
) -> Point:
    """The point with its bounds; ``DateError`` (``impossible-date``) where the calendar has no such thing.

    >>> print(make_point("ten-days", 2024, 2, 3).latest)
    2024-02-29
    """
    _check(year, month, part if unit == "day" else None)
    earliest, latest = _bounds(unit, year, month or 1, part or 1)
    return Point(unit, year, month, part, earliest, latest, at, half)


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> int:
    """The day of the month on which its second Friday is (``nth`` 2, ``weekday`` 4); the last one for -1.

    Raises ``DateError`` (``impossible-date``) where the month has no fifth.

    >>> nth_weekday(2026, 11, 2, 4), nth_weekday(2026, 11, -1, 0)
    (13, 30)
    """
    _check(year, month, None)
    length = monthrange(year, month)[1]
    days = [day for day in range(1, length + 1) if date(year, month, day).weekday() == weekday]
    if nth > len(days):
        name = "一二三四五六日"[weekday]
        raise DateError(
            "impossible-date",
            f"{year}年{month}月没有第{nth}个星期{name}，请核对，例如 {month}月{days[-1]}日",
            f"{year}-{month:02} has no {nth}th such weekday; check it, as in {month}月{days[-1]}日",
        )
    return days[nth - 1] if nth > 0 else days[-1]


def end_of_hours(day: date, to: int) -> Point:
    """The end of hours that begin on a day; more than 24 hours after midnight it is on the next one (次日1:00)."""
    day, to = (day + timedelta(days=1), to - 1440) if to > 1440 else (day, to)
    return make_point("day", day.year, day.month, day.day, to)


def computed_end(start: Point, length: Length) -> Point:
    """The end of something that begins at a point and lasts a while; as vague as its beginning.

    One month from 11 June ends on 10 July; months are calendar months, cut to the month's last day.
    """
    earliest, latest = _last_day(start.earliest, length), _last_day(start.latest, length)
    return Point("computed", earliest.year, None, None, earliest, latest)


def _bounds(unit: Unit, year: int, month: int, part: int) -> tuple[date, date]:
    if unit == "day":
        return date(year, month, part), date(year, month, part)
    if unit == "week":
        return _week(year, month, part)
    if unit == "twenty-days":
        return date(year, month, part * 10 - 9), date(year, month, 20 if part == 1 else monthrange(year, month)[1])
    if unit == "ten-days":
        last = part * 10 if part < 3 else monthrange(year, month)[1]
        return date(year, month, part * 10 - 9), date(year, month, last)
    first, months = {
        "season": (part * 3, 3),
        "quarter": (part * 3 - 2, 3),
        "half": (part * 6 - 5, 6),
        "year": (1, 12),
    }.get(unit, (month, 1))
    earliest = date(year, first, 1)
    return earliest, add_months(earliest, months) - timedelta(days=1)


def _week(year: int, month: int, part: int) -> tuple[date, date]:
    """From the first day of the row to the last day of the whole week of that number; of the last, the other way round."""
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    if part < 0:
        return last - timedelta(days=(last.weekday() + 1) % 7 + 6), last + timedelta(days=6 - last.weekday())
    row = first + timedelta(days=7 * (part - 1) - first.weekday())
    whole = row if first.weekday() == 0 else row + timedelta(days=7)
    if row > last:
        raise DateError(
            "impossible-date",
            f"{year}年{month}月没有第{part}周，请核对，例如 {year}年{month}月第4周",
            f"{year}-{month:02} has no week {part}; check it, as in {year}年{month}月第4周",
        )
    return max(first, row), (whole if whole <= last else row) + timedelta(days=6)


def add_months(day: date, months: int) -> date:
    """The same day some calendar months later, cut to that month's last day (31 January to 29 February)."""
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _last_day(first: date, length: Length) -> date:
    count, unit = length
    if unit == "month":
        return add_months(first, count) - timedelta(days=1)
    return first + timedelta(days=count * (7 if unit == "week" else 1) - 1)


def _check(year: int, month: int | None, day: int | None) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise DateError(
            "impossible-date",
            f"年份{year}不对，应在{FIRST_YEAR}到{LAST_YEAR}之间，例如 2024年",
            f"the year {year} cannot be right: it lies between {FIRST_YEAR} and {LAST_YEAR}, as in 2024年",
        )
    if month is not None and not 1 <= month <= 12:
        raise DateError(
            "impossible-date",
            f"没有{month}月，月份是1到12，例如 8月",
            f"there is no month {month}: months go from 1 to 12, as in 8月",
        )
    if month is not None and day is not None:
        _check_day(year, month, day)


def _check_day(year: int, month: int, day: int) -> None:
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise DateError(
            "impossible-date",
            f"{year}年{month}月没有{day}日，最后一天是{last}日，请核对，例如 {year}年{month}月{last}日",
            f"{year}-{month:02} has no day {day}: its last day is {last}, as in {year}年{month}月{last}日",
        )
