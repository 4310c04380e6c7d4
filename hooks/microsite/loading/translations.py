"""English for Chinese, or Chinese for English: gettext catalogues of the data and of the interface.

Data: one catalogue per data file and language; message context is the field's path made of ids,
message id the original text. Matching is by context first, so a changed text keeps its
translation, which then counts as outdated (gettext: fuzzy, with the previous text). Interface words:
one catalogue a language, message ids are keys such as ``activity.when``. Files in their usual form
are read by ``po_fast``, all others by the gettext library (``po``).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from functools import cache
from typing import Any

from markupsafe import escape

from ..core.dates.fuzzy import FuzzyDate
from ..core.language import DRAFT, Language, Text
from ..core.problems import Problem
from ..model import choices
from ..model.activity import Session
from ..model.campaign import Campaign
from ..model.organisations import Mention, Office, Organisation, Region
from ..model.places import Area, Venue
from ..model.values import Words
from . import po_fast
from .po_fast import Entry, Key


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

        A field has its context to itself: what is translated there was said of its former text.
        Items of a list share theirs; a new one is untranslated, not the English of its neighbour.
        """
        found = self.exact.get((words.context, words.text))
        if found is not None or words.shared:
            return found
        kept = self.by_context.get(words.context, ())
        return Translation(kept[0], outdated=True) if len(kept) == 1 else None

    def moved(self, record: Campaign | Region) -> Catalogue:
        """The same where what was translated under a former id belongs to the id of now."""
        now = moves(record, self.by_context)
        exact = {(now.get(context, context), source): found for (context, source), found in self.exact.items()}
        return Catalogue(exact, {now.get(context, context): texts for context, texts in self.by_context.items()}) if now else self


EMPTY = Catalogue({}, {})


def say(words: Words, language: Language, catalogue: Catalogue) -> Text:
    """Words for a page in ``language``: translated, or in their own language and marked as such.

    An outdated translation could state what is no longer so; the original is shown instead.
    """
    if not words:
        return Text("", language, language)
    own = words.language
    found = catalogue.find(words) if language != own else None
    if found is None or found.outdated:
        text = _marked(words, words.text, own) if words.draft else words.text
        return Text(text, own, language, outdated=found is not None)
    return Text(_marked(words, found.text, language) if words.draft else found.text, language, language)


def _marked(words: Words, text: str, language: Language) -> str:
    """The text of a draft says that it is one; in Markdown that is a paragraph of its own."""
    return f"{DRAFT[language].strip()}\n\n{text}" if words.markdown else f"{DRAFT[language]}{text}"


# --- catalogue files --------------------------------------------------------------------------


def read(data: bytes, file: str) -> tuple[Catalogue, list[Problem]]:
    """A catalogue file as it is asked, and what is wrong with it."""
    entries = None if po_fast.is_too_large(data) else po_fast.entries(data)
    if entries is not None:
        return catalogue(entries), []
    from . import po  # noqa: PLC0415 - the library is long to load, and hardly ever needed

    parsed, problems = po.parse(data, file)
    return catalogue(po.entries(parsed)), problems


def catalogue(entries: Iterable[Entry]) -> Catalogue:
    """The entries of a file as they are asked; those without a context are kept below an empty one. Empty translations do not count."""
    exact: dict[Key, Translation] = {}
    by_context: dict[str, list[str]] = {}
    for context, source, text, fuzzy in entries:
        if source and (said := text.strip()):
            exact[(context or "", source)] = Translation(said, fuzzy)
            by_context.setdefault(context or "", []).append(said)
    return Catalogue(exact, {context: tuple(texts) for context, texts in by_context.items()})


# --- what can be translated -------------------------------------------------------------------


def all_words(record: Any) -> Iterator[Words]:
    """Every translatable text of a campaign or a register, in the order of the file, once each."""
    seen: set[Words] = set()
    for words in _walk(record, top=True):
        if words and words not in seen:
            seen.add(words)
            yield words


def moves(record: Campaign | Region, translated: Collection[str]) -> dict[str, str]:
    """Contexts that have a translation under a former id, or from before an activity was withdrawn, with those of now that have none."""
    wanted, now = {words.context for words in all_words(record)}, dict[str, str]()
    for old, new in [*_renamed(record)] if any(context not in wanted for context in translated) else []:
        for context in translated:
            here = now.get(context, context)
            if here.startswith(old):
                now[context] = new + here.removeprefix(old)
    return {old: new for old, new in now.items() if old not in wanted and new in wanted and new not in translated}


def _renamed(record: Campaign | Region) -> Iterator[tuple[str, str]]:
    """The beginnings of contexts below former ids, with those below the ids of now; parts come after their activities."""
    listed: list[tuple[str, Iterable[Any]]] = [("organisations", record.organisations)] if isinstance(record, Region) else [
        ("phases", record.phases), ("requirements", record.requirements), ("activities", record.activities),
        *((f"activities/{activity.id}/parts", activity.parts) for activity in record.activities),
    ]  # fmt: skip
    for above, records in listed:
        yield from ((f"{above}/{old}/", f"{above}/{each.id}/") for each in records for old in each.formerly)
    for each in record.withdrawn if isinstance(record, Campaign) else ():
        yield f"activities/{each.id}/", f"withdrawn/{each.id}/"


def _walk(value: Any, top: bool = False) -> Iterator[Words]:
    if isinstance(value, Words):
        yield value
    elif isinstance(value, (str, FuzzyDate)) or value is None:
        return  # nothing that can be translated, and most of what there is
    elif isinstance(value, (Area, Mention, Office, Organisation, Region, Venue)) and not top:
        return  # belongs to the register
    elif isinstance(value, tuple):
        for item in value:
            yield from _walk(item)
    elif is_dataclass(value):
        for name in _names(value.__class__):
            yield from _walk_field(value, name)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _walk(item)


@cache
def _names(of: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(of))


def _walk_field(record: Any, name: str) -> Iterator[Words]:
    value = getattr(record, name)
    if isinstance(record, Region) and name == "organisations":
        for body in value:
            yield from (body.name, body.short, *(office.name for office in body.offices))
    elif isinstance(record, Region) and name == "places":
        for place in (*value.areas, *value.venues) if value else ():
            yield from filter(None, (place.name, getattr(place, "address", None)))
    elif isinstance(record, Session) and name == "place" and record.venue is not None:
        return  # shown by its name in the register
    elif not (isinstance(record, Campaign) and name == "region"):
        yield from _walk(value)


# --- the interface's own words ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Interface:
    """The site's fixed words in one language, asked by key; an unknown key is a programming error.

    A key with plural forms takes ``count``; placeholders are written ``{name}``.
    """

    language: Language
    words: Mapping[str, tuple[str, ...]]
    html: Mapping[str, str] = field(init=False, compare=False, repr=False)
    """Words that need nothing filled in, escaped."""

    def __post_init__(self) -> None:
        ready = {key: str(escape(forms[0])) for key, forms in self.words.items() if len(forms) == 1}
        object.__setattr__(self, "html", ready)

    def __call__(self, key: str, count: int | None = None, **values: object) -> str:
        forms = self.words[key]
        form = forms[0] if count == 1 or len(forms) == 1 else forms[1]
        if count is not None:
            values["count"] = f"{count:,}" if self.language == "en" else count
        return form.format(**values) if values else form


def interface(data: bytes, language: Language) -> Interface:
    """The interface catalogue of a language (a PO file whose message ids are keys), with the names of all choices."""
    names = {key: (name,) for key, name in choices.of_pages(language)}
    return Interface(language, names | po_fast.keyed(data))
