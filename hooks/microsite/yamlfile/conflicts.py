"""Marks that git leaves where two people changed the same lines, in whatever kind of file."""

from __future__ import annotations

import re

from ..core.problems import Mark, Problem

_MARK = re.compile(rb"^(?:<{7}|>{7}|\|{7}) ", re.MULTILINE)
_BETWEEN = re.compile(rb"^={7}\r?$", re.MULTILINE)


def found(data: bytes, file: str) -> Problem | None:
    """The first mark of a conflict, or None; a row of equals signs alone may be a heading in a page (``.md``).

    >>> found(b"a: 1\\n<<<<<<< HEAD\\nb: 2\\n", "a.yml").mark.line, found(b"a: 1\\n=======\\n", "a.yml").mark.line
    (2, 2)
    """
    mark = _MARK.search(data) or (None if file.endswith(".md") else _BETWEEN.search(data))
    if mark is None:
        return None
    return Problem(
        Mark(file, data.count(b"\n", 0, mark.start()) + 1),
        "",
        "merge-conflict",
        "这里有两份改动没有合并完；请在 <<<<<<< 和 >>>>>>> 之间留下要的内容，再删去这些记号",
        "two changes were not merged here; keep what is right between <<<<<<< and >>>>>>>, then delete these marks",
    )
