"""What a notice says about a time in a whole phrase: 自6月中旬启动，为期1个月; 7月底前; 在提升月期间.

The phrase is taken apart from the outside in: how long it lasts, whether it is planned or approximate,
whether it opens (起) or closes (前) a time, and at the core one point or a span (``grammar``).

Rules where usage leaves a choice:

- 月初 is read as 上旬 and 月底 as 下旬, 年初 as about January and 年底 as about December.
- 前 is "not after": the bound is the last day of the unit named, so 7月底前 and 7月前 both end on 31 July.
  截至8月底 and 即日起至8月底 are the same: a last day without a first one, as the day of issue is not a time.
- 前后 and 约 mark a time as approximate and leave its bounds alone: padding would be invented.
- A bare 启动 or 开始 opens a time like 起; with a duration the end is computed.
- 次年 must be written: 11月至2月 is an error, never silently next year.
- Hours printed once, after the last of several dates or of a span, are those of each: 6月11日、18日9:30.
- A name or a remark beside a date (6月8日（端午节）, 世界读书日（4月23日）, 7月（以通知为准）) adds nothing to the time; the
  page shows what was printed.
- Hours alone are those of the day before them: 6月15日9:00-11:00、14:00-16:00; after several days, of each of them.
- A repeat has certain dates only between two printed days: in 6月中旬至7月中旬每周三 nobody says which
  Wednesday is the first. Days of the month (每月15日) are certain between months, too. Every other week (每两周周三)
  has certain dates only where its first day is printed and is such a day.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from .fuzzy import Correction, FuzzyDate, Repeat, Slot
from .grammar import (
    CLOCK,
    ClockError,
    IncompleteError,
    Term,
    clock,
    completed,
    normalise,
    read_occasions,
    read_term,
    read_terms,
    resolve,
)
from .points import DateError, Length, Point, computed_end, end_of_hours, make_point

_LONGEST: Final = 200  # characters; nothing longer is a time
_DURATION: Final = re.compile(
    r"[,;。(]*(?:活动)?(?:为期|历时|持续|共计?)(?P<count>[0-9]{1,3})个?(?P<unit>天|日|周|星期|月|年)(?:时间)?\)?$"
)
_DURATION_UNITS: Final[dict[str, Length]] = {
    "天": (1, "day"),
    "日": (1, "day"),
    "周": (1, "week"),
    "星期": (1, "week"),
    "月": (1, "month"),
    "年": (12, "month"),
}
_TENTATIVE: Final = re.compile(
    r"^(?:时间)?(?:暂定|初定|拟定?|计划|预计)(?:于|在|为)?|\((?:暂定|初定|拟定?)\)$|暂定$"
)
_ABOUT: Final = re.compile(r"^(?:大约|大概|约)|(?:前后|左右)$")
_LABEL: Final = re.compile(r"^(?:活动)?时间:")
_PREPOSITION: Final = re.compile(r"^(?:将?定于|将?于|将?在|整个(?=[0-9]))")
_VERB: Final = re.compile(r"(?<=.)(?:举办|举行|召开|开展|进行|实施|完成|报送)$|(?<=前)(?:启动|开始)$")
_OPENING: Final = re.compile(r"(?:起(?:陆续|正式)?(?:启动|开始)?|(?:正式)?启动|开始)$")
_CLOSING: Final = re.compile(
    r"(?P<to>[自从]?(?:即日|(?:通知|公告)?(?:发布|印发|公布)之日)起?[至到~-]|截[至止][到至]?|不晚于|[至到])?(?P<body>.+?)(?P<before>(?:下班)?[之以]?前|截?止)?"
)
_SINCE: Final = re.compile(r"^[自从]")

_YEARLY: Final = re.compile(r"^每年(?=.)|\(每年\)$")
_WEEK: Final = "周|星期|礼拜"
_WEEKDAY: Final = r"(?:[一二三四五六日天]|[1-6](?![0-9:点时年月日号./-]))"
_REPEAT: Final = re.compile(
    rf"(?:每个?|(?P<other>每个?2个?(?:周|星期)的?|每?隔1?个?(?:周|星期)的?)|(?<![0-9日号(])(?=(?:{_WEEK}){_WEEKDAY}[至到~-]))"
    rf"(?:(?P<days>(?:{_WEEK})(?:末|{_WEEKDAY}(?:(?:[、和及至到~-]|,(?={_WEEK}))?(?:{_WEEK})?{_WEEKDAY})*))"
    rf"|月的?(?P<month>[0-9]{{1,2}}[日号](?:[、和及][0-9]{{1,2}}[日号])*)|[天日]|(?=[早晚]|[上下]午)){CLOCK}"
)
_LEFT_OUT: Final = re.compile(
    r"[,;(](?:其中)?(?:(?P<days>[0-9年月日号、和及]+)除外|除(?P<same>[0-9年月日号、和及]+)外)\)?"
)
_AROUND_RANGE: Final = re.compile(r"^[,;()]+|[,;()的]+$")
_MEANT_AS_REPEAT: Final = re.compile(
    rf"每(?!年)|隔周|双周|单周|工作日|周末|^(?:{_WEEK})[一二三四五六日天末]|除外|(?i:\b(?:every|weekly|daily|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b)"
)
_HOURS_ALONE: Final = re.compile(rf"(?!$){CLOCK}")
_BETWEEN_DATES: Final = re.compile(r"[、,]|(?<=[日号月旬周期])(?:以及|[和及与])|(?<=[0-9])和(?=[0-9上下晚早中])")

_WINDOW: Final = re.compile(
    r"(?:本次|此次|整个|全省|全市|全国|全民数字素养与技能)*"
    r"(?:(?:(?:提升|活动|宣传|主题|行动)[年月周季](?:系列活动|活动)?|活动)(?:期间|期内|内)|提升月|期间)"
)
_REMARK: Final = re.compile(r"\((?P<words>[^()]+)\)")
_UNDECIDED: Final = r"(?:具体)?(?:时间|日期|安排)?(?:待定|未定|另行?通知|待通知|另定|另行确定)"
_NO_TIME: Final = re.compile(rf"{_UNDECIDED}|.*为准|农历.*|[^0-9]{{2,8}}[节日假](?:前|后|前后|前夕|当天|当日|期间)")
_NAMED: Final = re.compile(r"(?P<name>[^()0-9]{2,24})\((?P<time>[0-9][^()]*)\)(?P<rest>.*)|(?P<day>.*[0-9][日号])(?P<of>[^()0-9]{2,24})")
_NO_TIME_YET: Final = re.compile(rf"{_UNDECIDED}|即日起|长期|常年|不定期|适时")


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole text that is read, for messages, with the campaign's year and its own time."""

    text: str
    year: int | None
    window: FuzzyDate | None
    without: tuple[str, ...]


def parse(
    text: str, *, year: int | None = None, window: FuzzyDate | None = None, without: Iterable[str] = ()
) -> FuzzyDate:
    """Read a time as a notice prints it; the year comes from the campaign where the words have none.

    ``window`` is the campaign's own time, for 在提升月期间; ``without`` are dates of a repeat that were left out
    since. Raises ``DateError``, and nothing else.

    >>> time = parse("6月中旬至7月中旬", year=2024)
    >>> print(time.earliest, time.latest, time.precision)
    2024-06-11 2024-07-20 ten-days
    """
    return read(Whole(text.strip(), year, window, tuple(without)))


def correct(meant: FuzzyDate, printed: str, means: str, note: str) -> FuzzyDate:
    """A time that the notice misprints: its words stay, the bounds are those of what is meant."""
    return replace(meant, text=printed, correction=Correction(printed, means, note))


def read(whole: Whole) -> FuzzyDate:
    """Read one phrase; ``DateError`` where it is not a time, with what to write instead."""
    if len(whole.text) > _LONGEST:
        raise not_a_date(whole)
    phrase, yearly = _take(_YEARLY, _without_remarks(_bare(normalise(whole.text))))
    phrase, duration = _take_duration(phrase, whole)
    phrase, tentative = _take(_TENTATIVE, phrase)
    phrase = _VERB.sub("", _PREPOSITION.sub("", phrase))
    try:
        time = _read_plain(phrase, whole) or _read_dated(phrase, whole)
    except IncompleteError as gap:
        raise (not_a_date(whole) if gap.missing == "month" else _year_missing(whole, gap.missing)) from None
    if time is None and not (duration and not phrase and not tentative):
        raise not_a_date(whole)
    time = _lasting(time or FuzzyDate(whole.text, None, None, "unknown"), duration)
    if whole.without and time.kind != "repeat":
        raise _repeats_not(whole)
    if time.kind == "unknown":
        return time
    return replace(time, tentative=tentative, yearly=yearly)


def _bare(phrase: str) -> str:
    """Without a label, outer brackets and the full stop."""
    phrase = _LABEL.sub("", phrase.rstrip("。;,"))
    return phrase[1:-1] if re.fullmatch(r"\([^()]*\)", phrase) else phrase


def _without_remarks(phrase: str) -> str:
    """6月8日(端午节) and 4月23日世界读书日 without the name, 7月(以通知为准) without the remark."""
    phrase = _REMARK.sub(lambda found: "" if _adds_nothing(found["words"]) else found[0], phrase)
    found = _NAMED.fullmatch(phrase)
    if found and read_occasions(found["name"] or found["of"]):
        return found["day"] or found["time"] + found["rest"]
    return phrase


def _adds_nothing(words: str) -> bool:
    is_name = not re.search(rf"^(?:{_WEEK})|假日|休日|休息日|工作日", words) and read_occasions(words)
    return bool(is_name or _NO_TIME.fullmatch(words))


def _take(pattern: re.Pattern[str], phrase: str) -> tuple[str, bool]:
    """The phrase without the first thing that matches, and whether there was one."""
    rest, count = pattern.subn("", phrase, count=1)
    return rest, count > 0


def _take_duration(phrase: str, whole: Whole) -> tuple[str, Length | None]:
    found = _DURATION.search(phrase)
    if found is None:
        return phrase, None
    size, unit = _DURATION_UNITS[found["unit"]]
    if int(found["count"]) == 0:
        raise DateError(
            "impossible-date",
            f"“{whole.text}”里的时长是零，请写实际的时长，例如 为期1个月",
            f"the duration in “{whole.text}” is zero; write how long it lasts, as in 为期1个月",
        )
    return phrase[: found.start()], (int(found["count"]) * size, unit)


def _lasting(time: FuzzyDate, duration: Length | None) -> FuzzyDate:
    """With a beginning and a duration the end follows; with both ends the duration is only kept."""
    if duration is None or time.kind not in ("point", "from") or time.start is None:
        return replace(time, duration=duration)
    return replace(time, kind="span", end=computed_end(time.start, duration), duration=duration)


def _read_plain(phrase: str, whole: Whole) -> FuzzyDate | None:
    """Times without a date of their own: the campaign's window, and 待定."""
    if _NO_TIME_YET.fullmatch(phrase):
        return FuzzyDate(whole.text, None, None, "unknown")
    return _window(whole) if _WINDOW.fullmatch(phrase) else None


def _window(whole: Whole) -> FuzzyDate:
    """The time of the whole campaign."""
    if whole.window is None or (whole.window.start, whole.window.end) == (None, None):
        raise DateError(
            "not-a-date",
            f"“{whole.text}”要用整个活动的时间，而整个活动没有写时间；请先写明，例如 2024年6月中旬至7月中旬",
            f"“{whole.text}” needs the time of the whole campaign, which has none; "
            "write that first, as in 2024年6月中旬至7月中旬",
        )
    return FuzzyDate(whole.text, whole.window.start, whole.window.end, "window")


def _read_dated(phrase: str, whole: Whole) -> FuzzyDate | None:
    """Everything that names a time, on its own or as an occasion."""
    every, about = _take(_ABOUT, phrase)
    if repeat := _read_repeat(every, whole):
        return replace(repeat, about=about or repeat.about)
    phrase, opens = _take(_OPENING, phrase)
    phrase, about = _take(_ABOUT, phrase)
    time = _read_opening(phrase, opens, whole)
    if time is None and not opens:
        time = _read_closing(phrase, whole) or _read_several(phrase, whole) or _read_occasions(phrase, whole)
    return replace(time, about=about or time.about) if time else None


def _read_opening(phrase: str, opens: bool, whole: Whole) -> FuzzyDate | None:
    """A point, a span, or what begins at a point and stays open."""
    phrase, since = _take(_SINCE, phrase)
    phrase = re.sub(r"(?:期间)$", "", phrase)
    if two := None if opens or since else _two_periods(phrase):
        return _span(two, whole)
    if term := read_term(phrase):
        return _single(term, opens or since, whole)
    terms = None if opens else read_terms(re.sub(r"止$", "", phrase))
    return _span(terms, whole) if terms else None


def _single(term: Term, is_open: bool, whole: Whole) -> FuzzyDate | None:
    """One time: a point, from its first hour to its last one, or without an end."""
    if is_open:
        return None if term.to else FuzzyDate(whole.text, _point(term, whole), None, "from", about=term.edge)
    start, end = _slot(term, whole)
    return FuzzyDate(whole.text, start, end, "point" if start == end else "span", about=term.edge)


def _slot(term: Term, whole: Whole, after: Point | None = None) -> Slot:
    start = _point(term, whole, after)
    if term.to is None:
        return start, start
    if term.to <= (term.at or 0):
        raise _hours_turned_round(whole)
    return start, end_of_hours(start.earliest, term.to)


def _two_periods(phrase: str) -> tuple[Term, Term] | None:
    """中下旬 on its own as the span that it is: 中旬至下旬."""
    term = read_term(phrase)
    if term is None or term.unit != "twenty-days":
        return None
    first = term.part or 1
    return replace(term, unit="ten-days"), Term("ten-days", None, None, first + 1)


def _span(terms: tuple[Term, Term], whole: Whole) -> FuzzyDate | None:
    if terms[0].to is not None:
        return None
    start = _point(terms[0], whole)
    end = _point(terms[1], whole, start)
    if end.latest < start.earliest:
        raise _end_before_start(whole, terms)
    about = terms[0].edge or terms[1].edge
    if terms[1].to is not None:  # 6月11日至20日9:00-17:00: these hours on each day
        days = FuzzyDate(whole.text, start, make_point("day", end.year, end.month, end.part), "span", about=about)
        rule = Repeat((), terms[1].at, terms[1].to, terms[1].half)
        return None if terms[0].has_hours else _repeat(days, rule, whole)
    if start.moment and end.moment and end.moment <= start.moment:
        raise _hours_turned_round(whole)
    return FuzzyDate(whole.text, start, end, "span", about=about)


# --- several dates ----------------------------------------------------------------------------


def _read_several(phrase: str, whole: Whole) -> FuzzyDate | None:
    """6月11日、18日; 6月、9月; 6月11日至13日、18日9:30-11:30: each a point or a span, one after the other."""
    parts = _BETWEEN_DATES.split(phrase)
    if len(parts) < 2 or any(part.endswith(("起", "开始")) for part in parts):
        return None
    read = [_one_of_several(part, parts[-1]) for part in parts]
    terms = [each for each in read if each]
    if len(terms) < len(parts) or any(term.to is not None for pair in terms if len(pair) > 1 for term in pair):
        return None
    if any(_is_hours(pair) and not _is_day_with_hours(before) for before, pair in zip([(), *terms], terms, strict=False)):
        return None
    slots: list[Slot] = []
    for pair in _sharing_hours(terms):
        slots.append(_next(pair, slots[-1] if slots else None, whole))
    about = any(term.edge for pair in terms for term in pair)
    return FuzzyDate(whole.text, slots[0][0], slots[-1][1], "several", about=about, dates=tuple(slots))


def _one_of_several(part: str, last: str) -> tuple[Term, ...] | None:
    if re.fullmatch(r"[0-9]{1,2}", part) and re.match(r"[0-9]{1,2}[日号]", last):
        part += "日"
    part = completed(part, last)
    if hours := _hours(_HOURS_ALONE.fullmatch(part)):
        return (hours,)
    term = read_term(part)
    return (term,) if term else read_terms(part)


def _hours(found: re.Match[str] | None) -> Term | None:
    """Hours on a day that is not named; None where there are none, or such as no clock has."""
    try:
        return replace(Term("day", None, None, None), **clock(found.groupdict())) if found else None
    except ClockError:
        return None


def _is_hours(pair: tuple[Term, ...]) -> bool:
    return len(pair) == 1 and pair[0].unit == "day" and pair[0].part is None


def _is_day_with_hours(pair: tuple[Term, ...]) -> bool:
    return len(pair) == 1 and pair[0].unit == "day" and pair[0].has_hours


def _sharing_hours(terms: list[tuple[Term, ...]]) -> Iterator[tuple[Term, ...]]:
    """Hours that only the last of several days has are those of each, and so are those behind it."""
    days = len(terms) - next(number for number, pair in enumerate(reversed(terms)) if not _is_hours(pair))
    last = terms[days - 1][-1]
    shared = last.has_hours and not any(term.has_hours for pair in terms[: days - 1] for term in pair)
    if not shared or any(len(pair) > 1 or pair[0].unit != "day" for pair in terms):
        yield from terms
        return
    for (term,) in terms[:days]:
        yield (replace(term, at=last.at, to=last.to, half=last.half),)
        yield from terms[days:]


def _next(pair: tuple[Term, ...], previous: Slot | None, whole: Whole) -> Slot:
    """One of several times, which must come after the one before; hours alone are on its day."""
    first, before = pair[0], previous[1] if previous else None
    if previous and _is_hours(pair):
        first = replace(first, year=previous[0].year, month=previous[0].month, part=previous[0].part)
    start, end = _slot(first, whole, before)
    if len(pair) > 1:
        end = _point(pair[1], whole, start)
    later = (start.earliest, start.minute or 0)
    if end.latest < start.earliest or (before and later <= (before.latest, before.minute or 0)):
        raise _not_in_order(whole)
    return start, end


# --- repeats ----------------------------------------------------------------------------------


def _read_repeat(phrase: str, whole: Whole) -> FuzzyDate | None:
    """每周三10:00-12:00，6月5日至7月10日（6月19日除外）, with its range in front or behind, or without one."""
    phrase, left_out = _take_left_out(phrase)
    found = _REPEAT.search(phrase)
    if found is None:
        return None
    hours = _hours(found)
    if hours is None or (found["other"] and not found["days"]):
        return None
    before, after = (_AROUND_RANGE.sub("", part) for part in (phrase[: found.start()], phrase[found.end() :]))
    if before and after:
        return None
    span = _range(before or after, whole) if before or after else FuzzyDate("", None, None, "unknown")
    if hours.to is not None and hours.to <= (hours.at or 0):
        raise _hours_turned_round(whole)
    if span is None:
        return None
    rule = Repeat(
        _weekdays(found["days"] or ""), hours.at, hours.to, hours.half,
        weeks=2 if found["other"] else 1, monthdays=_monthdays(found["month"] or ""),
    )  # fmt: skip
    return _repeat(span, rule, whole, left_out)


def _monthdays(words: str) -> tuple[int, ...]:
    """15日、30日 as (15, 30)."""
    return tuple(sorted({int(number) for number in re.findall(r"[0-9]+", words)}))


def _take_left_out(phrase: str) -> tuple[str, tuple[str, ...]]:
    found = _LEFT_OUT.search(phrase)
    if found is None:
        return phrase, ()
    words = found["days"] or found["same"]
    return _LEFT_OUT.sub("", phrase, count=1), tuple(_BETWEEN_DATES.split(words))


def _range(phrase: str, whole: Whole) -> FuzzyDate | None:
    """Between which times something repeats; hours stand with the days of the week, not here."""
    phrase, opens = _take(_OPENING, phrase)
    if _WINDOW.fullmatch(phrase):
        time = _window(whole)
        return replace(time, kind="span", end=None if time.end and time.end.unit == "computed" else time.end)
    span = _read_opening(phrase, opens, whole)
    if span is None or span.kind not in ("point", "span", "from"):
        return None
    return None if any(point and point.minute is not None for point in (span.start, span.end)) else span


def _weekdays(words: str) -> tuple[int, ...]:
    """周三、周五 as (2, 4); 周一至周五 as (0, 1, 2, 3, 4); 周末 as Saturday and Sunday; nothing as every day.

    Numerals may have become figures on the way (三至五 as 3至五).
    """
    days: list[int] = []
    for word in re.findall(r"[一二三四五六日天末1-6]|[至到~-]", words):
        if word in "至到~-":
            days.append(-1)
        elif word == "末":
            days += [5, 6]
        else:
            day = ("一二三四五六日".find(word.replace("天", "日"))) if not word.isdigit() else int(word) - 1
            if days and days[-1] == -1:
                first = days[-2]
                days[-1:] = range(first + 1, day + 1 if day > first else day + 8)
            else:
                days.append(day)
    return tuple(sorted({day % 7 for day in days if day >= 0}))


def _repeat(span: FuzzyDate, rule: Repeat, whole: Whole, left_out: Iterable[str] = ()) -> FuzzyDate:
    """Every date of a repeat within a span where each is certain; else its bounds alone."""
    start, end = span.start, span.end
    without = tuple(sorted(set(_left_out((*left_out, *map(normalise, whole.without)), start, whole))))
    time = replace(span, text=whole.text, kind="repeat", repeat=replace(rule, without=without))
    if any(not 1 <= day <= 31 for day in rule.monthdays):
        raise _no_such_day(whole)
    if start is None or end is None or not _is_certain(rule, start, end):
        return time
    days = [start.earliest + timedelta(days=number) for number in range((end.latest - start.earliest).days + 1)]
    days = [day for number, day in enumerate(days) if _is_on(rule, day, number)]
    if not set(without) <= set(days):
        raise _not_among_them(whole, next(day for day in without if day not in days))
    days = [day for day in days if day not in without]
    if not days:
        raise _no_such_day(whole)
    return replace(time, dates=tuple(_slot_on(day, rule) for day in days))


def _is_certain(rule: Repeat, start: Point, end: Point) -> bool:
    """Whether the ends of a span leave no doubt on which dates something repeats."""
    if rule.monthdays:
        return {start.unit, end.unit} <= {"day", "month"}
    is_first = rule.weeks == 1 or rule.weekdays == (start.earliest.weekday(),)
    return start.is_one_day and end.is_one_day and is_first


def _is_on(rule: Repeat, day: date, number: int) -> bool:
    """Whether it is on a day; ``number`` counts from the first day of the span."""
    if rule.monthdays:
        return day.day in rule.monthdays
    return (not rule.weekdays or day.weekday() in rule.weekdays) and (number // 7) % rule.weeks == 0


def _slot_on(day: date, rule: Repeat) -> Slot:
    start = make_point("day", day.year, day.month, day.day, rule.at, rule.half)
    return start, start if rule.to is None else end_of_hours(day, rule.to)


def _left_out(words: Iterable[str], start: Point | None, whole: Whole) -> Iterator[date]:
    words, before = tuple(words), start
    for word in words:
        read = _one_of_several(word, words[-1])
        if not read or len(read) > 1 or read[0].unit != "day" or read[0].has_hours:
            raise _no_day_to_leave_out(word)
        before = _point(read[0], whole, before)
        yield before.earliest


# --- deadlines and occasions ------------------------------------------------------------------


def _read_closing(phrase: str, whole: Whole) -> FuzzyDate | None:
    """A last day without a first one: 7月底前, 截至8月底, 即日起至8月底."""
    found = _CLOSING.fullmatch(phrase)
    if found is None or not (found["to"] or found["before"]):
        return None
    # The end of a month, quarter or year is the unit's own last day: the unit says it without loss.
    body = re.sub(r"^年$", "本年", re.sub(r"年年$", "年", re.sub(r"[底末]$", "", found["body"])))
    term = read_term(body)
    if term is None or term.to is not None:
        return None
    return FuzzyDate(whole.text, None, _point(term, whole), "until", about=term.edge)


def _read_occasions(phrase: str, whole: Whole) -> FuzzyDate | None:
    """科技周、科普日等活动节点: names of occasions whose dates the notice leaves to the calendar."""
    named = read_occasions(phrase)
    if named is None:
        return None
    return FuzzyDate(whole.text, None, None, "occasions", occasions=named[0], occasions_open=named[1])


def _point(term: Term, whole: Whole, start: Point | None = None) -> Point:
    """The point of a term; an impossible one is told with the words it stands in."""
    try:
        return resolve(term, whole.year, start)
    except DateError as error:
        raise DateError(error.code, f"“{whole.text}”：{error.zh}", f"“{whole.text}”: {error.en}") from None


def not_a_date(whole: Whole) -> DateError:
    """The words are no time; where only a 至 seems to be missing, that is proposed."""
    if not whole.text:
        return DateError(
            "not-a-date",
            "时间是空的，请写成 8月中旬 这样，或者不写这一项",
            "the time is empty; write it like 8月中旬, or leave it out",
        )
    text = whole.text if len(whole.text) <= 40 else whole.text[:40] + "…"
    if _HOURS_ALONE.fullmatch(normalise(text)):
        return DateError(
            "not-a-date",
            f"“{text}”只有钟点，没有日期；请连日期一起写，例如 6月15日9:30-11:30",
            f"“{text}” has hours and no day; write the day in front of them, as in 6月15日9:30-11:30",
        )
    if _MEANT_AS_REPEAT.search(whole.text):
        return DateError(
            "not-a-date",
            f"“{text}”读不出是什么时间；按星期重复的，请写成 {_REPEAT_FORM} 这样，中间停的写在最后：（6月19日除外）；"
            "也可以逐个写出日期，如 6月11日、25日",
            f"“{text}” is not a time this site can read; what repeats by weekdays is written like {_REPEAT_FORM}, "
            "with dates left out at the end: （6月19日除外）; or write each date, as in 6月11日、25日",
        )
    meant = _missing_to(normalise(whole.text)) if len(whole.text) <= _LONGEST else None
    zh, en = (
        (f"像是漏了“至”，请写 {meant}", f"a 至 (to) seems to be missing, write {meant}")
        if meant
        else ("请写成 8月中旬、7月至9月 或 2024-06-11 这样", "write it like 8月中旬, 7月至9月 or 2024-06-11")
    )
    zh_record, en_record = (
        f"{{text: {_quoted(text)}, means: {meant or means}, note: {note}}}"
        for means, note in (("应为的时间", "原因"), ("the time meant", "why"))
    )
    return DateError(
        "not-a-date",
        f"“{text}”读不出是什么时间，{zh}；如果通知原文就是这样印的，请写 {zh_record}",
        f"“{text}” is not a time this site can read; {en}; if the notice prints it so, write {en_record}",
    )


_REPEAT_FORM: Final = "每周三10:00-12:00，6月5日至7月10日"


def _quoted(text: str) -> str:
    """The text as it can stand in YAML: quoted where a sign in it would mean something there."""
    return json.dumps(text, ensure_ascii=False) if re.search(r"[^\w 、。，；（）“”—.+]", text) else text


def _missing_to(phrase: str) -> str | None:
    """7月9月 as 7月至9月, where both halves are times."""
    for place in range(1, len(phrase)):
        left, right = phrase[:place], phrase[place:]
        pair = read_term(left), read_term(right)
        if pair[0] and pair[1] and not pair[0].numeric and not pair[1].numeric:
            return f"{left}至{right}"
    return None


def _year_missing(whole: Whole, missing: str) -> DateError:
    zh, en = (
        ("没有写是哪一年的次年", "does not say after which year")
        if missing == "base"
        else ("没有写是哪一年，活动也没有写年份", "does not say which year, and neither does the campaign")
    )
    return DateError(
        "year-missing",
        f"“{whole.text}”{zh}；请写全，例如 2024年8月中旬",
        f"“{whole.text}” {en}; write it in full, as in 2024年8月中旬",
    )


def _end_before_start(whole: Whole, terms: tuple[Term, Term]) -> DateError:
    zh, en = _order_advice(*terms)
    return DateError(
        "end-before-start",
        f"“{whole.text}”的结束早于开始；{zh}",
        f"“{whole.text}” ends before it begins; {en}",
    )


def _hours_turned_round(whole: Whole) -> DateError:
    return DateError(
        "end-before-start",
        f"“{whole.text}”的结束不晚于开始；请核对钟点，例如 9:30-11:30，下午可以写 下午2:00-4:00，过半夜的写 20:00-次日1:00",
        f"“{whole.text}” ends before it has begun; check the hours, as in 9:30-11:30 or 下午2:00-4:00, "
        "and past midnight in 20:00-次日1:00",
    )


def _not_in_order(whole: Whole) -> DateError:
    return DateError(
        "end-before-start",
        f"“{whole.text}”里的日期先后不对；请从早写到晚，到第二年的写明“次年”，例如 12月11日、次年1月8日",
        f"the dates in “{whole.text}” are not in order; write the earliest first, "
        "and 次年 where the next year begins, as in 12月11日、次年1月8日",
    )


def _no_such_day(whole: Whole) -> DateError:
    return DateError(
        "impossible-date",
        f"“{whole.text}”：这段时间里没有这样的日子；请核对星期和起止日期，例如 {_REPEAT_FORM}",
        f"“{whole.text}”: no such day lies in that time; check the weekday and both dates, as in {_REPEAT_FORM}",
    )


def _no_day_to_leave_out(word: str) -> DateError:
    return DateError(
        "not-a-date",
        f"“{word[:40]}”不是某一天；除外的日期一天一天地写，例如 6月19日",
        f"“{word[:40]}” is not one day; dates that are left out are written day by day, as in 6月19日",
    )


def _repeats_not(whole: Whole) -> DateError:
    return DateError(
        "not-a-date",
        f"“{whole.text}”不是按星期重复的时间，没有日子可以除外；请删去 except，或者把时间写成 {_REPEAT_FORM} 这样",
        f"“{whole.text}” does not repeat, so no date can be left out; delete except, or write the time like {_REPEAT_FORM}",
    )


def _not_among_them(whole: Whole, day: date) -> DateError:
    return DateError(
        "impossible-date",
        f"“{whole.text}”：{day.year}年{day.month}月{day.day}日本来就不在其中；请核对除外的日期",
        f"“{whole.text}”: {day} is not among its dates; check the dates that are left out",
    )


def _order_advice(start: Term, end: Term) -> tuple[str, str]:
    if end.year is not None or end.next_year:
        return "请核对年份，例如 2024年12月至2025年1月", "check the years, as in 2024年12月至2025年1月"
    if end.month in (None, start.month):
        return "请核对先后，例如 6月11日至20日", "check which comes first, as in 6月11日至20日"
    return (
        "如果到第二年才结束，请写明“次年”，例如 11月至次年2月",
        "if it ends in the following year write 次年, as in 11月至次年2月",
    )
