"""The site on disk: made in a folder beside the published one, then put in its place whole.

On Linux the two folders are exchanged in one step (renameat2 with RENAME_EXCHANGE), so that a
reader never meets half a site. Where the system or the file system has no such call, the old
folder is renamed away first: between two renames, for some microseconds, nothing is there.

Whatever lies beside the published folder is its owner's alone (0700); what is published can be read
by everybody (0755 and 0644), whatever umask the process was started with.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from ..core import atomic_files, locks, urls
from ..core.problems import RefusalError

_RENAME_EXCHANGE = 2  # linux/fs.h
_AT_FDCWD = -100  # fcntl.h

SIGN = urls.themes()
"""A file that every site of ours has, and no other folder."""


def spare_of(site: Path) -> Path:
    """The folder that is made next; between builds it holds the site that was published before."""
    return site.with_name(f".{site.name}.spare")


def host_of(site: Path) -> Path:
    """Where the host (MkDocs) puts its own pages and files during a build."""
    return site.with_name(f".{site.name}.host")


def _old_of(site: Path) -> Path:
    return site.with_name(f".{site.name}.old")


def is_own(file: Path) -> bool:
    """Whether a file is this user's, and no link; where the system has no users of this kind, every one is."""
    found = file.lstat()
    return stat.S_ISREG(found.st_mode) and (not hasattr(os, "getuid") or found.st_uid == os.getuid())


def must_be_finished(site: Path) -> None:
    """Raises RefusalError where there is no finished site to be copied."""
    if not (site / SIGN).is_file():
        zh, en = "这里没有生成好的网站；请先运行 make site", "there is no finished site here; run make site first"
        raise RefusalError(zh, en, site, "no-site")


def must_be_ours(site: Path) -> None:
    """Raises RefusalError where what would be replaced is no site of ours: its files are somebody's."""
    is_folder = site.is_dir() and not site.is_symlink()
    if os.path.lexists(site) and not (is_folder and ((site / SIGN).is_file() or not any(site.iterdir()))):
        zh = "这里不是本程序生成的网站，所以什么也没有动；请先移走这里的文件或链接，或者在 site_dir 里写别的文件夹"
        en = "this folder was not made by this program, so nothing was touched; move its contents away first, or name another site_dir"
        raise RefusalError(zh, en, site, "not-a-site")


@contextlib.contextmanager
def at_rest(site: Path) -> Iterator[None]:
    """While a finished site is read no build takes it away; one that is running is waited for.

    Where no lock can be had, in a folder that only reads, there is no build either.
    """
    with contextlib.ExitStack() as held:
        with contextlib.suppress(OSError):
            held.enter_context(locks.Lock(site))
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
    close(folder)
    return folder


def clear(site: Path) -> None:
    """Take away what the host made."""
    if host_of(site).exists():
        shutil.rmtree(host_of(site))


def discard(site: Path) -> None:
    """Take away the folder that was to become the site; on a full disk its place is needed."""
    shutil.rmtree(spare_of(site), ignore_errors=True)


def repair(site: Path, clear: Callable[[Path], object] = shutil.rmtree) -> None:
    """After a build that was killed between two renames: put back what was published, or ``clear`` it.

    A link in a place of ours beside the site goes: what it leads to is somebody else's.
    """
    for place in (spare_of(site), host_of(site), old := _old_of(site)):
        if place.is_symlink():
            place.unlink()
    if old.exists() and not site.exists():
        old.rename(site)
    elif old.exists():
        clear(old)


def exchange(site: Path, is_private: bool = False) -> None:
    """Put the finished folder in the place of the published one, in one step where possible.

    It gets the owner and the rights of the published one, which becomes the spare one; nobody else can read it where
    it is private.
    """
    spare, old = spare_of(site), _old_of(site)
    (close if is_private else open_to_readers)(site if site.exists() else spare)
    if not site.exists():
        spare.rename(site)
        return
    atomic_files.take_after(site, spare)
    if not _exchange(spare, site):
        site.rename(old)
        spare.rename(site)
        old.rename(spare)
    close(spare)


# --- who may read -----------------------------------------------------------------------------


def publish_for_everybody() -> None:
    """From now on new files can be read by everybody (0755, 0644), whatever umask was given."""
    os.umask(0o022)


def close(folder: Path) -> None:
    """Nobody but its owner looks into what is not published yet, or not any more."""
    folder.chmod(0o700 | folder.stat().st_mode & stat.S_ISGID)


def keep_private(folder: Path) -> None:
    """A folder that nobody else looks into; where that cannot be said, the cache is not kept either."""
    with contextlib.suppress(OSError):
        folder.mkdir(parents=True, exist_ok=True)
        close(folder)


def open_to_readers(folder: Path) -> None:
    """A folder that only its owner can read, as a strict umask makes it, becomes readable; others stay as they are."""
    mode = folder.stat().st_mode
    if not mode & 0o077:
        with contextlib.suppress(PermissionError):  # it is another's
            folder.chmod(0o755 | mode & stat.S_ISGID)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders; False where the system cannot."""
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):  # another system, or an old one
        return False
    result = call(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE)
    if result == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(other))
