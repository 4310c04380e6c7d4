"""One build from its first event to its last: what the adapter asks, in order.

The host (MkDocs) builds the hand-written pages in a folder of its own, once a language. Meanwhile
the core makes everything else in the folder that will be published; nothing that is public is
touched before all of it is there.
"""

from __future__ import annotations

import gc
import sys
import time
from dataclasses import dataclass, field, replace
from pathlib import Path

from ..checks import lost_permalinks, personal_data, readiness
from ..core import urls
from ..core.language import LANGUAGES, Language
from ..core.problems import InvalidData, Mark, Note, Problem
from ..core.settings import Settings
from ..loading import data_folder, data_parts
from ..loading.data_folder import Data, Shared
from ..loading.data_parts import Shard
from ..model.campaign import Plan
from ..site import cards, pages
from ..site.chrome import Shell
from ..site.pages import Site
from ..site.render import Renderer
from . import card_cache, incremental, outputs, parallel, summaries, swap
from .incremental import Broken, Making
from .manifest import Collision

TEMPLATES = Path("overrides/microsite")
OTHERS = ("docs", "overrides", "hooks")
"""Folders besides the data that pages are made of."""
CACHE = Path(".cache")
CARDS = CACHE / "cards"
LISTS = CACHE / "lists"
PATIENCE = 2.0
"""Seconds after which somebody at a terminal is told how far a build is."""


@dataclass
class Build:
    """The state of the build that is running; the only mutable thing in the core besides ``making``.

    ``problems`` are those of the data while serving: they are shown above the last good pages.
    ``sources`` are the host's files by their places in the site.
    """

    serving: bool = False
    running: bool = False
    passes: int = 0
    failed: bool = False
    processes: int = field(default_factory=parallel.available)
    root: Path = Path()
    only: str = ""
    site_dir: Path = Path("site")
    site: Site | None = None
    welcome: dict[Language, str] = field(default_factory=dict)
    by_hand: set[str] = field(default_factory=set)
    sources: dict[str, str] = field(default_factory=dict)
    owed: tuple[Note, ...] = ()
    _parts: dict[str, tuple[str, Data]] = field(default_factory=dict)
    _last_good: tuple[tuple[Shard, ...], Shared] = ((), data_folder.NOTHING_SHARED)
    _snapshot: data_folder.Snapshot = data_folder.NO_FILES
    _common: Shared = data_folder.NOTHING_SHARED
    _renderer: tuple[str, Renderer | None] = ("", None)
    _making: Making | None = None
    _told: tuple[Problem, ...] = ()
    _watched: tuple[tuple[str, int], ...] = ()
    _folders: set[str] = field(default_factory=set)
    _pages: frozenset[str] | None = None
    _lock: swap.Lock | None = None
    _began: float = 0.0

    # --- the beginning ---

    def begin(self, root: Path, settings: Settings, site_dir: Path, only: str = "") -> Path:
        """Begin to read and to make; gives the host a folder to build in. Raises InvalidData.

        While serving, all data is read now, and broken data is shown above the last good pages.
        With ``only`` (a campaign or a region) the other regions are left out, and what is made goes
        into a folder of its own: half a site never takes the place of a whole one.
        """
        self._began = time.monotonic()
        self.root, self.only = root, only
        settings = replace(settings, drafts=self.serving)
        self.site_dir = site_dir.with_name(f"{site_dir.name}.{only}") if only else site_dir
        self.running, self.failed, self.passes = True, False, 0
        self.welcome, self.by_hand, self.sources, self._pages = {}, set(), {}, None
        swap.publish_for_everybody()
        self._lock = swap.Lock(self.site_dir)
        swap.repair(self.site_dir)
        swap.keep_private(root / CACHE)
        for kept in (CARDS, LISTS):
            swap.sweep(root / kept)
        try:
            self._start(settings)
        except BaseException:
            self._let_go()
            raise
        return swap.empty(swap.host_of(self.site_dir))

    def _start(self, settings: Settings) -> None:
        self._folders = {path.stem for path, _ in data_folder.files(self.root / "data", "campaigns")} | {"organisations"}
        if not self.serving:
            self._make(settings, *self._found())
            return
        self._watched, self._told = self._others(), ()
        try:
            self._start_from_good_data(settings)
        except InvalidData as invalid:
            self._make(replace(settings, problems=invalid.problems), *self._last_good)
            self._collect(settings, is_checked=True)

    def _start_from_good_data(self, settings: Settings) -> None:
        found = self._found()
        self._make(settings, *found)
        self._collect(settings)
        self._last_good = found

    def _found(self) -> tuple[tuple[Shard, ...], Shared]:
        """The parts of the data as they are now, and what they share."""
        self._common = data_folder.shared(self.root / "data")
        self._snapshot = data_folder.snapshot(self.root / "data")
        parts = data_parts.split_by_region(self._snapshot)
        return data_parts.with_campaign(parts, self.only) if self.only else parts, self._common

    def _make(self, settings: Settings, parts: tuple[Shard, ...], common: Shared) -> None:
        """Begin to make the site of these parts."""
        plan = Plan({}, ())
        data = Data(plan, {}, (), common.synonyms, common.published) if parts else data_folder.NOTHING
        interfaces = {language: data_folder.interface(language) for language in LANGUAGES}
        templates, renderer = incremental.templates(self.root / TEMPLATES), self._renderer[1]
        if renderer is None or self._renderer[0] != templates:
            renderer = Renderer(self.root / TEMPLATES)
            self._renderer = templates, renderer
        self.site = Site(data, settings, interfaces, renderer.again(), self.welcome)
        names = incremental.code(), templates, settings, common.synonyms, common.published
        self._making = Making(
            self.site_dir,
            self.root / LISTS,
            self.site,
            parts,
            self._reader(settings, common, parts is self._last_good[0]),
            card_cache.Remembering(self.root / CARDS, cards.Painter(data_folder.card_font())),
            incremental.key(*names),
            1 if self.serving else self.processes,
        )
        self._making.start()

    def _reader(self, settings: Settings, common: Shared, is_known: bool) -> incremental.Read:
        """How a part is read; while serving what was read once is kept in memory."""

        def read(shard: Shard) -> Data:
            digest, data = self._parts.get(shard.name, ("", data_folder.NOTHING))
            if digest == f"{shard.digest} {settings.as_of}" or is_known:
                return data
            if shard.name == data_parts.EVERYTHING:
                return self._read_all(settings)
            data = data_folder.part(shard.files, common, settings.as_of, settings.drafts)
            if self.serving:
                self._parts[shard.name] = (f"{shard.digest} {settings.as_of}", data)
            return data

        return read

    # --- again, while serving ---

    def refresh(self) -> str | None:
        """Make the site again without the host; gives a line about it. Raises OSError.

        Broken data is told above the pages that are there (``above``). None where more than the data
        changed: then the host has to build its pages again, too.
        """
        settings = self.site.settings if self.site is not None else None
        if settings is None or self.failed or settings.problems or self._watched != self._others():
            return None
        self._began, self.running = time.monotonic(), True
        self._lock = swap.Lock(self.site_dir)
        try:
            done = self._remade(settings)
            self.finish()
        finally:
            if self.running:
                self._let_go()
        return done

    def _remade(self, settings: Settings) -> str | None:
        self._told = ()
        try:
            self._start_from_good_data(settings)
        except InvalidData as invalid:
            self._told = invalid.problems
            return f"数据有误 / the data has problems:\n{invalid}"
        assert self._making is not None
        if not self._making.has_host():
            return None
        done = self._making.finish(None, self.by_hand)
        return done.told(time.monotonic() - self._began)

    def above(self, language: Language) -> str:
        """What to show above every page of a preview, besides what is in it: HTML, or nothing."""
        if self.site is None:
            return ""
        told = pages.problems(self.site, language, self._told) if self._told else ""
        return pages.preview_bar(self.site, language) + told

    def _others(self) -> tuple[tuple[str, int], ...]:
        """Everything besides the data that a page is made of, with the times of the last changes."""
        files = (path for name in OTHERS for path in sorted((self.root / name).rglob("*")))
        listed = (self.root / "mkdocs.yml", *files)
        return tuple((str(path), path.stat().st_mtime_ns) for path in listed if path.is_file())

    # --- the parts of the data ---

    def _collect(self, settings: Settings, is_checked: bool = False) -> None:
        """Wait for the parts. Raises InvalidData with everything that is wrong with the data."""
        assert self._making is not None
        try:
            found = self._making.collect(self._tell)
            if not is_checked and self._is_doubtful(found):
                self._read_all(settings)
        except Broken:
            self._read_all(settings)  # says what is wrong
            raise
        texts = data_folder.public_texts(self.root / "docs")
        examples = () if self.serving else tuple(readiness.still_an_example(settings, texts))
        if wrong := (*examples, *personal_data.in_pages(texts)):
            raise InvalidData(wrong)
        missing = (
            *readiness.of_site(settings),
            *(problem for extract in found for problem in extract.owed),
        )
        if settings.profile == "production" and missing:
            raise InvalidData(missing)
        self.owed = readiness.as_notes(settings, missing)

    def _is_doubtful(self, found: list[summaries.Extract]) -> bool:
        """Whether something is given twice, or gone, that only all the data together can show."""
        if summaries.collide(found) or self._common.problems:
            return True
        assert self.site is not None
        lines = self.site.data.published
        names = {name for part in found for name in (*part.claims.campaigns, *part.claims.organisations)}
        if self.only:  # what the other parts answer at is not known
            return False
        shared = [line for line in lines if line.is_shared]
        by_hand = data_folder.hand_written(self.root / "docs")
        lost = lost_permalinks.problems(Plan({}, ()), shared, by_hand)
        return bool(lost) or any(line.owner not in names for line in lines if not line.is_shared)

    def _read_all(self, settings: Settings) -> Data:
        """All data as it was read when this build began. Raises InvalidData with everything that is wrong."""
        by_hand = data_folder.hand_written(self.root / "docs")
        return data_folder.everything(self._snapshot, self._common, settings.as_of, by_hand, settings.drafts)

    def _tell(self, done: int, parts: int, files: int) -> None:
        """A line for somebody who waits at a terminal."""
        if sys.stderr.isatty() and time.monotonic() - self._began > PATIENCE:
            sys.stderr.write(f"\r生成 / making: {done}/{parts} · {files} ")
            sys.stderr.write("\n" if done == parts else "")
            sys.stderr.flush()

    def _gathered(self) -> Making:
        """The making, with all its parts."""
        assert self._making is not None
        assert self.site is not None
        if not self._making.extracts and self._making.shards:
            self._collect(self.site.settings)
        return self._making

    # --- what the host asks ---

    def pass_begins(self) -> None:
        self.passes += 1

    def pass_ends(self) -> bool:
        """True when the last of the nested passes is over."""
        self.passes -= 1
        return self.passes == 0

    def answers(self, path: str) -> bool:
        """Whether the core writes a page as this file; of what is left out it is taken for granted."""
        if self.only and path.removeprefix("en/").partition("/")[0] in self._folders:
            return True
        if self._pages is None:
            self._pages = frozenset(map(urls.file, outputs.addresses(self._gathered().extracts)))
        return path in self._pages

    def claim(self, path: str, source: str) -> None:
        """The host has a file for this place. Raises InvalidData where a page from the data belongs there.

        Only folders called like a campaign are asked about now, which needs no data; what else
        collides is seen when everything is put together.
        """
        self.sources[path] = source
        folder = path.removeprefix("en/").partition("/")[0]
        if folder in self._folders and not self.only and self.answers(path):
            raise in_the_way(source)

    def hand_written(self, language: Language, written: pages.HandWritten) -> str:
        """A page of docs/ in the public frame."""
        assert self.site is not None
        return pages.hand_written(self.site, language, written)

    def shell(self, language: Language, path: str) -> Shell:
        assert self.site is not None
        return pages.shell(self.site, language, path)

    # --- the end ---

    def join(self) -> str:
        """Put everything together; gives a line about what was done. Raises InvalidData."""
        made = self._gathered()
        try:
            done = made.finish(swap.host_of(self.site_dir), self.by_hand)
        except Collision as collision:
            path = str(collision)
            raise in_the_way(self.sources.get(path, path)) from None
        return "\n".join((*map(str, self.owed), done.told(time.monotonic() - self._began)))

    def finish(self) -> None:
        """Publish, if nothing failed; then let the next build begin."""
        if not self.running:
            return
        try:
            if self._making is not None and not self.failed:
                self._making.publish()
        finally:
            self._let_go()

    def _let_go(self) -> None:
        self.running = False
        if self._making is not None:
            self._making.close()
            self._making = None
        swap.clear(self.site_dir)
        if self._lock is not None:
            self._lock.close()
            self._lock = None

    def leave(self) -> None:
        """The end of a build or a preview, of which nothing stays beside its folder."""
        self.finish()
        if self.serving:
            swap.clear(self.site_dir, with_spare=True)
        gc.freeze()  # or the interpreter, before it ends, looks for circles in everything that was loaded


def in_the_way(path: str) -> InvalidData:
    """A file of docs/ lies where a page from the data belongs."""
    zh = "这个位置留给由数据生成的页面；请给文件改名"
    en = "a page made from the data belongs here; give the file another name"
    return InvalidData([Problem(Mark(f"docs/{path}"), "", "in-the-way", zh, en)])


CURRENT = Build()
