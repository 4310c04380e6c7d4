"""Files on disk that are written whole or not at all."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from .problems import RefusalError


@contextlib.contextmanager
def written_beside(path: Path, cached: bool = False) -> Iterator[Path]:
    """A new file to be written, which then takes the place of ``path`` in one step; none where that fails.

    It is whole even after a power cut (fsync), but for a ``cached`` one, which several processes may write at once
    and whoever reads it has to check. A link stays a link, and a file keeps its rights.
    """
    target = path.resolve()
    beside = target.with_name(f".{target.name}{f'.{os.getpid()}' if cached else ''}.tmp")
    try:
        yield beside
        if target.exists():
            shutil.copymode(target, beside)
        if not cached:
            with beside.open("rb+") as file:
                os.fsync(file.fileno())
        beside.replace(target)
    except OSError as error:
        if error.filename in (None, str(beside)):  # what was to be written is what somebody knows
            error.filename = str(path)
        raise
    finally:
        beside.unlink(missing_ok=True)


def write(path: Path, data: bytes, cached: bool = False) -> None:
    """Whoever reads the file meets the old content or the new one; one that says the same already is left alone.

    Raises OSError, with the old content in place.
    """
    if not cached and path.is_file() and path.read_bytes() == data:
        return
    with written_beside(path, cached) as beside:
        beside.write_bytes(data)


def write_all(new: Mapping[Path, bytes], changed: Mapping[Path, bytes], zh: str = "", en: str = "") -> None:
    """Write new files, none in the place of another, and exchange changed ones: all of them or none.

    ``zh`` and ``en`` say what to do where one exists. Raises RefusalError, with nothing left behind.
    """
    there = [str(path) for path in new if path.exists()]
    if there:
        raise RefusalError(
            f"{'、'.join(there)} 已经存在，没有写任何文件{zh}",
            f"{', '.join(there)} exists already and nothing was written{en}",
        )
    try:
        with contextlib.ExitStack() as done:
            every = (*changed.items(), *new.items())  # the last are put in place first
            for path, data in (each for each in every if not each[0].is_file() or each[0].read_bytes() != each[1]):
                path.parent.mkdir(parents=True, exist_ok=True)
                done.enter_context(written_beside(path)).write_bytes(data)
    except OSError as error:
        for path in new:  # none of them was there before
            with contextlib.suppress(OSError):  # its folder may be what could not be made
                path.unlink()
        raise RefusalError(
            f"“{error.filename}” 写不进（{error.strerror}），什么也没有改；请检查文件夹的权限和空间",
            f"“{error.filename}” cannot be written ({error.strerror}) and nothing was changed; "
            "check the folder’s rights and room",
        ) from error
