"""What may be written in a data file, in the words that editors of text understand (JSON Schema).

Made from ``shapes`` and from the tables of the manual, so that the help shown while typing, the
check and the manual say the same. Editors read YAML their own way: ``2024`` arrives as a number and
``true`` as a yes, so every kind of value takes what such a reader makes of it. The schema is never
stricter than the check; dates, names of bodies and references are left to the check.
Draft 07, which the YAML extension of VS Code reads.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

import yaml

from ..core import choices
from . import fields, shapes
from .shapes import Shape

Schema = dict[str, Any]
Table = Mapping[str, tuple[str, str]]
"""Rows of a table of the manual by their first word: meaning and example."""

ROOTS: Mapping[str, tuple[type[Shape], str, str]] = {
    "campaign": (shapes.CampaignShape, "一届活动的方案", "one edition of a campaign"),
    "contacts": (shapes.ContactsShape, "一届活动的联系人", "contacts of one edition"),
    "organisations": (shapes.RegisterShape, "一个地区的单位名册", "register of the bodies of a region"),
    "synonyms": (shapes.SynonymsShape, "查找用的同义词", "words the finder takes for the same"),
}
"""Each kind of data file: its shape, and what it is in both languages."""

_CHOICES = {
    "kind": choices.Kind,
    "audience": choices.Audience,
    "form": choices.Form,
    "body-kind": choices.BodyKind,
    "link-kind": choices.LinkKind,
    "status": choices.Status,
    "measure": choices.Measure,
}
"""Words to choose from, by the section of the manual that explains them (``choices-kind``)."""


def _text(pattern: str, *others: str) -> Schema:
    return {"type": ["string", *others], "pattern": pattern} if others else {"type": "string", "pattern": pattern}


def _list_of(item: Schema) -> Schema:
    """A list, or one of its items alone."""
    return {"anyOf": [{"type": "array", "items": item, "minItems": 1}, item]}


_LINE = _text(r"^\s*\S[^\n]*\s*$", "number", "boolean")
_PROSE = _text(r"\S", "number", "boolean")
_SCALARS: tuple[tuple[Any, Schema], ...] = (
    (fields.Line, _LINE),
    (fields.Prose, _PROSE),
    (fields.Body, _LINE),
    (fields.Day, _LINE),
    (fields.Moment, _LINE),
    (fields.Id, _text("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", "boolean") | {"minLength": 2, "maxLength": 60}),
    (fields.Code, _text("^[a-z][a-z0-9]{2,7}$", "boolean")),
    (fields.Colour, _text("^#[0-9A-Fa-f]{6}$")),
    (fields.Url, _text(r"^\s*https?://\S+\s*$")),
    (fields.Phone, _text(r"^\s*[0-9０-９+＋()（）\s\-－—–‐]{5,40}\s*$", "number")),
    (
        fields.Number,
        _text("^[1-9][0-9]{0,8}$", "integer") | {"minimum": 1, "maximum": 999_999_999},
    ),
    (fields.Year, _text("^(19|20|21)[0-9]{2}$", "integer") | {"minimum": 1900, "maximum": 2199}),
    (fields.YesNo, {"enum": [True, False, "true", "false"]}),
    (fields.Spellings, _list_of(_LINE)),
    (fields.Names, _list_of(_LINE)),
    (fields.Bodies, _list_of(_LINE)),
)


@dataclass(frozen=True, slots=True)
class Manual:
    """The tables of the manual's page on the format, by the address of their section, Chinese and English."""

    zh: Mapping[str, Table] = field(default_factory=dict)
    en: Mapping[str, Table] = field(default_factory=dict)

    @classmethod
    def of(cls, chinese: str, english: str) -> Manual:
        """From the text of ``format.md`` and ``format.en.md``."""
        return cls(_tables(chinese), _tables(english))

    def meaning(self, section: str, word: str) -> tuple[str, str]:
        """What a key or a choice means, Chinese and English; nothing where the manual has no row."""
        zh, en = (each.get(section, {}).get(word, ("", "")) for each in (self.zh, self.en))
        return _prose(zh[0]), _prose(en[0])

    def examples(self, section: str, word: str) -> list[Any]:
        return [_as_editors_read(text) for text in re.findall("`([^`]+)`", self._example(section, word))]

    def _example(self, section: str, word: str) -> str:
        return self.zh.get(section, {}).get(word, ("", ""))[1]


def _tables(text: str) -> dict[str, Table]:
    parts = re.split(r"^#+ .*\{#([a-z-]+)\}$", text, flags=re.MULTILINE)
    return {anchor: dict(_rows(body)) for anchor, body in zip(parts[1::2], parts[2::2], strict=True)}


def _rows(body: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """Rows that begin with a word in backticks: its meaning and, in tables of keys, its example."""
    for line in body.splitlines():
        if found := re.match(r"\| `([a-z_-]+)` \| (.*?) ?\|$", line):
            cells = [cell.strip() for cell in found[2].split(" | ")]
            yield found[1], (cells[0], "") if len(cells) == 1 else (cells[1], cells[2].strip(" |") if cells[2:] else "")


def _prose(text: str) -> str:
    """A cell of the manual without its links and without pointing to other sections."""
    bare = re.sub(r"[，,；;]? ?(?:见|see) ?\[[^\]]*\]\([^)]*\)", "", text)
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", bare)


def _as_editors_read(text: str) -> Any:
    """An example as a value; days stay text, as they do in every reader of JSON."""
    value = yaml.safe_load(text)
    return text if isinstance(value, date) else value


def section_of(shape: type[Shape]) -> str:
    """The section of the manual about a record: BodyOfficeShape has body-office."""
    bare = re.sub("(Shape|Record)$", "", shape.__name__)
    return re.sub("(?<=[a-z])(?=[A-Z])", "-", bare).lower()


class _Export:
    """One schema in the making: records are written once, under ``definitions``."""

    def __init__(self, manual: Manual) -> None:
        self.manual = manual
        self.definitions: dict[str, Schema] = {}

    def record(self, shape: type[Shape]) -> Schema:
        hints = get_type_hints(shape, include_extras=True)
        return {
            "type": "object",
            "additionalProperties": False,
            "required": [key for key, each in shape.model_fields.items() if each.is_required()],
            "properties": {key: self._property(shape, key, hints[key]) for key in shape.model_fields},
        }

    def _property(self, shape: type[Shape], key: str, annotation: Any) -> Schema:
        """A key: its Chinese title, what the manual says in both languages, and what may be written."""
        about, section = shape.model_fields[key], section_of(shape)
        extra = about.json_schema_extra
        title_en = str(extra["title_en"]) if isinstance(extra, dict) else ""
        zh, en = self.manual.meaning(section, key)
        english = en if en.startswith(title_en) else f"{title_en}: {en}".removesuffix(": ")
        described: Schema = {"title": about.title, "description": f"{zh}\n\n{english}" if zh else english}
        if examples := self.manual.examples(section, key):
            described["examples"] = examples
        least = [each.min_length for each in about.metadata if getattr(each, "min_length", None)]
        known = self.value(annotation)
        return described | known | ({"minItems": least[0]} if least and known.get("type") == "array" else {})

    def value(self, annotation: Any) -> Schema:
        """What may be written for a value of some kind."""
        for kind, schema in _SCALARS:
            if annotation == kind:
                return dict(schema)
        origin, arguments = get_origin(annotation), get_args(annotation)
        if origin is Annotated:
            return self._validated(arguments[0], arguments[1:])
        if origin is Literal:
            return self._choice(annotation)
        if origin is list:
            return {"type": "array", "items": self.value(arguments[0])}
        if type(None) in arguments:
            return self.value(next(each for each in arguments if each is not type(None)))
        return self._reference(annotation)

    def _validated(self, inner: Any, checks: tuple[Any, ...]) -> Schema:
        """A record that can also be written as a text alone: a time, a name."""
        functions = {getattr(check, "func", None) for check in checks}
        known = self.value(inner)
        short = {fields.text_to_record, fields.name_to_record} & functions
        return {"anyOf": [dict(_LINE), known]} if short else known

    def _reference(self, shape: type[Shape]) -> Schema:
        name = section_of(shape)
        if name not in self.definitions:
            self.definitions[name] = {}  # keeps its place while what is in it is written
            self.definitions[name] = self.record(shape)
        return {"allOf": [{"$ref": f"#/definitions/{name}"}]}

    def _choice(self, annotation: Any) -> Schema:
        words = list(get_args(annotation))
        section = next((name for name, kind in _CHOICES.items() if kind == annotation), "")
        meanings = [" / ".join(filter(None, self.manual.meaning(f"choices-{section}", word))) for word in words]
        return {"enum": words, "enumDescriptions": meanings, "markdownEnumDescriptions": meanings}


def export(name: str, manual: Manual) -> Schema:
    """The schema of one kind of data file: ``campaign``, ``contacts``, ``organisations``, ``synonyms``."""
    shape, zh, en = ROOTS[name]
    making = _Export(manual)
    record = making.record(shape)
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": zh, "description": en}
    return head | record | {"definitions": dict(sorted(making.definitions.items()))}


def text(name: str, manual: Manual) -> str:
    """The same as the text of its file."""
    return json.dumps(export(name, manual), ensure_ascii=False, indent=2) + "\n"
