"""Times are kept exactly as vague as the notice prints them."""

from __future__ import annotations

import doctest
from dataclasses import replace
from datetime import date
from types import ModuleType

import pytest

from microsite.core.dates import grammar, phrases, points
from microsite.core.dates.fuzzy import Correction, FuzzyDate
from microsite.core.dates.in_words import printed
from microsite.core.dates.phrases import correct, parse
from microsite.core.dates.points import Point, Unit

D = date.fromisoformat


def point(unit: Unit, month: int | None, part: int | None, earliest: str, latest: str) -> Point:
    return Point(unit, int(earliest[:4]), month, part, D(earliest), D(latest))


def day(iso: str) -> Point:
    exact = D(iso)
    return Point("day", exact.year, exact.month, exact.day, exact, exact)


def within(text: str, only: Point, *, about: bool = False, tentative: bool = False) -> FuzzyDate:
    return FuzzyDate(text, only, only, "point", about=about, tentative=tentative)


JULY_22 = point("month", 7, None, "2022-07-01", "2022-07-31")
AUGUST_22 = point("month", 8, None, "2022-08-01", "2022-08-31")
SEPTEMBER_22 = point("month", 9, None, "2022-09-01", "2022-09-30")
MID_AUGUST_22 = point("ten-days", 8, 2, "2022-08-11", "2022-08-20")
JUNE = point("month", 6, None, "2024-06-01", "2024-06-30")
JULY = point("month", 7, None, "2024-07-01", "2024-07-31")
AUGUST = point("month", 8, None, "2024-08-01", "2024-08-31")
SEPTEMBER = point("month", 9, None, "2024-09-01", "2024-09-30")
DECEMBER = point("month", 12, None, "2024-12-01", "2024-12-31")
EARLY_JUNE = point("ten-days", 6, 1, "2024-06-01", "2024-06-10")
MID_JUNE = point("ten-days", 6, 2, "2024-06-11", "2024-06-20")
LATE_JUNE = point("ten-days", 6, 3, "2024-06-21", "2024-06-30")
MID_JULY = point("ten-days", 7, 2, "2024-07-11", "2024-07-20")
YEAR = point("year", None, None, "2024-01-01", "2024-12-31")
ONE_MONTH_ON = point("computed", None, None, "2024-07-10", "2024-07-19")
SHANDONG = FuzzyDate("自2024年6月中旬启动，为期1个月", MID_JUNE, ONE_MONTH_ON, "span", duration=(1, "month"))


# Everything the two plans print.

JIANGXI_2022 = [
    within("8月", AUGUST_22),
    within("8月中旬", MID_AUGUST_22),
    FuzzyDate("7月至9月", JULY_22, SEPTEMBER_22, "span"),
    FuzzyDate("8月至9月", AUGUST_22, SEPTEMBER_22, "span"),
    FuzzyDate("8月起", AUGUST_22, None, "from"),
    FuzzyDate(
        "2022年7月下旬至9月上旬",
        point("ten-days", 7, 3, "2022-07-21", "2022-07-31"),
        point("ten-days", 9, 1, "2022-09-01", "2022-09-10"),
        "span",
    ),
    FuzzyDate("2022年8月底前", None, AUGUST_22, "until"),
    within("2022年8月1日", day("2022-08-01")),
    FuzzyDate(
        "科技周、科普日等活动节点",
        None,
        None,
        "occasions",
        occasions=("科技周", "科普日"),
        occasions_open=True,
    ),
]

SHANDONG_2024 = [
    within("2024年6月上旬", EARLY_JUNE),
    within("2024 年 6 月中旬", MID_JUNE),
    FuzzyDate("2024年6月中旬至7月中旬", MID_JUNE, MID_JULY, "span"),
    FuzzyDate("2024 年 6 月中旬至 7 月中旬", MID_JUNE, MID_JULY, "span"),
    within("2024 年 7 月下旬", point("ten-days", 7, 3, "2024-07-21", "2024-07-31")),
    SHANDONG,
    FuzzyDate(
        "自 2024 年 6 月中旬启动，为期 1 个月。", MID_JUNE, ONE_MONTH_ON, "span", duration=(1, "month")
    ),
    FuzzyDate("自 2024 年 6 月中旬启动, 为期 1 个月", MID_JUNE, ONE_MONTH_ON, "span", duration=(1, "month")),
    FuzzyDate("７月底前", None, JULY, "until"),
    within("2024年5月27日", day("2024-05-27")),
    FuzzyDate("在提升月期间", MID_JUNE, ONE_MONTH_ON, "window"),
]


@pytest.mark.parametrize("expected", JIANGXI_2022, ids=lambda time: time.text)
def test_every_time_of_the_jiangxi_plan_is_read_as_printed(expected: FuzzyDate) -> None:
    assert parse(expected.text, year=2022) == expected


@pytest.mark.parametrize("expected", SHANDONG_2024, ids=lambda time: time.text)
def test_every_time_of_the_shandong_plan_is_read_as_printed(expected: FuzzyDate) -> None:
    assert parse(expected.text, year=2024, window=SHANDONG) == expected


# What other notices print; the campaign's year is 2024.

WINTER = point("season", None, 4, "2024-12-01", "2025-02-28")
THIRD_QUARTER = point("quarter", None, 3, "2024-07-01", "2024-09-30")
DAYS = (day("2024-06-11"), day("2024-06-20"))

ELSEWHERE = [
    within("6月初", EARLY_JUNE),
    within("6月底", LATE_JUNE),
    within("2月下旬", point("ten-days", 2, 3, "2024-02-21", "2024-02-29")),
    within("2023年2月末", point("ten-days", 2, 3, "2023-02-21", "2023-02-28")),
    within("年底", DECEMBER, about=True),
    within("2024年年底", DECEMBER, about=True),
    within("2024年初", point("month", 1, None, "2024-01-01", "2024-01-31"), about=True),
    *(
        FuzzyDate(text, *DAYS, "span")
        for text in (
            *("6月11日至20日", "6月11日到20日", "6月11日—20日", "6月11日——20日", "6月11日–20日"),
            *("6月11日-20日", "6月11日~20日", "6月11日～20日", "6月11-20日", "６月１１日－２０日"),
            *("2024年6月11日至2024年6月20日", "2024-06-11/2024-06-20", "2024-06-11至2024-06-20"),
            *("2024-06-11 - 2024-06-20", "2024.6.11—2024.6.20", "2024/6/11-2024/6/20", "六月十一日至二十日"),
            *(
                "2024-06-11T09:30+08:00/2024-06-20T17:00+08:00",
                "在6月11日至20日期间",
                "6月11日9:30至20日17:00",
            ),
            *("从6月11日起至6月20日", "6月11号到20号", "6月11日(周二)至20日(周四)"),
        )
    ),
    FuzzyDate("6月11日—7月2日", day("2024-06-11"), day("2024-07-02"), "span"),
    FuzzyDate("6月11日至20日，共10天", *DAYS, "span", duration=(10, "day")),
    FuzzyDate("7-9月", JULY, SEPTEMBER, "span"),
    FuzzyDate("七至九月", JULY, SEPTEMBER, "span"),
    FuzzyDate("8月至年底", AUGUST, DECEMBER, "span", about=True),
    FuzzyDate("6月中下旬", MID_JUNE, LATE_JUNE, "span"),
    within("2024年春季", point("season", None, 1, "2024-03-01", "2024-05-31")),
    within("夏季", point("season", None, 2, "2024-06-01", "2024-08-31")),
    within("2024年秋季", point("season", None, 3, "2024-09-01", "2024-11-30")),
    within("2024年冬季", WINTER),
    within("第三季度", THIRD_QUARTER),
    within("三季度", THIRD_QUARTER),
    within("2024年第3季度", THIRD_QUARTER),
    within("上半年", point("half", None, 1, "2024-01-01", "2024-06-30")),
    within("2024年下半年", point("half", None, 2, "2024-07-01", "2024-12-31")),
    within("2024年", YEAR),
    within("年内", YEAR),
    FuzzyDate("2023—2024年", point("year", None, None, "2023-01-01", "2023-12-31"), YEAR, "span"),
    FuzzyDate("6月15日前", None, day("2024-06-15"), "until"),
    FuzzyDate("6月15日之前", None, day("2024-06-15"), "until"),
    FuzzyDate("不晚于6月15日", None, day("2024-06-15"), "until"),
    FuzzyDate("7月底以前完成", None, JULY, "until"),
    FuzzyDate("7月底前启动", None, JULY, "until"),
    FuzzyDate("6月中旬前", None, MID_JUNE, "until"),
    FuzzyDate("第三季度末前", None, THIRD_QUARTER, "until"),
    FuzzyDate("2024年底前", None, YEAR, "until"),
    FuzzyDate("年底前", None, YEAR, "until"),
    FuzzyDate("6月上中旬", EARLY_JUNE, MID_JUNE, "span"),
    FuzzyDate(
        "6月11日，为期10天",
        day("2024-06-11"),
        point("computed", None, None, "2024-06-20", "2024-06-20"),
        "span",
        duration=(10, "day"),
    ),
    FuzzyDate("6月11日至11日", day("2024-06-11"), day("2024-06-11"), "span"),
    FuzzyDate("年初至6月", point("month", 1, None, "2024-01-01", "2024-01-31"), JUNE, "span", about=True),
    within("1900年", point("year", None, None, "1900-01-01", "1900-12-31")),
    within("2199年", point("year", None, None, "2199-01-01", "2199-12-31")),
    FuzzyDate("暂定另行通知", None, None, "unknown"),
    within("8" + " " * 198 + "月", AUGUST),
    FuzzyDate("2024年年底前", None, YEAR, "until"),
    FuzzyDate("年初前", None, point("month", 1, None, "2024-01-01", "2024-01-31"), "until", about=True),
    FuzzyDate("截至7月底", None, JULY, "until"),
    FuzzyDate("即日起至8月底", None, AUGUST, "until"),
    FuzzyDate("即日起", None, None, "unknown"),
    within("6月15日前后", day("2024-06-15"), about=True),
    within("6月中旬前后", MID_JUNE, about=True),
    within("约6月中旬", MID_JUNE, about=True),
    within("拟6月中旬", MID_JUNE, tentative=True),
    within("拟于6月中旬举办", MID_JUNE, tentative=True),
    within("暂定8月", AUGUST, tentative=True),
    within("8月（暂定）", AUGUST, tentative=True),
    FuzzyDate("6月中旬启动", MID_JUNE, None, "from"),
    FuzzyDate("自6月起", JUNE, None, "from"),
    FuzzyDate("6月起陆续开展", JUNE, None, "from"),
    FuzzyDate(
        "6月中旬起，为期两周",
        MID_JUNE,
        point("computed", None, None, "2024-06-24", "2024-07-03"),
        "span",
        duration=(2, "week"),
    ),
    FuzzyDate(
        "1月31日启动，为期一个月",
        day("2024-01-31"),
        point("computed", None, None, "2024-02-28", "2024-02-28"),
        "span",
        duration=(1, "month"),
    ),
    FuzzyDate("为期10天", None, None, "unknown", duration=(10, "day")),
    FuzzyDate(
        "12月下旬至次年1月上旬",
        point("ten-days", 12, 3, "2024-12-21", "2024-12-31"),
        point("ten-days", 1, 1, "2025-01-01", "2025-01-10"),
        "span",
    ),
    FuzzyDate("2024年12月至2025年1月", DECEMBER, point("month", 1, None, "2025-01-01", "2025-01-31"), "span"),
    FuzzyDate(
        "11月至次年2月",
        point("month", 11, None, "2024-11-01", "2024-11-30"),
        point("month", 2, None, "2025-02-01", "2025-02-28"),
        "span",
    ),
    *(
        within(text, day("2024-06-11"))
        for text in (
            *(
                "2024-06-11",
                "2024.6.11",
                "2024-06-11 09:30",
                "2024-06-11T09:30+08:00",
                "2024-06-11T01:30:00Z",
            ),
            *(
                "6月11日(星期三)9:30-11:00",
                "6月11日（周二）上午9时30分—11时",
                "二〇二四年六月十一日",
                "时间：6月11日",
            ),
            *("6\u200b月11日", "六月十一号"),
        )
    ),
    within("2024-06", JUNE),
    within("2024", YEAR),
    within("（八月中旬）", point("ten-days", 8, 2, "2024-08-11", "2024-08-20")),
    within("二〇二四年十二月", DECEMBER),
    FuzzyDate("活动期间", MID_JUNE, ONE_MONTH_ON, "window"),
    FuzzyDate("在提升月期间举办", MID_JUNE, ONE_MONTH_ON, "window"),
    FuzzyDate("提升月", MID_JUNE, ONE_MONTH_ON, "window"),
    FuzzyDate("重阳节", None, None, "occasions", occasions=("重阳节",)),
    FuzzyDate("约在重阳节", None, None, "occasions", about=True, occasions=("重阳节",)),
    FuzzyDate("中秋、国庆期间", None, None, "occasions", occasions=("中秋", "国庆")),
    FuzzyDate("科技周和世界和平日", None, None, "occasions", occasions=("科技周", "世界和平日")),
    FuzzyDate("时间另行通知", None, None, "unknown"),
    FuzzyDate("待定", None, None, "unknown"),
]


@pytest.mark.parametrize("expected", ELSEWHERE, ids=lambda time: time.text)
def test_what_other_notices_print_is_read_too(expected: FuzzyDate) -> None:
    assert parse(expected.text, year=2024, window=SHANDONG) == expected


ALL = [
    *(parse(time.text, year=2022) for time in JIANGXI_2022),
    *(parse(time.text, year=2024, window=SHANDONG) for time in [*SHANDONG_2024, *ELSEWHERE]),
]


# What a time answers.


def test_a_misprint_keeps_its_words_and_gets_the_bounds_that_are_meant() -> None:
    assert correct("7月9月", "7月至9月", "漏印“至”", year=2022) == FuzzyDate(
        "7月9月", JULY_22, SEPTEMBER_22, "span", correction=Correction("7月9月", "7月至9月", "漏印“至”")
    )


def test_a_misprint_can_mean_the_time_of_the_campaign() -> None:
    meant = correct("提升月其间", "提升月期间", "错字", window=SHANDONG)
    assert (meant.kind, meant.start, meant.end) == ("window", MID_JUNE, ONE_MONTH_ON)


ANSWERS = [
    # text, earliest, start_latest, end_earliest, latest, precision, exact, EDTF
    ("6月11日", "2024-06-11", "2024-06-11", "2024-06-11", "2024-06-11", "day", True, "2024-06-11"),
    ("6月11日至20日", *("2024-06-11",) * 2, *("2024-06-20",) * 2, "day", True, "2024-06-11/2024-06-20"),
    ("6月11日起，为期10天", *("2024-06-11",) * 2, *("2024-06-20",) * 2, "day", True, "2024-06-11/2024-06-20"),
    ("6月15日前后", *("2024-06-15",) * 4, "day", False, "2024-06-15~"),
    ("8月", "2024-08-01", "2024-08-31", "2024-08-01", "2024-08-31", "month", False, "2024-08"),
    ("约8月", "2024-08-01", "2024-08-31", "2024-08-01", "2024-08-31", "month", False, "2024-08~"),
    *(
        (text, *("2024-06-11", "2024-06-20") * 2, "ten-days", False, edtf)
        for text, edtf in (("6月中旬", "[2024-06-11..2024-06-20]"), ("6月中旬前后", None))
    ),
    ("6月中旬至7月中旬", "2024-06-11", "2024-06-20", "2024-07-11", "2024-07-20", "ten-days", False, None),
    (
        "6月11日至7月",
        "2024-06-11",
        "2024-06-11",
        "2024-07-01",
        "2024-07-31",
        "month",
        False,
        "2024-06-11/2024-07",
    ),
    ("7月至9月", "2024-07-01", "2024-07-31", "2024-09-01", "2024-09-30", "month", False, "2024-07/2024-09"),
    (SHANDONG.text, "2024-06-11", "2024-06-20", "2024-07-10", "2024-07-19", "ten-days", False, None),
    ("8月至年底", "2024-08-01", "2024-08-31", "2024-12-01", "2024-12-31", "month", False, None),
    ("8月起", "2024-08-01", "2024-08-31", None, None, "month", False, "2024-08/.."),
    ("6月中旬起", "2024-06-11", "2024-06-20", None, None, "ten-days", False, None),
    ("7月底前", None, None, None, "2024-07-31", "month", False, "[..2024-07-31]"),
    (
        "活动期间",
        *("2024-06-11", "2024-07-19") * 2,
        *("ten-days", False, "[2024-06-11..2024-07-19]"),
    ),
    ("2024年冬季", *("2024-12-01", "2025-02-28") * 2, "season", False, "[2024-12-01..2025-02-28]"),
    ("2024年", *("2024-01-01", "2024-12-31") * 2, "year", False, "2024"),
    ("科普日", None, None, None, None, "none", False, None),
    ("待定", None, None, None, None, "none", False, None),
]


@pytest.mark.parametrize("row", ANSWERS, ids=[str(row[0]) for row in ANSWERS])
def test_a_time_answers_with_its_bounds_precision_and_edtf(row: tuple[str | bool | None, ...]) -> None:
    text, *bounds, precision, exact, edtf = row
    time = parse(str(text), year=2024, window=SHANDONG)
    told = [time.earliest, time.start_latest, time.end_earliest, time.latest]
    assert [bound and bound.isoformat() for bound in told] == bounds
    assert (time.precision, time.is_exact, time.edtf()) == (precision, exact, edtf)
    assert time.has_bounds == any(bounds)
    assert time.open_end == (time.start is not None and time.end is None)


def test_a_campaign_with_exact_days_gives_no_exact_days_to_what_happens_during_it() -> None:
    time = parse("活动期间", window=parse("2024年6月11日至20日"))
    assert (time.is_exact, time.start_latest, time.end_earliest) == (False, D("2024-06-20"), D("2024-06-11"))


def test_times_are_listed_by_first_day_then_last_day_with_deadlines_at_their_day_and_undated_last() -> None:
    wanted = ["5月", "6月上旬", "6月", "6月起", "6月中旬", "6月20日前", "6月底前", "7月1日", "科普日", "待定"]
    times = [parse(text, year=2024) for text in reversed(wanted)]
    # The two undated ones are equal in order and stay as they were given.
    expected = [*wanted[:-2], "待定", "科普日"]
    assert [time.text for time in sorted(times, key=lambda time: time.sort_key)] == expected


PRINTED = [
    ("8月中旬", "2024年8月中旬"),
    ("7-9月", "2024年7月至9月"),
    ("7月至7月", "2024年7月至7月"),
    ("2024年至2024年", "2024年至2024年"),
    ("8月起", "2024年8月起"),
    ("7月底前", "2024年7月底前"),
    ("年底前", "2024年底前"),
    ("6月15日之前", "2024年6月15日前"),
    ("6月15日前左右", "2024年6月15日前左右"),
    ("7月底前左右", "2024年7月底前左右"),
    (SHANDONG.text, "2024年6月中旬起，为期1个月"),
    ("8月起，为期一年", "2024年8月起，为期1年"),
    ("2024-06-11/2024-06-20", "2024年6月11日至20日"),
    ("6月11日—7月2日", "2024年6月11日至7月2日"),
    ("6月中旬至下旬", "2024年6月中旬至下旬"),
    ("12月下旬至次年1月上旬", "2024年12月下旬至2025年1月上旬"),
    ("一季度", "2024年第一季度"),
    ("下半年", "2024年下半年"),
    ("冬季", "2024年冬季"),
    ("拟6月中旬前后", "暂定2024年6月中旬前后"),
    ("在提升月期间", "活动期间"),
    ("科技周和科普日等", "科技周、科普日等活动节点"),
    ("另行通知", "另行通知"),
]


@pytest.mark.parametrize(("text", "full"), PRINTED, ids=[row[0] for row in PRINTED])
def test_a_time_is_written_out_with_its_year(text: str, full: str) -> None:
    assert printed(parse(text, year=2024, window=SHANDONG)) == full


def test_a_corrected_time_is_written_out_as_it_is_meant() -> None:
    assert printed(correct("7月9月", "7月至9月", "漏印", year=2022)) == "2022年7月至9月"
    assert printed(correct("另行通之", "另行通知", "错字", year=2022)) == "另行通知"


@pytest.mark.parametrize("time", ALL, ids=lambda time: time.text)
def test_every_known_form_written_out_reads_back_the_same(time: FuzzyDate) -> None:
    again = parse(printed(time), window=SHANDONG)
    assert replace(again, text=time.text) == time


@pytest.mark.parametrize("module", [grammar, phrases, points], ids=lambda module: module.__name__)
def test_the_examples_in_the_documentation_are_true(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert (result.failed, result.attempted > 0) == (0, True)
