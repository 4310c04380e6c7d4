"""Tables of a PDF, which holds only rules and signs: a sign belongs to the cell between the rules around it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pypdfium2.raw  # type: ignore[import-untyped]

from ...core.typography import clean

_THIN = 3.0
_NEAR = 3.0
"""Points within which two rules are one."""


@dataclass(frozen=True, slots=True)
class Band:
    """A row of a table: its top and bottom, and the left edges of its cells with the right one of the last."""

    top: float
    bottom: float
    edges: tuple[float, ...]

    def column(self, x: float) -> int:
        return next((at for at, (left, right) in enumerate(pairwise(self.edges)) if left <= x < right), -1)


def bands(page: Any) -> list[Band]:
    """The rows of all tables of a page, from top to bottom; a frame with one cell is no table."""
    down, across = _rules(page)
    heights = _merged([y for y, _, _ in across])[::-1]
    found = []
    for top, bottom in pairwise(heights):
        middle = (top + bottom) / 2
        edges = _merged([x for x, low, high in down if low - _NEAR <= middle <= high + _NEAR])
        if len(edges) > 2:
            found.append(Band(top, bottom, tuple(edges)))
    return found


def _rules(page: Any) -> tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]:
    """Rules downwards (x, from, to) and across (y, from, to); a box has two of each."""
    down, across = [], []
    for each in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_PATH]):
        left, bottom, right, top = each.get_bounds()
        wide, high = right - left, top - bottom
        if wide > 0.9 * page.get_width() and high > 0.9 * page.get_height():
            continue  # the paper
        if wide <= _THIN < high:
            down.append(((left + right) / 2, bottom, top))
        elif high <= _THIN < wide:
            across.append(((bottom + top) / 2, left, right))
        elif wide > 2 * _THIN and high > 2 * _THIN:
            down += [(left, bottom, top), (right, bottom, top)]
            across += [(bottom, left, right), (top, left, right)]
    return down, across


def _merged(places: list[float]) -> list[float]:
    """Places from the smallest, those that are near each other once."""
    found: list[float] = []
    for each in sorted(places):
        if not found or each - found[-1] > _NEAR:
            found.append(each)
    return found


def cells(text: Any, whole: str, found: list[Band]) -> dict[int, tuple[int, int]]:
    """Row and column of each sign that stands in a table, by its index."""
    made = {}
    for index, sign in enumerate(whole):
        if sign.isspace():
            continue
        left, bottom, right, top = text.get_charbox(index)
        middle = (bottom + top) / 2
        row = next((at for at, band in enumerate(found) if band.bottom <= middle < band.top), -1)
        column = found[row].column((left + right) / 2) if row >= 0 else -1
        if column >= 0:
            made[index] = (row, column)
    return made


def rows(page: Any, whole: str, placed: dict[int, tuple[int, int]], found: list[Band]) -> Iterator[tuple[int, tuple[str, ...]]]:
    """The index of the first sign of each row, and its cells; one that has no rule above it is that of the row above."""
    _, across = _rules(page)
    texts: dict[tuple[int, int], str] = {}
    for index in sorted(placed):
        texts[placed[index]] = texts.get(placed[index], "") + whole[index]
    owners: dict[tuple[int, int], tuple[int, int]] = {}
    for at, band in enumerate(found):
        for column, (left, right) in enumerate(pairwise(band.edges)):
            ruled = any(abs(y - band.top) <= _NEAR and low <= (left + right) / 2 <= high for y, low, high in across)
            above = at and found[at - 1].bottom - band.top <= _NEAR and found[at - 1].edges == band.edges
            owners[at, column] = owners[at - 1, column] if above and not ruled else (at, column)
    merged: dict[tuple[int, int], str] = {}
    for cell, owner in owners.items():
        merged[owner] = merged.get(owner, "") + texts.get(cell, "")
    for at, band in enumerate(found):
        first = min((index for index, cell in placed.items() if cell[0] == at), default=-1)
        if first >= 0:
            yield first, tuple(clean(merged[owners[at, column]]).strip() for column in range(len(band.edges) - 1))
