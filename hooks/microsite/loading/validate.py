"""From the nodes of a data file to the model, with every mistake told at its place.

A file is read in three steps, and mistakes of all three are reported together: the form of each
value (``shapes``, which also resolves names and dates as it goes), references within the file,
and, when nothing is wrong, the meaning (``interpret``).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from typing import Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from ..checks import copied_years, drafts, former_ids, personal_data, references
from ..core import choices, colours
from ..core.choices import RESERVED_ACTIVITY_IDS, RESERVED_BODY_IDS, RESERVED_CAMPAIGN_IDS, Role, is_year
from ..core.dates.fuzzy import DateError, FuzzyDate, correct, parse
from ..core.language import Language
from ..core.model import Campaign, ContactList, Region
from ..core.problems import MOST, Mark, Problem, capped, did_you_mean, more
from ..yamlfile.messages import printable
from ..yamlfile.tree import node_at, path, plain, records, scalar
from ..yamlfile.yaml_parser import Mapping, Node, Scalar
from . import build_model, build_registers
from .shapes import CampaignShape, ContactsShape, RegisterShape, Shape, SynonymsShape, WhenRecord

Location = Sequence[str | int]
AnyShape = TypeVar("AnyShape", bound=Shape)


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
    return next(_inner(field.annotation), None) if field else None


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


def _message(error: ErrorDetails, node: Node, shape: type[Shape]) -> tuple[str, str, str]:
    """Code and words of a mistake, Chinese and English."""
    context = error.get("ctx", {})
    if meant := _run_together(error, node):
        return _wide_commas(meant)
    if error["type"] == "extra_forbidden":
        return _unknown_key(error, shape)
    if error["type"] == "missing":
        return _missing(error, shape)
    if error["input"] == "" or error["type"] in ("too_short", "empty"):
        return _empty(error, _is_required(_typed(node, error["loc"]), shape))
    if "zh" in context:
        return error["type"], context["zh"], context["en"]
    if error["type"] == "unknown-body":
        return _unknown_body(context["name"], context["known"])
    if error["type"] == "literal_error" and isinstance(error["input"], str):
        return _not_offered(error)
    return _of_another_kind(error)


_WIDE_COMMA = re.compile(r"[，、；](?![^（(]*[）)])")  # not those in brackets, which belong to a name
_ONE_OF_MANY = ("unknown-body", "literal_error", "not-an-id")
"""Mistakes in an item of a list that several items between full-width commas would make."""


def _run_together(error: ErrorDetails, node: Node) -> list[str]:
    """The items of a list that full-width commas made one of, as they were meant; else nothing."""
    location, typed = error["loc"], error["input"]
    if error["type"] not in _ONE_OF_MANY or not isinstance(location[-1], int) or not isinstance(typed, str):
        return []
    if len(_items(typed)) < 2:
        return []
    whole = plain(node_at(node, location[:-1]))
    return [item for each in (whole if isinstance(whole, list) else [whole]) for item in _items(str(each))]


def _items(typed: str) -> list[str]:
    return [item.strip() for item in _WIDE_COMMA.split(typed) if item.strip()]


def _wide_commas(meant: list[str]) -> tuple[str, str, str]:
    shown = f"[{', '.join(meant)[:300]}]"
    return (
        "wide-comma",
        f"列表里用了“，”（或“、”）；请用英文逗号隔开：{shown}，或者每行写一项",
        f"separate the items of a list with an ASCII comma: {shown}, or write one item a line",
    )


def _unknown_body(name: str, known: Iterable[str]) -> tuple[str, str, str]:
    zh, en = did_you_mean(name, known)
    en_end = (
        f"{en} If it is another body, add it to the register"
        if en
        else "; correct it, or add it to the register"
    )
    return (
        "unknown-body",
        f"没有叫“{name[:60]}”的单位{f'{zh}如果是另一个单位，请登记到单位名册' if zh else '；请改正，或登记到单位名册'}",
        f"no body is called “{name[:60]}”{en_end}",
    )


def _is_required(location: Location, shape: type[Shape]) -> bool:
    """Whether a key that stands in the file cannot be left out."""
    record = _shape_at(shape, location[:-1])
    field = record.model_fields.get(str(location[-1])) if record else None
    return field is not None and field.is_required()


def _empty(error: ErrorDetails, is_required: bool) -> tuple[str, str, str]:
    if error["loc"][-1] == "colour":
        return (
            "empty",
            '颜色是空的；没有引号的 # 是注释，请写成带引号的 "#a1242c" 这样',
            'there is no colour; a # without quotes begins a comment, so write it in quotes, such as "#a1242c"',
        )
    if is_required:
        return ("empty", "这里是空的；请填写内容（必填）", "nothing is written here; fill it in (required)")
    if error["type"] == "too_short":
        return (
            "empty",
            "列表是空的；请填写，或删去这一项",
            "the list is empty; fill it in, or delete the key",
        )
    return (
        "empty",
        "这里是空的；请填写内容，或删去这一行",
        "nothing is written here; fill it in or delete the line",
    )


def _of_another_kind(error: ErrorDetails) -> tuple[str, str, str]:
    """A list where a text is wanted, and the like."""
    match error["type"]:
        case "list_type":
            return (
                "not-a-list",
                "这里应是列表；请每行一项，以“- ”开头",
                "this must be a list; write one item a line, each begun with “- ”",
            )
        case "string_type" | "int_type" | "bool_type" | "literal_error":
            return (
                "not-text",
                "这里应是一句文字，不能再分项；若文字里有冒号请加引号",
                "this must be plain text; put it in quotes if it has a colon in it",
            )
    if isinstance(error["input"], list):
        return ("not-a-record", "这里不能写成列表；请只写一项", "this cannot be a list; write one value")
    return ("not-a-record", "这里应分项填写（键: 值）", "this must be written as keys with values")


def _missing(error: ErrorDetails, shape: type[Shape]) -> tuple[str, str, str]:
    key = str(error["loc"][-1])
    record = _shape_at(shape, error["loc"][:-1])
    field = record.model_fields.get(key) if record else None
    title = f"（{field.title}）" if field else ""
    return ("missing", f"缺少“{key}”{title}；请补上", f"“{key}” is missing; add it")


def _not_offered(error: ErrorDetails) -> tuple[str, str, str]:
    value = str(error["input"])[:40]
    offered = str(error["ctx"]["expected"]).replace("'", "").replace(" or ", ", ").split(", ")
    if code := choices.meant(value, offered):
        zh, en = f"，是否为 {choices.named(code)}？", f"; did you mean “{code}”?"
    else:
        zh, en = f"；可选：{'、'.join(map(choices.named, offered))}", f"; choose from {', '.join(offered)}"
    return ("not-offered", f"“{value}”不在可选范围内{zh}", f"“{value}” is not one of the choices{en}")


def _problem(error: ErrorDetails, node: Node, shape: type[Shape]) -> Problem:
    location = error["loc"]
    code, zh, en = _message(error, node, shape)
    where = path(_typed(node, location))
    return Problem(_mark(node, location, error["type"]), printable(where), code, printable(zh), printable(en))


def _typed(root: Node, location: Location) -> Location:
    """The part of a location that stands in the file: a text can stand for a record or for a list."""
    ends = (end for end in range(len(location)) if isinstance(node_at(root, location[:end]), Scalar))
    return location[: next(ends, None)]


def _validated(
    shape: type[AnyShape], node: Node, context: dict[str, Any]
) -> tuple[AnyShape | None, list[Problem]]:
    try:
        return shape.model_validate(plain(node), context=context), []
    except ValidationError as invalid:
        return None, list(_told(invalid, node, shape))


def _told(invalid: ValidationError, node: Node, shape: type[Shape]) -> Iterator[Problem]:
    """The mistakes of a file, at most ``MOST`` of each kind; no words are looked for for the others."""
    counts: Counter[str] = Counter()
    last: dict[str, Problem] = {}
    for error in invalid.errors(include_url=False):
        kind = error["type"]
        counts[kind] += 1
        if counts[kind] <= MOST:
            last[kind] = _problem(error, node, shape)
            yield last[kind]
    for kind, problem in last.items():
        if counts[kind] > MOST:
            yield more(problem, counts[kind] - MOST)


def _dull_colour(colour: Scalar | None) -> Iterator[Problem]:
    if colour is None or not colours.is_colour(colour.text):
        return  # told with the form of the value
    ratio = colours.contrast(colour.text, colours.PAPER)
    if ratio < colours.BODY_CONTRAST:
        better, shown = colours.darkened(colour.text), int(ratio * 10) / 10  # 6.96 is not 7.0
        yield Problem(
            colour.mark,
            "colour",
            "weak-colour",
            f"“{colour.text}”在白底上的对比度只有 {shown}:1，应不低于 7:1；可用 {better}",
            f"“{colour.text}” has a contrast of {shown}:1 on white, at least 7:1 is needed; use {better}",
        )


# --- the three kinds of file ------------------------------------------------------------------


def region(node: Node, file: str) -> tuple[Region | None, list[Problem]]:
    """A region's register of bodies."""
    shape, problems = _validated(RegisterShape, node, {})
    problems += references.twin_ids(node)
    problems += references.not_the_file_name(scalar(node, "region"), "region", file)
    problems += references.shared_spellings(node)
    for location, record in records(node, "organisations"):
        problems += references.reserved(scalar(record, "id"), path([*location, "id"]), RESERVED_BODY_IDS)
    if shape is None or problems:
        return None, capped(problems)
    return build_registers.region(shape, node), []


def _context(region: Region | None) -> dict[str, Any]:
    if region is None:
        return {}
    return {"find_body": region.find, "known_bodies": region.known_names}


def _reader_of_dates(node: Node) -> Callable[[WhenRecord], FuzzyDate]:
    """How times of this campaign are read: year and window come from the campaign itself.

    Where one of them is wrong, which is told, a stand-in keeps every other time from being told too.
    """
    typed = scalar(node, "year")
    year = int(typed.text) if typed and is_year(typed.text) else 2000
    period = scalar(node, "period") or scalar(node, "period", "means") or scalar(node, "period", "text")
    own = period.text.strip() if period else ""
    try:
        window = parse(own, year=year)
    except DateError:
        window = parse("1月至12月", year=year)

    def read(record: WhenRecord) -> FuzzyDate:
        meant = record.means or record.text
        within = None if meant == own else window  # the campaign's own time cannot lean on itself
        if record.means is None:
            return parse(meant, year=year, window=within)
        return correct(record.text, meant, record.note or "", year=year, window=within)

    return read


def region_of(node: Node) -> str:
    """The region that a register or a campaign names, or nothing."""
    named = scalar(node, "region")
    return named.text if named else ""


def campaign(
    node: Node, file: str, regions: dict[str, Region], broken: frozenset[str] = frozenset()
) -> tuple[Campaign | None, list[Problem]]:
    """One edition. ``broken`` names registers that exist but have problems of their own."""
    home = regions.get(region_of(node))
    when = _reader_of_dates(node)
    shape, problems = _validated(CampaignShape, node, {**_context(home), "parse_when": when})
    problems += _references(node, file, home)
    problems += _dull_colour(scalar(node, "colour"))
    named = scalar(node, "region")
    if named and named.text.strip() and home is None and named.text not in broken:
        problems.append(_unknown_region(named, regions))
    if shape is None or home is None or problems:
        return None, capped(problems)
    return build_model.campaign(shape, node, home, when), []


def _references(node: Node, file: str, home: Region | None) -> Iterator[Problem]:
    """Everything in a campaign that points somewhere and misses."""
    yield from references.twin_ids(node)
    yield from references.twin_numbers(node)
    yield from references.unknown_phases(node)
    yield from copied_years.last_years_dates(node)
    yield from references.not_the_file_name(scalar(node, "id"), "id", file)
    yield from references.reserved(scalar(node, "id"), "id", RESERVED_CAMPAIGN_IDS)
    for location, record in records(node, "activities"):
        where = path([*location, "id"])
        yield from references.reserved(scalar(record, "id"), where, RESERVED_ACTIVITY_IDS)
    yield from former_ids.in_campaign(node)
    yield from drafts.nothing_public(node)
    yield from references.all_of_nobody(node, get_args(Role))
    if home is not None:
        yield from references.unknown_offices(node, home)


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


def contacts(
    node: Node, file: str, home: Region | None, as_of: date
) -> tuple[ContactList | None, list[Problem]]:
    """The contacts of one campaign; after ``people_until`` the names do not leave this function.

    Without a register (``home``), which is told elsewhere, only their form is looked at.
    """
    shape, problems = _validated(ContactsShape, node, _context(home))
    problems += references.twin_contacts(node, home)
    problems += personal_data.in_contacts(node)
    problems += references.not_the_file_name(scalar(node, "campaign"), "campaign", file)
    if shape is None or home is None or problems:
        return None, capped(problems)
    return build_registers.contacts(shape, node, home, as_of), []
