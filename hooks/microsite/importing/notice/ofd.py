"""OFD files (.ofd, GB/T 33190): the signs of each page with their places, and its rules."""

from __future__ import annotations

import contextlib
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, repeat
from typing import Any, NamedTuple

from ...core.problems import RefusalError
from . import packages, printed_pages
from .documents import MAX_SIGNS, Document, too_long
from .packages import every, named
from .pieces import Line, Place
from .ruled_tables import THIN, Rule

_POINTS = 72 / 25.4
"""In a millimetre, the unit of OFD."""
_PAPER = "0 0 210 297"
_BLOCKS = frozenset(("Content", "Layer", "PageBlock"))
_DESCENT = 0.12
_REPEAT = 999_999.0
_FURTHEST = 1e6
"""Numbers beyond are no places on paper."""


class _Matrix(NamedTuple):
    """A place (x, y) is moved to (a·x + c·y + e, b·x + d·y + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def move(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def after(self, first: _Matrix) -> _Matrix:
        """What moves as ``first`` does and then as this."""
        (a, b), (c, d), (e, f) = (self.move(*each) for each in ((first.a, first.b), (first.c, first.d), (first.e, first.f)))
        return _Matrix(a - self.e, b - self.f, c - self.e, d - self.f, e, f)


class _Sign(NamedTuple):
    """A sign with the left end of its line, in points from the lower left corner of the page."""

    text: str
    x: float
    y: float
    size: float
    width: float


def read(data: bytes) -> Document:
    """The lines of an .ofd; raises RefusalError."""
    with packages.opened(data, ".ofd") as package:
        made, aslant = _Reader(package).pages()
    if not any(made):
        raise RefusalError(
            "这个 .ofd 里没有文字，像是扫描的图片；请给出有文字的文件，或先做文字识别",
            "this .ofd has no text and seems to be a scan; give a file with text, or have the text recognised first",
        )
    document = printed_pages.document(made)
    told = (Line(text, Place(number, unit="处斜排文字")) for number, text in enumerate(sorted(aslant), 1))
    return replace(document, aside=(*document.aside, *told))


def _numbers(text: str | None) -> list[float]:
    found = [float(each) for each in (text or "").split()]
    if not all(abs(each) < _FURTHEST for each in found):
        raise ValueError(text)
    return found


class _Reader:
    """Walks the pages of a package. Parts are found by their names without capitals, as programs write them either way."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        self._package = package
        self._names = {_name_of(part).lower().strip("/"): part for part in package.infolist()}
        self._units: dict[str, Any] = {}
        self._aslant: set[str] = set()
        self._drawn: set[tuple[str, int, int]] = set()
        self._count = 0

    def pages(self) -> tuple[list[list[printed_pages.Row]], set[str]]:
        """The rows of each page, and what is written aslant across pages."""
        if "encryptions.xml" in self._names:
            raise packages.locked()
        made: list[list[printed_pages.Row]] = []
        for root in every(self._parsed("OFD.xml"), "DocRoot"):
            made += self._document((root.text or "").strip())
        return made, self._aslant

    def _document(self, path: str) -> Iterator[list[printed_pages.Row]]:
        document = self._parsed(path)
        pages = list(every(document, "Page"))
        printed_pages.must_be_few(len(pages), ".ofd")
        for each in (*every(document, "PublicRes"), *every(document, "DocumentRes")):
            with contextlib.suppress(KeyError):  # many a program names resources that it does not write
                resources = self._parsed((each.text or "").strip(), path)
                self._units |= {unit.get("ID"): unit for unit in every(resources, "CompositeGraphicUnit")}
        templates = {each.get("ID"): self._parsed(each.get("BaseLoc", ""), path) for each in every(document, "TemplatePage")}
        paper = next((each.text for each in every(document, "PhysicalBox")), _PAPER)
        for each in pages:
            yield self._rows(self._parsed(each.get("BaseLoc", ""), path), paper, templates)

    def _parsed(self, location: str, beside: str = "") -> Any:
        """A part, whose location is meant from the part that names it or from the root."""
        folder = posixpath.dirname(beside)
        places = [location] if location.startswith("/") else [posixpath.join(folder, location), location]
        names = (posixpath.normpath(each.replace("\\", "/")).lower().strip("/") for each in places)
        part = next((self._names[name] for name in names if name in self._names), None)
        if part is None:
            raise KeyError(location)
        return packages.parsed(self._package.read(part))

    def _rows(self, page: Any, paper: str | None, templates: dict[str, Any]) -> list[printed_pages.Row]:
        left, top, _, height = _numbers(next((each.text for each in every(page, "PhysicalBox")), paper))[:4]
        upright = _Matrix(_POINTS, 0, 0, -_POINTS, -left * _POINTS, (top + height) * _POINTS)
        self._drawn.clear()
        behind = [templates[each.get("TemplateID")] for each in every(page, "Template") if each.get("TemplateID") in templates]
        signs: list[_Sign] = []
        down: list[Rule] = []
        across: list[Rule] = []
        for root in (*behind, page):
            for node, matrix in self._objects(root, upright):
                if named(node) == "TextObject":
                    signs += self._signs(node, matrix)
                else:
                    _add_rules(node, matrix, down, across)
        self._count += len(signs)
        if self._count > 2 * MAX_SIGNS:
            raise too_long()
        text, boxes = _in_rows(signs)
        return printed_pages.rows(printed_pages.Page(text, boxes.__getitem__, boxes.__getitem__, down, across))

    def _objects(self, node: Any, outer: _Matrix, depth: int = 0) -> Iterator[tuple[Any, _Matrix]]:
        """Texts and paths with what moves their places onto the page, also those within blocks and drawings."""
        for child in node if depth < 40 else ():
            name = named(child)
            if child.get("Visible") == "false":
                continue
            if name in _BLOCKS:
                yield from self._objects(child, outer, depth + 1)
            elif name in ("TextObject", "PathObject", "CompositeObject"):
                left, top = _numbers(child.get("Boundary", "0 0"))[:2]
                own = _Matrix(*(_numbers(child.get("CTM")) or _Matrix()))
                moved = outer.after(_Matrix(e=left, f=top)).after(own)
                if name != "CompositeObject":
                    yield child, moved
                elif child.get("ResourceID") in self._units:
                    yield from self._objects(self._units[child.get("ResourceID")], moved, depth + 1)

    def _signs(self, node: Any, matrix: _Matrix) -> Iterator[_Sign]:
        (height,) = _numbers(node.get("Size", "0"))
        for code in every(node, "TextCode"):
            text = code.text or ""
            if abs(matrix.b) > abs(matrix.a):
                continue
            if abs(matrix.b) > abs(matrix.a) / 20:
                self._aslant.add(text.strip())
                continue
            x, y = _numbers(f"{code.get('X', '0')} {code.get('Y', '0')}")
            left, line = matrix.move(x, y)
            if (drawn := (text, round(left), round(line))) in self._drawn:
                continue  # twice, to look bold
            self._drawn.add(drawn)
            right, below = _steps(code.get("DeltaX")), _steps(code.get("DeltaY"))
            for sign in text:
                wide = height if ord(sign) > 0x2E7F or sign in "“”‘’—…" else height / 2
                drop = next(below, 0.0)
                step = next(right, 0.0 if drop else wide)
                yield _Sign(sign, *matrix.move(x, y), height * abs(matrix.d), (step if 0 < step < 2 * wide else wide) * abs(matrix.a))
                x, y = x + step, y + drop


def _name_of(part: zipfile.ZipInfo) -> str:
    """The name of a part; Chinese programs write GBK or UTF-8 without saying which."""
    if part.flag_bits & 0x800 or part.filename.isascii():
        return part.filename
    raw = part.filename.encode("cp437", "replace")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("gb18030", "replace")


def _steps(given: str | None) -> Iterator[float]:
    """How far each sign is from the next; “g 3 5” says 5 three times."""
    numbers = iter(_numbers((given or "").replace("g", str(_REPEAT))))
    for number in numbers:
        times = int(next(numbers, 0)) if number == _REPEAT else 1
        yield from repeat(next(numbers, 0.0) if number == _REPEAT else number, times)


def _add_rules(node: Any, matrix: _Matrix, down: list[Rule], across: list[Rule]) -> None:
    """The straight strokes of a path that are long enough for rules of a table."""
    points: list[tuple[float, float] | None] = []
    for data in every(node, "AbbreviatedData"):
        begun = None
        for kind, given in re.findall(r"([SMLQBAC])([^SMLQBAC]*)", data.text or ""):
            numbers = _numbers(given)
            end = begun if kind == "C" else matrix.move(*numbers[-2:]) if len(numbers) > 1 else None
            begun = end if kind in "SM" else begun
            points += [end] if kind in "LC" else [None, end]
    for one, other in pairwise(points):
        if one is None or other is None:
            continue
        wide, high = abs(one[0] - other[0]), abs(one[1] - other[1])
        if high <= THIN and wide > 2 * THIN:
            across.append(((one[1] + other[1]) / 2, min(one[0], other[0]), max(one[0], other[0])))
        elif wide <= THIN and high > 2 * THIN:
            down.append(((one[0] + other[0]) / 2, min(one[1], other[1]), max(one[1], other[1])))


def _in_rows(signs: list[_Sign]) -> tuple[str, list[printed_pages.Box]]:
    """The text of a page from its top, row by row, and the place of each of its signs; gaps between words are spaces."""
    rows: list[list[_Sign]] = []
    for sign in sorted(signs, key=lambda each: -each.y):
        if rows and rows[-1][0].y - sign.y < min(sign.size, rows[-1][0].size) / 2:
            rows[-1].append(sign)
        else:
            rows.append([sign])
    text: list[str] = []
    boxes: list[printed_pages.Box] = []
    for row in rows:
        before: _Sign | None = None
        for sign in sorted(row, key=lambda each: each.x):
            gap = sign.x - before.x - before.width if before else 0.0
            spaces = "" if gap < sign.size / 3 else " " if gap < 1.5 * sign.size else "\u3000\u3000"
            box = (sign.x, sign.y - _DESCENT * sign.size, sign.x + sign.width, sign.y + (1 - _DESCENT) * sign.size)
            text += [*spaces, sign.text]
            boxes += [box] * (len(spaces) + 1)
            before = sign
        text.append("\n")
        boxes.append(boxes[-1])
    return "".join(text), boxes
