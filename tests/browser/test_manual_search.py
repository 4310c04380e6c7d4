"""The search of the manual: it finds what somebody types, in Chinese without spaces, too."""

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
        ("en/manual/", "phone number", "Not a telephone number"),
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
