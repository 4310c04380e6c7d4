"""English for Chinese: gettext catalogues of the data and of the interface.

Data: one catalogue per data file and language; message context is the field's path made of ids,
message id the Chinese text. Matching is by context first, so a changed Chinese text keeps its
English, which then counts as outdated (gettext: fuzzy, with the previous text). Interface words:
one catalogue a language, message ids are keys such as ``activity.when``.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import UTC, datetime
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, read_po, write_po

from .language import DEFAULT, Language, Text
from .model import Campaign, Mention, Office, Organisation, Region, Words
from .problems import Mark, Problem

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Translation:
    text: str
    outdated: bool


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Translations of one data file into one language, found by context and Chinese text."""

    exact: Mapping[Key, Translation]
    by_context: Mapping[str, tuple[str, ...]]

    def find(self, words: Words) -> Translation | None:
        """The translation, if there is one; outdated where the Chinese has changed since.

        A context with exactly one translation belongs to one field: its text may have changed.
        Lists share a context; there a changed item is simply untranslated.
        """
        found = self.exact.get((words.context, words.text))
        if found is None and len(kept := self.by_context.get(words.context, ())) == 1:
            return Translation(kept[0], outdated=True)
        return found


EMPTY = Catalogue({}, {})


def say(words: Words, language: Language, catalogue: Catalogue) -> Text:
    """Words for a page in ``language``: translated, or in Chinese and marked as such."""
    if language == DEFAULT:
        return Text(words.text, DEFAULT, language)
    found = catalogue.find(words)
    if found is None:
        return Text(words.text, DEFAULT, language)
    return Text(found.text, language, language, found.outdated)


# --- catalogue files --------------------------------------------------------------------------


def parse(data: bytes, file: str) -> tuple[Catalog, list[Problem]]:
    """A catalogue file; a broken one is told with its line and treated as empty."""
    try:
        return read_po(io.BytesIO(data), locale="en", abort_invalid=True), []
    except PoFileError as error:
        line = getattr(error, "lineno", 0) + 1
        return Catalog("en"), [_broken(file, line)]
    except (UnicodeDecodeError, ValueError, LookupError):
        return Catalog("en"), [_broken(file, 1)]


def _broken(file: str, line: int) -> Problem:
    zh = "译文文件的格式有误；请用 Poedit 打开并重新保存"
    en = "the translation file is damaged; open it in Poedit and save it again"
    return Problem(Mark(file, line), "", "broken-translation", zh, en)


def _messages(catalog: Catalog) -> Iterator[tuple[str, Message]]:
    for message in catalog:
        if message.id and message.context:
            yield message.context, message


def catalogue(catalog: Catalog) -> Catalogue:
    """A catalogue file as it is asked: empty translations do not count."""
    exact: dict[Key, Translation] = {}
    by_context: dict[str, list[str]] = {}
    for context, message in _messages(catalog):
        if message.string:
            text, source = str(message.string), str(message.id)
            exact[(context, source)] = Translation(text, message.fuzzy)
            by_context.setdefault(context, []).append(text)
    return Catalogue(exact, {context: tuple(texts) for context, texts in by_context.items()})


# --- what can be translated -------------------------------------------------------------------


def all_words(record: Any) -> Iterator[Words]:
    """Every translatable text of a campaign or a register, in the order of the file, once each."""
    seen: set[Words] = set()
    for words in _walk(record, top=True):
        if words not in seen:
            seen.add(words)
            yield words


def _walk(value: Any, top: bool = False) -> Iterator[Words]:
    if isinstance(value, Words):
        yield value
    elif isinstance(value, (Mention, Office, Organisation, Region)) and not top:
        return  # belongs to the register
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _walk(item)
    elif isinstance(value, tuple):
        for item in value:
            yield from _walk(item)
    elif is_dataclass(value):
        for each in fields(value):
            yield from _walk_field(value, each.name)


def _walk_field(record: Any, name: str) -> Iterator[Words]:
    value = getattr(record, name)
    if isinstance(record, Region) and name == "organisations":
        for body in value:
            yield from (body.name, body.short, *(office.name for office in body.offices))
    elif not (isinstance(record, Campaign) and name == "region"):
        yield from _walk(value)


def updated(catalog: Catalog, wanted: Iterable[Words], name: str, language: Language) -> Catalog:
    """The catalogue with an entry for every text that can be translated.

    Kept translations stay; one whose Chinese changed is kept as fuzzy with the previous text;
    entries whose field is gone become obsolete.
    """
    known = {(context, str(message.id)): message for context, message in _messages(catalog)}
    alone: dict[str, list[Message]] = {}
    for context, message in _messages(catalog):
        alone.setdefault(context, []).append(message)
    made = Catalog(
        locale=language,
        project=name,
        version="1",
        charset="utf-8",
        header_comment=f"# {name}",
        fuzzy=False,
        creation_date=_EPOCH,
        revision_date=_EPOCH,
    )
    used: set[Key] = set()
    for words in wanted:
        used.add(_add(made, words, known, alone.get(words.context, [])))
    for key, message in known.items():
        if key not in used and message.string:
            made.obsolete[key[1]] = message
    return made


# A catalogue carries no clock: the same entries give the same bytes.
_EPOCH = datetime(2024, 1, 1, tzinfo=UTC)


def _add(made: Catalog, words: Words, known: Mapping[Key, Message], alone: list[Message]) -> Key:
    key = (words.context, words.text)
    old = known.get(key)
    if old is not None:
        made.add(
            words.text, old.string, context=words.context, flags=old.flags,
            user_comments=old.user_comments, previous_id=old.previous_id,
        )  # fmt: skip
        return key
    if len(alone) == 1 and alone[0].string:
        before = str(alone[0].id)
        made.add(words.text, alone[0].string, context=words.context, flags=["fuzzy"], previous_id=[before])
        return (words.context, before)
    made.add(words.text, "", context=words.context)
    return key


def as_po(catalog: Catalog) -> bytes:
    """The catalogue as a file; the same entries give the same bytes."""
    out = io.BytesIO()
    write_po(out, catalog, width=0, include_previous=True)
    lines = out.getvalue().split(b"\n")
    return b"\n".join(line for line in lines if not line.startswith(_UNKNOWN_HEADERS))


# Headers that the library fills with placeholders of its own.
_UNKNOWN_HEADERS = (
    b'"Report-Msgid-Bugs-To: EMAIL',
    b'"Last-Translator: FULL NAME',
    b'"Language-Team: en <LL@',
    b'"Generated-By: ',
)


# --- the interface's own words ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Interface:
    """The site's fixed words in one language, asked by key; an unknown key is a programming error.

    A key with plural forms takes ``count``; placeholders are written ``{name}``.
    """

    language: Language
    words: Mapping[str, tuple[str, ...]]

    def __call__(self, key: str, count: int | None = None, **values: object) -> str:
        forms = self.words[key]
        form = forms[0] if count == 1 or len(forms) == 1 else forms[1]
        if count is not None:
            values["count"] = count
        return form.format(**values) if values else form

    def has(self, key: str) -> bool:
        return key in self.words


def interface(data: bytes, language: Language) -> Interface:
    """The interface catalogue of a language (a PO file whose message ids are keys)."""
    words: dict[str, tuple[str, ...]] = {}
    for message in read_po(io.BytesIO(data), abort_invalid=True):
        if not message.id:
            continue
        if isinstance(message.id, tuple):
            words[message.id[0]] = tuple(message.string or ())
        else:
            words[str(message.id)] = (str(message.string),)
    return Interface(language, words)
