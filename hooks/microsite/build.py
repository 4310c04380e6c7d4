"""One build from its first event to its last: what the adapter asks, in order.

The host (MkDocs) builds the hand-written pages in a staging folder, once a language; the core
reads the data before anything is touched and writes its own files after the last pass.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO

from . import cards, load, outputs, pages, production, publish
from .language import LANGUAGES, Language
from .load import Data
from .pages import Site
from .problems import InvalidData, Mark, Note, Problem
from .render import Renderer
from .settings import Settings

TEMPLATES = Path("overrides/microsite")
CARDS = Path(".cache/cards")


@dataclass
class Build:
    """The state of the build that is running; the only mutable thing in the core."""

    serving: bool = False
    running: bool = False
    passes: int = 0
    failed: bool = False
    site_dir: Path = Path("site")
    site: Site | None = None
    last_good: Data | None = None
    welcome: dict[Language, str] = field(default_factory=dict)
    by_hand: set[str] = field(default_factory=set)
    owed: tuple[Note, ...] = ()
    _paint: publish.Remembering | None = None
    _lock: IO[str] | None = None

    def begin(self, root: Path, settings: Settings, site_dir: Path) -> Path:
        """Read the data and give the folder to build in; raises InvalidData with nothing touched.

        While serving, broken data is shown above the last good pages instead of stopping.
        """
        data, told = self._read(root, settings)
        self._paint = publish.Remembering(root / CARDS, cards.Painter(load.card_font()))
        self.owed = _owed(data, settings)
        self.running, self.failed, self.passes = True, False, 0
        self.welcome, self.by_hand, self.site_dir = {}, set(), site_dir
        interfaces = {language: load.interface(language) for language in LANGUAGES}
        renderer = Renderer(root / TEMPLATES)
        self.site = Site(data, replace(settings, problems=told), interfaces, renderer, self.welcome)
        self._lock = publish.lock(site_dir)
        return publish.fresh_staging(site_dir)

    def _read(self, root: Path, settings: Settings) -> tuple[Data, tuple[Problem, ...]]:
        try:
            self.last_good = load.folder(root / "data", settings.as_of, load.hand_written(root / "docs"))
        except InvalidData as invalid:
            if not self.serving:
                raise
            return self.last_good or load.NOTHING, invalid.problems
        return self.last_good, ()

    def pass_begins(self) -> None:
        self.passes += 1

    def pass_ends(self) -> bool:
        """True when the last of the nested passes is over."""
        self.passes -= 1
        return self.passes == 0

    def addresses(self) -> Iterator[str]:
        assert self.site is not None
        return outputs.addresses(self.site)

    def hand_written(self, language: Language, written: pages.HandWritten) -> str:
        """A page of docs/ in the public frame."""
        assert self.site is not None
        return pages.hand_written(self.site, language, written)

    def shell(self, language: Language, path: str) -> pages.Shell:
        assert self.site is not None
        return pages.shell(self.site, language, path)

    def write(self) -> int:
        """Write the core's files beside the host's; raises InvalidData where two want one place."""
        assert self.site is not None
        staging = publish.staging_of(self.site_dir)
        (staging / "sitemap.xml.gz").unlink(missing_ok=True)
        try:
            return publish.write(staging, outputs.site(self.site, sorted(self.by_hand), self._paint))
        except publish.Collision as collision:
            raise in_the_way(str(collision)) from None

    def finish(self) -> None:
        """Publish, if nothing failed; then let the next build begin."""
        if self.running and not self.failed:
            publish.replace(self.site_dir)
        self.running = False
        if self._lock is not None:
            self._lock.close()
            self._lock = None


def _owed(data: Data, settings: Settings) -> tuple[Note, ...]:
    """What a government website still has to say: notes, or with PROFILE=production problems."""
    if settings.profile == "production" and (missing := production.owed(settings, data.plan)):
        raise InvalidData(missing)
    return production.notes(settings, data.plan)


def in_the_way(path: str) -> InvalidData:
    """A file of docs/ lies where a page from the data belongs."""
    zh = "这个位置留给由数据生成的页面；请给文件改名"
    en = "a page made from the data belongs here; give the file another name"
    return InvalidData([Problem(Mark(f"docs/{path}"), "", "in-the-way", zh, en)])


CURRENT = Build()
