"""One activity: as a card in a list, and as a page of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..core import urls
from ..core.dates import in_words
from ..core.language import DEFAULT, Text
from ..core.record import quick
from ..model.campaign import Activity, Campaign, Contact, Named, Part, Platform, Results, Update
from .safe_markdown import Html
from .scope import Bodies, BodyLink, Listing, Scope, Time


@dataclass(frozen=True, slots=True)
class Tag:
    """A code of the data with its words: an audience, a form, a kind."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Card:
    """An activity in a list. ``bodies``, ``audiences`` and ``form`` carry the codes for filters."""

    id: str
    number: int
    title: Text
    summary: Text
    path: str
    anchor: str
    formerly: tuple[str, ...]
    kind: Tag
    audiences: tuple[Tag, ...]
    form: Tag | None
    when: Time | None
    phase: Text | None
    phase_id: str
    occasions: Listing
    lead: Bodies
    support: Bodies


@quick
@dataclass(frozen=True, slots=True)
class PartView:
    """A named piece of an activity, such as a contest or a course."""

    id: str
    anchor: str
    formerly: tuple[str, ...]
    name: Text
    kind: Tag | None
    when: Time | None
    order: int | None
    edition: str
    parent: Text | None
    tracks: Listing
    form: Tag | None
    summary: Text | None
    note: Text | None


@dataclass(frozen=True, slots=True)
class PlatformView:
    """A site or an app, with its printed address where the notice gives one."""

    name: Text
    url: str | None
    label: str
    summary: Text | None
    source: str


@dataclass(frozen=True, slots=True)
class CountView:
    number: int
    unit: str
    what: Text


@dataclass(frozen=True, slots=True)
class SlipView:
    printed: str
    means: str | None
    note: Text


@dataclass(frozen=True, slots=True)
class UpdateView:
    """A change in words with its permanent fragment."""

    anchor: str
    on: str
    day: str
    text: Text
    material: bool


@dataclass(frozen=True, slots=True)
class LinkView:
    kind: Tag
    title: Text
    url: str


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A body's line; ``person`` is empty where names are not (or no longer) published."""

    body: BodyLink
    phone: str
    dial: str
    person: str
    vcard: str


@quick
@dataclass(frozen=True, slots=True)
class ActivityView:
    """Everything the page of one activity shows."""

    card: Card
    original: str
    title_printed: str | None
    description: Html
    audience_printed: Text | None
    occasions: Listing
    roles: tuple[tuple[str, Bodies], ...]
    credit: str
    open_to_public: bool | None
    joining: Text | None
    parts: tuple[PartView, ...]
    parts_open: bool
    platforms: tuple[PlatformView, ...]
    platforms_open: bool
    lists: tuple[tuple[str, Listing], ...]
    counts: tuple[CountView, ...]
    slips: tuple[SlipView, ...]
    links: tuple[LinkView, ...]
    updates: tuple[UpdateView, ...]
    status: str
    results: ResultsView | None
    contacts: tuple[ContactLine, ...]
    source: str
    source_path: str
    short_address: str
    short_path: str
    document_number: str
    document_title: Text
    signed: str
    previous: Card | None
    following: Card | None
    untranslated: bool
    outdated: bool


def tag(scope: Scope, group: str, code: str) -> Tag:
    return Tag(code, scope.t(f"{group}.{code}"))


def card(scope: Scope, campaign: Campaign, activity: Activity) -> Card:
    return scope.once(("card", activity.id), lambda: _card(scope, campaign, activity))


def _card(scope: Scope, campaign: Campaign, activity: Activity) -> Card:
    phase = campaign.phase(activity.phase)
    return Card(
        id=activity.id,
        number=activity.number,
        title=scope.say(activity.title),
        summary=scope.say(activity.summary),
        path=urls.activity(scope.language, campaign.id, activity.id),
        anchor=urls.anchor("activity", activity.id),
        formerly=urls.anchors("activity", activity.formerly),
        kind=tag(scope, "kind", activity.kind),
        audiences=tuple(tag(scope, "audience", code) for code in activity.audiences),
        form=tag(scope, "form", activity.form) if activity.form else None,
        when=scope.time(activity.when),
        phase=scope.say(phase.name) if phase else None,
        phase_id=phase.id if phase else "",
        occasions=scope.names(activity.occasions),
        lead=scope.bodies(activity.lead),
        support=scope.bodies(activity.support),
    )


def _part(scope: Scope, part: Part) -> PartView:
    return PartView(
        id=part.id,
        anchor=urls.anchor("part", part.id),
        formerly=urls.anchors("part", part.formerly),
        name=scope.say(part.name),
        kind=tag(scope, "kind", part.kind) if part.kind else None,
        when=scope.time(part.when),
        order=part.order,
        edition=scope.t("part.edition", count=part.edition) if part.edition else "",
        parent=scope.maybe(part.parent),
        tracks=scope.names(part.tracks),
        form=tag(scope, "form", part.form) if part.form else None,
        summary=scope.maybe(part.summary),
        note=scope.maybe(part.note),
    )


def platform(scope: Scope, platform: Platform | Named) -> PlatformView:
    return PlatformView(
        scope.say(platform.name),
        platform.url,
        platform.label or platform.url or "",
        scope.maybe(platform.summary),
        platform.source or "",
    )


def updates(scope: Scope, listed: Sequence[Update]) -> tuple[UpdateView, ...]:
    """Changes in words, the newest first, each with its permanent fragment."""
    anchors = urls.update_anchors(update.on for update in listed)
    return tuple(
        UpdateView(anchor, u.on.isoformat(), in_words.day(u.on, scope.language), scope.say(u.text), u.material)
        for anchor, u in zip(anchors, listed, strict=True)
    )


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure of what was achieved, with how it was counted and by whom."""

    what: Text
    number: str
    unit: str
    definition: Text
    source: Text
    url: str | None


@dataclass(frozen=True, slots=True)
class ResultsView:
    """What happened; the page is now a record."""

    day: str
    on: str
    text: Html
    figures: tuple[FigureView, ...]


def results(scope: Scope, found: Results | None) -> ResultsView | None:
    if found is None:
        return None
    figures = tuple(
        FigureView(
            scope.say(f.what),
            f"{f.number:,}",
            f.unit,
            scope.say(f.definition),
            scope.say(f.source),
            f.url,
        )
        for f in found.figures
    )
    day = in_words.day(found.on, scope.language)
    return ResultsView(day, found.on.isoformat(), scope.markdown(found.text), figures)


def contact_line(scope: Scope, campaign: Campaign, contact: Contact) -> ContactLine:
    organisation = contact.body.organisation
    return ContactLine(
        scope.mention(contact.body),
        in_words.phone(contact.phone),
        contact.dial,
        contact.person or "",
        urls.vcard(organisation.id, campaign.id),
    )


def _contacts(scope: Scope, campaign: Campaign, activity: Activity) -> tuple[ContactLine, ...]:
    """Lines of the bodies that lead; of those that support, where nobody leads."""
    if campaign.contacts is None:
        return ()
    asked = activity.lead or activity.support
    found = (campaign.contacts.of(body) for body in asked.organisations)
    return tuple(contact_line(scope, campaign, contact) for contact in found if contact is not None)


LISTS = ("places", "venues", "services", "topics", "reach", "materials")


def view(scope: Scope, campaign: Campaign, index: int) -> ActivityView:
    """The page of the activity at ``index`` in its campaign."""
    activities = campaign.activities
    activity = activities[index]
    named = ((name, scope.names(getattr(activity, name))) for name in LISTS)
    description = scope.markdown(activity.description)
    title = scope.say(activity.title)
    short = urls.short(scope.language, activity.code) if activity.code else ""
    return ActivityView(
        card=card(scope, campaign, activity),
        original=activity.title.text if scope.language != DEFAULT else "",
        title_printed=activity.title_printed,
        description=description,
        audience_printed=scope.maybe(activity.audience_printed),
        occasions=scope.names(activity.occasions),
        roles=tuple((role, scope.bodies(bodies)) for role, bodies in activity.roles.items()),
        credit=activity.credit,
        open_to_public=activity.open_to_public,
        joining=scope.maybe(activity.joining),
        parts=tuple(_part(scope, part) for part in activity.parts),
        parts_open=activity.parts_open,
        platforms=tuple(platform(scope, each) for each in activity.platforms),
        platforms_open=activity.platforms_open,
        lists=tuple((name, listing) for name, listing in named if listing),
        counts=tuple(CountView(c.number, c.unit, scope.say(c.what)) for c in activity.counts),
        slips=tuple(SlipView(c.printed, c.means, scope.say(c.note)) for c in activity.corrections),
        links=tuple(LinkView(tag(scope, "link", x.kind), scope.say(x.title), x.url) for x in activity.links),
        updates=updates(scope, activity.updates),
        status=scope.t(f"status.{activity.status}") if activity.status else "",
        results=results(scope, activity.results),
        contacts=_contacts(scope, campaign, activity),
        source=activity.source,
        source_path=f"{urls.plan(scope.language, campaign.id)}#{urls.anchor('activity', activity.id)}",
        short_address=scope.settings.absolute(short) if short else "",
        short_path=short,
        document_number=campaign.document.number,
        document_title=scope.say(campaign.document.title),
        signed=in_words.day(campaign.document.signed, scope.language),
        previous=card(scope, campaign, activities[index - 1]) if index else None,
        following=card(scope, campaign, activities[index + 1]) if index + 1 < len(activities) else None,
        untranslated=any(text.is_foreign and not text.outdated for text in (title, description.source)),
        outdated=title.outdated or description.source.outdated,
    )
