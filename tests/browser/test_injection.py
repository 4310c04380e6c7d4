"""Payloads in every text field of every record, on every page, in a browser that no policy protects."""

import html
import re

import attacking
import pytest
import serving
import watching
from playwright.sync_api import Error

import building
import hostile_site
import payloads
import reading

GROUPS = attacking.GROUPS
TEXTS = attacking.TEXTS

@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The site of a folder in which every text is a payload, in a folder; its pages by address."""
    return attacking.site(tmp_path_factory.mktemp("hostile"), TEXTS)


@pytest.fixture(scope="module")
def there(hostile):
    with serving.served(hostile) as address:
        yield address


@pytest.fixture
def unprotected(browser, there):
    """A page without any policy, and the list of what went wrong in it."""
    context = browser.new_context(bypass_csp=True, locale="zh-CN")
    context.add_init_script(attacking.PWN)
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.dismiss())
    problems = watching.watch(page, there)
    yield page, problems
    context.close()


def test_no_payload_runs_or_leaves_the_site_on_any_kind_of_page(unprotected, hostile, there):
    """Every page of the first campaign and those that all share, three pages of each other; the gate looks at all."""
    page, problems = unprotected
    shown = (path for path, one in reading.pages(hostile).items() if not reading.leads_elsewhere(one))
    pages = [path for path in shown if re.match(r"(?!.*hostile[1-9])|.*/(quiz-0|contacts|plan)/$", path)]
    assert len(pages) > 80
    for path in pages:
        page.goto(there + path)
        problems += attacking.suspects(page, path)
    building.none_of(problems)


def test_a_page_at_a_former_address_leads_to_the_site_itself(hostile):
    moved = [one for one in reading.pages(hostile).values() if reading.leads_elsewhere(one)]
    assert len(moved) > 16
    targets = [each["content"] for one in moved for each in one.metas if each.get("http-equiv") == "refresh"]
    assert [
        target for target in targets if not re.fullmatch(r"0; url=(\.\./)+[a-z0-9/-]*(#[a-z0-9-]+)?", target)
    ] == []


@pytest.mark.parametrize("language", ["", "en/"])
def test_what_scripts_write_into_a_page_is_text(unprotected, there, language):
    page, problems = unprotected
    for number in range(GROUPS):
        for path in ("activities/", "contacts/", "timeline/"):
            page.goto(f"{there}{language}hostile{number}-2025/{path}")
            if path == "activities/":
                with page.expect_response("**/index.json"):
                    page.locator("#f-q").fill("pwn")
            elif path == "contacts/":
                page.locator("#f-q").fill("pwn")
            problems += page.evaluate(attacking.SUSPECTS)[1]
        assert page.evaluate("window.pwned") == 0
    building.none_of(problems)


@pytest.mark.parametrize("number", range(GROUPS))
def test_the_text_of_a_payload_is_shown_as_it_was_typed(unprotected, there, number):
    page, _ = unprotected
    page.goto(f"{there}hostile{number}-2025/quiz-0/")
    assert page.locator("h1").inner_text().split() == TEXTS[number].split()
    page.goto(f"{there}hostile{number}-2025/contacts/")
    assert reading.squeezed(TEXTS[number]) in reading.squeezed(page.locator("main").inner_text())
    page.goto(f"{there}en/hostile{number}-2025/quiz-0/")
    english = TEXTS[-1 - number]
    assert reading.squeezed(f"en {english}") in reading.squeezed(page.locator("h1").inner_text())


def answering(body):
    return lambda route: route.fulfill(body=body, content_type="text/html")


def test_payloads_would_run_where_nothing_stops_them(unprotected, there):
    """The proof that the tests above can fail: written into a page as they are, dozens run or leave."""
    page, problems = unprotected
    caught = []
    for text in payloads.ANYWHERE:
        problems.clear()
        page.route(
            "**/control", answering(f"<!doctype html><p title='{text}'>{text}</p><p title=\"{text}\">")
        )
        try:
            page.goto(there + "control")
            caught.append(page.evaluate(attacking.SUSPECTS) != [0, []] or bool(problems))
        except Error:
            caught.append(True)  # it led away before anybody could look
        page.unroute("**/control")
    assert sum(caught) > 45


def test_every_text_field_of_the_data_holds_payloads(tmp_path):
    """A new field is found by walking the shapes; only a reference has to be what it is."""
    filled = hostile_site.folder(tmp_path, TEXTS)
    assert hostile_site.every_text_field() - filled == set(hostile_site.REFERENCES)
    assert len(filled) > 80


def test_every_payload_is_in_one_of_the_texts():
    assert len(payloads.PAYLOADS) == len(set(payloads.PAYLOADS)) > 60
    assert [text for text in payloads.PAYLOADS if not any(text in group for group in TEXTS)] == []
    assert all(html.unescape(group).isprintable() for group in TEXTS)
