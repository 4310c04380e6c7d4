"""Changed values put into the text of a data file; everything else stays as it was typed, to the byte.

The file is not written anew: the places of the old values are found in it, and only they are exchanged. So
comments, order, quotes and spaces are kept. Where a comment stands within a value, the edit is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import yaml

from ...core.problems import RefusalError
from ...yamlfile import writer
from .changes import Change

_COMMENT = re.compile(r"(^|\s)#")


@dataclass(frozen=True, slots=True)
class _Span:
    start: int
    end: int
    text: str


def changed(text: str, changes: Sequence[Change]) -> str:
    """The text with the changes made; it was read without problems of form before. Raises RefusalError."""
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode)
    newline = "\r\n" if "\r\n" in text else "\n"
    spans = [
        span
        for record, own in _by_record(root, changes)
        for span in _Record(text, record, newline).spans(own)
    ]
    made, at = [], 0
    for span in sorted(spans, key=lambda span: (span.start, span.end)):
        made += [text[at : span.start], span.text]
        at = span.end
    return "".join([*made, text[at:]])


def _by_record(root: yaml.MappingNode, changes: Sequence[Change]) -> Iterator[tuple[yaml.MappingNode, list[Change]]]:
    for location in dict.fromkeys(change.row.location for change in changes):
        own = [change for change in changes if change.row.location == location]
        node: yaml.Node = root
        for step in location:
            below = node.value[step] if isinstance(step, int) else next(value for key, value in node.value if key.value == step)
            if below.flow_style:
                raise _by_hand(own[0], "这一项写在一行的花括号里", "this record is written in braces on one line")
            node = below
        assert isinstance(node, yaml.MappingNode)
        yield node, own


def _by_hand(change: Change, zh: str, en: str) -> RefusalError:
    return RefusalError(
        f"{change.place}：{zh}，请在 {change.file} 里改 {change.location}",
        f"{en}; change {change.location} in {change.file}",
    )


class _Record:
    """One record of a file, able to say where each of its values stands."""

    def __init__(self, text: str, node: yaml.MappingNode, newline: str) -> None:
        self.text = text
        self.newline = newline
        self.entries = {key.value: (key, value) for key, value in node.value}
        self.indent = " " * node.value[0][0].start_mark.column
        self.first = node.value[0][0].value

    def spans(self, changes: Sequence[Change], depth: int = 0) -> Iterator[_Span]:
        """``depth`` is 1 in a record inside a record, such as the booking of an activity."""
        keys = {change.column.path[depth] for change in changes}
        own = {key: [change for change in changes if change.column.path[depth] == key] for key in keys}
        gone = {key for key in own if not any(change.after for change in own[key])}
        added: dict[int, list[str]] = {}
        for change in changes:
            key = change.column.path[depth]
            if change is not own[key][0]:
                continue
            _, value = self.entries.get(key, (None, None))
            if value is None and key not in gone:
                added.setdefault(self._place(change, depth, gone), []).append(self._new(key, own[key], depth))
            elif value is not None and len(change.column.path) > depth + 1:
                yield from self._inside(key, value, own[key], depth)
            elif value is not None:
                yield self._removal(change, key) if key in gone else self._exchange(change, key)
        yield from (_Span(place, place, "".join(lines)) for place, lines in added.items())

    def _place(self, change: Change, depth: int, gone: Iterable[str]) -> int:
        """Where a new key belongs, in the order of the manual."""
        path = change.column.path
        order = [column.path[depth] for column in change.sheet.columns if column.path[:depth] == path[:depth]]
        above = order[: order.index(path[depth])]
        before = next((key for key in reversed(above) if key in self.entries and key not in gone), self.first)
        if before in gone:
            return self._line_end(self.text.rfind("\n", 0, self.entries[before][0].start_mark.index) - 1)
        return self._line_end(self._end(self.entries[before][1]))

    def _new(self, key: str, changes: Sequence[Change], depth: int) -> str:
        begun = f"{self.newline}{self.indent}{key}:"
        if len(changes[0].column.path) == depth + 1:
            return begun + self._value(changes[0], None)
        lines = (f"{self.newline}{self.indent}  {each.column.path[-1]}:{self._value(each, None)}" for each in changes if each.after)
        return begun + "".join(lines)

    def _inside(self, key: str, value: yaml.Node, changes: Sequence[Change], depth: int) -> Iterator[_Span]:
        """The changes of a record inside this one; it is gone with its last value."""
        if not isinstance(value, yaml.MappingNode) or value.flow_style or not value.value:
            raise _by_hand(changes[0], f"“{key}”没有分行写", f"“{key}” is not written in lines of its own")
        kept = {name.value for name, _ in value.value} - {change.column.path[-1] for change in changes if not change.after}
        if kept or any(change.after for change in changes):
            yield from _Record(self.text, value, self.newline).spans(changes, depth + 1)
        else:
            yield self._removal(changes[0], key)

    def _exchange(self, change: Change, name: str) -> _Span:
        key, value = self.entries[name]
        start, end = self.text.index(":", key.end_mark.index) + 1, self._end(value)
        end = max(start, end)
        new = self._value(change, value)
        # A comment behind a line stays there; behind a block it would become a part of the text.
        reach = self._line_end(end) if new.startswith(" |") else end
        self._keep_comments(change, self._outside(start, value, end) + self.text[end:reach])
        return _Span(start, end, new)

    def _removal(self, change: Change, name: str) -> _Span:
        key, value = self.entries[name]
        if self.text[self.text.rfind("\n", 0, key.start_mark.index) + 1 : key.start_mark.index].strip():
            raise _by_hand(change, "这一项的第一行不能删", "the first line of a record cannot be deleted")
        end = max(self._end(value), key.end_mark.index + 1)
        line_end = self._line_end(end)
        self._keep_comments(change, self._outside(key.end_mark.index, value, line_end))
        start = self.text.rfind("\n", 0, key.start_mark.index) + 1
        after = self.text.find("\n", line_end)
        return _Span(start, len(self.text) if after < 0 else after + 1, "")

    def _outside(self, start: int, value: yaml.Node, end: int) -> str:
        """What stands between the colon and the end, without the words of the values themselves."""
        if isinstance(value, yaml.ScalarNode):
            begun, done = value.start_mark.index, self._end(value)
            head = re.match(r"[^\r\n]*", self.text[begun:done])
            kept = head[0] if head and value.style in ("|", ">") else ""
            return f"{self.text[start:begun]} {kept} {self.text[max(done, start) : end]}"
        between, at = "", start
        nodes = (node for each in value.value for node in (each if isinstance(each, tuple) else (each,)))
        for item in nodes:
            between += self.text[at : item.start_mark.index]
            at = self._end(item)
        return between + self.text[at:end]

    def _keep_comments(self, change: Change, outside: str) -> None:
        if _COMMENT.search(outside):
            raise _by_hand(change, "原来的值旁边有注释", "there is a comment beside the former value")

    def _end(self, node: yaml.Node) -> int:
        """Where the last character of a value stands; the parser counts what follows it, too."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        written = self.text[node.start_mark.index : node.end_mark.index]
        return int(node.start_mark.index) + len(written.rstrip())

    def _line_end(self, at: int) -> int:
        found = re.search(r"\r?\n|\Z", self.text[at:])
        assert found is not None
        return at + found.start()

    def _value(self, change: Change, old: yaml.Node | None) -> str:
        """What stands after the colon."""
        if change.column.between:
            return self._listed(change.items, old)
        lines = change.after.split("\n")
        style = old.style if isinstance(old, yaml.ScalarNode) else None
        if len(lines) > 1 or style == "|":
            return self._block(lines)
        in_quotes = style in ("'", '"')
        return f" {writer.quoted(change.after) if in_quotes else writer.scalar(change.after)}"

    def _block(self, lines: list[str]) -> str:
        text = "".join(f"{line.rstrip()}\n" for line in lines)
        return " " + self.newline.join(writer.block(text, f"{self.indent}  ") or [writer.quoted("\n".join(lines))])

    def _listed(self, names: list[str], old: yaml.Node | None) -> str:
        if len(names) == 1 and isinstance(old, yaml.ScalarNode):
            return f" {writer.scalar(names[0])}"
        if isinstance(old, yaml.SequenceNode) and old.flow_style:
            return f" {writer.in_brackets(names)}"
        column = old.start_mark.column if isinstance(old, yaml.SequenceNode) else len(self.indent) + 2
        return "".join(f"{self.newline}{' ' * column}- {writer.scalar(name)}" for name in names)
