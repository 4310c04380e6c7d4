"""A body's line as a vCard 3.0 (RFC 2426), for the address book of a telephone; and all lines in one file.

Address books show a body as an organisation and not as a person of that name: Apple's by ``X-ABShowAs``,
Android's because no part of a person's name (N) is filled in. By its ``UID`` a card that is read again
replaces the one before; some address books take none without it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...checks.permalinks import names_of
from ...core import urls
from ...model import uids
from ...model.campaign import Campaign
from ...model.contacts import Contact
from ...model.organisations import Organisation
from ...model.phones import dial
from .ical import folded

_MOST_BYTES = 75
"""How long a line may be, without its end (RFC 2426, 2.6)."""


def files(campaign: Campaign) -> Iterator[tuple[str, bytes]]:
    """A file for each body, and one with all of them, in the order of the notice."""
    if campaign.contacts is None:
        return
    lines = campaign.contacts.contacts
    for contact in lines:
        for name in names_of(contact.body.organisation):
            yield urls.vcard(name, campaign.id), vcard(campaign, contact)
    yield urls.vcards(campaign.id), b"".join(vcard(campaign, contact) for contact in lines)


def vcard(campaign: Campaign, contact: Contact) -> bytes:
    dials = tuple(each.dial for each in contact.numbers)
    people = ", ".join(contact.people)
    more = [f"TEL;TYPE=WORK,FAX:{dial(contact.fax)}"] if contact.fax else []
    more += [f"EMAIL;TYPE=WORK:{_line(contact.email)}"] if contact.email else []
    return card(campaign, contact.body.organisation, dials, people, more)


def card(
    campaign: Campaign, body: Organisation, dials: Iterable[str], people: str = "", more: Iterable[str] = ()
) -> bytes:
    """The body under its full name, its numbers as they are dialled; persons only while published."""
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:{uids.contact(campaign, body)}",
        "N:;;;;",
        f"FN:{_line(body.name.text)}",
        f"ORG:{_line(body.name.text)}",
        "X-ABShowAs:COMPANY",
    ]
    lines += [*(f"TEL;TYPE=WORK,VOICE:{each}" for each in dials), *more]
    lines += [f"NOTE:{_line(people)}"] if people else []
    return b"".join(folded(line.encode(), _MOST_BYTES, b"") + b"\r\n" for line in (*lines, "END:VCARD"))


def _line(text: str) -> str:
    """A value on one line; what separates values in the format is part of the text."""
    escaped = " ".join(text.split()).replace("\\", "\\\\")
    return escaped.replace(",", "\\,").replace(";", "\\;")
