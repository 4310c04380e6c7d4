"""A register that exists, with what a notice adds: lines are put in, none is taken away."""

from __future__ import annotations

from collections.abc import Iterator

from ..loading import validate
from ..model.organisations import Region
from ..yamlfile import additions, writer, yaml_parser
from . import writing
from .register import Additions


def register(text: str, before: Region, lacking: Additions) -> str:
    """The longer text, or nothing where the file is written in a way that cannot be extended safely."""
    lines = text.splitlines()
    indent = additions.indent_of_records(lines)
    for id_, names in lacking.aliases:
        made = [f"{indent}    - {writer.scalar(name)}" for name in names]
        lines = additions.into_list(lines, id_, "aliases", made, indent)
    for id_, offices in lacking.offices:
        made = [line for each in offices for line in writing.item(each, f"{indent}    ")]
        lines = additions.into_list(lines, id_, "offices", made, indent)
    new = [line for each in lacking.bodies for line in writing.item(each, indent)]
    longer = "\n".join([*additions.without_blank_end(lines), *new]) + "\n"
    return longer if _only_longer(longer, before, lacking) else ""


def _only_longer(longer: str, before: Region, lacking: Additions) -> bool:
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


def by_hand(lacking: Additions) -> Iterator[str]:
    """The additions as lines to put in by hand."""
    yield from ("", "单位名册请自己补上 / add this to the register yourself:")
    for id_, names in lacking.aliases:
        yield f"  {id_}: aliases + {', '.join(names)}"
    for id_, offices in lacking.offices:
        yield f"  {id_}: offices +"
        yield from (line for each in offices for line in writing.item(each, "    "))
    yield from (line for each in lacking.bodies for line in writing.item(each, "  "))
