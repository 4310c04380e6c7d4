"""The files of the public data, version 1: a campaign with its document, the bodies, and the index."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from .api_read import body_pages, campaign_pages
from .api_shapes import (
    Activity,
    Bodies,
    Body,
    Duty,
    Link,
    Name,
    Names,
    Pages,
    Phase,
    Platform,
    Public,
    Requirement,
    Said,
    Text,
    Update,
    When_,
    Withdrawn,
)

VERSION: Literal["1"] = "1"


class Theme(Public):
    text: Said
    printed: tuple[str, ...]


class Parent(Public):
    name: Said
    issuers: Said | None


class RegionName(Public):
    id: str
    name: Name
    code: str


class Office(Public):
    id: str
    name: Name


class Printing(Public):
    on: date
    by: Body
    office: Office | None


class Addressees(Public):
    """To whom the notice is sent, as printed and by kind."""

    text: Said
    scope: Said
    bodies: Names
    others: Names


class Basis(Public):
    title: Said
    issuer: Said | None
    number: str | None


class Document(Public):
    """The official notice."""

    title: Said
    plan_title: Said
    number: str
    signed: date
    printed: Printing | None
    published: date | None
    published_time: Annotated[str | None, BeforeValidator(lambda time: time or None)]
    """Hours and minutes where the campaign is, where they are known."""
    issuers: Bodies
    signatories: Bodies
    signatories_missing: Said | None
    addressees: Addressees
    basis: tuple[Basis, ...]


class Committee(Public):
    """The organising committee."""

    name: Said
    role: Said
    members: Bodies
    convener: Said
    convener_body: Body
    member_posts: Said
    office: Body
    office_division: Office | None
    duty: Said


class Hosting(Public):
    """Who holds the campaign."""

    source: str
    relation: Said
    hosts: Bodies
    printed_count: int | None
    committee: Committee | None
    local: Duty | None


class Contact(Public):
    """A body's line; ``person`` is null once names are no longer published."""

    body: Body
    person: str | None
    phone: str
    dial: str
    updates: tuple[Update, ...]


class Contacts(Public):
    """The lines that may be published."""

    source: str
    people_until: date
    people_shown: bool
    contacts: tuple[Contact, ...]


class CampaignFile(Public):
    """Everything public about one campaign."""

    type: Literal["campaign"] = "campaign"
    version: Literal["1"] = VERSION
    id: str
    formerly: tuple[str, ...]
    region: RegionName
    year: int
    name: Said
    short_name: Said
    theme: Theme
    colour: str
    summary: Said
    aims: Said
    """Markdown."""
    period: When_
    period_source: str
    parent: Parent | None
    document: Document
    hosting: Hosting
    phases: tuple[Phase, ...]
    platforms: tuple[Platform, ...]
    activities: tuple[Activity, ...]
    requirements: tuple[Requirement, ...]
    links: tuple[Link, ...]
    updates: tuple[Update, ...]
    withdrawn: tuple[Withdrawn, ...]
    contacts: Contacts | None
    notes: tuple[Text, ...] = ()
    """The editor's remarks on the document, where they are public."""
    pages: Annotated[Pages, BeforeValidator(campaign_pages)] = Field(validation_alias="id")


class Organisation(Public):
    """A body and its names."""

    id: str
    formerly: tuple[str, ...]
    name: Name
    short: Name
    aliases: tuple[str, ...]
    kind: str
    url: str | None
    offices: tuple[Office, ...]
    pages: Annotated[Pages, BeforeValidator(body_pages)] = Field(validation_alias="id")


class RegisterOfRegion(Public):
    """The register of one region."""

    id: str
    name: Name
    code: str
    organisations: tuple[Organisation, ...]


class OrganisationsFile(Public):
    """The registers: every body of every region."""

    type: Literal["organisations"] = "organisations"
    version: Literal["1"] = VERSION
    regions: tuple[RegisterOfRegion, ...]


class Edition(Public):
    """A campaign and the file with everything about it, from the site's root."""

    id: str
    region: str
    year: int
    name: Text
    changed: date
    """The day of the last update of anything in it, else the day the notice was signed."""
    data: str
    pages: Pages


class IndexFile(Public):
    """Where everything is. All addresses are relative to ``site_url``, or to the site's root where
    the site does not know its own."""

    type: Literal["index"] = "index"
    version: Literal["1"] = VERSION
    site_url: str | None
    official: bool
    """False: an example, not published by the bodies it names."""
    name: Text
    campaigns: tuple[Edition, ...]
    organisations: str
    schema_: str = Field(serialization_alias="schema")
