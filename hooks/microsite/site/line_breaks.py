"""Words broken into lines the Chinese way, in the largest size that fits.

Rules of the line's ends follow GB/T 15834-2011, 5.1: no closing mark begins a line, no opening
mark ends one. A run of Latin letters or digits stays together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

Measure = Callable[[str], float]
"""The length of a text in pixels."""

NOT_FIRST = frozenset("，。、；：？！）》〉」』〕】”’…—·%％℃,.;:?!)]}")
NOT_LAST = frozenset("（《〈「『〔【“‘([{")

_PIECE = re.compile(r"[A-Za-z0-9À-ÿ'’&./@+-]+\s*|\s+|.", re.DOTALL)


_PHRASE = re.compile(r"(?:(?<=[省市县区州盟旗年])|(?<=[\u4e00-\u9fff]{2}[与和及]))(?=[\u4e00-\u9fff]{3})")


def phrased(name: object) -> Markup:
    """The name of a campaign, to be broken between its phrases: 2024年山东省|全民数字素养与|技能提升月."""
    return Markup(_PHRASE.sub("<wbr>", escape(name)))  # noqa: S704 - escaped


def pieces(text: str) -> list[str]:
    """The parts between which a line may end.

    >>> pieces("学（AI）吧。")
    ['学', '（AI）', '吧。']
    """
    found: list[str] = []
    for part in _PIECE.findall(" ".join(text.split())):
        joins = found and (part[0] in NOT_FIRST or found[-1].rstrip()[-1:] in NOT_LAST)
        if joins and not found[-1].endswith(" "):
            found[-1] += part
        else:
            found.append(part)
    return found


def wrapped(parts: Iterable[str], width: float, measure: Measure) -> list[str] | None:
    """Lines not longer than ``width``; None where a part is longer than a line.

    The length of a line is the sum of its parts: the letters are set without kerning.
    """
    lines: list[str] = []
    line, length = "", 0.0
    for part in parts:
        if line and length + measure(part.rstrip()) > width:
            lines.append(line.rstrip())
            line, length = "", 0.0
        if measure(part.rstrip()) > width:
            return None
        shown = part if line else part.lstrip()
        line, length = line + shown, length + measure(shown)
    return [*lines, line.rstrip()] if line else lines


def fitted(
    text: str,
    width: float,
    height: float,
    measure_at: Callable[[int], Measure],
    sizes: Iterable[int],
    leading: float,
) -> tuple[int, list[str]]:
    """The largest size in which a text fits a box, and its lines. Nothing is ever cut.

    Where no size of ``sizes`` is small enough, smaller ones are tried down to one pixel.
    """
    tried, parts = list(sizes), pieces(text)
    for size in (*tried, *range(tried[-1] - 1, 0, -1)):
        lines = wrapped(parts, width, measure_at(size))
        if lines is not None and len(lines) * round(size * leading) <= height:
            return size, balanced(lines, parts, width, measure_at(size))
    msg = "a text without end does not fit a card"
    raise ValueError(msg)


def balanced(lines: list[str], parts: list[str], width: float, measure: Measure) -> list[str]:
    """The same number of lines, of even length: no last line of one character."""
    narrow = sum(map(measure, lines)) / len(lines)
    step = max(1.0, width / 40)
    while narrow < width:
        even = wrapped(parts, narrow, measure)
        if even is not None and len(even) == len(lines):
            return even
        narrow += step
    return lines
