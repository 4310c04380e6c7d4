"""A body that is called something else today stands in an old edition as it was called then."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import builders
import permanence
from permanence import Built

RENAMED = (
    ("name: 云岭省教育厅\n    short: 省教育厅\n", "name: 云岭省教育和科技厅\n    short: 省教科厅\n    aliases: [云岭省教育厅, 省教育厅]\n"),
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    register = builders.a_register_yaml(*RENAMED)
    place = permanence.a_place(tmp_path_factory.mktemp("site"), organisations__yunling=register)
    return place.build(site_url="https://www.example.gov.cn/")


def text(built: Built, path: str) -> str:
    content = (built.folder / path).read_bytes().decode("utf-8-sig").replace("\r\n ", "")
    return re.sub(r"<[^>]*>", "", content)


@pytest.mark.parametrize(
    "page", ["yunling-2025/village-classes/", "yunling-2025/contacts/", "yunling-2025/plan/"]
)
def test_pages_of_the_edition_say_the_name_of_then_and_beside_it_that_of_today(built: Built, page: str) -> None:
    assert re.search(r"省教育厅（现登记为省教科厅）", text(built, f"{page}index.html"))
    assert " (now listed as 省教科厅)" in text(built, f"en/{page}index.html")


def test_nothing_of_the_edition_says_that_the_body_of_today_did_it(built: Built) -> None:
    for path in sorted((built.folder / "yunling-2025").rglob("*")):
        if path.suffix in (".html", ".ics", ".csv", ".atom", ".json", ".ris", ".bib"):
            found = text(built, str(path.relative_to(built.folder)))
            assert "教科厅" not in found.replace("（现登记为省教科厅）", ""), path
            assert "教育和科技厅" not in found, path


def test_the_notice_is_cited_with_its_own_bodies_in_both_languages(built: Built) -> None:
    for language in ("", "en/"):
        page = text(built, f"{language}yunling-2025/village-classes/index.html")
        assert "云岭省教育厅" in page
        assert "云岭省教育和科技厅" not in page


def test_the_page_of_the_body_has_the_name_of_today_and_what_the_document_says(built: Built) -> None:
    page = built.pages["organisations/yunling-education/"]
    assert page.h1 == ["云岭省教育和科技厅"]
    assert "省教科厅" in page.text
    assert "云岭省教育厅" in page.text


def test_an_edition_that_uses_a_name_of_today_once_keeps_the_short_name_of_the_register(tmp_path: Path) -> None:
    """Another spelling in the head of the notice is no other name."""
    built = permanence.a_place(tmp_path).build()
    assert "现登记为" not in built.pages["yunling-2025/plan/"].text
    assert "省妇联" in built.pages["yunling-2025/village-classes/"].text
