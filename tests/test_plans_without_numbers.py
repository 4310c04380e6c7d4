"""A plan whose notice numbers nothing: its order is that of the file, and no number is shown, told or asked for."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest
from lxml import html

import builders as b
import publishing
from microsite.checks import remarks
from microsite.cli import main, next_year
from spreadsheets import edit, everything, exported, taken

NUMBERS = ("661", "662", "663", "881", "882", "991", "992")
"""Of activities, phases and requirements: nothing else in the plan has these digits."""
NUMBER = re.compile(rf"第 (?:{'|'.join(NUMBERS)}) 项|Activity (?:{'|'.join(NUMBERS)})|{'|'.join(NUMBERS)}")
SESSIONS = "\n      - {when: '7月4日9:30', place: 东镇书屋}\n      - {when: '7月6日9:30', place: 西镇书屋}"
PHASES = (
    ("    number: 1\n", "    number: 882\n"),
    ("phases:\n", "phases:\n  - {id: warm-up, number: 881, name: 预热阶段, when: 2025年6月中旬}\n"),
)
ACTIVITIES = [
    b.an_activity_yaml(id="zebra", number="661", title="读书会", kind=None, when="7月5日14:00", results=None),
    b.an_activity_yaml(**{**b._SECOND, "number": "662", "when": None, "sessions": SESSIONS}),
    b.an_activity_yaml(id="alpha", number="663", title="参观", when="6月20日", audiences="[older]", form="onsite"),
]
REQUIREMENTS = """\
requirements:
  - {id: leadership, number: 991, title: 加强领导, text: 各单位重视起来。}
  - {id: safety, number: 992, title: 确保安全, text: 排查隐患。}
"""
NUMBERED = b.a_campaign_yaml(*PHASES, activities=ACTIVITIES) + REQUIREMENTS
PLAIN = re.sub(r"    number: [0-9]+\n|number: [0-9]+, ", "", NUMBERED)


@pytest.fixture(scope="module")
def sites(tmp_path_factory):
    """Every file of the site of the plan: with numbers, and without."""
    made = []
    for plan in (NUMBERED, PLAIN):
        root = b.a_data_folder(tmp_path_factory.mktemp("plan"), campaigns__yunling_2025=plan)
        made.append(publishing.everything(publishing.site(b.data(root))))
    return made


def words(page):
    """What stands on a page, without the space between."""
    root = html.fromstring(page)
    for script in root.xpath("//script"):
        script.drop_tree()
    return "".join(root.text_content().split())


def test_pages_without_numbers_say_what_those_with_numbers_say_but_for_these(sites):
    numbered, plain = ({path: each for path, each in files.items() if path.endswith(".html")} for files in sites)
    assert list(plain) == list(numbered)
    assert sum(bool(NUMBER.search(page.decode())) for page in numbered.values()) > 10
    spoken = {path: words(NUMBER.sub("", html.tostring(html.fromstring(page), encoding="unicode"))) for path, page in numbered.items()}
    assert {path: words(page) for path, page in plain.items()} == spoken


def test_no_list_counts_what_the_plan_does_not_number(sites):
    pages = [html.fromstring(page) for path, page in sites[1].items() if path.endswith(".html")]
    counted = "//ol[contains(@class, 'ms-embed__list') or contains(@class, 'ms-programme__phases')] | //li[@value]"
    counted += " | //nav[contains(@class, 'ms-programme__contents')]//ol"
    assert [each for page in pages for each in page.xpath(counted)] == []
    numbers = "//*[contains(@class, '__number') and not(contains(@class, 'takeaway'))]"
    assert {each.text_content() for page in pages for each in page.xpath(numbers)} == {""}


def test_files_for_programs_are_the_same_without_numbers(sites):
    numbered, plain = ({path: each for path, each in files.items() if not path.endswith(".html")} for files in sites)
    assert list(plain) == list(numbered)
    others = {path for path, each in plain.items() if each != numbered[path]}
    assert {path.rpartition("/")[2] for path in others} == {"activities.csv", "sessions.csv", "yunling-2025.json"}
    for path in (each for each in others if each.endswith(".csv")):
        with_numbers, without = (list(csv.reader(io.StringIO(files[path].decode("utf-8-sig")))) for files in sites)
        assert without == [with_numbers[0], *(["", *row[1:]] for row in with_numbers[1:])]
    for path in (each for each in others if each.endswith(".json")):
        assert json.loads(plain[path]) == _unnumbered(json.loads(numbered[path]))
    assert {path for path, each in plain.items() if re.search(rb"\bNone\b", each)} == {"api/v1/schema.json"}


def _unnumbered(value):
    """The same data with null for the numbers of the plan, and without them in what is searched."""
    if isinstance(value, dict):
        return {key: _unnumbered(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_unnumbered(each) for each in value]
    return None if str(value) in NUMBERS else value


def test_activities_and_phases_stand_in_the_order_of_the_file(sites):
    data = json.loads(sites[1]["api/v1/yunling-2025.json"])
    assert [each["id"] for each in data["activities"]] == ["zebra", "village-classes", "alpha"]
    assert [each["id"] for each in data["phases"]] == ["warm-up", "implementation"]
    assert [each["number"] for key in ("activities", "phases", "requirements") for each in data[key]] == [None] * 7


# --- what the check says ----------------------------------------------------------------------


def test_a_list_of_which_only_some_are_numbered_is_told_once_with_what_to_write(tmp_path):
    plan = PLAIN.replace("  - id: village-classes\n", "  - id: village-classes\n    number: 2\n")
    plan = plan.replace("{id: safety, ", "{id: safety, number: 2, ").replace("{id: warm-up, ", "{id: warm-up, number: 1, ")
    told = [str(each).partition(".yml:")[2] for each in b.problems_in(b.a_data_folder(tmp_path, campaigns__yunling_2025=plan))]
    zh = "{} 项里有 1 项写了 number（序号），这一项没有写；通知里都有序号的，请都写上；没有的，请都删去"
    en = "1 of {} have a number and this one does not; write the numbers of all if the notice prints them, else delete them all"
    assert [each.partition(" ")[2] for each in told] == [
        f"{where}.number: {zh.format(count)} / {en.format(count)}"
        for where, count in (("phases[1]", 2), ("activities[0]", 3), ("requirements[0]", 2))
    ]


def test_a_number_whose_key_is_mistyped_is_told_as_that_alone(tmp_path):
    plan = NUMBERED.replace("    number: 662\n", "    nubmer: 662\n")
    (told,) = b.problems_in(b.a_data_folder(tmp_path, campaigns__yunling_2025=plan))
    assert told.code == "unknown-key"


def test_notes_name_what_has_no_number_by_its_title():
    listed = [b.an_activity_yaml(id=f"a{n}", number=None, title=f"活动{n}", when="8月起" if n == 9 else None) for n in range(1, 10)]
    notes = {each.code: (each.zh, each.en) for each in remarks.notes_on(b.a_campaign(activities=listed))}
    assert notes["no-time"] == (
        "8 项活动没有写明时间（“活动1”、“活动2”、“活动3”、“活动4”、“活动5”等）",
        "8 activities have no time (“活动1”, “活动2”, “活动3”, “活动4”, “活动5” and others)",
    )
    assert notes["no-end"] == (
        "“活动9”只写明开始时间（8月起），没有结束时间", "activity “活动9” has a beginning (from August 2025) and no end",
    )  # fmt: skip
    assert not any("None" in each for pair in notes.values() for each in pair)


def test_a_phase_without_a_number_is_named_in_notes_by_its_name():
    campaign = b.a_campaign(("    number: 1\n    source: 二", "    source: 二"), ("    when: 2025年6月中旬至7月中旬", "    when: 9月"))
    assert [each.en for each in remarks.notes_on(campaign) if each.code == "outside-window"] == [
        "phase “实施阶段” (September 2025) reaches beyond the campaign’s period (mid-June to mid-July 2025)",
    ]


# --- what commands do -------------------------------------------------------------------------


def test_a_spreadsheet_has_empty_cells_for_numbers_and_gives_them_all_at_once(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(main, "as_of", lambda: b.AS_OF)
    exported(campaigns__yunling_2025=PLAIN)
    before = everything()
    assert taken() == 0
    assert everything() == before

    edit(*(("活动", "number", row, str(row + 1)) for row in range(3)))
    assert taken() == 0
    assert [each.number for each in b.data(tmp_path / "data").plan.campaigns[0].activities] == [1, 2, 3]


def test_next_years_draft_invents_no_numbers():
    edition = next_year.Edition("yunling-2026", 2026, "yunling-2025", "2025")
    made = next_year.campaign(b.nodes(PLAIN, "data/campaigns/yunling-2025.yml"), edition)
    assert re.findall("number:.*", made) == ['number: ""']  # of the document
