"""Words that can be translated, and the bodies of a region with every spelling of their names."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from .problems import Mark
from .record import quick


@quick
@dataclass(frozen=True, slots=True)
class Words:
    """Chinese words that can be translated.

    ``context`` is the field's path made of ids (``activities/women/title``), never of list
    positions: it finds the translation again after a reordering. Items of a list share the
    context of their list (``shared``) and are told apart by their text. ``draft``: what they name or
    tell is a draft, which only a preview shows, and says.
    """

    text: str
    context: str
    markdown: bool = False
    shared: bool = False
    draft: bool = False


@dataclass(frozen=True, slots=True)
class NameList:
    """Names in printed order; ``is_open`` where the notice ends them with 等."""

    items: tuple[Words, ...] = ()
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class Office:
    """A division inside a body (综合处)."""

    id: str
    name: Words


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body: an office of party or government, a mass organisation, a school."""

    id: str
    region: str
    name: Words
    short: Words
    aliases: tuple[str, ...]
    kind: str
    url: str | None
    offices: tuple[Office, ...]
    formerly: tuple[str, ...]
    mark: Mark

    def office(self, name: str) -> Office | None:
        return next((office for office in self.offices if office.name.text == name), None)


def spelling(name: str) -> str:
    """A name without what differs only typographically: spaces, full and half width.

    >>> spelling("省委党校 (山东行政学院)") == spelling("省委党校（山东行政学院）")
    True
    """
    return "".join(unicodedata.normalize("NFKC", name).split())


@dataclass(frozen=True, slots=True)
class Region:
    """A region and the register of its bodies."""

    id: str
    name: Words
    code: str
    organisations: tuple[Organisation, ...]
    spellings: Mapping[str, Organisation]
    mark: Mark

    def find(self, printed: str) -> Organisation | None:
        """The body that a printed name stands for, whichever of its spellings is used."""
        return self.spellings.get(spelling(printed))

    @property
    def known_names(self) -> list[str]:
        names: list[str] = []
        for body in self.organisations:
            names += (body.name.text, body.short.text, *body.aliases)
        return names


@quick
@dataclass(frozen=True, slots=True)
class Mention:
    """A body where a document names it, with the name as printed there."""

    organisation: Organisation
    printed: str
    mark: Mark = field(compare=False)


@quick
@dataclass(frozen=True, slots=True)
class BodyList:
    """Bodies in printed order; ``everyone`` for 各活动单位, ``is_open`` for a closing 等."""

    mentions: tuple[Mention, ...] = ()
    is_open: bool = False
    everyone: bool = False

    def __bool__(self) -> bool:
        return bool(self.mentions)

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(mention.organisation.id for mention in self.mentions)

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        return tuple(mention.organisation for mention in self.mentions)
