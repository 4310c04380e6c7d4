"""Sessions by day: of an activity, of a whole campaign, of one city.

A list that would be too long for a weak connection is split: that of a campaign by city, that of a city by month.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from typing import get_args

from ..core import urls
from ..core.dates import in_words
from ..core.dates.fuzzy import Slot
from ..core.language import Text
from ..model import uids
from ..model.activity import Activity, Session
from ..model.campaign import Campaign
from ..model.choices import CALLED_OFF, Access, Audience
from ..model.places import Area
from . import attendance
from .activity import Card, Tag, card, card_of, place_of, tag
from .attendance import AttendanceView
from .audience import Row, row_of
from .lines import helpline
from .scope import Bodies, Said, Scope, Time

MOST = 800
"""Sessions on one page: some 40 KB as they are sent."""

MOST_APART = 3
"""Dates of a repeat that stand each on its day; one with more is one row with all its dates."""

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
    place: Text | None
    address: Text | None
    area: AreaLink | None
    host: Bodies | None
    status: Tag | None
    attendance: AttendanceView
    note: Text | None
    access: tuple[str, ...]
    audiences: tuple[str, ...]

    @property
    def is_off(self) -> bool:
        """Called off or put off: it has no next day."""
        return self.status is not None and self.status.code in CALLED_OFF


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


Timed = tuple[tuple[object, ...], SessionRow]

# --- rows -------------------------------------------------------------------------------------


def _rows(scope: Scope, campaign: Campaign) -> tuple[SessionRow, ...]:
    """Every session of a campaign on each of its days, in the order of time."""

    def made() -> tuple[SessionRow, ...]:
        pairs = [pair for activity in campaign.activities for pair in _timed(scope, campaign, activity)]
        return tuple(row for _, row in sorted(pairs, key=lambda pair: pair[0]))

    return scope.once(("sessions", campaign.id), made)


def _timed(scope: Scope, campaign: Campaign, activity: Activity) -> list[Timed]:
    """The sessions of an activity with what they are put in order by."""
    return scope.once(("sessions", campaign.id, activity.id), lambda: list(_rows_of(scope, campaign, activity)))


def _rows_of(scope: Scope, campaign: Campaign, activity: Activity) -> Iterator[Timed]:
    seen: Counter[str] = Counter()
    for session in activity.complete:
        row = _row(scope, campaign, activity, session)
        key = session.when.date.sort_key
        slots = session.when.date.slots
        if session.when.date.kind == "repeat" and len(slots) > MOST_APART:
            seen[row.anchor] += 1
            number = f"-{seen[row.anchor]}" if seen[row.anchor] > 1 else ""
            days = tuple(slot[0].earliest.isoformat() for slot in slots)
            dates = in_words.dates(tuple({slot[0].earliest: slot for slot in slots}.values()), scope.language)
            yield (-1, key[1], key[2], activity.number, number), replace(row, anchor=row.anchor + number, days=days, dates=dates)
            continue
        for slot in slots or (None,):
            seen[row.anchor] += 1
            number = f"-{seen[row.anchor]}" if seen[row.anchor] > 1 else ""
            first = slot[0].earliest if slot else key[1]
            minute = (slot[0].minute or 0) if slot else 0
            yield (int(slot is None), first, minute, activity.number, number), _on(row, slot, number, scope)


def _on(row: SessionRow, slot: Slot | None, number: str, scope: Scope) -> SessionRow:
    if slot is None:
        return replace(row, anchor=row.anchor + number)
    day = slot[0].earliest
    is_within = day == slot[1].latest or in_words.is_overnight(slot)
    hours = in_words.hours(slot, scope.language) if is_within else row.when.words
    return replace(row, anchor=row.anchor + number, day=day.isoformat(), days=(day.isoformat(),), hours=hours)


def _row(scope: Scope, campaign: Campaign, activity: Activity, session: Session) -> SessionRow:
    time = scope.time(session.when)
    assert time is not None
    place, street = placed(scope, session)
    return SessionRow(
        anchor=urls.anchor("session", uids.session_key(session)),
        card=card(scope, campaign, activity),
        day="",
        days=(),
        dates="",
        when=time,
        hours="",
        place=place,
        address=street,
        area=_area(scope, campaign, session.town) if session.town else None,
        host=scope.bodies(session.host),
        status=tag(scope, "session", session.status) if session.status else None,
        attendance=attended(scope, session),
        note=scope.maybe(session.note),
        access=_access(session),
        audiences=activity.audiences,
    )


def attended(scope: Scope, session: Session) -> AttendanceView:
    """How one takes part in a session, with what its venue has."""
    access = _access(session)
    return attendance.view(scope, session if access == session.access else replace(session, access=access))


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
    groups: dict[tuple[str, bool], list[SessionRow]] = {}
    for row in rows:
        groups.setdefault((row.day, bool(row.dates)), []).append(row)
    return tuple(Day(iso, _named(scope, iso, repeats), tuple(listed)) for (iso, repeats), listed in groups.items())


def _named(scope: Scope, iso: str, repeats: bool) -> str:
    if not iso:
        return scope.t("sessions.repeating") if repeats else scope.t("sessions.rough")
    day = date.fromisoformat(iso)
    return scope.t("sessions.day", day=in_words.day(day, scope.language), weekday=in_words.weekday(day, scope.language))


def cities(scope: Scope, campaign: Campaign) -> tuple[AreaLink, ...]:
    """The cities in which there are sessions, each with how many."""
    counts = _in_cities(_rows(scope, campaign))
    return tuple(_area(scope, campaign, area, counts[area.id]) for area in campaign.towns)


def _in_cities(rows: Iterable[SessionRow]) -> Counter[str]:
    return Counter(row.area.id for row in rows if row.area for _ in row.days or [""])


def _count(rows: Iterable[SessionRow]) -> int:
    """How many times there are; each date of a repeat counts."""
    return sum(max(1, len(row.days)) for row in rows)


def _lead(scope: Scope, count: int, off: int) -> str:
    """How many there are, and how many of them are called off or put off."""
    return scope.t("sessions.lead.off", count=count, off=off) if off else scope.t("sessions.lead", count=count)


# --- pages ------------------------------------------------------------------------------------


def of_campaign(scope: Scope, campaign: Campaign) -> tuple[Said, ...]:
    """The page of all sessions, and those by month where no city takes them apart."""
    rows, areas = _rows(scope, campaign), cities(scope, campaign)
    apart = tuple(row for row in rows if not (areas and row.area))
    return _pages(scope, campaign, scope.t("sessions.title"), urls.sessions(scope.language, campaign.id), rows, apart, areas=areas)


def of_area(scope: Scope, campaign: Campaign, area: Area) -> tuple[Said, ...]:
    """The page of one city, and those by month where it has very many sessions."""
    every = _rows(scope, campaign)
    rows = tuple(replace(row, area=None) for row in every if row.area and row.area.id == area.id)
    name = scope.of_register(area.name).plain
    path = urls.area(scope.language, campaign.id, area.id)
    held = {row.card.id for row in rows}
    listed = (each for each in campaign.activities if each.id in held or _is_in(campaign, each, area))
    activities = tuple(_row_in(scope, campaign, each, area) for each in listed)
    return _pages(
        scope,
        campaign,
        scope.t("sessions.in", area=name),
        path,
        rows,
        rows,
        activities=activities,
        has_number=campaign.helpline is not None or any(row.line for row in activities),
    )


def _row_in(scope: Scope, campaign: Campaign, activity: Activity, area: Area) -> Row:
    """An activity in a city: by its sessions there, where these say when; that they are called off, where all are."""
    sessions = tuple(each for each in activity.sessions if each.town and each.town.id == area.id)
    here = replace(activity, when=None, parts=(), sessions=sessions)
    return row_of(scope, campaign, here, card_of(scope, campaign, here if here.time else activity))


def _is_in(campaign: Campaign, activity: Activity, area: Area) -> bool:
    """Whether an activity that has no sessions is at a known place of the city."""
    known = campaign.region.places
    if known is None:
        return False
    given = (*activity.places.items, *activity.venues.items, *(part.place for part in activity.parts if part.place))
    venues = (known.venue(words.text) for words in given)
    return any(venue is not None and venue.area == area.id for venue in venues)


def _pages(
    scope: Scope, campaign: Campaign, title: str, path: str, rows: Sequence[SessionRow], apart: Iterable[SessionRow], **more: object
) -> tuple[Said, ...]:
    """One page, or where it would be too long one that leads to one for each month; what has no day stands on it."""
    if len(rows) <= MOST:
        return (_view(scope, campaign, title, path, rows, **more),)
    listed = tuple(apart)
    links, parts = _split(scope, campaign, title, path, listed, MONTH)
    rough = [row for row in listed if not row.days]
    return (_view(scope, campaign, title, path, rows, days=_days(scope, rough), months=links, **more), *parts)


MONTH, DAY = len("2025-06"), len("2025-06-15")


def _split(
    scope: Scope, campaign: Campaign, title: str, path: str, rows: Iterable[SessionRow], width: int
) -> tuple[list[tuple[str, str, int]], list[Said]]:
    """Pages by month, or by day where a month would be too long, and the links to them: each with its words and how many there are.

    What repeats stands on the page of its month.
    """
    groups: dict[str, list[SessionRow]] = {}
    for row in rows:
        for key in dict.fromkeys(day[:width] for day in row.days):
            groups.setdefault(key, []).append(row)
    links, pages = [], []
    for key, listed in sorted(groups.items()):
        below, on = f"{path}{key}/", date.fromisoformat(f"{key}-01"[:DAY])
        label = in_words.month(on, scope.language) if width == MONTH else in_words.day(on, scope.language)
        count, off = (
            sum(day.startswith(key) for row in listed if row.is_off in wanted for day in row.days) for wanted in ((True, False), (True,))
        )
        links.append((label, below, count))
        named, lead = scope.t("sessions.month", title=title, month=label), _lead(scope, count, off)
        single = [row for row in listed if not row.dates]
        if single and len(listed) > MOST and width == MONTH:
            inner, parts = _split(scope, campaign, title, below, single, DAY)
            repeats = _days(scope, (row for row in listed if row.dates))
            pages += [_view(scope, campaign, named, below, listed, days=repeats, months=inner, is_month=True, lead=lead), *parts]
        else:
            pages.append(_view(scope, campaign, named, below, listed, lead=lead))
    return links, pages


def _view(scope: Scope, campaign: Campaign, title: str, path: str, rows: Sequence[SessionRow], **more: object) -> Said:
    """A page of sessions: its days, or the pages into which they are split; ``more`` goes before what every such page has."""
    codes = {code for row in rows for code in row.audiences}
    access = {code for row in rows for code in row.access}
    cards = {row.card.id: row.card for row in rows}
    every = {
        "title": title,
        "lead": _lead(scope, _count(rows), _count(row for row in rows if row.is_off)),
        "path": path,
        "days": _days(scope, rows),
        "areas": (),
        "months": (),
        "is_month": False,
        "activities": (),
        "offered": tuple(sorted(cards.values(), key=lambda each: each.number)),
        "audiences": tuple(tag(scope, "audience", code) for code in get_args(Audience) if code in codes),
        "has_free": any(row.attendance.is_free for row in rows) and not all(row.attendance.is_free for row in rows),
        "access": tuple(tag(scope, "access", code) for code in ("sign-language", "step-free") if code in access),
        "all_path": urls.sessions(scope.language, campaign.id),
        "helpline": helpline(scope, campaign),
    }
    return scope.said(campaign, **every | more)


def of_activity(scope: Scope, campaign: Campaign, activity: Activity) -> Said | None:
    """What the page of an activity shows of its sessions; where they are too many, only the cities in which they are.

    ``count`` is how many times there are, ``rows`` how many lines are shown; ``alike`` is what the rows say no more.
    """
    if not activity.sessions:
        return None
    pairs = sorted(_timed(scope, campaign, activity), key=lambda pair: pair[0])
    rows = [row for _, row in pairs]
    counts = _in_cities(rows)
    cities = tuple(_area(scope, campaign, area, counts[area.id]) for area in campaign.towns if counts[area.id])
    is_short = len(rows) <= MOST_OF_ACTIVITY
    shown = rows if is_short else [row for row in rows if not row.area][:MOST_OF_ACTIVITY]
    alike, said = _alike(rows), attendance.view(scope, activity)
    apart = [_apart(row, alike, said) for row in shown]
    return scope.said(
        activity,
        count=_count(rows),
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
    common = reduce(AttendanceView.common, (row.attendance for row in rows))
    return Alike(common, first.host if len(hosts) == 1 else None, first.note if len(notes) == 1 else None)


def _apart(row: SessionRow, alike: Alike, said: AttendanceView) -> SessionRow:
    """A row without what holds for all, and without what the activity says."""
    return replace(
        row,
        attendance=row.attendance.without(alike.attendance).without(said),
        host=None if alike.host else row.host,
        note=None if alike.note else row.note,
    )
