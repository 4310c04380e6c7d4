"""Files on disk that are written whole or not at all."""

from __future__ import annotations

import contextlib
import glob
import os
import secrets
import shutil
from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from .problems import RefusalError


@contextlib.contextmanager
def _beside(path: Path, kept: Container[Path] = ()) -> Iterator[Path]:
    """A name of this call alone beside a file, whose mistakes are told of the file; nothing is there at the end, unless it is kept."""
    target = path.resolve()
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}.tmp")
    try:
        yield beside
    except OSError as error:
        if error.filename in (None, str(beside)):  # what was to be written is what somebody knows
            error.filename = str(path)
        raise
    finally:
        if path not in kept:
            with contextlib.suppress(OSError):
                beside.unlink(missing_ok=True)


def _complete(beside: Path, target: Path, cached: bool = False) -> None:
    """A file that is written becomes whole even after a power cut, with owner and permissions of the one that it replaces."""
    if target.exists():
        take_after(target, beside)
    if not cached:
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
            _sweep(target, os.fstat(file.fileno()).st_mtime - _A_DAY)


def take_after(former: Path, made: Path) -> None:
    """Owner, group, permissions and access list of a former file or folder, as far as this process may give them."""
    was = former.stat()
    for owner in (was.st_uid, -1):
        with contextlib.suppress(OSError, AttributeError):  # Windows has no owners of this kind
            os.chown(made, owner, was.st_gid)
            break
    times = made.stat()
    shutil.copystat(former, made)
    os.utime(made, ns=(times.st_atime_ns, times.st_mtime_ns))


_A_DAY = 86_400


def _sweep(target: Path, before: float) -> None:
    """Take away what was left beside a file by a process that was killed; what is younger may be somebody's who is at work."""
    for left in target.parent.glob(f".{glob.escape(target.name)}.*.tmp"):
        with contextlib.suppress(OSError):
            if left.stat().st_mtime < before:
                left.unlink()


@contextlib.contextmanager
def written_beside(path: Path, cached: bool = False, is_new: bool = False) -> Iterator[Path]:
    """A new file to be written, which then takes the place of ``path`` in one step; none where that fails.

    It is whole even after a power cut (fsync), but for a ``cached`` one, which whoever reads it has to check; several
    processes may write one at once. A link stays a link, and a file keeps its permissions. One that ``is_new`` takes no other’s place.
    """
    target = path.resolve()
    with _beside(path) as beside:
        yield beside
        _complete(beside, target, cached)
        _put(beside, target, not is_new)


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

    ``zh`` and ``en`` say what to do where one exists. All are written and whole before the first is put in its place; where
    a later one cannot be, the former ones come back. Raises RefusalError, which says what came of it.
    """
    if there := [str(path) for path in new if os.path.lexists(path)]:
        raise _is_there(there, zh, en)
    every = {**new, **{path: data for path, data in changed.items() if not path.is_file() or path.read_bytes() != data}}
    stuck: dict[Path, Path] = {}
    try:
        with contextlib.ExitStack() as ready:
            beside = {path: ready.enter_context(_made(path, data)) for path, data in every.items()}
            former = {path: ready.enter_context(_former(path, path in new, stuck)) for path in every}
            with contextlib.ExitStack() as undo:
                for path in every:
                    _put(beside[path], path.resolve(), former[path].exists())
                    undo.callback(_put_back, path, beside[path], former[path], stuck)
                undo.pop_all()
    except FileExistsError as error:
        if error.filename2 is None:  # a folder that is a file
            raise _not_written(error, stuck) from error
        raise _is_there([error.filename], zh, en) from error
    except OSError as error:
        raise _not_written(error, stuck) from error


@contextlib.contextmanager
def _made(path: Path, data: bytes) -> Iterator[Path]:
    """A whole file beside its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with _beside(path) as beside:
        beside.write_bytes(data)
        _complete(beside, path.resolve())
        yield beside


@contextlib.contextmanager
def _former(path: Path, is_new: bool, stuck: Container[Path]) -> Iterator[Path]:
    """A second name of what is in the place of a file, or a copy of it; nothing where nothing is to be replaced."""
    with _beside(path, stuck) as former:
        target = path.resolve()
        if not is_new and target.exists():
            try:
                former.hardlink_to(target)
            except OSError:  # a disk without such names
                shutil.copy2(target, former)
        yield former


def _put(beside: Path, target: Path, is_there: bool) -> None:
    """Put a file in its place; raises FileExistsError where somebody put one there meanwhile."""
    if is_there:
        beside.replace(target)
        return
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:  # a disk without such names
        beside.rename(target)


def _put_back(path: Path, beside: Path, former: Path, stuck: dict[Path, Path]) -> None:
    """What was there before a file was put in its place; where that cannot be done it is ``stuck``."""
    target = path.resolve()
    try:
        if former.exists():
            former.replace(target)
        elif not beside.exists() or beside.samefile(target):  # another one is somebody's
            target.unlink()
    except OSError:
        stuck[path] = former


def _is_there(names: list[str], zh: str, en: str) -> RefusalError:
    return RefusalError(
        f"{'、'.join(names)} 已经存在，没有写任何文件{zh}",
        f"{', '.join(names)} already exist{'s' if len(names) == 1 else ''}; nothing was written{en}",
    )


def _not_written(error: OSError, stuck: Mapping[Path, Path]) -> RefusalError:
    zh, en = "什么也没有改", "nothing was changed"
    if stuck:
        zh = "没能恢复的：" + "、".join(f"{path}（原来的在 {former.name}）" for path, former in stuck.items())
        en = "not restored: " + ", ".join(f"{path} (what was there is {former.name})" for path, former in stuck.items())
    return RefusalError(
        f"“{error.filename}”写不进去（{error.strerror}），{zh}；请检查文件夹的权限和空间",
        f"“{error.filename}” cannot be written ({error.strerror}) and {en}; check the folder’s permissions and the disk space",
    )
