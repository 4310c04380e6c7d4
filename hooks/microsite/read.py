"""From the nodes of a data file to the model, with every mistake told at its place.

A file is read in three steps, and mistakes of all three are reported together: the form of each
value (``shapes``, which also resolves names and dates as it goes), references within the file,
and, when nothing is wrong, the meaning (``interpret``).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from . import colours, interpret, interpret_bodies
from .dates import FuzzyDate, correct, parse
from .language import Language
from .model import Campaign, ContactList, Region, spelling
from .problems import Mark, Problem, did_you_mean
from .shapes import (
    CampaignShape,
    ContactsShape,
    RegisterShape,
    Shape,
    SynonymsShape,
    WhenRecord,
)
from .source import Mapping, Node, Scalar
from .source import Sequence as NodeList
from .values import RESERVED_ACTIVITY_IDS, RESERVED_CAMPAIGN_IDS

Location = Sequence[str | int]
AnyShape = TypeVar("AnyShape", bound=Shape)


def plain(node: Node) -> Any:
    """A node without its positions: texts, lists and dictionaries."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, NodeList):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.entries}


def node_at(node: Node, location: Location) -> Node:
    """The node that a location leads to, or the nearest one above it that exists."""
    for step in location:
        if isinstance(node, Mapping) and isinstance(step, str):
            below = node.get(step)
        elif isinstance(node, NodeList) and isinstance(step, int) and step < len(node.items):
            below = node.items[step]
        else:
            below = None
        if below is None:
            return node
        node = below
    return node


def path(location: Location) -> str:
    """A location as a person would write it.

    >>> path(["activities", 6, "lead"])
    'activities[6].lead'
    """
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in location)
    return steps.lstrip(".")


def _mark(root: Node, location: Location, kind: str) -> Mark:
    if kind == "extra_forbidden":
        above = node_at(root, location[:-1])
        if isinstance(above, Mapping):
            return above.key_mark(str(location[-1])) or above.mark
    return node_at(root, location).mark


def _shape_at(shape: type[Shape], location: Location) -> type[Shape] | None:
    """The shape whose keys are meant at a location, for naming the nearest key."""
    current: type[Shape] | None = shape
    for step in location:
        if isinstance(step, str) and current is not None:
            current = _record_of(current, step)
    return current


def _record_of(shape: type[Shape], key: str) -> type[Shape] | None:
    field = shape.model_fields.get(key)
    found = [kind for kind in _inner(field.annotation) if field] if field else []
    return found[0] if found else None


def _inner(annotation: Any) -> Iterator[type[Shape]]:
    if isinstance(annotation, type) and issubclass(annotation, Shape):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _inner(argument)


def _unknown_key(error: ErrorDetails, shape: type[Shape]) -> tuple[str, str, str]:
    key = str(error["loc"][-1])
    record = _shape_at(shape, error["loc"][:-1])
    zh, en = did_you_mean(key, record.model_fields if record else ())
    return (
        "unknown-key",
        f"没有“{key}”这一项{zh or '；请删去或改正键名'}",
        f"there is no key “{key}”{en or '; delete it or correct its name'}",
    )


def _message(error: ErrorDetails, shape: type[Shape]) -> tuple[str, str, str]:
    """Code and words of a mistake, Chinese and English."""
    context = error.get("ctx", {})
    if "zh" in context:
        return error["type"], context["zh"], context["en"]
    match error["type"]:
        case "extra_forbidden":
            return _unknown_key(error, shape)
        case "missing":
            return _missing(error, shape)
        case "literal_error":
            return _not_offered(error)
        case "list_type":
            return (
                "not-a-list",
                "这里应是列表；请每行一项，以“- ”开头",
                "this must be a list; write one item a line, each begun with “- ”",
            )
        case "too_short":
            return (
                "empty",
                "列表是空的；请填写，或删去这一项",
                "the list is empty; fill it in, or delete the key",
            )
        case "string_type":
            return (
                "not-text",
                "这里应是一句文字，不能再分项；若文字里有冒号请加引号",
                "this must be plain text; put it in quotes if it has a colon in it",
            )
    return ("not-a-record", "这里应分项填写（键: 值）", "this must be written as keys with values")


def _missing(error: ErrorDetails, shape: type[Shape]) -> tuple[str, str, str]:
    key = str(error["loc"][-1])
    record = _shape_at(shape, error["loc"][:-1])
    field = record.model_fields.get(key) if record else None
    title = f"（{field.title}）" if field else ""
    return ("missing", f"缺少“{key}”{title}；请补上", f"“{key}” is missing; add it")


def _not_offered(error: ErrorDetails) -> tuple[str, str, str]:
    value = str(error["input"])[:40]
    offered = str(error["ctx"]["expected"]).replace("'", "").replace(" or ", ", ")
    zh, en = did_you_mean(value, offered.split(", "))
    return (
        "not-offered",
        f"“{value}”不在可选范围内{zh or f'；可选：{offered}'}",
        f"“{value}” is not one of the choices{en or f'; choose from {offered}'}",
    )


def _problem(error: ErrorDetails, node: Node, shape: type[Shape]) -> Problem:
    location = error["loc"]
    code, zh, en = _message(error, shape)
    return Problem(_mark(node, location, error["type"]), path(location), code, zh, en)


def _validated(
    shape: type[AnyShape], node: Node, context: dict[str, Any]
) -> tuple[AnyShape | None, list[Problem]]:
    try:
        return shape.model_validate(plain(node), context=context), []
    except ValidationError as invalid:
        return None, [_problem(error, node, shape) for error in invalid.errors(include_url=False)]


# --- references within one file ---------------------------------------------------------------


def _lists(node: Node, location: tuple[str | int, ...] = ()) -> Iterator[tuple[NodeList, Location]]:
    """Every list of a file with the place where it stands."""
    if isinstance(node, NodeList):
        yield node, location
        for index, item in enumerate(node.items):
            yield from _lists(item, (*location, index))
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            yield from _lists(value, (*location, key.text))


def _twins(node: Node, key: str, fold: Callable[[str], str]) -> Iterator[Problem]:
    """Records of one list that carry the same ``key``; the second one is told."""
    for items, location in _lists(node):
        seen: dict[str, Scalar] = {}
        for index, item in enumerate(items.items):
            value = item.get(key) if isinstance(item, Mapping) else None
            if not isinstance(value, Scalar):
                continue
            first = seen.setdefault(fold(value.text), value)
            if first is not value:
                yield Problem(
                    value.mark,
                    path([*location, index, key]),
                    f"duplicate-{key}",
                    f"“{value.text}”在第 {first.mark.line} 行已经用过；请换一个",
                    f"“{value.text}” is already used in line {first.mark.line}; choose another",
                )


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _scalar(node: Node, *location: str | int) -> Scalar | None:
    found: Node | None = node
    for step in location:
        if isinstance(found, Mapping) and isinstance(step, str):
            found = found.get(step)
        elif isinstance(found, NodeList) and isinstance(step, int):
            found = found.items[step] if step < len(found.items) else None
        else:
            return None
    return found if isinstance(found, Scalar) else None


def _records(node: Node, key: str) -> Iterator[tuple[int, Mapping]]:
    items = node.get(key) if isinstance(node, Mapping) else None
    for index, item in enumerate(items.items if isinstance(items, NodeList) else ()):
        if isinstance(item, Mapping):
            yield index, item


def _unknown_phases(node: Node) -> Iterator[Problem]:
    known = [phase.text for _, record in _records(node, "phases") if (phase := _scalar(record, "id"))]
    for index, record in _records(node, "activities"):
        phase = _scalar(record, "phase")
        if phase is not None and phase.text not in known:
            zh, en = did_you_mean(phase.text, known)
            yield Problem(
                phase.mark,
                f"activities[{index}].phase",
                "unknown-phase",
                f"没有编号为“{phase.text}”的阶段{zh or '；请改用 phases 里已有的编号'}",
                f"no phase has the id “{phase.text}”{en or '; use an id from phases'}",
            )


def _reserved(id_: Scalar | None, where: str, taken: frozenset[str]) -> Iterator[Problem]:
    if id_ is not None and id_.text in taken:
        yield Problem(
            id_.mark,
            where,
            "reserved-id",
            f"“{id_.text}”是网站自己要用的名字；请换一个编号",
            f"the site itself uses the name “{id_.text}”; choose another id",
        )


def _not_the_file_name(id_: Scalar | None, where: str, file: str) -> Iterator[Problem]:
    stem = file.rsplit("/", 1)[-1].removesuffix(".yml")
    if id_ is not None and id_.text != stem:
        yield Problem(
            id_.mark,
            where,
            "not-the-file-name",
            f"“{id_.text}”应与文件名相同；请写 {stem}",
            f"“{id_.text}” must be the same as the file’s name; write {stem}",
        )


def _dull_colour(colour: Scalar | None) -> Iterator[Problem]:
    if colour is None or not colours.is_colour(colour.text):
        return  # told with the form of the value
    ratio = colours.contrast(colour.text, colours.PAPER)
    if ratio < colours.BODY_CONTRAST:
        better = colours.darkened(colour.text)
        yield Problem(
            colour.mark,
            "colour",
            "weak-colour",
            f"“{colour.text}”在白底上的对比度只有 {ratio:.1f}:1，应不低于 7:1；可用 {better}",
            f"“{colour.text}” has a contrast of {ratio:.1f}:1 on white, at least 7:1 is needed; use {better}",
        )


# --- the three kinds of file ------------------------------------------------------------------


def region(node: Node, file: str) -> tuple[Region | None, list[Problem]]:
    """A region's register of bodies."""
    shape, problems = _validated(RegisterShape, node, {})
    problems += _twins(node, "id", _folded)
    problems += _not_the_file_name(_scalar(node, "region"), "region", file)
    problems += _shared_spellings(node)
    if shape is None or problems:
        return None, problems
    return interpret_bodies.region(shape, node), []


def _shared_spellings(node: Node) -> Iterator[Problem]:
    """A printed name has to lead to one body only."""
    owners: dict[str, tuple[int, Scalar]] = {}
    for index, record in _records(node, "organisations"):
        for location, name in _body_names(record):
            owner, first = owners.setdefault(spelling(name.text), (index, name))
            if owner != index:
                yield Problem(
                    name.mark,
                    f"organisations[{index}].{location}",
                    "shared-name",
                    f"“{name.text}”在第 {first.mark.line} 行已属于另一个单位；一个名称只能指一个单位",
                    f"“{name.text}” already means another body in line {first.mark.line}; a name can mean one body only",
                )


def _body_names(record: Mapping) -> Iterator[tuple[str, Scalar]]:
    for key in ("name", "short"):
        if name := _scalar(record, key):
            yield key, name
    aliases = record.get("aliases")
    for index, alias in enumerate(aliases.items if isinstance(aliases, NodeList) else ()):
        if isinstance(alias, Scalar):
            yield f"aliases[{index}]", alias


def _context(region: Region | None) -> dict[str, Any]:
    if region is None:
        return {}
    return {"find_body": region.find, "known_bodies": region.known_names}


def _reader_of_dates(node: Node) -> Callable[[WhenRecord], FuzzyDate]:
    """How times of this campaign are read: year and window come from the campaign itself."""
    year = _scalar(node, "year")
    known_year = int(year.text) if year and year.text.isdecimal() and len(year.text) == 4 else None
    period = _scalar(node, "period") or _scalar(node, "period", "means") or _scalar(node, "period", "text")
    try:
        window = parse(period.text, year=known_year) if period else None
    except ValueError:
        window = None

    def read(record: WhenRecord) -> FuzzyDate:
        if record.means is None:
            return parse(record.text, year=known_year, window=window)
        return correct(record.text, record.means, record.note or "", year=known_year, window=window)

    return read


def campaign(
    node: Node, file: str, regions: dict[str, Region], broken: frozenset[str] = frozenset()
) -> tuple[Campaign | None, list[Problem]]:
    """One edition. ``broken`` names registers that exist but have problems of their own."""
    named = _scalar(node, "region")
    home = regions.get(named.text) if named else None
    when = _reader_of_dates(node)
    shape, problems = _validated(CampaignShape, node, {**_context(home), "parse_when": when})
    problems += _twins(node, "id", _folded)
    problems += _twins(node, "number", str.strip)
    problems += _unknown_phases(node)
    problems += _not_the_file_name(_scalar(node, "id"), "id", file)
    problems += _reserved(_scalar(node, "id"), "id", RESERVED_CAMPAIGN_IDS)
    for index, record in _records(node, "activities"):
        problems += _reserved(_scalar(record, "id"), f"activities[{index}].id", RESERVED_ACTIVITY_IDS)
    problems += _dull_colour(_scalar(node, "colour"))
    if named and home is None and named.text not in broken:
        problems.append(_unknown_region(named, regions))
    if shape is None or home is None or problems:
        return None, problems
    try:
        return interpret.campaign(shape, node, home, when), []
    except interpret.Unclear as unclear:
        return None, list(unclear.problems)


def _unknown_region(named: Scalar, regions: dict[str, Region]) -> Problem:
    zh, en = did_you_mean(named.text, regions)
    return Problem(
        named.mark,
        "region",
        "unknown-region",
        f"没有地区“{named.text}”的单位名册{zh or f'；请先建立 data/organisations/{named.text}.yml'}",
        f"there is no register for “{named.text}”{en or f'; make data/organisations/{named.text}.yml first'}",
    )


def synonyms(node: Node) -> tuple[dict[Language, tuple[tuple[str, ...], ...]], list[Problem]]:
    """Groups of words that the finder takes for the same, a language each."""
    shape, problems = _validated(SynonymsShape, node, {})
    if shape is None:
        return {}, problems
    groups: dict[Language, list[list[str]]] = {"zh": shape.zh, "en": shape.en}
    return {language: tuple(map(tuple, listed)) for language, listed in groups.items()}, []


def contacts(node: Node, file: str, home: Region, as_of: date) -> tuple[ContactList | None, list[Problem]]:
    """The contacts of one campaign; after ``people_until`` the names do not leave this function."""
    shape, problems = _validated(ContactsShape, node, _context(home))
    problems += _twins(node, "body", spelling)
    problems += _not_the_file_name(_scalar(node, "campaign"), "campaign", file)
    if shape is None or problems:
        return None, problems
    return interpret_bodies.contacts(shape, node, home, as_of), []
