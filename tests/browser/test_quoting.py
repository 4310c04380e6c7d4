"""The buttons that copy a citation: the day of citing, which only the reader's clock knows, is in what is copied."""

from datetime import date

import pytest
from playwright.sync_api import expect

TODAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("path", "button", "day"),
    [("", "复制", "[2026-11-29]"), ("en/", "Copy", "29 November 2026")],
)
def test_a_citation_is_copied_with_the_day_of_citing(visit, path, button, day):
    page = visit(
        f"{path}jiangxi-2022/older-people/",
        before=lambda page: page.clock.set_fixed_time(f"{TODAY}T10:00:00"),
        permissions=["clipboard-read", "clipboard-write"],
    )
    page.locator("[data-share] > summary").click()
    citation = page.locator("[data-share] blockquote:has([data-today])").first
    assert day not in citation.inner_text()
    name = citation.get_attribute("data-name")
    page.get_by_role("button", name=f"{button} {name}", exact=True).click()
    expect(page.locator("[data-share] [role=status]")).not_to_be_empty()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert day in copied
    assert copied == citation.inner_text()
    assert name in page.locator("[data-share] [role=status]").inner_text()


def test_without_a_clipboard_what_to_copy_is_selected(visit):
    page = visit(
        "jiangxi-2022/older-people/",
        before=lambda page: page.add_init_script(
            "Object.defineProperty(navigator, 'clipboard', {value: undefined})"
        ),
    )
    page.locator("[data-share] > summary").click()
    page.locator("[data-share] blockquote + button").first.click()
    expect(page.locator("[data-share] [role=status]")).not_to_be_empty()
    assert (
        page.evaluate("getSelection().toString()")
        == page.locator("[data-share] blockquote").first.inner_text()
    )
