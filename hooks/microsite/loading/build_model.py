"""What a well-formed file means: shapes become the model.

Called only when nothing is wrong: every value has its form, every name is known.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ..core import model as m
from ..core.choices import ALL, OPEN
from ..core.dates.fuzzy import FuzzyDate, parse
from ..core.problems import Mark
from ..yamlfile.tree import node_at
from ..yamlfile.yaml_parser import Node
from . import shapes as s

ReadWhen = Callable[[s.WhenRecord], FuzzyDate]


class Interpreter:
    """Builds the model of one file: knows the register, the dates, and where each record stands."""

    def __init__(
        self, node: Node, home: m.Region | None, when: ReadWhen | None, draft: bool = False
    ) -> None:
        self.node = node
        self.draft = draft
        self.home = home
        self.read_when = when
        self.everyone: m.BodyList = m.BodyList()

    def mark(self, *location: str | int) -> Mark:
        return node_at(self.node, location).mark

    # names ---------------------------------------------------------------------------------

    def mention(self, printed: str, *location: str | int) -> m.Mention:
        assert self.home is not None  # shapes resolved the name already
        found = self.home.find(printed)
        assert found is not None
        return m.Mention(found, printed, self.mark(*location))

    def bodies(self, names: list[str] | None, *location: str | int) -> m.BodyList:
        if not names:
            return m.BodyList()
        if names == [ALL]:
            return m.BodyList(self.everyone.mentions, everyone=True)
        listed = [name for name in names if name != OPEN]
        mentions = (self.mention(name, *location, index) for index, name in enumerate(listed))
        return m.BodyList(tuple(mentions), is_open=OPEN in names)

    # small things --------------------------------------------------------------------------

    def when(
        self, record: s.WhenRecord | None, context: str, *location: str | int, shared: bool = False
    ) -> m.When | None:
        if record is None:
            return None
        assert self.read_when is not None
        note = words(record.note, f"{context}/when", shared)
        return m.When(self.read_when(record), note, self.mark(*location), record.was)

    def sure_when(
        self, record: s.WhenRecord, context: str, *location: str | int, shared: bool = False
    ) -> m.When:
        when = self.when(record, context, *location, shared=shared)
        assert when is not None
        return when

    def duties(self, records: list[s.DutyShape], context: str) -> tuple[m.Duty, ...]:
        at = f"{context}/duties"
        return tuple(m.Duty(item(r.who, f"{at}/who"), item(r.what, f"{at}/what")) for r in records)

    def deadlines(
        self, records: list[s.DeadlineShape], context: str, *location: str | int
    ) -> tuple[m.Deadline, ...]:
        at = f"{context}/deadlines"
        return tuple(
            m.Deadline(
                item(r.who, f"{at}/who"),
                item(r.what, f"{at}/what"),
                words(r.to, f"{at}/to", shared=True),
                self.sure_when(r.due, at, *location, index, "due", shared=True),
            )
            for index, r in enumerate(records)
        )

    # the parts of a campaign ---------------------------------------------------------------

    def part(self, p: s.PartShape, context: str, *location: str | int) -> m.Part:
        at = f"{context}/parts/{p.id}"
        return m.Part(
            p.id,
            m.Words(p.name, f"{at}/name"),
            p.kind,
            self.when(p.when, at, *location, "when"),
            p.order,
            p.edition,
            words(p.parent, f"{at}/parent"),
            names(p.tracks, f"{at}/tracks"),
            p.tracks_printed,
            p.form,
            words(p.summary, f"{at}/summary"),
            words(p.note, f"{at}/note"),
            tuple(p.formerly),
        )

    def roles(self, a: s.ActivityShape, *location: str | int) -> dict[str, m.BodyList]:
        listed: dict[str, list[str] | None] = {
            "lead": a.lead,
            "support": a.support,
            "guide": a.guide,
            "host": a.host,
            "organise": a.organise,
            "co_organise": a.co_organise,
        }
        return {role: self.bodies(found, *location, role) for role, found in listed.items() if found}

    def activity(self, a: s.ActivityShape, index: int) -> m.Activity:
        at, place = f"activities/{a.id}", ("activities", index)
        return m.Activity(
            id=a.id,
            number=a.number,
            source=a.source,
            title=m.Words(a.title, f"{at}/title", draft=self.draft or a.draft),
            title_printed=a.title_printed,
            code=a.code,
            formerly=tuple(a.formerly),
            status=a.status,
            kind=a.kind,
            summary=m.Words(a.summary, f"{at}/summary"),
            description=m.Words(a.description, f"{at}/description", markdown=True),
            when=self.when(a.when, at, *place, "when"),
            phase=a.phase,
            occasions=names(a.occasions, f"{at}/occasions"),
            roles=self.roles(a, *place),
            credit=a.credit,
            audiences=tuple(a.audiences),
            audience_printed=words(a.audience_printed, f"{at}/audience_printed"),
            form=a.form,
            open_to_public=a.open_to_public,
            joining=words(a.joining, f"{at}/joining"),
            parts=tuple(self.part(p, at, *place, "parts", i) for i, p in enumerate(a.parts)),
            parts_open=a.parts_open,
            platforms=tuple(platform(p, at) for p in a.platforms if p.name != OPEN),
            platforms_open=any(p.name == OPEN for p in a.platforms),
            venues=names(a.venues, f"{at}/venues"),
            places=names(a.places, f"{at}/places"),
            services=names(a.services, f"{at}/services"),
            topics=names(a.topics, f"{at}/topics"),
            reach=names(a.reach, f"{at}/reach"),
            materials=names(a.materials, f"{at}/materials"),
            counts=tuple(m.Count(item(c.what, f"{at}/counts"), c.number, c.unit) for c in a.counts),
            corrections=tuple(
                m.DocumentCorrection(c.printed, c.means, item(c.note, f"{at}/corrections"))
                for c in a.corrections
            ),
            links=links(a.links, at),
            updates=updates(a.updates, at),
            continues=a.continues,
            results=results(a.results, at),
            mark=self.mark(*place),
            draft=a.draft,
        )

    def phase(self, p: s.PhaseShape, index: int) -> m.Phase:
        at, place = f"phases/{p.id}", ("phases", index)
        return m.Phase(
            p.id,
            p.number,
            p.source,
            m.Words(p.name, f"{at}/name"),
            self.sure_when(p.when, at, *place, "when"),
            m.Words(p.summary, f"{at}/summary"),
            names(p.materials, f"{at}/materials"),
            p.tentative,
            self.duties(p.duties, at),
            self.deadlines(p.deadlines, at, *place, "deadlines"),
            self.mark(*place),
            tuple(p.formerly),
        )

    def requirement(self, r: s.RequirementShape, index: int) -> m.Requirement:
        at, place = f"requirements/{r.id}", ("requirements", index)
        return m.Requirement(
            r.id,
            r.number,
            r.source,
            m.Words(r.title, f"{at}/title"),
            m.Words(r.text, f"{at}/text", markdown=True),
            self.duties(r.duties, at),
            self.deadlines(r.deadlines, at, *place, "deadlines"),
            self.mark(*place),
            tuple(r.formerly),
        )

    def document(self, d: s.DocumentShape) -> m.Document:
        printed, to = d.printed, d.addressees
        published, time = moment(d.published) if d.published else (None, "")
        return m.Document(
            title=m.Words(d.title, "document/title"),
            plan_title=m.Words(d.plan_title, "document/plan_title"),
            number=d.number,
            signed=day(d.signed),
            printed=self.printing(printed) if printed else None,
            published=published,
            published_time=time,
            issuers=self.bodies(d.issuers, "document", "issuers"),
            signatories=self.bodies(d.signatories, "document", "signatories"),
            signatories_missing=words(d.signatories_missing, "document/signatories_missing"),
            addressees=m.Addressees(
                m.Words(to.text, "document/addressees/text"),
                m.Words(to.scope, "document/addressees/scope"),
                names(to.bodies, "document/addressees/bodies"),
                names(to.others, "document/addressees/others"),
            ),
            basis=tuple(
                m.Basis(
                    item(b.title, "document/basis/title"),
                    words(b.issuer, "document/basis/issuer", shared=True),
                    b.number,
                )
                for b in d.basis
            ),
            mark=self.mark("document"),
        )

    def printing(self, p: s.PrintedShape) -> m.Printing:
        by = self.mention(p.by, "document", "printed", "by")
        return m.Printing(day(p.on), by, by.organisation.office(p.office) if p.office else None)

    def committee(self, c: s.CommitteeShape) -> m.Committee:
        at, place = "hosting/committee", ("hosting", "committee")
        office = self.mention(c.office.body, *place, "office", "body")
        return m.Committee(
            m.Words(c.name, f"{at}/name"),
            m.Words(c.role, f"{at}/role"),
            self.bodies(c.members, *place, "members"),
            m.Words(c.convener, f"{at}/convener"),
            self.mention(c.convener_body, *place, "convener_body"),
            m.Words(c.member_posts, f"{at}/member_posts"),
            office,
            office.organisation.office(c.office.office) if c.office.office else None,
            m.Words(c.duty, f"{at}/duty"),
        )

    def hosting(self, h: s.HostingShape) -> m.Hosting:
        self.everyone = hosts = self.bodies(h.hosts, "hosting", "hosts")
        committee = self.committee(h.committee) if h.committee else None
        if not hosts and committee:
            self.everyone = hosts = committee.members
        relation = m.Words(h.relation, "hosting/relation")
        return m.Hosting(
            h.source, relation, hosts, h.printed_count, committee, local_duty(h.local), self.mark("hosting")
        )


def words(text: str | None, context: str, shared: bool = False) -> m.Words | None:
    return m.Words(text, context, shared=shared) if text is not None else None


def item(text: str, context: str, draft: bool = False) -> m.Words:
    """Words in a list, whose items have one context."""
    return m.Words(text, context, shared=True, draft=draft)


def names(listed: list[str] | None, context: str) -> m.NameList:
    items = tuple(item(name, context) for name in listed or () if name != OPEN)
    return m.NameList(items, OPEN in (listed or ()))


def platform(p: s.NamedShape, context: str) -> m.Platform:
    return m.Platform(item(p.name, f"{context}/platforms"), p.url)


def local_duty(local: s.LocalShape | None) -> m.Duty | None:
    if local is None:
        return None
    return m.Duty(m.Words(local.scope, "hosting/local/scope"), m.Words(local.duty, "hosting/local/duty"))


def parent(shape: s.ParentShape | None) -> m.Parent | None:
    if shape is None:
        return None
    return m.Parent(m.Words(shape.name, "parent/name"), words(shape.issuers, "parent/issuers"))


def links(listed: list[s.LinkShape], context: str) -> tuple[m.Link, ...]:
    return tuple(m.Link(x.kind, item(x.title, f"{context}/links"), x.url) for x in listed)


def results(shape: s.ResultsShape | None, context: str) -> m.Results | None:
    if shape is None:
        return None
    at = f"{context}/results"
    figures = tuple(
        m.Figure(
            item(f.what, f"{at}/figures/what"),
            f.measure,
            f.number,
            f.unit,
            item(f.definition, f"{at}/figures/definition"),
            item(f.source, f"{at}/figures/source"),
            f.url,
        )
        for f in shape.figures
    )
    text = m.Words(shape.text, f"{at}/text", markdown=True, draft=shape.draft)
    return m.Results(day(shape.on), text, figures, shape.draft)


def withdrawn(listed: list[s.WithdrawnShape]) -> tuple[m.Withdrawn, ...]:
    return tuple(
        m.Withdrawn(
            w.id,
            m.Words(w.title, f"withdrawn/{w.id}/title"),
            day(w.on),
            m.Words(w.reason, f"withdrawn/{w.id}/reason"),
        )
        for w in listed
    )


def updates(listed: list[s.UpdateShape], context: str) -> tuple[m.Update, ...]:
    """Changes in words, the newest first (those of one day as written)."""
    found = [m.Update(day(u.on), item(u.text, f"{context}/updates", u.draft), u.material, u.draft) for u in listed]
    return tuple(sorted(found, key=lambda update: update.on, reverse=True))


def day(text: str) -> date:
    found = parse(text).earliest
    assert found is not None  # shapes accept single days only
    return found


def moment(text: str) -> tuple[date, str]:
    """A day and, where it is given, the time of day (09:30)."""
    before, _, time = text.rpartition(" ") if ":" in text else (text, "", "")
    return day(before), time


def campaign(shape: s.CampaignShape, node: Node, home: m.Region, when: ReadWhen) -> m.Campaign:
    """One edition."""
    at = Interpreter(node, home, when, shape.draft)
    hosting = at.hosting(shape.hosting)  # first: it says who “all” is
    return m.Campaign(
        id=shape.id,
        region=home,
        year=shape.year,
        name=m.Words(shape.name, "name", draft=shape.draft),
        short_name=m.Words(shape.short_name, "short_name", draft=shape.draft),
        theme=m.Theme(m.Words(shape.theme.text, "theme"), tuple(shape.theme.printed or ())),
        colour=shape.colour,
        summary=m.Words(shape.summary, "summary"),
        aims=m.Words(shape.aims, "aims", markdown=True),
        period=at.sure_when(shape.period, "period", "period"),
        period_source=shape.period_source,
        parent=parent(shape.parent),
        show_notes=shape.show_notes,
        document=at.document(shape.document),
        hosting=hosting,
        phases=tuple(at.phase(p, i) for i, p in enumerate(shape.phases)),
        platforms=tuple(
            m.Platform(
                item(p.name, "platforms/name"),
                p.url,
                p.label,
                p.source,
                item(p.summary, "platforms/summary"),
            )
            for p in shape.platforms
        ),
        activities=tuple(at.activity(a, i) for i, a in enumerate(shape.activities)),
        requirements=tuple(at.requirement(r, i) for i, r in enumerate(shape.requirements)),
        links=links(shape.links, "campaign"),
        updates=updates(shape.updates, "campaign"),
        withdrawn=withdrawn(shape.withdrawn),
        formerly=tuple(shape.formerly),
        contacts=None,
        mark=node.mark,
        draft=shape.draft,
    )
