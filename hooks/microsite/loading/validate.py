"""One data file: its tree in, the record or all its problems out.

The form of each value (``reader``) and what points from one place to another (``references``) are told together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from typing import get_args

from ..checks import drafts, former_ids, personal_data, references
from ..core import colours
from ..core.dates import english, phrases
from ..core.dates.fuzzy import FuzzyDate
from ..core.dates.points import DateError
from ..core.language import DEFAULT, Language
from ..core.problems import Problem, capped, nearest
from ..model.campaign import Campaign, Synonyms
from ..model.choices import RESERVED_ACTIVITY_IDS, RESERVED_BODY_IDS, RESERVED_CAMPAIGN_IDS, Role, is_year
from ..model.contacts import ContactList
from ..model.organisations import Region
from ..model.places import Places
from ..model.values import is_id
from ..yamlfile import tree
from ..yamlfile.tree import Node, Scalar, records, scalar
from . import reader_messages, unknown_keys
from .reader import Reader
from .worked_out import Known, ReadWhen


def _dull_colour(colour: Scalar | None) -> Iterator[Problem]:
    if colour is None or not colours.is_colour(colour.text):
        return  # told with the form of the value
    ratio = colours.contrast(colour.text, colours.PAPER)
    if ratio < colours.BODY_CONTRAST:
        better, shown = colours.darkened(colour.text), int(ratio * 10) / 10  # 6.96 is not 7.0
        zh = f"在白底上的对比度只有 {shown}:1，应不低于 7:1；可用 {better}"
        yield colour.wrong(("colour",), "weak-colour", zh, f"has a contrast of {shown}:1 on white, at least 7:1 is needed; use {better}")


# --- the three kinds of file ------------------------------------------------------------------


def region(node: Node, file: str) -> tuple[Region | None, list[Problem]]:
    """A region's register of bodies."""
    reader = Reader(node, language=language_of(node))
    made: Region | None = reader.read(Region)
    problems = reader.problems
    problems += references.twin_ids(node)
    problems += references.not_the_file_name(node, "region", file)
    problems += references.shared_spellings(node)
    for location, record in records(node, "organisations"):
        problems += references.reserved(scalar(record, "id"), (*location, "id"), RESERVED_BODY_IDS)
    return (None, capped(problems)) if problems else (made, [])


def places(node: Node, file: str, language: Language = DEFAULT) -> tuple[Places | None, list[Problem]]:
    """The cities and venues of a region, in the language of its register."""
    reader = Reader(node, language=language)
    made: Places | None = reader.read(Places)
    problems = [*references.not_the_file_name(node, "region", file), *references.places(node)]
    told = {each.mark for each in problems}
    problems += (each for each in reader.problems if each.mark not in told)
    return (None, capped(problems)) if problems else (made, [])


def reader_of_dates(node: Node) -> ReadWhen:
    """How times of this campaign are read: year and window come from the campaign itself.

    Where one of them is wrong, which is told, a stand-in keeps every other time from being told too.
    """
    typed, parse = scalar(node, "year"), english.parse if language_of(node) == "en" else phrases.parse
    known = typed is not None and is_year(typed.text)
    year = int(typed.text) if typed and known else 2000
    period = scalar(node, "period") or scalar(node, "period", "means") or scalar(node, "period", "text")
    own = period.text.strip() if period else ""
    try:
        window = parse(own, year=year)
    except DateError:
        window = phrases.parse("1月至12月", year=year)

    @cache  # many sessions have the same time
    def read(text: str, means: str | None, note: str | None, without: tuple[str, ...]) -> FuzzyDate:
        meant = means or text
        within = None if meant == own else window  # the campaign's own time cannot lean on itself
        for guess in range(year, year + 1 if known else 2028):  # any day is on every weekday in one of 28 years
            try:
                found = parse(meant, year=guess, window=within, without=without)
                break
            except DateError as error:
                wrong = error
        else:
            raise wrong
        return found if means is None else phrases.correct(found, text, means, note or "")

    return read


def language_of(node: Node | None) -> Language:
    """The language in which a file says that it is written."""
    named = scalar(node, "language") if node is not None else None
    return "en" if named is not None and named.text == "en" else DEFAULT


def region_of(node: Node) -> str:
    """The region that a register or a campaign names, or nothing."""
    named = scalar(node, "region")
    return named.text if named else ""


def home_of(node: Node | None, regions: Mapping[str, Region], wholes: Iterable[Node | None] = ()) -> Region | None:
    """The register of a campaign; for a misspelt region the one that was most likely meant, so that it hides nothing.

    ``wholes`` are the campaigns that it is a part of, the next one first: their registers stand behind its own.
    """
    named = region_of(node) if node else ""
    home = regions.get(named) or regions.get(_meant_region(named, regions) or "") if named else None
    above = tuple(wholes)
    if above and above[0] and region_of(above[0]) not in regions:  # its register cannot be read: nobody knows which names are wrong
        return None
    wider = home_of(above[0], regions, above[1:]) if home and above else None
    if home is None or wider is None:
        return home
    return replace(home, wider=wider.wider if wider.id == home.id else wider)


def _meant_region(typed: str, regions: Mapping[str, Region]) -> str | None:
    """The region that is called so, or whose id is nearest to what was typed."""
    return next((id_ for id_, region in regions.items() if typed and region.name.text.startswith(typed)), None) or nearest(typed, regions)


def campaign(
    node: Node,
    file: str,
    regions: dict[str, Region],
    broken: frozenset[str] = frozenset(),
    files: Mapping[str, int] | None = None,
    wholes: Iterable[Node | None] = (),
) -> tuple[Campaign | None, list[Problem]]:
    """One edition. ``broken`` names registers that exist but have problems of their own; ``files``: see Known;
    ``wholes``: see ``home_of``."""
    home = home_of(node, regions, wholes)
    reader = Reader(node, Known(home, reader_of_dates(node), files=files), language_of(node))
    made: Campaign | None = reader.read(Campaign)
    problems = reader.problems
    problems += _references(node, file, home)
    problems += _dull_colour(scalar(node, "colour"))
    named = scalar(node, "region")
    if named and named.text.strip() and named.text not in {*regions, *broken}:
        meant, file = _meant_region(named.text, regions), f"data/organisations/{named.text}.yml"
        zh, en = (f"，是否为“{meant}”？", f"; did you mean “{meant}”?") if meant else (f"；请先建立 {file}", f"; make {file} first")
        if meant or is_id(named.text):  # else told as no id
            problems.append(named.wrong(("region",), "unknown-region", f"没有单位名册{zh}", f"has no register{en}"))
    return (None, capped(problems)) if home is None or problems else (made, [])


def _references(node: Node, file: str, home: Region | None) -> Iterator[Problem]:
    """Everything in a campaign that points somewhere and misses."""
    yield from references.twin_ids(node)
    yield from references.wrong_numbers(node)
    yield from references.unknown_phases_and_groups(node)
    yield from references.last_years_dates(node)
    yield from references.not_the_file_name(node, "id", file)
    yield from references.reserved(scalar(node, "id"), ("id",), RESERVED_CAMPAIGN_IDS)
    for location, record in records(node, "activities"):
        yield from references.reserved(scalar(record, "id"), (*location, "id"), RESERVED_ACTIVITY_IDS)
    yield from former_ids.in_campaign(node)
    yield from drafts.nothing_public(node)
    yield from references.all_of_nobody(node, get_args(Role))
    if home is not None:
        yield from references.unknown_offices(node, home)


def synonyms(node: Node) -> tuple[dict[Language, tuple[tuple[str, ...], ...]], list[Problem]]:
    """Groups of words that the finder takes for the same, a language each."""
    reader = Reader(node)
    made: Synonyms | None = reader.read(Synonyms)
    return ({"zh": made.zh, "en": made.en} if made else {}), reader.problems


def contacts(
    node: Node, file: str, home: Region | None, as_of: date, language: Language = DEFAULT
) -> tuple[ContactList | None, list[Problem]]:
    """The contacts of one campaign; after ``people_until`` the names do not leave this function.

    Without a register (``home``), which is told elsewhere, only their form is looked at.
    """
    reader = Reader(node, Known(home, as_of=as_of), language)
    made: ContactList | None = reader.read(ContactList)
    problems = reader.problems
    problems += _people_without_a_last_day(node)
    problems += references.twin_contacts(node, home)
    problems += personal_data.in_contacts(node)
    problems += references.not_the_file_name(node, "campaign", file)
    return (None, capped(problems)) if home is None or problems else (made, [])


def _people_without_a_last_day(node: Node) -> Iterator[Problem]:
    """Names of persons are only shown until a day (PIPL, article 19)."""
    contacts = [record for _, record in records(node, "contacts")]
    people = [each for record in contacts for each in (record, *(line for _, line in records(record, "phones")))]
    named = [unknown_keys.near(key.text, ContactList) for key, _ in node.entries] if isinstance(node, tree.Mapping) else []
    if "people_until" not in named and any(scalar(each, "person") for each in people):
        yield Problem(node.mark, "people_until", "missing", *reader_messages.missing("people_until", "联系人姓名公布至"))
