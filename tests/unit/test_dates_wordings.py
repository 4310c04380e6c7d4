"""Other wordings of a time: they have the days and hours of the plain one, and pages show them as they were printed."""

from __future__ import annotations

import pytest

from expected_times import D
from microsite.core.dates import english, in_words
from microsite.core.dates.phrases import parse
from microsite.core.dates.points import DateError

AUTUMN = parse("2026年9月1日至11月30日")


def read(text: str) -> tuple[str, str, int]:
    time = parse(text, year=2026, window=AUTUMN)
    assert time.text == text
    return str(time.earliest), str(time.latest), len(time.dates)


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("9月16日，星期三", "9月16日"),
        ("9月13日，具体时间另行通知", "9月13日"),
        ("9月13日（星期日）时间待定", "9月13日"),
        ("9月11日（星期五）、12日（星期六）每天14:00起", "9月11日、12日14:00"),
        ("9月11日、12日14:00起", "9月11日、12日14:00"),
        ("9月11日（星期五）、12日（星期六）的9:00—11:30和14:00—16:30", "9月11日、12日9:00—11:30、14:00—16:30"),
        ("9.11 周五 14:30—16:00", "9月11日14:30—16:00"),
        ("自9月1日起，至9月30日为止", "9月1日至9月30日"),
        ("从9月1日起到9月30日结束", "9月1日至9月30日"),
        ("2026.9.11、9.18", "9月11日、9月18日"),
        ("每月逢5、10、15日", "每月5日、10日、15日"),
        ("9月2日至30日每周三9:00（逢节假日停）", "9月2日至30日每周三9:00（节假日除外）"),
        ("9月2日至30日每周三9:00（遇节假日停课）", "9月2日至30日每周三9:00（节假日除外）"),
        ("9月12日14:30-15:40（14:15前到场）", "9月12日14:30-15:40"),
        ("9月12日14:30-15:40，请于14:15前签到", "9月12日14:30-15:40"),
        ("9月12日14:30，请务必提前15分钟到场", "9月12日14:30"),
        ("全年持续", "2026年"),
        ("9月2日至30日每周三9:00（如遇端午节停办）", "9月2日至30日每周三9:00（端午节除外）"),
        ("9月15日早晨", "9月15日早上"),
        ("9月15日傍晚6:30", "9月15日晚上6:30"),
        ("6月11日（周四）全天（9:00—17:00）", "6月11日9:00—17:00"),
        ("4月18日、19日、25日，每日9:30—11:30", "4月18日、19日、25日9:30—11:30"),
        ("10月17日、18日（周六、周日）9:00", "10月17日、18日9:00"),
        ("6月3日、10日、17日（每周三）下午2:30", "6月3日、10日、17日下午2:30"),
        ("5月2日、4日10:00—11:00／15:00—16:00", "5月2日、4日10:00—11:00、15:00—16:00"),
        ("5月20日（周三）9:00、14:30各一场", "5月20日9:00、14:30"),
        ("5月20日9:00-10:00第一场；10:30-11:30第二场", "5月20日9:00-10:00、10:30-11:30"),
        ("5月20日14:00pm", "5月20日14:00"),
        ("6月月底", "6月底"),
        ("6月、9月、11月各一次", "6月、9月、11月"),
        ("6月5日开幕，展期至8月5日", "6月5日至8月5日"),
        ("6月每周末两天", "6月每周末"),
        ("6月，每周六（13日除外）", "6月，每周六（6月13日除外）"),
        ("7月14日—8月8日（周一至周五）", "7月14日至8月8日每周一至周五"),
        ("10月10日至11月8日（周二至周日9:00—17:00）", "10月10日至11月8日每周二至周日9:00—17:00"),
        ("7月11日至10月7日周五8:40-20:00", "7月11日至10月7日每周五8:40-20:00"),
        ("6月5日至7日周五9:00", "6月5日至7日9:00"),
        ("6月5日至7月10日 星期六、星期日 9:00-17:00", "6月5日至7月10日每周六、日9:00-17:00"),
        ("周二、四18:30-20:30，9月6日至10月27日", "9月6日至10月27日每周二、四18:30-20:30"),
        ("9月、10月每周六9:00-11:00", "9月至10月每周六9:00-11:00"),
        ("9月6日开班，共16课时，每周二、四18:30-20:30", "9月6日起每周二、四18:30-20:30"),
        ("8月24日前，每周五、六9:00", "即日起至8月24日每周五、六9:00"),
        ("6月第一、三个周六9:00", "6月，每月第一、三个周六9:00"),
        ("6月5日 9:00-11:30 14:00-16:30", "6月5日9:00-11:30、14:00-16:30"),
        ("6月5日9:30-11.30", "6月5日9:30-11:30"),
        ("9.6（周日）14:00", "9月6日14:00"),
        ("9月12日上午9:30（北京时间）", "9月12日9:30"),
        ("8月5日至31日，9:00-18:00，周一正常闭馆", "8月5日至31日9:00-18:00（周一闭馆）"),
        ("9月5日至10日9:00-17:00，逢周一闭馆，遇法定节假日顺延", "9月5日至10日9:00-17:00（周一闭馆，法定节假日除外）"),
        ("每周三9:00（遇节假日顺延），6月5日至7月10日", "每周三9:00（节假日除外），6月5日至7月10日"),
        ("全年开放", "全年"),
        ("6月5日至7月10日9:00-17:00（周一至周五）", "6月5日至7月10日每周一至周五9:00-17:00"),
        ("6月5日至7月10日周二至周日开放，9:00-17:00", "6月5日至7月10日每周二至周日9:00-17:00"),
        ("6月5日至7月10日9:00-17:00（周六延长至20:00）", "6月5日至7月10日每周日至周五9:00-17:00，周六9:00-20:00"),
        ("6月5日起，周六9:00-11:00", "6月5日起每周六9:00-11:00"),
        ("6月周六9:00", "6月每周六9:00"),
        ("6月5日起每天9:00-17:00，至7月10日", "6月5日至7月10日每天9:00-17:00"),
        ("7月13日（周一）开始，8月11日（周二）结束", "7月13日至8月11日"),
        ("9月5日至30日工作日（周一至周五）的18:00-20:00", "9月5日至30日，工作日18:00-20:00"),
        ("9月6/8/13日 14:00", "9月6日、8日、13日14:00"),
        ("6月5日晚上8点到凌晨1点", "6月5日20:00-次日1:00"),
        ("6月4日报到，6月5日至7日培训", "6月5日至7日"),
        ("9月6日14:00-16:00 (限线上)", "9月6日14:00-16:00"),
        ("第一批次6月5日，第二批次6月12日", "6月5日、12日"),
        ("每周三、周四各一次，6月", "每周三、周四，6月"),
        ("9月6日约14:00", "9月6日14:00左右"),
        ("每周六，3月7日至5月30日，14:00—15:30", "3月7日至5月30日每周六14:00—15:30"),
        ("7月5日起每周六10:00（8月23日止）", "7月5日至8月23日每周六10:00"),
        ("9月15日启动，10月15日结束", "9月15日至10月15日"),
        ("6月6日10:00开始，6月14日22:00结束", "6月6日10:00至6月14日22:00"),
        ("11月6日起展出两周", "11月6日起，为期两周"),
        ("6月9日国际档案日，9:00—16:00", "6月9日9:00—16:00"),
        ("5月15日国际家庭日当天", "5月15日"),
        ("第10教学周（11月2日至11月6日）", "11月2日至6日"),
        ("2月8日（正月十一）9:00", "2月8日9:00"),
        ("10月6日19:30（遇雨顺延至10月7日）", "10月6日19:30"),
        ("5月12日至14日（11日下午报到）", "5月12日至14日"),
        ("9月16日下午第三节", "9月16日下午"),
        ("8月20日至30日开馆时间", "8月20日至30日"),
        ("8月份分两期举办，每期7天", "8月"),
        ("9月第二周的周三", "9月第二周"),
        ("服务月内", "活动期间"),
        ("宣传周期间不定期", "活动期间"),
        ("3月2日至7月3日（清明节、劳动节放假停课）", "3月2日至7月3日"),
        ("6月15日下午3-5点", "6月15日15:00-17:00"),
        ("6月16日9-11时", "6月16日9:00-11:00"),
        ("6月15日晚间7:30", "6月15日19:30"),
        ("6月15日至26日工作日9:00-11:00", "6月15日至26日，工作日9:00-11:00"),
        ("6月15日至21日双休日18:30-20:00", "6月15日至21日，周末18:30-20:00"),
        ("9月14日至20日网络安全宣传周", "9月14日至20日"),
        ("9月19日（周六）早上8点半开门，11点收摊", "9月19日8:30-11:00"),
        ("即日起至11月30日（当天18:00截稿）", "即日起至11月30日18:00"),
        ("每周三一场，9月2日至12月30日", "每周三，9月2日至12月30日"),
        ("10月17日上午，10:00-12:00", "10月17日10:00-12:00"),
        ("10月17日上午（10:00-12:00）", "10月17日10:00-12:00"),
        ("每周六上午，10:00-12:00，9月5日至26日", "每周六10:00-12:00，9月5日至26日"),
        ("9月12日8:00集合，8:30出发", "9月12日8:00"),
        ("10月17日9:00-11:00；10月18日14:00-16:00", "10月17日9:00-11:00、10月18日14:00-16:00"),
        ("10月17日上午9:00，下午2:00；18日上午9:00", "10月17日9:00、14:00、18日9:00"),
        ("10月12日至30日每天（周六、日除外）", "10月12日至30日每周一至周五"),
        ("即日起每周六9:30-11:00", "每周六9:30-11:00"),
        ("自发文之日起至10月31日", "即日起至10月31日"),
        ("10月12日至30日（工作日）8:30-12:00、14:00-17:30", "10月12日至30日，工作日8:30-12:00、14:00-17:30"),
        ("10月17日—31日（每周六、日）9:00—17:00", "10月17日至31日每周六、日9:00—17:00"),
        ("10月17日—31日（周三、周五下午）", "10月17日至31日每周三、周五下午"),
        ("报名时间：10月8日9:00至16日17:00", "10月8日9:00至16日17:00"),
        ("最迟10月16日", "10月16日前"),
        ("10月17日上、下午各一场", "10月17日上午、下午"),
        ("10月17日上午场9:00-11:00，下午场14:00-16:00", "10月17日9:00-11:00、14:00-16:00"),
        ("10月17日第一场9:00-11:00，第二场14:00-16:00", "10月17日9:00-11:00、14:00-16:00"),
        ("10月17日、18日两天", "10月17日、18日"),
        ("第一期8月3日—12日，第二期8月17日—26日，上午9:00—10:30", "8月3日至12日、17日至26日9:00-10:30"),
        ("海选10月20日19:00，决赛10月28日19:00", "10月20日、28日19:00"),
        ("5月31日8:30-17:00（预赛），6月1日9:00-12:00（决赛）", "5月31日8:30-17:00、6月1日9:00-12:00"),
        ("10月17日下午第三节课（14:50—15:30）", "10月17日14:50—15:30"),
        ("隔周六9:30，9月5日至12月26日", "每两周周六9:30，9月5日至12月26日"),
        ("9月5日至12月26日每周六9:00（10月3日暂停一次）", "9月5日至12月26日每周六9:00（10月3日除外）"),
        ("10月17日-18日、10月24日-25日，每天9:00-17:00", "10月17日至18日、24日至25日9:00-17:00"),
        ("9:00-11:00，9月12日、13日", "9月12日、13日9:00-11:00"),
        ("10月上、中旬", "10月上中旬"),
        ("9月中", "9月中旬"),
        ("11月15日（含）前", "11月15日前"),
        ("截止时间：11月15日", "11月15日前"),
        ("12月至明年1月", "12月至次年1月"),
        ("周三10月14日", "10月14日"),
        ("9月12日（六）", "9月12日（周六）"),
        ("10月14日（全天开放）", "10月14日"),
        ("9月12日9:30（直播）", "9月12日9:30"),
        ("9月12日—14日（A组）", "9月12日至14日"),
        ("9月12日上午9:00准时开始", "9月12日9:00"),
        ("9月12日9:00-17:00（12:00-13:00休息）", "9月12日9:00-17:00"),
        ("9月12日9:00（遇雨改至10月15日）", "9月12日9:00"),
        ("9月12日9:00-12:00，14:00-17:00（提前10分钟入场）", "9月12日9:00-12:00、14:00-17:00"),
        ("9月12日19:00（18:30开始检票入场）", "9月12日19:00"),
        ("9月12日19∶30", "9月12日19:30"),
        ("9月1日至30日9:00—17:00（周一闭馆，16:30停止入馆）", "9月1日至30日9:00—17:00（周一闭馆）"),
        ("周六、周日15:30-21:30", "每周六、周日15:30-21:30"),
        ("每周三第3—5节，9月2日至11月25日", "每周三，9月2日至11月25日"),
        ("9月2日起每周三19:00，共八讲", "9月2日起每周三19:00，共8次"),
        ("9月2日起每周三19:00，共8课时", "9月2日起每周三19:00"),
        ("6月7日每日两场（9:30、14:30）", "6月7日9:30、14:30"),
        ("7月1日至8月31日，每天两场：上午9:30，下午14:30", "7月1日至8月31日每天9:30、14:30"),
        ("6月7日13:30签到，14:00-16:00上课", "6月7日14:00-16:00"),
        ("6月7日14:00-16:00（第二课时）", "6月7日14:00-16:00"),
        ("每月15日9:00（遇节假日顺延）", "每月15日9:00"),
        ("每两周一次，周六上午", "每两周周六上午"),
        ("3月11日起，每周三9:00—10:30，共8次课", "每周三9:00—10:30，3月11日至4月29日"),
        ("3月2日起每周二、周四晚7点（共10讲）", "每周二、周四19:00，3月2日至4月2日"),
    ],
)
def test_a_wording_is_the_time_that_the_plain_words_are(text, plain):
    assert read(text) == read(plain)


@pytest.mark.parametrize(
    ("text", "at", "to"),
    [
        ("9月12日 2:30:00 PM", "14:30", "14:30"), ("2026/9/12 9:30:00 AM", "9:30", "9:30"), ("2026/9/12 12:30:00 AM", "0:30", "0:30"),
        ("9月12日12:30 PM", "12:30", "12:30"), ("9月12日2:30pm-4:30pm", "14:30", "16:30"),
    ],
)  # fmt: skip
def test_hours_as_spreadsheets_write_them_are_read(text, at, to):
    ((begins, ends),) = parse(text, year=2026).slots
    assert [f"{each.at // 60}:{each.at % 60:02}" for each in (begins, ends)] == [at, to]


@pytest.mark.parametrize("text", ["9月12日9:30-11:30PM", "9月12日2:00-4:00 pm"])
def test_a_half_of_the_day_behind_the_last_hour_alone_is_not_guessed_for_the_first(text):
    with pytest.raises(DateError):
        parse(text, year=2026)


@pytest.mark.parametrize(
    "text", ["3月起每周三9:00，共8次", "每周三9:00，共8次", "3月11日起每周三9:00、14:00，共8次", "3月11日起每个工作日9:00，共8次"]
)
def test_a_number_of_times_has_no_last_day_where_a_doubt_is_left(text):
    time = parse(text, year=2026)
    assert (time.end, time.dates) == (None, ())


def test_a_number_of_times_counts_past_what_is_left_out():
    time = parse("3月11日起每周三9:00，共3次（3月18日除外）", year=2026)
    assert [start.earliest for start, _ in time.dates] == [D("2026-03-11"), D("2026-03-25"), D("2026-04-01")]


@pytest.mark.parametrize(
    "said",
    [
        "非工作日9:00-11:00", "教学日9:00-11:00", "集市日9:00", "开放日9:00-11:00", "端午节9:00-11:00", "除节假日9:00-11:00", "双日19:00",
        "休息日", "（隔日）9:00-11:00", "（逢单日）9:00-11:00", "（教学日）9:00-11:00",
    ],
)  # fmt: skip
def test_on_which_of_several_days_something_is_is_never_left_out(said):
    with pytest.raises(DateError):
        parse(f"6月15日至26日{said}", year=2026)


@pytest.mark.parametrize(
    ("said", "zh", "en"),
    [
        ("9月12日和19日上午9:30，26日下午2:00", "9月12日、19日9:30；26日14:00", "12 and 19 September, 9:30; 26 September 2026, 14:00"),
        ("9月12日9:00-11:00，19日，26日14:00", "9月12日9:00至11:00；19日、26日14:00",
         "12 September, 9:00 to 11:00; 19 and 26 September 2026, 14:00"),
        ("9月12日至14日、19日9:00", "9月12日至14日、19日9:00", "12 to 14 September and 19 September 2026, 9:00"),
        ("9月12日至14日9:00-11:00、19日14:00", "9月12日至14日9:00至11:00；19日14:00",
         "12 to 14 September, 9:00 to 11:00; 19 September 2026, 14:00"),
        ("9月5日-7日、10日、12日至14日9:00", "9月5日至7日、10日、12日至14日9:00", "5 to 7 September, 10 and 12 to 14 September 2026, 9:00"),
        ("9月12日、13日9:00、14:00", "9月12日、13日9:00、14:00", "12 and 13 September 2026, 9:00 and 14:00"),
        ("9月12日9:00、13日", "9月12日9:00、13日", "12 September, 9:00; 13 September 2026"),
    ],
)  # fmt: skip
def test_hours_behind_several_days_are_of_each_that_has_none_before_them(said, zh, en):
    time = parse(said, year=2026)
    assert (in_words.when(time, "zh"), in_words.when(time, "en")) == (f"2026年{zh}", en)
    assert parse(f"2026年{zh}").dates == english.parse(en).dates == time.dates


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        (
            "Monday to Thursday 9am-8pm; Friday and Saturday 9am-5pm; Sunday 1pm-5pm",
            "every Monday to Thursday, 9:00 to 20:00, every Friday and Saturday, 9:00 to 17:00, and every Sunday, 13:00 to 17:00",
        ),
        ("Weekdays 9am-5pm, Saturday 10am-4pm", "every Monday to Friday, 9:00 to 17:00, and every Saturday, 10:00 to 16:00"),
        ("Tuesdays 6pm and Thursdays 10am", "every Tuesday, 18:00, and every Thursday, 10:00"),
        (
            "Mon–Fri 9am–5pm, Sat 10am–2pm, 1 to 31 October (except 7 October)",
            "every Monday to Friday, 9:00 to 17:00, and every Saturday, 10:00 to 14:00, 1 to 31 October 2026 (except 7 October)",
        ),
    ],
)
def test_other_days_of_the_week_may_have_other_hours(printed, said):
    time = english.parse(printed, year=2026)
    assert in_words.when(time, "en") == said
    assert english.parse(said).repeat == parse(in_words.when(time, "zh")).repeat == time.repeat


@pytest.mark.parametrize(
    ("said", "kind", "first", "last"),
    [
        ("10月14日-16日（周三至周五）", "span", "2026-10-14", "2026-10-16"),
        ("10月14日-16日（周四至周六）", "span", "2026-10-14", "2026-10-16"),
        ("9月14日—18日（周一至周六）", "span", "2026-09-14", "2026-09-18"),
        ("9月14日—18日（周二至周六）9:00-11:00", "repeat", "2026-09-14", "2026-09-18"),
        ("9月14日至20日（周一至周五）", "repeat", "2026-09-14", "2026-09-18"),
        ("9月14日至18日（周二、周四）", "repeat", "2026-09-15", "2026-09-17"),
        ("9月19日至22日9:00-17:00（周一闭馆）", "repeat", "2026-09-19", "2026-09-22"),
    ],
)
def test_weekdays_as_many_as_the_days_say_which_these_are_and_leave_none_out(said, kind, first, last):
    time = parse(said, year=2026)
    assert (time.kind, str(time.earliest), str(time.latest)) == (kind, first, last)


@pytest.mark.parametrize(
    ("said", "en", "kind"),
    [
        ("即日起至11月30日", "until 30 November 2026", "until"),
        ("即日起至11月30日17:00", "until 17:00 on 30 November 2026", "until"),
        ("即日起至11月30日9:00-17:00", "every day, 9:00 to 17:00, until 30 November 2026", "repeat"),
        ("即日起至11月底，每周三9:00-11:00", "every Wednesday, 9:00 to 11:00, until the end of November 2026", "repeat"),
        ("即日起至11月30日9:00-17:00（周一闭馆）", "every Tuesday to Sunday, 9:00 to 17:00, until 30 November 2026", "repeat"),
        ("截至11月30日", "by 30 November 2026", "until"),
    ],
)
def test_what_goes_on_from_now_has_not_only_to_be_done_by_then(said, en, kind):
    time = parse(said, year=2026)
    again = (parse(in_words.when(time, "zh")), english.parse(in_words.when(time, "en")))
    assert (in_words.when(time, "en"), time.kind, time.dates, str(time.latest)) == (en, kind, (), "2026-11-30")
    assert all((each.kind, each.end, each.repeat, each.is_running) == (kind, time.end, time.repeat, time.is_running) for each in again)


@pytest.mark.parametrize("said", ["每周三14:00，9月2日至12月30日（11月起停办）", "10月17日全天，18日上午"])
def test_what_cannot_be_said_without_losing_something_is_refused(said):
    with pytest.raises(DateError):
        parse(said, year=2026)


def test_the_days_of_a_weekend_of_a_month_are_not_certain_and_an_exception_can_be_in_the_next_year():
    assert parse("每月第二个周末9:30，9月至12月", year=2026).dates == ()
    winter = parse("每周六9:30，12月5日至次年1月30日（1月2日除外）", year=2026)
    assert (len(winter.dates), winter.repeat.without) == (8, (D("2027-01-02"),))


def test_whole_months_leave_no_doubt_on_which_weekdays_something_is():
    saturdays = parse("9月至11月每周六9:30-11:00", year=2026).dates
    assert (len(saturdays), saturdays[0][0].earliest, saturdays[-1][0].earliest) == (13, D("2026-09-05"), D("2026-11-28"))
    assert parse("每两周周三，9月至11月", year=2026).dates == parse("9月中旬至11月每周三", year=2026).dates == ()


@pytest.mark.parametrize(
    ("said", "left_out", "en"),
    [
        ("每周三9:00（清明节除外）", ("清明节",), "the Qingming Festival"),
        ("每周三9:00（泼水节除外）", ("泼水节",), "泼水节"),
        ("每周三（寒暑假放假停课）", ("寒暑假",), "the school holidays"),
        ("9:00-11:00（春节、寒假停课）", ("春节", "寒假"), "the Spring Festival and the winter holidays"),
    ],
)
def test_breaks_whose_days_nobody_says_are_left_out_by_name_and_no_date_is_certain(said, left_out, en):
    time = parse(f"3月4日至5月27日{said}", year=2026)
    assert (time.repeat.breaks, time.repeat.holidays, time.dates) == (left_out, None, ())
    assert in_words.when(time, "en").endswith(f"(except {en})")


@pytest.mark.parametrize(
    ("said", "dates", "en"),
    [
        ("3月至11月每月第二个周六（8月除外）", 8, "(except 8 August)"),
        ("3月至11月每月第二个周六（7、8月除外）", 7, "(except 11 July and 8 August)"),
        ("每月第二个周六（7月至8月除外）", 0, "(except July and August)"),
        ("3月1日至11月30日每天（10月1日至7日除外）", 268, "(except 1 to 7 October)"),
    ],
)
def test_a_whole_month_can_be_left_out(said, dates, en):
    time = parse(said, year=2026)
    assert len(time.dates) == dates
    assert in_words.when(time, "en").endswith(en)


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("1 October, 9am – 16 October, 5pm", "9:00 on 1 October to 17:00 on 16 October 2026"),
        ("Until midnight on 30 November", "until 24:00 on 30 November 2026"),
        ("Saturday 12 September, 7pm until midnight", "12 September 2026, 19:00 to 24:00"),
        ("Saturday 12 September, 7pm till late", "12 September 2026, 19:00"),
        ("3rd, 10th and 17th October 2–4pm", "3, 10 and 17 October 2026, 14:00 to 16:00"),
        ("Deadline for applications: 5pm, Friday 30 October", "by 17:00 on 30 October 2026"),
        ("Applications close at 5pm on 30 October", "by 17:00 on 30 October 2026"),
        ("Booking opens 1 September", "from 1 September 2026"),
        ("Registration: 1 – 20 September", "1 to 20 September 2026"),
        ("Half-term week, 26–30 October", "26 to 30 October 2026"),
        ("Every first Saturday, 10am–noon", "on the first Saturday of every month, 10:00 to 12:00"),
        ("Every second Saturday, 10am, from 3 October", "every other Saturday, 10:00, from 3 October 2026"),
        ("Mondays, 6.30–8.30pm, starting 7 September for 8 weeks", "every Monday, 18:30 to 20:30, from 7 September 2026, for 8 weeks"),
        ("Wednesdays, 10am-11am (term time only)", "every Wednesday, 10:00 to 11:00, during term time"),
        ("Tuesdays in term time, 2pm", "every Tuesday, 14:00, during term time"),
        ("All year round", "2026"),
        ("9 September, 12 midday to 2pm", "9 September 2026, 12:00 to 14:00"),
        ("5 October, 7, 8 and 9pm", "5 October 2026, 19:00, 20:00 and 21:00"),
        ("from Tuesday 6th October, 4.15 – 5.15pm, for 6 weeks", "every Tuesday, 16:15 to 17:15, from 6 October 2026, for 6 weeks"),
        ("Mon-Fri 9am-5pm, 5 to 30 October", "every Monday to Friday, 9:00 to 17:00, 5 to 30 October 2026"),
        ("Bank Holiday Monday 31 August, kick-off 3pm", "31 August 2026, 15:00"),
        ("7 to 12 September inclusive", "7 to 12 September 2026"),
        ("1 June to 31 August Sundays 2pm", "every Sunday, 14:00, 1 June to 31 August 2026"),
        ("October, Tuesdays 10am", "every Tuesday, 10:00, October 2026"),
        ("4 to 29 September, 9am to 5pm, Mon to Fri", "every Monday to Friday, 9:00 to 17:00, 4 to 29 September 2026"),
        ("Tuesdays 10am, 6 weeks from 6 October", "every Tuesday, 10:00, from 6 October 2026, for 6 weeks"),
        ("second Tuesday, 10am, September to November", "on the second Tuesday of every month, 10:00, September to November 2026"),
        ("Opens at 9am on Wednesday 16 December", "from 9:00 on 16 December 2026"),
        ("weekend of 12th/13th September", "12 and 13 September 2026"),
        ("Saturday (October 10), 10am to 3pm", "10 October 2026, 10:00 to 15:00"),
        (
            "4 to 29 September, 9am to 5pm (10am to 4pm on Sundays)",
            "every Monday to Saturday, 9:00 to 17:00, and every Sunday, 10:00 to 16:00, 4 to 29 September 2026",
        ),
        ("7 to 9 October, 10am to 3pm; 14 October, 10am", "7 to 9 October, 10:00 to 15:00; 14 October 2026, 10:00"),
    ],
)
def test_an_english_time_is_read_in_the_words_of_programmes(printed, said):
    time = english.parse(printed, year=2026)
    assert in_words.when(time, "en") == said
    assert english.parse(said).dates == time.dates


def test_in_term_time_is_on_no_day_for_certain():
    time = parse("本学期每周三14:00", year=2026)
    assert (time.kind, time.dates, in_words.when(time, "en")) == ("occasions", (), "every Wednesday, 14:00, during term time")


def test_longer_hours_end_later_and_keep_the_break_at_noon():
    time = parse("9月1日至30日每天9:00-11:30、14:00-17:00，周五延长至20:00", year=2026)
    assert in_words.printed(time).endswith("周五9:00至11:30、14:00至20:00")
    assert in_words.printed(parse("每周二至周日9:00-17:00，周日开放至16:00")).endswith("周日9:00至16:00")
    assert in_words.printed(parse("每周二至周日下午1:30-5:00，周五延长至8:30")).endswith("周五13:30至20:30")


@pytest.mark.parametrize(
    "said", ["每天9:00-17:00，周五延长至8:00", "每周二至周日9:00-17:00，周五延长至16:00", "每周二至周日9:00-17:00，周一延长至20:00"]
)
def test_longer_hours_that_are_not_longer_are_refused(said):
    with pytest.raises(DateError):
        parse(said, year=2026)


def test_what_is_moved_where_it_meets_a_weekend_is_on_no_day_for_certain():
    time = parse("9月至12月每月15日9:00-11:00，遇周末顺延", year=2026)
    assert (time.dates, in_words.when(time, "en")) == (
        (), "on the 15th of every month, 9:00 to 11:00, September to December 2026 (except weekends)",
    )  # fmt: skip
    assert english.parse(in_words.when(time, "en")).repeat == parse(in_words.printed(time)).repeat == time.repeat


@pytest.mark.parametrize(
    "text",
    [
        "9月5日9:00-11:30，14:00-17:00开门", "9月5日9:00，14:00到会", "9月1日、2日起，至5日、9日止", "9月5日 13:30 AM", "9月5日 0:30 PM",
    ],
)  # fmt: skip
def test_what_may_be_a_second_time_or_a_slip_is_not_passed_over(text: str) -> None:
    with pytest.raises(DateError):
        read(text)


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("初赛3月1日至31日，复赛4月24日9:00-17:00，决赛6月5日至6日", "2027年3月1日至31日；4月24日9:00至17:00；6月5日至6日",
         "1 to 31 March; 24 April, 9:00 to 17:00; 5 to 6 June 2027"),
        ("3月1日至31日；4月24日9:00-17:00；6月5日至6日", "2027年3月1日至31日；4月24日9:00至17:00；6月5日至6日",
         "1 to 31 March; 24 April, 9:00 to 17:00; 5 to 6 June 2027"),
        ("初赛4月24日、25日，决赛6月5日9:00-17:00", "2027年4月24日、25日；6月5日9:00至17:00",
         "24 and 25 April; 5 June 2027, 9:00 to 17:00"),
        ("3月1日至31日，5月15日9:00", "2027年3月1日至31日；5月15日9:00", "1 to 31 March; 15 May 2027, 9:00"),
        ("6月5日至7日、12日至14日，9:00-17:00", "2027年6月5日至7日、12日至14日9:00至17:00",
         "5 to 7 June and 12 to 14 June 2027, 9:00 to 17:00"),
    ],
)  # fmt: skip
def test_hours_behind_one_of_several_stages_are_not_those_of_the_others(text, zh, en):
    time = parse(text, year=2027)
    assert (in_words.when(time, "zh"), in_words.when(time, "en")) == (zh, en)
    assert parse(zh).dates == english.parse(en).dates == time.dates
