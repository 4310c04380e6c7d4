"""Lines put into a file of data that an editor keeps: none of his own is changed or taken away."""

from __future__ import annotations

import re


def indent_of_records(lines: list[str]) -> str:
    """How far the records of a file's list are set in."""
    return next((line[: len(line) - len(line.lstrip())] for line in lines if re.match(r" *- id:", line)), "  ")


def without_blank_end(lines: list[str]) -> list[str]:
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return lines[:end]


def into_list(lines: list[str], id_: str, key: str, items: list[str], indent: str) -> list[str]:
    """Items put first into a list of the record with an id; the list is begun below the id where there is none yet."""
    start = next(
        (at for at, line in enumerate(lines) if re.fullmatch(rf"{indent}- id: *[\"']?{re.escape(id_)}[\"']?\s*", line)), -1
    )
    if start < 0:
        return lines
    end = next((at for at in range(start + 1, len(lines)) if lines[at].startswith(f"{indent}- ")), len(lines))
    at = next((at for at in range(start, end) if re.match(rf"{indent}  {key}:", lines[at])), -1)
    if at < 0:
        return [*lines[: start + 1], f"{indent}  {key}:", *items, *lines[start + 1 :]]
    if flow := re.fullmatch(r"(.*\[.*[^\s\[])\s*\](\s*)", lines[at]):
        words = ", ".join(item.strip().removeprefix("- ") for item in items)
        return [*lines[:at], f"{flow[1]}, {words}]", *lines[at + 1 :]]
    return [*lines[: at + 1], *items, *lines[at + 1 :]]
