"""The site on disk: built in a folder beside the published one, then put in its place whole.

On Linux the two folders are exchanged in one step (renameat2 with RENAME_EXCHANGE), so that a
reader never meets half a site. Where the system or the file system has no such call, the old
folder is renamed away first: between two renames, for some microseconds, nothing is there.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from . import cards
from .cards import Paint
from .outputs import REPLACED, Output
from .views.share import Face

_RENAME_EXCHANGE = 2  # linux/fs.h
_AT_FDCWD = -100  # fcntl.h


class Collision(Exception):
    """A page written by hand lies where a page made from the data belongs."""


def staging_of(site: Path) -> Path:
    return site.with_name(f".{site.name}.staging")


def _old_of(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")


@contextlib.contextmanager
def locked(site: Path) -> Iterator[None]:
    """One build of a site at a time: a second one waits here."""
    site.parent.mkdir(parents=True, exist_ok=True)
    with site.with_name(f".{site.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def lock(site: Path) -> IO[str]:
    """The same for a build that spans several events; closing the file lets the next one in."""
    site.parent.mkdir(parents=True, exist_ok=True)
    file = site.with_name(f".{site.name}.lock").open("w")
    fcntl.flock(file, fcntl.LOCK_EX)
    return file


def fresh_staging(site: Path) -> Path:
    """An empty folder to build in; what a killed build left behind is cleared."""
    for left in (staging_of(site), _old_of(site)):
        if left.exists():
            shutil.rmtree(left)
    staging_of(site).mkdir()
    return staging_of(site)


def write(folder: Path, outputs: Iterable[Output]) -> int:
    """Write every output below ``folder``; the number of files. Raises Collision before overwriting."""
    made: set[str] = set()
    number = 0
    for output in outputs:
        path = folder / output.path
        above = output.path.rpartition("/")[0]
        if above not in made:
            path.parent.mkdir(parents=True, exist_ok=True)
            made.add(above)
        if path.exists() and output.path not in REPLACED:
            raise Collision(output.path)
        path.write_bytes(output.content)
        number += 1
    return number


@dataclass(frozen=True, slots=True)
class Remembering:
    """Draws a card once: what was drawn is kept by its key in a folder that may be deleted any time.

    A kept card begins with the hash of its key and its content; one that is damaged, or is another
    card's, is drawn again.
    """

    folder: Path
    painter: Paint

    def __call__(self, face: Face) -> bytes:
        key = cards.key(face)
        path = self.folder / f"{key}.card"
        kept = path.read_bytes() if path.is_file() else b""
        if kept[:32] == _seal(key, kept[32:]):
            return kept[32:]
        content = self.painter(face)
        self._keep(path, _seal(key, content) + content)
        return content

    def _keep(self, path: Path, content: bytes) -> None:
        """Written beside and renamed: nobody sees half a file. A full disk only costs time."""
        beside = path.with_suffix(f".{os.getpid()}.tmp")
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            beside.write_bytes(content)
            beside.rename(path)


def _seal(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode() + content).digest()


def replace(site: Path) -> None:
    """Put the staged site in the place of the published one, in one step where possible."""
    staging = staging_of(site)
    if site.is_symlink():
        raise OSError(errno.ELOOP, "the site folder is a link; name the folder itself", str(site))
    if not site.exists():
        staging.rename(site)
        return
    if not _exchange(staging, site):
        site.rename(_old_of(site))
        staging.rename(site)
    for left in (staging, _old_of(site)):
        if left.exists():
            shutil.rmtree(left)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders; False where the system cannot."""
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        return False
    result = call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    if result == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))
