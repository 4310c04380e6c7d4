"""When something happens, exactly as vaguely as the notice says it.

A notice says 8月中旬 and means no particular day. A ``FuzzyDate`` keeps the words that were printed and
the bounds they set on the beginning and on the end; it never makes up a day. What can be written, and how
each form is understood, is in ``phrases``, ``grammar`` and ``points``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Final, Literal

from .points import Hours, Length, Point, Unit

Kind = Literal["point", "span", "several", "repeat", "from", "until", "window", "occasions", "unknown"]
Slot = tuple[Point, Point]
"""One of several times: from the one to the other; where both are the same, no end is printed."""

# From the most exact to the vaguest; a span is as precise as its vaguer end.
_VAGUENESS: Final = ("computed", "day", "week", "ten-days", "twenty-days", "month", "season", "quarter", "half", "year")


@dataclass(frozen=True, slots=True)
class Correction:
    """A slip of the notice, on record: what it prints, what is meant, and why one may say so."""

    printed: str
    means: str
    note: str


@dataclass(frozen=True, slots=True)
class Repeat:
    """On which days of the week (Monday is 0; none: every day), at which hours, and which dates are left out.

    ``weeks`` is 2 for every other week; ``weeks_of_month`` has 2 for the second such day of a month, -1 for its last.
    Where it is days of the month, they are ``monthdays``. ``working_days`` are those of the year's official calendar;
    ``holidays`` says that it is on public holidays, too, or not on them, where the words say either. ``breaks`` are names
    of times in which it is not, and whose days the words do not say (寒暑假除外). ``others`` have the hours of other days of the
    week (每周二至周五9:00-17:00，周末10:00-18:00); ``rules`` are these days and those, each whole.
    """

    weekdays: tuple[int, ...]
    hours: tuple[Hours, ...] = ()
    without: tuple[date, ...] = ()
    weeks: int = 1
    weeks_of_month: tuple[int, ...] = ()
    monthdays: tuple[int, ...] = ()
    working_days: bool = False
    holidays: bool | None = None
    breaks: tuple[str, ...] = ()
    others: tuple[Repeat, ...] = ()

    @property
    def rules(self) -> tuple[Repeat, ...]:
        others = (replace(self, weekdays=each.weekdays, hours=each.hours, others=()) for each in self.others)
        return replace(self, others=()), *others


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A time as printed, with the bounds of its beginning and its end.

    ``kind`` says what the two ends mean:

    - ``point``: happens some time within one unit (8月中旬); ``start`` equals ``end``
    - ``span``: from one to the other (7月至9月; 6月中旬启动，为期1个月, where the end is ``computed``)
    - ``several``: more than one time (6月11日、18日), each in ``dates``
    - ``repeat``: on days of the week or of the month (每周三10:00-12:00，6月5日至7月10日), ``start`` and ``end``
      bound it where they are printed; ``dates`` has every one, but only where each is certain
    - ``from``: begins and stays open (8月起); no ``end``
    - ``until``: not after (7月底前), or from now until then; no ``start``
    - ``window``: some time within the campaign's own time, whose ends it takes (在提升月期间)
    - ``occasions``: named ones without dates (科技周、科普日), ``occasions_open`` where the list ends in 等; with a
      ``repeat``, what is on in that time (寒假期间每周三)
    - ``unknown``: the notice says something, but nothing with bounds (另行通知, 即日起, 为期10天)

    ``about`` (前后, 约), ``tentative`` (拟, 暂定), ``yearly`` (每年) and ``until_full`` (额满为止) never move a bound.
    ``in_chinese``: what a plan in English says without bounds.
    ``is_running``: it goes on until then (即日起至11月30日) and has not only to be done by then (11月30日前).
    """

    text: str
    start: Point | None
    end: Point | None
    kind: Kind
    about: bool = False
    tentative: bool = False
    duration: Length | None = None
    occasions: tuple[str, ...] = ()
    occasions_open: bool = False
    correction: Correction | None = None
    dates: tuple[Slot, ...] = ()
    repeat: Repeat | None = None
    yearly: bool = False
    until_full: bool = False
    is_running: bool = False
    in_chinese: str = field(default="", compare=False)

    @property
    def first(self) -> Point | None:
        """Where it begins; of several dates, the first."""
        return self.dates[0][0] if self.dates else self.start

    @property
    def last(self) -> Point | None:
        """Where it ends; of several dates, the last."""
        return self.dates[-1][1] if self.dates else self.end

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every date that is certain to the day, with its hours; none where one of them is rough."""
        if not self.is_exact or not (self.start and self.end):
            return ()
        return self.dates or ((self.start, self.end),)

    @property
    def begins(self) -> datetime | None:
        """The minute in which it begins, in China's time; None where no hour is printed, or only about one."""
        return self.first.moment if self.first and not self.about else None

    @property
    def ends(self) -> datetime | None:
        """The minute in which it ends; None where none is printed: 6月15日9:30 says when it begins."""
        last = self.dates[-1] if self.dates else (self.start, self.end)
        return last[1].moment if last[1] and not self.about and last[0] != last[1] else None

    @property
    def earliest(self) -> date | None:
        """The first day on which it can begin."""
        return self.first.earliest if self.first else None

    @property
    def latest(self) -> date | None:
        """The last day on which it can end; None where it stays open."""
        return self.last.latest if self.last else None

    @property
    def start_latest(self) -> date | None:
        """The last day on which it can begin: from the next day on it has certainly begun."""
        if self.is_within:
            return self.latest
        return self.first.latest if self.first else None

    @property
    def end_earliest(self) -> date | None:
        """The first day on which it can end; None for a deadline, which can be met at any time before."""
        if self.is_within:
            return self.earliest
        return self.last.earliest if self.last and self.start else None

    @property
    def is_within(self) -> bool:
        """It is on some time between its bounds, of no day between them for certain."""
        return self.kind == "window" or (self.kind == "repeat" and not self.dates)

    @property
    def precision(self) -> Unit | Literal["none"]:
        """The unit that the time was given in; of two, the vaguer one. A computed end does not count."""
        units = [point.unit for point in (self.start, self.end) if point]
        return max(units, key=_VAGUENESS.index, default="none")

    @property
    def is_exact(self) -> bool:
        """One day, or a first and a last day, are known for certain; never so for ``about``."""
        if self.about or self.kind not in ("point", "span", "several", "repeat"):
            return False
        if self.dates:
            return all(point.is_one_day for slot in self.dates for point in slot)
        if self.kind == "repeat" or self.start is None or self.end is None:
            return False
        return self.start.is_one_day and self.end.is_one_day

    @property
    def has_bounds(self) -> bool:
        return self.earliest is not None or self.latest is not None

    @property
    def sort_key(self) -> tuple[bool, date, int, date, int]:
        """Order by earliest bound, then by latest; a deadline stands at its time, the undated come last."""
        first = self.first if self.start else self.last
        begin = (first.earliest if self.start else first.latest) if first else date.max
        minute = first.minute if first else None
        end = self.last.minute if self.last and self.last != self.start else None
        return (
            first is None,
            begin,
            (0 if self.start else 1440) if minute is None else minute,
            self.latest or date.max,
            1440 if end is None else end,
        )

    def edtf(self) -> str | None:
        """The time in EDTF (ISO 8601-2, Library of Congress, 2019), or None where it has no such form.

        EDTF has no code for ten-day periods, nor for an interval between two of them. A time within a unit is
        a set, one day of it: ``[2024-06-11..2024-06-20]``. Hours stand only where one time begins: an interval has
        none in EDTF. Neither tentativeness nor repeats are carried.
        """
        if self.about:
            code = _code(self.start) if self.kind == "point" else None
            return f"{code}~" if code else None
        if self.kind == "several":
            codes = [_code_of(slot) for slot in self.dates]
            return f"{{{','.join(codes)}}}" if all(codes) else None
        if self.kind == "until" and self.latest:
            return f"[..{self.latest}]"
        if self.kind == "window" and self.earliest and self.latest:
            return f"[{self.earliest}..{self.latest}]"
        if self.kind == "point" and (begins := self.begins):
            return f"{begins.isoformat()}+08:00"
        if self.kind == "point" and self.start:
            return _code(self.start) or f"[{self.start.earliest}..{self.start.latest}]"
        first, last = _code(self.start), ".." if self.kind == "from" else _code(self.end)
        return f"{first}/{last}" if first and last and self.kind in ("span", "from") else None


def together(times: Sequence[FuzzyDate]) -> FuzzyDate | None:
    """Several times as one, with every date where all are certain; None where one has no first or no last day."""
    ends = [(when.first, when.last) for when in times if when.first and when.last]
    if not ends or len(ends) < len(times):
        return None
    first = replace(min((each for each, _ in ends), key=lambda point: point.earliest), at=None, half="")
    last = replace(max((each for _, each in ends), key=lambda point: point.latest), at=None, half="")
    about, tentative = any(when.about for when in times), any(when.tentative for when in times)
    if not all(when.is_exact for when in times):
        return FuzzyDate("", first, last, "window", about, tentative)
    dates = _apart(slot for when in times for slot in when.slots)
    return FuzzyDate("", first, last, "several", about, tentative, dates=dates)


def _apart(slots: Iterable[Slot]) -> tuple[Slot, ...]:
    """Dates in their order; those that overlap are one."""
    found: list[Slot] = []
    for start, end in sorted(slots, key=lambda slot: _from(slot[0])):
        if found and _from(start) <= _until(found[-1][1]):
            found[-1] = (found[-1][0], max(found[-1][1], end, key=_until))
        else:
            found.append((start, end))
    return tuple(found)


def _from(point: Point) -> tuple[date, int]:
    return point.earliest, point.at or 0


def _until(point: Point) -> tuple[date, int]:
    return point.latest, 1440 if point.at is None else point.at


def _code_of(slot: Slot) -> str:
    """The EDTF code of one of several times; nothing for what has none."""
    first, last = _code(slot[0]), _code(slot[1])
    if not (first and last):
        return ""
    return first if first == last else f"{first}..{last}"


def _code(point: Point | None) -> str | None:
    """The EDTF code of a day, month or year; None for what has none."""
    if point is None:
        return None
    if point.unit == "month":
        return f"{point.earliest:%Y-%m}"
    if point.unit == "year":
        return str(point.year)
    return str(point.earliest) if point.is_one_day else None
