"""Registers in which something is wrong, by the names alone that they have: what names a body or a place is looked up all the same.

Nothing is published by these. Where not even the names can be read, there is none.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..core.typography import spelling
from ..model.fields import nothing
from ..model.organisations import Office, Organisation, Region
from ..model.places import Area, Places, Venue
from ..model.values import Words
from ..yamlfile import tree
from ..yamlfile.tree import Node, Scalar


def region(node: Node, id_: str) -> Region | None:
    """The bodies of a register with their names and offices."""
    bodies: list[Organisation] = []
    for record in _listed(node, "organisations"):
        name, short, aliases, offices = (record.get(key) for key in ("name", "short", "aliases", "offices"))
        if not isinstance(name, Scalar) or not isinstance(short, Scalar | None) or not isinstance(aliases, tree.Sequence | None):
            return None
        own = tuple(nothing(Office, id="", name=_words(each.get("name"))) for each in _listed(record, "offices")) if offices else ()
        others = tuple(each.text for each in aliases.items if isinstance(each, Scalar)) if aliases else ()
        bodies.append(
            nothing(
                Organisation, id=f"{len(bodies)}", name=_words(name), short=_words(short or name),
                kind="government", aliases=others, offices=own,
            )
        )  # fmt: skip
    spellings = {spelling(name): body for body in reversed(bodies) for name in (*body.aliases, body.short.text, body.name.text)}
    made: Region = nothing(Region, id=id_, name=Words(id_, ""), organisations=tuple(bodies), spellings=spellings)
    return made if bodies else None


def places(node: Node, id_: str) -> Places | None:
    """The areas and venues of a region with their ids and names."""
    found: dict[str, tuple[Area | Venue, ...]] = {}
    for key, cls in (("areas", Area), ("venues", Venue)):
        records = list(_listed(node, key))
        if not all(isinstance(each.get(name), Scalar) for each in records for name in ("id", "name")):
            return None
        more = ({"area": _text(each.get("area"))} if cls is Venue else {} for each in records)
        found[key] = tuple(
            nothing(cls, id=_text(each.get("id")), name=_words(each.get("name")), **other)
            for each, other in zip(records, more, strict=True)
        )
    known = {f"known_{key}": {spelling(name): each for each in found[key] for name in (each.id, each.name.text)} for key in found}
    made: Places = nothing(Places, region=id_, **found, **known)
    return made if found["areas"] else None


def _listed(node: Node | None, key: str) -> Iterator[tree.Mapping]:
    listed = node.get(key) if isinstance(node, tree.Mapping) else None
    return (each for each in (listed.items if isinstance(listed, tree.Sequence) else ()) if isinstance(each, tree.Mapping))


def _text(node: Node | None) -> str:
    return node.text if isinstance(node, Scalar) else ""


def _words(node: Node | None) -> Words:
    return Words(_text(node), "")
