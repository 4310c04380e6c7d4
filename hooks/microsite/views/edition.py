"""Other editions that a page leads to: the newest one from an old one, a larger one from its parts."""

from __future__ import annotations

from dataclasses import dataclass

from ..core import urls
from ..core.language import Text
from ..model import editions
from ..model.campaign import Campaign
from .scope import Scope


@dataclass(frozen=True, slots=True)
class EditionLink:
    """Another edition, or an activity of it."""

    name: Text
    path: str


def newer(scope: Scope, campaign: Campaign, path: str) -> tuple[EditionLink, ...]:
    """What a page of an old edition leads to, by the page's address: what became of this activity, else the newest edition.

    They are called by their years, several by their titles.
    """
    found = scope.data.editions
    newest = found.newer(campaign)
    if newest is None:
        return ()
    records = found.latest(urls.in_language(path, "zh").rstrip("/"))
    links = tuple(_activity(scope, record, by_year=len(records) == 1) for record in records)
    home = EditionLink(_year(scope, newest), urls.campaign(scope.language, newest.id))
    return links or (home,)


def whole(scope: Scope, campaign: Campaign) -> Campaign | None:
    """The edition that this one is a part of, where it is public."""
    return next((each for each in scope.data.plan.campaigns if each.id == campaign.part_of), None)


def link(scope: Scope, campaign: Campaign) -> EditionLink:
    return EditionLink(scope.of_campaign(campaign).say(campaign.name), urls.campaign(scope.language, campaign.id))


def _year(scope: Scope, campaign: Campaign) -> Text:
    return Text(scope.t("year", year=campaign.year), scope.language, scope.language)


def _activity(scope: Scope, record: editions.Record, *, by_year: bool) -> EditionLink:
    campaign, activity = record
    name = _year(scope, campaign) if by_year else scope.of_campaign(campaign).say(activity.title)
    return EditionLink(name, urls.activity(scope.language, campaign.id, activity.id))
