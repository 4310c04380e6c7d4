"""OpenDocument texts (.odt): paragraphs and rows of tables in their order, with the numbers that the program counts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree  # type: ignore[import-untyped]

from ...core.typography import clean, counted
from . import documents, packages
from .documents import BREAK, MAX_LEVELS, Counter, Document, grid, within
from .packages import every, named
from .pieces import Line

_KINDS = {"一": "chineseCounting", "壹": "chineseCounting", "甲": "ideographTraditional", "①": "decimalEnclosedCircle"}
_SKIPPED = ("tracked-changes", "annotation", "ruby-text", "note", "text-box", "hidden-text", "sequence-decls")
_STRUCK = "text-line-through-style"
_MAX_SPACES = 100


def read(data: bytes) -> Document:
    """The lines of an .odt; raises RefusalError."""
    with packages.opened(data, ".odt") as package:
        if b"encryption-data" in package.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in package.namelist() else b"":
            raise packages.locked()
        return _Reader(*(packages.parsed(package.read(name)) for name in ("content.xml", "styles.xml"))).document()


def _of(node: Any, name: str, default: str = "") -> str:
    """An attribute by its name without its name space."""
    return next((value for key, value in node.attrib.items() if etree.QName(key).localname == name), default)


class _Reader:
    """Walks the body; lists and their counts are kept by the name of their style."""

    def __init__(self, content: Any, styles: Any) -> None:
        self._content, self._styles = content, styles
        self._lists = {_of(each, "name"): each for root in (styles, content) for each in every(root, "list-style", "outline-style")}
        self._indents = {
            _of(style, "name")
            for root in (styles, content)
            for style in every(root, "style")
            if any(re.match("0*[1-9]|0*[.][0-9]*[1-9]", _of(each, "text-indent")) for each in every(style, "paragraph-properties"))
        }
        self._hidden: set[str] = set()
        for style in (each for root in (styles, content) for each in every(root, "style")):  # those of a file's own rest on those above
            texts = [*every(style, "text-properties")]
            hidden = any(_of(each, "display") == "none" or _of(each, _STRUCK, "none") != "none" for each in texts)
            if hidden or (_of(style, "parent-style-name") in self._hidden and not any(_of(each, "display") for each in texts)):
                self._hidden.add(_of(style, "name"))
        self._counts: dict[str, dict[int, int]] = {}
        self._counter = Counter()

    def document(self) -> Document:
        body = next(every(self._content, "text"))
        margins = [each for page in every(self._styles, "master-page") for each in every(page, "p")]
        hidden: dict[Any, None] = {}
        for each in filter(self._is_hidden, every(body, "span", "p", "h", "section", "hidden-text")):
            if not any(above in hidden for above in each.iterancestors()):
                hidden[each] = None
        notes = [each for note in every(body, "note-body") for each in every(note, "p")]
        remarks = [each for note in every(body, "annotation") for each in every(note, "p")]
        told = (("处页眉页脚", margins), ("处脚注", notes), ("处批注", remarks), ("处隐藏或划去的字", hidden))
        aside = [(unit, "".join(_signs(each)) or _of(each, "string-value")) for unit, found in told for each in found]
        aside += [documents.linked("".join(_signs(each)), _of(each, "href")) for each in every(body, "a")]
        for node in hidden:
            tail = node.tail
            node.clear()
            node.tail = tail
        return Document(tuple(within(self._lines(body, "", 0))), documents.beside(aside))

    def _is_hidden(self, node: Any) -> bool:
        """Whether words, a paragraph or a section are hidden or struck through."""
        name = named(node)
        if name in ("section", "hidden-text"):
            return name == "hidden-text" or _of(node, "display") == "none"
        return _of(node, "style-name") in self._hidden or any(_of(each, "is-hidden") == "true" for each in every(node, "hidden-paragraph"))

    def _lines(self, parent: Any, style: str, level: int) -> Iterator[Line]:
        for node in parent:
            name = named(node)
            if name in ("p", "h"):
                yield from self._paragraph(node, self._heading(node) if name == "h" else "")
            elif name == "list":
                yield from self._list(node, style, level)
            elif name == "table":
                yield from self._table(node)
            elif (name not in _SKIPPED or name == "text-box") and len(node):  # a box that hangs on the page
                yield from self._lines(node, style, level)

    def _list(self, node: Any, style: str, level: int) -> Iterator[Line]:
        style = _of(node, "style-name", style)
        if not level and _of(node, "continue-numbering") != "true" and not _of(node, "continue-list"):
            self._counts[style] = {}
        for item in node:
            text = any(named(each) in ("p", "h") and "".join(_signs(each)).strip() for each in item)
            label = self._label(style, level, _of(item, "start-value")) if named(item) == "list-item" and text else ""
            for child in item:
                if named(child) in ("p", "h"):
                    yield from self._paragraph(child, label)
                    label = ""
                elif named(child) == "list":
                    yield from self._list(child, style, level + 1)
                else:
                    yield from self._lines([child], style, level)

    def _heading(self, node: Any) -> str:
        """The number of a heading by the outline, where it is in no list."""
        level = _of(node, "outline-level")
        return self._label("Outline", int(level) - 1, "") if level.isdigit() and "Outline" in self._lists else ""

    def _label(self, style: str, level: int, start: str) -> str:
        levels = {int(_of(each, "level", "0")) - 1: each for each in self._lists.get(style, ())[:MAX_LEVELS]}
        if level not in levels or not _of(levels[level], "num-format"):
            return ""
        counts = self._counts.setdefault(style, {})
        first = start or ("" if level in counts else _of(levels[level], "start-value", "1"))
        counts[level] = int(first) if first.isdigit() else counts.get(level, 0) + 1
        for deeper in [each for each in counts if each > level]:
            del counts[deeper]
        shown = range(max(0, level - int(_of(levels[level], "display-levels", "1")) + 1), level + 1)
        numbers = [counted(counts.get(at, 1), _KINDS.get(_of(levels[at], "num-format")[:1], "decimal")) for at in shown if at in levels]
        return f"{_of(levels[level], 'num-prefix')}{'.'.join(numbers)}{_of(levels[level], 'num-suffix')}"

    def _paragraph(self, node: Any, label: str) -> Iterator[Line]:
        boxes = [each for box in every(node, "text-box") for each in every(box, "p", "h")]
        text = "\n".join([label + "".join(_signs(node)), *("".join(_signs(each)) for each in boxes)])
        yield from self._counter.paragraph(text, _of(node, "style-name") in self._indents)

    def _table(self, table: Any) -> Iterator[Line]:
        rows = [
            [(_cell(each), int(_of(each, "number-columns-spanned", "1")), int(_of(each, "number-rows-spanned", "1")))
             for each in row if named(each) == "table-cell"]
            for row in every(table, "table-row")
        ]  # fmt: skip
        if len(rows) == 1 and len(rows[0]) == 1:
            yield from self._lines(next(every(table, "table-cell")), "", 0)
        else:
            yield from self._counter.table(grid(rows))


def _cell(cell: Any) -> str:
    own = (each for each in every(cell, "p", "h") if not any(named(above) in ("annotation", "note") for above in each.iterancestors()))
    return clean(" ".join(" ".join("".join(_signs(each)) for each in own).split()))


def _signs(node: Any) -> Iterator[str]:
    """The text of a paragraph without notes, remarks and what was deleted."""
    yield node.text or ""
    for child in node:
        name = named(child)
        if name == "s":
            yield " " * min(int(_of(child, "c", "1")), _MAX_SPACES)
        elif name == "tab":
            yield "\t"
        elif name == "line-break":
            yield BREAK
        elif name and name not in _SKIPPED:
            yield from _signs(child)
        yield child.tail or ""
