"""What belongs to a person and not to an office: mobile telephones, mailboxes of providers for everybody, accounts of WeChat and QQ.

A site that stays for years must not carry them, wherever they were typed, unless somebody has said that the
office owns them (PIPL, articles 5 and 6: no more than the purpose needs). Contacts say so one by one, a plan
in a list, a page of docs/ in a comment.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..core.problems import Mark, Problem
from ..yamlfile.tree import Location, Node, Scalar, path, records, scalar, scalars, values

ALLOWED = "office_owned"
"""The key that says: this looks personal and is the office's own. Of a contact yes or no, of a plan a list."""

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
    r"[a-z0-9][a-z0-9._%+-]{0,63}\s?(?:@|＠|#|[(（\[]at[)）\]])\s?(?:[a-z0-9-]+\.)*(?:"
    + "|".join(map(re.escape, PROVIDERS))
    + r")(?![a-z0-9-]|\.[a-z0-9])",
    re.IGNORECASE,
)

_ACCOUNT = re.compile(
    r"""微信(?:号码?|账号|帐号|\s?id)\s?[:：是为]?\s?(?P<said>[a-z][a-z0-9_-]{5,19})(?![a-z0-9])
    |(?:微信\s?[:：]?|(?<![a-z])(?:wechat|weixin)(?:\s?id)?\s?[:：])\s?
       (?P<wechat>[a-z](?=[a-z_-]*[0-9_])[a-z0-9_-]{5,19})(?![a-z0-9])
    |(?<![a-z@/._=-])(?:qq|扣扣)\s?(?:号码?|账号|帐号)?\s?[:：是为]?\s?(?P<qq>[1-9][0-9]{4,10})(?![0-9@#])""",
    re.IGNORECASE | re.VERBOSE,
)
_HALF = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_OF_AN_OFFICE = re.compile("公众|服务号|订阅号|视频号|小程序|官方|official", re.IGNORECASE)
"""Before an account it says that everybody may follow it."""


def mobile(text: str) -> str:
    """The first number of a mobile telephone in a text, in digits, or nothing.

    >>> mobile("+86 138-0013-8000"), mobile("１３８００１３８０００"), mobile("0791—88912762")
    ('13800138000', '13800138000', '')
    """
    found = _MOBILE.search(unicodedata.normalize("NFKC", text))
    return re.sub(r"[^0-9]", "", found["number"]) if found else ""


def masked(text: str) -> str:
    """A text without the numbers and mailboxes of persons.

    >>> masked("请打１３８００１３８０００，或写信给a@qq.com")
    '请打（手机号），或写信给（个人邮箱）'
    """
    for pattern, word, is_one in (
        (_IDENTITY, "（身份证号）", lambda found: is_identity(found[0])),
        (_ACCOUNT, "（个人账号）", _is_personal),
        (_MAILBOX, "（个人邮箱）", bool),
        (_MOBILE, "（手机号）", bool),
    ):
        for found in reversed([*pattern.finditer(text.translate(_HALF))]):
            text = text[: found.start()] + word + text[found.end() :] if is_one(found) else text
    return text


def mailbox(text: str) -> str:
    """The first mailbox in a text that anybody may have, or nothing.

    >>> mailbox("投稿：Szsy2025@vip.163.com。"), mailbox("bgs@example.gov.cn")
    ('Szsy2025@vip.163.com', '')
    """
    found = _MAILBOX.search(unicodedata.normalize("NFKC", text))
    return found[0] if found else ""


# In running text, where dates and figures stand beside each other, fewer ways to set a number are one.
_IN_TEXT = re.compile(
    rf"(?<![0-9])(?:\(?(?:\+|00)?86\)?{_GAP}|0)?"
    rf"(?P<number>1[3-9][0-9]{_GAP}[0-9]{{4}}{_GAP}[0-9]{{4}}|1[3-9](?:[ \-—·]?[0-9]){{9}})(?![0-9])"
)
_IDENTITY = re.compile(r"(?<![0-9])[1-9][0-9]{5}(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])[0-9]{3}[0-9Xx](?![0-9A-Za-z])")
_ADDRESS = re.compile(r"https?://[^\s<>\"'，。；、）]+")
_OWNED_IN_PAGE = re.compile(rf"<!--\s*{ALLOWED}:(.*?)-->", re.DOTALL)

Found = tuple[str, str]
"""What was found: ``number``, ``mailbox``, ``account`` or ``identity``, and how it is written plainly."""


def found_in(text: str) -> Iterator[Found]:
    """Every mobile number, mailbox and identity number in a running text; those within addresses of pages do not count.

    >>> list(found_in("报名找王老师 138-0000-0000，或发 A@qq.com；https://a.cn/13800000001"))
    [('number', '13800000000'), ('mailbox', 'a@qq.com')]
    """
    plain = _ADDRESS.sub(" ", unicodedata.normalize("NFKC", text))
    for number in _IN_TEXT.finditer(plain):
        yield "number", re.sub(r"[^0-9]", "", number["number"])
    yield from (("identity", each[0].upper()) for each in _IDENTITY.finditer(plain) if is_identity(each[0]))
    for box in _MAILBOX.finditer(plain):
        yield "mailbox", re.sub(r"#|[(\[]at[)\]]", "@", "".join(box[0].split()).lower())
    for account in filter(_is_personal, _ACCOUNT.finditer(plain)):
        yield "account", f"QQ {account['qq']}" if account["qq"] else f"微信号 {account['said'] or account['wechat']}"


def _may_have(text: str) -> bool:
    """Whether any of it may be in a text or in a line of it: hardly any file has one, and it is long to ask each line."""
    plain = _ADDRESS.sub(" ", unicodedata.normalize("NFKC", text))
    return any(each.search(plain) for each in (_IN_TEXT, _IDENTITY, _MAILBOX, _ACCOUNT))


def _is_personal(account: re.Match[str]) -> bool:
    """Whether an account may be a person's: nothing shortly before it says that it is one to follow."""
    return not _OF_AN_OFFICE.search(account.string, max(0, account.start() - 20), account.start())


def is_identity(digits: str) -> bool:
    """Whether eighteen signs are the number of an identity card: its last one is worked out of the others (GB 11643).

    >>> is_identity("11010519491231002X"), is_identity("110105194912310021")
    (True, False)
    """
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    rest = sum(int(digit) * weight for digit, weight in zip(digits[:17], weights, strict=True)) % 11
    return digits[17].upper() == "10X98765432"[rest]


def owned(plans: Iterable[Node], contacts: Iterable[Node]) -> frozenset[Found]:
    """What plans and contacts say is the office's own."""
    listed = (value.text for node in plans for _, value in values(node, ALLOWED))
    lines = (record for node in contacts for _, record in records(node, "contacts") if _is_allowed(record))
    typed = (value.text for record in lines for _, value in scalars(record))
    return frozenset(found for text in (*listed, *typed) for found in found_in(text) if found[0] != "identity")


def in_data(node: Node, content: bytes, known: frozenset[Found]) -> Iterator[Problem]:
    """Personal numbers and mailboxes in the texts of a plan or a register, but in its list of those that may stand."""
    for location, value in scalars(node) if _may_have(content.decode("utf-8", "replace")) else ():
        if ALLOWED not in location and location[:1] != ("contacts",):
            told = (found for found in dict.fromkeys(found_in(value.text)) if found not in known)
            yield from (_told(found, value.mark, path(location)) for found in told)


def in_lines(text: str, file: str, known: frozenset[Found]) -> Iterator[Problem]:
    """The same in a file of lines: a translation, where the Chinese is asked about in the plan, or a page."""
    is_source = False
    for number, line in enumerate(text.split("\n") if _may_have(text) else (), 1):
        is_source = line.startswith("msgid") or (is_source and line.startswith('"'))
        asked = () if is_source or line.startswith("#~") else dict.fromkeys(found_in(line))
        yield from (_told(found, Mark(file, number), "") for found in asked if found not in known)


def in_pages(texts: Mapping[str, str]) -> Iterator[Problem]:
    """The same in the pages of docs/, by their files; a comment in a page names what may stand in it."""
    for file, text in texts.items():
        own = (found for comment in _OWNED_IN_PAGE.findall(text) for found in found_in(comment) if found[0] != "identity")
        yield from in_lines(text, file, frozenset(own))


def in_settings(values: Mapping[str, Any], file: str) -> Iterator[Problem]:
    """The same in the settings of the site, with their paths; ``extra.microsite`` has the list of what may stand."""
    texts = list(_texts(values, "", ()))
    at = f"extra.microsite.{ALLOWED}["
    known = {found for place, text in texts if place.startswith(at) for found in found_in(text) if found[0] != "identity"}
    for place, text in texts:
        yield from (_told(found, Mark(file), place) for found in dict.fromkeys(found_in(text)) if found not in known)


def _texts(value: object, place: str, around: tuple[object, ...]) -> Iterator[tuple[str, str]]:
    """Every text with its place; what an anchor puts into itself is read once."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, (Mapping, list)) and not any(value is each for each in around):
        entries = value.items() if isinstance(value, Mapping) else enumerate(value)
        for key, below in entries:
            name = f"[{key}]" if isinstance(value, list) else f".{key}" if place else str(key)
            yield from _texts(below, f"{place}{name}", (*around, value))


def _told(found: Found, mark: Mark, where: str) -> Problem:
    kind, text = found
    if kind == "identity":
        zh = f"“{text[:6]}…{text[-1]}”是身份证号；请删去，网站不公布个人的证件号"
        en = f"“{text[:6]}…{text[-1]}” is the number of an identity card; take it out, the site publishes none"
        return Problem(mark, where, "personal-identity", zh, en)
    if mark.file.startswith("docs/"):
        zh, en = f"请在页面里写 <!-- {ALLOWED}: {text} -->", f"write <!-- {ALLOWED}: {text} --> in the page"
    elif where.startswith("contacts["):
        zh, en = f"请加上 {ALLOWED}: true", f"add {ALLOWED}: true"
    elif mark.file.startswith("mkdocs"):
        zh, en = f"请在 extra.microsite 下写 {ALLOWED}: [{text}]", f"write {ALLOWED}: [{text}] under extra.microsite"
    else:
        zh, en = f"请在方案里写 {ALLOWED}: [{text}]", f"write {ALLOWED}: [{text}] in the plan"
    if kind == "number":
        said = f"“{text}”是手机号；请改写单位的座机，确是单位公用的，{zh}"
        say = f"“{text}” is a mobile telephone; give the office’s landline, or, where the office owns it, {en}"
    elif kind == "account":
        said = f"“{text}”是个人也能注册的账号；请改写单位的座机或公众号，确是单位公用的，{zh}"
        say = f"“{text}” is an account that anybody may have; give the office’s landline, or, where the office owns it, {en}"
        return Problem(mark, where, "personal-account", said, say)
    else:
        said = f"“{text}”是个人也能注册的邮箱；请改写单位的邮箱，确是单位公用的，{zh}"
        say = f"“{text}” is a mailbox that anybody may have; give the office’s own, or, where the office owns it, {en}"
    return Problem(mark, where, f"personal-{kind}", said, say)


_MAY_NAME_A_MAILBOX = ("body", "person", "phones", "email", "updates")
"""Keys of a contact; in its telephone, and under a key that does not exist, a mailbox is told as such."""


def in_contacts(node: Node) -> Iterator[Problem]:
    """Personal numbers and mailboxes in a contacts file; a contact that allows them is not asked."""
    for location, record in records(node, "contacts"):
        for place, value in scalars(record, location):
            always = ("identity",) if _is_allowed(record) else ("identity", "account")
            yield from (_told(each, value.mark, path(place)) for each in found_in(value.text) if each[0] in always)
            if not _is_allowed(record):
                yield from _in_value(value, place)


def _is_allowed(contact: Node) -> bool:
    allowed = scalar(contact, ALLOWED)
    return allowed is not None and allowed.text.strip() == "true"


def _in_value(value: Scalar, location: Location) -> Iterator[Problem]:
    if number := mobile(value.text):
        zh = f"“{number}”是手机号；请改填单位的座机，确是单位公用的号码请加上 {ALLOWED}: true"
        en = f"“{number}” is a mobile telephone; give the office’s landline, or add {ALLOWED}: true where the office owns it"
        yield Problem(value.mark, path(location), "personal-number", zh, en)
    if (box := mailbox(value.text)) and location[2] in _MAY_NAME_A_MAILBOX:
        zh = f"“{box}”是个人也能注册的邮箱；请改填单位的邮箱，确是单位公用的请加上 {ALLOWED}: true"
        en = f"“{box}” is a mailbox that anybody may have; give the office’s own, or add {ALLOWED}: true where the office owns it"
        yield Problem(value.mark, path(location), "personal-mailbox", zh, en)
