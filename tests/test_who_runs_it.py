"""Who runs an activity, or a part of it, is named in lists, on cards, in calendars and for search engines, and as what."""

from __future__ import annotations

import json

import icalendar
import pytest
from lxml import html

import builders as b
import publishing
from microsite.checks import remarks
from microsite.core import urls
from microsite.site import cards

PAGE = "yunling-2025/online-quiz/index.html"
EVERY_ROLE = {
    "back": "[省人社厅]", "assist": "[省人社厅]", "guide": "[省教育厅]", "co_organise": "[省人社厅]", "support": "[省教育厅]",
    "organise": "[省人社厅]", "host": "[省妇联]", "lead": "[省委网信办]",
}  # fmt: skip


def site_of(root, **fields):
    """The small plan with one activity that names only the bodies given, and no line as printed."""
    activity = b.an_activity_yaml(**{"lead": None, "credit": None, "when": "6月20日"} | fields)
    return publishing.site(b.data(b.a_data_folder(root, campaigns__yunling_2025=b.a_campaign_yaml(activities=[activity]))))


def words(page, path):
    return [" ".join(each.text_content().split()) for each in html.fromstring(page).xpath(path)]


@pytest.mark.parametrize(
    ("given", "zh", "en"),
    [
        (("lead", "host", "support"), "牵头：省委网信办", "Led by: "),
        (("host", "support"), "主办：省妇联", "Hosted by: "),
        (("host", "back"), "主办：省妇联", "Hosted by: "),
        (("organise", "guide"), "承办：省人社厅", "Organised by: "),
        (("support", "guide"), "分工负责：省教育厅", "Shared responsibility: "),
        (("guide",), "指导：省教育厅", "Guided by: "),
    ],
)
def test_lists_and_cards_name_who_runs_it_and_as_what(tmp_path, given, zh, en):
    site = site_of(tmp_path, **{role: EVERY_ROLE[role] for role in given})
    pages = publishing.html(site)
    for home, said in (("", zh), ("en/", en)):
        of = f"{home}yunling-2025/"
        for path in ("", "activities/"):
            (fact,) = words(pages[f"{of}{path}index.html"], "//div[@class='ms-card__fact'][2]")
            assert fact.startswith(said.replace("：", " ").replace(": ", " "))
        for path, place in (("timeline/", "//p[@class='ms-entry__who']"), ("plan/", "//ol[@class='ms-clauses']//p[@class='ms-quiet']")):
            (who,) = words(pages[f"{of}{path}index.html"], place)
            assert who.startswith(said)
    assert dict(cards.faces(site))[urls.card("yunling-2025/online-quiz/")].below == f"2025年6月20日·{zh}"


def test_an_activity_that_names_nobody_names_nobody_in_lists(tmp_path):
    pages = publishing.html(site_of(tmp_path, parts="[{id: tour, name: 参观, lead: [省妇联]}]"))
    assert words(pages["yunling-2025/index.html"], "//div[@class='ms-card__fact'][2]") == []
    assert words(pages["yunling-2025/timeline/index.html"], "//p[@class='ms-entry__who']") == []
    assert words(pages["yunling-2025/plan/index.html"], "//h2[@id='activities']") == ["活动"]


def test_the_page_names_and_numbers_first_who_runs_it(tmp_path):
    page = publishing.html(site_of(tmp_path, support="[省人社厅]", host="[省妇联]"))[PAGE]
    assert words(page, "//section[@aria-labelledby='who']/p") == ["主办：省妇联", "分工负责：省人社厅"]
    assert words(page, "//section[@aria-labelledby='call']/p") == ["省妇联 吴 四 0990-55501004"]


def test_the_finder_finds_as_many_activities_of_each_body_as_it_says(tmp_path):
    parts = "[{id: tour, name: 参观, lead: [省妇联]}]"
    pages = publishing.html(site_of(tmp_path, guide="[省教育厅]", host="[省人社厅]", parts=parts))
    page = html.fromstring(pages["yunling-2025/activities/index.html"])
    offered = page.xpath("//select[@name='body']/option[@value!='']/@value")
    found = page.xpath("//article/@data-body")[0].split()
    assert sorted(offered) == sorted(found) == ["yunling-education", "yunling-human-resources", "yunling-women"]


SESSIONS = "[{when: 6月21日9:00, host: [省教育厅]}, {when: 6月22日9:00}]"
PARTS = "[{id: theme, name: 主题日, when: 6月12日9:00, lead: [省人社厅]}, {id: tour, name: 参观, when: 6月13日9:00}]"


def test_entries_of_calendars_name_who_leads_a_part_or_holds_a_session(tmp_path):
    site = site_of(tmp_path, when=None, lead="[省委网信办]", guide="[省妇联]", sessions=SESSIONS, parts=PARTS)
    made, whole = publishing.everything(site), ["牵头：省委网信办", "指导：省妇联"]
    for calendar in ("yunling-2025/online-quiz", "yunling-2025", "organisations/yunling-cac"):
        entries = icalendar.Calendar.from_ical(made[f"{calendar}/calendar.ics"]).walk("VEVENT")
        lines = [each["description"].splitlines() for each in entries if "online-quiz" in each["uid"]]
        assert [[line for line in said if line[:3] in ("牵头：", "主办：", "指导：")] for said in lines] == [
            ["主办：省教育厅"], whole, ["牵头：省人社厅"], whole,
        ]  # fmt: skip


HELD = "[{when: 6月20日, host: [省教育厅]}, {when: 6月21日, host: [省人社厅]}, {when: 待定, host: [省人社厅, 省妇联]}]"


def test_the_calendar_of_a_body_has_of_what_others_run_only_what_it_leads_or_holds(tmp_path):
    parts = "[{id: final, name: 决赛, when: 6月25日, lead: [省教育厅], deadlines: [{what: 交作品, due: 6月18日}]}]"
    due = "[{what: 报名, due: 6月15日}]"
    made = publishing.everything(site_of(tmp_path, when="6月20日至25日", organise="[省妇联]", sessions=HELD, parts=parts, deadlines=due))
    found = {}
    for body in ("education", "human-resources", "women"):
        calendar = icalendar.Calendar.from_ical(made[f"organisations/yunling-{body}/calendar.ics"])
        events = [each for each in calendar.walk("VEVENT") if ":online-quiz" in each["uid"]]
        found[body] = [each["dtstart"].dt.day for each in events], str(calendar.get("description", ""))
    left = "没有写全开始和结束的日期，未列入日历：举办数字知识网上竞答（待定）"
    whole = icalendar.Calendar.from_ical(made["yunling-2025/online-quiz/calendar.ics"]).walk("VEVENT")
    assert (sorted(found["education"][0]), found["education"][1]) == ([18, 20, 25], "")
    assert found["human-resources"] == ([21], left)
    assert (sorted(found["women"][0]), found["women"][1]) == (sorted(each["dtstart"].dt.day for each in whole), left)


def test_a_body_that_holds_very_many_sessions_has_one_entry_of_them(tmp_path):
    sessions = ", ".join(f"{{when: 6月{day}日, host: [省教育厅]}}" for day in range(1, 15))
    made = publishing.everything(site_of(tmp_path, when=None, lead="[省妇联]", sessions=f"[{sessions}]"))
    calendar = icalendar.Calendar.from_ical(made["organisations/yunling-education/calendar.ics"])
    assert [str(each["summary"]) for each in calendar.walk("VEVENT")] == ["（多场）举办数字知识网上竞答"]


def test_the_page_of_a_body_lists_an_activity_that_it_organises_once_though_it_holds_a_session(tmp_path):
    made = publishing.html(site_of(tmp_path, organise="[省教育厅]", sessions=HELD))
    pages = [made[f"organisations/yunling-{body}/index.html"] for body in ("education", "women")]
    assert [[role in page for role in ("承办的活动", "承担分项或场次的活动")] for page in pages] == [[True, False], [False, True]]


def test_search_engines_are_told_who_holds_a_session_and_never_that_a_guide_organises(tmp_path):
    page = publishing.html(site_of(tmp_path, guide="[省妇联]", sessions=SESSIONS))[PAGE]
    graph = json.loads(html.fromstring(page).xpath("string(//script[@type='application/ld+json'])"))["@graph"]
    (event,) = (each for each in graph if each["@type"] == "Event")
    held = [[body["name"] for body in each.get("organizer", ())] for each in event["subEvent"]]
    assert ("organizer" in event, sorted(held)) == (False, [[], [], ["云岭省教育厅"]])


# --- whom something is handed in to -----------------------------------------------------------


@pytest.fixture(scope="module")
def with_an_addressee(tmp_path_factory):
    """An office that has a number and no part in anything but that works are handed in to it."""
    root = tmp_path_factory.mktemp("addressee")
    hosts = ("  hosts: [省委网信办, 省教育厅, 省人社厅, 省妇联]", "  hosts: [省委网信办]")
    signed = [(f"  {role}: [中共云岭省委网信办, 云岭省教育厅, 云岭省人力资源和社会保障厅, 云岭省妇联]", f"  {role}: [省委网信办]")
              for role in ("issuers", "signatories")]  # fmt: skip
    due = "[{what: 交作品, to: 省妇联、各地网信办, due: 6月18日前}, {what: 交回执, to: 省委网信办, due: 6月18日前}]"
    activity = b.an_activity_yaml(deadlines=due)
    return b.data(b.a_data_folder(root, campaigns__yunling_2025=b.a_campaign_yaml(hosts, *signed, activities=[activity])))


def test_the_number_of_whom_works_are_handed_in_to_stands_beside_the_deadline_once(with_an_addressee):
    pages = publishing.html(publishing.site(with_an_addressee))
    assert publishing.lines(pages, PAGE, "due")[:2] == [
        "2025年6月18日前：向省妇联、各地网信办交作品 省妇联 0990-55501004",
        "省妇联 0990-55501004",
    ]
    assert words(pages[PAGE], "//section[@aria-labelledby='due']//a") == ["省妇联", "0990-55501004"]


def test_the_page_of_whom_works_are_handed_in_to_has_its_number_and_what_for(with_an_addressee):
    pages = publishing.html(publishing.site(with_an_addressee))
    page = pages["organisations/yunling-women/index.html"]
    assert words(page, "//p[@class='ms-work__line']") == ["0990-55501004"]
    held = words(page, "//h3[@class='ms-work__role'] | //h3/following-sibling::ul/li")
    assert held == ["接收报送材料的活动", "举办数字知识网上竞答 2025年6月中旬"]
    told = [note.zh for note in remarks.contact_without_a_part(with_an_addressee.plan.campaigns[0])]
    assert told == [f"{name}有联系方式，但方案没有写它参与什么" for name in ("省教育厅", "省人社厅")]


def test_a_number_in_the_contacts_stands_on_the_page_of_its_body_whatever_it_does(with_an_addressee):
    pages = publishing.html(publishing.site(with_an_addressee))
    assert words(pages["organisations/yunling-education/index.html"], "//p[@class='ms-work__line']") == ["0990-55501002"]
