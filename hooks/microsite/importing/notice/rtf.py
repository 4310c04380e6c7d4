"""Rich text (.rtf) of Word, WPS and LibreOffice: paragraphs and rows of tables, with the numbers that the program printed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ...core.typography import clean
from . import documents, fields
from .documents import BREAK, MAX_COLUMNS, Document, clean_lines, within
from .pieces import Line, Place

_TOKEN = re.compile(
    r"\\(?P<word>[a-z]{1,32})(?P<number>-?[0-9]{1,10})? ?|\\'(?P<hex>[0-9a-fA-F]{2})|\\(?P<sign>.)|(?P<brace>[{}])"
    r"|[\r\n\0]+|(?P<text>[^\\{}\r\n\0]+)|.",
    re.DOTALL,
)
_LEFT_OUT = frozenset("fonttbl colortbl stylesheet info pict shprslt nonesttables xe tc rxe pntxta pntxtb".split())
_BESIDE = {"header": "处页眉", "footer": "处页脚", "footnote": "处脚注", "annotation": "处批注", "shptxt": "", "dptxbxtext": ""}
"""Where the words of a group go; a text box belongs to the text."""
_FROM_OUTER = {"fldinst": 1, "formfield": 1, "ffl": 1, "ud": 2}
"""What goes where the words do around it, so many braces above: a field’s code, and the Unicode of what is written twice."""
_OF_FORM = ("fftype", "ffres", "ffdefres", "ffl")
_FIELDS = {"fldinst": fields.BEGINS, "fldrslt": fields.SHOWS, **{word: fields.FORM + word for word in _OF_FORM}}
_HIDDEN = {"v": "处隐藏文字", "strike": "处划去的字", "striked": "处划去的字"}
_CELL, _ROW, _SET_IN = "\x1f", "\x1e", "\x1d"
_SIGNS = {
    "tab": "\t", "line": BREAK, "sect": "\n", "page": "\n", "emdash": "—", "endash": "–", "bullet": "·", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": "\u3000", "enspace": " ", "nestcell": " ", "~": " ", "_": "-",
    "{": "{", "}": "}", "\\": "\\", "cell": _CELL,
}  # fmt: skip
_CODES = {"134": "gb18030", "936": "gb18030", "136": "cp950", "950": "cp950", "128": "cp932", "129": "cp949"}


def read(data: bytes) -> Document:
    """The lines of an .rtf file, and what stands beside its text: margins, notes, hidden words."""
    said = {unit: "".join(words) for unit, words in _Reader().read(data.decode("latin-1")).items()}
    aside = [
        (unit, fields.shown(each.replace(_SET_IN, "")))
        for unit, words in said.items() if unit for each in re.split(f"[\n{_CELL}{_ROW}]", words)
    ]  # fmt: skip
    aside += [documents.EMBEDDED] * (rb"{\*\objdata" in data)
    aside += [link for words in said.values() for link in fields.links(words)]
    whole = fields.shown(said.get("", "")).encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return Document(tuple(within(_lines(whole))), documents.beside(aside))


def _lines(text: str) -> Iterator[Line]:
    """Lines of the text; a cell that is merged downwards is repeated."""
    paragraphs, rows, tables, above = 0, 0, 0, [""]
    for given in text.split("\n"):
        if _ROW not in given:
            rows = 0
            for plain, broken in clean_lines(given.replace(_SET_IN, "").replace(_CELL, " ")):
                paragraphs += 1
                if plain.strip():
                    begins = None if broken else _SET_IN in given or None
                    yield Line(plain.strip(), Place(paragraphs, unit="段"), begins, broken=broken)
            continue
        rows, tables = rows + 1, tables + (rows == 0)
        words, _, goes_on = given.replace(_SET_IN, "").partition(_ROW)
        cells = [" ".join(clean(each).split()) for each in words.split(_CELL)[:-1]]
        beside = zip(cells, [*above, *cells], goes_on.ljust(len(cells)), strict=False)
        above = [old if flag == "1" and not own else own for own, old, flag in beside]
        if any(above):
            yield Line("\t".join(above), Place(rows, table=tables), True, tuple(above))


@dataclass(frozen=True, slots=True)
class _Group:
    """What holds until its brace closes: where words go (None: nowhere), how many signs stand for one of Unicode, the font.

    Nothing within a group that is ``shut`` goes anywhere; ``fields`` are those around it.
    """

    goes: str | None = ""
    shut: bool = False
    fields: int = 0
    instead: int = 1
    font: str = ""
    hidden: str = ""


@dataclass(slots=True)
class _Reader:
    """Goes through a file once. ``said`` are the words of the text (under "") and of each kind beside it."""

    said: dict[str, list[str]] = field(default_factory=dict)
    now: _Group = _Group()
    outer: list[_Group] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)
    page: str = "cp1252"
    waiting: bytearray = field(default_factory=bytearray)
    skip: int = 0
    in_table: bool = False
    goes_on: str = ""

    def read(self, text: str) -> dict[str, list[str]]:
        at = 0
        while found := _TOKEN.match(text, at):
            at = found.end()
            if found["hex"] or found["text"]:
                given = bytes.fromhex(found["hex"]) if found["hex"] else found["text"].encode("latin-1")
                self.waiting += given[self.skip :] if self.now.goes is not None else b""
                self.skip = max(0, self.skip - len(given))
            elif found["brace"] or found["word"] or found["sign"]:
                self._say(self.waiting.decode(self.codes.get(self.now.font, self.page), "replace"))
                self.waiting.clear()
                self.skip = 0
                at += max(0, int(found["number"] or 0)) if found["word"] == "bin" else 0
                if found["brace"] == "{":
                    self.outer.append(self.now)
                elif found["brace"]:
                    inner, self.now = self.now, self.outer.pop() if self.outer else self.now
                    self._say(fields.ENDS * (inner.fields - self.now.fields))
                else:
                    self._word(found["word"] or found["sign"], found["number"] or "")
        return self.said

    def _say(self, words: str) -> None:
        goes = self.now.goes or self.now.hidden if self.now.goes is not None else None
        if words and goes is not None:
            self.said.setdefault(goes, []).append(words)

    def _word(self, word: str, number: str) -> None:
        """Do what a control word says; those that only change how the text looks say nothing."""
        if word in _SIGNS:
            self._say(_SIGNS[word])
        elif word == "par":
            self._say(" " if self.in_table else "\n")
        elif word == "row":
            self._say(f"{_ROW}{self.goes_on}\n")
        elif word == "u":
            self._say(chr(int(number or 63) % 0x10000))
            self.skip = self.now.instead
        elif word in ("trowd", "cellx", "clvmrg"):
            self.goes_on = {"trowd": "0", "cellx": f"{self.goes_on[:MAX_COLUMNS]}0", "clvmrg": f"{self.goes_on[:-1]}1"}[word]
        elif word in ("pard", "intbl"):
            self.in_table = word == "intbl"
        elif word == "fi" and number.strip("-0") and not number.startswith("-"):
            self._say(_SET_IN)
        elif word == "ansicpg":
            self.page = _CODES.get(number, self.page)
        elif word == "fcharset":
            self.codes[self.now.font] = _CODES.get(number, self.page)
        else:
            self.now = self._group(word, number)
            self._say(_FIELDS[word] + number if self.now.fields and word in _FIELDS else "")

    def _group(self, word: str, number: str) -> _Group:
        if self.now.shut or word in _LEFT_OUT:
            return replace(self.now, goes=None, shut=True)
        if word in ("*", "upr") or (word == "deleted" and number != "0"):
            return replace(self.now, goes=None)
        if (kind := re.sub("(?<=er)[lrf]$", "", word)) in _BESIDE:
            return replace(self.now, goes=_BESIDE[kind])
        if word == "field":
            return replace(self.now, fields=self.now.fields + 1)
        if word in _FROM_OUTER and len(self.outer) >= _FROM_OUTER[word]:
            return replace(self.now, goes=self.outer[-_FROM_OUTER[word]].goes)
        if word in _HIDDEN or word == "plain":
            return replace(self.now, hidden=_HIDDEN.get(word, "") if number != "0" else "")
        if word == "f":
            return replace(self.now, font=number)
        return replace(self.now, instead=max(0, int(number or 1))) if word == "uc" else self.now
