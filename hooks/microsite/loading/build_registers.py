"""What a register and a contacts file mean: bodies with every spelling, lines that can be dialled."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from ..core import model as m
from ..yamlfile.yaml_parser import Node
from . import shapes as s
from .build_model import Interpreter, day, updates


def region(shape: s.RegisterShape, node: Node) -> m.Region:
    """A register with every spelling of every name."""
    at = Interpreter(node, None, None)
    bodies = tuple(
        m.Organisation(
            b.id,
            shape.region,
            m.Words(b.name, f"organisations/{b.id}/name"),
            m.Words(b.short, f"organisations/{b.id}/short"),
            tuple(b.aliases or ()),
            b.kind,
            b.url,
            tuple(m.Office(o.id, m.Words(o.name, f"organisations/{b.id}/offices/{o.id}")) for o in b.offices),
            tuple(b.formerly),
            at.mark("organisations", index),
        )
        for index, b in enumerate(shape.organisations)
    )
    spellings = {
        m.spelling(name): body for body in bodies for name in (body.name.text, body.short.text, *body.aliases)
    }
    name = m.Words(shape.name, "name")
    return m.Region(shape.region, name, shape.code, bodies, spellings, node.mark)


def dial(phone: str) -> str:
    """A printed telephone number as it is dialled (RFC 3966: global where it can be, with extension).

    >>> dial("0791—88912762"), dial("0791-88912762-801"), dial("12345")
    ('+8679188912762', '+8679188912762;ext=801', '12345')
    """
    plain = unicodedata.normalize("NFKC", phone)
    with_extension = _EXTENSION.fullmatch(plain.strip())
    digits, extension = _digits(plain), ""
    if with_extension:
        digits, extension = _digits(with_extension[1]), f";ext={with_extension[2]}"
    if plain.lstrip().startswith("+"):
        return f"+{digits}{extension}"
    if digits.startswith("00"):
        return f"+{digits[2:]}{extension}"
    if digits.startswith("0"):
        return f"+86{digits[1:]}{extension}"
    return f"+86{digits}" if _MOBILE.fullmatch(digits) else digits


def _digits(text: str) -> str:
    return re.sub(r"[^0-9]", "", text)


# Area code, number, extension: 0791-88912762-801. A number set in groups has no seven digits in one.
_EXTENSION = re.compile(r"(.*0[0-9]{2,3}\D+[0-9]{7,8})[-－—–‐]+([0-9]{1,6})")
_MOBILE = re.compile(r"1[3-9][0-9]{9}")


def contacts(shape: s.ContactsShape, node: Node, home: m.Region, as_of: date) -> m.ContactList:
    """Lines of bodies; names of persons only while they may be published (PIPL, article 19)."""
    at = Interpreter(node, home, None)
    until = day(shape.people_until)
    shown = as_of <= until
    listed = tuple(
        m.Contact(
            at.mention(c.body, "contacts", index, "body"),
            c.person if shown else None,
            c.phone,
            dial(c.phone),
            updates(c.updates, "contacts"),
            at.mark("contacts", index),
        )
        for index, c in enumerate(shape.contacts)
    )
    return m.ContactList(shape.source, until, shown, listed)
