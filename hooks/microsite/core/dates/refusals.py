"""Why words are no time, and what to write instead, in both languages."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from .fuzzy import FuzzyDate
from .grammar import Term, normalise, read_hours, read_term
from .points import DateError

LONGEST: Final = 200  # characters; nothing longer is a time
AS_RECORD: Final = "；如果通知原文就是这样印的，请写 ", "; if the notice prints it so, write "
"""Behind these words comes what a misprinted time is written as."""
_MEANT_AS_REPEAT: Final = re.compile(
    "每[0-9一二两三四五六]*(?:[周天日月个逢晚早隔星礼]|[上下]午|工作日)|逢(?:周|星期)|隔周|双周|单周|工作日|周末|^(?:周|星期|礼拜)[一二三四五六日天末]|除外|(?i:every|weekly|daily)"
)


@dataclass(frozen=True, slots=True)
class Examples:
    """What messages propose, in the language that a plan is written in; ``hours`` in the words of both kinds of message."""

    hours: tuple[str, str]
    days: str
    over_new_year: str
    next_year: tuple[str, str]
    two_years: str
    several: str
    repeat: str


CHINESE: Final = Examples(
    hours=(
        "9:30-11:30，下午可以写 下午2:00-4:00，过半夜的写 20:00-次日1:00",
        "9:30-11:30 or 下午2:00-4:00, and past midnight in 20:00-次日1:00",
    ),
    days="6月11日至20日",
    over_new_year="11月至次年2月",
    next_year=("请写明“次年”", "write 次年"),
    two_years="2024年12月至2025年1月",
    several="12月11日、次年1月8日",
    repeat="每周三10:00-12:00，6月5日至7月10日",
)
ENGLISH: Final = Examples(
    hours=("9:30 to 11:30，过半夜的写 8pm to 1am the next day", "9:30 to 11:30, and past midnight in 8pm to 1am the next day"),
    days="11 to 20 June",
    over_new_year="November 2024 to February 2025",
    next_year=("请写明两头的年份", "write both years"),
    two_years="December 2024 to January 2025",
    several="11 December 2024 and 8 January 2025",
    repeat="every Wednesday, 10:00 to 12:00, 5 June to 10 July",
)


@dataclass(frozen=True, slots=True)
class Whole:
    """The whole text as it is printed, for messages, with the campaign's year and its own time.

    ``said`` is the same in Chinese, where the plan is in English.
    """

    text: str
    year: int | None
    window: FuzzyDate | None
    without: tuple[str, ...]
    said: str = ""

    @property
    def read(self) -> str:
        """The Chinese that is read."""
        return self.said or self.text

    @property
    def examples(self) -> Examples:
        return ENGLISH if self.said else CHINESE

    @property
    def new_year(self) -> tuple[date, date] | None:
        """First and last day of a campaign that runs over New Year; a time without a year can be in either year."""
        first, last = (self.window.earliest, self.window.latest) if self.window else (None, None)
        return (first, last) if first and last and first.year < last.year and self.year in (first.year, last.year) else None


_ABROAD: Final = re.compile(r"\b(?:GMT|UTC|BST|CES?T|E[SD]T|P[SD]T)\b")
_ZONE: Final = "钟点写北京时间，不写时区；", "write the hours of China’s time, without a zone; "


def not_a_date(whole: Whole) -> DateError:
    """The words are no time; where only a 至 seems to be missing, that is proposed."""
    if not whole.text:
        return DateError(
            "not-a-date",
            "时间是空的，请写成 8月中旬 这样，或者不写这一项",
            "the time is empty; write it like 8月中旬, or leave it out",
        )
    text = _short(whole.text)
    if read_hours(re.sub("(?:之|以)?前$|截止$", "", normalise(whole.read))):
        return DateError(
            "not-a-date",
            f"“{text}”只有钟点，没有日期；请连日期一起写，例如 6月15日9:30-11:30",
            f"“{text}” has hours but no day; write the day in front of them, as in 6月15日9:30-11:30",
        )
    if whole.said and _ONLY_A_WEEKDAY.search(whole.text):
        return DateError(
            "not-a-date",
            f"“{text}”写了星期几，没有写是哪一天；请写成 Tuesday 15 October 2024, 9:30 to 11:30，每周都有的写 every Tuesday, 9:30 to 11:30",
            f"“{text}” has a weekday but no date; write it like Tuesday 15 October 2024, 9:30 to 11:30, or every Tuesday, 9:30 to 11:30, "
            "if it repeats",
        )
    if whole.said:
        zone = _ZONE if _ABROAD.search(whole.text) else ("", "")
        record = f"{{text: {_quoted(text)}, means: to be announced}}"  # or whatever can be read
        return DateError(
            "not-a-date",
            f"“{text}”读不出是什么时间；{zone[0]}英文的方案请写成 15 October 2024, 9:30 to 11:30，mid-June to late July 2024 "
            f"或 every Tuesday, 10:00 to 12:00, 1 to 29 October 2024 这样{AS_RECORD[0]}{record}",
            f"“{text}” is not a time this site can read; {zone[1]}write it like 15 October 2024, "
            f"9:30 to 11:30, mid-June to late July 2024 or every Tuesday, 10:00 to 12:00, 1 to 29 October 2024{AS_RECORD[1]}{record}",
        )
    if advice := _no_misprint(normalise(whole.read[:LONGEST])):
        return DateError("not-a-date", f"“{text}”{advice[0]}", f"“{text}” {advice[1]}")
    if re.match("(?:周|星期|礼拜)[一二三四五六日天](?![至到、和及或—–~-])", whole.text):
        return DateError(
            "not-a-date",
            f"“{text}”没有写是哪一天；每周都有的请写 每{text}，只有一次的请写上日期，例如 6月15日（周日）9:30-11:30",
            f"“{text}” has a weekday but no date; write 每{text} if it is every week, otherwise add the date, as in "
            f"6月15日（周日）9:30-11:30",
        )
    if _MEANT_AS_REPEAT.search(whole.text) and not _is_english(whole.text):
        return DateError(
            "not-a-date",
            f"“{text}”读不出是什么时间；按星期重复的，请写成 {CHINESE.repeat} 这样，中间停的写在最后：（6月19日除外）；"
            "也可以逐个写出日期，如 6月11日、25日",
            f"“{text}” is not a time this site can read; what repeats by weekdays is written like {CHINESE.repeat}, "
            "with dates left out at the end: （6月19日除外）; or write each date, as in 6月11日、25日",
        )
    meant, (zh, en) = _proposed(whole.text)
    whole_text = _quoted(whole.text if len(whole.text) <= LONGEST else text)  # what is copied has to be what is printed
    zh_record, en_record = (f"{{text: {whole_text}, means: {meant or means}}}" for means in ("能读的写法", "words that can be read"))
    return DateError(
        "not-a-date",
        f"“{text}”读不出是什么时间，{zh}{AS_RECORD[0]}{zh_record}；是印错的，再写 note 说明原因",
        f"“{text}” is not a time this site can read; {en}{AS_RECORD[1]}{en_record}; if it is a misprint, give the reason in a note",
    )


_ONLY_A_WEEKDAY: Final = re.compile(
    r"^(?!.*\b(?:every|each|of|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec))(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b",
    re.IGNORECASE,
)
_NTH_WEEK: Final = re.compile(
    "(?:第[1-5一二三四五](?:周?[、和及]第?[1-5一二三四五])*|最后[1一])个?(?:周|星期)的?每?(?:周|星期|礼拜)[一二三四五六日天]"
)
_ODD_WEEK: Final = re.compile("[单双]周(?:的|,)?(?:周|星期|礼拜)[一二三四五六日天]")
_ONE: Final = re.compile("[0-9]{1,2}(?:[日号时点]|月[上中下]旬|:[0-9]{2})")
_OF_A_TIME: Final = re.compile("[0-9:~年月日号时点分旬至到上下中午早晚半(),、和前起-]|(?:周|星期|礼拜).")


_FULL: Final = "请在场次里写 status: full", "status: full beside the time of the session"
_STATES: Final = {"取消": ("请写 status: cancelled", "status: cancelled beside it"), "满员": _FULL, "已满": _FULL, "额满": _FULL}


def _no_misprint(plain: str) -> tuple[str, str] | None:
    """What to write instead of words that are right as printed, and no one time."""
    if _NTH_WEEK.search(plain):
        return (
            "：第几周各处算法不同，说不准是哪一天；请写成日期，或者写成 9月第二个周三下午2:00 这样",
            "does not fix a day, because the weeks of a month are counted in several ways; write the date, or 9月第二个周三下午2:00",
        )
    if evening := re.search("晚上?(?:[1-4]|1[2-6])(?:[:时点][0-9]{0,2})", plain):
        return f"：“{evening[0]}”：晚上没有这个钟点；请核对", f"has “{evening[0]}”, which is not an hour of the evening; check it"
    if moved := re.fullmatch("原[定计](?:于)?(.+?)[,;]?(?:现|因故)?(?:延期|推迟|改期|提前|改|调整|顺延)[至到为](.+)", plain):
        record = f"{{text: {moved[2]}, was: {moved[1]}}}"
        return f"：改了时间的，请写 {record}", f"is a time that was changed; write {record}"
    if _ODD_WEEK.search(plain) and (_ONE.search(plain) or "月" in plain):
        return (
            "：单周、双周各处算法不同；请写成 每两周周六9:30-11:30，3月6日至6月26日 这样，头一个日期写实际的第一次",
            "has odd or even weeks, which are counted in several ways; write 每两周周六9:30-11:30，3月6日至6月26日, from its first day on",
        )
    if state := re.search("[(,]?(?:已)?(取消|延期|推迟|满员|已满|额满|改期)\\)?$", plain):
        zh, en = _STATES.get(state[1], ("请写 status: postponed", "status: postponed beside it"))
        return f"：时间里不写“{state[1]}”，{zh}", f"has “{state[1]}” in it; write {en} instead"
    if arriving := re.fullmatch("(.*[0-9点时分半])(报到|签到|集合|入场)", plain):
        return (
            f"：时间请只写 {arriving[1]}，“{arriving[2]}”写进说明、参加办法这样的文字里",
            f"is a time and what to do then; write only {arriving[1]}, and “{arriving[2]}” in a text, such as a note or how to join",
        )
    with_times = [each for each in re.split("[,;]", plain) if _ONE.search(each)]
    if len(with_times) < 2 or "每" in plain or not any(len(_OF_A_TIME.sub("", each)) > 1 for each in with_times):
        return None
    return (
        "里不只一个时间；几件事请一件写一个分项（parts）或场次（sessions），各写各的时间，别的话写进说明（note）",
        "has more than one time; write each event as a part or a session with its own time, and anything else in a note",
    )


def _short(text: str) -> str:
    """The beginning of a long text, cut between words."""
    if len(text) <= 40:
        return text
    return (re.sub("(?<= )[A-Za-z0-9.:-]+$", "", text[:40]) if re.match("[A-Za-z0-9]", text[40]) else text[:40]).rstrip(" ,") + "…"


def _is_english(text: str) -> bool:
    return bool(re.search("[A-Za-z]{3}", text)) and text.isascii()


_NO_SUCH_HOUR: Final = re.compile("(?<![0-9:])(?:(?:2[5-9]|[3-9][0-9]):[0-9]{2}|24:(?!00)[0-9]{2}|[0-9]{1,2}:[6-9][0-9])")
_AS_NUMBERS: Final = re.compile(
    "(?:(20[0-9]{2})(?=[0-9]{4}$)|(?=[0-9]{1,2}[/.月-]))(1[0-2]|0?[1-9])[/.月-]?(3[01]|[12][0-9]|0?[1-9])(?: ([0-9:~-]+))?"
)


def _proposed(typed: str) -> tuple[str | None, tuple[str, str]]:
    """What the words are meant to say, where that can be seen, and what to write instead."""
    plain = normalise(typed) if len(typed) <= LONGEST else ""
    if meant := _missing_to(plain):
        return meant, (f"像是漏了“至”，请写 {meant}", f"a 至 (to) seems to be missing, write {meant}")
    if found := _NO_SUCH_HOUR.search(plain):
        return None, (f"没有 {found[0]} 这个钟点，小时到 24:00，分钟到 59", f"there is no such time of day as {found[0]}")
    if day := _AS_NUMBERS.fullmatch(typed.strip()):
        meant = f"{day[1] + '年' if day[1] else ''}{int(day[2])}月{int(day[3])}日{day[4] or ''}"
        return meant, (f"请写 {meant}", f"write {meant}")
    for form, sign in _SLIPS:
        if form.search(plain):
            meant = form.sub(sign, plain)
            return meant, (f"请写 {meant}", f"write {meant}")
    if re.search("[；;]", typed):
        return None, ("几个时间之间请用顿号，几场的一场写一项", "write 、 between several times, and each session as an item of its own")
    if _is_english(typed):
        return None, (
            "请写成 8月中旬 或 2024-06-11 这样，全用英文写的方案在上面写 language: en",
            "write it like 8月中旬 or 2024-06-11, and language: en at the top of a plan that is all in English",
        )
    return None, ("请写成 8月中旬、7月至9月 或 2024-06-11 这样", "write it like 8月中旬, 7月至9月 or 2024-06-11")


_SLIPS: Final = (
    (re.compile(r"(?<![0-9])([0-9]{1,2})。(?=[0-5][0-9](?![0-9]))"), r"\1:"),  # 9。30
    (re.compile(r"^(1[3-9]|2[0-9]|3[01])[/.-]0?(1[0-2]|[1-9])[/.-](20[0-9]{2})$"), r"\3年\2月\1日"),  # 14/10/2026
    (re.compile(r"^0?(1[0-2]|[1-9])/(1[3-9]|2[0-9]|3[01])/(20[0-9]{2})$"), r"\3年\1月\2日"),
    (re.compile(r"(?<![0-9])([0-9]{1,2});(?=[0-5][0-9](?![0-9]))"), r"\1:"),  # 9;30
    (re.compile(r"^([0-9]{1,2})[日号]([0-9]{1,2})月$"), r"\2月\1日"),
    (re.compile(r"^(?=2[0-9]年[0-9])"), "20"),
    (re.compile(r"^(1[0-2]|[1-9])[.]([0-9]{1,2})[~-](1[0-2]|[1-9])[.]([0-9]{1,2})$"), r"\1月\2日至\3月\4日"),
    (re.compile(r"^(1[0-2]|[1-9])[.]([0-9]{1,2})[~-]([0-9]{1,2})$"), r"\1月\2日至\3日"),
)
"""Slips of the finger and short forms whose meaning can be seen, and what they mean."""


def _quoted(text: str) -> str:
    """The text as it can stand in YAML: quoted where a sign in it would mean something there."""
    return json.dumps(text, ensure_ascii=False) if re.search(r"[^\w 、。，；（）“”—.+]", text) else text


def _missing_to(phrase: str) -> str | None:
    """7月9月 as 7月至9月, where both halves are times."""
    for place in range(1, len(phrase)):
        left, right = phrase[:place], phrase[place:]
        pair = read_term(left), read_term(right)
        first, last = pair
        if first is None or last is None or first.numeric or last.numeric or (first.month is None and first.unit in ("day", "ten-days")):
            continue
        if not (first.month and last.month and last.month < first.month):
            return f"{left}至{right}"
    return None


_DAY: Final = re.compile("([0-9]{1,2})月([0-9]{1,2})[日号]")


def with_others(error: DateError, whole: Whole) -> DateError:
    """The mistake, with the other days and hours in the words that there are none of: 6月31日25:00 has two."""
    plain = normalise(whole.read[:LONGEST])
    wrong = {found[0]: found[0] for found in _NO_SUCH_HOUR.finditer(plain)}
    for day in _DAY.finditer(plain):
        month, last = int(day[1]), 30 if int(day[1]) in (4, 6, 9, 11) else 29 if int(day[1]) == 2 else 31
        if not 1 <= month <= 12 or not 1 <= int(day[2]) <= last:
            wrong[day[0]] = f"{month}月" if month > 12 else f"{month}月没有{int(day[2])}日"
    said = error.zh.replace(whole.text, "")
    others = [shown for shown, told in wrong.items() if told not in said]
    if not others:
        return error
    (zh, record), (en, english) = (words.partition(AS_RECORD[at])[::2] for at, words in enumerate((error.zh, error.en)))
    zh, en = f"{zh}；{'、'.join(others)} 也不对", f"{en}; {', '.join(others)} cannot be right either"
    return DateError(error.code, zh + (AS_RECORD[0] + record if record else ""), en + (AS_RECORD[1] + english if english else ""))


def year_missing(whole: Whole, missing: str) -> DateError:
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


def end_before_start(whole: Whole, terms: tuple[Term, Term]) -> DateError:
    zh, en = _order_advice(*terms, whole.examples)
    return DateError(
        "end-before-start",
        f"“{whole.text}”的结束早于开始；{zh}",
        f"“{whole.text}” ends before it begins; {en}",
    )


def hours_turned_round(whole: Whole) -> DateError:
    return DateError(
        "end-before-start",
        f"“{whole.text}”的结束不晚于开始；请核对钟点，例如 {whole.examples.hours[0]}",
        f"“{whole.text}” ends before it has begun; check the hours, as in {whole.examples.hours[1]}",
    )


def not_in_order(whole: Whole) -> DateError:
    if whole.said:
        return DateError(
            "end-before-start",
            f"“{whole.text}”里的日期先后不对；请从早写到晚，例如 {whole.examples.several}；钟点请写成 2pm to 4pm 这样",
            f"the dates in “{whole.text}” are not in order; write the earliest first, as in {whole.examples.several}, "
            "and hours like 2pm to 4pm",
        )
    if re.search("[0-9]:[0-9]{2}.*[、,，].*(?<![0-9])[1-6]:[0-9]{2}", whole.text) and not re.search("下午|晚", whole.text):
        return DateError(
            "end-before-start",
            f"“{whole.text}”里后面的钟点比前面的早；下午的请写 下午2:30-5:00 或 14:30-17:00",
            f"in “{whole.text}” the later hours come before the first ones; write 下午2:30-5:00 or 14:30-17:00 for the afternoon",
        )
    return DateError(
        "end-before-start",
        f"“{whole.text}”里的日期先后不对；请从早写到晚，到第二年的写明“次年”，例如 {whole.examples.several}",
        f"the dates in “{whole.text}” are not in order; write the earliest first, "
        f"and 次年 where the next year begins, as in {whole.examples.several}",
    )


def no_such_day(whole: Whole) -> DateError:
    return DateError(
        "impossible-date",
        f"“{whole.text}”：这段时间里没有这样的日子；请核对星期和起止日期，例如 {whole.examples.repeat}",
        f"“{whole.text}”: there is no such day in that period; check the weekday and both dates, as in {whole.examples.repeat}",
    )


def no_day_to_leave_out(word: str, whole: Whole) -> DateError:
    if whole.said:
        return DateError(
            "not-a-date",
            f"“{_short(whole.text)}”里除外的不是日子；除外的请写在最后，写成 (except 19 June) 或 (except 1 to 7 October) 这样",
            f"what is left out of “{_short(whole.text)}” is not a day; write it at the end, like (except 19 June) or "
            f"(except 1 to 7 October)",
        )
    return DateError(
        "not-a-date",
        f"“{word[:40]}”不是日子；除外的请写成 6月19日 或 10月1日至7日 这样",
        f"“{word[:40]}” is not a day; write what is left out like 6月19日 or 10月1日至7日",
    )


def repeats_not(whole: Whole) -> DateError:
    return DateError(
        "not-a-date",
        f"“{whole.text}”不是按星期重复的时间，没有日子可以除外；请删去 except，或者把时间写成 {whole.examples.repeat} 这样",
        f"“{whole.text}” does not repeat, so no date can be left out; delete except, or write the time like {whole.examples.repeat}",
    )


def not_among_them(whole: Whole, day: date) -> DateError:
    return DateError(
        "impossible-date",
        f"“{whole.text}”：{day.year}年{day.month}月{day.day}日本来就不在其中；请核对除外的日期",
        f"“{whole.text}”: {day} is not among its dates; check the dates that are left out",
    )


def _order_advice(start: Term, end: Term, examples: Examples) -> tuple[str, str]:
    if end.year is not None or end.next_year:
        return f"请核对年份，例如 {examples.two_years}", f"check the years, as in {examples.two_years}"
    if end.month in (None, start.month):
        return f"请核对先后，例如 {examples.days}", f"check which comes first, as in {examples.days}"
    return (
        f"如果到第二年才结束，{examples.next_year[0]}，例如 {examples.over_new_year}",
        f"if it ends in the following year {examples.next_year[1]}, as in {examples.over_new_year}",
    )
