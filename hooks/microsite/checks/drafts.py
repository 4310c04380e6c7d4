"""Drafts: what an editor prepares in public files and only a preview shows.

``draft: true`` stands on an edition, an activity, an update or results. Whoever publishes gets a plan
without them (``without``), so that no page, no list and no count can know of one. Drafts are checked
like everything else; only a whole edition may still have empty places.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from ..core.language import plural
from ..core.problems import Note, Problem
from ..model.activity import Activity
from ..model.campaign import Campaign, Plan
from ..yamlfile.tree import Node, path, records, scalar
from . import permalinks
from .ledger import Line

_OWED = frozenset({"empty", "missing", "no-such-file", "unknown-place"})
"""Problems of what is not written or not registered yet."""


# --- asked of the nodes -----------------------------------------------------------------------


def is_draft(node: Node | None) -> bool:
    """Whether a file or a record says that it is a draft."""
    said = scalar(node, "draft") if node is not None else None
    return said is not None and said.text == "true"


def nothing_public(node: Node) -> Iterator[Problem]:
    """An edition whose activities are all drafts has nothing to show; it is a draft itself."""
    listed = records(node, "activities")
    if is_draft(node) or not listed or not all(is_draft(record) for _, record in listed):
        return
    location, record = listed[0]
    said = scalar(record, "draft")
    assert said is not None
    yield Problem(
        said.mark,
        path([*location, "draft"]),
        "only-drafts",
        "所有活动都是草稿，方案公布出来是空的；请在方案最上面写 draft: true，或者至少公开一项活动",
        "every activity is a draft, so the plan would be published empty; write draft: true at the top of the plan, "
        "or make at least one activity public",
    )


def attached(editions: Iterable[Node | None]) -> frozenset[str]:
    """The files that plans and their activities offer, drafts among them, whether they can be read yet or not."""
    plans = [node for node in editions if node is not None]
    offering = [*plans, *(activity for node in plans for _, activity in records(node, "activities"))]
    listed = (scalar(each, "file") for record in offering for _, each in records(record, "attachments"))
    return frozenset(file.text for file in listed if file is not None)


def hidden_regions(editions: Iterable[Node | None]) -> frozenset[str]:
    """Regions all of whose editions are drafts."""
    said = [(region.text, is_draft(node)) for node in editions if node and (region := scalar(node, "region"))]
    return frozenset(region for region, _ in said) - {region for region, hidden in said if not hidden}


def may_be_owed(problems: Iterable[Problem]) -> bool:
    """Whether nothing else is wrong than places that are empty, as they may be in a draft."""
    return all(problem.code in {*_OWED, "more"} for problem in problems)


def owed(problems: Sequence[Problem], editions: Mapping[str, Node | None]) -> tuple[list[Problem], tuple[Note, ...]]:
    """Problems of the data without those of empty places in drafts, and these as notes.

    ``editions`` are the files of campaigns by their stems; their contacts share the stem. The register of a
    region that has nothing but drafts is a draft with them.
    """
    drafts = {stem for stem, node in editions.items() if is_draft(node)}
    files = {f"data/{folder}/{stem}.yml" for stem in drafts for folder in ("campaigns", "contacts")}
    files |= {f"data/organisations/{region}.yml" for region in hidden_regions(editions.values())}
    places = {(problem.mark, problem.path) for problem in problems if problem.code in _OWED}
    is_owed = [
        problem.mark.file in files
        and (problem.code in _OWED or (problem.code == "more" and (problem.mark, problem.path) in places))
        for problem in problems
    ]
    kept = [problem for problem, later in zip(problems, is_owed, strict=True) if not later]
    notes = (
        Note(p.mark, "owed-in-draft", f"草稿：{p.path}：{p.zh}", f"draft: {p.path}: {p.en}")
        for p, later in zip(problems, is_owed, strict=True)
        if later
    )
    return kept, tuple(notes)


# --- asked of the plan ------------------------------------------------------------------------


def counted(plan: Plan, editions: Iterable[Node | None]) -> str:
    """How many drafts there are, in one line, or nothing; editions are counted by their files, as one may not be readable yet.

    What an edition or an activity holds that is a draft itself is not counted apart.
    """
    public = [campaign for campaign in plan.campaigns if not campaign.draft]
    activities = [activity for campaign in public for activity in campaign.activities]
    contacts = [contact for campaign in public for contact in campaign.lines]
    told = [
        *(update for campaign in public for update in campaign.updates),
        *(update for activity in activities if not activity.draft for update in activity.updates),
        *(update for contact in contacts for update in contact.updates),
    ]
    kinds = (
        (sum(map(is_draft, editions)), "个方案", "edition"),
        (sum(activity.draft for activity in activities), "项活动", "activity"),
        (sum(update.draft for update in told), "条更新", "update"),
        (sum(bool(a.results and a.results.draft) for a in activities if not a.draft), "份结果", "results"),
    )
    found = [(number, zh, en) for number, zh, en in kinds if number]
    zh = "、".join(f"{number} {unit}" for number, unit, _ in found)
    en = ", ".join(f"{unit if number == 1 else plural(unit)} {number}" for number, _, unit in found)
    return f"草稿（只在预览里）：{zh} / drafts (in the preview only): {en}" if found else ""


def without(plan: Plan, hidden: Iterable[str] = (), published: Iterable[Line] = ()) -> Plan:
    """What is public of a plan.

    ``hidden`` regions are left out with their bodies, unless one of these was ``published`` before or the public
    edition of another region, which is part of one of theirs, can name them.
    What is public and continues a draft, or is a part of one, does not say so.
    """
    known = permalinks.names(plan)
    bodies = {known.now(line.meaning) for line in published if line.kind == "organisation"}
    public: tuple[Campaign, ...] = _public(plan.campaigns)
    named = {region.id for campaign in public for region in campaign.region.chain}
    regions = {
        name: region
        for name, region in plan.regions.items()
        if name not in hidden or name in named or any(f"organisation {body.id}" in bodies for body in region.organisations)
    }
    there = {campaign.id for campaign in public}
    there |= {f"{campaign.id}/{activity.id}" for campaign in public for activity in campaign.activities}
    return Plan(regions, tuple(_unlinked(campaign, there) for campaign in public))


def _public(record: Any) -> Any:
    """A record without the drafts in it; of one that is a draft itself nothing."""
    if isinstance(record, tuple):
        return tuple(_public(each) for each in record if not getattr(each, "draft", False))
    if record is None or getattr(record, "draft", False):
        return None
    return replace(record, **{name: _public(getattr(record, name)) for name in _WITH_DRAFTS if hasattr(record, name)})


_WITH_DRAFTS = ("activities", "contacts", "results", "updates")
"""What may have drafts in it, or be one, of a campaign, an activity or a contact."""


def _unlinked(campaign: Campaign, there: set[str]) -> Campaign:
    activities = (a if a.continues in there else replace(a, continues=None) for a in campaign.activities)
    return replace(campaign, activities=tuple(activities), part_of=campaign.part_of if campaign.part_of in there else None)


# --- what was public once ---------------------------------------------------------------------


def published(plan: Plan, lines: Iterable[Line]) -> Iterator[Problem]:
    """Drafts that stand in the ledger: what was public once is withdrawn, not hidden."""
    known = permalinks.names(plan)
    before = {known.now(line.meaning) for line in lines}
    for campaign in plan.campaigns:
        if campaign.draft and f"campaign {campaign.id}" in before:
            zh, en = "要停的活动逐项写在 withdrawn 里", "and list under withdrawn each activity that does not take place"
            yield _no_draft(campaign, "draft", f"方案“{campaign.id}”", f"the plan “{campaign.id}”", zh, en)
            continue
        yield from _published_updates(campaign, campaign.id, "updates", before)
        for index, activity in enumerate(sorted(campaign.activities, key=lambda each: each.mark.line)):
            where = path(["activities", index])
            if activity.draft and f"activity {campaign.id}/{activity.id}" in before:
                zh = f"或者把它从 activities 里删去，在 withdrawn 里写明 id: {activity.id} 和标题、日期、原因"
                en = f"or move it from activities to withdrawn, with id: {activity.id} with title, date and reason under withdrawn"
                yield _no_draft(activity, f"{where}.draft", f"活动“{activity.id}”", f"the activity “{activity.id}”", zh, en)
            elif not activity.draft:
                yield from _published_updates(activity, f"{campaign.id}/{activity.id}", f"{where}.updates", before)


def _no_draft(record: Campaign | Activity, where: str, zh: str, en: str, zh_else: str, en_else: str) -> Problem:
    """What was published cannot be hidden any more; what to do instead of that."""
    zh = f"{zh}公布过，不能再作草稿；请删去 draft: true，{zh_else}"
    en = f"{en} was published and cannot become a draft again; delete draft: true, {en_else}"
    return Problem(record.mark, where, "draft-published", zh, en)


def _published_updates(record: Campaign | Activity, key: str, where: str, before: set[str]) -> Iterator[Problem]:
    """Updates that were told, and that a draft would take away."""
    drafts = {f"change {key}/{update.anchor.removeprefix('change-')}" for update in record.updates if update.draft}
    for meaning in sorted(drafts & before):
        day = meaning.rpartition("/")[2]
        zh, en = "有错就再添一条更正", "and correct it with another update"
        yield _no_draft(record, where, f"{day} 的更新", f"the update of {day}", zh, en)
