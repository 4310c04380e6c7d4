"""A body's line as a vCard 3.0 (RFC 2426), for the address book of a telephone; and all lines in one file."""

from __future__ import annotations

from collections.abc import Iterator

from ...checks.permalinks import names_of
from ...core import urls
from ...model.campaign import Campaign, Contact, Organisation


def files(campaign: Campaign) -> Iterator[tuple[str, bytes]]:
    """A file for each body, and one with all of them, in the order of the notice."""
    if campaign.contacts is None:
        return
    lines = campaign.contacts.contacts
    for contact in lines:
        for name in names_of(contact.body.organisation):
            yield urls.vcard(name, campaign.id), vcard(contact)
    yield urls.vcards(campaign.id), b"".join(map(vcard, lines))


def vcard(contact: Contact) -> bytes:
    return card(contact.body.organisation, contact.dial, contact.person)


def card(body: Organisation, dial: str | None, person: str | None) -> bytes:
    """The body under its full name, its number as it is dialled; a person only while published.

    The library escapes commas and semicolons, but no backslash, and nothing in the structured name
    (N), where either separates parts.
    """
    from segno import helpers  # noqa: PLC0415 - long to read, and not needed where nothing changed

    name = _line(body.name.text)
    text = helpers.make_vcard_data(
        name=name.replace(",", "\\,").replace(";", "\\;"),
        displayname=name,
        org=name,
        phone=dial,
        memo=_line(person) if person else None,
    )
    return text.encode("utf-8")


def _line(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\")
