"""What a data file consists of: values, lists and keys, each with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Union

from .problems import Mark
from .quick import quick
from .source_words import shown


@quick
@dataclass(frozen=True, slots=True)
class Scalar:
    """One value, exactly as typed; ``quoted`` is true in quotes and after ``|`` or ``>``."""

    mark: Mark
    text: str
    quoted: bool


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

    def key_mark(self, key: str) -> Mark:
        """Where a key is written; where it is absent, the place it is missing from."""
        return next((name.mark for name, _ in self.entries if name.text == key), self.mark)


Node = Union[Scalar, Sequence, Mapping]  # noqa: UP007 - the name is used inside the classes above


@dataclass(slots=True)
class Frame:
    """A list or a set of keys that is still open."""

    mark: Mark
    keyed: bool
    flow: bool
    items: list[Node] = field(default_factory=list)
    entries: dict[str, tuple[Scalar, Node]] = field(default_factory=dict)
    key: Scalar | None = None

    @property
    def wants_key(self) -> bool:
        return self.keyed and self.key is None

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
