"""Fragments of a notice that know where they stand, so that nothing of it can get lost.

A *line* is what the file holds, a *paragraph* what the author wrote (lines that a page or a margin
broke are joined), a *piece* any stretch of a paragraph. Patterns are tried on a paragraph's ``key``: half-width
signs, no spaces. What a piece gives as its ``text`` is the print itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from ...core.typography import folded, is_content, tidy

NUMBERED = r"(?:[(].{1,3}[)]|[0-9]{1,2}[.、)]|[①-⑳])?"
"""An ordinal that may stand before a label."""
PAPER = (
    r"(?:通知|函|工作提示|通告|公告|意见|启事|简章|邀请函|决定|倡议书?|预告|公示"
    r"|安排表|日程表|一览表?|课程表|时间表|节目单|排期表?|总则|规程|指南)"
)
"""How papers that announce something are called at the end of their titles."""

_CORNERS = str.maketrans("「」", "“”")
_DAY = r"(?:0?[1-9]|1[0-2])\.(?:0[1-9]|[12][0-9]|3[01])"
_OF_WEEK = re.compile(rf"(?<![0-9.:]){_DAY}(?=\s*(?:周|星期)[一二三四五六日天])")
_FROM_TO = re.compile(
    r"\s*(?=.*(?:0[1-9]\.|20))(?P<first>[01][0-9]\.[0-3][0-9])[—~-]+(?P<year>20[0-9]{2}\.)?(?P<last>[01][0-9]\.[0-3][0-9])\s*$"
)
"""10.11 周六, 09.16—10.26."""
_STOPS = re.compile(r"\((?:[^()]|\([^()]*\))*\)|([。!?;][”’)」』]*)")
_OF_ROLES = re.compile(
    r"[〔【\[]((?:[^〔〕【】\[\]]*(?:单位|部门|主办|承办|牵头|负责|配合):[^〔〕【】\[\]]+|[^〔〕【】\[\]]{3,}(?:牵头|负责|配合|落实)))[〕】\]]"
)
"""Brackets of another shape around who is responsible: 〔责任单位：…〕."""
_LABELLED = re.compile(
    r"^(\s*)【((?:活动|报名|参与|参加|集合|温馨|特别)?(?:时间|日期|地点|地址|平台|对象|人群|名额|人数|费用|票价|收费|报名|预约|电话|咨询|主讲|嘉宾"
    r"|内容|形式|主题|看点|亮点|主办|承办|协办|支持|奖励|奖品|方式|须知|提示|提醒|备注|说明))】(?=\s*[^\s【])"
)
"""【时间】9月5日 says what 时间：9月5日 does."""
_BAR = re.compile(
    r"^(\s*[\u3400-\u9fff]{0,4}(?:时间|日期|地点|对象|适合|人数|名额|费用|票价|主讲|嘉宾|老师|领读|主持|主办|承办|协办|合作|报名|预约|方式|怎么来"
    "|内容|形式|集合))[丨|](?=.)"
)
"""时间丨11月7日."""
_KINDS_OF_PLACES = re.compile("〔([市县州区旗盟镇乡街道、]{1,8})〕")
"""各县〔市、区〕, within other brackets."""
_PICTURE = re.compile("[\u231a-\u23ff\u260e\u2700-\u27bf\U0001f000-\U0001faff]")
_PICTURES = {
    **dict.fromkeys("\u23f0\u231a\U0001f550\U0001f4c5\U0001f4c6\U0001f5d3", "时间:"),
    **dict.fromkeys("\U0001f4cd\U0001f3e0\U0001f5fa", "地点:"),
    **dict.fromkeys("\U0001f464\U0001f465", "对象:"), **dict.fromkeys("\U0001f4b0\U0001f39f\U0001f3ab", "费用:"),
    **dict.fromkeys("\u260e\U0001f4de\U0001f4f1", "电话:"), "\U0001f3a4": "主讲:",
}  # fmt: skip
"""Pictures that stand for a label at the beginning of a line; others only adorn it."""
_TWO_NUMBERS = re.compile(r"(?<=[0-9]{7})\s(?=\s*(?:0[0-9]{2,3}[-—])?[0-9]{7})")
_TWO_IN_CELL = re.compile(
    r"(?<=[旬日]) (?=[0-9]{1,2}月)|(?<=[厅局委办部会院联]) (?=[省市县区州旗][^ \t、,，]{1,14}[厅局委办部会院联](?:[ \t、,，]|$))"
)
"""Lines of one cell."""


def evened(text: str) -> str:
    """A line with half-width signs, 「」 as other quotation marks, and a colon behind its label."""
    return _BAR.sub(r"\1:", folded(text).translate(_CORNERS))


def _dotted(line: str) -> Iterator[tuple[int, str]]:
    """The signs that dots stand for in days before their weekday, and in a line that is nothing but two days, with their places."""
    spans = [found.span() for found in _OF_WEEK.finditer(line)]
    if both := _FROM_TO.match(line):
        spans += [both.span("first"), both.span("last")]
        yield from [(both.end("year") - 1, "年")] if both["year"] else []
    for start, end in spans:
        yield line.index(".", start), "月"
        yield end - 1, f"{line[end - 1]}日"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a line stands in the file: page (from 1, 0 where there are none) and number of the line."""

    number: int
    page: int = 0
    unit: str = "行"
    table: int = 0

    def __str__(self) -> str:
        page = f"第 {self.page} 页" if self.page else ""
        table = f"表 {self.table} " if self.table else ""
        return f"{page}{table}第 {self.number} {self.unit}"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the file.

    ``starts`` says whether it surely begins a paragraph or surely does not; None where only its words can tell.
    ``cells`` are the cells of a table's row. ``broken``: it stands behind a line break within its paragraph.
    """

    text: str
    place: Place
    starts: bool | None = None
    cells: tuple[str, ...] = ()
    broken: bool = False


@dataclass(frozen=True, eq=False)
class Paragraph:
    """Text of one paragraph, its ``number`` in the notice, and from which line each stretch comes.

    ``places`` holds (offset in the text, place), in order.
    """

    number: int
    text: str
    places: tuple[tuple[int, Place], ...]
    cells: tuple[str, ...] = ()
    key: str = field(init=False)
    at: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        lined = _TWO_IN_CELL.sub("、", self.text) if self.cells else self.text
        apart = _TWO_NUMBERS.sub("、", _OF_ROLES.sub(r"(\1)", _KINDS_OF_PLACES.sub(r"(\1)", _LABELLED.sub(r"\1 \2:", evened(lined)))))
        first = len(apart) - len(apart.lstrip())
        shown = [_PICTURES.get(sign, "") if index == first and _PICTURE.match(sign) else sign for index, sign in enumerate(apart)]
        for index, sign in _dotted(apart):
            shown[index] = sign
        kept = [(index, sign) for index, signs in enumerate(shown) for sign in signs if not sign.isspace() and sign != "\ufe0f"]
        object.__setattr__(self, "key", "".join(sign for _, sign in kept))
        object.__setattr__(self, "at", tuple(index for index, _ in kept))

    @cached_property
    def whole(self) -> Piece:
        return Piece(self, 0, len(self.key))

    def place(self, position: int) -> Place:
        """The place of a sign of the key."""
        offset = self.at[position] if position < len(self.at) else len(self.text)
        return [place for start, place in self.places if start <= offset][-1]


@dataclass(frozen=True, slots=True, eq=False)
class Piece:
    """A stretch of a paragraph's key, from ``start`` to before ``end``."""

    paragraph: Paragraph
    start: int
    end: int

    def __bool__(self) -> bool:
        return self.end > self.start

    @property
    def key(self) -> str:
        return self.paragraph.key[self.start : self.end]

    @property
    def text(self) -> str:
        return tidy(self.printed)

    @property
    def printed(self) -> str:
        """Letter for letter, with its spaces."""
        if not self:
            return ""
        at = self.paragraph.at
        return self.paragraph.text[at[self.start] : at[self.end - 1] + 1]

    @property
    def place(self) -> Place:
        return self.paragraph.place(self.start)

    @property
    def spaced(self) -> bool:
        """Whether a space follows it in the print."""
        at = self.paragraph.at
        return self.start < self.end < len(at) and at[self.end] - at[self.end - 1] > 1

    def part(self, start: int, end: int | None = None) -> Piece:
        """A stretch of this piece, counted from its own beginning."""
        return Piece(self.paragraph, self.start + start, self.end if end is None else self.start + end)

    def covers(self, other: Piece) -> bool:
        """Whether another stretch of the same paragraph lies within this one."""
        return self.paragraph is other.paragraph and self.start <= other.start and other.end <= self.end

    def search(self, pattern: str) -> Match | None:
        found = _compiled(pattern).search(self.key)
        return Match(self, found) if found else None

    def unnumbered(self) -> Piece:
        """A labelled line without the number before its label: 1.时间：…."""
        counted = self.search(f"^{NUMBERED}(?=[^0-9:]{{2,8}}:)")
        return self.part(counted.end) if counted else self

    def every(self, pattern: str) -> Iterator[Match]:
        return (Match(self, found) for found in _compiled(pattern).finditer(self.key))

    def split(self, pattern: str) -> list[Piece]:
        """The pieces between the separators; empty ones are left out."""
        cuts = [(found.start(), found.end()) for found in _compiled(pattern).finditer(self.key)]
        starts = [0, *(end for _, end in cuts)]
        ends = [*(start for start, _ in cuts), len(self.key)]
        return [piece for start, end in zip(starts, ends, strict=True) if (piece := self.part(start, end))]

    def without(self, pattern: str) -> Piece:
        """What stands before the first match, or behind one that the piece begins with; the piece itself where nothing matches."""
        found = _compiled(pattern).search(self.key)
        if not found:
            return self
        return self.part(0, found.start()) if found.start() else self.part(found.end())

    def strip(self, signs: str) -> Piece:
        left = len(self.key) - len(self.key.lstrip(signs))
        return self.part(min(left, len(self.key.rstrip(signs))), len(self.key.rstrip(signs)))

    def sentences(self) -> list[Piece]:
        """Whole sentences with their full stops; brackets and quotation marks after a stop belong to it.

        A stop within brackets ends none.
        """
        ends = [found.end() for found in _STOPS.finditer(self.key) if found[1]]
        stops = [*ends, len(self.key)]
        return [piece for start, end in zip([0, *stops], stops, strict=False) if (piece := self.part(start, end))]


_compiled = lru_cache(4096)(re.compile)
"""The library keeps 512 patterns, and a notice is asked for more: they were compiled anew again and again."""


@dataclass(frozen=True, slots=True, eq=False)
class Match:
    """What a pattern found in a piece, group by group as pieces."""

    piece: Piece
    found: re.Match[str]

    def __getitem__(self, group: int | str) -> Piece:
        start, end = self.found.span(group)
        return self.piece.part(start, end) if start >= 0 else self.piece.part(0, 0)

    @property
    def start(self) -> int:
        return self.found.start()

    @property
    def end(self) -> int:
        return self.found.end()


def by_spaces(piece: Piece, size: int = 2) -> list[Piece]:
    """The pieces between tabs and runs of spaces, or of ``size`` spaces."""
    at = piece.paragraph.at
    cuts = [0]
    for index in range(piece.start + 1, piece.end):
        between = piece.paragraph.text[at[index - 1] + 1 : at[index]]
        if "\t" in between or "\u3000" in between or len(between) >= size:
            cuts.append(index - piece.start)
    return [piece.part(start, end) for start, end in zip(cuts, [*cuts[1:], len(piece.key)], strict=True)]


class Coverage:
    """Which signs of a notice are somewhere; the one thing here that is filled bit by bit."""

    def __init__(self) -> None:
        self._taken: dict[int, set[int]] = {}

    def add(self, pieces: Iterable[Piece]) -> None:
        for piece in pieces:
            self._taken.setdefault(piece.paragraph.number, set()).update(range(piece.start, piece.end))

    def missing(self, piece: Piece) -> set[int]:
        """Where in its paragraph the piece says something that is nowhere."""
        taken = self._taken.get(piece.paragraph.number, set())
        return {at for at, sign in enumerate(piece.key, piece.start) if at not in taken and is_content(sign)}
