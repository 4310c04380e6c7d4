"""Atom feeds: read back with feedparser, and their structure against RFC 4287 with lxml."""

from __future__ import annotations

import re

import feedparser
from lxml import etree

import builders
from builders import an_activity_yaml
from microsite.loading.data_folder import Data
from publishing import formats

ATOM = "{http://www.w3.org/2005/Atom}"
UPDATES = """
    updates:
      - {on: 2025-06-05, text: 时间由6月上旬改为6月中旬}
      - {on: 2025-06-05, text: 改正错字, material: "false"}
      - {on: 2025-06-08, text: 牵头单位改为省教育厅}"""
CAMPAIGN_UPDATES = """
updates:
  - {on: 2025-06-01, text: 活动延长}
withdrawn:
  - {id: old-quiz, title: 旧竞答, on: 2025-06-09, reason: 主办单位决定不办}
phases:
"""
NOTICE = "关于印发《2025年云岭省提升月工作方案》的通知"


def a_changed_site(root) -> Data:
    """An activity, the campaign and a line were changed, and an activity was withdrawn."""
    activity = an_activity_yaml().rstrip("\n") + UPDATES + "\n"
    campaign = builders.a_campaign_yaml(("\nphases:\n", CAMPAIGN_UPDATES), activities=[activity])
    line = "    phone: 0990—55501002\n"
    contacts = builders.contacts_yaml((line, line + "    updates: [{on: 2025-06-02, text: 换了电话}]\n"))
    files = {"campaigns__yunling_2025": campaign, "contacts__yunling_2025": contacts}
    return builders.data(builders.a_data_folder(root, **files))


def read(content: bytes):
    feed = feedparser.parse(content)
    assert not feed.bozo
    return feed


def test_a_feed_tells_the_changes_that_matter_newest_first_and_the_notice_last(tmp_path):
    feed = read(formats(a_changed_site(tmp_path))["yunling-2025/changes.atom"])
    told = [(entry.id, entry.updated[:10], entry.title) for entry in feed.entries]
    name = "urn:microsite:yunling-2025"
    assert told == [
        (f"{name}:withdrawn:old-quiz:zh", "2025-06-09", "旧竞答：已撤下。主办单位决定不办"),
        (
            f"{name}:activity:online-quiz:change-2025-06-08:zh",
            "2025-06-08",
            "举办数字知识网上竞答：牵头单位改为省教育厅",
        ),
        (
            f"{name}:activity:online-quiz:change-2025-06-05:zh",
            "2025-06-05",
            "举办数字知识网上竞答：时间由6月上旬改为6月中旬",
        ),
        (
            f"{name}:contact:yunling-education:change-2025-06-02:zh",
            "2025-06-02",
            "省教育厅联系方式：换了电话",
        ),
        (f"{name}:change-2025-06-01:zh", "2025-06-01", "2025年云岭省全民数字素养与技能提升月：活动延长"),
        (f"{name}:notice:zh", "2025-05-20", f"{NOTICE}：通知成文，文号云网办字〔2025〕1号"),
    ]


SESSIONS = """
    sessions:
      - {id: first, when: "6月15日9:30-11:30", place: 省图书馆, status: cancelled, changed: 2025-06-12, note: 教室检修。}
      - {when: "6月16日", status: full, changed: 2025-06-13}
      - {when: "6月16日", changed: 2025-06-10}
      - {when: "6月17日", place: 省图书馆, status: postponed}"""


def test_a_session_that_was_changed_is_told_on_the_day_that_the_data_names(tmp_path):
    activity = an_activity_yaml().rstrip("\n") + SESSIONS + "\n"
    plan = builders.a_campaign_yaml(activities=[activity])
    made = formats(builders.data(builders.a_data_folder(tmp_path, campaigns__yunling_2025=plan)))
    feed = read(made["yunling-2025/changes.atom"])
    name = "urn:microsite:yunling-2025:activity:online-quiz:session"
    assert [(entry.id.removeprefix(name), entry.updated[:10], entry.title) for entry in feed.entries[:-1]] == [
        (":fcc5a8e0:full:2025-06-13:zh", "2025-06-13", "举办数字知识网上竞答：2025年6月16日：名额已满。"),
        (":first:cancelled:2025-06-12:zh", "2025-06-12", "举办数字知识网上竞答：2025年6月15日9:30至11:30，省图书馆：已取消。教室检修。"),
        (":fcc5a8e0:2:changed:2025-06-10:zh", "2025-06-10", "举办数字知识网上竞答：2025年6月16日：时间或地点有改动。"),
    ]
    assert feed.entries[0].link == "https://www.example.gov.cn/ztzl/yunling-2025/online-quiz/#sessions"
    english = read(made["en/yunling-2025/changes.atom"])
    assert english.entries[0].summary == "16 June 2025: Full."


def test_a_notice_without_a_number_is_told_by_its_title_alone(tmp_path):
    plan = builders.a_campaign_yaml(("  number: 云网办字〔2025〕1号\n", ""))
    made = formats(builders.data(builders.a_data_folder(tmp_path, campaigns__yunling_2025=plan)))
    titles = [read(made[f"{home}yunling-2025/changes.atom"]).entries[-1].title for home in ("", "en/")]
    assert titles == [NOTICE, NOTICE]


def test_a_feed_does_not_grow_with_all_sessions(tmp_path):
    listed = "".join(f"\n      - {{id: s{day}, when: 6月15日, status: full, changed: 2025-06-{day % 28 + 1:02}}}" for day in range(150))
    activity = f"{an_activity_yaml().rstrip()}\n    sessions:{listed}\n"
    plan = builders.a_campaign_yaml(activities=[activity])
    data = builders.data(builders.a_data_folder(tmp_path, campaigns__yunling_2025=plan))
    days = [entry.updated[:10] for entry in read(formats(data)["yunling-2025/changes.atom"]).entries]
    assert (len(days), days[0], days[99], days[100]) == (101, "2025-06-28", "2025-06-09", "2025-05-20")


def test_every_entry_leads_to_where_the_change_is_told(tmp_path):
    feed = read(formats(a_changed_site(tmp_path))["yunling-2025/changes.atom"])
    root = "https://www.example.gov.cn/ztzl/yunling-2025/"
    assert [entry.link.removeprefix(root) for entry in feed.entries] == [
        "old-quiz/",
        "online-quiz/#change-2025-06-08",
        "online-quiz/#change-2025-06-05",
        "contacts/#contact-yunling-education",
        "changes/#change-2025-06-01",
        "plan/",
    ]


def test_times_are_the_beginning_of_the_day_in_shanghai(tmp_path):
    feed = read(formats(a_changed_site(tmp_path))["yunling-2025/changes.atom"])
    assert feed.feed.updated == "2025-06-09T00:00:00+08:00"
    assert feed.entries[-1].published == feed.entries[-1].updated == "2025-05-20T00:00:00+08:00"


def test_names_stay_when_the_site_moves_or_an_address_is_given(tmp_path):
    data = a_changed_site(tmp_path)
    here, there = (formats(data, site_url=url)["changes.atom"] for url in ("", "https://a.cn/b/"))
    names = [[entry.id for entry in read(content).entries] for content in (here, there)]
    assert names[0] == names[1]
    assert read(here).feed.id == read(there).feed.id == "urn:microsite:changes:zh"


def test_without_a_known_address_links_are_relative_to_the_feed(tmp_path):
    tree = etree.fromstring(formats(a_changed_site(tmp_path), site_url="")["en/yunling-2025/changes.atom"])
    links = {link.get("rel"): link.get("href") for link in tree.findall(f"{ATOM}link")}
    assert links == {"alternate": "../../en/yunling-2025/", "self": "../../en/yunling-2025/changes.atom"}


def test_a_plan_without_changes_still_has_news(tmp_path):
    data = builders.data(builders.a_data_folder(tmp_path))
    feeds = {path: content for path, content in formats(data).items() if path.endswith(".atom")}
    assert sorted(feeds) == [
        "changes.atom", "en/changes.atom", "en/yunling-2025/changes.atom", "yunling-2025/changes.atom",
    ]  # fmt: skip
    assert [len(read(content).entries) for content in feeds.values()] == [1, 1, 1, 1]


def test_a_plan_without_a_notice_and_without_changes_has_a_feed_that_no_clock_has_a_part_in(tmp_path):
    document = re.search(r"^document:\n(?: .*\n)+", builders.a_campaign_yaml(), re.MULTILINE)[0]
    campaign = builders.a_campaign_yaml((document, ""))
    data = builders.data(builders.a_data_folder(tmp_path, campaigns__yunling_2025=campaign))
    feed = read(formats(data)["yunling-2025/changes.atom"])
    assert (feed.entries, feed.feed.updated) == ([], "2025-06-11T00:00:00+08:00")


def test_the_organiser_speaks_where_there_is_one(tmp_path):
    data = builders.data(builders.a_data_folder(tmp_path))
    named = formats(data, organiser="云岭省网信办", organiser_en="Yunling Office")
    assert read(named["changes.atom"]).feed.author == "云岭省网信办"
    assert read(named["en/changes.atom"]).feed.author == "Yunling Office"
    assert read(formats(data)["changes.atom"]).feed.author == "数字素养与技能"


def test_markup_in_words_stays_words(tmp_path):
    hostile = "“]]></title><script>alert(1)</script>&amp;”"
    activity = an_activity_yaml(title=hostile, updates=f"[{{on: 2025-06-05, text: '{hostile}'}}]")
    campaign = builders.a_campaign_yaml(activities=[activity])
    data = builders.data(builders.a_data_folder(tmp_path, campaigns__yunling_2025=campaign))
    content = formats(data)["yunling-2025/changes.atom"]
    entry = read(content).entries[0]
    tree = etree.fromstring(content)
    assert [element.tag for element in tree.iter() if "script" in str(element.tag)] == []
    assert tree.find(f"{ATOM}entry/{ATOM}title").text == f"{hostile}：{hostile}"
    assert entry.summary == "“]]&gt;&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;”"
