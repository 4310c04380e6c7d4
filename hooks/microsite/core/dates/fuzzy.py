"""When something happens, exactly as vaguely as the notice says it.

A notice says 8月中旬 and means no particular day. A ``FuzzyDate`` keeps the words that were printed and
the bounds they set on the beginning and on the end; it never makes up a day. What can be written, and how
each form is understood, is in ``phrases``, ``grammar`` and ``points``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from .points import Length, Point, Unit

Kind = Literal["point", "span", "from", "until", "window", "occasions", "unknown"]

# From the most exact to the vaguest; a span is as precise as its vaguer end.
_VAGUENESS: Final = ("computed", "day", "ten-days", "month", "season", "quarter", "half", "year")


@dataclass(frozen=True, slots=True)
class Correction:
    """A slip of the notice, on record: what it prints, what is meant, and why one may say so."""

    printed: str
    means: str
    note: str


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A time as printed, with the bounds of its beginning and its end.

    ``kind`` says what the two ends mean:

    - ``point``: happens some time within one unit (8月中旬); ``start`` equals ``end``
    - ``span``: from one to the other (7月至9月; 6月中旬启动，为期1个月, where the end is ``computed``)
    - ``from``: begins and stays open (8月起); no ``end``
    - ``until``: not after (7月底前), or from now until then; no ``start``
    - ``window``: some time within the campaign's own time, whose ends it takes (在提升月期间)
    - ``occasions``: named ones without dates (科技周、科普日), ``occasions_open`` where the list ends in 等
    - ``unknown``: the notice says something, but nothing with bounds (另行通知, 即日起, 为期10天)

    ``about`` (前后, 约) and ``tentative`` (拟, 暂定) never move a bound.
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

    @property
    def open_end(self) -> bool:
        """It begins and has no end: 8月起."""
        return self.kind == "from"

    @property
    def earliest(self) -> date | None:
        """The first day on which it can begin."""
        return self.start.earliest if self.start else None

    @property
    def latest(self) -> date | None:
        """The last day on which it can end; None where it stays open."""
        return self.end.latest if self.end else None

    @property
    def start_latest(self) -> date | None:
        """The last day on which it can begin: from the next day on it has certainly begun."""
        if self.kind == "window":
            return self.latest
        return self.start.latest if self.start else None

    @property
    def end_earliest(self) -> date | None:
        """The first day on which it can end; None for a deadline, which can be met at any time before."""
        if self.kind == "window":
            return self.earliest
        return self.end.earliest if self.end and self.start else None

    @property
    def precision(self) -> Unit | Literal["none"]:
        """The unit that the time was given in; of two, the vaguer one. A computed end does not count."""
        units = [point.unit for point in (self.start, self.end) if point]
        return max(units, key=_VAGUENESS.index, default="none")

    @property
    def is_exact(self) -> bool:
        """One day, or a first and a last day, are known for certain; never so for ``about``."""
        if self.about or self.kind not in ("point", "span") or not (self.start and self.end):
            return False
        return self.start.is_one_day and self.end.is_one_day

    @property
    def has_bounds(self) -> bool:
        return self.earliest is not None or self.latest is not None

    @property
    def sort_key(self) -> tuple[bool, date, date]:
        """Order by earliest bound, then by latest; a deadline stands at its day, the undated come last."""
        first = self.earliest or self.latest
        return (first is None, first or date.max, self.latest or date.max)

    def edtf(self) -> str | None:
        """The time in EDTF (ISO 8601-2, Library of Congress, 2019), or None where it has no such form.

        EDTF has no code for ten-day periods, nor for an interval between two of them. A time within a unit is
        a set, one day of it: ``[2024-06-11..2024-06-20]``. Tentativeness is not carried.
        """
        if self.about:
            code = _code(self.start) if self.kind == "point" else None
            return f"{code}~" if code else None
        if self.kind == "until" and self.latest:
            return f"[..{self.latest}]"
        if self.kind == "window" and self.earliest and self.latest:
            return f"[{self.earliest}..{self.latest}]"
        if self.kind == "point" and self.start:
            return _code(self.start) or f"[{self.start.earliest}..{self.start.latest}]"
        first, last = _code(self.start), ".." if self.open_end else _code(self.end)
        return f"{first}/{last}" if first and last and self.kind in ("span", "from") else None


def _code(point: Point | None) -> str | None:
    """The EDTF code of a day, month or year; None for what has none."""
    if point is None:
        return None
    if point.unit == "month":
        return f"{point.earliest:%Y-%m}"
    if point.unit == "year":
        return str(point.year)
    return str(point.earliest) if point.is_one_day else None
