"""Which files lie in the data folder: those that are read, once a build, and those that were surely meant to be."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..core.language import LANGUAGES
from ..core.problems import Mark, Problem, RefusalError, did_you_mean
from ..yamlfile.encoding import MAX_BYTES
from ..yamlfile.messages import say
from . import session_table

FOLDERS = ("organisations", "places", "campaigns", "contacts")
"""Folders of YAML files below the data folder; a name in one is a campaign's or a region's."""


@dataclass(frozen=True, slots=True)
class DataFile:
    """A data file as it was when it was read, which is once in a build.

    ``below`` is its folder in the data folder (``campaigns``, ``translations/en``), ``name`` its path for
    messages.
    """

    below: str
    stem: str
    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All data files at one moment; ``misnamed`` are problems of files that are not read."""

    files: tuple[DataFile, ...]
    misnamed: tuple[Problem, ...]


NO_FILES = Snapshot((), ())


def snapshot(root: Path) -> Snapshot:
    """Read every data file under ``root`` (the data folder) once, whatever is in it."""
    found = [
        DataFile(below, path.stem, name, content(path))
        for below, suffix in _places()
        for path, name in files(root, below, suffix)
    ]
    tables = (file for file in found if file.below not in FOLDERS and not file.content.strip(b"\xef\xbb\xbf \t\r\n"))
    empty = (say("yaml-empty-file", Mark(file.name)) for file in tables)
    return Snapshot(tuple(found), (*misnamed(root), *_orphans(found), *empty))


def content(path: Path, most: int = MAX_BYTES) -> bytes:
    """What a file says, or a byte more than it may have."""
    with path.open("rb") as file:
        return file.read(most + 1)


def given(path: Path, most: int, zh: str, en: str) -> bytes:
    """The same of a file that a command is given, which wants ``zh`` and ``en`` of this kind; raises RefusalError."""
    if path.exists() and not path.is_file():  # a pipe would be waited for
        raise RefusalError(f"“{path.name}”不是普通的文件；请给出{zh}", f"“{path.name}” is not an ordinary file; give {en}")
    try:
        return content(path, most)
    except OSError as error:
        told = f"打不开“{path.name}”；请检查文件名和位置", f"“{path.name}” cannot be opened; check its name and place"
        raise RefusalError(*told) from error


def files(root: Path, below: str, suffix: str = ".yml") -> Iterator[tuple[Path, str]]:
    """Data files in the order of their names; hidden files and links are never read. Raises OSError."""
    for path in sorted((root / below).iterdir() if (root / below).is_dir() else ()):  # a glob passes over what it may not read
        if path.suffix == suffix and path.is_file() and not path.is_symlink() and not path.name.startswith((".", "~$")):
            yield path, f"data/{below}/{path.name}"


def below(folder: Path) -> list[Path]:
    """All files, folders and links below a folder that is there, by their names. Raises OSError where one cannot be looked into."""

    def refused(error: OSError) -> None:
        raise error

    walk = os.walk(folder, onerror=refused) if folder.is_dir() else ()
    return sorted(Path(above) / name for above, folders, names in walk for name in (*folders, *names))


_MEANT = re.compile(r"\.(?:ya?ml|po|csv)(?=[.~ _(（-]|$)", re.IGNORECASE)
"""An ending of data files, perhaps with another one behind it (``.yml.txt``, as Windows saves it)."""
_LEDGER = re.compile(r"published[-_ ]?urls?\b", re.IGNORECASE)
_LEFT_BY_PROGRAMS = re.compile(r"^[.~]|(?:~|\.(?:bak|swp|tmp|orig|rej))$", re.IGNORECASE)


def misnamed(root: Path) -> Iterator[Problem]:
    """Files that were surely meant to be read: nothing may be left out without a word."""
    read = {path for below, suffix in _places() for path, _ in files(root, below, suffix)}
    linked = linked_folders(root)
    for path in (path for folder in (root, *linked) for path in below(folder)):
        inside = path.relative_to(root)
        is_hidden = any(part.startswith(".") for part in inside.parts)
        if path in read or is_hidden or _LEFT_BY_PROGRAMS.search(path.name) or path in linked:
            continue
        if path.is_symlink():
            zh = "这是一个链接，它指向的不会被读取；请把文件本身放进来，或删去链接"
            en = "this is a link, and what it leads to is not read; put the file itself here, or delete the link"
            yield Problem(Mark(f"data/{inside.as_posix()}"), "", "link-in-data", zh, en)
        elif _MEANT.search(path.name) and (inside.as_posix() != "synonyms.yml" or not path.is_file()):
            yield _misnamed(inside, path.is_dir())
        elif _LEDGER.match(path.name) and (inside.as_posix() != "published-urls.txt" or not path.is_file()):
            zh = "登记公布过的地址的，只能是 data 里的 published-urls.txt；请改名，已经有了的请合并"
            yield _not_read(inside, zh, "the ledger is data/published-urls.txt; rename it, or merge the two")
        elif path.is_file() and inside.parts[0] in _READ and not _OF_OTHERS.match(path.name):
            yield _of_another_kind(inside)  # somebody may wait for what is in it


def linked_folders(root: Path) -> list[Path]:
    """Folders of data files that are links: what they lead to is read, as contacts may be kept outside of a public repository."""
    names = ("translations", *(name for name, _ in _places()))
    return [root / name for name in names if (root / name).is_symlink() and (root / name).is_dir()]


_READ = frozenset({*FOLDERS, session_table.FOLDER, "translations"})
"""Folders in which everything is meant to be read."""
_OF_OTHERS = re.compile(r"README|LICEN[CS]E|thumbs\.db$|desktop\.ini$|.*\.(?:mo|pot)$", re.IGNORECASE)
"""Files that nobody takes for data: a word for colleagues, what systems and translators leave."""


def _misnamed(inside: Path, is_folder: bool) -> Problem:
    suffix = next((each for each in ("po", "csv") if f".{each}" in inside.name.lower()), "yml")
    name = f"{_MEANT.split(inside.name)[0]}.{suffix}"
    folders = [below for below, ending in _places() if ending == f".{suffix}"]
    if is_folder:
        zh, en = "它是文件夹，请改名", "it is a folder, rename it"
    elif inside.name.lower().startswith("synonym"):
        zh, en = "请改名为 synonyms.yml，放在 data 里", "rename it to synonyms.yml, in data itself"
    elif suffix == "csv" and inside.parts[0] in FOLDERS:
        meant = inside.with_name(name).with_suffix(".yml").name
        zh, en = f"表格只读 sessions 里的，这里请写成 {meant}", f"tables are read in sessions only; here write {meant}"
    elif inside.parent.as_posix() in folders:
        zh, en = f"请改名为 {name}", f"rename it to {name}"
    else:
        some = ("之一", "one of ") if len(folders) > 1 else ("里", "")
        zh, en = f"请移到 {'、'.join(folders)} {some[0]}", f"move it to {some[1]}{', '.join(folders)}"
    return _not_read(inside, f"{zh}，用不着就删去", f"{en}, or delete it")


def _of_another_kind(inside: Path) -> Problem:
    if inside.parts[0] == session_table.FOLDER and inside.suffix.lower() in (".xlsx", ".xls", ".et", ".ods"):
        zh = f"请用表格软件打开，另存为“CSV UTF-8（逗号分隔）”，叫 {inside.stem}.csv，用不着就删去"
        return _not_read(inside, zh, f"open it and save it as CSV UTF-8 (comma delimited), {inside.stem}.csv, or delete it")
    zh = "数据写在 .yml 和 .csv 文件里，通知请用 make import 导入，表格用 import-sheet；请移到 data 文件夹外面"
    en = "data is in .yml and .csv files, notices are read by make import and spreadsheets by import-sheet; "
    return _not_read(inside, zh, f"{en}move it out of the data folder")


def _not_read(inside: Path, zh: str, en: str) -> Problem:
    return Problem(Mark(f"data/{inside.as_posix()}"), "", "not-yml", f"这个文件不会被读取；{zh}", f"this file is not read; {en}")


def _places() -> tuple[tuple[str, str], ...]:
    """The folders of data files, each with the ending of its files."""
    catalogues = [f"translations/{language}" for language in LANGUAGES]
    return (*((below, ".yml") for below in FOLDERS), (session_table.FOLDER, ".csv"), *((below, ".po") for below in catalogues))


def _orphans(read_files: Iterable[DataFile]) -> Iterator[Problem]:
    """Translations that belong to no plan and no register."""
    listed = tuple(read_files)
    owners = {file.stem for file in listed if file.below in ("campaigns", "organisations")}
    for file in listed:
        if file.below.startswith("translations/") and file.stem not in owners:
            zh, en = did_you_mean(file.stem, owners, "请改名或删去", "rename or delete it")
            zh = f"没有叫“{file.stem}”的方案或单位名册，这份译文用不上{zh}"
            en = f"no plan and no register is called “{file.stem}”, so nothing uses this translation{en}"
            yield Problem(Mark(file.name), "", "translation-of-nothing", zh, en)
