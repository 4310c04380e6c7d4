"""Share cards that were drawn once, kept by their keys in a folder that may be deleted any time."""

from __future__ import annotations

import contextlib
import hashlib
from dataclasses import dataclass
from pathlib import Path

from ..core import atomic_files
from ..site import cards
from ..site.cards import Paint
from ..views.meta_tags import Face


@dataclass(frozen=True, slots=True)
class Remembering:
    """Draws a card once: what was drawn is kept by its key in a folder that may be deleted any time.

    A kept card begins with the hash of its key and its content; one that is damaged, or is another
    card's, is drawn again.
    """

    folder: Path
    painter: Paint

    def __call__(self, face: Face) -> bytes:
        key = cards.key(face)
        path = self.folder / f"{key}.card"
        kept = path.read_bytes() if path.is_file() else b""
        if kept[:32] == _seal(key, kept[32:]):
            return kept[32:]
        content = self.painter(face)
        self._keep(path, _seal(key, content) + content)
        return content

    def _keep(self, path: Path, content: bytes) -> None:
        """A full disk only costs time; what a power cut spoils does not match its seal."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            atomic_files.write(path, content, cached=True)


def _seal(key: str, content: bytes) -> bytes:
    return hashlib.sha256(key.encode() + content).digest()
