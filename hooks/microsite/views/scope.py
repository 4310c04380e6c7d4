"""One language's way of saying things: what every view is made with."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field, is_dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from ..core import urls
from ..core.dates import in_words, wordings
from ..core.dates.fuzzy import FuzzyDate, Slot
from ..core.language import DEFAULT, TAGS, Language, Text
from ..core.settings import Settings
from ..core.typography import spelling
from ..loading.data_folder import Data
from ..loading.translations import EMPTY, Catalogue, Interface, say
from ..model.activity import Deadline
from ..model.campaign import Campaign
from ..model.organisations import BodyList, Mention, Office, Organisation, Region
from ..model.values import Moment, NameList, Words
from ..model.when import When
from . import safe_markdown

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Listing:
    """Names to be printed one by one; ``is_open`` where the notice ends them with 等."""

    items: tuple[Text, ...]
    is_open: bool

    def __bool__(self) -> bool:
        return bool(self.items)


@dataclass(frozen=True, slots=True)
class BodyLink:
    """A body in a list: its short name, its page, and how the document writes it.

    ``now`` is its short name of today, where the edition knows it under another only.
    """

    id: str
    name: Text
    full: Text
    path: str
    printed: str
    formerly: tuple[str, ...]
    now: Text | None = None


@dataclass(frozen=True, slots=True)
class Bodies:
    items: tuple[BodyLink, ...]
    is_open: bool
    everyone: bool

    def __bool__(self) -> bool:
        return bool(self.items)


@dataclass(frozen=True, slots=True)
class Time:
    """A time in words, with its bounds for scripts (ISO dates, with hours where printed, or empty) and what was printed.

    ``dates`` has the four bounds of each of several times; ``day`` is what a machine may read as the day; ``within``
    says the period behind words that only name it (活动期间). ``is_undated``: they name no days (待定).

    ``says_more``: what was printed has words that say nothing of days and hours (遇雨顺延).
    Where ``is_changed``, what was printed is the time of before; ``tag`` is the language tag of what was printed.
    """

    words: str
    printed: str
    tag: str
    note: Text | None
    is_corrected: bool
    is_changed: bool
    is_open: bool
    occasions: str
    start_first: str
    start_last: str
    end_first: str
    end_last: str
    dates: str
    day: str
    is_undated: bool = False
    within: str = ""
    says_more: bool = False

    @property
    def is_said(self) -> bool:
        """Whether the words have what was printed, whatever signs it has for them (9:00-10:30 is 9:00至10:30), with or without the year."""
        printed, words = self.printed.translate(_SIGNS), self.words.translate(_SIGNS)
        return printed in words or printed in _YEAR.sub("", words)


_YEAR = re.compile(r"[0-9]{4}年| [0-9]{4}\b")
_SIGNS = str.maketrans(dict.fromkeys("-–—", "至") | {"，": "、"})


@dataclass(frozen=True, slots=True)
class Day:
    """A day for programs and in words."""

    iso: str
    words: str


class Said:
    """What a template sees of a record: each of its fields in the language of the page, said when it is asked for.

    A page that says more than its record has that beside the fields, by name; such a name goes before that of a field.
    """

    def __init__(self, scope: Scope, record: Any, more: Mapping[str, Any]) -> None:
        vars(self).update(more, _scope=scope, _record=record)

    def __getattr__(self, name: str) -> Any:
        said = self._scope.value(getattr(self._record, name))
        vars(self)[name] = said
        return said


@dataclass(frozen=True, slots=True)
class Scope:
    """Says the data of one file in one language, or without any file what is of the whole site; what was said once is remembered."""

    language: Language
    data: Data
    settings: Settings
    t: Interface
    catalogue: Catalogue = EMPTY
    register: Catalogue = EMPTY
    campaign: Campaign | None = None
    _said: dict[Hashable, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """What is the same on every page of this scope, made when it is first asked for."""
        if key not in self._said:
            self._said[key] = make()
        made: Made = self._said[key]
        return made

    def of_campaign(self, campaign: Campaign) -> Scope:
        """Says what is in the file of a campaign, with the names of its region's register."""
        return self.once(("campaign", campaign.id), lambda: self._of(campaign.id, campaign.region.id, campaign))

    def of_region(self, region: Region) -> Scope:
        """Says what is in the register of a region."""
        return self.once(("region", region.id), lambda: self._of(region.id, region.id))

    def _of(self, file: str, register: str, campaign: Campaign | None = None) -> Scope:
        own, names = (self.data.catalogue(self.language, each) for each in (file, register))
        return Scope(self.language, self.data, self.settings, self.t, own, names, campaign)

    def say(self, words: Words) -> Text:
        return say(words, self.language, self.catalogue)

    def said(self, record: Any, **more: Any) -> Said:
        """A record for a template, with what a page says besides."""
        return Said(self, record, more)

    def value(self, value: Any) -> Any:
        """The value of a field as a template prints it; a text, a number or a code is what it is."""
        if way := _WAYS.get(type(value)):
            return way(self, value)
        return self.said(value) if is_dataclass(value) else value

    def clause(self, number: str, clause: str) -> str:
        """Where in which document something stands, as far as that is known; below a heading or a label that says what it is."""
        return self.t("activity.source.clause", number=number, clause=clause) if number and clause else number or clause

    def maybe(self, words: Words | None) -> Text | None:
        return self.say(words) if words is not None else None

    def markdown(self, words: Words) -> safe_markdown.Html:
        text = self.say(words)
        return safe_markdown.Html(safe_markdown.render(text.plain, text.language, self.language), text)

    def names(self, names: NameList) -> Listing:
        return Listing(tuple(self.say(name) for name in names.items), names.is_open)

    def of_register(self, words: Words) -> Text:
        return say(words, self.language, self.register)

    def of_body(self, body: Organisation, words: Words) -> Text:
        """Words of a body in the language of the page, from the register that it is in."""
        return say(words, self.language, self.data.catalogue(self.language, body.region))

    @property
    def own(self) -> Language:
        """The language in which the document of the edition is written."""
        return self.campaign.language if self.campaign else DEFAULT

    def short(self, body: Organisation) -> Text:
        """The short name of a body: in an edition that knows it only under a name of before, that one."""
        then = self._names_then.get(body.id)
        return Text(min(then, key=len), self.own, self.language) if then else self.of_body(body, body.short)

    def full(self, body: Organisation) -> Text:
        """The full name of a body, in the same way."""
        then = self._names_then.get(body.id)
        return Text(max(then, key=len), self.own, self.language) if then else self.of_body(body, body.name)

    @property
    def _names_then(self) -> Mapping[str, tuple[str, ...]]:
        return self.once("names then", lambda: _names_then(self.campaign) if self.campaign else {})

    def body(self, organisation: Organisation, printed: str = "") -> BodyLink:
        return self.once(("body", organisation.id, printed), lambda: self._body(organisation, printed))

    def _body(self, organisation: Organisation, printed: str) -> BodyLink:
        return BodyLink(
            organisation.id,
            self.short(organisation),
            self.full(organisation),
            urls.organisation(self.language, organisation.id),
            printed,
            organisation.formerly,
            self.of_body(organisation, organisation.short) if organisation.id in self._names_then else None,
        )

    def mention(self, mention: Mention) -> BodyLink:
        return self.body(mention.organisation, mention.printed)

    def bodies(self, bodies: BodyList) -> Bodies:
        return Bodies(tuple(map(self.mention, bodies.mentions)), bodies.is_open, bodies.everyone)

    def bodies_in_words(self, bodies: BodyList) -> str:
        """Bodies in one line by their short names, or that it is all of them."""
        if bodies.everyone:
            return self.t("bodies.everyone")
        return self.listed((self.short(body).plain for body in bodies.organisations), bodies.is_open)

    def time(self, when: When | None) -> Time | None:
        if when is None:
            return None
        value = when.date
        return Time(
            words=in_words.when(value, self.language),
            printed=when.printed,
            tag=TAGS[self.own],
            note=self.maybe(when.note),
            is_corrected=value.correction is not None,
            is_changed=when.was is not None,
            is_open=value.kind == "from",
            occasions=in_words.listed(value.occasions, "zh", value.occasions_open),
            day=_machine_readable(value),
            is_undated=value.kind == "unknown",
            says_more=wordings.says_more(when.printed),
            **_bounds(value),
        )

    def listed(self, names: Iterable[str], is_open: bool = False) -> str:
        return in_words.listed(list(names), self.language, is_open)

    def apart(self, texts: Iterable[str]) -> str:
        """Texts that may have commas of their own, in one line."""
        return ("；" if self.language == "zh" else "; ").join(texts)


def around(scope: Scope, deadline: Deadline) -> tuple[str, str]:
    """What stands between who has to hand in and what, and behind it: to whom it goes."""
    who, what, to = str(scope.say(deadline.who)), scope.say(deadline.what), scope.maybe(deadline.to)
    if to is None:
        return (scope.t("colon") if who else "", "")
    said = scope.t("deadline.to.apart" if to.is_foreign or what.is_foreign else "deadline.to", to=to.plain, what=_GAP)
    before, _, after = said.partition(_GAP)
    return (before if who else before.removeprefix(scope.t("colon")), after)


_GAP = "\ufffc"
"""Where what is handed in belongs, which may be in the other language (Unicode's own sign for something that is put in)."""


_WAYS: Mapping[type, Callable[[Scope, Any], Any]] = {
    Words: lambda scope, words: scope.markdown(words) if words.markdown else scope.say(words),
    When: Scope.time,
    NameList: Scope.names,
    BodyList: Scope.bodies,
    Mention: Scope.mention,
    Office: lambda scope, office: scope.of_register(office.name),
    Deadline: lambda scope, deadline: scope.said(deadline, lines=(), around=around(scope, deadline)),
    date: lambda scope, day: Day(day.isoformat(), in_words.day(day, scope.language)),
    Moment: lambda scope, moment: f"{in_words.day(moment.day, scope.language)} {moment.time}".rstrip(),
    tuple: lambda scope, values: tuple(map(scope.value, values)),
    dict: lambda scope, values: {key: scope.value(each) for key, each in values.items()},
}
"""How the values of fields are said, by their type; records are said field by field."""

_BOUNDS = {
    "start_first": "earliest",
    "start_last": "start_latest",
    "end_first": "end_earliest",
    "end_last": "latest",
}


def _iso(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _minute(moment: datetime) -> str:
    return moment.isoformat(timespec="minutes")


def _machine_readable(value: FuzzyDate) -> str:
    """The day of something on one known day, with its hour where that is all it has; else nothing."""
    if not value.is_exact or value.earliest != value.latest or len(value.dates) > 1:
        return ""
    return f"{_minute(value.begins)}+08:00" if value.begins and not value.ends else _iso(value.earliest)


def _bounds(value: FuzzyDate) -> dict[str, str]:
    """Bounds for scripts, with hours where they are printed; none for 前后, which bounds nothing."""
    if value.about:
        return dict.fromkeys((*_BOUNDS, "dates"), "")
    bounds = {name: _iso(getattr(value, bound)) for name, bound in _BOUNDS.items()}
    if value.begins:
        bounds["start_first"] = bounds["start_last"] = _minute(value.begins)
    if value.begins and value.kind == "point":
        bounds["end_first"] = _minute(value.begins)
    if value.ends:
        bounds["end_last"] = _minute(value.ends)
        bounds["end_first"] = bounds["end_first"] and bounds["end_last"]
    return bounds | {"dates": " ".join(map(_slot, value.dates))}


def _slot(slot: Slot) -> str:
    """One of several times for scripts: its four bounds."""
    start, end = slot
    begins, ends = start.moment, end.moment if start != end else None
    first, sure = (begins, begins) if begins else (start.earliest, start.latest)
    sure_end, last = (ends, ends) if ends else ((begins if start == end else None) or end.earliest, end.latest)
    return ",".join(_minute(each) if isinstance(each, datetime) else each.isoformat() for each in (first, sure, sure_end, last))


def _names_then(campaign: Campaign) -> dict[str, tuple[str, ...]]:
    """Bodies that a document calls by none of their names of today, with the names that it has for them."""
    of_today = {body.id: {spelling(body.name.text), spelling(body.short.text)} for body in campaign.region.bodies}
    printed = printed_names(campaign).items()
    return {id_: names for id_, names in printed if of_today[id_].isdisjoint(map(spelling, names))}


def printed_names(campaign: Campaign) -> dict[str, tuple[str, ...]]:
    """Every spelling of each body's name in a document, in order of appearance."""
    document, hosting = campaign.document, campaign.hosting
    lists = [document.issuers, document.signatories, hosting.hosts, *hosting.others.values()]
    lists += [bodies for activity in campaign.activities for bodies in activity.roles.values()]
    found: dict[str, dict[str, None]] = {}
    for mention in (mention for bodies in lists for mention in bodies.mentions):
        found.setdefault(mention.organisation.id, {})[mention.printed] = None
    return {id_: tuple(names) for id_, names in found.items()}
