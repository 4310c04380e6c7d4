"""What search engines read in a page (JSON-LD with schema.org's words).

A campaign is a series of events. An activity is an Event only where the plan names its first and
last day for certain; a fuzzy one says nothing, for the words know no other dates than exact ones.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from ...core import urls
from ...core.dates.fuzzy import FuzzyDate, Repeat, Slot
from ...core.dates.names import WEEKDAYS
from ...core.dates.points import Hours, Point
from ...loading.translations import Interface
from ...model import file_kinds, uids
from ...model.activity import Activity, Attachment, Session
from ...model.attendance import Attendance
from ...model.campaign import Campaign
from ...model.choices import CALLED_OFF
from ...model.contacts import Contact
from ...model.organisations import BodyList, Organisation
from ...model.phones import dial
from ...model.when import When
from ...views import edition, sessions
from ...views.page import Page
from ...views.scope import Scope

Node = dict[str, Any]

TYPES = {
    "party": "GovernmentOrganization",
    "government": "GovernmentOrganization",
    "central": "GovernmentOrganization",
    "mass": "Organization",
    "party_school": "EducationalOrganization",
    "university": "CollegeOrUniversity",
    "school": "School",
    "library": "Library",
    "museum": "Museum",
    "hospital": "Hospital",
    "company": "Corporation",
    "charity": "NGO",
    "academy": "ResearchOrganization",
    "media": "NewsMediaOrganization",
}
"""Kinds of bodies in schema.org's words; offices of the party run this as offices of government do."""

_ENDING = re.compile("[<>&\u2028\u2029]")
_STATUS = {None: "EventScheduled", "cancelled": "EventCancelled", "postponed": "EventPostponed"}
_FORM = {
    "online": "OnlineEventAttendanceMode",
    "onsite": "OfflineEventAttendanceMode",
    "both": "MixedEventAttendanceMode",
}


def script(nodes: Iterable[Node]) -> Markup:
    """The content of the script element that carries the data; empty where there is nothing to say.

    An element of this kind ends at ``</script>`` whatever stands around it (HTML, 4.12.1.3), so no
    ``<`` is left in it; ``>`` and ``&`` go the same way for readers that decode entities.
    """
    graph = list(nodes)
    if not graph:
        return Markup()
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False)
    text = _ENDING.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
    return Markup(text)  # noqa: S704 - no character is left that could end the element


def address(page: Page, path: str) -> str:
    """A full address where the site knows its own, else one relative to the page."""
    if page.canonical:
        return page.canonical.removesuffix(page.path) + path
    return page.root + path


# --- where a page stands ----------------------------------------------------------------------


def breadcrumbs(page: Page, t: Interface) -> Node:
    """The way from the home page to this one."""
    crumbs = {page.home: page.site_name or t("nav.home")}
    if page.campaign:
        crumbs[page.campaign.path] = page.campaign.name.plain
    elif page.path.startswith(bodies := urls.organisations(page.language)):
        crumbs[bodies] = t("organisations.title")
    crumbs.setdefault(page.path, _own_name(page))
    items = [
        {"@type": "ListItem", "position": position, "name": name, "item": address(page, path)}
        for position, (path, name) in enumerate(crumbs.items(), 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def _own_name(page: Page) -> str:
    """The page's title without the names of what it belongs to."""
    name = page.title.removesuffix(f" – {page.site_name}")
    if page.campaign:
        return name.removesuffix(f" – {page.campaign.name.plain}")
    return name.partition(" – ")[0]  # a body's page names its region after the dash


# --- what a page is about ---------------------------------------------------------------------


def campaign(page: Page, scope: Scope, record: Campaign) -> Node:
    """The campaign as a series; its days only where the plan knows them for certain."""
    node = _series(page, scope, record)
    node["description"] = scope.say(record.summary).plain
    node |= _days(scope.say(record.name).plain, record.window)
    node["organizer"] = _bodies(page, scope, record.hosting.organise or record.hosting.hosts)
    node |= _subject_of(page, scope, record.attachments)
    if whole := edition.whole(scope, record):
        node["superEvent"] = _series(page, scope.of_campaign(whole), whole)
    elif record.parent is not None and record.parent.name:
        node["superEvent"] = {"@type": "EventSeries", "name": scope.say(record.parent.name).plain}
    return node


def activity(page: Page, scope: Scope, record: Activity, of: Campaign) -> Node | None:
    """An Event; where a day of it is fuzzy, open or only proposed a series of its sessions, or None where these have no days either."""
    held, name = _sessions(page, scope, record), scope.say(record.title).plain
    when = record.time if record.when else None
    is_event = when is not None and _is_known(when.date)
    if not (held or is_event):
        return None
    node: Node = {
        "@type": "Event" if is_event else "EventSeries",
        "@id": uids.activity(of, record),
        "name": name,
        "description": scope.say(record.summary).plain,
        "url": address(page, urls.activity(scope.language, of.id, record.id)),
    }
    if when is not None and is_event:
        days = _days(name, when.date)
        if record.on and record.others:  # which leave a rule of its own as it is
            days = {**_days(name, record.on.date), **{key: value for key, value in days.items() if key != "subEvent"}}
        node |= {**days, **_status(record.state, when)}
        if record.form:
            node["eventAttendanceMode"] = f"https://schema.org/{_FORM[record.form]}"
        node |= _organizer(page, scope, record)
        if places := [{"@type": "Place", "name": scope.say(each).plain} for each in record.places.items]:
            node["location"] = places if len(places) > 1 else places[0]
    if held:
        own = record.rest.date if record.rest and is_event and not record.rest.date.repeat else None
        apart = (own.slots if record.others else own.dates) if own else ()
        node["subEvent"] = [*(_event(name, slot) for slot in apart), *held]
    node |= _subject_of(page, scope, record.attachments)
    return {**node, **(attendance(record) if is_event else {}), "superEvent": _series(page, scope, of)}


def _organizer(page: Page, scope: Scope, record: Activity) -> Node:
    """Who runs it; who only guides, assists or backs it, or shares the work, organises nothing."""
    role, bodies = record.run_by
    runs = role not in ("", "support", "guide", "assist", "back") and not bodies.everyone
    return {"organizer": _bodies(page, scope, bodies)} if runs else {}


def _subject_of(page: Page, scope: Scope, attachments: Iterable[Attachment]) -> Node:
    """Files about it, for readers to download."""
    files = [
        {
            "@type": "MediaObject",
            "name": scope.say(each.title).plain,
            "contentUrl": address(page, each.address),
            "encodingFormat": each.media,
            "contentSize": file_kinds.in_words(each.size),
        }
        for each in attachments
    ]
    return {"subjectOf": files} if files else {}


MOST_SESSIONS = 50
"""Sessions that a page tells search engines of."""


def _sessions(page: Page, scope: Scope, record: Activity) -> list[Node]:
    """The sessions that are certain to the day, with their place."""
    known = [each for each in record.complete if _is_known(each.when.date) and each.when.date.slots]
    return [_session(page, scope, record, each) for each in known[:MOST_SESSIONS]]


def _status(status: str | None, when: When) -> Node:
    """What became of it; with the beginning that was announced where it was changed. A full or moved one takes place."""
    if status in CALLED_OFF or not when.was:
        return {"eventStatus": f"https://schema.org/{_STATUS.get(status, _STATUS[None])}"}
    node: Node = {"eventStatus": "https://schema.org/EventRescheduled"}
    if when.before and when.before.slots:
        node["previousStartDate"] = _iso(when.before.slots[0][0])
    return node


def _session(page: Page, scope: Scope, record: Activity, session: Session) -> Node:
    name = scope.say(session.title or record.title).plain
    node: Node = {
        "@type": "Event",
        "name": name,
        **_days(name, session.when.date),
        **_status(session.status, session.when),
        **attendance(session),
    }
    if session.host:
        node["organizer"] = _bodies(page, scope, session.host)
    if said := sessions.where(scope, session):
        place: Node = {"@type": "Place", "name": said[0]}
        if said[1:]:
            place["address"] = ", ".join(said[1:])
        if session.venue and session.venue.point:
            point = session.venue.point
            place["geo"] = {"@type": "GeoCoordinates", "latitude": point.latitude, "longitude": point.longitude}
        node["location"] = place
    return node


def attendance(record: Activity | Session) -> Node:
    """What an Event says about booking, cost, places and languages; schema.org has no word for its access."""
    node: Node = {"isAccessibleForFree": True} if record.is_free else {}
    if record.capacity:
        node["maximumAttendeeCapacity"] = record.capacity
    if record.languages:
        node["inLanguage"] = list(record.languages)
    if record.booking and record.booking.url and record.status not in CALLED_OFF:
        node["offers"] = {"@type": "Offer", "url": record.booking.url} | _offer(record)
    return node


def _offer(record: Attendance) -> Node:
    """Its price where there is none to pay, and until when where that is known to the day."""
    node: Node = {"price": "0", "priceCurrency": "CNY"} if record.is_free else {}
    until = record.booking.until if record.booking else None
    if until and until.date.end and until.date.is_exact:
        node["availabilityEnds"] = _iso(until.date.end)
    return node


def organisation(page: Page, scope: Scope, body: Organisation, editions: Iterable[Campaign]) -> Node:
    """A body, with its line from the newest edition that publishes one; ``editions`` newest first."""
    node = _body(page, scope, body)
    if body.url:
        node["sameAs"] = body.url
    short = scope.short(body).plain
    if short != node["name"]:
        node["alternateName"] = short
    lines = (edition.contacts.line_of(body) for edition in editions if edition.contacts)
    line = next((line for line in lines if line is not None), None)
    if line is not None:
        node["contactPoint"] = _contact_point(line)
    return node


def _contact_point(line: Contact) -> Node:
    """The first number of a line, its fax and its mailbox, where it has them."""
    said = {"telephone": line.dial, "faxNumber": dial(line.fax or ""), "email": line.email}
    return {"@type": "ContactPoint", **{key: value for key, value in said.items() if value}}


def _series(page: Page, scope: Scope, record: Campaign) -> Node:
    return {
        "@type": "EventSeries",
        "@id": uids.campaign(record),
        "name": scope.say(record.name).plain,
        "url": address(page, urls.campaign(scope.language, record.id)),
    }


def _is_known(when: FuzzyDate) -> bool:
    """Day for day, and not only proposed (拟, 暂定)."""
    return when.is_exact and not when.tentative


def _days(name: str, when: FuzzyDate) -> Node:
    if not _is_known(when):
        return {}
    slots = when.slots
    if len(slots) == 1:
        return _between(slots[0])
    (first, _), (last, end) = slots[0], slots[-1]
    node: Node = {"startDate": _iso(first), "endDate": last.earliest.isoformat() if last == end else _iso(end)}
    if when.repeat and -1 not in when.repeat.weeks_of_month:  # the last of a month is nothing that a Schedule can say
        schedules = [_schedule(when, rule, hours) for rule in when.repeat.rules for hours in rule.hours or (Hours(),)]
        node["eventSchedule"] = schedules if len(schedules) > 1 else schedules[0]
    else:
        node["subEvent"] = [_event(name, slot) for slot in slots]
    return node


def _event(name: str, slot: Slot) -> Node:
    return {"@type": "Event", "name": name, **_between(slot)}


def _between(slot: Slot) -> Node:
    """First and last day, with hours where they are printed; no end where only an hour of beginning is."""
    start, end = slot
    node: Node = {"startDate": _iso(start)}
    if start != end or start.moment is None:
        node["endDate"] = _iso(end)
    return node


def _iso(point: Point) -> str:
    return f"{point.moment.isoformat()}+08:00" if point.moment else point.earliest.isoformat()


def _schedule(when: FuzzyDate, repeat: Repeat, hours: Hours) -> Node:
    """How it repeats (schema.org's Schedule): by days of the week or of the month, or daily, without the dates left out."""
    first, last = when.dates[0][0], when.dates[-1][1]
    node: Node = {
        "@type": "Schedule",
        "repeatFrequency": "P1M" if repeat.monthdays or repeat.weeks_of_month else f"P{repeat.weeks}W" if repeat.weekdays else "P1D",
        "startDate": first.earliest.isoformat(),
        "endDate": last.earliest.isoformat(),
        "scheduleTimezone": "Asia/Shanghai",
    }
    if repeat.weekdays:
        node["byDay"] = [f"https://schema.org/{WEEKDAYS[day]}" for day in repeat.weekdays]
    if repeat.monthdays:
        node["byMonthDay"] = list(repeat.monthdays)
    if repeat.weeks_of_month:
        node["byMonthWeek"] = list(repeat.weeks_of_month)
    for name, minute in (("startTime", hours.at), ("endTime", hours.to)):
        if minute is not None and not when.about:
            node[name] = f"{minute // 60 % 24:02}:{minute % 60:02}:00"
    if repeat.without:
        node["exceptDate"] = [day.isoformat() for day in repeat.without]
    return node


def _bodies(page: Page, scope: Scope, bodies: BodyList) -> list[Node]:
    return [_body(page, scope, body) for body in bodies.organisations]


def _body(page: Page, scope: Scope, body: Organisation) -> Node:
    return {
        "@type": TYPES.get(body.kind, "Organization"),
        "@id": uids.organisation(body),
        "name": scope.full(body).plain,
        "url": address(page, urls.organisation(scope.language, body.id)),
    }
