"""Other editions that a page leads to: the newest one from an old one, a larger one from its parts."""

from __future__ import annotations

from dataclasses import dataclass

from ..core import urls
from ..core.language import Text
from ..model import editions
from ..model.campaign import Campaign
from .scope import Scope, campaign_scope


@dataclass(frozen=True, slots=True)
class EditionLink:
    """Another edition, or an activity of it."""

    name: Text
    path: str


@dataclass(frozen=True, slots=True)
class EditionNotice:
    """``continued`` is where this activity went on."""

    year: int
    newest: EditionLink
    continued: tuple[EditionLink, ...]


def notice(scope: Scope, campaign: Campaign, path: str) -> EditionNotice | None:
    """The notice for a page of a campaign, by the page's address; None on the newest edition."""
    found = scope.data.editions
    newest = found.newer(campaign)
    if newest is None:
        return None
    activity = urls.in_language(path, "zh").rstrip("/")
    return EditionNotice(
        year=campaign.year,
        newest=link(scope, newest),
        continued=tuple(_activity(scope, record) for record in found.latest(activity)),
    )


def other(scope: Scope, campaign: Campaign) -> Scope:
    """Says another edition with the words of its own file."""
    return campaign_scope(campaign, scope.language, scope.data, scope.settings, scope.t)


def whole(scope: Scope, campaign: Campaign) -> Campaign | None:
    """The edition that this one is a part of, where it is public."""
    return next((each for each in scope.data.plan.campaigns if each.id == campaign.part_of), None)


def link(scope: Scope, campaign: Campaign) -> EditionLink:
    return EditionLink(other(scope, campaign).say(campaign.name), urls.campaign(scope.language, campaign.id))


def _activity(scope: Scope, record: editions.Record) -> EditionLink:
    campaign, activity = record
    title = other(scope, campaign).say(activity.title)
    return EditionLink(title, urls.activity(scope.language, campaign.id, activity.id))
