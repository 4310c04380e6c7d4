"""The preview as an editor sees it: how long after a file was saved the page shows it."""

from __future__ import annotations

import atexit
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import measure
from contestants import QUIET, Project
from measure import CommandFailed, Measured

_AT_MOST = 600
"""Seconds until a page is given up; a first start draws every share card."""


class Preview:
    """A preview of a project that goes on living; each run is one edit."""

    is_slow = False

    def __init__(self, name: str, project: Project) -> None:
        self.name, self._project = name, project
        self._server: subprocess.Popen[bytes] | None = None
        self._page = ""

    def run(self) -> Measured:
        """One edit of the first activity, until its page says so."""
        server = self._server or self._started()
        before = measure.processor(server.pid)
        self._project.edit()
        start = time.perf_counter()
        self._wait_for(f"第{self._project.edits}次改")
        wall = time.perf_counter() - start
        memory = measure.resident(server.pid) / measure.MIB
        return Measured(wall, measure.processor(server.pid) - before, memory, 0, 0)

    def stop(self) -> None:
        """End the server; also at the end of the program."""
        if self._server is not None:
            self._server.terminate()
            self._server.wait()

    def _started(self) -> subprocess.Popen[bytes]:
        root = self._project.root
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
        with (root / ".preview.log").open("wb") as log:
            server = subprocess.Popen(command, cwd=root, env={**os.environ, **QUIET}, stdout=log, stderr=log)  # noqa: S603
        self._server = server
        atexit.register(self.stop)
        self._page = f"http://127.0.0.1:{port}/{_edited_activity(root / 'data')}/"
        self._wait_for("</html>")
        return server

    def _wait_for(self, words: str) -> None:
        """Ask for the page as fast as it comes, until it has the words."""
        for _ in _until(_AT_MOST):
            try:
                with urllib.request.urlopen(self._page, timeout=_AT_MOST) as answer:  # noqa: S310 - our own server
                    if words in answer.read().decode("utf-8"):
                        return
            except (urllib.error.URLError, ConnectionError):
                time.sleep(0.1)
        raise CommandFailed(f"{self._page} never said {words}")


def _until(seconds: float) -> Iterator[None]:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        yield
        time.sleep(0.005)


def _edited_activity(data: Path) -> str:
    """The page of the activity whose field every edit changes."""
    file = min((data / "campaigns").glob("*.yml"))
    before = file.read_text("utf-8").partition("audience_printed: ")[0]
    return f"{file.stem}/{re.findall(r'^ *- id: (.+)$', before, re.MULTILINE)[-1]}"
