"""A data file becomes the model: names are resolved, times read, nothing is lost."""

from __future__ import annotations

import doctest
from datetime import date

import pytest

import builders as b
from microsite.checks import references
from microsite.core.dates.fuzzy import Correction
from microsite.core.dates.phrases import parse
from microsite.core.problems import Mark
from microsite.loading import validate
from microsite.model import phones, values
from microsite.model.campaign import Campaign
from microsite.model.organisations import BodyList
from microsite.model.values import Words
from microsite.yamlfile import tree
from microsite.yamlfile.messages import MOST


@pytest.mark.parametrize("module", [validate, references, phones, values])
def test_the_examples_of_the_documentation_hold(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]


def names(bodies: BodyList) -> list[str]:
    return [organisation.id for organisation in bodies.organisations]


def problems(text: str) -> list[str]:
    found = validate.campaign(b.nodes(text, "yunling-2025.yml"), "yunling-2025.yml", {"yunling": b.a_region()})[1]
    return [f"{problem.mark.line} {problem.path} {problem.code}" for problem in found]


# --- places -----------------------------------------------------------------------------------


def test_a_place_is_written_the_way_a_person_would_point_to_it() -> None:
    assert tree.path(["activities", 6, "parts", 0, "name"]) == "activities[6].parts[0].name"
    assert tree.path([]) == ""


def test_the_place_of_what_is_missing_is_the_record_it_is_missing_from() -> None:
    node = b.nodes("a:\n  - b: 1\n", "x.yml")
    assert tree.node_at(node, ["a", 0, "c", "d"]).mark == Mark("x.yml", 2, 5)
    assert tree.node_at(node, ["a", 7]).mark == Mark("x.yml", 2, 3)


def test_a_record_knows_the_line_it_begins_in() -> None:
    campaign = b.a_campaign()
    assert [a.mark.line for a in campaign.activities] == [37, 47]
    assert campaign.mark == Mark("data/campaigns/yunling-2025.yml", 1, 1)


# --- bodies -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "printed",
    ["省委网信办", "中共云岭省委网信办", "中共云岭省委网络安全和信息化委员会办公室", " 省委 网信办", "省委网信办\u3000"],
)
def test_a_body_is_found_by_any_of_its_names(printed: str) -> None:
    found = b.a_region().find(printed)
    assert found is not None
    assert found.id == "yunling-cac"


def test_a_mention_keeps_the_name_that_was_printed() -> None:
    issuers = b.a_campaign().document.issuers
    assert [m.printed for m in issuers.mentions] == ["中共云岭省委网信办", "云岭省教育厅", "云岭省人力资源和社会保障厅", "云岭省妇联"]
    assert names(issuers) == ["yunling-cac", "yunling-education", "yunling-human-resources", "yunling-women"]


def test_one_body_may_be_written_without_a_list() -> None:
    assert names(b.an_activity(lead="省教育厅").lead) == ["yunling-education"]
    assert b.an_activity(lead="省教育厅") == b.an_activity(lead="[省教育厅]")


def test_all_means_the_hosts() -> None:
    support = b.an_activity(support="all").support
    assert names(support) == ["yunling-cac", "yunling-education", "yunling-human-resources", "yunling-women"]
    assert (support.everyone, support.is_open) == (True, False)


COMMITTEE = """\
hosting:
  source: 三
  relation: 成立组委会
  committee:
    name: 组委会
    role: 主办单位
    members: [省教育厅, 省委网信办]
    convener: 省委网信办负责同志
    convener_body: 省委网信办
    member_posts: 处室负责同志
    office: {body: 省委网信办, office: 综合处}
    duty: 组织协调
"""


def with_committee(*edits: b.Edit) -> Campaign:
    hosting = "hosting:\n  source: 三\n  relation: 联合举办\n  hosts: [省委网信办, 省教育厅, 省人社厅, 省妇联]\n"
    return b.a_campaign((hosting, b.edited(COMMITTEE, *edits)), activities=[b.an_activity_yaml(support="all")])


def test_where_there_is_only_a_committee_its_members_are_the_hosts() -> None:
    campaign = with_committee()
    committee = campaign.hosting.committee
    assert committee is not None
    assert names(campaign.hosting.hosts) == names(committee.members) == ["yunling-education", "yunling-cac"]
    assert names(campaign.activities[0].support) == ["yunling-education", "yunling-cac"]


def test_all_hosts_can_be_the_members_of_a_committee() -> None:
    campaign = with_committee(("  committee:", "  hosts: [省妇联]\n  committee:"), ("[省教育厅, 省委网信办]", "all"))
    committee = campaign.hosting.committee
    assert committee is not None
    assert names(campaign.hosting.hosts) == names(committee.members) == ["yunling-women"]


def test_an_office_is_that_of_its_body() -> None:
    committee = with_committee().hosting.committee
    assert committee is not None
    assert committee.office.office is not None
    assert (committee.office.body.organisation.id, committee.office.office.id) == ("yunling-cac", "general")


def test_a_list_that_ends_in_and_others_stays_open() -> None:
    activity = b.an_activity(support="[省妇联, 等]", topics="[网购, 等]", platforms="[学习强国, 等]", reach="社区")
    assert (names(activity.support), activity.support.is_open) == (["yunling-women"], True)
    assert ([t.text for t in activity.topics.items], activity.topics.is_open) == (["网购"], True)
    assert ([p.name.text for p in activity.platforms], activity.platforms_open) == (["学习强国"], True)
    assert ([r.text for r in activity.reach.items], activity.reach.is_open) == (["社区"], False)


def test_a_role_that_is_not_written_is_empty_and_no_role_is_lost() -> None:
    activity = b.an_activity(lead=None, guide="省教育厅", co_organise="[省妇联]")
    assert {role: names(bodies) for role, bodies in activity.roles.items()} == {
        "guide": ["yunling-education"],
        "co_organise": ["yunling-women"],
    }
    assert not activity.lead


def test_every_mistake_of_a_register_is_told_at_its_place() -> None:
    text = b.a_register_yaml(
        ("id: yunling-human-resources", "id: all"),
        ("id: yunling-women", "id: yunling-education"),
        ("aliases: [云岭省妇联]", "aliases: [云岭省教育厅]"),
    )
    found, told = validate.region(b.nodes(text, "yunling.yml"), "elsewhere.yml")
    assert found is None
    assert sorted((p.mark.line, p.path, p.code) for p in told) == [
        (1, "region", "not-the-file-name"),
        (18, "organisations[2].id", "reserved-id"),
        (22, "organisations[3].id", "duplicate-id"),
        (25, "organisations[3].aliases[0]", "shared-name"),
    ]


# --- times ------------------------------------------------------------------------------------


def test_a_time_takes_its_year_from_the_campaign_and_its_window_too() -> None:
    assert b.an_activity(when="6月中旬").when.date == parse("6月中旬", year=2025)  # type: ignore[union-attr]
    during = b.an_activity(when="在提升月期间").when
    assert during is not None
    assert (during.date.earliest, during.date.latest) == (date(2025, 6, 11), date(2025, 7, 20))


def test_a_misprinted_time_keeps_its_print_its_meaning_and_the_reason() -> None:
    when = b.an_activity(when="{text: 6月7月, means: 6月至7月, note: 疑漏字。}").when
    assert when is not None
    assert (when.date.text, when.date.earliest, when.date.latest) == ("6月7月", date(2025, 6, 1), date(2025, 7, 31))
    assert when.date.correction is not None
    assert when.date.correction == Correction("6月7月", "6月至7月", "疑漏字。")
    assert when.note == Words("疑漏字。", "activities/online-quiz/when")


def test_the_period_can_be_a_misprint_itself() -> None:
    campaign = b.a_campaign(
        ("period: 2025年6月中旬至7月中旬", "period: {text: 6月7月, means: 6月至7月}"),
        activities=[b.an_activity_yaml(when="在提升月期间")],
    )
    when = campaign.activities[0].when
    assert when is not None
    assert (when.date.earliest, when.date.latest) == (date(2025, 6, 1), date(2025, 7, 31))


def test_a_time_can_be_said_in_other_words_and_is_a_misprint_only_with_a_reason() -> None:
    for note, correction in (("", None), (", note: 错字", Correction("提升月其间", "提升月期间", "错字"))):
        when = b.an_activity(when=f"{{text: 提升月其间, means: 提升月期间{note}}}").when
        assert when is not None
        assert (when.date.text, when.date.earliest, when.date.latest) == ("提升月其间", date(2025, 6, 11), date(2025, 7, 20))
        assert when.date.correction == correction


def test_the_period_can_be_a_record_of_what_is_printed() -> None:
    period = ("period: 2025年6月中旬至7月中旬", "period: {text: 2025年6月中旬至7月中旬, note: 第二条。}")
    when = b.a_campaign(period, activities=[b.an_activity_yaml(when="在提升月期间")]).activities[0].when
    assert when is not None
    assert (when.date.earliest, when.date.latest) == (date(2025, 6, 11), date(2025, 7, 20))


def test_a_wrong_year_is_the_only_mistake_told() -> None:
    assert problems(b.a_campaign_yaml(("year: 2025", "year: 205"))) == ["3 year not-a-year"]


def test_without_its_year_the_29th_of_february_is_no_mistake() -> None:
    text = b.a_campaign_yaml(("year: 2025", "year: 205"), ("    when: 6月中旬", "    when: 2月29日"))
    assert problems(text) == ["3 year not-a-year"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("period: 2025年6月中旬至7月中旬\n", "1 period missing"),
        ("region: yunling\n", "1 region missing"),
        ("year: 2025\n", "1 year missing"),
    ],
)
def test_a_line_that_is_left_out_is_the_only_mistake_told(line: str, told: str) -> None:
    assert problems(b.a_campaign_yaml((line, ""))) == [told]


def test_an_impossible_day_is_told_even_where_the_year_is_wrong() -> None:
    text = b.a_campaign_yaml(("year: 2025", "year: 205"), ("    when: 6月中旬", "    when: 6月31日"))
    assert problems(text) == ["3 year not-a-year", "44 activities[0].when impossible-date"]


# --- the rest ---------------------------------------------------------------------------------


def test_a_file_whose_name_can_be_no_id_is_renamed_and_not_its_id() -> None:
    """Two names that differ by their capitals alone are one file on Windows and macOS."""
    text = b.a_campaign_yaml()
    _, (problem,) = validate.campaign(b.nodes(text, "Yunling-2025.yml"), "Yunling-2025.yml", {"yunling": b.a_region()})
    assert (problem.code, problem.zh) == (
        "not-the-file-name",
        "文件名“Yunling-2025”不能做编号；请把文件改名为 yunling-2025.yml，已经有这个文件的，把这一个删去",
    )


def test_a_date_that_is_left_out_is_not_judged_by_a_year_that_nobody_wrote() -> None:
    text = b.a_campaign_yaml(("year: 2025", "year: ２０２５"), ("when: 6月中旬", "when: 每周三，6月15日至7月10日（6月25日除外）"))
    assert problems(text) == ["3 year not-a-year"]


def test_every_field_of_an_activity_arrives() -> None:
    activity = b.a_campaign().activities[1]
    assert (activity.id, activity.number, activity.source, activity.kind) == ("village-classes", 2, "四（二）", "training")
    assert activity.title == Words("开展数字技能下乡", "activities/village-classes/title")
    assert activity.description == Words("省教育厅请老师到村里讲课。", "activities/village-classes/description", markdown=True)
    assert activity.credit == "省教育厅牵头，省人社厅、省妇联分工负责"
    assert (activity.audiences, activity.form, activity.open_to_public) == (("farmers", "older"), "onsite", True)
    assert activity.phase == "implementation"


def test_what_is_not_written_is_absent_and_not_made_up() -> None:
    activity = b.an_activity(when=None, lead=None)
    assert (activity.when, activity.form, activity.open_to_public, activity.joining) == (None, None, None, None)
    assert (activity.audiences, activity.parts, activity.links) == ((), (), ())
    assert not activity.topics.items


def test_items_of_a_list_share_their_context_and_fields_do_not() -> None:
    activity = b.an_activity(topics="[网购, 支付]")
    context = "activities/online-quiz/topics"
    assert activity.topics.items == (Words("网购", context, shared=True), Words("支付", context, shared=True))
    assert not activity.title.shared


def test_changes_are_told_with_the_newest_first() -> None:
    updates = "\n      - {on: 2025-06-01, text: 甲}\n      - {on: 2025年6月9日, text: 乙, material: false}"
    found = b.an_activity(updates=updates).updates
    assert [(u.on, u.text.text, u.material) for u in found] == [(date(2025, 6, 9), "乙", False), (date(2025, 6, 1), "甲", True)]


def test_a_printed_text_of_yaml_keeps_every_character() -> None:
    assert b.an_activity(title="no").title.text == "no"
    assert b.an_activity(summary="0791").summary.text == "0791"
    assert b.an_activity(credit='"是: 否"').credit == "是: 否"


# --- contacts ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("as_of", "shown"),
    [(date(2025, 1, 1), True), (date(2025, 12, 31), True), (date(2026, 1, 1), False), (date.max, False)],
)
def test_names_are_published_up_to_their_last_day_and_never_after(as_of: date, shown: bool) -> None:
    found = b.contacts(as_of=as_of)
    assert found.people_shown == shown
    assert [c.person for c in found.contacts] == (["林 一", "陈 二", "周 三", "吴 四"] if shown else [None] * 4)


def test_lines_of_offices_do_not_expire() -> None:
    found = b.contacts(as_of=date.max)
    assert [c.phone for c in found.contacts] == ["0990—55501001", "0990—55501002", "0990—55501003", "0990—55501004"]


def test_no_name_is_left_anywhere_once_it_has_expired() -> None:
    assert "林" not in repr(b.contacts(as_of=date(2026, 1, 1)))
    assert "林" in repr(b.contacts(as_of=date(2025, 1, 1)))


def test_the_line_of_a_body_is_found_by_the_body() -> None:
    found, region = b.contacts(), b.a_region()
    women = region.find("云岭省妇联")
    assert women is not None
    line = found.line_of(women)
    assert line is not None
    assert line.phone == "0990—55501004"


# --- synonyms ---------------------------------------------------------------------------------


def test_synonyms_come_in_groups_a_language_each() -> None:
    node = b.nodes("zh:\n  - [老人, 老年人]\nen:\n  - [phone, mobile]\n", "synonyms.yml")
    assert validate.synonyms(node) == ({"zh": (("老人", "老年人"),), "en": (("phone", "mobile"),)}, [])


def test_a_wrong_group_of_synonyms_is_told() -> None:
    found, told = validate.synonyms(b.nodes("zh: [[]]\nde: []\n", "synonyms.yml"))
    assert found == {}
    assert [(p.path, p.code) for p in told] == [("zh[0]", "empty"), ("de", "unknown-key")]


def test_a_mistake_made_in_a_hundred_places_and_one_does_not_hide_the_others() -> None:
    told = validate.synonyms(b.nodes("zh:\n" + "  - []\n" * (MOST + 1) + "de: []\n", "synonyms.yml"))[1]
    assert [p.code for p in told] == ["empty"] * MOST + ["unknown-key", "more"]


def test_how_many_more_mistakes_of_a_kind_there_are_is_said_at_the_last_one_told() -> None:
    told = validate.synonyms(b.nodes("zh:\n" + "  - []\n" * (MOST + 3), "synonyms.yml"))[1]
    assert [p.code for p in told] == ["empty"] * MOST + ["more"]
    assert str(told[-1]) == (
        "synonyms.yml:101:5: zh[99]: 这种错误（empty）后面还有 3 处，没有列出；请改好这些再检查"
        " / there are 3 more of this kind (empty) that are not listed; correct these and check again"
    )


def test_where_every_mistake_is_told_nothing_is_said_of_others() -> None:
    told = validate.synonyms(b.nodes("zh:\n" + "  - []\n" * MOST, "synonyms.yml"))[1]
    assert [p.code for p in told] == ["empty"] * MOST


def test_a_plan_of_which_every_activity_is_a_draft_is_told_to_be_a_draft_itself() -> None:
    text = b.a_campaign_yaml(activities=[b.an_activity_yaml(draft="true")])
    assert problems(text) == ["47 activities[0].draft only-drafts"]


@pytest.mark.parametrize(
    ("lead", "told"),
    [
        ("[省教育厅；省妇联]", ["55 activities[1].lead[0] wide-comma"]),
        ("[省教育厅，]", ["55 activities[1].lead[0] unknown-body"]),
        ("[省发改委（物价、能源）]", ["55 activities[1].lead[0] unknown-body"]),
        ("\n      - 省教育厅、省妇联\n      - 省人社厅", ["56 activities[1].lead[0] wide-comma"]),
    ],
)
def test_only_commas_between_items_make_one_of_several(lead: str, told: list[str]) -> None:
    assert problems(b.a_campaign_yaml(("    lead: 省教育厅", f"    lead: {lead}"))) == told


def test_the_whole_list_is_shown_as_it_is_meant() -> None:
    text = b.a_campaign_yaml(("    lead: 省教育厅", "    lead: [省教育厅， 省妇联、, 省人社厅]"))
    (first, *_) = validate.campaign(b.nodes(text, "yunling-2025.yml"), "yunling-2025.yml", {"yunling": b.a_region()})[1]
    assert first.zh == "这里有几项；请写在方括号里，用英文逗号隔开：[省教育厅, 省妇联, 省人社厅]，或者每行写一项"


def test_a_list_of_endless_length_is_shown_by_its_beginning() -> None:
    text = b.a_campaign_yaml(("    lead: 省教育厅", f"    lead: [{'厅，' * 400}省妇联]"))
    (first, *_) = validate.campaign(b.nodes(text, "yunling-2025.yml"), "yunling-2025.yml", {"yunling": b.a_region()})[1]
    assert first.en.count("厅") == 100


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (("  text: 数字云岭 人人共享", '  text: ""'), "这里是空的；请填写内容（必填）"),
        (("summary: 六月起，云岭省为大家办数字技能活动。", 'summary: "  "'), "这里是空的；请填写内容，或删去这一行"),
        (("    form: onsite", '    form: onsite\n    joining: "  "'), "这里是空的；请填写内容，或删去这一行"),
    ],
)
def test_only_what_may_be_left_out_can_be_deleted(edit: b.Edit, told: str) -> None:
    text = b.a_campaign_yaml(edit)
    found = validate.campaign(b.nodes(text, "yunling-2025.yml"), "yunling-2025.yml", {"yunling": b.a_region()})[1]
    assert [(problem.code, problem.zh) for problem in found] == [("empty", told)]
