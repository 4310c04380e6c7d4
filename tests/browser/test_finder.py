"""The activity finder: any two characters of a title, synonyms, filters, and an address that keeps them."""

import pytest
from playwright.sync_api import expect

EDITIONS = ("jiangxi-2022", "shandong-2024")

# Types every pair of neighbouring characters of every title; gives the pairs that missed their activity.
_PAIRS = """() => {
  const query = document.querySelector("#f-q"), missed = [];
  let tried = 0;
  for (const card of document.querySelectorAll(".ms-card")) {
    const title = [...card.querySelector(".ms-card__title").textContent.trim()];
    for (let at = 0; at + 1 < title.length; at++) {
      query.value = title[at] + title[at + 1];
      query.dispatchEvent(new Event("input", {bubbles: true}));
      tried++;
      if (card.hidden) missed.push(`${query.value} (${title.join("")})`);
    }
  }
  return [tried, missed];
}"""


@pytest.fixture
def finder(visit):
    """A campaign's finder; its index is read before the test goes on, unless told otherwise."""

    def open_finder(edition, query="", language="", **options):
        return visit(f"{language}{edition}/activities/{query}", **options)

    return open_finder


def type_in(page, words):
    """Type, and wait until the index is there."""
    with page.expect_response("**/index.json"):
        page.locator("#f-q").fill(words)
    settle(page)


def settle(page):
    """Let the page read its index: a second reading of the same file ends after the first."""
    page.evaluate(
        "() => fetch(document.querySelector('[data-finder]').dataset.finder).then(got => got.json())"
    )


def choose(page, name, code):
    """Choose a chip, or take the choice back."""
    page.locator(f"input[name={name}][value={code}]").click()


def found(page):
    return [each.removeprefix("activity-") for each in page.eval_on_selector_all(
        ".ms-card:not([hidden])", "cards => cards.map(card => card.id)")]  # fmt: skip


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_any_two_characters_of_a_title_find_its_activity(finder, edition, language):
    page = finder(edition, language=language)
    type_in(page, "数")
    tried, missed = page.evaluate(_PAIRS)
    assert tried > 60
    assert missed == []


def test_any_two_characters_find_an_activity_when_the_network_fails(browser, base):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/index.json", lambda route: route.abort())
    page.goto(f"{base}shandong-2024/activities/")
    tried, missed = page.evaluate(_PAIRS)
    context.close()
    assert tried > 100
    assert missed == []


@pytest.mark.parametrize(
    ("edition", "words", "activity"),
    [
        ("shandong-2024", "听障", "sign-language"),
        ("shandong-2024", "听障人士", "sign-language"),
        ("shandong-2024", "网购", "new-farmers"),
        ("shandong-2024", "社保卡", "social-card"),
        ("jiangxi-2022", "老人", "older-people"),
        ("jiangxi-2022", "残障", "disabled-people"),
    ],
)
def test_readers_words_find_what_the_notice_calls_otherwise(finder, edition, words, activity):
    page = finder(edition)
    type_in(page, words)
    assert activity in found(page)
    assert len(found(page)) < page.locator(".ms-card").count()


def test_every_word_must_be_there(finder):
    page = finder("shandong-2024")
    type_in(page, "数字 大数据")
    both = found(page)
    page.locator("#f-q").fill("大数据")
    assert set(both) <= set(found(page))
    page.locator("#f-q").fill("大数据 没有这个词")
    assert page.locator("[data-count]").inner_text() == "没有完全符合的。下面是最接近的。"


def test_capital_and_full_width_letters_are_the_same(finder):
    page = finder("shandong-2024", language="en/")
    type_in(page, "digital")
    plain = found(page)
    assert plain
    for typed in ("DIGITAL", "ｄｉｇｉｔａｌ", "  Digital "):
        page.locator("#f-q").fill(typed)
        assert found(page) == plain


def test_filters_combine_with_each_other_and_with_words(finder):
    page = finder("shandong-2024")
    everything = found(page)
    choose(page, "audience", "women")
    women = found(page)
    assert women == ["women", "training-bases", "science-week", "social-card", "digital-health"]
    body = page.locator("#f-body option").nth(1).get_attribute("value")
    page.locator("#f-body").select_option(body)
    assert set(found(page)) < set(everything)
    for activity in found(page):
        card = page.locator(f"#activity-{activity}")
        assert {"women", "everyone"} & set(card.get_attribute("data-audience").split())
        assert body in card.get_attribute("data-body").split()


def test_what_is_open_to_everybody_is_for_every_audience_and_is_marked(finder):
    page = finder("shandong-2024", "?audience=older")
    count = page.get_by_role("status")
    assert count.inner_text() == "找到 6 项，其中 4 项人人可参加"
    marked = page.eval_on_selector_all(".ms-card:has(.ms-card__open)", "cards => cards.map(card => card.dataset.activity)")
    assert marked == found(page)[2:]
    assert page.locator(".ms-card__open").all_inner_texts() == ["人人可参加"] * 4
    choose(page, "audience", "older")
    assert page.locator(".ms-card__open").count() == 0
    assert count.inner_text() == "15 项活动"


def test_two_audiences_find_what_is_for_either(finder):
    page = finder("shandong-2024")
    choose(page, "audience", "women")
    women = set(found(page))
    choose(page, "audience", "older")
    both = set(found(page))
    choose(page, "audience", "women")
    assert both == women | set(found(page))


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("edition", EDITIONS)
def test_every_choice_finds_as_many_as_it_promises(finder, edition, language):
    page = finder(edition, language=language)
    wrong = {}
    for select in page.locator("form[data-finder] select").all():
        for option in select.locator("option").all()[1:]:
            select.select_option(option.get_attribute("value"))
            promised = "".join(
                filter(str.isdigit, option.inner_text().rpartition("（")[2].rpartition("(")[2])
            )
            if promised != str(len(found(page))):
                wrong[option.inner_text()] = len(found(page))
        select.select_option("")
    assert wrong == {}


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_chip_that_is_offered_finds_something(finder, edition):
    page, empty = finder(edition), []
    for chip in page.locator("form[data-finder] label:not([hidden]) input:visible").all():
        chip.check()
        if not found(page):
            empty.append(chip.get_attribute("value"))
        chip.uncheck()
    assert empty == []


def test_what_is_on_and_what_is_likely_on_are_two_choices(finder):
    page = finder("jiangxi-2022", before=lambda page: page.clock.set_fixed_time("2022-08-12T04:00:00Z"))
    states = page.locator("input[name=on]:visible")
    assert states.evaluate_all("chips => chips.map(chip => chip.value)") == ["now", "maybe"]
    likely = page.eval_on_selector_all(".ms-card:has([data-value=maybe])", "cards => cards.map(card => card.dataset.activity)")
    choose(page, "on", "maybe")
    assert found(page) == likely
    assert page.url.endswith("/jiangxi-2022/activities/?on=maybe")


def test_a_condition_is_one_line_that_can_be_taken_away(finder, base):
    page = finder("shandong-2024", "?q=%E6%95%B0%E5%AD%97&audience=older&form=online")
    settle(page)
    given = page.locator("[data-given] button")
    assert given.all_inner_texts() == ["数字", "老年人", "线上"]
    assert given.first.get_attribute("aria-label") == "去掉条件：数字"
    given.nth(1).click()
    assert given.all_inner_texts() == ["数字", "线上"]
    assert page.url == f"{base}shandong-2024/activities/?q=%E6%95%B0%E5%AD%97&form=online"
    expect(page.get_by_role("heading", name="查找结果")).to_be_focused()


# A word of an input method as browsers tell it: letters first, the word when it is chosen.
_COMPOSED = """async () => {
  const query = document.querySelector("#f-q"), seen = [];
  const tell = (type, composing) => {
    query.dispatchEvent(type === "input" ? new InputEvent(type, {bubbles: true, isComposing: composing})
      : new CompositionEvent(type, {bubbles: true}));
    seen.push(document.querySelectorAll(".ms-card:not([hidden])").length);
  };
  query.focus();
  tell("compositionstart");
  for (const typed of ["s", "sh", "she'b", "she'bao"]) { query.value = typed; tell("input", true); }
  query.value = "社保";
  tell("input", true);
  tell("compositionend");
  return seen;
}"""


def test_an_input_method_changes_nothing_until_the_word_is_chosen(finder):
    page = finder("shandong-2024")
    assert page.evaluate(_COMPOSED)[:-1] == [15] * 6
    settle(page)
    assert found(page) == ["social-card"]
    assert page.url.endswith("?q=%E7%A4%BE%E4%BF%9D")


def test_words_that_are_nowhere_together_find_what_comes_nearest(finder):
    page = finder("shandong-2024")
    type_in(page, "科技晚会")
    assert "science-week" in found(page)
    assert len(found(page)) <= 3
    assert page.get_by_role("status").inner_text() == "没有完全符合的。下面是最接近的。"


def test_an_empty_search_leads_on(finder):
    page = finder("jiangxi-2022")
    otherwise = page.locator("[data-otherwise]")
    assert otherwise.is_hidden()
    type_in(page, "qqqq")
    assert found(page) == []
    audiences = page.locator("input[name=audience]").evaluate_all("chips => chips.map(chip => chip.value)")
    doors = otherwise.locator("a").evaluate_all("links => links.map(link => link.pathname.split('/').slice(-3, -1).join('/'))")
    assert doors == [*(f"for/{code}" for code in audiences), "jiangxi-2022/contacts"]


def test_the_number_of_results_is_announced(finder):
    page = finder("shandong-2024")
    count = page.get_by_role("status")
    assert count.inner_text() == "15 项活动"
    choose(page, "form", "online")
    assert count.inner_text() == f"找到 {len(found(page))} 项"
    choose(page, "form", "online")
    assert count.inner_text() == "15 项活动"


def test_one_result_is_announced_in_the_singular(finder):
    page = finder("shandong-2024", "?q=sign%20language", language="en/")
    settle(page)
    assert len(found(page)) == 1
    assert page.get_by_role("status").inner_text() == "1 activity found"


def test_a_search_is_in_the_address_and_survives_a_reload(finder, base):
    page = finder("shandong-2024")
    type_in(page, "数字 技能")
    choose(page, "audience", "workers")
    before = found(page)
    assert (
        page.url
        == f"{base}shandong-2024/activities/?q=%E6%95%B0%E5%AD%97+%E6%8A%80%E8%83%BD&audience=workers"
    )
    page.reload()
    settle(page)
    assert page.locator("#f-q").input_value() == "数字 技能"
    assert page.locator("input[name=audience]:checked").input_value() == "workers"
    assert found(page) == before


def test_a_search_follows_into_the_other_language_and_back(finder, base):
    page = finder("jiangxi-2022", "?audience=women")
    before = found(page)
    page.locator("a[data-language]").click()
    page.wait_for_url(f"{base}en/jiangxi-2022/activities/?audience=women")  # until it is loaded
    assert found(page) == before
    page.go_back()
    assert page.locator("input[name=audience]:checked").input_value() == "women"
    assert found(page) == before


def test_an_address_with_a_choice_that_is_gone_shows_everything(finder):
    page = finder("jiangxi-2022", "?audience=martians&utm_source=letter")
    assert page.locator("input[name=audience]:checked").count() == 0
    assert len(found(page)) == 9


def test_searching_leads_to_the_results_without_loading_the_page_again(finder):
    page = finder("jiangxi-2022")
    page.evaluate("window.here = true")
    page.locator("#f-q").fill("助老")
    page.locator("#f-q").press("Enter")
    assert page.evaluate("window.here")
    expect(page.get_by_role("heading", name="查找结果")).to_be_focused()


def test_the_index_is_read_only_when_somebody_searches_and_once(finder):
    asked = []
    page = finder("jiangxi-2022", before=lambda page: page.on("request", lambda got: asked.append(got.url)))
    page.wait_for_timeout(100)
    assert [url for url in asked if url.endswith("index.json")] == []
    with page.expect_response("**/index.json"):
        page.locator("#f-q").press_sequentially("数字素养")
    page.locator("#f-q").press_sequentially("技能")
    assert len([url for url in asked if url.endswith("index.json")]) == 1


def test_the_front_page_leads_to_the_activities_of_an_audience(visit, base):
    page = visit("shandong-2024/")
    page.locator(".ms-audiences a[href*='for/older/']").click()
    page.wait_for_url(f"{base}shandong-2024/for/older/")
    assert page.locator("main [data-activity='elderly-tech']").is_visible()
