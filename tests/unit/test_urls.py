"""Every address is decided once, works in any folder and in both languages."""

from __future__ import annotations

import doctest
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.core import urls

ID = st.from_regex(r"[a-z][a-z0-9]{1,8}(-[a-z0-9]{1,5})?", fullmatch=True).filter(lambda id_: id_ != "en")


def test_the_examples_of_the_documentation_hold() -> None:
    assert doctest.testmod(urls).failed == 0


# Every page there is: what decides its address, the ids in it, and the Chinese address as promised for ever.
PAGES: list[tuple[Callable[..., str], tuple[str, ...], str]] = [
    (urls.home, (), ""),
    (urls.campaign, ("yunling-2025",), "yunling-2025/"),
    (urls.activities, ("c",), "c/activities/"),
    (urls.activity, ("c", "a"), "c/a/"),
    (urls.audience, ("c", "older"), "c/for/older/"),
    (urls.sessions, ("c",), "c/sessions/"),
    (urls.area, ("c", "qingxi"), "c/in/qingxi/"),
    (urls.timeline, ("c",), "c/timeline/"),
    (urls.contacts, ("c",), "c/contacts/"),
    (urls.plan, ("c",), "c/plan/"),
    (urls.changes, ("c",), "c/changes/"),
    (urls.press, ("c",), "c/press/"),
    (urls.programme, ("c",), "c/print/"),
    (urls.embed, ("c",), "embed/c/"),
    (urls.embed, ("c", "a"), "embed/c/a/"),
    (urls.organisations, (), "organisations/"),
    (urls.organisation, ("o",), "organisations/o/"),
    (urls.short, ("a7",), "a/a7/"),
    (urls.prose, ("about",), "about/"),
]


@pytest.mark.parametrize(("of", "ids", "address"), PAGES, ids=[row[2] for row in PAGES])
def test_the_english_page_has_the_same_address_under_en(
    of: Callable[..., str], ids: tuple[str, ...], address: str
) -> None:
    chinese, english = of("zh", *ids), of("en", *ids)
    assert (chinese, english) == (address, f"en/{address}")
    assert urls.in_language(chinese, "en") == english
    assert urls.in_language(english, "zh") == chinese


FILES: list[tuple[Callable[[], str], str]] = [
    (lambda: urls.vcard("o", "c"), "c/contacts/o.vcf"),
    (lambda: urls.vcards("c"), "c/contacts/all.vcf"),
    (lambda: urls.calendar("en/c/a/"), "en/c/a/calendar.ics"),
    (lambda: urls.citation("c/plan/", "bib"), "c/plan/citation.bib"),
    (lambda: urls.feed(""), "changes.atom"),
    (lambda: urls.table("zh", "c", "activities"), "c/activities.csv"),
    (lambda: urls.table("en", "c", "contacts"), "en/c/contacts.csv"),
    (lambda: urls.finder_index("en", "c"), "en/c/activities/index.json"),
    (lambda: urls.data("c"), "api/v1/c.json"),
    (lambda: urls.theme("c"), "assets/colours/c.css"),
    (urls.themes, "assets/colours/editions.css"),
    (urls.redirects, "assets/redirects.map"),
    (lambda: urls.attachment("form.docx"), "files/form.docx"),
    (lambda: urls.asset("site.css"), "assets/site.css"),
    (lambda: urls.card("c/a/"), "assets/cards/c--a-zh.png"),
    (lambda: urls.card("en/c/a/", is_square=True), "assets/cards/c--a-en-square.png"),
    (lambda: urls.card("en/"), "assets/cards/index-en.png"),
]


@pytest.mark.parametrize(("address", "promised"), FILES, ids=[row[1] for row in FILES])
def test_a_file_stands_where_programs_and_other_sites_look_for_it(
    address: Callable[[], str], promised: str
) -> None:
    assert address() == promised


def test_no_kind_of_address_is_without_a_promise() -> None:
    own = {name: each for name, each in vars(urls).items() if getattr(each, "__module__", "") == urls.__name__ and name[0] != "_"}
    files = {own[name] for address, _ in FILES for name in address.__code__.co_names if name in own}
    others = {own[name] for name in ("themes", "redirects", "anchor", "anchors", "file", "root", "in_language") if name in own}
    assert {*own.values()} - {of for of, *_ in PAGES} - files - others == set()


def test_a_fragment_is_made_of_the_kind_of_record_and_its_id() -> None:
    assert urls.anchor("part", "quiz") == "part-quiz"


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
