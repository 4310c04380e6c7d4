"""A time in the data: what is typed, and what it is read as."""

from __future__ import annotations

from ..core.dates.fuzzy import FuzzyDate
from ..core.problems import Mark
from . import own_dates
from .fields import derived, optional, record, required
from .values import Line, Words


@record
class When:
    """A time in the data, as it is typed and as it is read (``date``).

    ``was`` is what the notice announced, where the time was changed since: then ``text`` is the office's own, and
    the document does not print it.
    """

    text: Line = required(
        "原文写法", "as printed", "原文的写法；有 `was` 时是现在的时间",
        "as printed; beside `was`, the time as it is now", "`7月9月`",
    )
    means: Line | None = optional(None, "应为", "what is meant", example="`7月至9月`")
    was: Line | None = optional(
        None, "通知原定的时间", "the time that the notice announced", "后来改了时间的，通知原定的写法",
        "what the notice announced, where the time was changed since", "`6月下旬`",
    )
    without: tuple[Line, ...] = optional(
        (), "除外的日期", "dates left out", "按星期重复的，后来停的日子",
        "of what repeats, the days that were left out since", "`[6月19日]`", key="except",
    )
    note: Words | None = optional(None, "说明", "why", "为什么这样理解", "why it is read so", context="list")
    date: FuzzyDate = derived()
    mark: Mark = derived(compare=False)

    @property
    def printed(self) -> str:
        """The words of the document; none of a time that was worked out."""
        return self.was or self.date.text or self.text

    @property
    def before(self) -> FuzzyDate | None:
        """What ``was`` says, as far as it can be read."""
        known = self.date.earliest or self.date.latest
        return own_dates.before(self.was, known.year) if self.was and known else None
