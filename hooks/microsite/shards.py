"""The data in parts that know nothing of each other: a region with its register and its editions.

Parts are read and rendered one by one, in several processes, or not at all where nothing in them
has changed. Where the files do not fall into parts as they should (a campaign names no region, a
contacts file has no campaign), there is one part with everything in it: whoever reads that tells
what is wrong.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from . import load
from .language import DEFAULT, LANGUAGES
from .load import ALL, Selection
from .problems import InvalidData, Mark, Problem, did_you_mean

EVERYTHING = "everything"
_REGION = re.compile(rb"""^region:[ \t]*["']?([a-z0-9][a-z0-9-]*)["']?[ \t]*(?:#.*)?\r?$""", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the data by its region.

    ``digest`` names its files and their bytes, ``size`` counts those (bytes).
    """

    name: str
    selection: Selection
    digest: str
    size: int


@dataclass(frozen=True, slots=True)
class _File:
    """A data file; ``name`` is its path from the data folder."""

    name: str
    stem: str
    content: bytes


def of(data: Path) -> tuple[Shard, ...]:
    """The parts of a data folder, in the order of their names."""
    registers = tuple(_read(data, "organisations"))
    editions = tuple(_read(data, "campaigns"))
    contacts = tuple(_read(data, "contacts"))
    catalogues = tuple(_catalogues(data))
    home = {file.stem: _region_of(file) for file in editions}
    regions = {file.stem for file in registers}
    are_apart = (
        editions
        and set(home.values()) <= regions
        and {file.stem for file in contacts} <= home.keys()
        and not any(True for below in _FOLDERS for _ in load.misnamed(data, below))
    )
    if not are_apart:
        return (_shard(EVERYTHING, ALL, (*registers, *editions, *contacts, *catalogues)),)
    owner = {**home, **{region: region for region in regions}}
    first = min(regions)  # reads the translations of what is not there any more
    groups: dict[str, list[_File]] = {region: [] for region in sorted(regions)}
    for file in (*registers, *editions, *contacts, *catalogues):
        groups[owner.get(file.stem) or first].append(file)
    return tuple(_shard(region, _selection(region, files), files) for region, files in groups.items())


def with_campaign(parts: tuple[Shard, ...], name: str) -> tuple[Shard, ...]:
    """The part of a campaign or a region; raises InvalidData where there is none."""
    found = [part for part in parts if name == part.name or name in (part.selection.editions or ())]
    if parts and parts[0].selection is ALL:  # something is wrong with the data, and will be told
        return parts
    if not found:
        known = [id_ for part in parts for id_ in (part.name, *(part.selection.editions or ()))]
        zh, en = did_you_mean(name, known)
        raise InvalidData([
            Problem(
                Mark("ONLY"), "", "unknown-part",
                f"没有叫“{name[:60]}”的方案或地区{zh or '；请写 data/campaigns 里的文件名，不带 .yml'}",
                f"there is no campaign or region “{name[:60]}”{en or '; write the name of a file in data/campaigns, without .yml'}",
            )
        ])  # fmt: skip
    return tuple(found)


_FOLDERS = ("organisations", "campaigns", "contacts")


def _read(data: Path, below: str, suffix: str = ".yml") -> Iterator[_File]:
    for path, name in load.files(data, below, suffix):
        yield _File(name, path.stem, path.read_bytes())


def _catalogues(data: Path) -> Iterator[_File]:
    for language in LANGUAGES:
        if language != DEFAULT:
            yield from _read(data, f"translations/{language}", ".po")


def _region_of(file: _File) -> str:
    """The region that a campaign names, where that can be seen without reading it as YAML."""
    found = _REGION.findall(file.content)
    return found[0].decode() if len(found) == 1 else ""


def _selection(region: str, files: Iterable[_File]) -> Selection:
    names = {kind: {file.stem for file in files if f"/{kind}/" in file.name} for kind in (*_FOLDERS, "translations")}
    return Selection(
        frozenset({region}), frozenset(names["campaigns"]), frozenset(names["translations"])
    )


def _shard(name: str, selection: Selection, files: Iterable[_File]) -> Shard:
    files = tuple(files)
    digest = hashlib.sha256()
    for file in files:
        digest.update(f"{file.name} {len(file.content)}\n".encode())
        digest.update(file.content)
    return Shard(name, selection, digest.hexdigest(), sum(len(file.content) for file in files))
