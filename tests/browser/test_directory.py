"""The contact directory: which matter, which number; found by what it is about, by name or by number."""

import re

import pytest
import serving
from playwright.sync_api import expect

CONTACTS = "jiangxi-2022/contacts/"


BODIES = "[data-asked]"


def shown(page, what=BODIES):
    return page.locator(f"{what}:visible h3").all_inner_texts()


@pytest.mark.parametrize("language", ["", "en/"])
def test_all_seventeen_lines_can_be_dialled_from_anywhere(visit, language):
    page = visit(language + CONTACTS)
    lines = page.locator("[data-asked] a[href^='tel:']").all()
    dialled = [line.get_attribute("href") for line in lines]
    assert len(set(dialled)) == len(dialled) == 17
    assert [each for each in dialled if not re.fullmatch(r"tel:\+86791\d{8}", each)] == []
    assert [f"tel:+86{line.inner_text().strip().lstrip('0').replace('-', '')}" for line in lines] == dialled


@pytest.mark.parametrize("language", ["", "en/"])
def test_every_line_can_be_saved_as_a_vcard(visit, language):
    page = visit(language + CONTACTS)
    cards = [each.evaluate("link => link.href") for each in page.locator("a[download]").all()]
    assert len(cards) == 17
    for address in cards:
        answer = page.request.get(address)
        assert answer.status == 200
        assert answer.text().startswith("BEGIN:VCARD\r\nVERSION:3.0\r\n")


@pytest.mark.parametrize("typed", ["0791-88912762", "0791—88912762", "079188912762", "88912762", "0791 8891", "+86791 8891",
                                   "＋８６７９１８８９１２７６２", "0791-88912"])  # fmt: skip
def test_a_number_is_found_however_it_is_typed(visit, typed):
    page = visit(CONTACTS)
    page.locator("#f-q").fill(typed)
    assert "省委网信办" in shown(page)
    assert "省教育厅" not in shown(page)


def test_a_body_is_found_by_its_short_and_its_full_name(visit):
    page = visit(CONTACTS)
    for typed in ("省残联", "江西省残疾人联合会"):
        page.locator("#f-q").fill(typed)
        assert "省残联" in shown(page)


def test_a_body_is_found_by_what_it_leads(visit):
    page = visit(CONTACTS)
    page.locator("#f-q").fill("助残")
    assert "省残联" in shown(page)
    assert shown(page, "[data-matter]") == ["数字助残活动"]
    assert page.locator("[data-group]:visible li:visible").count() == 2


@pytest.mark.parametrize(
    ("typed", "matter"),
    [("养老", "数字助老活动"), ("老人", "数字助老活动"), ("手机", "全民数字科普宣传活动"), ("残障", "数字助残活动")],
)
def test_a_matter_is_found_by_the_words_of_its_readers(visit, typed, matter):
    page = visit(CONTACTS)
    with page.expect_response("**/activities/index.json"):
        page.locator("#f-q").fill(typed)
    page.locator("[data-matter]:visible", has_text=matter).locator("a[href^='tel:']").first.wait_for()
    assert page.locator("[data-matter]:visible").count() < 9


def test_a_word_that_comes_without_focus_is_found_in_what_activities_say(visit):
    """As a browser fills the field, or a program that types for somebody."""
    page = visit(CONTACTS)
    page.locator("#f-q").evaluate('field => { field.value = "养老"; field.dispatchEvent(new Event("input", {bubbles: true})) }')
    page.locator("[data-matter]:visible h3", has_text="数字助老活动").wait_for()
    assert "数字助老活动" in shown(page, "[data-matter]")


def test_social_security_leads_to_its_department(visit):
    page = visit(CONTACTS)
    with page.expect_response("**/activities/index.json"):
        page.locator("#f-q").fill("社保")
    expect(page.locator(f"{BODIES}:not([hidden])")).to_have_count(1)
    assert shown(page) == ["省人社厅"]


def test_a_matter_that_says_the_word_itself_stands_first_and_an_empty_search_brings_the_order_back(visit):
    page = visit(CONTACTS)
    before = shown(page, "[data-matter]")
    with page.expect_response("**/activities/index.json"):
        page.locator("#f-q").fill("竞赛")
    expect(page.locator("[data-matter]:visible h3").first).to_have_text("数字经济技能竞赛")
    assert before[0] != "数字经济技能竞赛"
    page.locator("#f-q").fill("")
    assert shown(page, "[data-matter]") == before


def test_while_an_input_method_is_composing_nothing_changes(visit):
    page = visit(CONTACTS)
    everything = shown(page)
    typed = "new InputEvent('input', {isComposing: true})"
    page.locator("#f-q").evaluate(f"input => {{ input.value = 'canlian'; input.dispatchEvent({typed}) }}")
    assert shown(page) == everything


@pytest.mark.parametrize(("language", "said"), [("", "2022年公布"), ("en/", "published in 2022")])
def test_the_numbers_say_of_which_year_they_are(visit, language, said):
    assert said in visit(language + CONTACTS).locator(".ms-title").inner_text()


def test_groups_without_a_find_are_hidden_and_the_number_is_announced(visit):
    page = visit(CONTACTS)
    everything, groups = len(shown(page)), page.locator("[data-group]:visible").count()
    page.locator("#f-q").fill("0791-88916507")
    assert page.get_by_role("status").inner_text() == "找到 1 条"
    assert page.locator("[data-group]:visible").count() < groups
    page.locator("#f-q").fill("没有这样的单位")
    assert (shown(page), page.locator("[data-group]:visible").count()) == ([], 0)
    assert page.get_by_role("status").inner_text() == "没有找到。请换一个词；清空后可以看到全部电话。"
    page.locator("#f-q").fill("")
    assert (len(shown(page)), page.locator("[data-group]:visible").count()) == (everything, groups)
    assert page.get_by_role("status").inner_text() == ""


def test_searching_does_not_load_the_page_again(visit):
    page = visit(CONTACTS)
    page.evaluate("window.here = true")
    page.locator("#f-q").fill("教育")
    page.locator("#f-q").press("Enter")
    assert page.evaluate("window.here")
    assert page.url.endswith(CONTACTS)


def test_bodies_without_a_number_are_one_list_at_the_end_and_are_found_by_both_names(visit, example):
    with serving.served(example / "site") as base:
        page = visit("yunling-2026/contacts/", at=base)
        assert page.locator("[data-asked]:not(:has(a[href^='tel:'])) h3").count() == 0
        for typed in ("省特教学校", "云岭省特殊教育学校"):
            page.locator("#f-q").fill(typed)
            assert page.locator(".ms-unlisted li:visible").all_inner_texts() == ["省特教学校（云岭省特殊教育学校）"]
        page.locator("#f-q").fill("0640-55501007")
        assert not page.locator("#unlisted").is_visible()


_LINES = """all => all.map((each) => {
  const range = document.createRange();
  range.selectNodeContents(each);
  return new Set([...range.getClientRects()].map((line) => line.top)).size;
})"""
"""On how many lines each text stands."""


def test_on_paper_no_name_of_a_body_is_torn_beside_its_numbers(visit, example):
    with serving.served(example / "site") as base:
        page = visit("yunling-2026/contacts/", at=base, width=703)  # of A4 between its margins
        page.emulate_media(media="print")
        assert set(page.locator(".ms-matter__who").evaluate_all(_LINES)) == {1}
