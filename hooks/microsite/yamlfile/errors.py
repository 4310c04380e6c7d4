"""What the YAML parser gave up on, in the office's words.

The parser says “mapping values are not allowed in this context”; the person who typed
``title: 主题: 数字`` needs to hear that the line has two colons and wants quotes. Both parsers of
PyYAML are understood, the C one and the Python one: their wording differs a little.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from yaml import MarkedYAMLError

from ..core.problems import Mark, Problem
from .encoding import WIDE_SPACES
from .messages import say, shown

MAX_DEPTH = 12
_ESCAPE = re.compile(r"\\(?:[xuU][0-9A-Fa-f]*|.)?")
_KEY_BEFORE = re.compile(r":[ \t]")


@dataclass(frozen=True, slots=True)
class _Halt:
    """Where the parser stopped (``at``) and what it was reading (``since``); counted from 0."""

    file: str
    lines: list[str]
    at: tuple[int, int]
    since: tuple[int, int]

    def rest(self, place: tuple[int, int]) -> str:
        line, column = place
        return self.lines[line][column:] if line < len(self.lines) else ""

    def head(self, place: tuple[int, int]) -> str:
        line, column = place
        return self.lines[line][:column] if line < len(self.lines) else ""

    def line_above(self) -> int | None:
        """The last line with anything on it above the one where the parser stopped."""
        above = range(min(self.at[0], len(self.lines)) - 1, -1, -1)
        return next((n for n in above if self.lines[n].strip()), None)

    def say(self, code: str, place: tuple[int, int], **values: object) -> Problem:
        return say(code, Mark(self.file, place[0] + 1, place[1] + 1), "", **values)


def explain(error: MarkedYAMLError, lines: list[str], file: str) -> Problem:
    """One problem in plain words for the error at which the parser stopped."""
    at = error.problem_mark or error.context_mark
    since = error.context_mark or at
    if at is None or since is None:
        return say("yaml-syntax", Mark(file), text=shown(lines[0]))
    halt = _Halt(file, lines, (at.line, at.column), (since.line, since.column))
    wording = f"{error.context or ''} | {error.problem or ''}"
    rule = next((rule for pattern, rule in _RULES if pattern.search(wording)), _unknown)
    return rule(halt)


COMMENT_SIGNS = ("//", "＃", "/*")
"""What other languages and a Chinese keyboard write for the “#” of a comment."""


def quoted(text: str) -> str:
    """How to write a text in quotes: single ones where it has double quotes or backslashes.

    >>> print(quoted("主题: 数字"), quoted('5" 屏'))
    "主题: 数字" '5" 屏'
    """
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def _unknown(halt: _Halt) -> Problem:
    return halt.say("yaml-syntax", halt.at, text=shown(halt.rest(halt.at)))


def _too_deep(halt: _Halt) -> Problem:
    """The C parser itself gives up at 1,000 levels, before it tells of the first: the first one too many is looked up."""
    line, column = halt.at
    opened = [found.start() for found in re.finditer(r"[\[{]", halt.head(halt.at))]
    return halt.say("yaml-too-deep", (line, opened[MAX_DEPTH] if len(opened) > MAX_DEPTH else column), limit=MAX_DEPTH)


def _escape(halt: _Halt) -> Problem:
    line, column = halt.at
    back = max(0, halt.lines[line].rfind("\\", 0, column + 1))
    sign = _ESCAPE.match(halt.lines[line], back)
    return halt.say("yaml-bad-escape", (line, back), sign=shown(sign[0] if sign else "\\"))


def _leading(halt: _Halt, place: tuple[int, int]) -> Problem:
    text = halt.rest(place).rstrip()
    if text.startswith("\t"):
        return halt.say("yaml-tab", place)
    return halt.say("yaml-leading-sign", place, sign=text[:1], quoted=shown(quoted(text)))


def _block_text(halt: _Halt) -> Problem:
    if halt.rest(halt.at).startswith("\t"):
        return halt.say("yaml-tab", halt.at)
    return halt.say("yaml-block-text", halt.since, sign=halt.rest(halt.since)[:1])


def _no_colon(halt: _Halt) -> Problem:
    text = halt.rest(halt.since)
    if text.startswith(tuple(WIDE_SPACES)):
        return halt.say("yaml-wide-space", halt.since, point=f"U+{ord(text[0]):04X}")
    if text.startswith(COMMENT_SIGNS):
        return halt.say("yaml-comment-sign", halt.since, text=shown(text))
    code = slip(text)
    if code is None and " #" in text:
        return halt.say("yaml-comment", halt.since, kept=shown(text.split(" #")[0]))
    return halt.say(code or "yaml-no-colon", halt.since, text=shown(text))


def _second_colon(halt: _Halt) -> Problem:
    line, column = halt.at
    key = _KEY_BEFORE.search(halt.head(halt.at))
    if key:
        value = halt.lines[line][key.end() :].strip()
        place = (line, column)
        return halt.say("yaml-two-colons", place, text=shown(value), quoted=shown(quoted(value)))
    above = halt.line_above()
    code = line_slip(halt.lines[above]) if above is not None else None
    if above is None or code is None:
        return _indentation(halt, line)
    text = halt.lines[above]
    return halt.say(code, (above, len(text) - len(text.lstrip())), text=shown(text))


def _indentation(halt: _Halt, line: int) -> Problem:
    """The line that is set in wrongly: where the lines around it agree, the one above that at which the parser stopped.

    A comment between two lines of one text ends the text, and the rest of it is in nobody's place.
    """
    above = next((n for n in range(line - 1, -1, -1) if halt.lines[n].strip() and not halt.lines[n].startswith("#")), None)
    if above is not None and halt.lines[above].startswith(COMMENT_SIGNS):
        return halt.say("yaml-comment-sign", (above, 0), text=shown(halt.lines[above]))
    if line and halt.lines[line - 1].startswith(" ") and halt.lines[line - 1].lstrip().startswith("#"):
        comment = halt.lines[line - 1]
        return halt.say("yaml-comment-inside", (line - 1, len(comment) - len(comment.lstrip())), text=shown(halt.rest((line, 0)).strip()))
    above = halt.line_above()
    if above is not None:
        own, below, over = (_content(halt.lines[at:]) for at in (line, line + 1, above))
        if own == below != over and over != _content(halt.lines[above - 1 :: -1] if above else []):
            line = above
    text = halt.rest((line, 0))
    count = len(text) - len(text.lstrip(" "))
    return halt.say("yaml-indentation", (line, count), count=count)


def _content(lines: list[str]) -> int:
    """Where the words of the next line that has any begin, behind its dashes; -1 where there is none."""
    line = next((each for each in lines if each.strip()), "")
    return len(line) - len(line.lstrip(" -")) if line else -1


def _after_value(halt: _Halt) -> Problem:
    """The parser wanted the next key or list entry and met something else."""
    before, rest = halt.head(halt.at).rstrip(), halt.rest(halt.at)
    if before.endswith(('"', "'")):
        opened = _opened_above(halt, before)
        if opened is not None:
            return halt.say("yaml-open-quote", opened, sign=before[-1])
        return halt.say("yaml-after-quote", halt.at, text=shown(rest))
    if before.endswith(("]", "}")) or rest.startswith(("]", "}")):
        return halt.say("yaml-after-brackets", halt.at, text=shown(rest))
    if rest.startswith(":"):
        return halt.say("yaml-empty-key", halt.at)
    return _unknown(halt) if before.strip(" -") else _wrong_line(halt, rest)


def _opened_above(halt: _Halt, before: str) -> tuple[int, int] | None:
    """Where a quote stayed open that ended only with the one that begins a value lines below: the nearest line that has one too many."""
    sign = before[-1]
    if before.count(sign) % 2 == 0:
        return None
    above = (line for line in range(halt.at[0] - 1, -1, -1) if halt.lines[line].count(sign) % 2)
    line = next(above, None)
    return None if line is None else (line, halt.lines[line].rfind(sign))


def _wrong_line(halt: _Halt, rest: str) -> Problem:
    """A whole line that does not belong where it stands."""
    above = halt.line_above()
    if above is not None and halt.lines[above].startswith("..."):
        return halt.say("yaml-documents", (above, 0))
    code = slip(rest)
    if code:
        return halt.say(code, halt.at, text=shown(rest))
    if halt.at[1] == halt.since[1] and (rest.startswith("-") or halt.rest(halt.since).startswith("-")):
        return halt.say("yaml-mixed", halt.at)
    return _indentation(halt, halt.at[0])


_RULES: tuple[tuple[re.Pattern[str], Callable[[_Halt], Problem]], ...] = tuple(
    (re.compile(wording), rule)
    for wording, rule in (
        ("maximum nesting depth", _too_deep),
        ("directive|incompatible YAML", lambda halt: halt.say("yaml-directive", halt.since, sign=shown(halt.rest(halt.since)))),
        ("escape|hexdecimal", _escape),
        ("quoted scalar", lambda halt: halt.say("yaml-open-quote", halt.since, sign=halt.rest(halt.since)[:1])),
        (r"scanning an? (alias|anchor|tag)\b|parsing a tag|tag handle", lambda halt: _leading(halt, halt.since)),
        ("block scalar", _block_text),
        ("cannot start any token|tab character", lambda halt: _leading(halt, halt.at)),
        ("simple key", _no_colon),
        ("mapping values are not allowed", _second_colon),
        ("(sequence entries|mapping keys) are not allowed", lambda halt: _leading(halt, halt.at)),
        ("flow (sequence|mapping|node)", lambda halt: halt.say("yaml-brackets", halt.since, sign=halt.rest(halt.since)[:1])),
        ("node content", lambda halt: _leading(halt, halt.at)),
        ("block end|expected key|'-' indicator|document start", _after_value),
    )
)


# --- slips that YAML takes for ordinary text -------------------------------------------------------
# “year：2024” or “-省教育厅” is not wrong to a parser: it is a text, and swallows the lines around it.

# A key at the start of a line whose colon is full-width, or has no ordinary space after it.
# Addresses (mailto:, https://) and times (上午9:00) are not keys.
_FULLWIDTH = re.compile(r"[\w（）()-]{1,30} ?(?:(?<!\d)：|：(?!\d))")
_NO_SPACE = re.compile(r"(?!(?:mailto|tel|urn):)[^\W\d][\w-]{0,30} ?(?:(?<!\d):|:(?!\d))(?![ \t/]|$)")
_NO_DASH_SPACE = re.compile(r"-(?=[^\s\d-]|[\u3000\u00a0])|[—–－•·●▪]\s?[a-z_]{1,30} ?[:：]")
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
