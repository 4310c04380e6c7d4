"""Citations, fact boxes and QR codes: what a reader copies is true and complete."""

from __future__ import annotations

from datetime import date

import pytest

import builders
import publishing
from microsite.views import activity as activity_view
from microsite.views import cite

SOURCE = cite.Source(
    title="举办数字知识网上竞答",
    bodies=("省委网信办", "省教育厅", "省人社厅", "省妇联"),
    document="2025年云岭省提升月工作方案",
    number="云网办字〔2025〕1号",
    clause="四（一）",
    address="https://www.example.gov.cn/ztzl/yunling-2025/online-quiz/",
    as_of=date(2025, 5, 20),
)


def named(*bodies):
    return cite.Source(
        SOURCE.title, bodies, SOURCE.document, SOURCE.number, SOURCE.clause, SOURCE.address, SOURCE.as_of
    )


def quoting(root, language="zh", index=0, **settings):
    """What the page of one activity of the small province offers for quoting."""
    site = publishing.site(builders.data(root), **settings)
    campaign = site.data.plan.campaigns[0]
    both = tuple(site.speaker(each).campaign(campaign) for each in ("zh", "en"))
    scope = site.speaker(language).campaign(campaign)
    seen = activity_view.view(scope, campaign, index)
    return cite.view(scope, both, campaign, campaign.activities[index], seen)


def text(offered, name):
    return next(each.text for each in offered.texts if each.name == name)


# --- the two forms ----------------------------------------------------------------------------


def test_a_chinese_citation_names_three_bodies_and_says_that_there_are_more():
    assert cite.chinese(SOURCE) == (
        "省委网信办，省教育厅，省人社厅，等. 举办数字知识网上竞答：《2025年云岭省提升月工作方案》（云网办字〔2025〕1号）四（一）"
        "[EB/OL]. (2025-05-20). https://www.example.gov.cn/ztzl/yunling-2025/online-quiz/"
    )


def test_a_chinese_citation_of_three_bodies_names_them_all():
    assert cite.chinese(named("甲", "乙", "丙")).startswith("甲，乙，丙. 举办")


@pytest.mark.parametrize(
    ("bodies", "said"),
    [
        (("A",), "A. “"),
        (("A", "B"), "A and B. “"),
        (("A", "B", "C"), "A, B and C. “"),
        (("A", "B", "C", "D"), "A, B, C, et al. “"),
    ],
)
def test_an_english_citation_names_up_to_three_bodies(bodies, said):
    assert cite.english(named(*bodies)).startswith(said)


def test_an_english_citation_has_every_part_and_no_day_of_access():
    assert cite.english(named("A")) == (
        "A. “举办数字知识网上竞答.” 2025年云岭省提升月工作方案, 云网办字〔2025〕1号, clause 四（一）. As of 20 May 2025. "
        "https://www.example.gov.cn/ztzl/yunling-2025/online-quiz/"
    )


def test_quotation_marks_in_a_title_become_inner_ones_in_english():
    quoted = cite.Source("“Jinguo” activities", ("A",), "Plan", "No. 1", "五", "https://a.cn/", date(2025, 5, 20))
    assert cite.english(quoted) == "A. “‘Jinguo’ activities.” Plan, No. 1, clause 五. As of 20 May 2025. https://a.cn/"


# --- what a page offers -----------------------------------------------------------------------


def test_a_citation_carries_the_day_of_the_last_update(tmp_path):
    updates = '[{on: 2025-06-03, text: 时间有变}, {on: 2025-06-09, text: 地点有变}]'
    activities = [builders.an_activity_yaml(updates=updates), builders.an_activity_yaml(id="other", number="2")]
    root = builders.a_data_folder(tmp_path, campaigns__yunling_2025=builders.a_campaign_yaml(activities=activities))
    assert "[EB/OL]. (2025-06-09). https://" in text(quoting(root), "gbt")
    assert "[EB/OL]. (2025-05-20). https://" in text(quoting(root, index=1), "gbt")


def test_each_form_names_the_page_in_its_own_language(tmp_path):
    root = builders.a_data_folder(tmp_path)
    for language, order in (("zh", ["gbt", "english", "facts"]), ("en", ["english", "gbt", "facts"])):
        offered = quoting(root, language)
        assert [each.name for each in offered.texts] == order
        assert text(offered, "gbt").endswith(" https://www.example.gov.cn/ztzl/yunling-2025/online-quiz/")
        assert text(offered, "english").endswith(" https://www.example.gov.cn/ztzl/en/yunling-2025/online-quiz/")


def test_the_facts_of_an_activity_stand_one_on_a_line(tmp_path):
    assert text(quoting(builders.a_data_folder(tmp_path), index=1), "facts").split("\n") == [
        "开展数字技能下乡",
        "咨询电话：省教育厅 0990-55501002",
        "什么时间：2025年7月1日至10日",
        "在哪里：线下",
        "适合谁：农民、老年人",
        "牵头：省教育厅",
        "分工负责：省人社厅、省妇联",
        "出处：云网办字〔2025〕1号，四（二）",
        "网址：https://www.example.gov.cn/ztzl/yunling-2025/village-classes/",
    ]


def test_a_person_never_stands_in_a_text_that_is_copied(tmp_path):
    offered = quoting(builders.a_data_folder(tmp_path), index=1)
    assert [each.name for each in offered.texts if "陈" in each.text] == []


def test_a_corrected_time_says_what_was_printed(tmp_path):
    when = "{text: 7月9月, means: 7月至9月}"
    activities = [builders.an_activity_yaml(when=when)]
    root = builders.a_data_folder(tmp_path, campaigns__yunling_2025=builders.a_campaign_yaml(activities=activities))
    assert "\n什么时间：2025年7月至9月 原文写作“7月9月”。\n" in text(quoting(root), "facts")


# --- the QR code ------------------------------------------------------------------------------


def test_a_site_that_does_not_know_its_address_has_no_qr_code(tmp_path):
    root = builders.a_data_folder(tmp_path)
    assert quoting(root, site_url="").qr == ""
    assert quoting(root, site_url="").address == "/yunling-2025/online-quiz/"


def test_a_qr_code_is_a_drawing_without_styles_or_sizes():
    drawn = cite.qr("https://www.example.gov.cn/ztzl/yunling-2025/online-quiz/")
    assert drawn.startswith('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ')
    assert "style=" not in drawn
    assert "<script" not in drawn
    assert cite.qr("https://a.cn/") == cite.qr("https://a.cn/") != cite.qr("https://b.cn/")
