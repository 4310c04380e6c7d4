"""What a single value in a data file may look like: an id, a number, a day, an address.

Every value arrives as the text that was typed. One that does not fit is refused with a message in both
languages that says what to write instead.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from typing import Annotated, Any

from ..core.colours import is_colour
from ..core.dates import phrases
from ..core.dates.points import DateError
from ..core.language import DEFAULT, LANGUAGES, Language, some
from ..core.problems import Mistake, MistakeBeside, wrong_value
from . import file_kinds, links
from .choices import is_year
from .fields import OneOrMore, Value
from .phones import dial, has_no_area_code


@dataclass(frozen=True, slots=True)
class Words:
    """Words that can be translated from ``language``, in which their file is written.

    ``context`` is the field's path made of ids (``activities/women/title``), never of list
    positions: it finds the translation again after a reordering. Items of a list share the
    context of their list (``shared``) and are told apart by their text. ``draft``: what they name or
    tell is a draft, which only a preview shows, and says.
    """

    text: str
    context: str
    markdown: bool = False
    shared: bool = False
    draft: bool = False
    language: Language = DEFAULT

    def __bool__(self) -> bool:
        return bool(self.text)


NO_WORDS = Words("", "")
"""Where a plan says nothing."""


FIRST_ID = "the id that it was published under first, where that was another: calendars and feeds keep it"
"""What is told of a record's first id, which the ledger knows."""


@dataclass(frozen=True, slots=True)
class NameList:
    """Names in printed order; ``is_open`` where the notice ends them with 等."""

    items: tuple[Words, ...] = ()
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Moment:
    """A day and, where it is known, the hour and minute of China (``09:30``)."""

    day: date
    time: str


# Names that no file or folder can have on Windows, whatever its ending: the site may be served from there.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
_CODE = "[a-z][a-z0-9]{2,7}"
_ID = "[a-z][a-z0-9]*(-[a-z0-9]+)*"
_ID_LENGTHS = 2, 60
_PHONE_SIGNS = r"[0-9０-９+＋()（）\s\-－—–‐转分机]{3,40}"
_PHONE = re.compile(_PHONE_SIGNS)
_BETWEEN_PHONES = re.compile(r"[、，,;；/／和至~～]|或者?|\s+(?=[(（]?0|[2-9][0-9]{6,7}\b)")
_SEVERAL_PHONES = re.compile(r"[0-9]{5}.*[、，,;；/／或和至~～].*[0-9]{5}|[0-9]{7}\s+[(（]?0[0-9]{2,3}|[0-9]{7}\s+[2-9][0-9]{6,7}\b")
_SEVERAL_EXTENSIONS = re.compile(r"([0-9()（）\s—–-]{7,})(?:转|分机|内线|(?<=[0-9]{7})-)\s*([0-9]{1,6}(?:[、，,/／或和][0-9]{1,6})+)")

_BEFORE_AN_EXTENSION = r"\s*\(?(?:[#*,:x]|ext\.?|extension|转接|转|分机|内线|\s)\s*[:.]?\s*"
_JOINED = re.compile(
    r"\(?(?P<area>0[0-9]{2,3}|400|800)?\)?\s?[-—–‐−_./·]?\s?(?P<number>[0-9]{3,4}[-—–‐−_.·\s]?[0-9]{3,4}|[0-9]{7,8})"
    rf"(?:{_BEFORE_AN_EXTENSION}(?P<ext>[0-9]{{1,6}})\)?)?",
    re.IGNORECASE,
)
"""A telephone with its parts, whatever joins them."""
_ABROAD = re.compile(
    rf"(?P<number>\+(?:[ ()-]*[0-9]){{10,}}\)?)(?:-|{_BEFORE_AN_EXTENSION})(?P<ext>[0-9]{{1,6}})\)?", re.IGNORECASE
)
"""A number of another country with its extension."""
_WITH_LAST_DIGITS = re.compile(r"([0-9()\s—–-]*[0-9]{4,8})((?:\s*[/,、至~或和]\s*[0-9]{1,4})+)")
_COUNTED = re.compile(
    r"([1-9][0-9]{0,2}(?:,[0-9]{3})+|[1-9][0-9]{0,8})(?:\.0+)?\s?(?:人|名|个(?:名额|座位|席位)?|位|席|座|组|户|场|家|项|次|件|people|seats|places)?"
)
"""A number as it may be typed, with its unit."""


def is_id(text: str) -> bool:
    """Whether a campaign, an activity or a body can be called so in addresses."""
    shortest, longest = _ID_LENGTHS
    return re.fullmatch(_ID, text) is not None and shortest <= len(text) <= longest and text not in _DEVICES


def _id(text: str) -> str:
    if text in _DEVICES:
        zh = f"不能做编号，Windows 不允许文件夹叫这个名字；请换一个，如 {text}-quiz"
        en = f"cannot be an id, because Windows allows no folder of that name; choose another, such as {text}-quiz"
        raise wrong_value("not-an-id", text, zh, en)
    if not is_id(text) and re.fullmatch(_ID, text):
        shortest, longest = _ID_LENGTHS
        zh = f"有 {len(text)} 个字符，不能做编号；请写 {shortest} 到 {longest} 个"
        en = f"has {some(len(text), 'character')} and cannot be an id; write {shortest} to {longest}"
        raise wrong_value("not-an-id", text, zh, en, 60)
    if not is_id(text):
        zh = "不能做编号；请用小写英文字母开头，只含小写字母、数字和连字符，如 online-quiz"
        en = "cannot be an id; start with a letter, use a-z, 0-9 and hyphens only, such as online-quiz"
        raise wrong_value("not-an-id", text, zh, en, 60)
    return text


def _code(text: str) -> str:
    if text in _DEVICES or not re.fullmatch(_CODE, text):
        zh = "不能做短地址；请用三到八个小写字母和数字，以字母开头，如 j2207"
        en = "cannot be a short address; use three to eight letters and digits, a letter first, such as j2207"
        raise wrong_value("not-a-code", text, zh, en)
    return text


def _filled(text: str) -> str:
    if not text.strip():
        raise Mistake("empty", "", "")  # in whose words depends on whether the field is required
    return text.strip()


def _line(text: str) -> str:
    text = _filled(text)
    if "\n" in text:
        raise Mistake("not-one-line", "这里只能写一行；请合并成一行", "this must be one line; join the lines")
    return text


MOST_CHARACTERS = 12


def _short(text: str) -> str:
    text = _line(text)
    if len(text) > MOST_CHARACTERS:
        zh, en = f"有 {len(text)} 个字；请缩短到 {MOST_CHARACTERS} 个字以内", f"has {len(text)} characters; shorten it to {MOST_CHARACTERS}"
        raise wrong_value("too-long", text, zh, en)
    return text


_UNCOUNTED = "若干|[数几][十百千万]|[十百]几|几|一批|several|some|dozens|hundreds|a few|many"
_ROUGH = re.compile(
    "[约近余多至每限满]|左右|上下|以[上内]|不[超少多低]|[0-9] ?[-–—~～到] ?[0-9]|around|about|over|up to|most|least|max|each|per|limited"
    f"|{_UNCOUNTED}", re.IGNORECASE,
)  # fmt: skip


_AT_MOST = re.compile(r"^(?:名额|限额?|限报|限定|最多|至多|不超过|上限|up to|max(?:imum)?|at most)[:： ]*", re.IGNORECASE)
_NO_PEOPLE = re.compile("[户组队对桌车班家/+]|teams?|groups?|famil|househ|pairs?", re.IGNORECASE)
"""What some places are for, so that their number is none of people."""


def _number(value: str) -> int:
    if not re.fullmatch(r"[1-9][0-9]{0,8}", value):
        if re.search("满[员额]|[已报约]满", value):
            zh = "不是数目；名额满了的，这一项不写，场次的 status（状态）写 full（名额已满）"
            en = "is not a number; if all places are taken, leave this out and write status: full for the session"
            raise wrong_value("not-a-number", value, zh, en)
        if re.fullmatch("[0-9]{10,}", value):
            raise wrong_value("not-a-number", value, "太大；请核对，最多九位数字", "is too large; check it, nine digits at most")
        if _ROUGH.search(value):
            zh = "不是一个确切的数目，这里只写确切的；请照原文写进说明、参加办法这样的文字里"
            en = "is not an exact number, as is needed here; write it as printed in a text, such as how to join"
            raise wrong_value("not-a-number", value, zh, en)
        if re.fullmatch(r"0+(?:\.0+)? ?\D?", unicodedata.normalize("NFKC", value)):
            zh, en = "太小，至少是 1；没有的，请不要写这一项", "is less than 1; leave this out if there is none"
            raise wrong_value("not-a-number", value, zh, en)
        meant = _digits(value[:40])
        zh = f"不是数目；请{f'只写 {meant}' if meant else '写阿拉伯数字，如 3'}"
        en = f"is not a number; write {f'only {meant}' if meant else 'digits, such as 3'}"
        raise wrong_value("not-a-number", value, zh, en)
    return int(value)


def _capacity(value: str) -> int:
    """How many people; a rough number, or one of teams or households, is no number of people."""
    plain = _AT_MOST.sub("", unicodedata.normalize("NFKC", value))
    if re.search(f"[0-9一二三四五六七八九十百]|{_UNCOUNTED}", plain, re.IGNORECASE) and (_ROUGH.search(plain) or _NO_PEOPLE.search(plain)):
        zh = f"不是一个确切的人数；请照原文写进 capacity_note: {value[:40]}"
        en = f"is not an exact number of people; write it as printed: capacity_note: {value[:40]}"
        raise wrong_value("not-a-number", value, zh, en)
    if re.search("不限|无限制|unlimited|no limit", plain):
        zh = f"不是人数；请删去这一项，要照原文公布的写 capacity_note: {value[:40]}"
        en = f"is not a number of people; delete it, or write capacity_note: {value[:40]} to publish it as printed"
        raise wrong_value("not-a-number", value, zh, en)
    if plain != value and (meant := _digits(plain)):
        raise wrong_value("not-a-number", value, f"不是数目；请只写 {meant}", f"is not a number; write only {meant}")
    return _number(value)


def _digits(text: str) -> str:
    """The number in a text that says nothing else, but for its unit; a rough one (约50) is not made exact.

    >>> [_digits(each) for each in ("５０", "50人", "1,000", "60.0", "（3）", "约50", "50-60")]
    ['50', '50', '1000', '60', '3', '', '']
    """
    plain = unicodedata.normalize("NFKC", text).strip(" ().、")
    found = _COUNTED.fullmatch(plain)
    return found[1].replace(",", "") if found else ""


def _year(value: str) -> int:
    if not is_year(value):
        raise wrong_value("not-a-year", value, "不是年份；请写四位数字，如 2024", "is not a year; write four digits, such as 2024")
    return int(value)


_SAID = dict.fromkeys("是 对 有 需要 要 yes y on 1 √".split(), "true") | dict.fromkeys("否 不 无 不需要 不用 no n off 0 ×".split(), "false")


def _yes_no(value: str) -> bool:
    if value not in ("true", "false"):
        meant = _SAID.get(value.lower())
        zh, en = (meant, meant) if meant else ("true 或 false", "true or false")
        raise wrong_value("not-true-or-false", value, f"应写成 {zh}", f"must be {en}")
    return value == "true"


def _colour(text: str) -> str:
    if not is_colour(text):
        zh, en = '不是颜色；请写成带引号的 "#a1242c" 这样的六位代码', 'is not a colour; write six digits in quotes, such as "#a1242c"'
        raise wrong_value("not-a-colour", text, zh, en)
    return text.lower()


def _url(text: str) -> str:
    return links.read(_line(text))


def _prose(text: str) -> str:
    for _, mistake in links.wrong_links(text):
        raise mistake
    return _filled(text)


def _phone(text: str) -> str:
    on_one_line = re.sub(r"\s*\n\s*", "、", _filled(text))
    text = on_one_line if _SEVERAL_PHONES.search(on_one_line[:400]) else _line(text)
    if "@" in text or "＠" in text:
        raise MistakeBeside("mailbox-in-phone", _with_a_mailbox)
    if len(text) < 400 and (_SEVERAL_PHONES.search(text) or _extensions(text) or _last_digits(text)):
        raise _several(text)
    if meant := _meant_phone(text[:400]):
        raise wrong_value("not-a-phone", text, f"不是能拨通的号码；请写 {meant}", f"cannot be dialled; write {meant}")
    if bare := _without_words(text[:400]):
        raise MistakeBeside("not-a-phone", partial(_with_words, text[:40], bare))
    if not _PHONE.fullmatch(text) or not dial(text):
        if re.fullmatch(r"[(（]?0[1-9][0-9]{1,2}[)）\s－—–-]+[0-9]{1,12}", text):
            zh = "不是能拨通的号码；区号后面应是七位或八位的号码，请核对，有分机写 0791-88912762-801"
            en = "cannot be dialled; an area code is followed by seven or eight digits: check it; write an extension as 0791-88912762-801"
            raise wrong_value("not-a-phone", text, zh, en)
        zh = "不是能拨通的号码；请连区号一起写，如 0791-88912762，有分机写 0791-88912762-801，国外的写国家号码，如 +44 20 7946 0000"
        en = "cannot be dialled; write it with its area code, such as 0791-88912762, with an extension as 0791-88912762-801, and "
        raise wrong_value("not-a-phone", text, zh, f"{en}from abroad with the country code, as in +44 20 7946 0000")
    return text


def _with_a_mailbox(key: str, keys: Collection[str]) -> tuple[str, str]:
    zh, en = (" ", "") if "email" in keys else ("联系人（data/contacts）的 ", " of a contact (data/contacts)")
    return f"这里只写电话；请把邮箱移到{zh}email 一项", f"only a telephone number is allowed here; move the email address to email{en}"


def _meant_phone(text: str) -> str:
    """A number whose parts are joined by other signs than the hyphen, as it is written here; nothing for any other text.

    >>> [_meant_phone(each) for each in ("0791/88912762", "0791-88912762#801", "0791-88912762（转801）", "0791-88912762.0", "总机")]
    ['0791-88912762', '0791-88912762-801', '0791-88912762-801', '0791-88912762', '']
    >>> _meant_phone("+852-2345-6789-5"), _meant_phone("+44 (0)20 7946 0000")
    ('+852-2345-6789转5', '+44 20 7946 0000')
    """
    if _PHONE.fullmatch(text) and dial(text) and not re.search("[（(]转", text):
        return ""
    plain = re.sub(r"\.0$", "", re.sub("^00", "+", unicodedata.normalize("NFKC", text)))  # a spreadsheet adds .0
    if plain.startswith("+"):
        plain = plain.replace("(0)", "")
        found = _ABROAD.fullmatch(plain)
        meant = [plain, f"{found['number']}转{found['ext']}"] if found else [plain]
    elif text.endswith(".0") and _PHONE.fullmatch(plain):
        meant = [plain]
    else:
        found = _JOINED.fullmatch(plain)
        meant = ["-".join(filter(None, (found["area"], re.sub("[^0-9]", "", found["number"]), found["ext"])))] if found else []
    return next((each for each in meant if _PHONE.fullmatch(each) and dial(each)), "")


def _last_digits(text: str) -> list[str]:
    """A number and the last digits of those behind it (88912762/3), each written out; nothing for anything else.

    Three digits or more that are not like the end of the number are not made into another: they may be an extension.

    >>> _last_digits("0791-88912762/63"), _last_digits("0791-88912762至4"), _last_digits("0791-88912762、0101")
    (['0791-88912762', '0791-88912763'], ['0791-88912762', '0791-88912763', '0791-88912764'], ['0791-88912762'])
    """
    found = _WITH_LAST_DIGITS.fullmatch(unicodedata.normalize("NFKC", text))
    numbers = [found[1]] if found else []
    for sign, last in re.findall("([/,、至~或和])\\s*([0-9]+)", found[2]) if found else ():
        is_like = numbers[0][-len(last) : -2] == last[:-2]
        if (sign == "," and not (is_like and len(last) > 2)) or (sign == "/" and not is_like and len(last) < 4):
            return []
        begins = int(numbers[-1][-len(last) :]) + 1 if sign in "至~" and is_like else int(last)
        ends = range(begins if int(last) - begins < _MOST_IN_A_ROW else int(last), int(last) + 1) if is_like else ()
        numbers += [f"{numbers[0][: -len(last)]}{end:0{len(last)}}" for end in ends]
    return numbers


_MOST_IN_A_ROW = 10
"""Numbers that 至 may stand for."""
_IN_A_TEXT = "照原文写进说明、参加办法这样的文字里", "as printed in a text, such as a note or how to join"


def _several(text: str) -> Mistake:
    """How several numbers in one place are written: where the record has a list of them, each as an item of its own."""
    alone = [each if _PHONE.fullmatch(each) else _without_words(each) for each in _last_digits(text) or _split(text)]
    found = _extensions(text) or [(each, "") for each in alone if dial(each)]
    return MistakeBeside("not-a-phone", partial(_with_others, text[:40], found))


def _with_others(typed: str, found: list[tuple[str, str]], key: str, keys: Collection[str]) -> tuple[str, str]:
    more = "" if len(found) > 1 else "…"
    items = [f"{{number: {number}, ext: {ext}}}" if ext else f"{{number: {number}}}" for number, ext in found]
    listed = ", ".join(filter(None, (*items, more)))
    zh, en = f"“{typed}”不止一个号码；", f"“{typed}” is more than one number; "
    if key == "phone" and "phones" in keys:
        return f"{zh}请写成 phones: [{listed}]", f"{en}write phones: [{listed}]"
    if key == "number":
        return f"{zh}请每个号码写一项：{listed}", f"{en}write each as an item of its own: {listed}"
    numbers = [f"{number}-{ext}" if ext else number for number, ext in found]
    which, either = (f"（{' 或 '.join(numbers)}）", f" ({' or '.join(numbers)})") if numbers else ("", "")
    return f"{zh}这里只写一个{which}，另外的{_IN_A_TEXT[0]}", f"{en}write one here{either}, and the others {_IN_A_TEXT[1]}"


_BESIDE_A_NUMBER = (
    ("person", "姓名写 person", "a name as person"), ("name", "名称写 name", "what it is called as name"),
    ("hours", "接听时间写 hours", "when somebody answers as hours"), ("note", "用途写 note", "what it is for as note"),
)  # fmt: skip


def _with_words(typed: str, number: str, key: str, keys: Collection[str]) -> tuple[str, str]:
    """Where the words beside a number go, by the keys that its record has."""
    said = [(f"请只写 {number}", f"write only {number}"), *((zh, en) for each, zh, en in _BESIDE_A_NUMBER if each in keys)]
    if key == "phone" and "fax" in keys:
        said.append((f"兼传真的再写 fax: {number}", f"fax: {number} if it is also the fax"))
    if key == "fax" and "phone" in keys:
        said.append((f"兼电话的再写 phone: {number}", f"phone: {number} if it is also the telephone"))
    if key == "phone" and "phones" in keys:
        listed = f"phones: [{{number: {number}, note: "
        said.append((f"用途、接听时间写成 {listed}用途, hours: 时间}}]", f"its purpose and hours as {listed}what for, hours: when}}]"))
    elif "phones" not in keys and "note" not in keys:
        said.append((f"别的字{_IN_A_TEXT[0]}", f"other words {_IN_A_TEXT[1]}"))
    zh, en = "，".join(each for each, _ in said), ", ".join(each for _, each in said[:-1])
    return f"“{typed}”里有号码以外的字；{zh}", f"“{typed}” has words in it; {en}, and {said[-1][1]}"


def _extensions(text: str) -> list[tuple[str, str]]:
    """One number with several extensions (转801、802), each beside it; nothing for anything else."""
    found = _SEVERAL_EXTENSIONS.fullmatch(text)
    return [(found[1].strip(), each) for each in re.findall("[0-9]+", found[2])] if found else []


def _split(text: str) -> list[str]:
    """The numbers of a text; one without an area code has that of the number before.

    >>> _split("0791-88912762、88912763"), _split("0791-88912762/0791-88912763")
    (['0791-88912762', '0791-88912763'], ['0791-88912762', '0791-88912763'])
    """
    found: list[str] = []
    for each in filter(None, (part.strip(" \t-—–") for part in _BETWEEN_PHONES.split(text))):
        area = re.match(r"[(（]?(0[0-9]{2,3})", found[-1]) if found else None
        found.append(f"{area[1]}-{each}" if area and has_no_area_code(each) else each)
    return found


def _without_words(text: str) -> str:
    """The number in a text that has other words around it, if it has exactly one.

    >>> _without_words("0791-88912762（兼传真）"), _without_words("电话：0791-88912762"), _without_words("总机")
    ('0791-88912762', '0791-88912762', '')
    """
    outside = re.fullmatch(r"([^（(]+)[（(][^（）()]*[）)]", text)
    if outside and _PHONE.fullmatch(outside[1]) and dial(outside[1]):  # behind it, its hours
        return outside[1].strip()
    found = [each.strip(" -（(转分机") for each in re.findall(r"[+＋(（]?[0-9０-９][0-9０-９()（）\s\-－—–‐转分机]{4,}", text)]
    numbers = [each for each in found if dial(each)]
    if len(numbers) != 1 or _PHONE.fullmatch(text):
        return ""
    around = text.replace(numbers[0], "\0", 1)
    return "" if re.search(r"[0-9０-９]|[A-Za-z]\0|\0[A-Za-z]", re.sub("(?i)tel|phone", "", around)) else numbers[0]


def _extension(text: str) -> str:
    if not re.fullmatch("[0-9]{1,6}", text):
        zh, en = "不是分机号；请只写数字，如 801", "is not an extension; write only its digits, such as 801"
        raise wrong_value("not-an-extension", text, zh, en)
    return text


def _email(text: str) -> str:
    text = _line(text).replace("＠", "@")
    if not links.MAILBOX.fullmatch(text):
        zh, en = "不是电子邮箱；请只写一个，如 bgs@example.gov.cn", "is not an email address; write only one, such as bgs@example.gov.cn"
        raise wrong_value("not-a-mailbox", text, zh, en, 60)
    return text


@lru_cache(maxsize=16384)  # reading, its checks and its notes ask for the same days, and reading one is dear
def read_day(text: str) -> date:
    """A single day, as the notice prints it (2024年5月27日) or as 2024-05-27."""
    text = _line(text)
    try:
        found = phrases.parse(text)
    except DateError as error:
        if error.code == "year-missing":
            zh, en = "没有写年份；请写年月日，如 2024年5月27日", "has no year; write year, month and day, such as 2024-05-27"
            raise wrong_value("year-missing", text, zh, en) from None
        if error.code == "not-a-date":
            raise _no_day(text) from None
        raise
    if found.kind != "point" or not found.is_exact or found.earliest is None or found.begins is not None:
        raise _no_day(text)
    return found.earliest


def _no_day(text: str) -> Mistake:
    """A text that is no day; eight digits are most likely one."""
    digits = re.fullmatch(r"((?:19|20|21)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])", text)
    zh, en = "年月日，如 2024年5月27日", "year, month and day, such as 2024-05-27"
    if digits:
        en = "-".join(digits.groups())
        zh = f" {en}"
    return wrong_value("not-a-day", text, f"不是某一天；请写{zh}", f"is not one day; write {en}")


def _moment(text: str) -> Moment:
    """A day, perhaps with hour and minute."""
    text = _line(text)
    day, _, time = text.rpartition(" ") if ":" in text else (text, "", "")
    if time and not re.fullmatch(r"([01][0-9]|2[0-3]):[0-5][0-9]", time):
        raise wrong_value("not-a-time-of-day", time, "不是几点几分；请写成 09:30 这样", "is not a time of day; write it as 09:30", 20)
    return Moment(read_day(day), time)


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the earth: degrees north and east (WGS 84)."""

    latitude: float
    longitude: float


_POINT = re.compile(r"(-?[0-9]{1,2}(?:\.[0-9]{1,8})?)[,，]\s*(-?[0-9]{1,3}(?:\.[0-9]{1,8})?)")


def _language(text: str) -> str:
    if text not in LANGUAGES:
        en = "is not a language of the site; write en for English, zh or nothing for Chinese"
        raise wrong_value("not-offered", text, "不是网站的语言；中文写 zh 或者不写，英文写 en", en)
    return text


def _point(text: str) -> Point:
    found = _POINT.fullmatch(_line(text))
    latitude, longitude = map(float, found.groups()) if found else (91.0, 181.0)
    if turned := re.fullmatch(r"((?:9[0-9]|1[0-3][0-9])\.?[0-9]*)[,，\s]+([1-5][0-9]\.?[0-9]*)", text):  # where China is
        meant = f"{turned[2]}, {turned[1]}"
        raise wrong_value("not-a-point", text, f"先写了经度；请写 {meant}", f"has the longitude first; write {meant}")
    if abs(latitude) > 90 or abs(longitude) > 180:
        zh = "不是经纬度；请先写纬度、再写经度，如 28.6820, 115.8579"
        en = "is not a point on a map; write latitude, then longitude, such as 28.6820, 115.8579"
        raise wrong_value("not-a-point", text, zh, en)
    return Point(latitude, longitude)


def _text(pattern: str, *others: str) -> dict[str, Any]:
    return {"type": ["string", *others], "pattern": pattern} if others else {"type": "string", "pattern": pattern}


_LINE = _text(r"^\s*\S[^\n]*\s*$", "number", "boolean")
_INTEGER = {"type": "integer"}
_ID_SCHEMA = _text(f"^{_ID}$", "boolean") | {
    "minLength": _ID_LENGTHS[0],
    "maxLength": _ID_LENGTHS[1],
}
_PHONE_SCHEMA = _text(rf"^\s*{_PHONE_SIGNS}\s*$", "number")
_NUMBER_SCHEMA = _text("^[1-9][0-9]{0,8}$", "integer") | {"minimum": 1, "maximum": 999_999_999}
_YEAR_SCHEMA = _text("^(19|20|21)[0-9]{2}$", "integer") | {"minimum": 1900, "maximum": 2199}

LINE = Value("line", _line, _LINE)
Line = Annotated[str, LINE]
Prose = Annotated[Words, Value("prose", _prose, _text(r"\S", "number", "boolean"))]
"""Words in paragraphs, with Markdown."""
Printed = Annotated[str, Value("printed", _filled, _text(r"\S", "number", "boolean"))]
"""Words of the notice in paragraphs, exactly as they are."""
ShortWords = Annotated[Words, Value("short", _short, _LINE)]
"""Words for a small place."""
ID = Value("id", _id, _ID_SCHEMA)
Id = Annotated[str, ID]
Code = Annotated[str, Value("code", _code, _text(f"^{_CODE}$", "boolean"))]
Number = Annotated[int, Value("number", _number, _NUMBER_SCHEMA, _INTEGER)]
Capacity = Annotated[int, Value("number", _capacity, _NUMBER_SCHEMA, _INTEGER)]
Year = Annotated[int, Value("year", _year, _YEAR_SCHEMA, _INTEGER)]
YesNo = Annotated[bool, Value("yes-no", _yes_no, {"enum": [True, False, "true", "false"]}, {"type": "boolean"})]
Colour = Annotated[str, Value("colour", _colour, _text("^#[0-9A-Fa-f]{6}$"))]
Url = Annotated[str, Value("url", _url, _text(r"^\s*https?://\S+\s*$"))]
OwnLanguage = Annotated[Language, Value("language", _language, {"enum": list(LANGUAGES)})]
"""The language in which a file is written."""
FileName = Annotated[str, Value("file", file_kinds.read_name, _text(rf"^{file_kinds.NAME}$"))]
"""A file below docs/files."""
Phone = Annotated[str, Value("phone", _phone, _PHONE_SCHEMA)]
_MAILBOX = {"type": "string", "format": "email"}
Extension = Annotated[str, Value("extension", _extension, _text("^[0-9]{1,6}$", "integer"))]
Email = Annotated[str, Value("mailbox", _email, _text(r"^\s*\S+[@＠]\S+\s*$"), _MAILBOX)]
Day = Annotated[date, Value("day", read_day, _LINE, {"type": "string", "format": "date"})]
_DEGREES = {
    "type": "object", "required": ["latitude", "longitude"], "additionalProperties": False,
    "properties": {"latitude": {"type": "number"}, "longitude": {"type": "number"}},
}  # fmt: skip
OfPoint = Annotated[Point, Value("point", _point, _text(rf"^\s*{_POINT.pattern}\s*$"), _DEGREES)]
OfMoment = Annotated[Moment, Value("moment", _moment, _LINE)]
Spellings = Annotated[tuple[Line, ...], OneOrMore()]
"""Ways to write one thing; a list that is never open."""
