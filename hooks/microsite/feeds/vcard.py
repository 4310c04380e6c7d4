"""A body's line as a vCard 3.0 (RFC 2426), for the address book of a telephone; and all lines in one file."""

from __future__ import annotations

from collections.abc import Iterator

from segno import helpers

from .. import urls
from ..model import Campaign, Contact


def files(campaign: Campaign) -> Iterator[tuple[str, bytes]]:
    """A file for each body, and one with all of them, in the order of the notice."""
    if campaign.contacts is None:
        return
    cards = {contact.body.organisation.id: vcard(contact) for contact in campaign.contacts.contacts}
    for id_, card in cards.items():
        yield urls.vcard(id_, campaign.id), card
    yield urls.vcards(campaign.id), b"".join(cards.values())


def vcard(contact: Contact) -> bytes:
    """The body under its full name, its number as it is dialled; a person only while published.

    The library escapes commas and semicolons, but no backslash, and nothing in the structured name
    (N), where either separates parts.
    """
    name = _line(contact.body.organisation.name.text)
    text = helpers.make_vcard_data(
        name=name.replace(",", "\\,").replace(";", "\\;"),
        displayname=name,
        org=name,
        phone=contact.dial,
        memo=_line(contact.person) if contact.person else None,
    )
    return text.encode("utf-8")


def _line(text: str) -> str:
    return " ".join(text.split()).replace("\\", "\\\\")
