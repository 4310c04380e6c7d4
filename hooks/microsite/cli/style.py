"""Writes a data file the way all of them are written, and changes nothing that it says.

Keys come in the order of the manual; lists and records are indented by two; quotation marks are
double and only where some reader of YAML would need them; there is never more than one blank line.
Long texts stay as typed. Every comment stays with the entry that it stands above (``layout``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from yaml.nodes import ScalarNode
from yaml.resolver import Resolver

from ..core.problems import Problem
from ..loading import json_schema
from ..loading.shapes import Shape
from ..yamlfile import comments as layout
from ..yamlfile import yaml_parser
from ..yamlfile.comments import Block, Entry, Leaf
from ..yamlfile.encoding import clean, decode
from ..yamlfile.messages import Findings

# Numbers, days and times of day in any version of YAML; and the words that once meant yes and no.
_NUMBER = re.compile(r"[-+.]?[0-9][0-9A-Fa-fxo_.:+TZ -]*|[yYnN]")
_PLAIN = "tag:yaml.org,2002:str"
_RESOLVER: Any = Resolver()


def formatted(data: bytes, file: str, shape: type[Shape] | None) -> tuple[bytes | None, tuple[Problem, ...]]:
    """A data file in the common style; None with the reasons where it cannot be read.

    ``shape`` decides the order of keys. None without a reason: the outcome would not have said the
    same with the same comments, so it is not given away.
    """
    node, problems = yaml_parser.parse(data, file)
    text = decode(data, Findings(file))
    if node is None or text is None or problems:
        return None, problems
    text = clean(text)
    laid_out = layout.read(text)
    if isinstance(laid_out.root, Leaf):  # a file that is one text: nothing to bring into a style
        return text.encode(), ()
    made = written(laid_out.root, laid_out.header, shape)
    again, wrong = yaml_parser.parse(made.encode(), file)
    is_same = again is not None and not wrong and said(again) == said(node)
    if not is_same or sorted(layout.comments(made)) != sorted(layout.comments(text)):
        return None, ()
    return made.encode(), ()


def said(node: yaml_parser.Node) -> Any:
    """What a tree says, whatever the order of its keys, its places and its quotation marks."""
    if isinstance(node, yaml_parser.Scalar):
        return node.text
    if isinstance(node, yaml_parser.Sequence):
        return [said(item) for item in node.items]
    return {key.text: said(value) for key, value in node.entries}


def written(root: Block, header: Iterable[str], shape: type[Shape] | None) -> str:
    """The whole text of a file."""
    in_brackets = root.flow and not _spread(root)
    body = [_flow(root, shape), *root.tail] if in_brackets else _block(root, 0, shape)
    return "\n".join(_spaced([*header, *body])) + "\n"


def _spaced(lines: Iterable[str]) -> list[str]:
    """At most one blank line between two entries. Those inside a long text carry a mark until here."""
    kept: list[str] = []
    for line in lines:
        if line or (kept and kept[-1]):
            kept.append(line)
    if kept and not kept[-1]:
        kept.pop()
    return [line.removeprefix(_KEPT) for line in kept]


_KEPT = "\0"
"""Begins lines of long texts, in which blank lines mean something; it cannot occur in a data file."""


def _block(block: Block, indent: int, shape: type[Shape] | None) -> list[str]:
    lines: list[str] = []
    for number, entry in enumerate(_ordered(block, shape)):
        head = entry.head if number or not indent else _without_blank(entry.head)
        lines += _indented(head, indent)
        lines += _keyed(entry, indent, shape) if block.keyed else _item(entry, indent, shape)
    return lines + _indented(block.tail, indent)


def _without_blank(head: list[str]) -> list[str]:
    first = next((number for number, line in enumerate(head) if line), len(head))
    return head[first:]


def _indented(comments: Iterable[str], indent: int) -> list[str]:
    return [" " * indent + comment if comment else "" for comment in comments]


def _ordered(block: Block, shape: type[Shape] | None) -> list[Entry]:
    """Known keys in the order of their shape, then the others; items as they are."""
    if not block.keyed or shape is None:
        return block.entries
    places = {key: number for number, key in enumerate(shape.model_fields)}
    return sorted(block.entries, key=lambda entry: places.get(_name(entry), len(places)))


def _name(entry: Entry) -> str:
    return entry.key.text if entry.key else ""


def _keyed(entry: Entry, indent: int, shape: type[Shape] | None) -> list[str]:
    key = _line(entry.key) if entry.key else ""
    return _valued(f"{' ' * indent}{key}:", entry, indent, json_schema.record_of(shape, _name(entry)))


def _item(entry: Entry, indent: int, shape: type[Shape] | None) -> list[str]:
    value = entry.value
    if isinstance(value, Leaf) or (value.flow and not _spread(value)):
        return _valued(f"{' ' * indent}-", entry, indent, shape)
    lines = _block(value, indent + 2, shape)
    above = next(number for number, line in enumerate(lines) if line.strip() and line.strip()[0] != "#")
    head = _indented((line.strip() for line in lines[:above]), indent)
    first = f"{' ' * indent}- {lines[above][indent + 2 :]}"
    return [*head, *_indented([entry.side] if entry.side else [], indent), first, *lines[above + 1 :]]


def _valued(before: str, entry: Entry, indent: int, shape: type[Shape] | None) -> list[str]:
    """A key or a dash with what follows it."""
    value, side = entry.value, f"  {entry.side}" if entry.side else ""
    if isinstance(value, Block):
        if value.flow and not _spread(value):
            return [f"{before} {_flow(value, shape)}{side}"]
        return [f"{before}{side}", *_block(value, indent + 2, shape)]
    if value.style[:1] in ("|", ">"):
        header = re.sub("[1-9]", "2", value.style)
        body = [_KEPT + (" " * (indent + 2) + line if line else "") for line in value.raw]
        return [f"{before} {header}{side}", *body]
    return [f"{before} {_line(value, bool(side))}".rstrip() + side]


def _spread(block: Block) -> bool:
    """Whether a list in brackets has several lines: it becomes one line an item."""
    return block.first != block.last and bool(block.entries)


def _flow(block: Block, shape: type[Shape] | None) -> str:
    """A list or a record in brackets, on one line."""
    if not block.keyed:
        return f"[{', '.join(_inside(entry, shape) for entry in block.entries)}]"
    entries = _ordered(block, shape)
    return f"{{{', '.join(_inside_keyed(entry, shape) for entry in entries)}}}"


def _inside_keyed(entry: Entry, shape: type[Shape] | None) -> str:
    key = _line(entry.key) if entry.key else ""
    return f"{key}: {_inside(entry, json_schema.record_of(shape, _name(entry)))}"


def _inside(entry: Entry, shape: type[Shape] | None) -> str:
    value = entry.value
    return _flow(value, shape) if isinstance(value, Block) else _line(value) or '""'


# --- single values ----------------------------------------------------------------------------


def _line(leaf: Leaf, beside: bool = False) -> str:
    """One value on one line; ``beside`` a comment it keeps its quotation marks."""
    if not leaf.style and leaf.first == leaf.last:
        return leaf.text
    return leaf.text if not beside and _is_plain(leaf.text) else _quoted(leaf.text)


def _is_plain(text: str) -> bool:
    """Whether every reader takes a text without quotation marks for this text, in brackets too."""
    if not text or text != text.strip() or "\n" in text or _NUMBER.fullmatch(text):
        return False
    if _RESOLVER.resolve(ScalarNode, text, (True, False)) != _PLAIN:
        return False
    node, problems = yaml_parser.parse(f"key: {text}\nlist: [{text}]\n".encode(), "")
    return node is not None and not problems and said(node) == {"key": text, "list": [text]}


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'
