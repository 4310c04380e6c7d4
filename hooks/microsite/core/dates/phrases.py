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
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import Final

from .fuzzy import Correction, FuzzyDate
from .grammar import IncompleteError, Term, normalise, read_occasions, read_term, read_terms, resolve
from .points import DateError, Length, Point, computed_end

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
_PREPOSITION: Final = re.compile(r"^(?:将?定于|将?于|将?在)")
_VERB: Final = re.compile(r"(?<=.)(?:举办|举行|召开|开展|进行|实施|完成|报送)$|(?<=前)(?:启动|开始)$")
_OPENING: Final = re.compile(r"(?:起(?:陆续|正式)?(?:启动|开始)?|(?:正式)?启动|开始)$")
_CLOSING: Final = re.compile(
    r"(?P<to>即日起?[至到~-]|截[至止][到至]?|不晚于|[至到])?(?P<body>.+?)(?P<before>[之以]?前)?"
)
_SINCE: Final = re.compile(r"^[自从]")

_WINDOW: Final = re.compile(
    r"(?:本次|此次|整个|全省|全市|全国|全民数字素养与技能)*"
    r"(?:(?:(?:提升|活动|宣传|主题|行动)[年月周季](?:系列活动|活动)?|活动)(?:期间|期内|内)|提升月|期间)"
)
_NO_TIME_YET: Final = re.compile(
    r"(?:具体)?(?:时间)?(?:待定|未定|另行通知|待通知|另定|另行确定)|即日起|长期|常年|不定期|适时"
)


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole text that is read, for messages, with the campaign's year and its own time."""

    text: str
    year: int | None
    window: FuzzyDate | None


def parse(text: str, *, year: int | None = None, window: FuzzyDate | None = None) -> FuzzyDate:
    """Read a time as a notice prints it; the year comes from the campaign where the words have none.

    ``window`` is the campaign's own time, for 在提升月期间. Raises ``DateError``, and nothing else.

    >>> time = parse("6月中旬至7月中旬", year=2024)
    >>> print(time.earliest, time.latest, time.precision)
    2024-06-11 2024-07-20 ten-days
    """
    return read(Whole(text.strip(), year, window))


def correct(
    printed: str, means: str, note: str, *, year: int | None = None, window: FuzzyDate | None = None
) -> FuzzyDate:
    """A time that the notice misprints: its words stay, the bounds are those of what is meant."""
    meant = parse(means, year=year, window=window)
    return replace(meant, text=printed, correction=Correction(printed, means, note))


def read(whole: Whole) -> FuzzyDate:
    """Read one phrase; ``DateError`` where it is not a time, with what to write instead."""
    if len(whole.text) > _LONGEST:
        raise not_a_date(whole)
    phrase, duration = _take_duration(_bare(normalise(whole.text)), whole)
    phrase, tentative = _take(_TENTATIVE, phrase)
    phrase = _VERB.sub("", _PREPOSITION.sub("", phrase))
    try:
        time = _read_plain(phrase, whole) or _read_dated(phrase, whole)
    except IncompleteError as gap:
        raise (not_a_date(whole) if gap.missing == "month" else _year_missing(whole, gap.missing)) from None
    if time is None and not (duration and not phrase and not tentative):
        raise not_a_date(whole)
    time = _lasting(time or FuzzyDate(whole.text, None, None, "unknown"), duration)
    return replace(time, tentative=tentative and time.kind != "unknown")


def _bare(phrase: str) -> str:
    """Without a label, outer brackets and the full stop."""
    phrase = _LABEL.sub("", phrase.rstrip("。;,"))
    return phrase[1:-1] if re.fullmatch(r"\([^()]*\)", phrase) else phrase


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
    if not _WINDOW.fullmatch(phrase):
        return None
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
    phrase, opens = _take(_OPENING, phrase)
    phrase, about = _take(_ABOUT, phrase)
    time = _read_opening(phrase, opens, whole)
    if time is None and not opens:
        time = _read_closing(phrase, whole) or _read_occasions(phrase, whole)
    return replace(time, about=about or time.about) if time else None


def _read_opening(phrase: str, opens: bool, whole: Whole) -> FuzzyDate | None:
    """A point, a span, or what begins at a point and stays open."""
    phrase, since = _take(_SINCE, phrase)
    phrase = re.sub(r"(?:期间)$", "", phrase)
    if term := read_term(phrase):
        start = _point(term, whole)
        open_end = opens or since
        return FuzzyDate(
            whole.text,
            start,
            None if open_end else start,
            "from" if open_end else "point",
            about=term.edge,
        )
    terms = None if opens else read_terms(_two_periods(phrase))
    return _span(terms, whole) if terms else None


def _two_periods(phrase: str) -> str:
    """中下旬 as the span that it is: 中旬至下旬."""
    return re.sub(r"(?:上中|中上)旬$", "上旬至中旬", re.sub(r"中下旬$", "中旬至下旬", phrase))


def _span(terms: tuple[Term, Term], whole: Whole) -> FuzzyDate:
    start = _point(terms[0], whole)
    end = _point(terms[1], whole, start)
    if end.latest < start.earliest:
        raise _end_before_start(whole, terms)
    return FuzzyDate(whole.text, start, end, "span", about=terms[0].edge or terms[1].edge)


def _read_closing(phrase: str, whole: Whole) -> FuzzyDate | None:
    """A last day without a first one: 7月底前, 截至8月底, 即日起至8月底."""
    found = _CLOSING.fullmatch(phrase)
    if found is None or not (found["to"] or found["before"]):
        return None
    # The end of a month, quarter or year is the unit's own last day: the unit says it without loss.
    body = re.sub(r"^年$", "本年", re.sub(r"年年$", "年", re.sub(r"[底末]$", "", found["body"])))
    term = read_term(body)
    return FuzzyDate(whole.text, None, _point(term, whole), "until", about=term.edge) if term else None


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


def _order_advice(start: Term, end: Term) -> tuple[str, str]:
    if end.year is not None or end.next_year:
        return "请核对年份，例如 2024年12月至2025年1月", "check the years, as in 2024年12月至2025年1月"
    if end.month in (None, start.month):
        return "请核对先后，例如 6月11日至20日", "check which comes first, as in 6月11日至20日"
    return (
        "如果到第二年才结束，请写明“次年”，例如 11月至次年2月",
        "if it ends in the following year write 次年, as in 11月至次年2月",
    )
