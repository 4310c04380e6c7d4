"""Calendars (iCalendar, RFC 5545): one for each activity, each body and each campaign.

An entry has the hours of the plan (in the zone Asia/Shanghai), else it lasts whole days; it blocks nobody's time,
as a campaign is an offer, no appointment. Several dates have an entry each; what repeats is one entry with a rule,
but only where each of its dates is certain. Where the plan names no exact days the entry spans the outer bounds,
says so in its title (（约） / about) and carries the printed words. No clock is asked: an entry was last changed
when its last update was written, else when the notice was signed. Bringing out an update raises the number
(SEQUENCE) by which calendars see that it is newer.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import UTC, datetime, time, timedelta
from functools import cache, lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from ...core import urls
from ...core.dates import in_words, repeats
from ...core.dates.fuzzy import Repeat, Slot
from ...core.language import Language
from ...model import calendar_items, uids
from ...model.activity import Activity, Session
from ...model.calendar_items import Item
from ...model.choices import PART
from ...model.document import NO_DOCUMENT
from ...model.organisations import Organisation
from ...views import attendance, formats, sessions
from ...views.activity import card
from ...views.scope import Scope

CHINA = ZoneInfo("Asia/Shanghai")
PRODUCER = "-//microsite//calendar 1.0//ZH"

_MOST_BYTES = 74
"""Of a line, as the library counts them."""

Events = dict[tuple[str, int, bool], bytes]
"""Finished entries by their permanent name, which time they have and whether it is for sessions: one entry stands in several calendars.

Where an activity stands for its sessions, it has another time or title than beside them.
"""


def files(base: Scope, there: Container[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Every calendar in one language but those of activities whose folder is ``there``; what no entry can be made of has no file."""
    events: Events = {}
    plan, language = base.data.plan, base.language
    for campaign in plan.campaigns:
        scope = base.of_campaign(campaign)
        title, items = scope.say(campaign.name).plain, tuple(calendar_items.of_campaign(campaign))
        yield from _file(base, urls.campaign(language, campaign.id), title, items, events)
        for activity in campaign.activities:
            if urls.activity("zh", campaign.id, activity.id) in there:
                continue
            path = urls.activity(language, campaign.id, activity.id)
            items = tuple(calendar_items.with_sessions(campaign, activity))
            yield from _file(base, path, scope.say(activity.title).plain, items, events)
    for region in plan.regions.values():
        scope = base.of_region(region)
        for body in region.organisations:
            items = tuple(calendar_items.of_body(plan.campaigns_naming(region.id), body))
            page = urls.organisation(language, body.id)
            yield from _file(base, page, title_of_body(scope, body), items, events)


def title_of_body(scope: Scope, body: Organisation) -> str:
    return scope.t("calendar.body", name=scope.short(body).plain)


def _file(
    base: Scope, page: str, title: str, items: tuple[Item, ...], events: Events
) -> Iterator[tuple[str, bytes]]:
    held = calendar_items.held(items)
    if held:
        told = formats.left_out(base, items)
        zones = [zone()] if any(item.has_hours for item in held) else []
        yield urls.calendar(page), calendar(base, page, title, told, (*zones, *(_entry(base, item, events) for item in held)))


def _entry(base: Scope, item: Item, events: Events) -> bytes:
    key = item.name, id(item.when), item.stands_for_sessions
    if key not in events:
        events[key] = b"".join(entries(base.of_campaign(item.campaign), item))
    return events[key]


def written(name: str, value: Any, **parameters: str) -> bytes:
    """A property as the library writes it, which for folding counts the bytes of every character: slow with 10,000 sessions."""
    import icalendar  # noqa: PLC0415 - long to read, and not needed where nothing changed

    if isinstance(value, str) and name != "url":  # nothing but text, which needs no entry around it
        return folded(b"%b:%b" % (name.upper().encode(), icalendar.vText(value).to_ical())) + b"\r\n"
    made = icalendar.Event()
    made.add(name, value, parameters=parameters)
    return folded(made.content_line(name.upper(), made[name]).encode()) + b"\r\n"


_line = lru_cache(1000)(written)
"""Most lines of an entry are those of the one before it: with 10,000 sessions half of the time that calendars take."""


def folded(line: bytes, first: int = _MOST_BYTES, escapes: bytes = b"\\^") -> bytes:
    """A line in pieces of at most 74 bytes, cut between characters and never behind the sign of an escape (RFC 5545, 3.1).

    Address cards, which are folded in the same way, fill the ``first`` piece and know no such sign.
    """
    pieces, start, most = [], 0, first
    while len(line) - start > most:
        end = start + most
        while line[end] & 0xC0 == 0x80:  # within a character
            end -= 1
        end -= line[end - 1] in escapes
        pieces.append(line[start:end])
        start, most = end, _MOST_BYTES
    return b"\r\n ".join((*pieces, line[start:]))


def calendar(scope: Scope, page: str, title: str, told: str, parts: Iterable[bytes]) -> bytes:
    """A calendar of entries and the time zone; names in it both by RFC 7986 and as calendars have long read them."""
    lines = [_line("version", "2.0"), _line("prodid", PRODUCER), _line("calscale", "GREGORIAN")]
    lines += (written(name, told) for name in ("description", "x-wr-caldesc") if told)
    lines += (written(name, title) for name in ("name", "x-wr-calname"))
    lines.append(_line("refresh-interval", timedelta(days=1), VALUE="DURATION"))
    if scope.settings.site_url:
        lines.append(written("url", scope.settings.absolute(page)))
    return b"".join((b"BEGIN:VCALENDAR\r\n", *lines, *parts, b"END:VCALENDAR\r\n"))


@cache
def zone() -> bytes:
    """China's time since 1992, as calendars want it said (RFC 5545, 3.6.5)."""
    import icalendar  # noqa: PLC0415 - long to read, and not needed where nothing changed

    made, standard = icalendar.Timezone(), icalendar.TimezoneStandard()
    made.add("tzid", CHINA.key)
    standard.add("dtstart", datetime(1992, 1, 1))  # noqa: DTZ001 - local by definition
    standard.add("tzoffsetfrom", timedelta(hours=8))
    standard.add("tzoffsetto", timedelta(hours=8))
    standard.add("tzname", "CST")
    made.add_component(standard)
    return bytes(made.to_ical())


def entries(scope: Scope, item: Item) -> Iterator[bytes]:
    """The entries of something that has both bounds (``calendar_items.held``): one for each of several dates."""
    for number, slot in enumerate(item.slots, 1):
        lines = _lines(scope, item, item.name if number == 1 else f"{item.name}:{number}", slot)
        yield b"".join((b"BEGIN:VEVENT\r\n", *lines, b"END:VEVENT\r\n"))


def _lines(scope: Scope, item: Item, name: str, slot: Slot) -> Iterator[bytes]:
    """One entry, under its permanent name; its properties in the order in which the library writes them."""
    changed = uids.moment(uids.last_change(item.campaign, item.changes)).astimezone(UTC)
    yield _line("summary", title(scope, item))
    yield from _times(item, slot)
    yield _line("dtstamp", changed)
    yield written("uid", name)
    yield _line("sequence", len(item.changes))
    when = item.when.date if item.when else None
    for rule, dates in repeats.series(when) if when else ():
        if dates[0] == slot and len(dates) > 1:
            yield from _repeated(rule, dates)
    yield written("description", "\n".join(_description(scope, item)))
    venue = item.session.venue if item.session else None
    if venue and venue.point:
        yield written("geo", (venue.point.latitude, venue.point.longitude))
    yield _line("last-modified", changed)
    if where := _where(scope, item):
        yield written("location", (", " if scope.language == "en" else "，").join(where))
    if status := _status(item):
        yield _line("status", status)
    yield _line("transp", "TRANSPARENT")
    if scope.settings.site_url:
        yield _line("url", scope.settings.absolute(_page(scope.language, item)))


def _where(scope: Scope, item: Item) -> list[str]:
    """The place of a session or a part, or those that are printed of an activity."""
    if item.session or item.deadline or item.activity is None:
        return sessions.where(scope, item.session) if item.session else []
    if item.part and item.part.place:
        return [scope.say(item.part.place).plain]
    return [scope.say(each).plain for each in item.activity.places.items]


def _times(item: Item, slot: Slot) -> Iterator[bytes]:
    """The hours of an entry, or its whole days."""
    hours = None if item.is_about else calendar_items.hours(slot)
    if hours is None:
        yield _line("dtstart", slot[0].earliest)
        assert slot[1].latest is not None
        yield _line("dtend", slot[1].latest + timedelta(days=1))  # a calendar's end is the first day after
    else:
        begins, ends = hours
        if slot[0] == slot[1] and slot[0].at == 1440:  # 24:00 ends its day; an entry from there would stand on the next one
            begins, ends = begins - timedelta(minutes=1), begins
        yield _line("dtstart", begins.replace(tzinfo=CHINA))
        if ends:
            yield _line("dtend", ends.replace(tzinfo=CHINA))


def _repeated(repeat: Repeat, dates: Sequence[Slot]) -> Iterator[bytes]:
    """A rule from the first date to the last one, without those that the plan leaves out."""
    first, last = dates[0][0], dates[-1][0]
    monthly = repeat.monthdays or repeat.weeks_of_month
    rule: dict[str, Any] = {"freq": "monthly" if monthly else "weekly" if repeat.weekdays else "daily"}
    if repeat.weeks > 1:
        rule["interval"] = repeat.weeks
    if repeat.monthdays:
        rule["bymonthday"] = list(repeat.monthdays)
    # A rule ends with a moment in UTC where its entry has hours, else with a day (RFC 5545, 3.3.10).
    rule["until"] = last.moment.replace(tzinfo=CHINA).astimezone(UTC) if last.moment else last.earliest
    if repeat.weekdays:
        days = [("MO", "TU", "WE", "TH", "FR", "SA", "SU")[day] for day in repeat.weekdays]
        rule["byday"] = [f"{week}{day}" for week in repeat.weeks_of_month or ("",) for day in days]
    yield written("rrule", rule)
    without = [day for day in repeat.without if first.earliest < day < last.earliest]
    if without and first.at is not None:
        moments = [datetime.combine(day, time(), CHINA) + timedelta(minutes=first.at) for day in without]
        yield written("exdate", moments)
    elif without:
        yield written("exdate", without, VALUE="DATE")


def _status(item: Item) -> str:
    is_open = item.is_tentative or item.status == "postponed"
    return "CANCELLED" if item.status == "cancelled" else "TENTATIVE" if is_open else ""


def title(scope: Scope, item: Item) -> str:
    """The title with what a reader must see in a calendar's small box: cancelled, put off, about."""
    said = formats.title(scope, item)
    if item.due and not item.deadline:
        said = scope.t("calendar.last" if item.when and item.when.date.is_running else "calendar.due", title=said)
    if item.is_about or item.is_block:
        said = scope.t("calendar.about" if item.is_about else "calendar.block", title=said)
    return scope.t(f"calendar.{item.status}", title=said) if item.status else said


def _description(scope: Scope, item: Item) -> Iterator[str]:
    """Lines below an entry: what it is, the printed time, who leads it and shares it, and where that is written."""
    record = item.part or item.activity or item.phase or item.campaign
    if record.summary:
        yield scope.say(record.summary).plain
    assert item.when is not None
    words = in_words.when(item.when.date, scope.language)
    if item.when.printed and item.campaign.document is not NO_DOCUMENT:
        yield scope.t("calendar.printed", printed=item.when.printed)
    if item.activity and not item.when.date.text:
        words = card(scope, item.campaign, item.activity).when.words
        yield words
    if item.when.was:
        yield scope.t("calendar.changed", words=words)
    if item.when.date.correction:
        yield scope.t("calendar.means", means=item.when.date.correction.means)
    if item.session is not None:
        yield from _about_session(scope, item.session)
    if item.is_about:
        yield scope.t("calendar.bounds", words=words)
    if item.activity is not None:
        yield from _how(scope, item, item.activity)
        yield from _who(scope, item, item.activity)
    number = item.campaign.document.number
    if place := scope.clause(number, _clause(item)):
        yield place if number else scope.t("press.clause", clause=place)


def _about_session(scope: Scope, session: Session) -> Iterator[str]:
    if session.status in ("full", "moved"):
        yield scope.t(f"session.{session.status}")
    if session.note:
        yield scope.say(session.note).plain


def _how(scope: Scope, item: Item, activity: Activity) -> Iterator[str]:
    """How one takes part in a session, or in the activity itself: booking, cost, languages, access."""
    if item.part or item.deadline:
        return
    said = sessions.attended(scope, activity, activity.completed(item.session)) if item.session else attendance.view(scope, activity)
    yield from attendance.in_words(scope, said)


def _who(scope: Scope, item: Item, activity: Activity) -> Iterator[str]:
    """Who leads a part or holds a session, where it says so itself, else who has a role in its activity."""
    roles = activity.roles
    if item.part and item.part.lead:
        roles = {"lead": item.part.lead}
    elif item.session and item.session.host:
        roles = {"host": item.session.host}
    for role, bodies in roles.items():
        if role != PART:
            yield scope.t(f"role.{role}") + scope.t("colon") + scope.bodies_in_words(bodies)


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
