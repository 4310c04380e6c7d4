"""What cannot be read as a time, and what the office is told to write instead."""

from __future__ import annotations

import pytest

from microsite.core.dates.phrases import parse
from microsite.core.dates.points import DateError

REFUSED = [
    (
        "7月9月",
        "not-a-date",
        (
            "“7月9月”读不出是什么时间，像是漏了“至”，请写 7月至9月；"
            "如果通知原文就是这样印的，请写 {text: 7月9月, means: 7月至9月}；是印错的，再写 note 说明原因"
        ),
        (
            "“7月9月” is not a time this site can read; a 至 (to) seems to be missing, write 7月至9月; "
            "if the notice prints it so, write {text: 7月9月, means: 7月至9月}; if it is a misprint, give the reason in a note"
        ),
    ),
    (
        "八月: 某日",
        "not-a-date",
        (
            "“八月: 某日”读不出是什么时间，请写成 8月中旬、7月至9月 或 2024-06-11 这样；"
            '如果通知原文就是这样印的，请写 {text: "八月: 某日", means: 能读的写法}；是印错的，再写 note 说明原因'
        ),
        (
            "“八月: 某日” is not a time this site can read; write it like 8月中旬, 7月至9月 or 2024-06-11; "
            'if the notice prints it so, write {text: "八月: 某日", means: words that can be read}; '
            "if it is a misprint, give the reason in a note"
        ),
    ),
    (
        " ",
        "not-a-date",
        "时间是空的，请写成 8月中旬 这样，或者不写这一项",
        "the time is empty; write it like 8月中旬, or leave it out",
    ),
    (
        "在提升月期间",
        "not-a-date",
        "“在提升月期间”要用整个活动的时间，而整个活动没有写时间；请先写明，例如 2024年6月中旬至7月中旬",
        (
            "“在提升月期间” needs the time of the whole campaign, which has none; "
            "write that first, as in 2024年6月中旬至7月中旬"
        ),
    ),
    (
        "2024-06-31",
        "impossible-date",
        "“2024-06-31”：2024年6月没有31日，最后一天是30日，请核对，例如 2024年6月30日",
        "“2024-06-31”: 2024-06 has no day 31: its last day is 30, as in 2024年6月30日",
    ),
    (
        "2月30日",
        "impossible-date",
        "“2月30日”：2024年2月没有30日，最后一天是29日，请核对，例如 2024年2月29日",
        "“2月30日”: 2024-02 has no day 30: its last day is 29, as in 2024年2月29日",
    ),
    (
        "13月",
        "impossible-date",
        "“13月”：没有13月，月份是1到12，例如 8月",
        "“13月”: there is no month 13: months go from 1 to 12, as in 8月",
    ),
    (
        "0202年8月",
        "impossible-date",
        "“0202年8月”：年份202不对，应在1900到2199之间，例如 2024年",
        "“0202年8月”: the year 202 cannot be right: it lies between 1900 and 2199, as in 2024年",
    ),
    (
        "8月起，为期0天",
        "impossible-date",
        "“8月起，为期0天”里的时长是零，请写实际的时长，例如 为期1个月",
        "the duration in “8月起，为期0天” is zero; write how long it lasts, as in 为期1个月",
    ),
    (
        "6月15日11:30-9:30",
        "end-before-start",
        "“6月15日11:30-9:30”的结束不晚于开始；请核对钟点，例如 9:30-11:30，下午可以写 下午2:00-4:00，过半夜的写 20:00-次日1:00",
        ("“6月15日11:30-9:30” ends before it has begun; check the hours, as in 9:30-11:30 or 下午2:00-4:00, "
        "and past midnight in 20:00-次日1:00"),
    ),
    (
        "6月18日、11日",
        "end-before-start",
        "“6月18日、11日”里的日期先后不对；请从早写到晚，到第二年的写明“次年”，例如 12月11日、次年1月8日",
        (
            "the dates in “6月18日、11日” are not in order; write the earliest first, "
            "and 次年 where the next year begins, as in 12月11日、次年1月8日"
        ),
    ),
    (
        "2021年2月第五周",
        "impossible-date",
        "“2021年2月第五周”：2021年2月没有第5周，请核对，例如 2021年2月第4周",
        "“2021年2月第五周”: 2021-02 has no week 5; check it, as in 2021年2月第4周",
    ),
    (
        "每周三，6月6日至7日",
        "impossible-date",
        (
            "“每周三，6月6日至7日”：这段时间里没有这样的日子；请核对星期和起止日期，"
            "例如 每周三10:00-12:00，6月5日至7月10日"
        ),
        (
            "“每周三，6月6日至7日”: there is no such day in that period; check the weekday and both dates, "
            "as in 每周三10:00-12:00，6月5日至7月10日"
        ),
    ),
    (
        "2021年2月第五个周五",
        "impossible-date",
        "“2021年2月第五个周五”：2021年2月没有第5个星期五，请核对，例如 2月26日",
        "“2021年2月第五个周五”: 2021-02 has no 5th such weekday; check it, as in 2月26日",
    ),
    (
        "每周三，6月5日至19日（周三除外）",
        "impossible-date",
        (
            "“每周三，6月5日至19日（周三除外）”：这段时间里没有这样的日子；请核对星期和起止日期，"
            "例如 每周三10:00-12:00，6月5日至7月10日"
        ),
        (
            "“每周三，6月5日至19日（周三除外）”: there is no such day in that period; check the weekday and both dates, "
            "as in 每周三10:00-12:00，6月5日至7月10日"
        ),
    ),
    (
        "每周三14:00-16:00、9:00-11:00",
        "end-before-start",
        "“每周三14:00-16:00、9:00-11:00”的结束不晚于开始；请核对钟点，例如 9:30-11:30，下午可以写 下午2:00-4:00，过半夜的写 20:00-次日1:00",
        (
            "“每周三14:00-16:00、9:00-11:00” ends before it has begun; check the hours, as in 9:30-11:30 or 下午2:00-4:00, "
            "and past midnight in 20:00-次日1:00"
        ),
    ),
    (
        "每周三，6月5日至19日（6月6日除外）",
        "impossible-date",
        "“每周三，6月5日至19日（6月6日除外）”：2024年6月6日本来就不在其中；请核对除外的日期",
        "“每周三，6月5日至19日（6月6日除外）”: 2024-06-06 is not among its dates; check the dates that are left out",
    ),
    *(
        (
            text,
            "not-a-date",
            (
                f"“{text}”读不出是什么时间；按星期重复的，请写成 每周三10:00-12:00，6月5日至7月10日 这样，"
                "中间停的写在最后：（6月19日除外）；也可以逐个写出日期，如 6月11日、25日"
            ),
            (
                f"“{text}” is not a time this site can read; what repeats by weekdays is written like "
                "每周三10:00-12:00，6月5日至7月10日, with dates left out at the end: （6月19日除外）; "
                "or write each date, as in 6月11日、25日"
            ),
        )
        for text in (
            *("每两周一次", "每月15", "每两周", "每周三的10点钟"),
            *("6月5日9:00至7月3日每周三", "6月，每周三，7月", "每周三，6月5日前", "每周三25点"),
        )
    ),
    *(
        (
            text,
            "not-a-date",
            f"“{text}”只有钟点，没有日期；请连日期一起写，例如 6月15日9:30-11:30",
            f"“{text}” has hours but no day; write the day in front of them, as in 6月15日9:30-11:30",
        )
        for text in ("14:30-14:38", "下午2点半", "上午")
    ),
    (
        "周三10:00",
        "not-a-date",
        "“周三10:00”没有写是哪一天；每周都有的请写 每周三10:00，只有一次的请写上日期，例如 6月15日（周日）9:30-11:30",
        ("“周三10:00” has a weekday but no date; write 每周三10:00 if it is every week, otherwise add the date, as in "
         "6月15日（周日）9:30-11:30"),
    ),
    (
        "次年1月",
        "year-missing",
        "“次年1月”没有写是哪一年的次年；请写全，例如 2024年8月中旬",
        "“次年1月” does not say after which year; write it in full, as in 2024年8月中旬",
    ),
    (
        "11月至2月",
        "end-before-start",
        "“11月至2月”的结束早于开始；如果到第二年才结束，请写明“次年”，例如 11月至次年2月",
        "“11月至2月” ends before it begins; if it ends in the following year write 次年, as in 11月至次年2月",
    ),
    (
        "6月22日9:30-11:30（已取消）",
        "not-a-date",
        "“6月22日9:30-11:30（已取消）”：时间里不写“取消”，请写 status: cancelled",
        "“6月22日9:30-11:30（已取消）” has “取消” in it; write status: cancelled beside it instead",
    ),
    (
        "6月22日晚上14:00-16:00",
        "not-a-date",
        "“6月22日晚上14:00-16:00”：“晚上14:00”：晚上没有这个钟点；请核对",
        "“6月22日晚上14:00-16:00” has “晚上14:00”, which is not an hour of the evening; check it",
    ),
    (
        "6月20日至11日",
        "end-before-start",
        "“6月20日至11日”的结束早于开始；请核对先后，例如 6月11日至20日",
        "“6月20日至11日” ends before it begins; check which comes first, as in 6月11日至20日",
    ),
    (
        "2024-07/2023-09",
        "end-before-start",
        "“2024-07/2023-09”的结束早于开始；请核对年份，例如 2024年12月至2025年1月",
        "“2024-07/2023-09” ends before it begins; check the years, as in 2024年12月至2025年1月",
    ),
]


@pytest.mark.parametrize(("text", "code", "zh", "en"), REFUSED, ids=[row[0] for row in REFUSED])
def test_a_wrong_time_is_told_with_what_to_write_instead(text: str, code: str, zh: str, en: str) -> None:
    with pytest.raises(DateError) as told:
        parse(text, year=2024)
    assert (told.value.code, told.value.zh, told.value.en, str(told.value)) == (code, zh, en, f"{zh} / {en}")


def test_dates_can_be_left_out_of_what_repeats_only_and_one_by_one() -> None:
    def told(text: str, *without: str) -> tuple[str, str, str]:
        with pytest.raises(DateError) as error:
            parse(text, year=2024, without=without)
        return error.value.code, error.value.zh, error.value.en

    assert told("6月5日至7月10日", "6月19日") == (
        "not-a-date",
        (
            "“6月5日至7月10日”不是按星期重复的时间，没有日子可以除外；请删去 except，"
            "或者把时间写成 每周三10:00-12:00，6月5日至7月10日 这样"
        ),
        (
            "“6月5日至7月10日” does not repeat, so no date can be left out; delete except, "
            "or write the time like 每周三10:00-12:00，6月5日至7月10日"
        ),
    )
    no_day = (
        "not-a-date",
        "“6月上旬”不是日子；除外的请写成 6月19日 或 10月1日至7日 这样",
        "“6月上旬” is not a day; write what is left out like 6月19日 or 10月1日至7日",
    )
    assert told("每周三，6月5日至7月10日", "6月上旬") == told("每周三，6月5日至7月10日（6月上旬除外）") == no_day


@pytest.mark.parametrize(
    ("text", "repeated", "written"),
    [("某" * 40, "某" * 40, "某" * 40), ("某" * 41, "某" * 40 + "…", "某" * 41)],
    ids=["40", "41"],
)
def test_a_long_text_that_is_no_time_is_repeated_by_its_first_forty_characters_and_whole_where_it_is_to_be_copied(
    text: str, repeated: str, written: str
) -> None:
    with pytest.raises(DateError) as told:
        parse(text, year=2024)
    assert told.value.zh == (
        f"“{repeated}”读不出是什么时间，请写成 8月中旬、7月至9月 或 2024-06-11 这样；"
        f"如果通知原文就是这样印的，请写 {{text: {written}, means: 能读的写法}}；是印错的，再写 note 说明原因"
    )


def test_a_time_without_any_year_asks_for_one() -> None:
    with pytest.raises(DateError) as told:
        parse("8月中旬")
    assert told.value.code == "year-missing"
    assert told.value.zh == "“8月中旬”没有写是哪一年，活动也没有写年份；请写全，例如 2024年8月中旬"
    assert told.value.en == (
        "“8月中旬” does not say which year, and neither does the campaign; "
        "write it in full, as in 2024年8月中旬"
    )


@pytest.mark.parametrize(
    "text",
    [
        *(
            "周六",
            "本月",
            "下旬",
            "20日",
            "月底",
            "八月十五中秋",
            "6 11日",
            "1 1月",
            "2024-7月",
            "2024-2月",
        ),
        *(
            "24年6月",
            "6.11",
            "2024-06-1X",
            "农历八月",
            "十十月",
            "6月二三十日",
            "6月二十三五日",
            "7月、科技周",
            "6月起、9月",
            "6月、9月前",
            "6月、14:00-16:00",
                "6月15日、14:00-16:00",
                "14:00-16:00、6月15日",
                "6月15日至16日、14:00-16:00",
            "6月15日24:30",
            "6月15日晚上3点",
            "6月15日9:30-11:30起",
            "6月15日9:30-11:30前",
            "6月15日9:30-11:30至20日",
            "6月15日9:00至20日9:00-17:00",
            "科技周之前",
            "7月至9月至11月",
            "6月/11日",
            "6月/7月",
            "6月至7月起",
            "8" + " " * 199 + "月",
            "6月至11日",
            "拟定科技周底",
            "于全年月",
        ),
        *("8月后", "6月11日25:00", "soon", "至", "前", "起", "暂定", "8" * 201),
    ],
)
def test_what_could_mean_several_things_is_refused(text: str) -> None:
    with pytest.raises(DateError) as told:
        parse(text, year=2024)
    assert told.value.code == "not-a-date"


@pytest.mark.parametrize(
    ("text", "first", "others"),
    [
        ("6月31日25:00", "没有 25:00 这个钟点", "6月31日 也不对"),
        ("6月31日至7月35日", "2024年6月没有31日", "7月35日 也不对"),
        ("6月11日9:70-25:00", "没有 9:70 这个钟点", "25:00 也不对"),
        ("13月1日25:30", "没有 25:30 这个钟点", "13月1日 也不对"),
        ("2月30日至4月31日25:61", "没有 25:61 这个钟点", "2月30日、4月31日 也不对"),
    ],
)
def test_every_day_and_hour_of_a_time_that_there_is_none_of_is_told(text: str, first: str, others: str) -> None:
    with pytest.raises(DateError) as refused:
        parse(text, year=2024)
    assert first in refused.value.zh
    assert others in refused.value.zh


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("15日9月", "9月15日"),
        ("9月15日9;30-11;30", "9月15日9:30-11:30"),
        ("26年9月19日", "2026年9月19日"),
        ("9.12—9.18", "9月12日至9月18日"),
        ("9.12-18", "9月12日至18日"),
        ("6月11日20日", "6月11日至20日"),
    ],
)
def test_what_is_proposed_can_be_read(text: str, meant: str) -> None:
    with pytest.raises(DateError) as told:
        parse(text, year=2026)
    assert f"请写 {meant}；" in told.value.zh
    parse(meant, year=2026)


def test_nothing_is_proposed_that_cannot_be_read() -> None:
    with pytest.raises(DateError) as told:
        parse("9月7月", year=2026)
    assert "像是漏了" not in told.value.zh


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("9月第二周的周三下午2点", "第几周各处算法不同"),
        ("9月最后一周周三", "第几周各处算法不同"),
        ("9月第2、4周的周三下午", "第几周各处算法不同"),
        ("每月第一、三周周六9:30", "第几周各处算法不同"),
        ("单周周六9:30-11:30，3月6日至6月26日", "每两周周六9:30-11:30，3月6日至6月26日"),
        ("每月双周周三", "单周、双周各处算法不同"),
        ("原定5月8日，延期至5月22日", "{text: 5月22日, was: 5月8日}"),
        ("9月12日9:00报到", "时间请只写 9月12日9:00，“报到”写进说明、参加办法这样的文字里"),
        ("9月12日上午报到，9月13日9:00开幕", "一件写一个分项（parts）"),
        ("9月12日9:00参观，9月13日9:00座谈", "一件写一个分项（parts）"),
    ],
)
def test_what_is_right_as_printed_and_no_one_time_is_not_taken_for_a_misprint(text: str, advice: str) -> None:
    with pytest.raises(DateError) as told:
        parse(text, year=2026)
    assert advice in told.value.zh
    assert "means" not in told.value.zh


@pytest.mark.parametrize("text", ["Tuesday 15 September, 9.30am", "Tuesday 9.30am to 11.30am"])
def test_english_in_a_chinese_plan_is_offered_its_language(text: str) -> None:
    with pytest.raises(DateError) as told:
        parse(text, year=2026)
    assert "language: en" in told.value.zh


def test_hours_of_the_afternoon_that_do_not_say_so_are_told_what_to_write() -> None:
    with pytest.raises(DateError) as told:
        parse("10月17日9:00-11:30、2:30-5:00", year=2026)
    assert told.value.zh == "“10月17日9:00-11:30、2:30-5:00”里后面的钟点比前面的早；下午的请写 下午2:30-5:00 或 14:30-17:00"
