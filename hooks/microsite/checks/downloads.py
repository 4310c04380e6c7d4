"""Every file for other programs that the site answers with: calendars, feeds, tables, address cards, data.

People follow a calendar and link to a table as they link to a page, so these addresses last, too,
under every name that their record ever had. What was published stays even where the plan has
nothing for it any more (an activity without days, contacts that are left out): such a file is ``kept``,
with nothing in it but whose it is.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from ..core import urls
from ..core.language import LANGUAGES, Language
from ..model import calendar_items
from ..model.campaign import Campaign, Plan
from .permalinks import BODIES, Answer, names_of, pages_of

KINDS = ("calendar", "feed", "table", "vcard", "data")
SHARED = ("index", "organisations", "schema")
"""Data files that belong to no campaign."""

ALL = "all"
"""The card file with every line of a campaign."""


def answers(plan: Plan, published: Container[str] = ()) -> Iterator[Answer]:
    """Every file, at its present address first, then at its former ones; ``published`` holds meanings."""
    made = frozenset(_made(plan))
    for address, meaning in _possible(plan):
        if meaning in made or meaning in published:
            yield address, meaning


def kept(plan: Plan, published: Iterable[str]) -> Iterator[Answer]:
    """Files that were published and that the plan itself gives no reason for any more."""
    gone = {meaning for meaning in published if meaning.partition(" ")[0] in KINDS} - set(_made(plan))
    return (answer for answer in _possible(plan) if answer[1] in gone)


def languages(address: str) -> tuple[Language, ...]:
    """The languages that a file is there in: data and address cards serve both as they are.

    >>> languages("jiangxi-2022/calendar.ics"), languages("api/v1/jiangxi-2022.json")
    (('zh', 'en'), ('zh',))
    """
    return LANGUAGES[:1] if address.endswith((".json", ".vcf")) else LANGUAGES


# --- what the plan gives ----------------------------------------------------------------------


def _made(plan: Plan) -> Iterator[str]:
    """The meanings of all files that the plan gives something to put into."""
    yield "feed"
    yield from (f"data {name}" for name in SHARED)
    for campaign in plan.campaigns:
        id_ = campaign.id
        yield from (f"feed {id_}", f"data {id_}", f"table {id_}/activities")
        yield from _calendars(campaign)
        if campaign.has_sessions:
            yield f"table {id_}/sessions"
        if campaign.contacts is not None:
            yield from (f"table {id_}/contacts", f"vcard {id_}/{ALL}")
            yield from (f"vcard {id_}/{line.body.organisation.id}" for line in campaign.contacts.contacts)


def _calendars(campaign: Campaign) -> Iterator[str]:
    """A calendar is made where at least one thing has a first and a last day."""
    if calendar_items.is_any_held(calendar_items.of_campaign(campaign)):
        yield f"calendar {campaign.id}"
    for activity in campaign.activities:
        if calendar_items.is_any_held(calendar_items.with_sessions(campaign, activity)):
            yield f"calendar {campaign.id}/{activity.id}"
        if calendar_items.is_any_held(calendar_items.of_activity(campaign, activity)):  # those of bodies have not every session of many
            for bodies in activity.roles.values():
                yield from (f"calendar {BODIES}/{body.id}" for body in bodies.organisations)


# --- where each could be ----------------------------------------------------------------------


def _possible(plan: Plan) -> Iterator[Answer]:
    """Every address that a file can have, whether there is one or not."""
    yield urls.feed(urls.home("zh")), "feed"
    yield from ((urls.data(name), f"data {name}") for name in SHARED)
    for body in plan.organisations:
        for name in names_of(body):
            yield urls.calendar(urls.organisation("zh", name)), f"calendar {BODIES}/{body.id}"
    for campaign in plan.campaigns:
        for name in names_of(campaign):
            yield from _of_campaign(campaign, name)


def _of_campaign(campaign: Campaign, name: str) -> Iterator[Answer]:
    """The files of a campaign under one of its names."""
    id_ = campaign.id
    yield urls.feed(urls.campaign("zh", name)), f"feed {id_}"
    yield urls.data(name), f"data {id_}"
    for table in ("activities", "sessions", "contacts"):
        yield urls.table("zh", name, table), f"table {id_}/{table}"
    for page, meaning in pages_of(campaign, name):
        kind, _, key = meaning.partition(" ")
        if kind in ("campaign", "activity"):
            yield urls.calendar(page), f"calendar {key}"
    yield urls.vcards(name), f"vcard {id_}/{ALL}"
    for body in campaign.region.bodies:
        for own in names_of(body):
            yield urls.vcard(own, name), f"vcard {id_}/{body.id}"
