"""A plan says what its notice says, and nothing has to be invented: what is absent is printed nowhere."""

from __future__ import annotations

import json
import re

import pytest
from lxml import html

import builders as b
import building
import publishing
from microsite.build.outputs import site as outputs_of
from microsite.core.language import LANGUAGES
from microsite.core.settings import Settings
from microsite.loading import data_folder
from microsite.site.pages import Site
from microsite.site.render import Renderer

PLAN = """\
id: linhai-2026
region: linhai
year: 2026
name: 2026年临海市图书馆数字阅读周
period: 2026年11月
activities:
  - id: phone-class
    number: 1
    title: 手机课堂
    summary: 学用手机看书。
"""
EMPTY = re.compile(r"《》|（）|“”|，，|：：|，。|\(\)|, ,|clause \.|\bNone\b|undefined")


@pytest.fixture(scope="module")
def files(tmp_path_factory):
    """Every file of a site with a plan that is no notice and says as little as a plan can."""
    root = tmp_path_factory.mktemp("plain") / "data"
    b.write(root, "organisations/linhai.yml", b.LINHAI)
    b.write(root, "campaigns/linhai-2026.yml", PLAN)
    data = data_folder.folder(root, b.AS_OF)
    words = {language: data_folder.interface(language) for language in LANGUAGES}
    settings = Settings(site_name="示例", site_url="https://www.example.org/", as_of=b.AS_OF)
    made = Site(data, settings, words, Renderer(building.REPOSITORY / "overrides/microsite"))
    return dict(outputs_of(made, [], paint=lambda face: b""))


def texts(files):
    """What readers see of each page: its main part, without scripts."""
    for path, content in files.items():
        if path.endswith(".html") and (main := html.fromstring(content).find(".//main")) is not None:
            for script in main.xpath(".//script"):
                script.drop_tree()
            yield path, main


def test_no_page_prints_an_empty_quotation_an_empty_bracket_or_a_missing_word(files):
    found = {path: EMPTY.findall(main.text_content()) for path, main in texts(files)}
    assert {path: each for path, each in found.items() if each} == {}


def test_no_page_has_a_heading_a_label_or_a_section_with_nothing_behind_it(files):
    bare = []
    for path, main in texts(files):
        bare += [(path, dt.text_content()) for dt in main.iter("dt") if not _said(dt.getnext())]
        shown = (section for section in main.iter("section") if section.get("hidden") is None)  # scripts fill and show the others
        bare += [(path, s.get("aria-labelledby")) for s in shown if len(_said(s)) <= len(_heading(s))]
    assert bare == []


def _said(element):
    return "" if element is None else "".join(element.text_content().split())


def _heading(section):
    return next((_said(each) for each in section.iter("h1", "h2", "h3")), "")


def test_no_format_has_a_clause_a_document_or_an_event_that_the_plan_does_not_have(files):
    calendar = files["linhai-2026/calendar.ics"].decode()
    assert "，\r\n" not in calendar
    published = json.loads(files["api/v1/linhai-2026.json"])
    assert (published["theme"]["text"], published["aims"], published["period_source"]) == (None, None, None)
    assert (published["document"]["number"], published["document"]["signed"]) == (None, None)
    (activity,) = published["activities"]
    assert [activity[key] for key in ("source", "kind", "description", "credit")] == [None] * 4
    assert published["short_name"] == {"zh": "2026年临海市图书馆数字阅读周", "en": None}


@pytest.mark.parametrize(("period", "is_rough"), [("2026年11月2日", False), ("2026年11月", True)])
def test_a_timeline_explains_rough_times_only_where_there_are_some_and_calls_no_week_a_month(tmp_path, period, is_rough):
    plan = PLAN.replace("period: 2026年11月", f"period: {period}").replace("    summary", "    when: 11月2日9:00\n    summary")
    b.write(tmp_path, "organisations/linhai.yml", b.LINHAI)
    b.write(tmp_path, "campaigns/linhai-2026.yml", plan)
    page = publishing.html(publishing.site(b.data(tmp_path)))["linhai-2026/timeline/index.html"]
    assert ("上旬指" in page, "提升月" in page.partition("<main")[2]) == (is_rough, False)


def test_a_citation_names_no_document_where_there_is_none(files):
    page = files["linhai-2026/phone-class/index.html"].decode()
    assert "《》" not in page
    assert "手机课堂[EB/OL]. " in page
    assert "手机课堂[EB/OL]. （" not in page  # the first possible day of a campaign is no day of writing


def test_of_a_plan_without_a_notice_no_year_of_its_numbers_is_invented_and_nothing_said_to_be_missing_in_it(tmp_path):
    b.write(tmp_path, "organisations/linhai.yml", b.LINHAI)
    b.write(tmp_path, "campaigns/linhai-2026.yml", f"{PLAN}    lead: [市图书馆]\nhelpline: {{phone: 0990-5550100, name: 服务台}}\n")
    b.write(tmp_path, "contacts/linhai-2026.yml", "campaign: linhai-2026\ncontacts: [{body: 市图书馆, phone: 0990-5550101}]\n")
    files = publishing.everything(publishing.site(data_folder.folder(tmp_path, b.AS_OF), as_of=b.AS_OF))
    pages = {path: " ".join(main.text_content().split()) for path, main in texts(files)}
    assert "服务台 0990-5550100" in pages["linhai-2026/index.html"]
    assert "0990-5550101" in pages["organisations/linhai-library/index.html"]
    said = re.compile("年公布|as of 2026|published in|本站补充|Added by this site")
    assert {path: found for path, page in pages.items() if (found := said.findall(page))} == {}
