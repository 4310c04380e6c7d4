"""What a program copied and nobody has looked at yet: comments that say 请核对, in the files of an edition."""

from __future__ import annotations

from collections.abc import Sequence

from ..core.problems import Mark, Note

_ASKED = "请核对"


def lines(content: bytes) -> tuple[int, ...]:
    """Lines with a comment that asks somebody to look at a value (请核对), counted from 1."""
    if _ASKED.encode() not in content:
        return ()
    every = content.decode("utf-8", "replace").splitlines()
    return tuple(number for number, line in enumerate(every, 1) if _asks(line.partition("#")[2]))


def _asks(comment: str) -> bool:
    """The head of an imported file explains the word; what is to be confirmed has a colon, or begins with it."""
    return f"{_ASKED}：" in comment or comment.lstrip().startswith(_ASKED)


def note(file: str, found: Sequence[int]) -> Note:
    """What is said of such lines in a file that is public."""
    number = len(found)
    places = "1 place" if number == 1 else f"{number} places"
    return Note(
        Mark(file, found[0]),
        "unconfirmed",
        f"还有 {number} 处“请核对”没有看过；看过后删去这几个字",
        f"{places} marked 请核对 not yet confirmed; delete the comment of each when you have looked at it",
    )
