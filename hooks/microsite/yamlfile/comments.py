"""A data file as it is laid out: its entries, and the comments and blank lines that belong to each.

``source`` reads what a file means and leaves out everything else; this keeps everything else. A
comment belongs to the entry below it. One that is indented further than the entry below belongs to
the end of the list above it, like an entry that was commented out. Lines at the top of a file, up
to a blank one, belong to the file. Only for texts that ``source.parse`` has found nothing wrong with:
they have no anchors, no tags, one document, and are never deep.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Union

from yaml import events

from .events import read_events
from .yaml_parser import PARSER


@dataclass(slots=True)
class Leaf:
    """One value: its text, how it is written (nothing, a quotation mark, ``|`` or ``>``), its lines.

    ``raw`` are the lines of a block text as typed, without their indentation, after its ``|``.
    """

    text: str
    style: str
    first: int
    last: int
    raw: tuple[str, ...] = ()


@dataclass(slots=True)
class Block:
    """A list (entries without keys) or a record; ``tail`` are comments after its last entry."""

    keyed: bool
    flow: bool
    first: int
    column: int
    last: int = 0
    entries: list[Entry] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)
    owner: Entry | None = None


_ENDS = frozenset({events.MappingEndEvent, events.SequenceEndEvent})

Value = Union[Leaf, Block]  # noqa: UP007 - the name is used inside the classes


@dataclass(slots=True)
class Entry:
    """A key with its value, or an item of a list; ``head`` stands above it, ``side`` at its end."""

    line: int
    column: int
    parent: Block
    key: Leaf | None = None
    value: Value = field(default_factory=lambda: Leaf("", "", 0, 0))
    head: list[str] = field(default_factory=list)
    side: str = ""

    @property
    def is_leaf(self) -> bool:
        """Whether the value has no entries with lines of their own."""
        return isinstance(self.value, Leaf) or self.value.flow


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment and its place; ``whole`` where it has the line for itself."""

    line: int
    column: int
    text: str
    whole: bool


@dataclass(slots=True)
class Layout:
    """A whole file; ``header`` are the lines that belong to the file and not to an entry."""

    root: Value
    header: list[str] = field(default_factory=list)


class _Reader:
    """Builds the entries from the parser's events and remembers which characters are values."""

    def __init__(self, text: str) -> None:
        self.lines = [*text.split("\n"), ""]
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line) + 1)
        self.taken = bytearray(self.starts[-1] + 1)
        self.entries: list[Entry] = []
        self.events: Iterator[Any] = iter(read_events(text, PARSER))

    def read(self) -> Value:
        for event in self.events:
            if isinstance(event, events.ScalarEvent | events.CollectionStartEvent):
                return self._value(event, 0)
        raise AssertionError("a text without anything in it was not refused before")

    def _value(self, event: Any, column: int) -> Value:
        if isinstance(event, events.ScalarEvent):
            return self._leaf(event, column)
        start = event.start_mark
        block = Block(isinstance(event, events.MappingStartEvent), bool(event.flow_style), start.line, start.column)
        for inner in self.events:
            if type(inner) in _ENDS:
                block.last = inner.end_mark.line
                return block
            self._entry(block, inner)
        raise AssertionError("a list that does not end was not refused before")

    def _entry(self, block: Block, event: Any) -> None:
        start = event.start_mark
        if block.keyed:
            entry = Entry(start.line, start.column, block, self._leaf(event, start.column))
            event = next(self.events)
        else:
            entry = Entry(start.line if block.flow else self._dash(block, start.line), block.column, block)
        block.entries.append(entry)
        if not block.flow:
            self.entries.append(entry)
        entry.value = self._value_of(event, entry)

    def _value_of(self, event: Any, entry: Entry) -> Value:
        value = self._value(event, entry.column)
        if isinstance(value, Block):
            value.owner = entry
        return value

    def _dash(self, block: Block, line: int) -> int:
        """The line of an item's dash, which no event tells: it stands above or before the value."""
        if not block.entries:
            return block.first
        item = re.compile(rf" {{{block.column}}}-(?!\S)")
        return next(n for n in range(line, -1, -1) if item.match(self.lines[n]))

    def _leaf(self, event: Any, column: int) -> Leaf:
        start, end = event.start_mark, event.end_mark
        style = event.style or ""
        if style not in ("|", ">"):
            self._take(self.starts[start.line] + start.column, self.starts[end.line] + end.column)
            return Leaf(str(event.value), style, start.line, end.line)
        stop = end.line + bool(end.column)
        body = self.lines[start.line + 1 : stop]
        header = self.lines[start.line][start.column :].split(" ", 1)[0]
        if not str(event.value).endswith("\n"):  # the file ends without a line end, and so does the text
            header = header.rstrip("+-") + "-"
        while body and not body[-1].strip() and "+" not in header:
            body.pop()  # blank lines after a long text are not part of it
        self._take(self.starts[start.line + 1], self.starts[start.line + 1 + len(body)])
        return Leaf(str(event.value), header, start.line, start.line + len(body), _dedented(header, body, column))

    def _take(self, start: int, end: int) -> None:
        self.taken[start:end] = b"\1" * (end - start)

    def comments(self) -> Iterator[Comment]:
        """Every ``#`` outside values that has a space or nothing before it, to the end of its line."""
        for number, line in enumerate(self.lines):
            for found in re.finditer(r"(?<!\S)#", line):
                if not self.taken[self.starts[number] + found.start()]:
                    text = line[found.start() :].rstrip()
                    yield Comment(number, found.start(), text, not line[: found.start()].strip())
                    break

    def blanks(self) -> Iterator[int]:
        for number, line in enumerate(self.lines):
            if not line.strip() and not self.taken[self.starts[number]]:
                yield number


def _dedented(header: str, body: list[str], column: int) -> tuple[str, ...]:
    """Lines of a block text without their common indentation; a digit after ``|`` says how deep it is."""
    told = re.search("[1-9]", header)
    filled = [line for line in body if line.strip()]
    if not filled and not told:
        return ("",) * len(body)
    deep = column + int(told[0]) if told else len(filled[0]) - len(filled[0].lstrip(" "))
    return tuple(line[deep:] for line in body)


class _Placing:
    """Gives every comment and every blank line to an entry, to the end of a list, or to the file."""

    def __init__(self, reader: _Reader, layout: Layout) -> None:
        self.layout = layout
        self.entries = reader.entries
        self.lines = [entry.line for entry in self.entries]
        self.runs: dict[int, list[Comment]] = {}
        for comment in reader.comments():
            self._comment(comment)
        for number in reader.blanks():
            self.runs.setdefault(self._last(number), []).append(Comment(number, -1, "", True))
        for above, run in self.runs.items():
            self._place(above, sorted(run, key=lambda each: each.line))

    def _last(self, line: int) -> int:
        """The number of the last entry that begins at a line or above, -1 where there is none."""
        return bisect_right(self.lines, line) - 1

    def _comment(self, comment: Comment) -> None:
        above = self._last(comment.line)
        if above < 0:
            self.runs.setdefault(above, []).append(comment)
            return
        entry = self.entries[above]
        ends = entry.value.last if entry.is_leaf else entry.line
        if comment.line > ends:
            self.runs.setdefault(above, []).append(comment)
        elif not comment.whole and _can_stand_beside(entry, comment):
            entry.side = comment.text
        else:
            entry.head.append(comment.text)

    def _place(self, above: int, run: list[Comment]) -> None:
        below = self.entries[above + 1] if above + 1 < len(self.entries) else None
        ended = _ended(self.entries[above] if above >= 0 else None, below)
        rest = list(run)
        pending: list[str] = []
        while rest:
            comment = rest[0]
            ended = [block for block in ended if comment.text == "" or block.column <= comment.column]
            if comment.text and not ended:
                break
            rest.pop(0)
            pending.append(comment.text)
            if comment.text:
                ended[0].tail += pending
                pending = []
        left = [*pending, *(each.text for each in rest)]
        if below is None:
            self._at_the_end(left)
        elif above < 0:
            self._at_the_top(below, left)
        else:
            below.head[:0] = left

    def _at_the_end(self, left: list[str]) -> None:
        """A comment that no list takes: below a single value, or further left than everything."""
        root = self.layout.root
        if isinstance(root, Block):
            root.tail += left
        else:
            self.layout.header += left

    def _at_the_top(self, below: Entry, left: list[str]) -> None:
        """Up to the last blank line it is about the file, or all of it where there is none."""
        cut = len(left) - left[::-1].index("") if "" in left else len(left)
        self.layout.header += left[:cut]
        below.head[:0] = left[cut:]


def _can_stand_beside(entry: Entry, comment: Comment) -> bool:
    value = entry.value
    if isinstance(value, Leaf) and value.style[:1] in ("|", ">"):
        return comment.line == value.first
    if entry.is_leaf:
        return comment.line == value.last
    return entry.key is not None


def _ended(above: Entry | None, below: Entry | None) -> list[Block]:
    """The lists and records that end between two entries, the innermost first."""
    still = {id(block) for block in _around(below)}
    return [block for block in _around(above) if id(block) not in still and not block.flow]


def _around(entry: Entry | None) -> Iterator[Block]:
    while entry is not None:
        yield entry.parent
        entry = entry.parent.owner


def read(text: str) -> Layout:
    """The layout of a text that ``source.parse`` finds nothing wrong with."""
    reader = _Reader(text)
    layout = Layout(reader.read())
    _Placing(reader, layout)
    return layout


def comments(text: str) -> list[str]:
    """Every comment of such a text, in its order."""
    reader = _Reader(text)
    reader.read()
    return [comment.text for comment in reader.comments()]
