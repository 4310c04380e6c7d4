"""The built site as a whole: every link arrives, every page says its language, its title and who speaks."""

import re
import xml.etree.ElementTree as ET
from datetime import date

import pytest
import yaml

import building
import reading
import small_repository
from building import BASE, SITE_URL

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def own(pages):
    """Pages that stand for themselves: no former addresses, no boxes for other sites, not the one for
    unknown addresses."""
    return {path: page for path, page in pages.items() if stands_for_itself(path, page)}


@pytest.fixture(scope="module")
def official(tmp_path_factory):
    """The site as an office publishes it, without an address of its own."""
    root = small_repository.cut(building.copy_of_repository(tmp_path_factory.mktemp("official") / "repository"))
    building.of_an_office(root, f"site_url: {SITE_URL}")
    building.succeed(root, config=building.CONFIGURED)
    return root / "site"


def stands_for_itself(path, page):
    box = path.removeprefix("en/").startswith("embed/")
    return not box and path != "404.html" and not reading.leads_elsewhere(page)


def language_of(path):
    return "en" if path.startswith("en/") else "zh-CN"


def other_language(path):
    return path.removeprefix("en/") if path.startswith("en/") else f"en/{path}"


def test_every_link_of_every_page_arrives_below_a_sub_path(site, pages):
    files = set(building.contents(site))
    building.none_of(reading.broken_links(pages, files, BASE))
    assert sum(len(page.links) for page in pages.values()) > 5000


def test_a_link_checker_that_would_tell():
    """The proof that the checks above can fail."""
    html = '<a href="../b/#x"></a><a href="../c/"></a><a href="../../out/"></a><a href="/b/"></a><p id="y">'
    pages = {"a/": reading.page("a/", html), "b/": reading.page("b/", '<p id="z">')}
    assert reading.broken_links(pages, {"a/index.html", "b/index.html"}, BASE) == [
        "a/: href=../b/#x",
        "a/: href=../c/",
        "a/: href=../../out/",
        "a/: href=/b/",
    ]


def test_every_whole_address_of_the_site_leads_to_a_file_of_it(site, pages):
    """Those for search engines and shared links, which no reader follows and nobody would miss."""
    said = {(path, each["href"]) for path, page in pages.items() for each in page.relations}
    said |= {(path, each.get("content", "")) for path, page in pages.items() for each in page.metas}
    files = {reading.address(path) for path in building.contents(site)}
    whole = {each for each in said if each[1].startswith(SITE_URL)}
    assert len(whole) > 500
    assert {each for each in whole if each[1].removeprefix(SITE_URL) not in files} == set()
    assert SITE_URL not in pages["404.html"].html


def test_no_address_has_a_space_in_it(pages):
    """Browsers forgive one, the standard for addresses does not."""
    said = [(path, each["href"]) for path, page in pages.items() for each in page.relations]
    said += [(path, link) for path, page in pages.items() for _, link in page.links]
    assert [each for each in said if re.search(r"\s", each[1])] == []


def test_style_sheets_fetch_nothing_from_elsewhere(site):
    sheets = [*site.glob("assets/*.css"), *site.glob("assets/colours/*.css")]
    assert len(sheets) >= 4
    fetched = [
        found for sheet in sheets for found in re.findall(r"url\(([^)]*)\)|@import", sheet.read_text("utf-8"))
    ]
    assert [each for each in fetched if not each.strip("\"'").startswith("data:")] == []


def test_every_page_says_its_language(own, pages):
    assert {path: page.language for path, page in own.items()} == {path: language_of(path) for path in own}
    assert pages["404.html"].language == "zh-CN"


def test_every_page_has_one_headline_and_a_title_of_its_own(own):
    assert {path: page.h1 for path, page in own.items() if len(page.h1) != 1} == {}
    titles = [re.search(r"<title>(.*?)</title>", page.html, re.DOTALL)[1] for page in own.values()]
    building.none_of(sorted({title for title in titles if titles.count(title) > 1}))


def test_no_heading_skips_a_level(own):
    assert {path: page.skipped for path, page in own.items() if page.skipped} == {}


def test_text_browsers_get_the_content_before_the_display_settings(site, own):
    for path in own:
        html = (site / path / "index.html").read_text("utf-8")
        assert "</main>" not in html or html.index("</main>") < html.index("data-settings"), path


def test_the_welcome_of_the_office_stands_on_the_home_page_in_both_languages(own):
    for path, source in (("", "index.md"), ("en/", "index.en.md")):
        said = (building.REPOSITORY / "docs" / source).read_text("utf-8").rpartition("---")[2]
        assert "".join(said.split()) in own[path].text


def test_every_page_exists_in_both_languages(own):
    building.none_of([path for path in own if other_language(path) not in own])


def test_every_public_page_names_itself_and_its_other_language(own):
    wrong = {}
    for path, page in own.items():
        if "manual" in page.classes:
            continue
        given = {
            (each["rel"], each.get("hreflang")): each["href"] for each in page.relations if "hreflang" in each
        }
        canonical = [each["href"] for each in page.relations if each["rel"] == "canonical"]
        both = {("alternate", language_of(each)): SITE_URL + each for each in (path, other_language(path))}
        if (given, canonical) != (both, [SITE_URL + path]):
            wrong[path] = (given, canonical)
    building.none_of(wrong.items())


EXAMPLE = {
    "zh-CN": "示例本站依据公开通知制作，不是主办单位的正式发布。",
    "en": "ExampleThissiteismadefrompublicnotices.Itisnotanofficialpublication.",
}


def says_example(page):
    return EXAMPLE[page.language] in page.text


def test_an_example_site_says_so_on_every_page_and_asks_not_to_be_found(pages, site):
    here = {path: page for path, page in pages.items() if not reading.leads_elsewhere(page)}
    assert [path for path, page in here.items() if not says_example(page)] == []
    assert [path for path, page in pages.items() if page.meta("robots") != ["noindex"]] == []
    assert (site / "robots.txt").read_text("utf-8") == "User-agent: *\nDisallow: /\n"


def test_an_official_site_carries_no_banner_and_may_be_found(official):
    pages = reading.pages(official)
    hidden = [path for path, page in pages.items() if page.meta("robots") and stands_for_itself(path, page)]
    assert hidden == []
    assert [path for path, page in pages.items() if says_example(page)] == []
    assert (official / "robots.txt").read_text(
        "utf-8"
    ) == f"User-agent: *\nAllow: /\nSitemap: {SITE_URL}sitemap.xml\n"


@pytest.fixture(scope="module")
def sitemap(site):
    """Address of each entry to its last change and its alternates."""
    root = ET.fromstring((site / "sitemap.xml").read_bytes())  # noqa: S314 - our own file
    return {
        url.findtext("s:loc", namespaces=NAMES): (
            url.findtext("s:lastmod", namespaces=NAMES),
            {each.get("hreflang"): each.get("href") for each in url.findall("x:link", NAMES)},
        )
        for url in root.findall("s:url", NAMES)
    }


def test_the_sitemap_lists_every_page_in_both_languages_and_nothing_else(sitemap, own):
    assert set(sitemap) == {SITE_URL + path for path in own}
    wanted = {
        SITE_URL + path: {language_of(each): SITE_URL + each for each in (path, other_language(path))}
        for path in own
    }
    assert {address: alternates for address, (_, alternates) in sitemap.items()} == wanted


def test_the_days_of_the_sitemap_come_from_the_data(sitemap, repository):
    """The day of an activity's last change, else the day its notice was signed."""
    known = {}
    for file in (repository / "data" / "campaigns").glob("*.yml"):
        plan = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - reads plain text only
        signed = iso(plan["document"]["signed"])
        for activity in plan["activities"]:
            days = [iso(update["on"]) for update in activity.get("updates", [])]
            known[f"{plan['id']}/{activity['id']}/"] = max(days, default=signed)
    said = {path: sitemap[SITE_URL + path][0] for path in known}
    assert said == known
    allowed = {*known.values(), None}
    assert {day for day, _ in sitemap.values()} <= allowed
    assert sitemap[f"{SITE_URL}about/"][0] is None


def iso(text):
    """``2024年5月27日`` or ``2024-05-27`` as the latter."""
    return date(*map(int, re.findall(r"\d+", text))).isoformat()


def test_the_list_of_bodies_has_a_full_name_only_where_it_says_more(pages):
    full = re.findall(r'ms-bodies__full">([^<]+)<', pages["organisations/"].html)
    assert "江西省人力资源和社会保障厅" in full
    assert "江西省教育厅" not in full
