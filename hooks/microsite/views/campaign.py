"""The pages of one campaign that people use: overview, finder, timeline, directory."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from ..core import urls
from ..core.language import Text
from ..model.activity import Activity, Deadline
from ..model.campaign import Campaign, Group
from ..model.choices import PART, ROLES, TO, Audience, BodyKind, Form
from ..model.contacts import ContactList
from ..model.fields import nothing
from ..model.values import NO_WORDS
from . import edition, mosaic, time_axis
from .activity import Card, Lines, Tag, card, lines_of, tag
from .due import due
from .lines import ContactLine, contact_line, helpline, year_of
from .scope import BodyLink, Said, Scope, Time
from .time_axis import Bar


@dataclass(frozen=True, slots=True)
class AudienceLink:
    """An audience with the number of activities that are for it."""

    tag: Tag
    count: int
    path: str


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the drawn timeline; an activity's number stands before its name."""

    kind: str
    number: int | None
    name: Text
    path: str
    when: Time
    bar: Bar


_STATES = ("now", "maybe", "between", "started", "coming", "over")


def cards_of(scope: Scope, campaign: Campaign) -> tuple[Card, ...]:
    return tuple(card(scope, campaign, activity) for activity in campaign.activities)


# --- pages ------------------------------------------------------------------------------------


def overview(scope: Scope, campaign: Campaign) -> Said:
    """The campaign's front page."""
    language, id_, parent = scope.language, campaign.id, campaign.parent
    return scope.said(
        campaign,
        path=urls.campaign(language, id_),
        activities_path=urls.activities(language, id_),
        timeline_path=urls.timeline(language, id_),
        plan_path=urls.plan(language, id_),
        contacts_path=urls.contacts(language, id_) if campaign.contacts else "",
        changes_path=urls.changes(language, id_),
        cards=cards_of(scope, campaign),
        tiles=tuple(zip(mosaic.tiles(campaign), cards_of(scope, campaign), strict=True)),
        audiences=audiences(scope, campaign),
        groups=_groups(scope, campaign),
        helpline=helpline(scope, campaign),
        whole=edition.link(scope, larger) if (larger := edition.whole(scope, campaign)) else None,
        parts=tuple(edition.link(scope, each) for each in scope.data.plan.campaigns if each.part_of == campaign.id),
        parent=scope.maybe(parent.name or parent.issuers) if parent else None,
        parent_issuers=scope.maybe(parent.issuers) if parent and parent.name else None,
        totals=tuple(_totals(scope, campaign)),
    )


def _groups(scope: Scope, campaign: Campaign) -> tuple[Said, ...]:
    """The headings of the notice with their activities as ``cards``; those of no group stand last, under an empty one."""
    known = {group.id for group in campaign.groups}
    cards = [(activity.group if activity.group in known else "", card(scope, campaign, activity)) for activity in campaign.activities]
    groups = (*campaign.groups, nothing(Group, id="", name=NO_WORDS))
    said = (scope.said(each, cards=tuple(made for id_, made in cards if id_ == each.id)) for each in groups)
    return tuple(group for group in said if group.cards)


def audiences(scope: Scope, campaign: Campaign) -> tuple[AudienceLink, ...]:
    counted = Counter(code for activity in campaign.activities for code in activity.audiences)
    return tuple(
        AudienceLink(
            tag(scope, "audience", code), counted[code], urls.audience(scope.language, campaign.id, code)
        )
        for code in get_args(Audience)
        if code in counted
    )


def _totals(scope: Scope, campaign: Campaign) -> Iterator[tuple[str, str, str, list[tuple[Card, str]]]]:
    """Sums of figures that count the same thing in the same unit, in order of appearance: label, number, unit, entries."""
    sums: dict[tuple[str, str], list[tuple[Card, int]]] = {}
    for activity in campaign.activities:
        for figure in activity.results.figures if activity.results else ():
            entry = (card(scope, campaign, activity), figure.number)
            sums.setdefault((figure.measure, figure.unit), []).append(entry)
    for (measure, unit), entries in sums.items():
        if measure != "other":
            total = sum(number for _, number in entries)
            yield scope.t(f"measure.{measure}"), f"{total:,}", unit, [(made, f"{number:,}") for made, number in entries]


Roles = Mapping[str, Mapping[str, list[int]]]
"""The activities of a campaign, by index, in which each body (by its id) has each role."""


def roles(scope: Scope, campaign: Campaign) -> Roles:
    return scope.once("roles", lambda: _roles(campaign))


def _roles(campaign: Campaign) -> Roles:
    found: dict[str, dict[str, list[int]]] = {}
    for index, activity in enumerate(campaign.activities):
        held = [(role, activity.holding(role)) for role in activity.roles]
        for role, bodies in (*held, (TO, campaign.addressees(activity.due))):
            for body in bodies:
                found.setdefault(body.id, {}).setdefault(role, []).append(index)
    return found


def _taking_part(campaign: Campaign) -> Counter[str]:
    """In how many activities each body has a part."""
    counted: Counter[str] = Counter()
    for activity in campaign.activities:
        counted.update({body.id for bodies in activity.roles.values() for body in bodies.organisations})
    return counted


def finder(scope: Scope, campaign: Campaign) -> Said:
    """Every activity with the choices of each filter; ``doors`` lead on where nothing is found.

    A body or a phase is an id, its name and how many activities it finds.
    ``states`` are all that a browser may tell of a time; it offers those that there are today.
    """
    cards, doors = cards_of(scope, campaign), audiences(scope, campaign)
    forms = {each.form.code for each in cards if each.form}
    phases = Counter(each.phase_id for each in cards if each.phase_id)
    bodies = _taking_part(campaign)
    known = {body.id: body for body in campaign.region.bodies}
    return scope.said(
        campaign,
        cards=cards,
        audiences=tuple(door.tag for door in doors),
        states=tuple(tag(scope, "state", code) for code in _STATES),
        forms=tuple(tag(scope, "form", code) for code in get_args(Form) if code in forms),
        bodies=tuple((id_, scope.short(body).plain, bodies[id_]) for id_, body in known.items() if bodies[id_]),
        phases=tuple((p.id, scope.say(p.name).plain, phases[p.id]) for p in campaign.phases if phases[p.id]),
        doors=doors,
        contacts_path=urls.contacts(scope.language, campaign.id) if campaign.contacts else "",
        index=urls.finder_index(scope.language, campaign.id),
    )


def timeline(scope: Scope, campaign: Campaign) -> Said:
    """The list by time (``cards``), the ``undated`` by phase, and the rows of the drawing, from its first day to the one after its last."""
    times = time_axis.times(campaign)
    axis = time_axis.axis(times)
    return scope.said(
        campaign,
        is_rough=not all(time.is_exact for time in times),
        cards=tuple(card(scope, campaign, activity) for activity in time_axis.dated(campaign)),
        undated=tuple(
            (scope.value(phase), tuple(card(scope, campaign, activity) for activity in activities))
            for phase, activities in time_axis.undated(campaign)
        ),
        deadlines=_deadlines(scope, campaign),
        rows=_rows(scope, campaign, axis) if axis else (),
        months=tuple((scope.t(f"month.{month}"), x) for month, x in axis.months) if axis else (),
        window=axis.bar(campaign.window) if axis else None,
        first=axis.start.isoformat() if axis else "",
        end=axis.end.isoformat() if axis else "",
    )


def _deadlines(scope: Scope, campaign: Campaign) -> tuple[tuple[Said, Card | None], ...]:
    """Everything that is due, the first first; what is due for an activity with its card."""
    found: list[tuple[Deadline, Activity | None]] = [(each, None) for each in campaign.deadlines]
    found += [(each, activity) for activity in campaign.activities for each in activity.due]
    found.sort(key=lambda pair: pair[0].due.date.sort_key)
    return tuple(
        (due(scope, campaign, each, activity), card(scope, campaign, activity)) if activity else (scope.value(each), None)
        for each, activity in found
    )


def _rows(scope: Scope, campaign: Campaign, axis: time_axis.Axis) -> tuple[Row, ...]:
    plan = urls.plan(scope.language, campaign.id)
    rows = []
    for phase in campaign.phases:
        bar, when, path = axis.bar(phase.when.date), scope.time(phase.when), f"{plan}#{urls.anchor('phase', phase.id)}"
        if bar is not None and when is not None:
            rows.append(Row("phase", None, scope.say(phase.name), path, when, bar))
    for activity in time_axis.dated(campaign):
        made = card(scope, campaign, activity)
        bar = axis.bar(time.date) if (time := activity.time) else None
        if bar is not None and made.when is not None:
            rows.append(Row("activity", made.number, made.title, made.path, made.when, bar))
    return tuple(rows)


def directory(scope: Scope, campaign: Campaign) -> Said | None:
    """The contacts of a campaign: which matter, which number; then all bodies. None where the plan has none.

    ``index`` is what the finder searches, ``year`` that of the notice which printed the numbers, ``unlisted`` are bodies without one.
    """
    contacts = campaign.contacts
    if contacts is None:
        return None
    bodies = tuple(_bodies(scope, campaign, contacts))
    return scope.said(
        contacts,
        matters=tuple(_matters(scope, campaign)),
        entries=tuple((body, line, asked) for body, line, asked in bodies if line),
        unlisted=tuple((body, asked) for body, line, asked in bodies if not line),
        helpline=helpline(scope, campaign),
        count=sum(bool(contact.numbers) for contact in contacts.contacts),
        year=year_of(campaign),
        index=urls.finder_index(scope.language, campaign.id),
    )


def _matters(scope: Scope, campaign: Campaign) -> Iterator[tuple[Card, Lines, Lines]]:
    """Every activity of which somebody has a line, with those of who leads a part or holds a session.

    To one that was cancelled nobody is sent.
    """
    for activity in campaign.activities:
        lines, others = lines_of(scope, campaign, activity)
        held = {body.id for body in activity.holding(PART)}
        if lines and activity.status != "cancelled":
            yield card(scope, campaign, activity), lines, tuple(line for line in others if line.body.id in held)


def _bodies(scope: Scope, campaign: Campaign, contacts: ContactList) -> Iterator[tuple[BodyLink, ContactLine | None, list[str]]]:
    """Every body that takes part, once, by kind, with its line, if it has one, and the ids of what one asks it about."""
    listed = {contact.body.organisation.id: contact for contact in contacts.contacts}
    taking_part = listed.keys() | _taking_part(campaign).keys() | {body.id for body in campaign.hosting.bodies}
    bodies = (body for body in campaign.region.bodies if body.id in taking_part)
    for body in sorted(bodies, key=lambda body: get_args(BodyKind).index(body.kind)):
        held = roles(scope, campaign).get(body.id, {})
        line = contact_line(scope, campaign, listed[body.id]) if body.id in listed else None
        asked = next((held[role] for role in (*ROLES, PART, TO) if role in held), ())
        yield scope.body(body), line, [campaign.activities[index].id for index in asked]
