"""For the press: a campaign's numbers with their source, whom to ask, pictures, files, a frame to embed."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import escape

from ..core import urls
from ..core.language import LANGUAGES, NAMES, Text
from ..model.activity import Activity, Part
from ..model.campaign import Campaign
from ..model.organisations import Organisation
from .activity import attachments, title_of
from .formats import of_campaign
from .lines import ContactLine, contact_line, helpline
from .scope import BodyLink, Said, Scope
from .share_cards import SQUARE, WIDE

Number = tuple[Text | str, str, str, str]
"""What a number of the plan counts, the number, its clause, and where on the site it is told."""


def view(scope: Scope, campaign: Campaign) -> Said:
    """A campaign for the press; ``contacts_path`` is empty where the plan has no contacts."""
    language, id_ = scope.language, campaign.id
    attached = [*campaign.attachments, *(each for activity in campaign.activities for each in activity.attachments)]
    return scope.said(
        campaign,
        plan_path=urls.plan(language, id_),
        print_path=urls.programme(language, id_),
        numbers=tuple(_numbers(scope, campaign)),
        contacts=lines(scope, campaign),
        asked=_asked(scope, campaign),
        helpline=None if campaign.contacts else helpline(scope, campaign),
        contacts_path=urls.contacts(language, id_) if campaign.contacts else "",
        attachments=attachments(scope, attached),
        downloads=tuple(_downloads(scope, campaign)),
        pictures=tuple(_pictures(scope, campaign)),
        formats=of_campaign(scope, campaign),
        snippets=tuple(_snippets(scope, campaign)) if scope.settings.site_url else (),
    )


# --- the fact sheet ---------------------------------------------------------------------------


def _numbers(scope: Scope, campaign: Campaign) -> Iterator[Number]:
    """How many of what, in the order of the document; nothing is counted where a list stays open."""
    plan = urls.plan(scope.language, campaign.id)
    hosting = campaign.hosting
    if campaign.document.issuers:
        yield _counted(scope, "issuers", len(campaign.document.issuers.mentions), scope.t("press.head"), f"{plan}#document")
    if hosting.hosts and not hosting.hosts.is_open:
        yield _counted(scope, "hosts", len(hosting.hosts.mentions), hosting.source, f"{plan}#hosting")
    if campaign.phases:
        clauses = _between(scope, [phase.source for phase in campaign.phases])
        yield _counted(scope, "phases", len(campaign.phases), clauses, f"{plan}#period")
    clauses = _between(scope, [activity.source for activity in campaign.activities])
    yield _counted(scope, "activities", len(campaign.activities), clauses, f"{plan}#activities")
    for activity in campaign.activities:
        yield from _of_activity(scope, campaign, activity)
    if campaign.contacts is not None:
        lines, path = sum(bool(each.numbers) for each in campaign.contacts.contacts), urls.contacts(scope.language, campaign.id)
        yield _counted(scope, "contacts", lines, campaign.contacts.source, path)


def _counted(scope: Scope, key: str, number: int, clause: str, path: str) -> Number:
    return scope.t(f"press.number.{key}"), str(number), clause, path


def _between(scope: Scope, clauses: list[str]) -> str:
    """The clauses from the first to the last; nothing where the notice gives some of them no number."""
    if len(clauses) == 1 or "" in clauses:
        return "" if "" in clauses else clauses[0]
    return scope.t("press.clauses", first=clauses[0], last=clauses[-1])


def _of_activity(scope: Scope, campaign: Campaign, activity: Activity) -> Iterator[Number]:
    """Printed counts (40 家 bases), and the tracks of its contests."""
    path = urls.activity(scope.language, campaign.id, activity.id)
    for count in activity.counts:
        number = scope.t("count.of", number=count.number, unit=count.unit)
        yield scope.say(count.what), number, activity.source, path
    for part in activity.parts:
        if tracks := _tracks(part):
            what = scope.t("press.number.tracks", name=scope.say(part.name).plain)
            yield what, str(tracks), activity.source, f"{path}#{urls.anchor('part', part.id)}"


def _tracks(part: Part) -> int:
    if part.tracks_printed is not None:
        return part.tracks_printed
    return 0 if part.tracks.is_open else len(part.tracks.items)


# --- whom to ask, what to take ----------------------------------------------------------------


def contact_body(campaign: Campaign) -> Organisation | None:
    """Whom to ask: the body that does the committee's daily work; else the first issuer, or the first host."""
    committee = campaign.hosting.committee
    if committee and committee.office:
        return committee.office.body.organisation
    named = (*campaign.document.issuers.organisations, *campaign.hosting.bodies)
    return named[0] if named else None


def lines(scope: Scope, campaign: Campaign) -> tuple[ContactLine, ...]:
    """The line of the body to ask, where the plan has it."""
    body = contact_body(campaign)
    contact = campaign.contacts.line_of(body) if campaign.contacts and body else None
    return (contact_line(scope, campaign, contact),) if contact else ()


def _asked(scope: Scope, campaign: Campaign) -> tuple[BodyLink, str | None] | None:
    """The body to ask and its website, where the plan has no contacts."""
    body = None if campaign.contacts else contact_body(campaign)
    return (scope.body(body), body.url) if body else None


def _downloads(scope: Scope, campaign: Campaign) -> Iterator[Said]:
    for links in (campaign.links, *(activity.links for activity in campaign.activities)):
        for link in links:
            if link.kind == "download":
                yield scope.said(link)


def _pictures(scope: Scope, campaign: Campaign) -> Iterator[tuple[str, str, int, int]]:
    """Share images: label, address, width and height in pixels."""
    for language in LANGUAGES:
        page, name = urls.campaign(language, campaign.id), NAMES[language]
        yield scope.t("press.picture.wide", language=name), urls.card(page), *WIDE
        yield scope.t("press.picture.square", language=name), urls.card(page, is_square=True), *SQUARE


# --- frames for other sites -------------------------------------------------------------------

FRAME_HEIGHT = 480
"""Enough for one activity; a longer page scrolls inside its frame."""


def _snippets(scope: Scope, campaign: Campaign) -> Iterator[tuple[Text, str, str]]:
    """What another site copies to show the campaign or an activity in a frame: name, address, HTML."""
    name = scope.say(campaign.name)
    yield _snippet(scope, name, urls.embed(scope.language, campaign.id))
    for activity in campaign.activities:
        yield _snippet(scope, title_of(scope, activity), urls.embed(scope.language, campaign.id, activity.id))


def _snippet(scope: Scope, name: Text, path: str) -> tuple[Text, str, str]:
    address = scope.settings.absolute(path)
    html = (
        f'<iframe src="{escape(address)}" title="{escape(name.plain)}" '
        f'width="100%" height="{FRAME_HEIGHT}" loading="lazy"></iframe>'
    )
    return name, path, html
