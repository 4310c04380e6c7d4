"""What a page offers besides reading: a calendar, tables, data, address cards, news of changes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from ..core import urls
from ..core.dates import in_words
from ..model import calendar_items
from ..model.activity import Activity
from ..model.calendar_items import Item
from ..model.campaign import Campaign
from ..model.organisations import Organisation
from .scope import Scope

ATOM, CSV, ICS, JSON, VCARD = (
    "application/atom+xml", "text/csv", "text/calendar", "application/json", "text/vcard",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class FormatLink:
    """A file with its words; ``media`` is its media type (RFC 6838)."""

    label: str
    path: str
    media: str


@dataclass(frozen=True, slots=True)
class Formats:
    """``about`` and ``left_out`` say what the calendar cannot say exactly, or not at all; else empty."""

    links: tuple[FormatLink, ...]
    about: str
    left_out: str


def of_activity(scope: Scope, campaign: Campaign, activity: Activity) -> Formats:
    items = tuple(calendar_items.with_sessions(campaign, activity))
    page = urls.activity(scope.language, campaign.id, activity.id)
    found = _formats(scope, items, [*_calendar(scope, items, page, "activity"), _news(scope, campaign)])
    return found if calendar_items.is_any_held(items) else replace(found, left_out=scope.t("formats.no_days"))


def of_campaign(scope: Scope, campaign: Campaign) -> Formats:
    items = tuple(calendar_items.of_campaign(campaign))
    calendar = _calendar(scope, items, urls.campaign(scope.language, campaign.id), "campaign")
    return _formats(scope, items, [*calendar, *_data(scope, campaign)])


def of_plan(scope: Scope, campaign: Campaign) -> Formats:
    """The same without the calendar: the document is read for what it says, not for its days."""
    schema = _link(scope, "schema", urls.data("schema"), "application/schema+json")
    return _formats(scope, (), [*_data(scope, campaign), schema])


def of_body(scope: Scope, body: Organisation) -> Formats:
    items = tuple(calendar_items.of_body(scope.data.plan.campaigns_naming(body.region), body))
    calendar = _calendar(scope, items, urls.organisation(scope.language, body.id), "body")
    data = _link(scope, "organisations", urls.data("organisations"), JSON)
    return _formats(scope, items, [*calendar, data])


def _formats(scope: Scope, items: tuple[Item, ...], links: list[FormatLink]) -> Formats:
    is_about = any(item.is_about for item in calendar_items.held(items))
    return Formats(tuple(links), scope.t("formats.about") if is_about else "", left_out(scope, items))


def _link(scope: Scope, key: str, path: str, media: str) -> FormatLink:
    return FormatLink(scope.t(f"formats.{key}"), path, media)


def _calendar(scope: Scope, items: Iterable[Item], page: str, kind: str) -> list[FormatLink]:
    """The calendar of a page, where something can stand in it."""
    if not calendar_items.is_any_held(items):
        return []
    return [_link(scope, f"calendar.{kind}", urls.calendar(page), ICS)]


def _news(scope: Scope, campaign: Campaign) -> FormatLink:
    return _link(scope, "feed", urls.feed(urls.campaign(scope.language, campaign.id)), ATOM)


def _data(scope: Scope, campaign: Campaign) -> list[FormatLink]:
    """The campaign's tables, data and feed."""
    language, id_ = scope.language, campaign.id
    links = [_link(scope, "activities", urls.table(language, id_, "activities"), CSV)]
    if campaign.has_sessions:
        links.append(_link(scope, "sessions", urls.table(language, id_, "sessions"), CSV))
    if campaign.contacts is not None:
        links.append(_link(scope, "contacts", urls.table(language, id_, "contacts"), CSV))
        links.append(_link(scope, "vcards", urls.vcards(id_), VCARD))
    links.append(_link(scope, "data", urls.data(id_), JSON))
    return [*links, _news(scope, campaign)]


# --- what a calendar cannot say ---------------------------------------------------------------


def left_out(scope: Scope, items: Iterable[Item]) -> str:
    """What the calendar leaves out because the plan gives it no first and last day; else empty."""
    named = [_with_time(scope.of_campaign(item.campaign), item) for item in calendar_items.left_out(items)]
    return scope.t("calendar.left_out", titles=scope.apart(named)) if named else ""


def _with_time(scope: Scope, item: Item) -> str:
    said = scope.t(f"calendar.{item.status}", title=title(scope, item)) if item.status else title(scope, item)
    if item.when is None:
        return said + scope.t("brackets", text=scope.t("when.elsewhere")) if item.sessions else said
    return said + scope.t("brackets", text=in_words.when(item.when.date, scope.language))


def title(scope: Scope, item: Item) -> str:
    """What an item is called where it stands alone: a part or a session after its activity, a phase after its campaign."""
    if item.activity is None:
        campaign = scope.say(item.campaign.name).plain
        if item.phase is None:
            return campaign
        return scope.t("calendar.part", whole=campaign, part=scope.say(item.phase.name).plain)
    activity = scope.say(item.activity.title).plain
    if item.deadline is not None:
        kind = "calendar.opens" if item.deadline.opens else "calendar.deadline"
        return scope.t(kind, whole=activity, what=scope.say(item.deadline.what).plain)
    own = item.part.name if item.part else item.session.title if item.session else None
    part = scope.say(own).plain if own else activity
    return scope.t("calendar.part", whole=activity, part=part) if part != activity else activity
