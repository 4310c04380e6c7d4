"""Values as YAML text that every reader takes for the same value."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

_PLAIN = re.compile(r"[\w\u3400-\u9fff“《（〔][^:#\"'\\\[\]{}\n\t]*")


def scalar(text: str) -> str:
    """A value on one line, in quotes where YAML or a reader could take it for something else.

    >>> scalar("省教育厅"), scalar("上午9:00"), scalar("")
    ('省教育厅', '"上午9:00"', '""')
    """
    return text if _PLAIN.fullmatch(text) and text == text.strip() else quoted(text)


def quoted(text: str) -> str:
    """A value on one line, in quotes whatever it is."""
    return json.dumps(text, ensure_ascii=False)


def in_brackets(texts: Iterable[str]) -> str:
    """A list on one line.

    >>> in_brackets(["省教育厅", "甲,乙"])
    '[省教育厅, "甲,乙"]'
    """
    return f"[{', '.join(quoted(text) if ',' in text else scalar(text) for text in texts)}]"


def item(lines: list[str], indent: str) -> list[str]:
    """The lines of a record as an item of a list: what is said of its first key stands above the dash.

    >>> item(["  # 原文", "  id: a", "  name: b"], "")
    ['# 原文', '- id: a', '  name: b']
    """
    first = next((at for at, line in enumerate(lines) if not line.lstrip().startswith("#")), len(lines))
    above, begun = [line[2:] for line in lines[:first]], [line.lstrip() for line in lines[first : first + 1]] or ["{}"]
    return [*above, f"{indent}- {begun[0]}", *lines[first + 1 :]]


def block(text: str, indent: str) -> list[str]:
    """Several lines the way editors write them: ``|`` for behind the key, then each line below it.

    Empty for a text that would not be read back as it is, such as one with spaces at the start of a line.
    """
    lines = text.removesuffix("\n").split("\n")
    bare = all(line == line.strip() and (line or 0 < at < len(lines) - 1) for at, line in enumerate(lines))
    if "\n" not in text or not bare or not all(line.isprintable() for line in lines):
        return []
    return ["|" if text.endswith("\n") else "|-", *(f"{indent}{line}" if line else "" for line in lines)]
