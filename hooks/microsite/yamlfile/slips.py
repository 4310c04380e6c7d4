"""Slips of the keyboard that YAML takes for ordinary text, without a word.

``year：2024`` or ``-省教育厅`` is not wrong to a parser: it is a text, and swallows the lines around it.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from .encoding import WIDE_SPACES

# A key at the start of a line whose colon is full-width, or has no ordinary space after it.
# Addresses (mailto:, https://) and times (上午9:00) are not keys.
_FULLWIDTH = re.compile(r"[\w（）()-]{1,30} ?(?:(?<!\d)：|：(?!\d))")
_NO_SPACE = re.compile(r"(?!(?:mailto|tel|urn):)[^\W\d][\w-]{0,30} ?(?:(?<!\d):|:(?!\d))(?![ \t/]|$)")
_NO_DASH_SPACE = re.compile(r"-(?=[^\s\d-]|[\u3000\u00a0])")
_DASHES = re.compile(r"^(?:- +)+")
_ITEM_FULLWIDTH = re.compile(r"[a-z_]{1,30}：")
_ITEM_NO_SPACE = re.compile(r"(?!(?:mailto|tel|urn):)[a-z_]{1,30}:(?![ \t/]|$)")


class Slip(NamedTuple):
    """What went wrong and where; line and column count from 0."""

    code: str
    line: int
    column: int


def slip(line: str) -> str | None:
    """The code of a slip that makes a line of keys, or a list entry, read as plain text."""
    if _FULLWIDTH.match(line):
        return "yaml-fullwidth-colon"
    if _NO_SPACE.match(line):
        return "yaml-colon-space"
    return "yaml-dash-space" if _NO_DASH_SPACE.match(line) else None


def line_slip(line: str) -> str | None:
    """The same for a whole line, whose dashes and indentation are still in front."""
    text = _DASHES.sub("", line.strip())
    return slip(text) if text == line.strip() else item_slip(text)


def item_slip(text: str) -> str | None:
    """The same behind a dash, where Chinese text with a colon is ordinary content."""
    if _ITEM_FULLWIDTH.match(text):
        return "yaml-fullwidth-colon"
    return "yaml-colon-space" if _ITEM_NO_SPACE.match(text) else None


def run_on(lines: list[str], start: tuple[int, int], last: int, first: str | None) -> Slip | None:
    """The first line inside a text without quotes that was meant to be something else.

    The text begins at ``start`` and ends on line ``last``; ``first`` is what its first line was
    found to be, which depends on what stands in front of it.
    """
    if first:
        return Slip(first, *start)
    for number in range(start[0] + 1, last + 1):
        text = lines[number].lstrip(" ")
        code = "yaml-wide-space" if text.startswith(tuple(WIDE_SPACES)) else slip(text)
        if code:
            return Slip(code, number, len(lines[number]) - len(text))
    return None
