"""Old editions say so on every page, and lead to the newest one and to what continued them."""

from __future__ import annotations

import json
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


def notice(html: str) -> tuple[str, list[str], bool]:
    """The notice of a page: its words, its links, whether it is hidden."""
    found = re.search(r"<aside ([^>]*data-edition=[^>]*)>(.*?)</aside>", html, re.DOTALL)
    assert found is not None
    shown = re.sub(r"<p hidden>.*?</p>", "", found[2])
    words = " ".join(re.sub(r"<[^>]+>", "", shown).split())
    return words, re.findall(r'href="([^"]+)"', shown), found[1].endswith(" hidden")


def test_every_page_of_an_old_edition_leads_to_the_newest(place: Place) -> None:
    pages = place.build().pages
    old = [path for path in pages if path.startswith("yunling-2023/") and "data-edition=" in pages[path].html]
    assert {"yunling-2023/", "yunling-2023/timeline/", "yunling-2023/plan/", "yunling-2023/quiz/"} <= set(old)
    for path in old:
        words, links, hidden = notice(pages[path].html)
        assert words.startswith("这是2023年的一届。最新的一届是：2025年云岭省全民数字素养与技能提升月")
        assert links[0] == "../" * path.count("/") + "yunling-2025/"
        assert not hidden


def test_an_activity_leads_to_the_end_of_its_chain(place: Place) -> None:
    pages = place.build().pages
    assert notice(pages["yunling-2023/quiz/"].html) == (
        "这是2023年的一届。最新的一届是：2025年云岭省全民数字素养与技能提升月 这项活动后来延续为：活动games",
        ["../../yunling-2025/", "../../yunling-2025/games/"],
        False,
    )
    assert notice(pages["en/yunling-2024/contest/"].html) == (
        ("This is the 2024 edition. The newest one is: 2025年云岭省全民数字素养与技能提升月 "
        "This activity went on as: 活动games"),
        ["../../../en/yunling-2025/", "../../../en/yunling-2025/games/"],
        False,
    )


def test_the_newest_edition_carries_the_notice_hidden_for_the_day_it_is_old(place: Place) -> None:
    page = place.build().pages["yunling-2025/games/"]
    assert notice(page.html) == ("这是2025年的一届。最新的一届是：", [], True)
    assert 'data-activity="yunling-2025/games"' in page.html
    assert ("src", "../../assets/site.js") in page.links


def test_pages_of_no_edition_carry_no_notice(place: Place) -> None:
    pages = place.build().pages
    assert [path for path in ("", "organisations/", "404.html") if "data-edition" in pages[path].html] == []


def test_the_list_of_editions_gives_names_paths_and_chains(place: Place) -> None:
    listed = json.loads((place.build().folder / "assets/editions.json").read_text("utf-8"))
    assert listed["version"] == 1
    assert [(each["id"], each["year"], each["path"]) for each in listed["regions"]["yunling"]] == [
        ("yunling-2025", 2025, "yunling-2025/"),
        ("yunling-2024", 2024, "yunling-2024/"),
        ("yunling-2023", 2023, "yunling-2023/"),
    ]
    name = "2025年云岭省全民数字素养与技能提升月"
    assert listed["regions"]["yunling"][0]["name"] == {"zh": name, "en": name}

    def record(year: int, id_: str) -> dict[str, object]:
        title = {"zh": f"活动{id_}", "en": f"活动{id_}"}
        path = f"yunling-{year}/{id_}"
        return {"id": path, "year": year, "title": title, "path": f"{path}/"}

    games = {"continued_by": [record(2025, "games")], "latest": [record(2025, "games")]}
    assert listed["activities"] == {
        "yunling-2024/contest": games,
        "yunling-2024/match": games,  # a copy may know it by its former id
        "yunling-2023/quiz": {"continued_by": [record(2024, "contest")], "latest": [record(2025, "games")]},
    }


def test_plans_that_continue_each_other_do_not_go_on_for_ever() -> None:
    one = builders.a_campaign(activities=[activity("one", "yunling-2025/two"), activity("two", "yunling-2025/one", "2")])
    found = Editions.of(Plan({}, (one,)))
    assert found.latest("yunling-2025/one") == ()
    assert [each.id for _, each in found.direct("yunling-2025/one")] == ["two"]


def test_editions_of_one_year_are_both_new() -> None:
    one = builders.a_campaign()
    other = replace(one, id="yunling-2025-autumn")
    found = Editions.of(Plan({}, (one, other)))
    assert (found.newer(one), found.newer(other)) == (None, None)
