"""Names that records had before, and codes: each is given once."""

from __future__ import annotations

from pathlib import Path

import builders

FILE = "data/campaigns/yunling-2025.yml"
WITHDRAWN = """\
withdrawn:
  - id: {}
    title: 举办数字知识网上竞答
    on: 2025-06-20
    reason: 主办单位取消了竞答。
activities:
"""


def told(root: Path, *edits: builders.Edit, **files: str) -> list[str]:
    builders.a_data_folder(root, campaigns__yunling_2025=builders.a_campaign_yaml(*edits), **files)
    return [str(problem) for problem in builders.problems_in(root)]


def formerly(*ids: str) -> builders.Edit:
    return "id: online-quiz\n", f"id: online-quiz\n    formerly: [{', '.join(ids)}]\n"


def test_a_former_id_is_not_the_id_of_another_activity(tmp_path: Path) -> None:
    assert told(tmp_path, formerly("quiz", "village-classes")) == [
        (f"{FILE}:38:22: activities[0].formerly[1]: “village-classes”在第 48 行已经用作编号；"
        "曾用编号只能指一条记录，请删去或改正"
        " / “village-classes” is already an id in line 48; a former id can mean one record only, delete or correct it")
    ]


def test_a_former_id_is_not_given_twice(tmp_path: Path) -> None:
    second = ("id: village-classes\n", "id: village-classes\n    formerly: [quiz]\n")
    assert told(tmp_path, formerly("quiz"), second) == [
        (f"{FILE}:49:16: activities[1].formerly[0]: “quiz”在第 38 行已经用作编号；曾用编号只能指一条记录，请删去或改正"
        " / “quiz” is already an id in line 38; a former id can mean one record only, delete or correct it")
    ]


IN_LISTS = """\
phases:
  - {id: one, number: 1, source: 二（一）, name: 一, when: 6月, summary: 开始。}
  - {id: two, formerly: [one], number: 2, source: 二（二）, name: 二, when: 7月, summary: 结束。}
requirements:
  - {id: one, formerly: [three], number: 1, source: 五（一）, title: 一, text: 重视。}
  - {id: two, formerly: [three], number: 2, source: 五（二）, title: 二, text: 总结。}
"""
PARTS = """\
    parts:
      - {id: one, name: 初赛}
      - {id: two, name: 决赛, formerly: [one]}
"""


def test_former_ids_of_phases_requirements_and_parts_are_unique_in_their_list(tmp_path: Path) -> None:
    head, activities = builders.a_campaign_yaml().split("phases:\n")
    activity = activities.partition("activities:\n")[2].removesuffix("\n") + f"\n{PARTS}"
    text = f"{head}{IN_LISTS}activities:\n{activity}"
    builders.a_data_folder(tmp_path, campaigns__yunling_2025=text.replace("    phase: implementation\n", ""))
    assert [(each.mark.line, each.path, each.code) for each in builders.problems_in(tmp_path)] == [
        (31, "phases[1].formerly[0]", "former-id-taken"),
        (34, "requirements[1].formerly[0]", "former-id-taken"),
        (63, "activities[1].parts[1].formerly[0]", "former-id-taken"),
    ]


def test_a_phase_and_a_requirement_may_have_had_the_same_id(tmp_path: Path) -> None:
    phase = ("  - id: implementation\n", "  - id: implementation\n    formerly: [first, online-quiz]\n")
    requirement = "{id: leadership, formerly: [first], number: 1, source: 五（一）, title: 加强领导, text: 要重视。}"
    assert told(tmp_path, phase, ("phases:\n", f"requirements:\n  - {requirement}\nphases:\n")) == []


def test_a_former_id_is_no_name_of_the_sites_own(tmp_path: Path) -> None:
    assert told(tmp_path, formerly("timeline"), ("id: yunling-2025\n", "id: yunling-2025\nformerly: [about]\n")) == [
        (f"{FILE}:2:12: formerly[0]: “about”是系统保留的名称；请换一个编号"
        " / “about” is reserved for the site; choose another id"),
        (f"{FILE}:39:16: activities[0].formerly[0]: “timeline”是系统保留的名称；请换一个编号"
        " / “timeline” is reserved for the site; choose another id"),
    ]


def test_a_withdrawn_id_is_not_in_use(tmp_path: Path) -> None:
    assert told(tmp_path, ("activities:\n", WITHDRAWN.format("online-quiz"))) == [
        (f"{FILE}:37:9: withdrawn[0].id: “online-quiz”在第 42 行还在用；"
        "撤下的活动请从 activities 里删去，没有撤下的请从这里删去"
        " / “online-quiz” is still in use in line 42; delete a withdrawn activity from activities, "
        "or one that was not withdrawn from here")
    ]


def test_a_withdrawn_id_is_no_former_id_and_no_name_of_the_sites_own(tmp_path: Path) -> None:
    withdrawn = WITHDRAWN.format("quiz").removesuffix("activities:\n")
    more = WITHDRAWN.format("plan").removeprefix("withdrawn:\n")
    found = told(tmp_path, formerly("quiz"), ("activities:\n", withdrawn + more))
    assert [each.split(": ")[1] for each in found] == ["withdrawn[0].id", "withdrawn[1].id"]
    assert [each.split(": ")[2].split(" / ")[0] for each in found] == [
        "“quiz”在第 47 行还在用；撤下的活动请从 activities 里删去，没有撤下的请从这里删去",
        "“plan”是系统保留的名称；请换一个编号",
    ]


def test_a_campaigns_former_id_is_not_that_of_another_campaign(tmp_path: Path) -> None:
    other = builders.a_campaign_yaml(("id: yunling-2025\n", "id: yunling-2024\nformerly: [yunling-2025]\n"))
    found = told(tmp_path, campaigns__yunling_2024=other)
    assert found == [
        ("data/campaigns/yunling-2024.yml:2:12: formerly[0]: "
        f"“yunling-2025”在 {FILE}:1:5 已经用作编号；曾用编号只能指一条记录，请删去或改正"
        f" / “yunling-2025” is already an id at {FILE}:1:5; a former id can mean one record only, "
        "delete or correct it")
    ]


def test_a_bodys_former_id_is_not_that_of_another_body(tmp_path: Path) -> None:
    register = builders.a_register_yaml(("id: yunling-women\n", "id: yunling-women\n    formerly: [yunling-cac]\n"))
    assert told(tmp_path, organisations__yunling=register) == [
        ("data/organisations/yunling.yml:23:16: organisations[3].formerly[0]: “yunling-cac”在第 5 行已经用作编号；"
        "曾用编号只能指一条记录，请删去或改正"
        " / “yunling-cac” is already an id in line 5; a former id can mean one record only, delete or correct it")
    ]


def test_a_short_address_is_given_once_in_all_campaigns(tmp_path: Path) -> None:
    coded = ("id: online-quiz\n", "id: online-quiz\n    code: y01\n")
    other = builders.a_campaign_yaml(coded, ("id: yunling-2025\n", "id: yunling-2024\n"))
    assert told(tmp_path, coded, campaigns__yunling_2024=other) == [
        (f"{FILE}:38:11: activities[0].code: “y01”在 data/campaigns/yunling-2024.yml:38:11 已经用作短地址；请换一个"
        " / “y01” is already a short address at data/campaigns/yunling-2024.yml:38:11; choose another")
    ]
