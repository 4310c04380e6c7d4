"""The activities, the sessions and the contacts of a campaign as tables (CSV, RFC 4180) that open in a spreadsheet.

A byte order mark makes Excel read the Chinese. A cell that a spreadsheet would take for a formula
gets an apostrophe in front (OWASP, CSV injection): what an editor typed must never run.
"""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import get_args

from ...core import urls
from ...core.dates import in_words
from ...model import phones
from ...model.activity import Activity
from ...model.campaign import Campaign
from ...model.choices import CALLED_OFF, Role
from ...model.contacts import Contact
from ...model.organisations import BodyList
from ...model.values import NameList
from ...model.when import When
from ...views import attendance
from ...views.activity import card, title_of
from ...views.attendance import AttendanceView, booking_in_words
from ...views.lines import number
from ...views.scope import Scope, Time
from ...views.sessions import attended, placed

Row = Sequence[str]

_DANGEROUS = tuple("=+-@\t\r\n＝＋－＠")
"""First characters that spreadsheets, also Chinese ones, take for the beginning of a formula."""

ACTIVITY_COLUMNS = (
    "number", "id", "title", "summary", "kind", "status", "when", "printed", "earliest", "latest",
    "phase", "occasions", "audience", "form", "open", "joining",
    *get_args(Role), "credit", "source", "document", "page", "attachments",
    "places", "venues", "booking", "cost", "capacity", "languages", "access",
)  # fmt: skip
SESSION_COLUMNS = (
    "number", "id", "title", "when", "printed", "earliest", "latest", "place", "address", "area", "host", "status", "note", "page",
    "booking", "cost", "capacity", "languages", "access", "session",
)  # fmt: skip
CONTACT_COLUMNS = ("body", "full_name", "phone", "person", "leads", "supports", "page", "fax", "email")


def files(base: Scope) -> Iterator[tuple[str, bytes]]:
    """The tables in one language; contacts only where the plan has them."""
    for campaign in base.data.plan.campaigns:
        scope = base.of_campaign(campaign)
        yield urls.table(scope.language, campaign.id, "activities"), activities(scope, campaign)
        if campaign.has_sessions:
            yield urls.table(scope.language, campaign.id, "sessions"), sessions(scope, campaign)
        if campaign.contacts is not None:
            yield urls.table(scope.language, campaign.id, "contacts"), contacts(scope, campaign)


def activities(scope: Scope, campaign: Campaign) -> bytes:
    return _table(scope, ACTIVITY_COLUMNS, (_activity(scope, campaign, a) for a in campaign.activities))


def sessions(scope: Scope, campaign: Campaign) -> bytes:
    """One line a session, under the number, if it has one, and the id of its activity; a repeat is one line."""
    return _table(scope, SESSION_COLUMNS, (row for a in campaign.activities for row in _sessions(scope, campaign, a)))


def contacts(scope: Scope, campaign: Campaign) -> bytes:
    """One line a body; a person only while the name is published."""
    return _table(scope, CONTACT_COLUMNS, (_contact(scope, campaign, line) for line in campaign.lines))


def _table(scope: Scope, columns: Row, rows: Iterable[Row]) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([scope.t(f"table.{column}") for column in columns])
    writer.writerows([cell and harmless(cell) for cell in row] for row in rows)
    return codecs.BOM_UTF8 + out.getvalue().encode()


def harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula, spaces in front or not.

    >>> harmless("=1+1"), harmless("+86 791 88912762"), harmless("8月中旬")
    ("'=1+1", "'+86 791 88912762", '8月中旬')
    """
    return f"'{cell}" if cell.lstrip(" \u3000").startswith(_DANGEROUS) else cell


def _activity(scope: Scope, campaign: Campaign, activity: Activity) -> Row:
    phase = campaign.phase(activity.phase)
    codes = {"kind": activity.kind, "status": activity.state, "form": activity.form}
    kind, status, form = (scope.t(f"{group}.{code}") if code else "" for group, code in codes.items())
    return (
        str(activity.number or ""),
        activity.id,
        title_of(scope, activity).plain,
        scope.say(activity.summary).plain,
        kind,
        status,
        *_time(scope, activity.time, card(scope, campaign, activity).when),
        scope.say(phase.name).plain if phase else "",
        _names(scope, activity.occasions),
        scope.listed(scope.t(f"audience.{code}") for code in activity.audiences),
        form,
        "" if activity.status in CALLED_OFF else _yes_no(scope, activity.open_to_public),
        scope.say(activity.joining).plain if activity.joining and activity.status not in CALLED_OFF else "",
        *(scope.bodies_in_words(activity.roles.get(role, BodyList())) for role in get_args(Role)),
        activity.credit,
        activity.source,
        campaign.document.number,
        _address(scope, urls.activity(scope.language, campaign.id, activity.id)),
        scope.apart(
            f"{scope.say(each.title)}{scope.t('brackets', text=_address(scope, each.address))}" for each in activity.attachments
        ),
        _names(scope, activity.places),
        _names(scope, activity.venues),
        *_attendance(scope, attendance.view(scope, activity)),
    )


def _sessions(scope: Scope, campaign: Campaign, activity: Activity) -> Iterator[Row]:
    of_activity = str(activity.number or ""), activity.id, title_of(scope, activity).plain
    page = _address(scope, urls.activity(scope.language, campaign.id, activity.id))
    for session in activity.complete:
        place, address = placed(scope, session)
        yield (
            *of_activity,
            *_time(scope, session.when),
            place.plain if place else "",
            address.plain if address else "",
            scope.of_register(session.town.name).plain if session.town else "",
            scope.bodies_in_words(session.host),
            scope.t(f"session.{session.status}") if session.status else "",
            scope.say(session.note).plain if session.note else "",
            page,
            *_attendance(scope, attended(scope, activity, session)),
            scope.say(session.title).plain if session.title else "",
        )


def _attendance(scope: Scope, said: AttendanceView) -> Row:
    """How one books, unless it is off or full, what it costs, how many can come, what is spoken, and what there is for whom."""
    room = str(said.capacity or said.capacity_note or "")
    booking = booking_in_words(scope, said.booking) if said.booking and not said.booking.is_off else ""
    return (booking, str(said.cost or ""), room, said.languages, said.access)


def _time(scope: Scope, given: When | None, said: Time | None = None) -> Row:
    """In words, as printed, and the outer bounds (under headings that say that they are bounds)."""
    if given is None:
        return ("", "", "", "")
    when = given.date
    words = said.words if said else in_words.when(when, scope.language)
    return (words, given.printed, _bound(when.earliest, when.begins), _bound(when.latest, when.ends))


def _bound(day: date | None, moment: datetime | None) -> str:
    """A day, with the hour where it is printed."""
    if moment:
        return moment.isoformat(sep=" ", timespec="minutes")
    return day.isoformat() if day else ""


def _address(scope: Scope, path: str) -> str:
    """In full where the site knows its own address, else from the site's root."""
    return scope.settings.absolute(path) if scope.settings.site_url else path


def _yes_no(scope: Scope, value: bool | None) -> str:
    if value is None:
        return ""
    return scope.t("table.yes") if value else scope.t("table.no")


def _names(scope: Scope, names: NameList) -> str:
    return scope.listed((scope.say(name).plain for name in names.items), names.is_open)


def _contact(scope: Scope, campaign: Campaign, contact: Contact) -> Row:
    body = contact.body.organisation
    listed = (_titles(scope, campaign, contact, role) for role in ("lead", "support"))
    return (
        scope.short(body).plain,
        scope.full(body).plain,
        scope.apart(number(scope, each) for each in contact.numbers),
        scope.apart(" ".join(each.split()) for each in contact.people),
        *listed,
        _address(scope, urls.organisation(scope.language, body.id)),
        phones.shown(contact.fax or ""),
        contact.email or "",
    )


def _titles(scope: Scope, campaign: Campaign, contact: Contact, role: str) -> str:
    """The activities in which a body has a role, by title."""
    body = contact.body.organisation
    mine = (a for a in campaign.activities if body in a.holding(role))
    return scope.apart(title_of(scope, a).plain for a in mine)
