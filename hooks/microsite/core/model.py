"""A campaign as the program understands it: names resolved, dates read, nothing lost.

Three shapes are kept apart: what an editor writes (``shapes``), what it means (here), and what
a template may see (``views``). Everything is frozen; printed wording is kept wherever it matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from .dates.fuzzy import FuzzyDate
from .organisations import BodyList, Mention, NameList, Office, Organisation, Region, Words, spelling
from .problems import Mark

__all__ = [
    "Activity",
    "Addressees",
    "Basis",
    "BodyList",
    "Campaign",
    "Committee",
    "Contact",
    "ContactList",
    "Count",
    "Deadline",
    "Document",
    "DocumentCorrection",
    "Duty",
    "Figure",
    "Hosting",
    "Link",
    "Mention",
    "NameList",
    "Office",
    "Organisation",
    "Parent",
    "Part",
    "Phase",
    "Plan",
    "Platform",
    "Printing",
    "Region",
    "Requirement",
    "Results",
    "Theme",
    "Update",
    "When",
    "Withdrawn",
    "Words",
    "spelling",
]


@dataclass(frozen=True, slots=True)
class When:
    """A time in the data; ``note`` says why a misprint is read differently.

    ``was`` is what the notice announced, where the time was changed since: then the words of ``date`` are the
    office's own, and the document does not print them.
    """

    date: FuzzyDate
    note: Words | None
    mark: Mark = field(compare=False)
    was: str | None = None

    @property
    def printed(self) -> str:
        """The words of the document."""
        return self.was or self.date.text


@dataclass(frozen=True, slots=True)
class DocumentCorrection:
    """A slip of the printed text: what stands there, what is meant (if sure), and why."""

    printed: str
    means: str | None
    note: Words


@dataclass(frozen=True, slots=True)
class Link:
    kind: str
    title: Words
    url: str


@dataclass(frozen=True, slots=True)
class Update:
    """A change told in words; a material one is news to readers, a minor one is not."""

    on: date
    text: Words
    material: bool
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of what was achieved; ``measure`` names the total that it counts towards."""

    what: Words
    measure: str
    number: int
    unit: str
    definition: Words
    source: Words
    url: str | None


@dataclass(frozen=True, slots=True)
class Results:
    """What happened, as known on a day."""

    on: date
    text: Words
    figures: tuple[Figure, ...]
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """An activity that was published once and is gone."""

    id: str
    title: Words
    on: date
    reason: Words


@dataclass(frozen=True, slots=True)
class Count:
    """A printed figure, such as 40 家 bases."""

    what: Words
    number: int
    unit: str


@dataclass(frozen=True, slots=True)
class Platform:
    """A site or an app; ``label`` and ``source`` where the notice prints its address."""

    name: Words
    url: str | None = None
    label: str | None = None
    source: str | None = None
    summary: Words | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    who: Words
    what: Words


@dataclass(frozen=True, slots=True)
class Deadline:
    """By when somebody has to hand in something, and to whom."""

    who: Words
    what: Words
    to: Words | None
    due: When


@dataclass(frozen=True, slots=True)
class Part:
    """A named piece of an activity: a contest, a course, a column."""

    id: str
    name: Words
    kind: str | None
    when: When | None
    order: int | None
    edition: int | None
    parent: Words | None
    tracks: NameList
    tracks_printed: int | None
    form: str | None
    summary: Words | None
    note: Words | None
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Activity:
    """One numbered activity of a plan."""

    id: str
    number: int
    source: str
    title: Words
    title_printed: str | None
    code: str | None
    formerly: tuple[str, ...]
    status: str | None
    kind: str
    summary: Words
    description: Words
    when: When | None
    phase: str | None
    occasions: NameList
    roles: Mapping[str, BodyList]
    credit: str
    audiences: tuple[str, ...]
    audience_printed: Words | None
    form: str | None
    open_to_public: bool | None
    joining: Words | None
    parts: tuple[Part, ...]
    parts_open: bool
    platforms: tuple[Platform, ...]
    platforms_open: bool
    venues: NameList
    places: NameList
    services: NameList
    topics: NameList
    reach: NameList
    materials: NameList
    counts: tuple[Count, ...]
    corrections: tuple[DocumentCorrection, ...]
    links: tuple[Link, ...]
    updates: tuple[Update, ...]
    continues: str | None
    results: Results | None
    mark: Mark = field(compare=False)
    draft: bool = False

    @property
    def lead(self) -> BodyList:
        return self.roles.get("lead", BodyList())

    @property
    def support(self) -> BodyList:
        return self.roles.get("support", BodyList())

    def holding(self, role: str) -> tuple[Organisation, ...]:
        """The bodies that have a role, once each; one that leads is not also counted among 各活动单位."""
        bodies = self.roles.get(role, BodyList())
        leads = {body.id for body in self.lead.organisations} if bodies.everyone and role != "lead" else ()
        return tuple({body.id: body for body in bodies.organisations if body.id not in leads}.values())


@dataclass(frozen=True, slots=True)
class Phase:
    """A stretch of the campaign; ``tentative`` where the plan only proposes it (拟)."""

    id: str
    number: int
    source: str
    name: Words
    when: When
    summary: Words
    materials: NameList
    tentative: bool
    duties: tuple[Duty, ...]
    deadlines: tuple[Deadline, ...]
    mark: Mark = field(compare=False)
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Requirement:
    """One numbered demand of the plan on those who carry it out."""

    id: str
    number: int
    source: str
    title: Words
    text: Words
    duties: tuple[Duty, ...]
    deadlines: tuple[Deadline, ...]
    mark: Mark = field(compare=False)
    formerly: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Printing:
    on: date
    by: Mention
    office: Office | None


@dataclass(frozen=True, slots=True)
class Addressees:
    """To whom the notice is sent: the line as printed, and the kinds of bodies in it."""

    text: Words
    scope: Words
    bodies: NameList
    others: NameList


@dataclass(frozen=True, slots=True)
class Basis:
    title: Words
    issuer: Words | None
    number: str | None


@dataclass(frozen=True, slots=True)
class Document:
    """The official notice: numbers, dates, who signs it, to whom, on what basis."""

    title: Words
    plan_title: Words
    number: str
    signed: date
    printed: Printing | None
    published: date | None
    issuers: BodyList
    signatories: BodyList
    signatories_missing: Words | None
    addressees: Addressees
    basis: tuple[Basis, ...]
    mark: Mark = field(compare=False)
    published_time: str = ""


@dataclass(frozen=True, slots=True)
class Committee:
    """The committee that holds a campaign: its members, who convenes it, and its office."""

    name: Words
    role: Words
    members: BodyList
    convener: Words
    convener_body: Mention
    member_posts: Words
    office: Mention
    office_division: Office | None
    duty: Words


@dataclass(frozen=True, slots=True)
class Hosting:
    """Who holds the campaign; with a committee, its members are the hosts."""

    source: str
    relation: Words
    hosts: BodyList
    printed_count: int | None
    committee: Committee | None
    local: Duty | None
    mark: Mark = field(compare=False)


@dataclass(frozen=True, slots=True)
class Theme:
    text: Words
    printed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parent:
    name: Words
    issuers: Words | None


@dataclass(frozen=True, slots=True)
class Contact:
    """A body's line; ``person`` is None once names are no longer published."""

    body: Mention
    person: str | None
    phone: str
    dial: str
    updates: tuple[Update, ...]
    mark: Mark = field(compare=False)


@dataclass(frozen=True, slots=True)
class ContactList:
    """The contacts of a campaign; ``people_shown`` was decided when the data was read."""

    source: str
    people_until: date
    people_shown: bool
    contacts: tuple[Contact, ...]

    def of(self, organisation: Organisation) -> Contact | None:
        return next((c for c in self.contacts if c.body.organisation.id == organisation.id), None)


@dataclass(frozen=True, slots=True)
class Campaign:
    """One edition: a region's campaign of one year, as its notice lays it down."""

    id: str
    region: Region
    year: int
    name: Words
    short_name: Words
    theme: Theme
    colour: str
    summary: Words
    aims: Words
    period: When
    period_source: str
    parent: Parent | None
    show_notes: bool
    document: Document
    hosting: Hosting
    phases: tuple[Phase, ...]
    platforms: tuple[Platform, ...]
    activities: tuple[Activity, ...]
    requirements: tuple[Requirement, ...]
    links: tuple[Link, ...]
    updates: tuple[Update, ...]
    withdrawn: tuple[Withdrawn, ...]
    formerly: tuple[str, ...]
    contacts: ContactList | None
    mark: Mark = field(compare=False)
    draft: bool = False

    @property
    def window(self) -> FuzzyDate:
        return self.period.date

    def phase(self, id_: str | None) -> Phase | None:
        return next((phase for phase in self.phases if phase.id == id_), None)


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the data folder says: regions with their registers, and all campaigns."""

    regions: Mapping[str, Region]
    campaigns: tuple[Campaign, ...]

    def campaigns_of(self, region: str) -> tuple[Campaign, ...]:
        """The editions of a region, newest first."""
        mine = [c for c in self.campaigns if c.region.id == region]
        return tuple(sorted(mine, key=lambda c: (-c.year, c.id)))

    @property
    def organisations(self) -> Iterable[Organisation]:
        return (body for region in self.regions.values() for body in region.organisations)
