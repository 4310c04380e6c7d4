"""The search of the manual finds what somebody types, in Chinese without spaces, too; old addresses lead on."""

import pytest


def answers(page):
    return page.locator(".manual-search__results a").all_inner_texts()


def ask(page, query):
    page.locator(".manual-search input").fill(query)
    page.locator(".manual-search [role=status]:not(:empty)").wait_for()
    return answers(page)


@pytest.mark.parametrize(
    ("path", "query", "first"),
    [
        ("manual/", "手机", "手机号"),
        ("manual/", "编号怎么会重复", "编号重复"),
        ("en/manual/", "not a phone number", "Not a telephone number"),
        ("en/manual/", "FORMER id taken", "A former id that is taken"),
    ],
)
def test_the_section_with_the_words_comes_first(visit, path, query, first):
    assert ask(visit(path), query)[0] == first


def test_what_stands_nowhere_finds_nothing(visit):
    page = visit("manual/")
    assert ask(page, "qqqqzzzz") == []
    assert page.locator(".manual-search [role=status]").inner_text() == "没有找到符合条件的结果"


def test_half_typed_pinyin_is_no_question(visit):
    page = visit("manual/")
    page.locator(".manual-search input").evaluate(
        "input => { input.value = 'shouji'; input.dispatchEvent(new InputEvent('input', {isComposing: true, bubbles: true})); }"
    )
    page.wait_for_timeout(400)
    assert page.locator(".manual-search [role=status]").inner_text() == ""
    page.locator(".manual-search input").evaluate(
        "input => { input.value = '手机'; input.dispatchEvent(new CompositionEvent('compositionend', {bubbles: true})); }"
    )
    page.locator(".manual-search__results li").first.wait_for()
    assert answers(page)[0] == "手机号"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("manual/problems/#missing", "manual/problems-values/#missing"),
        ("en/manual/format/#booking", "en/manual/format-joining/#booking"),
        ("manual/format/#files", "manual/format/#files"),
    ],
)
def test_an_address_from_before_a_page_was_divided_leads_to_its_section(visit, base, old, new):
    page = visit(old)
    page.wait_for_url(base + new)
    assert page.locator(f"#{new.partition('#')[2]}").evaluate("each => each.tagName") == "H2"


def test_without_scripts_an_old_address_is_a_link_to_its_section(visit, base):
    page = visit("manual/problems/#missing", java_script_enabled=False)
    assert page.locator("#missing").evaluate("each => each.href") == base + "manual/problems-values/#missing"
