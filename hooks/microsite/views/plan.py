"""The official document of a campaign, part by part, with an anchor for each clause."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..checks import remarks
from ..core import urls
from ..core.dates import in_words
from ..core.language import Text
from ..model.campaign import NO_HOSTING, Campaign, Requirement
from ..model.document import NO_DOCUMENT
from . import attachments
from .activity import Card, PlatformView, paragraphs, platform
from .attachments import AttachmentView
from .campaign import PhaseView, cards_of, others, period_of, phase_view
from .duties import DeadlineView, DutyView, deadlines, duties
from .safe_markdown import Html
from .scope import Bodies, BodyLink, Listing, Scope, Time


@dataclass(frozen=True, slots=True)
class CommitteeView:
    """The organising committee: members, convener, day-to-day office."""

    name: Text
    role: Text
    members: Bodies
    convener: Text
    member_posts: Text
    office: BodyLink | None
    office_division: Text | None
    duty: Text


@dataclass(frozen=True, slots=True)
class RequirementView:
    """A requirement with its duties and deadlines."""

    anchor: str
    formerly: tuple[str, ...]
    title: Text
    source: str
    text: Html
    duties: tuple[DutyView, ...]
    deadlines: tuple[DeadlineView, ...]


@dataclass(frozen=True, slots=True)
class BasisView:
    title: Text
    issuer: Text | None
    number: str | None


@dataclass(frozen=True, slots=True)
class PlanView:
    """The official document, part by part."""

    has_document: bool
    has_hosting: bool
    title: Text
    plan_title: Text
    number: str
    signed: str
    signed_day: str
    printed: str
    printed_day: str
    printed_by: BodyLink | None
    printed_office: Text | None
    published: str
    issuers: Bodies
    signatories: Bodies
    signatories_missing: Text | None
    addressees: Text
    addressee_bodies: Listing
    addressee_others: Listing
    addressee_scope: Text
    basis: tuple[BasisView, ...]
    theme: Text
    theme_printed: tuple[str, ...]
    period: Time
    period_source: str
    aims: Html
    relation: Text
    hosting_source: str
    hosts: Bodies
    printed_count: int | None
    committee: CommitteeView | None
    local: DutyView | None
    phases: tuple[PhaseView, ...]
    cards: tuple[tuple[Card, str, str], ...]
    others: tuple[tuple[str, Bodies], ...]
    groups: tuple[tuple[Text, str], ...]
    clauses: tuple[tuple[str, tuple[str, ...]], ...]
    url: str | None
    attachments: tuple[AttachmentView, ...]
    requirements: tuple[RequirementView, ...]
    platforms: tuple[PlatformView, ...]
    notes: tuple[str, ...]


def _committee(scope: Scope, campaign: Campaign) -> CommitteeView | None:
    committee = campaign.hosting.committee
    if committee is None:
        return None
    office = committee.office
    division = office.office if office else None
    return CommitteeView(
        name=scope.say(committee.name),
        role=scope.say(committee.role),
        members=scope.bodies(committee.members),
        convener=scope.say(committee.convener),
        member_posts=scope.say(committee.member_posts),
        office=scope.mention(office.body) if office else None,
        office_division=scope.of_register(division.name) if division else None,
        duty=scope.say(committee.duty),
    )


def _requirement(scope: Scope, requirement: Requirement) -> RequirementView:
    return RequirementView(
        anchor=urls.anchor("requirement", requirement.id),
        formerly=urls.anchors("requirement", requirement.formerly),
        title=scope.say(requirement.title),
        source=requirement.source,
        text=scope.markdown(requirement.text),
        duties=duties(scope, requirement.duties),
        deadlines=deadlines(scope, requirement.deadlines),
    )


def _notes(scope: Scope, campaign: Campaign) -> tuple[str, ...]:
    """Remarks in the page's language, each once; bodies by their names in it, except in what is quoted."""
    names = {body.short.text: scope.short(body).plain for body in campaign.region.organisations}
    known = re.compile("|".join(("“[^”]*”", *map(re.escape, sorted(names, key=len, reverse=True)))))
    told = dict.fromkeys(note.text(scope.language) for note in remarks.notes_on(campaign))
    return tuple(known.sub(lambda found: names.get(found[0], found[0]), text) for text in told)


def plan_view(scope: Scope, campaign: Campaign) -> PlanView:
    document, hosting, language = campaign.document, campaign.hosting, scope.language
    printing, to = document.printed, document.addressees
    local = hosting.local
    return PlanView(
        has_document=document is not NO_DOCUMENT,
        has_hosting=hosting is not NO_HOSTING,
        title=scope.say(document.title),
        plan_title=scope.say(document.plan_title),
        number=document.number,
        signed=in_words.day(document.signed, language) if document.signed else "",
        signed_day=document.signed.isoformat() if document.signed else "",
        printed=in_words.day(printing.on, language) if printing else "",
        printed_day=printing.on.isoformat() if printing else "",
        printed_by=scope.mention(printing.by) if printing else None,
        printed_office=scope.of_register(printing.office.name) if printing and printing.office else None,
        published=" ".join(filter(None, (in_words.day(at.day, language), at.time))) if (at := document.published) else "",
        issuers=scope.bodies(document.issuers),
        signatories=scope.bodies(document.signatories),
        signatories_missing=scope.maybe(document.signatories_missing),
        addressees=scope.say(to.text),
        addressee_bodies=scope.names(to.bodies),
        addressee_others=scope.names(to.others),
        addressee_scope=scope.say(to.scope),
        basis=tuple(BasisView(scope.say(b.title), scope.maybe(b.issuer), b.number) for b in document.basis),
        theme=scope.say(campaign.theme.text),
        theme_printed=campaign.theme.printed,
        period=period_of(scope, campaign),
        period_source=campaign.period_source,
        aims=scope.markdown(campaign.aims),
        relation=scope.say(hosting.relation),
        hosting_source=hosting.source,
        hosts=scope.bodies(hosting.hosts),
        printed_count=hosting.printed_count,
        committee=_committee(scope, campaign),
        local=DutyView(scope.say(local.scope), scope.say(local.duty)) if local else None,
        phases=tuple(phase_view(scope, phase) for phase in campaign.phases),
        cards=tuple(
            (made, activity.source, activity.credit)
            for made, activity in zip(cards_of(scope, campaign), campaign.activities, strict=True)
        ),
        others=others(scope, campaign),
        groups=tuple((scope.say(group.name), group.source) for group in campaign.groups),
        clauses=tuple((clause.source, paragraphs(clause.text)) for clause in campaign.clauses),
        url=document.url,
        attachments=attachments.views(scope, campaign.attachments),
        requirements=tuple(_requirement(scope, each) for each in campaign.requirements),
        platforms=tuple(platform(scope, each) for each in campaign.platforms),
        notes=_notes(scope, campaign) if campaign.show_notes and document is not NO_DOCUMENT else (),
    )
