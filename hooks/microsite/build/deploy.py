"""The finished site into a web server's folder: whole or not at all, and nothing of others is ever deleted.

``make publish DEST=/srv/www/campaign`` makes a new folder beside that one and exchanges the two, so the
folder above must be writable. A list in the folder says which files were published, with their hashes.
Whatever is not in it, or was changed since, is somebody else's: it is named and nothing is done, or it is
kept where the settings say so (``keep``).
"""

from __future__ import annotations

import argparse
import errno
import hashlib
import json
import os
import shutil
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath

from ..core import atomic_files, locks
from ..core.problems import RefusalError
from ..core.settings import Settings
from ..loading import data_files
from . import swap

LIST = ".microsite.json"
"""In the published folder: the files that were put there, with their hashes."""
_NAMED = 10
"""Files of others that are named in one message."""
_MOUNTS = Path("/proc/self/mountinfo")

Hashes = Mapping[str, str]
"""SHA-256 of files by their paths in a folder."""


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser], settings: Callable[[Path], Settings]) -> None:
    """``settings`` reads those of the project from its data folder."""
    parser = commands.add_parser("publish", help="把 site/ 换到网站服务器的文件夹 / put site/ into a web server's folder")
    parser.add_argument("folder", type=Path, help="目标文件夹 / the folder that the server shows")
    parser.add_argument("--site", type=Path, default=Path("site"), help="生成好的网站 / the finished site")
    parser.set_defaults(run=run, settings=settings)


def run(arguments: argparse.Namespace) -> int:
    """Publish and say in a line what was done."""
    given, project = arguments.folder.absolute(), arguments.data.absolute().parent
    keep = arguments.settings(arguments.data).keep
    try:
        folder = given.resolve() if given.name == ".." else given.parent.resolve() / given.name
        done = deliver(arguments.site, folder, project.resolve(), keep)
    except OSError as error:
        why = error.strerror or error
        zh = f"写不进去（{why}），原来的网站没有变；请检查磁盘空间和上一级文件夹的写权限"
        en = f"cannot be written ({why}), the old site is unchanged; check the disk space and your permissions for the folder above"
        raise RefusalError(zh, en, arguments.folder, "not-delivered") from None
    print(f"{arguments.folder}：{done}")
    return 0


@dataclass(frozen=True, slots=True)
class Delivered:
    """What was done: files that were written, all of the site, and those of others that were kept.

    ``rights`` are those of the folder (as octal digits) where not everybody can read it.
    """

    written: int
    files: int
    kept: int
    rights: str

    def __str__(self) -> str:
        kept_zh, kept_en = (f"，保留别人的 {self.kept} 个", f", {self.kept} of others kept") if self.kept else ("", "")
        told = f"{self.files} 个文件，写入 {self.written} 个{kept_zh} / {self.files} files, {self.written} written{kept_en}"
        if not self.rights:
            return told
        zh = f"文件夹的权限是 {self.rights}，保持不变；请确认网站服务器读得到"
        return f"{told}\n{zh} / the folder keeps its permissions, {self.rights}: make sure that the web server can read it"


def deliver(site: Path, folder: Path, project: Path, keep: tuple[str, ...] = ()) -> Delivered:
    """Put the site into the folder; raises RefusalError where the folder will not do, and OSError."""
    _check(site, folder, project)
    swap.publish_for_everybody()
    with swap.at_rest(site), locks.Lock(folder):
        swap.repair(folder, lambda former: _retire(former, folder))
        spare = swap.spare_of(folder)
        if spare.exists():  # of one that was killed
            _retire(spare, folder)
        own = _hashes(site)
        kept = _kept(folder, own, keep)
        try:
            written = _fill(swap.empty(spare), site, folder, own, kept)
            swap.exchange(folder)
        finally:
            if spare.exists():
                _retire(spare, folder)
    mode = stat.S_IMODE(folder.stat().st_mode)
    rights = f"{mode:04o}" if mode & 0o005 != 0o005 and os.name != "nt" else ""
    return Delivered(written, len(own), len(kept), rights)


# --- before anything is copied ----------------------------------------------------------------


def _check(site: Path, folder: Path, project: Path) -> None:
    """Whether the folder can become the site; raises RefusalError."""
    swap.must_be_finished(site)
    inside, outside = folder.resolve(), site.resolve()
    if inside == outside or outside in inside.parents or inside in outside.parents:
        zh = "目标文件夹和网站互相包含；请写服务器上的另一个文件夹"
        en = "this folder contains the site or lies inside it; name another folder, the one that the server shows"
    elif inside == project or project in inside.parents or inside in project.parents:
        zh = f"目标文件夹和项目（{project}）互相包含；请写项目以外的文件夹，就是服务器显示的那一个"
        en = f"this folder and the project ({project}) contain each other; name the folder that the server shows, outside the project"
    elif folder.is_symlink():
        zh = f"这是一个链接，指向 {folder.readlink()}；请写那个文件夹本身"
        en = f"this is a link to {folder.readlink()}; name that folder itself"
    elif os.path.ismount(folder) or str(folder) in _mounts():
        zh = "这里挂载着另一个磁盘或卷，不能整个替换；请写它里面的一个文件夹"
        en = "another disk or volume is mounted here and cannot be replaced as a whole; name a folder inside it"
    elif folder.exists() and not folder.is_dir():
        zh, en = "这是一个文件；请写一个文件夹", "this is a file; name a folder"
    elif mounted := sorted(place for place in _mounts() if place.startswith(f"{folder}/")):
        zh = f"{mounted[0]} 挂载着另一个磁盘或卷；请移到文件夹外面"
        en = f"another disk or volume is mounted at {mounted[0]}; move it out of this folder"
    else:
        return
    raise RefusalError(zh, en, folder, "wrong-folder")


def _mounts() -> frozenset[str]:
    """Where disks and volumes are mounted, as far as the system says so."""
    try:
        lines = _MOUNTS.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return frozenset()
    return frozenset(line.split()[4].replace(r"\040", " ") for line in lines)


def _kept(folder: Path, own: Hashes, keep: tuple[str, ...]) -> tuple[str, ...]:
    """What others put into the folder and the settings say to keep; raises RefusalError where there is more."""
    found = tuple(sorted(_foreign(folder, own)))
    unwanted = [path for path in found if not _is_listed(path, keep) or _is_in_the_way(path, own)]
    if unwanted:
        raise _others(folder, unwanted)
    return found


def _others(folder: Path, paths: list[str]) -> RefusalError:
    named, rest = paths[:_NAMED], len(paths) - _NAMED
    zh = (
        f"{'、'.join(named)}{f'等 {len(paths)} 个' if rest > 0 else ''}不是从这里公布的，或者公布以后有人改过，"
        "所以什么也没有动；请移到别处，要留在原处就写进 mkdocs.yml 的 extra: microsite: keep:"
    )
    en = (
        f"{', '.join(named)}{f' and {rest} more' if rest > 0 else ''} did not come from here or was changed since, so "
        "nothing was touched; move it elsewhere, or list it in mkdocs.yml under extra: microsite: keep: to leave it there"
    )
    return RefusalError(zh, en, folder, "foreign-files")


def _is_listed(path: str, keep: Iterable[str]) -> bool:
    """Whether a file or a folder that it lies in is named, as it is or with ``*`` and ``?``.

    >>> [_is_listed(path, (".well-known", "MP_verify_*.txt")) for path in (".well-known/a/b", "MP_verify_x.txt", "news/a")]
    [True, True, False]
    """
    names = [path.rstrip("/"), *map(str, PurePosixPath(path).parents)]
    return any(fnmatchcase(name, wanted.rstrip("/")) for wanted in keep for name in names)


def _is_in_the_way(path: str, own: Hashes) -> bool:
    """Whether a file lies where the site has a folder, or in a folder where the site has a file."""
    above = {str(parent) for name in own for parent in PurePosixPath(name).parents}
    return path.rstrip("/") in above or any(str(parent) in own for parent in PurePosixPath(path).parents)


def _foreign(folder: Path, own: Hashes) -> Iterator[str]:
    """Files, links and empty folders that were not published, or were changed since."""
    listed = _listed(folder)
    ours = {str(parent) for name in listed for parent in PurePosixPath(name).parents}
    for path in _paths(folder):
        place = folder / path
        if path.endswith("/"):
            if path.rstrip("/") not in ours:
                yield path
        elif path != LIST and (place.is_symlink() or not place.is_file() or _hash(place) not in (listed.get(path), own.get(path))):
            yield path


def _paths(folder: Path) -> Iterator[str]:
    """Everything in a folder, links among it; a folder that is empty ends with a slash."""
    found = data_files.below(folder)
    filled = {path.parent for path in found}
    for path in found:
        is_folder = path.is_dir() and not path.is_symlink()
        if not is_folder or path not in filled:
            yield f"{path.relative_to(folder).as_posix()}{'/' if is_folder else ''}"


def _hashes(site: Path) -> dict[str, str]:
    files = (path for path in _paths(site) if not path.endswith("/") and not (site / path).is_symlink())
    return {path: _hash(site / path) for path in sorted(files)}


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _listed(folder: Path) -> dict[str, str]:
    """The files that were published into a folder; nothing where there is no list."""
    try:
        found = json.loads((folder / LIST).read_bytes())["files"]
        return {str(path): str(digest) for path, digest in found.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


# --- the new folder ---------------------------------------------------------------------------


def _fill(made: Path, site: Path, folder: Path, own: Hashes, kept: tuple[str, ...]) -> int:
    """Everything that the folder is to hold, the list first; gives the number of files that were written."""
    if folder.is_dir():
        atomic_files.take_after(folder, made)
        swap.close(made)
    ours = {path: digest for path, digest in own.items() if path not in kept}
    (made / LIST).write_text(json.dumps({"files": ours}, indent=0), "utf-8")
    there, written = _listed(folder), 0
    for path, digest in ours.items():
        (made / path).parent.mkdir(parents=True, exist_ok=True)
        if there.get(path) != digest or not _linked(folder / path, made / path):
            written += 1
            (made / path).write_bytes((site / path).read_bytes())
    for path in kept:
        _take_along(path, folder, made)
    return written


def _linked(old: Path, new: Path) -> bool:
    """The published file by another name, where it is there and everybody can read it."""
    try:
        mode = old.lstat().st_mode
        if not stat.S_ISREG(mode) or (os.name != "nt" and (mode & 0o444 != 0o444 or mode & 0o002)):
            return False
        os.link(old, new)
    except OSError:  # not there, or a file system without links
        return False
    return True


def _take_along(path: str, folder: Path, made: Path) -> None:
    """Something of others, in the new folder as well: the same file in like folders, with owner and rights."""
    parts = path.split("/")[:-1]  # of a folder all, as it ends with a slash
    for number in range(len(parts)):
        below = "/".join(parts[: number + 1])
        if not (made / below).exists():
            (made / below).mkdir()
            atomic_files.take_after(folder / below, made / below)
    if path.endswith("/"):
        return
    try:
        os.link(folder / path, made / path, follow_symlinks=False)
    except OSError as error:
        if error.errno == errno.EXDEV:  # mounted there in a way that the system does not tell
            raise
        shutil.copy2(folder / path, made / path, follow_symlinks=False)


def _retire(former: Path, folder: Path) -> None:
    """Take away what was published before; what somebody put there meanwhile goes into the new folder."""
    ours = {*_listed(former), LIST}
    for path in sorted(_paths(former)):
        old, new = former / path, folder / path
        if path.endswith("/") or path in ours or os.path.lexists(new):
            continue
        if folder.is_dir():
            new.parent.mkdir(parents=True, exist_ok=True)
            old.rename(new)
    shutil.rmtree(former)
