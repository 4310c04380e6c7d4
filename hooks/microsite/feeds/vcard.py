"""A body's line as a vCard 3.0 (RFC 2426), for the address book of a telephone."""

from __future__ import annotations

from segno import helpers

from ..model import Contact


def vcard(contact: Contact) -> bytes:
    """The body under its full name, its number as it is dialled; a person only while published.

    A semicolon separates the parts of a name in this format, so it cannot stand inside one.
    """
    body = contact.body.organisation
    name = body.name.text.replace(";", "；")
    text = helpers.make_vcard_data(
        name=name,
        displayname=name,
        org=name,
        phone=contact.dial,
        memo=" ".join(contact.person.split()) if contact.person else None,
    )
    return text.encode("utf-8")
