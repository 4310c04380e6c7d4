"""The site on disk: made in a folder beside the published one, then put in its place whole.

On Linux the two folders are exchanged in one step (renameat2 with RENAME_EXCHANGE), so that a
reader never meets half a site. Where the system or the file system has no such call, the old
folder is renamed away first: between two renames, for some microseconds, nothing is there.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import fcntl
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from ..core.problems import InvalidData, Mark, Problem

_RENAME_EXCHANGE = 2  # linux/fs.h
_AT_FDCWD = -100  # fcntl.h

SIGN = "assets/editions.json"
"""A file that every site of ours has, and no other folder."""


def spare_of(site: Path) -> Path:
    """The folder that is made next; between builds it holds the site that was published before."""
    return site.with_name(f".{site.name}.spare")


def host_of(site: Path) -> Path:
    """Where the host (MkDocs) puts its own pages and files during a build."""
    return site.with_name(f".{site.name}.host")


def _old_of(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")


def lock(site: Path) -> IO[str]:
    """One build of a site at a time: a second one waits here. Closing the file lets it in."""
    site.parent.mkdir(parents=True, exist_ok=True)
    file = site.with_name(f".{site.name}.lock").open("w")
    fcntl.flock(file, fcntl.LOCK_EX)
    return file


def must_be_finished(site: Path) -> None:
    """Raises InvalidData where there is no finished site to be copied."""
    if not (site / SIGN).is_file():
        zh, en = "这里没有生成好的网站；请先运行 make site", "there is no finished site here; run make site first"
        raise InvalidData([Problem(Mark(str(site)), "", "no-site", zh, en)])


@contextlib.contextmanager
def at_rest(site: Path) -> Iterator[None]:
    """While a finished site is read no build takes it away; one that is running is waited for.

    Where no lock can be had, in a folder that only reads, there is no build either.
    """
    with contextlib.ExitStack() as held:
        with contextlib.suppress(OSError):
            held.enter_context(lock(site))
        yield


def sweep(folder: Path) -> None:
    """Take away files of a cache that a killed build had not finished."""
    for path in folder.glob("*.tmp"):
        path.unlink(missing_ok=True)


def empty(folder: Path) -> Path:
    """The folder with nothing in it; what a killed build left behind is cleared."""
    if folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
    return folder


def clear(site: Path, with_spare: bool = False) -> None:
    """Take away what a build leaves beside the site."""
    for folder in (host_of(site), *((spare_of(site),) if with_spare else ())):
        if folder.exists():
            shutil.rmtree(folder)
    if with_spare:
        site.with_name(f".{site.name}.lock").unlink(missing_ok=True)


def discard(site: Path) -> None:
    """Take away the folder that was to become the site; on a full disk its place is needed."""
    shutil.rmtree(spare_of(site), ignore_errors=True)


def repair(site: Path) -> None:
    """After a build that was killed between two renames: put back what was published."""
    old = _old_of(site)
    if old.exists() and not site.exists():
        old.rename(site)
    elif old.exists():
        shutil.rmtree(old)


def exchange(site: Path) -> None:
    """Put the finished folder in the place of the published one, in one step where possible.

    What was published becomes the spare one.
    """
    spare, old = spare_of(site), _old_of(site)
    if site.is_symlink():
        raise OSError(errno.ELOOP, "the site folder is a link; name the folder itself", str(site))
    if not site.exists():
        spare.rename(site)
    elif not _exchange(spare, site):
        site.rename(old)
        spare.rename(site)
        old.rename(spare)


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
