"""In the largest type numbers stay whole and fields keep their room."""

import pytest
import serving


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("path", ["jiangxi-2022/older-people/", "en/jiangxi-2022/older-people/", "jiangxi-2022/for/older/"])
def test_in_the_largest_type_a_telephone_number_is_one_line_and_no_smaller_than_three_quarters_of_the_text(visit, path, width):
    page = visit(path, width=width)
    page.locator("[data-larger]").click()
    page.locator("[data-larger]").click()
    assert page.locator(":root").get_attribute("data-size") == "largest"
    number = page.locator("a.ms-phone").first
    size, text, lines = number.evaluate("""each => {
      const range = document.createRange();
      range.selectNodeContents(each);
      return [getComputedStyle(each), getComputedStyle(document.body)].map(it => parseFloat(it.fontSize))
        .concat(new Set([...range.getClientRects()].map(it => Math.round(it.top))).size);
    }""")
    assert lines == 1
    assert size >= .75 * text


def test_a_search_field_in_the_largest_type_has_a_line_of_its_own(visit):
    page = visit("jiangxi-2022/contacts/", width=360)
    page.evaluate("document.documentElement.dataset.size = 'largest'")
    field, button = page.locator("#f-q").bounding_box(), page.locator("form .ms-button").bounding_box()
    assert field["width"] > 200
    assert button["y"] >= field["y"] + field["height"]


def test_while_a_campaign_is_on_the_longest_state_fits_a_phone_in_the_largest_type(visit, example):
    def before(page):
        page.clock.set_fixed_time("2026-06-16T10:00:00+08:00")
        page.add_init_script("localStorage.setItem('ms-size', 'largest')")

    with serving.served(example / "site") as base:
        page = visit("en/yunling-2026/", at=base, width=320, before=before)
        for path in ("", "timeline/", "for/older/", "in/chengwan/", "print/"):
            page.goto(f"{base}en/yunling-2026/{path}")
            assert (path, page.evaluate("document.documentElement.scrollWidth")) == (path, 320)
