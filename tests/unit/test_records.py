"""From invitation to record: updates and results on the pages of a small site."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import builders
from microsite.core.language import LANGUAGES
from microsite.core.settings import Settings
from microsite.loading import data_folder
from microsite.model import uids
from microsite.site import pages
from microsite.site.feeds import public_data, sitemap
from microsite.site.render import Renderer

TEMPLATES = Path(__file__).parents[2] / "overrides/microsite"

QUIZ_UPDATES = """\
    updates:
      - {on: 2025-06-03, text: 时间改到下旬}
      - {on: 2025-06-03, text: 改正一个错字, material: false}
      - {on: 2025-06-05, text: 牵头单位没有变}
    joining: 在省委网信办的网页上答题。
"""
RESULTS = """\
    results:
      on: 2025-07-20
      text: 网上竞答如期举行。
      figures:
        - {what: 答题人次, measure: participants, number: 1200, unit: 人次, definition: 提交答卷的次数, source: 省委网信办总结}
"""
CLASS_RESULTS = """\
    results:
      on: 2025-07-20
      text: 老师去了十个村。
      figures:
        - {what: 听课人次, measure: participants, number: 345, unit: 人次, definition: 到场的人次, source: 省教育厅总结}
        - {what: 课堂, measure: events, number: 10, unit: 场, definition: 一次课算一场, source: 省教育厅总结}
"""


def site(root: Path, quiz: str = "", classes: str = "", tail: str = "") -> dict[str, str]:
    """Every page of a small site by its address."""
    plan = builders.a_campaign_yaml(
        ("    credit: 省委网信办牵头负责\n", f"    credit: 省委网信办牵头负责\n{quiz}"),
        ("    topics: [手机支付, 网上办事, 等]\n", f"    topics: [手机支付, 网上办事, 等]\n{classes}"),
    )
    builders.a_data_folder(root, campaigns__yunling_2025=plan + tail)
    interfaces = {language: data_folder.interface(language) for language in LANGUAGES}
    made = pages.Site(builders.data(root), Settings(site_name="站"), interfaces, Renderer(TEMPLATES))
    return dict(pages.all_pages(made))


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html.replace("<wbr>", "")).split())


def test_updates_stand_on_the_page_with_the_newest_first_each_at_its_own_address(tmp_path: Path) -> None:
    page = site(tmp_path, quiz=QUIZ_UPDATES)["yunling-2025/online-quiz/"]
    assert re.findall(r'id="(change-[^"]+)"', page) == [
        "change-2025-06-05",
        "change-2025-06-03",
        "change-2025-06-03-2",
    ]
    assert page.index("牵头单位没有变") < page.index("时间改到下旬") < page.index("改正一个错字")


def test_the_changes_page_tells_every_change_and_leads_to_it(tmp_path: Path) -> None:
    page = site(tmp_path, quiz=QUIZ_UPDATES, tail="updates:\n  - {on: 2025-06-04, text: 主题有了英文}\n")
    listed = page["yunling-2025/changes/"]
    assert 'href="../../yunling-2025/online-quiz/#change-2025-06-05"' in listed
    order = [
        listed.index(text)
        for text in ("牵头单位没有变", "主题有了英文", "时间改到下旬", "云网办字〔2025〕1号")
    ]
    assert order == sorted(order)


def test_a_campaign_without_changes_says_so(tmp_path: Path) -> None:
    assert "发布以后没有更新。" in site(tmp_path)["yunling-2025/changes/"]


def test_with_results_the_page_becomes_the_record_at_the_same_address(tmp_path: Path) -> None:
    before = site(tmp_path / "before", quiz=QUIZ_UPDATES)["yunling-2025/online-quiz/"]
    after = site(tmp_path / "after", quiz=QUIZ_UPDATES + RESULTS)["yunling-2025/online-quiz/"]
    assert "在省委网信办的网页上答题。" in words(before)
    assert "在省委网信办的网页上答题。" not in words(after)
    assert "1,200 人次" in words(after)
    assert "提交答卷的次数" in words(after)
    assert "省委网信办总结" in words(after)
    assert "网上竞答如期举行。" in words(after)


def test_totals_of_an_edition_are_computed_and_lead_to_their_entries(tmp_path: Path) -> None:
    front = site(tmp_path, quiz=RESULTS, classes=CLASS_RESULTS)["yunling-2025/"]
    assert "参加人次 1,545 人次 由以下各项相加：" in words(front)
    assert 'href="../yunling-2025/online-quiz/#results"' in front
    assert 'href="../yunling-2025/village-classes/#results"' in front
    assert "活动场次 10 场" in words(front)


def test_a_campaign_without_results_shows_no_totals(tmp_path: Path) -> None:
    assert 'id="results"' not in site(tmp_path)["yunling-2025/"]


def test_a_cancelled_activity_keeps_its_page_and_says_so(tmp_path: Path) -> None:
    page = site(tmp_path, quiz="    status: cancelled\n")["yunling-2025/online-quiz/"]
    assert "活动已取消" in words(page)


def test_a_time_that_is_only_about_right_gives_scripts_no_bounds(tmp_path: Path) -> None:
    plan = builders.a_campaign_yaml(("when: 6月中旬", "when: 6月15日前后"))
    builders.a_data_folder(tmp_path, campaigns__yunling_2025=plan)
    interfaces = {language: data_folder.interface(language) for language in LANGUAGES}
    made = pages.Site(builders.data(tmp_path), Settings(site_name="站"), interfaces, Renderer(TEMPLATES))
    page = dict(pages.all_pages(made))["yunling-2025/online-quiz/"]
    assert "2025年6月15日前后" in words(page)
    assert 'data-start-first="2025-06-15"' not in page


def test_a_withdrawal_is_a_change_of_its_campaign_and_of_its_bodies(tmp_path: Path) -> None:
    gone = "withdrawn: [{id: old-quiz, title: 旧竞答, on: 2025-06-20, reason: 不再举办}]\n"
    data = builders.data(builders.a_data_folder(tmp_path, campaigns__yunling_2025=builders.a_campaign_yaml() + gone))
    campaign = data.plan.campaigns[0]
    assert max(uids.days_of_all(campaign)) == date(2025, 6, 20)
    listed = dict([*sitemap.of_campaign(campaign), *sitemap.of_region(campaign.region, [campaign])])
    assert listed["yunling-2025/"] == listed["organisations/yunling-women/"] == date(2025, 6, 20)
    assert listed["yunling-2025/online-quiz/"] == date(2025, 5, 20)
    assert public_data.edition(data, campaign)["changed"] == "2025-06-20"


def test_a_campaign_without_any_date_of_writing_tells_search_engines_none(tmp_path: Path) -> None:
    plan = builders.a_campaign_yaml(("  signed: 2025年5月20日\n", ""))
    (campaign,) = builders.data(builders.a_data_folder(tmp_path, campaigns__yunling_2025=plan)).plan.campaigns
    assert {day for _, day in sitemap.of_campaign(campaign)} == {None}
