"""Calendars (iCalendar, RFC 5545): one for each activity, each body and each campaign.

Every entry lasts whole days and blocks nobody's time: a campaign is an offer, no appointment. Where the
plan names no exact days the entry spans the outer bounds, says so in its title (（约） / about) and
carries the printed words. No clock
is asked: an entry was last changed when its last update was written, else when the notice was
signed. Bringing out an update raises the number (SEQUENCE) by which calendars see that it is newer.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, timedelta
from typing import TYPE_CHECKING

from ...core import urls
from ...core.dates import in_words
from ...core.language import Language
from ...model import calendar_items, uids
from ...model.calendar_items import Item
from ...model.campaign import Organisation
from ...views import formats
from ...views.scope import Scope
from ...views.site import Speaker

if TYPE_CHECKING:
    import icalendar

PRODUCER = "-//microsite//calendar 1.0//ZH"
_END = b"END:VCALENDAR\r\n"

Events = dict[str, bytes]
"""Finished entries by their permanent name: one entry stands in several calendars."""


def files(speaker: Speaker) -> Iterator[tuple[str, bytes]]:
    """Every calendar in one language; what no entry can be made of has no file."""
    events: Events = {}
    plan, language = speaker.base.data.plan, speaker.language
    for campaign in plan.campaigns:
        scope = speaker.campaign(campaign)
        title, items = scope.say(campaign.name).plain, tuple(calendar_items.of_campaign(campaign))
        yield from _file(speaker, urls.campaign(language, campaign.id), title, items, events)
        for activity in campaign.activities:
            path = urls.activity(language, campaign.id, activity.id)
            items = tuple(calendar_items.of_activity(campaign, activity))
            yield from _file(speaker, path, scope.say(activity.title).plain, items, events)
    for region in plan.regions.values():
        scope = speaker.region(region)
        for body in region.organisations:
            items = tuple(calendar_items.of_body(plan.campaigns_of(region.id), body))
            page = urls.organisation(language, body.id)
            yield from _file(speaker, page, title_of_body(scope, body), items, events)


def title_of_body(scope: Scope, body: Organisation) -> str:
    return scope.t("calendar.body", name=scope.of_register(body.short).plain)


def _file(
    speaker: Speaker, page: str, title: str, items: tuple[Item, ...], events: Events
) -> Iterator[tuple[str, bytes]]:
    held = calendar_items.held(items)
    if held:
        told = formats.left_out(speaker, items)
        content = frame(speaker, page, title, told).to_ical().removesuffix(_END)
        entries = (_entry(speaker, item, events) for item in held)
        yield urls.calendar(page), b"".join((content, *entries, _END))


def _entry(speaker: Speaker, item: Item, events: Events) -> bytes:
    if item.name not in events:
        events[item.name] = event(speaker.campaign(item.campaign), item).to_ical()
    return events[item.name]


def frame(speaker: Speaker, page: str, title: str, told: str) -> icalendar.Calendar:
    """A calendar without entries; names in it both by RFC 7986 and as calendars have long read them."""
    import icalendar  # noqa: PLC0415 - long to read, and not needed where nothing changed

    settings = speaker.base.settings
    calendar = icalendar.Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODUCER)
    calendar.add("calscale", "GREGORIAN")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, icalendar.vText(title))
    for name in ("description", "x-wr-caldesc") if told else ():
        calendar.add(name, icalendar.vText(told))
    calendar.add("refresh-interval", timedelta(days=1), parameters={"VALUE": "DURATION"})
    if settings.site_url:
        calendar.add("url", settings.absolute(page))
    return calendar


def event(scope: Scope, item: Item) -> icalendar.Event:
    """One entry; the item has both bounds (``agenda.held``)."""
    import icalendar  # noqa: PLC0415 - long to read, and not needed where nothing changed

    assert item.span is not None
    first, last = item.span
    changed = uids.moment(uids.last_change(item.campaign, item.updates)).astimezone(UTC)
    made = icalendar.Event()
    made.add("uid", item.name)
    made.add("dtstamp", changed)
    made.add("last-modified", changed)
    made.add("sequence", len(item.updates))
    made.add("summary", icalendar.vText(title(scope, item)))
    made.add("dtstart", first)
    made.add("dtend", _day_after(last))  # a calendar's end is the first day after
    made.add("description", icalendar.vText("\n".join(_description(scope, item))))
    made.add("transp", "TRANSPARENT")
    if status := _status(item):
        made.add("status", status)
    if scope.settings.site_url:
        made.add("url", scope.settings.absolute(_page(scope.language, item)))
    return made


def _day_after(day: date) -> date:
    return day + timedelta(days=1)


def _status(item: Item) -> str:
    if item.status == "cancelled":
        return "CANCELLED"
    return "TENTATIVE" if item.is_tentative or item.status == "postponed" else ""


def title(scope: Scope, item: Item) -> str:
    """The title with what a reader must see in a calendar's small box: cancelled, put off, about."""
    said = formats.title(scope, item)
    if item.is_about:
        said = scope.t("calendar.about", title=said)
    return scope.t(f"calendar.{item.status}", title=said) if item.status else said


def _description(scope: Scope, item: Item) -> Iterator[str]:
    """Lines below an entry: what it is, the printed time, who leads it, and where that is written."""
    record = item.part or item.activity or item.phase or item.campaign
    if record.summary is not None:
        yield scope.say(record.summary).plain
    assert item.when is not None
    yield scope.t("calendar.printed", printed=item.when.printed)
    if item.when.was:
        yield scope.t("calendar.changed", words=in_words.when(item.when.date, scope.language))
    if item.when.date.correction:
        yield scope.t("calendar.means", means=item.when.date.correction.means)
    if item.is_about:
        yield scope.t("calendar.bounds", words=in_words.when(item.when.date, scope.language))
    if item.activity is not None:
        yield from _who(scope, item)
    number, clause = item.campaign.document.number, _clause(item)
    yield scope.t("activity.source.clause", number=number, clause=clause)


def _who(scope: Scope, item: Item) -> Iterator[str]:
    lead = item.activity.lead if item.activity else None
    if lead:
        names = [scope.of_register(body.short).plain for body in lead.organisations]
        yield scope.t("role.lead") + scope.t("colon") + scope.listed(names, lead.is_open)


def _clause(item: Item) -> str:
    if item.activity is not None:
        return item.activity.source
    return item.phase.source if item.phase else item.campaign.period_source


def _page(language: Language, item: Item) -> str:
    campaign = item.campaign.id
    if item.activity is None:
        return urls.timeline(language, campaign) if item.phase else urls.campaign(language, campaign)
    page = urls.activity(language, campaign, item.activity.id)
    return f"{page}#{urls.anchor('part', item.part.id)}" if item.part else page
