"""How a body is reached: its numbers, its mailbox, its fax."""

from __future__ import annotations

from dataclasses import dataclass

from ..core import urls
from ..core.language import TAGS
from ..model import phones
from ..model.campaign import Campaign
from ..model.contacts import Contact, Telephone
from .scope import BodyLink, Said, Scope


@dataclass(frozen=True, slots=True)
class ContactLine:
    """A body's line; ``person`` is empty where names are not (or no longer) published, ``tag`` the language of names.

    Each of the ``numbers`` has its words as ``phone``.
    """

    body: BodyLink
    numbers: tuple[Said, ...]
    person: str
    tag: str
    fax: str
    email: str | None
    vcard: str

    @property
    def phone(self) -> str:
        """The number to call first; empty where there is only a mailbox or a fax."""
        return str(self.numbers[0].phone) if self.numbers else ""

    @property
    def is_plain(self) -> bool:
        """One number and nothing to say of it."""
        one = self.numbers[0] if len(self.numbers) == 1 else None
        return one is not None and not (one.person or one.note or one.hours or self.fax or self.email)

    @property
    def dial(self) -> str:
        return str(self.numbers[0].dial) if self.numbers else ""


def contact_line(scope: Scope, campaign: Campaign, contact: Contact) -> ContactLine:
    return scope.once(("line", campaign.id, contact.mark), lambda: ContactLine(
        scope.mention(contact.body),
        tuple(scope.said(each, phone=number(scope, each)) for each in contact.numbers),
        contact.person or "",
        TAGS[scope.own],
        phones.shown(contact.fax or ""),
        contact.email,
        urls.vcard(contact.body.organisation.id, campaign.id),
    ))


def number(scope: Scope, given: Telephone) -> str:
    """A number in words, with its extension: 0791-88912762 转 801."""
    plain = phones.shown(given.number)
    return scope.t("phone.ext", number=plain, ext=given.ext) if given.ext else plain


def helpline(scope: Scope, campaign: Campaign) -> Said | None:
    """A number that the site adds, and says so."""
    line = campaign.helpline
    return scope.said(line, phone=phones.shown(line.phone), dial=phones.dial(line.phone)) if line else None
