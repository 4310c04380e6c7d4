"""The press page, the printed programme, frames for other sites and shared links, on the two real plans."""

from __future__ import annotations

import re

import pytest

import builders as b
import publishing
import reading

REAL = {"shandong-2024": 15, "jiangxi-2022": 9}


@pytest.fixture(scope="module")
def files():
    """Every file of the real site, as the core makes it."""
    return publishing.everything(publishing.site(publishing.real_data()))


@pytest.fixture(scope="module")
def pages(files):
    return {
        reading.address(path): reading.page(reading.address(path), content.decode())
        for path, content in files.items()
        if path.endswith(".html")
    }


def local(page, links):
    """Addresses of a page's links from the site's root."""
    return {reading.urljoin(f"/{page.path}", link).removeprefix("/") for link in links}


def prefixed(language, path):
    return path if language == "zh" else f"en/{path}"


# --- the press page ---------------------------------------------------------------------------


@pytest.mark.parametrize("campaign", REAL)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_press_page_leads_to_every_data_file_and_picture(files, pages, campaign, language):
    page = pages[prefixed(language, f"{campaign}/press/")]
    at = prefixed(language, campaign)
    wanted = {
        f"{at}/calendar.ics", f"{at}/changes.atom", f"{at}/activities.csv", f"{at}/print/",
        f"api/v1/{campaign}.json", f"assets/cards/{campaign}-zh.png", f"assets/cards/{campaign}-en.png",
        f"assets/cards/{campaign}-zh-square.png", f"assets/cards/{campaign}-en-square.png",
    }  # fmt: skip
    if campaign == "jiangxi-2022":
        wanted |= {f"{at}/contacts.csv", f"{at}/contacts/"}
    found = local(page, (link for _, link in page.links))
    assert wanted - found == set()
    for path in wanted:
        assert path in files or f"{path}index.html" in files


def test_the_numbers_of_the_shandong_plan_stand_with_their_clauses(pages):
    text = pages["shandong-2024/press/"].text
    for said in (
        "发文机关15出处：通知开头", "举办单位15出处：四", "阶段4出处：三（一）至三（四）", "活动15出处：五（一）至五（十五）",
        "3家出处：五（一）", "40家出处：五（一）", "的赛项3出处：五（十五）",
    ):  # fmt: skip
        assert said in text


def test_the_numbers_of_the_jiangxi_plan_stand_with_their_clauses(pages):
    text = pages["jiangxi-2022/press/"].text
    for said in ("发文机关14出处：通知开头", "举办单位18出处：三", "活动9出处：四（一）至四（九）", "公布了电话的单位17出处："):
        assert said in text


def test_the_press_asks_the_office_that_does_the_daily_work_and_the_helpline_where_no_number_is_printed(pages):
    page = pages["jiangxi-2022/press/"]
    assert [link for _, link in page.links if link.startswith("tel:")] == ["tel:+8679188912762"]
    assert [link for _, link in pages["shandong-2024/press/"].links if link.startswith("tel:")] == ["tel:12345"]
    assert "向谁核实省委网信办政务服务便民热线" in pages["shandong-2024/press/"].text


@pytest.mark.parametrize("campaign", REAL)
def test_the_numbers_for_the_press_are_no_trivia(pages, campaign):
    facts = pages[f"{campaign}/press/"].text.partition("向谁核实")[0]
    assert "届次" not in facts
    assert "工作要求" not in facts


@pytest.mark.parametrize("campaign", REAL)
def test_a_campaign_leads_to_its_press_page(pages, campaign):
    assert f"{campaign}/press/" in local(pages[f"{campaign}/"], (link for _, link in pages[f"{campaign}/"].links))


# --- frames -----------------------------------------------------------------------------------


def frames(page):
    """Addresses in the code that a press page offers to copy."""
    return re.findall(r'<iframesrc="(.*?)"title="', page.text)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("campaign", "number"), REAL.items())
def test_the_code_to_embed_leads_to_a_frame_for_each_activity(pages, campaign, number, language):
    offered = frames(pages[prefixed(language, f"{campaign}/press/")])
    assert len(offered) == number + 1
    for address in offered:
        assert address.removeprefix(publishing.SITE_URL) in pages


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("campaign", "number"), REAL.items())
def test_a_frame_says_when_and_whom_to_call(pages, campaign, number, language):
    whole = prefixed(language, f"embed/{campaign}/")
    frames = [page.html for path, page in pages.items() if path.startswith(whole) and path != whole]
    assert [("tel:" in html, "ms-time" in html) for html in frames] == [(True, True)] * number
    assert pages[whole].html.count("ms-time") == number + 1


def test_a_frame_has_the_script_of_all_pages_is_not_indexed_and_names_the_real_page(pages):
    seen = {path: page for path, page in pages.items() if path.removeprefix("en/").startswith("embed/")}
    assert len(seen) == 2 * (len(REAL) + sum(REAL.values()))
    for path, page in seen.items():
        assert re.findall("<script.*?>", page.html) == [f'<script src="{"../" * path.count("/")}assets/site.js">']
        assert page.meta("robots") == ["noindex"]
        assert page.h1 == []
        assert [level for level, _ in page.headings] == ["h2"]
        real = path.replace("embed/", "", 1)
        canonical = [each["href"] for each in page.relations if each["rel"] == "canonical"]
        assert canonical == [f"{publishing.SITE_URL}{real}"]
        assert real in pages


def test_a_frame_has_a_button_that_leads_on(pages):
    frames = [page.html for path, page in pages.items() if path.removeprefix("en/").startswith("embed/")]
    assert [html.count('class="ms-button"') for html in frames] == [1] * len(frames)


def test_frames_are_not_listed_for_search_engines_and_the_other_pages_are(files):
    listed = re.findall(r"<loc>(.*?)</loc>", files["sitemap.xml"].decode())
    assert [address for address in listed if "/embed/" in address] == []
    for campaign in REAL:
        for name in ("press", "print"):
            for at in (f"{campaign}/{name}/", f"en/{campaign}/{name}/"):
                assert f"{publishing.SITE_URL}{at}" in listed


# --- the programme ----------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("campaign", "number"), REAL.items())
def test_the_programme_has_every_activity_in_full(pages, campaign, number, language):
    page = pages[prefixed(language, f"{campaign}/print/")]
    listed = [(level, text) for level, text in page.headings if level == "h3"]
    assert len(listed) == number
    activities = {
        path: each
        for path, each in pages.items()
        if re.fullmatch(prefixed(language, rf"{campaign}/[a-z-]+/"), path) and "ms-activity" in each.classes
    }
    assert len(activities) == number
    for each in activities.values():
        assert reading.squeezed(each.h1[0]) in page.text
        for said in each.meta("description"):
            assert reading.squeezed(said) in page.text


def test_the_programme_has_the_phases_and_the_lines(pages):
    for name in ("预热阶段", "启动阶段", "实施阶段", "总结阶段"):
        assert name in pages["shandong-2024/print/"].text
    assert "工作要求" in pages["shandong-2024/print/"].text
    numbers = re.findall(r"0791-\d{8}", pages["jiangxi-2022/print/"].text.rpartition("联系电话")[2])
    assert len(set(numbers)) == 17


def test_printed_pages_are_numbered(files):
    sheet = reading.squeezed(files["assets/site.css"].decode())
    assert "@pageprogramme{" in sheet
    assert 'content:counter(page)"/"counter(pages)' in sheet


# --- quoting and sharing ----------------------------------------------------------------------


def activities(pages):
    return {path: page for path, page in pages.items() if "ms-activity" in page.classes}


def test_every_activity_can_be_quoted_without_a_script(pages):
    assert len(activities(pages)) == 2 * sum(REAL.values())
    for path, page in activities(pages).items():
        address = f"{publishing.SITE_URL}{path}"
        assert page.html.count('class="ms-qr"') == 1
        assert page.html.count("data-copy ") == 6
        assert address in page.text
        assert "[EB/OL]." in page.text
        assert "[R]." in page.text
        assert page.html.count("data-today") == 2
        assert {"citation.json", "citation.ris", "citation.bib"} <= {link.rpartition("/")[2] for _, link in page.links}


def metas(page, attribute):
    return {each[attribute]: each["content"] for each in page.metas if attribute in each}


def test_a_shared_activity_names_its_picture_and_itself(pages):
    shared = metas(pages["en/jiangxi-2022/online-quiz/"], "property")
    assert shared == {
        "og:type": "article",
        "og:title": shared["og:title"],
        "og:description": pages["en/jiangxi-2022/online-quiz/"].meta("description")[0],
        "og:site_name": "数字素养与技能",
        "og:locale": "en_GB",
        "og:locale:alternate": "zh_CN",
        "og:url": f"{publishing.SITE_URL}en/jiangxi-2022/online-quiz/",
        "og:image": f"{publishing.SITE_URL}assets/cards/jiangxi-2022--online-quiz-en.png",
        "og:image:type": "image/png",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": shared["og:title"],
    }


def test_every_picture_that_a_page_names_exists(files, pages):
    named = {path: metas(page, "property").get("og:image") for path, page in pages.items()}
    without = {path for path, picture in named.items() if picture is None}
    assert {path for path in without if not re.match(r"(en/)?(embed|a)/|404\.html$", path)} == set()
    for picture in filter(None, named.values()):
        assert picture.removeprefix(publishing.SITE_URL) in files


def test_the_first_picture_of_a_page_is_its_square_one(files, pages):
    for path in ("jiangxi-2022/online-quiz/", "en/shandong-2024/women/", "shandong-2024/timeline/", ""):
        page = pages[path]
        body = page.html.partition("<body")[2]
        source = re.search(r'<img class="ms-share-image" src="(.*?)" alt="[^"]+" aria-hidden="true"', body)
        assert source is not None
        assert body.index("<img") == source.start()
        (picture,) = local(page, [source[1]])
        assert picture.endswith("-square.png")
        assert picture in files


def test_a_site_without_an_address_promises_no_picture_and_has_no_qr_code():
    made = publishing.html(publishing.site(publishing.real_data(), site_url=""))
    for path, html in made.items():
        page = reading.page(path, html)
        assert "og:url" not in metas(page, "property")
        assert "og:image" not in metas(page, "property")
        assert "ms-qr" not in page.classes
        assert "&lt;iframe" not in html


def test_numbers_of_a_plan_without_clauses_name_none(tmp_path):
    activities = [b.an_activity_yaml(source=None), b.an_activity_yaml(id="other", number="2", title="办读书会", source=None)]
    folder = b.a_data_folder(tmp_path, campaigns__yunling_2025=b.a_campaign_yaml(activities=activities))
    made = publishing.everything(publishing.site(b.data(folder)))
    chinese, english = (
        reading.page("", made[f"{home}yunling-2025/press/index.html"].decode()).text for home in ("", "en/")
    )
    assert [words in chinese for words in ("活动2", "活动2出处", "出处：至")] == [True, False, False]
    assert [words in english for words in ("Activities2", "Activities2Source", "Source:to")] == [True, False, False]


def test_hosts_are_counted_in_one_sentence_with_how_they_host(pages):
    assert "<p>15 家单位联合举办。</p>" in pages["shandong-2024/"].html
    assert "<p>15 organisations hold the activities jointly.</p>" in pages["en/shandong-2024/"].html
    assert "<p>18 organisations together form an organising committee" in pages["en/jiangxi-2022/"].html
