"""What comes when: the order of a campaign's activities, and where they lie on a drawn axis.

Only bounds are drawn. A bar has up to three stretches: where it may have begun, where it
certainly is, and where it may have ended.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from ..core.dates.fuzzy import FuzzyDate, Slot
from ..core.dates.points import add_months
from ..model.activity import Activity
from ..model.campaign import Campaign, Phase

WIDTH = 1000
"""Length of the axis in drawing units."""


def percent(x: int) -> str:
    """A place or a length on the axis as it is drawn: a narrow screen keeps the height, the edges and the dashes."""
    return f"{x * 100 / WIDTH:g}%"


def dated(campaign: Campaign) -> list[Activity]:
    """The activities whose time has bounds, by the earliest one, else in the order of the plan."""
    found = [(when.date.sort_key, a) for a in campaign.activities if (when := a.time) and when.date.has_bounds]
    return [activity for _, activity in sorted(found, key=lambda each: each[0])]


def undated(campaign: Campaign) -> list[tuple[Phase | None, list[Activity]]]:
    """The others by phase (None: by no phase)."""
    held = {activity.id for activity in dated(campaign)}
    rest = [a for a in campaign.activities if a.id not in held]
    phases: tuple[Phase | None, ...] = (*campaign.phases, None)
    grouped = ((phase, [a for a in rest if a.phase == (phase.id if phase else None)]) for phase in phases)
    return [(phase, found) for phase, found in grouped if found]


@dataclass(frozen=True, slots=True)
class Bar:
    """A time on the axis, in drawing units from the left.

    It may begin anywhere from ``x_first`` to ``x_sure`` and end anywhere from ``x_sure_end`` to
    ``x_last``; where ``x_sure_end`` < ``x_sure`` nothing is certain in between (one event within
    a month). ``is_open``: no end is known. ``days``: of several dates that are certain, where each begins and how wide it is.
    """

    x_first: int
    x_sure: int
    x_sure_end: int
    x_last: int
    is_open: bool
    days: tuple[tuple[int, int], ...] = ()

    @property
    def width(self) -> int:
        return self.x_last - self.x_first

    @property
    def sure_width(self) -> int:
        """Nothing where no day is certain, and where no end is known."""
        return 0 if self.is_open else max(0, self.x_sure_end - self.x_sure)

    @property
    def is_within(self) -> bool:
        return not self.is_open and self.x_sure_end <= self.x_sure


@dataclass(frozen=True, slots=True)
class Axis:
    """The months that a campaign's times cover, whole."""

    start: date
    end: date  # exclusive

    def x(self, day: date) -> int:
        """Where a day begins, clamped to the axis."""
        share = (day - self.start).days / (self.end - self.start).days
        return round(min(1.0, max(0.0, share)) * WIDTH)

    def bar(self, when: FuzzyDate) -> Bar | None:
        """The bar of a time, or None where it has no bounds to draw."""
        first, last = when.earliest, when.latest
        if first is None:
            return None
        sure = self.x(when.start_latest or first)
        if last is None:
            return Bar(self.x(first), sure, WIDTH, WIDTH, True)
        day = timedelta(days=1)
        if when.kind in ("several", "repeat"):  # between its dates it is not on
            return Bar(self.x(first), self.x(last), self.x(first), self.x(last + day), False, tuple(self._days(when.slots)))
        return Bar(self.x(first), sure, self.x((when.end_earliest or last) + day), self.x(last + day), False)

    def _days(self, slots: Iterable[Slot]) -> Iterator[tuple[int, int]]:
        """Days without a gap are one stretch."""
        days = sorted({n for first, last in slots for n in range(first.earliest.toordinal(), last.latest.toordinal() + 1)})
        for _, run in groupby(enumerate(days), lambda each: each[1] - each[0]):
            stretch = [n for _, n in run]
            x = self.x(date.fromordinal(stretch[0]))
            yield x, self.x(date.fromordinal(stretch[-1] + 1)) - x

    @property
    def months(self) -> tuple[tuple[int, int], ...]:
        """Each month, and where on the axis it begins."""
        found = []
        at = self.start
        while at < self.end:
            found.append((at.month, self.x(at)))
            at = add_months(at, 1)
        return tuple(found)


def axis(times: Iterable[FuzzyDate]) -> Axis | None:
    """The axis that holds all given times; None where not one of them has a bound."""
    known = [when for when in times if when.earliest is not None]
    if not known:
        return None
    firsts = [when.earliest for when in known if when.earliest]
    lasts = [when.latest or when.start_latest or when.earliest for when in known]
    start, last = min(firsts), max(day for day in lasts if day)
    return Axis(start.replace(day=1), add_months(last.replace(day=1), 1))


def times(campaign: Campaign) -> tuple[FuzzyDate, ...]:
    """Every time of a campaign that belongs on its axis."""
    activities = (when.date for a in campaign.activities if (when := a.time))
    parts = (p.when.date for a in campaign.activities for p in a.parts if p.when)
    return (campaign.window, *(phase.when.date for phase in campaign.phases), *activities, *parts)
