"""Caches of compiled templates and share cards: a damaged or foreign file is ignored, and all may be deleted at any time."""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket

from ..core import atomic_files
from ..site import cards
from ..site.cards import Paint
from ..views.share_cards import Face

SEAL = 32
"""Bytes before what is kept."""


@dataclass(frozen=True, slots=True)
class Remembering:
    """Draws a card once: what was drawn is kept by its key."""

    folder: Path
    painter: Paint

    def __call__(self, face: Face) -> bytes:
        key = cards.key(face)
        path = self.folder / f"{key}.card"
        return kept(path, key) or keep(path, self.painter(face), key)


@dataclass(frozen=True, slots=True)
class Compiled(jinja2.BytecodeCache):
    """Templates compiled once by this ``code``, where Python keeps its own modules: nobody else can write there."""

    code: Callable[[], str]

    def load_bytecode(self, bucket: Bucket) -> None:
        if found := kept(_place(bucket), self._key(bucket)):
            bucket.code = marshal.loads(found)  # noqa: S302 - sealed by this program and this Python

    def dump_bytecode(self, bucket: Bucket) -> None:
        if not sys.dont_write_bytecode:
            keep(_place(bucket), marshal.dumps(bucket.code), self._key(bucket))

    def _key(self, bucket: Bucket) -> str:
        made_by = bucket.environment
        return f"{self.code()} {bucket.checksum} {bucket.key} {type(made_by)} {sorted(made_by.extensions)}"


def _place(bucket: Bucket) -> Path:
    return Path(cache_from_source(f"{Path(__file__).with_suffix('')}-{bucket.key}.py"))


def kept(path: Path, key: str = "") -> bytes:
    """What is kept at a place under this key; nothing where it is damaged, or another's."""
    with contextlib.suppress(OSError):
        found = path.read_bytes()
        if found[:SEAL] == _seal(key, found[SEAL:]):
            return found[SEAL:]
    return b""


def keep(path: Path, content: bytes, key: str = "") -> bytes:
    """A full disk only costs time; what a power cut spoils does not match its seal."""
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        atomic_files.write(path, _seal(key, content) + content, cached=True)
    return content


def _seal(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode() + content).digest()
