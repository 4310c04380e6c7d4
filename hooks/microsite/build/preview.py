"""The preview server: what it keeps from one build to the next, over midnight too, and how it reports problems.

Every mistake is told above the last good pages, whether it is in the data, in ``mkdocs.yml`` or in a template; pages go on
being served. Only this machine is answered: a page of another site that leads its name here (DNS rebinding) is not.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import html
import ipaddress
import logging
import os
import re
import shutil
import signal
import socket
import stat
import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from ..core import locks
from ..core.language import Language
from ..core.problems import InvalidData, Mark, Problem, RefusalError
from ..site import pages
from . import swap
from .build import Build, Memory

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]
Seen = tuple[tuple[str, int, int], ...]
"""Files with the times of their last changes and their sizes."""

OTHERS = ("mkdocs.yml", "docs", "overrides", "hooks")
"""What pages are made of besides the data."""
GLANCE = 0.05
"""Seconds between two looks at the files, each of which takes a millisecond or two."""
PROMPTLY = 0.01
"""Seconds after which the host believes that nothing more is saved."""
REST = 20
"""Looks without a change after which there is time to tidy."""

# The host writes its script for reloading into each page, which the policy of the pages forbids.
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
_THIS_MACHINE = ("localhost", socket.gethostname().lower())


@dataclass
class Preview:
    """``today`` gives the day that decides what has expired; ``check`` raises InvalidData where the settings cannot be used.

    ``last`` is the last build that succeeded; ``told`` is what is wrong since.
    """

    today: Callable[[], date]
    check: Callable[[Path], object]
    memory: Memory = field(default_factory=Memory)
    last: Build | None = None
    told: tuple[Problem, ...] = ()
    _file: Path = Path()
    _lock: Path = Path()
    _life: locks.Lock | None = None
    _others: Seen = ()
    _is_behind: bool = True
    _is_untidy: bool = False
    _seen: tuple[Seen, date] | None = None
    _looks: int = 0

    # --- beginning and end ---

    def begin(self, file: Path, site_dir: Path, host: str, port: int) -> None:
        """Before each build of the host, with its settings; the first time it is seen whether the port is free. Raises RefusalError."""
        self.watch_host(file)
        if self._life is None:
            check_port(host, port)
            clear_after_killed(site_dir)
            self._life, self._lock = locks.Lock(_alive(site_dir)), locks.lock_of(_alive(site_dir))
            for name in ("SIGTERM", "SIGHUP"):
                if hasattr(signal, name):  # the host clears up when it is interrupted
                    signal.signal(getattr(signal, name), signal.default_int_handler)

    def watch_host(self, file: Path) -> None:
        """The host builds of what there is now; until it succeeded it has to build again after any edit."""
        self._file, self._others, self._is_behind = file, seen(file.parent, OTHERS), True
        self._seen = self._seen or self._look()  # before anything is read: what is saved meanwhile is noticed

    def built(self, build: Build) -> None:
        """The host's build succeeded."""
        self.last, self.told, self._is_behind = build, (), False

    def end(self) -> None:
        """Nothing stays beside the folder."""
        if self._life is not None:
            _clear(self._lock)
            self._life.close()

    # --- after an edit ---

    def changed(self) -> bool:
        """Whether something changed, came or went since it was asked before, or the day did."""
        before, self._seen = self._seen, self._look()
        is_same = before == self._seen
        self._looks = self._looks + 1 if is_same else 0
        if self._looks == REST:
            self.tidy()
        return not is_same

    def _look(self) -> tuple[Seen, date]:
        return seen(self._file.parent, ("data", *OTHERS)), self.today()

    def tidy(self) -> None:
        """Give back the memory of the build before, after its pages were shown: it takes a fifth of the time of a build."""
        if self._is_untidy:
            self._is_untidy = False
            gc.collect()  # what a build froze is looked at only when it is asked for: 1.4 MB an edit

    def rebuild(self, host_builds: Callable[[], object], log: logging.Logger) -> None:
        """Make the site again, as little of it as possible; what fails is told above the pages.

        ``log`` is where the host says what is wrong with its own files.
        """
        with _heard(log) as said:
            try:
                done = self._refresh()
                if done is None:
                    self.check(self._file)  # without hooks, say, the host would empty what is served
                    host_builds()
                else:
                    log.info("%s", done)
            except (Exception, SystemExit) as error:  # or the server would let every page wait
                self.told = explained(error, said)
                log.warning("%s", "\n".join(map(str, self.told)))
        self._is_untidy = True

    def _refresh(self) -> str | None:
        """Make the site again without the host, with a line about it; None where more than the data changed."""
        last = self.last
        if last is None or self._is_behind or last.problems or self._others != seen(last.root, OTHERS):
            return None
        settings = replace(last.settings, as_of=self.today())
        build = Build(last.root, settings, last.site_dir, memory=self.memory, welcome=last.welcome, by_hand=last.by_hand)
        try:
            done = build.without_host()
        except InvalidData as invalid:
            self.told = invalid.problems
            return f"数据有误 / the data has problems:\n{invalid}"
        if done:
            self.last, self.told = build, ()
        return done

    # --- what the server answers ---

    def above(self, language: Language) -> str:
        """What to show above every page, besides what is in it: HTML, or nothing."""
        if self.last is None:
            return ""
        wrong = self.told or self.last.problems
        told = wrong or self.last.unfinished
        try:
            listed = pages.problems(self.last.site, language, "problems" if wrong else "unfinished", told) if told else ""
            return pages.preview_bar(self.last.site, language) + listed
        except Exception:  # the template for it is what is broken
            return "".join(f'<pre class="ms-problems">{html.escape(str(problem))}</pre>' for problem in told)

    def answering(self, answer: Application, host: str = "") -> Application:
        """The server's answers to this machine, with what is wrong under the header of each page.

        ``host`` is a name that is answered, too. Plain WSGI (PEP 3333), so that it can be put before any server.
        """
        names = {*_THIS_MACHINE, host.lower()}

        def answer_in_preview(environ: dict[str, Any], respond: Callable[..., Any]) -> Iterable[bytes]:
            if not is_this_machine(environ.get("HTTP_HOST", ""), names):
                return _refuse(respond, "403 Forbidden", "请用 localhost 或本机地址打开 / open it as localhost or by its address")
            if environ["REQUEST_METHOD"] not in ("GET", "HEAD"):
                return _refuse(respond, "405 Method Not Allowed", "只能读取 / pages can only be read")
            if "\0" in environ["PATH_INFO"]:  # no file can be called that, and asking the disk would fail
                return _refuse(respond, "404 Not Found", "没有这个页面 / there is no such page")
            said: list[tuple[Any, ...]] = []
            body = b"".join(answer(environ, lambda *words: said.append(words)))
            status, headers, *_ = said[0]
            if dict(headers).get("Content-Type", "").startswith("text/html"):
                added = self.above("en" if "/en/" in environ["PATH_INFO"] else "zh").encode()
                body = _POLICY.sub(b"", body).replace(b"</header>", b"</header>" + added, 1)
                headers = [header for header in headers if header[0] != "Content-Length"]
            respond(status, headers)
            return [body]

        return answer_in_preview


def _refuse(respond: Callable[..., Any], status: str, words: str) -> Iterable[bytes]:
    respond(status, [("Content-Type", "text/plain; charset=utf-8")])
    return [words.encode()]


def is_this_machine(host: str, names: Iterable[str]) -> bool:
    """Whether a Host header names this machine: by an address, which nobody can lead elsewhere, or a known name.

    >>> [is_this_machine(host, ["localhost"]) for host in ("127.0.0.1:8000", "[::1]:8000", "localhost", "evil.example")]
    [True, True, True, False]
    """
    name = host.lower().rpartition(":")[0] if re.search(r":\d+$", host) else host.lower()
    try:
        ipaddress.ip_address(name.strip("[]"))
    except ValueError:
        return name in names
    return True


# --- what is wrong ----------------------------------------------------------------------------


@contextlib.contextmanager
def _heard(log: logging.Logger) -> Iterator[list[str]]:
    """What the host calls an error meanwhile."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    listener = Listener(logging.ERROR)
    log.addHandler(listener)
    try:
        yield said
    finally:
        log.removeHandler(listener)


def explained(error: BaseException, said: list[str]) -> tuple[Problem, ...]:
    """Why a build of the preview ended, with the place where it can be known."""
    causes = [error]
    while (cause := causes[-1].__cause__ or causes[-1].__context__) is not None:
        causes.append(cause)
    for each in causes:
        if isinstance(each, InvalidData):
            return each.problems
    marks = [mark for each in causes if (mark := _place(each))]
    words = "; ".join(said) or str(error) or type(error).__name__
    zh = f"网站没有重新生成，下面还是上一次的页面；改好并保存就会更新：{words}"
    en = f"the site was not made again, and the last pages are shown; correct it and save: {words}"
    return (Problem(marks[-1] if marks else Mark("mkdocs.yml"), "", "not-made-again", zh, en),)


def _place(error: BaseException) -> Mark | None:
    """The line of a template or of YAML that an error is about."""
    if (yaml := getattr(error, "problem_mark", None)) is not None:
        return Mark("mkdocs.yml", yaml.line + 1, yaml.column + 1)
    name, line = getattr(error, "filename", None), getattr(error, "lineno", None)
    frames = [(frame.filename, frame.lineno or 1) for frame in traceback.extract_tb(error.__traceback__)]
    found = [(str(file), at) for file, at in [*frames, (name, line)] if str(file).endswith(".html") and at]
    short = [(file[max(file.rfind("overrides/"), 0) :], at) for file, at in found]
    return Mark(*short[-1]) if short else None


# --- files and folders ------------------------------------------------------------------------


def seen(root: Path, names: Iterable[str]) -> Seen:
    """Every file below these, as it is now; one that comes or goes meanwhile is seen the next time."""
    return tuple(sorted(each for name in names for each in _below(f"{root}/{name}")))


def _below(path: str) -> Iterator[tuple[str, int, int]]:
    with contextlib.suppress(OSError):
        found = os.stat(path)  # noqa: PTH116 - of hundreds of files, ten times a second
        if not stat.S_ISDIR(found.st_mode):
            yield path, found.st_mtime_ns, found.st_size
            return
        for name in os.listdir(path):  # noqa: PTH208
            if name != "__pycache__":
                yield from _below(f"{path}/{name}")


def check_port(host: str, port: int) -> None:
    """Raises RefusalError where another program has the port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as asked:
        if os.name != "nt":  # there it would take the port from the other
            asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind((host, port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise _unusable(host, port, error.strerror or str(error)) from None
            other = f"make serve ADDR={host}:{port + 1}"
            zh = f"端口 {port} 已经有程序在用，也许预览已经开着；请先关掉它，或者换一个：{other}"
            en = f"another program uses port {port}, perhaps a preview that is already running; stop it or use another port: {other}"
            raise RefusalError(zh, en, "ADDR", "port-taken") from None
        except OverflowError:
            raise _unusable(host, port, "0–65535") from None


def _unusable(host: str, port: int, why: str) -> RefusalError:
    zh = f"不能在 {host}:{port} 开预览（{why}）；请写本机的地址和 1024 以上的端口，如 127.0.0.1:8000"
    en = f"the preview cannot run at {host}:{port} ({why}); give an address of this machine and a port above 1024: 127.0.0.1:8000"
    return RefusalError(zh, en, "ADDR", "port-taken")


def _alive(site_dir: Path) -> Path:
    """What is locked as long as the preview lives."""
    return site_dir.with_name(f"{site_dir.name}.preview")


def clear_after_killed(site_dir: Path) -> None:
    """Take away the folders of previews of this user that were killed: there are drafts and names in them."""
    prefix = site_dir.name.partition("_")[0]
    for lock in site_dir.parent.glob(f".{prefix}_*.preview.lock"):
        with contextlib.suppress(OSError):
            if swap.is_own(lock) and not locks.is_locked(lock):
                _clear(lock)
                lock.unlink()


def _clear(lock: Path) -> None:
    """Take away everything that a preview has in the system's folder for temporary files, but its lock."""
    name = lock.name.removeprefix(".").removesuffix(".preview.lock")
    for folder in (lock.with_name(name), *lock.parent.glob(f".{name}.*")):
        if folder.is_dir() and not folder.is_symlink():
            shutil.rmtree(folder, ignore_errors=True)
        elif folder != lock:
            folder.unlink(missing_ok=True)
