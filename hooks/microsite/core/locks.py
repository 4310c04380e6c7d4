"""File locks: one process at a time builds a site or changes a data folder."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import filelock

_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
"""A link in the place of a lock could lead to somebody else's file."""


def lock_of(site: Path) -> Path:
    return site.with_name(f".{site.name}.lock")


def is_locked(file: Path) -> bool:
    """Whether somebody has the lock whose file this is. Raises OSError."""
    handle = os.open(file, os.O_RDWR | _NO_LINK)
    try:
        return not filelock.lock_descriptor(handle, blocking=False)
    finally:
        os.close(handle)


class Lock:
    """One build of a site, or one change of a data folder, at a time: a second one waits until this one is closed.

    The file lies beside the site and goes with the lock. Where the system has no locks, nobody waits.
    """

    def __init__(self, site: Path) -> None:
        site.parent.mkdir(parents=True, exist_ok=True)
        self._path = lock_of(site)
        while not self._is_ours():
            os.close(self._handle)

    def _is_ours(self) -> bool:
        """Wait for the lock; False where whoever had it took the file away meanwhile."""
        self._handle = os.open(self._path, os.O_RDWR | os.O_CREAT | _NO_LINK, 0o600)
        try:
            filelock.lock_descriptor(self._handle)
            return os.path.samestat(os.fstat(self._handle), self._path.stat())
        except FileNotFoundError:
            return False
        except OSError as error:
            if error.errno == errno.ENOSYS:
                return True
            os.close(self._handle)
            raise

    def close(self) -> None:
        """Let the next one in."""
        with contextlib.suppress(OSError):  # Windows takes no open file away; then it stays, and is empty
            self._path.unlink()
        os.close(self._handle)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


@contextlib.contextmanager
def changing(folder: Path) -> Iterator[None]:
    """While a command reads a data folder and writes into it, no other one does; a folder that was made for it goes if it stays empty."""
    is_new = not folder.exists()
    try:
        with Lock(folder / "changes"):
            yield
    finally:
        if is_new:
            with contextlib.suppress(OSError):
                folder.rmdir()
