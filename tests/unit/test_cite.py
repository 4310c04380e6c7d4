"""Citations, fact boxes and QR codes: what a reader copies is true and complete."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

import builders
import publishing
from microsite.views import cite
from microsite.views.activity import activity_view

NOTICE = cite.Source(
    key="yunling-2025/notice",
    language="zh",
    is_notice=True,
    authors=("省委网信办", "省教育厅", "省人社厅", "省妇联"),
    title="关于印发《2025年云岭省提升月工作方案》的通知",
    number="云网办字〔2025〕1号",
    clause="四（一）",
    day=date(2025, 5, 20),
    address="",
)
PAGE = cite.Source(
    key="yunling-2025/online-quiz",
    language="zh",
    is_notice=False,
    authors=("活动微站示例",),
    title="举办数字知识网上竞答",
    number="",
    clause="",
    day=date(2025, 5, 20),
    address="https://www.example.gov.cn/ztzl/yunling-2025/online-quiz/",
)


def quoting(root, language="zh", index=0, **settings):
    """What the page of one activity of the small province offers for quoting."""
    site = publishing.site(builders.data(root), **settings)
    campaign = site.data.plan.campaigns[0]
    both = tuple(site.scope(each).of_campaign(campaign) for each in ("zh", "en"))
    scope = site.scope(language).of_campaign(campaign)
    seen = activity_view(scope, campaign, index)
    return cite.view(scope, both, campaign, campaign.activities[index], seen)


def text(offered, name, of="page"):
    """A text to copy, with a line where the day of citing belongs."""
    if name == "facts":
        return offered.facts.text
    texts = next(texts for cited, texts, _ in offered.citations if cited == of)
    found = next(each for each in texts if each.name == name)
    return f"{found.text}____{found.rest}" if found.gap else found.text


# --- the two forms ----------------------------------------------------------------------------


def test_a_page_is_cited_with_its_organiser_and_a_gap_for_the_day_of_citing():
    real = replace(
        PAGE, title="开展数字助老活动", day=date(2022, 8, 1), address="https://example.org/jiangxi-2022/older-people/"
    )
    assert cite.chinese(real).replace(cite.GAP, "2026-11-28") == (
        "活动微站示例. 开展数字助老活动[EB/OL]. （2022-08-01）[2026-11-28]. https://example.org/jiangxi-2022/older-people/."
    )


def test_a_notice_on_the_web_is_cited_with_its_bodies_number_and_address():
    real = replace(
        NOTICE,
        authors=("中共江西省委网络安全和信息化委员会办公室",),
        title="关于印发《2022年江西省全民数字素养与技能提升月工作方案》的通知",
        number="赣网办字〔2022〕14号",
        day=date(2022, 8, 1),
        address="https://example.org/n",
    )
    assert cite.chinese(real) == (
        "中共江西省委网络安全和信息化委员会办公室. 关于印发《2022年江西省全民数字素养与技能提升月工作方案》的通知："
        "赣网办字〔2022〕14号[EB/OL]. （2022-08-01）. https://example.org/n."
    )


def test_a_notice_on_paper_names_three_bodies_and_says_that_there_are_more():
    real = replace(
        NOTICE, authors=("甲", "乙", "丙", "丁"), title="工作方案", number="赣网办字〔2022〕14号", day=date(2022, 8, 1)
    )
    assert cite.chinese(real) == "甲，乙，丙，等. 工作方案：赣网办字〔2022〕14号[R]. 2022-08-01."
    assert cite.chinese(replace(real, authors=("甲", "乙", "丙"))).startswith("甲，乙，丙. 工作方案")


def test_what_a_notice_does_not_bear_is_not_cited():
    bare = replace(NOTICE, authors=("甲",), title="工作方案", number="", clause="", day=None)
    assert cite.chinese(bare) == "甲. 工作方案[R]."
    assert cite.chinese(replace(bare, authors=())) == "工作方案[R]."
    assert cite.english(replace(bare, authors=())) == "“工作方案.”"


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
    assert cite.english(replace(NOTICE, authors=bodies)).startswith(said)


def test_an_english_citation_of_a_notice_has_its_number_and_clause():
    assert cite.english(replace(NOTICE, authors=("A",), title="Notice of the plan", language="en")) == (
        "A. “Notice of the plan.” 云网办字〔2025〕1号, clause 四（一）. 20 May 2025."
    )


def test_an_english_citation_of_a_page_has_a_gap_for_the_day_of_access():
    assert cite.english(replace(PAGE, authors=("Example",), title="“Jinguo” activities")) == (
        f"Example. “‘Jinguo’ activities.” 20 May 2025. Accessed {cite.GAP}. "
        "https://www.example.gov.cn/ztzl/yunling-2025/online-quiz/"
    )


# --- what a page offers -----------------------------------------------------------------------


def test_a_citation_carries_the_day_of_the_last_update(tmp_path):
    updates = '[{on: 2025-06-03, text: 时间有变}, {on: 2025-06-09, text: 地点有变}]'
    activities = [builders.an_activity_yaml(updates=updates), builders.an_activity_yaml(id="other", number="2")]
    root = builders.a_data_folder(tmp_path, campaigns__yunling_2025=builders.a_campaign_yaml(activities=activities))
    assert "[EB/OL]. （2025-06-09）[____]. https://" in text(quoting(root), "gbt")
    assert "[EB/OL]. （2025-05-20）[____]. https://" in text(quoting(root, index=1), "gbt")


def test_a_page_whose_notice_has_no_date_is_cited_without_one(tmp_path):
    """The first possible day of a campaign is a bound, and no day on which anybody wrote something."""
    plan = builders.a_campaign_yaml(("  signed: 2025年5月20日\n", ""))
    offered = quoting(builders.a_data_folder(tmp_path, campaigns__yunling_2025=plan))
    assert "[EB/OL]. [____]. https://" in text(offered, "gbt")
    assert "竞答.” Accessed ____. https://" in text(offered, "english")


def test_each_form_names_the_page_in_its_own_language(tmp_path):
    root = builders.a_data_folder(tmp_path)
    for language, order in (("zh", ["gbt", "english"]), ("en", ["english", "gbt"])):
        offered = quoting(root, language)
        assert [(cited, [text.name for text in texts]) for cited, texts, _ in offered.citations] == [
            ("page", order),
            ("notice", order),
        ]
        assert text(offered, "gbt").endswith(" https://www.example.gov.cn/ztzl/yunling-2025/online-quiz/.")
        assert text(offered, "english").endswith(" https://www.example.gov.cn/ztzl/en/yunling-2025/online-quiz/")


def test_a_citation_is_of_the_notice_or_of_the_page_and_never_of_both(tmp_path):
    offered = quoting(builders.a_data_folder(tmp_path), organiser="活动微站示例")
    assert text(offered, "gbt") == (
        "活动微站示例. 举办数字知识网上竞答[EB/OL]. （2025-05-20）[____]. "
        "https://www.example.gov.cn/ztzl/yunling-2025/online-quiz/."
    )
    notice = text(offered, "gbt", "notice")
    assert "活动微站示例" not in notice
    assert "example.gov.cn" not in notice
    assert notice.endswith("云网办字〔2025〕1号[R]. 2025-05-20.")


def test_a_notice_is_cited_by_the_names_that_it_prints_whatever_its_bodies_are_called_today(tmp_path):
    renamed = builders.a_register_yaml(
        ("name: 云岭省教育厅\n", "name: 云岭省教育和科技厅\n    aliases: [云岭省教育厅]\n")
    )
    root = builders.a_data_folder(tmp_path, organisations__yunling=renamed)
    notice = text(quoting(root), "gbt", "notice")
    assert "云岭省教育厅" in notice
    assert "云岭省教育和科技厅" not in notice


def test_the_facts_of_an_activity_stand_one_on_a_line(tmp_path):
    assert text(quoting(builders.a_data_folder(tmp_path), index=1), "facts").split("\n") == [
        "示例：开展数字技能下乡",
        "咨询电话：省教育厅 0990-55501002",
        "什么时间：2025年7月1日至10日",
        "在哪里：线下",
        "适合谁：农民、老年人",
        "牵头：省教育厅",
        "分工负责：省人社厅、省妇联",
        "出处：云网办字〔2025〕1号，四（二）",
        "网址：https://www.example.gov.cn/ztzl/yunling-2025/village-classes/",
    ]


def test_the_facts_say_what_is_due_how_to_book_what_it_costs_and_where_its_sessions_are(tmp_path):
    said = {
        "deadlines": "[{who: 各校, what: 交作品, to: 省教育厅, due: 6月18日前}]", "joining": "先报名。", "cost": "免费",
        "booking": "{needed: true, phone: 0990-5550100, hours: 工作日}",
        "sessions": "[{when: 6月20日, place: 市科技馆}, {when: 6月21日, place: 市图书馆}, {when: 6月22日, place: 市科技馆}]",
    }  # fmt: skip
    plan = builders.a_campaign_yaml(activities=[builders.an_activity_yaml(**said)])
    root = builders.a_data_folder(tmp_path, campaigns__yunling_2025=plan)
    assert text(quoting(root), "facts").split("\n")[3:6] == [
        "截止时间：2025年6月18日前：各校向省教育厅交作品",
        "在哪里：市科技馆、市图书馆",
        "怎样参加：先报名；需要报名；0990-5550100 工作日；免费",
    ]


def test_the_facts_call_what_opens_no_deadline(tmp_path):
    opens = "{what: 报名, due: 6月10日10:00起}"
    for number, (listed, heading) in enumerate([(opens, "开始时间"), (f"{opens}, {{what: 投稿, due: 6月18日前}}", "开始和截止时间")]):
        plan = builders.a_campaign_yaml(activities=[builders.an_activity_yaml(deadlines=f"[{listed}]")])
        root = builders.a_data_folder(tmp_path / str(number), campaigns__yunling_2025=plan)
        assert f"\n{heading}：2025年6月10日10:00起：报名" in text(quoting(root), "facts")


def test_an_english_title_that_ends_with_a_sign_has_no_stop_behind_it():
    asked = replace(PAGE, language="en", title="Who owns your data?")
    assert "“Who owns your data?” 20 May 2025." in cite.english(asked)


def test_a_person_never_stands_in_a_text_that_is_copied(tmp_path):
    offered = quoting(builders.a_data_folder(tmp_path), index=1)
    texts = [each for _, texts, _ in offered.citations for each in texts]
    assert [each.name for each in (*texts, offered.facts) if "陈" in f"{each.text}{each.rest}"] == []


def test_a_corrected_time_says_what_was_printed(tmp_path):
    when = "{text: 7月9月, means: 7月至9月, note: 漏了一个“至”}"
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
