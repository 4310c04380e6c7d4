"""Values written as YAML are read back as the same values."""

from __future__ import annotations

import doctest

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from microsite.yamlfile import writer
from properties import examples

WORDS = st.text(st.sampled_from("省a9:,，-# '\"\\[]{}|>“”\n\t\u3000~"), max_size=12)


def read(text: str) -> object:
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - every value as text


def test_the_examples_hold() -> None:
    assert doctest.testmod(writer).failed == 0


@settings(max_examples=examples(200), deadline=None)
@given(WORDS)
def test_a_value_is_read_back_as_it_was(text: str) -> None:
    assert read(f"key: {writer.scalar(text)}\n") == {"key": text}
    assert read(f"key: {writer.quoted(text)}\n") == {"key": text}
    first, *below = writer.block(text, "  ") or [writer.quoted(text)]
    assert read("\n".join([f"key: {first}", *below, "next: 1", ""])) == {"key": text, "next": "1"}


@settings(max_examples=examples(200), deadline=None)
@given(st.lists(WORDS))
def test_a_list_on_one_line_is_read_back_as_it_was(texts: list[str]) -> None:
    assert read(f"key: {writer.in_brackets(texts)}\n") == {"key": texts}


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("第一行\n\n第三行\n", ["|", "  第一行", "", "  第三行"]),
        ("第一行\n第二行", ["|-", "  第一行", "  第二行"]),
        ("一行", []),
        (" 空格开头\n第二行\n", []),
        ("一\n二\n\n", []),
        ("一\x85\n二\n", []),
    ],
)
def test_several_lines_are_written_below_the_key_where_they_can_be(text: str, lines: list[str]) -> None:
    assert writer.block(text, "  ") == lines
