"""That a page belongs to an old edition, and where the newest one is."""

from __future__ import annotations

from dataclasses import dataclass

from ..core import urls
from ..core.language import Text
from ..model import editions
from ..model.campaign import Campaign
from .scope import Scope, campaign_scope


@dataclass(frozen=True, slots=True)
class EditionLink:
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
        newest=EditionLink(_other(scope, newest).say(newest.name), urls.campaign(scope.language, newest.id)),
        continued=tuple(_activity(scope, record) for record in found.latest(activity)),
    )


def _other(scope: Scope, campaign: Campaign) -> Scope:
    return campaign_scope(campaign, scope.language, scope.data, scope.settings, scope.t)


def _activity(scope: Scope, record: editions.Record) -> EditionLink:
    campaign, activity = record
    title = _other(scope, campaign).say(activity.title)
    return EditionLink(title, urls.activity(scope.language, campaign.id, activity.id))
