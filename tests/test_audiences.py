"""The page of each audience: what is made for it, then what is open to everybody, at an address that stays."""

import html
import re
from datetime import date

import pytest

from building import REPOSITORY
from microsite.checks import permalinks
from microsite.core import urls
from microsite.loading import data_folder
from microsite.model.choices import RESERVED_ACTIVITY_IDS

ROW = re.compile(r'data-activity="([a-z0-9-]+)"')


@pytest.fixture(scope="module")
def plan():
    return data_folder.folder(REPOSITORY / "data", date(2026, 1, 1)).plan


def rows(site, path):
    text = (site / path / "index.html").read_text("utf-8")
    own, _, others = text.partition('id="open"')
    return ROW.findall(own), ROW.findall(others)


@pytest.mark.parametrize("language", ["", "en/"])
def test_what_is_made_for_an_audience_stands_before_what_is_open_to_all(site, language):
    assert rows(site, f"{language}jiangxi-2022/for/older/") == (
        ["older-people"],
        ["open-courses", "online-quiz", "popular-science"],
    )


def test_the_page_for_everybody_has_one_list(site):
    assert rows(site, "jiangxi-2022/for/everyone/") == (["open-courses", "online-quiz", "popular-science"], [])


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_activity_of_a_real_plan_has_a_number_to_call(site, language):
    files = [path for each in ("shandong-2024", "jiangxi-2022") for path in (site / language / each).glob("*/index.html")]
    pages = {path: path.read_text("utf-8") for path in files}
    activities = {path: text for path, text in pages.items() if "ms-activity" in text}
    assert len(activities) == 24
    assert [path for path, text in activities.items() if 'href="tel:' not in text.partition("</header>")[2]] == []


def test_a_row_says_when_where_and_whom_to_call(site):
    text = (site / "jiangxi-2022/for/older/index.html").read_text("utf-8")
    first = text.partition('class="ms-actrow"')[2].partition("</li>")[0]
    words = " ".join(html.unescape(re.sub("<[^>]+>", " ", first.replace("<wbr>", ""))).split())
    assert words.endswith("数字助老活动 2022年8月 老年大学、开放大学、养老服务机构等 省卫健委 0791-86291132")


def test_an_audience_that_was_published_keeps_its_page(plan):
    campaign = next(each for each in plan.campaigns if each.id == "jiangxi-2022")
    assert "deaf" not in permalinks.audiences(campaign, ())
    published = {"audience jiangxi-2022/deaf"}
    assert set(permalinks.audiences(campaign, published)) == {*permalinks.audiences(campaign, ()), "deaf"}
    answer = urls.audience("zh", "jiangxi-2022", "deaf"), "audience jiangxi-2022/deaf"
    assert answer in set(permalinks.pages(plan, published))


def test_every_audience_is_in_the_ledgers_reach_and_in_the_sitemap(site, plan):
    listed = (site / "sitemap.xml").read_text("utf-8")
    for campaign in plan.campaigns:
        for code in permalinks.audiences(campaign, ()):
            path = urls.audience("zh", campaign.id, code)
            assert path in listed
            assert (site / path / "index.html").is_file()
            assert (site / "en" / path / "index.html").is_file()


def test_no_activity_can_take_the_place_of_these_pages():
    assert {"for", "in", "sessions"} <= RESERVED_ACTIVITY_IDS
