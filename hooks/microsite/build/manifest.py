"""Folders with a whole site in them, and the lists of what each file is made from.

Two builds share what did not change: the folder that was published before is kept beside the
published one and brought up to date, file by file. A list says which part of the data each file
comes from. It counts only while every file and folder is as it was left (inode, size, time, rights): a
folder that anybody touched is built anew. Lists live in the cache, which may be deleted any time.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from . import caches

Stamp = tuple[int, int, int, int]
"""Inode, size in bytes, time of the last change in nanoseconds, kind and rights."""

Stamps = Mapping[str, Stamp]
"""Files by their paths from the site's root."""

VERSION = 4


@dataclass(frozen=True, slots=True)
class Part:
    """The files of one part of the site; ``key`` names everything they were made from.

    ``about`` is the extract of a part of the data, as text, or empty; ``folders`` are those that have keys of their own.
    """

    key: str
    files: Stamps
    about: str = ""
    folders: Mapping[str, str] = field(default_factory=dict)

    def in_folders(self, named: Container[str]) -> dict[str, Stamp]:
        """The files in some of these folders and below, in both languages."""
        return {path: each for path, each in self.files.items() if any(f"{above}/" in named for above in _above(path.removeprefix("en/")))}


@dataclass(frozen=True, slots=True)
class Tree:
    """A folder that is exactly as a build left it."""

    folder: Path
    parts: Mapping[str, Part] = field(default_factory=dict)

    def files(self) -> dict[str, Stamp]:
        return {path: stamp for part in self.parts.values() for path, stamp in part.files.items()}

    def key(self, part: str) -> str:
        return self.parts[part].key if part in self.parts else ""


def stamp(path: str) -> Stamp:
    """Raises OSError where there is no such file."""
    return _stamped(os.lstat(path))


def _stamped(found: os.stat_result) -> Stamp:
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_mode


# --- the list of a folder ---------------------------------------------------------------------

Held = dict[str, Mapping[str, Part]]
"""The parts in folders of a preview, by the names that their lists would have: nobody else has these folders, so nobody looks again."""


def _list_of(folder: Path) -> str:
    found = folder.stat()
    return f"{found.st_dev:x}-{found.st_ino:x}.list"


def known(folder: Path, cache: Path | Held, beside: Tree | None = None) -> Tree:
    """The folder as its list says; nothing where there is no list or anything differs.

    What is a file of ``beside`` by another name was looked at with that folder, and is not looked at again.
    """
    try:
        if isinstance(cache, dict):
            return Tree(folder, cache[_list_of(folder)])
        found = json.loads(caches.kept(cache / _list_of(folder)))
        if found["version"] != VERSION or not _none_came_or_went(folder, found["folders"]):
            return Tree(folder)
        return Tree(folder, _listed_parts(folder, found["parts"], beside))
    except (OSError, ValueError, KeyError, TypeError):
        return Tree(folder)


def _listed_parts(folder: Path, listed: Mapping[str, Any], beside: Tree | None) -> dict[str, Part]:
    """The parts on a list; raises ValueError or KeyError where one is not as it was, in this folder or in the one beside."""
    sure = frozenset(beside.files().values()) if beside else frozenset()
    parts = {}
    for name, (key, files, about, folders) in listed.items():
        if files is not None:
            parts[name] = Part(key, _untouched(folder, files, sure), about, folders)
        elif beside is not None and beside.key(name) == key:
            parts[name] = beside.parts[name]
        else:
            raise KeyError(name)
    return parts


def _none_came_or_went(folder: Path, times: Mapping[str, Any]) -> bool:
    """Whether the same files lie in each folder, and it has the same rights."""
    return all(".." not in below and _state(folder, below) == was for below, was in times.items())


def _state(folder: Path, below: str) -> list[int]:
    """Time of the last change and rights of a folder; those of the outermost change with its place."""
    found = os.stat(f"{folder}/{below}")
    return [found.st_mtime_ns, found.st_mode if below else 0]


def _untouched(folder: Path, files: Mapping[str, Any], sure: Container[Stamp]) -> Stamps:
    """The files of a part; raises ValueError where one is not as it was.

    Their folders are as they were, so each path still leads to the same file.
    """
    root = f"{folder}/"
    found = {path: (inode, size, time, mode) for path, (inode, size, time, mode) in files.items()}
    for path, was in found.items():
        if was not in sure and stamp(root + path) != was:
            raise ValueError(path)
    return found


def forget(folder: Path, cache: Path | Held) -> None:
    """Delete the list of a folder, so that no build takes its files for known."""
    if isinstance(cache, dict):
        cache.pop(_list_of(folder), None)
        return
    with contextlib.suppress(OSError):
        (cache / _list_of(folder)).unlink(missing_ok=True)


def remember(tree: Tree, cache: Path | Held, beside: Tree | None = None) -> None:
    """Keep the list; what cannot be kept only costs time. A part that is the same in the folder ``beside`` is listed there."""
    if isinstance(cache, dict):
        cache[_list_of(tree.folder)] = tree.parts
        return
    parents = {path.rpartition("/")[0] for path in tree.files()}
    folders = {"", *parents, *(above for path in parents for above in _above(path))}
    times = {below: _state(tree.folder, below) for below in sorted(folders)}
    same = beside.parts if beside else {}
    parts = {
        name: (part.key, *((None, "", {}) if part == same.get(name) else (part.files, part.about, part.folders)))
        for name, part in tree.parts.items()
    }
    body = json.dumps({"version": VERSION, "folders": times, "parts": parts}).encode()
    caches.keep(cache / _list_of(tree.folder), body)
    with contextlib.suppress(OSError):
        _prune(cache)


def _prune(cache: Path) -> None:
    """Lists of folders that are long gone: the newest few are enough."""
    lists = sorted(cache.glob("*.list"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in lists[8:]:
        path.unlink(missing_ok=True)


def prune_cards(cards: Path, cache: Path, tree: Tree) -> None:
    """Delete the cards that no folder shows whose list is kept, once they are twice as many as those of this one.

    A file of a card is its picture behind a seal, so it is told by its size. New ones may be of a build that has not ended.
    """
    with contextlib.suppress(OSError):
        paths = list(cards.glob("*.card"))
        if len(paths) <= 2 * sum(path.endswith(".png") for path in tree.files()):
            return
        there = [(path, path.stat()) for path in paths]
        last = max(found.st_mtime for _, found in there)
        shown = {size for file in cache.glob("*.list") for path, size in _listed(file).items() if path.endswith(".png")}
        for path, found in there:
            if found.st_size - caches.SEAL not in shown and found.st_mtime < last - _YOUNG:
                path.unlink(missing_ok=True)


_YOUNG = 600.0
"""Seconds."""


def _listed(file: Path) -> Mapping[str, int]:
    """The sizes of the files on a list."""
    try:
        parts = json.loads(caches.kept(file))["parts"].values()
        return {path: stamp[1] for _, listed, *_ in parts for path, stamp in (listed or {}).items()}
    except (ValueError, KeyError, TypeError):
        return {}


def _above(path: str) -> Iterator[str]:
    """The folders that a file lies in, from the inside out."""
    while path := path.rpartition("/")[0]:
        yield path


# --- bringing a folder up to date -------------------------------------------------------------


class Collision(Exception):
    """Two files want one place."""


@dataclass
class Target:
    """The folder that is becoming the site: ``before`` lies in it now, ``published`` beside it.

    Files that are the same in the published site are linked, not written: they keep their times.
    Nothing is ever written into an existing file, because it may be the published one by another
    name.
    """

    before: Tree
    published: Tree
    written: int = 0
    _old: Stamps = field(init=False, repr=False)
    _out: Stamps = field(init=False, repr=False)
    _made: set[str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._old, self._out = self.before.files(), self.published.files()
        self._made = {path.rpartition("/")[0] for path in self._old}

    @property
    def folder(self) -> Path:
        return self.before.folder

    def put(self, path: str, content: bytes) -> Stamp:
        """Write ``content`` to ``path`` below the folder, unless it is there already."""
        out, old, size = self._out.get(path), self._old.get(path), len(content)
        if out and out[1] == size and _content(self.published.folder, path) == content:
            return self._linked(path, out)
        if old and old[1] == size and _content(self.folder, path) == content:
            return old
        self.written += 1
        return self._write(path, content)

    def link(self, files: Stamps) -> dict[str, Stamp]:
        """The same files as in the published site."""
        return {path: self._linked(path, out) for path, out in files.items()}

    def _linked(self, path: str, out: Stamp) -> Stamp:
        if self._old.get(path) == out:
            return out
        place = self._place(path)
        try:
            os.link(f"{self.published.folder}/{path}", place)
        except OSError:  # a file system without links, or too many of them
            shutil.copy2(f"{self.published.folder}/{path}", place)
        return stamp(place)

    def _write(self, path: str, content: bytes) -> Stamp:
        place = self._place(path)
        handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        try:
            view = memoryview(content)
            while view:
                view = view[os.write(handle, view) :]
            found = os.fstat(handle)
        finally:
            os.close(handle)
        return _stamped(found)

    def _place(self, path: str) -> str:
        """Where a new file goes: its folder exists, and nothing lies there."""
        place, above = f"{self.folder}/{path}", path.rpartition("/")[0]
        if path in self._old:
            os.unlink(place)
        elif above not in self._made:
            self._make(f"{self.folder}/{above}")
            self._made.add(above)
        return place

    @staticmethod
    def _make(folder: str) -> None:
        try:
            os.mkdir(folder)  # as a rule that is all; the library looks around first
        except OSError:
            os.makedirs(folder, exist_ok=True)

    def finish(self, parts: Mapping[str, Part]) -> Tree:
        """The finished folder: what belongs to no part any more is taken away."""
        tree = Tree(self.folder, parts)
        now = tree.files()
        if len(now) < sum(len(part.files) for part in parts.values()):
            raise Collision(_twice(parts.values()))
        for path in self._old.keys() - now.keys():
            _delete(self.folder, path)
        return tree


def without_former(former: Tree, now: Tree) -> Tree:
    """A folder that was published before, with nothing in it any more that is not published now."""
    public = now.files()
    parts = former.parts.items()
    return replace(
        former, parts={name: part if part == now.parts.get(name) else _still_public(former, name, now, public) for name, part in parts}
    )


def _still_public(former: Tree, name: str, now: Tree, public: Stamps) -> Part:
    part = former.parts[name]
    files = {path: stamp_ for path, stamp_ in part.files.items() if public.get(path) == stamp_}
    for path in part.files.keys() - files.keys():
        _delete(former.folder, path)
    is_current = len(files) == len(part.files) and part.key == now.key(name)
    return replace(part, files=files) if is_current else Part("", files)


def _delete(folder: Path, path: str) -> None:
    """Take a file away, and the folders that are empty then."""
    with contextlib.suppress(FileNotFoundError):
        os.unlink(f"{folder}/{path}")
    with contextlib.suppress(OSError):
        for above in _above(path):
            os.rmdir(f"{folder}/{above}")


def _twice(parts: Iterable[Part]) -> str:
    seen: set[str] = set()
    return next(path for part in parts for path in part.files if path in seen or seen.add(path))  # type: ignore[func-returns-value]


def _content(folder: Path, path: str) -> bytes | None:
    try:
        with open(f"{folder}/{path}", "rb") as file:
            return file.read()
    except OSError:
        return None
