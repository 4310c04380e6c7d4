"""The contact directory: a line to call for every body, found by name, number or activity."""

import re

import pytest

CONTACTS = "jiangxi-2022/contacts/"


def shown(page):
    return page.locator("[data-entry]:visible h3").all_inner_texts()


@pytest.mark.parametrize("language", ["", "en/"])
def test_all_seventeen_lines_can_be_dialled_from_anywhere(visit, language):
    page = visit(language + CONTACTS)
    lines = page.locator("[data-entry] a[href^='tel:']").all()
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
    assert page.locator("[data-entry]:visible", has_not_text="助残").count() == 0


def test_groups_without_a_find_are_hidden_and_the_number_is_announced(visit):
    page = visit(CONTACTS)
    everything, groups = len(shown(page)), page.locator("[data-group]:visible").count()
    page.locator("#f-q").fill("省残联")
    found = len(shown(page))
    assert page.get_by_role("status").inner_text() == f"找到 {found} 家单位"
    assert page.locator("[data-group]:visible").count() < groups
    page.locator("#f-q").fill("没有这样的单位")
    assert (shown(page), page.locator("[data-group]:visible").count()) == ([], 0)
    assert page.get_by_role("status").inner_text() == "没有找到。请换一个词。"
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
