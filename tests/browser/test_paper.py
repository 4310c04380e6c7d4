"""What goes on a notice board is one sheet of A4; what is said in colour on a screen is said in black on paper."""

import io

import pypdfium2
import pytest
import serving
from test_heights import activities

import building


def sheets(page):
    return len(pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True))))


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("campaign", ["shandong-2024", "jiangxi-2022"])
def test_an_activity_is_one_sheet(visit, base, site, campaign, language):
    page, found = visit(f"{language}{campaign}/"), {}
    for name in activities(site, campaign):
        page.goto(f"{base}{language}{campaign}/{name}/")
        found[name] = sheets(page)
    assert found == dict.fromkeys(found, 1)


@pytest.mark.parametrize("path", ["yunling-2026/anti-fraud/", "en/yunling-2026/anti-fraud/", "yunling-2026/phone-classes/"])
def test_an_activity_of_very_many_sessions_is_one_sheet_and_names_the_cities(visit, example, path):
    with serving.served(example / "site") as base:
        page = visit(path, at=base)
        page.emulate_media(media="print")
        assert page.locator(".ms-places a").count() == 8
        assert page.locator(".ms-places").is_visible()
        assert page.locator(".ms-session:visible").count() == 0
        assert sheets(page) == 1


@pytest.mark.parametrize("path", ["jiangxi-2022/contacts/", "jiangxi-2022/for/older/", "shandong-2024/for/everyone/"])
@pytest.mark.parametrize("language", ["", "en/"])
def test_seventeen_offices_and_the_card_of_an_audience_are_one_sheet(visit, language, path):
    assert sheets(visit(language + path)) == 1


@pytest.mark.parametrize("path", ["shandong-2024/print/", "en/shandong-2024/print/", "jiangxi-2022/print/"])
def test_the_last_sheet_of_a_programme_is_worth_its_paper(visit, path):
    printed = pypdfium2.PdfDocument(io.BytesIO(visit(path).pdf(prefer_css_page_size=True)))
    assert len(printed) <= 15
    assert len(printed[len(printed) - 1].get_textpage().get_text_range()) > 300


_TORN = """() => [...document.querySelectorAll(".ms-programme__activity")]
  .filter(each => getComputedStyle(each).breakInside !== "avoid").length"""


def test_no_activity_of_the_programme_is_torn_and_its_address_is_whole(visit):
    page = visit("shandong-2024/print/")
    page.emulate_media(media="print")
    assert page.locator(".ms-programme__activity").count() == 15
    assert page.evaluate(_TORN) == 0
    assert f"网址：{building.SITE_URL}shandong-2024/" in page.locator(".ms-programme__cover p").all_inner_texts()


@pytest.mark.parametrize("path", ["", "shandong-2024/women/", "jiangxi-2022/for/older/", "shandong-2024/print/"])
def test_the_word_example_is_black_on_white_without_backgrounds(visit, path):
    page = visit(path)
    page.emulate_media(media="print")
    label = page.locator(".ms-banner__label").first
    assert label.is_visible()
    assert label.evaluate("each => [getComputedStyle(each).color, getComputedStyle(each).backgroundColor]") == [
        "rgb(0, 0, 0)",
        "rgba(0, 0, 0, 0)",
    ]
