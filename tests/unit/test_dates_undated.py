"""Words that no day follows from stay words, and a condition beside a time never moves it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from microsite.core.dates import english, in_words
from microsite.core.dates.phrases import parse
from microsite.core.dates.points import DateError


@pytest.mark.parametrize(
    ("text", "en"),
    [
        ("第5—16周", "weeks 5 to 16"),
        ("第十二周至第十六周", "weeks 12 to 16"),
        ("教学周第3、5、7周", None),
        ("单周周三14:00-15:30", "Wednesdays of odd-numbered weeks, 14:00 to 15:30"),
        ("双周周五", "Fridays of even-numbered weeks"),
        ("本学期第3—8周，每周三14:00", "Wednesdays in weeks 3 to 8, 14:00"),
        ("第5-16周每周三下午2:00-4:00", "Wednesdays in weeks 5 to 16, 14:00 to 16:00"),
        ("前一天", "the day before"),
        ("每场前一天17:00前", "by 17:00 the day before each session"),
        ("讲座3天前", "3 days before the talk"),
        ("活动结束后10个工作日内", "within 10 working days after the event"),
        ("每场活动结束后1日内", "within 1 day after each session"),
        ("收到通知后5个工作日内", "within 5 working days after receiving the notice"),
        ("评选结果公布后10日内", "within 10 days after the results are announced"),
        ("成绩公布后两小时内", "within 2 hours after the results are announced"),
        ("活动前三个工作日", "3 working days before the event"),
        ("开课前3天", "3 days before it begins"),
        ("提前半小时", "half an hour before"),
        ("上课前", "before class"),
        ("前一天上午", None),
        ("每月一次", "once a month"),
        ("每周至少2-3次", "at least 2 to 3 times a week"),
        ("每区至少举办两场", "at least 2 sessions in each district"),
        ("自即日起，名额报满即止", None),
        ("额满为止", "until full"),
        ("名额有限，报满即止", "until full"),
        ("另行通知", "to be announced"),
    ],
)
def test_what_no_day_follows_from_stays_words(text: str, en: str | None) -> None:
    time = parse(text, year=2025)
    assert (time.kind, time.has_bounds, time.slots, time.edtf()) == ("unknown", False, (), None)
    assert (in_words.when(time, "zh"), in_words.when(time, "en")) == (text, en or text)


@pytest.mark.parametrize(
    ("text", "kind", "earliest", "latest", "zh", "en"),
    [
        ("6月10日前，额满即止", "until", None, "2025-06-10", "2025年6月10日前，额满为止", "by 10 June 2025, until full"),
        ("即日起至6月20日17:00（报满即止）", "until", None, "2025-06-20", "即日起至2025年6月20日17:00，额满为止",
         "until 17:00 on 20 June 2025 or until full"),
        ("6月1日至报满为止", "from", "2025-06-01", None, "2025年6月1日起，额满为止", "from 1 June 2025, until full"),
        ("6月1日起，额满为止", "from", "2025-06-01", None, "2025年6月1日起，额满为止", "from 1 June 2025, until full"),
        ("6月9日起的一周", "point", "2025-06-09", "2025-06-15", "2025年6月9日起的一周", "the week beginning 9 June 2025"),
        ("6月12日当周", "point", "2025-06-09", "2025-06-15", "2025年6月9日起的一周", "the week beginning 9 June 2025"),
        ("12月31日那周", "point", "2025-12-29", "2026-01-04", "2025年12月29日起的一周", "the week beginning 29 December 2025"),
        ("每月1次，6月至8月", "span", "2025-06-01", "2025-08-31", "2025年6月至8月", "June to August 2025"),
        ("6月12日下午（周四）", "point", "2025-06-12", "2025-06-12", "2025年6月12日下午", "12 June 2025 in the afternoon"),
        ("6月12日下午2:00-4:00(星期四)", "span", "2025-06-12", "2025-06-12", "2025年6月12日14:00至16:00", "12 June 2025, 14:00 to 16:00"),
        ("6月12日至18日（各村可根据实际情况微调，适当提前或推迟）", "span", "2025-06-12", "2025-06-18", "2025年6月12日至18日",
         "12 to 18 June 2025"),
        ("6月（具体时间各地自定）", "point", "2025-06-01", "2025-06-30", "2025年6月", "June 2025"),
        ("6月10日9:00至20日17:00，奖品送完为止", "span", "2025-06-10", "2025-06-20", "2025年6月10日9:00至20日17:00",
         "9:00 on 10 June to 17:00 on 20 June 2025"),
        ("5月下旬启动，持续到11月", "span", "2025-05-21", "2025-11-30", "2025年5月下旬至11月", "late May to November 2025"),
        ("贯穿全年，每乡镇不少于2场", "point", "2025-01-01", "2025-12-31", "2025年", "2025"),
        ("6月-11月，每月至少一次", "span", "2025-06-01", "2025-11-30", "2025年6月至11月", "June to November 2025"),
        ("9月第2周至第3周", "span", "2025-09-08", "2025-09-21", "2025年9月第二周至第三周",
         "the second week of September to the third week of September 2025"),
        ("6月12日—20日（第1—2周）", "span", "2025-06-12", "2025-06-20", "2025年6月12日至20日", "12 to 20 June 2025"),
        ("6月12日9:30（约两小时）", "point", "2025-06-12", "2025-06-12", "2025年6月12日9:30", "12 June 2025, 9:30"),
        ("每村一场，9月20日前完成", "until", None, "2025-09-20", "2025年9月20日前", "by 20 September 2025"),
        ("6月12日8:30签到，9:00开始", "point", "2025-06-12", "2025-06-12", "2025年6月12日9:00", "12 June 2025, 9:00"),
        ("6月12日9:30（8:50前签到）", "point", "2025-06-12", "2025-06-12", "2025年6月12日9:30", "12 June 2025, 9:30"),
        ("6月12日19:30—21:00（19:00开始入场）", "span", "2025-06-12", "2025-06-12", "2025年6月12日19:30至21:00",
         "12 June 2025, 19:30 to 21:00"),
        ("6月12日下午2:30（约90分钟）", "point", "2025-06-12", "2025-06-12", "2025年6月12日14:30", "12 June 2025, 14:30"),
        ("6月12日14:30开始，时长2小时", "point", "2025-06-12", "2025-06-12", "2025年6月12日14:30", "12 June 2025, 14:30"),
        ("6月12日9:00开始，约11:30结束", "point", "2025-06-12", "2025-06-12", "2025年6月12日9:00", "12 June 2025, 9:00"),
        ("6月12日9:00（遇雨顺延）", "point", "2025-06-12", "2025-06-12", "2025年6月12日9:00", "12 June 2025, 9:00"),
        ("雨天顺延，6月12日9:00", "point", "2025-06-12", "2025-06-12", "2025年6月12日9:00", "12 June 2025, 9:00"),
        ("第一期6月11日至13日，第二期6月18日至20日", "several", "2025-06-11", "2025-06-20", "2025年6月11日至13日、18日至20日",
         "11 to 13 June and 18 to 20 June 2025"),
        ("第1场：6月12日9:00；第2场：6月19日14:00", "several", "2025-06-12", "2025-06-19", "2025年6月12日9:00、19日14:00",
         "12 June, 9:00; 19 June 2025, 14:00"),
        ("初赛6月中旬，决赛7月中旬", "several", "2025-06-11", "2025-07-20", "2025年6月中旬、7月中旬", "mid-June and mid-July 2025"),
        ("6月19日9:30、14:30两场", "several", "2025-06-19", "2025-06-19", "2025年6月19日9:30、14:30", "19 June 2025, 9:30 and 14:30"),
        ("6月至8月每周2-3次", "span", "2025-06-01", "2025-08-31", "2025年6月至8月", "June to August 2025"),
    ],
)  # fmt: skip
def test_a_condition_beside_a_time_does_not_move_its_bounds(
    text: str, kind: str, earliest: str | None, latest: str | None, zh: str, en: str
) -> None:
    time = parse(text, year=2025)
    bounds = [str(day) if day else None for day in (time.earliest, time.latest)]
    assert (time.kind, *bounds, in_words.when(time, "zh"), in_words.when(time, "en")) == (kind, earliest, latest, zh, en)
    again = parse(in_words.when(time, "zh"), year=2025)
    assert replace(again, text="") == replace(time, text="")
    assert replace(english.parse(en, year=2025), text="") == replace(time, text="")


@pytest.mark.parametrize(
    ("text", "weekdays", "holidays", "zh"),
    [
        ("6月5日至7月10日9:00-17:00，周一闭馆（节假日除外）", 6, True, "2025年6月5日至7月10日，每周二至周日及节假日9:00至17:00"),
        ("每天9:00-17:00（周一闭馆，法定节假日除外），6月5日至7月10日", 6, True,
         "2025年6月5日至7月10日，每周二至周日及法定节假日9:00至17:00"),
        ("6月5日至7月10日9:00-17:00（每周一闭馆，遇法定节假日照常开放，次日顺延闭馆）", 6, True,
         "2025年6月5日至7月10日，每周二至周日及法定节假日9:00至17:00"),
        ("每天9:00-17:00（周一、法定节假日除外），6月5日至7月10日", 6, False,
         "2025年6月5日至7月10日，每周二至周日9:00至17:00（法定节假日除外）"),
    ],
)  # fmt: skip
def test_an_exception_from_closed_days_is_open(text: str, weekdays: int, holidays: bool, zh: str) -> None:
    time = parse(text, year=2025)
    assert time.repeat is not None
    assert (len(time.repeat.weekdays), time.repeat.holidays, time.dates, in_words.when(time, "zh")) == (weekdays, holidays, (), zh)
    for again in (parse(zh, year=2025), english.parse(in_words.when(time, "en"), year=2025)):
        assert again.repeat == time.repeat


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("读书月期间每周五晚", "读书月期间，每周五晚上", "every Friday in the evening, during 读书月"),
        ("节假日期间每天10:00", "节假日期间，每天10:00", "every day, 10:00, during public holidays"),
        ("春节期间每晚7:30", "春节期间，每天19:30", "every day, 19:30, during the Spring Festival"),
        ("每周三，寒假期间", "寒假期间，每周三", "every Wednesday, during the winter holidays"),
        ("每天10:00（国庆节期间）", "国庆节期间，每天10:00", "every day, 10:00, during National Day"),
    ],
)
def test_what_repeats_in_a_time_without_days_is_never_said_without_that_time(text: str, zh: str, en: str) -> None:
    time = parse(text, year=2025)
    assert (time.kind, time.has_bounds, time.slots) == ("occasions", False, ())
    assert (in_words.when(time, "zh"), in_words.when(time, "en")) == (zh, en)
    assert replace(parse(zh), text="") == replace(english.parse(en), text="") == replace(time, text="")


@pytest.mark.parametrize("text", ["工作日9:00-17:00（寒假期间）", "周一至周五9:00（国庆节期间）", "周末10:00（国庆节期间）"])
def test_a_repeat_without_its_sign_keeps_its_time_too(text: str) -> None:
    assert [parse(text).kind, "期间，每" in in_words.when(parse(text), "zh")] == ["occasions", True]


@pytest.mark.parametrize("text", ["每天10:00（国庆节前后）", "每周三14:00（读书节当天）", "周末10:00（国庆节前后）"])
def test_a_limit_of_a_repeat_that_cannot_be_kept_is_refused(text: str) -> None:
    with pytest.raises(DateError):
        parse(text, year=2025)


@pytest.mark.parametrize("text", ["6月1日至30日每天9:00，为期3天", "6月4日起每周三，共5天", "6月1日至30日，每周三9:00，为期3天"])
def test_a_length_that_does_not_say_which_days_gives_none(text: str) -> None:
    time = parse(text, year=2025)
    assert (time.kind, time.dates, time.duration is None) == ("repeat", (), False)


def test_a_time_of_occasions_is_shown_as_written() -> None:
    assert [in_words.when(parse(text), "zh") for text in ("国庆节期间", "国庆节")] == ["国庆节期间", "国庆节"]


@pytest.mark.parametrize(
    ("text", "en"),
    [
        ("国庆节期间", "during National Day"),
        ("重阳节前后", "around the Double Ninth Festival"),
        ("中秋、国庆期间", "during the Mid-Autumn Festival and National Day"),
        ("科技周前后", "around 科技周"),
        ("科技周、国庆节", "科技周、国庆节"),
        ("2027年秋季学期", "the autumn term of 2027"),
        ("下学期", "the second term"),
        ("农历九月初九", "day 9 of lunar month 9"),
        ("正月十五", "day 15 of lunar month 1"),
        ("腊月廿三", "day 23 of lunar month 12"),
        ("常年开放", "ongoing"),
        ("即日起至活动结束", "until it ends"),
        ("自本通知印发之日起", "from the date of the notice"),
        ("每周一、周五17:00前", "by 17:00 every Monday and Friday"),
        ("每月10日前", "by the 10th of every month"),
        ("每月25日10:00起", "from 10:00 on the 25th of every month"),
        ("每季度末前", "by the end of every quarter"),
        ("每季度最后一个周五14:00-16:00", "on the last Friday of every quarter, 14:00 to 16:00"),
        ("每双月第二个周六", "on the second Saturday of every even-numbered month"),
        ("每月第一个工作日", "on the first working day of every month"),
        ("各县（市、区）自行安排", "decided locally"),
        ("常态化开展", "ongoing"),
        ("春节后", "after the Spring Festival"),
        ("上门前2天", "2 days before the visit"),
        ("接到申请后5个工作日内", "within 5 working days after receiving the request"),
        ("每场开课前7天10:00起至开课前2天17:00", "from 10:00 7 days before each session to 17:00 2 days before it begins"),
        ("春季学期第5至9周周四16:00-18:00", "Thursdays in weeks 5 to 9 of the spring term, 16:00 to 18:00"),
    ],
)
def test_times_without_days_that_everybody_knows_have_english(text: str, en: str) -> None:
    time = parse(text, year=2027)
    assert (time.has_bounds, in_words.when(time, "zh"), in_words.when(time, "en")) == (False, text, en)


@pytest.mark.parametrize(
    ("en", "zh"),
    [
        ("Thursdays in weeks 5 to 9, 4pm to 6pm", "第5至9周周四16:00至18:00"),
        ("Thursday, 4pm to 6pm, weeks 5–9", "第5至9周周四16:00至18:00"),
        ("Week 5, Thursday, 4pm", "第5周周四16:00"),
        ("weeks 5 to 9 of the Spring Term", "春季学期第5至9周"),
        ("Autumn term 2027", "2027年秋季学期"),
        ("by 5pm every Friday", "每周五17:00前"),
        ("by the 10th of every month", "每月10日前"),
        ("from 10am on the 25th of each month", "每月25日10:00起"),
        ("by the end of each quarter", "每季末前"),
        ("by appointment", "按预约时间"),
    ],
)
def test_an_english_time_without_days_has_chinese_and_keeps_its_words(en: str, zh: str) -> None:
    time = english.parse(en, year=2027)
    assert (time.has_bounds, in_words.when(time, "en"), in_words.when(time, "zh")) == (False, en, zh)
    assert parse(zh).kind == "unknown"
