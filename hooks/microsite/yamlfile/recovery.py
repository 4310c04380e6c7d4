"""Recovery after a syntax error: its line as it was meant, or without it, so that one error hides no other.

Nothing of this is written anywhere: messages quote the file as it is.
"""

from __future__ import annotations

import re

from .encoding import WIDE_SPACES
from .errors import quoted

REPAIRS: dict[str, tuple[str, str]] = {
    "yaml-fullwidth-colon": (r" ?：\s*", ": "),
    "yaml-colon-space": (r"[:：]\s*", ": "),
    "yaml-dash-space": (r"[-—–－•·●▪]\s*", "- "),
    "yaml-no-colon": (r"(?<=[a-z_]) +", ": "),
    "yaml-tab": (r"\s+", " "),
    "yaml-wide-space": (rf"[ {WIDE_SPACES}]+", ""),
    "yaml-two-colons": ("", ""),
    "yaml-bad-escape": (r"\\", r"\\\\"),
    "yaml-leading-sign": ("", ""),
    "yaml-open-quote": ("", ""),
    "yaml-brackets": ("", ""),
    "yaml-comment-sign": (r"(?:^|[ \t]+)(?:＃|//|/\*)(?!/).*", ""),
    "yaml-comment-inside": ("#.*", "…"),
}
"""Slips whose line can be read as it was meant, with what stands there and what was meant by it."""

_SPACES = re.compile(rf"[ \t{WIDE_SPACES}]*")
_DASHES = re.compile("(?:- +)*")
_PAIRS = {"[": "]", "{": "}"}


def repaired(code: str, line: str, column: int) -> str:
    """A line as it was meant, from the column on where the slip is; the same line where that cannot be said.

    >>> repaired("yaml-fullwidth-colon", "  cost：免费", 2), repaired("yaml-dash-space", "  -when: 6月", 2)
    ('  cost: 免费', '  - when: 6月')
    >>> repaired("yaml-brackets", "topics: [a, [b", 8), repaired("yaml-open-quote", 'title: "a', 7)
    ('topics: [a, [b]]', 'title: "a"')
    """
    before, rest = line[:column], line[column:].rstrip()
    if code == "yaml-two-colons":
        key, _, value = line.partition(": ")
        return f"{key}: {quoted(value.strip())}"
    if not column and code in ("yaml-leading-sign", "yaml-open-quote", "yaml-brackets"):
        return line
    if code == "yaml-leading-sign":
        return line if re.search(r"[\[\]{}]|: ", rest) else before + quoted(rest)
    if code == "yaml-open-quote":
        return before + rest + rest[:1]
    if code == "yaml-brackets":
        return line if rest.endswith((",", "[", "{")) else before + rest + _closing(rest)
    slipped, meant = REPAIRS[code]
    return before + re.sub(slipped, meant, line[column:], count=1)


def _closing(text: str) -> str:
    """The brackets that close those left open in a text, in their order."""
    opened: list[str] = []
    for sign in text:
        if sign in _PAIRS:
            opened.append(_PAIRS[sign])
        elif opened and sign == opened[-1]:
            opened.pop()
    return "".join(reversed(opened))


def set_in(lines: list[str], wrong: list[int]) -> list[str]:
    """Lines (from 0) that are set in wrongly, with ordinary spaces and as far as the lines above them let expect.

    >>> set_in(["a:", "\\t- id: b", "\\t\\twhen: 6月"], [1, 2])
    ['a:', '  - id: b', '    when: 6月']
    """
    lines, known = [*lines], dict[str, int]()
    for number in wrong:
        typed = _SPACES.match(lines[number])[0]  # type: ignore[index]
        text = lines[number][len(typed) :]
        column = known.get(typed) if typed.strip(" ") else None
        if column is None:
            column = known[typed] = _expected(lines[:number], text)
        lines[number] = " " * column + text
    return lines


def _expected(above: list[str], text: str) -> int:
    """How far a line is set in: below a key that opens a list, a record or a text, beside the list entry above, or like the line above."""
    last = next((line for line in reversed(above) if line.strip(" ") and not line.lstrip().startswith("#")), "")
    column = len(last) - len(last.lstrip(" "))
    content = column + len(_DASHES.match(last.lstrip(" "))[0])  # type: ignore[index]
    if last.rstrip().endswith((":", "|", ">")):
        return content + 2
    if text.startswith("- "):
        entry = next((line for line in reversed(above) if line.lstrip(" ").startswith("- ")), last)
        return len(entry) - len(entry.lstrip(" "))
    return content


def left_out(lines: list[str], at: int) -> list[str]:
    """The lines without one (from 0) and without what is set in below it; their numbers stay.

    >>> left_out(["a:", "  b: !", "    c: d", "  e: f"], 1)
    ['a:', '', '', '  e: f']
    """
    column = len(lines[at]) - len(lines[at].lstrip())
    end = at + 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > column):
        end += 1
    return [*lines[:at], *[""] * (end - at), *lines[end:]]
