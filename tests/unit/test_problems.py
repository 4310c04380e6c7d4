"""Messages name the place and the nearest name."""

from __future__ import annotations

import doctest

import pytest

from microsite.core import problems
from microsite.core.problems import (
    InvalidData,
    Mark,
    Note,
    Problem,
    RefusalError,
    capped,
    did_you_mean,
    nearest,
)


def test_the_examples_of_the_documentation_hold() -> None:
    assert doctest.testmod(problems).failed == 0


def test_the_name_of_a_file_neither_breaks_a_line_nor_commands_a_terminal() -> None:
    told = Problem(Mark("docs/a\x1b[2J\nb.md", 3, 5), "", "not-for-readers", "中", "en")
    assert str(told) == "docs/a<U+001B>[2J<U+000A>b.md:3:5: 中 / en"


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("省人设厅", ["省人社厅", "省教育厅", "省科技厅"], "省人社厅"),
        ("leed", ["lead", "support", "credit"], "lead"),
        ("LEAD", ["lead", "support"], "lead"),
        ("ｌｅａｄ", ["lead", "support"], "lead"),
        ("省妇联", ["省残联", "云岭省妇联"], "云岭省妇联"),
        ("Yunling", ["yunling", "YUNLING"], "YUNLING"),
        ("海关总署", ["省教育厅", "省科协"], None),
        ("", ["lead"], None),
        ("lead", [], None),
    ],
)
def test_the_nearest_name_is_found_whatever_its_capitals(typed: str, known: list[str], meant: str | None) -> None:
    assert nearest(typed, known) == meant


def test_the_nearest_name_does_not_depend_on_the_order_of_the_known_ones() -> None:
    known = ["省教育厅", "省司法厅", "省民政厅"]
    assert {nearest("省政法厅", order) for order in (known, known[::-1])} == {"省民政厅"}


def test_a_name_as_long_as_a_page_is_no_burden() -> None:
    assert nearest("省" * 100_000, ["省教育厅"]) is None


def test_a_guess_is_offered_in_both_languages_or_in_none() -> None:
    assert did_you_mean("leed", ["lead"]) == ("，是否为“lead”？", "; did you mean “lead”?")
    assert did_you_mean("xyz", ["lead"]) == ("", "")


def test_problems_are_told_once_and_in_the_order_of_the_files() -> None:
    last = Problem(Mark("data/b.yml", 1), "", "x", "乙", "b")
    tenth = Problem(Mark("data/a.yml", 10), "", "x", "十", "ten")
    second = Problem(Mark("data/a.yml", 2, 5), "year", "x", "二", "two")
    invalid = InvalidData([last, tenth, second, tenth])
    assert invalid.problems == (second, tenth, last)
    assert str(invalid) == "data/a.yml:2:5: year: 二 / two\ndata/a.yml:10:1: 十 / ten\ndata/b.yml:1:1: 乙 / b"


def test_a_note_speaks_one_language_on_a_page_and_both_on_the_command_line() -> None:
    note = Note(Mark("data/a.yml", 3), "no-lead", "没有牵头单位", "no lead body")
    assert (note.text("zh"), note.text("en")) == ("没有牵头单位", "no lead body")
    assert str(note) == "data/a.yml:3:1: 没有牵头单位 / no lead body"


def test_of_one_kind_a_hundred_are_told_and_how_many_more_there_are() -> None:
    found = [Problem(Mark("a.yml", line), "id", "duplicate-id", "又", "again") for line in range(1, 131)]
    told = capped([*found, Problem(Mark("a.yml"), "", "empty", "空", "empty")])
    assert told[:100] == found[:100]
    assert [str(problem) for problem in told[100:]] == [
        (
            "a.yml:100:1: id: 这种错误（duplicate-id）后面还有 30 处，没有列出；请改好这些再检查"
            " / there are 30 more of this kind (duplicate-id) that are not listed; correct these and check again"
        ),
        "a.yml:1:1: 空 / empty",
    ]


def test_a_refusal_shows_what_a_terminal_would_obey() -> None:
    assert str(RefusalError("没有\x1b[2J这个", "no\rsuch", "a\x07b")) == "a<U+0007>b: 没有<U+001B>[2J这个 / no<U+000D>such"
