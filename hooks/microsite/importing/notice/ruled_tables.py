"""Tables of printed pages, which hold only rules and signs: a sign belongs to the cell between the rules around it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from ...core.typography import clean

Rule = tuple[float, float, float]
"""Where a rule stands across its direction, and from where to where it goes along it, in points."""
THIN = 3.0
"""What is not wider is a rule."""
_NEAR = 3.0
"""Points within which two rules are one."""
_WORD = re.compile(r"[“（《]*(?:[A-Za-z0-9@._/:-]+|.)[，。、；：！？）”》]*")
_BROKEN = re.compile(r"[0-9][0-9]|[-—/@.].|.[-—/@.]")
_PADDING = 18.0
"""What a cell keeps free beside its text, at most."""
Ink = Callable[[int], tuple[float, float, float, float]]
"""The place of a sign by its index: left, bottom, right, top."""


@dataclass(frozen=True, slots=True)
class Band:
    """A row of a table: its top and bottom, and the left edges of its cells with the right one of the last."""

    top: float
    bottom: float
    edges: tuple[float, ...]

    def column(self, x: float) -> int:
        return next((at for at, (left, right) in enumerate(pairwise(self.edges)) if left <= x < right), -1)

    def width(self, column: int) -> float:
        return self.edges[column + 1] - self.edges[column]


def bands(down: list[Rule], across: list[Rule]) -> list[Band]:
    """The rows of all tables of a page, from top to bottom; a frame with one cell is no table."""
    heights = _merged([y for y, _, _ in across])[::-1]
    found = []
    for top, bottom in pairwise(heights):
        middle = (top + bottom) / 2
        edges = _merged([x for x, low, high in down if low - _NEAR <= middle <= high + _NEAR])
        if len(edges) > 2:
            found.append(Band(top, bottom, tuple(edges)))
    return found


def _merged(places: list[float]) -> list[float]:
    """Places from the smallest, those that are near each other once."""
    found: list[float] = []
    for each in sorted(places):
        if not found or each - found[-1] > _NEAR:
            found.append(each)
    return found


def cells(whole: str, ink: Ink, found: list[Band]) -> dict[int, tuple[int, int]]:
    """Row and column of each sign that stands in a table, by its index."""
    made = {}
    for index, sign in enumerate(whole):
        if sign.isspace():
            continue
        left, bottom, right, top = ink(index)
        middle = (bottom + top) / 2
        row = next((at for at, band in enumerate(found) if band.bottom <= middle < band.top), -1)
        column = found[row].column((left + right) / 2) if row >= 0 else -1
        if column >= 0:
            made[index] = (row, column)
    return made


def rows(
    across: list[Rule], whole: str, ink: Ink, placed: dict[int, tuple[int, int]], found: list[Band]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The index of the first sign of each row, and its cells; one that has no rule above it is that of the row above."""
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for at, band in enumerate(found):
        for column, (left, right) in enumerate(pairwise(band.edges)):
            ruled = any(abs(y - band.top) <= _NEAR and low <= (left + right) / 2 <= high for y, low, high in across)
            above = at and found[at - 1].bottom - band.top <= _NEAR and found[at - 1].edges == band.edges
            owners[at, column] = owners[at - 1, column] if above and not ruled else (at, column)
    signs: dict[tuple[int, int], list[int]] = {}
    for index in sorted(placed):
        signs.setdefault(owners[placed[index]], []).append(index)
    texts = {(at, column): _text(each, whole, ink, found[at].width(column)) for (at, column), each in signs.items()}
    for at, band in enumerate(found):
        first = min((index for index, cell in placed.items() if cell[0] == at), default=-1)
        if first >= 0:
            yield first, tuple(clean(texts.get(owners[at, column], "")).strip() for column in range(len(band.edges) - 1))


def _text(signs: list[int], whole: str, ink: Ink, width: float) -> str:
    """The text of a cell; where a line ends that has room for the next word, its author ended it."""
    text, start = whole[signs[0]], ink(signs[0])
    for last, index in pairwise(signs):
        end, box = ink(last), ink(index)
        between = whole[index - 1]
        if box[3] < (end[1] + end[3]) / 2:
            word = _WORD.match(whole, index, index + 30)
            needed = ink(word.end() - 1)[2] - box[0] if word else 0.0
            ended = end[2] - start[0] + needed < width - _PADDING
            text += " " if ended and not _BROKEN.fullmatch(whole[last] + whole[index]) else ""
            start = box
        elif between == "\u3000" or (between == " " and (end[0] > start[0] or whole[last].isascii() or whole[index].isascii())):
            text += " "  # behind the first sign of a line it may only fill the line
        text += whole[index]
    return text
