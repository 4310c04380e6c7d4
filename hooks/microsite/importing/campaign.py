"""A whole notice as the records of its data files."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from . import (
    activities,
    attendance,
    branches,
    clauses,
    cover,
    deadlines,
    hosting,
    meetings,
    parts,
    places,
    responsible,
    sections,
    tables,
)
from .ids import Ids
from .notice import contacts, labels, outline, times, tree
from .notice.layout import Layout
from .notice.names import Names
from .notice.pieces import PAPER, Paragraph, Piece

_ANY_YEAR = 2000
"""As good as any other to read days where a notice says no year; it has a 29 February."""
_ALL_THEN = "(?:各|所有|全部|以上|上述)[^,。;]{0,8}(?:均|都|统一)[在于为]"
"""各竞赛项目均在4月份完成."""
_COLOUR = "#0b4f8a"
_CHANGES = (
    "请核对：这份通知改变先前的安排；这一届已经录入的，请改那份方案，不要另建一届"
    " / this notice changes an earlier one; where that edition is entered already, change its plan and add no other"
)
_DRAFT = "草稿只在预览（make serve）里看得到；可以公布时删去下面这一行。"
_HEADING = (
    r"(?:总体|工作|活动|重点|主要|组织|时间|主题|有关|具体|实施|安排|要求|机构|架构|领导|内容|任务|分工|目标|思想|指导|阶段"
    r"|步骤|进度|保障|措施|(?:主办|举办|组织|承办|协办|支持)单位|(?:联系|咨询|报名|预约)(?:方式|电话|热线|人)|形式|方式|事项|[、和及与])*"
)
_CALL = "关于.{0,4}征集|征集(?:启事|公告|通告)$"
_SHOWN = "举[办行](?:首届|第[^,。;]{1,3}届)?(?P<title>“[^”]{2,24}”[^,。;“]{0,20}展览?)(?=[,。;]|$)"
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
_KINDS_OF_PLAN = rf"(?:工作|{cover.WHOLE}活动|实施|总体|策划)*(?:方案|计划|安排|策划书?)表?$"


@dataclass(frozen=True, slots=True)
class Files:
    """The campaign, its contacts (None where the notice has none), and where the activities were found."""

    campaign: tree.Record
    people: tree.Record | None
    why: tuple[str, ...] = ()


def year_of(layout: Layout, id_: str) -> tree.Value:
    """The year of an edition: that of its plan, of the notice's date or number, of its id, else one that the text names; or none."""
    for piece in (layout.plan_title, layout.title, layout.signed, *layout.head):
        if piece is not None and (found := re.search(r"20[0-9]{2}|二[〇零○一二三四五六七八九]{3}(?=年)", piece.key)):
            return tree.said(found[0].translate(_DIGITS))
    if asked := re.search("20[0-9]{2}$", id_):
        return tree.said(asked[0])
    clauses = [text for section in layout.sections for text in (section.title, *section.all_texts())]
    said = [*layout.intro, *clauses, *(each.whole for each in (*layout.tables, *layout.contacts))]
    for words in ("20[0-9]{2}(?=年[0-9])", "20[0-9]{2}(?=年)"):
        if named := next((match[0] for piece in said if (match := piece.search(words))), None):
            return tree.said(named.key, tree.check(named, "年份取自正文"))
    return tree.owed("年份，通知里没有写是哪一年；填好后也可写进编号（文件名和 id），如 qinghe-2025")


def files(layout: Layout, paragraphs: tuple[Paragraph, ...], names: Names, id_: str, region: str, edition: tree.Value) -> Files:
    """Everything the notice says, in the shape of the data files."""
    year = int(edition.text or _ANY_YEAR)
    layout = layout._replace(sections=tuple(map(branches.counted_out, layout.sections)))
    roles = sections.sorted_out(layout.sections)
    plan_name = _plan_name(layout)
    everything = [each.whole for each in paragraphs]
    intro = layout.intro
    period, period_source = sections.period(roles, layout.title, intro, year)
    said = (*(text for section in roles.aims for text in section.all_texts()), *intro)
    aims = [sentence for text in said for sentence in text.sentences()]
    around = (*intro, *(each.whole for each in layout.contacts))
    common = attendance.common(roles.branch.leaves, around, (*roles.others, *roles.requirements), tables.titles(layout.tables))
    whole = period.pieces[0] if isinstance(period, tree.Value) and period.pieces else None
    day = whole if whole and times.day(whole) else None
    only = day if day and re.fullmatch("[^至到、~—-]*", day.key) else whole and times.one_day(whole)
    stated = [each for each in roles.others if each.texts and labels.kind_of(each.title.key) == "place"]
    where = [each.texts[0] for each in stated if len(list(each.all_texts())) == 1]
    labelled = [label for each in roles.time if "地点" in each.title.key for label in labels.apart(each.all_texts())[0]]  # 时间、地点
    where += [each.value for each in labelled if each.kind == "place" and not re.match("[各全]", each.value.key)]
    spot = places.listed(where[0].strip("。;"))[0] if len(where) == 1 else None
    week = whole if whole and times.is_week(whole, year) and not edition.owed else None
    of_all = whole and (any(each.value.covers(whole) for each in labelled) or re.match(_ALL_THEN, whole.paragraph.key))
    span = times.when(whole, year, tree.check(whole, "整个活动的时间")) if whole and of_all else None
    outside = (text for each in layout.sections if each not in roles.branch.leaves for text in each.texts)
    context = activities.Context(names, year, Ids(names.place), common, only, spot, times.of_all((*intro, *outside)), week, span)
    name = _name(plan_name, layout.title, intro)
    short_name = _short_name(everything, name)
    listed, why = _activities(roles, layout, context, name)
    phases = tree.Items(tree.numbered(clauses.phases(roles, year, Ids())))
    held = {piece.paragraph.number for piece in _titles(listed)} if not roles.branch.leaves else set()
    unheld = [text for text in intro if text.paragraph.number not in held]
    beside = (*roles.hosting, *roles.others, *roles.theme, *roles.time, *roles.aims)
    made = tree.record(
        ("id", tree.said(id_)),
        ("draft", tree.said("true", _DRAFT)),
        ("region", tree.said(region)),
        ("year", edition),
        ("name", name),
        ("short_name", short_name),
        ("theme", sections.theme(roles, everything)),
        ("colour", tree.said(_COLOUR, "请选定：主色；这里先用深蓝")),
        ("summary", tree.owed("一句话说明整个活动")),
        ("aims", tree.owed("总体要求，用平实的话重写；下面也有通知正文里的话", aims) if aims else None),
        ("period", period),
        ("period_source", period_source),
        ("parent", cover.parent(intro)),
        ("document", cover.document(layout, plan_name, names)),
        ("hosting", hosting.record(beside, names, (name.text, *([short_name.text] if short_name else [])), unheld)),
        ("phases", phases),
        ("platforms", tree.Items(tuple(sections.platforms(roles)))),
        ("activities", listed),
        ("requirements", tree.Items(tree.numbered(clauses.requirements(roles, year, Ids())))),
        comments=tuple(_due_outside((*intro, *_outside(roles, listed)), (listed, phases))),
        pieces=_headings(roles),
    )
    leaders = _leaders(listed, layout)
    named = replace(names, events=frozenset(each for each in leaders if isinstance(each, str)))
    found = contacts.records(contacts.found(_naming_people(layout), named), named, _first_issuer(made), leaders)
    changes = layout.title is not None and re.search(r"关于(?:20[0-9]{2}年)?(?:部分)?(?:调整|变更|取消|推迟|延期|暂停)", layout.title.key)
    why += (_CHANGES,) if changes else ()
    return Files(made, _contacts(found, id_, layout) if found else None, why)


def _naming_people(layout: Layout) -> Iterator[Piece]:
    """Lines that only name whom to call, and the stretches of sentences and rows that do."""
    yield from (each.whole for each in layout.contacts)
    texts = [*layout.intro]
    for section in layout.sections:
        texts += [section.title, *section.all_texts()]
    for text in texts:
        yield from contacts.within(text)
    for row in layout.tables:
        yield from contacts.in_cells(tables.cells(row))


def _first_issuer(made: tree.Record) -> str:
    """The body whose number a notice bears; it answers where a contact names no body."""
    document = made.get("document")
    issuers = document.get("issuers") if isinstance(document, tree.Record) else None
    first = issuers.items[0] if isinstance(issuers, tree.Items) else None
    return first.text if isinstance(first, tree.Value) else ""


def _activities(
    roles: sections.Roles, layout: Layout, context: activities.Context, name: tree.Value
) -> tuple[tree.Items | tree.Value, tuple[str, ...]]:
    """The activities with the reason: of the clauses and the tables beside them, else of the tables, else the whole notice as one."""
    if listed := tuple(activities.listed(roles.branch, context, _below(roles, layout, context))):
        more = tuple(_in_tables(roles.branch, layout, context))
        pointing = {leaf.title.key for leaf in roles.branch.leaves if more and _only_points(leaf)}
        kept = [each for each, leaf in zip(listed, roles.branch.leaves, strict=True) if leaf.title.key not in pointing]
        others = ("活动 / activities: 另取自表格 / others from a table",) if more else ()
        texts = [text for each in (*roles.others, *roles.hosting) for text in each.all_texts()]
        named = branches.beside(texts, [leaf.title for leaf in roles.branch.leaves if leaf.title])
        held = tuple(activities.listed(named, context, {}))
        own = any("征集" in each.title.key for each in roles.branch.heads)  # 征集项目, and no 配套活动
        call = layout.title is not None and not own and re.search(_CALL, layout.title.key)
        kept += filter(None, [_single(roles, layout, context, name, len(kept) + 1) if call else None])
        return tree.Items(tree.numbered((*kept, *more, *held))), (*branches.told(roles.branch), *others, *branches.told(named))
    if listed := tuple(tables.activities(_no_agenda(layout), context)):
        events = branches.events(layout.sections)
        beside = tuple(activities.listed(events, context, {}))
        return tree.Items(tree.numbered((*beside, *listed))), (*branches.told(events), "活动 / activities: 取自表格 / from a table")
    named = branches.in_sentences(layout.intro)
    named = named if named.leaves else branches.in_paragraphs(layout.intro)
    below = (text for section in layout.sections for text in section.all_texts())
    named = named if named.leaves else branches.by_name((*layout.intro, *below), context.year)
    if listed := tuple(activities.listed(named, replace(context, common=attendance.Common()), {})):
        return tree.Items(tree.numbered(listed)), branches.told(named)
    if single := _single(roles, layout, context, name):
        why = "活动 / activities: 没有逐项列出，整份通知当作一项，请核对 / none is listed; the whole notice is taken as one"
        return tree.Items((single,)), (why,)
    return tree.owed("活动，一项也没有找到"), ()


def _no_agenda(layout: Layout) -> Iterator[Paragraph]:
    """Rows of tables, without those below a heading that promises the course of one event: 四、启动仪式议程."""
    for row in layout.tables:
        above = layout.clause_above(row)
        if not (above and re.search("(?:议程|流程|程序)$", above.title.key)):
            yield row


def _in_tables(branch: branches.Branch, layout: Layout, context: activities.Context) -> Iterator[tree.Record]:
    """Activities of tables that stand below none of the clauses, such as 附件：活动安排表, and are not among the clauses."""
    clauses = {clause for leaf in branch.leaves for clause in outline.walk((leaf,))}
    rows = [row for row in _no_agenda(layout) if layout.clause_above(row) not in clauses]
    titles = {tables.bare(leaf.title) for leaf in branch.leaves}
    for made in tables.activities(rows, context):
        title = made.get("title")
        if not (isinstance(title, tree.Value) and title.pieces and tables.bare(title.pieces[0]) in titles):
            yield made


def _only_points(leaf: outline.Section) -> bool:
    """Whether a clause is only where a table of activities is announced: 区级重点活动。具体安排见附件。"""
    said = "".join(each.key for each in leaf.all_texts())
    return bool(branches.LISTS.search(leaf.title.key) and re.search("见(?:附件|下表|附表)|如下表?[。:]?$", said))


def _below(roles: sections.Roles, layout: Layout, context: activities.Context) -> dict[outline.Section, activities.Around]:
    """The sessions of a table below each activity, the lines below it on how to book, and what a table says of who is responsible."""
    credited = tables.assigned(layout.tables, context)
    owners: dict[outline.Section | None, outline.Section] = {each: leaf for leaf in roles.branch.leaves for each in outline.walk((leaf,))}
    rows: dict[outline.Section, list[Paragraph]] = {}
    captions = {text.paragraph.number: text.key for each in outline.walk(layout.sections) for text in each.texts}
    titled = [leaf for leaf in roles.branch.leaves if len(leaf.title.key) > 3]
    above: dict[int, outline.Section | None] = {}
    for row in layout.tables:  # below 老年人免费体检日程表, at the end
        named = (leaf for leaf in titled if leaf.title.key in captions.get(row.number - 1, ""))
        above[row.number] = next(named, above.get(row.number - 1))
    for row in (*layout.tables, *(each for each in layout.contacts if re.search("预约|报名", each.key))):
        if owner := above.get(row.number) or owners.get(layout.clause_above(row)):
            rows.setdefault(owner, []).append(row)
    rows = {leaf: [*_its_own(leaf.title.key, own, {each.title.key for each in titled})] for leaf, own in rows.items()}
    return {
        leaf: replace(
            credited.get(tables.bare(leaf.title), activities.Around()),
            sessions=tuple(tables.sessions(rows.get(leaf, []), context.year, times.of_all(leaf.all_texts()) or context.hours)),
            asides=tuple(each.whole for each in rows.get(leaf, []) if not each.cells),
        )
        for leaf in roles.branch.leaves
    }


def _its_own(title: str, rows: list[Paragraph], titles: set[str]) -> Iterator[Paragraph]:
    """The rows of an activity; in a table that names activities those with its name, below the head."""
    for _, group in groupby(rows, lambda row: row.places[0][1].table):
        head, *below = group
        cells = [{cell.key for cell in tables.cells(row)} if row.cells else set() for row in below]
        named = any(titles & each for each in cells)
        yield from (head, *(row for row, said in zip(below, cells, strict=True) if not named or title in said))


def _titles(listed: tree.Items | tree.Value) -> Iterator[Piece]:
    """What activities are called, as printed."""
    for item in listed.items if isinstance(listed, tree.Items) else ():
        title = item.get("title") if isinstance(item, tree.Record) else None
        yield from title.pieces if isinstance(title, tree.Value) else ()


def _leaders(listed: tree.Items | tree.Value, layout: Layout) -> dict[int | str, str]:
    """Who leads each activity, by its title and by the paragraphs that speak of it; lines on whom to call between these are its own."""
    made: dict[int | str, str] = {}
    for item in listed.items if isinstance(listed, tree.Items) and len(listed.items) > 1 else ():
        said = [item.get(role) for role in ("lead", "organise", "host")] if isinstance(item, tree.Record) else []
        named = next((each for each in said if isinstance(each, tree.Items)), None)
        name = named.items[0].text if named and isinstance(named.items[0], tree.Value) else ""
        made |= {piece.key: name for piece in _titles(tree.Items((item,))) if len(piece.key) > 1}
        for node in tree.walk(item):
            pieces = (*node.pieces, *(node.quoted if not isinstance(node, tree.Items) else ()))
            made |= dict.fromkeys((each.paragraph.number for each in pieces), name)
    for line in layout.contacts:
        if line.number not in made and line.number - 1 in made and line.number + 1 in made:
            made[line.number] = made[line.number - 1]
    return made


def _single(
    roles: sections.Roles, layout: Layout, context: activities.Context, name: tree.Value, number: int = 1
) -> tree.Record | None:
    """The event that a notice without a list of activities is about: 关于举办…启动仪式的通知."""
    title = layout.title or layout.plan_title
    if not name.pieces or title is None:
        return None
    intro = layout.intro
    headed = re.fullmatch("[^,。;:]{4,30}", intro[-1].key) and branches.EVENT.search(re.sub("活动$", "", intro[-1].key)) if intro else None
    printed = intro[-1] if headed else name.pieces[0]  # “我的故事”征文活动 alone in its line above （一）
    call = re.search(_CALL, title.key) and not headed
    dated = call and any(re.search("展[览出期]", each.title.key) for each in roles.time)  # works for an exhibition that has its own time
    exhibition = next((match["title"] for each in intro if dated and (match := each.search(_SHOWN))), None)
    printed = exhibition or printed
    called = f"{printed.text}征集" if call and not exhibition and "征集" not in name.text else printed.text
    told_before = [each for each in intro if (label := labels.read(each)) and not label.label.key.endswith("地址:")]
    texts, bodies = responsible.apart((*_of_the_event(roles), *told_before))
    bodies = (*bodies, *(said for text in intro if (said := responsible.spoken(text))))
    found, texts = labels.apart(texts)
    alone = [(each.title, text) for each in (*roles.time, *roles.hosting, *roles.others)
             for text in each.texts[: None if labels.kind_of(each.title.key) in ("place", "role") else 1]
             if not labels.read(text)]  # fmt: skip
    apart = [labels.Label(kind, title, text.strip("。;")) for title, text in alone
              if (kind := labels.kind_of(title.key)) and not re.search("[,;。].*(?:举行|举办)", text.key)]  # fmt: skip
    apart += [labels.Label("joining", text.part(0, 0) if "报名" in each.title.key else each.title, text)
               for each in (*roles.time, *roles.others)
               if re.search("^(?!.*要求).*(?:报名|申报|报送|投稿)", each.title.key)
               for child in each.children for text in child.texts if not labels.read(text)]  # fmt: skip
    found = (*apart, *found, *(label for each in roles.time for label in labels.apart(each.all_texts())[0]))
    below = [(each.label, each.value) for each in found if each.kind == "role"]
    shown = [text for each in roles.time if "地点" in each.title.key for text in each.texts]
    held = [match["place"] for text in (*intro, *shown) for match in text.every(places.HELD)]
    found = tuple(each for each in found if not (held and each.label.key == "地址:"))  # where works are sent to
    stated = any(each.kind == "place" for each in found)
    where = [] if stated else [labels.unlabelled("place", each) for each in held]
    period, source = sections.period(roles, layout.title, intro, context.year)
    period_owed = isinstance(period, tree.Value) and period.owed
    listed = [each for each in roles.others if re.search("(?:站点|场次|课程|班次)安排", each.title.key)]
    met = meetings.told((text for each in (*roles.time, *listed) for text in each.all_texts()), context.year)
    heard = [text for each in (*roles.time, *roles.others) if not re.search("报名|申报|投票", each.title.key) for text in each.all_texts()]
    rounds = tuple(parts.stages(heard, context.year, Ids(context.names.place)))
    told = where or met or rounds or not period_owed or any(each.kind in ("place", "when", "due") for each in found)
    plain = re.sub("”?(?:系列)?(?:活动)?$", "", name.text)
    if not told and not (branches.EVENT.search(plain) and not re.search("[周月节年季]$", plain)):
        return None  # neither when nor where, and no event by its name
    prizes = (text for each in (*roles.others, *roles.requirements) if "奖" in each.title.key for text in each.all_texts())
    taken = [piece for each in rounds if (spot := each.get("place")) for piece in spot.pieces]
    found = tuple(each for each in found if not any(one.covers(each.value) for one in taken))
    draft = activities.Draft(
        number, source, printed, None if met or rounds or period_owed else period, texts,
        responsible.read(bodies, context.names, below) if bodies or below else None,
        (*where, *(each for each in found if each.kind != "when")), titled=called, parts=rounds,
        around=activities.Around(sessions=met, prizes=tuple(prizes)),
    )  # fmt: skip
    return activities.record(draft, context)


def _of_the_event(roles: sections.Roles) -> Iterator[Piece]:
    """What the clauses say that are neither its time and place nor requirements."""
    for section in (*roles.hosting, *roles.others):
        kind, role = labels.kind_of(section.title.key), responsible.of_column(section.title.key)
        if kind not in ("when", "place", "audience", "due", "contact") and role in ("", "lead?"):
            yield from () if section.children or labels.kind_of(section.title.key) else (section.title,)
            yield from section.all_texts()


def _outside(roles: sections.Roles, listed: tree.Items | tree.Value) -> Iterator[Piece]:
    """What clauses say that are neither activities nor requirements, where the notice is not itself one activity."""
    single = isinstance(listed, tree.Items) and not roles.branch.heads and len(listed.items) == 1
    beside = branches.left_out(roles.branch.heads, roles.branch.leaves)
    for section in () if single else (*roles.hosting, *roles.time, *roles.others, *beside):
        yield from section.all_texts()


def _due_outside(texts: tuple[Piece, ...], listed: Iterable[tree.Items | tree.Value]) -> Iterator[str]:
    """Deadlines that belong to no activity, no phase and no requirement."""
    told = [piece for each in listed for node in tree.walk(each) for piece in node.pieces]
    for due, _, _ in deadlines.within(texts):
        if any(due.covers(each) for each in told):
            continue
        yield f"请核对：通知正文有期限“{due.text}”（{due.place}）；不属于任何活动或要求，请写进工作要求"


def _plan_name(layout: Layout) -> Piece | None:
    """The plan's title as the notice's own title quotes it, else as it stands above the plan."""
    if layout.title and (found := layout.title.search(r"印发《(?P<name>[^《》]+)》")):
        return found["name"]
    return layout.plan_title


def _name(plan_name: Piece | None, title: Piece | None, intro: tuple[Piece, ...]) -> tree.Value:
    found = plan_name.search(_KINDS_OF_PLAN) if plan_name else None
    named = cover.named_in(title) if title else None
    headed = plan_name.key[: found.start] if plan_name and found else ""
    caption = bool(named and headed and named.key != headed and named.key.endswith(headed))  # of a table
    if plan_name is not None and found is not None and not caption and not plan_name.key.startswith("关于"):
        return tree.copied(plan_name.part(0, found.start))
    if named:
        return tree.copied(named, tree.check(named, "取自通知的标题"))
    if held := next((found["title"] for each in intro if (found := each.search(activities.HELD_EVENT))), None):
        return tree.copied(held, tree.check(held, "取自通知正文"))
    if title and not re.search(f"{PAPER}$", title.key):  # 翠竹湾社区九月活动早知道
        return tree.copied(title, tree.check(title, "取自通知的标题"))
    return tree.owed("活动的名称，如 2025年示例省全民数字素养与技能提升月")


def _short_name(everything: list[Piece], name: tree.Value) -> tree.Value | None:
    for piece in everything:
        if found := piece.search(r"(?P<words>\(以下简称)“(?P<name>[^”]{2,12})”\)"):
            return tree.copied(found["name"], also=[found["words"]])
    kind = r"(?:提升|(?:科技)?活动|宣传|服务|体验|敬老|读书|阅读|文化|艺术|科普|科技|健康|学习|志愿服务)[月周节季年]$"
    found = name.pieces[0].search(kind) if name.pieces else None
    return tree.copied(found[0]) if found else None


_CALLED = "(?:业务|活动)?(?:咨询|联系|报名|服务|预约|监督)(?:、(?:咨询|联系|报名|服务|预约))*(?:电话|热线|方式|人)|联系人"
"""How a notice calls its numbers, for those who look them up in it."""


def _headings(roles: sections.Roles) -> list[Piece]:
    """Headings of clauses that became parts of the file: they lead to fields and say nothing else."""
    known = (*roles.aims, *roles.theme, *roles.time, *roles.hosting, *roles.branch.heads, *roles.requirements)
    known += tuple(each for each in roles.others if labels.kind_of(each.title.key) in ("contact", "role"))
    plain = [each for each in known if re.fullmatch(_HEADING, each.title.key)]
    headings = [piece for each in plain for piece in (each.ordinal, each.title)]
    return [*headings, *sections.leading((*roles.theme, *roles.time))]


def _contacts(found: tuple[tree.Record, ...], id_: str, layout: Layout) -> tree.Record:
    """Numbers, with the day until which names may stand where there are any, and what the notice calls them."""
    keys = {key for each in found for node in tree.walk(each) if isinstance(node, tree.Record) for key, _ in node.entries}
    until = tree.owed("姓名公布到哪一天，如 2025年12月31日；过了这一天就从网站上去掉") if "person" in keys else None
    given = [said[0].text for each in layout.contacts if (said := each.whole.search(_CALLED))]
    called = next((each for each in sorted(given, key=lambda each: "联系" not in each and "咨询" not in each)), "")
    return tree.record(
        ("campaign", tree.said(id_)),
        ("people_until", until),
        ("source", tree.said(f"通知“{called}”") if called else None),
        ("contacts", tree.Items(found)),
        pieces=[piece for each in layout.contacts for piece in _table_head(each)],
    )


def _table_head(paragraph: Paragraph) -> list[Piece]:
    """The first row of a table of contacts, and a line that is only 联系人：."""
    head = paragraph.cells and not any(sign.isdigit() for sign in paragraph.key)
    return [paragraph.whole] if head or contacts.HEADING.fullmatch(paragraph.key) else []
