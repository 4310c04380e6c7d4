"""What the register of a region still lacks: bodies that the notice names, other spellings, offices."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from ..core.typography import spelling
from ..model import offices
from ..model.choices import ALL, OPEN
from ..model.organisations import Region
from . import ids
from .notice import names, regions, tree
from .notice.pieces import Piece


@dataclass(slots=True)
class _Body:
    """A body as the notice names it: its spellings in their order, and where the first one stands."""

    spellings: list[str] = field(default_factory=list)
    first: Piece | None = None
    offices: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Additions:
    """New bodies as records, and other spellings and offices of bodies that are registered, by id."""

    bodies: tuple[tree.Record, ...]
    aliases: tuple[tuple[str, tuple[str, ...]], ...]
    offices: tuple[tuple[str, tuple[tree.Record, ...]], ...]

    def __bool__(self) -> bool:
        return bool(self.bodies or self.aliases or self.offices)


def additions(files: Iterable[tree.Record], named: names.Names, region: str, registers: tuple[Region, ...]) -> Additions:
    """Everything to add, so that each body of the files can be resolved."""
    grouped: dict[str, _Body] = {}
    for file in files:
        _gather(file, named, grouped)
    taken = {body.id for register in registers for body in register.organisations}
    known = {body.id: body for body in named.register.organisations} if named.register else {}
    bodies, aliases, offices = [], [], []
    for same, body in grouped.items():
        if not same.startswith("="):
            bodies.append(_new(body, named, region, registers, taken))
            continue
        registered = known[same[1:]]
        other = [each for each in names.twice(body.spellings) if not named.known(each)]
        missing = [each for each in dict.fromkeys(body.offices) if registered.office(each) is None]
        if other:
            aliases.append((registered.id, tuple(other)))
        if missing:
            taken_here = {office.id for office in registered.offices}
            offices.append((registered.id, tuple(_office(each, taken_here) for each in missing)))
    return Additions(tuple(bodies), tuple(aliases), tuple(offices))


def _gather(node: tree.Value | tree.Record | tree.Items, named: names.Names, grouped: dict[str, _Body]) -> None:
    for each in tree.walk(node):
        if isinstance(each, tree.Value) and each.body and each.text not in (OPEN, ALL):
            body = grouped.setdefault(named.same(each.text), _Body())
            body.spellings.append(each.text)
            body.first = body.first or (each.pieces[0] if each.pieces else None)
        elif isinstance(each, tree.Record):
            owner, office = each.get("by") or each.get("body"), each.get("office")
            if isinstance(owner, tree.Value) and isinstance(office, tree.Value) and office.text:
                grouped.setdefault(named.same(owner.text), _Body()).offices.append(office.text)


def _new(body: _Body, named: names.Names, region: str, registers: tuple[Region, ...], taken: set[str]) -> tree.Record:
    """A body that no register has: the longest spelling, lengthened, as its name."""
    spellings = names.twice(body.spellings)
    longest = max(spellings, key=len)
    full = named.full(longest)
    short = next((each for each in spellings if spelling(each).startswith(named.level)), named.short(longest))
    others = [each for each in spellings if spelling(each) not in (spelling(full), spelling(short))]
    made = ids.of_body(named.short(short), region, registers, taken)
    kind = offices.kind_of(short)
    if kind == "government" and full.startswith(named.region) and not named.is_place:  # the students' office of a university
        kind = offices.kind_of(named.region)
    where = f"（{body.first.place}）" if body.first else ""
    taken_ids: set[str] = set()
    return tree.record(
        ("id", tree.said(made, ids.CHECK_ID)),
        ("name", tree.said(full, *([] if full in spellings else [f"请核对：全称；原文写“{longest}”{where}"]))),
        ("short", tree.said(short, *([] if short in spellings else [f"请核对：简称；原文写“{longest}”{where}"]))),
        ("aliases", tree.Items(tuple(map(tree.said, others)))),
        ("kind", tree.said(kind, "请核对：类别按名称推定") if kind else tree.owed("类别，见手册“数据格式”的“可选值”")),
        ("offices", tree.Items(tuple(_office(each, taken_ids) for each in dict.fromkeys(body.offices)))),
    )


def _office(name: str, taken: set[str]) -> tree.Record:
    made = ids.free(ids.slug(name.removesuffix("处")) or "office", taken)
    return tree.record(("id", tree.said(made, ids.CHECK_ID)), ("name", tree.said(name)))


def whole(found: Additions, region: regions.Known) -> tree.Record:
    """A register that does not exist yet."""
    return tree.record(
        ("region", tree.said(region.id)),
        ("name", tree.said(region.name) if region.name else tree.owed("地区的名称，如 示例省")),
        *([("code", tree.said(region.code))] if region.code else []),
        ("organisations", tree.Items(found.bodies)),
    )
