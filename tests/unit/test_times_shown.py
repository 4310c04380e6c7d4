"""What a page says of a time: the words of the document, and never words that it does not print."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest

import builders as b
import publishing

ACTIVITY = "yunling-2025/online-quiz/index.html"
SLIP = "{text: 7月9月, means: 7月至9月, note: 原文疑漏一个“至”字。}"


def pages(root: Path, **activity: str | None) -> dict[str, str]:
    text = b.a_campaign_yaml(activities=[b.an_activity_yaml(**activity)])
    return publishing.html(publishing.site(b.data(b.a_data_folder(root, campaigns__yunling_2025=text))))


def fact(page: str, name: str) -> str:
    """A fact of an activity's page as plain text."""
    found = re.search(rf'ms-fact--{name}".*?</h2>(.*?)</section>', page, re.DOTALL)
    assert found
    whole = re.sub(r'<wbr>|<span class="ms-number">(.*?)</span>', r"\1", found[1])
    return " ".join(re.sub(r"<[^>]+>", " ", whole).split())


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("", "2025年7月至9月 原文： 7月9月 原文疑漏一个“至”字。"),
        ("en/", "July to September 2025 As printed: 7月9月 原文疑漏一个“至”字。"),
    ],
)
def test_a_misprinted_time_stands_as_printed_with_what_is_meant_and_why(
    tmp_path: Path, language: str, said: str
) -> None:
    assert fact(pages(tmp_path, when=SLIP)[f"{language}{ACTIVITY}"], "when") == said


def test_a_misprinted_time_of_a_part_or_a_phase_stands_as_printed_too(tmp_path: Path) -> None:
    parts = f"[{{id: first, name: 第一场, when: {SLIP}}}]"
    activity = b.an_activity_yaml(parts=parts)
    text = b.a_campaign_yaml(("    when: 2025年6月中旬至7月中旬", f"    when: {SLIP}"), activities=[activity])
    data = b.data(b.a_data_folder(tmp_path, campaigns__yunling_2025=text))
    made = publishing.html(publishing.site(data))
    printed = '<p class="ms-quiet">原文：<span lang="zh-CN">7月9月</span></p>'
    assert [made[f"yunling-2025/{page}/index.html"].count(printed) for page in ("online-quiz", "plan")] == [1, 1]


# --- hours ------------------------------------------------------------------------------------

HOURS = [
    ("6月15日上午9:30-11:30", "2025年6月15日9:30至11:30", "15 June 2025, 9:30 to 11:30"),
    ("6月15日上午", "2025年6月15日上午", "15 June 2025 in the morning"),
    ("6月11日、18日14:00", "2025年6月11日、18日14:00", "11 and 18 June 2025, 14:00"),
    (
        "每周三10:00-12:00，6月4日至7月2日（6月11日除外）",
        "2025年6月4日至7月2日，每周三10:00至12:00（6月11日除外）",
        "every Wednesday, 10:00 to 12:00, 4 June to 2 July 2025 (except 11 June)",
    ),
]


@pytest.mark.parametrize(("when", "zh", "en"), HOURS, ids=[when for when, _, _ in HOURS])
def test_hours_dates_and_repeats_are_said_on_the_page_of_an_activity(
    tmp_path: Path, when: str, zh: str, en: str
) -> None:
    made = pages(tmp_path, when=when)
    assert fact(made[ACTIVITY], "when").startswith(zh)
    assert ("原文" in fact(made[ACTIVITY], "when")) == (when[:2] == "每周" or "上午9" in when), "no other signs, but other words"
    assert fact(made[f"en/{ACTIVITY}"], "when").startswith(en)


def test_days_that_are_called_off_later_are_left_out_everywhere_and_the_printed_words_stay(tmp_path: Path) -> None:
    when = "{text: '每周三10:00-12:00，6月4日至18日', except: [6月11日]}"
    shown = fact(pages(tmp_path, when=when)[ACTIVITY], "when")
    assert shown.startswith("2025年6月4日至18日，每周三10:00至12:00（6月11日除外）")
    assert shown.endswith("原文： 每周三10:00-12:00，6月4日至18日")
    activities = [b.an_activity_yaml(when=when)]
    root = b.a_data_folder(tmp_path / "again", campaigns__yunling_2025=b.a_campaign_yaml(activities=activities))
    calendar = publishing.formats(b.data(root))["yunling-2025/online-quiz/calendar.ics"].decode()
    assert "EXDATE;TZID=Asia/Shanghai:20250611T100000\r\n" in calendar


def test_a_day_that_is_none_of_a_repeat_is_told_at_the_time(tmp_path: Path) -> None:
    when = "{text: '每周三，6月4日至18日', except: [6月12日]}"
    activities = [b.an_activity_yaml(when=when)]
    root = b.a_data_folder(tmp_path, campaigns__yunling_2025=b.a_campaign_yaml(activities=activities))
    assert [(problem.code, problem.zh) for problem in b.problems_in(root)] == [
        ("impossible-date", "“每周三，6月4日至18日”：2025年6月12日本来就不在其中；请核对除外的日期")
    ]


BOUNDS = [
    ("6月15日9:30-11:30", ["2025-06-15T09:30", "2025-06-15T09:30", "2025-06-15T11:30", "2025-06-15T11:30"], None),
    ("6月15日9:30", ["2025-06-15T09:30", "2025-06-15T09:30", "2025-06-15T09:30", "2025-06-15"], None),
    ("6月15日上午", ["2025-06-15"] * 4, None),
    ("7月10日17:00前", ["", "", "", "2025-07-10T17:00"], None),
    (
        "6月11日9:30、7月",
        ["2025-06-11T09:30", "2025-06-11T09:30", "2025-07-01", "2025-07-31"],
        (
            "2025-06-11T09:30,2025-06-11T09:30,2025-06-11T09:30,2025-06-11"
            " 2025-07-01,2025-07-31,2025-07-01,2025-07-31"
        ),
    ),
]


@pytest.mark.parametrize(("when", "bounds", "dates"), BOUNDS, ids=[when for when, _, _ in BOUNDS])
def test_scripts_get_the_hours_that_are_printed_as_bounds_and_no_others(
    tmp_path: Path, when: str, bounds: list[str], dates: str | None
) -> None:
    page = pages(tmp_path, when=when)[ACTIVITY]
    (given,) = set(re.findall(r"data-state (data-start-first[^>]*?) hidden", page))
    named = dict(re.findall(r'data-([a-z-]+)="([^"]*)"', given))
    assert [named[name] for name in ("start-first", "start-last", "end-first", "end-last")] == bounds
    assert named.get("dates") == dates


@pytest.mark.parametrize(
    ("when", "machine"),
    [("6月15日9:30", "2025-06-15T09:30+08:00"), ("6月15日9:30-11:30", "2025-06-15"), ("6月11日、18日", None)],
)
def test_machines_read_the_minute_or_the_day_of_something_on_one_day(
    tmp_path: Path, when: str, machine: str | None
) -> None:
    found = re.search(r'<time datetime="([^"]*)">', pages(tmp_path, when=when)[ACTIVITY])
    assert (found and found[1]) == machine


def test_the_table_has_the_hours_beside_the_days(tmp_path: Path) -> None:
    activities = [b.an_activity_yaml(when="6月15日9:30-11:30")]
    root = b.a_data_folder(tmp_path, campaigns__yunling_2025=b.a_campaign_yaml(activities=activities))
    (row,) = csv.DictReader(io.StringIO(publishing.formats(b.data(root))["yunling-2025/activities.csv"].decode("utf-8-sig")))
    assert list(row.values())[8:10] == ["2025-06-15 09:30", "2025-06-15 11:30"]


# --- changed since the notice -----------------------------------------------------------------

CHANGED = "{text: 6月中旬至7月下旬, was: 6月下旬}"


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("", "2025年6月中旬至7月下旬 原定： 6月下旬"),
        ("en/", "mid-June to late July 2025 First announced as: 6月下旬"),
    ],
)
def test_a_changed_time_is_never_given_for_the_words_of_the_document(
    tmp_path: Path, language: str, said: str
) -> None:
    assert fact(pages(tmp_path, when=CHANGED)[f"{language}{ACTIVITY}"], "when") == said


def test_the_programme_names_the_announced_time_of_a_changed_one(tmp_path: Path) -> None:
    text = b.a_campaign_yaml(activities=[b.an_activity_yaml(when=CHANGED)])
    data = b.data(b.a_data_folder(tmp_path, campaigns__yunling_2025=text))
    page = publishing.everything(publishing.site(data))["yunling-2025/print/index.html"].decode()
    assert "2025年6月中旬至7月下旬 原定“6月下旬”。" in " ".join(re.sub(r"<[^>]+>", "", page).split())


def test_what_programs_read_says_both_times(tmp_path: Path) -> None:
    activities = [b.an_activity_yaml(when=CHANGED)]
    root = b.a_data_folder(tmp_path, campaigns__yunling_2025=b.a_campaign_yaml(activities=activities))
    made = publishing.formats(b.data(root))
    time = json.loads(made["api/v1/yunling-2025.json"])["activities"][0]["when"]
    assert (time["text"]["zh"], time["printed"], time["was"]) == ("2025年6月中旬至7月下旬", "6月下旬", "6月下旬")
    (row,) = csv.DictReader(io.StringIO(made["yunling-2025/activities.csv"].decode("utf-8-sig")))
    assert list(row.values())[6:8] == ["2025年6月中旬至7月下旬", "6月下旬"]
    calendar = made["yunling-2025/online-quiz/calendar.ics"].decode().replace("\r\n ", "")
    assert "原文写的时间：6月下旬\\n时间已经改动，现在是：2025年6月中旬至7月下旬\\n" in calendar


def test_a_changed_time_is_no_correction_of_the_document(tmp_path: Path) -> None:
    when = "{text: 7月9月, means: 7月至9月, was: 6月}"
    activities = [b.an_activity_yaml(when=when)]
    root = b.a_data_folder(tmp_path, campaigns__yunling_2025=b.a_campaign_yaml(activities=activities))
    assert [problem.code for problem in b.problems_in(root)] == ["changed-and-misprinted"]


# --- named occasions --------------------------------------------------------------------------


def test_named_occasions_without_a_time_stand_on_the_card_and_nothing_is_said_to_be_unstated(tmp_path: Path) -> None:
    made = pages(tmp_path, when=None, occasions="[科技周, 助残日]")
    assert fact(made[ACTIVITY], "when") == "时间节点：科技周、助残日"
    card = made["yunling-2025/activities/index.html"].split('<dl class="ms-card__facts">')[1].split("</dd>")[0]
    assert re.sub(r"<[^>]+>|\s", "", card).endswith("科技周助残日")


@pytest.mark.parametrize("status", [None, "postponed"])
def test_printed_words_that_differ_by_the_year_alone_are_not_said_twice(tmp_path: Path, status: str | None) -> None:
    said = "即日起至2025年7月15日17:00"
    assert fact(pages(tmp_path, when="即日起至7月15日17:00", status=status)[ACTIVITY], "when") == ("原定" + said if status else said)


# --- proposed phases --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "said"),
    [("", "暂定2025年6月中旬至7月中旬"), ("en/", "mid-June to mid-July 2025 (planned)")],
)
def test_the_time_of_a_phase_that_is_only_proposed_says_so_wherever_it_stands(tmp_path: Path, language: str, said: str) -> None:
    phase = "    when: 2025年6月中旬至7月中旬\n"
    activity = b.an_activity_yaml(when=None, phase="implementation")
    text = b.a_campaign_yaml((phase, f"{phase}    tentative: true\n"), activities=[activity])
    made = publishing.everything(publishing.site(b.data(b.a_data_folder(tmp_path, campaigns__yunling_2025=text))))
    pages = (made[f"{language}yunling-2025/{page}index.html"].decode() for page in ("", "plan/", "timeline/", "print/", "online-quiz/"))
    assert [said in " ".join(re.sub("<wbr>|<[^>]+>", "", page).split()) for page in pages] == [True] * 5
    events = made[f"{language}yunling-2025/calendar.ics"].decode().split("BEGIN:VEVENT")
    assert ["STATUS:TENTATIVE" in event for event in events if "phase:implementation" in event] == [True]
