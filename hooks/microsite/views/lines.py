"""How a body is reached: its numbers, its email address, its fax."""

from __future__ import annotations

from typing import Any

from ..core import urls
from ..core.language import TAGS
from ..model import phones
from ..model.campaign import Campaign
from ..model.contacts import Contact, Telephone
from ..model.document import NO_DOCUMENT
from .scope import Said, Scope

ContactLine = Said
"""A body's line: ``phone`` is the number to call first, empty where there is only a mailbox or a fax; ``tag`` is the language of names.

Each of the ``numbers`` has its words as ``phone``. ``is_plain``: one number and nothing to say of it. ``first`` is the line
with the number to call first alone, where there is no room for all, and ``rest`` is what it leaves out.
"""


def contact_line(scope: Scope, campaign: Campaign, contact: Contact) -> ContactLine:
    return scope.once(("line", campaign.id, contact.mark), lambda: _line(scope, campaign, contact))


def _line(scope: Scope, campaign: Campaign, contact: Contact) -> ContactLine:
    """The number to call first is one for every matter, which no note says what it is for."""
    numbers = tuple(scope.said(each, phone=number(scope, each)) for each in contact.numbers)
    first = tuple(each for each in numbers if not each.note)[:1] or numbers[:1]
    facts: dict[str, Any] = {
        "phone": first[0].phone if first else "",
        "dial": first[0].dial if first else "",
        "tag": TAGS[scope.own],
        "vcard": urls.vcard(contact.body.organisation.id, campaign.id),
        "email": contact.email or "",
        "fax": phones.shown(contact.fax or ""),
    }
    rest = tuple(each for each in numbers if each not in first)
    facts["first"] = _with(scope, contact, first, **facts | {"fax": ""})
    facts["rest"] = _with(scope, contact, rest, **facts | {"email": "", "person": ""})
    return _with(scope, contact, numbers, **facts)


def _with(scope: Scope, contact: Contact, numbers: tuple[Said, ...], **facts: Any) -> ContactLine:
    one = numbers[0] if len(numbers) == 1 else None
    is_plain = one is not None and not (one.person or one.note or one.hours or facts["fax"] or facts["email"])
    return scope.said(contact, numbers=numbers, is_plain=is_plain, **facts)


def number(scope: Scope, given: Telephone) -> str:
    """A number in words, with its extension: 0791-88912762 转 801."""
    return with_extension(scope, given.number, given.ext)


def with_extension(scope: Scope, printed: str, ext: str | None = None) -> str:
    """A printed number with its extension in the words of the page: 0791-88912762 转 801, ext. 801."""
    plain, own = phones.apart(printed)
    return scope.t("phone.ext", number=plain, ext=ext or own) if ext or own else plain


def year_of(campaign: Campaign) -> int | None:
    """The year in which the numbers of an edition were published: that of its notice, which may be signed the year before.

    None where there is no notice: nobody knows which year that would be.
    """
    if campaign.document is NO_DOCUMENT:
        return None
    return campaign.document.signed.year if campaign.document.signed else campaign.year


SHORT = 6
"""Digits of a number of a public service (12345), which is there after an edition, too."""


def helpline(scope: Scope, campaign: Campaign) -> Said | None:
    """The number for the whole campaign; ``remark`` says so where the site adds it to a notice, ``tag`` is the language of its source.

    From the day after ``until`` on a browser says that it was for that edition (``over``).
    """
    line = campaign.helpline
    remark = "" if line is None or line.source or campaign.document is NO_DOCUMENT else scope.t("helpline.added")
    if line is None:
        return None
    dial = phones.dial(line.phone)
    until = scope.value(campaign.period).end_last if len(dial) > SHORT else ""
    over = {"over": scope.t("helpline.over", year=campaign.year), "until": until}
    return scope.said(line, phone=with_extension(scope, line.phone), dial=dial, remark=remark, tag=TAGS[scope.own], **over)
