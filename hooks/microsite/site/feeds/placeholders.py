"""Files that were published and have nothing in them any more: whoever follows one is not left with an error.

A calendar keeps its name and says that there are no days; a table keeps its head; an address card
keeps the body's name without a number.
"""

from __future__ import annotations

from collections.abc import Iterator

from ...checks import downloads, permalinks
from ...checks.permalinks import BODIES, Answer
from ...core import urls
from ...model.campaign import Campaign
from ...views.scope import Scope
from . import ical, table, vcard


def all_files(base: Scope) -> Iterator[tuple[str, bytes]]:
    """Every such file in one language; those that serve both are made with the Chinese ones."""
    kept = _kept(base)
    lines = [key for _, meaning in kept for kind, _, key in (meaning.partition(" "),) if kind == "vcard"]
    for address, meaning in kept:
        if base.language in downloads.languages(address):
            kind, _, key = meaning.partition(" ")
            path = urls.in_language(address, base.language)
            if kind == "calendar":
                # It has to hold something (RFC 5545, 3.6): the time zone, which shows nothing.
                page = path.removesuffix(urls.calendar(""))
                yield path, ical.calendar(base, page, _title(base, key), base.t("calendar.kept"), (ical.zone(),))
            elif kind == "table":
                campaign = _campaign(base, key)
                made = table.sessions if key.endswith("/sessions") else table.contacts
                yield path, made(base.of_campaign(campaign), campaign)
            elif kind == "vcard":
                yield path, _card(base, key, lines)


def _kept(base: Scope) -> tuple[Answer, ...]:
    data = base.data
    now = permalinks.names(data.plan).now
    return tuple(downloads.kept(data.plan, {now(line.meaning) for line in data.published}))


def _campaign(base: Scope, key: str) -> Campaign:
    id_ = key.partition("/")[0]
    return next(campaign for campaign in base.data.plan.campaigns if campaign.id == id_)


# --- calendars --------------------------------------------------------------------------------


def _title(base: Scope, key: str) -> str:
    owner, _, id_ = key.partition("/")
    if owner == BODIES:
        plan = base.data.plan
        found = ((r, body) for r in plan.regions.values() for body in r.organisations if body.id == id_)
        region, body = next(found)
        return ical.title_of_body(base.of_region(region), body)
    campaign = _campaign(base, key)
    titles = {activity.id: activity.title for activity in campaign.activities}
    titles |= {gone.id: gone.title for gone in campaign.withdrawn}
    return base.of_campaign(campaign).say(titles.get(id_, campaign.name)).plain


# --- address cards ----------------------------------------------------------------------------


def _card(base: Scope, key: str, lines: list[str]) -> bytes:
    """A body without a number; all of a campaign's where every one is gone."""
    campaign, id_ = _campaign(base, key), key.partition("/")[2]
    wanted = {line.partition("/")[2] for line in lines if line.startswith(f"{campaign.id}/")}
    known = [body for body in campaign.region.organisations if body.id in (wanted if id_ == downloads.ALL else {id_})]
    return b"".join(vcard.card(campaign, body, ()) for body in known)
