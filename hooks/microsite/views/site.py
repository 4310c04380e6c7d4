"""Pages that belong to no single campaign: home, the bodies of all regions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import get_args

from .. import urls
from ..language import DEFAULT, Language, Text
from ..model import Campaign, Organisation, Region
from ..translate import Interface
from ..values import BodyKind, Role
from . import scope as scopes
from .activity import Card, ContactLine, Tag, card, contact_line, tag
from .campaign import period_of
from .scope import Scope, Time


@dataclass(frozen=True, slots=True)
class EditionCard:
    """An edition in a list of editions; ``activities`` is how many it has."""

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
    timeline_path: str
    contacts_path: str
    activities: int


@dataclass(frozen=True, slots=True)
class YearGroup:
    year: int
    editions: tuple[EditionCard, ...]


@dataclass(frozen=True, slots=True)
class Home:
    """``newest`` holds the latest edition of each region, ``years`` every edition."""

    newest: tuple[EditionCard, ...]
    years: tuple[YearGroup, ...]
    welcome: str


@dataclass(frozen=True, slots=True)
class BodyEntry:
    """A body in the list of all bodies, with how often it leads and supports."""

    id: str
    name: Text
    full: Text
    path: str
    leads: int
    supports: int


@dataclass(frozen=True, slots=True)
class BodyGroup:
    kind: Tag
    entries: tuple[BodyEntry, ...]


@dataclass(frozen=True, slots=True)
class RegionGroup:
    id: str
    name: Text
    groups: tuple[BodyGroup, ...]


@dataclass(frozen=True, slots=True)
class EditionRoles:
    """What a body does in one edition; ``posts`` are its parts in the document itself."""

    campaign: EditionCard
    roles: tuple[tuple[str, tuple[Card, ...]], ...]
    posts: tuple[str, ...]
    line: ContactLine | None
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrganisationView:
    """A body and everything it does, edition by edition."""

    id: str
    name: Text
    short: Text
    original: tuple[str, ...]
    kind: Tag
    region: Text
    url: str | None
    aliases: tuple[str, ...]
    offices: tuple[Text, ...]
    editions: tuple[EditionRoles, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Makes the scope of each campaign or region in one language."""

    base: Scope

    @property
    def language(self) -> Language:
        return self.base.language

    @property
    def t(self) -> Interface:
        return self.base.t

    def campaign(self, campaign: Campaign) -> Scope:
        base = self.base
        return scopes.of_campaign(campaign, base.language, base.data, base.settings, base.t)

    def region(self, region: Region) -> Scope:
        base = self.base
        return scopes.of_region(region, base.language, base.data, base.settings, base.t)


def edition_card(speaker: Speaker, campaign: Campaign) -> EditionCard:
    scope, language, id_ = speaker.campaign(campaign), speaker.language, campaign.id
    return EditionCard(
        id=id_,
        region_id=campaign.region.id,
        region=scope.of_register(campaign.region.name),
        year=campaign.year,
        name=scope.say(campaign.name),
        theme=scope.say(campaign.theme.text),
        summary=scope.say(campaign.summary),
        period=period_of(scope, campaign),
        path=urls.campaign(language, id_),
        activities_path=urls.activities(language, id_),
        timeline_path=urls.timeline(language, id_),
        contacts_path=urls.contacts(language, id_) if campaign.contacts else "",
        activities=len(campaign.activities),
    )


def home(editions: Iterable[EditionCard], welcome: str) -> Home:
    """``editions`` come newest first."""
    newest: dict[str, EditionCard] = {}
    years: dict[int, list[EditionCard]] = {}
    for edition in editions:
        newest.setdefault(edition.region_id, edition)
        years.setdefault(edition.year, []).append(edition)
    groups = tuple(YearGroup(year, tuple(listed)) for year, listed in years.items())
    return Home(tuple(newest.values()), groups, welcome)


def _roles_of(body: Organisation, campaign: Campaign) -> dict[str, list[int]]:
    """The activities of a campaign in which a body has each role, by index."""
    found: dict[str, list[int]] = {}
    for index, activity in enumerate(campaign.activities):
        for role in activity.roles:
            if activity.has_role(body, role):
                found.setdefault(role, []).append(index)
    return found


def region_group(speaker: Speaker, region: Region) -> RegionGroup:
    """The bodies of one region, by kind."""
    scope = speaker.region(region)
    editions = speaker.base.data.plan.campaigns_of(region.id)
    groups = []
    for kind in get_args(BodyKind):
        bodies = [body for body in region.organisations if body.kind == kind]
        if bodies:
            entries = tuple(_entry(scope, body, editions) for body in bodies)
            groups.append(BodyGroup(tag(scope, "body", kind), entries))
    return RegionGroup(region.id, scope.say(region.name), tuple(groups))


def _entry(scope: Scope, body: Organisation, editions: tuple[Campaign, ...]) -> BodyEntry:
    roles = [_roles_of(body, campaign) for campaign in editions]
    return BodyEntry(
        body.id,
        scope.say(body.short),
        scope.say(body.name),
        urls.organisation(scope.language, body.id),
        sum(len(found.get("lead", ())) for found in roles),
        sum(len(found.get("support", ())) for found in roles),
    )


def organisation(speaker: Speaker, region: Region, body: Organisation) -> OrganisationView:
    scope = speaker.region(region)
    editions = (
        _edition(speaker, campaign, body) for campaign in speaker.base.data.plan.campaigns_of(region.id)
    )
    return OrganisationView(
        id=body.id,
        name=scope.say(body.name),
        short=scope.say(body.short),
        original=(body.short.text, body.name.text) if scope.language != DEFAULT else (),
        kind=tag(scope, "body", body.kind),
        region=scope.say(region.name),
        url=body.url,
        aliases=body.aliases,
        offices=tuple(scope.say(office.name) for office in body.offices),
        editions=tuple(edition for edition in editions if edition.roles or edition.posts),
    )


def _edition(speaker: Speaker, campaign: Campaign, body: Organisation) -> EditionRoles:
    scope = speaker.campaign(campaign)
    found = _roles_of(body, campaign)
    contact = campaign.contacts.of(body) if campaign.contacts else None
    return EditionRoles(
        edition_card(speaker, campaign),
        tuple(
            (role, tuple(card(scope, campaign, campaign.activities[i]) for i in found[role]))
            for role in get_args(Role)
            if role in found
        ),
        _posts(scope, campaign, body),
        contact_line(scope, campaign, contact) if contact else None,
        _printed(campaign, body),
    )


def _posts(scope: Scope, campaign: Campaign, body: Organisation) -> tuple[str, ...]:
    """What the body is in the document: issuer, signatory, host, member, office."""
    document, hosting = campaign.document, campaign.hosting
    committee = hosting.committee
    parts = (
        ("post.issuer", body in document.issuers.organisations),
        ("post.signatory", body in document.signatories.organisations),
        ("post.host", body in hosting.hosts.organisations and committee is None),
        ("post.member", committee is not None and body in committee.members.organisations),
        ("post.convener", committee is not None and body == committee.convener_body.organisation),
        ("post.office", committee is not None and body == committee.office.organisation),
        ("post.printer", document.printed is not None and body == document.printed.by.organisation),
    )
    return tuple(scope.t(key) for key, is_so in parts if is_so)


def _printed(campaign: Campaign, body: Organisation) -> tuple[str, ...]:
    """Every spelling of the body's name in this document, in order of appearance."""
    document, hosting = campaign.document, campaign.hosting
    lists = [document.issuers, document.signatories, hosting.hosts]
    lists += [bodies for activity in campaign.activities for bodies in activity.roles.values()]
    names = [m.printed for bodies in lists for m in bodies.mentions if m.organisation.id == body.id]
    return tuple(dict.fromkeys(names))
