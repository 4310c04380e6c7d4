"""Fields of Word files and rich text (HYPERLINK, EQ, FORMDROPDOWN): what they show, and where they lead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .documents import linked

BEGINS, SHOWS, ENDS = "\x13", "\x14", "\x15"
"""What stands around a field: in front of what it asks for, of what it shows, and behind it."""
FORM = "\x11"
"""In front of what a field of a form in rich text says of itself: its kind, its entries (``ffl``), which of them was chosen."""
_OF_FORM = re.compile("\x11(fftype|ffres|ffdefres|ffl)([^\x11]*)")
_FIELD = re.compile("\x13(?P<asked>[^\x13-\x15]*)(?:\x14(?P<shown>[^\x13-\x15]*))?(?:\x15|\\Z)")
_LINKED = re.compile('\x13\\s*HYPERLINK\\s+"([^"\x13-\x15]+)"[^\x13-\x15]*\x14([^\x13-\x15]*)')
_MAX_NESTED = 20
_SWITCH = re.compile(r'\\\*\s*(?:"[^"]*"|[^\s\\]+)')
_RINGED = re.compile(r"\\o\s*\\ac\s*\(\s*[○〇◯]\s*[,，;；]\s*(\d{1,2}|\S)\s*\)", re.IGNORECASE)
_READING = re.compile(r"\\s\s*\\up\s*\d*\s*\([^()]*\)\s*[,，;；](?!\s*\\)", re.IGNORECASE)
_OVER_EACH_OTHER = re.compile(r"\\(?:a[cdlr]|o|s|up|do|x|to|bo|le|ri)\s*\d*|^\s*eq\b|[(),;]", re.IGNORECASE)


def shown(text: str) -> str:
    """A text with what its fields show."""
    for _ in range(_MAX_NESTED if BEGINS in text else 0):
        text = _FIELD.sub(_one, text)
    return re.sub("[\x13-\x15]", "", text)


def links(text: str) -> Iterator[tuple[str, str]]:
    """The addresses of the fields of a text."""
    return (linked(words, address) for address, words in _LINKED.findall(text))


def _one(field: re.Match[str]) -> str:
    """What a field shows; of one that overprints signs (EQ) what they say: ① (带圈字符), the words below their 拼音, 合并字符."""
    asked = _SWITCH.sub("", field["asked"])
    if FORM in asked and not (field["shown"] or "").strip():
        return _chosen(asked)
    if field["shown"] or not re.match(r"(?i)\s*eq\b", asked):
        return field["shown"] or ""
    if ringed := _RINGED.search(asked):
        number = int(ringed[1]) if ringed[1].isdigit() else 0
        return chr(ord("①") + number - 1) if 1 <= number <= 20 else ringed[1]
    words = _OVER_EACH_OTHER.sub("", _READING.sub("", asked)).strip()
    return asked.strip() if "\\" in words else words


_BY_DEFAULT = "25"


def _chosen(asked: str) -> str:
    """What was chosen in a field of a form: a box to tick, or one of its entries."""
    entries = [words.strip() for name, words in _OF_FORM.findall(asked) if name == "ffl"]
    said = {name: number.strip() for name, number in _OF_FORM.findall(asked)}
    result = said.get("ffres", _BY_DEFAULT)
    number = re.sub("[^0-9]", "", said.get("ffdefres", "") if result == _BY_DEFAULT else result) or "0"
    if said.get("fftype") == "1":
        return "□" if number == "0" else "☑"
    return "".join(entries[int(number) :][:1])
