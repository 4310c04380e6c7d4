"""What the public data looks like, version 1: the names, the order and the kinds of everything emitted.

This page is a promise to other programs. Within a version fields may be added, never renamed,
removed or given another meaning; the JSON Schema that the site publishes is made from here. The
values come straight from the model: a shape picks the attributes it names, and words, times and
addresses are read for both languages on the way (``api_read``). The text below a field describes it in the schema (``api_schema``).
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import AliasPath, BaseModel, BeforeValidator, ConfigDict, Field

from .api_read import activity_pages, name, time, words


class Public(BaseModel):
    model_config = ConfigDict(
        defer_build=True,  # a build that keeps all files needs none of them
        from_attributes=True,
        frozen=True,
        populate_by_name=True,
        json_schema_serialization_defaults_required=True,
    )


# --- small parts ------------------------------------------------------------------------------


class Text(Public):
    """Words in both languages; ``en`` is null where there is no translation, or only one of an
    earlier wording."""

    zh: str
    en: str | None


class Pages(Public):
    """The page in each language, from the site's root."""

    zh: str
    en: str


Said = Annotated[Text, BeforeValidator(words)]
Name = Annotated[Text, BeforeValidator(name)]


class Time(Public):
    """A time as vague as the notice gives it. The four days are bounds, not dates of anything."""

    text: Text
    """In words, with the year."""
    printed: str
    """As the notice prints it."""
    was: str | None
    """The time that the notice announced, where it was changed since; ``text`` and the bounds are of now."""
    means: str | None
    """What is meant, where the print is wrong."""
    note: Text | None
    kind: Literal["point", "span", "from", "until", "window", "occasions", "unknown"]
    is_exact: bool
    """The first and the last day are known for certain."""
    earliest: date | None
    """It begins on this day at the earliest."""
    start_latest: date | None
    """It has begun by this day at the latest."""
    end_earliest: date | None
    """It ends on this day at the earliest."""
    latest: date | None
    """It ends on this day at the latest; null where the end is open."""
    edtf: str | None
    """The time in EDTF (ISO 8601-2), where it has such a form."""
    about: bool
    tentative: bool
    occasions: tuple[str, ...]
    occasions_open: bool


When_ = Annotated[Time, BeforeValidator(time)]


class Names(Public):
    """Names in printed order; ``open`` where the notice ends them with 等."""

    items: tuple[Said, ...]
    open: bool = Field(validation_alias="is_open")


class Body(Public):
    """A body by its id (see organisations.json), and how the notice writes it here."""

    id: str = Field(validation_alias=AliasPath("organisation", "id"))
    printed: str


class Bodies(Public):
    """Bodies in printed order; ``everyone`` where the notice says all of them."""

    items: tuple[Body, ...] = Field(validation_alias="mentions")
    open: bool = Field(validation_alias="is_open")
    everyone: bool


class Link(Public):
    """A link to an entry, a report or a download."""

    kind: str
    title: Said
    url: str


class Update(Public):
    """A change told in words; a material one is news to readers."""

    on: date
    text: Said
    material: bool


class Figure(Public):
    """A figure of what was achieved, with how it was counted and by whom."""

    what: Said
    measure: str
    number: int
    unit: str
    definition: Said
    source: Said
    url: str | None


class Results(Public):
    """What happened, as known on a day."""

    on: date
    text: Said
    """Markdown."""
    figures: tuple[Figure, ...]


class Count(Public):
    """A printed figure, such as 40 bases."""

    what: Said
    number: int
    unit: str


class Platform(Public):
    """A site or an app."""

    name: Said
    url: str | None
    label: str | None
    source: str | None
    summary: Said | None


class Slip(Public):
    """A slip of the printed text."""

    printed: str
    means: str | None
    note: Said


class Duty(Public):
    """Who has to do what."""

    who: Said
    what: Said


class Deadline(Public):
    """A report: who owes it to whom, and by when."""

    who: Said
    what: Said
    to: Said | None
    due: When_


# --- activities, phases, requirements ---------------------------------------------------------


class Part(Public):
    """A named piece of an activity."""

    id: str
    formerly: tuple[str, ...]
    name: Said
    kind: str | None
    when: When_ | None
    order: int | None
    edition: int | None
    parent: Said | None
    tracks: Names
    tracks_printed: int | None
    form: str | None
    summary: Said | None
    note: Said | None


class Activity(Public):
    """One activity with all that the notice says of it."""

    id: str
    formerly: tuple[str, ...]
    code: str | None
    number: int
    source: str
    """The clause of the notice."""
    title: Said
    title_printed: str | None
    status: Literal["cancelled", "postponed"] | None
    kind: str
    summary: Said
    description: Said
    """Markdown."""
    when: When_ | None
    phase: str | None
    occasions: Names
    roles: dict[str, Bodies]
    """lead, support, guide, host, organise, co_organise: those that the notice names."""
    credit: str
    """Who is responsible, as printed."""
    audiences: tuple[str, ...]
    audience_printed: Said | None
    form: Literal["online", "onsite", "both"] | None
    open_to_public: bool | None
    joining: Said | None
    parts: tuple[Part, ...]
    parts_open: bool
    platforms: tuple[Platform, ...]
    platforms_open: bool
    venues: Names
    places: Names
    services: Names
    topics: Names
    reach: Names
    materials: Names
    counts: tuple[Count, ...]
    corrections: tuple[Slip, ...]
    links: tuple[Link, ...]
    updates: tuple[Update, ...]
    continues: str | None
    results: Results | None
    pages: Annotated[Pages, BeforeValidator(activity_pages)] = Field(validation_alias="id")


class Phase(Public):
    """A phase of the campaign."""

    id: str
    formerly: tuple[str, ...]
    number: int
    source: str
    name: Said
    when: When_
    summary: Said
    materials: Names
    tentative: bool
    duties: tuple[Duty, ...]
    deadlines: tuple[Deadline, ...]


class Requirement(Public):
    """A requirement that the notice makes."""

    id: str
    formerly: tuple[str, ...]
    number: int
    source: str
    title: Said
    text: Said
    """Markdown."""
    duties: tuple[Duty, ...]
    deadlines: tuple[Deadline, ...]


class Withdrawn(Public):
    """An activity that was published once and is gone."""

    id: str
    title: Said
    on: date
    reason: Said
