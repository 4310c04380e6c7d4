"""The finished site into a web server's folder: whole or not at all, and only what changed.

``make publish DEST=/srv/www/campaign`` does for that folder what a build does for ``site/``: a new
folder is made beside it and the two are exchanged. The parent folder must therefore be writable.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from ..core.problems import InvalidData, Mark, Problem
from . import manifest, swap
from .manifest import Part, Stamp, Target
from .outputs import Output


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("publish", help="把 site/ 换到网站服务器的文件夹 / put site/ into a web server's folder")
    parser.add_argument("folder", type=Path, help="目标文件夹 / the folder that the server shows")
    parser.add_argument("--site", type=Path, default=Path("site"), help="生成好的网站 / the finished site")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Publish and say in a line what was done."""
    try:
        written, files = deliver(arguments.site, arguments.folder.absolute(), arguments.data.parent / ".cache/lists")
    except OSError as error:
        why = error.strerror
        zh = f"写不进去（{why}），原来的网站没有变；请检查磁盘空间和上一级文件夹的写权限"
        en = f"cannot be written ({why}), the old site is as it was; check the space and the rights of the folder above"
        raise InvalidData([Problem(Mark(str(arguments.folder)), "", "not-delivered", zh, en)]) from None
    print(f"{arguments.folder}：{files} 个文件，写入 {written} 个 / {files} files, {written} written")
    return 0


def deliver(site: Path, folder: Path, cache: Path) -> tuple[int, int]:
    """Files that were written, and all of them; raises InvalidData where the folders will not do."""
    _check(site, folder)
    with swap.at_rest(site), swap.lock(folder):
        swap.repair(folder)
        try:
            target, files = _made(site, folder, cache)
        except OSError:
            swap.discard(folder)
            raise
        swap.exchange(folder)
    return target.written, len(files)


def _made(site: Path, folder: Path, cache: Path) -> tuple[Target, dict[str, Stamp]]:
    """The new folder beside the one that the server shows."""
    there = manifest.known(folder, cache) if folder.exists() else manifest.nothing(folder)
    spare = swap.spare_of(folder)
    before = manifest.known(spare, cache) if spare.is_dir() else manifest.nothing(spare)
    if not before.parts:
        swap.empty(spare)
    manifest.forget(spare, cache)
    target = Target(before, there)
    files = {output.path: target.put(output.path, output.content) for output in _files(site)}
    manifest.remember(target.finish({"site": Part("", files)}), cache)
    return target, files


def _files(site: Path) -> Iterator[Output]:
    for path in sorted(site.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield Output(path.relative_to(site).as_posix(), path.read_bytes())


def _check(site: Path, folder: Path) -> None:
    swap.must_be_finished(site)
    inside, outside = folder.resolve(), site.resolve()
    if inside == outside or outside in inside.parents or inside in outside.parents:
        zh = "目标文件夹和网站互相包含；请写服务器上的另一个文件夹"
        en = "this folder and the site lie in each other; name another folder, the one that the server shows"
        raise InvalidData([Problem(Mark(str(folder)), "", "wrong-folder", zh, en)])
    if folder.exists() and not (folder / swap.SIGN).is_file() and (not folder.is_dir() or any(folder.iterdir())):
        zh = "这个文件夹里有别的东西，换上网站就没有了；请写一个新的或空的文件夹"
        en = "something else is in this folder and would be gone; name a new or an empty folder"
        raise InvalidData([Problem(Mark(str(folder)), "", "wrong-folder", zh, en)])

