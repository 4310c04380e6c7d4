"""The bytes and characters of a data file: is it UTF-8, and does it hide anything?

What cannot be seen in an editor is refused by its code point (Unicode Technical Report 36):
it would end up in titles, addresses and telephone numbers.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from ..core.problems import Problem
from .messages import Findings

MAX_BYTES = 2 * 1024 * 1024

MOST_SET_IN = 10_000
"""With so many lines that are set in by the wrong space, a file is read no further."""

WIDE_SPACES = "\u3000\u00a0\u1680\u202f\u205f" + "".join(map(chr, range(0x2000, 0x200B)))

_PLANE_ENDS = (chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF))
_CLASSES = {
    "yaml-control-character": "\x00-\x08\x0b-\x1f\x7f-\x9f",
    "yaml-invisible-character": "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0\u200b-\u200f\u2028\u2029\u2060-\u2064\ufeff"
    "\ufff9-\ufffb\U000e0000-\U000e007f",
    "yaml-bidi-character": "\u061c\u202a-\u202e\u2066-\u206f",
    "yaml-noncharacter": "\ufdd0-\ufdef" + "".join(_PLANE_ENDS),
    "yaml-bad-escape": "\ud800-\udfff",
}
HIDDEN = frozenset(_CLASSES)
"""Codes of what cannot be seen, in whatever language a text is."""

# Two-byte GBK that happens to be two-byte UTF-8 turns into these letters; Arabic is left out,
# because Uyghur is written in it, and Greek and Latin are used in Chinese texts.
_OTHER_SCRIPTS = "\u0400-\u052f\u0531-\u058f\u0591-\u05f4\u0700-\u074f\u0780-\u07ff\u1c80-\u1c8f"
_UNSAFE = re.compile("[" + "".join(_CLASSES.values()) + "]")
_SUSPECT = re.compile(
    "|".join(f"(?P<{code.replace('-', '_')}>[{chars}])" for code, chars in _CLASSES.items())
    + f"|(?P<yaml_wrong_script>[{_OTHER_SCRIPTS}]+)|(?P<yaml_lost_character>\ufffd+|(?:锟斤拷)+|锟斤)"
)
# One class of characters is found much faster than the choices above, and faster again where it is a table
# of those up to U+FFFF: what lies beyond, mostly emoji, is all looked at.
_BEYOND = "\U00010000-\U0010ffff"
_BELOW = re.sub(f"[{_BEYOND}](-[{_BEYOND}])?", "", "".join(_CLASSES.values()))
_HINT = re.compile(f"[{_BELOW}{_OTHER_SCRIPTS}\ufffd锟{_BEYOND}]")
_KEYS = re.compile("^[ -]*[a-z_]+:(?= |$)", re.MULTILINE)
_INDENT = re.compile(f"\n[\t{WIDE_SPACES}]")
_MARKS_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


def decode(data: bytes, found: Findings) -> str | None:
    """The text of a file with plain line ends, or None and the reason why there is none.

    A byte order mark is dropped, CRLF and CR become LF. UTF-16 and GBK are recognised and named; GBK with keys in it is read all
    the same, so that it hides nothing.
    """
    if len(data) > MAX_BYTES:
        found.add("yaml-too-big", 0, 0, limit=MAX_BYTES)
        return None
    if _is_utf16(data):
        found.add("yaml-utf16", 0, 0)
        return None
    try:
        return _plain_lines(data.removeprefix(codecs.BOM_UTF8).decode())
    except UnicodeDecodeError as error:
        data = data.removeprefix(codecs.BOM_UTF8)
        _explain_bytes(data, error, found)
        text = _plain_lines(data.decode("gb18030")) if found.problems[-1].code == "yaml-gbk" else ""
        return text if len(_KEYS.findall(text)) > 2 and not _HINT.search(text) else None


def scan(text: str, found: Findings) -> list[int]:
    """Report characters that cannot be seen or do not belong, and lines indented with the wrong space, which are returned (from 0)."""
    if _HINT.search(text) is None and _INDENT.search(f"\n{text}") is None:
        return []
    starts = [0, *(end.end() for end in re.finditer("\n", text))]
    told: set[tuple[str, int]] = set()
    for suspect in suspects(text):
        line = bisect_right(starts, suspect.offset) - 1
        if (suspect.code, line) not in told and not found.full(suspect.code):
            told.add((suspect.code, line))
            before = text[starts[line] : suspect.offset]
            tell(found, suspect, (line, len(before)), before)
    return _scan_indents(text, starts, found)


class Suspect(NamedTuple):
    """A suspicious character, or a run of such letters, at an offset in a text."""

    code: str
    offset: int
    chars: str


def suspects(text: str) -> Iterator[Suspect]:
    """Everything in a text that cannot be seen or does not belong there."""
    end = 0
    for hint in _HINT.finditer(text):
        match = _SUSPECT.match(text, hint.start()) if hint.start() >= end else None
        if match:
            end = match.end()
            yield Suspect(str(match.lastgroup).replace("_", "-"), match.start(), match[0])


def tell(found: Findings, suspect: Suspect, place: tuple[int, int], before: str, path: str = "") -> None:
    """Report one suspect; ``place`` is line and column from 0, ``before`` the text in front of it."""
    point = f"U+{ord(suspect.chars[0]):04X}"
    near = clean(before[-200:]).strip()[-8:]
    where = (f"“{near}”后面", f"after “{near}”") if near else ("这里", "here")
    found.add(
        suspect.code, *place, path,
        where_zh=where[0], where_en=where[1], point=point, sign=point, char=suspect.chars[:8],
    )  # fmt: skip


def told_hidden(found: Findings, text: str) -> list[Problem]:
    """Signs that belong in no page or setting: the zeros that a machine leaves when it stops, or what turns a text around."""
    for suspect in suspects(text):
        if suspect.code in HIDDEN - {"yaml-invisible-character"} and not found.full(suspect.code):
            before = text[: suspect.offset].rpartition("\n")[2]
            tell(found, suspect, (text.count("\n", 0, suspect.offset), len(before)), before)
    return found.problems


def clean(text: str) -> str:
    """The text without what must not be in it, so that reading can go on and find the rest."""
    return _UNSAFE.sub("", text) if _HINT.search(text) else text


def _scan_indents(text: str, starts: list[int], found: Findings) -> list[int]:
    lines = []
    for match in _INDENT.finditer(f"\n{text}"):
        sign = match[0][1]
        lines.append(bisect_right(starts, match.start()) - 1)
        code = "yaml-tab" if sign == "\t" else "yaml-wide-space"
        if not found.full(code):
            found.add(code, lines[-1], 0, point=f"U+{ord(sign):04X}")
        if len(lines) == MOST_SET_IN:
            break
    return lines


def _plain_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


# A colon and a line end two bytes wide, the low byte first or last.
_WIDE_ENDS = ((b":\0", b"\n\0"), (b"\0:", b"\0\n"))


def _is_utf16(data: bytes) -> bool:
    """By its mark; or by colons and line ends two bytes wide."""
    if data.startswith(_MARKS_16):
        return True
    if 0 not in data:
        return False
    plain = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    if plain.count(0) < 2 or plain.count(0) * 50 < len(plain):
        return False  # a stray zero byte is told as a control character
    return any(all(mark in plain for mark in ends) for ends in _WIDE_ENDS)


def _explain_bytes(data: bytes, error: UnicodeDecodeError, found: Findings) -> None:
    before = _plain_lines(data[: error.start].decode())
    line, column = before.count("\n"), len(before) - before.rfind("\n") - 1
    has_chinese = any(char >= "\u0800" for char in before)
    ends_early = error.reason == "unexpected end of data"
    if not has_chinese and _reads_as_gbk(data):
        found.add("yaml-gbk", line, column)
    elif ends_early:
        found.add("yaml-cut-off", line, column)
    else:
        found.add("yaml-not-utf8", line, column, bytes=f"0x{data[error.start]:02X}")


def _reads_as_gbk(data: bytes) -> bool:
    try:
        return any("\u4e00" <= char <= "\u9fff" for char in data.decode("gb18030"))
    except UnicodeDecodeError:
        return False
