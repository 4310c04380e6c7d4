"""A whole notice as the records of its data files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from . import activities, clauses, cover, hosting, sections, tables
from .ids import Ids
from .notice import contacts, tree
from .notice.layout import Layout
from .notice.names import Names
from .notice.pieces import Paragraph, Piece

_COLOUR = "#0b4f8a"
_DRAFT = "草稿只在预览（make serve）里看得到；可以公布时删去下面这一行。"
_HEADING = (
    r"(?:总体|工作|活动|重点|主要|组织|时间|主题|有关|具体|实施|安排|要求|机构|架构|领导|内容|任务|分工|目标|思想|指导|阶段"
    r"|步骤|进度|保障|措施|(?:主办|举办|组织)单位|形式|方式|事项|[、和及与])*"
)
_KINDS_OF_PLAN = r"(?:工作|活动|实施|总体)*(?:方案|计划|安排)$"


@dataclass(frozen=True, slots=True)
class Files:
    """The campaign, its contacts (None where the notice has none), and contacts without room in the file."""

    campaign: tree.Record
    people: tree.Record | None
    left: tuple[contacts.Found, ...]


def year_of(layout: Layout) -> int | None:
    """The year of an edition: that of its plan, else of the notice's date or number."""
    for piece in (layout.plan_title, layout.title, layout.signed, *layout.head):
        if piece is not None and (found := re.search(r"(20[0-9]{2})年?", piece.key)):
            return int(found[1])
    return None


def files(
    layout: Layout, paragraphs: tuple[Paragraph, ...], names: Names, id_: str, region: str, year: int
) -> Files:
    """Everything the notice says, in the shape of the data files."""
    roles = sections.sorted_out(layout.sections)
    plan_name = _plan_name(layout)
    everything = [each.whole for each in paragraphs]
    intro = (*layout.text, *layout.before)
    period, period_source = sections.period(roles, year)
    context = activities.Context(names, year, Ids(names.place))
    parent = cover.parent(intro)
    name, short_name = _name(plan_name, layout.title), _short_name(everything, plan_name)
    made = tree.record(
        ("id", tree.said(id_)),
        ("draft", tree.said("true", _DRAFT)),
        ("region", tree.said(region)),
        ("year", tree.said(str(year))),
        ("name", name),
        ("short_name", short_name),
        ("theme", sections.theme(roles, everything)),
        ("colour", tree.said(_COLOUR, "请选定：主色；这里先用深蓝")),
        ("summary", tree.owed("一句话说明整个活动")),
        (
            "aims",
            tree.owed(
                "总体要求，用平实的话重写；下面也有通知正文里的话", (*_aims(roles), *_said_before(intro))
            ),
        ),
        ("period", period),
        ("period_source", period_source),
        ("parent", parent),
        ("document", cover.document(layout, plan_name, names)),
        ("hosting", hosting.record(roles.hosting or roles.others, names, (name.text, short_name.text))),
        ("phases", tree.Items(tuple(clauses.phases(roles, year, Ids())))),
        ("platforms", tree.Items(tuple(sections.platforms(roles, names)))),
        ("activities", _activities(roles, layout, context)),
        ("requirements", tree.Items(tuple(clauses.requirements(roles, year, Ids())))),
        comments=_parent_owed(intro) if parent is None else (),
        pieces=_headings(layout, roles),
    )
    found, left = contacts.records(contacts.found(layout.contacts, names), names, _first_issuer(made))
    return Files(made, _contacts(found, id_, layout) if found else None, left)


def _first_issuer(made: tree.Record) -> str:
    """The body whose number a notice bears; it answers where a contact names no body."""
    document = dict(made.entries)["document"]
    issuers = dict(document.entries).get("issuers") if isinstance(document, tree.Record) else None
    first = issuers.items[0] if isinstance(issuers, tree.Items) else None
    return first.text if isinstance(first, tree.Value) else ""


def _activities(
    roles: sections.Roles, layout: Layout, context: activities.Context
) -> tree.Items | tree.Value:
    """The activities of the clauses; where those list none, of the tables."""
    listed = tuple(each for section in roles.activities for each in activities.listed(section, context))
    listed = listed or tuple(tables.activities(layout.tables, context))
    return tree.Items(listed) if listed else tree.owed("活动，一项也没有找到")


def _plan_name(layout: Layout) -> Piece | None:
    """The plan's title as the notice's own title quotes it, else as it stands above the plan."""
    if layout.title and (found := layout.title.search(r"《(?P<name>[^《》]+)》")):
        return found["name"]
    return layout.plan_title


def _name(plan_name: Piece | None, title: Piece | None) -> tree.Value:
    found = plan_name.search(_KINDS_OF_PLAN) if plan_name else None
    if plan_name is None or found is None:
        named = (
            title.search(
                r"关于(?:组织)?(?:开展|举办|做好|组织)(?P<name>.+?)(?:工作|系列活动|活动)?的(?:通知|函)$"
            )
            if title
            else None
        )
        if named:
            return tree.of(named["name"], tree.check(named["name"], "取自通知的标题"))
        return tree.owed("活动的名称，如 2025年示例省全民数字素养与技能提升月")
    return tree.of(plan_name.part(0, found.start))


def _short_name(everything: list[Piece], plan_name: Piece | None) -> tree.Value:
    for piece in everything:
        if found := piece.search(r"(?P<words>\(以下简称)“(?P<name>[^”]{2,12})”\)"):
            return tree.of(found["name"], also=[found["words"]])
    if plan_name and (found := plan_name.search(r"(?:提升月|活动月|宣传月|宣传周|活动周|提升年)")):
        return tree.of(found[0])
    return tree.owed("活动的简称，如 提升月")


def _aims(roles: sections.Roles) -> Iterator[Piece]:
    for section in roles.aims:
        for text in section.all_texts():
            yield from text.sentences()


def _said_before(intro: tuple[Piece, ...]) -> Iterator[Piece]:
    """The text of the notice itself and of the plan before its first clause."""
    for text in intro:
        yield from text.sentences()


def _parent_owed(intro: tuple[Piece, ...]) -> tuple[str, ...]:
    issuers = cover.called_for(intro)
    if issuers is None:
        return ()
    return (
        f"待写：parent（全国活动）的名称；原文“按照{issuers.text}的部署”（{issuers.place}），issuers 可填 {issuers.text}",
    )


def _headings(layout: Layout, roles: sections.Roles) -> list[Piece]:
    """Headings of clauses that became parts of the file: they lead to fields and say nothing else."""
    known = (*roles.aims, *roles.theme, *roles.time, *roles.hosting, *roles.activities, *roles.requirements)
    plain = [each for each in known if re.fullmatch(_HEADING, each.title.key)]
    headings = [piece for each in plain for piece in (each.ordinal, each.title)]
    return [*headings, *sections.labels((*roles.theme, *roles.time))]


def _contacts(found: tuple[tree.Record, ...], id_: str, layout: Layout) -> tree.Record:
    return tree.record(
        ("campaign", tree.said(id_)),
        ("people_until", tree.owed("姓名公布到哪一天，如 2025年12月31日；过了这一天就从网站上去掉")),
        ("source", tree.said("通知“联系人”")),
        ("contacts", tree.Items(found)),
        pieces=[piece for each in layout.contacts for piece in _table_head(each)],
    )


def _table_head(paragraph: Paragraph) -> list[Piece]:
    """The first row of a table of contacts, and a line that is only 联系人：."""
    without_digits = not any(sign.isdigit() for sign in paragraph.key)
    return [paragraph.whole] if without_digits else []
