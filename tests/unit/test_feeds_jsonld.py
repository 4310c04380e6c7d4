"""What search engines read in a page, checked with a JSON Schema of the few types that are used."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import get_args

import pytest
from jsonschema import Draft202012Validator

import builders
import publishing
from builders import an_activity_yaml
from microsite.model.choices import BodyKind
from microsite.site.feeds.jsonld import TYPES, script
from microsite.site.pages import not_found
from publishing import site

SCHEMA = json.loads((Path(__file__).parents[1] / "schemas" / "jsonld.json").read_text("utf-8"))
ROOT = "https://www.example.gov.cn/ztzl/"


class Scripts(HTMLParser):
    """The data blocks of a page, as a browser finds them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.inside = False
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag == "script":
            self.inside = ("type", "application/ld+json") in attributes
            self.found += [""] * self.inside

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "script"

    def handle_data(self, data):
        if self.inside:
            self.found[-1] += data


def graph(html: str) -> list[dict]:
    (text,) = Scripts(html).found
    found = json.loads(text)
    Draft202012Validator(SCHEMA).validate(found)
    return found["@graph"]


def page(root, path: str, *activities: str, **settings) -> list[dict]:
    """What one page of a small site tells."""
    files = (
        {"campaigns__yunling_2025": builders.a_campaign_yaml(activities=list(activities))}
        if activities
        else {}
    )
    data = builders.data(builders.a_data_folder(root, **files))
    return graph(publishing.html(site(data, **settings))[f"{path}index.html"])


def activity(root, **fields) -> list[dict]:
    return page(root, "yunling-2025/online-quiz/", an_activity_yaml(**fields))


def test_an_activity_on_known_days_is_an_event_of_the_series(tmp_path):
    (_, event) = activity(tmp_path, when="2025年7月1日至10日", form="online")
    assert event == {
        "@type": "Event",
        "@id": "urn:microsite:yunling-2025:activity:online-quiz",
        "name": "举办数字知识网上竞答",
        "description": "人人都可以上网答题。",
        "url": f"{ROOT}yunling-2025/online-quiz/",
        "startDate": "2025-07-01",
        "endDate": "2025-07-10",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OnlineEventAttendanceMode",
        "organizer": [
            {
                "@type": "GovernmentOrganization",
                "@id": "urn:microsite:organisation:yunling-cac",
                "name": "中共云岭省委网络安全和信息化委员会办公室",
                "url": f"{ROOT}organisations/yunling-cac/",
            }
        ],
        "superEvent": {
            "@type": "EventSeries",
            "@id": "urn:microsite:yunling-2025",
            "name": "2025年云岭省全民数字素养与技能提升月",
            "url": f"{ROOT}yunling-2025/",
        },
    }


@pytest.mark.parametrize(
    "when",
    [
        "6月中旬",
        "7月",
        "8月起",
        "7月10日前",
        "7月1日前后",
        "暂定7月1日",
        "在提升月期间",
        "科技周等活动节点",
        None,
    ],
)
def test_an_activity_whose_days_are_not_known_is_no_event(tmp_path, when):
    assert [node["@type"] for node in activity(tmp_path, when=when)] == ["BreadcrumbList"]


HOURS = [
    (
        "6月15日9:30-11:30",
        {"startDate": "2025-06-15T09:30:00+08:00", "endDate": "2025-06-15T11:30:00+08:00"},
    ),
    ("6月15日9:30", {"startDate": "2025-06-15T09:30:00+08:00"}),
    ("6月15日上午", {"startDate": "2025-06-15", "endDate": "2025-06-15"}),
    (
        "6月11日、18日9:30",
        {
            "startDate": "2025-06-11T09:30:00+08:00",
            "endDate": "2025-06-18",
            "subEvent": [
                {"@type": "Event", "name": "举办数字知识网上竞答", "startDate": f"2025-06-{day}T09:30:00+08:00"}
                for day in (11, 18)
            ],
        },
    ),
    (
        "每周三10:00-12:00，6月4日至7月2日（6月11日除外）",
        {
            "startDate": "2025-06-04T10:00:00+08:00",
            "endDate": "2025-07-02T12:00:00+08:00",
            "eventSchedule": {
                "@type": "Schedule",
                "repeatFrequency": "P1W",
                "startDate": "2025-06-04",
                "endDate": "2025-07-02",
                "scheduleTimezone": "Asia/Shanghai",
                "byDay": ["https://schema.org/Wednesday"],
                "startTime": "10:00:00",
                "endTime": "12:00:00",
                "exceptDate": ["2025-06-11"],
            },
        },
    ),
    (
        "每月第二个周六9:00-11:00、14:00-16:00，6月至7月",
        {
            "startDate": "2025-06-14T09:00:00+08:00",
            "endDate": "2025-07-12T16:00:00+08:00",
            "eventSchedule": [
                {
                    "@type": "Schedule",
                    "repeatFrequency": "P1M",
                    "startDate": "2025-06-14",
                    "endDate": "2025-07-12",
                    "scheduleTimezone": "Asia/Shanghai",
                    "byDay": ["https://schema.org/Saturday"],
                    "byMonthWeek": [2],
                    "startTime": f"{first:02}:00:00",
                    "endTime": f"{first + 2:02}:00:00",
                }
                for first in (9, 14)
            ],
        },
    ),
    (
        "每月最后一个周日，6月至7月",
        {
            "startDate": "2025-06-29",
            "endDate": "2025-07-27",
            "subEvent": [
                {"@type": "Event", "name": "举办数字知识网上竞答", "startDate": day, "endDate": day}
                for day in ("2025-06-29", "2025-07-27")
            ],
        },
    ),
]


@pytest.mark.parametrize(("when", "expected"), HOURS, ids=[when for when, _ in HOURS])
def test_an_event_has_the_hours_dates_and_repeats_that_are_printed(tmp_path, when, expected):
    (_, event) = activity(tmp_path, when=when)
    named = ("startDate", "endDate", "subEvent", "eventSchedule")
    assert {key: event[key] for key in event if key in named} == expected


@pytest.mark.parametrize(
    ("status", "said"), [("cancelled", "EventCancelled"), ("postponed", "EventPostponed")]
)
def test_an_event_says_that_it_is_cancelled_or_put_off(tmp_path, status, said):
    (_, event) = activity(tmp_path, when="7月1日", status=status)
    assert event["eventStatus"] == f"https://schema.org/{said}"


@pytest.mark.parametrize(("status", "said"), [("cancelled", "EventCancelled"), ("postponed", "EventPostponed")])
@pytest.mark.parametrize("when", ["7月1日", "7月中旬"])
def test_the_sessions_of_what_is_off_are_off_too(tmp_path, when, status, said):
    (_, event) = activity(tmp_path, when=when, status=status, sessions="[{when: 7月1日9:00, place: 甲馆}, {when: 7月2日9:00, place: 甲馆}]")
    assert [each["eventStatus"] for each in event["subEvent"]] == [f"https://schema.org/{said}"] * 2


def test_a_campaign_is_a_series_without_days_that_nobody_knows(tmp_path):
    (_, series) = page(tmp_path, "yunling-2025/")
    assert list(series) == ["@type", "@id", "name", "url", "description", "organizer"]
    assert [(body["@type"], body["name"]) for body in series["organizer"]] == [
        ("GovernmentOrganization", "中共云岭省委网络安全和信息化委员会办公室"),
        ("GovernmentOrganization", "云岭省教育厅"),
        ("GovernmentOrganization", "云岭省人力资源和社会保障厅"),
        ("Organization", "云岭省妇女联合会"),
    ]


def test_a_body_says_what_it_is_and_its_line_but_no_person(tmp_path):
    (_, body) = page(tmp_path, "organisations/yunling-women/")
    assert body == {
        "@type": "Organization",
        "@id": "urn:microsite:organisation:yunling-women",
        "name": "云岭省妇女联合会",
        "url": f"{ROOT}organisations/yunling-women/",
        "alternateName": "省妇联",
        "contactPoint": {"@type": "ContactPoint", "telephone": "+8699055501004"},
    }


def test_only_kinds_of_bodies_have_types():
    assert set(TYPES) <= set(get_args(BodyKind))


def test_the_way_to_a_page_leads_through_its_campaign(tmp_path):
    (crumbs,) = page(tmp_path, "en/yunling-2025/timeline/")
    assert [(each["name"], each["item"].removeprefix(ROOT)) for each in crumbs["itemListElement"]] == [
        ("数字素养与技能", "en/"),
        ("2025年云岭省全民数字素养与技能提升月", "en/yunling-2025/"),
        ("Timeline", "en/yunling-2025/timeline/"),
    ]


def test_without_a_known_address_the_way_is_relative_to_the_page(tmp_path):
    (crumbs, _) = page(tmp_path, "organisations/yunling-cac/", site_url="")
    assert [(each["name"], each["item"]) for each in crumbs["itemListElement"]] == [
        ("数字素养与技能", "../../"),
        ("举办单位", "../../organisations/"),
        ("中共云岭省委网络安全和信息化委员会办公室", "../../organisations/yunling-cac/"),
    ]


def test_the_page_for_nothing_tells_nothing(tmp_path):
    data = builders.data(builders.a_data_folder(tmp_path))
    assert Scripts(not_found(site(data), {})).found == []


HOSTILE = "</script><script>alert(1)</script><!--&amp;\u2028"


def test_nothing_in_the_data_can_end_the_element(tmp_path):
    title = "竞答</script><script>alert(1)</script><!--"
    data = builders.data(
        builders.a_data_folder(
            tmp_path,
            campaigns__yunling_2025=builders.a_campaign_yaml(
                activities=[an_activity_yaml(title=f"'{title}'", when="7月1日")]
            ),
        )
    )
    html = publishing.html(site(data))["yunling-2025/online-quiz/index.html"]
    (_, event) = graph(html)
    assert event["name"] == title
    assert "alert(1)</script>" not in html


def test_every_dangerous_character_is_written_as_its_number():
    written = str(script([{"@type": "Thing", "name": HOSTILE}]))
    assert [character for character in "<>&\u2028" if character in written] == []
    assert json.loads(written)["@graph"] == [{"@type": "Thing", "name": HOSTILE}]
    assert str(script([])) == ""
