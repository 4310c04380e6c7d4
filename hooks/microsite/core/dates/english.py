"""English times, as a plan in English prints them, said in the Chinese that ``phrases`` reads.

Day, month and year in either order, with weekdays, hours (9.30am, 17:00, noon), ranges, lists, repeats, deadlines, and
everything that the site itself prints in English.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from . import phrases, undated
from .english_wordings import (
    AND,
    CLOCK,
    HALF,
    HOURS,
    IN_CHINESE,
    MONTH_NAME,
    MONTH_NUMBERS,
    NTH,
    SEVERAL_DAYS,
    SEVERAL_NTH,
    WEEKDAY,
    plain,
)
from .fuzzy import FuzzyDate
from .in_words import SEASONS, length
from .names import MONTHS
from .refusals import LONGEST

_MONTH: Final = rf"(?P<month>{MONTH_NAME})\.?"
_ORDINALS: Final = {en: zh for en, zh in NTH.items() if en != "last"}
_EDGES: Final = {"end": "底", "start": "初", "beginning": "初"}
_ORDINAL: Final = rf"(?P<ordinal>{'|'.join(_ORDINALS)})"
_OCCASIONS: Final = {en.lower(): zh for zh, en in reversed(undated.OCCASIONS.items())}
_SEASONS: Final = dict(zip(SEASONS, "春夏秋冬", strict=True)) | {"fall": "秋"}
_PARTS: Final = {"early ": "上旬", "mid-": "中旬", "mid ": "中旬", "late ": "下旬", "early or mid-": "上中旬", "mid- or late ": "中下旬"}
_HALF_YEARS: Final = {"first": "上半年", "second": "下半年"}
_EVERY: Final = {"day": "每天", "dai": "每天", "weekday": "每周一至周五", "working day": "每个工作日"}
_YEAR: Final = r"(?:,? (?:of )?(?P<year>[0-9]{4}))?"
_REMARK: Final = re.compile(
    r",? \((?:exact )?(?:times?|dates?|details|venue) (?:to be (?:confirmed|announced)|tbc|tba)\)$"
    r"| \((?:approx\.? |about )?[0-9]+(?: to [0-9]+)? hours?\)$"
    r"|,? \(?(?:doors(?: open)?|rain date|last entry|last admission)(?: at|:)? [^(),]+\)?$"
    r"|, (?:weather permitting|drop[- ]in|free(?: entry)?|all welcome|booking (?:essential|required|recommended|not (?:needed|required)))$"
)
_HOURS_LAST: Final = re.compile(rf"(?P<days>.+?),? (?:at |from )?(?P<hours>{HOURS}(?:(?:, (?:and )?| and ){HOURS})*)")
_HOURS_FIRST: Final = re.compile(rf"(?:from )?(?P<hours>{HOURS}),? (?:on )?(?P<days>.+)")
_CLOSED: Final = re.compile(r",? \(?(?:closed|except|not)(?: on)? (?P<days>[^()]+?(?:,? \(?except [^()]+)?)\)?\)?$")

_BRACKETED: Final = re.compile(r"(,? \((?:closed|except|not)(?: on)? [^()]+\))(,? .+)$")
_IN_BRACKETS: Final = re.compile(r",? \(((?:from )?[0-9][^()]*)\)$")

_POINTS: Final = tuple(
    re.compile(form)
    for form in (
        rf"(?P<day>[0-9]{{1,2}}) {_MONTH}{_YEAR}",
        rf"(?:the )?(?P<week>week (?:commencing|beginning|starting|of)|w/c) (?:{WEEKDAY},? )?(?P<day>[0-9]{{1,2}}) {_MONTH}{_YEAR}",
        rf"(?:throughout |all (?:of )?)?{_MONTH}{_YEAR}",
        rf"(?P<part>{'|'.join(sorted(_PARTS, key=len, reverse=True))}){_MONTH}{_YEAR}",
        rf"(?:the )?(?P<week_nth>{'|'.join(NTH)}) week of {_MONTH}{_YEAR}",
        rf"(?:the )?(?P<nth>{'|'.join(NTH)}) (?P<weekday>{WEEKDAY}) (?:of|in) {_MONTH}{_YEAR}",
        rf"(?:the )?(?P<edge>{'|'.join(_EDGES)}) of {_MONTH}{_YEAR}",
        rf"(?:the )?{_ORDINAL} (?P<unit>quarter|half)(?: of (?P<year>[0-9]{{4}}))?",
        rf"(?P<season>{'|'.join(_SEASONS)}){_YEAR}",
        r"(?P<year>[0-9]{4})",
        r"(?P<day>[0-9]{1,2})",
    )
)
_CLOSING: Final = re.compile(r"(?:by|(?P<before>before)|no later than) (?P<end>the end of )?(?P<point>.+)")
_RUNNING: Final = re.compile(r"(?:from )?(?:now )?(?:open |on )?(?:until|till|up to) (?P<end>the end of )?(?P<point>.+)")
_HOURS_OF_EACH: Final = re.compile(  # 19 to 20 september, 10:00 to 16:00; 19 to 20 september, every day, 10:00
    rf"(?P<days>(?:(?! and |, ).)+ to (?:(?! and |, ).)+?),? "
    rf"(?:every day, (?P<each>{HOURS})|(?:at |from )?(?P<hours>{CLOCK} to {CLOCK}(?:(?:, | and ){CLOCK} to {CLOCK})*))"
)
_REPEAT: Final = re.compile(
    rf"(?:(?:every|each) (?P<every>day|weekday|working day)|(?P<plain>daily|weekdays|working days)"
    rf"|(?:on )?(?:the )?(?:(?P<nth>{SEVERAL_NTH}) (?P<of>{SEVERAL_DAYS})|(?P<month>[0-9]{{1,2}}(?:{AND}[0-9]{{1,2}})*))"
    r" (?:of |in )?(?:every|each|the) month"
    rf"|(?:(?P<other>every other )|(?P<each>every |each )|on )?(?P<days>{SEVERAL_DAYS}))(?P<holidays>{AND}public holidays?)?"
    rf"(?:,? (?:at |from )?(?P<hours>{HOURS}(?:{AND}{HOURS})*))?(?:,? (?P<range>.+))?"
)


_OTHER_DAYS: Final = rf"(?:[,;] (?:and )?| and )(?:every |each )?(?P<days>{SEVERAL_DAYS}),? (?:at |from )?(?P<hours>{HOURS})(?=$|[,;( ])"
_BY_DAYS: Final = (
    rf"(?P<rule>(?:(?:every|each) (?:working )?day|daily|weekdays|(?:every |each )?{SEVERAL_DAYS}),? (?:at |from )?{HOURS}"
    rf"(?:{AND}{HOURS})*)"
    rf"(?P<others>(?:{re.sub('[?]P<[a-z]+>', '?:', _OTHER_DAYS)})+)(?P<range>.*)"
)
"""Tuesday to Friday, 9:00 to 17:00, Saturday 10:00 to 18:00."""
_BARE_DAYS: Final = f"{WEEKDAY}(?:{AND}{WEEKDAY})*"


def weekdays(text: str) -> list[int]:
    """Days of the week in their order, Monday as 0.

    >>> weekdays("Saturday 19th & Sun 20 September")
    [5, 6]
    """
    return ["一二三四五六日".index(IN_CHINESE[each]) for each in re.findall(rf"\b{WEEKDAY}\b", text.lower())]


@dataclass(frozen=True, slots=True)
class _Point:
    """A day, a month and so on in Chinese; what the words have not is empty."""

    year: str
    month: str
    rest: str
    hours: str = ""

    @property
    def is_hours(self) -> bool:
        """Hours alone, on the day before them."""
        return not (self.year or self.month or self.rest)

    @property
    def said(self) -> str:
        return f"{self.year and self.year + '年'}{self.month and self.month + '月'}{self.rest}{self.hours}"


def parse(
    text: str, *, year: int | None = None, window: FuzzyDate | None = None, without: Iterable[str] = ()
) -> FuzzyDate:
    """Read an English time like ``phrases.parse``, which also reads what stands in figures (2024-10-15)."""
    left = [in_chinese(each) or each for each in without]
    return phrases.parse(in_chinese(text) or text, year=year, window=window, without=left, printed=text.strip())


def in_chinese(text: str) -> str | None:
    """A time in Chinese; None where these are no such words.

    >>> in_chinese("Tuesday 15 October 2024, 9.30am to noon"), in_chinese("14-20 October"), in_chinese("8月中旬")
    ('2024年10月15日9:30至12:00', '10月14日至10月20日', None)
    """
    words = plain(text)
    if said := undated.in_chinese(words):
        return said
    if len(words) > LONGEST or not re.search("[a-z]", words):
        return None
    if full := re.fullmatch(f"(.+?){undated.UNTIL_FULL.pattern}", words):
        rest = in_chinese(full[1])
        return rest and f"{rest}{'至' if full['apart'] == ' ' and rest.endswith('日') else '，'}额满为止"
    words = re.sub("^all day,? |,? all day$", "", _IN_BRACKETS.sub(r", \1", _REMARK.sub("", words).removeprefix("open ")))
    words, planned = _without(words, " (planned)")
    words, yearly = _without(words, " (every year)")
    words = re.sub(rf"^(.+), around (?={CLOCK}$)", r"around \1, ", words)
    around = words.startswith("around ")
    said = _read(words.removeprefix("around "), around)
    return said and f"{'暂定' if planned else ''}{said}{'（每年）' if yearly else ''}"


def _without(words: str, end: str) -> tuple[str, bool]:
    return words.removesuffix(end), words.endswith(end)


def _named(words: str) -> str | None:
    """A time that has only a name: the campaign, the whole year, an occasion."""
    if re.fullmatch("(?:during|throughout) the (?:campaign|fortnight|festival|programme)", words):
        return "活动期间"
    if re.fullmatch("all year(?: round)?|throughout the year", words):
        return "全年"
    bare = words.removeprefix("during ")
    name = _OCCASIONS.get(bare) or _OCCASIONS.get(f"the {bare}")
    return name and f"{name}期间"


def _read(words: str, around: bool) -> str | None:
    if said := _named(words):
        return said
    for form, said_with in _FRAMES:
        if found := form.fullmatch(words):
            said = _read(found["time"], around)
            return said and said_with(found, said)
    if by_days := re.fullmatch(_BY_DAYS, words):
        plain = by_days["rule"] if re.match("every|each|daily|weekdays", by_days["rule"]) else f"every {by_days['rule']}"
        each, *left = (_read(f"{plain}{by_days['range']}", around) or "").partition("（")
        others = (f"，{_days(its['days'])}{_hours(its['hours'])}" for its in re.finditer(_OTHER_DAYS, by_days["others"]))
        return each and "".join([each, *others, *left])
    words, without = _parted(words)
    if said := _repeated(words, without):
        return ("约" if around else "") + said
    if without:
        return None
    is_open = words.startswith("from ") and " to " not in words
    if not is_open and (first := _HOURS_FIRST.fullmatch(words)) and not re.search(f":|{'|'.join(HALF)}", first["days"]):
        words = f"{first['days']}, {first['hours']}"
    if days := _HOURS_OF_EACH.fullmatch(words):
        said = _listed(days["days"].removeprefix("from "))
        hours = "、".join(map(_hours, re.findall(HOURS, days["each"] or days["hours"])))
        return said and f"{'约' if around else ''}{said}，每天{hours}"
    return _bounded(words, around)


def _bounded(words: str, around: bool) -> str | None:
    """What has a last time, or a first one, or is a list of times."""
    if found := _RUNNING.fullmatch(words):
        said = _listed(found["point"])
        return said and f"即日起至{said}{'底' if found['end'] else ''}{'左右' if around else ''}"
    if found := _CLOSING.fullmatch(words):
        last = _day_before(found["point"]) if found["before"] and not found["end"] else found["point"]
        said = _listed(last.removeprefix("the end of "))
        is_end = found["end"] or last.startswith("the end of ")
        return said and f"{said}{'底' if is_end else ''}前{'左右' if around else ''}"
    is_open = words.startswith("from ") and " to " not in words
    said = _listed(words.removeprefix("from "))
    return said and f"{said}{'前后' if around else ''}{'起' if is_open else ''}"


def _during(found: re.Match[str], said: str) -> str:
    names = [_OCCASIONS.get(each, each) for each in re.split(AND, found["names"].removesuffix(" and others"))]
    return f"{'、'.join(names)}{'等' if found['names'].endswith(' and others') else ''}期间，{said}"


_FRAMES: Final[tuple[tuple[re.Pattern[str], Callable[[re.Match[str], str], str]], ...]] = (
    (
        re.compile(rf"(?P<number>[0-9]{{1,2}}) (?P<time>{WEEKDAY}s,? .+)"),  # 6 tuesdays from 6 october
        lambda found, said: f"{said}，共{found['number']}次",
    ),
    (
        re.compile(r"(?P<time>.+), for (?P<number>[0-9]+) (?P<unit>day|week|month)s?"),
        lambda found, said: f"{said}，为期{length(int(found['number']), found['unit'])}",
    ),
    (re.compile("(?P<time>.+), during (?P<names>.+)"), _during),
)
"""What stands around a time, and how the time is said with it."""


def _day_before(words: str) -> str:
    """Before 16 october is by 15 october, and before 1 october by the end of september; what has an hour stays."""
    found = re.fullmatch(rf"(?P<day>[0-9]{{1,2}}) (?P<rest>{_MONTH}{_YEAR})", words)
    if found is None or (found["day"] == "1" and found["month"].startswith("jan") and not found["year"]):
        return words
    if found["day"] != "1":
        return f"{int(found['day']) - 1} {found['rest']}"
    year = f" {int(found['year']) - (found['month'].startswith('jan'))}" if found["year"] else ""
    return f"the end of {MONTHS[MONTH_NUMBERS[found['month']] - 2].lower()}{year}"


def _parted(words: str) -> tuple[str, str]:
    """What is said, and what is left out of it: a time in which it repeats can stand behind.

    >>> _parted("every saturday except 3 october, 12 september to 17 october")
    ('every saturday, 12 september to 17 october', '3 october')
    """
    closed = _CLOSED.search(_BRACKETED.sub(r"\2\1", words))
    if closed is None:
        return words, ""
    words, days = closed.string[: closed.start()], re.sub(r", ([0-9]{4})\b", r" \1", closed["days"])
    found = _found(words, days)
    for comma in reversed([*re.finditer(", (?!and )", days)]) if found and not found[0]["range"] and "(" not in closed[0] else ():
        left, behind = days[: comma.start()], f"{words}, {days[comma.end() :]}"
        further = _found(behind, left)
        if further and not re.search(CLOCK, left) and re.search("^$|^(?:from|in|during) | to ", further[0]["range"] or ""):
            return behind, left
    return words, days


def _repeated(words: str, without: str) -> str | None:
    found = _found(words, without)
    return _repeat(*found, without) if found else None


def _found(words: str, without: str) -> tuple[re.Match[str], str] | None:
    """What repeats, with its hours behind the days, or behind or in front of everything; None where nothing does."""
    for ends in (_HOURS_LAST.fullmatch(words), _HOURS_FIRST.fullmatch(words)):
        days = [ends["days"], *([f"every day, {ends['days']}"] if without else [])] if ends else []
        found = next(filter(None, map(_REPEAT.fullmatch, days)), None)
        if ends and found and not found["hours"]:
            return found, ends["hours"]
    found = _REPEAT.fullmatch(words)
    return (found, found["hours"] or "") if found else None


def _repeat(found: re.Match[str], printed: str, without: str) -> str | None:
    hours = "、".join(map(_hours, re.findall(HOURS, printed)))
    given = found["range"] or ""
    bare = None if found["each"] or found["other"] or found["holidays"] else re.fullmatch(_BARE_DAYS, found["days"] or "")
    if bare and (re.fullmatch(WEEKDAY, bare[0]) or given) and not re.search("^from | to ", given):
        said = _listed(given) if given and not without else None  # Thursday noon to 4pm, 17 September: that day, and alone no time
        return f"{said}{hours}" if said and re.fullmatch("(?:[^、]+日(?:、|$))+", said) else None
    if found["month"]:
        days = "每月" + "、".join(f"{int(each)}日" for each in re.findall("[0-9]+", found["month"]))
    elif found["nth"]:
        weeks = "、".join(NTH[each] for each in re.findall("|".join(NTH), found["nth"]))
        days = f"每月{weeks}个{_days(found['of']).removeprefix('每')}"
    else:
        days = _EVERY.get(found["every"] or re.sub("(?:ly|s)$", "", found["plain"] or "")) or _days(found["days"])
    days = days.replace("每", "每两周", 1) if found["other"] else days
    days += "及节假日" if found["holidays"] else ""
    runs = _RUNNING.fullmatch(given)
    bounds = _listed(runs["point"] if runs else re.sub("^(?:from|in|during) ", "", given)) if given else ""
    if runs and bounds:
        bounds = f"即日起至{bounds}{'底' if runs['end'] else ''}"
    left = _left_out(without) if without else ""
    if bounds is None or left is None:
        return None
    start = "起" if given.startswith("from ") and " to " not in given else ""
    return f"{bounds + start + '，' if bounds else ''}{days}{hours}{f'（{left}除外）' if left else ''}"


def _left_out(words: str) -> str | None:
    """public holidays and 19 June: 节假日、6月19日."""
    open_on = re.fullmatch(rf"({SEVERAL_DAYS}),? \(?(?:except|but not)(?: on)? (?:public|bank) holidays\)?", words)
    if open_on:
        return f"{_days(open_on[1]).removeprefix('每')}闭馆，节假日"
    each = re.split(AND, words)
    names = [_OCCASIONS[name] for part in each if (name := next((one for one in (part, f"the {part}") if one in _OCCASIONS), ""))]
    dates = re.sub(rf"(?:^|{AND})(?:{'|'.join(_OCCASIONS)}|school holidays)(?={AND}|$)", "", words) if names else words
    dates = re.sub(f"^{AND}", "", dates)
    named = _days(dates).removeprefix("每") if re.fullmatch(SEVERAL_DAYS, dates) else _listed(dates) if dates else ""
    return None if named is None else "、".join(filter(None, (*names, named)))


def _days(words: str) -> str:
    """wednesdays and fridays: 每周三、周五."""
    named = re.sub(rf"({WEEKDAY})s?\b", lambda found: f"周{IN_CHINESE[found[1]]}", words)
    return "每" + re.sub(", and |, | and ", "、", named.replace(" to ", "至"))


def _hours(words: str) -> str:
    night = words.removesuffix(" the next day")
    return HALF.get(words) or night.replace(" to ", "至次日" if night != words else "至")


def _listed(words: str) -> str | None:
    """One time or several, each a point or a span; None where one of them is neither."""
    items, spans = list(_items(words)), []
    for _, item in items:
        each_day = _AFTER.fullmatch(item)
        if each_day and re.fullmatch(f"{CLOCK} to {CLOCK}", each_day["hours"]) and each_day["point"].count(" to ") == 1:
            first, last = (_point(end) for end in each_day["point"].removeprefix("from ").split(" to "))
            spans.append([first, last and replace(last, hours=_hours(each_day["hours"]))])  # 12 to 14 September, 9:00 to 11:00
            continue
        ends = [item] if _has_hours(item) else item.removeprefix("from ").split(" to ")
        spans.append([_point(end) for end in ends])
    if any(end is None for ends in spans for end in ends) or any(len(ends) > 2 for ends in spans):
        return None
    bare = len(spans) > 1 and len(spans[-1]) > 1 and not any(end and (end.month or end.is_hours) for end in spans[-1])
    if bare and not any(end and end.is_hours for end in spans[0]):  # 6 June, 9 to 11: these may be hours
        return None
    made = iter(_dated([end for ends in spans for end in ends if end]))
    said = ["至".join(next(made).said for _ in ends) for ends in spans]
    return "".join(f"{sign}{each}" for (sign, _), each in zip(items, said, strict=True)).lstrip("、")


def _items(words: str) -> Iterator[tuple[str, str]]:
    """The items of a list, each with the sign before it; what are only hours belongs to the item before, unless that has some."""
    items: list[tuple[str, str]] = []
    for sign, each in re.findall(r"(^|[,;] (?:and )?| and )(.+?)(?=[,;] | and |$)", re.sub(r", ([0-9]{4})\b", r" \1", words)):
        if items and re.fullmatch(rf"(?:at |from )?{HOURS}", each) and not re.search(rf"(?:{HOURS})$", items[-1][1]):
            items[-1] = (items[-1][0], f"{items[-1][1]}, {re.sub('^(?:at|from) ', '', each)}")
        else:
            items.append((";" if sign.startswith(";") else "、", each))
    return iter(items)


_AFTER: Final = re.compile(rf"(?P<point>.+?),? (?:at |from )?(?P<hours>{HOURS})")
_BEFORE: Final = re.compile(rf"(?:from )?(?P<hours>{CLOCK}(?: to {CLOCK})?) on (?P<point>.+)")


def _has_hours(item: str) -> bool:
    on_a_day = _AFTER.fullmatch(item) or _BEFORE.fullmatch(item)
    return bool(re.fullmatch(HOURS, item) or (on_a_day and " to " not in on_a_day["point"]))


def _point(words: str) -> _Point | None:
    if re.fullmatch(HOURS, words):
        return _Point("", "", "", _hours(words))
    if found := _BEFORE.fullmatch(words) or _AFTER.fullmatch(words):
        bare = _point(found["point"])
        return bare and replace(bare, hours=_hours(found["hours"]))
    found = next(filter(None, (form.fullmatch(words) for form in _POINTS)), None)
    if found is None:
        return None
    parts = found.groupdict(default="")
    month = str(MONTH_NUMBERS[parts["month"]]) if parts.get("month") else ""
    return _Point(parts.get("year", ""), month, _rest(parts))


def _rest(parts: dict[str, str]) -> str:
    """What stands behind year and month."""
    if parts.get("day"):
        week = parts.get("week", "")
        return f"{int(parts['day'])}日{'当周' if week.endswith('of') else '起的一周' if week else ''}"
    if parts.get("nth"):
        return f"{NTH[parts['nth']]}个周{IN_CHINESE[parts['weekday']]}"
    if parts.get("edge"):
        return _EDGES[parts["edge"]]
    if parts.get("part"):
        return _PARTS[parts["part"]]
    if parts.get("season"):
        return f"{_SEASONS[parts['season']]}季"
    if parts.get("unit"):
        return f"{_ORDINALS[parts['ordinal']]}季度" if parts["unit"] == "quarter" else _HALF_YEARS.get(parts["ordinal"], "")
    return f"{NTH[parts['week_nth']]}周" if parts.get("week_nth") else ""


def _dated(points: Iterable[_Point]) -> list[_Point]:
    """English writes month and year once, behind the last: each has those of the next one that has some."""
    made: list[_Point] = []
    after: _Point | None = None
    for point in reversed(list(points)):
        if point.is_hours:
            made.append(point)
            continue
        needs_month = after is not None and not point.month and point.rest.endswith("日")
        month = after.month if after and needs_month else point.month
        year = point.year or (after.year if after else "")
        after = replace(point, year=year, month=month)
        made.append(after)
    return made[::-1]
