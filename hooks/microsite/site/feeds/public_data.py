"""Everything for programs (JSON, versioned): what the site says, in both languages, with its schema.

Values and schema are made by walking the records: every declared field that is not private is here. Within a
version fields may be added, never renamed, removed or given another meaning. The same data gives the same bytes.
A time is never made more exact than the notice: its days are bounds. Of contacts only what pages may show is here.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any, Literal, get_args, get_origin

import pydantic_core

from ...checks import remarks
from ...checks.permalinks import names_of
from ...core import urls
from ...core.dates import in_words
from ...core.dates.fuzzy import Kind, Repeat, Slot
from ...core.dates.points import Hours
from ...core.language import Language
from ...core.settings import Settings
from ...loading.data_folder import Data
from ...loading.translations import say
from ...model import uids
from ...model.activity import Activity
from ...model.campaign import Campaign, Committee, LocalDuty
from ...model.document import Document
from ...model.fields import Value, bare, marked, published, without_none
from ...model.organisations import BodyList, Mention, Office, Organisation, Region
from ...model.values import NameList, Words
from ...model.when import When

VERSION = "1"
Files = Iterator[tuple[str, bytes]]
Object = Mapping[str, Any]
Say = Callable[[Words], Object]
Schema = dict[str, Any]


# --- values -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Walker:
    """Says records in both languages; ``say_registered`` for names of the register."""

    say: Say
    say_registered: Say
    campaign: str = ""

    def public(self, value: Any) -> Any:
        """A value as JSON has it; a text that says nothing is null."""
        match value:
            case str():
                return value or None
            case None | int():
                return value
            case tuple():
                return [self.public(each) for each in value]
            case date():
                return value.isoformat()
        return self.named(value)

    def named(self, value: Any) -> Any:
        """Words, times, names, bodies and what roles give; any other record by its fields."""
        match value:
            case Words():
                return self.say(value) if value else None
            case When():
                return self.time(value)
            case NameList():
                return {"items": [self.say(each) for each in value.items], "open": value.is_open}
            case Mention():
                return {"id": value.organisation.id, "printed": value.printed}
            case BodyList():
                items = [self.public(each) for each in value.mentions]
                return {"items": items, "open": value.is_open, "everyone": value.everyone}
            case Mapping():
                return {key: self.public(each) for key, each in value.items()}
        return self.record(value)

    def record(self, record: Any) -> Object:
        """A record by its declared fields, with what version 1 says in a way of its own."""
        said = Walker(self.say_registered, self.say_registered) if isinstance(record, (Office, Region)) else self
        found: dict[str, Any] = {name: said.public(getattr(record, name)) for name in _names(record.__class__)}
        match record:
            case Document(published=when):
                found["published"] = when.day.isoformat() if when else None
                found["published_time"] = (when.time or None) if when else None
            case Committee(office=division):
                found["office"] = self.public(division.body) if division else None
                found["office_division"] = self.public(division.office) if division else None
            case LocalDuty():
                return {"who": found["scope"], "what": found["duty"]}
            case Campaign():
                region = record.region
                found["region"] = {"id": region.id, "name": self.say_registered(region.name), "code": region.code}
            case Activity():
                time = record.on or (record.time if record.time and record.time.date.is_exact else record.when)
                found |= {"when": self.public(time if record.when else None), "status": record.state}
                found["sessions"] = self.public(record.complete)
                found["pages"] = _pages(lambda language: urls.activity(language, self.campaign, record.id))
            case Organisation():
                found["pages"] = _pages(lambda language: urls.organisation(language, record.id))
        return found

    def time(self, value: When) -> Object:
        """A time with its bounds. What has none (named occasions, 另行通知) has no English of its own."""
        when = value.date
        english = None if when.kind in ("occasions", "unknown") else in_words.when(when, "en")
        return {
            "text": {"zh": in_words.when(when, "zh"), "en": english},
            "printed": value.printed,
            "was": value.was,
            "means": when.correction.means if when.correction else None,
            "note": self.say(value.note) if value.note else None,
            "kind": when.kind,
            "is_exact": when.is_exact,
            "earliest": self.public(when.earliest),
            "start_latest": self.public(when.start_latest),
            "end_earliest": self.public(when.end_earliest),
            "latest": self.public(when.latest),
            "edtf": when.edtf(),
            "about": when.about,
            "tentative": when.tentative,
            "occasions": list(when.occasions),
            "occasions_open": when.occasions_open,
            "starts_at": _minute(when.begins),
            "ends_at": _minute(when.ends),
            "part_of_day": next((point.half for point in (when.first, when.last) if point and point.half), None),
            "dates": [_slot(slot) for slot in when.dates],
            "repeats": _repeat(when.repeat) if when.repeat else None,
            "every_year": when.yearly,
        }


def _minute(moment: datetime | None) -> str | None:
    return f"{moment.isoformat()}+08:00" if moment else None


def _slot(slot: Slot) -> Object:
    """One of several times: its days, and its hours where they are printed."""
    start, end = slot
    return {
        "earliest": start.earliest.isoformat(),
        "latest": end.latest.isoformat(),
        "starts_at": _minute(start.moment),
        "ends_at": _minute(end.moment if start != end else None),
    }


def _repeat(repeat: Repeat) -> Object:
    hours = [_hours(each) for each in repeat.hours]
    return {
        "weekdays": [day + 1 for day in repeat.weekdays],
        "weeks": repeat.weeks,
        "weeks_of_month": list(repeat.weeks_of_month),
        "days_of_month": list(repeat.monthdays),
        "working_days": repeat.working_days,
        "holidays": repeat.holidays,
        **(hours[0] if hours else _hours(Hours())),
        "hours": hours,
        "except": [day.isoformat() for day in repeat.without],
        "breaks": list(repeat.breaks),
        "other_hours": [
            {"weekdays": [day + 1 for day in each.weekdays], "hours": [_hours(hours) for hours in each.hours]} for each in repeat.others
        ],
    }


def _hours(hours: Hours) -> Object:
    to = hours.to - 1440 if hours.to and hours.to > 1440 else hours.to
    clock = [None if each is None else f"{each // 60:02}:{each % 60:02}" for each in (hours.at, to)]
    return {"from": clock[0], "to": clock[1], "part_of_day": hours.half or None}


_OWN = {"region"}
"""Fields that are said by ``record`` alone."""


@cache
def _names(cls: Any) -> tuple[str, ...]:
    return tuple(name for name, _, _, _ in published(cls) if name not in _OWN)


def _pages(address: Callable[[Language], str]) -> Object:
    return {"zh": address("zh"), "en": address("en")}


def _speaker(data: Data, name: str) -> Say:
    """Says the words of one data file in both languages."""

    def said(words: Words) -> Object:
        if words.language == "en":
            chinese = say(replace(words, draft=False), "zh", data.catalogue("zh", name))
            return {"zh": chinese.plain, "en": words.text}
        text = say(words, "en", english)
        return {"zh": words.text, "en": None if text.is_foreign else text.plain}

    english = data.catalogue("en", name)
    return said


# --- files ------------------------------------------------------------------------------------


def files(data: Data) -> Files:
    """A file for each campaign."""
    for campaign in data.plan.campaigns:
        content = _bytes(of_campaign(data, campaign))
        yield from ((urls.data(name), content) for name in names_of(campaign))


def of_campaign(data: Data, campaign: Campaign) -> Object:
    """Everything public about one campaign."""
    walker = Walker(_speaker(data, campaign.id), _speaker(data, campaign.region.id), campaign.id)
    notes = remarks.notes_on(campaign) if campaign.show_notes else ()
    return {
        "type": "campaign",
        "version": VERSION,
        **walker.record(campaign),
        "notes": [{"zh": note.text("zh"), "en": note.text("en")} for note in notes],
        "pages": _pages(lambda language: urls.campaign(language, campaign.id)),
    }


def register(data: Data, region: Region) -> Object:
    """The register of one region as it is published."""
    said = _speaker(data, region.id)
    return Walker(said, said).record(region)


def edition(data: Data, campaign: Campaign) -> Object:
    """The line of a campaign in the index, as it is published."""
    return {
        "id": campaign.id,
        "region": campaign.region.id,
        "year": campaign.year,
        "name": _speaker(data, campaign.id)(campaign.name),
        "changed": uids.last_change(campaign, uids.days_of_all(campaign)).isoformat(),
        "data": urls.data(campaign.id),
        "pages": _pages(lambda language: urls.campaign(language, campaign.id)),
    }


def shared(editions: Iterable[Object], registers: Iterable[Object], settings: Settings) -> Files:
    """The files that name everything there is: index, registers, schema."""
    yield urls.data("index"), _bytes(index(editions, settings))
    yield urls.data("organisations"), _bytes({"type": "organisations", "version": VERSION, "regions": list(registers)})
    yield urls.data("schema"), _bytes(schema())


def index(editions: Iterable[Object], settings: Settings) -> Object:
    """Where everything is; ``editions`` are the lines that ``edition`` gives."""
    return {
        "type": "index",
        "version": VERSION,
        "site_url": settings.site_url or None,
        "official": settings.official,
        "name": {"zh": settings.site_name, "en": settings.site_name_en or None},
        "campaigns": list(editions),
        "organisations": urls.data("organisations"),
        "schema": urls.data("schema"),
    }


def _bytes(made: Object) -> bytes:
    return pydantic_core.to_json(made, indent=1) + b"\n"


# --- the schema -------------------------------------------------------------------------------

_STRING: Schema = {"type": "string"}
_BOOLEAN: Schema = {"type": "boolean"}
_DAY: Schema = {"type": "string", "format": "date"}


def schema() -> Schema:
    """The JSON Schema (2020-12) of every file; ``type`` says which of the three kinds one is."""
    definitions = dict(_BY_HAND)
    for cls in (Campaign, Region):
        _define(cls, definitions)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": uids.name("api", "v1"),
        "title": "Campaign data, version 1",
        "anyOf": [_ref("Campaign"), _ref("IndexFile"), _ref("OrganisationsFile")],
        "$defs": dict(sorted(definitions.items())),
    }


def _ref(name: str) -> Schema:
    return {"$ref": f"#/$defs/{name}"}


def _object(description: str, properties: Mapping[str, Schema]) -> Schema:
    return {"type": "object", "description": description, "required": list(properties), "properties": dict(properties)}


def _or_null(schema_: Schema, *, needed: bool = True) -> Schema:
    return {"anyOf": [schema_, {"type": "null"}]} if needed else schema_


_HOURS: dict[str, Schema] = {"from": _or_null(_STRING), "to": _or_null(_STRING), "part_of_day": _or_null(_STRING)}


def _list_of(schema_: Schema) -> Schema:
    return {"type": "array", "items": schema_}


def _define(cls: type, definitions: dict[str, Schema]) -> Schema:
    """The definition of a record, and of all that it is made of."""
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}  # keeps its place while what is in it is described
        own = {
            name: {**_kind(kind, definitions, is_there), **({"description": meaning} if meaning else {})}
            for name, kind, meaning, is_there in published(cls)
            if name not in _OWN
        }
        description = " ".join((cls.__doc__ or "").split("\n\n")[0].split())
        definitions[cls.__name__] = _object(description, {**own, **_ADDED.get(cls, {})})
    return _ref(cls.__name__)


def _kind(kind: Any, definitions: dict[str, Schema], is_there: bool = True) -> Schema:
    """What JSON has of a kind of value; a text that a plan need not have is null where it is missing."""
    kind, may_be_none = without_none(kind)
    is_text = bare(kind) in (str, Words) or get_origin(bare(kind)) is Literal
    return _or_null(_sure_kind(kind, definitions), needed=may_be_none or (is_text and not is_there))


def _sure_kind(kind: Any, definitions: dict[str, Schema]) -> Schema:
    base, value = bare(kind), marked(kind, Value)
    if base in _NAMED:
        return _ref(_NAMED[base])
    if get_origin(base) is Literal:
        return {"type": "string", "enum": list(get_args(base))}
    if get_origin(base) is tuple:
        return _list_of(_kind(get_args(base)[0], definitions))
    if get_origin(base) is not None:  # roles
        return {"type": "object", "additionalProperties": _ref("Bodies")}
    if base in (str, int, bool, date):
        return dict(value.public) if value else {str: _STRING, bool: _BOOLEAN, date: _DAY}.get(base, {"type": "integer"})
    return _define(base, definitions)


_TEXT = _ref("Text")
_NAMED: Mapping[Any, str] = {
    Words: "Text", When: "Time", NameList: "Names", BodyList: "Bodies", Mention: "Body", LocalDuty: "Duty",
}  # fmt: skip
_PAGES = _ref("Pages")
_ADDED: Mapping[type, Mapping[str, Schema]] = {
    Activity: {"pages": _PAGES},
    Organisation: {"pages": _PAGES},
    Document: {
        "published": _or_null(_DAY),
        "published_time": _or_null({**_STRING, "description": "hours and minutes in China, where they are known"}),
    },
    Committee: {"office": _or_null(_ref("Body")), "office_division": _or_null(_ref("Office"))},
    Campaign: {
        "type": {"const": "campaign"},
        "version": {"const": VERSION},
        "region": _object("The region of a campaign.", {"id": _STRING, "name": _TEXT, "code": _or_null(_STRING)}),
        "notes": {**_list_of(_TEXT), "description": "the editor's remarks on the document, where they are public"},
        "pages": _PAGES,
    },
}
"""What version 1 says in a way of its own."""

_BOUND = "it {} on this day at the {}"
_BY_HAND: Mapping[str, Schema] = {
    "Text": _object(
        "Words in both languages; en is null where there is no translation, or only one of an earlier wording. Of a plan "
        "in English (its language is en), zh is the English where there is no Chinese.",
        {"zh": _STRING, "en": _or_null(_STRING)},
    ),
    "Pages": _object("The page in each language, from the site's root.", {"zh": _STRING, "en": _STRING}),
    "Names": _object(
        "Names in printed order; open where the notice ends them with 等.", {"items": _list_of(_TEXT), "open": _BOOLEAN}
    ),
    "Body": _object(
        "A body by its id (see organisations.json), and how the notice writes it here.",
        {"id": _STRING, "printed": _STRING},
    ),
    "Bodies": _object(
        "Bodies in printed order; everyone where the notice says all of them.",
        {"items": _list_of(_ref("Body")), "open": _BOOLEAN, "everyone": _BOOLEAN},
    ),
    "Duty": _object("Who has to do what.", {"who": _TEXT, "what": _TEXT}),
    "Time": _object(
        "A time as vague as the notice gives it. The four days are bounds, not dates of anything.",
        {
            "text": {**_TEXT, "description": "in words, with the year"},
            "printed": {**_STRING, "description": "as the notice prints it"},
            "was": {
                **_or_null(_STRING),
                "description": "the time that the notice announced, where it was changed since; text and bounds are of now",
            },
            "means": {**_or_null(_STRING), "description": "what is meant, where the print is wrong"},
            "note": _or_null(_TEXT),
            "kind": {"enum": list(get_args(Kind))},
            "is_exact": {**_BOOLEAN, "description": "the first and the last day are known for certain"},
            "earliest": {**_or_null(_DAY), "description": _BOUND.format("begins", "earliest")},
            "start_latest": {**_or_null(_DAY), "description": "it has begun by this day at the latest"},
            "end_earliest": {**_or_null(_DAY), "description": _BOUND.format("ends", "earliest")},
            "latest": {**_or_null(_DAY), "description": _BOUND.format("ends", "latest") + "; null where the end is open"},
            "edtf": {**_or_null(_STRING), "description": "the time in EDTF (ISO 8601-2), where it has such a form"},
            "about": _BOOLEAN,
            "tentative": _BOOLEAN,
            "occasions": _list_of(_STRING),
            "occasions_open": _BOOLEAN,
            "starts_at": {**_or_null(_STRING), "description": "the minute it begins, where an hour is printed (ISO 8601, +08:00)"},
            "ends_at": {**_or_null(_STRING), "description": "the minute it ends, where an hour is printed (ISO 8601, +08:00)"},
            "part_of_day": {**_or_null(_STRING), "description": "上午 and its like, where no hour is printed"},
            "dates": _list_of(_ref("Date")),
            "repeats": _or_null(_ref("Repeat")),
            "every_year": {**_BOOLEAN, "description": "每年: the time is that of the plan's year"},
        },
    ),
    "Date": _object(
        "One of several times, or of a repeat whose dates are all certain.",
        {"earliest": _DAY, "latest": _DAY, "starts_at": _or_null(_STRING), "ends_at": _or_null(_STRING)},
    ),
    "Repeat": _object(
        "What repeats by days of the week (ISO 8601: Monday is 1) or of the month, every day where there are none, from one hour to "
        "another; one that is not later is on the next day.",
        {
            "weekdays": _list_of({"type": "integer"}),
            "weeks": {"type": "integer", "description": "2: every other week"},
            "weeks_of_month": {**_list_of({"type": "integer"}), "description": "2: the second such day of a month; -1: its last"},
            "days_of_month": _list_of({"type": "integer"}),
            "working_days": {**_BOOLEAN, "description": "on the working days of the official calendar"},
            "holidays": {**_or_null(_BOOLEAN), "description": "true: on public holidays, too; false: not on them"},
            **_HOURS,
            "hours": {**_list_of(_ref("Hours")), "description": "where there are several on a day, each; from and to are the first"},
            "except": _list_of(_DAY),
            "breaks": {**_list_of(_STRING), "description": "names of times in which it is not and whose days are not known: 寒暑假"},
            "other_hours": {**_list_of(_ref("OtherHours")), "description": "those of other days of the week, at which it is, too"},
        },
    ),
    "OtherHours": _object(
        "Days of the week with hours of their own.", {"weekdays": _list_of({"type": "integer"}), "hours": _list_of(_ref("Hours"))}
    ),
    "Hours": _object("Hours of a day; one that is not later than the first is on the next day.", _HOURS),
    "Edition": _object(
        "A campaign and the file with everything about it, from the site's root.",
        {
            "id": _STRING,
            "region": _STRING,
            "year": {"type": "integer"},
            "name": _TEXT,
            "changed": {**_DAY, "description": "the day of its last update, else of the notice, else its first possible"},
            "data": _STRING,
            "pages": _PAGES,
        },
    ),
    "IndexFile": _object(
        "Where everything is. Addresses are relative to site_url, or to the site's root where that is null.",
        {
            "type": {"const": "index"},
            "version": {"const": VERSION},
            "site_url": _or_null(_STRING),
            "official": {**_BOOLEAN, "description": "false: an example, not published by the bodies it names"},
            "name": _TEXT,
            "campaigns": _list_of(_ref("Edition")),
            "organisations": _STRING,
            "schema": _STRING,
        },
    ),
    "OrganisationsFile": _object(
        "The registers: every body of every region.",
        {"type": {"const": "organisations"}, "version": {"const": VERSION}, "regions": _list_of(_ref("Region"))},
    ),
}
