"""Old copies of pages, and former addresses, in a browser."""

import json

LATER = {
    "version": 1,
    "regions": {
        "jiangxi": [
            {"id": "later", "year": 2099, "name": {"zh": "后来的一届", "en": "A later edition"}, "path": "later/"}
        ]
    },
    "activities": {
        "jiangxi-2022/women": {
            "continued_by": [],
            "latest": [
                {"id": "later/a", "year": 2099, "title": {"zh": "甲活动", "en": "甲活动"}, "path": "later/a/"},
                {"id": "later/b", "year": 2099, "title": {"zh": "乙活动", "en": "Activity B"}, "path": "later/b/"},
            ],
        }
    },
}
NOTICE = "[data-edition]"


def answering(found):
    """Let the list of editions be another one, as beside a copy that was kept."""

    def before(page):
        page.route("**/assets/editions.json", lambda route: route.fulfill(json=found))

    return before


def links(page):
    found = page.locator(f"{NOTICE} a").all()
    return [(a.inner_text(), a.get_attribute("href"), a.get_attribute("lang")) for a in found]


def test_the_newest_edition_says_nothing(visit):
    page = visit("jiangxi-2022/women/")
    page.wait_for_load_state("networkidle")
    assert page.locator(NOTICE).is_hidden()


def test_a_copy_of_an_edition_that_was_the_newest_learns_of_a_later_one(visit):
    page = visit("jiangxi-2022/women/", before=answering(LATER))
    page.locator(NOTICE).wait_for(state="visible")
    assert page.locator(NOTICE).inner_text().split() == [
        "这是2022年的一届。最新的一届是：后来的一届", "这项活动后来延续为：甲活动、乙活动"
    ]  # fmt: skip
    assert links(page) == [
        ("后来的一届", "../../later/", None),
        ("甲活动", "../../later/a/", None),
        ("乙活动", "../../later/b/", None),
    ]


def test_an_english_copy_leads_to_english_pages_and_marks_chinese_titles(visit):
    page = visit("en/jiangxi-2022/women/", before=answering(LATER))
    page.locator(NOTICE).wait_for(state="visible")
    assert links(page) == [
        ("A later edition", "../../../en/later/", None),
        ("甲活动", "../../../en/later/a/", "zh-CN"),
        ("Activity B", "../../../en/later/b/", None),
    ]


def test_a_page_whose_activity_was_not_continued_leads_to_the_edition_only(visit):
    page = visit("jiangxi-2022/forums/", before=answering(LATER))
    page.locator(NOTICE).wait_for(state="visible")
    assert page.locator(NOTICE).inner_text().strip() == "这是2022年的一届。最新的一届是：后来的一届"


def test_a_list_that_makes_no_sense_changes_nothing(visit):
    page = visit("jiangxi-2022/women/", before=answering(json.loads("{}")))
    page.wait_for_load_state("networkidle")
    assert page.locator(NOTICE).is_hidden()


def test_a_short_address_leads_to_the_activity_and_to_the_place_in_it(visit, base):
    page = visit("a/j2205/#part-volunteering")
    page.wait_for_url(f"{base}jiangxi-2022/women/#part-volunteering")
    page = visit("en/a/j2205/")
    page.wait_for_url(f"{base}en/jiangxi-2022/women/")
