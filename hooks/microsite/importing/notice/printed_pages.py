"""Files of printed pages (PDF, OFD): rows of signs with their places, as lines, with what the margins tell about paragraphs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from ...core.problems import RefusalError
from ...core.typography import clean
from . import ruled_tables
from .documents import Document, is_furniture
from .pieces import Line, Place

MAX_PAGES = 300
_SEVERAL = 2
_STOPPED = re.compile(r"[。；！？.;!?）)]$")
Box = tuple[float, float, float, float]


class Page(NamedTuple):
    """A page: its ``text``, the place of the sign at an index, and rules as (x, from y, to y) and (y, from x, to x), all in points.

    Places are left, bottom, right, top, from the lower left corner: ``box`` as high as the line, ``ink`` only what is printed.
    """

    text: str
    box: Callable[[int], Box]
    ink: Callable[[int], Box]
    down: list[ruled_tables.Rule]
    across: list[ruled_tables.Rule]


class Row(NamedTuple):
    """A row of a page: its text, its edges and the height of its first sign."""

    text: str
    left: float
    right: float
    bottom: float
    height: float
    cells: tuple[str, ...] = ()


def must_be_few(pages: int, kind: str) -> None:
    """Raises RefusalError where a file, of a ``kind``, has too many pages."""
    if pages > MAX_PAGES:
        raise RefusalError(
            f"这个 {kind} 超过 {MAX_PAGES} 页，不像一份通知；请只给出通知本身",
            f"this {kind} has more than {MAX_PAGES} pages; give only the notice",
        )


def document(pages: list[list[Row]]) -> Document:
    """The lines of all pages; the numbers of pages and running heads stand aside."""
    made = _pages(pages)
    repeated = _repeated([[line.text for line in page] for page in made])
    kept: list[Line] = []
    aside: list[Line] = []
    for page in made:
        for at, line in enumerate(page, 1):  # a number counts pages only at the top or the foot of one
            counts = at in (1, len(page)) and is_furniture(line.text)
            (aside if counts or line.text in repeated else kept).append(line)
    return Document(tuple(kept), tuple(aside))


def _pages(pages: list[list[Row]]) -> list[list[Line]]:
    """Rows as lines; the margins are those of the whole document, as a page can hold centred lines only."""
    rows = [row for page in pages for row in page if not row.cells]
    size = median([row.height for row in rows]) if rows else 0
    right = _right_margin([row.right for row in rows])
    going_on = [row.left for one, row in pairwise(rows) if one.right > right - 1.6 * size]
    left = _left_margin([row.left for row in rows], going_on)
    set_in = sum(_is_set_in(row.left - left, size) for row in rows) > max(1, len(rows) // 10)
    before: Row | None = None
    tables = 0
    made: list[list[Line]] = []
    for index, page in enumerate(pages, 1):
        made.append([])
        for number, row in enumerate(page, 1):
            begins = True if row.cells else _begins(row, before, (left, right), size)
            if begins is False and not set_in and (len(going_on) < len(rows) // 5 or _STOPPED.search(before.text if before else "")):
                begins = None  # without indents only words tell
            tables += bool(row.cells) and not (before and before.cells)
            made[-1].append(Line(row.text, Place(number, index, table=tables if row.cells else 0), begins, row.cells))
            before = row if not (number in (1, len(page)) and is_furniture(row.text)) else before
    return made


def rows(page: Page) -> list[Row]:
    """The rows of a page from its top, those of its tables with their cells."""
    bands = ruled_tables.bands(page.down, page.across)
    placed = ruled_tables.cells(page.text, page.ink, bands) if bands else {}
    outside = "".join(" " if index in placed else sign for index, sign in enumerate(page.text))
    found = [*_rows(page, outside)]
    for first, texts in ruled_tables.rows(page.across, page.text, page.ink, placed, bands):
        cells = tuple(_evened(each, _SEVERAL) for each in texts)
        left, bottom, right, top = page.box(first)
        found.append((first, Row("\t".join(cells), left, right, bottom, max(top - bottom, 1.0), cells)))
    made = [row for _, row in sorted(found, key=lambda each: each[0])]
    above = (one for one, after in pairwise(made) if after.bottom > one.bottom + 2 * one.height)
    return made if next(above, None) is None else sorted(made, key=lambda row: -round(row.bottom))  # what is drawn last may stand first


def _rows(page: Page, whole: str) -> Iterator[tuple[int, Row]]:
    """Each row of what stands in no table, with the index of its first sign."""
    offset = 0
    for row in re.split(r"(\r\n|\r|\n)", whole):
        plain = clean(_LOST.sub("\ufffd", row.replace("\ufffe", "").replace("\u0002", "")))
        plain = _evened(plain, 5)
        if plain.strip():
            first, last = page.box(offset + len(row) - len(row.lstrip())), page.box(offset + len(row.rstrip()) - 1)
            yield offset, Row(plain.strip(), first[0], last[2], first[1], max(first[3] - first[1], 1.0))
        offset += len(row)


_LOST = re.compile(r"[\x00\x01\x03-\x08\x0e-\x1f\ue000-\uefff]")
"""What stands for a sign whose font does not say which it is."""
_SIGN = r"[\u3001-\u9fff\uff00-\uffef“”]"
_BETWEEN = re.compile(rf"(?<={_SIGN}) (?=[0-9]|{_SIGN})|(?<=[0-9]) (?={_SIGN})")


_UNBROKEN = re.compile("(?P<word>[A-Za-z0-9@._/:-]*)(?:(?<![A-Za-z0-9@._/:-]).)?(?P<stops>[”’」』》）)，。、；：！？]*)")
"""What no program breaks at the end of a line: a Latin word, a sign with the stops behind it (班”。)."""


def _evened(text: str, several: int) -> str:
    """Without the spaces between several signs that a program set apart to fill a line or a cell."""
    return _BETWEEN.sub("", text) if re.search(rf"(?:{_SIGN} ){{{several},}}{_SIGN}", text) else text


def _left_margin(edges: list[float], going_on: list[float]) -> float:
    """Where lines go on: the smallest left edge that several share, of those below full lines if there are enough."""
    few = len(going_on) < _SEVERAL
    counted = Counter(round(edge) for edge in (edges if few else going_on))
    shared = [edge for edge, count in counted.items() if count >= max(2 if few else 1, counted.total() // 8)]
    return float(min(shared or counted or [0]))


def _right_margin(edges: list[float]) -> float:
    """Where full lines end: as far as two lines reach."""
    furthest = sorted(edges)[-2:]
    return furthest[0] if furthest else 0.0


def _begins(row: Row, before: Row | None, margins: tuple[float, float], size: float) -> bool | None:
    """A paragraph begins where a line is set in by about two signs, or where the one before does not fill its line.

    A line at the margin below a full one goes on. Centred lines tell nothing.
    """
    inset = row.left - margins[0]
    if _is_set_in(inset, size):
        return True
    if before is None or inset > 3.2 * size:
        return None
    whole = _UNBROKEN.match(row.text)  # a word that did not fit may have left more, and so may a sign with its stops
    room = (1.6 + (len(whole["word"]) * 0.6 + len(whole["stops"]) if whole else 0)) * size
    if before.right < margins[1] - room:
        return True
    return False if abs(inset) < 0.5 * size and (len(row.text) > 1 or "\u3400" <= row.text <= "\u9fff") else None


def _is_set_in(inset: float, size: float) -> bool:
    return 1.2 * size <= inset <= 3.2 * size


def _repeated(pages: list[list[str]]) -> frozenset[str]:
    """Lines that stand first or last on most pages: the name of the paper, a running head."""
    if len(pages) < 3:
        return frozenset()
    counted = Counter(line for page in pages if page for line in {page[0], page[-1]})
    return frozenset(line for line, count in counted.items() if count > len(pages) / 2 and len(line) < 40)
