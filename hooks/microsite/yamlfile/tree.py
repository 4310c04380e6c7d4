"""What a data file consists of: values, lists and keys, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Union

from ..core.problems import Mark, Note, Problem
from .messages import shown


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, exactly as typed; ``quoted`` is true in quotes and after ``|`` or ``>``.

    ``runs_on``: without these it goes on in the next line, which YAML joins with a space.
    """

    mark: Mark
    text: str
    quoted: bool
    runs_on: bool = False

    def wrong(self, location: Iterable[str | int], code: str, zh: str, en: str) -> Problem:
        """What is wrong with it; both messages begin with what was typed."""
        return Problem(self.mark, path(location), code, f"“{self.text[:60]}”{zh}", f"“{self.text[:60]}” {en}")

    def remark(self, location: Iterable[str | int], code: str, zh: str, en: str) -> Note:
        """What an editor should look at in it; both messages begin with its place and with what was typed."""
        where = path(location)
        return Note(self.mark, code, f"{where}：“{self.text}”{zh}", f"{where}: “{self.text}” {en}")


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, in the order of the file."""

    mark: Mark
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values, in the order of the file; no key occurs twice."""

    mark: Mark
    entries: tuple[tuple[Scalar, Node], ...]

    def get(self, key: str) -> Node | None:
        """What is written under a key, or None where the key is absent."""
        return next((node for name, node in self.entries if name.text == key), None)


Node = Union[Scalar, Sequence, Mapping]  # noqa: UP007 - the name is used inside the classes above


Location = tuple[str | int, ...]
Record = tuple[Location, Mapping]


def path(location: Iterable[str | int]) -> str:
    """A location as a person would write it.

    >>> path(["activities", 6, "lead"])
    'activities[6].lead'
    """
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return steps.lstrip(".")


def node_at(node: Node, location: Iterable[str | int]) -> Node:
    """The node that a location leads to, or the nearest one above it that exists."""
    for step in location:
        if isinstance(node, Mapping) and isinstance(step, str):
            below = node.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            below = node.items[step]
        else:
            below = None
        if below is None:
            return node
        node = below
    return node


def scalar(node: Node, *keys: str) -> Scalar | None:
    """The single value under some keys, if that is what stands there."""
    found: Node | None = node
    for key in keys:
        found = found.get(key) if isinstance(found, Mapping) else None
    return found if isinstance(found, Scalar) else None


def records(node: Node, key: str) -> list[Record]:
    """The records of a list under a key of a file, with their places."""
    items = node.get(key) if isinstance(node, Mapping) else None
    return records_of(items, (key,)) if isinstance(items, Sequence) else []


def records_of(items: Sequence, location: Location) -> list[Record]:
    pairs = (((*location, index), item) for index, item in enumerate(items.items))
    return [(place, item) for place, item in pairs if isinstance(item, Mapping)]


def all_lists(node: Node, location: Location = ()) -> Iterator[list[Record]]:
    """The records of every list of a file."""
    if isinstance(node, Sequence):
        yield records_of(node, location)
        for index, item in enumerate(node.items):
            yield from all_lists(item, (*location, index))
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield from all_lists(value, (*location, key.text))


def values(node: Node, *location: str | int) -> Iterator[tuple[Location, Scalar]]:
    """The values of a list at a location, or the single one that stands for it, with their places."""
    found = node_at(node, location)
    if isinstance(found, Sequence):
        pairs = (((*location, index), item) for index, item in enumerate(found.items))
        yield from ((place, item) for place, item in pairs if isinstance(item, Scalar))
    elif isinstance(found, Scalar):
        yield location, found


def scalars(node: Node, location: Location = ()) -> Iterator[tuple[Location, Scalar]]:
    """Every single value below a node, however deep, with its place."""
    if isinstance(node, Scalar):
        yield location, node
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from scalars(item, (*location, index))
    else:
        for key, value in node.entries:
            yield from scalars(value, (*location, key.text))


def plain(node: Node) -> Any:
    """A node without its positions: texts, lists and dictionaries."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


@dataclass(slots=True)
class Frame:
    """A list or a set of keys that is still open."""

    mark: Mark
    keyed: bool
    flow: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    key: Scalar | None = None
    since_twice: int = 9
    """How many keys were read since one that stood there already."""

    def close(self) -> Node:
        if self.keyed:
            return Mapping(self.mark, tuple(self.entries.values()))
        return Sequence(self.mark, tuple(self.items))

    def reopen(self) -> Scalar | None:
        """Go back to the key that was read last, which is where a person would look."""
        if self.key is None and self.entries:
            self.key = next(reversed(self.entries.values()))[0]
        return self.key

    def step(self) -> str:
        """This frame's part of a field's path."""
        if not self.keyed:
            return f"[{len(self.items)}]"
        return f".{shown(self.key.text)}" if self.key else ""
