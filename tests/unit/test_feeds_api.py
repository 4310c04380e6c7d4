"""The public data: what a program gets, checked with a JSON Schema validator."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import builders
from builders import an_activity_yaml
from microsite.site.feeds import public_data
from publishing import formats

SCHEMA = Path(__file__).parents[1] / "schemas" / "api-v1.json"
ENGLISH = """\
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgctxt "activities/online-quiz/title"
msgid "举办数字知识网上竞答"
msgstr "Online quiz"

msgctxt "activities/online-quiz/summary"
msgid "从前的说明。"
msgstr "Everybody can take part."
"""


def campaign_file(root, *activities, as_of=builders.AS_OF, **settings) -> dict:
    files = (
        {"campaigns__yunling_2025": builders.a_campaign_yaml(activities=list(activities))}
        if activities
        else {}
    )
    data = builders.data(builders.a_data_folder(root, **files), as_of)
    content = formats(data, **settings)["api/v1/yunling-2025.json"]
    found = json.loads(content)
    Draft202012Validator(public_data.schema()).validate(found)
    return found


def test_the_published_schema_is_a_schema_and_version_one_stays_what_it_is():
    """Within a version a field may be added, never renamed or removed; the stored schema shows which."""
    Draft202012Validator.check_schema(public_data.schema())
    assert public_data.schema() == json.loads(SCHEMA.read_text("utf-8"))


def test_the_schema_refuses_a_day_where_a_time_should_be(tmp_path):
    found = campaign_file(tmp_path)
    found["activities"][0]["when"] = "2025-06-11"
    assert not Draft202012Validator(public_data.schema()).is_valid(found)


def test_fields_stand_in_the_order_of_their_declaration(tmp_path):
    found = campaign_file(tmp_path)
    assert list(found)[:6] == ["type", "version", "id", "formerly", "first_id", "year"]
    assert list(found["activities"][0])[:8] == [
        "id", "number", "source", "title", "title_printed", "code", "formerly", "first_id",
    ]  # fmt: skip


def test_a_fuzzy_time_has_bounds_and_no_day(tmp_path):
    found = campaign_file(tmp_path, an_activity_yaml(when="6月中旬"))
    assert found["activities"][0]["when"] == {
        "text": {"zh": "2025年6月中旬", "en": "mid-June 2025"},
        "printed": "6月中旬",
        "was": None,
        "means": None,
        "note": None,
        "kind": "point",
        "is_exact": False,
        "earliest": "2025-06-11",
        "start_latest": "2025-06-20",
        "end_earliest": "2025-06-11",
        "latest": "2025-06-20",
        "edtf": "[2025-06-11..2025-06-20]",
        "about": False,
        "tentative": False,
        "occasions": [],
        "occasions_open": False,
        "starts_at": None,
        "ends_at": None,
        "part_of_day": None,
        "dates": [],
        "repeats": None,
        "every_year": False,
    }


def test_hours_are_said_to_the_minute_in_chinas_time_and_parts_of_a_day_in_words(tmp_path):
    keys = ("is_exact", "starts_at", "ends_at", "part_of_day")
    said = [
        ("6月15日9:30-11:30", [True, "2025-06-15T09:30:00+08:00", "2025-06-15T11:30:00+08:00", None]),
        ("6月15日9:30", [True, "2025-06-15T09:30:00+08:00", None, None]),
        ("7月10日17:00前", [False, None, "2025-07-10T17:00:00+08:00", None]),
        ("6月15日上午", [True, None, None, "上午"]),
        ("6月15日9:30前后", [False, None, None, None]),
    ]
    for number, (when, expected) in enumerate(said):
        time = campaign_file(tmp_path / str(number), an_activity_yaml(when=when))["activities"][0]["when"]
        assert [time[key] for key in keys] == expected


def test_a_repeat_past_midnight_says_an_hour_that_clocks_have(tmp_path):
    when = "每月15日20:00-次日1:00，6月至7月"
    time = campaign_file(tmp_path, an_activity_yaml(when=when))["activities"][0]["when"]
    assert time["repeats"] == {
        "weekdays": [], "weeks": 1, "weeks_of_month": [], "days_of_month": [15], "working_days": False, "holidays": None,
        "from": "20:00", "to": "01:00", "part_of_day": None,
        "hours": [{"from": "20:00", "to": "01:00", "part_of_day": None}], "except": [], "breaks": [], "other_hours": [],
    }  # fmt: skip
    assert time["dates"][1]["ends_at"] == "2025-07-16T01:00:00+08:00"


def test_a_repeat_that_nobody_can_date_says_working_days_and_holidays_and_each_of_its_hours(tmp_path):
    said = {
        "工作日9:00-11:00、14:00-16:00，6月4日至18日": ([], True, None, ["09:00", "14:00"]),
        "每周末及法定节假日9:00-17:00，6月4日至18日": ([6, 7], False, True, ["09:00"]),
        "每周三，6月4日至18日（法定节假日除外）": ([3], False, False, []),
    }
    for number, (when, expected) in enumerate(said.items()):
        time = campaign_file(tmp_path / str(number), an_activity_yaml(when=when))["activities"][0]["when"]
        rule = time["repeats"]
        hours = [each["from"] for each in rule["hours"]]
        assert (rule["weekdays"], rule["working_days"], rule["holidays"], hours) == expected
        assert time["dates"] == []


def test_a_repeat_says_its_rule_and_each_of_its_dates(tmp_path):
    when = "每周三10:00-12:00，6月4日至18日（6月11日除外）"
    time = campaign_file(tmp_path, an_activity_yaml(when=when))["activities"][0]["when"]
    assert (time["kind"], time["earliest"], time["latest"]) == ("repeat", "2025-06-04", "2025-06-18")
    assert time["repeats"] == {
        "weekdays": [3],
        "weeks": 1,
        "weeks_of_month": [],
        "days_of_month": [],
        "working_days": False,
        "holidays": None,
        "from": "10:00",
        "to": "12:00",
        "part_of_day": None,
        "hours": [{"from": "10:00", "to": "12:00", "part_of_day": None}],
        "except": ["2025-06-11"],
        "breaks": [],
        "other_hours": [],
    }
    assert time["dates"] == [
        {
            "earliest": f"2025-06-{day}",
            "latest": f"2025-06-{day}",
            "starts_at": f"2025-06-{day}T10:00:00+08:00",
            "ends_at": f"2025-06-{day}T12:00:00+08:00",
        }
        for day in ("04", "18")
    ]


def test_a_repeat_says_the_hours_of_other_days(tmp_path):
    when = "6月7日至8日，每周二至周五9:00-17:00，周末10:00-18:00"
    time = campaign_file(tmp_path, an_activity_yaml(when=when))["activities"][0]["when"]
    on = [{"from": "10:00", "to": "18:00", "part_of_day": None}]
    assert (time["repeats"]["weekdays"], time["repeats"]["other_hours"]) == ([2, 3, 4, 5], [{"weekdays": [6, 7], "hours": on}])
    assert [each["starts_at"] for each in time["dates"]] == ["2025-06-07T10:00:00+08:00", "2025-06-08T10:00:00+08:00"]


def test_a_corrected_time_carries_print_meaning_and_reason(tmp_path):
    when = "{text: 7月9月, means: 7月至9月, note: 漏了“至”字}"
    time = campaign_file(tmp_path, an_activity_yaml(when=when))["activities"][0]["when"]
    assert (time["printed"], time["means"], time["note"]) == (
        "7月9月",
        "7月至9月",
        {"zh": "漏了“至”字", "en": None},
    )
    assert time["text"] == {"zh": "2025年7月至9月", "en": "July to September 2025"}


def test_an_open_end_stays_open(tmp_path):
    time = campaign_file(tmp_path, an_activity_yaml(when="8月起"))["activities"][0]["when"]
    assert (time["earliest"], time["latest"], time["edtf"]) == ("2025-08-01", None, "2025-08/..")


@pytest.mark.parametrize(
    ("when", "kind", "occasions"),
    [("另行通知", "unknown", []), ("科技周、科普日等活动节点", "occasions", ["科技周", "科普日"])],
)
def test_a_time_without_days_has_its_words_and_nothing_else(tmp_path, when, kind, occasions):
    time = campaign_file(tmp_path, an_activity_yaml(when=when))["activities"][0]["when"]
    assert (time["text"], time["printed"], time["kind"]) == ({"zh": when, "en": None}, when, kind)
    assert (time["occasions"], time["occasions_open"]) == (occasions, bool(occasions))
    days = ("earliest", "start_latest", "end_earliest", "latest", "edtf")
    assert [time[name] for name in days] == [None] * 5


def test_words_come_in_both_languages_and_the_english_is_null_where_it_is_missing_or_outdated(tmp_path):
    root = builders.a_data_folder(tmp_path)
    builders.write(root, "translations/en/yunling-2025.po", ENGLISH)
    activity = json.loads(formats(builders.data(root))["api/v1/yunling-2025.json"])["activities"][0]
    assert activity["title"] == {"zh": "举办数字知识网上竞答", "en": "Online quiz"}
    assert activity["summary"] == {"zh": "人人都可以上网答题。", "en": None}
    assert activity["description"] == {"zh": "竞答在网上进行，讲日常用得到的数字知识。", "en": None}


def test_a_person_is_null_once_the_name_is_no_longer_published(tmp_path):
    shown = campaign_file(tmp_path / "1")["contacts"]
    gone = campaign_file(tmp_path / "2", as_of=builders.AS_OF.replace(year=2026))["contacts"]
    line = {
        "body": {"id": "yunling-education", "printed": "省教育厅"},
        "person": "陈 二",
        "phone": "0990—55501002",
        "phones": [],
        "fax": None,
        "email": None,
        "dial": "+8699055501002",
        "updates": [],
    }
    for listed in (shown, gone):
        for number in listed["contacts"][1].pop("numbers"):
            assert (number["number"], number["dial"]) == ("0990—55501002", "+8699055501002")
    assert (shown["people_shown"], shown["contacts"][1]) == (True, line)
    assert (gone["people_shown"], gone["contacts"][1]) == (False, {**line, "person": None})


@pytest.mark.parametrize("status", [None, "cancelled", "postponed"])
def test_the_status_of_an_activity_is_told(tmp_path, status):
    assert campaign_file(tmp_path, an_activity_yaml(status=status))["activities"][0]["status"] == status


def test_bodies_keep_their_order_and_their_printed_names(tmp_path):
    roles = campaign_file(tmp_path)["activities"][1]["roles"]
    assert roles == {
        "lead": {
            "items": [{"id": "yunling-education", "printed": "省教育厅"}],
            "open": False,
            "everyone": False,
        },
        "support": {
            "items": [
                {"id": "yunling-human-resources", "printed": "省人社厅"},
                {"id": "yunling-women", "printed": "省妇联"},
            ],
            "open": False,
            "everyone": False,
        },
    }


def test_the_index_says_where_everything_is(tmp_path):
    data = builders.data(builders.a_data_folder(tmp_path))
    assert json.loads(formats(data, site_name_en="Digital skills")["api/v1/index.json"]) == {
        "type": "index",
        "version": "1",
        "site_url": "https://www.example.gov.cn/ztzl/",
        "official": False,
        "name": {"zh": "数字素养与技能", "en": "Digital skills"},
        "campaigns": [
            {
                "id": "yunling-2025",
                "region": "yunling",
                "year": 2025,
                "name": {"zh": "2025年云岭省全民数字素养与技能提升月", "en": None},
                "changed": "2025-05-20",
                "data": "api/v1/yunling-2025.json",
                "pages": {"zh": "yunling-2025/", "en": "en/yunling-2025/"},
            }
        ],
        "organisations": "api/v1/organisations.json",
        "schema": "api/v1/schema.json",
    }


def test_every_body_of_every_region_is_listed(tmp_path):
    data = builders.data(builders.a_data_folder(tmp_path))
    (region,) = json.loads(formats(data)["api/v1/organisations.json"])["regions"]
    assert (region["id"], region["code"]) == ("yunling", "990000")
    assert region["organisations"][0] == {
        "id": "yunling-cac",
        "formerly": [],
        "first_id": None,
        "name": {"zh": "中共云岭省委网络安全和信息化委员会办公室", "en": None},
        "short": {"zh": "省委网信办", "en": None},
        "aliases": ["中共云岭省委网信办"],
        "kind": "party",
        "url": None,
        "offices": [{"id": "general", "name": {"zh": "综合处", "en": None}}],
        "pages": {"zh": "organisations/yunling-cac/", "en": "en/organisations/yunling-cac/"},
    }
