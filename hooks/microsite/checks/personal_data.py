"""What belongs to a person and not to an office: mobile telephones, and mailboxes of providers for everybody.

A site that stays for years must not carry them unless somebody has said that the office owns them
(PIPL, articles 5 and 6: no more than the purpose needs).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ..core.problems import Problem
from ..yamlfile.tree import Location, path, records, scalar
from ..yamlfile.yaml_parser import Mapping, Node, Scalar, Sequence

ALLOWED = "office_owned"
"""The key of a contact that says: this looks personal and is the office's own."""

PROVIDERS = (
    "qq.com foxmail.com 163.com 126.com 188.com yeah.net sina.com sina.cn sina.com.cn sohu.com 139.com 189.cn "
    "wo.cn 21cn.com 263.net tom.com aliyun.com gmail.com googlemail.com outlook.com hotmail.com live.com live.cn "
    "msn.com icloud.com me.com yahoo.com yahoo.cn yahoo.com.cn proton.me protonmail.com"
).split()
"""Hosts that give a mailbox to anybody, with all hosts below them (vip.163.com)."""

_GAP = r"[\s\-—–‐·.]{0,3}"
_MOBILE = re.compile(
    rf"(?<![0-9])(?:\(?(?:\+|00)?86\)?{_GAP}|0{_GAP})?(?P<number>1{_GAP}[3-9](?:{_GAP}[0-9]){{9}})(?![0-9])"
)
_MAILBOX = re.compile(
    r"[a-z0-9][a-z0-9._%+-]*\s?@\s?(?:[a-z0-9-]+\.)*(?:"
    + "|".join(map(re.escape, PROVIDERS))
    + r")(?![a-z0-9-]|\.[a-z0-9])",
    re.IGNORECASE,
)


def mobile(text: str) -> str:
    """The first number of a mobile telephone in a text, in digits, or nothing.

    >>> mobile("+86 138-0013-8000"), mobile("１３８００１３８０００"), mobile("0791—88912762")
    ('13800138000', '13800138000', '')
    """
    found = _MOBILE.search(unicodedata.normalize("NFKC", text))
    return re.sub(r"[^0-9]", "", found["number"]) if found else ""


def mailbox(text: str) -> str:
    """The first mailbox in a text that anybody may have, or nothing.

    >>> mailbox("投稿：Szsy2025@vip.163.com。"), mailbox("bgs@example.gov.cn")
    ('Szsy2025@vip.163.com', '')
    """
    found = _MAILBOX.search(unicodedata.normalize("NFKC", text))
    return found[0] if found else ""


_MAY_NAME_A_MAILBOX = ("body", "person", "updates")
"""Keys of a contact; in its telephone, and under a key that does not exist, a mailbox is told as such."""


def in_contacts(node: Node) -> Iterator[Problem]:
    """Personal numbers and mailboxes in a contacts file; a contact that allows them is not asked."""
    for location, record in records(node, "contacts"):
        allowed = scalar(record, ALLOWED)
        if allowed is None or allowed.text.strip() != "true":
            yield from _in_record(record, location)


def _in_record(node: Node, location: Location) -> Iterator[Problem]:
    if isinstance(node, Mapping):
        for key, value in node.entries:
            yield from _in_record(value, (*location, key.text))
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _in_record(item, (*location, index))
    elif isinstance(node, Scalar):
        yield from _in_value(node, location)


def _in_value(value: Scalar, location: Location) -> Iterator[Problem]:
    if number := mobile(value.text):
        zh = f"“{number}”是手机号；请改填单位的座机，确是单位公用的号码请加上 {ALLOWED}: true"
        en = f"“{number}” is a mobile telephone; give the office’s landline, or add {ALLOWED}: true where the office owns it"
        yield Problem(value.mark, path(location), "personal-number", zh, en)
    if (box := mailbox(value.text)) and location[2] in _MAY_NAME_A_MAILBOX:
        zh = f"“{box}”是个人也能注册的邮箱；请改填单位的邮箱，确是单位公用的请加上 {ALLOWED}: true"
        en = f"“{box}” is a mailbox that anybody may have; give the office’s own, or add {ALLOWED}: true where the office owns it"
        yield Problem(value.mark, path(location), "personal-mailbox", zh, en)
