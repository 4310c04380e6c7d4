"""One incremental build: what has to be made again is made, everything else is kept.

Every part of the data has a key: its bytes, the settings, the templates, the code. A part whose key
is that of the published site is not even read. What comes out is the same, byte for byte, whatever
was kept and however many processes worked on it.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib import metadata
from pathlib import Path

from ..core import urls
from ..core.problems import InvalidData
from ..loading.data_folder import Data
from ..loading.data_parts import Shard
from ..site.cards import Paint
from ..site.pages import Site
from . import folders, manifest, outputs, parallel, summaries, swap
from .manifest import Collision, Part, Stamp, Target, Tree
from .summaries import Extract

JOINED, HOST = "-joined", "-host"
"""Parts of the site that are no part of the data; no region is called so."""

Read = Callable[[Shard], Data]
"""How a part of the data is read; raises InvalidData."""

Tell = Callable[[int, int, int], None]
"""Told while parts are made: how many are done, of how many, and the files they have."""


@dataclass(frozen=True, slots=True)
class Made:
    """A part of the data after its files were made; ``extract`` is None where it cannot be read."""

    name: str
    extract: Extract | None = None
    files: Mapping[str, Stamp] = field(default_factory=dict)
    written: int = 0
    folders: Mapping[str, str] = field(default_factory=dict)


class Broken(Exception):
    """A part of the data cannot be read."""


def key(*parts: object) -> str:
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()


LIBRARIES = ("babel", "feedgenerator", "icalendar", "jinja2", "markdown", "markupsafe", "nh3", "pillow", "pydantic", "pyyaml", "segno")
"""What pages and files are made with: another version makes them anew."""


@cache
def code() -> str:
    """A name for everything that renders: this package as it was when it was loaded, and its libraries."""
    digest = hashlib.sha256(sys.version.encode())
    folder = Path(__file__).parents[1]
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".py", ".po", ".css", ".js", ".svg"):
            digest.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    for library in LIBRARIES:
        digest.update(f"{library} {metadata.version(library)}".encode())
    return digest.hexdigest()


def templates(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*.html")):
        digest.update(str(path.relative_to(folder)).encode() + path.read_bytes())
    return digest.hexdigest()


@dataclass(frozen=True, slots=True)
class Sources:
    """Of what the host makes its pages: files and folders, and what it was told. Without any it makes them every time."""

    places: tuple[Path, ...] = ()
    said: tuple[object, ...] = ()

    def key(self) -> str:
        """A name for all of it and for what is installed, or nothing."""
        digest = hashlib.sha256()
        for path in self._files():
            digest.update(f"{path}\n".encode(errors="surrogateescape") + (path.read_bytes() if path.is_file() else b""))
        installed = sorted(path.name for folder in map(Path, sys.path) for path in folder.glob("*.dist-info"))
        return key(digest.hexdigest(), *installed, *self.said) if self.places else ""

    def times(self) -> list[int]:
        """When each was changed: whether somebody saved one while pages were made."""
        return [path.lstat().st_mtime_ns for path in self._files()]

    def _files(self) -> Iterator[Path]:
        return (path for place in self.places for path in (place, *sorted(place.rglob("*"))))


NO_SOURCES = Sources()


@dataclass
class Making:
    """``site`` has what all parts share and no data; ``read`` gives the data of a part.

    ``common`` is the part of every key that does not depend on the data. Nobody else can read what is private.
    """

    site_dir: Path
    cache: Path | manifest.Held
    site: Site
    shards: tuple[Shard, ...]
    read: Read
    paint: Paint
    common: str
    processes: int = 1
    is_private: bool = False
    parts: dict[str, Part] = field(default_factory=dict)
    extracts: list[Extract] = field(default_factory=list)
    written: int = 0
    _published: Tree = field(init=False)
    _whole: Tree = field(init=False)
    _target: Target | None = None
    _finished: Tree | None = None
    _begun_with: frozenset[str] = frozenset()
    _work: parallel.AtOnce | None = None

    # --- the parts of the data ---

    def start(self) -> None:
        """Begin to make what is not there yet."""
        there = self.site_dir.is_dir() and not self.site_dir.is_symlink()
        self._published = manifest.known(self.site_dir, self.cache) if there else Tree(self.site_dir)
        stale = [shard for shard in self.shards if self._published.key(shard.name) != self._key(shard)]
        if not stale:
            return
        before = self._open().before
        names = [shard.name for shard in stale if before.key(shard.name) != self._key(shard)]
        self._begun_with = frozenset(names)
        names.sort(key=lambda name: -self._shard(name).size)
        # This process does the host's work and then its share, so it is one of those that are wanted.
        self._work = parallel.AtOnce(self._make, names, min(self.processes - 1, len(names)))

    def _key(self, shard: Shard) -> str:
        return key(self.common, shard.name, shard.digest)

    def _shard(self, name: str) -> Shard:
        return next(shard for shard in self.shards if shard.name == name)

    def _open(self) -> Target:
        """The folder to work in; from now on nobody relies on what lies there."""
        if self._target is None:
            spare = swap.spare_of(self.site_dir)
            before = manifest.known(spare, self.cache, self._published) if spare.is_dir() else Tree(spare)
            if not before.parts:
                swap.empty(spare)
            manifest.forget(spare, self.cache)
            self._target = Target(before, self._published)
        return self._target

    def _make(self, name: str) -> Made:
        """Read one part and write its files; also in another process."""
        target, shard = self._open(), self._shard(name)
        try:
            site = replace(self.site, data=self.read(shard))
        except InvalidData:
            return Made(name)
        target.written = 0  # told for each part, because another process cannot add to our number
        keys = {folder: key(self.common, shown) for folder, shown in folders.of_part(site, shard).items()}
        published = self._published.parts.get(name, Part("", {}))
        there = frozenset(folder for folder, own in keys.items() if published.folders.get(folder) == own)
        kept = target.link(published.in_folders(there)) if there else {}
        made = outputs.of_part(replace(site, there=there), self.paint)
        files = kept | _put(target, ((path, content) for path, content in made if path not in kept))
        return Made(name, summaries.summarise(site), files, target.written, keys)

    def collect(self, tell: Tell) -> list[Extract]:
        """Wait for all parts; raises Broken where one cannot be read.

        Those that are there already are looked at first, while other processes make the rest.
        """
        kept = {shard.name: self._there(shard) for shard in self.shards if shard.name not in self._begun_with}
        known = {name: summaries.from_json(part.about) for name, part in kept.items()}
        found = dict(self._results(tell))
        for shard in self.shards:
            part = found.get(shard.name) or self._kept(kept[shard.name], shard)
            self.parts[shard.name] = part
            self.extracts.append(known.get(shard.name) or summaries.from_json(part.about))
        summaries.forget_others(part.about for part in self.parts.values())
        return self.extracts

    def _results(self, tell: Tell) -> Iterator[tuple[str, Part]]:
        if self._work is None:
            return
        files = 0
        for number, made in enumerate(self._work.results(), 1):
            if made.extract is None:
                raise Broken(made.name)
            files += len(made.files)
            self.written += made.written
            tell(number, len(self.shards), files)
            about = summaries.as_json(made.extract)
            yield made.name, Part(self._key(self._shard(made.name)), made.files, about, made.folders)

    def _lies_ready(self, shard: Shard) -> bool:
        """Whether the folder that is made has this part already."""
        return self._target is not None and self._target.before.key(shard.name) == self._key(shard)

    def _there(self, shard: Shard) -> Part:
        """A part that is there already: in that folder, or in the published one."""
        tree = self._target.before if self._target is not None and self._lies_ready(shard) else self._published
        return tree.parts[shard.name]

    def _kept(self, part: Part, shard: Shard) -> Part:
        """The same, with its files in the folder that is made."""
        if self._target is None or self._lies_ready(shard):
            return part
        return replace(part, files=self._target.link(part.files))

    def close(self) -> None:
        """Let no process go on with what nobody wants any more, and leave no half-made folder."""
        if self._work is not None:
            self._work.close()
        if self._target is not None and self._finished is None:
            swap.discard(self.site_dir)

    # --- the whole ---

    def has_host(self) -> bool:
        """Whether the host's files are in the published site as they were put there."""
        return HOST in self._published.parts

    def host(self, name: str) -> str:
        """What was told about the host's files in the published site if they were made of this; else nothing."""
        return self._published.parts[HOST].about if name and self._published.key(HOST) == self._host_key(name) else ""

    def _host_key(self, name: str) -> str:
        return key(self.common, name) if name else ""

    def finish(self, host: Path | None, by_hand: Iterable[str], name: str = "", about: str = "") -> None:
        """Join the parts and add the host's files, or without ``host`` those of the published site.

        ``name`` is that of everything that the host's files are made of, ``about`` what to tell of them. Raises Collision.
        """
        by_hand = sorted(by_hand)
        told = (self.parts[shard.name].about for shard in self.shards)  # all that is joined of a part
        own = key(self.common, *told, self.site.welcome, by_hand)
        listed = self._offered(host) if host is not None else None
        made = Part(self._host_key(name), {}, about)
        if self._target is None and self._is_published(own, listed):
            self._whole = self._still_published(made if listed is not None else None)
            return
        target = self._open()
        target.written = 0
        parts = {shard.name: self._moved(shard.name, target) for shard in self.shards}
        parts[JOINED] = self._joined(own, target, by_hand)
        if listed is None:
            parts[HOST] = self._moved(HOST, target)
        else:
            parts[HOST] = replace(made, files=_put(target, ((name, path.read_bytes()) for name, path in listed.items())))
        self._whole = self._finished = target.finish(parts)
        self.written += target.written
        manifest.remember(self._finished, self.cache)

    def withheld(self) -> list[str]:
        """Files of docs/files that nobody gets yet: only drafts offer them."""
        offered = {name for extract in self.extracts for name in extract.attached}
        return sorted({name for extract in self.extracts for name in extract.withheld} - offered)

    def _offered(self, host: Path) -> dict[str, Path]:
        """The host's files by their paths in the site, without those that are withheld."""
        withheld = {urls.attachment(name) for name in self.withheld()}
        return {name: path for name, path in _files(host) if name not in withheld}

    def publish(self) -> None:
        """Put the finished folder in the place of the published one; nothing where they are the same."""
        if self._finished is None:
            if self.site_dir.is_dir():
                (swap.close if self.is_private else swap.open_to_readers)(self.site_dir)
            return
        swap.exchange(self.site_dir, self.is_private)
        if self._published.parts:
            former = replace(self._published, folder=swap.spare_of(self.site_dir))
            manifest.remember(manifest.without_former(former, self._finished), self.cache, self._finished)
        else:
            swap.discard(self.site_dir)

    def prune(self, cards: Path) -> None:
        """Cards of texts that are gone go as well, after a build."""
        if self._finished is not None and not isinstance(self.cache, dict):
            manifest.prune_cards(cards, self.cache, self._finished)

    def _moved(self, name: str, target: Target) -> Part:
        """A part as it lies in the folder that is made."""
        part = self._published.parts[name] if name == HOST else self.parts[name]
        is_elsewhere = part is self._published.parts.get(name)
        return replace(part, files=target.link(part.files)) if is_elsewhere else part

    def _joined(self, own: str, target: Target, by_hand: list[str]) -> Part:
        if self._published.key(JOINED) == own:
            return Part(own, target.link(self._published.parts[JOINED].files))
        return Part(own, _put(target, outputs.joined(self.site, self.extracts, by_hand, self.paint)))

    def _is_published(self, own: str, listed: Mapping[str, Path] | None) -> bool:
        """Whether the published site is the one that would be made."""
        parts = self._published.parts
        if parts.keys() != {*(shard.name for shard in self.shards), JOINED, HOST} or parts[JOINED].key != own:
            return False
        files = parts[HOST].files
        if listed is None:
            return True
        return files.keys() == listed.keys() and all(
            path.read_bytes() == (self.site_dir / name).read_bytes() for name, path in listed.items()
        )

    def _still_published(self, made: Part | None) -> Tree:
        """The published site, with what is known of the host's files now if it ``made`` the same ones again."""
        if made is None:
            return self._published
        host = replace(made, files=self._published.parts[HOST].files)
        tree = replace(self._published, parts={**self._published.parts, HOST: host})
        manifest.remember(tree, self.cache)
        return tree

    def told(self, seconds: float) -> str:
        """What a build did that took so long, in a line."""
        files, editions = self._whole.files(), [edition for extract in self.extracts for edition in extract.editions]
        activities, untranslated = (sum(getattr(each, name) for each in editions) for name in ("activities", "untranslated"))
        pages, kept = sum(path.endswith(".html") for path in files), len(files) - self.written
        return (
            f"{len(editions)} 个方案 {activities} 项活动（{untranslated} 项没有英文），{pages} 页；"
            f"写入 {self.written} 个文件，保留 {kept} 个；{seconds:.1f} 秒 / "
            f"editions {len(editions)}, activities {activities} ({untranslated} not in English), "
            f"pages {pages}; files written {self.written}, kept {kept}; {seconds:.1f} s"
        )


def _put(target: Target, made: Iterable[tuple[str, bytes]]) -> dict[str, Stamp]:
    files: dict[str, Stamp] = {}
    for path, content in made:
        if path in files:
            raise Collision(path)
        try:
            files[path] = target.put(path, content)
        except FileExistsError:
            raise Collision(path) from None
    return files


_UNWANTED = (".map", ".xml.gz")
"""What the host writes and nobody asks for: maps to sources that are not here, a second sitemap."""


def _files(host: Path) -> Iterator[tuple[str, Path]]:
    """The host's files by their paths in the site; the core's own take the place of some."""
    for path in sorted(host.rglob("*")):
        name = path.relative_to(host).as_posix()
        if path.is_file() and name not in outputs.REPLACED and not name.endswith(_UNWANTED):
            yield name, path
