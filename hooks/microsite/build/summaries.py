"""What the pages of the whole site know of each part of the data.

A site is made part by part (``data_parts``); home, the list of all bodies, sitemap and the files that
name every edition are put together from these extracts, so that nobody has to hold all the data at
once. An extract is plain enough to be kept in the cache and read back.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from pydantic import TypeAdapter

from ..checks import permalinks, readiness
from ..checks.permalinks import Move
from ..core.language import LANGUAGES, Language
from ..core.problems import Problem
from ..model.activity import Activity
from ..model.campaign import Campaign
from ..model.organisations import Region
from ..site import assets, redirects
from ..site.feeds import atom, public_data, sitemap
from ..site.feeds.atom import Entry
from ..site.feeds.sitemap import Address
from ..site.pages import Site
from ..views.scope import Scope
from ..views.site import EditionCard, RegionGroup, edition_card, region_group


@dataclass(frozen=True, slots=True)
class EditionExtract:
    """One campaign: its card on the home page and its news.

    ``pages`` are its Chinese addresses with the day of their last change; ``untranslated`` counts
    activities whose English page has to show Chinese; ``is_part``: of a larger edition, as a city in its province.
    """

    id: str
    region: str
    year: int
    is_part: bool
    cards: Mapping[Language, EditionCard]
    news: Mapping[Language, tuple[Entry, ...]]
    api: Mapping[str, Any]
    colours: str
    pages: tuple[Address, ...]
    activities: int
    untranslated: int


@dataclass(frozen=True, slots=True)
class RegionExtract:
    """One register: its bodies in the list of all bodies."""

    id: str
    groups: Mapping[Language, RegionGroup]
    api: Mapping[str, Any]
    pages: tuple[Address, ...]


@dataclass(frozen=True, slots=True)
class Claims:
    """Names that may be given once in all the data, present and former ones."""

    campaigns: tuple[str, ...]
    organisations: tuple[str, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Extract:
    """One part of the data. ``owed`` is what a government website still has to say about it.

    ``attached`` are the files that it offers, ``withheld`` those that only its drafts do.
    """

    regions: tuple[RegionExtract, ...]
    editions: tuple[EditionExtract, ...]
    moves: tuple[Move, ...]
    moved: tuple[str, ...]
    claims: Claims
    attached: tuple[str, ...]
    withheld: tuple[str, ...]
    owed: tuple[Problem, ...]


@cache
def _adapter() -> TypeAdapter[Extract]:
    return TypeAdapter(Extract)


def summarise(site: Site) -> Extract:
    plan = site.data.plan
    return Extract(
        regions=tuple(_region(site, region) for region in plan.regions.values()),
        editions=tuple(_edition(site, campaign) for campaign in plan.campaigns),
        moves=redirects.moves(site),
        moved=tuple(redirects.paths(site)),
        claims=Claims(
            tuple(name for c in plan.campaigns for name in permalinks.names_of(c)),
            tuple(name for body in plan.organisations for name in permalinks.names_of(body)),
            tuple(a.code for c in plan.campaigns for a in c.activities if a.code),
        ),
        attached=tuple(sorted(plan.attachments)),
        withheld=tuple(sorted(site.data.withheld)),
        owed=tuple(readiness.of_plans(plan)),
    )


def _edition(site: Site, campaign: Campaign) -> EditionExtract:
    scopes = {language: site.scope(language) for language in LANGUAGES}
    return EditionExtract(
        id=campaign.id,
        region=campaign.region.id,
        year=campaign.year,
        is_part=campaign.part_of is not None,
        cards={key: edition_card(each, campaign) for key, each in scopes.items()},
        news={key: tuple(atom.entries(each.of_campaign(campaign), campaign)) for key, each in scopes.items()},
        api=public_data.edition(site.data, campaign),
        colours=assets.campaign_colours(campaign, f".ms-edition--{campaign.id}"),
        pages=tuple(sitemap.of_campaign(campaign)),
        activities=len(campaign.activities),
        untranslated=sum(_is_untranslated(scopes["en"].of_campaign(campaign), a) for a in campaign.activities),
    )


def _is_untranslated(scope: Scope, activity: Activity) -> bool:
    return any(scope.say(words).is_foreign for words in (activity.title, activity.description))


def _region(site: Site, region: Region) -> RegionExtract:
    scopes = {language: site.scope(language) for language in LANGUAGES}
    return RegionExtract(
        id=region.id,
        groups={key: region_group(each, region) for key, each in scopes.items()},
        api=public_data.register(site.data, region),
        pages=tuple(sitemap.of_region(region, site.data.plan.campaigns_of(region.id))),
    )


# --- all together -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Whole:
    """The extracts of all parts, in the order of the site: newest editions first, of one year a city’s behind the provinces’."""

    regions: tuple[RegionExtract, ...]
    editions: tuple[EditionExtract, ...]
    moves: tuple[Move, ...]


def joined(parts: Iterable[Extract]) -> Whole:
    parts = tuple(parts)
    found = [edition for part in parts for edition in part.editions]
    return Whole(
        tuple(sorted((region for part in parts for region in part.regions), key=lambda region: region.id)),
        tuple(sorted(found, key=lambda edition: (-edition.year, edition.is_part, edition.region, edition.id))),
        tuple(sorted((move for part in parts for move in part.moves), key=lambda move: move.old)),
    )


def collide(parts: Iterable[Extract]) -> bool:
    """Whether a name is given twice; the whole data then has to be read at once, to say where."""
    parts = tuple(parts)
    kinds = (
        [name for part in parts for name in part.claims.campaigns],
        [name.casefold() for part in parts for name in part.claims.organisations],
        [code for part in parts for code in part.claims.codes],
    )
    return any(len(set(names)) < len(names) for names in kinds)


def as_json(extract: Extract) -> str:
    return _adapter().dump_json(extract).decode()


_KNOWN: dict[str, Extract] = {}
"""Those of the last build: a preview asks again for each part that did not change."""


def from_json(text: str) -> Extract:
    """Raises ValueError where this is no extract."""
    if text not in _KNOWN:
        _KNOWN[text] = _adapter().validate_json(text)
    return _KNOWN[text]


def forget_others(texts: Iterable[str]) -> None:
    """Keep no other extract in memory: with every edit one goes out of use."""
    for text in _KNOWN.keys() - {*texts}:
        del _KNOWN[text]
