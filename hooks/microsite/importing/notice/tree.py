"""What will stand in a data file: values, records and lists, each with its comments and its origin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ...checks import personal_data
from .pieces import Piece

Comments = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """One value.

    ``pieces`` are the words of the notice that it holds, ``quoted`` those that its comments hold. ``body``: it
    names a body, which the register has to know. ``owed``: empty on purpose, an editor has to write it.
    """

    text: str
    pieces: tuple[Piece, ...] = ()
    comments: Comments = ()
    quoted: tuple[Piece, ...] = ()
    body: bool = False
    owed: bool = False


@dataclass(frozen=True, slots=True)
class Record:
    """Values under their keys, in order; ``pieces`` are words that only lead to them, such as 联系人：."""

    entries: tuple[tuple[str, Value | Record | Items], ...]
    comments: Comments = ()
    pieces: tuple[Piece, ...] = ()
    quoted: tuple[Piece, ...] = ()

    def get(self, key: str) -> Value | Record | Items | None:
        return dict(self.entries).get(key)


@dataclass(frozen=True, slots=True)
class Items:
    items: tuple[Value | Record, ...]
    comments: Comments = ()
    pieces: tuple[Piece, ...] = ()


def record(
    *entries: tuple[str, Value | Record | Items | None],
    comments: Comments = (),
    pieces: Iterable[Piece] = (),
    quoted: Iterable[Piece] = (),
) -> Record:
    """A record of what there is; keys without a value, and lists without an item, are left out."""
    there = tuple((key, node) for key, node in entries if node is not None and not (isinstance(node, Items) and not node.items))
    return Record(there, comments, tuple(pieces), tuple(quoted))


def number(number: int, printed: int | None = None) -> Value:
    """The number of a record in its list, with what is printed where that is another, or none."""
    doubt = _COUNTED if printed is None else f"请核对：原文的序号是 {printed}"
    return said(str(number), *(() if printed == number else (doubt,)))


def numbered(records: Iterable[Record]) -> tuple[Record, ...]:
    """The records of a list, without their numbers where all of them were counted: the notice has none."""
    listed = tuple(records)
    if any(isinstance(each := one.get("number"), Value) and each.comments != (_COUNTED,) for one in listed):
        return listed
    return tuple(replace(one, entries=tuple(each for each in one.entries if each[0] != "number")) for one in listed)


_COUNTED = "请核对：序号是数出来的"


def copied(piece: Piece, *comments: str, text: str | None = None, also: Iterable[Piece] = ()) -> Value:
    """The words of a piece as a value; ``also`` are words that only lead to it (主题：)."""
    return Value(piece.text if text is None else text, (piece, *also), comments)


def body(piece: Piece, *comments: str) -> Value:
    """The name of a body with full-width brackets, as registers have them."""
    return Value(piece.text.replace(" (", "（").replace("(", "（").replace(")", "）"), (piece,), comments, body=True)


def said(text: str, *comments: str) -> Value:
    """A value that no words of the notice stand for: a number of order, a choice."""
    return Value(text, (), comments)


def told(text: str, piece: Piece) -> Value:
    """A choice that a sentence says with words of its own: 报名电话：0791-88912762 that one has to book."""
    return Value(text, (), (check(piece),), (piece,) if len(piece.text) <= _MOST else ())


_MOST = 60


def check(piece: Piece, why: str = "") -> str:
    """The comment at a value that somebody has to look at, with the print and its line."""
    return f"请核对：原文“{_shortened(personal_data.masked(piece.text))}”（{piece.place}）{f'；{why}' if why else ''}"


def _shortened(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"


def owed(what: str, original: Iterable[Piece] = ()) -> Value:
    """A value that an editor has to write, with the sentences of the notice above it."""
    quoted = tuple(original)
    lines = tuple(f"原文（{piece.place}）：{personal_data.masked(piece.text)}" for piece in quoted)
    return Value("", (), (f"待写：{what}", *lines), quoted, owed=True)


def of_or_owed(piece: Piece | None, what: str, *comments: str) -> Value:
    """The words of a piece, or what an editor has to write where the notice has none."""
    return copied(piece, *comments) if piece else owed(what)


def with_comment(node: Value, *comments: str) -> Value:
    return replace(node, comments=(*node.comments, *comments))


def walk(node: Value | Record | Items) -> Iterator[Value | Record | Items]:
    yield node
    if isinstance(node, Record):
        for _, below in node.entries:
            yield from walk(below)
    elif isinstance(node, Items):
        for item in node.items:
            yield from walk(item)


def values(node: Value | Record | Items) -> Iterator[Value]:
    return (each for each in walk(node) if isinstance(each, Value))
