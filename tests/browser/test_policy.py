"""A strict content security policy: the site's own files and nothing else, whatever a reader does."""

import pytest
from kinds import EVERY_KIND


def test_no_kind_of_page_breaks_a_strict_policy(visit, strict_base):
    page = visit("", at=strict_base)
    for _, path in EVERY_KIND:
        page.goto(strict_base + path)


def test_the_settings_work_under_a_strict_policy(visit, strict_base):
    page = visit("jiangxi-2022/", at=strict_base)
    page.locator("[data-settings] summary").click()
    for name, value in (("size", "large"), ("contrast", "high"), ("theme", "dark")):
        page.locator(f"[data-set={name}][data-value={value}]").click()
        assert page.evaluate("name => document.documentElement.dataset[name]", name) == value


def test_the_finder_and_the_directory_work_under_a_strict_policy(visit, strict_base):
    page = visit("shandong-2024/activities/", at=strict_base)
    with page.expect_response("**/index.json"):
        page.locator("#f-q").fill("听障")
    page.locator("#activity-sign-language").wait_for()
    page.goto(strict_base + "jiangxi-2022/contacts/")
    page.locator("#f-q").fill("残联")
    assert page.locator("[data-entry]:visible").count() >= 1


@pytest.mark.parametrize(("path", "word"), [("manual/", "预览"), ("en/manual/", "preview")])
def test_the_search_of_the_manual_works_under_a_strict_policy(visit, strict_base, path, word):
    page = visit(path, at=strict_base)
    page.locator(".manual-search input").fill(word)
    page.locator(".manual-search__results li").first.wait_for()


def test_the_policy_would_tell(browser, strict_base):
    """The proof that the tests above can fail."""
    context = browser.new_context()
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.type))
    page.goto(strict_base)
    page.evaluate("document.body.setAttribute('style', 'color: red')")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p style=\"color: red\">')")
    context.close()
    assert set(said) == {"error"}
