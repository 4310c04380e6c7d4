"""Every address is decided once, works in any folder and in both languages."""

from __future__ import annotations

import doctest
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite import urls

ID = st.from_regex(r"[a-z][a-z0-9]{1,8}(-[a-z0-9]{1,5})?", fullmatch=True).filter(lambda id_: id_ != "en")


def test_the_examples_of_the_documentation_hold() -> None:
    assert doctest.testmod(urls).failed == 0


# Every page there is: its Chinese and its English address, and both as they are promised for ever.
PAGES = [
    (urls.home("zh"), urls.home("en"), ""),
    (urls.campaign("zh", "yunling-2025"), urls.campaign("en", "yunling-2025"), "yunling-2025/"),
    (urls.activities("zh", "c"), urls.activities("en", "c"), "c/activities/"),
    (urls.activity("zh", "c", "a"), urls.activity("en", "c", "a"), "c/a/"),
    (urls.timeline("zh", "c"), urls.timeline("en", "c"), "c/timeline/"),
    (urls.contacts("zh", "c"), urls.contacts("en", "c"), "c/contacts/"),
    (urls.plan("zh", "c"), urls.plan("en", "c"), "c/plan/"),
    (urls.changes("zh", "c"), urls.changes("en", "c"), "c/changes/"),
    (urls.press("zh", "c"), urls.press("en", "c"), "c/press/"),
    (urls.programme("zh", "c"), urls.programme("en", "c"), "c/print/"),
    (urls.embed("zh", "c"), urls.embed("en", "c"), "embed/c/"),
    (urls.embed("zh", "c", "a"), urls.embed("en", "c", "a"), "embed/c/a/"),
    (urls.organisations("zh"), urls.organisations("en"), "organisations/"),
    (urls.organisation("zh", "o"), urls.organisation("en", "o"), "organisations/o/"),
    (urls.short("zh", "a7"), urls.short("en", "a7"), "a/a7/"),
    (urls.prose("zh", "about"), urls.prose("en", "about"), "about/"),
]


@pytest.mark.parametrize(("chinese", "english", "address"), PAGES, ids=[row[2] for row in PAGES])
def test_the_english_page_has_the_same_address_under_en(chinese: str, english: str, address: str) -> None:
    assert (chinese, english) == (address, f"en/{address}")
    assert urls.in_language(chinese, "en") == english
    assert urls.in_language(english, "zh") == chinese


FILES = [
    (urls.vcard("o", "c"), "c/contacts/o.vcf"),
    (urls.vcards("c"), "c/contacts/all.vcf"),
    (urls.calendar("en/c/a/"), "en/c/a/calendar.ics"),
    (urls.feed(""), "changes.atom"),
    (urls.table("zh", "c", "activities"), "c/activities.csv"),
    (urls.table("en", "c", "contacts"), "en/c/contacts.csv"),
    (urls.finder_index("en", "c"), "en/c/activities/index.json"),
    (urls.data("c"), "api/v1/c.json"),
    (urls.theme("c"), "assets/colours/c.css"),
    (urls.editions(), "assets/editions.json"),
    (urls.redirects(), "assets/redirects.map"),
    (urls.asset("site.css"), "assets/site.css"),
    (urls.card("c/a/"), "assets/cards/c--a-zh.png"),
    (urls.card("en/c/a/", is_square=True), "assets/cards/c--a-en-square.png"),
    (urls.card("en/"), "assets/cards/index-en.png"),
]


@pytest.mark.parametrize(("given_address", "promised"), FILES, ids=[row[1] for row in FILES])
def test_a_file_stands_where_programs_and_other_sites_look_for_it(given_address: str, promised: str) -> None:
    assert given_address == promised


def test_a_fragment_is_made_of_the_kind_of_record_and_its_id() -> None:
    assert urls.anchor("part", "quiz") == "part-quiz"
    assert urls.anchors("part", ["quiz", "final"]) == ("part-quiz", "part-final")


def test_updates_of_one_day_are_numbered_and_a_number_once_given_stays() -> None:
    monday, tuesday = date(2024, 6, 3), date(2024, 6, 4)
    first = urls.update_anchors([monday, monday, tuesday])
    assert first == ("change-2024-06-03", "change-2024-06-03-2", "change-2024-06-04")
    assert urls.update_anchors([monday, monday, tuesday, monday]) == (*first, "change-2024-06-03-3")


@given(ID, ID)
def test_no_address_begins_with_a_slash_and_pages_end_with_one(campaign: str, activity: str) -> None:
    for language in ("zh", "en"):
        address = urls.activity(language, campaign, activity)  # type: ignore[arg-type]
        assert not address.startswith("/")
        assert address.endswith("/")
        assert urls.file(address) == f"{address}index.html"


@given(ID, ID)
def test_from_every_page_a_way_leads_back_to_the_root(campaign: str, activity: str) -> None:
    address = urls.activity("en", campaign, activity)
    assert urls.root(address) == "../../../"
    assert urls.root("") == urls.root("404.html") == "./"


@given(ID, ID)
def test_changing_the_language_twice_changes_nothing(campaign: str, activity: str) -> None:
    address = urls.activity("zh", campaign, activity)
    assert urls.in_language(urls.in_language(address, "en"), "zh") == address
    assert urls.in_language(address, "zh") == address


@pytest.mark.parametrize(("address", "file"), [("", "index.html"), ("a/b/", "a/b/index.html"), ("a.css", "a.css")])
def test_a_web_server_answers_a_folder_with_its_index(address: str, file: str) -> None:
    assert urls.file(address) == file
