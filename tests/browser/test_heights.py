"""How far a reader on a phone has to scroll, in pixels of layout at 390 × 844."""

import pytest
import serving

_HEIGHT = "document.documentElement.scrollHeight"
_FIRST_NUMBER = "document.querySelector('main a[href^=\"tel:\"]').getBoundingClientRect().bottom + scrollY"


def activities(site, campaign):
    folders = sorted(path.parent.name for path in (site / campaign).glob("*/index.html"))
    return [name for name in folders if "ms-activity" in (site / campaign / name / "index.html").read_text("utf-8")]


@pytest.mark.parametrize(("language", "height"), [("", 2500), ("en/", 3050)])
@pytest.mark.parametrize("campaign", ["shandong-2024", "jiangxi-2022"])
def test_an_activity_is_a_few_screens_on_a_phone(look, base, site, campaign, language, height):
    page, found = look(f"{language}{campaign}/", width=390), {}
    for name in activities(site, campaign):
        page.goto(f"{base}{language}{campaign}/{name}/")
        found[name] = page.evaluate(_HEIGHT)
    assert len(found) in {15, 9}
    assert {name: high for name, high in found.items() if high > height} == {}


@pytest.mark.parametrize(("language", "bottom"), [("", 560), ("en/", 700)])
def test_the_number_to_call_stands_on_the_first_screen_of_a_phone(look, base, site, language, bottom):
    page, found = look(f"{language}jiangxi-2022/", width=390), {}
    for name in activities(site, "jiangxi-2022"):
        page.goto(f"{base}{language}jiangxi-2022/{name}/")
        found[name] = page.evaluate(_FIRST_NUMBER)
    assert {name: low for name, low in found.items() if low > bottom} == {}


@pytest.mark.parametrize(("language", "height"), [("", 4500), ("en/", 6200)])
def test_seventeen_offices_are_five_screens(look, language, height):
    assert look(f"{language}jiangxi-2022/contacts/", width=390).evaluate(_HEIGHT) <= height


@pytest.mark.parametrize(("language", "height"), [("", 5500), ("en/", 7500)])
@pytest.mark.parametrize("campaign", ["shandong-2024", "jiangxi-2022"])
def test_the_front_page_of_a_campaign_is_a_few_screens_on_a_phone(look, campaign, language, height):
    page = look(f"{language}{campaign}/", width=390)
    assert page.evaluate(_HEIGHT) <= height


@pytest.mark.parametrize("path", ["jiangxi-2022/for/older/", "shandong-2024/for/older/", "shandong-2024/for/everyone/"])
@pytest.mark.parametrize("language", ["", "en/"])
def test_the_first_result_for_an_audience_stands_on_the_first_screen(look, language, path):
    page = look(language + path, width=390)
    first = page.locator("main [data-activity]").first.bounding_box()
    assert first["y"] <= 420


@pytest.mark.parametrize("path", ["jiangxi-2022/activities/", "shandong-2024/activities/?audience=older"])
@pytest.mark.parametrize(("language", "top"), [("", 400), ("en/", 440)])
def test_the_first_result_of_the_finder_stands_on_the_first_screen(look, language, path, top):
    page = look(language + path, width=390)
    assert page.locator(".ms-card:not([hidden])").first.bounding_box()["y"] <= top


@pytest.mark.parametrize("width", [1024, 1280, 1700])
def test_the_text_of_an_activity_and_its_source_end_where_its_answers_end(look, width):
    page = look("jiangxi-2022/older-people/", width=width)
    answers, text, source = (page.locator(name).first.bounding_box() for name in (".ms-facts", ".ms-activity > .ms-prose", ".ms-source"))
    assert text["x"] == answers["x"]
    assert source["x"] + source["width"] == answers["x"] + answers["width"]
    assert source["y"] < text["y"] + text["height"]


@pytest.mark.parametrize("path", ["", "phone-classes/", "timeline/"])
@pytest.mark.parametrize("language", ["", "en/"])
def test_a_page_of_an_old_edition_begins_no_lower_than_others(visit, example, language, path):
    with serving.served(example / "site") as base:
        page = visit(f"{language}yunling-2025/{path}", at=base, width=390)
        assert page.locator("main").bounding_box()["y"] <= 130


@pytest.mark.parametrize(("language", "height"), [("", 6800), ("en/", 9000)])
@pytest.mark.parametrize("campaign", ["shandong-2024", "jiangxi-2022"])
def test_long_lists_of_a_notice_are_folded_on_a_phone_and_open_without_a_script(browser, base, campaign, language, height):
    context = browser.new_context(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}{language}{campaign}/plan/")
    closed = page.locator("main").bounding_box()["height"] + 126
    names = page.locator(".ms-names--printed a").first
    assert not names.is_visible()
    page.locator("details:has(.ms-names--printed) > summary").first.click()
    assert names.is_visible()
    context.close()
    assert closed <= height


@pytest.mark.parametrize(("language", "height"), [("", 3500), ("en/", 4300)])
@pytest.mark.parametrize("campaign", ["shandong-2024", "jiangxi-2022"])
def test_the_timeline_is_told_once_on_a_phone_and_drawn_at_a_tap(look, campaign, language, height):
    page = look(f"{language}{campaign}/timeline/", width=390)
    assert page.evaluate(_HEIGHT) <= height
    drawing = page.locator(".ms-drawing__row").first
    assert not drawing.is_visible()
    page.locator(".ms-drawn > summary").click()
    assert drawing.is_visible()


def test_the_drawn_timeline_stands_beside_the_list_where_there_is_room(look):
    assert look("jiangxi-2022/timeline/", width=1280).locator(".ms-drawing__row").first.is_visible()


@pytest.mark.parametrize(("language", "height"), [("", 4200), ("en/", 4900)])
def test_an_activity_that_says_everything_is_five_screens_on_a_phone(visit, example, language, height):
    with serving.served(example / "site") as base:
        page, found = visit(f"{language}yunling-2026/", at=base, width=390), {}
        for name in activities(example / "site", "yunling-2026"):
            page.goto(f"{base}{language}yunling-2026/{name}/")
            found[name] = page.evaluate(_HEIGHT)
    assert len(found) == 15
    assert {name: high for name, high in found.items() if high > height} == {}
