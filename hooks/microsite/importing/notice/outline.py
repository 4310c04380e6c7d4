"""The order of a notice: 一、（一）1.（1）, whichever brackets and widths it mixes, however deep it goes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .pieces import Paragraph, Piece, Place

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_FORMS = (
    (1, rf"(?P<number>{_NUMERAL})[、.:]"),
    (2, rf"[(](?P<number>{_NUMERAL})[)][、.]?"),
    (3, r"(?P<number>[0-9]{1,2})[.、](?:(?![0-9])|(?=20[0-9]{2}年))"),
    (4, r"[(](?P<number>[0-9]{1,2})[)]"),
    (5, r"(?P<number>[①-⑳])"),
)
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")}
_TITLE_END = re.compile(r"[。:]")
_LONGEST_TITLE = 50


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A numbered clause.

    ``title`` is its heading without ordinal and full stop, empty where it begins with its text at once.
    ``rest`` is what its first paragraph says besides, ``body`` every piece of text before its first child.
    """

    level: int
    number: int
    ordinal: Piece
    title: Piece
    rest: Piece
    body: tuple[Piece, ...]
    children: tuple[Section, ...]
    clause: str

    @property
    def place(self) -> Place:
        return self.ordinal.place

    @property
    def texts(self) -> tuple[Piece, ...]:
        """Everything it says after its title, without its children."""
        return (self.rest, *self.body) if self.rest else self.body

    @property
    def whole(self) -> Piece:
        """Its first paragraph with its ordinal."""
        return Piece(self.ordinal.paragraph, self.ordinal.start, len(self.ordinal.paragraph.key))

    def all_texts(self) -> Iterator[Piece]:
        """The same with everything below it, ordinals and titles included."""
        yield from self.texts
        for child in self.children:
            yield child.whole
            yield from (text for text in child.all_texts() if text is not child.rest)


def ordinal(piece: Piece) -> tuple[int, int, Piece] | None:
    """Level, number and print of the ordinal that a paragraph begins with."""
    for level, form in _FORMS:
        found = piece.search(f"^{form}")
        if found:
            return level, number(found["number"].key), found[0]
    return None


def number(numeral: str) -> int:
    """三 to 3, 十二 to 12, ② to 2.

    >>> [number(each) for each in ("三", "十", "十二", "二十一", "7", "②")]
    [3, 10, 12, 21, 7, 2]
    """
    if numeral.isdigit() and numeral.isascii():
        return int(numeral)
    if "①" <= numeral <= "⑳":
        return ord(numeral) - ord("①") + 1
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return _DIGITS.get(numeral, 0)
    return (_DIGITS.get(tens, 1) if tens else 1) * 10 + _DIGITS.get(ones, 0)


@dataclass(slots=True)
class _Draft:
    """A clause while what stands below it is still being gathered."""

    level: int
    number: int
    ordinal: Piece
    title: Piece
    rest: Piece
    body: list[Piece]
    children: list[_Draft]


def sections(paragraphs: Iterable[Paragraph]) -> tuple[tuple[Piece, ...], tuple[Section, ...]]:
    """What stands before the first ordinal, and the clauses as a tree."""
    before: list[Piece] = []
    top: list[_Draft] = []
    open_: list[_Draft] = []
    for paragraph in paragraphs:
        found = None if paragraph.cells else ordinal(paragraph.whole)
        if found is None or (not open_ and found[0] > 2):
            (open_[-1].body if open_ else before).append(paragraph.whole)
            continue
        draft = _drafted(paragraph, *found)
        while open_ and open_[-1].level >= draft.level:
            open_.pop()
        (open_[-1].children if open_ else top).append(draft)
        open_.append(draft)
    return tuple(before), tuple(_made(draft, "") for draft in top)


def _drafted(paragraph: Paragraph, level: int, count: int, printed: Piece) -> _Draft:
    after = paragraph.whole.part(len(printed.key))
    title, rest = split_title(after)
    return _Draft(level, count, printed, title, rest, [], [])


def split_title(after: Piece) -> tuple[Piece, Piece]:
    """The heading before its full stop, and what follows; no heading where the text begins at once."""
    stop = next(
        (found for found in _TITLE_END.finditer(after.key) if not _inside(after.key, found.start())), None
    )
    end = stop.start() if stop else len(after.key)
    title = after.part(0, end)
    if len(title.key) > _LONGEST_TITLE or re.search(r"[,;]", _without_brackets(title.key)):
        return after.part(0, 0), after
    return title, after.part(stop.end() if stop else end)


def _inside(key: str, position: int) -> bool:
    """Whether a sign stands within brackets or quotation marks."""
    before = key[:position]
    return any(before.count(opening) > before.count(closing) for opening, closing in ("()", "《》", "“”"))


def _without_brackets(key: str) -> str:
    return re.sub(r"\([^()]*\)|“[^”]*”|《[^》]*》", "", key)


def _made(draft: _Draft, above: str) -> Section:
    clause = above + _clause(draft, above)
    return Section(
        draft.level,
        draft.number,
        draft.ordinal,
        draft.title,
        draft.rest,
        tuple(draft.body),
        tuple(_made(child, clause) for child in draft.children),
        clause,
    )


def _clause(draft: _Draft, above: str) -> str:
    """How a clause is cited: 四（一）, 五、1, 四（一）1."""
    numeral = draft.ordinal.key.strip("()、.:")
    if draft.level in (2, 4):
        return f"（{numeral}）"
    if draft.level == 1 or not above:
        return numeral
    return numeral if above.endswith("）") else f"、{numeral}"
