"""What may be written in a data file, in the words that editors of text understand (JSON Schema).

Made from the declarations of the records, so that the help shown while typing, the check and the manual say the
same. Editors read YAML their own way: ``2024`` arrives as a number and ``true`` as a yes, so every kind of value
takes what such a reader makes of it. The schema is never stricter than the check; dates, names of bodies and
references are left to the check. Draft 07, which the YAML extension of VS Code reads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, get_args

import yaml

from ..model.campaign import Campaign, Synonyms
from ..model.choices import NAMES
from ..model.contacts import ContactList
from ..model.fields import Field, OneOrMore, Value, bare, declared, is_record, marked
from ..model.organisations import BodyList, Region
from ..model.places import Places
from ..model.values import LINE, NameList
from .reader import SHORT
from .reference import section_of

Schema = dict[str, Any]

ROOTS: Mapping[str, tuple[type, str, str]] = {
    "campaign": (Campaign, "一届活动的方案", "one edition of a campaign"),
    "contacts": (ContactList, "一届活动的联系人", "contacts of one edition"),
    "organisations": (Region, "一个地区的单位名册", "register of the bodies of a region"),
    "places": (Places, "一个地区的地点：市县和场馆", "places of a region: its cities and venues"),
    "synonyms": (Synonyms, "查找用的同义词", "words the finder takes for the same"),
}
"""Each kind of data file: its record, and what it is in both languages."""


def _prose(text: str) -> str:
    """An explanation without its links and without pointing to other sections of the manual."""
    bare_text = re.sub(r"[，,；;]? ?(?:见|see) ?\[[^\]]*\]\([^)]*\)", "", text)
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", bare_text)


def _as_editors_read(text: str) -> Any:
    """An example as a value; days stay text, as they do in every reader of JSON."""
    value = yaml.safe_load(text)
    return text if isinstance(value, date) else value


def _lines() -> Schema:
    """A list of lines, or a line alone."""
    line = dict(LINE.schema)
    return {"anyOf": [{"type": "array", "items": line, "minItems": 1}, line]}


class _Export:
    """One schema in the making: records are written once, under ``definitions``."""

    def __init__(self) -> None:
        self.definitions: dict[str, Schema] = {}

    def record(self, cls: type) -> Schema:
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [field.key for field in declared(cls) if field.about.required],
            "properties": {field.key: self._property(field) for field in declared(cls)},
        }

    def _property(self, field: Field) -> Schema:
        """A key: its Chinese title, its explanation in both languages, and what may be written."""
        about = field.about
        zh, en = _prose(about.meaning["zh"]), _prose(about.meaning["en"])
        english = en if en.startswith(about.en) else f"{about.en}: {en}".removesuffix(": ")
        described: Schema = {"title": about.zh, "description": f"{zh}\n\n{english}" if zh else english}
        if examples := [_as_editors_read(text) for text in re.findall("`([^`]+)`", about.example)]:
            described["examples"] = examples
        return described | self.value(field) | ({"minItems": 1} if about.at_least_one else {})

    def value(self, field: Field) -> Schema:
        """What may be written for the value of a field."""
        base = bare(field.kind)
        if base in (NameList, BodyList) or marked(field.kind, OneOrMore) is not None:
            return _lines()
        if field.items is not None:
            return {"type": "array", "items": self._item(field.items)}
        if is_record(base) and not field.is_name:
            return self._short(base)
        return self._single(field.kind)

    def _item(self, kind: Any) -> Schema:
        if marked(kind, OneOrMore) is not None:
            return _lines()
        return self._short(kind) if is_record(kind) else self._single(kind)

    def _single(self, kind: Any) -> Schema:
        if get_args(kind) and all(isinstance(each, str) for each in get_args(kind)):
            return self._choice(get_args(kind))
        value = marked(kind, Value) or LINE
        return dict(value.schema)

    def _short(self, cls: type) -> Schema:
        """A record, perhaps one that can also be written as one line: a time, a name."""
        known = self._reference(cls)
        return {"anyOf": [dict(LINE.schema), known]} if cls in SHORT else known

    def _reference(self, cls: type) -> Schema:
        name = section_of(cls)
        if name not in self.definitions:
            self.definitions[name] = {}  # keeps its place while what is in it is written
            self.definitions[name] = self.record(cls)
        return {"allOf": [{"$ref": f"#/definitions/{name}"}]}

    def _choice(self, words: tuple[str, ...]) -> Schema:
        meanings = [" / ".join(NAMES[word]) for word in words]
        return {"enum": list(words), "enumDescriptions": meanings, "markdownEnumDescriptions": meanings}


def export(name: str) -> Schema:
    """The schema of one kind of data file, by its name in ``ROOTS``."""
    cls, zh, en = ROOTS[name]
    making = _Export()
    record = making.record(cls)
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": zh, "description": en}
    return head | record | {"definitions": dict(sorted(making.definitions.items()))}


def text(name: str) -> str:
    """The same as the text of its file."""
    return json.dumps(export(name), ensure_ascii=False, indent=2) + "\n"
