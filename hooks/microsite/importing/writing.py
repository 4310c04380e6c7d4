"""Records as YAML text: comments above what they are about, short lists in one line, nothing left to guess."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..checks import personal_data
from ..yamlfile import writer
from .notice import tree

_IN_LIST = re.compile(r"[^,，]*")
_COLUMNS = 96
_AS_TEXT = re.compile(r"[0-9][0-9.]*|true|false|null|yes|no|on|off|~", re.IGNORECASE)


def file(record: tree.Record, heading: Iterable[str]) -> str:
    """The text of a whole file, with a heading of comments."""
    top = _comments(heading, "")
    return "\n".join([*top, *_comments(record.comments, ""), *_record(record, "", spaced=True)]) + "\n"


def _record(record: tree.Record, indent: str, spaced: bool = False) -> list[str]:
    lines: list[str] = []
    for key, node in record.entries:
        if spaced and isinstance(node, tree.Items | tree.Record) and lines:
            lines.append("")
        lines += _entry(key, node, indent)
    return lines


def _entry(key: str, node: tree.Value | tree.Record | tree.Items, indent: str) -> list[str]:
    lines = _comments(node.comments, indent)
    if isinstance(node, tree.Value):
        return [*lines, f"{indent}{key}: {_value(key, node)}"]
    if isinstance(node, tree.Record):
        return [*lines, f"{indent}{key}:", *_record(node, indent + "  ")]
    short = _short(key, node, indent)
    if short:
        return [*lines, short]
    return [*lines, f"{indent}{key}:", *(line for each in node.items for line in item(each, indent + "  "))]


def _value(key: str, node: tree.Value) -> str:
    if key == "code" or (key in ("phone", "colour") and _AS_TEXT.fullmatch(node.text)):
        return writer.quoted(node.text)
    return writer.scalar(personal_data.masked(node.text))


def _short(key: str, node: tree.Items, indent: str) -> str:
    """A list of a few names in one line, or nothing where it has to be longer."""
    if not all(isinstance(each, tree.Value) and not each.comments for each in node.items):
        return ""
    words = [each.text for each in node.items if isinstance(each, tree.Value)]
    line = f"{indent}{key}: {writer.in_brackets(words)}"
    wide = sum(2 if ord(sign) > 0x2E80 else 1 for sign in line)
    return line if wide <= _COLUMNS and all(_IN_LIST.fullmatch(word) for word in words) else ""


def item(node: tree.Value | tree.Record, indent: str) -> list[str]:
    """A value or record as an item of a list."""
    if isinstance(node, tree.Value):
        return [*_comments(node.comments, indent), f"{indent}- {writer.scalar(personal_data.masked(node.text))}"]
    return [*_comments(node.comments, indent), *writer.item(_record(node, indent + "  "), indent)]


def _comments(comments: Iterable[str], indent: str) -> list[str]:
    """What is copied of a notice here has no numbers of persons either."""
    return [f"{indent}# {' '.join(personal_data.masked(comment).split())}" for comment in comments]
