"""A register that exists, with what a notice adds: lines are put in, none is taken away."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..loading import validate
from ..model.organisations import Region
from ..yamlfile import writer, yaml_parser
from . import register as found
from . import writing


def register(text: str, before: Region, lacking: found.Additions) -> str:
    """The longer text, or nothing where the file is written in a way that cannot be extended safely."""
    lines = text.splitlines()
    indent = _indent(lines)
    for id_, names in lacking.aliases:
        lines = _with_aliases(lines, id_, names, indent)
    for id_, offices in lacking.offices:
        made = [line for each in offices for line in writing.item(each, f"{indent}    ")]
        lines = _with_list(lines, id_, "offices", made, indent)
    new = [line for each in lacking.bodies for line in writing.item(each, indent)]
    longer = "\n".join([*_without_blank_end(lines), *new]) + "\n"
    return longer if _only_longer(longer, before, lacking) else ""


def _indent(lines: list[str]) -> str:
    return next(
        (line[: len(line) - len(line.lstrip())] for line in lines if re.match(r" *- id:", line)), "  "
    )


def _without_blank_end(lines: list[str]) -> list[str]:
    end = len(lines)
    while end and not lines[end - 1].strip():
        end -= 1
    return lines[:end]


def _record(lines: list[str], id_: str, indent: str) -> tuple[int, int]:
    """First and last line (exclusive) of a body's record."""
    start = next(
        (
            at
            for at, line in enumerate(lines)
            if re.fullmatch(rf"{indent}- id: *[\"']?{re.escape(id_)}[\"']?\s*", line)
        ),
        -1,
    )
    if start < 0:
        return 0, 0
    end = start + 1
    while end < len(lines) and re.match(rf"{indent} +\S", lines[end]):
        end += 1
    return start, end


def _with_aliases(lines: list[str], id_: str, names: tuple[str, ...], indent: str) -> list[str]:
    return _with_list(
        lines, id_, "aliases", [f"{indent}    - {writer.scalar(name)}" for name in names], indent
    )


def _with_list(lines: list[str], id_: str, key: str, items: list[str], indent: str) -> list[str]:
    """Items added to a list of a record, which is begun where there is none yet."""
    start, end = _record(lines, id_, indent)
    if end == 0:
        return lines
    at = next((at for at in range(start, end) if re.match(rf"{indent}  {key}:", lines[at])), -1)
    if at < 0:
        return [*lines[:end], f"{indent}  {key}:", *items, *lines[end:]]
    flow = re.fullmatch(r"(.*\[.*[^\s\[])\s*\](\s*)", lines[at])
    if flow:
        words = ", ".join(item.strip().removeprefix("- ") for item in items)
        return [*lines[:at], f"{flow[1]}, {words}]", *lines[at + 1 :]]
    last = at + 1
    while (
        last < end
        and re.match(rf"{indent}  +( |-)", lines[last])
        and not re.match(rf"{indent}  [a-z_]+:", lines[last])
    ):
        last += 1
    return [*lines[:last], *items, *lines[last:]]


def _only_longer(longer: str, before: Region, lacking: found.Additions) -> bool:
    """Whether every body of before is there unchanged, and every addition too."""
    node, problems = yaml_parser.parse(longer.encode("utf-8"), f"{before.id}.yml")
    after, more = validate.region(node, f"{before.id}.yml") if node is not None and not problems else (None, [])
    if after is None or more:
        return False
    now = {body.id: body for body in after.organisations}
    kept = all(
        body.id in now
        and (body.name, body.short, body.kind, body.url)
        == (now[body.id].name, now[body.id].short, now[body.id].kind, now[body.id].url)
        and set(body.aliases) <= set(now[body.id].aliases)
        for body in before.organisations
    )
    resolved = all(after.find(name) is not None for _, names in lacking.aliases for name in names)
    return kept and resolved and len(now) == len(before.organisations) + len(lacking.bodies)


def by_hand(lacking: found.Additions) -> tuple[str, ...]:
    """The additions as lines to put in by hand."""
    return ("", "单位名册请自己补上 / add this to the register yourself:", *_by_hand(lacking))


def _by_hand(lacking: found.Additions) -> Iterator[str]:
    for id_, names in lacking.aliases:
        yield f"  {id_}: aliases + {', '.join(names)}"
    for id_, offices in lacking.offices:
        yield f"  {id_}: offices +"
        yield from (line for each in offices for line in writing.item(each, "    "))
    yield from (line for each in lacking.bodies for line in writing.item(each, "  "))
