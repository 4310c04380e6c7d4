"""Dates and lists in words, Chinese and English.

Chinese dates follow GB/T 15835 (Arabic numerals, no leading zeros); English ones the order
day, month, year. Nothing here makes a date more exact than it was printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Final

from ..language import Language
from . import undated
from .fuzzy import FuzzyDate, Repeat, Slot
from .names import MONTHS, ORDINALS, WEEKDAYS, ordinal
from .points import Half, Hours, Point, Unit, make_point

_TEN_DAYS = ("early ", "mid-", "late ")
_TWENTY_DAYS = ("early or mid-", "mid- or late ")
HALVES: Final[dict[Half, str]] = {
    "凌晨": "in the small hours",
    "早上": "early in the morning",
    "上午": "in the morning",
    "中午": "around noon",
    "下午": "in the afternoon",
    "晚上": "in the evening",
}
SEASONS = ("spring", "summer", "autumn", "winter")
_PARTS: Final[dict[Unit, tuple[str, ...]]] = {
    "week": tuple(f"{ORDINALS[each][0]}周" for each in (1, 2, 3, 4, 5, -1)),
    "ten-days": ("上旬", "中旬", "下旬"),
    "twenty-days": ("上中旬", "中下旬"),
    "season": ("春季", "夏季", "秋季", "冬季"),
    "quarter": ("第一季度", "第二季度", "第三季度", "第四季度"),
    "half": ("上半年", "下半年"),
}
_DAYS: Final = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_LENGTHS: Final = {"day": "天", "week": "周", "month": "个月"}


def day(value: date, language: Language) -> str:
    """A known day.

    >>> day(date(2024, 5, 7), "zh"), day(date(2024, 5, 7), "en")
    ('2024年5月7日', '7 May 2024')
    """
    if language == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def when(value: FuzzyDate, language: Language) -> str:
    """A time as fuzzy as it was printed, with its year."""
    if language == "zh":
        return printed(value)
    return _english(value)


def unplanned(words: str) -> str:
    """A time in words without what says that it was only planned."""
    return words.removeprefix("暂定").removesuffix(" (planned)")


def month(value: date, language: Language) -> str:
    """The month of a day.

    >>> month(date(2024, 5, 7), "zh"), month(date(2024, 5, 7), "en")
    ('2024年5月', 'May 2024')
    """
    return f"{value.year}年{value.month}月" if language == "zh" else f"{MONTHS[value.month - 1]} {value.year}"


def weekday(value: date, language: Language) -> str:
    """The day of the week.

    >>> weekday(date(2024, 5, 7), "zh"), weekday(date(2024, 5, 7), "en")
    ('星期二', 'Tuesday')
    """
    return f"星期{'一二三四五六日'[value.weekday()]}" if language == "zh" else WEEKDAYS[value.weekday()]


def hours(slot: Slot, language: Language) -> str:
    """From when to when on its day, or the part of the day; nothing where no hour is printed."""
    own = _hours_of(slot)
    return _chinese_hours(own) if language == "zh" else _hours(own).lstrip(", ")


def _hours_of(slot: Slot) -> Hours:
    start, end = slot
    to = end.at if start != end and start.earliest == end.earliest else None
    return Hours(start.at, 1440 + (end.at or 0) if is_overnight(slot) else to, start.half)


def dates(slots: Sequence[Slot], language: Language) -> str:
    """The days of several times without their hours: 2024年6月5日、12日、19日."""
    days = [replace(start, at=None, half="") for start, _ in slots]
    plain = [(day_, day_) for day_ in days]
    return _chinese_dates(plain) if language == "zh" else _dates(plain)


def is_overnight(slot: Slot) -> bool:
    """From an hour of one day to an earlier one of the next: 20:00至次日1:00."""
    start, end = slot
    is_next = (end.earliest - start.latest).days == 1
    return is_next and start.at is not None and end.at is not None and end.at <= start.at


# --- Chinese ----------------------------------------------------------------------------------


def printed(value: FuzzyDate) -> str:
    """The time written out in Chinese with its full year, so that it stands on its own.

    ``parse`` reads it back to the same bounds and kind; 活动期间 needs the same window.
    """
    if value.kind == "unknown":
        said = value.correction.means if value.correction else value.text
        return value.in_chinese or undated.in_chinese(said.lower().rstrip(".")) or said
    lasting = f"，为期{length(*value.duration)}" if value.duration else ""
    yearly = "（每年）" if value.yearly else ""
    full = "，额满为止" if value.until_full else ""
    return f"{'暂定' if value.tentative else ''}{_chinese_kind(value)}{lasting}{yearly}{full}"


def length(count: int, unit: str) -> str:
    """How long something lasts, in Chinese: 15天, 2周, 3个月, 1年."""
    if unit == "month" and count % 12 == 0:
        return f"{count // 12}年"
    return f"{count}{_LENGTHS[unit]}"


def _chinese_kind(value: FuzzyDate) -> str:
    is_hour = value.kind == "point" and value.start is not None and value.start.at is not None
    about = ("左右" if is_hour else "前后") if value.about else ""
    if value.kind == "occasions":
        named = "、".join(value.occasions) + ("等活动节点" if value.occasions_open else "")
        if value.repeat:
            return f"{'约' if about else ''}{named}期间，{_chinese_repeat(value)}"
        said = value.correction.means if value.correction else value.text
        return named + ("期间" if said.rstrip("。").endswith("期间") else "") + about
    if value.kind == "window":
        return "活动期间"
    if value.kind == "repeat":
        return ("约" if about else "") + _chinese_repeat(value)
    if value.kind == "several":
        return _chinese_dates(value.dates) + about
    if value.start is None:
        return _deadline(value.end, "左右" if about else "", value.is_running)
    if value.kind == "from" or (value.end and value.end.unit == "computed"):
        return f"{_name(value.start)}{about}起"
    if value.kind == "point" or value.end is None:
        return f"{_name(value.start)}{about}"
    return f"{_chinese_slot((value.start, value.end))}{about}"


def _chinese_slot(slot: Slot, after: Point | None = None) -> str:
    start, end = slot
    if _is_within_a_day(slot):
        return f"{_name(start, after)}至{_clock(end.at)}"
    return f"{_name(start, after)}至{_name(end, start)}"


def _chinese_dates(dates: Sequence[Slot]) -> str:
    """Several dates; hours stand once behind all days that have them: 6月11日、18日9:30至11:30；25日14:00."""
    said, before, groups = [], None, _by_hours(dates)
    for days, hours in groups:
        named = []
        for slot in _runs_of_days(days, hours) if hours else days:
            named.append(_name(slot[0], before) if slot[0] == slot[1] else _chinese_slot(slot, before))
            before = slot[1]
        said.append("、".join(named) + "、".join(map(_chinese_hours, hours)))
    is_long = any(hours and len(days) + len(hours) > 2 for days, hours in groups)
    is_apart = any(hours and not before for (_, before), (_, hours) in pairwise(groups))
    return ("；" if is_long or is_apart else "、").join(said)


def _chinese_repeat(value: FuzzyDate) -> str:
    repeat = value.repeat
    assert repeat is not None
    hours = "、".join(map(_chinese_hours, repeat.hours))
    days = _chinese_days(repeat)
    if repeat.weeks_of_month:
        days = f"月{'、'.join(ORDINALS[each][0] for each in repeat.weeks_of_month)}个{days}"
    if repeat.monthdays:
        days = "月" + "、".join(f"{each}日" for each in repeat.monthdays)
    days = "个工作日" if repeat.working_days else days or "天"
    words = value.correction.means if value.correction else value.text
    holidays = "法定节假日" if re.search("(?i)法定节假日|public holiday", words) else "节假日"
    also = f"及{holidays}" if repeat.holidays else ""
    said = f"每{'两周' if repeat.weeks == 2 else ''}{days}{also}{hours}"
    said = "，".join([said, *(f"{_chinese_days(each)}{'、'.join(map(_chinese_hours, each.hours))}" for each in repeat.others)])
    if value.start is not None:
        said = f"{_chinese_range(value.start, value.end)}，{said}"
    elif value.end is not None:
        said = f"{_deadline(value.end, '', is_running=True)}，{said}"
    year = f"{value.start.year}年" if value.start else ""
    year = year or (f"{repeat.without[0].year}年" if repeat.without else "")
    without = _chinese_dates(_left_out(repeat)).removeprefix(year) if repeat.without else ""
    is_moved = repeat.holidays is False and "节假日顺延" in words
    without = "、".join(filter(None, (holidays if repeat.holidays is False and not is_moved else "", *repeat.breaks, without)))
    return said + (f"（{holidays}顺延）" if is_moved else "") + (f"（{without}除外）" if without else "")


def _chinese_days(repeat: Repeat) -> str:
    return "、".join(_DAYS[first] + (f"至{_DAYS[last]}" if last != first else "") for first, last in _runs(repeat))


def _chinese_range(start: Point, end: Point | None) -> str:
    if end is None or end.unit == "computed":
        return f"{_name(start)}起"
    return _name(start) if start == end else f"{_name(start)}至{_name(end, start)}"


def _chinese_hours(hours: Hours) -> str:
    if hours.at is None or hours.to is None:
        return hours.half if hours.at is None else _clock(hours.at)
    return f"{_clock(hours.at)}至{f'次日{_clock(hours.to - 1440)}' if hours.to > 1440 else _clock(hours.to)}"


def _deadline(end: Point | None, about: str, is_running: bool = False) -> str:
    if end is None:
        return "待定"
    last = f"{_name(end)}{'底' if end.unit in ('month', 'year') else ''}"
    return f"即日起至{last}{about}" if is_running else f"{last}前{about}"


def _name(point: Point, after: Point | None = None) -> str:
    """A point in words; after the beginning of a span, without the year and month they share."""
    year = f"{point.year}年"
    month = f"{point.month}月" if point.month else ""
    if after and after.year == point.year and point.unit != "year":
        year = ""
        month = "" if after.month == point.month and after.unit == point.unit != "month" else month
    if point.unit == "week" and not point.part:
        return f"{year}{month}{point.earliest.day}日起的一周"
    if point.unit == "day":
        return f"{year}{month}{point.part}日{_chinese_hours(Hours(point.at, half=point.half))}"
    return f"{year}{month}{_PARTS[point.unit][max((point.part or 1) - 1, -1)] if point.unit in _PARTS else ''}"


# --- English ----------------------------------------------------------------------------------


def _english(value: FuzzyDate) -> str:
    said = _english_kind(value)
    if value.duration and value.kind != "unknown" and (value.repeat or value.kind != "occasions"):
        said += f", for {_duration(*value.duration)}"
    if value.about:  # the day is certain where only its hour is about
        start = value.start if value.kind == "point" else None
        said = f"{_bare(start)}, around {_clock(start.at)}" if start and start.at is not None else f"around {said}"
    said += " (every year)" if value.yearly else ""
    said += " (planned)" if value.tentative else ""
    return said + ((" or until full" if value.is_running else ", until full") if value.until_full else "")


def _english_kind(value: FuzzyDate) -> str:
    start, end = value.start, value.end
    if value.kind == "window":
        return "during the campaign"
    if value.kind == "repeat":
        return _repeat(value)
    if value.kind == "several":
        return _dates(value.dates)
    if value.repeat:
        named = [undated.OCCASIONS.get(each, each) for each in value.occasions]
        return f"{_repeat(value)}, during {listed(named, 'en', value.occasions_open)}"
    if value.kind == "occasions":
        return _occasions(value)
    if (value.kind == "from" or (end and end.unit == "computed")) and start is not None:
        return f"from {_point(start)}"
    if value.kind == "until" and end is not None:
        return f"{'until' if value.is_running else 'by'} {'' if end.unit == 'day' else 'the end of '}{_point(end)}"
    if value.kind == "span" and start is not None and end is not None:
        return _span(start, end)
    if start is not None:
        return f"{_bare(start)}{_hours(Hours(start.at, half=start.half))}"
    said = value.correction.means if value.correction else value.text
    return undated.in_english(said) or said


def _occasions(value: FuzzyDate) -> str:
    """during National Day, around the Spring Festival; as printed where one of the names has no English here."""
    said = value.correction.means if value.correction else value.text
    named = [undated.OCCASIONS.get(each, "") for each in value.occasions]
    if not all(named):
        return "、".join(value.occasions) if value.about else said
    during = "during " if said.rstrip("。").endswith("期间") and not value.about else ""
    return during + listed(named, "en", value.occasions_open)


def _point(point: Point, with_year: bool = True) -> str:
    """A point within a sentence: 9:30 on 15 June 2025."""
    if point.at is not None:
        return f"{_clock(point.at)} on {_bare(point, with_year)}"
    return f"{_bare(point, with_year)}{f' {HALVES[point.half]}' if point.half else ''}"


def _bare(point: Point, with_year: bool = True) -> str:
    """A point without its hour."""
    year = f" {point.year}" if with_year else ""
    month = MONTHS[(point.month or 1) - 1]
    part = point.part or 1
    match point.unit:
        case "day":
            return f"{part} {month}{year}"
        case "week" if not point.part:
            return f"the week beginning {point.earliest.day} {month}{year}"
        case "week":
            return f"the {ORDINALS[part][1]} week of {month}{year}"
        case "ten-days":
            return f"{_TEN_DAYS[part - 1]}{month}{year}"
        case "twenty-days":
            return f"{_TWENTY_DAYS[part - 1]}{month}{year}"
        case "month":
            return f"{month}{year}"
        case "season":
            return f"{SEASONS[part - 1]}{year}"
        case "quarter":
            return f"the {ORDINALS[part][1]} quarter of {point.year}"
        case "half":
            return f"the {ORDINALS[part][1]} half of {point.year}"
    return str(point.year)


def _span(start: Point, end: Point, with_year: bool = True) -> str:
    if _is_within_a_day((start, end)):
        return f"{_bare(start, with_year)}, {_clock(start.at)} to {_clock(end.at)}"
    plain = {"day", "week", "ten-days", "twenty-days", "month"}
    same_year = start.year == end.year and {start.unit, end.unit} <= plain
    if same_year and start.unit == end.unit == "day" and start.month == end.month and (start.minute, end.minute) == (None, None):
        return f"{start.part} to {_bare(end, with_year)}"
    return f"{_point(start, with_year and not same_year)} to {_point(end, with_year)}"


def _dates(dates: Sequence[Slot]) -> str:
    """Several dates: 11 and 18 June 2025, 9:30 to 11:30; three and more such days that follow each other as first and last."""
    named = []
    groups = _by_hours(dates)
    for place, (days, hours) in enumerate(groups):
        runs = _runs_of_days(days, hours) if hours else days
        last = groups[place + 1][0][0][0] if place + 1 < len(groups) else None
        names = []
        for (start, end), after in zip(runs, [*(slot[0] for slot in runs[1:]), None], strict=True):
            if after and start == end and start.unit == after.unit == "day" and (start.year, start.month) == (after.year, after.month):
                names.append(str(start.part))
                continue
            following = after or last
            with_year = following is None or end.year != following.year or start.year != end.year
            names.append(_point(start, with_year) if start == end else _span(start, end, with_year))
        said = [_hours(each).lstrip(", ") for each in hours]
        apart = "" if hours and hours[0].at is None else ","
        named.append(f"{listed(names, 'en')}{apart} {listed(said, 'en')}" if hours else listed(names, "en"))
    return "; ".join(named) if len(named) > 1 and any(", " in each for each in named) else listed(named, "en")


def _repeat(value: FuzzyDate) -> str:
    repeat = value.repeat
    assert repeat is not None
    days = ["working day"] if repeat.working_days else _days(repeat) or ["day"]
    said = f"every {'other ' if repeat.weeks == 2 else ''}{listed([*days, 'public holiday'] if repeat.holidays else days, 'en')}"
    if repeat.monthdays:
        said = f"on the {listed([ordinal(each) for each in repeat.monthdays], 'en')} of every month"
    if repeat.weeks_of_month:
        weeks = listed([ORDINALS[each][1] for each in repeat.weeks_of_month], "en")
        said = f"on the {weeks} {listed(days, 'en')} of every month"
    said += _hours_of_each(repeat)
    *first, last = said, *(f"every {listed(_days(each), 'en')}{_hours_of_each(each)}" for each in repeat.others)
    said = f"{', '.join(first)}, and {last}" if first else last
    start, end = value.start, value.end
    if start is not None:
        span = f"from {_point(start)}" if end is None or end.unit == "computed" else _point(start) if start == end else _span(start, end)
        said = f"{said}, {span}"
    elif end is not None:
        said = f"{said}, until {'' if end.unit == 'day' else 'the end of '}{_point(end)}"
    year = f" {end.year if end else repeat.without[-1].year}" if end or repeat.without else ""
    without = _dates(_left_out(repeat)).removesuffix(year) if repeat.without else ""
    named = ["public holidays"] * (repeat.holidays is False) + [undated.OCCASIONS.get(each, each) for each in repeat.breaks]
    without = listed([*named, *filter(None, [without])], "en")
    return said + (f" (except {without})" if without else "")


def _days(repeat: Repeat) -> list[str]:
    return [WEEKDAYS[first] + (f" to {WEEKDAYS[last]}" if last != first else "") for first, last in _runs(repeat)]


def _hours_of_each(repeat: Repeat) -> str:
    return listed([_hours(each) if place == 0 else _hours(each).lstrip(", ") for place, each in enumerate(repeat.hours)], "en")


def _hours(hours: Hours) -> str:
    at, to = hours.at, hours.to
    if at is None:
        return f" {HALVES[hours.half]}" if hours.half else ""
    if to is not None and to > 1440:
        return f", {_clock(at)} to {_clock(to - 1440)} the next day"
    return f", {_clock(at)}" if to is None else f", {_clock(at)} to {_clock(to)}"


def _duration(number: int, unit: str) -> str:
    return f"{number} {unit}" + ("" if number == 1 else "s")


# --- hours and days of both languages ---------------------------------------------------------


def _clock(minutes: int | None) -> str:
    """Minutes after midnight as 9:30."""
    return "" if minutes is None else f"{minutes // 60}:{minutes % 60:02}"


def _is_within_a_day(slot: Slot) -> bool:
    start, end = slot
    return start.at is not None and end.at is not None and start != end and start.earliest == end.earliest


def _by_hours(dates: Sequence[Slot]) -> list[tuple[list[Slot], tuple[Hours, ...]]]:
    """Days that follow each other in the list and have the same hours, with these; what is no day of its own stands alone.

    Where one has no hours, all that have some stand alone: hours behind several days would be those of each of them.
    """
    days: list[tuple[Slot, tuple[Hours, ...]]] = []
    for start, end in dates:
        is_day = start.minute is not None and (start.earliest == end.earliest or is_overnight((start, end)))
        bare = replace(start, at=None, half="")
        own: tuple[Hours, ...] = (_hours_of((start, end)),) if is_day else ()
        if own and days and days[-1][1] and days[-1][0][0] == bare:
            days[-1] = (days[-1][0], (*days[-1][1], *own))
        else:
            days.append(((bare, bare) if own else (start, end), own))
    groups: list[tuple[list[Slot], tuple[Hours, ...]]] = []
    for slot, own in days:
        if groups and groups[-1][1] == own:
            groups[-1][0].append(slot)
        else:
            groups.append(([slot], own))
    return groups


def _runs_of_days(days: Sequence[Slot], hours: tuple[Hours, ...]) -> Sequence[Slot]:
    """Three and more days that follow each other as first and last; where that is all, 9:00 alone would be the end of the last day."""
    runs: list[list[Slot]] = []
    for slot in days:
        is_next = runs and slot[0] == slot[1] and slot[0].unit == "day" == runs[-1][-1][0].unit
        if is_next and (slot[0].earliest - runs[-1][-1][1].earliest).days == 1 and runs[-1][-1][0] == runs[-1][-1][1]:
            runs[-1].append(slot)
        else:
            runs.append([slot])
    if len(runs) == len(hours) == 1 and hours[0].to is None:
        return days
    return [slot for run in runs for slot in ([(run[0][0], run[-1][1])] if len(run) > 2 else run)]


def _left_out(repeat: Repeat) -> list[Slot]:
    """Days that are left out; three and more that follow each other as first and last, and the whole of a month as that."""
    runs: list[list[date]] = []
    for day_ in repeat.without:
        if runs and (day_ - runs[-1][-1]).days == 1 and (day_.month == runs[-1][0].month or len(runs[-1]) < 28):
            runs[-1].append(day_)
        else:
            runs.append([day_])
    return [slot for run in runs for slot in _slots_of(run)]


def _slots_of(run: list[date]) -> list[Slot]:
    first, last = (make_point("day", day_.year, day_.month, day_.day) for day_ in (run[0], run[-1]))
    month = make_point("month", run[0].year, run[0].month)
    if (month.earliest, month.latest) == (run[0], run[-1]):
        return [(month, month)]
    if len(run) > 2:
        return [(first, last)]
    return [(first, first), (last, last)][: len(run)]


def _runs(repeat: Repeat) -> list[tuple[int, int]]:
    """Days of the week; three and more that follow each other as first and last."""
    runs: list[list[int]] = []
    for day_ in repeat.weekdays:
        if runs and runs[-1][-1] == day_ - 1:
            runs[-1].append(day_)
        else:
            runs.append([day_])
    long = [[(run[0], run[-1])] if len(run) > 2 else [(each, each) for each in run] for run in runs]
    return [pair for run in long for pair in run]


# --- lists ----------------------------------------------------------------------------------


def listed(names: Sequence[str], language: Language, is_open: bool = False) -> str:
    """Names in one line; an open list says so.

    >>> listed(["a", "b", "c"], "en"), listed(["甲", "乙"], "zh", is_open=True)
    ('a, b and c', '甲、乙等')
    """
    if language == "zh":
        return "、".join(names) + ("等" if is_open else "")
    if not names:
        return ""
    if is_open:
        return ", ".join(names) + " and others"
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
