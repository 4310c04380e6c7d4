"""Pages that belong to no single campaign: home, the bodies of all regions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from ..core import urls
from ..core.language import TAGS, Text
from ..model.campaign import Campaign
from ..model.choices import PART, ROLES, TO, BodyKind
from ..model.document import NO_DOCUMENT
from ..model.organisations import Mention, Organisation, Region
from . import mosaic
from .activity import NEAR, Card, Tag, card, tag
from .attendance import BookingView, telephones
from .campaign import AudienceLink, Roles, audiences, roles
from .lines import contact_line, helpline, year_of
from .mosaic import Tile
from .scope import BodyLink, Said, Scope, Time, printed_names


@dataclass(frozen=True, slots=True)
class EditionCard:
    """An edition in a list of editions; ``activities`` is how many it has, ``index_path`` what is searched."""

    id: str
    region_id: str
    region: Text
    year: int
    name: Text
    theme: Text
    summary: Text
    period: Time
    path: str
    activities_path: str
    index_path: str
    timeline_path: str
    contacts_path: str
    activities: int
    tiles: tuple[Tile, ...]
    doors: tuple[AudienceLink, ...]


BodyEntry = tuple[BodyLink, int, int]
"""A body in the list of all bodies, how many activities it leads, and in how many others it takes part."""


@dataclass(frozen=True, slots=True)
class RegionGroup:
    """The bodies of one region, by kind."""

    id: str
    name: Text
    kinds: tuple[tuple[Tag, tuple[BodyEntry, ...]], ...]


def edition_card(base: Scope, campaign: Campaign) -> EditionCard:
    return base.of_campaign(campaign).once("edition", lambda: _edition_card(base, campaign))


def _edition_card(base: Scope, campaign: Campaign) -> EditionCard:
    scope, language, id_ = base.of_campaign(campaign), base.language, campaign.id
    return EditionCard(
        id=id_,
        region_id=campaign.region.id,
        region=scope.of_register(campaign.region.name),
        year=campaign.year,
        name=scope.say(campaign.name),
        theme=scope.say(campaign.theme.text),
        summary=scope.say(campaign.summary),
        period=scope.value(campaign.period),
        path=urls.campaign(language, id_),
        activities_path=urls.activities(language, id_),
        index_path=urls.finder_index(language, id_),
        timeline_path=urls.timeline(language, id_),
        contacts_path=urls.contacts(language, id_) if campaign.contacts else "",
        activities=len(campaign.activities),
        tiles=mosaic.tiles(campaign),
        doors=audiences(scope, campaign),
    )


def by_year(editions: Iterable[EditionCard]) -> tuple[list[EditionCard], dict[int, list[EditionCard]]]:
    """The latest edition of each region, and the others by their years; ``editions`` come newest first."""
    newest: dict[str, EditionCard] = {}
    years: dict[int, list[EditionCard]] = {}
    for edition in editions:
        if newest.setdefault(edition.region_id, edition) is not edition:
            years.setdefault(edition.year, []).append(edition)
    return list(newest.values()), years


def region_group(base: Scope, region: Region) -> RegionGroup:
    scope = base.of_region(region)
    editions = base.data.plan.campaigns_naming(region.id)
    found = [roles(base.of_campaign(campaign), campaign) for campaign in editions]
    kinds = []
    for kind in get_args(BodyKind):
        entries = tuple(_entry(scope, body, found) for body in region.organisations if body.kind == kind)
        if entries:
            kinds.append((tag(scope, "body", kind), entries))
    return RegionGroup(region.id, scope.say(region.name), tuple(kinds))


def _entry(scope: Scope, body: Organisation, editions: Iterable[Roles]) -> BodyEntry:
    held = [found.get(body.id, {}) for found in editions]
    led = [set(found.get("lead", ())) for found in held]
    parts = [{index for role, of in found.items() if role != TO for index in of} for found in held]
    return scope.body(body), sum(map(len, led)), sum(len(all_ - own) for all_, own in zip(parts, led, strict=True))


def organisation_view(base: Scope, region: Region, body: Organisation) -> Said:
    """A body and everything it does, edition by edition; ``tag`` is the language tag of its original names."""
    scope = base.of_region(region)
    campaigns = base.data.plan.campaigns_naming(region.id)
    editions = (_edition(base, campaign, body) for campaign in campaigns)
    return scope.said(
        body,
        heading=scope.say(body.name if _needs_region(region, body) else body.short),
        original=(body.short.text, body.name.text) if scope.language != body.name.language else (),
        tag=TAGS[body.name.language],
        kind=tag(scope, "body", body.kind),
        region=scope.say(region.name),
        editions=tuple(edition for edition in editions if edition is not None),
    )


def _needs_region(region: Region, body: Organisation) -> bool:
    """Whether only the full name of a body says of which province it is: every province has a 省民政厅."""
    return region.name.text in body.name.text and region.name.text not in body.short.text


def _edition(base: Scope, campaign: Campaign, body: Organisation) -> Said | None:
    """What a body does in an edition, and its ``posts`` in the document itself; None where it is not mentioned and has no number."""
    scope = base.of_campaign(campaign)
    found = roles(scope, campaign).get(body.id, {})
    posts = _posts(scope, campaign, body)
    contact = campaign.contacts.line_of(body) if campaign.contacts else None
    if not (found or posts or contact):
        return None
    return scope.said(
        campaign,
        path=urls.campaign(scope.language, campaign.id),
        activities_path=urls.activities(scope.language, campaign.id),
        **_ways(scope, campaign, found),
        numbers_year=year_of(campaign),
        roles=tuple(
            (role, tuple(card(scope, campaign, campaign.activities[i]) for i in found[role]))
            for role in (*ROLES, PART, TO)
            if role in found
        ),
        posts=posts,
        line=contact_line(scope, campaign, contact) if contact else None,
        printed=() if campaign.document is NO_DOCUMENT else scope.once("printed", lambda: printed_names(campaign)).get(body.id, ()),
        tag=TAGS[campaign.language],
    )


def _ways(scope: Scope, campaign: Campaign, found: Mapping[str, Sequence[int]]) -> dict[str, object]:
    """Where somebody can ask about an edition: its helpline, its contacts; without both the websites of its hosts.

    ``booking`` are the telephones of activities in which a body has a part, else of any; each once, with its activity.
    """
    line, contacts = helpline(scope, campaign), campaign.contacts is not None
    sites = [(scope.body(body), body.url) for body in campaign.hosting.bodies if body.url] if not (line or contacts) else []
    activities = [campaign.activities[index] for indexes in found.values() for index in indexes] or campaign.activities
    booking: dict[str, tuple[Card, BookingView]] = {}
    for each in activities:
        for dial, view in telephones(scope, each).items():
            booking.setdefault(dial, (card(scope, campaign, each), view))
    return {
        "helpline": line,
        "contacts_path": urls.contacts(scope.language, campaign.id) if contacts else "",
        "asked": sites[:NEAR],
        "booking": tuple(booking.values())[:NEAR],
    }


def _is(body: Organisation, mention: Mention | None) -> bool:
    return mention is not None and body == mention.organisation


def _posts(scope: Scope, campaign: Campaign, body: Organisation) -> tuple[str, ...]:
    """What the body is in the document: issuer, signatory, host, member, office."""
    document, hosting = campaign.document, campaign.hosting
    committee = hosting.committee
    parts = (
        *((f"post.{role}", body.id in bodies.ids) for role, bodies in hosting.others.items()),
        ("post.issuer", body.id in document.issuers.ids),
        ("post.signatory", body.id in document.signatories.ids),
        ("post.host", body.id in hosting.hosts.ids and committee is None),
        ("post.member", committee is not None and body.id in committee.members.ids),
        ("post.convener", committee is not None and _is(body, committee.convener_body)),
        ("post.office", committee is not None and committee.office is not None and _is(body, committee.office.body)),
        ("post.printer", document.printed is not None and body == document.printed.by.organisation),
    )
    return tuple(scope.t(key) for key, is_so in parts if is_so)
