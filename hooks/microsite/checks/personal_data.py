"""What belongs to a person and not to an office: mobile numbers, email addresses of public providers, accounts of WeChat and QQ.

A site that stays for years must not carry them, wherever they were typed, unless somebody has said that the
office owns them (PIPL, articles 5 and 6: no more than the purpose needs). Contacts say so one by one, a plan
in a list, a page of docs/ in a comment.
"""

from __future__ import annotations

import csv
import html
import io
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from ..core.problems import Mark, Problem
from ..yamlfile.tree import Node, path, records, scalar, scalars, values

ALLOWED = "office_owned"
"""The key that says: this looks personal and is the office's own. Of a contact yes or no, of a plan a list."""

PROVIDERS = (
    "qq.com foxmail.com 163.com 126.com 188.com yeah.net sina.com sina.cn sina.com.cn sohu.com 139.com 189.cn "
    "wo.cn wo.com.cn 21cn.com 263.net tom.com eyou.com sogou.com 88.com 2980.com aliyun.com gmail.com googlemail.com "
    "msn.com icloud.com me.com mac.com proton.me protonmail.com pm.me ymail.com rocketmail.com aol.com aim.com mail.com "
    "email.com zoho.com zohomail.com tutanota.com tuta.com tuta.io fastmail.com fastmail.fm hey.com duck.com gmx.at "
    "web.de mail.ru yandex.com yandex.ru ya.ru naver.com daum.net hanmail.net netvigator.com pchome.com.tw"
).split()
"""Hosts that give a mailbox to anybody, with all hosts below them (vip.163.com)."""
FAMILIES = r"(?:yahoo|hotmail|outlook|live|gmx)\.(?:com?\.)?(?:com|net|[a-z]{2})"
"""Providers with an ending for each country (yahoo.com.hk, hotmail.co.uk)."""

_GAP = r"(?:[^\S\t]|[\-—–‐·.]){0,3}"
"""Between the figures of a number; a tab parts the cells of a row."""
_SIGNS = r"[\s\-—–‐·._/*\\()（）]{0,3}"
"""What stands between the groups of a number as it is usually printed; signs of Markdown among it."""
_GROUPS = rf"(?:\((?=1[3-9][0-9]\)))?(?P<groups>1[3-9][0-9]{_SIGNS}[0-9]{{4}}{_SIGNS}[0-9]{{4}})"
_FAR = rf"(?P<far>(?:\+|00)(?:852{_SIGNS}[5-79]|853{_SIGNS}6)[0-9]{{3}}{_SIGNS}[0-9]{{4}})"
"""Mobile telephones of Hong Kong and Macao, which only the code of the place tells."""
_MOBILE = re.compile(
    rf"(?<![0-9])(?:{_FAR}|(?:\(?(?:\+|00)?86\)?{_GAP}|0{_GAP})?(?:(?P<number>1{_GAP}[3-9](?:{_GAP}[0-9]){{9}})|{_GROUPS}))(?![0-9])"
)
_HOST = (
    r"\s?(?:[a-z0-9-]+[.。])*(?:"
    + "|".join([*map(re.escape, PROVIDERS), FAMILIES]).replace(r"\.", "[.。]")
    + r")(?![a-z0-9-]|[.。][a-z0-9])"
)
_MAILBOX = re.compile(rf"[a-z0-9][a-z0-9._%+-]{{0,63}}\s?(?:@|＠|#|[(（\[]at[)）\]]){_HOST}", re.IGNORECASE)

_ACCOUNT = re.compile(
    r"""(?:(?:微信|薇信|(?<![a-z])v信)(?:号码?|账号|帐号|\s?id)\s?(?:[:：是为]\s?)?[（(“"]?|(?<![a-z])(?:wechat|weixin|vx)\s?(?:id|号)\s?[:：]?
        |(?:薇信|(?<![a-z])v信|(?<![a-z])vx|加微|加\s?v)\s?[:：])\s?(?P<said>[a-z](?!fficial)[a-z0-9_-]{5,19})(?![a-z0-9])
    |(?:(?:微信|薇信|(?<![a-z])v信|(?<![a-z])vx|加微|加v(?![a-z]))\s?[:：（(“"]?|(?<![a-z])wx\s?[:：（(“"]
       |(?<![a-z])(?:wechat|weixin)(?:\s?id)?(?:\s|\s?[:：（(“"]))\s?
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
    found = _MOBILE.search(_seen(text))
    return _digits(found) if found else ""


def _digits(found: re.Match[str]) -> str:
    """A number as it is written plainly; one of another place begins with its code."""
    digits = re.sub(r"[^0-9]", "", found["far"] or found["number"] or found["groups"])
    return f"+{digits.removeprefix('00')}" if found["far"] else digits


def _seen(text: str) -> str:
    """A text as a reader sees it: in half width, without what has no width, and without the codes of HTML."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", html.unescape(text) if "&" in text else text))


_UNSEEN = re.compile("[\xad\u200b-\u200f\u2060\ufeff]")


def masked(text: str) -> str:
    """A text without the numbers and mailboxes of persons.

    >>> masked("请打１３８００１３８０００，或写信给a@qq.com")
    '请打（手机号），或写信给（个人邮箱）'
    """
    for pattern, word, is_one in (
        (_IDENTITY, "（身份证号）", _is_a_card),
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
    found = _MAILBOX.search(_seen(text))
    return found[0] if found else ""


# In running text, where dates and figures stand beside each other, fewer ways to set a number are one.
_IN_TEXT = re.compile(
    rf"(?<![0-9])(?:{_FAR}|(?:\(?(?:\+|00)?86\)?{_GAP}|0)?(?:{_GROUPS}|(?P<number>1[3-9](?:[ \-—·]?[0-9]){{9}}"
    r"|1[3-9][0-9]\.[0-9]{3}\.[0-9]{5}|1 [3-9](?: [0-9]){9})))(?![0-9])"
)
_IDENTITY = re.compile(
    r"(?<![0-9])[1-9][0-9]{5} ?(?:19|20)[0-9]{2} ?(?:0[1-9]|1[0-2]) ?(?:0[1-9]|[12][0-9]|3[01]) ?[0-9]{3}[0-9Xx](?![0-9A-Za-z])"
)
_ADDRESS = re.compile(r"https?://(?!wa\.me/|api\.whatsapp\.com/)[^\s<>\"'，。；、）]+")
"""Addresses of pages, but for those that only say whom to call."""
_OWNED_IN_PAGE = re.compile(rf"<!--\s*{ALLOWED}:(.*?)-->", re.DOTALL)

Found = tuple[str, str]
"""What was found: ``number``, ``mailbox``, ``account`` or ``identity``, and how it is written plainly."""


def found_in(text: str) -> Iterator[Found]:
    """Every mobile number, mailbox and identity number in a running text; those within addresses of pages do not count.

    >>> list(found_in("报名找王老师 138-0000-0000，或发 A@qq.com；https://a.cn/13800000001"))
    [('number', '13800000000'), ('mailbox', 'a@qq.com')]
    """
    plain = _ADDRESS.sub(" ", _seen(text))
    for number in _IN_TEXT.finditer(plain):
        yield "number", _digits(number)
    yield from (("identity", each[0].upper().replace(" ", "")) for each in _IDENTITY.finditer(plain) if _is_a_card(each))
    for box in _MAILBOX.finditer(plain):
        yield "mailbox", re.sub(r"#|[(\[]at[)\]]", "@", "".join(box[0].split()).lower()).replace("。", ".")
    for account in filter(_is_personal, _ACCOUNT.finditer(plain)):
        yield "account", f"QQ {account['qq']}" if account["qq"] else f"微信号 {account['said'] or account['wechat']}"


_SIGNS_OF = (
    (re.compile(r"1 ?[3-9][0-9\s\-—–‐·._/*\\()]{9}|85[23]"), _IN_TEXT),
    (re.compile(r"(?:19|20)[0-9]{2} ?[0-9]{2} ?[0-9]{2} ?[0-9]{2}"), _IDENTITY),
    (re.compile(rf"[@#)\]]{_HOST}", re.IGNORECASE), _MAILBOX),
    (re.compile(r"[微薇加扣vVwWqQ](?:[信微扣]|\s?[vV]|[xX]|[eE][cCiIıİ]|[qQ])"), _ACCOUNT),
)
"""What is found quickly, by a sign of a few, wherever the longer pattern may match."""


def _may_have(text: str) -> bool:
    """Whether any of it may be in a text or in a line of it: hardly any file has one, and it is long to ask each line."""
    plain = _ADDRESS.sub(" ", _seen(text))
    return any(sign.search(plain) and each.search(plain) for sign, each in _SIGNS_OF)


def _is_personal(account: re.Match[str]) -> bool:
    """Whether an account may be a person's: nothing shortly before it in its line says that it is one to follow."""
    line = account.string.rfind("\n", 0, account.start()) + 1
    return not _OF_AN_OFFICE.search(account.string, max(line, account.start() - 20), account.start())


_SAYS_A_CARD = re.compile("身份证|证件号|identity|(?<![a-z])id (?:card|number)", re.IGNORECASE)


def _is_a_card(found: re.Match[str]) -> bool:
    """Whether a number may be that of an identity card: its signs fit each other, or the words before it say so."""
    return is_identity(found[0]) or bool(_SAYS_A_CARD.search(found.string, max(0, found.start() - 20), found.start()))


def is_identity(digits: str) -> bool:
    """Whether eighteen signs are the number of an identity card: its last one is worked out of the others (GB 11643).

    >>> is_identity("11010519491231002X"), is_identity("110105194912310021")
    (True, False)
    """
    digits = digits.replace(" ", "")
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    rest = sum(int(digit) * weight for digit, weight in zip(digits[:17], weights, strict=True)) % 11
    return digits[17].upper() == "10X98765432"[rest]


def owned(plans: Iterable[Node], contacts: Iterable[Node]) -> frozenset[Found]:
    """What plans and contacts say is the office's own."""
    listed = (value.text for node in plans for _, value in values(node, ALLOWED))
    lines = (record for node in contacts for _, record in records(node, "contacts") if _is_allowed(record))
    typed = (value.text for record in lines for _, value in scalars(record))
    return frozenset(found for text in (*listed, *typed) for found in found_in(text) if found[0] != "identity")


def in_data(node: Node, known: frozenset[Found]) -> Iterator[Problem]:
    """Personal numbers and mailboxes in the texts of a plan or a register, but in its list of those that may stand.

    The values are asked and not the file, where a number may be broken over lines or written in codes.
    """
    typed = [each for each in scalars(node) if ALLOWED not in each[0] and each[0][:1] != ("contacts",)]
    for location, value in typed if _may_have('"'.join(value.text for _, value in typed)) else ():
        told = (found for found in dict.fromkeys(found_in(value.text)) if found not in known)
        yield from (_told(found, value.mark, path(location)) for found in told)


_Run = tuple[int, list[str]]
"""Lines that one text runs through, with the number of the first."""


def in_table(text: str, file: str, known: frozenset[Found]) -> Iterator[Problem]:
    """The same in a table (CSV), each at the cell that has it; a cell may have several lines."""
    number = 1
    for row in _ROW.findall(text) if _may_have(text) else ():
        for column, cell in enumerate(next(csv.reader(io.StringIO(row, newline="")), []), 1):
            found = dict.fromkeys(each for each in _in_markup(cell) if each not in known)
            yield from (_told(each, Mark(file, number, column), "") for each in found)
        number += row.count("\n") + 1


_ROW = re.compile(r'((?:[^"\n]+|"(?:[^"]|"")*"|")*)(?:\n|\Z)')


def in_translation(text: str, file: str, known: frozenset[Found]) -> Iterator[Problem]:
    """The same in a translation, whose texts are joined of several lines; the originals are asked about in the plan."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _may_have(_meant(_JOINED.sub("", text))):
        return
    runs, is_asked = list[_Run](), True
    for number, line in enumerate(map(str.strip, text.split("\n")), 1):
        if not line.startswith('"'):
            is_asked = not line.startswith(("msgid", "msgctxt", "#~"))
        elif is_asked and runs:
            runs[-1][1].append(_meant(line[1:].removesuffix('"')))
        if is_asked and not line.startswith('"'):
            runs.append((number, [_meant(line.removesuffix('"'))]))
    yield from _in_runs(runs, "", file, known)


_JOINED = re.compile(r'"[ \t]*\n[ \t]*"')


def _meant(text: str) -> str:
    """What a text of a translation says with the signs for new lines and tabs."""
    return re.sub(r"\\([nrt])", " ", text)


_COMMENTED = (".md", ".html", ".svg", ".xml")
IN_DOCS = (*_COMMENTED, ".txt", ".csv", ".json", ".ics", ".vtt", ".js", ".css", "")
"""Endings of files of docs/ that are looked into; the others are no texts. Without one are proofs in .well-known."""


def in_pages(texts: Mapping[str, str], owned: Iterable[str] = ()) -> Iterator[Problem]:
    """The same in the files of docs/; a comment in a page names what may stand in it, ``owned`` what may in all of them."""
    for file, text in texts.items():
        own = (found for said in (*owned, *_OWNED_IN_PAGE.findall(text)) for found in found_in(said) if found[0] != "identity")
        shown = _TAG.sub(lambda tag: "\n" * tag[0].count("\n"), text) if file.endswith(".svg") else text  # else the figures of lines
        lines = [re.sub(r"^[\s>]+|\s+$", "", line) for line in shown.split("\n")]
        if _may_have("\n".join(lines)) or _may_have(_TAG.sub("", "\n".join(lines))):
            yield from _in_runs(_paragraphs(lines), "\n", file, frozenset(own))


def _paragraphs(lines: list[str]) -> list[_Run]:
    runs: list[_Run] = []
    for number, line in enumerate(lines, 1):
        if line and number > 1 and lines[number - 2] and not _ITEM.match(line):
            runs[-1][1].append(line)
        elif line:
            runs.append((number, [line]))
    return runs


_ITEM = re.compile(r"(?:[-*+|]|[0-9]{1,9}[.)])\s")
_TAG = re.compile(r"<!--[^<>]{0,200}-->|</?[a-z][^<>]*>", re.IGNORECASE)


def _in_runs(runs: Iterable[_Run], between: str, file: str, known: frozenset[Found]) -> Iterator[Problem]:
    """What the texts have, each at the line in which it begins."""
    for first, lines in runs:
        found = dict.fromkeys(each for each in _in_markup(between.join(lines)) if each not in known)
        starts = list(_starts(lines, between)) if found and len(lines) > 1 else []
        placed = {each for _, each in starts}
        places = [(0, each) for each in found if each not in placed]
        yield from (_told(each, Mark(file, first + line), "") for line, each in (*places, *starts) if each in found)


def _starts(lines: list[str], between: str) -> Iterator[tuple[int, Found]]:
    """In which of some lines something begins that is in one of them or broken over two or three."""
    for index in range(len(lines)):
        below = Counter(_in_markup(between.join(lines[index + 1 : index + 3])))
        yield from ((index, each) for each in Counter(_in_markup(between.join(lines[index : index + 3]))) - below)


def _in_markup(text: str) -> Iterator[Found]:
    """What is in a text with its tags or without them."""
    yield from found_in(text)
    if "<" in text:
        yield from found_in(_TAG.sub("", text))


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
        en = f"“{text[:6]}…{text[-1]}” is the number of an identity card; delete it, the site never publishes one"
        return Problem(mark, where, "personal-identity", zh, en)
    if mark.file == "data/synonyms.yml":
        return Problem(mark, where, f"personal-{kind}", f"同义词里有“{text}”，请删去", f"“{text}” is not a synonym; delete it")
    if mark.file.startswith("docs/") and mark.file.endswith(_COMMENTED):
        zh, en = f"请在页面里写 <!-- {ALLOWED}: {text} -->", f"write <!-- {ALLOWED}: {text} --> in the page"
    elif where.startswith("contacts["):
        zh, en = f"请加上 {ALLOWED}: true", f"add {ALLOWED}: true"
    elif mark.file.startswith(("mkdocs", "docs/")):
        zh = f"请在 mkdocs.yml 的 extra.microsite 下写 {ALLOWED}: [{text}]"
        en = f"write {ALLOWED}: [{text}] under extra.microsite in mkdocs.yml"
    else:
        zh, en = f"请在方案里写 {ALLOWED}: [{text}]", f"write {ALLOWED}: [{text}] in the plan"
    what, en_what = _NAMED[kind]
    en = f"“{text}” is {en_what}, or, if the office owns it, {en}"
    return Problem(mark, where, f"personal-{kind}", f"“{text}”是{what}，确是单位公用的，{zh}", en)


_NAMED = {
    "number": ("手机号；请改写单位的座机", "a mobile number; give the office’s landline"),
    "mailbox": ("个人也能注册的邮箱；请改写单位的邮箱", "an email address that anybody can register; give the office’s own"),
    "account": ("个人也能注册的账号；请改写单位的座机或公众号",
                "an account that anybody can register; give the office’s landline or official account"),
}
"""What each kind is, and what to write instead, in Chinese and English."""


_MAY_NAME_A_MAILBOX = ("body", "person", "phones", "email", "updates")
"""Keys of a contact; in its telephone, and under a key that does not exist, a mailbox is told as such."""


def in_contacts(node: Node) -> Iterator[Problem]:
    """Personal numbers and mailboxes in a contacts file; of a contact that allows them only identity numbers are asked for."""
    for location, record in records(node, "contacts"):
        always = ("identity",) if _is_allowed(record) else ("identity", "account")
        for place, value in scalars(record, location):
            found = [each for each in found_in(value.text) if each[0] in always]
            if not _is_allowed(record):
                box = mailbox(value.text) if place[2] in _MAY_NAME_A_MAILBOX else ""
                found += [each for each in (("number", mobile(value.text)), ("mailbox", box)) if each[1]]
            yield from (_told(each, value.mark, path(place)) for each in found)


def _is_allowed(contact: Node) -> bool:
    allowed = scalar(contact, ALLOWED)
    return allowed is not None and allowed.text.strip() == "true"
