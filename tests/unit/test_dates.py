"""Times are kept exactly as vague as the notice prints them."""

from __future__ import annotations

import doctest
from dataclasses import replace
from datetime import datetime, timedelta
from types import ModuleType

import pytest

from expected_times import (
    AUGUST,
    DAYS,
    EARLY_JUNE,
    JULY,
    JUNE,
    MID_JULY,
    MID_JUNE,
    ONE_MONTH_ON,
    SHANDONG,
    D,
    day,
    hour,
    point,
    within,
)
from microsite.core.dates import grammar, phrases, points, undated
from microsite.core.dates.fuzzy import Correction, FuzzyDate, together
from microsite.core.dates.in_words import printed
from microsite.core.dates.phrases import correct, parse

JULY_22 = point("month", 7, None, "2022-07-01", "2022-07-31")
AUGUST_22 = point("month", 8, None, "2022-08-01", "2022-08-31")
SEPTEMBER_22 = point("month", 9, None, "2022-09-01", "2022-09-30")
MID_AUGUST_22 = point("ten-days", 8, 2, "2022-08-11", "2022-08-20")
SEPTEMBER = point("month", 9, None, "2024-09-01", "2024-09-30")
DECEMBER = point("month", 12, None, "2024-12-01", "2024-12-31")
LATE_JUNE = point("ten-days", 6, 3, "2024-06-21", "2024-06-30")
YEAR = point("year", None, None, "2024-01-01", "2024-12-31")


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
            *("在6月11日至20日期间", "6月11日起至6月20日止", "6月11日至20日止"),
            *("2024.06.11-06.20", "2024.06.11-20", "2024/6/11-6/20", "2024-06-11至06-20", "2024-06-11~06-20"),
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
    FuzzyDate("即日起至8月底", None, AUGUST, "until", is_running=True),
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
                "2024/6/11",
                "2024.6.11",
                "6月11日全天",
            ),
            *(
                "二〇二四年六月十一日",
                "时间：6月11日",
            ),
            *("6\u200b月11日", "六月十一号"),
        )
    ),
    *(
        within(text, hour("2024-06-11", 570))
        for text in (
            *("2024-06-11 09:30", "2024-06-11T09:30+08:00", "2024-06-11T01:30:00Z", "6月11日9:30"),
            *("6月11日上午9:30", "六月十一日九时三十分", "6月11日9点半", "6月11日（周二），上午9时30分举行"),
        )
    ),
    within("2024-06-10T23:30Z", hour("2024-06-11", 450)),
    *(
        FuzzyDate(text, hour("2024-06-11", 570), hour("2024-06-11", 660), "span")
        for text in (
            *("6月11日9:30-11:00", "6月11日(星期三)9:30-11:00", "6月11日（周二）上午9时30分—11时"),
            *("6月11日（周六 9:30-11:00）", "6月11日9:30开始，11:00结束", "6月11日AM9:30-11:00"),
            *("6月11日上午9:30至上午11:00", "6月11日（周二）9.30-11.00", "2024-06-11T09:30/2024-06-11T11:00"),
        )
    ),
    *(
        FuzzyDate(text, hour("2024-06-11", 840), hour("2024-06-11", 960), "span")
        for text in ("6月11日14:00-16:00", "6月11日下午2:00-4:00", "6月11日下午2点到4点", "6月11日下午2:00-16:00", "6月11日下午2.00-4.00")
    ),
    within("6月11日晚7点半", hour("2024-06-11", 1170)),
    within("6月11日晚上12点", hour("2024-06-11", 1440)),
    within("6月11日中午12:00", hour("2024-06-11", 720)),
    within("6月11日中午1点", hour("2024-06-11", 780)),
    within("6月11日凌晨12:00", hour("2024-06-11", 0)),
    within("6月11日9:30左右", hour("2024-06-11", 570), about=True),
    within("6月11日上午", hour("2024-06-11", half="上午")),
    within("6月11日晚", hour("2024-06-11", half="晚上")),
    *(
        FuzzyDate(text, hour("2024-06-11", 570), hour("2024-06-20", 1020), "span")
        for text in ("6月11日9:30至20日17:00", "2024-06-11T09:30+08:00/2024-06-20T17:00+08:00")
    ),
    FuzzyDate("6月11日下午至20日", hour("2024-06-11", half="下午"), day("2024-06-20"), "span"),
    FuzzyDate("7月10日17:00前", None, hour("2024-07-10", 1020), "until"),
    FuzzyDate("7月10日17:00截止", None, hour("2024-07-10", 1020), "until"),
    FuzzyDate("即日起至7月10日24:00", None, hour("2024-07-10", 1440), "until", is_running=True),
    FuzzyDate("7月10日止", None, day("2024-07-10"), "until"),
    FuzzyDate("6月11日9:30起", hour("2024-06-11", 570), None, "from"),
    FuzzyDate(
        "6月中下旬至7月上中旬",
        point("twenty-days", 6, 2, "2024-06-11", "2024-06-30"),
        point("twenty-days", 7, 1, "2024-07-01", "2024-07-20"),
        "span",
    ),
    *(
        within(text, point("week", 9, 3, "2024-09-09", "2024-09-22"))
        for text in ("9月第三周", "9月的第三个星期", "2024年9月份第3周")
    ),
    within("4月第一周", point("week", 4, 1, "2024-04-01", "2024-04-07")),
    within("9月第五周", point("week", 9, 5, "2024-09-23", "2024-10-06")),
    *(within(text, point("week", 9, -1, "2024-09-23", "2024-10-06")) for text in ("9月最后一周", "9月的最后1个星期")),
    within("2月最后一周", point("week", 2, -1, "2024-02-19", "2024-03-03")),
    *(within(text, hour("2024-06-11", 540), tentative=True) for text in ("6月11日（暂定）上午9:00", "6月11日9:00（暂定）")),
    within("6月11日下午3点一刻", hour("2024-06-11", 915)),
    replace(within("每年9月第三周", point("week", 9, 3, "2024-09-09", "2024-09-22")), yearly=True),
    replace(within("9月（每年）", SEPTEMBER), yearly=True),
    FuzzyDate("每年7月底前", None, JULY, "until", yearly=True),
    within("2024-06", JUNE),
    within("2024", YEAR),
    within("（八月中旬）", point("ten-days", 8, 2, "2024-08-11", "2024-08-20")),
    within("二〇二四年十二月", DECEMBER),
    *(within(text, day("2024-06-11")) for text in ("6月11日（端午节）", "6月11日全国科普日", "科普日（6月11日）", "整个6月11日")),
    *(within(text, day("2024-06-11")) for text in ("6月11日（农历五月初六）", "6月11日（具体时间另行通知）", "6月11日（以通知为准）")),
    within("科普日（6月11日）前后", day("2024-06-11"), about=True),
    FuzzyDate("科普日（6月11日至20日）", *DAYS, "span"),
    FuzzyDate("7月10日下班前", None, day("2024-07-10"), "until"),
    *(FuzzyDate(text, None, JULY, "until", is_running=True) for text in ("自发布之日起至7月底", "从公布之日起至7月底")),
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


@pytest.mark.parametrize("text", ["7月（周末、节假日）", "7月（节假日）", "7月（6月除外）"])
def test_what_limits_a_time_is_never_taken_for_a_remark(text: str) -> None:
    with pytest.raises(points.DateError):
        parse(text, year=2024)


@pytest.mark.parametrize("expected", ELSEWHERE, ids=lambda time: time.text)
def test_what_other_notices_print_is_read_too(expected: FuzzyDate) -> None:
    assert parse(expected.text, year=2024, window=SHANDONG) == expected


def test_a_week_of_a_month_holds_every_way_to_count_it() -> None:
    for year, real in ((2016, "2016-09-19"), (2018, "2018-09-17"), (2019, "2019-09-16"), (2020, "2020-09-14")):
        week = parse("9月第三周", year=year)
        assert week.earliest
        assert week.latest
        assert week.earliest <= D(real) <= D(real) + timedelta(6) <= week.latest


ALL = [
    *(parse(time.text, year=2022) for time in JIANGXI_2022),
    *(parse(time.text, year=2024, window=SHANDONG) for time in [*SHANDONG_2024, *ELSEWHERE]),
]


# What a time answers.


def test_a_misprint_keeps_its_words_and_gets_the_bounds_that_are_meant() -> None:
    assert correct(parse("7月至9月", year=2022), "7月9月", "7月至9月", "漏印“至”") == FuzzyDate(
        "7月9月", JULY_22, SEPTEMBER_22, "span", correction=Correction("7月9月", "7月至9月", "漏印“至”")
    )


def test_a_misprint_can_mean_the_time_of_the_campaign() -> None:
    meant = correct(parse("提升月期间", window=SHANDONG), "提升月其间", "提升月期间", "错字")
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
    ("6月11日9:30", *("2024-06-11",) * 4, "day", True, "2024-06-11T09:30:00+08:00"),
    ("6月11日9:30-11:30", *("2024-06-11",) * 4, "day", True, "2024-06-11/2024-06-11"),
    ("6月11日9:30左右", *("2024-06-11",) * 4, "day", False, "2024-06-11~"),
    ("7月10日17:00前", None, None, None, "2024-07-10", "day", False, "[..2024-07-10]"),
    ("6月11日、18日", *("2024-06-11",) * 2, *("2024-06-18",) * 2, "day", True, "{2024-06-11,2024-06-18}"),
    (
        "6月11日至13日、18日",
        *("2024-06-11",) * 2,
        *("2024-06-18",) * 2,
        *("day", True, "{2024-06-11..2024-06-13,2024-06-18}"),
    ),
    ("6月、9月", "2024-06-01", "2024-06-30", "2024-09-01", "2024-09-30", "month", False, "{2024-06,2024-09}"),
    ("6月上旬、7月", "2024-06-01", "2024-06-10", "2024-07-01", "2024-07-31", "month", False, None),
    ("每周三，6月1日至30日", *("2024-06-05",) * 2, *("2024-06-26",) * 2, "day", True, None),
    ("每周三", None, None, None, None, "none", False, None),
    ("9月第三周", *("2024-09-09", "2024-09-22") * 2, "week", False, "[2024-09-09..2024-09-22]"),
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
    assert (time.kind == "from") == (time.start is not None and time.end is None)


MOMENTS = [
    ("6月11日9:30-11:30", "2024-06-11 09:30", "2024-06-11 11:30"),
    ("6月11日9:30", "2024-06-11 09:30", None),
    ("6月11日9:30左右", None, None),
    ("6月11日上午", None, None),
    ("6月11日", None, None),
    ("6月11日9:30至20日17:00", "2024-06-11 09:30", "2024-06-20 17:00"),
    ("6月11日9:30起", "2024-06-11 09:30", None),
    ("7月10日17:00前", None, "2024-07-10 17:00"),
    ("7月10日24:00前", None, "2024-07-11 00:00"),
    ("每周三10:00-12:00，6月1日至30日", "2024-06-05 10:00", "2024-06-26 12:00"),
    ("每周三10:00-12:00", None, None),
    ("科普日", None, None),
]


@pytest.mark.parametrize(("text", "begins", "ends"), MOMENTS, ids=[row[0] for row in MOMENTS])
def test_the_minutes_in_which_a_time_begins_and_ends_are_those_printed(
    text: str, begins: str | None, ends: str | None
) -> None:
    time = parse(text, year=2024)
    assert [time.begins, time.ends] == [each and datetime.fromisoformat(each) for each in (begins, ends)]


def test_a_campaign_with_exact_days_gives_no_exact_days_to_what_happens_during_it() -> None:
    time = parse("活动期间", window=parse("2024年6月11日至20日"))
    assert (time.is_exact, time.start_latest, time.end_earliest) == (False, D("2024-06-20"), D("2024-06-11"))


def test_times_are_listed_by_first_day_then_last_day_with_deadlines_at_their_day_and_undated_last() -> None:
    wanted = [
        *("5月", "6月上旬", "6月", "6月起", "6月中旬", "6月20日17:00前", "6月20日前", "6月底前", "7月1日"),
        *("7月2日9:30-11:30", "7月2日9:30", "7月2日上午9:31", "7月2日下午", "7月2日19:00", "科普日", "待定"),
    ]
    times = [parse(text, year=2024) for text in reversed(wanted)]
    # The two undated ones are equal in order and stay as they were given.
    expected = [*wanted[:-2], "待定", "科普日"]
    assert [time.text for time in sorted(times, key=lambda time: time.sort_key)] == expected


PRINTED = [
    ("8月中旬", "2024年8月中旬"),
    ("6月15日上午9:30-11:30", "2024年6月15日9:30至11:30"),
    ("6月15日晚", "2024年6月15日晚上"),
    ("6月15日9:30至20日17:00", "2024年6月15日9:30至20日17:00"),
    ("7月10日下午5点前", "2024年7月10日17:00前"),
    ("6月15日9:30起", "2024年6月15日9:30起"),
    ("6月11、18日9:30", "2024年6月11日、18日9:30"),
    ("6月11日9:30、18日14:00-15:00", "2024年6月11日9:30、18日14:00至15:00"),
    ("12月30日至31日、次年1月8日至9日", "2024年12月30日至31日、2025年1月8日至9日"),
    ("6、9月", "2024年6月、9月"),
    ("9月第三周", "2024年9月第三周"),
    ("每年11月底前", "2024年11月底前（每年）"),
    ("6月中下旬至7月上旬", "2024年6月中下旬至7月上旬"),
    ("每周三10:00-12:00，6月5日至7月10日", "2024年6月5日至7月10日，每周三10:00至12:00"),
    ("每月十五号、30日9:00-11:00，6-8月", "2024年6月至8月，每月15日、30日9:00至11:00"),
    ("隔周周三，6月5日起", "2024年6月5日起，每两周周三"),
    ("每周六晚上8:00-次日1:00", "每周六20:00至次日1:00"),
    ("6月15日20:00-次日凌晨1点", "2024年6月15日20:00至16日1:00"),
    ("6月15日9:00-11:00、14:00-16:00", "2024年6月15日9:00至11:00、14:00至16:00"),
    ("6月15日9:00-11:00、14:00、18日上午、晚上", "2024年6月15日9:00至11:00、14:00；18日上午、晚上"),
    ("每周末上午，6月（6月8日、9日除外）", "2024年6月，每周六、周日上午（6月8日、9日除外）"),
    ("每周一到周五，6月3日起", "2024年6月3日起，每周一至周五"),
    ("每周三，2024年12月4日至2025年1月8日（2025年1月1日除外）", "2024年12月4日至2025年1月8日，每周三（2025年1月1日除外）"),
    ("约每周三", "约每周三"),
    ("6月11日至20日9:00-17:00", "2024年6月11日至20日，每天9:00至17:00"),
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
    assert printed(correct(parse("7月至9月", year=2022), "7月9月", "7月至9月", "漏印")) == "2022年7月至9月"
    assert printed(correct(parse("另行通知", year=2022), "另行通之", "另行通知", "错字")) == "另行通知"


@pytest.mark.parametrize("time", ALL, ids=lambda time: time.text)
def test_every_known_form_written_out_reads_back_the_same(time: FuzzyDate) -> None:
    again = parse(printed(time), window=SHANDONG)
    assert replace(again, text=time.text) == time


@pytest.mark.parametrize("module", [grammar, phrases, points, undated], ids=lambda module: module.__name__)
def test_the_examples_in_the_documentation_are_true(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert (result.failed, result.attempted > 0) == (0, True)


# Several times as one: an activity by its parts and sessions.

NINE_TO_ELEVEN = ("2025-06-05", 540, "2025-06-05", 660)


@pytest.mark.parametrize(
    ("times", "dates"),
    [
        (("6月5日9:00至11:00", "6月3日"), [("2025-06-03", None, "2025-06-03", None), NINE_TO_ELEVEN]),
        (("6月5日9:00至11:00", "6月5日10:00至12:00"), [("2025-06-05", 540, "2025-06-05", 720)]),
        (("6月5日9:00至11:00", "6月5日11:00至12:00"), [("2025-06-05", 540, "2025-06-05", 720)]),
        (("6月5日14:00至15:00", "6月5日9:00至11:00"), [NINE_TO_ELEVEN, ("2025-06-05", 840, "2025-06-05", 900)]),
        (("6月3日至5日", "6月4日"), [("2025-06-03", None, "2025-06-05", None)]),
        (("6月5日", "6月5日9:00至11:00"), [("2025-06-05", None, "2025-06-05", None)]),
    ],
)
def test_several_exact_times_are_one_with_every_date_once(times: tuple[str, ...], dates: list[object]) -> None:
    found = together([parse(each, year=2025) for each in times])
    assert found is not None
    assert [(str(start.earliest), start.at, str(end.latest), end.at) for start, end in found.dates] == dates
    assert (found.text, found.kind, found.about, found.tentative) == ("", "several", False, False)
    assert (str(found.earliest), str(found.latest)) == (dates[0][0], dates[-1][2])
    assert (found.start, found.end) == (day(dates[0][0]), day(dates[-1][2]))


def test_of_several_times_rough_ones_leave_no_dates_and_open_ones_no_time() -> None:
    found = together([parse(each, year=2025) for each in ("约6月中旬", "拟6月25日", "6月1日至3日")])
    assert found is not None
    assert (found.kind, found.dates, found.about, found.tentative) == ("window", (), True, True)
    assert (str(found.earliest), str(found.latest)) == ("2025-06-01", "2025-06-25")
    assert together([parse("6月5日", year=2025), parse("常年", year=2025)]) is None
    assert together([parse("6月5日", year=2025), parse("即日起至6月30日", year=2025)]) is None
    assert together([]) is None


def test_hours_alone_are_on_the_day_before_them_and_later_than_the_hours_before() -> None:
    found = parse("6月中旬、6月25日9:00、14:00至15:00", year=2026)
    assert [(str(start.earliest), start.at, str(end.latest), end.at) for start, end in found.dates] == [
        ("2026-06-11", None, "2026-06-20", None),
        ("2026-06-25", 540, "2026-06-25", 540),
        ("2026-06-25", 840, "2026-06-25", 900),
    ]
    for text in ("6月中旬、6月25日14:00、9:00", "9月5日9:00、9:00", "9月5日14:00、9:00", "9月5日9:00至11:00、10:00", "9月5日、5日"):
        with pytest.raises(points.DateError, match="日期先后不对"):
            parse(text, year=2026)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("每周三15:00（一、二月除外），1月1日至3月8日", ["2026-03-04"]),
        ("每周三15:00（1月、2月除外），1月1日至3月8日", ["2026-03-04"]),
        ("每周三、四15:00（周四除外），3月2日至8日", ["2026-03-04"]),
    ],
)
def test_what_is_left_out_shares_its_last_word(text: str, days: list[str]) -> None:
    assert [str(start.earliest) for start, _ in parse(text, year=2026).dates] == days


def test_what_repeats_during_occasions_has_no_days() -> None:
    found = parse("读书月、科普日等期间每周三", year=2026)
    assert (found.text, found.kind, found.occasions, found.occasions_open, found.start, found.dates) == (
        "读书月、科普日等期间每周三", "occasions", ("读书月", "科普日"), True, None, ()
    )  # fmt: skip
