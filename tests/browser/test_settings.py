"""Display settings and the language switch: kept on the reader's own device, without a cookie."""

import pytest
from kinds import KINDS
from playwright.sync_api import expect

ALL = {"size": "large", "contrast": "high", "theme": "dark"}
_CHOSEN = "names => names.map(name => document.documentElement.dataset[name] || '')"


def chosen(page):
    return dict(zip(ALL, page.evaluate(_CHOSEN, list(ALL)), strict=True))


def choose(page, settings):
    page.locator("[data-menu] summary").click()
    for name, value in settings.items():
        page.locator(f"[data-set={name}][data-value='{value}']").click()


def test_settings_stay_on_every_kind_of_page_and_leave_no_cookie(visit, base):
    page = visit("")
    choose(page, ALL)
    kept = {}
    for kind, path in KINDS.items():
        page.goto(base + path)
        kept[kind] = (chosen(page), page.evaluate("document.cookie"))
    assert kept == dict.fromkeys(KINDS, (ALL, ""))
    assert page.context.cookies() == []


def test_settings_are_applied_before_anything_is_painted(visit, base):
    page = visit("")
    choose(page, ALL)
    page.add_init_script(
        """new MutationObserver((changes, observer) => {
          if (!document.body) return;
          window.atFirst = document.documentElement.dataset.theme;
          observer.disconnect();
        }).observe(document, {childList: true, subtree: true})"""
    )
    page.goto(base + "jiangxi-2022/")
    assert page.evaluate("window.atFirst") == "dark"


def test_a_setting_can_be_taken_back(visit):
    page = visit("")
    choose(page, ALL)
    for name in ALL:
        page.locator(f"[data-set={name}][data-value='']").click()
    page.reload()
    assert chosen(page) == dict.fromkeys(ALL, "")


def test_who_asks_the_system_for_more_contrast_has_it_until_they_choose(visit):
    page = visit("", contrast="more")
    assert chosen(page)["contrast"] == "high"
    choose(page, {"contrast": ""})
    page.reload()
    assert chosen(page)["contrast"] == ""


def test_the_pressed_button_says_so(visit):
    page = visit("")
    choose(page, {"size": "large"})
    group = page.locator("[data-set=size]")
    assert [each.get_attribute("aria-pressed") for each in group.all()] == ["false", "true", "false"]
    page.reload()
    assert [each.get_attribute("aria-pressed") for each in group.all()] == ["false", "true", "false"]


def test_settings_work_for_the_page_where_storage_is_refused(visit):
    def refuse(page):
        page.add_init_script(
            "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('refused', 'SecurityError'); }})"
        )

    page = visit("", before=refuse)
    choose(page, ALL)
    assert chosen(page) == ALL


def test_large_text_is_larger_and_dark_is_dark(visit):
    page = visit("about/", color_scheme="light")
    size, ground = [
        "parseFloat(getComputedStyle(document.querySelector('main p')).fontSize)",
        "getComputedStyle(document.body).backgroundColor",
    ]
    before = (page.evaluate(size), page.evaluate(ground))
    choose(page, {"size": "large", "theme": "dark"})
    page.locator("h1").first.click()
    assert page.evaluate(size) > before[0]
    assert page.evaluate(ground) != before[1]


@pytest.mark.parametrize("key", ["Enter", "Space"])
def test_the_settings_open_with_the_keyboard_and_close_with_escape(visit, key):
    page = visit("", width=320)
    summary, panel = page.locator("[data-menu] summary"), page.locator("[data-set=size]").first
    summary.focus()
    page.keyboard.press(key)
    expect(panel).to_be_visible()
    for _ in range(5):  # three pages of the site, the first size, the second
        page.keyboard.press("Tab")
    page.keyboard.press(key)
    assert chosen(page)["size"] == "large"
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(summary).to_be_focused()
    page.keyboard.press(key)
    page.keyboard.press(key)
    expect(panel).to_be_hidden()


def test_the_settings_close_when_the_reader_goes_on(visit):
    page = visit("")
    panel = page.locator("[data-set=size]").first
    page.locator("[data-menu] summary").click()
    expect(panel).to_be_visible()
    page.locator("h1").first.click()
    expect(panel).to_be_hidden()
    page.locator("[data-menu] summary").click()
    page.locator("[data-set=theme]").last.focus()
    page.keyboard.press("Tab")
    expect(panel).to_be_hidden()


@pytest.mark.parametrize("path", KINDS.values(), ids=KINDS)
def test_the_language_link_stays_on_the_page_and_on_the_spot(look, base, path):
    page = look(f"{path}?from=letter#main")
    page.locator("a[data-language]").click()
    page.wait_for_url(f"{base}en/{path}?from=letter#main")
    assert page.locator("html").get_attribute("lang") == "en"
    page.locator("a[data-language]").click()
    page.wait_for_url(f"{base}{path}?from=letter#main")
    assert page.locator("html").get_attribute("lang") == "zh-CN"
