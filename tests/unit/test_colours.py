"""A campaign's colour and everything made of it can be read."""

from __future__ import annotations

import doctest
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from microsite.core import colours
from microsite.core.colours import NIGHT, PAPER, contrast, darkened, is_colour, is_readable, palette

ANY = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")
STRONG = ANY.map(darkened)


def test_the_examples_of_the_documentation_hold() -> None:
    assert doctest.testmod(colours).failed == 0


@pytest.mark.parametrize("text", ["#a3222b", "#A3222B", "#000000"])
def test_six_digits_are_a_colour(text: str) -> None:
    assert is_colour(text)


@pytest.mark.parametrize("text", ["#a32", "a3222b", "#a3222b ", "#g00000", "#a3222b0", "red", "", "#a3222b\n"])
def test_anything_else_is_none(text: str) -> None:
    assert not is_colour(text)


# Known pairs of WCAG's own documents and of common contrast checkers.
@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#595959", "#ffffff", 7.0), ("#ffffff", "#ffffff", 1.0)],
)
def test_contrast_is_that_of_wcag(one: str, other: str, ratio: float) -> None:
    assert round(contrast(one, other), 2) == ratio


@given(ANY, ANY)
def test_contrast_is_the_same_both_ways_and_between_one_and_twenty_one(one: str, other: str) -> None:
    ratio = contrast(one, other)
    assert ratio == contrast(other, one)
    assert 1 <= ratio <= 21.0000001


@given(ANY)
def test_a_colour_that_is_proposed_instead_can_be_read_on_white(colour: str) -> None:
    assert is_readable(darkened(colour), PAPER)


@pytest.mark.parametrize("colour", ["#0b4f8a", "#a3222b", "#000000"])
def test_a_colour_of_a_real_plan_needs_no_other(colour: str) -> None:
    assert is_readable(colour, PAPER)


@given(STRONG)
def test_every_colour_of_a_palette_reaches_seven_to_one_on_its_grounds(colour: str) -> None:
    made = palette(colour)
    light = [(made.strong, ground) for ground in (PAPER, made.tint, made.tint_strong)]
    dark = [(made.night_strong, ground) for ground in (NIGHT, made.night_tint, made.night_ground)]
    assert [pair for pair in light + dark if contrast(*pair) < 7] == []


@given(STRONG)
def test_white_text_can_be_read_on_the_strong_colour(colour: str) -> None:
    assert contrast("#ffffff", palette(colour).strong) >= 7


@given(STRONG)
def test_a_palette_keeps_the_colour_of_the_office_and_is_made_of_colours(colour: str) -> None:
    made = palette(colour)
    parts = (made.tint, made.tint_strong, made.night_strong, made.night_tint, made.night_ground)
    assert made.strong == colour
    assert all(re.fullmatch("#[0-9a-f]{6}", part) for part in parts)


def test_a_colour_that_barely_reaches_seven_to_one_gets_white_for_its_tints() -> None:
    made = palette("#595959")
    assert (made.tint, made.tint_strong) == ("#ffffff", "#ffffff")
    assert made.night_strong == "#b5b5b5"
