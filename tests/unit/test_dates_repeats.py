"""Several dates, and times that repeat: every date is read that is certain, and no other."""

from __future__ import annotations

from dataclasses import replace

import pytest

from expected_times import (
    AUGUST,
    DAYS,
    EARLY_JUNE,
    JULY,
    JUNE,
    MID_JULY,
    MID_JUNE,
    SHANDONG,
    D,
    day,
    hour,
    one,
    point,
    repeat,
    several,
)
from microsite.core.dates.fuzzy import FuzzyDate, Repeat
from microsite.core.dates.in_words import printed
from microsite.core.dates.phrases import parse
from microsite.core.dates.points import Hours

JUNE_14 = day("2024-06-14")
JUNE_11, JUNE_18 = day("2024-06-11"), day("2024-06-18")
FIVE_WEEKS = (day("2024-06-05"), day("2024-07-03"))
WEDNESDAYS = ("2024-06-05", "2024-06-12", "2024-06-19", "2024-06-26", "2024-07-03")
TEN_TO_TWELVE = Repeat((2,), (Hours(600, 720),))
BY_DAYS = Repeat((1, 2, 3, 4), (Hours(540, 1020),), others=(Repeat((5, 6), (Hours(600, 1080),)),))
WITHOUT_ONE = replace(TEN_TO_TWELVE, without=(D("2024-06-19"),))

MORE_THAN_ONE = [
    *(
        several(text, one(JUNE_11), one(JUNE_18))
        for text in ("6月11日、18日", "6月11日和18日", "6月11、18日", "6月11日，6月18日", "2024-06-11、2024-06-18")
    ),
    several("6月、8月", one(JUNE), one(AUGUST)),
    several("6月11日、18日（均为周二）", one(JUNE_11), one(JUNE_18)),
    several("6月11—12日，18—19日", (JUNE_11, day("2024-06-12")), (JUNE_18, day("2024-06-19"))),
    several("6、8月", one(JUNE), one(AUGUST)),
    several("6月、8月前后", one(JUNE), one(AUGUST), about=True),
    several("6月上旬、中旬和7月", one(EARLY_JUNE), one(MID_JUNE), one(JULY)),
    several("6月11日至20日、7月", DAYS, one(JULY)),
    several("12月11日、次年1月8日", one(day("2024-12-11")), one(day("2025-01-08"))),
    several(
        "6月11日、18日9:30-11:30",
        *((hour(iso, 570), hour(iso, 690)) for iso in ("2024-06-11", "2024-06-18")),
    ),
    several("6月11日、18日上午", *(one(hour(iso, half="上午")) for iso in ("2024-06-11", "2024-06-18"))),
    several("6月11日9:30、18日14:00", one(hour("2024-06-11", 570)), one(hour("2024-06-18", 840))),
    several("6月11日9:30、6月11日14:00", one(hour("2024-06-11", 570)), one(hour("2024-06-11", 840))),
    *(
        repeat(text, FIVE_WEEKS, TEN_TO_TWELVE, *WEDNESDAYS)
        for text in (
            *("每周三10:00-12:00，6月5日至7月3日", "每周三 10点到12点（6月5日—7月3日）"),
            "2024年6月5日-7月3日（每周三10:00-12:00）",
            *("6月5日至7月3日，每周三上午10:00-12:00", "自6月5日起至7月3日止，每星期三10:00-12:00举行"),
        )
    ),
    *(
        repeat(text, FIVE_WEEKS, WITHOUT_ONE, *(iso for iso in WEDNESDAYS if iso != "2024-06-19"))
        for text in (
            "每周三10:00-12:00，6月5日至7月3日（6月19日除外）",
            "6月5日至7月3日每周三10:00-12:00，除6月19日外",
        )
    ),
    repeat(
        "每周六、日，6月8日至15日",
        (day("2024-06-08"), day("2024-06-15")),
        Repeat((5, 6)),
        *("2024-06-08", "2024-06-09", "2024-06-15"),
    ),
    repeat(
        "每周末晚上，6月8日至9日",
        (day("2024-06-08"), day("2024-06-09")),
        Repeat((5, 6), (Hours(half="晚上"),)),
        *("2024-06-08", "2024-06-09"),
    ),
    repeat(
        "6月11日至13日9:00-17:00",
        (JUNE_11, day("2024-06-13")),
        Repeat((), (Hours(540, 1020),)),
        *("2024-06-11", "2024-06-12", "2024-06-13"),
    ),
    *(
        replace(
            repeat(
                text,
                (JUNE_11, point("computed", None, None, "2024-06-13", "2024-06-13")),
                Repeat((), (Hours(540, 660),)),
                *("2024-06-11", "2024-06-12", "2024-06-13"),
            ),
            duration=(3, "day"),
        )
        for text in (
            *("6月11日起，为期3天，每天9:00-11:00", "6月11日起每天9:00-11:00，为期3天", "每天9:00-11:00，6月11日起，为期3天"),
            *("6月11日起连续3天，每天9:00-11:00", "6月11日起（为期3天）每天9:00-11:00", "每天9:00-11:00（为期3天），6月11日起"),
        )
    ),
    *(
        repeat(
            text,
            (JUNE_11, day("2024-06-12")),
            Repeat((), (Hours(510, 690), Hours(870, 1050))),
            *("2024-06-11", "2024-06-12"),
        )
        for text in ("6月11日至12日 8:30-11:30，14:30-17:30", "6月11日至12日8:30-11:30、14:30-17:30")
    ),
    repeat("6月5日至12日逢周三10:00-12:00", (day("2024-06-05"), day("2024-06-12")), TEN_TO_TWELVE, "2024-06-05", "2024-06-12"),
    repeat("周二至周日9:00-17:00", (None, None), Repeat((1, 2, 3, 4, 5, 6), (Hours(540, 1020),))),
    repeat("每晚7:30", (None, None), Repeat((), (Hours(1170, None),))),
    repeat("活动期间每周三", (MID_JUNE, None), Repeat((2,))),
    repeat("每周三，提升月期间", (MID_JUNE, None), Repeat((2,))),
    FuzzyDate("6月11日20:00-次日1:00", hour("2024-06-11", 1200), hour("2024-06-12", 60), "span"),
    several(
        "6月11日9:00-11:00、14:00-16:00",
        *((hour("2024-06-11", first), hour("2024-06-11", last)) for first, last in ((540, 660), (840, 960))),
    ),
    several("6月11日上午、晚上", *(one(hour("2024-06-11", half=half)) for half in ("上午", "晚上"))),
    *(
        several(
            text,
            *((hour(iso, at), hour(iso, at + 120)) for iso in ("2024-06-11", "2024-06-18") for at in (540, 840)),
        )
        for text in (
            "6月11日、18日9:00-11:00、14:00-16:00",
            "6月11日和18日上午9:00-11:00和下午2:00-4:00",
            "6月11日9:00-11:00、14:00-16:00、18日9:00-11:00、14:00-16:00",
        )
    ),
    *(
        repeat(
            text,
            (point("month", 6, None, "2024-06-01", "2024-06-30"), AUGUST),
            Repeat((), (Hours(540, 660),), monthdays=(15,)),
            *("2024-06-15", "2024-07-15", "2024-08-15"),
        )
        for text in ("每月15日9:00-11:00，6月至8月", "6月至8月，每个月的十五号9:00-11:00")
    ),
    repeat("每月15日、30日", (None, None), Repeat((), monthdays=(15, 30))),
    repeat("每月15日，6月中旬至7月中旬", (MID_JUNE, MID_JULY), Repeat((), monthdays=(15,))),
    *(
        repeat(text, FIVE_WEEKS, Repeat((2,), weeks=2), "2024-06-05", "2024-06-19", "2024-07-03")
        for text in ("每两周周三，6月5日至7月3日", "隔周周三，6月5日至7月3日", "每隔一周的周三，6月5日至7月3日")
    ),
    repeat("每两周周四，6月5日至7月3日", FIVE_WEEKS, Repeat((3,), weeks=2)),
    repeat("每两周周三、周四，6月5日至7月3日", FIVE_WEEKS, Repeat((2, 3), weeks=2)),
    replace(
        repeat("每周三20:00-次日1:00，6月5日至12日", (day("2024-06-05"), day("2024-06-12")), Repeat((2,), (Hours(1200, 1500),))),
        dates=tuple((hour(f"2024-06-{first:02}", 1200), hour(f"2024-06-{first + 1:02}", 60)) for first in (5, 12)),
    ),
    *(
        repeat(
            text,
            FIVE_WEEKS,
            Repeat((2,), (Hours(540, 660), Hours(840, 960))),
            *WEDNESDAYS,
        )
        for text in (
            "每周三9:00-11:00、14:00-16:00，6月5日至7月3日",
            "6月5日至7月3日，每周三上午9:00-11:00和下午2:00-4:00",
            "6月5日至7月3日（每周三9点至11点，14点至16点）",
        )
    ),
    *(
        repeat(
            text,
            (point("month", 6, None, "2024-06-01", "2024-06-30"), AUGUST),
            Repeat((5,), (Hours(540, 660),), weeks_of_month=(2,)),
            *("2024-06-08", "2024-07-13", "2024-08-10"),
        )
        for text in ("每月第二个周六9:00-11:00，6月至8月", "6月至8月，每个月的第2个星期六9:00-11:00")
    ),
    repeat(
        "每月第二、第四个周六，6月1日至7月31日",
        (day("2024-06-01"), day("2024-07-31")),
        Repeat((5,), weeks_of_month=(2, 4)),
        *("2024-06-08", "2024-06-22", "2024-07-13", "2024-07-27"),
    ),
    *(
        repeat(
            text,
            (point("month", 6, None, "2024-06-01", "2024-06-30"), AUGUST),
            Repeat((6,), weeks_of_month=(-1,)),
            *("2024-06-30", "2024-07-28", "2024-08-25"),
        )
        for text in ("每月最后一个周日，6月至8月", "6月至8月每月的最后1个星期天")
    ),
    repeat(
        "每周三，6月5日至7月3日（6月15日至26日除外）",
        FIVE_WEEKS,
        Repeat((2,), without=(D("2024-06-19"), D("2024-06-26"))),
        *("2024-06-05", "2024-06-12", "2024-07-03"),
    ),
    *(FuzzyDate(text, JUNE_14, JUNE_14, "point") for text in ("6月第二个周五", "2024年6月的第2个星期五")),
    FuzzyDate("6月最后一个周五9:30", hour("2024-06-28", 570), hour("2024-06-28", 570), "point"),
    FuzzyDate("6月11日（9:00-11:00）", hour("2024-06-11", 540), hour("2024-06-11", 660), "span"),
    FuzzyDate("6月11日（上午）", hour("2024-06-11", half="上午"), hour("2024-06-11", half="上午"), "point"),
    FuzzyDate("不迟于6月11日", None, JUNE_11, "until"),
    repeat("每月首个周一", (None, None), Repeat((0,), weeks_of_month=(1,))),
    repeat("工作日9:00-17:00，6月5日至7月3日", FIVE_WEEKS, Repeat((), (Hours(540, 1020),), working_days=True)),
    repeat("6月5日至7月3日每个工作日", FIVE_WEEKS, Repeat((), working_days=True)),
    *(
        repeat(text, FIVE_WEEKS, Repeat((5, 6), (Hours(540, 1020),), holidays=True))
        for text in ("每周末及法定节假日9:00-17:00，6月5日至7月3日", "6月5日至7月3日，每逢双休日和节假日9:00-17:00")
    ),
    *(
        repeat(text, FIVE_WEEKS, replace(TEN_TO_TWELVE, holidays=False))
        for text in ("每周三10:00-12:00，6月5日至7月3日（法定节假日除外）", "6月5日至7月3日每周三10:00-12:00，节假日休息")
    ),
    *(
        repeat(
            text,
            (day("2024-06-08"), day("2024-06-11")),
            Repeat((1, 2, 3, 4, 5, 6), (Hours(540, 1020),)),
            *("2024-06-08", "2024-06-09", "2024-06-11"),
        )
        for text in (
            *("每天9:00-17:00（周一闭馆），6月8日至11日", "6月8日至11日每天9:00-17:00（周一除外）"),
            "6月8日至11日9:00-17:00（周一闭馆）",
        )
    ),
    *(
        replace(
            repeat(text, (day("2024-06-07"), day("2024-06-11")), BY_DAYS),
            dates=tuple(
                (hour(f"2024-06-{on:02}", first), hour(f"2024-06-{on:02}", last))
                for on, first, last in ((7, 540, 1020), (8, 600, 1080), (9, 600, 1080), (11, 540, 1020))
            ),
        )
        for text in (
            *("6月7日至11日每周二至周五9:00—17:00，周六、周日10:00—18:00", "每周二至周五9:00—17:00；每逢周末10:00—18:00，6月7日至11日"),
            "6月7日至11日每天9:00-17:00，双休日10:00-18:00，周一闭馆",
        )
    ),
    repeat(
        "每周二至周六9:00-17:00，周五延长至20:00",
        (None, None),
        Repeat((1, 2, 3, 5), (Hours(540, 1020),), others=(Repeat((4,), (Hours(540, 1200),)),)),
    ),
    repeat("每周一至周五", (None, None), Repeat((0, 1, 2, 3, 4))),
    repeat("每周三至五19:00", (None, None), Repeat((2, 3, 4), (Hours(1140, None),))),
    repeat("每周六至周一", (None, None), Repeat((0, 5, 6))),
    repeat("8月每周六", (AUGUST, AUGUST), Repeat((5,)), *(f"2024-08-{day}" for day in ("03", "10", "17", "24", "31"))),
    repeat("每天9:00-17:00，6月11日起", (JUNE_11, None), Repeat((), (Hours(540, 1020),))),
    repeat("每周三，6月中旬至7月中旬", (MID_JUNE, MID_JULY), Repeat((2,))),
]


@pytest.mark.parametrize("expected", MORE_THAN_ONE, ids=lambda time: time.text)
def test_several_dates_and_repeats_are_read_with_each_date_that_is_certain(expected: FuzzyDate) -> None:
    assert parse(expected.text, year=2024, window=SHANDONG) == expected


def test_dates_called_off_later_are_left_out_like_those_that_the_notice_leaves_out() -> None:
    printed_so = parse("每周三，6月5日至7月3日（6月12日、19日除外）", year=2024)
    later = parse("每周三，6月5日至7月3日（6月19日除外）", year=2024, without=["６月12日"])
    assert replace(later, text=printed_so.text) == printed_so
    assert later.text == "每周三，6月5日至7月3日（6月19日除外）"


UNCERTAIN = ["每周三，6月5日至7月3日（法定节假日除外）", "工作日9:00-17:00，6月5日至7月3日", "每两周周四，6月5日至7月3日"]


@pytest.mark.parametrize("text", UNCERTAIN)
def test_a_repeat_whose_dates_nobody_knows_is_on_no_day_for_certain(text: str) -> None:
    time = parse(text, year=2024)
    assert [time.earliest, time.start_latest] == [D("2024-06-05"), D("2024-07-03")]
    assert [time.end_earliest, time.latest] == [D("2024-06-05"), D("2024-07-03")]


@pytest.mark.parametrize("expected", MORE_THAN_ONE, ids=lambda time: time.text)
def test_every_one_of_them_written_out_reads_back_the_same(expected: FuzzyDate) -> None:
    time = parse(expected.text, year=2024, window=SHANDONG)
    again = parse(printed(time), window=SHANDONG)
    assert replace(again, text=time.text) == time
