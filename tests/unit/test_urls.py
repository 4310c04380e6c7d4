"""Every address is decided once, works in any folder and in both languages."""

from __future__ import annotations

import doctest

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite import urls

ID = st.from_regex(r"[a-z][a-z0-9]{1,8}(-[a-z0-9]{1,5})?", fullmatch=True).filter(lambda id_: id_ != "en")


def test_the_examples_of_the_documentation_hold() -> None:
    assert doctest.testmod(urls).failed == 0


@pytest.mark.parametrize(
    ("chinese", "english", "address"),
    [
        (urls.home("zh"), urls.home("en"), ""),
        (urls.campaign("zh", "yunling-2025"), urls.campaign("en", "yunling-2025"), "yunling-2025/"),
        (urls.activities("zh", "c"), urls.activities("en", "c"), "c/activities/"),
        (urls.activity("zh", "c", "a"), urls.activity("en", "c", "a"), "c/a/"),
        (urls.timeline("zh", "c"), urls.timeline("en", "c"), "c/timeline/"),
        (urls.contacts("zh", "c"), urls.contacts("en", "c"), "c/contacts/"),
        (urls.plan("zh", "c"), urls.plan("en", "c"), "c/plan/"),
        (urls.organisations("zh"), urls.organisations("en"), "organisations/"),
        (urls.organisation("zh", "o"), urls.organisation("en", "o"), "organisations/o/"),
        (urls.prose("zh", "about"), urls.prose("en", "about"), "about/"),
    ],
)
def test_the_english_page_has_the_same_address_under_en(chinese: str, english: str, address: str) -> None:
    assert (chinese, english) == (address, f"en/{address}")
    assert urls.in_language(chinese, "en") == english
    assert urls.in_language(english, "zh") == chinese


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
