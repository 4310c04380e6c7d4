"""Sessions by day: of an activity, of a whole campaign, of one city.

A list that would be too long for a weak connection is split: that of a campaign by city, that of a city by month.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial, reduce
from typing import get_args

from ..core import urls
from ..core.dates import in_words
from ..core.dates.fuzzy import Slot
from ..core.language import Text
from ..loading.worked_out import of_a_part
from ..model import uids
from ..model.activity import Activity, Session
from ..model.campaign import Campaign
from ..model.choices import CALLED_OFF, PART, Access, Audience
from ..model.places import Area
from ..model.values import Words
from . import attendance
from .activity import Card, Tag, card, card_of, place_of, tag
from .attendance import AttendanceView
from .audience import Row, row_of
from .lines import helpline
from .scope import Bodies, Listing, Said, Scope, Time

MOST = 800
"""Sessions on one page: some 40 KB as they are sent."""

MOST_APART = 3
"""Dates of a repeat that stand each on its day; one with more is one row with all its dates."""

MOST_PLACES = 3
"""Places of the sessions of an activity in one city, in a line."""

MOST_OF_ACTIVITY = 120
"""Sessions on the page of an activity, which has other things to say."""


@dataclass(frozen=True, slots=True)
class AreaLink:
    """A city with its page, and how many sessions are there."""

    id: str
    name: Text
    path: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class SessionRow:
    """One time and place. ``days`` are its dates, none where no day is known; ``codes`` of access and audience are for filters.

    ``day`` is the one under which it stands. A repeat with many stands under none, and says all of them in ``dates``.
    """

    anchor: str
    card: Card
    day: str
    days: tuple[str, ...]
    dates: str
    when: Time
    hours: str
    title: Text | None
    place: Text | None
    address: Text | None
    area: AreaLink | None
    host: Bodies | None
    status: Tag | None
    attendance: AttendanceView
    note: Text | None
    access: tuple[str, ...]
    audiences: tuple[str, ...]
    is_repeating: bool

    @property
    def city(self) -> AreaLink | None:
        """Its city, where neither the place nor the street names it."""
        said = [each.plain for each in (self.place, self.address) if each]
        return self.area if self.area and not any(self.area.name.plain in each for each in said) else None

    @property
    def is_off(self) -> bool:
        """Called off or put off: it has no next day."""
        return self.status is not None and self.status.code in CALLED_OFF

    @property
    def is_closed(self) -> bool:
        """Off or full: there is nothing to book."""
        return self.status is not None and self.status.code in attendance.CLOSED


@dataclass(frozen=True, slots=True)
class Day:
    """The sessions of one day; ``iso`` is empty for those that repeat, and for those whose day is not known."""

    iso: str
    words: str
    rows: tuple[SessionRow, ...]


@dataclass(frozen=True, slots=True)
class Alike:
    """What holds for every one of several sessions, and is said once."""

    attendance: AttendanceView
    host: Bodies | None
    note: Text | None

    def __bool__(self) -> bool:
        return bool(self.attendance or self.host or self.note)


@dataclass(frozen=True, slots=True)
class Timed:
    """A session on one of its days, or a repeat with all of them, not yet in words; ``order`` is its place among all others.

    ``slots`` are its dates, none where no day is known; ``is_series`` where it stands under none of many.
    """

    order: tuple[object, ...]
    activity: Activity
    session: Session
    slots: tuple[Slot, ...]
    anchor: str
    is_series: bool = False

    @property
    def days(self) -> tuple[str, ...]:
        return tuple(slot[0].earliest.isoformat() for slot in self.slots)

    @property
    def area(self) -> Area | None:
        return self.session.town

    @property
    def is_off(self) -> bool:
        """Called off or put off: it has no next day."""
        return self.session.status in CALLED_OFF


# --- rows -------------------------------------------------------------------------------------


def _every(scope: Scope, campaign: Campaign) -> tuple[Timed, ...]:
    """Every session of a campaign on each of its days, in the order of time."""

    def made() -> tuple[Timed, ...]:
        every = (each for activity in campaign.activities for each in _timed(scope, campaign, activity))
        return tuple(sorted(every, key=lambda each: each.order))

    return scope.once(("sessions", campaign.id), made)


def _timed(scope: Scope, campaign: Campaign, activity: Activity) -> list[Timed]:
    return scope.once(("sessions", campaign.id, activity.id), lambda: list(_timed_of(activity)))


def _timed_of(activity: Activity) -> Iterator[Timed]:
    seen: Counter[str] = Counter()
    for session in activity.complete:
        anchor = urls.anchor("session", uids.session_key(session))
        key, slots = session.when.date.sort_key, session.when.date.slots
        is_series = session.when.date.kind == "repeat" and len(slots) > MOST_APART
        times: list[tuple[Slot, ...]] = [slots] if is_series else [(slot,) for slot in slots] or [()]
        for those in times:
            seen[anchor] += 1
            number = f"-{seen[anchor]}" if seen[anchor] > 1 else ""
            first, minute = (those[0][0].earliest, those[0][0].minute or 0) if those else (key[1], 0)
            order = (-1, key[1], key[2]) if is_series else (int(not those), first, minute)
            yield Timed(order, activity, session, those, anchor + number, is_series)


def _rows(scope: Scope, campaign: Campaign, timed: Iterable[Timed]) -> list[SessionRow]:
    """The same in words, each once."""
    return [scope.once(("row", each.activity.id, each.anchor, each.order), partial(_row, scope, campaign, each)) for each in timed]


def _row(scope: Scope, campaign: Campaign, timed: Timed) -> SessionRow:
    session = timed.session
    time = scope.time(session.when)
    assert time is not None
    place, street = placed(scope, session)
    return SessionRow(
        anchor=timed.anchor,
        card=card(scope, campaign, timed.activity),
        days=timed.days,
        when=time,
        title=scope.maybe(session.title) or _part_of(scope, timed.activity, session),
        place=place,
        address=street,
        area=_area(scope, campaign, session.town) if session.town else None,
        host=scope.bodies(session.host),
        status=tag(scope, "session", session.status) if session.status else None,
        attendance=attended(scope, timed.activity, session),
        note=scope.maybe(session.note),
        access=_access(session),
        audiences=timed.activity.audiences,
        is_repeating=session.when.date.repeat is not None,
        **_on_its_day(scope, timed, time),
    )


def _part_of(scope: Scope, activity: Activity, session: Session) -> Text | None:
    """What a session without a title is: the part of its activity at the same time, where there is only one."""
    parts = [part for part in activity.parts if part.at_the_time_of(session)]
    return scope.say(parts[0].name) if len(parts) == 1 else None


def _on_its_day(scope: Scope, timed: Timed, time: Time) -> dict[str, str]:
    """Under which day it stands and its hours on it, or all the dates of a series."""
    if timed.is_series:
        dates = {slot[0].earliest: slot for slot in timed.slots}
        return {"day": "", "hours": "", "dates": in_words.dates(tuple(dates.values()), scope.language)}
    if not timed.slots:
        return {"day": "", "hours": "", "dates": ""}
    (slot,), (day,) = timed.slots, timed.days
    is_within = slot[0].earliest == slot[1].latest or in_words.is_overnight(slot)
    return {"day": day, "hours": in_words.hours(slot, scope.language) if is_within else time.words, "dates": ""}


def attended(scope: Scope, activity: Activity, session: Session) -> AttendanceView:
    """How one takes part in a session, with what its venue has."""
    return attendance.view(scope, session, _access(session), attendance.manner_of(activity, session))


def placed(scope: Scope, session: Session) -> tuple[Text | None, Text | None]:
    """The place and the street of a session: its own words, else those of the register."""
    venue = session.venue
    street = scope.maybe(session.address) or (scope.of_register(venue.address) if venue and venue.address else None)
    return place_of(scope, session), street


def where(scope: Scope, session: Session) -> list[str]:
    """The place, the street and the city of a session, as far as they are known."""
    city = scope.of_register(session.town.name) if session.town else None
    return [each.plain for each in (*placed(scope, session), city) if each]


def _access(session: Session) -> tuple[Access, ...]:
    """What the session offers, and what its venue has."""
    return tuple(dict.fromkeys((*session.access, *(session.venue.access if session.venue else ()))))


def _area(scope: Scope, campaign: Campaign, area: Area, count: int = 0) -> AreaLink:
    path = urls.area(scope.language, campaign.id, area.id)
    return AreaLink(area.id, scope.of_register(area.name), path, count)


def _days(scope: Scope, rows: Iterable[SessionRow]) -> tuple[Day, ...]:
    """The rows by day; within a day what is off or full stands last."""
    groups: dict[tuple[str, bool], list[SessionRow]] = {}
    for row in rows:
        groups.setdefault((row.day, row.is_repeating and not row.day), []).append(row)
    closed_last = {group: tuple(sorted(listed, key=lambda row: row.is_closed)) for group, listed in groups.items()}
    return tuple(Day(iso, _named(scope, iso, repeats), listed) for (iso, repeats), listed in closed_last.items())


def _named(scope: Scope, iso: str, repeats: bool) -> str:
    if not iso:
        return scope.t("sessions.repeating") if repeats else scope.t("sessions.rough")
    day = date.fromisoformat(iso)
    return scope.t("sessions.day", day=in_words.day(day, scope.language), weekday=in_words.weekday(day, scope.language))


def cities(scope: Scope, campaign: Campaign) -> tuple[AreaLink, ...]:
    """The cities in which there are sessions, each with how many."""
    counts = _in_cities(_every(scope, campaign))
    return tuple(_area(scope, campaign, area, counts[area.id]) for area in campaign.towns)


def _in_cities(timed: Iterable[Timed]) -> Counter[str]:
    return Counter(each.area.id for each in timed if each.area for _ in each.slots or [None])


def _count(timed: Iterable[Timed]) -> int:
    """How many times there are; each date of a repeat counts."""
    return sum(max(1, len(each.slots)) for each in timed)


def _lead(scope: Scope, count: int, off: int) -> str:
    """How many there are, and how many of them are called off or put off."""
    return scope.t("sessions.lead.off", count=count, off=off) if off else scope.t("sessions.lead", count=count)


# --- pages ------------------------------------------------------------------------------------


def of_campaign(scope: Scope, campaign: Campaign) -> tuple[Said, ...]:
    """The page of all sessions, and those by month where no city takes them apart."""
    every, areas = _every(scope, campaign), cities(scope, campaign)
    apart = tuple(each for each in every if not (areas and each.area))
    return _pages(scope, campaign, scope.t("sessions.title"), urls.sessions(scope.language, campaign.id), every, apart, areas=areas)


def of_area(scope: Scope, campaign: Campaign, area: Area) -> tuple[Said, ...]:
    """The page of one city, and those by month where it has very many sessions."""
    here = tuple(each for each in _every(scope, campaign) if each.area and each.area.id == area.id)
    name = scope.of_register(area.name).plain
    path = urls.area(scope.language, campaign.id, area.id)
    held = {each.activity.id for each in here}
    listed = (each for each in campaign.activities if each.id in held or known_in(campaign, each, area))
    activities = tuple(_row_in(scope, campaign, each, area) for each in listed)
    return _pages(
        scope,
        campaign,
        scope.t("sessions.in", area=name),
        path,
        here,
        here,
        activities=activities,
        has_number=campaign.helpline is not None or any(row.line for row in activities),
        of_city=True,
    )


def _row_in(scope: Scope, campaign: Campaign, activity: Activity, area: Area) -> Row:
    """An activity in a city: by its sessions there, where these say when; that they are called off, where all are.

    Whoever holds them is called first, and nobody who holds those of another city.
    """
    sessions = tuple(each for each in activity.sessions if each.town and each.town.id == area.id)
    held = of_a_part(activity.parts, sessions)
    roles = {role: bodies for role, bodies in activity.roles.items() if role != PART} | held
    here = replace(activity, when=None, parts=(), sessions=sessions, roles=roles)
    first = tuple(body for each in sessions for body in each.host.organisations)
    made = card_of(scope, campaign, here if here.time else activity)
    return row_of(scope, campaign, here, made, _places_in(scope, campaign, replace(activity, sessions=sessions), area), first)


def _places_in(scope: Scope, campaign: Campaign, activity: Activity, area: Area) -> Listing:
    """The places of its sessions in a city; where these name none, its own there; else those that are not known to be elsewhere."""
    held = [each for each in activity.sessions if each.status not in CALLED_OFF] or activity.sessions
    named = tuple(dict.fromkeys(place for each in held if not each.is_online and (place := place_of(scope, each))))
    if named:
        return Listing(named[:MOST_PLACES], len(named) > MOST_PLACES)
    known, places = campaign.region.places, activity.venues if activity.venues.items else activity.places
    there = known_in(campaign, activity, area)
    elsewhere = (each for each in places.items if not (known and known.venue(each.text)))
    return Listing(tuple(map(scope.say, there or elsewhere)), not there and places.is_open)


def known_in(campaign: Campaign, activity: Activity, area: Area) -> tuple[Words, ...]:
    """The known places of an activity and its parts that are in a city."""
    known = campaign.region.places
    given = (*activity.venues.items, *activity.places.items, *(part.place for part in activity.parts if part.place))
    return tuple(each for each in given if known and (venue := known.venue(each.text)) and venue.area == area.id)


def _pages(
    scope: Scope, campaign: Campaign, title: str, path: str, every: Sequence[Timed], apart: Iterable[Timed], **more: object
) -> tuple[Said, ...]:
    """One page, or where it would be too long one that leads to one for each month; what has no day stands on it."""
    if len(every) <= MOST:
        return (_view(scope, campaign, title, path, every, every, **more),)
    listed = tuple(apart)
    links, parts = _split(scope, campaign, title, path, listed, MONTH, of_city="of_city" in more)
    rough = [each for each in listed if not each.slots]
    return (_view(scope, campaign, title, path, every, rough, months=links, **more), *parts)


MONTH, DAY = len("2025-06"), len("2025-06-15")


def _split(
    scope: Scope, campaign: Campaign, title: str, path: str, every: Iterable[Timed], width: int, **more: object
) -> tuple[list[tuple[str, str, int]], list[Said]]:
    """Pages by month, or by day where a month would be too long, and the links to them: each with its words and how many there are.

    What repeats stands on the page of its month.
    """
    groups: dict[str, list[Timed]] = {}
    for each in every:
        for key in dict.fromkeys(day[:width] for day in each.days):
            groups.setdefault(key, []).append(each)
    links, pages = [], []
    for key, listed in sorted(groups.items()):
        below, on = f"{path}{key}/", date.fromisoformat(f"{key}-01"[:DAY])
        label = in_words.month(on, scope.language) if width == MONTH else in_words.day(on, scope.language)
        count, off = (
            sum(day.startswith(key) for each in listed if each.is_off in wanted for day in each.days) for wanted in ((True, False), (True,))
        )
        links.append((label, below, count))
        named, lead = scope.t("sessions.month", title=title, month=label), _lead(scope, count, off)
        single = [each for each in listed if not each.is_series]
        if single and len(listed) > MOST and width == MONTH:
            inner, parts = _split(scope, campaign, title, below, single, DAY, **more)
            series = [each for each in listed if each.is_series]
            pages += [_view(scope, campaign, named, below, listed, series, months=inner, is_month=True, lead=lead, **more), *parts]
        else:
            pages.append(_view(scope, campaign, named, below, listed, listed, lead=lead, **more))
    return links, pages


def _view(
    scope: Scope, campaign: Campaign, title: str, path: str, every: Sequence[Timed], shown: Iterable[Timed], **more: object
) -> Said:
    """A page of sessions: the days of those that are ``shown``, or the pages into which they are split.

    Each row says its city, but where the page is ``of_city``; ``more`` goes before what every such page has.
    """
    codes = {code for each in every for code in each.activity.audiences}
    access = {code for each in every for code in _access(each.session)}
    offered = {each.activity.id for each in every}
    rows = _rows(scope, campaign, shown)
    free = {each.session.is_free for each in every}
    own = {
        "title": title,
        "lead": _lead(scope, _count(every), _count(each for each in every if each.is_off)),
        "path": path,
        "days": _days(scope, [replace(row, area=None) for row in rows] if more.get("of_city") else rows),
        "areas": (),
        "months": (),
        "is_month": False,
        "activities": (),
        "offered": tuple(card(scope, campaign, each) for each in campaign.activities if each.id in offered),
        "audiences": tuple(tag(scope, "audience", code) for code in get_args(Audience) if code in codes),
        "has_free": len(free) > 1,
        "access": tuple(tag(scope, "access", code) for code in ("sign-language", "step-free") if code in access),
        "all_path": urls.sessions(scope.language, campaign.id),
        "helpline": helpline(scope, campaign),
    }
    return scope.said(campaign, **own | more)


def of_activity(scope: Scope, campaign: Campaign, activity: Activity) -> Said | None:
    """What the page of an activity shows of its sessions; where they are too many, only the cities in which they are.

    ``count`` is how many times there are, ``rows`` how many lines are shown; ``alike`` is what the rows say no more.
    """
    if not activity.sessions:
        return None
    timed = sorted(_timed(scope, campaign, activity), key=lambda each: each.order)
    counts = _in_cities(timed)
    cities = tuple(_area(scope, campaign, area, counts[area.id]) for area in campaign.towns if counts[area.id])
    is_short = len(timed) <= MOST_OF_ACTIVITY
    shown = timed if is_short else [each for each in timed if not each.area][:MOST_OF_ACTIVITY]
    alike, said = _alike(_rows(scope, campaign, timed)), attendance.view(scope, activity)
    apart = [_apart(row, alike, said) for row in _rows(scope, campaign, shown)]
    return scope.said(
        activity,
        count=_count(timed),
        rows=len(shown),
        alike=replace(alike, attendance=alike.attendance.without(said)),
        days=_days(scope, apart),
        areas=cities,
        all_path=urls.sessions(scope.language, campaign.id),
    )


def _alike(rows: Sequence[SessionRow]) -> Alike:
    first = rows[0]
    if len(rows) == 1:
        return Alike(attendance.NOTHING, None, None)
    hosts, notes = {row.host for row in rows}, {row.note for row in rows}
    every, held = ([row.attendance for row in listed] for listed in (rows, [row for row in rows if not row.is_closed] or rows))
    common, open_ = (reduce(AttendanceView.common, dict.fromkeys(listed)) for listed in (every, held))
    return Alike(replace(common, booking=open_.booking), first.host if len(hosts) == 1 else None, first.note if len(notes) == 1 else None)


def _apart(row: SessionRow, alike: Alike, said: AttendanceView) -> SessionRow:
    """A row without what holds for all, and without what the activity says."""
    return replace(
        row,
        attendance=row.attendance.without(alike.attendance).without(said),
        host=None if alike.host else row.host,
        note=None if alike.note else row.note,
    )
