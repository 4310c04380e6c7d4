"""The dates of an activity's own time beside its sessions: for which of them a session stands, and what they are without some."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date, timedelta

from ..core.dates import english, in_words
from ..core.dates.fuzzy import FuzzyDate, Slot
from ..core.dates.points import DateError


def is_of(slot: Slot, own: Slot) -> bool:
    """Whether a session is on a date of its activity: on its day, and at its hour where both say one."""
    (start, end), (first, last) = slot, own
    is_same_day = start.earliest == first.earliest and (last.earliest in (first.earliest, end.earliest))
    hours = (start.at, first.at) if None not in (start.at, first.at) else (start.half, first.half)
    return is_same_day and (hours[0] == hours[1] or not all(hours))


def lies_in(slot: Slot, own: Slot) -> bool:
    """Whether a session is within the hours of one day of its activity: 10:00-11:00 in 9:00-17:00."""
    begins, ends, first, last = slot[0].moment, slot[1].moment, own[0].moment, own[1].moment
    return own[0] != own[1] and bool(begins and ends and first and last and first <= begins and ends <= last)


def _is_among(slot: Slot, own: Slot) -> bool:
    """Whether a session is on one of several days: 15 May in 15 to 16 May, which is one of the times of its activity."""
    (first, _), last = own, own[1].latest
    return first.earliest < last and first.earliest <= slot[0].earliest and slot[1].earliest <= last


def holds(when: FuzzyDate, other: FuzzyDate) -> bool:
    """Whether a time is within another: on its dates and in their hours, or within its bounds where it has no certain dates."""
    is_long = other.kind == "span" and other.earliest != other.latest
    if when.slots and other.slots and not is_long:
        return all(any(is_of(slot, own) or lies_in(slot, own) or _is_among(slot, own) for own in other.slots) for slot in when.slots)
    is_early = when.earliest and other.earliest and when.earliest < other.earliest
    is_late = (last := last_day(when)) and other.latest and last > other.latest
    return not (is_early or is_late)


def is_filled(own: FuzzyDate, slots: Collection[Slot]) -> bool:
    """Whether sessions run from the first to the last of several days, of which the words name no other."""
    first, last = own.earliest, own.latest
    if own.kind != "span" or own.dates or not own.is_exact or first is None or last is None or first == last:
        return False
    days = {point.earliest for slot in slots for point in slot}
    return {first, last} <= days and (len(days) > 2 or last - first == timedelta(days=1))


def last_day(when: FuzzyDate) -> date | None:
    """The last day of a time: what goes on until after midnight is of the day on which it begins."""
    last = when.slots[-1] if when.slots else None
    return last[0].earliest if last and in_words.is_overnight(last) else when.latest


def without(when: FuzzyDate, gone: Collection[Slot]) -> FuzzyDate | None:
    """A time without some of its dates; None where none is left. What repeats goes on doing so where whole days are left out."""
    left = tuple(slot for slot in when.slots if slot not in gone)
    if not gone or not left:
        return None if gone else when
    days = {slot[0].earliest for slot in gone}
    if when.repeat and days.isdisjoint(slot[0].earliest for slot in left):
        return replace(when, dates=left, repeat=replace(when.repeat, without=tuple(sorted({*when.repeat.without, *days}))))
    start, end = left[0][0], left[-1][1]
    if len(left) == 1:
        return replace(when, kind="point" if start == end else "span", start=start, end=end, dates=(), repeat=None)
    return replace(when, kind="several", start=start, end=end, dates=left, repeat=None)


def before(was: str, year: int) -> FuzzyDate | None:
    """The time that was announced before it was changed; None where its words, which are only shown, cannot be read."""
    try:
        return english.parse(was, year=year)
    except DateError:
        return None
