"""Which files of docs/ are for readers: pages, pictures and the like, and nothing that only happens to lie there.

The host would publish everything it finds, also what an editor's program left, and what a link leads to outside.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from pathlib import Path

from ..checks import hand_written
from ..core.problems import InvalidData, Mark, Problem
from ..loading import data_files
from ..model import file_kinds

KINDS = frozenset(
    "md html css js json xml txt csv ics pdf ofd png jpg jpeg gif webp avif svg ico woff woff2 mp3 m4a mp4 webm vtt".split()
)
"""Endings of files that readers can open without a program of their own."""

_PAGES = frozenset({"md", "markdown", "mdown", "mkd", "mkdn"})
"""Endings of pages; the site knows one of them."""
_OF_SERVERS = (".htaccess", ".htpasswd", ".user.ini", ".nojekyll", ".domains")
FOR_PROGRAMS = ".well-known"
"""A folder of proofs and addresses that programs look for (RFC 8615); whatever lies there is published."""
_OF_A_LANGUAGE = re.compile(r".*\.(?!(?:zh|en)\.)[a-z]{2}(?:-[A-Za-z]{4})?(?:[-_][A-Z]{2})?\.[^./]+")
"""Names that mkdocs-static-i18n takes for files of a language that the site has not, and leaves out (map.sd.png)."""
_DEVICE = re.compile(r"(?:^|/)(?:con|prn|aux|nul|(?:com|lpt)[1-9])(?=[./]|$)|[<>:\"|?*\\]|[. ](?=/|$)", re.IGNORECASE)
_PAGE = re.compile(r"(?:(?:^|/)(?:index|readme))?(\.en)?\.md$")
_OWN = frozenset(
    "robots.txt sitemap.xml 404.html 404.md 404.en.md index.html en/index.html search/search_index.json".split()
)
"""What the site has of its own at these places."""

# Copies, locks and notes of editors and systems: nobody wants them published, so nothing is said.
_LEFT_BEHIND = re.compile(
    r".*~|#.*#|~\$.*|\.~.*|\.ds_store|thumbs\.db|desktop\.ini|.*\.(bak|old|orig|rej|swp|swo|te?mp|part)", re.IGNORECASE
)


def is_left_behind(name: str) -> bool:
    """Whether a file is what a program leaves beside those that somebody edits.

    >>> [is_left_behind(name) for name in ("about.md~", "Thumbs.db", "~$表.docx", "about.md.bak", "about.md")]
    [True, True, True, True, False]
    """
    return _LEFT_BEHIND.fullmatch(name) is not None


def for_readers(root: Path, folder: Path, paths: Iterable[str]) -> frozenset[str]:
    """The files below a folder that are published; raises InvalidData with those that nobody should want to be, and OSError.

    ``paths`` begin in the folder, which lies in ``root``, and have slashes.
    """
    data_files.below(folder)  # the host passes over what it may not look into
    wanted = frozenset(path for path in paths if not is_left_behind(path.rpartition("/")[2]))
    found = [*_links(root, folder, wanted), *_unknown(root, folder, wanted), *_badly_named(root, folder, wanted), *_hidden(root, folder)]
    texts = (folder / path for path in sorted(wanted) if path.endswith(hand_written.TEXTS))
    own = (place for place in texts if place.is_file() and folder.resolve() / place.relative_to(folder) == place.resolve())
    found += hand_written.problems({_mark(root, place).file: place.read_bytes() for place in own})
    if found:
        raise InvalidData(found)
    return wanted


def check(docs: Path) -> None:
    """The same without the host, which passes over what begins with a dot, and templates. Raises InvalidData."""
    found = (path.relative_to(docs).as_posix() for path in data_files.below(docs) if path.is_symlink() or not path.is_dir())
    passed_over = re.compile(rf"templates/|(?!{re.escape(FOR_PROGRAMS)}/)(?:.*/)?\.")
    for_readers(docs.parent, docs, (path for path in found if not passed_over.match(path)))


def finished(root: Path, place: Path, made: str) -> None:
    """What no look at the source may see: how the host read it. Raises InvalidData where its page would ask another host."""
    if found := [*hand_written.finished(_mark(root, place).file, place.read_text("utf-8-sig"), made)]:
        raise InvalidData(found)


def in_the_way(path: str) -> Problem:
    """A file of docs/ lies where a page from the data belongs."""
    zh = "这个位置留给由数据生成的页面；请给文件改名"
    en = "a page made from the data belongs here; give the file another name"
    return Problem(Mark(f"docs/{path}"), "", "in-the-way", zh, en)


def in_places(docs: Path, made: Container[str]) -> Iterator[Problem]:
    """Those that a build would tell to be in the way of pages: ``made`` are the places of the Chinese ones."""
    for path in (place.relative_to(docs).as_posix() for place in data_files.below(docs)):
        place = _PAGE.sub("/index.html", path).lstrip("/").removeprefix("en/")
        if place in made and path.endswith((".md", ".html")) and place != "index.html":
            yield in_the_way(path)


def _mark(root: Path, place: Path) -> Mark:
    return Mark((place.relative_to(root) if place.is_relative_to(root) else place).as_posix())


def _links(root: Path, folder: Path, paths: Iterable[str]) -> Iterator[Problem]:
    places = {place for path in paths for place in ((folder / path), *(folder / path).parents)}
    for place in sorted(places):
        if place.is_relative_to(folder) and place != folder and (place.is_symlink() or not _is_ordinary(place)):
            zh = "这是一个链接，指向的内容不公布；请把文件本身放进来，或删去链接"
            en = "this is a link, and what it leads to is not published; put the file itself here, or delete the link"
            yield Problem(_mark(root, place), "", "not-for-readers", zh, en)


def _is_ordinary(place: Path) -> bool:
    """Not a pipe or the like, for whose end the host would wait."""
    return place.is_file() or place.is_dir() or not place.exists()


def _badly_named(root: Path, folder: Path, paths: Iterable[str]) -> Iterator[Problem]:
    """Names that the site itself has, that the host leaves out, and that not every system can keep beside the others."""
    alike: dict[str, list[str]] = {}
    for path in sorted(paths):
        alike.setdefault(_PAGE.sub(r"\1/", path.casefold()), []).append(path)
    pages = {_PAGE.sub("/index.html", path.casefold()).lstrip("/"): path for path in paths if path.endswith(".md")}
    for path in sorted(paths):
        name, page = path.rpartition("/")[2], pages.get(path.casefold().removeprefix("en/"))
        if path in _OWN:
            zh = "这个文件由程序生成，这里的一份不会公布；请删去"
            en = "this file is made by the program, and the one here would not be published; delete it"
        elif page:
            zh, en = f"这个位置是 {page} 生成的网页；请给文件改名", f"the page made from {page} belongs here; give the file another name"
        elif _OF_A_LANGUAGE.fullmatch(path):
            meant = re.sub(r"\.(?=.*\.)", "-", name)
            zh = f"名称里两点之间的部分会被当作语言，“{name}”就不会公布；请改名，如 {meant}"
            en = f"the part between two dots is taken for a language, so “{name}” would not be published; rename it, such as {meant}"
        elif path == "en.md" or (path.startswith("en/") and path.endswith(".md")):
            meant = path.removeprefix("en/").replace(".md", ".en.md") if path != "en.md" else "index.en.md"
            zh = f"en 是英文页面的地址，这里的中文页面会丢失；英文页面请写成 docs/{meant}，中文页面请换一个文件夹"
            en = f"en is the address of English pages, and a Chinese page here would be lost; name an English page docs/{meant}"
        elif path.endswith(".zh.md") and path.replace(".zh.md", ".md") in paths:
            zh = f"“{name}”和“{name.replace('.zh.md', '.md')}”是同一页的中文；请留一个，文件名里不写 .zh"
            en = f"“{name}” and “{name.replace('.zh.md', '.md')}” are both the Chinese of one page; keep one, without .zh in its name"
        elif not path.isprintable() or _DEVICE.search(path):
            zh = "这个名称有乱码，或 Windows 不允许，会丢失；请改名，如 form-1"
            en = "this name is broken or not allowed on Windows and would be lost; rename it, such as form-1"
        elif other := next((each for each in alike[_PAGE.sub(r"\1/", path.casefold())] if each != path), ""):
            zh = f"这个文件和 {other} 会成为同一个网页或文件，有一个会丢失；请留一个，或给一个改名"
            en = f"this file and {other} become the same page or file, and one would be lost; keep one, or rename one of them"
        else:
            continue
        yield Problem(_mark(root, folder / path), "", "in-the-way" if path in _OWN or page else "not-for-readers", zh, en)


def _hidden(root: Path, folder: Path) -> Iterator[Problem]:
    """Settings of a server, which the host passes over; any other hidden file is nobody's to publish."""
    for place in sorted(folder / name for name in _OF_SERVERS) if folder.name == "docs" else ():
        if place.is_file():
            zh = "名字以点开头的文件不公布；请直接放到服务器的文件夹里，再在 mkdocs.yml 的 keep 里写上它的名字"
            en = "files whose names begin with a dot are not published; put it into the server’s folder and list it under keep in "
            en += "mkdocs.yml"
            yield Problem(_mark(root, place), "", "not-for-readers", zh, en)


def _unknown(root: Path, folder: Path, paths: Iterable[str]) -> Iterator[Problem]:
    for path in sorted(paths):
        suffix = (folder / path).suffix
        ending, is_offered = suffix.lower().lstrip("."), path.startswith(f"{file_kinds.FOLDER}/")
        if ending in _PAGES and suffix != ".md":
            name = f"{(folder / path).stem}.md"
            zh = f"网页的名字要以 .md 结尾，不然不成网页；请改名为 {name}"
            en = f"the name of a page must end in .md; rename it to {name}"
        elif ending in KINDS or path.startswith(f"{FOR_PROGRAMS}/") or (is_offered and ending in file_kinds.KINDS):
            continue
        else:
            zh = "这种文件不公布；给读者下载的请放进 docs/files，或者存成 PDF，不给读者的请放到这个文件夹外面"
            en = "files of this kind are not published; put it into docs/files if readers are to download it, or save it as PDF, "
            en += "else keep it elsewhere"
        yield Problem(_mark(root, folder / path), "", "not-for-readers", zh, en)
