"""A strict content security policy: the site's own files and nothing else, whatever a reader does."""

import re

import pytest
import serving
from kinds import EVERY_KIND

import building


def test_every_page_carries_the_policy_before_anything_that_it_governs(pages):
    """Also where the server sends no header: in the first bytes, before any script, style or other address."""
    found = {path: [each["content"] for each in page.metas if "http-equiv" in each and _is_policy(each)]
             for path, page in pages.items()}
    assert len(found) > 150
    assert {path: said for path, said in found.items() if said != [serving.STRICT_POLICY]} == {}
    late = re.compile(r"<(script|link|style|img|base).*http-equiv=\"Content-Security-Policy\"", re.DOTALL)
    assert [path for path, page in pages.items() if late.search(page.html)] == []


def _is_policy(meta):
    return meta["http-equiv"] == "Content-Security-Policy"


def test_no_page_has_an_inline_script_a_style_or_a_handler(pages):
    inline = re.compile(r"<script(?![^>]*\ssrc=)(?![^>]*application/ld\+json)|<style\b|<[^>]+\s(style|on[a-z]+)=")
    found = {path: inline.search(page.html) for path, page in pages.items()}
    building.none_of([f"{path}: {each[0][:120]}" for path, each in found.items() if each])


def test_no_kind_of_page_breaks_a_strict_policy(visit, strict_base):
    page = visit("", at=strict_base)
    for _, path in EVERY_KIND:
        page.goto(strict_base + path)


def test_the_settings_work_under_a_strict_policy(visit, strict_base):
    page = visit("jiangxi-2022/", at=strict_base)
    page.locator("[data-menu] summary").click()
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
    assert page.locator("[data-asked]:visible").count() >= 1


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
