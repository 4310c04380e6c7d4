"""Calendars: read back with icalendar, as a subscriber's program would."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

import builders
from builders import an_activity_yaml
from microsite.model import calendar_items, uids
from microsite.model.activity import Activity
from microsite.model.campaign import Campaign
from microsite.model.values import Words
from microsite.site.feeds import ical
from publishing import formats, scope

SIGNED = datetime(2025, 5, 19, 16, tzinfo=UTC)
"""20 May 2025, 00:00 in Shanghai."""


def a_site(root, *activities, **files):
    campaign = builders.a_campaign_yaml(activities=list(activities))
    return builders.data(builders.a_data_folder(root, campaigns__yunling_2025=campaign, **files))


def read(content: bytes) -> Calendar:
    calendar = Calendar.from_ical(content)
    assert [event.errors for event in calendar.walk()] == [[] for _ in calendar.walk()]
    return calendar


def event_of(root, **fields):
    """The one entry of the one activity's calendar, as its properties in text."""
    files = formats(a_site(root, an_activity_yaml(**fields)), site_url="")
    (event,) = read(files["yunling-2025/online-quiz/calendar.ics"]).walk("VEVENT")
    return event


def days(event) -> tuple[date, date]:
    return event["DTSTART"].dt, event["DTEND"].dt


def test_an_activity_on_exact_days_lasts_whole_days_takes_nobodys_time_and_is_not_about(tmp_path):
    event = event_of(tmp_path, when="2025年7月1日至10日")
    assert days(event) == (date(2025, 7, 1), date(2025, 7, 11))
    assert event["SUMMARY"] == "举办数字知识网上竞答"
    assert event["TRANSP"] == "TRANSPARENT"
    assert "STATUS" not in event


def lines(root, when: str) -> list[str]:
    """The lines of the calendar of one activity that say when, in their order."""
    files = formats(a_site(root, an_activity_yaml(when=when)), site_url="")
    read(files["yunling-2025/online-quiz/calendar.ics"])
    text = files["yunling-2025/online-quiz/calendar.ics"].decode().replace("\r\n ", "")
    wanted = ("UID", "DTSTART", "DTEND", "RRULE", "EXDATE")
    return [line for line in text.split("BEGIN:VEVENT", 1)[1].splitlines() if line.startswith(wanted)]


NAME = "UID:urn:microsite:yunling-2025:activity:online-quiz"
HOURS = [
    (
        "6月15日9:30-11:30",
        [NAME, "DTSTART;TZID=Asia/Shanghai:20250615T093000", "DTEND;TZID=Asia/Shanghai:20250615T113000"],
    ),
    ("6月15日9:30", [NAME, "DTSTART;TZID=Asia/Shanghai:20250615T093000"]),
    ("6月15日上午", [NAME, "DTSTART;VALUE=DATE:20250615", "DTEND;VALUE=DATE:20250616"]),
    ("6月15日9:30左右", [NAME, "DTSTART;VALUE=DATE:20250615", "DTEND;VALUE=DATE:20250616"]),
    ("6月15日9:30至20日", [NAME, "DTSTART;VALUE=DATE:20250615", "DTEND;VALUE=DATE:20250621"]),
    (
        "6月15日20:00-24:00",
        [NAME, "DTSTART;TZID=Asia/Shanghai:20250615T200000", "DTEND;TZID=Asia/Shanghai:20250616T000000"],
    ),
    (
        "6月11日至13日、18日",
        [
            *(NAME, "DTSTART;VALUE=DATE:20250611", "DTEND;VALUE=DATE:20250614"),
            *(f"{NAME}:2", "DTSTART;VALUE=DATE:20250618", "DTEND;VALUE=DATE:20250619"),
        ],
    ),
    (
        "6月、9月",
        [
            *(NAME, "DTSTART;VALUE=DATE:20250601", "DTEND;VALUE=DATE:20250701"),
            *(f"{NAME}:2", "DTSTART;VALUE=DATE:20250901", "DTEND;VALUE=DATE:20251001"),
        ],
    ),
    (
        "每周三10:00-12:00，6月4日至7月2日（6月11日、18日除外）",
        [
            *(NAME, "DTSTART;TZID=Asia/Shanghai:20250604T100000", "DTEND;TZID=Asia/Shanghai:20250604T120000"),
            "RRULE:FREQ=WEEKLY;UNTIL=20250702T020000Z;BYDAY=WE",
            "EXDATE;TZID=Asia/Shanghai:20250611T100000,20250618T100000",
        ],
    ),
    (
        "每周六、日，6月1日至15日（6月7日除外）",
        [
            *(NAME, "DTSTART;VALUE=DATE:20250601", "DTEND;VALUE=DATE:20250602"),
            *("RRULE:FREQ=WEEKLY;UNTIL=20250615;BYDAY=SA,SU", "EXDATE;VALUE=DATE:20250607"),
        ],
    ),
    (
        "6月11日至13日9:00-17:00",
        [
            *(NAME, "DTSTART;TZID=Asia/Shanghai:20250611T090000", "DTEND;TZID=Asia/Shanghai:20250611T170000"),
            "RRULE:FREQ=DAILY;UNTIL=20250613T010000Z",
        ],
    ),
    (
        "每两周周三，6月4日至7月2日",
        [
            *(NAME, "DTSTART;VALUE=DATE:20250604", "DTEND;VALUE=DATE:20250605"),
            "RRULE:FREQ=WEEKLY;UNTIL=20250702;INTERVAL=2;BYDAY=WE",
        ],
    ),
    (
        "每月15日20:00-次日1:00，6月至8月（7月15日除外）",
        [
            *(NAME, "DTSTART;TZID=Asia/Shanghai:20250615T200000", "DTEND;TZID=Asia/Shanghai:20250616T010000"),
            "RRULE:FREQ=MONTHLY;UNTIL=20250815T120000Z;BYMONTHDAY=15",
            "EXDATE;TZID=Asia/Shanghai:20250715T200000",
        ],
    ),
    (
        "6月15日9:00-11:00、14:00-16:00",
        [
            *(NAME, "DTSTART;TZID=Asia/Shanghai:20250615T090000", "DTEND;TZID=Asia/Shanghai:20250615T110000"),
            *(f"{NAME}:2", "DTSTART;TZID=Asia/Shanghai:20250615T140000", "DTEND;TZID=Asia/Shanghai:20250615T160000"),
        ],
    ),
    (
        "每周三9:00-11:00、14:00-16:00，6月4日至18日（6月11日除外）",
        [
            *(NAME, "DTSTART;TZID=Asia/Shanghai:20250604T090000", "DTEND;TZID=Asia/Shanghai:20250604T110000"),
            *("RRULE:FREQ=WEEKLY;UNTIL=20250618T010000Z;BYDAY=WE", "EXDATE;TZID=Asia/Shanghai:20250611T090000"),
            *(f"{NAME}:2", "DTSTART;TZID=Asia/Shanghai:20250604T140000", "DTEND;TZID=Asia/Shanghai:20250604T160000"),
            *("RRULE:FREQ=WEEKLY;UNTIL=20250618T060000Z;BYDAY=WE", "EXDATE;TZID=Asia/Shanghai:20250611T140000"),
        ],
    ),
    (
        "6月4日至14日每周三、周五9:00-11:00，周六14:00-16:00（6月6日除外）",  # a Friday: none of the Saturdays
        [
            *(NAME, "DTSTART;TZID=Asia/Shanghai:20250604T090000", "DTEND;TZID=Asia/Shanghai:20250604T110000"),
            *("RRULE:FREQ=WEEKLY;UNTIL=20250613T010000Z;BYDAY=WE,FR", "EXDATE;TZID=Asia/Shanghai:20250606T090000"),
            *(f"{NAME}:2", "DTSTART;TZID=Asia/Shanghai:20250607T140000", "DTEND;TZID=Asia/Shanghai:20250607T160000"),
            "RRULE:FREQ=WEEKLY;UNTIL=20250614T060000Z;BYDAY=SA",
        ],
    ),
    (
        "每月第二、四个周六，6月至7月",
        [
            *(NAME, "DTSTART;VALUE=DATE:20250614", "DTEND;VALUE=DATE:20250615"),
            "RRULE:FREQ=MONTHLY;UNTIL=20250726;BYDAY=2SA,4SA",
        ],
    ),
    (
        "每月最后一个周日9:00，6月至7月",
        [
            *(NAME, "DTSTART;TZID=Asia/Shanghai:20250629T090000"),
            "RRULE:FREQ=MONTHLY;UNTIL=20250727T010000Z;BYDAY=-1SU",
        ],
    ),
    ("工作日9:00-17:00，6月4日至18日", [NAME, "DTSTART;VALUE=DATE:20250604", "DTEND;VALUE=DATE:20250619"]),
    ("每两周周四，6月4日至18日", [NAME, "DTSTART;VALUE=DATE:20250604", "DTEND;VALUE=DATE:20250619"]),
    ("每周三，6月4日至5日", [NAME, "DTSTART;VALUE=DATE:20250604", "DTEND;VALUE=DATE:20250605"]),
    ("每周三10:00，6月中旬至7月中旬", [NAME, "DTSTART;VALUE=DATE:20250611", "DTEND;VALUE=DATE:20250721"]),
]


@pytest.mark.parametrize(("when", "expected"), HOURS, ids=[when for when, _ in HOURS])
def test_hours_several_dates_and_certain_repeats_stand_in_the_calendar_as_they_are(tmp_path, when, expected):
    assert sorted(lines(tmp_path, when)) == sorted(expected)


def test_a_calendar_with_hours_brings_its_zone_and_one_without_has_none(tmp_path):
    for when, zones in (("6月15日9:30", 1), ("6月15日", 0), ("6月15日9:30前后", 0)):
        files = formats(a_site(tmp_path / when, an_activity_yaml(when=when)), site_url="")
        found = read(files["yunling-2025/online-quiz/calendar.ics"]).walk("VTIMEZONE")
        assert [str(zone["TZID"]) for zone in found] == ["Asia/Shanghai"] * zones


def test_a_fuzzy_activity_spans_its_outer_bounds_and_says_about(tmp_path):
    event = event_of(tmp_path, when="6月中旬")
    assert days(event) == (date(2025, 6, 11), date(2025, 6, 21))
    assert event["SUMMARY"] == "（约）举办数字知识网上竞答"
    assert event["TRANSP"] == "TRANSPARENT"
    assert str(event["DESCRIPTION"]) == "\n".join(
        [
            "人人都可以上网答题。",
            "原文写的时间：6月中旬",
            "时间：2025年6月中旬。没有写明具体日子，这里从最早可能的一天标到最晚可能的一天。",
            "牵头：省委网信办",
            "云网办字〔2025〕1号，四（一）",
        ]
    )


@pytest.mark.parametrize(
    ("support", "said"),
    [
        ("[省教育厅, 省妇联]", "分工负责：省教育厅、省妇联"),
        ("all", "分工负责：各活动单位（本站按全部举办单位理解）"),
    ],
)
def test_an_entry_names_who_shares_responsibility_also_where_nobody_leads(tmp_path, support, said):
    event = event_of(tmp_path, when="6月中旬", support=support, lead=None)
    assert str(event["DESCRIPTION"]).splitlines()[3] == said


def test_the_english_calendar_says_about_in_english(tmp_path):
    files = formats(a_site(tmp_path, an_activity_yaml()))
    (event,) = read(files["en/yunling-2025/online-quiz/calendar.ics"]).walk("VEVENT")
    assert event["SUMMARY"] == "(about) 举办数字知识网上竞答"
    assert event["URL"] == "https://www.example.gov.cn/ztzl/en/yunling-2025/online-quiz/"


def test_a_corrected_time_says_what_was_printed_and_what_is_meant(tmp_path):
    when = "{text: 7月9月, means: 7月至9月, note: 漏了“至”字}"
    event = event_of(tmp_path, when=when)
    assert days(event) == (date(2025, 7, 1), date(2025, 10, 1))
    assert "原文写的时间：7月9月\n原文疑有误，按“7月至9月”理解。\n" in str(event["DESCRIPTION"])


@pytest.mark.parametrize("when", ["8月起", "7月底前", "另行通知", "科技周、科普日等活动节点", None])
def test_an_activity_without_both_ends_has_no_calendar_and_no_empty_file(tmp_path, when):
    files = formats(a_site(tmp_path, an_activity_yaml(when=when)))
    calendars = [path for path in files if path.endswith(".ics") and not path.startswith("en/")]
    assert calendars == ["yunling-2025/calendar.ics"]


@pytest.mark.parametrize(
    ("when", "begins", "ends"),
    [
        ("7月10日17:30前", "2025-07-10T17:30:00+08:00", None),
        ("即日起至7月10日17:30", "2025-07-10T17:30:00+08:00", None),
        ("7月10日24:00前", "2025-07-10T23:59:00+08:00", "2025-07-11T00:00:00+08:00"),
        ("7月10日前", "2025-07-10", "2025-07-11"),
    ],
)
def test_what_has_only_a_last_day_stands_there_as_due(tmp_path, when, begins, ends):
    event = event_of(tmp_path, when=when)
    assert str(event["SUMMARY"]) == ("最后一天：" if when.startswith("即日") else "截止：") + "举办数字知识网上竞答"
    assert [event[name].dt.isoformat() if name in event else None for name in ("DTSTART", "DTEND")] == [begins, ends]


def test_a_calendar_names_what_it_leaves_out(tmp_path):
    open_end = an_activity_yaml(id="lectures", number="2", title="办讲座", when="8月起")
    undated = an_activity_yaml(id="visits", number="3", title="参观", when=None)
    files = formats(a_site(tmp_path, an_activity_yaml(), open_end, undated))
    calendar = read(files["yunling-2025/calendar.ics"])
    told = "没有写全开始和结束的日期，未列入日历：办讲座（2025年8月起）；参观"
    assert (str(calendar["X-WR-CALDESC"]), str(calendar["DESCRIPTION"])) == (told, told)
    assert [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")] == [
        "（约）2025年云岭省全民数字素养与技能提升月",
        "（约）2025年云岭省全民数字素养与技能提升月：实施阶段",
        "（约）举办数字知识网上竞答",
    ]


def test_a_session_that_is_not_certain_to_the_day_is_about_beside_the_activitys_own_day(tmp_path):
    activity = an_activity_yaml(when="6月15日", sessions="[{when: 6月下旬}]")
    events = read(formats(a_site(tmp_path, activity), site_url="")["yunling-2025/online-quiz/calendar.ics"]).walk("VEVENT")
    assert [(days(event), str(event["SUMMARY"])) for event in events] == [
        ((date(2025, 6, 15), date(2025, 6, 16)), "举办数字知识网上竞答"),
        ((date(2025, 6, 21), date(2025, 7, 1)), "（约）举办数字知识网上竞答"),
    ]


def test_names_are_made_of_ids_and_survive_another_title_and_another_id(tmp_path):
    plain = event_of(tmp_path / "1", id="online-quiz")
    renamed = event_of(tmp_path / "2", title="另一个名字", formerly="[quiz]")
    assert plain["UID"] == "urn:microsite:yunling-2025:activity:online-quiz"
    assert renamed["UID"] == "urn:microsite:yunling-2025:activity:quiz"


def test_without_updates_an_entry_was_changed_when_the_notice_was_signed(tmp_path):
    event = event_of(tmp_path)
    assert (event["SEQUENCE"], event["DTSTAMP"].dt, event["LAST-MODIFIED"].dt) == (0, SIGNED, SIGNED)


def test_each_update_raises_the_sequence_and_the_last_one_gives_the_time(tmp_path):
    updates = "[{on: 2025-06-05, text: 改了时间}, {on: 2025-06-03, text: 改了字, material: 'false'}]"
    event = event_of(tmp_path, updates=updates)
    changed = datetime(2025, 6, 4, 16, tzinfo=UTC)
    assert (event["SEQUENCE"], event["DTSTAMP"].dt, event["LAST-MODIFIED"].dt) == (2, changed, changed)


def test_a_cancelled_activity_stays_and_says_so(tmp_path):
    event = event_of(tmp_path, status="cancelled", when="2025年7月1日")
    assert (event["STATUS"], event["SUMMARY"]) == ("CANCELLED", "（已取消）举办数字知识网上竞答")
    assert days(event) == (date(2025, 7, 1), date(2025, 7, 2))


def test_a_postponed_activity_and_a_proposed_time_are_tentative(tmp_path):
    postponed = event_of(tmp_path / "1", status="postponed")
    proposed = event_of(tmp_path / "2", when="暂定7月1日")
    assert (postponed["STATUS"], postponed["SUMMARY"]) == (
        "TENTATIVE",
        "（已延期）（约）举办数字知识网上竞答",
    )
    assert proposed["STATUS"] == "TENTATIVE"


def test_a_part_with_a_time_of_its_own_has_an_entry(tmp_path):
    parts = "[{id: final, name: 决赛, when: 7月5日}, {id: first-round, name: 初赛}]"
    files = formats(a_site(tmp_path, an_activity_yaml(when=None, parts=parts)))
    calendar = read(files["yunling-2025/online-quiz/calendar.ics"])
    (event,) = calendar.walk("VEVENT")
    assert event["UID"] == "urn:microsite:yunling-2025:activity:online-quiz:part:final"
    assert event["SUMMARY"] == "举办数字知识网上竞答：决赛"
    assert event["URL"] == "https://www.example.gov.cn/ztzl/yunling-2025/online-quiz/#part-final"
    assert "X-WR-CALDESC" not in calendar


def test_a_body_has_the_activities_in_which_it_has_a_part_and_no_others(tmp_path):
    data = builders.data(builders.a_data_folder(tmp_path))
    files = formats(data)
    found = {
        path: [str(event["UID"]).rsplit(":", 1)[1] for event in read(content).walk("VEVENT")]
        for path, content in files.items()
        if path.startswith("organisations/") and path.endswith(".ics")
    }
    assert found == {
        "organisations/yunling-cac/calendar.ics": ["online-quiz"],
        "organisations/yunling-education/calendar.ics": ["village-classes"],
        "organisations/yunling-human-resources/calendar.ics": ["village-classes"],
        "organisations/yunling-women/calendar.ics": ["village-classes"],
    }
    assert read(files["organisations/yunling-cac/calendar.ics"])["NAME"] == "省委网信办参加的活动"


HOSTILE = "竞答\r\nATTENDEE:mailto:a@b.cn\nBEGIN:VALARM;,\\n：</script>"


def test_line_breaks_and_separators_in_words_add_no_property(tmp_path):
    data = a_site(tmp_path, an_activity_yaml(when="7月1日"))
    campaign = data.plan.campaigns[0]
    activity: Activity = replace(
        campaign.activities[0], title=Words(HOSTILE, "x"), summary=Words(HOSTILE, "x")
    )
    (said,) = ical.entries(scope(data, site_url=""), _item(campaign, activity))
    frame = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n%sEND:VCALENDAR\r\n" % said
    (event,) = read(frame).walk("VEVENT")
    assert sorted(event) == [
        "DESCRIPTION", "DTEND", "DTSTAMP", "DTSTART", "LAST-MODIFIED", "SEQUENCE", "SUMMARY", "TRANSP", "UID",
    ]  # fmt: skip
    assert event.subcomponents == []
    assert str(event["SUMMARY"]) == HOSTILE.replace("\r\n", "\n")


def _item(campaign: Campaign, activity: Activity) -> calendar_items.Item:
    return calendar_items.Item(
        uids.activity(campaign, activity), campaign, activity.when, activity.updates, activity=activity
    )


@given(st.text(alphabet="字é😀\\^;,:\n\" x", max_size=400))
def test_lines_are_folded_as_the_library_folds_them(text):
    entry = Event()
    entry.add("summary", text)
    assert ical.written("summary", text) == entry.to_ical().split(b"\r\n", 1)[1].removesuffix(b"END:VEVENT\r\n")
