"""From the text of a data file to a tree of keys, values and lists that remembers its places.

Every value stays the text that was typed: ``no``, ``0791``, ``12:30`` and ``2024-06-31`` mean what
the field says they mean, later. What YAML would quietly change or hide is refused by name, with
the fix. Hostile files are safe: the tree is built from the parser's events in one pass without
recursion, and depth, number and length are bounded before anything grows (the composer of
PyYAML's C loader crashes the interpreter on deep nesting).
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Literal, NamedTuple

import yaml
from yaml import events, parser, reader, scanner

from ..core.problems import Mark, Problem
from . import conflicts
from .encoding import MOST_SET_IN, WIDE_SPACES, clean, decode, scan, suspects, tell
from .errors import COMMENT_SIGNS, MAX_DEPTH, explain, item_slip, run_on, slip
from .messages import Findings, shown
from .recovery import REPAIRS, left_out, repaired, set_in
from .tree import Frame, Node, Scalar

MAX_NODES = 50_000
MAX_LENGTH = 100_000
_STARTS = frozenset({events.MappingStartEvent, events.SequenceStartEvent})
_ENDS = frozenset({events.MappingEndEvent, events.SequenceEndEvent})
_COLON = re.compile(r"[ \t]*:")
_WORD_END = re.compile(r"[\s,\]}]")
_ENTRY_END = re.compile(r"[,\]}]")
_REMARK = re.compile(r"[ \t](?:＃|//)[^/].*")
_HASH = re.compile(r"[|>][0-9+-]*#")
_COMMA_HASH = re.compile(r"[ \t]*,#")

# With one of these the tree still says what was meant, so later checks can go on with it.
_HARMLESS = frozenset({
    "yaml-control-character", "yaml-invisible-character", "yaml-bidi-character", "yaml-noncharacter",
    "yaml-lost-character", "yaml-wrong-script", "yaml-duplicate-key",
})  # fmt: skip


# --- the parser: only its steps are taken, never a finished tree, as composing one recurses ---------


class PythonParser(reader.Reader, scanner.Scanner, parser.Parser):
    """PyYAML's own parser, for where its C library is not installed."""

    def __init__(self, text: str) -> None:
        reader.Reader.__init__(self, text)
        scanner.Scanner.__init__(self)
        parser.Parser.__init__(self)


def fastest_parser() -> Callable[[str], Any]:
    """The C parser where there is one, because it is much faster; both give the same values."""
    try:
        chosen: Callable[[str], Any] = importlib.import_module("yaml.cyaml").CParser
    except ImportError:
        return PythonParser
    return chosen


PARSER = fastest_parser()


def read_events(text: str, make: Callable[[str], Any]) -> Iterator[Any]:
    """The events of a text, in order; raises ``yaml.MarkedYAMLError`` where it cannot go on."""
    source = make(text)
    while True:
        event = source.get_event()
        if event is None or isinstance(event, events.StreamEndEvent):
            return
        yield event


# --- the tree ---------------------------------------------------------------------------------


Guessed = Literal["", "lines", "whole keys"]


class Meant(NamedTuple):
    """A file read on behind its slips: its tree, every problem of form, and whether the tree surely says what was meant.

    The tree is None where lines of the first level had to be left out.
    """

    root: Node | None
    problems: tuple[Problem, ...]
    is_sure: bool


def parse(data: bytes, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read one data file: its tree, and every problem of form that can be found at once.

    ``file`` is the name used in messages. The tree is None where the file cannot be understood;
    with problems that leave the meaning clear (a hidden character, a key typed twice, where the
    first one counts) there are both. Never raises, whatever the bytes.

    >>> parse("year: 2024".encode(), "a.yml")[0].get("year").text
    '2024'
    """
    meant = parse_as_meant(data, file)
    return (meant.root if all(problem.code in _HARMLESS for problem in meant.problems) else None), meant.problems


def parse_as_meant(data: bytes, file: str) -> Meant:
    """The same for who only tells more of a file: behind a slip as if it were written rightly; also of one in GBK."""
    if conflict := conflicts.found(data, file):
        return Meant(None, (conflict,), False)
    found = Findings(file)
    text = decode(data, found)
    if text is None:
        return Meant(None, tuple(found.problems), False)
    wrong = scan(text, found)
    if len(wrong) == MOST_SET_IN:
        return Meant(None, tuple(sorted(set(found.problems))), False)
    builder, told, guessed = _read_on(file, set_in(clean(text).split("\n"), wrong), "lines" if wrong else "")
    if guessed:  # it is empty only because of what was left out
        told = [each for each in told if each.code != "yaml-empty-file"]
    problems = tuple(sorted({*found.problems, *told}))
    is_sure = guessed == "" and all(problem.code in _SURELY for problem in problems)
    can_be_read = builder.is_read and guessed != "whole keys" and builder.nodes <= MAX_NODES
    return Meant(builder.root if can_be_read else None, problems, is_sure)


_SURELY = _HARMLESS | REPAIRS.keys() - {"yaml-brackets"} | {"yaml-gbk"}
"""Slips behind which a file is read as it was surely meant. Brackets may be content."""

_MOST_SLIPS = 20
"""After so many slips in one file the rest is reported once they are corrected; in a large file sooner, so that it is not read for long."""
_SET_IN_WRONGLY = frozenset({"yaml-indentation", "yaml-mixed", "yaml-tab", "yaml-wide-space"})


_OF_ONE_LINE = frozenset({
    "yaml-fullwidth-colon", "yaml-colon-space", "yaml-two-colons", "yaml-open-quote", "yaml-brackets", "yaml-leading-sign",
    "yaml-bad-escape", "yaml-comment", "yaml-comment-sign", "yaml-comment-inside", "yaml-after-quote", "yaml-after-brackets",
    "yaml-block-text", "yaml-tab", "yaml-wide-space",
    "yaml-anchor", "yaml-alias",
})  # fmt: skip
"""Slips that are so whatever stands in the lines around theirs; behind a guess others would only follow from it."""


def _read_on(file: str, lines: list[str], guessed: Guessed) -> tuple[_Builder, list[Problem], Guessed]:
    """What is told of the lines of a file: behind a slip as if its line were written as it was meant, or left out.

    Also what had to be guessed: nothing, some lines, or lines of the first level.
    """
    told: list[Problem] = []
    spent, echoed = 0, set[int]()
    for _ in range(_MOST_SLIPS):
        builder = _Builder(file, "\n".join(lines))
        builder.run()
        spent += builder.nodes + len(builder.text) // 40
        known = {each.mark.line for each in told}
        echoes = {line + 1 for line in known | echoed} & {builder.stopped}  # what is meant by the line above was guessed wrongly
        echoed |= echoes
        new = [each for each in builder.found.problems if each.mark.line not in (known if each.code in REPAIRS else known | echoes)]
        if guessed:
            new = [each for each in new if each.code in _OF_ONE_LINE]
        told += new
        before = lines
        for each in new:
            lines = _as_meant(lines, each)
        if any(_is_set_in_wrongly(before, each) for each in new):
            guessed = guessed or "lines"
        if lines == before and 0 < builder.stopped <= len(lines):
            guessed = "lines" if guessed != "whole keys" and lines[builder.stopped - 1].startswith((" ", "\t")) else "whole keys"
            lines = left_out(lines, builder.stopped - 1)
        if lines == before or spent > MAX_NODES:
            break
    return builder, told, guessed


def _is_set_in_wrongly(lines: list[str], slip: Problem) -> bool:
    return slip.code in _SET_IN_WRONGLY and not "".join(lines[slip.mark.line - 1 : slip.mark.line])[: slip.mark.column - 1].strip()


def _as_meant(lines: list[str], slip: Problem) -> list[str]:
    """The lines of a file with the one that a slip is in as it was meant, where that can be said."""
    at, column = slip.mark.line - 1, slip.mark.column - 1
    if at >= len(lines) or slip.code not in _SET_IN_WRONGLY | REPAIRS.keys():
        return lines
    if _is_set_in_wrongly(lines, slip):
        return set_in(lines, [at])
    return [*lines[:at], repaired(slip.code, lines[at], column), *lines[at + 1 :]]


class _LimitError(Exception):
    """A limit is reached, or a second document begins: nothing after it is read."""


class _Builder:
    """Builds the tree from the parser's events, with a stack of its own instead of recursion."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self.text = text
        self.lines = [*text.split("\n"), ""]  # the C parser counts the end as one line more
        self.found = Findings(file)
        self.stack: list[Frame] = []
        self.root: Node | None = None
        self.nodes = 0
        self.documents = 0
        self.stopped = 0
        """The line at which nothing more could be read."""
        self.is_read = False
        """It was read to its end."""

    def run(self) -> None:
        """Read to the end, to the first error the parser cannot pass, or to a limit."""
        try:
            for event in read_events(self.text, PARSER):
                self._take(event)
            self._finish()
            self.is_read = True
        except _LimitError:
            return
        except yaml.MarkedYAMLError as error:
            self._stopped(explain(error, self.lines, self.file))
        except (ValueError, OverflowError):  # the Python parser's answer to "\UFFFFFFFF"
            line = next(n for n, line in enumerate(self.lines) if "\\U" in line)
            self._add("yaml-bad-escape", line, self.lines[line].find("\\U"), sign="\\U")

    def _take(self, event: Any) -> None:
        kind = type(event)  # asked for every value of every file, so it is not asked with isinstance
        if kind is events.ScalarEvent:
            self._scalar(event)
        elif kind in _STARTS:
            self._open(event)
        elif kind in _ENDS:
            self._close(event)
        elif kind is events.AliasEvent:
            self.nodes += 1
            self._at("yaml-alias", event, sign=f"*{shown(str(event.anchor))}")
            self._place(Scalar(self._mark(event), "", True))
        elif kind is events.DocumentStartEvent:
            self._document(event)

    def _mark(self, event: Any) -> Mark:
        start = event.start_mark
        return Mark(self.file, start.line + 1, start.column + 1)

    def _path(self) -> str:
        return "".join(frame.step() for frame in self.stack).removeprefix(".")

    def _add(self, code: str, line: int, column: int, **values: object) -> None:
        if not self.found.full(code):
            self.found.add(code, line, column, self._path(), **values)

    def _at(self, code: str, event: Any, **values: object) -> None:
        self._add(code, event.start_mark.line, event.start_mark.column, **values)

    def _tag_as_typed(self, event: Any) -> str:
        column = event.start_mark.column
        rest = self.lines[event.start_mark.line][column : column + 80]
        return _WORD_END.split(rest)[0]

    def _document(self, event: Any) -> None:
        self.documents += 1
        line = self.lines[event.start_mark.line]
        if line.startswith("%") or event.version or event.tags:
            self._at("yaml-directive", event, sign=shown(line))
        if self.documents > 1:
            self._at("yaml-documents", event)
            raise _LimitError

    def _count(self, event: Any) -> None:
        """Bounds and marks that any node can have: how many there are, anchors, tags."""
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._at("yaml-too-many", event, limit=MAX_NODES)
            raise _LimitError
        if event.anchor is not None:
            self._at("yaml-anchor", event, sign=f"&{shown(str(event.anchor))}")
        elif event.tag is not None:
            self._at("yaml-tag", event, sign=shown(self._tag_as_typed(event)))

    def _open(self, event: Any) -> None:
        self._count(event)
        if len(self.stack) >= MAX_DEPTH:
            self._at("yaml-too-deep", event, limit=MAX_DEPTH)
            raise _LimitError
        keyed = isinstance(event, events.MappingStartEvent)
        line, column = self.lines[event.start_mark.line], event.start_mark.column
        if keyed and event.flow_style and not line.startswith(("{", "&", "!"), column):
            self._at("yaml-flow-pair", event, text=shown(_ENTRY_END.split(line[column : column + 80])[0]))
        if event.flow_style and line.startswith(("[#", "{#"), column):
            self._add("yaml-comment", event.start_mark.line, column, kept=line[column])
        self.stack.append(Frame(self._mark(event), keyed, bool(event.flow_style)))

    def _close(self, event: Any) -> None:
        line, column = self.lines[event.end_mark.line], event.end_mark.column
        if self.stack[-1].flow and line.startswith("#", column):
            self._add("yaml-comment", event.end_mark.line, column, kept=line[column - 1])
        frame = self.stack.pop()
        if frame.flow:
            self._after_entry(event.end_mark)
        self._place(frame.close())

    def _after_entry(self, end: Any) -> None:
        """In brackets a “#” that touches the comma would be dropped with all that follows it."""
        if _COMMA_HASH.match(self.lines[end.line], end.column):
            self._add("yaml-comment", end.line, end.column, kept=",")

    def _scalar(self, event: Any) -> None:
        self._count(event)
        text = str(event.value)
        if len(text) > MAX_LENGTH:
            self._at("yaml-too-long", event, size=len(text), limit=MAX_LENGTH)
        quoted = bool(event.style)
        frame = self.stack[-1] if self.stack else None
        if quoted:
            self._marked(event)
            text = self._unescaped(event) if event.style == '"' else text
        elif text:
            self._plain(event, frame)
        if frame is not None and frame.flow:
            self._after_entry(event.end_mark)
        node = Scalar(self._mark(event), text, quoted, not quoted and event.end_mark.line > event.start_mark.line)
        if frame is not None and frame.keyed and frame.key is None:
            self._key(frame, node, event)
        else:
            self._place(node)

    def _unescaped(self, event: Any) -> str:
        """Text in double quotes can spell what must not be typed: "\\u202e"."""
        text = str(event.value)
        place = (event.start_mark.line, event.start_mark.column)
        for suspect in {suspect.code: suspect for suspect in suspects(text)}.values():
            tell(self.found, suspect, place, text[max(0, suspect.offset - 40) : suspect.offset], self._path())
        return clean(text)

    def _marked(self, event: Any) -> None:
        """The traps of a text in quotes or after ``|``: a “#” that touches them, a tab before."""
        start, end = event.start_mark, event.end_mark
        if _HASH.match(self.lines[start.line], start.column):
            self._at("yaml-block-text", event, sign=event.style)
        elif event.style in "\"'" and self.lines[end.line].startswith("#", end.column):
            if start.line == end.line:
                self._at("yaml-comment", event, kept=shown(event.value))
            else:  # the quote that closes it opens another value
                self._at("yaml-open-quote", event, sign=event.style)
        self._no_tab(start)

    def _no_tab(self, start: Any) -> None:
        if start.column and self.lines[start.line][start.column - 1] == "\t":
            self._add("yaml-tab", start.line, start.column - 1)

    def _plain(self, event: Any, frame: Frame | None) -> None:
        """The traps of a text without quotes."""
        start, end = event.start_mark, event.end_mark
        if self.lines[end.line].startswith((" #", "\t#"), end.column):
            self._at("yaml-comment", event, kept=shown(event.value))
        elif found := _REMARK.search(event.value):
            self._at("yaml-comment-sign", event, text=shown(found[0].strip()))
        if event.value[0] in WIDE_SPACES:
            self._at("yaml-wide-space", event, point=f"U+{ord(event.value[0]):04X}")
        self._no_tab(start)
        if frame is None or not (frame.flow or (frame.keyed and frame.key is None)):
            self._run_on(frame, start, end)

    def _run_on(self, frame: Frame | None, start: Any, end: Any) -> None:
        """Lines of keys or list entries that a slip of the keyboard turned into one long text."""
        if frame is None or (frame.key and frame.key.mark.line <= start.line):
            code = slip(self.lines[start.line][start.column :])
        elif frame.keyed:
            code = None
        else:
            code = item_slip(self.lines[start.line][start.column :])
        if code is None and end.line == start.line:
            return
        found = run_on(self.lines, (start.line, start.column), end.line, code)
        if found:
            text = self.lines[found.line][found.column :]
            self._add(*found, text=shown(text), point=f"U+{ord(text[0]):04X}")

    def _key(self, frame: Frame, key: Scalar, event: Any) -> None:
        end = event.end_mark
        frame.since_twice += 1
        if key.text in frame.entries:
            first, since = frame.entries[key.text][0].mark.line, frame.since_twice
            frame.since_twice = 0
            if since > 2:  # a whole record without its dash is told once
                self._at("yaml-duplicate-key", event, key=shown(key.text), first=first, second=key.mark.line)
        elif not key.text:
            self._at("yaml-empty-key", event)
        elif not key.quoted and key.text == "<<":
            self._at("yaml-merge-key", event)
        elif not key.quoted and key.text.startswith(COMMENT_SIGNS):
            self._at("yaml-comment-sign", event, text=shown(key.text))
        elif not key.quoted and "：" in key.text:
            self._at("yaml-fullwidth-colon", event, text=shown(key.text))
        elif frame.flow and self.lines[event.start_mark.line][: event.start_mark.column].endswith("?"):  # of “?x” it would be gone
            start = event.start_mark
            quoted = shown(f'"?{key.text}"')
            self._add("yaml-leading-sign", start.line, start.column - 1, sign="?", quoted=quoted)
        elif not _COLON.match(self.lines[end.line], end.column):
            code = "yaml-braces" if frame.flow else "yaml-complex-key"
            self._at(code, event, key=shown(key.text))
        frame.key = key

    def _place(self, node: Node) -> None:
        """Put a finished node where it belongs."""
        frame = self.stack[-1] if self.stack else None
        if frame is None:
            self.root = node
        elif not frame.keyed:
            frame.items.append(node)
        elif frame.key is None:
            told = self.found.problems[-1:]
            if not told or told[0].mark.line != node.mark.line:
                self._add("yaml-complex-key", node.mark.line - 1, node.mark.column - 1)
            frame.key = Scalar(node.mark, "", False)
        else:
            frame.entries.setdefault(frame.key.text, (frame.key, node))
            frame.key = None

    def _finish(self) -> None:
        root = self.root
        if root is None or (isinstance(root, Scalar) and not root.quoted and not root.text):
            self._add("yaml-empty-file", 0, 0)
        elif isinstance(root, Scalar) and not root.quoted and not self.found.problems:
            line, column = root.mark.line - 1, root.mark.column - 1
            self._add("yaml-plain-text", line, column, text=shown(root.text))

    def _stopped(self, problem: Problem) -> None:
        """Keep the parser's complaint, unless it is the echo of something already told."""
        line = self.stopped = problem.mark.line
        above = next((n for n in range(line - 1, 0, -1) if self.lines[n - 1].strip()), 0)
        echo = any(
            told.mark.line == line or (told.mark.line == above and told.code == "yaml-comment")
            for told in self.found.problems
        )
        if not echo:
            key = self.stack[-1].reopen() if self.stack else None
            path = self._path() if key and key.mark.line == line else ""
            self.found.keep(replace(problem, path=path))
