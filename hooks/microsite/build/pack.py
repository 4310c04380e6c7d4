"""The finished site in one file: to hand over, or to keep and open without a web server.

The same site gives the same bytes: files stand in the order of their names, with one date for all. A browser
reads no data from a folder, only pages and scripts: what the finder searches becomes a script beside it.
"""

from __future__ import annotations

import argparse
import json
import re
import zipfile
from pathlib import Path

from ..core import atomic_files
from ..core.language import some
from ..core.problems import RefusalError
from ..loading import data_files
from . import swap

_DATE = (1980, 1, 1, 0, 0, 0)  # the earliest that the format knows
_LINK = re.compile(r'(<a [^>]*?href|<link [^>]*?href|<iframe [^>]*?src)="([^"]*)"')
_REFRESH = re.compile(r'(<meta http-equiv="refresh" content="\d+; url=)([^"]*)"')
# Without a server a page is nobody's, so that 'self' would mean nothing at all.
_INDEX = re.compile(r' data-(?:finder|directory|edition)="([^"]*)"')
_SCRIPT = "assets/archive.js"
_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')


def add_to(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    parser = commands.add_parser("pack", help="把 site/ 打成一个文件 / pack site/ into one file")
    parser.add_argument("file", type=Path, help="要写的 .zip / the .zip to write")
    parser.add_argument("--site", type=Path, default=Path("site"), help="生成好的网站 / the finished site")
    parser.add_argument("--offline", action="store_true", help="解压后不用服务器就能看 / opens without a server")
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the file and say in a line what is in it; an existing file is not written over."""
    try:
        number = pack(arguments.site, arguments.file, arguments.offline)
    except OSError as error:
        why = error.strerror or error
        zh = f"写不进去（{why}），没有留下文件；请检查磁盘空间和写权限"
        en = f"cannot be written ({why}) and nothing was left behind; check the disk space and your permissions"
        raise RefusalError(zh, en, arguments.file, "cannot-pack") from None
    print(f"{arguments.file}：{number} 个文件 / {some(number, 'file')}")
    return 0


def pack(site: Path, file: Path, is_offline: bool) -> int:
    """How many files were packed; raises RefusalError where that cannot be."""
    swap.must_be_finished(site)
    _check(site.resolve(), file)
    with swap.at_rest(site), atomic_files.written_beside(file, is_new=True) as beside:
        return _packed(site, beside, is_offline)


def _check(site: Path, file: Path) -> None:
    if file.exists() or not file.parent.is_dir():
        zh = "这个文件已经有了，或者它的文件夹不存在；请换一个文件名"
        en = "this file already exists, or its folder does not; choose another name"
    elif site in file.resolve().parents:
        zh = "这个文件在网站的文件夹里，会和网站一起公布；请写到别处"
        en = "this file lies in the site and would be published with it; put it elsewhere"
    else:
        return
    raise RefusalError(zh, en, file, "cannot-pack")


def _packed(site: Path, file: Path, is_offline: bool) -> int:
    files = [path.relative_to(site).as_posix() for path in data_files.below(site) if path.is_file() and not path.is_symlink()]
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in files:
            content = (site / name).read_bytes()
            if is_offline and name.endswith(".html"):
                content = offline(content.decode(), "../" * name.count("/")).encode()
            _write(packed, name, content)
            if is_offline and name.endswith("/activities/index.json"):
                _write(packed, f"{name}.js", _as_script(name, content))
        if is_offline:
            _write(packed, _SCRIPT, Path(__file__).with_name("archive.js").read_bytes())
    return len(files)


def _write(packed: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(f"site/{name}", _DATE)
    entry.external_attr = 0o644 << 16
    packed.writestr(entry, content, zipfile.ZIP_DEFLATED)


def _as_script(name: str, index: bytes) -> bytes:
    """What a page of the archive would fetch, by its name; archive.js answers with it."""
    return b"answers[%s] = %s;\n" % (json.dumps(f"/{name}").encode(), index.strip())


def offline(html: str, root: str) -> str:
    """A page whose links name files, as there is no server that would know what a folder shows.

    >>> offline('<a href="../plan/#phase-1">', "../")
    '<a href="../plan/index.html#phase-1">'
    """
    scripts = [f"{root}{_SCRIPT}", *(f"{index}.js" for index in _INDEX.findall(html))]
    own = "".join(f'<script src="{script}"></script>' for script in scripts)
    bare = _POLICY.sub("", html).replace('<meta charset="utf-8">', f'<meta charset="utf-8">{own}', 1)
    with_links = _LINK.sub(lambda found: f'{found[1]}="{_to_file(found[2])}"', bare)
    return _REFRESH.sub(lambda found: f'{found[1]}{_to_file(found[2])}"', with_links)


def _to_file(link: str) -> str:
    """A relative address of a folder with the file that it stands for; others as they are."""
    path, sign, rest = re.fullmatch(r"([^?#]*)([?#]?)(.*)", link, re.DOTALL).groups()  # type: ignore[union-attr]
    if ":" in path or path.startswith("/") or (not path and sign):
        return link
    is_folder = not path or path.endswith(("/", "/.", "/..")) or path in (".", "..")
    return f"{path.rstrip('/') or '.'}/index.html{sign}{rest}" if is_folder else f"{path}{sign}{rest}"
