"""The one place that reads data from disk: the data folder in, the whole plan or all problems out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from . import checks, read, source, translate
from .language import DEFAULT, LANGUAGES, Language
from .model import Campaign, ContactList, Plan, Region
from .problems import InvalidData, Note, Problem


@dataclass(frozen=True, slots=True)
class Data:
    """The plan with its translations and the notes for its editor.

    ``catalogues`` is keyed by language and by the name of the data file (campaign or region).
    """

    plan: Plan
    catalogues: Mapping[tuple[Language, str], translate.Catalogue]
    notes: tuple[Note, ...]
    synonyms: Mapping[Language, tuple[tuple[str, ...], ...]]

    def catalogue(self, language: Language, name: str) -> translate.Catalogue:
        return self.catalogues.get((language, name), translate.EMPTY)


NOTHING = Data(Plan({}, ()), {}, (), {})
"""A site without data: what a preview shows that was started with broken files."""


def folder(root: Path, as_of: date) -> Data:
    """Read everything under ``root`` (the data folder); raises InvalidData with all problems."""
    problems: list[Problem] = []
    regions, broken = _regions(root, problems)
    campaigns = _campaigns(root, regions, broken, problems)
    contacts = _contacts(root, campaigns, as_of, problems)
    joined = [replace(c, contacts=contacts.get(c.id)) for c in campaigns.values()]
    plan = Plan(regions, tuple(sorted(joined, key=lambda c: (-c.year, c.region.id, c.id))))
    problems += checks.problems(plan)
    catalogues = _catalogues(root, problems)
    synonyms = _synonyms(root, problems)
    if problems:
        raise InvalidData(problems)
    return Data(plan, catalogues, checks.notes(plan), synonyms)


def _files(root: Path, below: str, suffix: str = ".yml") -> Iterator[tuple[Path, str]]:
    """Data files in the order of their names; hidden files and links are never read."""
    for path in sorted((root / below).glob(f"*{suffix}")):
        if path.is_file() and not path.is_symlink() and not path.name.startswith("."):
            yield path, f"data/{below}/{path.name}"


def _nodes(root: Path, below: str, problems: list[Problem]) -> Iterator[tuple[str, str, source.Node | None]]:
    for path, name in _files(root, below):
        node, found = source.parse(path.read_bytes(), name)
        problems += found
        yield path.stem, name, node


def _regions(root: Path, problems: list[Problem]) -> tuple[dict[str, Region], frozenset[str]]:
    regions: dict[str, Region] = {}
    broken: set[str] = set()
    for stem, file, node in _nodes(root, "organisations", problems):
        made, found = read.region(node, file) if node is not None else (None, [])
        problems += found
        if made is None:
            broken.add(stem)
        else:
            regions[made.id] = made
    return regions, frozenset(broken)


def _campaigns(
    root: Path, regions: dict[str, Region], broken: frozenset[str], problems: list[Problem]
) -> dict[str, Campaign]:
    campaigns: dict[str, Campaign] = {}
    for _, file, node in _nodes(root, "campaigns", problems):
        made, found = read.campaign(node, file, regions, broken) if node is not None else (None, [])
        problems += found
        if made is not None:
            campaigns[made.id] = made
    return campaigns


def _contacts(
    root: Path, campaigns: dict[str, Campaign], as_of: date, problems: list[Problem]
) -> dict[str, ContactList]:
    """Contacts of campaigns that could be read; a file without its campaign is told."""
    lists: dict[str, ContactList] = {}
    known = {path.stem for path, _ in _files(root, "campaigns")}
    for stem, file, node in _nodes(root, "contacts", problems):
        if stem not in known:
            problems.append(checks.contacts_without_campaign(file, stem, known))
        elif stem in campaigns and node is not None:
            made, found = read.contacts(node, file, campaigns[stem].region, as_of)
            problems += found
            if made is not None:
                lists[stem] = made
    return lists


def _catalogues(root: Path, problems: list[Problem]) -> dict[tuple[Language, str], translate.Catalogue]:
    catalogues: dict[tuple[Language, str], translate.Catalogue] = {}
    for language in LANGUAGES:
        if language == DEFAULT:
            continue
        for path, name in _files(root, f"translations/{language}", ".po"):
            parsed, found = translate.parse(path.read_bytes(), name)
            problems += found
            catalogues[language, path.stem] = translate.catalogue(parsed)
    return catalogues


def _synonyms(root: Path, problems: list[Problem]) -> dict[Language, tuple[tuple[str, ...], ...]]:
    """Words that the finder takes for the same; the file may be missing."""
    path, file = root / "synonyms.yml", "data/synonyms.yml"
    if not path.is_file():
        return {}
    node, found = source.parse(path.read_bytes(), file)
    problems += found
    if node is None:
        return {}
    made, told = read.synonyms(node)
    problems += told
    return made


def interface(language: Language) -> translate.Interface:
    """The interface's own words, shipped beside the code."""
    path = Path(__file__).parent / "words" / f"{language}.po"
    return translate.interface(path.read_bytes(), language)


def catalogue_path(root: Path, language: Language, name: str) -> Path:
    """Where the translations of one data file are kept."""
    return root / "translations" / language / f"{name}.po"
