"""Names that records had before: none may be a name that something has now, or had.

Asked of the nodes, like ``references``, so that each mistake is told at its place. Ids that were
withdrawn and short codes belong here, too: what was published once is never given again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..core.problems import Mark, Problem
from ..model.choices import RESERVED_ACTIVITY_IDS, RESERVED_CAMPAIGN_IDS
from ..yamlfile.tree import Location, Mapping, Node, Scalar, Sequence, records, scalar
from .references import repeated, reserved

Placed = tuple[Location, Scalar]


def _formers(record: Node, location: Location) -> Iterator[Placed]:
    """The former ids of a record, with their places."""
    listed = record.get("formerly") if isinstance(record, Mapping) else None
    if isinstance(listed, Sequence):
        for index, item in enumerate(listed.items):
            if isinstance(item, Scalar) and item.text.strip():
                yield (*location, "formerly", index), item


def _ids(node: Node, key: str, above: Location = ()) -> list[Placed]:
    """The ids of a list of records; ``above`` is where the node stands."""
    found = (((*above, *location, "id"), scalar(record, "id")) for location, record in records(node, key))
    return [(place, id_) for place, id_ in found if id_ is not None]


def _all_formers(node: Node, key: str, above: Location = ()) -> list[Placed]:
    """The former ids of a list of records."""
    return [each for location, record in records(node, key) for each in _formers(record, (*above, *location))]


def _taken(former: Placed, first: Mark) -> Problem:
    place, id_ = former
    is_here = first.file == id_.mark.file
    zh, en = (f"第 {first.line} 行", f"in line {first.line}") if is_here else (f" {first} ", f"at {first}")
    zh = f"在{zh}已经用作编号；曾用编号只能指一条记录，请删去或改正"
    return id_.wrong(place, "former-id-taken", zh, f"is already an id {en}; a former id can mean one record only, delete or correct it")


def _collisions(present: Iterable[Placed], former: Iterable[Placed]) -> Iterator[Problem]:
    seen: dict[str, Mark] = {}
    for _, id_ in present:
        seen.setdefault(id_.text, id_.mark)
    for placed in former:
        first = seen.setdefault(placed[1].text, placed[1].mark)
        if first is not placed[1].mark:
            yield _taken(placed, first)


# --- within one campaign ----------------------------------------------------------------------


def in_campaign(node: Node) -> Iterator[Problem]:
    """Former ids of activities and their parts, of phases and requirements; ids of withdrawn activities."""
    present, former = _ids(node, "activities"), _all_formers(node, "activities")
    yield from _collisions(present, former)
    for key in ("phases", "requirements"):
        yield from _collisions(_ids(node, key), _all_formers(node, key))
    for location, record in records(node, "activities"):
        yield from _collisions(_ids(record, "parts", location), _all_formers(record, "parts", location))
    yield from _still_in_use(present, former, _ids(node, "withdrawn"))
    for place, id_ in (*former, *_ids(node, "withdrawn")):
        yield from reserved(id_, place, RESERVED_ACTIVITY_IDS)
    for place, id_ in _formers(node, ()):
        yield from reserved(id_, place, RESERVED_CAMPAIGN_IDS)


def _still_in_use(present: Iterable[Placed], former: Iterable[Placed], withdrawn: Iterable[Placed]) -> Iterator[Problem]:
    used = {id_.text: id_.mark for _, id_ in (*former, *present)}
    for place, id_ in withdrawn:
        first = used.get(id_.text)
        if first is not None:
            zh = f"在第 {first.line} 行还在用；撤下的活动请从 activities 里删去，没有撤下的请从这里删去"
            en = f"is still in use in line {first.line}; delete a withdrawn activity from activities, "
            yield id_.wrong(place, "withdrawn-in-use", zh, f"{en}or one that was not withdrawn from here")


# --- between files ----------------------------------------------------------------------------


def of_campaigns(campaigns: Iterable[Node]) -> Iterator[Problem]:
    """A campaign's former id is no other campaign's; a short code is given once, ever and anywhere."""
    nodes = tuple(campaigns)
    ids = [(("id",), id_) for node in nodes if (id_ := scalar(node, "id"))]
    yield from _collisions(ids, [each for node in nodes for each in _formers(node, ())])
    yield from _twin_codes(nodes)


def of_organisations(registers: Iterable[Node]) -> Iterator[Problem]:
    """A body's former id is no other body's, in whichever register."""
    nodes = tuple(registers)
    ids = [each for node in nodes for each in _ids(node, "organisations")]
    yield from _collisions(ids, [each for node in nodes for each in _all_formers(node, "organisations")])


def _twin_codes(nodes: Iterable[Node]) -> Iterator[Problem]:
    for where, code, first in repeated((each for node in nodes for each in records(node, "activities")), "code", str):
        zh, en = f"在 {first.mark} 已经用作短地址；请换一个", f"is already a short address at {first.mark}; choose another"
        yield code.wrong(where, "duplicate-code", zh, en)
