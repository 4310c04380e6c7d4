"""Folders of a part of the site that need not be made again: of activities and of cities, whose sessions stand in a table.

Whoever edits one of thousands of sessions changes what two folders show. What a folder is made of is all files but the tables, the
rows that it shows, and the little that any page may know of all sessions: that there are some, in which cities, and who holds them.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from ..core import urls
from ..loading import session_table
from ..loading.data_parts import Shard
from ..loading.session_table import SessionTable
from ..model import uids
from ..model.activity import Activity, Session
from ..model.campaign import Campaign
from ..model.choices import PART
from ..model.organisations import BodyList
from ..model.places import Area
from ..site import redirects
from ..site.pages import Site
from ..views import sessions

Lines = Mapping[tuple[str, int], list[str]]
"""The rows of tables by their files and the numbers of their lines."""

Rows = Mapping[str, list[tuple[Session, str]]]
"""The sessions of activities by their ids, each with what it was read from."""


def of_part(site: Site, shard: Shard) -> dict[str, str]:
    """What each such folder is made of, by its Chinese address; those that had another address once are made every time."""
    tables = [SessionTable(file.content, file.name) for file in shard.files if file.below == session_table.FOLDER]
    lines = {(table.file, number): cells for table in tables for number, cells in table.lines()}
    if not lines:
        return {}
    heads = [cells for (_, number), cells in lines.items() if number == 1]
    ground = f"{shard.ground} {heads} {[_known_of(campaign) for campaign in site.data.plan.campaigns]}"
    moved = redirects.folders(site)
    return {
        folder: f"{ground} {shown}"
        for campaign in site.data.plan.campaigns
        for folder, shown in _folders(campaign, lines)
        if folder not in moved
    }


def _known_of(campaign: Campaign) -> object:
    """What every page may know of the sessions of a campaign."""
    held = [[(each.organisation.id, each.printed) for each in a.roles.get(PART, BodyList()).mentions] for a in campaign.activities]
    return campaign.id, campaign.has_sessions, [area.id for area in campaign.towns], held


def _folders(campaign: Campaign, lines: Lines) -> Iterator[tuple[str, list[str]]]:
    rows = {each.id: list(_rows(each, lines)) for each in campaign.activities}
    for activity in campaign.activities:
        yield urls.activity("zh", campaign.id, activity.id), [row for _, row in rows[activity.id]]
    for area in campaign.towns:
        shown = [row for activity in campaign.activities for row in _in_city(campaign, activity, area, rows)]
        yield urls.area("zh", campaign.id, area.id), shown


def _rows(activity: Activity, lines: Lines) -> Iterator[tuple[Session, str]]:
    """Each session with its row, and with those before it that are called the same: its place in a page is numbered after them."""
    before: dict[str, str] = {}
    for session in activity.sessions:
        name = uids.session_key(session)
        said = f"{before.get(name)} {lines.get((session.mark.file, session.mark.line))}"
        before[name] = hashlib.sha256(said.encode()).hexdigest()
        yield session, before[name]


def _in_city(campaign: Campaign, activity: Activity, area: Area, rows: Rows) -> list[str]:
    """What the page of a city shows of an activity: its sessions there; all of them where it says when by these."""
    every = rows[activity.id]
    here = [(session, row) for session, row in every if session.town and session.town.id == area.id]
    is_dated = all(session.when.date.first and session.when.date.last for session, _ in here)
    if here and is_dated:
        return [row for _, row in here]
    return [row for _, row in every] if here or sessions.known_in(campaign, activity, area) else []
