"""One build from its first event to its last: what the adapter asks, in order.

The host (MkDocs) builds the hand-written pages in a folder of its own, once a language. Meanwhile
the core makes everything else in the folder that will be published; nothing that is public is
touched before all of it is there.
"""

from __future__ import annotations

import json
import re
import sys
import time
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from ..checks import drafts, lost_permalinks, personal_data, readiness
from ..core import locks, urls
from ..core.language import LANGUAGES, Language
from ..core.problems import InvalidData, Note, Problem
from ..core.settings import Settings
from ..loading import data_files, data_folder, data_parts
from ..loading.data_folder import Data, Shared
from ..loading.data_parts import Shard
from ..loading.site_settings import NO_SETTINGS, SiteSettings
from ..model.campaign import Plan
from ..site import cards, pages
from ..site.chrome import Shell
from ..site.pages import Site
from ..site.render import Renderer
from . import caches, docs_files, incremental, manifest, outputs, parallel, summaries, swap
from .incremental import Broken, Making
from .manifest import Collision

TEMPLATES = Path(__file__).parents[3] / "overrides/microsite"
CACHE = Path(".cache")
CARDS = CACHE / "cards"
LISTS = CACHE / "lists"
COMPILED = caches.Compiled(incremental.code)
PATIENCE = 2.0
"""Seconds after which somebody at a terminal is told how far a build is."""


@dataclass
class Memory:
    """What a preview keeps from one build to the next, so that an edit costs little.

    ``parts`` are the parts of the data by their names, with what they were read from; ``last_good`` are those of the
    last data without mistakes. ``lists`` are those of its own folders.
    """

    parts: dict[str, tuple[str, Data]] = field(default_factory=dict)
    last_good: tuple[tuple[Shard, ...], Shared] = ((), data_folder.NOTHING_SHARED)
    painter: cards.Painter | None = None
    lists: manifest.Held = field(default_factory=dict)


@dataclass
class Build:
    """One build, from its beginning to its publication.

    With ``only`` (a campaign or a region) the other regions are left out, and what is made goes into a folder of
    its own: half a site never takes the place of a whole one. ``processes`` is 0 for as many as there are processors,
    ``source`` says where settings stand.
    ``memory`` is that of a preview: drafts are shown, and data with mistakes gives the last good pages with the
    mistakes above them: ``problems``. What its drafts still need is ``unfinished``; those editions are left out.
    ``welcome`` is the text of docs/index.md, ``by_hand`` are the addresses of the host's pages,
    ``sources`` its files by their places in the site, ``asked`` the pages of the core that it asked for, and whether they
    are there. ``host`` is what its pages are made of, ``warned`` whether it said that something is wrong with them.
    """

    root: Path
    settings: Settings
    site_dir: Path
    only: str = ""
    processes: int = 0
    source: SiteSettings = NO_SETTINGS
    memory: Memory | None = None
    welcome: dict[Language, str] = field(default_factory=dict)
    by_hand: set[str] = field(default_factory=set)
    sources: dict[str, str] = field(default_factory=dict)
    asked: dict[str, bool] = field(default_factory=dict)
    host: incremental.Sources = incremental.NO_SOURCES
    warned: bool = False
    site: Site = field(init=False)
    owed: tuple[Note, ...] = ()
    problems: tuple[Problem, ...] = ()
    unfinished: tuple[Problem, ...] = ()
    failed: bool = False
    _passes: int = 0
    _host_key: str = ""
    _host_times: list[int] = field(default_factory=list)
    _keeps_host: bool = False
    _snapshot: data_files.Snapshot = data_files.NO_FILES
    _common: Shared = data_folder.NOTHING_SHARED
    _making: Making | None = None
    _folders: set[str] = field(default_factory=set)
    _lock: locks.Lock | None = None
    _began: float = 0.0

    # --- the beginning ---

    def begin(self) -> Path:
        """Begin to read and to make; gives the host a folder to build in. Raises InvalidData.

        For a preview all data is read now.
        """
        if not re.fullmatch("[a-z0-9-]*", self.only):  # it becomes the name of a folder
            raise data_parts.unknown(self.only, ())
        self.site_dir = self.site_dir.with_name(f"{self.site_dir.name}.{self.only}") if self.only else self.site_dir
        self._take_the_folder()
        try:
            self._start()
        except BaseException:
            self._let_go()
            raise
        return swap.empty(swap.host_of(self.site_dir))

    def _take_the_folder(self) -> None:
        self._began = time.monotonic()
        swap.publish_for_everybody()
        self._lock = locks.Lock(self.site_dir)
        swap.repair(self.site_dir)
        try:
            swap.must_be_ours(self.site_dir)
        except BaseException:
            self._let_go()
            raise
        swap.keep_private(self.root / CACHE)
        for kept in (CARDS, LISTS):
            swap.sweep(self.root / kept)

    def _start(self) -> None:
        self._folders = {path.stem for path, _ in data_files.files(self.root / "data", "campaigns")} | {"organisations"}
        if self.memory is None:
            self._make(*self._found())
            return
        try:
            self._start_from_good_data(self.memory)
        except InvalidData as invalid:
            self.problems = invalid.problems
            self._make(*self.memory.last_good)
            self._collect(is_checked=True)

    def _start_from_good_data(self, memory: Memory) -> None:
        """Raises InvalidData; where only drafts are not finished yet, these are left out."""
        found = self._found()
        self.settings = replace(self.settings, drafts="all")
        try:
            self._make(*found)
            self._collect()
        except InvalidData as invalid:
            if not drafts.may_be_owed(invalid.problems):
                raise
            self._leave_out_unfinished(invalid, *found)
        memory.last_good = found

    def _leave_out_unfinished(self, told: InvalidData, parts: tuple[Shard, ...], common: Shared) -> None:
        self.settings = replace(self.settings, drafts="finished")
        try:
            self._make(parts, common)
            self._collect()
        except InvalidData:
            raise told from None
        self.unfinished = told.problems

    def _found(self) -> tuple[tuple[Shard, ...], Shared]:
        """The parts of the data as they are now, and what they share."""
        self._common = data_folder.shared(self.root / "data")
        self._snapshot = data_files.snapshot(self.root / "data")
        parts = data_parts.split_by_region(self._snapshot, self._common.files)
        return data_parts.with_campaign(parts, self.only) if self.only else parts, self._common

    def _make(self, parts: tuple[Shard, ...], common: Shared) -> None:
        """Begin to make the site of these parts."""
        plan = Plan({}, ())
        data = Data(plan, {}, (), common.synonyms, common.published) if parts else data_folder.NOTHING
        interfaces = {language: data_folder.interface(language) for language in LANGUAGES}
        memory = self.memory or Memory()
        templates = incremental.templates(TEMPLATES)
        memory.painter = memory.painter or cards.Painter(data_folder.card_font())
        self.site = Site(data, self.settings, interfaces, Renderer(TEMPLATES, templates, COMPILED), self.welcome)
        names = incremental.code(), templates, self.settings, common.synonyms, common.published
        self._making = Making(
            self.site_dir,
            self.memory.lists if self.memory else self.root / LISTS,
            self.site,
            parts,
            self._reader(common, memory, parts is memory.last_good[0]),
            caches.Remembering(self.root / CARDS, memory.painter),
            incremental.key(*names),
            1 if self.memory else self.processes or parallel.available(),
            is_private=self.memory is not None or bool(self.only),  # what expires is not taken out of a part
        )
        self._making.start()

    def _reader(self, common: Shared, memory: Memory, is_known: bool) -> incremental.Read:
        """How a part is read; a preview remembers what was read once."""

        def read(shard: Shard) -> Data:
            digest, data = memory.parts.get(shard.name, ("", data_folder.NOTHING))
            wanted = f"{shard.digest} {self.settings.as_of} {self.settings.drafts}"
            if digest == wanted or is_known:
                return data
            if shard.name == data_parts.EVERYTHING:
                return self._read_all()
            data = data_folder.part(shard.files, common, self.settings.as_of, self.settings.drafts)
            if self.memory:
                memory.parts[shard.name] = (wanted, data)
            return data

        return read

    def without_host(self) -> str | None:
        """Begin and end a build of a preview in which the host's pages stay as they are; gives a line about it.

        None where the host has to build its pages, too. Raises InvalidData.
        """
        assert self.memory is not None
        self._take_the_folder()
        try:
            self._start_from_good_data(self.memory)
            assert self._making is not None
            making, has_host = self._making, self._making.has_host()
            if has_host:
                making.finish(None, self.by_hand)
            self.finish()
        finally:
            self._let_go()
        return making.told(time.monotonic() - self._began) if has_host else None

    # --- the parts of the data ---

    def _collect(self, is_checked: bool = False) -> None:
        """Wait for the parts. Raises InvalidData with everything that is wrong with the data."""
        assert self._making is not None
        settings = self.settings
        try:
            found = self._making.collect(self._tell)
            if not is_checked and self._is_doubtful(found):
                self._read_all()
        except Broken:
            self._read_all()  # says what is wrong
            raise
        docs = self.root / "docs"
        examples = () if self.memory else tuple(readiness.still_an_example(settings, data_folder.public_texts(docs)))
        texts = data_folder.public_texts(docs, personal_data.IN_DOCS)
        wrong = (*examples, *personal_data.in_pages(texts, settings.office_owned))
        if wrong and not is_checked:
            raise InvalidData(map(self.source.placed, wrong))
        missing = (*readiness.of_site(settings), *(problem for extract in found for problem in extract.owed))
        if settings.profile == "production" and missing:
            raise InvalidData(map(self.source.placed, missing))
        self.owed = readiness.as_notes(settings, missing)

    def _is_doubtful(self, found: list[summaries.Extract]) -> bool:
        """Whether something is given twice, or gone, that only all the data together can show."""
        if summaries.collide(found) or self._common.problems:
            return True
        lines = self.site.data.published
        names = {name for part in found for name in (*part.claims.campaigns, *part.claims.organisations)}
        if self.only:  # what the other parts answer at is not known
            return False
        shared = [line for line in lines if line.is_shared]
        by_hand = data_folder.addresses(self.root / "docs")
        lost = lost_permalinks.problems(Plan({}, ()), shared, by_hand)
        return bool(lost) or any(line.owner not in names for line in lines if not line.is_shared)

    def _read_all(self) -> Data:
        """All data as it was read when this build began. Raises InvalidData with everything that is wrong."""
        by_hand = data_folder.addresses(self.root / "docs")
        return data_folder.everything(self._snapshot, self._common, self.settings.as_of, by_hand, self.settings.drafts)

    def _tell(self, done: int, parts: int, files: int) -> None:
        """A line for somebody who waits at a terminal."""
        if sys.stderr.isatty() and time.monotonic() - self._began > PATIENCE:
            sys.stderr.write(f"\r生成 / making: {done}/{parts} · {files} ")
            sys.stderr.write("\n" if done == parts else "")
            sys.stderr.flush()

    def _gathered(self) -> Making:
        """The making, with all its parts."""
        assert self._making is not None
        if not self._making.extracts and self._making.shards:
            self._collect()
        return self._making

    # --- what the host asks ---

    def keeps_host(self) -> bool:
        """Whether the host's pages lie in the published site as it would make them now, so that it has nothing to do.

        Raises InvalidData.
        """
        assert self._making is not None
        self._host_times, self._host_key = self.host.times(), self.host.key()
        if told := self._making.host(self._host_key):
            kept = json.loads(told)
            is_same = kept["withheld"] == self._gathered().withheld()
            self._keeps_host = is_same and all(self.answers(path) == was for path, was in kept["asked"].items())
            for path, source in kept["sources"].items():
                self.claim(path, source)
            self.welcome.update(kept["welcome"])
            self.by_hand.update(kept["by_hand"])
        return self._keeps_host

    def _host_name(self) -> str:
        """The key of the host's pages; nothing where they are better made again."""
        return "" if self.warned or self._host_times != self.host.times() else self._host_key

    def _about_host(self) -> str:
        """What the next build has to know of the host's pages to keep them."""
        told = {"asked": self.asked, "sources": self.sources, "welcome": self.welcome, "by_hand": sorted(self.by_hand)}
        return json.dumps(told | {"withheld": self._gathered().withheld()})

    def pass_begins(self) -> None:
        self._passes += 1

    def pass_ends(self) -> bool:
        """True when the last of the nested passes is over."""
        self._passes -= 1
        return self._passes == 0

    def answers(self, path: str) -> bool:
        """Whether the core writes a page as this file; of what is left out it is taken for granted."""
        if self.only and path.removeprefix("en/").partition("/")[0] in self._folders:
            return True
        always = map(urls.file, outputs.addresses(()))  # nobody waits for the data because of these
        self.asked[path] = path in always or path in self._pages
        return self.asked[path]

    @cached_property
    def _pages(self) -> frozenset[str]:
        return frozenset(map(urls.file, outputs.addresses(self._gathered().extracts)))

    def claim(self, path: str, source: str) -> None:
        """The host has a file for this place. Raises InvalidData where a page from the data belongs there.

        Only folders called like a campaign are asked about now, which needs no data; what else
        collides is seen when everything is put together.
        """
        self.sources[path] = source
        folder = path.removeprefix("en/").partition("/")[0]
        if folder in self._folders and not self.only and self.answers(path):
            raise InvalidData([docs_files.in_the_way(source)])

    def hand_written(self, language: Language, written: pages.HandWritten) -> str:
        """A page of docs/ in the public frame."""
        return pages.hand_written(self.site, language, written)

    def shell(self, language: Language, path: str) -> Shell:
        return pages.shell(self.site, language, path)

    # --- the end ---

    def join(self) -> str:
        """Put everything together; gives a line about what was done. Raises InvalidData."""
        made = self._gathered()
        folder = None if self._keeps_host else swap.host_of(self.site_dir)
        try:
            made.finish(folder, self.by_hand, self._host_name(), self._about_host())
        except Collision as collision:
            path = str(collision)
            raise InvalidData([docs_files.in_the_way(self.sources.get(path, path))]) from None
        return "\n".join((*map(str, self.owed), made.told(time.monotonic() - self._began)))

    def finish(self) -> None:
        """Publish, if nothing failed; then let the next build begin."""
        try:
            if self._making is not None and not self.failed:
                self._making.publish()
                self._making.prune(self.root / CARDS)
        finally:
            self._let_go()

    def _let_go(self) -> None:
        if self._making is not None:
            self._making.close()
            self._making = None
        if self._lock is not None:
            swap.clear(self.site_dir)
            self._lock.close()
            self._lock = None
