"""Old editions say so on every page, and lead to the newest one and to what continued them."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

import builders
import permanence
from microsite.model.campaign import Plan
from microsite.model.editions import Editions
from permanence import Place


def edition(year: int, *activities: str) -> str:
    """A campaign of another year; its times are of that year, too."""
    text = builders.a_campaign_yaml(activities=list(activities))
    assert "2025" in text
    return text.replace("2025", str(year))


def activity(id_: str, continues: str | None = None, number: str = "1") -> str:
    return builders.an_activity_yaml(id=id_, number=number, title=f"活动{id_}", continues=continues)


@pytest.fixture
def place(tmp_path: Path) -> Place:
    """Three editions: 2023 was continued in 2024, that in 2025; one activity of 2024 went no further."""
    return permanence.a_place(
        tmp_path,
        campaigns__yunling_2023=edition(2023, activity("quiz")),
        campaigns__yunling_2024=edition(2024, activity("contest", "yunling-2023/quiz")).replace(
            "id: contest\n", "id: contest\n    formerly: [match]\n"
        ),
        campaigns__yunling_2025=edition(2025, activity("games", "yunling-2024/contest")),
    )


NOTICE = re.compile(r'<aside class="ms-banner" aria-label="(?:关于届次|About this edition)">(.*?)</aside>', re.DOTALL)


def notice(html: str) -> tuple[str, list[str]] | None:
    """The words and the links of the notice of a page, or None where it has none."""
    found = NOTICE.search(html)
    if found is None:
        return None
    words = " ".join(re.sub(r"<[^>]+>", "", found[1]).split())
    return words, re.findall(r'href="([^"]+)"', found[1])


def test_every_page_of_an_old_edition_leads_to_the_newest(place: Place) -> None:
    pages = place.build().pages
    old = {path: found for path in pages if path.startswith("yunling-2023/") and (found := notice(pages[path].html))}
    assert {"yunling-2023/", "yunling-2023/timeline/", "yunling-2023/plan/", "yunling-2023/quiz/"} <= old.keys()
    for path, (words, links) in old.items():
        leads = "yunling-2025/games/" if path == "yunling-2023/quiz/" else "yunling-2025/"
        assert (words, links) == ("2023年往届，看2025年", ["../" * path.count("/") + leads])


def test_an_activity_leads_to_the_end_of_its_chain(place: Place) -> None:
    pages = place.build().pages
    assert notice(pages["yunling-2023/quiz/"].html) == (
        "2023年往届，看2025年",
        ["../../yunling-2025/games/"],
    )
    assert notice(pages["en/yunling-2024/contest/"].html) == (
        "From 2024; see 2025",
        ["../../../en/yunling-2025/games/"],
    )


def test_pages_of_the_newest_edition_and_of_none_carry_no_notice(place: Place) -> None:
    pages = place.build().pages
    assert [path for path in pages if path.startswith("yunling-2025/") and notice(pages[path].html)] == []
    assert [path for path in ("", "organisations/", "404.html") if notice(pages[path].html)] == []


def test_plans_that_continue_each_other_do_not_go_on_for_ever() -> None:
    one = builders.a_campaign(activities=[activity("one", "yunling-2025/two"), activity("two", "yunling-2025/one", "2")])
    found = Editions.from_plan(Plan({}, (one,)))
    assert found.latest("yunling-2025/one") == ()


def test_editions_of_one_year_are_both_new() -> None:
    one = builders.a_campaign()
    other = replace(one, id="yunling-2025-autumn")
    found = Editions.from_plan(Plan({}, (one, other)))
    assert (found.newer(one), found.newer(other)) == (None, None)
