"""What repeats: 每周三10:00-12:00, 每月第二个周六, 每月15日, 每个工作日. Its words, and which dates follow from them.

Rules where usage leaves a choice:

- A repeat has certain dates only between two printed days or in whole months: in 6月中旬至7月中旬每周三 nobody says which
  Wednesday is the first.
- Days of the week that are as many as the days between two (10月14日至16日（周三至周五）) say which those are, and are no repeat.
- Every other week (每两周周三) has certain dates only where its first day is printed and is such a day.
- 周一闭馆（节假日除外） is closed on Mondays and open on public holidays, also where these are Mondays.
- Which days are working days or public holidays is announced year by year (调休): where the words name these, no date
  is certain.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from .fuzzy import FuzzyDate, Kind, Repeat, Slot
from .grammar import CLOCK, arabic, read_hours, read_occasions
from .points import Hours, Point, end_of_hours, make_point
from .refusals import Whole, hours_turned_round, no_such_day, not_among_them

_WEEK: Final = "(?:周|星期|礼拜)"
_WEEKDAY: Final = r"(?:[一二三四五六日天]|[1-6](?![0-9:点时年月日号./-]))"
_DAYS: Final = rf"{_WEEK}(?:末|{_WEEKDAY}(?:(?:[、和及至到~-]|,(?={_WEEK}))?{_WEEK}?{_WEEKDAY})*)"
_HOLIDAYS: Final = "(?:国家)?(?:法定)?(?:节假日|节日|假日)"
_NUMBER: Final = "[1-5一二三四五]"
_OTHER: Final = r"每个?2个?(?:周|星期)的?|每?隔1?个?(?:周|星期)的?"
_NTH: Final = rf"第(?P<weeks>{_NUMBER}(?:[、和及]第?{_NUMBER})*)个?|(?P<first>首个?)|(?P<last>(?:最后|末)[1一]?个?)"
_REPEAT: Final = re.compile(
    rf"(?:每逢?个?|逢(?=周末|{_WEEK}{_WEEKDAY})|(?P<other>{_OTHER})|(?<![0-9日号(])(?=工作日|周末|{_WEEK}{_WEEKDAY}[至到~-]))"
    rf"(?:(?:月的?(?:{_NTH})(?={_WEEK}))?(?P<days>{_DAYS})(?:(?:[、和及与]|以及)(?P<holidays>{_HOLIDAYS}))?"
    r"|月的?(?P<month>[0-9]{1,2}[日号](?:[、和及][0-9]{1,2}[日号])*)|(?P<working>工作日)|[天日](?!假)|(?=[早晚]|[上下]午))"
    rf"{CLOCK}"
)
_PLAIN: Final = re.sub("[?]P<[a-z_]+>", "", CLOCK)
_MORE_HOURS: Final = re.compile(
    rf"(?:[、和及,]|以及)(?=(?:上午|下午|晚上?|早上?|中午)?[0-9]{{1,2}}[:时点])(?P<hours>{_PLAIN})"
)
_OTHER_DAYS: Final = re.compile(
    rf"[、,;(](?:每逢?个?|逢)?(?P<days>{_DAYS})(?P<until>(?P<later>延[长时]|夜场|夜间)?(?:开放)?[至到])?仅?(?P<hours>{_PLAIN})\)?(?=$|[、,;(])"
)
_EACH_DAY: Final = re.compile(
    rf"(?P<days>.+[至到~-][^、和及]+[日号])(?P<hours>{_PLAIN}(?P<more>(?:(?<=[0-9时点分半刻])[、和及,]{_PLAIN})*))"
)
_LEFT_OUT: Final = re.compile(
    r"[,;(](?:其中|逢)?(?:(?P<days>[^,;()]+?)(?:除外|(?:放假|闭馆|休馆|休息|暂停|不开放|停课|停办|不上课|不排班|不营业)+(?:[1一]次)?)|除(?P<same>[^,;()]+?)外)\)?"
)
_OPEN_ON_HOLIDAYS: Final = re.compile(
    rf"(?P<closed>[,;(](?:每|逢|每逢)?{_DAYS}(?:闭馆|休馆|休息|不开放))[,;(]*(?:如?遇|逢|但)?{_HOLIDAYS}(?:除外|(?:照常|正常)?(?:开放|开馆)|(?:则|时)?顺延)(?:,[^0-9()]*顺延[^0-9()]*)?\)?\)?"
)
"""周一闭馆（节假日除外）: on holidays it is open, as the exception is one from being closed."""
_BESIDE: Final = re.compile(r"[(（](?:周|星期|礼拜)[一二三四五六日天至到~—–、周星期-]+(?:[，,]?[上下早晚中0-9][^()（）]*)?[)）]")
_AROUND_RANGE: Final = re.compile(r"^[,;()]+|[,;()的]+$")
_BETWEEN: Final = re.compile("[、和及与]|以及")


_DaysAndHours = tuple[tuple[int, ...], tuple[Hours, ...]]


@dataclass(frozen=True, slots=True)
class Printed:
    """A repeat as printed: its rule, the words of the time in which it repeats, and of each date that is left out."""

    rule: Repeat
    within: str
    left_out: tuple[str, ...]


def take(phrase: str, whole: Whole) -> Printed | None:
    """每周三10:00-12:00，6月5日至7月10日（6月19日除外）, with its range in front or behind, or without one."""
    phrase, opened = _OPEN_ON_HOLIDAYS.subn(r"\g<closed>", phrase.replace("双休日", "周末"))
    phrase, left_out = _take_left_out(phrase)
    days = None if _REPEAT.search(phrase) else _EACH_DAY.fullmatch(phrase)
    runs = days and days["days"].lstrip("自从").startswith("即日") and re.search("[至到~-]", days["hours"])
    if days and (left_out or days["more"] or runs):  # 6月1日至30日9:00-17:00(周一闭馆), 6月1日至30日9:00-11:00,14:00-16:00
        phrase = f"{days['days']}每天{days['hours']}"
    found = _REPEAT.search(phrase)
    if found is None or (found["other"] and not (found["days"] and not _weeks(found))):
        return None
    hours, rest = _take_hours(found, phrase[found.end() :], whole)
    by_days, rest = _take_other_days((_weekdays(found["days"] or ""), hours or ()), rest, whole)
    before, after = (_AROUND_RANGE.sub("", part) for part in (phrase[: found.start()], rest))
    if hours is None or (before and after) or (len(by_days) > 1 and (found["other"] or found["month"] or _weeks(found))):
        return None
    rule = Repeat(
        *by_days[0],
        others=tuple(Repeat(*each) for each in by_days[1:]),
        weeks=2 if found["other"] else 1,
        weeks_of_month=_weeks(found),
        monthdays=_numbers(found["month"] or ""),
        working_days=bool(found["working"]),
        holidays=True if found["holidays"] or opened else None,
    )
    return _leaving_out(Printed(rule, before or after, left_out), whole)


def is_one(phrase: str) -> bool:
    """Something in it repeats."""
    return _REPEAT.search(phrase) is not None


def _take_left_out(phrase: str) -> tuple[str, tuple[str, ...]]:
    words = [found["days"] or found["same"] for found in _LEFT_OUT.finditer(phrase)]
    return _LEFT_OUT.sub("", phrase), tuple(each for part in words for each in _each_left_out(_BETWEEN.split(part)))


def _each_left_out(words: list[str]) -> list[str]:
    """周六 and 周日 of 周六、日, 7月 and 8月 of 七、八月."""
    month = "月" if words[-1].endswith("月") else ""
    return [
        f"周{word}" if place and re.fullmatch("[一二三四五六日天]", word) and re.search(f"{_WEEK}", words[0])
        else f"{arabic(word.removesuffix('月'))}月" if month and re.fullmatch("[一二三四五六七八九十]{1,2}月?", word) else word
        for place, word in enumerate(words)
    ]  # fmt: skip


def _take_hours(found: re.Match[str], rest: str, whole: Whole) -> tuple[tuple[Hours, ...] | None, str]:
    """The hours of each day in their order, and the words behind them; None where they are such as no clock has."""
    first = read_hours(found)
    if first is None:
        return None, rest
    hours = [first]
    while more := _MORE_HOURS.match(rest):
        following = read_hours(more["hours"])
        if following is None:
            return None, rest
        hours.append(following)
        rest = rest[more.end() :]
    ends = [minute for each in hours for minute in (each.at, each.to) if minute is not None]
    if ends != sorted(set(ends)):
        raise hours_turned_round(whole)
    return tuple(each for each in hours if each != Hours()), rest


def _take_other_days(those: _DaysAndHours, rest: str, whole: Whole) -> tuple[list[_DaysAndHours], str]:
    """Days of the week with their hours, those of other days (周末10:00-18:00, 周三延长至20:00) behind them, and the words behind all."""
    (days, hours), groups = those, [those]
    while hours and (more := _OTHER_DAYS.match(rest)):
        its, own, all_days = _weekdays(more["days"]), read_hours(more["hours"]), groups[0][0] or tuple(range(7))
        left = tuple(day for day in all_days if day not in its)
        is_apart = {*its} <= {*all_days} if more["until"] else left == all_days or not days
        if own is None or own == Hours() or not is_apart or not left or any(day in its for group, _ in groups[1:] for day in group):
            break
        groups = [(left, hours), *groups[1:], (its, _until(hours, own, more["later"], whole) if more["until"] else (own,))]
        rest = rest[more.end() :]
    return groups, rest


def _until(hours: tuple[Hours, ...], end: Hours, later: str | None, whole: Whole) -> tuple[Hours, ...]:
    """The same hours with another end, which is later where the words say so: of 下午1:30-5:00,周五延长至8:30 in the evening."""
    last = hours[-1]
    if end.at is not None and end.at < 720 <= (last.at or 0):
        end = replace(end, at=end.at + 720)
    if end.at is None or end.to is not None or end.at <= ((last.to if later else last.at) or 0):
        raise hours_turned_round(whole)
    return *hours[:-1], replace(last, to=end.at)


def _weeks(found: re.Match[str]) -> tuple[int, ...]:
    """Which weekdays of a month: the second as 2, the last as -1."""
    if found["first"] or found["last"]:
        return (1,) if found["first"] else (-1,)
    return tuple(sorted({"一二三四五".find(each) + 1 or int(each) for each in re.findall(_NUMBER, found["weeks"] or "")}))


def _numbers(words: str) -> tuple[int, ...]:
    """15日、30日 as (15, 30)."""
    return tuple(sorted({int(number) for number in re.findall(r"[0-9]+", words)}))


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


def _leaving_out(printed: Printed, whole: Whole) -> Printed | None:
    """Without weekdays (周一闭馆), public holidays (法定节假日除外) and other breaks (寒暑假除外); dates stay words."""
    rule, dates = printed.rule, []
    for words in printed.left_out:
        if re.fullmatch(_HOLIDAYS, words):
            rule = replace(rule, holidays=False)
        elif words == "周末" and rule.monthdays:  # 每月15日(遇周末顺延): on which of its days it is then nobody says
            rule = replace(rule, breaks=(*rule.breaks, words))
        elif re.fullmatch(f"每?{_DAYS}", words):
            if rule.weeks_of_month or rule.monthdays or rule.working_days:
                return None
            lefts = [set(each.weekdays or range(7)) - set(_weekdays(words)) for each in rule.rules]
            if not all(lefts):
                raise no_such_day(whole)
            days, *others = (tuple(sorted(left)) for left in lefts)
            apart = zip(rule.others, others, strict=True)
            rule = replace(rule, weekdays=days, others=tuple(replace(each, weekdays=its) for each, its in apart))
        elif named := read_occasions(words):
            rule = replace(rule, breaks=(*rule.breaks, *named[0]))
        else:
            dates.append(words)
    return replace(printed, rule=rule, left_out=tuple(dates))


def repeat(span: FuzzyDate, rule: Repeat, whole: Whole, without: Iterable[tuple[date, date]] = ()) -> FuzzyDate:
    """Every date of a repeat within a span where each is certain; else its bounds alone.

    ``without`` are first and last days of what is left out.
    """
    start, end = span.start, span.end
    breaks = tuple(without)
    left_out = tuple(sorted({day for first, last in breaks for day in days_between(first, last)}))
    kind: Kind = "occasions" if span.occasions else "repeat"
    time = replace(span, text=whole.text, kind=kind, repeat=replace(rule, without=left_out))
    if any(not 1 <= day <= 31 for day in rule.monthdays):
        raise no_such_day(whole)
    if start is None or end is None or not _is_certain(rule, start, end):
        return time
    is_each = not rule.others and 1 <= (end.latest - start.earliest).days < len(rule.weekdays)
    if is_each and _BESIDE.search(whole.text):
        rule = replace(rule, weekdays=())  # 10月14日至16日（周三至周五）: they are those of all its days
        if not rule.hours and not breaks:
            return replace(span, text=whole.text)
    span_days = days_between(start.earliest, end.latest)
    all_days = {day: each for number, day in enumerate(span_days) for each in rule.rules if _is_on(each, day, number)}
    for first, last in breaks:
        if not any(first <= day <= last for day in all_days):
            raise not_among_them(whole, first)
    days = [day for day in all_days if day not in left_out]
    if not days:
        raise no_such_day(whole)
    rule = replace(rule, without=tuple(day for day in left_out if day in all_days))
    return replace(time, repeat=rule, dates=tuple(_slot(day, hours) for day in days for hours in all_days[day].hours or (Hours(),)))


def series(time: FuzzyDate) -> Iterator[tuple[Repeat, list[Slot]]]:
    """What a calendar repeats as one: the dates of one hour, and the rule that makes them. Nothing where none is certain."""
    for rule in time.repeat.rules if time.repeat else ():
        without = tuple(day for day in rule.without if _is_among(rule, day))
        for hours in rule.hours or (Hours(),):
            same = (slot for slot in time.dates if (slot[0].at, slot[0].half) == (hours.at, hours.half))
            dates = [slot for slot in same if _is_among(rule, slot[0].earliest)]
            if dates:
                yield replace(rule, hours=(hours,), without=without), dates


def _is_among(rule: Repeat, day: date) -> bool:
    return not rule.weekdays or day.weekday() in rule.weekdays


def so_many(time: FuzzyDate, count: int, whole: Whole) -> FuzzyDate:
    """3月11日起每周三,共8次: with the last of so many days, where the first one is printed and nothing else leaves a doubt.

    With several hours a day nobody says whether days or hours are counted.
    """
    start, rule = time.start, time.repeat
    is_clear = rule and start and start.is_one_day and _is_certain(rule, start, start) and len(rule.hours) < 2 and not rule.others
    if rule is None or start is None or time.end is not None or not is_clear:
        return time
    span = days_between(start.earliest, start.earliest + timedelta(days=7 * rule.weeks * (count + len(rule.without) + 1)))
    days = [day for number, day in enumerate(span) if _is_on(rule, day, number) and day not in rule.without][:count]
    if len(days) < count or rule.monthdays or rule.weeks_of_month:
        return time
    end = make_point("day", days[-1].year, days[-1].month, days[-1].day)
    return repeat(replace(time, end=end), rule, whole, ((day, day) for day in rule.without))


def days_between(first: date, last: date) -> list[date]:
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]


def _is_certain(rule: Repeat, start: Point, end: Point) -> bool:
    """Whether the ends of a span leave no doubt on which dates something repeats."""
    if rule.working_days or rule.holidays is not None or rule.breaks:
        return False
    if rule.weeks_of_month and len(rule.weekdays) > 1:
        return False  # 每月第二个周末: its Sunday may be the month's third
    is_first = rule.weeks == 1 or (rule.weekdays == (start.earliest.weekday(),) and start.is_one_day)
    return is_first and all(point.is_one_day or point.unit == "month" for point in (start, end))


def _is_on(rule: Repeat, day: date, number: int) -> bool:
    """Whether it is on a day; ``number`` counts from the first day of the span."""
    if rule.monthdays:
        return day.day in rule.monthdays
    if rule.weekdays and day.weekday() not in rule.weekdays:
        return False
    if rule.weeks_of_month:
        is_last = (day + timedelta(days=7)).month != day.month
        return (day.day + 6) // 7 in rule.weeks_of_month or (is_last and -1 in rule.weeks_of_month)
    return (number // 7) % rule.weeks == 0


def _slot(day: date, hours: Hours) -> Slot:
    start = make_point("day", day.year, day.month, day.day, hours.at, hours.half)
    return start, start if hours.to is None else end_of_hours(day, hours.to)
