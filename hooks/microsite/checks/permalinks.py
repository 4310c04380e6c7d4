"""Every address that the site answers at, also under the names that its records had before.

A page or a fragment is told with its *meaning*: the kind of record and its present id, such as
``activity jiangxi-2022/women``. Titles and dates are no part of it: they may change freely. Only
Chinese addresses are named here; the English ones are the same under ``en/``.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import get_args

from ..core import urls
from ..model.activity import Activity, Part
from ..model.campaign import Campaign, Phase, Plan, Requirement
from ..model.choices import Audience
from ..model.organisations import Organisation
from ..model.places import Area

Place = Phase | Requirement | Part
"""What stands inside a page, with an id of its own."""

Answer = tuple[str, str]
"""An address (``jiangxi-2022/plan/#phase-warm-up``) and what it means."""

HOME = "./"
"""How the home page is written, whose address is empty."""

OF_ACTIVITIES = ("activity", "embed", "part", "change", "calendar")
"""Kinds whose second id is that of an activity, where they have one."""

OF_DOCS = ("page", "file")
"""Kinds of what stands in docs/: it belongs to no campaign and no body."""

OF_BODIES = ("contact", "vcard")
"""Kinds whose second id is that of a body."""

BODIES = "organisations"
"""What stands for the campaign where a calendar belongs to a body: no campaign can be called so."""


@dataclass(frozen=True, slots=True)
class Move:
    """An address that leads to another page: where it was, where it is."""

    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Names:
    """What the names of records stand for, present and former ones.

    ``places`` are former meanings of phases, requirements and parts, with the present ids of what
    they belong to, and their meaning now.
    """

    campaigns: Mapping[str, str]
    activities: Mapping[tuple[str, str], str]
    organisations: Mapping[str, str]
    places: Mapping[str, str] = field(default_factory=dict)

    def now(self, meaning: str) -> str:
        """A meaning with the ids of today; what is not known stays as it is.

        >>> Names({"jx": "jiangxi"}, {("jiangxi", "quiz"): "online-quiz"}, {}).now("activity jx/quiz")
        'activity jiangxi/online-quiz'
        """
        kind, _, key = meaning.partition(" ")
        first, *rest = key.split("/")
        if kind in OF_DOCS:
            return meaning
        if kind == "organisation":
            return f"{kind} {self.organisations.get(first, first)}"
        first = self.campaigns.get(first, first)
        if rest and (kind in OF_BODIES or first == BODIES):
            rest[0] = self.organisations.get(rest[0], rest[0])
        elif rest and kind in OF_ACTIVITIES:
            rest[0] = self.activities.get((first, rest[0]), rest[0])
        now = " ".join(filter(None, (kind, "/".join((first, *rest)))))
        return self.places.get(now, now)


def names(plan: Plan) -> Names:
    return Names(
        {name: c.id for c in plan.campaigns for name in names_of(c)},
        {(c.id, name): a.id for c in plan.campaigns for a in c.activities for name in names_of(a)},
        {name: body.id for body in plan.organisations for name in names_of(body)},
        {f"{owner}/{name}": f"{owner}/{place.id}" for owner, place in _places(plan) for name in place.formerly},
    )


def names_of(record: Campaign | Activity | Organisation | Place) -> tuple[str, ...]:
    """The ids that a record is or was found under, the present one first."""
    return (record.id, *record.formerly)


def _places(plan: Plan) -> Iterator[tuple[str, Place]]:
    """What has an id within a campaign or an activity, with the beginning of its meaning."""
    for campaign in plan.campaigns:
        yield from ((f"phase {campaign.id}", phase) for phase in campaign.phases)
        yield from ((f"requirement {campaign.id}", each) for each in campaign.requirements)
        for activity in campaign.activities:
            yield from ((f"part {campaign.id}/{activity.id}", part) for part in activity.parts)


# --- pages ------------------------------------------------------------------------------------


def pages(plan: Plan, published: Container[str] = ()) -> Iterator[Answer]:
    """Every page made from the data, at its present address first, then at its former ones.

    ``published`` holds meanings: the contacts of a campaign keep their page once it was published,
    even where the file with the contacts is gone (people's details expire, addresses do not).
    """
    yield HOME, "home"
    yield urls.organisations("zh"), "organisations"
    for body in plan.organisations:
        for name in names_of(body):
            yield urls.organisation("zh", name), f"organisation {body.id}"
    for campaign in plan.campaigns:
        for name in names_of(campaign):
            yield from pages_of(campaign, name, published)


def pages_of(campaign: Campaign, name: str, published: Container[str] = ()) -> Iterator[Answer]:
    """The pages of a campaign under one of its names."""
    id_ = campaign.id
    yield urls.campaign("zh", name), f"campaign {id_}"
    yield urls.activities("zh", name), f"activities {id_}"
    yield urls.timeline("zh", name), f"timeline {id_}"
    yield urls.plan("zh", name), f"plan {id_}"
    yield urls.changes("zh", name), f"changes {id_}"
    yield urls.press("zh", name), f"press {id_}"
    yield urls.programme("zh", name), f"print {id_}"
    yield urls.embed("zh", name), f"embed {id_}"
    if campaign.contacts is not None or f"contacts {id_}" in published:
        yield urls.contacts("zh", name), f"contacts {id_}"
    for code in audiences(campaign, published):
        yield urls.audience("zh", name, code), f"audience {id_}/{code}"
    if campaign.has_sessions or f"sessions {id_}" in published:
        yield urls.sessions("zh", name), f"sessions {id_}"
    for area in areas(campaign, published):
        yield urls.area("zh", name, area.id), f"area {id_}/{area.id}"
    for activity in campaign.activities:
        for own in names_of(activity):
            yield urls.activity("zh", name, own), f"activity {id_}/{activity.id}"
            yield urls.embed("zh", name, own), f"embed {id_}/{activity.id}"
    for gone in campaign.withdrawn:
        yield urls.activity("zh", name, gone.id), f"activity {id_}/{gone.id}"
        yield urls.embed("zh", name, gone.id), f"embed {id_}/{gone.id}"


def areas(campaign: Campaign, published: Container[str]) -> tuple[Area, ...]:
    """The cities that have a page: those with sessions, and those that had one when it was published."""
    places, now = campaign.region.places, campaign.towns
    known = places.areas if places else ()
    return tuple(area for area in known if area in now or f"area {campaign.id}/{area.id}" in published)


def audiences(campaign: Campaign, published: Container[str]) -> tuple[str, ...]:
    """The audiences that have a page: those of the activities, and those that had one when it was published."""
    named = {code for activity in campaign.activities for code in activity.audiences}
    codes: tuple[str, ...] = get_args(Audience)
    return tuple(code for code in codes if code in named or f"audience {campaign.id}/{code}" in published)


def short(plan: Plan) -> Iterator[Answer]:
    """The short addresses for print and speech."""
    for campaign in plan.campaigns:
        for activity in campaign.activities:
            if activity.code is not None:
                yield urls.short("zh", activity.code), f"activity {campaign.id}/{activity.id}"


def by_hand(paths: Iterable[str]) -> Iterator[Answer]:
    """The pages of docs/ and the files there for readers, by their addresses; the home page belongs to the data."""
    for path in paths:
        if path:
            is_page = path.endswith("/")
            yield path, f"page {path.rstrip('/')}" if is_page else f"file {path.removeprefix(urls.attachment(''))}"


# --- fragments --------------------------------------------------------------------------------


def fragments(plan: Plan) -> Iterator[Answer]:
    """Every place inside a page that has an address of its own."""
    for campaign in plan.campaigns:
        for name in names_of(campaign):
            yield from _of_activities(campaign, name)
            yield from _of_clauses(campaign, name)
            yield from _of_contacts(campaign, name)
            for activity in campaign.activities:
                for own in names_of(activity):
                    page = urls.activity("zh", name, own)
                    yield from _within(page, f"{campaign.id}/{activity.id}", activity)


def _of_activities(campaign: Campaign, name: str) -> Iterator[Answer]:
    """Activities in the lists; one that has another id now is found under its old one, too."""
    for where in (urls.campaign, urls.activities, urls.timeline, urls.plan):
        for activity in campaign.activities:
            for own in names_of(activity):
                anchor = urls.anchor("activity", own)
                yield f"{where('zh', name)}#{anchor}", f"activity {campaign.id}/{activity.id}"


def _of_clauses(campaign: Campaign, name: str) -> Iterator[Answer]:
    plan, timeline = urls.plan("zh", name), urls.timeline("zh", name)
    for phase in campaign.phases:
        for page in (plan, timeline):
            yield from _anchors(page, "phase", campaign.id, phase)
    for each in campaign.requirements:
        yield from _anchors(plan, "requirement", campaign.id, each)
    yield from _changes(urls.changes("zh", name), campaign.id, campaign)


def _of_contacts(campaign: Campaign, name: str) -> Iterator[Answer]:
    for contact in campaign.lines:
        body = contact.body.organisation
        for own in names_of(body):
            anchor = urls.anchor("contact", own)
            yield f"{urls.contacts('zh', name)}#{anchor}", f"contact {campaign.id}/{body.id}"


def _within(page: str, key: str, activity: Activity) -> Iterator[Answer]:
    for part in activity.parts:
        yield from _anchors(page, "part", key, part)
    yield from _changes(page, key, activity)


def _anchors(page: str, kind: str, key: str, record: Place) -> Iterator[Answer]:
    """A place of a page under each of its names."""
    for name in names_of(record):
        yield f"{page}#{urls.anchor(kind, name)}", f"{kind} {key}/{record.id}"


def _changes(page: str, key: str, record: Activity | Campaign) -> Iterator[Answer]:
    for update in record.updates:
        yield f"{page}#{update.anchor}", f"change {key}/{update.anchor.removeprefix('change-')}"


# --- all together -----------------------------------------------------------------------------


def answers(plan: Plan, published: Container[str], paths: Iterable[str]) -> dict[str, str]:
    """Every address that is answered, with its meaning; ``paths`` are the pages of docs/."""
    found = (*pages(plan, published), *short(plan), *by_hand(paths), *fragments(plan))
    return dict(found)


def moves(plan: Plan, published: Iterable[Answer]) -> tuple[Move, ...]:
    """Addresses that lead elsewhere: former ids, and the short ones.

    A short address outlives its activity: that of a withdrawn one is known from what was
    ``published``, and leads to the page that says why.
    """
    known = names(plan)
    before = [(address, known.now(meaning)) for address, meaning in published]
    made = list(pages(plan, {meaning for _, meaning in before}))
    where: dict[str, str] = {}
    for address, meaning in made:
        where.setdefault(meaning, address)
    old_codes = [(address, meaning) for address, meaning in before if address.startswith("a/")]
    everything = dict([*old_codes, *made, *short(plan)])
    found = [Move(address, where[m]) for address, m in everything.items() if where.get(m, address) != address]
    return tuple(sorted((*found, *_of_withdrawn(plan)), key=lambda move: move.old))


def _of_withdrawn(plan: Plan) -> Iterator[Move]:
    """A frame on another site cannot show an activity that is gone; it shows why."""
    for campaign in plan.campaigns:
        for gone in campaign.withdrawn:
            page = urls.activity("zh", campaign.id, gone.id)
            yield Move(urls.embed("zh", campaign.id, gone.id), page)
