"""What is said of an activity agrees with its sessions, whatever became of these and whatever time it has itself."""

from __future__ import annotations

import csv
import io
import json
import re

import icalendar
import pytest
from lxml import html

import builders as b
import publishing
from microsite.checks import remarks
from session_tables import PLACES, read

TUESDAYS = "6月10日至7月8日，每周二9:00-10:00"
FIRST, NEXT = "{when: 6月17日9:00-10:00, status: cancelled}", "{when: 6月24日9:00-10:00}"
OFF = "2025年6月17日9:00至10:00（已取消）"


def graph(page):
    nodes = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)[1])["@graph"]
    return next(node for node in nodes if node.get("@id", "").endswith(":online-quiz"))


def activities(made):
    (row,) = csv.DictReader(io.StringIO(made["yunling-2025/activities.csv"].decode("utf-8-sig")))
    return list(row.values())


@pytest.mark.parametrize(
    ("when", "sessions", "said", "english", "bounds"),
    [
        ("6月17日9:00-10:00", f"[{FIRST}, {NEXT}]", "2025年6月24日9:00至10:00", "24 June 2025, 9:00 to 10:00",
         ("2025-06-24T09:00", "2025-06-24T10:00")),
        ("6月17日9:00-10:00", f"[{FIRST}]", OFF, "17 June 2025, 9:00 to 10:00 (Cancelled)", (None, "2025-06-17T10:00")),
        ("6月17日9:00-10:00", f"[{FIRST}, {{when: 6月17日14:00}}]", "2025年6月17日14:00", "17 June 2025, 14:00",
         ("2025-06-17T14:00", "2025-06-17")),
        ("6月17日", f"[{FIRST}, {{when: 6月17日14:00}}]", "2025年6月17日", "17 June 2025", ("2025-06-17", "2025-06-17")),
        ("6月17日、24日9:00-10:00", f"[{FIRST}]", "2025年6月24日9:00至10:00", "24 June 2025, 9:00 to 10:00",
         ("2025-06-24T09:00", "2025-06-24T10:00")),
        (TUESDAYS, f"[{FIRST}]", "2025年6月10日至7月8日，每周二9:00至10:00（6月17日除外）",
         "every Tuesday, 9:00 to 10:00, 10 June to 8 July 2025 (except 17 June)", ("2025-06-10T09:00", "2025-07-08T10:00")),
        (TUESDAYS, "[{when: {text: 6月18日9:00-10:00, was: 6月17日9:00-10:00}}]",
         "2025年6月10日至7月8日，每周二9:00至10:00（6月17日除外），另有2025年6月18日的场次",
         "every Tuesday, 9:00 to 10:00, 10 June to 8 July 2025 (except 17 June), and sessions on 18 June 2025",
         ("2025-06-10T09:00", "2025-07-08T10:00")),
        ("6月中旬", "[{when: 7月5日9:00}]", "2025年6月中旬，另有2025年7月5日的场次", "mid-June 2025, and sessions on 5 July 2025",
         ("2025-06-11", "2025-07-05")),
        ("6月中旬", "[{when: 7月5日}, {when: 7月6日}, {when: 7月9日}]", "2025年6月中旬，另有2025年7月5日至9日的场次",
         "mid-June 2025, and sessions on 5 to 9 July 2025", ("2025-06-11", "2025-07-09")),
        (None, "[{when: 6月17日9:00}, {when: 待定}]", "2025年6月17日，另有时间未定的场次",
         "17 June 2025, and sessions whose time is not set", ("2025-06-17", None)),
        (None, "[{when: 6月12日}, {when: 6月30日20:00-次日1:00}]", "2025年6月12日至30日，共2场", "12 to 30 June 2025, 2 sessions",
         ("2025-06-12", "2025-07-01T01:00")),
    ],
)  # fmt: skip
def test_lists_the_timeline_the_table_and_a_browser_say_when_it_is_by_its_sessions(tmp_path, when, sessions, said, english, bounds):
    made = publishing.everything(publishing.site(read(tmp_path, "", "", when=when, sessions=sessions)))
    for start, words in (("", said), ("en/", english)):
        lists = html.fromstring(made[f"{start}yunling-2025/activities/index.html"])
        assert lists.xpath("normalize-space(//article//dd//*[@class='ms-time'])") == words
        (state,) = lists.xpath("//article//*[@data-state]")
        assert tuple(state.get(f"data-{end}") or None for end in ("start-first", "end-last")) == bounds
        timeline = html.fromstring(made[f"{start}yunling-2025/timeline/index.html"])
        assert timeline.xpath("normalize-space(//section[@aria-labelledby='dated']//*[@class='ms-entry__when']/*[1])") == words
    assert activities(made)[6:8] == [said, when or ""]
    assert activities(made)[5] == ("活动已取消" if said == OFF else "")


def test_search_engines_and_programs_are_told_of_no_date_that_is_called_off(tmp_path):
    made = publishing.everything(publishing.site(read(tmp_path, "", "", when=TUESDAYS, sessions=f"[{FIRST}]")))
    node = graph(made["yunling-2025/online-quiz/index.html"].decode())
    assert (node["eventStatus"], node["eventSchedule"]["exceptDate"]) == ("https://schema.org/EventScheduled", ["2025-06-17"])
    assert [each["eventStatus"] for each in node["subEvent"]] == ["https://schema.org/EventCancelled"]
    when = json.loads(made["api/v1/yunling-2025.json"])["activities"][0]["when"]
    assert ([each["earliest"] for each in when["dates"]], when["repeats"]["except"], when["printed"]) == (
        ["2025-06-10", "2025-06-24", "2025-07-01", "2025-07-08"], ["2025-06-17"], TUESDAYS,
    )  # fmt: skip


def test_what_is_off_with_all_of_its_sessions_is_so_for_programs(tmp_path):
    made = publishing.everything(publishing.site(read(tmp_path, "", "", when="6月17日9:00-10:00", sessions=f"[{FIRST}]")))
    assert graph(made["yunling-2025/online-quiz/index.html"].decode())["eventStatus"] == "https://schema.org/EventCancelled"
    assert json.loads(made["api/v1/yunling-2025.json"])["activities"][0]["status"] == "cancelled"


def test_a_session_that_was_moved_to_another_day_says_when_it_was_to_be(tmp_path):
    moved = "[{when: {text: 6月20日9:00-10:00, was: 6月13日9:00-10:00}, changed: 2025-06-02}]"
    made = publishing.everything(publishing.site(read(tmp_path, "", "", when=None, sessions=moved)))
    for page in ("online-quiz", "sessions"):
        rows = html.fromstring(made[f"yunling-2025/{page}/index.html"]).xpath("//li[contains(@class, 'ms-session')]")
        assert [" ".join(row.text_content().split()).partition("举办")[0] for row in rows] == ["9:00至10:00 原定：6月13日9:00-10:00"]
    assert "2025年6月20日9:00至10:00：时间或地点有改动。原定“6月13日9:00-10:00”。" in made["yunling-2025/changes.atom"].decode()
    (event,) = graph(made["yunling-2025/online-quiz/index.html"].decode())["subEvent"]
    assert [event[key] for key in ("eventStatus", "previousStartDate", "startDate")] == [
        "https://schema.org/EventRescheduled", "2025-06-13T09:00:00+08:00", "2025-06-20T09:00:00+08:00",
    ]  # fmt: skip


def test_a_session_says_what_was_printed_beside_its_hours(tmp_path):
    times = ("6月17日下午2:00，遇雨顺延", "6月18日下午第三节", "{text: 6月19日9:00, note: 以当天通知为准}", "6月20日（周五）上午9:00")
    sessions = ", ".join(f"{{when: {each}}}" for each in times)
    made = publishing.html(publishing.site(read(tmp_path, "", "", when=None, sessions=f"[{sessions}]")))
    for language, printed, is_other in (("", "原文：", False), ("en/", "As printed: ", True)):
        rows = html.fromstring(made[f"{language}yunling-2025/sessions/index.html"]).xpath("//li[starts-with(@class, 'ms-session')]")
        said = [" ".join(row.text_content().split()) for row in rows]
        assert [printed in row for row in said] == [True, True, is_other, False]
        assert all(words in row for words, row in zip(("遇雨顺延", "第三节", "以当天通知为准", ""), said, strict=True))


def test_what_an_activity_says_holds_for_its_sessions_that_say_nothing_else(tmp_path):
    fields = {"cost": "免费", "access": "[sign-language]", "languages": "[yue]", "booking": "{needed: true, phone: 0990-55501001}"}
    sessions = "[{when: 6月17日}, {when: 6月18日, cost: 20元}]"
    made = publishing.everything(publishing.site(read(tmp_path, "", "", sessions=sessions, **fields)))
    page = html.fromstring(made["yunling-2025/sessions/index.html"])
    rows = page.xpath("//li[contains(@class, 'ms-session')]")
    assert [(row.get("data-free"), row.get("data-access")) for row in rows] == [("", "sign-language"), (None, "sign-language")]
    assert page.xpath("//input[@name='free' or @name='access']/@value") == ["1", "sign-language"]
    held = json.loads(made["api/v1/yunling-2025.json"])["activities"][0]["sessions"]
    assert [(each["is_free"], each["access"], each["booking"]["phone"]) for each in held] == [
        (True, ["sign-language"], "0990-55501001"), (False, ["sign-language"], "0990-55501001"),
    ]  # fmt: skip
    table = list(csv.reader(io.StringIO(made["yunling-2025/sessions.csv"].decode("utf-8-sig"))))
    assert [row[-5::3] for row in table[1:]] == [["免费", "手语翻译"], ["20元", "手语翻译"]]
    events = graph(made["yunling-2025/online-quiz/index.html"].decode())["subEvent"]
    assert [event.get("isAccessibleForFree") for event in events] == [True, None]
    assert page.xpath("count(//li[contains(., '0990-55501001')])") == 2


BOOKING = "{needed: true, phone: 0990-55501001, hours: 工作日8:30-17:30, until: 6月12日}"
CALL = "电话报名：0990-55501001 工作日8:30-17:30"


@pytest.mark.parametrize(
    ("booking", "said"),
    [
        ("{until: 前一天}", ["需要报名", "报名截止：前一天", CALL]),
        (
            "{url: 'https://example.org/signup'}",
            ["需要预约报名", "预约报名截止：2025年6月12日", "网上预约报名", CALL.replace("报名", "预约报名")],
        ),
        ("{phone: 0990-55501002}", ["需要预约报名", "预约报名截止：2025年6月12日", "电话预约报名：0990-55501002"]),
        ("{hours: 周六9:00-12:00}", ["需要报名", "报名截止：2025年6月12日", "电话报名：0990-55501001 周六9:00-12:00"]),
        ("{needed: false}", ["不用预约报名"]),
    ],
)
def test_a_session_keeps_the_booking_of_its_activity_but_for_what_it_says_itself(tmp_path, booking, said):
    """A session of a contest that is booked elsewhere is not entered but booked: it may be a talk before it."""
    sessions = f"[{{when: 6月17日, booking: {booking}}}, {{when: 6月18日}}]"
    made = publishing.everything(publishing.site(read(tmp_path, "", "", when=None, booking=BOOKING, sessions=sessions)))
    first, second = html.fromstring(made["yunling-2025/sessions/index.html"].decode()).find_class("ms-session__how")
    lines = [[" ".join(p.text_content().split()) for p in each.xpath("p")] for each in (first, second)]
    assert lines == [said, ["需要报名", "报名截止：2025年6月12日", CALL]]
    calendar = icalendar.Calendar.from_ical(made["yunling-2025/online-quiz/calendar.ics"])
    told = next(str(each["description"]) for each in calendar.walk("VEVENT") if each["dtstart"].dt.day == 17)
    assert ("0990-55501001" in told) == any("0990-55501001" in line for line in said)


def test_the_page_of_an_activity_says_of_a_session_only_how_its_booking_differs(tmp_path):
    sessions = "[{when: 6月17日, booking: {until: 6月14日至15日}}, {when: 6月18日, status: full}, {when: 6月19日, booking: {hours: 周六}}]"
    made = publishing.html(publishing.site(read(tmp_path, "", "", when=None, booking=BOOKING, sessions=sessions)))
    page = html.fromstring(made["yunling-2025/online-quiz/index.html"])
    own = [each.xpath(".//*[@class='ms-session__how']/p") for each in page.find_class("ms-session")]
    said = [[" ".join(p.text_content().split()) for p in each] for each in own]
    assert said == [["报名时间：2025年6月14日至15日"], [], ["电话报名：0990-55501001 周六"]]


def test_what_is_the_same_at_every_session_is_so_at_one_that_is_full(tmp_path):
    places = PLACES + "  - {id: hall, name: 文化馆, area: songping}\n"
    sessions = "[{when: 6月17日, place: 清溪市图书馆}, {when: 6月18日, place: 文化馆, status: full}]"
    booking = "{needed: true, phone: 0990-55501001}"
    made = publishing.html(publishing.site(read(tmp_path, "", places, when=None, booking=booking, sessions=sessions, access="[help]")))
    page = html.fromstring(made["yunling-2025/online-quiz/index.html"])
    assert "每场都一样" not in page.text_content()
    said = [[p.text_content() for p in each.xpath("p")] for each in page.find_class("ms-session__how")]
    assert said == [["无障碍：现场有人协助、轮椅可通行"]]


def test_access_is_added_up_and_a_session_on_the_internet_has_nothing_of_a_building(tmp_path):
    places = ["清溪市图书馆", "线上", "腾讯会议", "线上和市民中心", "在线教育馆"]
    sessions = ", ".join(f"{{when: 6月1{n}日, place: {place}, address: {'人民路1号' if n == 4 else ''}}}" for n, place in enumerate(places))
    sessions = sessions.replace(", address: }", "}").replace("线上}", "线上, access: [captions]}")
    access = "[sign-language, toilet, step-free, guide-dogs, quiet-space, hearing-loop, parking]"
    made = publishing.everything(publishing.site(read(tmp_path, "", when=None, sessions=f"[{sessions}]", access=access)))
    page = html.fromstring(made["yunling-2025/sessions/index.html"].decode())
    rows = [set(each.get("data-access").split()) for each in page.xpath("//li[contains(@class, 'ms-session')]")]
    whole = set(access[1:-1].split(", "))
    assert rows == [whole, {"sign-language", "captions"}, {"sign-language"}, whole, whole]
    held = json.loads(made["api/v1/yunling-2025.json"])["activities"][0]["sessions"]
    assert [set(each["access"]) for each in held] == rows


def test_the_sessions_of_what_is_off_are_off_and_the_clerk_is_told(tmp_path):
    data = read(tmp_path, "", "", status="postponed", sessions="[{when: 6月17日}, {when: 6月18日, status: full}]")
    made = publishing.everything(publishing.site(data))
    assert "共 2 场，其中 2 场取消或延期。" in html.fromstring(made["yunling-2025/sessions/index.html"].decode()).text_content()
    table = list(csv.DictReader(io.StringIO(made["yunling-2025/sessions.csv"].decode("utf-8-sig"))))
    assert [row["状态"] for row in table] == ["已延期", "已延期"]
    assert [note.zh for note in remarks.notes(data.plan) if note.code == "contradicts"] == [
        "“举办数字知识网上竞答”写了延期，有 2 场没有写，页面上也都是延期；请核对，确实如此的照写"
    ]


def test_a_repeat_with_two_hours_a_day_names_each_day_once(tmp_path):
    sessions = "[{when: '6月12日至7月3日，每周四9:00-10:00、14:00-15:00'}]"
    page = publishing.html(publishing.site(read(tmp_path, "", "", when=None, sessions=sessions)))["yunling-2025/sessions/index.html"]
    (fold,) = html.fromstring(page).xpath("//li//details")
    assert " ".join(fold.text_content().split()) == "全部 4 个日期2025年6月12日、19日、26日、7月3日"


def test_who_holds_a_session_alone_takes_part(tmp_path):
    plan = b.a_campaign_yaml(activities=[b.an_activity_yaml(sessions="[{when: 6月17日, host: [省妇联]}]")])
    notes = remarks.notes(b.data(b.a_data_folder(tmp_path, campaigns__yunling_2025=plan)).plan)
    assert [note.zh for note in notes if note.code == "contact-only"] == []


def test_no_page_has_a_label_twice_or_offers_a_telephone_that_there_is_none_of(tmp_path):
    activity = b.an_activity_yaml(source="三（一）", lead=None, support=None, credit=None, host="[省妇联]")
    plan = b.a_campaign_yaml(("  number: 云网办字〔2025〕1号\n", ""), activities=[activity])
    contacts = "campaign: yunling-2025\ncontacts:\n  - body: 省妇联\n    email: fulian@example.gov.cn\n"
    root = b.a_data_folder(tmp_path, campaigns__yunling_2025=plan, contacts__yunling_2025=contacts)
    made = {path: page.decode() for path, page in publishing.everything(publishing.site(b.data(root))).items() if path.endswith(".html")}
    for name in ("online-quiz", "print", "plan"):
        assert "出处：出处" not in re.sub(r"<[^>]*>|\s", "", made[f"yunling-2025/{name}/index.html"])
    page = html.fromstring(made["yunling-2025/online-quiz/index.html"])
    assert page.xpath("normalize-space(//*[@class='ms-facts__unstated'])").endswith("可以发邮件询问。")
    assert html.fromstring(made["yunling-2025/plan/index.html"]).xpath("string(//h2[@id='activities'])") == "活动与分工"


def test_the_page_of_a_city_says_where_an_activity_is_there(tmp_path):
    sessions = "[{when: 待定, place: 文化馆三楼, area: 清溪市}, {when: 6月20日, place: 活动中心, area: 松坪市}]"
    made = publishing.html(publishing.site(read(tmp_path, "", when="6月中旬", sessions=sessions)))
    for city, place in (("qingxi", "文化馆三楼"), ("songping", "活动中心")):
        row = html.fromstring(made[f"yunling-2025/in/{city}/index.html"])
        assert row.xpath("normalize-space(//p[@class='ms-actrow__where']/span)") == place


CITIES = (
    "[{when: 6月20日, place: 清溪市图书馆, host: [省教育厅]}, {when: 6月21日, place: 线上, area: 清溪市, host: [省教育厅]}, "
    "{when: 6月22日, place: 活动中心, area: 松坪市, host: [省人社厅]}, {when: 6月23日, area: 松坪市, status: cancelled, place: 礼堂}]"
)
HALL = PLACES + "  - {id: hall, name: 文化馆, area: songping, address: 和平街 2 号}\n"


def rows_of_cities(made):
    for city in ("qingxi", "songping"):
        row = html.fromstring(made[f"yunling-2025/in/{city}/index.html"]).find_class("ms-actrow")[0]
        where, call = (row.xpath(f"normalize-space(p[@class='ms-actrow__{name}'])") for name in ("where", "call"))
        yield where, call


def test_the_page_of_a_city_names_the_places_there_and_first_whoever_holds_the_sessions(tmp_path):
    made = publishing.html(publishing.site(read(tmp_path, "", HALL, venues="[清溪市图书馆]", sessions=CITIES)))
    assert list(rows_of_cities(made)) == [("清溪市图书馆", "省教育厅 0990-55501002"), ("活动中心", "省人社厅 0990-55501003")]


def test_the_page_of_a_city_names_no_place_and_no_number_of_another_city(tmp_path):
    sessions = "[{when: 6月20日, area: 清溪市}, {when: 6月21日, area: 松坪市, host: [省妇联]}]"
    made = publishing.html(publishing.site(read(tmp_path, "", HALL, lead=None, venues="[清溪市图书馆, 各社区]", sessions=sessions)))
    assert list(rows_of_cities(made)) == [("清溪市图书馆", "省委网信办 0990-55501001"), ("各社区", "省妇联 0990-55501004")]


def test_the_matters_of_the_contacts_have_the_numbers_of_whoever_holds_a_session(tmp_path):
    made = publishing.html(publishing.site(read(tmp_path, "", support="[省妇联]", sessions=CITIES)))
    matter = html.fromstring(made["yunling-2025/contacts/index.html"]).find_class("ms-matter")[0]
    assert matter.xpath("p/span[1]/text()") == ["省委网信办"]
    assert matter.xpath("details/summary/text()") == ["另外 2 家单位的电话"]
    assert matter.xpath("details/p/span[1]/text()") == ["省教育厅", "省人社厅"]


def test_a_registered_venue_of_an_activity_has_its_street_and_city(tmp_path):
    made = publishing.html(publishing.site(read(tmp_path, "", HALL, venues="[文化馆, 清溪市图书馆, 各社区]")))
    page = html.fromstring(made["yunling-2025/online-quiz/index.html"])
    said = "场所：文化馆（和平街 2 号，松坪市）、清溪市图书馆（文昌路 8 号）、各社区"
    assert page.xpath("normalize-space(//section[@aria-labelledby='where']//p[span='场所：'])") == said
