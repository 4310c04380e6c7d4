"""What a notice says about a time in a whole phrase: 自6月中旬启动，为期1个月; 7月底前; 在提升月期间.

The phrase is taken apart from the outside in: how long it lasts, whether it is planned or approximate,
whether it opens (起) or closes (前) a time, and at the core one point or a span (``grammar``).

Rules where usage leaves a choice:

- 月初 is read as 上旬 and 月底 as 下旬, 年初 as about January and 年底 as about December.
- 前 is "not after": the bound is the last day of the unit named, so 7月底前 and 7月前 both end on 31 July.
  截至8月底 and 即日起至8月底 have a last day without a first one, as the day of issue is not a time.
- 前后 and 约 mark a time as approximate and leave its bounds alone: padding would be invented.
- A bare 启动 or 开始 opens a time like 起; with a duration the end is computed.
- 次年 must be written: 11月至2月 is an error, never silently next year.
- Hours printed once, after the last of several dates or of a span, are those of each: 6月11日、18日9:30.
- A name or a remark beside a date (6月8日（端午节）, 世界读书日（4月23日）, 7月（以通知为准）) adds nothing to the time; the
  page shows what was printed.
- Hours alone are those of the day before them: 6月15日9:00-11:00、14:00-16:00; after several days, of each of them.
- What repeats during an occasion (寒假期间每周三) is on no day for certain, and never said without it.
- What repeats has rules of its own (``repeats``), and so has what stays words (``undated``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import Final

from . import repeats, undated, wordings
from .fuzzy import Correction, FuzzyDate, Repeat, Slot
from .grammar import (
    IncompleteError,
    Term,
    arabic,
    completed,
    normalise,
    read_hours,
    read_occasions,
    read_term,
    read_terms,
    resolve,
)
from .points import DateError, Hours, Length, Point, computed_end, end_of_hours, make_point
from .refusals import (
    LONGEST,
    Whole,
    end_before_start,
    hours_turned_round,
    no_day_to_leave_out,
    not_a_date,
    not_in_order,
    repeats_not,
    with_others,
    year_missing,
)

_DURATION: Final = re.compile(
    r"[,;。(]*(?:活动)?(?:为期|历时|持续|连续|共计?)(?P<count>[0-9]{1,3})个?(?P<unit>天|日|周|星期|月|年)(?:时间)?(?:\)|(?=,|$))"
)
_DURATION_UNITS: Final[dict[str, Length]] = {
    "天": (1, "day"),
    "日": (1, "day"),
    "周": (1, "week"),
    "星期": (1, "week"),
    "月": (1, "month"),
    "年": (12, "month"),
}
_COUNT: Final = re.compile(
    r"[,(](?:连续|总?共计?|合计)(?P<count>[0-9]{1,2}|[一二两三四五六七八九十]{1,3})[次讲场期堂]课?\)?(?=$|[(,;])"
)
_TENTATIVE: Final = re.compile(
    r"^(?:时间)?(?:暂定|初定|拟定?|计划|预计)(?:于|在|为)?|\((?:暂定|初定|拟定?)\)|暂定$"
)
_ABOUT: Final = re.compile(r"^(?:大约|大概|约)|(?:前后|左右)$")
_LABEL: Final = re.compile(r"^(?:(?:活动|报名|预约|展览|展出|培训|比赛|征集|投稿|举办|开展|演出|开放)?(?:时间|日期)|展期):")
_PREPOSITION: Final = re.compile(r"^(?:将?定于|贯穿于?|将?于|将?在|整个(?=[0-9]))")
_VERB: Final = re.compile(r"(?<=.)(?:举办|举行|召开|开展|进行|实施|完成|报送)$|(?<=前)(?:启动|开始)$")
_OPENING: Final = re.compile(r"(?:起(?:陆续|正式)?(?:启动|开始)?|(?:正式)?启动|开始)$")
_CLOSING: Final = re.compile(
    r"(?P<to>[自从]?(?:即日|(?:通知|公告)?(?:发布|印发|公布|发文)之日)起?[至到~-]|截[至止][到至]?|不[晚迟]于|[至到])?(?P<body>.+?)(?P<before>(?:下班|放学)?[之以]?前|截?止)?"
)
_SINCE: Final = re.compile(r"^[自从]")

_YEARLY: Final = re.compile(r"^每年(?=.)|\(每年\)$")
_BETWEEN_DATES: Final = re.compile(r"[、,;]|(?<=[日号月旬周期])(?:以及|[和及与])|(?<=[0-9])和(?=[0-9上下晚早中])")

_WINDOW: Final = re.compile(
    r"(?:本次|此次|整个|全省|全市|全国|全民数字素养与技能)*"
    r"(?:(?:(?:提升|活动|宣传|主题|行动|服务)[年月周季](?:系列活动|活动)?|活动)(?:期间|期内|内)|提升月|期间)"
)
_REMARK: Final = re.compile(r"\((?P<words>[^()]+)\)|(?<=.),(?P<between>[^,()]+)(?=,)")
_HOURS_IN_BRACKETS: Final = re.compile(
    r"(?<=[日号])\((?:(?:上午|下午|晚上?|早上?|[0-9]{1,2}[:时点])[^()]*)\)"
    r"|(?<=[日号])\((?:星期|周|礼拜)[一二三四五六日天],?[上下早晚中0-9][^()]*\)"
)
_NAMED: Final = re.compile(
    r"(?P<name>[^()0-9]{2,24})\((?P<time>[0-9][^()]*)\)(?P<rest>.*)"
    r"|(?P<day>.*[0-9][日号])(?P<of>[^()0-9]{2,24}?)(?:当[天日])?(?:,?(?P<at>(?:[上下中]午|[早晚]上?)?[0-9]{1,2}[:时点].*))?"
)


def parse(
    text: str,
    *,
    year: int | None = None,
    window: FuzzyDate | None = None,
    without: Iterable[str] = (),
    printed: str = "",
) -> FuzzyDate:
    """Read a time as a notice prints it; the year comes from the campaign where the words have none.

    ``window`` is the campaign's own time, for 在提升月期间; where it runs over New Year, a time without a year is
    in the year in which it is nearest to it. ``without`` are dates of a repeat that were left out since. ``printed``
    are the words of a plan in English, which ``text`` says in Chinese. Raises ``DateError``, and nothing else.

    >>> time = parse("6月中旬至7月中旬", year=2024)
    >>> print(time.earliest, time.latest, time.precision)
    2024-06-11 2024-07-20 ten-days
    """
    whole = Whole(printed or text.strip(), year, window, tuple(without), text.strip() if printed else "")
    try:
        return _read(whole)
    except DateError as error:
        raise with_others(error, whole) from None


def correct(meant: FuzzyDate, printed: str, means: str, note: str) -> FuzzyDate:
    """A time whose words stay, with the bounds of what is meant; with a ``note`` that says why, the notice misprints it."""
    return replace(meant, text=printed, correction=Correction(printed, means, note) if note else None)


def _read(whole: Whole) -> FuzzyDate:
    """Read one phrase; ``DateError`` where it is not a time, with what to write instead."""
    if len(whole.read) > LONGEST:
        raise not_a_date(whole)
    phrase, until_full = undated.without(_bare(wordings.plain(normalise(whole.read))))
    phrase, count = _take_count(phrase)
    phrase, yearly = _take(_YEARLY, _without_remarks(phrase))
    phrase, duration = _take_duration(phrase, whole)
    phrase, tentative = _take(_TENTATIVE, phrase)
    phrase = _VERB.sub("", _PREPOSITION.sub("", phrase))
    try:
        time = _read_plain(phrase, whole) or _read_dated(phrase, duration, whole)
    except IncompleteError as gap:
        raise (not_a_date(whole) if gap.missing == "month" else year_missing(whole, gap.missing)) from None
    if time is None and not (duration and not phrase and not tentative):
        raise not_a_date(whole)
    time = _lasting(time or FuzzyDate(whole.text, None, None, "unknown"), duration)
    time = repeats.so_many(time, count, whole) if count else time
    if whole.without and time.kind != "repeat":
        raise repeats_not(whole)
    if time.kind == "unknown":
        return time
    return replace(time, tentative=tentative, yearly=yearly, until_full=until_full)


def _bare(phrase: str) -> str:
    """Without a label, outer brackets and the full stop."""
    phrase = _LABEL.sub("", phrase.rstrip("。;,"))
    return phrase[1:-1] if re.fullmatch(r"\([^()]*\)", phrase) else phrase


def _without_remarks(phrase: str) -> str:
    """6月8日(端午节) and 4月23日世界读书日 without the name, 7月(以通知为准) without the remark."""
    phrase = _HOURS_IN_BRACKETS.sub(_out_of_brackets, phrase)
    phrase = _REMARK.sub(lambda found: "" if _adds_nothing(found) else found[0], phrase)
    found = _NAMED.fullmatch(phrase)
    if found and (found["name"] or _is_name(found)) and read_occasions(found["name"] or found["of"]):
        return found["day"] + (found["at"] or "") if found["day"] else found["time"] + found["rest"]
    return phrase


def _is_name(found: re.Match[str]) -> bool:
    """One day may be called anything; of several, 科普周 is their name, and 工作日 or 端午节 says on which of them something is."""
    if not re.search("[至到~、和及与-]", found["day"]):
        return True
    return bool(re.fullmatch("[^除非隔逢]*[周月季]" if found["at"] else "[^除非隔逢]*(?:[周月季]|(?<!假)节)", found["of"]))


def _out_of_brackets(found: re.Match[str]) -> str:
    """(9:00-11:00), and (周六9:00-11:00) behind one day; behind two it is each such day between them."""
    if re.match(r"\([^上下早晚0-9]", found[0]) and re.search("[至到~-]", found.string[: found.start()]):
        return found[0]
    return re.sub("[()]|(?:星期|周|礼拜).,?", "", found[0])


def _adds_nothing(found: re.Match[str]) -> bool:
    """A name beside a day says no more than the day; beside what repeats it says when that is: 每周三（寒假期间）."""
    words, before = found["words"] or found["between"], found.string[: found.start()]
    if re.fullmatch("[^0-9]*(?:放假|停课)+", words):  # of a term from its first day to its last one, without an hour
        return found.end() == len(found.string) and before.endswith(("日", "号")) and not repeats.is_one(before)
    is_no_name = re.search(r"^(?:周|星期|礼拜|[除非隔逢单双])|假日|休日|休息日|工作日|[单双平]日", words)
    is_name = not is_no_name and not (words.endswith("日") and re.search("[至到~-]", before)) and read_occasions(words)
    if (is_name or re.search("[节日假](?:前|后|前后|前夕|当天|当日|期间)$", words)) and not re.search("[日号旬月]$", before):
        return not repeats.is_one(found.string) and bool(is_name or undated.adds_nothing(words))
    return bool(is_name or undated.adds_nothing(words))


def _take(pattern: re.Pattern[str], phrase: str) -> tuple[str, bool]:
    """The phrase without the first thing that matches, and whether there was one."""
    rest, count = pattern.subn("", phrase, count=1)
    return rest, count > 0


def _take_count(phrase: str) -> tuple[str, int]:
    """每周三,共8次: the phrase without how often something repeats, and that number, 0 where it is not said."""
    found = _COUNT.search(phrase) if repeats.is_one(phrase) else None
    return (phrase[: found.start()] + phrase[found.end() :], int(arabic(found["count"]))) if found else (phrase, 0)


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
    return phrase[: found.start()] + phrase[found.end() :], (int(found["count"]) * size, unit)


def _lasting(time: FuzzyDate, duration: Length | None) -> FuzzyDate:
    """With a beginning and a duration the end follows; with both ends the duration is only kept."""
    if duration is None or time.kind not in ("point", "from") or time.start is None:
        return replace(time, duration=duration)
    return replace(time, kind="span", end=computed_end(time.start, duration), duration=duration)


def _read_plain(phrase: str, whole: Whole) -> FuzzyDate | None:
    """Times without a date of their own: the campaign's window, and 待定."""
    if undated.is_undated(phrase):
        return FuzzyDate(whole.text, None, None, "unknown", in_chinese=whole.said)
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


def _read_dated(phrase: str, duration: Length | None, whole: Whole) -> FuzzyDate | None:
    """Everything that names a time, on its own or as an occasion."""
    every, about = _take(_ABOUT, phrase)
    if repeat := _read_repeat(every, duration, whole):
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
    terms = None if opens else read_terms(re.sub(r"截?止$", "", phrase))
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
        raise hours_turned_round(whole)
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
        raise end_before_start(whole, terms)
    about = terms[0].edge or terms[1].edge
    if terms[1].to is not None:  # 6月11日至20日9:00-17:00: these hours on each day
        days = FuzzyDate(whole.text, start, make_point("day", end.year, end.month, end.part), "span", about=about)
        rule = Repeat((), (Hours(terms[1].at, terms[1].to, terms[1].half),))
        return None if terms[0].has_hours else _repeat(days, rule, whole)
    if start.moment and end.moment and end.moment <= start.moment:
        raise hours_turned_round(whole)
    return FuzzyDate(whole.text, start, end, "span", about=about)


# --- several dates ----------------------------------------------------------------------------


def _read_several(phrase: str, whole: Whole) -> FuzzyDate | None:
    """6月11日、18日; 6月、9月; 6月11日至13日、18日9:30-11:30: each a point or a span, one after the other."""
    parts = _BETWEEN_DATES.split(phrase)
    if len(parts) < 2 or any(part.endswith(("起", "开始")) for part in parts):
        return None
    if any("全天" in part for part in parts) and any(":" in part or "午" in part for part in parts):
        return None
    read = [_one_of_several(part, parts[-1]) for part in parts]
    terms = [each for each in read if each]
    if len(terms) < len(parts) or any(pair[0].to is not None for pair in terms if len(pair) > 1):
        return None
    if any(_is_hours(pair) and not _is_day_with_hours(before) for before, pair in zip([(), *terms], terms, strict=False)):
        return None
    slots: list[Slot] = []
    for group in _groups(terms, _BETWEEN_DATES.findall(phrase)):
        for pair, hours in _sharing_hours(group):
            slots += _next(pair, hours, slots[-1] if slots else None, whole)
    about = any(term.edge for pair in terms for term in pair)
    return FuzzyDate(whole.text, slots[0][0], slots[-1][1], "several", about=about, dates=tuple(slots))


def _one_of_several(part: str, last: str) -> tuple[Term, ...] | None:
    if re.fullmatch(r"[0-9]{1,2}", part) and re.match(r"[0-9]{1,2}[日号]", last):
        part += "日"
    elif re.fullmatch(r"[0-9]{1,2}", part) and re.fullmatch(r"[0-9]{1,2}月份?", last):
        part += "月"
    part = completed(part, last)
    if hours := read_hours(part):
        return (Term("day", None, None, None, at=hours.at, to=hours.to, half=hours.half),)
    term = read_term(part)
    return (term,) if term else read_terms(part)


def _is_hours(pair: tuple[Term, ...]) -> bool:
    return len(pair) == 1 and pair[0].unit == "day" and pair[0].part is None


def _is_day_with_hours(pair: tuple[Term, ...]) -> bool:
    return pair != () and pair[0].unit == "day" and pair[-1].has_hours and (len(pair) == 1 or pair[-1].to is not None)


def _groups(terms: list[tuple[Term, ...]], signs: list[str]) -> list[list[tuple[Term, ...]]]:
    """Times that can share hours: those behind a semicolon, and a day beside a span behind a comma, have their own."""
    groups = [terms[:1]]
    for before, sign, pair in zip(terms, signs, terms[1:], strict=False):
        is_apart = sign == ";" or (sign == "," and len(before) != len(pair))
        if is_apart and not _is_hours(pair):
            groups.append([])
        groups[-1].append(pair)
    return groups


def _sharing_hours(terms: list[tuple[Term, ...]]) -> Iterator[tuple[tuple[Term, ...], tuple[Term, ...]]]:
    """Each day or span with the hours of each of its days: those behind several days are of each that has none before them."""
    bare: list[tuple[Term, ...]] = []
    following = iter([*terms, ()])
    pair = next(following)
    while pair:
        more: list[Term] = []
        bare, pair, before = [*bare, pair], next(following), pair
        if not before[-1].has_hours:
            continue
        while pair and _is_hours(pair):
            more, pair = [*more, pair[0]], next(following)
        ends_at_an_hour = len(before) > 1 and (before[0].has_hours or (before[-1].to is None and len(bare) == 1))  # 6月11日至13日17:00
        if ends_at_an_hour or any(term.unit != "day" for each in bare for term in each):
            yield from ((each, ()) for each in (*bare, *((term,) for term in more)))
        else:
            yield from ((each, (before[-1], *more)) for each in bare)
        bare = []
    yield from ((each, ()) for each in bare)


def _next(pair: tuple[Term, ...], hours: tuple[Term, ...], previous: Slot | None, whole: Whole) -> Iterator[Slot]:
    """The next of several times, which must come after the one before; hours alone are on its day."""
    before = previous[1] if previous else None
    if hours:
        bare = [replace(term, at=None, to=None, half="") for term in pair]
        first = _point(bare[0], whole, before)
        last = _point(bare[1], whole, first) if len(bare) > 1 else first
        days = repeats.days_between(first.earliest, last.earliest)
        slots = [_slot(replace(each, year=day.year, month=day.month, part=day.day), whole) for day in days for each in hours]
    else:
        own = pair[0]
        if previous and _is_hours(pair):
            own = replace(own, year=previous[0].year, month=previous[0].month, part=previous[0].part)
        start, end = _slot(own, whole, before)
        slots = [(start, _point(pair[1], whole, start) if len(pair) > 1 else end)]
    for start, end in slots or [(first, last)]:
        if end.latest < start.earliest or (before and (start.earliest, start.minute or 0) <= (before.latest, before.minute or 0)):
            raise not_in_order(whole)
        yield start, end
        before = end


# --- repeats ----------------------------------------------------------------------------------


def _read_repeat(phrase: str, duration: Length | None, whole: Whole) -> FuzzyDate | None:
    printed = repeats.take(phrase, whole)
    if printed is None:
        return None
    span = _range(printed.within, whole) if printed.within else FuzzyDate("", None, None, "unknown")
    if span is None:
        return None
    is_daily = replace(printed.rule, hours=(), without=(), holidays=None) == Repeat(())
    lasting = _lasting(span, duration if is_daily or (duration and duration[1] != "day") else None)  # 每周三,共5天: five Wednesdays?
    time = _repeat(lasting, printed.rule, whole, printed.left_out)
    both = span.start and span.end and duration and computed_end(span.start, duration).latest != span.end.latest
    is_doubtful = both and duration != (len({slot[0].earliest for slot in time.dates}), "day")
    return replace(time, dates=()) if is_doubtful else time  # 6月1日至30日每天9:00,为期3天: which three?


def _repeat(span: FuzzyDate, rule: Repeat, whole: Whole, left_out: tuple[str, ...] = ()) -> FuzzyDate:
    start = span.start
    if start and start.unit == "month" and span.end == start:  # 6月每周六（12日除外）
        start = replace(start, unit="day")
    without = _left_out((*left_out, *map(normalise, whole.without)), start, whole)
    return repeats.repeat(span, rule, whole, without)


def _range(phrase: str, whole: Whole) -> FuzzyDate | None:
    """Between which times something repeats; hours stand with the days of the week, not here."""
    phrase, opens = _take(_OPENING, phrase)
    if _WINDOW.fullmatch(phrase):
        time = _window(whole)
        return replace(time, kind="span", end=None if time.end and time.end.unit == "computed" else time.end)
    if phrase.endswith("期间") and (named := read_occasions(phrase)):  # 读书月期间: nobody says here from which day to which
        return FuzzyDate("", None, None, "occasions", occasions=named[0], occasions_open=named[1])
    span = _read_opening(phrase, opens, whole) or _read_closing(phrase, whole)
    if span is None or not (span.kind in ("point", "span", "from") or span.is_running):
        return None
    return None if any(point and point.minute is not None for point in (span.start, span.end)) else span


def _left_out(words: tuple[str, ...], start: Point | None, whole: Whole) -> Iterator[tuple[date, date]]:
    before = start
    for word in words:
        read = _one_of_several(word, words[-1])
        if not read or word.endswith(("起", "后")) or any(term.unit not in ("day", "month") or term.has_hours for term in read):
            raise no_day_to_leave_out(word, whole)
        first_term, before = read[0], _point(read[0], whole, before)
        if start and before.latest < start.earliest:  # 12月5日至次年1月30日（1月2日除外）
            before = _point(replace(first_term, next_year=True), whole, start)
        first = before.earliest
        before = _point(read[-1], whole, before) if len(read) > 1 else before
        yield first, before.latest


# --- deadlines and occasions ------------------------------------------------------------------


def _read_closing(phrase: str, whole: Whole) -> FuzzyDate | None:
    """A last day without a first one: 7月底前, 截至8月底; 即日起至8月底, which goes on until then."""
    found = _CLOSING.fullmatch(phrase)
    if found is None or not (found["to"] or found["before"]):
        return None
    # The end of a month, quarter or year is the unit's own last day: the unit says it without loss.
    body = re.sub(r"^年$", "本年", re.sub(r"年年$", "年", re.sub(r"[底末]$", "", found["body"])))
    term = read_term(body)
    if term is None or term.to is not None:
        return None
    is_running = re.search("^(?!截).*[至到~-]$", found["to"] or "") is not None
    return FuzzyDate(whole.text, None, _point(term, whole), "until", about=term.edge, is_running=is_running)


def _read_occasions(phrase: str, whole: Whole) -> FuzzyDate | None:
    """科技周、科普日等活动节点: names of occasions whose dates the notice leaves to the calendar."""
    named = read_occasions(phrase)
    if named is None:
        return None
    return FuzzyDate(whole.text, None, None, "occasions", occasions=named[0], occasions_open=named[1])


def _point(term: Term, whole: Whole, start: Point | None = None) -> Point:
    """The point of a term; an impossible one is told with the words it stands in."""
    try:
        around = None if term.year or term.next_year else whole.new_year
        if around is None:
            return resolve(term, whole.year, start)
        return _nearest(term, around) if start is None else _not_before(term, start)
    except DateError as error:
        zh, en = (error.zh, error.en) if not whole.said else (error.zh.partition("，例如")[0], error.en.partition(", as in")[0])
        raise DateError(error.code, f"“{whole.text}”：{zh}", f"“{whole.text}”: {en}") from None


def _nearest(term: Term, around: tuple[date, date]) -> Point:
    """In a campaign over New Year: the point in the year in which it is nearest to the campaign."""
    points: list[Point] = []
    for year in range(around[0].year, around[1].year + 1):
        try:
            points.append(resolve(term, year))
        except DateError:  # 2月29日, the fifth Friday: not in every year
            if not points and year == around[1].year:
                raise
    return min(points, key=lambda point: max(around[0] - point.latest, point.earliest - around[1]))


def _not_before(term: Term, start: Point) -> Point:
    """In a campaign over New Year: the end of 12月28日至1月3日, in the year after its start."""
    point = resolve(term, None, start)
    return resolve(replace(term, next_year=True), None, start) if point.latest < start.earliest else point
