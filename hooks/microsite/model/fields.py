"""How a field of the data is declared: once, with its kind, its title and its explanation in both languages.

A record is a frozen dataclass whose fields are made by ``required``, ``optional`` and ``derived``. Reading the
data files, the schemas for editors, the public data with its schema, the spreadsheets and the tables of the
manual all follow from that declaration (``declared``).
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from types import NoneType, UnionType
from typing import (
    Annotated,
    Any,
    Literal,
    Protocol,
    TypeVar,
    Union,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from ..core.language import Language, plural

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True, eq=False)
class Value:
    """A kind of single value: how its text is read, and what a JSON Schema says of it.

    ``read`` raises Mistake. ``schema`` is what an editor of YAML sees before the value is read: there ``2024``
    is a number. ``public`` is what the public data has of it.
    """

    name: str
    read: Callable[[str], Any]
    schema: Mapping[str, Any]
    public: Mapping[str, Any] = dataclasses.field(default_factory=lambda: {"type": "string"})


@dataclass(frozen=True, slots=True)
class OneOrMore:
    """A list of lines that may be written as a line alone; it cannot be empty."""


@dataclass(frozen=True, slots=True)
class DivisionOf:
    """The name of a division inside the body that stands under another key of the record."""

    key: str


@dataclass(frozen=True, slots=True)
class About:
    """What is declared of a field: titles, explanations, an example as it stands in the manual (Markdown).

    ``key`` is its key in a data file, where that is not the field's name. ``at`` replaces the beginning of the
    context by which its translations are found; ``context="list"`` means that of the list that the record stands
    in. ``draft`` says whose drafts mark its words in a preview: its own record's, or any above it. A ``private``
    field is in the data file and not in the public data.
    """

    zh: str
    en: str
    meaning: Mapping[Language, str]
    example: str = ""
    required: bool = False
    key: str = ""
    at: str = ""
    context: Literal["", "list"] = ""
    draft: Literal["", "own", "any"] = ""
    at_least_one: bool = False
    newest_first: bool = False
    private: bool = False


_KEY = "about"


def required(zh: str, en: str, meaning: str = "", meaning_en: str = "", example: str = "", **more: Any) -> Any:
    """A field that has to be there; ``meaning`` explains it in Chinese and English, where its titles do not say all."""
    about = About(zh, en, {"zh": meaning or zh, "en": meaning_en or en}, example, required=True, **more)
    return dataclasses.field(metadata={_KEY: about})


def optional(
    default: Any, zh: str, en: str, meaning: str = "", meaning_en: str = "", example: str = "", **more: Any
) -> Any:
    """A field that may be left out, with what it is then."""
    about = About(zh, en, {"zh": meaning or zh, "en": meaning_en or en}, example, **more)
    return dataclasses.field(default=default, metadata={_KEY: about})


def derived(default: Any = None, meaning: str = "", **more: Any) -> Any:
    """A field that stands in no file and is worked out; with ``meaning`` it is part of the public data."""
    about = {"public": meaning} if meaning else {}
    return dataclasses.field(default=default, metadata=about, **more)


# --- fields that several records have ---


def own_id(example: str) -> Any:
    return required(
        "编号", "id", "永久编号，网址由它而来；公布后不再改", "permanent id, part of the address; never changed once published", example
    )


class Renamable(Protocol):
    """A record with a permanent id, and those that it had before."""

    @property
    def id(self) -> str: ...
    @property
    def formerly(self) -> tuple[str, ...]: ...


def former_ids(example: str) -> Any:
    return optional(
        (), "曾用编号", "former ids", "曾用过的编号，旧网址由此仍然有效；改编号时才写",
        "ids used before, which keep old addresses alive; only after a change of id", example,
    )  # fmt: skip


def many(zh: str, section: str, **more: Any) -> Any:
    """A list of records, about which the manual has a section."""
    en = plural(section)
    return optional((), zh, en, f"{zh}的列表，见[{zh}](#{section})", f"list of {en}, see [{section}](#{section})", **more)


def clause_number(example: str) -> Any:
    return optional(
        "", "文件条目", "clause", "通知里的条目号，用全角括号", "clause of the document, with full-width brackets", example
    )


def printed_number(example: str) -> Any:
    return optional(
        None, "序号", "number", "通知编的序号；通知没有编号的，每项都不写，照文件里的次序",
        "the number that the notice gives it; left out of all where it numbers none, which keep the order of the file", example,
    )  # fmt: skip


def draft_flag() -> Any:
    return optional(
        False, "草稿", "draft", "草稿，只在预览里，见[草稿](#drafts)；默认 `false`",
        "shown in the preview only, see [drafts](#drafts); `false` unless written", "`true`", private=True,
    )  # fmt: skip


# --- records ---


@dataclass_transform(
    frozen_default=True,
    kw_only_default=True,
    field_specifiers=(required, optional, derived, own_id, former_ids, many, clause_number, printed_number, draft_flag),
)
def record(cls: type[Record]) -> type[Record]:
    """A record of the data: frozen, its fields given by name."""
    return dataclass(frozen=True, slots=True, kw_only=True)(cls)


@dataclass(frozen=True)
class Field:
    """A declared field of a ``record``: its name, its kind without ``None``, and what is declared of it.

    What follows from these is asked for each value of the data, and worked out once.
    """

    name: str
    kind: Any
    about: About
    default: Any
    record: Any

    @cached_property
    def key(self) -> str:
        """Its key in a data file."""
        return self.about.key or self.name

    @cached_property
    def value(self) -> Value | None:
        """The kind of its single value, if it has one."""
        return marked(self.kind, Value)

    @property
    def division(self) -> str:
        """The key of the body whose division it names."""
        found = marked(self.kind, DivisionOf)
        return found.key if found else ""

    @property
    def is_name(self) -> bool:
        """Whether a record is named here, and written elsewhere."""
        return bool(self.division) or self.value is not None

    @cached_property
    def is_prose(self) -> bool:
        """Whether its words have paragraphs and Markdown."""
        return self.value is not None and self.value.name == "prose"

    @cached_property
    def items(self) -> Any:
        """The kind of the items of a list, or None."""
        return get_args(bare(self.kind))[0] if get_origin(bare(self.kind)) is tuple else None


@cache
def declared(cls: Any) -> tuple[Field, ...]:
    """The fields of a record that a data file has, in the order of their declaration."""
    hints = get_type_hints(cls, include_extras=True)
    return tuple(_field(each, hints[each.name], cls) for each in _listed(cls) if _KEY in each.metadata)


def shared(cls: Any) -> frozenset[str]:
    """The names of the fields that a record has in common with others."""
    bases = (base for base in cls.__bases__ if dataclasses.is_dataclass(base))
    return frozenset(each.name for base in bases for each in dataclasses.fields(base))


def _listed(cls: Any) -> list[dataclasses.Field[Any]]:
    """The fields of a record; what it shares with others comes last."""
    names = shared(cls)
    return sorted(dataclasses.fields(cls), key=lambda each: each.name in names)


@cache
def by_key(cls: Any) -> Mapping[str, Field]:
    return {field.key: field for field in declared(cls)}


@cache
def published(cls: Any) -> tuple[tuple[str, Any, str, bool], ...]:
    """Name, type and explanation of the fields that the public data has of a record, and whether each is there."""
    hints = get_type_hints(cls, include_extras=True)
    found = []
    for each in _listed(cls):
        about: About | None = each.metadata.get(_KEY)
        if about is not None and not about.private:
            found.append((each.name, hints[each.name], about.meaning["en"], about.required))
        elif "public" in each.metadata:
            found.append((each.name, hints[each.name], each.metadata["public"], True))
    return tuple(found)


@cache
def is_record(kind: Any) -> bool:
    """Whether a kind of value is a record with declared fields."""
    if not isinstance(kind, type) or not dataclasses.is_dataclass(kind):
        return False
    return any(_KEY in each.metadata for each in dataclasses.fields(kind))


def bare(kind: Any) -> Any:
    """A type without what is annotated to it."""
    return get_args(kind)[0] if get_origin(kind) is Annotated else kind


Marker = TypeVar("Marker")


def marked(kind: Any, marker: type[Marker]) -> Marker | None:
    """What of a kind is annotated to a type, or None."""
    noted = get_args(kind)[1:] if get_origin(kind) is Annotated else ()
    return next((each for each in noted if isinstance(each, marker)), None)


def without_none(kind: Any) -> tuple[Any, bool]:
    """A type without ``None``, and whether it may be that."""
    if get_origin(kind) not in (Union, UnionType):
        return kind, False
    kinds = [each for each in get_args(kind) if each is not NoneType]
    return kinds[0], len(kinds) < len(get_args(kind))


def _field(each: dataclasses.Field[Any], hint: Any, cls: Any) -> Field:
    default = None if each.default is dataclasses.MISSING else each.default
    return Field(each.name, without_none(hint)[0], each.metadata[_KEY], default, cls)


def nothing(cls: Any, **given: Any) -> Any:
    """A record of which a plan says nothing else."""
    return cls(**given)
