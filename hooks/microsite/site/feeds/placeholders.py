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
from ...views.site import Speaker
from . import ical, table, vcard


def all_files(speaker: Speaker) -> Iterator[tuple[str, bytes]]:
    """Every such file in one language; those that serve both are made with the Chinese ones."""
    kept = _kept(speaker)
    lines = [key for _, meaning in kept for kind, _, key in (meaning.partition(" "),) if kind == "vcard"]
    for address, meaning in kept:
        if speaker.language in downloads.languages(address):
            kind, _, key = meaning.partition(" ")
            path = urls.in_language(address, speaker.language)
            if kind == "calendar":
                yield path, _calendar(speaker, path.removesuffix(urls.calendar("")), key)
            elif kind == "table":
                campaign = _campaign(speaker, key)
                made = table.sessions if key.endswith("/sessions") else table.contacts
                yield path, made(speaker.campaign(campaign), campaign)
            elif kind == "vcard":
                yield path, _card(speaker, key, lines)


def _kept(speaker: Speaker) -> tuple[Answer, ...]:
    data = speaker.base.data
    now = permalinks.names(data.plan).now
    return tuple(downloads.kept(data.plan, {now(line.meaning) for line in data.published}))


def _campaign(speaker: Speaker, key: str) -> Campaign:
    id_ = key.partition("/")[0]
    return next(campaign for campaign in speaker.base.data.plan.campaigns if campaign.id == id_)


# --- calendars --------------------------------------------------------------------------------


def _calendar(speaker: Speaker, page: str, key: str) -> bytes:
    """A calendar without entries. It has to hold something (RFC 5545, 3.6): the time zone, which shows nothing."""
    calendar = ical.frame(speaker, page, _title(speaker, key), speaker.t("calendar.kept"))
    calendar.add_component(ical.zone())
    return bytes(calendar.to_ical())


def _title(speaker: Speaker, key: str) -> str:
    owner, _, id_ = key.partition("/")
    if owner == BODIES:
        plan = speaker.base.data.plan
        found = ((r, body) for r in plan.regions.values() for body in r.organisations if body.id == id_)
        region, body = next(found)
        return ical.title_of_body(speaker.region(region), body)
    campaign = _campaign(speaker, key)
    titles = {activity.id: activity.title for activity in campaign.activities}
    titles |= {gone.id: gone.title for gone in campaign.withdrawn}
    return speaker.campaign(campaign).say(titles.get(id_, campaign.name)).plain


# --- address cards ----------------------------------------------------------------------------


def _card(speaker: Speaker, key: str, lines: list[str]) -> bytes:
    """A body without a number; all of a campaign's where every one is gone."""
    campaign, id_ = _campaign(speaker, key), key.partition("/")[2]
    wanted = {line.partition("/")[2] for line in lines if line.startswith(f"{campaign.id}/")}
    known = [body for body in campaign.region.organisations if body.id in (wanted if id_ == downloads.ALL else {id_})]
    return b"".join(vcard.card(campaign, body, ()) for body in known)
