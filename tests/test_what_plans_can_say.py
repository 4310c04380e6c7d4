"""What a plan can say beyond its activities and bodies, and where readers and programs find it."""

from __future__ import annotations

import json

import icalendar
import pytest
from lxml import html

import builders as b
import publishing

BOOKING = "{needed: true, url: https://example.org/signup, phone: 0990-5550100, email: kpzx@example.gov.cn, until: 6月10日17:00前}"
SAID = {
    "booking": BOOKING,
    "cost": "免费",
    "capacity": "50",
    "languages": "[zh, yue]",
    "access": "[sign-language, step-free]",
}
PAGE = "yunling-2025/online-quiz/index.html"


def data_of(root, *edits, **fields):
    """The small data folder, read, with one activity that has these fields."""
    plan = b.a_campaign_yaml(*edits, activities=[b.an_activity_yaml(**fields)])
    return b.data(b.a_data_folder(root, campaigns__yunling_2025=plan))


@pytest.fixture(scope="module")
def with_attendance(tmp_path_factory):
    return publishing.site(data_of(tmp_path_factory.mktemp("attendance"), **SAID, when="2025年6月20日"))


def test_a_page_says_how_to_book_what_it_costs_and_who_can_follow(with_attendance):
    pages = publishing.html(with_attendance)
    assert publishing.lines(pages, PAGE, "join") == [
        "需要报名", "报名截止：2025年6月10日17:00前", "网上报名", "电话报名：0990-5550100",
        "邮件报名：kpzx@example.gov.cn", "免费", "名额：50 人", "语言：普通话、粤语", "无障碍：手语翻译、轮椅可通行",
    ]  # fmt: skip
    assert publishing.lines(pages, f"en/{PAGE}", "join") == [
        "Entry is needed", "Entries close: 17:00 on 10 June 2025", "Enter online", "Enter by telephone: 0990-5550100",
        "Enter by email: kpzx@example.gov.cn", "Free", "Up to 50 people", "Languages: Mandarin Chinese and Cantonese",
        "Access: sign language and step-free access",
    ]  # fmt: skip
    assert "kpzx@<wbr>example.gov.cn" in pages[PAGE]
    links = html.fromstring(pages[PAGE]).xpath("//section[@aria-labelledby='join']//a/@href")
    assert links == ["https://example.org/signup", "tel:+869905550100", "mailto:kpzx@example.gov.cn"]


@pytest.mark.parametrize(
    ("until", "zh", "en", "closed"),
    [
        (
            "6月1日9:00至6月10日17:00", "报名时间：2025年6月1日9:00至10日17:00",
            "Entries: 9:00 on 1 June to 17:00 on 10 June 2025", ["2025-06-10T17:00"],
        ),
        ("6月1日起", "报名时间：2025年6月1日起", "Entries: from 1 June 2025", []),
        ("6月10日", "报名截止：2025年6月10日", "Entries close: 10 June 2025", ["2025-06-10"]),
        ("即日起至6月10日", "报名时间：即日起至2025年6月10日", "Entries: until 10 June 2025", ["2025-06-10"]),
    ],
)  # fmt: skip
def test_from_when_to_when_one_can_book_is_no_closing_day(tmp_path, until, zh, en, closed):
    """The browser says that it is closed, where there is a day after which it is."""
    pages = publishing.html(publishing.site(data_of(tmp_path, booking=f"{{until: {until}}}", when="2025年6月20日")))
    assert publishing.lines(pages, PAGE, "join")[0] == zh
    assert publishing.lines(pages, f"en/{PAGE}", "join")[0] == en
    assert html.fromstring(pages[PAGE]).xpath("//section[@aria-labelledby='join']//@data-end-last") == closed


@pytest.mark.parametrize(
    ("kind", "zh", "en"),
    [
        ("training", ["需要预约报名", "网上预约报名"], ["Booking is needed", "Book online"]),
        ("competition", ["需要报名", "网上报名"], ["Entry is needed", "Enter online"]),
        ("call", ["需要投稿", "网上投稿"], ["Works have to be sent in", "Send in online"]),
        ("volunteering", ["当志愿者要报名", "网上报名当志愿者"], ["Volunteers have to sign up", "Sign up online to volunteer"]),
    ],
)
def test_a_contest_is_entered_works_are_sent_in_volunteers_sign_up_and_the_rest_is_booked(tmp_path, kind, zh, en):
    booking = "{needed: true, url: https://example.org/signup}"
    pages = publishing.html(publishing.site(data_of(tmp_path, kind=kind, booking=booking)))
    assert [publishing.lines(pages, path, "join") for path in (PAGE, f"en/{PAGE}")] == [zh, en]


def test_entries_of_calendars_say_how_one_takes_part_in_the_activity_or_its_session(tmp_path):
    own = "[{when: 6月21日9:00, cost: 10元, booking: {phone: 0990-5550101}}, {when: 6月22日9:00, status: full}, {when: 6月23日9:00}]"
    site = publishing.site(data_of(tmp_path, **SAID, when="6月20日", sessions=own, parts="[{id: tour, name: 参观, when: 6月24日}]"))
    calendar = publishing.everything(site)["yunling-2025/online-quiz/calendar.ics"]
    events = icalendar.Calendar.from_ical(calendar).walk("VEVENT")
    booked = "需要报名；报名截止：2025年6月10日17:00前；https://example.org/signup；0990-5550100；kpzx@example.gov.cn"
    other = booked.replace("0990-5550100", "0990-5550101").replace("报名", "预约报名")
    common = ["语言：普通话、粤语", "无障碍：手语翻译、轮椅可通行"]
    said = [event["description"].splitlines()[1:] for event in events]
    assert [[line for line in lines if not line.startswith(("原文", "牵头", "云网", "名额"))] for lines in said] == [
        [booked, "免费", *common], [other, "费用：10元", *common], ["咨询电话：0990-5550100", "免费", *common],
        [booked, "免费", *common], [],
    ]  # fmt: skip


def test_programs_read_that_it_is_free_and_how_many_can_come(with_attendance):
    published = json.loads(publishing.everything(with_attendance)["api/v1/yunling-2025.json"])["activities"][
        0
    ]
    assert [published[key] for key in ("is_free", "capacity", "languages", "access")] == [
        True, 50, ["zh", "yue"], ["sign-language", "step-free"]
    ]  # fmt: skip
    assert published["booking"]["until"]["ends_at"] == "2025-06-10T17:00:00+08:00"
    assert {key: published["booking"][key] for key in ("needed", "url", "phone", "email")} == {
        "needed": True, "url": "https://example.org/signup", "phone": "0990-5550100", "email": "kpzx@example.gov.cn",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("cost", "said"),
    [("免费参加。", "免费参加。"), ("20元，60岁以上免费", "费用：20元，60岁以上免费"), ("不收费", "不收费")],
)
def test_only_what_is_free_for_everybody_is_called_free(tmp_path, cost, said):
    data = data_of(tmp_path, cost=f'"{cost}"')
    assert data.plan.campaigns[0].activities[0].is_free is (not said.startswith("费用"))
    assert publishing.lines(publishing.html(publishing.site(data)), PAGE, "join") == [said]


def test_large_numbers_are_written_in_groups_in_english(tmp_path):
    pages = publishing.html(publishing.site(data_of(tmp_path, capacity="1000")))
    assert "Up to 1,000 people" in pages[f"en/{PAGE}"]
    assert "名额：1000 人" in pages[PAGE]


def test_what_the_notice_does_not_say_about_taking_part_is_printed_nowhere(tmp_path):
    pages = publishing.html(publishing.site(data_of(tmp_path, booking="{phone: 0990-5550100}")))
    assert publishing.lines(pages, PAGE, "join") == ["电话报名：0990-5550100"]


def test_where_nobody_has_to_book_numbers_are_for_questions(tmp_path):
    said = "{needed: false, phone: 0990-5550100, url: https://example.org/more, email: kpzx@example.gov.cn}"
    pages = publishing.html(publishing.site(data_of(tmp_path, booking=said)))
    assert publishing.lines(pages, PAGE, "join") == ["不用报名", "网上了解", "咨询电话：0990-5550100", "邮箱：kpzx@example.gov.cn"]


def test_a_mailbox_with_words_around_it_is_told_how_to_write(tmp_path):
    plan = b.a_campaign_yaml(
        activities=[b.an_activity_yaml(booking="{email: kpzx@example.gov.cn（请注明单位）}")]
    )
    (problem,) = b.problems_in(b.a_data_folder(tmp_path, campaigns__yunling_2025=plan))
    assert (problem.path, problem.zh) == (
        "activities[0].booking.email",
        "“kpzx@example.gov.cn（请注明单位）”不是电子邮箱；请只写一个，如 bgs@example.gov.cn",
    )


# --- an agenda ----------------------------------------------------------------------------------

AGENDA = (
    "[{id: opening, name: 开幕, when: 6月20日9:00-9:30}, {id: talk, name: 报告, when: 6月20日10:00},"
    " {id: tour, name: 参观, when: 6月21日上午}]"
)


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("6月20日", {"": ["9:00至9:30", "10:00", "2025年6月21日上午"], "en/": ["9:00 to 9:30", "10:00", "21 June 2025 in the morning"]}),
        ("6月20日至21日", {"": ["2025年6月20日9:00至9:30", "2025年6月20日10:00", "2025年6月21日上午"]}),
    ],
)
def test_an_agenda_says_the_hours_of_its_day_alone(tmp_path, when, said):
    pages = publishing.html(publishing.site(data_of(tmp_path, parts=AGENDA, when=when)))
    for language, times in said.items():
        found = html.fromstring(pages[f"{language}{PAGE}"]).xpath("//ul[@class='ms-parts']//span[@class='ms-time']")
        assert ["".join(each.itertext()).replace("\u2060", "") for each in found] == times


# --- deadlines, parts, short titles -----------------------------------------------------------

DEADLINES = "[{what: 提交回执, to: 省教育厅, who: 各参会单位, due: 6月16日12:00前}, {what: 交作品, due: 7月底前}]"
PARTS = (
    "[{id: it-day, name: 教育日, when: 6月20日14:30-14:38, place: 市科技馆一楼, lead: [省妇联],"
    " deadlines: [{what: 报名, due: 6月18日前}]}]"
)


@pytest.fixture(scope="module")
def with_deadlines(tmp_path_factory):
    return publishing.site(data_of(tmp_path_factory.mktemp("deadlines"), deadlines=DEADLINES, parts=PARTS, short_title="网上答题"))


def test_a_page_says_by_when_with_the_hour_and_to_whom(with_deadlines):
    pages = publishing.html(with_deadlines)
    assert publishing.lines(pages, PAGE, "due") == [
        "2025年6月16日12:00前：各参会单位向省教育厅提交回执 省教育厅 0990-55501002", "省教育厅 0990-55501002", "2025年7月底前：交作品"
    ]  # fmt: skip
    assert publishing.lines(pages, f"en/{PAGE}", "due")[2] == "by the end of July 2025: 交作品"
    timeline = "yunling-2025/timeline/index.html"
    assert publishing.lines(pages, timeline, "deadlines") == [
        "2025年6月16日12:00前：各参会单位向省教育厅提交回执 举办数字知识网上竞答",
        "2025年6月18日前：报名 举办数字知识网上竞答",
        "2025年7月底前：交作品 举办数字知识网上竞答",
    ]


def test_what_is_due_at_an_hour_is_never_called_not_yet_begun(tmp_path):
    pages = publishing.html(publishing.site(data_of(tmp_path, deadlines="[{what: 交作品, due: 7月5日17:00}]")))
    (state,) = html.fromstring(pages[PAGE]).xpath("//ul[contains(@class,'ms-points--deadlines')]//span[@data-state]")
    assert (state.get("data-start-first"), state.get("data-end-last")) == ("", "2025-07-05T17:00")


def test_from_when_on_something_is_open_is_no_deadline_and_stands_in_the_calendar(tmp_path):
    opens, closes = "{what: 网上报名, due: 6月5日10:00起}", "{what: 交作品, due: 7月底前}"
    for listed, zh, en in ((f"[{opens}]", "开始时间", "Opens"), (f"[{opens}, {closes}]", "开始和截止时间", "Opening dates and deadlines")):
        files = publishing.everything(publishing.site(data_of(tmp_path, deadlines=listed)))
        for home, title in (("", zh), ("en/", en)):
            for path in (PAGE, "yunling-2025/timeline/index.html"):
                (heading,) = html.fromstring(files[home + path]).xpath("//section[ul[contains(@class,'deadlines')]]/h2")
                assert heading.text_content().strip() == title
        events = icalendar.Calendar.from_ical(files["yunling-2025/online-quiz/calendar.ics"]).walk("VEVENT")
        found = {str(each["SUMMARY"]): each["DTSTART"].dt.isoformat() for each in events if ":deadline:" in each["UID"]}
        assert found == {"开始：网上报名（举办数字知识网上竞答）": "2025-06-05T10:00:00+08:00"}


def test_a_part_says_where_it_is_and_who_leads_it(with_deadlines):
    (part,) = html.fromstring(publishing.html(with_deadlines)[PAGE]).xpath("//li[@id='part-it-day']")
    said = [" ".join(each.text_content().split()) for each in part.iter("p", "li")][1:]
    assert said == ["教育日 2025年6月20日14:30至14:38", "地点：市科技馆一楼", "牵头：省妇联", "2025年6月18日前：报名"]
    body = publishing.html(with_deadlines)["organisations/yunling-women/index.html"]
    assert "举办数字知识网上竞答 2025年6月中旬" in publishing.lines({"": body}, "", "edition-yunling-2025")


def test_the_printed_programme_says_of_a_part_where_it_is_who_leads_it_and_what_is_due(with_deadlines):
    page = publishing.everything(with_deadlines)["yunling-2025/print/index.html"]
    (part,) = html.fromstring(page).xpath("//ul[@class='ms-programme__parts']/li")
    said = [" ".join(each.text_content().split()) for each in part.iter("p", "li")][1:]
    assert said == ["地点：市科技馆一楼", "牵头：省妇联", "2025年6月18日前：报名"]


def test_the_printed_programme_has_all_that_a_reviewer_compares_with_the_notice(tmp_path):
    fields = {
        "awards": "[一等奖3名, 组织奖]", "audiences": "[students]", "audience_printed": "全省大中学生",
        "counts": "[{what: 名额, number: 60, unit: 名}]",
        "sessions": "[{when: 6月20日9:00-11:00, title: 初级班, place: 市科技馆, note: 自带电脑},"
                    " {when: 6月27日, place: 市图书馆, status: full}]",
        "parts": "[{id: final, name: 决赛, when: {text: 7月5日, was: 7月4日}, tracks: [数据分析]}]",
        "updates": "[{on: 2025-06-01, text: 场地检修，决赛改期。}]",
    }  # fmt: skip
    plan = b.a_campaign_yaml(("    summary: 各单位开展活动。\n", "    deadlines: [{what: 报送名单, due: 6月12日前}]\n"),
                             activities=[b.an_activity_yaml(**fields)])  # fmt: skip
    root = b.a_data_folder(tmp_path, campaigns__yunling_2025=plan, contacts__yunling_2025=CONTACTS)
    page = publishing.everything(publishing.site(b.data(root), as_of=b.AS_OF))["yunling-2025/print/index.html"]
    text = " ".join(html.fromstring(page).find(".//main").text_content().split())
    for words in (
        "一等奖3名、组织奖", "原文：全省大中学生", "名额：60 名", "决赛 2025年7月5日 原定“7月4日”。", "赛项：数据分析",
        "2025年6月20日 星期五 9:00至11:00 初级班，市科技馆自带电脑", "名额已满 市图书馆", "2025年6月1日：场地检修，决赛改期。",
        "0990-5550100 转 801 报名，李一，工作日9:00-17:00、0990-5550102 转 3 赵二", "2025年6月12日前：报送名单",
    ):  # fmt: skip
        assert words in text, words


def test_the_printed_programme_leaves_many_sessions_to_the_pages_of_cities(tmp_path):
    sessions = ", ".join(f"{{when: 6月{day}日9:00, place: 市科技馆}}" for day in range(10, 23))
    page = publishing.everything(publishing.site(data_of(tmp_path, sessions=f"[{sessions}]")))["yunling-2025/print/index.html"]
    assert "市科技馆" not in html.fromstring(page).xpath("string(//ul[@class='ms-programme__parts'])")


def test_calendars_and_search_engines_are_told_where_it_is_without_sessions(tmp_path):
    part = "[{id: tour, name: 参观, when: '6月20日10:20-11:40', place: 一楼B馆}, {id: talk, name: 报告, when: '6月20日9:40-10:10'}]"
    fields = {"when": "6月20日9:00-11:40", "places": "[会展中心二楼]", "parts": part, "lead": None, "host": "[省教育厅]"}
    made = publishing.everything(publishing.site(data_of(tmp_path, **fields)))
    for home in ("", "en/"):
        events = icalendar.Calendar.from_ical(made[f"{home}yunling-2025/online-quiz/calendar.ics"]).walk("VEVENT")
        assert [str(event["location"]) for event in events] == ["会展中心二楼", "一楼B馆", "会展中心二楼"]
        graph = html.fromstring(made[f"{home}{PAGE}"]).xpath("string(//script[@type='application/ld+json'])")
        event = next(each for each in json.loads(graph)["@graph"] if each["@type"] == "Event")
        assert event["location"] == {"@type": "Place", "name": "会展中心二楼"}
        assert [each["@id"] for each in event["organizer"]] == ["urn:microsite:organisation:yunling-education"]


@pytest.mark.parametrize(("home", "said"), [("", "原文：退休职工"), ("en/", "As printed: 退休职工")])
def test_whom_it_is_for_is_called_translated_only_where_it_is(tmp_path, home, said):
    page = publishing.html(publishing.site(data_of(tmp_path, audience_printed="退休职工")))[f"{home}{PAGE}"]
    (section,) = html.fromstring(page).xpath("//section[@aria-labelledby='for_whom']")
    assert said in section.text_content()


def test_a_deadline_on_a_known_day_stands_in_the_calendar_with_its_hour(with_deadlines):
    calendar = publishing.formats(with_deadlines.data)["yunling-2025/online-quiz/calendar.ics"].decode().replace("\r\n ", "")
    name = "UID:urn:microsite:yunling-2025:activity:online-quiz:deadline:"
    entries = [entry.splitlines() for entry in calendar.split("BEGIN:VEVENT")[1:] if name in entry]
    told = ("DTSTART", "DTEND", "SUMMARY", "UID")
    assert [[line for line in entry if line.startswith(told)] for entry in entries] == [
        ["SUMMARY:截止：提交回执（举办数字知识网上竞答）", "DTSTART;TZID=Asia/Shanghai:20250616T120000", f"{name}1"],
        ["SUMMARY:截止：报名（举办数字知识网上竞答）", "DTSTART;VALUE=DATE:20250618", "DTEND;VALUE=DATE:20250619", f"{name}3"],
    ]


def test_cards_and_squares_have_the_short_title_and_the_page_the_printed_one(with_deadlines):
    pages = publishing.html(with_deadlines)
    page = html.fromstring(pages["yunling-2025/index.html"])
    assert page.xpath("string(//h3[@class='ms-card__title'])") == "网上答题"
    assert page.xpath("string(//span[@class='ms-tile__name'])").startswith("网上答题")
    assert html.fromstring(pages[PAGE]).xpath("string(//h1)") == "举办数字知识网上竞答"


def test_a_short_title_that_is_long_is_told_how_long_it_may_be(tmp_path):
    plan = b.a_campaign_yaml(activities=[b.an_activity_yaml(short_title="举办数字知识网上竞答活动呀")])
    (problem,) = b.problems_in(b.a_data_folder(tmp_path, campaigns__yunling_2025=plan))
    assert (problem.code, problem.zh) == ("too-long", "“举办数字知识网上竞答活动呀”有 13 个字；请缩短到 12 个字以内")


# --- contacts ---------------------------------------------------------------------------------

CONTACTS = """\
campaign: yunling-2025
people_until: 2025-12-31
source: 通知附件
contacts:
  - body: 省委网信办
    phones:
      - number: 0990-5550100
        ext: 801
        person: 李一
        note: 报名
        hours: 工作日9:00-17:00
      - number: 0990-5550102 转 3
        person: 赵二
    fax: 0990-5550103
    email: bgs@example.gov.cn
  - body: 省教育厅
    email: jyt@example.gov.cn
"""


UNNAMED = """\
campaign: yunling-2025
contacts:
  - body: 省委网信办
    phone: 0990-5550100
  - body: 省教育厅
    email: jyt@example.gov.cn
"""


def contacts_of(root, text):
    return b.data(b.a_data_folder(root, contacts__yunling_2025=text))


@pytest.fixture(scope="module")
def with_contacts(tmp_path_factory):
    return publishing.site(contacts_of(tmp_path_factory.mktemp("contacts"), CONTACTS), as_of=b.AS_OF)


def test_every_number_of_a_body_is_shown_with_its_extension_its_hours_and_who_answers(with_contacts):
    pages = publishing.html(with_contacts)
    said = "0990-5550100 转 801 报名，李一，工作日9:00-17:00 0990-5550102 转 3 赵二 bgs@example.gov.cn"
    assert publishing.lines(pages, PAGE, "call") == [f"省委网信办 {said}"]
    (entry,) = html.fromstring(pages["yunling-2025/contacts/index.html"]).xpath("//li[@id='contact-yunling-cac']")
    assert " ".join(entry.find_class("ms-contact__call")[0].text_content().split()).startswith(f"{said} 传真：0990-5550103")
    assert html.fromstring(pages[PAGE]).xpath("//section[@aria-labelledby='call']//a/@href")[1:] == [
        "tel:+869905550100;ext=801", "tel:+869905550102;ext=3", "mailto:bgs@example.gov.cn"
    ]  # fmt: skip
    assert publishing.lines(pages, "yunling-2025/village-classes/index.html", "call") == ["省教育厅 jyt@example.gov.cn"]
    assert "这些号码是2025年公布的，之后可能有变动。" in pages["yunling-2025/contacts/index.html"]
    assert "号码出处：通知附件" in pages["yunling-2025/contacts/index.html"].replace('<span lang="zh-CN">', "")


def test_a_list_of_numbers_without_persons_and_without_a_notice_needs_no_invented_day_or_place(tmp_path):
    data = contacts_of(tmp_path, UNNAMED)
    pages = publishing.html(publishing.site(data, as_of=b.AS_OF))
    directory = html.fromstring(pages["yunling-2025/contacts/index.html"]).text_content()
    assert "0990-5550100" in directory
    assert "姓名" not in directory
    assert "None" not in directory
    assert (data.plan.campaigns[0].contacts.people_until, data.plan.campaigns[0].contacts.people_shown) == (None, True)


@pytest.mark.parametrize(
    "named", ["    phone: 0990-5550100\n    person: 李一\n", "    phones:\n      - number: 0990-5550109\n        person: 李一\n"]
)
def test_whoever_is_named_needs_a_last_day(named, tmp_path):
    text = UNNAMED.replace("    phone: 0990-5550100\n", named)
    (problem,) = b.problems_in(b.a_data_folder(tmp_path, contacts__yunling_2025=text))
    assert f"{problem} [{problem.code}]" == (
        "data/contacts/yunling-2025.yml:1:1: people_until: 缺少“people_until”（联系人姓名公布至）；请补上 / "
        "“people_until” is missing; add it [missing]"
    )


def test_numbers_under_both_keys_of_a_body_are_told_at_the_single_one(tmp_path):
    text = UNNAMED.replace("    phone: 0990-5550100\n", "    phone: 0990-5550100\n    phones:\n      - number: 0990-5550109\n")
    (problem,) = b.problems_in(b.a_data_folder(tmp_path, contacts__yunling_2025=text))
    assert f"{problem} [{problem.code}]" == (
        "data/contacts/yunling-2025.yml:4:12: contacts[0].phone: 有了 phones，这里就不写 phone；请删去 phone，phones 里没有的号码写进 "
        "phones / phone cannot stand beside phones; delete phone, and add its number to phones if it is missing there [phone-beside-phones]"
    )


def test_numbers_are_of_the_year_in_which_the_notice_was_signed(tmp_path):
    plan = b.a_campaign_yaml(("  signed: 2025年5月20日", "  signed: 2024年12月20日"))
    pages = publishing.html(publishing.site(b.data(b.a_data_folder(tmp_path, campaigns__yunling_2025=plan))))
    assert "这些号码是2024年公布的" in pages["yunling-2025/contacts/index.html"]
    assert html.fromstring(pages[PAGE]).xpath("string(//h2[@id='call'])") == "咨询电话 2024年公布"


def test_address_cards_tables_and_data_have_every_number(with_contacts):
    files = publishing.everything(with_contacts)
    card = files["yunling-2025/contacts/yunling-cac.vcf"].decode().splitlines()
    assert [line for line in card if line.startswith(("TEL", "EMAIL", "NOTE"))] == [
        "TEL;TYPE=WORK,VOICE:+869905550100;ext=801", "TEL;TYPE=WORK,VOICE:+869905550102;ext=3",
        "TEL;TYPE=WORK,FAX:+869905550103", "EMAIL;TYPE=WORK:bgs@example.gov.cn", "NOTE:李一\\, 赵二",
    ]  # fmt: skip
    table = files["yunling-2025/contacts.csv"].decode("utf-8-sig").splitlines()
    assert table[1].split(",")[2:4] == ["0990-5550100 转 801；0990-5550102 转 3", "李一；赵二"]
    assert table[2].split(",")[-1] == "jyt@example.gov.cn"
    first, second = json.loads(files["api/v1/yunling-2025.json"])["contacts"]["contacts"]
    assert [(each["number"], each["dial"]) for each in first["numbers"]] == [
        ("0990-5550100", "+869905550100;ext=801"), ("0990-5550102 转 3", "+869905550102;ext=3")
    ]  # fmt: skip
    assert (first["phone"], second["phone"], second["email"]) == ("0990-5550100", None, "jyt@example.gov.cn")


def test_names_beside_numbers_expire_like_any_others(tmp_path):
    data = contacts_of(tmp_path, CONTACTS.replace("2025-12-31", "2025-01-31"))
    made = b"".join(publishing.everything(publishing.site(data, as_of=b.AS_OF)).values()).decode("utf-8", "replace")
    assert "李一" not in made
    assert "赵二" not in made


WITH_WORDS = (
    "里有号码以外的字；请只写 NUMBER，姓名写 person，兼传真的再写 fax: NUMBER，用途、接听时间写成 "
    "phones: [{number: NUMBER, note: 用途, hours: 时间}]"
)
SEVERAL = "不止一个号码；请写成 phones: [{{{}}}, {{{}}}]"


@pytest.mark.parametrize(
    ("phone", "said"),
    [
        ("0990-5550100、5550101", SEVERAL.format("number: 0990-5550100", "number: 0990-5550101")),
        ("0990-5550100转801、802", SEVERAL.format("number: 0990-5550100, ext: 801", "number: 0990-5550100, ext: 802")),
        ("0990-5550100（兼传真）", WITH_WORDS.replace("NUMBER", "0990-5550100")),
        ("0990-5550100（工作日8:30-17:30）", WITH_WORDS.replace("NUMBER", "0990-5550100")),
        ("0990-5550100 转 801 林示例", WITH_WORDS.replace("NUMBER", "0990-5550100 转 801")),
        ("0990-5550100 a@example.gov.cn", "这里只写电话；请把邮箱移到 email 一项"),
    ],
)
def test_a_telephone_that_is_more_than_one_is_told_how_to_write(tmp_path, phone, said):
    text = b.contacts_yaml(("phone: 0990—55501001", f"phone: {phone}"))
    (problem,) = b.problems_in(b.a_data_folder(tmp_path, contacts__yunling_2025=text))
    assert problem.zh.removeprefix(f"“{phone}”") == said


ONE_HERE = "不止一个号码；这里只写一个（0990-5550100 或 0990-5550101），另外的照原文写进说明、参加办法这样的文字里"
BOOKING_WORDS = "里有号码以外的字；请只写 0990-5550100，接听时间写 hours，别的字照原文写进说明、参加办法这样的文字里"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("booking: {phone: 0990-5550100（兼传真）}", BOOKING_WORDS),
        ("booking: {phone: 0990-5550100、0101}", ONE_HERE),
        ("helpline: {phone: 0990-5550100（兼传真）}", BOOKING_WORDS.replace("接听", "名称写 name，接听")),
        ("booking: {phone: 0990-5550100 a@example.gov.cn}", "这里只写电话；请把邮箱移到 email 一项"),
        ("helpline: {phone: 0990-5550100 a@example.gov.cn}", "这里只写电话；请把邮箱移到联系人（data/contacts）的 email 一项"),
        ("fax: 0990-5550100（兼电话）", "里有号码以外的字；请只写 0990-5550100，姓名写 person，兼电话的再写 phone: 0990-5550100"),
        ("fax: 0990-5550100、0101", ONE_HERE),
        ("phones: [{number: 0990-5550100（报名）}]", "里有号码以外的字；请只写 0990-5550100，姓名写 person，接听时间写 hours，用途写 note"),
        ("phones: [{number: 0990-5550100/01}]", "不止一个号码；请每个号码写一项：{number: 0990-5550100}, {number: 0990-5550101}"),
    ],
)
def test_advice_about_a_telephone_names_only_what_can_be_written_beside_it(tmp_path, written, said):
    plan, contacts = b.a_campaign_yaml(), b.contacts_yaml()
    if written.startswith("booking"):
        plan = b.a_campaign_yaml(activities=[b.an_activity_yaml(booking=written.partition(": ")[2])])
    elif written.startswith("helpline"):
        plan = b.a_campaign_yaml(("period_source: 二", f"period_source: 二\n{written}"))
    else:
        contacts = b.contacts_yaml(("phone: 0990—55501001", written))
    (problem,) = b.problems_in(b.a_data_folder(tmp_path, campaigns__yunling_2025=plan, contacts__yunling_2025=contacts))
    assert problem.zh.rpartition("”")[2] == said


def test_a_contact_without_any_way_to_reach_it_is_told(tmp_path):
    text = b.contacts_yaml(("    phone: 0990—55501004\n", ""))
    (problem,) = b.problems_in(b.a_data_folder(tmp_path, contacts__yunling_2025=text))
    assert (problem.code, problem.zh) == ("missing", "缺少“phone”（电话）；请补上，没有电话的写 email 或 fax")


# --- prizes, and who is in charge as printed --------------------------------------------------


def test_a_contest_says_openly_what_can_be_won(tmp_path):
    pages = publishing.html(publishing.site(data_of(tmp_path, awards="[一等奖2名, 参赛者均有纪念品, 等]"), as_of=b.AS_OF))
    assert publishing.lines(pages, PAGE, "awards") == ["一等奖2名", "参赛者均有纪念品", "等"]


def test_who_is_in_charge_is_said_as_printed_where_it_is_a_kind_of_body(tmp_path):
    activity = b.an_activity_yaml(lead=None, support=None, credit="各街道科协")
    root = b.a_data_folder(tmp_path, campaigns__yunling_2025=b.a_campaign_yaml(activities=[activity]))
    pages = publishing.html(publishing.site(b.data(root), as_of=b.AS_OF))
    assert publishing.lines(pages, PAGE, "who")[0] == "分工原文：各街道科协"
    assert not [line for line in publishing.lines(pages, PAGE, "source") if "各街道科协" in line]
