"""Notes on the words of a time: a weekday that does not match, a count that differs, an hour that may be of one day or of all."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Callable, Iterator
from datetime import date

from ..core.dates import english, fuzzy, in_words, undated
from ..core.dates.grammar import arabic
from ..core.problems import Mark, Note
from ..model.campaign import Campaign
from ..model.when import When


def all_times(campaign: Campaign) -> Iterator[When]:
    yield campaign.period
    for phase in campaign.phases:
        yield phase.when
    for activity in campaign.activities:
        yield from activity.times
    yield from (deadline.due for deadline in campaign.deadlines)


def in_english(time: fuzzy.FuzzyDate) -> str:
    return in_words.when(time, "en")


def contradiction(mark: Mark, zh: str, en: str) -> Note:
    return Note(mark, "contradicts", f"{zh}；请核对，确实如此的照写", f"{en}; check it, and leave it if it is correct")


def _of_a_time(when: When, code: str, zh: str, en: str) -> Note:
    """A note that begins with the words of a time."""
    return Note(when.mark, code, f"“{when.date.text}”{zh}", f"“{when.date.text}” {en}")


_WEEKDAY = re.compile(
    r"(?:([12][0-9]{3})年)?(?:([0-9]{1,2})月)?(?<![0-9])([0-9]{1,2})[日号][上下]?[午晚]?(?:[0-9:至到~—-]+(?=\())? ?"
    r"\(?(?:星期|周|礼拜)([一二三四五六日天])"
    r"(?![^0-9()]*(?:闭馆|休馆|休息|不开放|停|除外|放假))(?! ?[至到~、和及—-] ?(?:周|星期|礼拜))"
)


_WEEKDAYS_OF_ENDS = re.compile(
    r"[至到~—–-][^至到~—–()-]*[日号] ?[,(](?:星期|周|礼拜)([一二三四五六日天])[至到~—–-](?:星期|周|礼拜)?([一二三四五六日天])[),，]"
)


def weekdays_that_differ(campaign: Campaign) -> Iterator[Note]:
    """A day whose weekday is another one in that year: the day, the weekday or the year is wrong."""
    for when in with_sessions(campaign):
        rules = when.date.repeat.rules if when.date.repeat else ()
        on_each = {"一二三四五六日"[day] for rule in rules for day in rule.weekdays}  # 9月1日至30日周五20:00 is on each of them
        for on, typed in dict.fromkeys(_named_weekdays(when.date, campaign.year)):
            if typed in on_each:
                continue
            is_ = "一二三四五六日"[on.weekday()]
            if typed != is_:
                zh, en = in_words.day(on, "zh"), in_words.day(on, "en")
                yield Note(
                    when.mark,
                    "weekday-differs",
                    f"{zh}是星期{is_}，这里写的是星期{typed}；请核对日期和年份，原文如此的照写",
                    f"{en} is a {on:%A}, but another weekday is written here; check the day and the year, and leave "
                    f"it if the notice prints it so",
                )


def _named_weekdays(time: fuzzy.FuzzyDate, year: int) -> Iterator[tuple[date, str]]:
    """Each day that is printed with its weekday, and that weekday."""
    text, first = unicodedata.normalize("NFKC", time.text), time.earliest or time.latest
    before = ""
    for of, month, day, typed in _WEEKDAY.findall(text):
        before = month or before or (str(first.month) if first else "")
        with contextlib.suppress(ValueError):  # 6月31日 is told as a problem
            yield date(int(of or (first.year if first else year)), int(before), int(day)), typed.replace("天", "日")
    ends = _WEEKDAYS_OF_ENDS.search(text)
    if ends and time.earliest and time.latest and not (time.repeat and time.repeat.weekdays):
        yield from zip((time.earliest, time.latest), (each.replace("天", "日") for each in ends.groups()), strict=True)
    if time.repeat or time.correction:
        return
    points = [point for slot in time.dates or ((time.start, time.end),) for point in slot if point and point.unit == "day"]
    days = dict.fromkeys(point.earliest for point in points)
    of_all = undated.weekday_of_all(text)
    named = [of_all] * len(days) if of_all is not None else english.weekdays(text) or _weekdays(text)
    if len(named) == len(days):
        yield from zip(days, ("一二三四五六日"[each] for each in named), strict=True)


def _weekdays(text: str) -> list[int]:
    """Days of the week in their order, Monday as 0: those of 12日、13日（周六、周日）, and of 12日（六）."""
    named = re.findall("(?:星期|周|礼拜)([一二三四五六日天])", text) or re.findall(r"(?<=[日号])\(([一二三四五六日])\)", text)
    return ["一二三四五六日".index(each.replace("天", "日")) for each in named]


def with_sessions(campaign: Campaign) -> Iterator[When]:
    yield from all_times(campaign)
    yield from (each.when for activity in campaign.activities for each in activity.sessions)
    yield from (deadline.due for activity in campaign.activities for deadline in activity.due)


def weeks_of_a_term(campaign: Campaign) -> Iterator[Note]:
    """第5—16周 has no days before somebody says on which day the term begins."""
    for when in with_sessions(campaign):
        if when.date.kind == "unknown" and undated.are_weeks(when.date.text):
            zh = "没有写从哪天算起，照原样显示，日历里没有；知道日期的，请写成 每周三10:00-12:00，9月25日至12月18日 这样"
            en = "does not say on which day week 1 begins, so it is shown as written and left out of calendars; if you know the dates, "
            en += "write them like every Wednesday, 10:00 to 12:00, 25 September to 18 December"
            yield _of_a_time(when, "weeks-without-days", zh, en)


_COUNT = re.compile(r"[,，(（；;](?:连续|总?共|合计)([0-9]{1,2}|[一二两三四五六七八九十]{1,3})[次讲期](?:课)?[)）]?(?=$|[,，(（。])")


def counts_that_differ(campaign: Campaign) -> Iterator[Note]:
    """每周三，共8次 between two days that have nine Wednesdays."""
    for when in with_sessions(campaign):
        found = _COUNT.search(unicodedata.normalize("NFKC", when.date.text))
        days = {start.earliest for start, _ in when.date.dates}
        if found and days and int(arabic(found[1])) not in (len(days), len(when.date.dates)):
            zh = f"“{when.date.text}”写的是 {found[1]} 次，按这些日子是 {len(days)} 次；有停的写明 X月X日除外"
            yield contradiction(when.mark, zh, f"“{when.date.text}” says {found[1]} times, but these dates make {len(days)}")


def hours_that_end_a_span(campaign: Campaign) -> Iterator[Note]:
    """6月16日至18日19:00 ends at 19:00 on the last day; whoever means each day at that hour has to say so."""
    for when in _held(campaign):
        start, end = when.date.start, when.date.end
        ends = when.date.kind == "span" and start and end and start.minute is None and end.at is not None
        if ends and not re.search("[止前]|截|until|by ", when.date.text):
            zh = "按到最后一天的这个时刻为止理解；每天都在这个时刻的，请在时刻前写“每天”，确实到这时为止的，在后面写“止”"
            en = "is read as ending at this hour on the last day; if it is at this hour every day, write 每天 (every day) before "
            yield _of_a_time(when, "hour-of-last-day", zh, f"{en}the hour; if it ends then, write 止 (until) after it")


_EARLY = re.compile("凌晨|清?早|晨|午夜|零[点时]|日出|(?i:night|early|morning|[ap]\\.?m\\b)|(?<![0-9])0[1-5]:")


def hours_at_night(campaign: Campaign) -> Iterator[Note]:
    """9月12日2:00-4:00, where 下午 was most likely left out."""
    for when in _held(campaign):
        rules = when.date.repeat.rules if when.date.repeat else ()
        hours = [hour.at for rule in rules for hour in rule.hours] if rules else [start.at for start, _ in when.date.slots]
        if any(at is not None and 0 < at < 300 for at in hours) and not _EARLY.search(when.date.text):
            zh = "会当成凌晨；下午的请写 下午2:00-4:00 或 14:00-16:00，凌晨、清晨的请写明"
            en = "is read as hours of the night; write 14:00-16:00 (2pm to 4pm), or add 凌晨 if it really is at night"
            yield _of_a_time(when, "hours-at-night", zh, en)


def _held(campaign: Campaign) -> Iterator[When]:
    for activity in campaign.activities:
        yield from (*activity.times, *(each.when for each in activity.sessions))


RULES: tuple[Callable[[Campaign], Iterator[Note]], ...] = (
    weekdays_that_differ, weeks_of_a_term, counts_that_differ, hours_that_end_a_span, hours_at_night,
)  # fmt: skip
