"""The build that is running, and while serving the preview. It outlives the host's hooks, which are loaded for each build."""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ..checks.site_settings import of_the_host
from ..core.problems import InvalidData
from ..core.settings import SHANGHAI, Settings, expiry_day
from ..loading import site_settings
from ..loading.site_settings import SiteSettings
from . import incremental
from .build import Build
from .preview import Preview


@dataclass
class Running:
    """``build`` is None between two builds, ``preview`` unless the host serves.

    ``may_keep``: the host's pages need not be made where nothing of them changed.
    """

    build: Build | None = None
    preview: Preview | None = None
    may_keep: bool = False

    def serve(self, environ: Mapping[str, str], now: Callable[[Any], datetime]) -> None:
        """A preview begins; ``now`` gives the time in a time zone."""
        self.preview = Preview(lambda: _today(environ, now), lambda file: _settings(file, environ, _today(environ, now)))

    def begin(self, host: Host, environ: Mapping[str, str], now: datetime) -> Path:
        """A build begins; gives the host a folder to build in. Raises InvalidData, RefusalError and OSError."""
        if self.preview:
            self.preview.begin(host.file, host.site_dir, *host.address)
        source, settings = _settings(host.file, environ, expiry_day(now, environ), host.site_url)
        memory = self.preview.memory if self.preview else None
        build = Build(host.root, settings, host.site_dir, environ.get("ONLY", ""), memory=memory, source=source)
        build.host = incremental.Sources(host.made_of, (host.options, source.values, source.written))
        folder = build.begin()
        self.build = build
        return folder

    def finish(self) -> None:
        """A build ends: what it made is published, if nothing failed."""
        build, self.build = self.build, None
        if build is not None:
            build.finish()
            if self.preview and not build.failed:
                self.preview.built(build)

    def leave(self) -> None:
        """The process ends, and nothing stays beside the site."""
        try:
            self.finish()
        finally:
            if self.preview:
                self.preview.end()
        gc.freeze()  # or the interpreter, before it ends, looks for circles in everything that was loaded


@dataclass(frozen=True, slots=True)
class Host:
    """What the host knows of a site; ``file`` has its settings, ``address`` is that of its server.

    ``made_of`` are the files and folders from which it makes its own pages, ``options`` what it was told besides; nothing
    where its pages are made every time.
    """

    root: Path
    site_dir: Path
    site_url: str
    file: Path
    address: tuple[str, int]
    made_of: tuple[Path, ...] = ()
    options: str = ""


def _settings(file: Path, environ: Mapping[str, str], as_of: date, address: str | None = None) -> tuple[SiteSettings, Settings]:
    """The settings of a site, in which nothing is wrong for the host either. Raises InvalidData and OSError."""
    source = site_settings.read(file, environ)
    if wrong := [*map(source.placed, of_the_host(source.values)), *site_settings.absent(file, source)]:
        raise InvalidData(wrong)
    return source, source.checked(environ, as_of, address)


def _today(environ: Mapping[str, str], now: Callable[[Any], datetime]) -> date:
    return expiry_day(now(SHANGHAI), environ)


RUNNING = Running()
