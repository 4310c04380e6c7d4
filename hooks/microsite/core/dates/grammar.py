"""How Chinese notices write a single time: 8月中旬, 2024年6月11日(星期二)9:30, 第三季度, 2024-06.

Three steps: ``normalise`` evens out the writing (full-width signs, spaces, Chinese numerals),
``read_term`` recognises the words, and ``resolve`` puts in what they leave out: the year of the campaign,
or the month and year in which a span begins. What a whole sentence says is in ``phrases``.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, Final, Literal

from .points import Half, Hours, Point, Unit, make_point, nth_weekday

_DIGITS: Final = dict(zip("〇零○一二三四五六七八九两", (0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2), strict=True))
# A numeral is one only before what it counts or a "to": 六一儿童节 and 星期三 stay words.
_NUMERAL: Final = re.compile(
    r"(?<!星期)(?<!周)[〇零○一二三四五六七八九十两]+(?=[年月日号天周时点至到~-]|个月|季度|个?星期)"
    r"|(?<=[时点])[〇零○一二三四五六七八九十]+(?=[分刻])"
)
_DASHES: Final = re.compile(r"[—–―─〜−‒]+|--+")
_CLOCK_AFTER_SPACE: Final = re.compile(r"(?<=[0-9])\s+(?=[0-9]{1,2}:[0-9]{2})")
_SPACE_BETWEEN_DIGITS: Final = re.compile(r"(?<=[0-9])\s+(?=[0-9])")
_HALF: Final = "上午|下午|晚上?|早上?|中午|凌晨"
_DOTTED: Final = "[0-2]?[0-9][.][0-5][0-9](?![.0-9])"
_DOTTED_CLOCK: Final = re.compile(
    rf"(?:{_HALF}|(?<=[日号)])){_DOTTED}(?:[-~至到](?:{_HALF})?{_DOTTED})?|(?<=:[0-9][0-9][-~至到]){_DOTTED}"
)

_BEGINS_AND_ENDS: Final = re.compile(
    r"(?<=[0-9时点分半刻整])(?:正式)?(?:开始|开[门场园市馆摊]),?[至到]?(?=[上下中晚]?[午上]?[0-9:时点分半刻整]+(?:结束|收[摊市]|[关散闭][门场园市馆]|打烊)$)"
)
_HALF_IN_LETTERS: Final = re.compile("(?<![A-Z])([AP])M(?=[0-9])", re.I)
_CLOCK_SIGNS: Final = re.compile("[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?")
_HALF_BEHIND: Final = re.compile("(T?)([0-9]{1,2})(:[0-9]{2}(?::[0-9]{2})?)([AP])M(?![A-Z])", re.I)
_GOING_ON: Final = re.compile(r"(?:起|启动|开始),?(?:一直)?(?:持续|延续)[到至]")
_DOTTED_DAY: Final = re.compile(r"^([0-9]{1,2})[.]([0-9]{1,2})(?=\((?:星期|周|礼拜))")  # 9.6(周二)14:00
_WEEKDAY_BEHIND: Final = re.compile(r"(?<=[午上晚0-9分])\((?:星期|周|礼拜)[一二三四五六日天]\)")

# A day may carry its weekday and the clock. A wrong weekday is the notice's own slip, and no reason to refuse
# its date. Zones are those of machines: what people print is China's time.
_WEEKDAY: Final = r"(?:\(?(?:星期|周|礼拜)[一二三四五六日天]\)?)?"


def _hour(name: str) -> str:
    return (
        rf"(?P<{name}half>{_HALF})?T?(?P<{name}hour>[01]?[0-9]|2[0-4])"
        rf"(?::(?P<{name}minute>[0-5][0-9])(?::[0-5][0-9])?"
        rf"|[时点](?:(?P<{name}quarters>[13])刻|(?P<{name}spoken>[0-5]?[0-9])分?|(?P<{name}thirty>半)|整)?)"
    )


_ZONE: Final = r"(?P<zone>Z|\+(?:0[0-9]|1[0-4]):?[0-5][0-9])"
CLOCK: Final = (
    rf"(?:,?(?:{_hour('from_')}(?:{_ZONE}|[-~至到](?P<overnight>次日|翌日|第2[日天])?{_hour('to_')})?|(?P<half>{_HALF})|全天))?"
)
HOURS_ALONE: Final = re.compile(rf"(?!$){CLOCK}")
_YEAR: Final = r"(?:(?P<year>[0-9]{4})年|(?P<next>次年|翌年|第2年)|今年|本年|当年|同年)?"

_NAMED_DAY: Final = "(?:周|星期|礼拜)(?P<weekday>[一二三四五六日天])"

_TERM_WORDS: Final[tuple[tuple[Unit, str], ...]] = (
    ("day", rf"{_YEAR}(?:(?P<month>[0-9]{{1,2}})月)?(?P<part>[0-9]{{1,2}})[日号]{_WEEKDAY}{CLOCK}"),
    ("day", rf"{_YEAR}(?P<month>[0-9]{{1,2}})月份?的?(?:第(?P<part>[1-5一二三四五])|最后[1一])个?{_NAMED_DAY}{CLOCK}"),
    ("week", rf"{_YEAR}(?P<month>[0-9]{{1,2}})月(?P<part>[0-9]{{1,2}})[日号]{_WEEKDAY}(?:起的?[1一]周|(?P<around>[当那]周))"),
    ("week", rf"{_YEAR}(?:(?P<month>[0-9]{{1,2}})月份?的?)?(?:第(?P<part>[1-5])|最后[1一])个?(?:周|星期)"),
    ("ten-days", rf"{_YEAR}(?:(?P<month>[0-9]{{1,2}})月份?)?(?P<part>[上中下]旬)"),
    ("twenty-days", rf"{_YEAR}(?P<month>[0-9]{{1,2}})月份?(?P<part>上中旬|中上旬|中下旬)"),
    ("ten-days", rf"{_YEAR}(?P<month>[0-9]{{1,2}})月份?(?P<part>[初底末])"),
    ("month", rf"{_YEAR}(?P<month>[0-9]{{1,2}})月份?(?:全月|内)?"),
    ("season", rf"{_YEAR}(?P<part>[春夏秋冬])[季天]"),
    ("quarter", rf"{_YEAR}第?(?P<part>[1-4])季度"),
    ("half", rf"{_YEAR}(?P<part>[上下]半)年"),
    ("year", r"(?:(?P<year>[0-9]{4})年|(?P<next>次年|翌年|第2年)|今年|本年)(?:度|全年|内)?|全年|年内"),
    ("month", r"(?:(?P<year>[0-9]{4})年?|(?P<next>次|翌)年?|[今本]年?)?年(?P<edge>[初底末])"),
)
_TERMS: Final = tuple((unit, re.compile(words)) for unit, words in _TERM_WORDS)
_NUMERIC: Final = re.compile(
    r"(?P<year>[0-9]{4})"
    rf"(?:(?P<sign>[-./])(?P<month>[0-9]{{1,2}})(?:(?P=sign)(?P<part>[0-9]{{1,2}}){_WEEKDAY}{CLOCK})?)?"
)
_PART_WORDS: Final = ("上旬 上中旬 中上旬 初 春 上半", "中旬 中下旬 夏 下半", "下旬 底 末 秋", "冬")
_PARTS: Final = {word: part for part, words in enumerate(_PART_WORDS, 1) for word in words.split()}
_SHORT_HALVES: Final[dict[str, Half]] = {"晚": "晚上", "早": "早上"}


# A named occasion is Chinese words that end like a name (周, 日, 节) and neither begin like a reckoning
# (每周六, 本月) nor hold a piece of a date: what looks like a misspelt time must not pass for a name.
_OCCASION: Final = re.compile(
    r"(?![每本上下当那次翌今明昨前后同某各数几半多整周第自从于在约起等]|星期|礼拜|全[年月日周]|提升月$)"
    r"(?!.*(?:[至到旬前后底末拟]|[〇零○一二三四五六七八九十两][年月日]|年初|月初|半年|次年|翌年|暂定|待定))"
    r"(?!.*(?:即日|不晚于|为期|期间|启动|开始|节点))"
    r"(?:元旦|清明|五一|端午|中秋|国庆|十一|重阳|七夕|除夕|暑期|学期|[“”\"'·一-鿿]{1,24}(?:[周日月季节会假]|假期))"
)
_BETWEEN_OCCASIONS: Final = re.compile(r"[、,]|(?<=[周日月季节会假庆秋])(?:以及|[和及与])")
_OCCASIONS_TAIL: Final = re.compile(
    r"(?P<open>等)?(?:(?:重要|重大|关键|主题|活动|时间|宣传)*节点|活动)?(?:期间|时)?$"
)


@dataclass(frozen=True, slots=True)
class Term:
    """The words for one time, before the year and month they leave out are known.

    ``next_year``: 次年. ``edge``: 年初 or 年底, read as about January and about December. ``numeric``:
    written the international way, 2024-06-11. ``at`` and ``to`` are the hours printed, in minutes after midnight;
    ``zone`` is how many minutes they are ahead of UTC where a machine wrote them; ``half`` is 上午 without an hour.
    Of 第二个周五 ``part`` is 2, of 最后一个周五 and 最后一周 -1, and ``weekday`` 4. ``week_of`` says whether the seven days begin on a
    day (10月14日起的一周) or it lies among those from Monday to Sunday (10月14日当周).
    """

    unit: Unit
    year: int | None
    month: int | None
    part: int | None
    next_year: bool = False
    edge: bool = False
    numeric: bool = False
    at: int | None = None
    to: int | None = None
    half: Half = ""
    zone: int | None = None
    weekday: int | None = None
    week_of: Literal["", "from", "around"] = ""

    @property
    def has_hours(self) -> bool:
        return self.at is not None or self.half != ""


class ClockError(ValueError):
    """An hour that no clock has: 晚上3点, 24:30."""


class IncompleteError(ValueError):
    """The words leave out what nothing else supplies.

    ``missing`` is ``year``, ``month`` (of 下旬) or ``base`` (the year before 次年).
    """

    def __init__(self, missing: str) -> None:
        super().__init__(missing)
        self.missing = missing


def normalise(text: str) -> str:
    """One writing for all: ASCII digits and signs, no spaces, ``~`` for long dashes, 8月 for 八月.

    >>> normalise("自 ２０２４ 年 六 月中旬启动， 为期一个月")
    '自2024年6月中旬启动,为期1个月'
    """
    plain = unicodedata.normalize("NFKC", text).strip().replace("∶", ":")
    # Marks that nobody can see (zero-width spaces of copied text) must not make a good date unreadable.
    plain = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
    plain = _CLOCK_AFTER_SPACE.sub("T", plain)
    # Two numbers with a space between them are not one number: the space becomes a sign no rule accepts.
    plain = _SPACE_BETWEEN_DIGITS.sub("_", plain)
    plain = _DASHES.sub("~", "".join(plain.split()))
    if len(_HALF_BEHIND.findall(plain)) == len(_CLOCK_SIGNS.findall(plain)):  # each says its half: 9:30-11:30PM does not
        plain = _HALF_BEHIND.sub(lambda found: _half_in_front(*found.groups()), plain)
    plain = _HALF_IN_LETTERS.sub(lambda found: "上午" if found[1] in "Aa" else "下午", plain)
    plain = _GOING_ON.sub("至", _WEEKDAY_BEHIND.sub("", _DOTTED_DAY.sub(r"\1月\2日", plain)))
    if begins := _BEGINS_AND_ENDS.search(plain):  # 9:00开始，11:30结束
        plain = f"{plain[: begins.start()]}~{plain[begins.end() : -2]}"
    plain = _DOTTED_CLOCK.sub(lambda found: found[0].replace(".", ":"), plain)
    return _NUMERAL.sub(lambda found: arabic(found[0]), plain)


def _half_in_front(behind_a_day: str, hour: str, minutes: str, half: str) -> str:
    """9:30 AM as 上午9:30; 12 is the hour before 1."""
    if not 1 <= int(hour) <= 12:  # 13:30 PM says it twice; 13:30 AM is a slip, and nobody knows which
        return behind_a_day + hour + minutes + ("" if half in "Pp" and int(hour) > 12 else half)
    if hour == "12":
        return behind_a_day + ("0" if half in "Aa" else "12") + minutes
    return ("上午" if half in "Aa" else "下午") + hour + minutes


def arabic(numeral: str) -> str:
    """八 to 8, 三十一 to 31, 二〇二四 to 2024; what is not a numeral stays as it is."""
    if not {*numeral} <= {*_DIGITS, "十"}:
        return numeral
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return "".join(str(_DIGITS[sign]) for sign in numeral)
    if len(tens) > 1 or len(ones) > 1 or "十" in ones:
        return numeral
    return str(_DIGITS.get(tens, 1) * 10 + _DIGITS.get(ones, 0))


def read_term(phrase: str) -> Term | None:
    """The time that a normalised phrase names, or None where it is not one single time."""
    try:
        return _read_term(phrase)
    except ClockError:
        return None


def _read_term(phrase: str) -> Term | None:
    if found := _NUMERIC.fullmatch(phrase):
        month, part = _number(found["month"]), _number(found["part"])
        unit: Unit = "day" if part is not None else "month" if month is not None else "year"
        return replace(Term(unit, int(found["year"]), month, part, numeric=True), **clock(found.groupdict()))
    for unit, pattern in _TERMS:
        if found := pattern.fullmatch(phrase):
            return _term(unit, found.groupdict())
    return None


def _term(unit: Unit, words: dict[str, str | None]) -> Term:
    edge, part = words.get("edge"), words.get("part")
    month = (1 if edge == "初" else 12) if edge else _number(words.get("month"))
    weekday = "一二三四五六日".find((words.get("weekday") or "-").replace("天", "日"))
    if part in _PARTS:
        number: int | None = _PARTS[part]
    elif weekday >= 0:
        number = "一二三四五".find(part) + 1 or int(part) if part else -1
    else:
        number = -1 if unit == "week" and not part else _number(part)
    term = Term(unit, _number(words.get("year")), month, number, bool(words.get("next")), bool(edge))
    term = replace(term, weekday=weekday) if weekday >= 0 else term
    if "around" in words:
        term = replace(term, week_of="around" if words["around"] else "from")
    return replace(term, **clock(words)) if unit == "day" else term


def clock(words: dict[str, str | None]) -> dict[str, Any]:
    """The hours of a match of ``CLOCK``: ``at``, ``to``, ``half`` and ``zone``. Raises ``ClockError``.

    The second of two hours is in the same part of the day unless it names its own: 下午2:00-4:00. One of the next
    day counts on: 次日1:00 is 25 hours.
    """
    overnight = bool(words.get("overnight"))
    half = words.get("half") or ""
    at = _minutes(words, "from_", words.get("from_half"))
    to = _minutes(words, "to_", words.get("to_half") or (None if overnight else words.get("from_half")))
    to = to + 1440 if to is not None and overnight else to
    return {"at": at, "to": to, "half": _SHORT_HALVES.get(half, half), "zone": _zone(words.get("zone"))}


def read_hours(words: re.Match[str] | str) -> Hours | None:
    """Hours without a day, or those in a match of ``CLOCK``; None where they are such as no clock has."""
    found = HOURS_ALONE.fullmatch(words) if isinstance(words, str) else words
    try:
        read = clock(found.groupdict()) if found else None
    except ClockError:
        return None
    return Hours(read["at"], read["to"], read["half"]) if read else None


def _minutes(words: dict[str, str | None], name: str, half: str | None) -> int | None:
    """Minutes after midnight: 下午2:30 is 14:30, 晚上12点 the end of the day."""
    if (printed := words.get(f"{name}hour")) is None:
        return None
    hour = int(printed)
    quarters = 2 if words.get(f"{name}thirty") else int(words.get(f"{name}quarters") or 0)
    minute = quarters * 15 or int(words.get(f"{name}minute") or words.get(f"{name}spoken") or 0)
    if (half in ("下午", "晚", "晚上") and hour < 12) or (half == "中午" and hour < 3):
        hour += 12
    if half in ("晚", "晚上") and hour == 12:
        hour = 24
    if half == "凌晨" and hour == 12:
        hour = 0
    if hour * 60 + minute > 1440 or (half in ("晚", "晚上") and hour < 17):
        raise ClockError
    return hour * 60 + minute


def _zone(printed: str | None) -> int | None:
    if not printed or printed == "Z":
        return 0 if printed else None
    return int(printed[1:3]) * 60 + int(printed[-2:])


def _number(digits: str | None) -> int | None:
    return int(digits) if digits else None


def read_terms(phrase: str) -> tuple[Term, Term] | None:
    """Both ends of a span such as 7月至9月, 6月11-20日 or 2024-06-11/2024-06-20; None where it is not one."""
    for place, sign in enumerate(phrase):
        if sign in "至到~-/":
            left, right = phrase[:place], phrase[place + 1 :]
            first, last = read_term(completed(left, right)), read_term(_shortened(left, sign, right))
            if first and last and _alike(first, last) and (first.numeric or sign != "/"):
                return first, last
    return None


def completed(left: str, right: str) -> str:
    """The left end with the unit it shares with the right one: 7 in 7-9月, 6月11 in 6月11-20日."""
    if re.fullmatch(r"(?:[0-9]{4}年)?[0-9]{1,2}", left) and re.fullmatch(r"[0-9]{1,2}月份?", right):
        return left + "月"
    if re.fullmatch(r"(?:.*月)?[0-9]{1,2}", left) and re.match(r"(?:[0-9]{1,2}月)?[0-9]{1,2}[日号]", right):
        return left + "日"
    return re.sub(r"(?:起|开始)$", "", left)


def _shortened(left: str, between: str, right: str) -> str:
    """The right end of 2025.06.11-06.20 with the year, and of 2025.06.11-20 with the month, of the left one."""
    first = re.fullmatch(r"(?P<year>[0-9]{4})(?P<sign>[-./])(?P<month>[0-9]{1,2})(?P=sign)[0-9]{1,2}", left)
    if first is None or first["sign"] == between:
        return right
    sign = re.escape(first["sign"])
    if re.fullmatch(rf"[0-9]{{1,2}}{sign}[0-9]{{1,2}}", right):
        return f"{first['year']}{first['sign']}{right}"
    if re.fullmatch(r"[0-9]{1,2}", right):
        return f"{first['year']}{first['sign']}{first['month']}{first['sign']}{right}"
    return right


def _alike(left: Term, right: Term) -> bool:
    """Both ends are written the same way: 2024-7月 is a slip, not a span."""
    return left.numeric == right.numeric or left.unit == right.unit == "year"


def read_occasions(phrase: str) -> tuple[tuple[str, ...], bool] | None:
    """The names in 科技周、科普日等活动节点, and whether the list stays open; None where there are none."""
    found = _OCCASIONS_TAIL.search(re.sub(r"^在", "", phrase))
    if found is None:
        return None
    names = tuple(_BETWEEN_OCCASIONS.split(found.string[: found.start()]))
    if any(read_term(name) or not _OCCASION.fullmatch(name) for name in names):
        return None
    return names, found["open"] is not None


def resolve(term: Term, year: int | None, start: Point | None = None) -> Point:
    """The point that the words mean.

    ``year`` is the campaign's. ``start`` is the beginning of the span of which the term is the end: 20日
    takes its year and month, 次年1月 the year after it. ``IncompleteError`` says what nothing supplies.
    """
    if start is not None:
        year = start.year + term.next_year
    elif term.next_year:
        raise IncompleteError("base")
    month = term.month
    if term.unit in ("day", "week", "ten-days") and month is None:
        # 6月11日至20日 shares its month; 6月至20日 is a slip.
        month = start.month if start is not None and start.unit in ("day", "week", "ten-days") else None
        if month is None:
            raise IncompleteError("month")
    year = term.year if term.year is not None else year
    if year is None:
        raise IncompleteError("year")
    if term.weekday is not None:
        assert month is not None
        term = replace(term, part=nth_weekday(year, month, term.part or 1, term.weekday))
    if term.week_of:
        first = make_point("day", year, month, term.part).earliest
        first -= timedelta(days=first.weekday() if term.week_of == "around" else 0)
        return Point("week", first.year, first.month, None, first, first + timedelta(days=6))
    if term.at is None or term.zone is None:
        return make_point(term.unit, year, month, term.part, term.at, term.half)
    here = make_point("day", year, month, term.part, term.at).moment
    assert here is not None
    here += timedelta(minutes=480 - term.zone)
    return make_point("day", here.year, here.month, here.day, here.hour * 60 + here.minute)
