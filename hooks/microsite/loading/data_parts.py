"""The data in parts that know nothing of each other: a region with its register and its editions.

Parts are read and rendered one by one, in several processes, or not at all where nothing in them
has changed. Where the files do not fall into parts as they should (a campaign names no region, a
contacts file has no campaign), there is one part with everything in it: whoever reads that tells
what is wrong.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..core.problems import RefusalError, did_you_mean
from ..yamlfile.messages import shown
from .data_files import DataFile, Snapshot

MOST_NAMED = 20
EVERYTHING = "-everything"
"""The name of the one part with all files; no region is called so."""
_REGION, _WHOLE = (
    re.compile(rb"""^%b:[ \t]*["']?([a-z0-9][a-z0-9-]*)["']?[ \t]*(?:#.*)?\r?$""" % key, re.MULTILINE) for key in (b"region", b"part_of")
)


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the data by its region, with the bytes that are read of it.

    ``digest`` is the hash of its files, of those very bytes, and of the sizes of attachments that they name: what is
    remembered under it was made of them. ``ground`` is that without the tables of sessions.
    """

    name: str
    files: tuple[DataFile, ...]
    digest: str
    ground: str

    @property
    def size(self) -> int:
        """Bytes of its files."""
        return sum(len(file.content) for file in self.files)

    @property
    def campaigns(self) -> tuple[str, ...]:
        return tuple(file.stem for file in self.files if file.below == "campaigns")


def split_by_region(snapshot: Snapshot, attached: Mapping[str, int] | None = None) -> tuple[Shard, ...]:
    """The parts of the data, in the order of their names; ``attached`` are the sizes of files in docs/files."""
    home = {file.stem: _region_of(file) for file in snapshot.files if file.below == "campaigns"}
    regions = {file.stem for file in snapshot.files if file.below == "organisations"}
    of_campaigns = {file.stem for file in snapshot.files if file.below in ("contacts", "sessions")}
    of_regions = {*home.values(), *(file.stem for file in snapshot.files if file.below == "places")}
    are_apart = home and of_regions <= regions and of_campaigns <= home.keys() and not snapshot.misnamed
    if not are_apart:
        return (_shard(EVERYTHING, snapshot.files, attached or {}),)
    owner = _joined(snapshot, home, regions)
    first = min(regions)  # reads the translations of what is not there any more
    groups: dict[str, list[DataFile]] = {region: [] for region in sorted({owner[region] for region in regions})}
    for file in snapshot.files:
        groups[owner.get(file.stem) or owner[first]].append(file)
    return tuple(_shard(region, files, attached or {}) for region, files in groups.items())


def with_campaign(parts: tuple[Shard, ...], name: str) -> tuple[Shard, ...]:
    """The part of a campaign or a region; raises RefusalError where there is none."""
    found = [part for part in parts if name == part.name or name in part.campaigns]
    if parts and parts[0].name == EVERYTHING:  # something is wrong with the data, and will be told
        return parts
    if not found:
        raise unknown(name, [id_ for part in parts for id_ in (part.name, *part.campaigns)])
    return tuple(found)


def unknown(name: str, known: Iterable[str], option: str = "ONLY") -> RefusalError:
    """There is no such campaign (or region, for a build); ``known`` are those that there are, ``option`` is where it was named."""
    names = list(known)
    zh, en = did_you_mean(name, names)
    which = ("方案或地区", "campaign or region") if option == "ONLY" else ("方案", "campaign")
    offered = names[:MOST_NAMED] + ["…"] * (len(names) > MOST_NAMED) or ["data/campaigns/*.yml"]
    return RefusalError(
        f"没有叫“{shown(name, 60)}”的{which[0]}{zh or '；'}可选：{'、'.join(offered)}",
        f"there is no {which[1]} “{shown(name, 60)}”{f'{en} ' if en else '; '}choose from {', '.join(offered)}",
        option,
        "unknown-part",
    )


def _joined(snapshot: Snapshot, home: Mapping[str, str], regions: set[str]) -> dict[str, str]:
    """The region of the part in which each file is read: editions that are parts of others are read with them."""
    joined = {region: region for region in regions}
    for file in snapshot.files:
        for whole in _WHOLE.findall(file.content) if file.below == "campaigns" else ():
            one, other = joined[home[file.stem]], joined.get(home.get(whole.decode(), ""), "")
            if other:
                joined = {region: min(one, other) if part in (one, other) else part for region, part in joined.items()}
    return {**{stem: joined[region] for stem, region in home.items()}, **joined}


def _region_of(file: DataFile) -> str:
    """The region that a campaign names, where that can be seen without reading it as YAML."""
    found = _REGION.findall(file.content)
    return found[0].decode() if len(found) == 1 else ""


def _shard(name: str, files: Iterable[DataFile], attached: Mapping[str, int]) -> Shard:
    """A part; its pages also say how large those files are that its campaigns name."""
    files = tuple(files)
    digest, ground = hashlib.sha256(), hashlib.sha256()
    for file in files:
        named = (f"{path} {size}\n" for path, size in attached.items() if file.below == "campaigns" and path.encode() in file.content)
        said = f"{file.name} {len(file.content)}\n".encode(errors="surrogateescape") + file.content + "".join(named).encode()
        digest.update(said)
        if file.below != "sessions":
            ground.update(said)
    return Shard(name, files, digest.hexdigest(), ground.hexdigest())
