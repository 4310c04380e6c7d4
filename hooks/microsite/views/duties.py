"""Who has to do what, and by when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..core.language import Text
from ..model.activity import Deadline, Duty
from .scope import Scope, Time


@dataclass(frozen=True, slots=True)
class DutyView:
    who: Text
    what: Text


@dataclass(frozen=True, slots=True)
class DeadlineView:
    """Something that is due: from whom and to whom, where that is said, and by when.

    ``title`` and ``path`` are those of its activity in a list of several.
    """

    who: Text
    what: Text
    to: Text | None
    due: Time
    title: Text | None = None
    path: str = ""


def duties(scope: Scope, listed: Iterable[Duty]) -> tuple[DutyView, ...]:
    return tuple(DutyView(scope.say(duty.who), scope.say(duty.what)) for duty in listed)


def deadline(scope: Scope, given: Deadline, title: Text | None = None, path: str = "") -> DeadlineView:
    due = scope.time(given.due)
    assert due is not None
    return DeadlineView(scope.say(given.who), scope.say(given.what), scope.maybe(given.to), due, title, path)


def deadlines(scope: Scope, listed: Iterable[Deadline]) -> tuple[DeadlineView, ...]:
    return tuple(deadline(scope, each) for each in listed)
