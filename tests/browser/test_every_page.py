"""Every kind of page: whole, alone on the net, and open to everybody; the gate looks at every page."""

import pytest
import serving
import watching
from kinds import EVERY_KIND, KINDS

import building

STATES = [(320, "light"), (1280, "dark")]
"""Each width and each scheme once; the gate looks at every page in all of them."""


def look_at(browser, base, paths, settings=(), **options):
    """Open each page in one context; fails with what went wrong, what axe found, what is too wide."""
    context = browser.new_context(bypass_csp=True, locale="zh-CN", **options)
    for name, value in settings:
        context.add_init_script(f"localStorage.setItem('ms-{name}', '{value}')")
    page = context.new_page()
    problems = watching.watch(page, base)
    for path in paths:
        page.goto(base + path)
        problems += [f"{path}: {found}" for found in watching.violations(page)]
        if wide := watching.overflow(page):
            problems.append(f"{path}: {wide} px wider than the window")
    context.close()
    building.none_of(problems)


@pytest.mark.parametrize(("width", "scheme"), STATES)
def test_every_kind_of_page_passes_axe_and_fits(browser, base, width, scheme):
    """Narrow as a phone at 400 % and wide, on paper and in the dark, in both languages."""
    paths = [path for _, path in EVERY_KIND]
    look_at(browser, base, paths, viewport={"width": width, "height": 800}, color_scheme=scheme)


def test_pages_of_a_plan_that_says_everything_pass_axe_and_fit_a_phone(browser, example):
    own = ("", "contacts/", "plan/", "timeline/", "for/older/", "theme-days/", "skills-contest/", "phone-classes/")
    paths = ["", *(f"yunling-2026/{path}" for path in own), "yunling-2025/phone-classes/", "organisations/yunling-education/"]
    with serving.served(example / "site") as base:
        look_at(browser, base, [*paths, *(f"en/{path}" for path in paths)], viewport={"width": 320, "height": 800})


@pytest.mark.parametrize("setting", [("contrast", "high"), ("size", "large"), ("theme", "dark")])
def test_every_display_setting_passes_axe_and_fits_a_phone(browser, base, setting):
    look_at(browser, base, KINDS.values(), settings=[setting], viewport={"width": 320, "height": 800})


def test_the_open_settings_pass_axe(browser, base):
    context = browser.new_context(bypass_csp=True, viewport={"width": 320, "height": 800})
    page = context.new_page()
    page.goto(base)
    page.locator("[data-menu] summary").click()
    found = [*watching.violations(page), watching.overflow(page)]
    context.close()
    assert found == [0]


def test_axe_would_tell(browser, base):
    """The proof that the checks above can fail."""
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.goto(base)
    page.evaluate("document.querySelector('main').append(document.createElement('img'))")
    found = watching.violations(page)
    context.close()
    assert [line.split(":")[0] for line in found] == ["image-alt"]


def test_an_address_that_does_not_exist_answers_in_both_languages_and_leads_home(browser, base):
    context = browser.new_context()
    page = context.new_page()
    answer = page.goto(base + "jiangxi-2022/no/such/page/")
    assert answer.status == 404
    assert page.locator("h1").inner_text() == "没有这个页面"
    assert page.locator("main [lang=en] h2").inner_text() == "There is no such page"
    page.locator("main a").first.click()
    assert page.url == base
    page.goto(base + "en/nothing/")
    page.locator("main [lang=en] a").click()
    assert page.url == base + "en/"
    context.close()


def test_a_short_address_leads_to_its_page_and_keeps_the_place_in_it(visit, base):
    page = visit("a/j2203/")
    page.wait_for_url(base + "jiangxi-2022/older-people/")
    page.goto(base + "en/a/j2203/#details")
    page.wait_for_url(base + "en/jiangxi-2022/older-people/#details")
