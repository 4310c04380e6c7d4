"""Translation files in the form that this project and Poedit write, read at a fraction of the cost.

A file with anything else in it (plural forms, other encodings, a damaged line) is left to the library,
which understands more and says what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..yamlfile.encoding import HIDDEN, MAX_BYTES, suspects

# No possessive quantifiers: the first releases of Python 3.11 match some of them wrongly.
_LINE = r'"[^"\\\n]*(?:\\[\\tn"][^"\\\n]*)*"'
_TEXT = rf"{_LINE}(?:\n{_LINE})*"
_OLD = rf"{_LINE}(?:\n#~ {_LINE})*"
_ENTRY = re.compile(
    rf"(?P<remarks>(?:#(?!~).*\n)*)msgctxt (?P<context>{_TEXT})\nmsgid (?P<id>{_TEXT})\nmsgstr (?P<string>{_TEXT})(?:\n+|\Z)"
)
_KEYED = re.compile(
    rf"(?:#(?!~).*\n)*msgid (?P<id>{_TEXT})\n"
    rf"(?:msgstr (?P<string>{_TEXT})|msgid_plural (?P=id)\n(?P<forms>msgstr\[0\] {_TEXT}(?:\nmsgstr\[[1-9]\] {_TEXT})*))(?:\n+|\Z)"
)
_FORM = re.compile(rf"^msgstr\[[0-9]\] (?P<string>{_TEXT})", re.MULTILINE)
_HEADER = re.compile(rf'(?:#(?!~).*\n)*msgid ""\nmsgstr (?P<string>{_TEXT})(?:\n+|\Z)')
_CHARSET = re.compile(r"^Content-Type: text/plain; charset=utf-8$", re.MULTILINE | re.IGNORECASE)
_FUZZY = re.compile(r"^#,(?:.*,)?[ \t]*fuzzy[ \t]*(?:,|$)", re.MULTILINE)
_GONE = re.compile(
    rf"(?:#(?:~\||(?!~)).*\n)*#~ msgctxt (?P<context>{_OLD})\n#~ msgid (?P<id>{_OLD})\n#~ msgstr {_OLD}(?:\n+|\Z)"
)
_ORIGINAL = re.compile(rf"msgid (?P<id>{_TEXT})")
_UNUSED = re.compile(r"(?:#~.*\n*)*\Z")
_JOIN = re.compile(r'"\n"')
_ESCAPED = re.compile(r"\\(.)")
_MEANT = {"n": "\n", "t": "\t"}


MAX_LINES = 300_000
MAX_LINE = 100_000


def is_too_large(data: bytes) -> bool:
    """Whether reading would need more memory than a translation is worth: asked before anything is read.

    Lines are counted with the signs for a new line in their texts.
    """
    many = len(data) > MAX_BYTES or data.count(b"\n") + data.count(b"\\") > MAX_LINES
    return many or max(map(len, data.split(b"\n"))) > MAX_LINE


Key = tuple[str, str]
"""Context and Chinese text of an entry."""


class Entry(NamedTuple):
    """One text with its translation, which is empty where there is none."""

    context: str
    id: str
    string: str
    fuzzy: bool


def entries(data: bytes) -> list[Entry] | None:
    """The entries of a file, or None where the library has to read it."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return None
    if "\r" in text or any(suspect.code in HIDDEN for suspect in suspects(text)):
        return None
    header = _HEADER.match(text)  # without one, the library takes a file for UTF-8, too
    if header is not None and not _CHARSET.search(_meant(header["string"])):
        return None
    found = list(_after(text, header.end() if header else 0))
    is_clear = len(found) == len({each[:2] for each in found if each and each[1]})
    return [each for each in found if isinstance(each, Entry)] if is_clear else None


def _after(text: str, position: int) -> Iterator[Entry | Key | None]:
    """Each entry, of an obsolete one what it is of, and None at the end where something else stands."""
    while match := _ENTRY.match(text, position):
        position = match.end()
        fuzzy = bool(match["remarks"]) and _FUZZY.search(match["remarks"]) is not None
        yield Entry(_meant(match["context"]), _meant(match["id"]), _meant(match["string"]), fuzzy)
    while match := _GONE.match(text, position):
        position = match.end()
        yield _meant(match["context"].replace("\n#~ ", "\n")), _meant(match["id"].replace("\n#~ ", "\n"))
    if position < len(text):
        yield None


def original(text: str) -> str | None:
    """The original that an entry names, from the line below its context on."""
    found = _ORIGINAL.match(text)
    return _meant(found["id"]) if found else None


def keyed(data: bytes) -> dict[str, tuple[str, ...]]:
    """The words of a file whose message ids are keys, in their plural forms. Raises ValueError: it is one of our own."""
    text = data.decode("utf-8-sig").replace("\r\n", "\n")  # as an editor on Windows may have left it
    header = _HEADER.match(text)
    words: dict[str, tuple[str, ...]] = {}
    position = header.end() if header else 0
    while match := _KEYED.match(text, position):
        forms = _FORM.finditer(match["forms"]) if match["forms"] else [match]
        words[_meant(match["id"])] = tuple(_meant(form["string"]) for form in forms)
        position = match.end()
    if not _UNUSED.match(text, position):
        raise ValueError(f"no word of the interface: {text[position : position + 80]}")
    return words


def _meant(quoted: str) -> str:
    joined = _JOIN.sub("", quoted[1:-1])
    return joined if "\\" not in joined else _ESCAPED.sub(lambda found: _MEANT.get(found[1], found[1]), joined)
