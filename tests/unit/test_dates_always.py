"""What holds for every time that can be written, and for every text that is no time."""

from __future__ import annotations

import itertools
import re
from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.core.dates import english
from microsite.core.dates.fuzzy import FuzzyDate
from microsite.core.dates.in_words import printed, when
from microsite.core.dates.phrases import parse
from microsite.core.dates.points import DateError, Length, computed_end, make_point

CAMPAIGN = parse("自2024年6月中旬启动，为期1个月")

years = st.integers(1901, 2198)
months = st.integers(1, 12)


@st.composite
def terms(draw: st.DrawFn) -> str:
    """One time in words, with its year."""
    year, month = draw(years), draw(months)
    last = monthrange(year, month)[1]
    words: str = draw(
        st.one_of(
            st.just(f"{year}年"),
            st.just(f"{year}年{month}月"),
            st.sampled_from("上中下").map(lambda part: f"{year}年{month}月{part}旬"),
            st.integers(1, last).map(lambda number: f"{year}年{month}月{number}日"),
            st.sampled_from("春夏秋冬").map(lambda part: f"{year}年{part}季"),
            st.sampled_from("一二三四").map(lambda part: f"{year}年第{part}季度"),
            st.sampled_from("上下").map(lambda part: f"{year}年{part}半年"),
            st.sampled_from("初底").map(lambda part: f"{year}年{part}"),
        )
    )
    return words


@st.composite
def days(draw: st.DrawFn) -> str:
    """A day in words, perhaps with a part of the day, its hour, or its first and its last hour."""
    year, month = draw(years), draw(months)
    number = draw(st.integers(1, monthrange(year, month)[1]))
    first, last = sorted(draw(st.lists(st.integers(0, 1439), min_size=2, max_size=2, unique=True)))
    hour, end = (f"{each // 60}:{each % 60:02}" for each in (first, last))
    night = f"{end}-次日{hour}"
    words = draw(st.sampled_from(["", "上午", "晚上", hour, f"{hour}-{end}", night, f"{hour}、{end}", "上午、晚上"]))
    return f"{year}年{month}月{number}日{words}"


@st.composite
def repeats(draw: st.DrawFn) -> str:
    """Days of the week, with hours or without, between two times or not."""
    names = draw(st.lists(st.sampled_from("一二三四五六日"), min_size=1, max_size=7, unique=True))
    every = draw(
        st.sampled_from(
            [
                *("每天", f"每周{'、'.join(names)}", f"每周{names[0]}至周{names[-1]}", f"每两周周{names[0]}", "每月7日、15日", "每月31日"),
                *(f"每月第二、四个周{names[0]}", f"每月最后一个周{names[0]}", "工作日", "每周末及法定节假日"),
            ]
        )
    )
    hours = draw(st.sampled_from(["", "上午", "9:30", "9:30-11:30", "9:30-11:30、14:00-16:00", "20:00-次日1:00"]))
    hours += draw(st.sampled_from(["", "，周末14:00-17:00", f"，周{names[0]}晚上，周日10:00"])) if hours else ""
    year, month = draw(years), draw(months)
    first, weeks = f"{year}年{month}月{draw(st.integers(1, 7))}日", draw(st.integers(1, 9))
    span = draw(st.sampled_from(["", f"，{year}年{month}月", f"，{first}至28日", f"，{first}起，为期{weeks}周", "，寒假期间"]))
    return every + hours + span + draw(st.sampled_from(["", "（法定节假日除外）", "（周一休息）"]))


def _ordered(pair: tuple[str, str]) -> str:
    first, last = sorted(pair, key=lambda text: parse(text).sort_key)
    return f"{first}至{last}"


def _listed(texts: list[str]) -> str:
    return "、".join(sorted(texts, key=lambda text: parse(text).sort_key))


def _can_be_read(text: str) -> bool:
    """Days in a list may be the same, and a repeat may have no day in its time."""
    return not _is_refused_well(text, None)


ABOUT = st.sampled_from(["", "前后"])
LENGTHS = st.tuples(st.integers(1, 400), st.sampled_from(["天", "周", "个月", "年"]))
NAMES = st.lists(st.sampled_from(["科技周", "科普节", "重阳", "中秋"]), min_size=1, max_size=3, unique=True)
dated = st.one_of(
    st.tuples(terms(), ABOUT).map("".join),
    st.tuples(terms(), terms()).map(_ordered),
    st.tuples(days(), ABOUT).map("".join),
    st.lists(days(), min_size=2, max_size=4).map(_listed).filter(_can_be_read),
    repeats().filter(_can_be_read),
    st.tuples(days(), st.just("（每年）")).map("".join),
    st.tuples(terms(), ABOUT, st.just("起")).map("".join),
    st.tuples(terms(), st.sampled_from(["前", "前左右"])).map("".join),
    terms().map("即日起至{}".format),
    st.tuples(terms(), LENGTHS).map(lambda row: f"自{row[0]}启动，为期{row[1][0]}{row[1][1]}"),
    NAMES.map("、".join),
)
sentences = st.one_of(
    st.tuples(st.sampled_from(["", "拟", "暂定"]), dated).map("".join),
    st.sampled_from(["待定", "活动期间", "为期3天"]),
)
times = sentences.map(lambda text: parse(text, window=CAMPAIGN))


def _meaning(time: FuzzyDate) -> tuple[object, ...]:
    return (
        *(time.start, time.end, time.kind, time.about, time.tentative),
        *(time.duration, time.occasions, time.occasions_open, time.dates, time.repeat, time.yearly),
    )


@given(times.filter(lambda time: time.repeat or time.kind not in ("occasions", "unknown")))
def test_a_time_said_in_english_reads_back_the_same(time: FuzzyDate) -> None:
    again = english.parse(when(time, "en"), window=CAMPAIGN)
    assert _meaning(again) == _meaning(time)
    assert again.text == when(time, "en")


@given(years, months)
def test_ten_day_periods_cover_each_month_once_from_its_first_day_to_its_last(year: int, month: int) -> None:
    parts = [parse(f"{month}月{part}旬", year=year) for part in "上中下"]
    covered = [
        time.earliest + timedelta(days=offset)
        for time in parts
        if time.earliest and time.latest
        for offset in range((time.latest - time.earliest).days + 1)
    ]
    assert covered == [date(year, month, number) for number in range(1, monthrange(year, month)[1] + 1)]
    assert [time.earliest and time.earliest.day for time in parts] == [1, 11, 21]


@given(years)
def test_late_february_ends_on_the_29th_in_leap_years_only(year: int) -> None:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    assert parse("2月下旬", year=year).latest == date(year, 2, 29 if leap else 28)


@given(years)
def test_a_span_over_new_year_runs_into_the_following_year(year: int) -> None:
    time = parse("12月下旬至次年1月上旬", year=year)
    assert (time.earliest, time.latest) == (date(year, 12, 21), date(year + 1, 1, 10))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("12月20日9:00", "2025-12-20", "2025-12-20"),
        ("1月9日", "2026-01-09", "2026-01-09"),
        ("12月28日至1月3日", "2025-12-28", "2026-01-03"),
        ("12月28日、1月3日", "2025-12-28", "2026-01-03"),
        ("1月上旬", "2026-01-01", "2026-01-10"),
        ("每周三，12月17日至1月7日", "2025-12-17", "2026-01-07"),
        ("11月30日前", None, "2025-11-30"),
        ("1月31日前", None, "2026-01-31"),
        ("2025年1月9日", "2025-01-09", "2025-01-09"),
        ("2月29日", None, None),
    ],
)
def test_in_a_campaign_over_new_year_a_time_is_in_the_year_nearest_to_it(text, first, last) -> None:
    window = parse("2025年12月15日至2026年1月14日")
    try:
        time = parse(text, year=2025, window=window)
    except DateError:
        assert (first, last) == (None, None)
    else:
        assert (time.earliest and str(time.earliest), str(time.latest)) == (first, last)


def test_a_campaign_named_after_the_new_year_begins_in_the_old_one() -> None:
    window = parse("2025年12月15日至2026年1月14日")
    assert parse("12月20日", year=2026, window=window).earliest == date(2025, 12, 20)
    assert parse("1月9日", year=2026, window=window).earliest == date(2026, 1, 9)


def test_the_29th_of_february_is_in_the_leap_year_of_a_campaign_over_new_year() -> None:
    window = parse("2023年12月15日至2024年3月14日")
    assert parse("2月29日", year=2023, window=window).earliest == date(2024, 2, 29)


@given(times)
def test_a_time_written_out_reads_back_the_same(time: FuzzyDate) -> None:
    again = parse(printed(time), window=CAMPAIGN)
    assert _meaning(again) == _meaning(time)
    assert printed(again) == printed(time)


@given(times)
def test_bounds_are_in_order(time: FuzzyDate) -> None:
    ordered = [
        (time.earliest, time.start_latest),
        (time.end_earliest, time.latest),
        (time.earliest, time.latest),
    ]
    assert all(first <= last for first, last in ordered if first and last)
    assert not (time.begins and time.ends) or time.begins < time.ends
    for first, last in time.dates:
        assert first.earliest <= last.latest
    assert [slot[0].earliest for slot in time.dates] == sorted(slot[0].earliest for slot in time.dates)


@given(times)
def test_no_hour_appears_that_the_words_do_not_have(time: FuzzyDate) -> None:
    points = [point for slot in time.dates for point in slot] + [each for each in (time.start, time.end) if each]
    hours = [point.at for point in points if point.at is not None]
    rules = time.repeat.rules if time.repeat else ()
    hours += [minute for rule in rules for each in rule.hours for minute in (each.at, each.to) if minute is not None]
    printed_hours = {int(h) * 60 + int(m) for h, m in re.findall(r"([0-9]+):([0-9]{2})", time.text)}
    midnight = 24 * 60  # 次日0:00 is 24:00
    assert {each % midnight for each in hours} == {each % midnight for each in printed_hours}
    assert {each for each in (time.begins, time.ends) if each} <= {point.moment for point in points}


@given(st.one_of(days(), repeats().filter(_can_be_read)))
def test_what_was_read_with_an_hour_is_said_with_it_in_both_languages(text: str) -> None:
    hours = set(re.findall(r"[0-9]+:[0-9]{2}", text.replace("次日0:00", "24:00")))  # the end of a day is said as such
    for language in ("zh", "en"):
        assert set(re.findall(r"[0-9]+:[0-9]{2}", when(parse(text), language))) == hours


@given(times)
def test_nothing_gets_an_exact_day_that_the_words_do_not_have(time: FuzzyDate) -> None:
    ends = [end for end in (time.start, time.end) if end is not None]
    says_a_day = "日" in time.text.replace("即日起", "") or time.repeat is not None  # 每月第二个周一, and 每天 in a whole month
    assert says_a_day or not (time.is_exact or any(end.is_one_day for end in ends))


@given(st.lists(times, max_size=8))
def test_the_order_of_times_is_total_and_does_not_depend_on_the_order_given(
    given_times: list[FuzzyDate],
) -> None:
    keys = sorted(time.sort_key for time in given_times)
    assert keys == sorted(time.sort_key for time in reversed(given_times))
    for first, last in itertools.pairwise(keys):
        assert (first < last) + (first == last) + (first > last) == 1
    undated = [key[0] for key in keys]
    assert undated == sorted(undated)


SIGNS = "0123456789年月日旬上中下至到-~/.:T+底前后起初末即自拟约为期个天周季度半次科等、，（）每三末除外晚午止 八十〇"


@given(st.text(alphabet=SIGNS, max_size=16))
def test_text_that_looks_like_a_time_is_read_or_refused_but_never_breaks(text: str) -> None:
    assert _is_refused_well(text, 2024) or _reads_back(text, 2024)


@given(st.text(max_size=30), st.one_of(st.none(), st.integers()))
def test_any_text_is_read_or_refused_but_never_breaks(text: str, year: int | None) -> None:
    assert _is_refused_well(text, year) or _reads_back(text, year)


def _is_refused_well(text: str, year: int | None) -> bool:
    try:
        parse(text, year=year, window=CAMPAIGN)
    except DateError as told:
        known = told.code in ("not-a-date", "impossible-date", "year-missing", "end-before-start")
        return known and bool(told.zh and told.en)
    return False


def _reads_back(text: str, year: int | None) -> bool:
    time = parse(text, year=year, window=CAMPAIGN)
    again = parse(printed(time), year=year, window=CAMPAIGN)
    return time.text == text.strip() and _meaning(again) == _meaning(time)


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(1, 60))
def test_a_whole_number_of_months_ends_the_day_before_the_same_day(first: date, count: int) -> None:
    length: Length = (count, "month")
    start = make_point("day", first.year, first.month, first.day)
    following = computed_end(start, length).latest + timedelta(days=1)
    months_on = (following.year - first.year) * 12 + following.month - first.month
    assert months_on == count
    assert following.day == min(first.day, monthrange(following.year, following.month)[1])
