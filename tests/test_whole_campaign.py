"""What a plan says of a whole campaign: who is behind it, groups, clauses, a helpline; and a city’s edition in its province’s."""

from __future__ import annotations

import json

import pytest
from lxml import html

import builders as b
import publishing

PAGE = "yunling-2025/online-quiz/index.html"


CITY = """\
id: linhai-2025
region: linhai
year: 2025
name: 2025年临海市数字生活周
period: 2025年6月下旬
theme: {text: 人人会上网}
part_of: yunling-2025
hosting:
  organise: [市图书馆]
activities:
  - id: phone-class
    number: 1
    title: 手机课堂
    summary: 学用手机看书。
  - id: safety-class
    number: 2
    title: 防骗课堂
    summary: 学会看穿骗局。
    when: 6月25日
    lead: [市图书馆, 省教育厅]
"""
IN_ENGLISH = '''\
msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgctxt "organisations/yunling-education/short"
msgid "省教育厅"
msgstr "Department of Education"
'''
WHOLE = (
    (
        "  hosts: [省委网信办, 省教育厅, 省人社厅, 省妇联]\n",
        """\
  hosts: [省委网信办]
  organise: [省教育厅]
  co_organise: [省人社厅]
  support: [省妇联, 等]
  undertake: [省妇联]
  guide: [省人社厅]
""",
    ),
    (
        "phases:\n",
        """\
helpline: {phone: 12345, name: 政务服务热线, hours: 全天}
groups:
  - {id: reading, name: 阅读推广, source: 三（一）}
  - {id: none, name: 空板块}
clauses:
  - source: 四（一）
    text: |
      （一）举办竞答。
      6月中旬举办。
phases:
""",
    ),
    ("  signed: 2025年5月20日\n", "  signed: 2025年5月20日\n  url: https://example.org/notice\n"),
)


@pytest.fixture(scope="module")
def with_a_city(tmp_path_factory):
    root = tmp_path_factory.mktemp("whole")
    plan = b.a_campaign_yaml(*WHOLE, activities=[b.an_activity_yaml(group="reading"), b.an_activity_yaml(**b._SECOND)])
    b.a_data_folder(root, campaigns__yunling_2025=plan, organisations__linhai=b.LINHAI, campaigns__linhai_2025=CITY)
    b.write(root, "translations/en/yunling.po", IN_ENGLISH)
    return publishing.site(b.data(root), as_of=b.AS_OF)


def test_who_is_behind_the_whole_campaign_is_said_by_role(with_a_city):
    pages = publishing.html(with_a_city)
    assert publishing.lines(pages, "yunling-2025/index.html", "hosts")[-5:] == [
        "承办单位：省教育厅", "协办单位：省人社厅", "支持单位：省妇联等", "执行单位：省妇联", "指导单位：省人社厅"
    ]  # fmt: skip
    plan = html.fromstring(pages["yunling-2025/plan/index.html"]).xpath("string(//section[@aria-labelledby='hosting'])")
    assert "承办单位：云岭省教育厅" in "".join(plan.split()) or "承办单位：省教育厅" in "".join(plan.split())
    for path, said in (("", ["支持单位", "执行单位"]), ("en/", ["Supporter", "Carries out"])):
        body = html.fromstring(pages[f"{path}organisations/yunling-women/index.html"])
        assert [each.text_content() for each in body.xpath("//li[@class='ms-tag']")][:2] == said


def test_the_printed_programme_says_who_is_behind_the_campaign_by_role(with_a_city):
    pages = publishing.everything(with_a_city)
    said = [" ".join(html.fromstring(pages[f"{edition}/print/index.html"]).xpath("string(//section[@aria-labelledby='hosts'])").split())
            for edition in ("yunling-2025", "linhai-2025")]  # fmt: skip
    assert said == [
        "由谁举办 省委网信办承办单位：省教育厅协办单位：省人社厅支持单位：省妇联等执行单位：省妇联指导单位：省人社厅",
        "由谁举办 承办单位：市图书馆",
    ]


def test_hosts_of_whom_the_notice_does_not_say_what_they_do_together_are_not_counted(tmp_path):
    data = b.data(b.a_data_folder(tmp_path, campaigns__yunling_2025=b.a_campaign_yaml(("  relation: 联合举办\n", ""))))
    pages = publishing.html(publishing.site(data))
    for home, counted in (("", "家单位。"), ("en/", "organisations.")):
        for path in ("", "plan/"):
            assert counted not in html.fromstring(pages[f"{home}yunling-2025/{path}index.html"]).find(".//main").text_content()


def test_activities_stand_in_the_groups_of_the_notice(with_a_city):
    pages = publishing.html(with_a_city)
    section = html.fromstring(pages["yunling-2025/index.html"]).xpath("//section[@aria-labelledby='activities']")[0]
    assert [each.text_content() for each in section.iter("h3", "h4")] == [
        "阅读推广", "举办数字知识网上竞答", "其他活动", "开展数字技能下乡"
    ]  # fmt: skip
    kicker = html.fromstring(pages[PAGE]).xpath("string(//p[@class='ms-kicker'])")
    assert "阅读推广" in kicker


def test_an_edition_and_that_of_a_city_lead_to_each_other(with_a_city):
    pages = publishing.html(with_a_city)
    whole = html.fromstring(pages["yunling-2025/index.html"])
    assert [each.get("href") for each in whole.xpath("//section[@aria-labelledby='parts']//a")] == ["../linhai-2025/"]
    part = html.fromstring(pages["linhai-2025/index.html"])
    assert "属于：2025年云岭省全民数字素养与技能提升月" in "".join(part.text_content().split())


def test_the_plan_of_a_city_names_bodies_of_its_province(with_a_city):
    pages = publishing.everything(with_a_city)
    activity = html.fromstring(pages["linhai-2025/safety-class/index.html"])
    assert activity.xpath("//section[@aria-labelledby='who']//a[@href='../../organisations/yunling-education/']")
    body = html.fromstring(pages["organisations/yunling-education/index.html"])
    assert body.xpath("//a[contains(@href, 'linhai-2025/safety-class/')]")
    in_english = html.fromstring(pages["en/linhai-2025/safety-class/index.html"]).xpath("string(//section[@aria-labelledby='who'])")
    assert "Department of Education" in in_english  # from the province’s file
    assert "防骗课堂".encode() in pages["organisations/yunling-education/calendar.ics"]


def test_the_register_of_a_city_comes_before_that_of_its_province(tmp_path):
    own = b.LINHAI + "  - id: linhai-education\n    name: 临海市教育厅\n    short: 省教育厅\n    kind: government\n"
    b.a_data_folder(tmp_path, campaigns__yunling_2025=b.a_campaign_yaml(), organisations__linhai=own, campaigns__linhai_2025=CITY)
    (city,) = b.data(tmp_path).plan.campaigns_of("linhai")
    assert [body.id for body in city.activities[1].lead.organisations] == ["linhai-library", "linhai-education"]


def test_a_name_that_neither_register_has_is_told_with_the_nearest_of_both(tmp_path):
    plan = b.edited(CITY, ("省教育厅", "省教肓厅"))
    b.a_data_folder(tmp_path, campaigns__yunling_2025=b.a_campaign_yaml(), organisations__linhai=b.LINHAI, campaigns__linhai_2025=plan)
    (problem,) = b.problems_in(tmp_path)
    assert problem.zh == "没有叫“省教肓厅”的单位，是否为“省教育厅”？如果是另一个单位，请登记到单位名册"


def test_a_register_of_the_province_that_cannot_be_read_blames_no_name_of_the_city(tmp_path):
    register = b.a_register_yaml().replace("organisations:", "organisations：", 1)
    b.a_data_folder(tmp_path, campaigns__yunling_2025=b.a_campaign_yaml(), organisations__yunling=register,
                    organisations__linhai=b.LINHAI, campaigns__linhai_2025=CITY)  # fmt: skip
    assert {problem.mark.file for problem in b.problems_in(tmp_path)} == {"data/organisations/yunling.yml"}


def test_the_edition_of_a_city_does_not_name_one_of_the_province_that_is_a_draft(tmp_path):
    whole = b.a_campaign_yaml().replace("year: 2025", "draft: true\nyear: 2025", 1)
    b.a_data_folder(tmp_path, campaigns__yunling_2025=whole, organisations__linhai=b.LINHAI, campaigns__linhai_2025=CITY)
    (city,) = b.data(tmp_path).plan.campaigns
    assert (city.id, city.part_of) == ("linhai-2025", None)


def test_search_engines_are_told_what_an_edition_is_a_part_of(with_a_city):
    for language in ("", "en/"):
        page = html.fromstring(publishing.html(with_a_city)[f"{language}linhai-2025/index.html"])
        graph = json.loads(page.xpath("string(//script[@type='application/ld+json'])"))["@graph"]
        (about,) = (each for each in graph if "superEvent" in each)
        assert about["superEvent"]["name"] == "2025年云岭省全民数字素养与技能提升月"
        assert about["superEvent"]["url"].endswith(f"/{language}yunling-2025/")
        assert about["superEvent"]["@id"].startswith("urn:")


def test_the_edition_of_a_city_stands_behind_that_of_its_province(with_a_city):
    home = html.fromstring(publishing.html(with_a_city)["index.html"])
    assert [each.get("href") for each in home.xpath("//h3[@class='ms-edition__name']/a")] == ["./yunling-2025/", "./linhai-2025/"]


def test_an_activity_that_names_nobody_says_who_is_behind_the_whole_campaign(with_a_city):
    page = html.fromstring(publishing.html(with_a_city)["linhai-2025/phone-class/index.html"])
    assert "".join(page.xpath("string(//section[@aria-labelledby='who'])").split()) == "由谁负责整个活动的举办单位：市图书馆"
    assert "由谁负责" not in page.xpath("string(//p[@class='ms-facts__unstated'])")


def test_a_campaign_without_a_notice_does_not_speak_of_one(with_a_city):
    pages = publishing.html(with_a_city)
    for path in ("", "phone-class/", "timeline/", "plan/"):
        assert "通知" not in html.fromstring(pages[f"linhai-2025/{path}index.html"]).find(".//main").text_content(), path
    assert "since the notice" not in pages["en/linhai-2025/index.html"]
    plan = html.fromstring(pages["linhai-2025/plan/index.html"])
    assert plan.xpath("normalize-space(//section[@aria-labelledby='document'])") == "主题 人人会上网"


def test_numbers_say_of_which_year_they_are(with_a_city):
    page = html.fromstring(publishing.html(with_a_city)[PAGE])
    assert page.xpath("string(//h2[@id='call'])") == "咨询电话 2025年公布"


def test_a_clause_is_shown_as_printed_where_it_belongs(with_a_city):
    pages = publishing.html(with_a_city)
    assert publishing.lines(pages, PAGE, "source")[1:3] == ["（一）举办竞答。", "6月中旬举办。"]
    assert publishing.lines(pages, "yunling-2025/plan/index.html", "clauses") == ["（一）举办竞答。", "6月中旬举办。"]
    assert "https://example.org/notice" in pages["yunling-2025/plan/index.html"]


def test_a_helpline_says_that_the_site_adds_it_and_only_where_no_number_is_printed(with_a_city):
    pages = publishing.html(with_a_city)
    said = "政务服务热线 12345 全天 这个号码由本站补充，不是原文里的。"
    assert said in " ".join(html.fromstring(pages["yunling-2025/index.html"]).text_content().split())
    assert said in " ".join(html.fromstring(pages["yunling-2025/contacts/index.html"]).text_content().split())
    assert "12345" not in pages[PAGE]


def test_a_hotline_that_the_notice_prints_is_not_called_an_addition(tmp_path):
    line = ("phases:\n", "helpline: {phone: 0990-5550100转801, name: 咨询热线, source: 通知“联系方式”}\nphases:\n")
    root = b.a_data_folder(tmp_path, campaigns__yunling_2025=b.a_campaign_yaml(line), contacts__yunling_2025=None)
    pages = publishing.html(publishing.site(b.data(root)))
    assert publishing.lines(pages, PAGE, "call")[0] == "咨询热线 0990-5550100 转 801 号码出处：通知“联系方式”"
    assert publishing.lines(pages, f"en/{PAGE}", "call")[0] == "咨询热线 0990-5550100 ext. 801 Numbers from: 通知“联系方式”"
    assert not [path for path, page in pages.items() if "由本站补充" in page]


def test_an_activity_that_names_nobody_has_the_number_of_who_issued_the_notice_where_the_hosts_have_none(tmp_path):
    hosts = "  hosts: [省委网信办, 省教育厅, 省人社厅, 省妇联]", "  hosts: [省委网信办]"
    plan = b.a_campaign_yaml(hosts, activities=[b.an_activity_yaml(lead=None)])
    contacts = "campaign: yunling-2025\ncontacts:\n  - body: 省妇联\n    phone: 0990—55501004\n"
    root = b.a_data_folder(tmp_path, campaigns__yunling_2025=plan, contacts__yunling_2025=contacts)
    (line,) = publishing.lines(publishing.html(publishing.site(b.data(root))), PAGE, "call")
    assert line.endswith("省妇联） 0990-55501004")


NOT_KNOWN = "没有叫“省教育厅”的单位；请改正，或登记到单位名册"


@pytest.mark.parametrize(
    ("edit", "said"),
    [
        (("part_of: yunling-2025", "part_of: yunlin-2025"), ["“yunlin-2025”不是任何方案的编号，是否为“yunling-2025”？"]),
        (
            ("part_of: yunling-2025", "part_of: linhai-2025"),
            ["“linhai-2025”又属于“linhai-2025”自己；请只在下一级的方案里写 part_of", NOT_KNOWN],
        ),
        (("    number: 1\n", "    number: 1\n    group: reading\n"), ["“reading”不是任何板块的编号；请改用 groups 里已有的编号"]),
    ],
)
def test_a_whole_or_a_group_that_there_is_none_of_is_told(tmp_path, edit, said):
    city = b.edited(CITY, edit)
    root = b.a_data_folder(tmp_path, organisations__linhai=b.LINHAI, campaigns__linhai_2025=city)
    assert [problem.zh for problem in b.problems_in(root)] == said


def test_a_part_of_another_year_and_a_body_in_both_registers_are_asked_about(tmp_path):
    register = b.LINHAI + "  - {id: linhai-education, name: 云岭省教育厅, kind: government}\n"
    city = b.edited(CITY.replace("2025", "2026"), ("part_of: yunling-2026", "part_of: yunling-2025"))
    root = b.a_data_folder(tmp_path, organisations__linhai=register, campaigns__linhai_2026=city)
    asked = {note.code: note.zh for note in b.data(root).notes}
    assert asked["part-of-year"].startswith("part_of 的“yunling-2025”是 2025 年的，这个方案是 2026 年的")
    assert asked["body-in-both"].startswith("“云岭省教育厅”在上级的名册里也有（yunling-education）")
    assert not {"part-of-year", "body-in-both"} & {note.code for note in b.data(b.a_data_folder(tmp_path / "same")).notes}
