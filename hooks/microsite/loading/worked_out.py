"""Fields of a record that are worked out from the others once it is read: its address, its venue, who leads it.

Each function changes the values of one kind of record and raises Mistake where they do not go together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ..core import urls
from ..core.colours import COLOURS
from ..core.dates.fuzzy import FuzzyDate
from ..core.problems import Mistake
from ..core.typography import spelling
from ..model import file_kinds
from ..model.activity import Activity, Attachment, Named, Part, Session
from ..model.attendance import FREE, Attendance
from ..model.campaign import Campaign, Hosting, Phase
from ..model.choices import OPEN, PART, ROLES
from ..model.contacts import Contact, ContactList, Telephone
from ..model.fields import nothing
from ..model.organisations import BodyList, Organisation, Region
from ..model.phones import dial
from ..model.places import Places
from ..model.values import Words
from ..model.when import When
from . import reader_messages

ReadWhen = Callable[[str, str | None, str | None, tuple[str, ...]], FuzzyDate]
"""How a time is read: its words, what they are meant to say, why, and dates left out. Raises DateError."""

Values = dict[str, Any]


@dataclass(slots=True)
class Known:
    """What is known beside one file: the register in which its bodies are looked up, how its times are read, the day,
    and the sizes of the files in docs/files (None where nobody knows which there are).

    ``everyone`` are the bodies that “all” stands for, once the file has named them.
    """

    home: Region | None = None
    when: ReadWhen | None = None
    as_of: date = date.min
    files: Mapping[str, int] | None = None
    everyone: BodyList = field(default_factory=BodyList)


def _when(known: Known, values: Values) -> None:
    """A time, read with the year and the window of its campaign; its note stands beside the time itself."""
    if values["was"] is not None and values["means"] is not None:
        raise Mistake("changed-and-misprinted", *reader_messages.CHANGED_AND_MISPRINTED)
    note: Words | None = values["note"]
    if known.when is not None:
        values["date"] = known.when(values["text"], values["means"], note.text if note else None, values["without"])


def _attachment(known: Known, values: Values) -> None:
    """Where the file is and how large; it has to be there."""
    name, files = values["file"], known.files
    if files is not None and not files.get(name):
        raise Mistake("no-such-file", *reader_messages.no_such_file(name, files), "file")
    values["address"], values["media"] = urls.attachment(name), file_kinds.kind(name)[1]
    values["size"] = files[name] if files is not None else 0


def _attendance(known: Known, values: Values) -> None:
    values["is_free"] = bool(values["cost"]) and values["cost"].text.strip("。.").casefold() in FREE


def _activity(known: Known, values: Values) -> None:
    values["roles"] = {role: values[role] for role in ROLES if values[role]}
    values["roles"] |= of_a_part(values["parts"], values["sessions"])
    named: tuple[Named, ...] = values["platforms"]
    values["platforms"] = tuple(each for each in named if each.name.text != OPEN)
    values["platforms_open"] = len(values["platforms"]) < len(named)


def of_a_part(parts: Iterable[Part], sessions: Iterable[Session]) -> dict[str, BodyList]:
    """Who leads a part of an activity or holds one of its sessions, once each; nothing where nobody does."""
    named = (*(each.lead for each in parts if each), *(each.host for each in sessions if each))
    held = {mention.organisation.id: mention for bodies in named for mention in bodies.mentions}
    return {PART: BodyList(tuple(held.values()))} if held else {}


_ONLINE = re.compile("(?i)线上|网上|在线|云端|直播|腾讯会议|online|zoom|webinar")
"""What stands as the place of a session that is at none."""

_AND = re.compile(r"(?i)线下|现场|[、和及与+&/]|\band\b|in person")
"""What says that it is at a place as well."""


def _session(known: Known, values: Values) -> None:
    """Its venue and its city, by the names that the places of the region have."""
    places = known.home.places if known.home else None
    named, area, address = values["place"], values["area"], values["address"]
    is_online = bool(named and _ONLINE.match(named.text))
    values["is_online"] = is_online and not address and not _AND.search(named.text)
    if places is None:
        if area and known.home:
            raise Mistake("no-places", *reader_messages.no_places(known.home.id), "area")
        return
    if not places.is_known:
        return
    venue = places.venue(named.text) if named else None
    town = places.area(area or (venue.area if venue else ""))
    if area and town is None:
        raise Mistake("unknown-place", *reader_messages.unknown_area(area, [each.name.text for each in places.areas]), "area")
    if named and venue is None and places.area(named.text):
        raise Mistake("unknown-place", *reader_messages.area_for_a_place(named.text), "place")
    if named and venue is None and town is None and not address and not is_online:
        raise Mistake(
            "unknown-place",
            *reader_messages.unknown_venue(named.text, [each.name.text for each in places.venues]),
            "place",
        )
    values["venue"], values["town"] = venue, town


def _places(_: Known, values: Values) -> None:
    """Areas and venues by their ids and their names."""
    for key in ("areas", "venues"):
        values[f"known_{key}"] = {spelling(name): each for each in values[key] if each for name in (each.id, each.name.text)}


def _hosting(known: Known, values: Values) -> None:
    """With a committee, its members are the hosts."""
    if not values["hosts"] and values["committee"]:
        values["hosts"] = known.everyone = values["committee"].members


def _campaign(known: Known, values: Values) -> None:
    """A campaign without a short name or a colour of its own has its name, and a colour by its year."""
    values["short_name"] = values["short_name"] or values["name"]
    values["colour"] = values["colour"] or COLOURS[values["year"] % len(COLOURS)]


def _phase(known: Known, values: Values) -> None:
    """The time of a phase that is only proposed is tentative, as if it were printed so (拟于…)."""
    if values["tentative"] and values["when"] is not None:
        values["when"] = replace(values["when"], date=replace(values["when"].date, tentative=True))


def _telephone(known: Known, values: Values) -> None:
    number = dial(values["number"])
    values["dial"] = f"{number};ext={values['ext']}" if values["ext"] and ";" not in number else number


def _contact(known: Known, values: Values) -> None:
    """All numbers of a body, under ``phone`` or ``phones``; without any it has at least a mailbox or a fax."""
    first, others = values["phone"], tuple(each for each in values["phones"] if each)
    if not (first or values["phones"] or values["fax"] or values["email"]):
        raise Mistake("missing", *reader_messages.NO_LINE)
    if first and values["phones"]:
        raise Mistake("phone-beside-phones", *reader_messages.PHONE_BESIDE_PHONES, "phone")
    if first:
        others = (nothing(Telephone, number=first, dial=dial(first)),)
    values["numbers"] = others
    if others:
        values["phone"], values["dial"] = others[0].number, others[0].dial


def _contact_list(known: Known, values: Values) -> None:
    """Names of persons only while they may be published (PIPL, article 19)."""
    until = values["people_until"]
    values["people_shown"] = until is None or known.as_of <= until
    if not values["people_shown"]:
        values["contacts"] = tuple(_nameless(each) for each in values["contacts"])


def _nameless(contact: Contact) -> Contact:
    phones, numbers = (tuple(replace(each, person=None) for each in listed) for listed in (contact.phones, contact.numbers))
    return replace(contact, person=None, phones=phones, numbers=numbers)


def _organisation(known: Known, values: Values) -> None:
    values["short"] = values["short"] or values["name"]


def _region(known: Known, values: Values) -> None:
    """Every body knows its region, and is found by every spelling of its names."""
    bodies = tuple(replace(body, region=values["id"]) for body in values["organisations"])
    values["organisations"] = bodies
    values["spellings"] = {spelling(name): body for body in bodies for name in (body.name.text, body.short.text, *body.aliases)}


FINISH: dict[type, Callable[[Known, Values], None]] = {
    Attachment: _attachment,
    Attendance: _attendance,
    When: _when,
    Activity: _activity,
    Campaign: _campaign,
    Hosting: _hosting,
    Phase: _phase,
    Contact: _contact,
    Telephone: _telephone,
    ContactList: _contact_list,
    Places: _places,
    Organisation: _organisation,
    Region: _region,
    Session: _session,
}
