"""The calendar entries of a campaign, and what has none because the plan gives no days for it.

A calendar wants a first and a last day, or hours. Where the plan is vaguer than a day, the outer bounds are
given as a span that says it is about; what lacks a bound at either end stays out and is told.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from ..core.dates import repeats
from ..core.dates.fuzzy import FuzzyDate, Slot
from ..core.dates.points import Point
from . import uids
from .activity import Activity, Deadline, Part, Session, Update
from .campaign import Campaign, Phase
from .choices import CALLED_OFF, PART
from .organisations import Organisation
from .when import When


@dataclass(frozen=True)
class Item:
    """Something with a time: the campaign itself, a phase, an activity, or a part of one.

    ``activity`` is set for activities and their parts, ``part`` and ``phase`` for those. ``name``
    is permanent (``uids``).
    """

    name: str
    campaign: Campaign
    when: When | None
    updates: tuple[Update, ...]
    phase: Phase | None = None
    activity: Activity | None = None
    part: Part | None = None
    deadline: Deadline | None = None
    session: Session | None = None
    stands_for_sessions: bool = False

    @cached_property
    def due(self) -> Point | None:
        """The day or hour of a deadline, of what has but a last day (10月10日17:30前), or of an opening."""
        time = self.when.date if self.when else None
        if time is None or time.about or not (self.deadline or time.kind == "until"):
            return None
        point = time.first if self.deadline and self.deadline.opens else time.last
        return point if point and point.is_one_day else None

    @cached_property
    def span(self) -> tuple[date, date] | None:
        """The first and the last day that it can cover; None where the plan leaves one of them open."""
        if self.due:
            return self.due.earliest, self.due.latest
        return span(self.when.date) if self.when else None

    @property
    def sessions(self) -> tuple[Session, ...]:
        """The session that it is, or those of the activity, on whose time they bear."""
        if self.session:
            return (self.session,)
        return self.activity.sessions if self.activity and not (self.part or self.deadline) else ()

    @property
    def changes(self) -> tuple[date, ...]:
        """The days on which something of it changed."""
        return (*(update.on for update in self.updates), *(each.changed for each in self.sessions if each.changed))

    @cached_property
    def slots(self) -> tuple[Slot, ...]:
        """Each time that an entry is made of: several dates have one each, a repeat has those of its first day."""
        if self.when is None or self.span is None:
            return ()
        time = self.when.date
        if self.due:
            return ((self.due, self.due),)
        if time.dates and not self.is_block:
            return tuple(dates[0] for _, dates in repeats.series(time)) or time.dates
        assert time.start is not None
        assert time.end is not None
        return ((time.start, time.end),)

    @property
    def is_block(self) -> bool:
        """It lasts from the first to the last of very many dates, between which there are other days."""
        time = self.when.date if self.when else None
        if time is None or (time.text and not self.stands_for_sessions):
            return False
        return not time.dates and time.kind == "span" and time.earliest != time.latest if time.text else len(time.dates) > 1

    @property
    def has_hours(self) -> bool:
        """An entry of it begins at an hour."""
        return not self.is_about and any(hours(slot) for slot in self.slots)

    @property
    def is_about(self) -> bool:
        """Its days are bounds, not days on which it is known to begin and end."""
        return self.when is None or not (self.due or self.when.date.is_exact)

    @property
    def is_tentative(self) -> bool:
        return self.when is not None and self.when.date.tentative

    @property
    def status(self) -> str | None:
        if self.activity is None:
            return None
        if self.session and self.session.status in CALLED_OFF and not self.activity.status:
            return self.session.status
        return self.activity.status if self.session or self.part or self.deadline else self.activity.state


def span(when: FuzzyDate) -> tuple[date, date] | None:
    """Outer bounds, both days included; None for open ends (8月起, 7月底前) and for what has no days."""
    if when.earliest is None or when.latest is None:
        return None
    return when.earliest, when.latest


def hours(slot: Slot) -> tuple[datetime, datetime | None] | None:
    """When it begins and, where that is printed, ends; None where one end has an hour and the other has none."""
    start, end = slot
    if start.moment is None or (start != end and end.moment is None):
        return None
    return start.moment, end.moment if start != end else None


def of_campaign(campaign: Campaign) -> Iterator[Item]:
    """The campaign's own time, its phases, and every activity."""
    yield Item(uids.campaign(campaign), campaign, campaign.period, campaign.updates)
    for phase in campaign.phases:
        yield Item(uids.phase(campaign, phase), campaign, phase.when, campaign.updates, phase=phase)
    for activity in campaign.activities:
        yield from of_activity(campaign, activity)


MOST_APART = 12
"""Sessions of an activity that the calendars of an edition and of a body have one by one: they would grow with all sessions."""


def of_activity(campaign: Campaign, activity: Activity, most: int = MOST_APART) -> Iterator[Item]:
    """The activity, its sessions, those of its parts that have a time of their own, and what is due for it on a day.

    For a date of the activity stands its session. Where it has more than ``most``, it stands for them, from the first to the last.
    """
    is_short = len(activity.sessions) <= most  # each has one time at least
    if is_short and most < sys.maxsize:
        is_short = sum(max(1, len(each.slots)) for each in of_sessions(campaign, activity)) <= most
    time = activity.rest if is_short else activity.time
    if time or not activity.has_times or not (is_short or any(part.when for part in activity.parts)):
        name = uids.activity(campaign, activity)
        yield Item(name, campaign, time, activity.updates, activity=activity, stands_for_sessions=not is_short)
    yield from of_sessions(campaign, activity) if is_short else ()
    for part in activity.parts:
        if part.when is not None:
            name = uids.part(campaign, activity, part)
            yield Item(name, campaign, part.when, activity.updates, activity=activity, part=part)
    for number, each in enumerate(activity.due, 1):
        name = f"{uids.activity(campaign, activity)}:deadline:{number}"
        item = Item(name, campaign, each.due, activity.updates, activity=activity, deadline=each)
        if item.due:
            yield item


def of_sessions(campaign: Campaign, activity: Activity) -> Iterator[Item]:
    """Each session of an activity."""
    for name, session in uids.sessions(campaign, activity):
        yield Item(name, campaign, session.when, activity.updates, activity=activity, session=session)


def with_sessions(campaign: Campaign, activity: Activity) -> Iterator[Item]:
    """What the calendar of one activity holds: every session, however many there are."""
    return of_activity(campaign, activity, sys.maxsize)


def of_body(campaigns: Iterable[Campaign], body: Organisation) -> Iterator[Item]:
    """The activities, over all editions, in which a body has a part; of others its own sessions and parts alone."""
    for campaign in campaigns:
        for activity in campaign.activities:
            if any(each.id == body.id for each in activity.holding(PART)):
                yield from _share(campaign, activity, body)
            elif any(body.id in bodies.ids for bodies in activity.roles.values()):
                yield from of_activity(campaign, activity)


def _share(campaign: Campaign, activity: Activity, body: Organisation) -> Iterator[Item]:
    """What a body leads or holds of an activity; the activity from the first to the last where that is very much, or has no time."""
    parts = [part for part in activity.parts if body.id in part.lead.ids]
    due = [each for part in parts for each in part.deadlines]
    own = [
        item
        for item in with_sessions(campaign, activity)
        if item.part in parts or item.deadline in due or (item.session and body.id in item.session.host.ids)
    ]
    if 0 < sum(max(1, len(item.slots)) for item in own) <= MOST_APART:
        yield from own
    else:
        name = uids.activity(campaign, activity)
        yield Item(name, campaign, activity.time, activity.updates, activity=activity, stands_for_sessions=bool(own))


def held(items: Iterable[Item]) -> tuple[Item, ...]:
    """What a calendar can hold."""
    return tuple(item for item in items if item.span is not None)


def is_any_held(items: Iterable[Item]) -> bool:
    """Whether a calendar can hold one of them."""
    return any(item.span is not None for item in items)


def left_out(items: Iterable[Item]) -> tuple[Item, ...]:
    """What it cannot: it has an open end, or no days at all."""
    return tuple(item for item in items if item.span is None)
