"""A campaign as an editor writes it and as the program understands it: one record a concept.

Each field is declared once (see ``fields``), with its title and its explanation in both languages. Names are
resolved and dates read where a data file is read; everything is frozen, and printed wording is kept wherever
it matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated

from ..core.dates.fuzzy import FuzzyDate
from ..core.language import DEFAULT
from ..core.problems import NOWHERE, Mark
from .activity import Activity, Attachment, Deadline, Duty, Link, Update
from .contacts import Contact, ContactList, Helpline
from .document import NO_DOCUMENT, Document
from .fields import (
    DivisionOf,
    clause_number,
    derived,
    draft_flag,
    former_ids,
    many,
    nothing,
    optional,
    own_id,
    printed_number,
    record,
    required,
)
from .organisations import BodyList, Mention, Office, Organisation, Region
from .places import Area
from .values import (
    FIRST_ID,
    ID,
    NO_WORDS,
    Colour,
    Day,
    Id,
    Line,
    NameList,
    Number,
    OwnLanguage,
    Printed,
    Prose,
    Spellings,
    Url,
    Words,
    Year,
    YesNo,
)
from .when import When

RegionOfCampaign = Annotated[Region, ID]


DivisionOfBody = Annotated[Office, DivisionOf("body")]


@record
class Withdrawn:
    """An activity that was published once and is gone. Its page says so."""

    id: Id = required("编号", "id", "那项活动的编号", "id of that activity", "`old-quiz`")
    title: Words = required("标题", "title", "那项活动的标题", "its title")
    on: Day = required("撤下日期", "since when", "撤下的日期", "since which day", "`2025-06-20`")
    reason: Words = required("原因", "why")


@record
class Platform:
    """A site or an app whose address the notice prints."""

    name: Words = required("名称", "name")
    url: Url = required(
        "网址", "address", "网址，以 https:// 或 http:// 开头", "address, begins with https:// or http://",
        "`https://example.org/`",
    )
    label: Line = required(
        "网址原文", "address as printed", "原文写的网址", "the address as printed", "`www.example.org`",
    )
    source: Line = required(
        "文件条目", "clause", "通知里的条目号，用全角括号", "clause of the document, with full-width brackets",
        "`六（三）`",
    )
    summary: Words = required("一句话说明", "in one sentence")


@record
class LocalDuty:
    """What the places below the region have to do."""

    scope: Words = required("范围", "scope", "范围", "which area", "`各市有关部门`")
    duty: Words = required("职责", "duty", "任务", "what they have to do")


@record
class Phase:
    """A stretch of the campaign; ``tentative`` where the plan only proposes it (拟)."""

    id: Id = own_id("`warm-up`")
    formerly: tuple[Id, ...] = former_ids("`[opening]`")
    first_id: Id | None = derived(meaning=FIRST_ID)
    number: Number | None = printed_number("`1`")
    source: Line = clause_number("`三（一）`")
    name: Words = required("名称", "name", example="`预热阶段`")
    when: When = required("时间", "when", "时间，见[时间](#dates)", "time, see [times](#dates)", "`2024年6月上旬`")
    tentative: YesNo = optional(
        False, "拟定", "tentative", "原文写“拟”时为 `true`，网页上写“暂定”；默认 `false`",
        "`true` if the notice says 拟: the time is shown as “planned”; `false` unless written", "`true`",
    )
    summary: Words = optional(NO_WORDS, "一句话说明", "in one sentence")
    materials: NameList = optional(
        NameList(), "发布内容", "what is published", "这一阶段发布的资料", "what is published in this phase",
        "`[宣传片, 海报, 等]`",
    )
    duties: tuple[Duty, ...] = many("任务", "duty")
    deadlines: tuple[Deadline, ...] = many("期限", "deadline")
    mark: Mark = derived(compare=False)


@record
class Requirement:
    """One numbered demand of the plan on those who carry it out."""

    id: Id = own_id("`leadership`")
    formerly: tuple[Id, ...] = former_ids("`[leading]`")
    number: Number | None = printed_number("`1`")
    source: Line = clause_number("`五、1`")
    title: Words = required("标题", "title", example="`加强组织领导`")
    text: Prose = required(
        "内容", "text", "内容，用平实的话重写；可用 Markdown", "text, rewritten in plain words; Markdown",
    )
    duties: tuple[Duty, ...] = optional((), "任务", "duties", "任务的列表", "list of duties")
    deadlines: tuple[Deadline, ...] = optional((), "期限", "deadlines", "期限的列表", "list of deadlines")
    mark: Mark = derived(compare=False)


@record
class Division:
    """A body and one of its divisions."""

    body: Mention = required(
        "单位", "body", "承担日常工作的单位", "body that does the day-to-day work", "`省委网信办`",
    )
    office: DivisionOfBody | None = optional(
        None, "内设机构", "office", "内设机构，须已登记", "office within it; must be registered", "`信息化发展处`",
    )


@record
class Committee:
    """The committee that holds a campaign: its members, who convenes it, and its office."""

    name: Words = required("名称", "name")
    role: Words = optional(NO_WORDS, "身份", "role", example="`活动主办单位`")
    members: BodyList = required(
        "成员单位", "members, in order", "成员单位，照次序", "members, in order", "`[省委网信办, 省教育厅]`",
    )
    convener: Words = optional(
        NO_WORDS, "召集人", "convener", "召集人（职务）", "convener (the post)", "`省委网信办负责同志`",
    )
    convener_body: Mention | None = optional(
        None, "召集人单位", "the convener's body", "召集人的单位", "the convener’s body", "`省委网信办`",
    )
    member_posts: Words = optional(
        NO_WORDS, "成员", "member posts", "成员的职务", "posts of the members", "`相关处室负责同志`",
    )
    office: Division | None = optional(
        None, "日常工作", "day-to-day office", "日常工作，见[日常工作](#office)",
        "day-to-day work, see [day-to-day office](#office)",
    )
    duty: Words = optional(NO_WORDS, "职责", "duty")


@record
class Hosting:
    """Who holds the campaign; with a committee, its members are the hosts."""

    source: Line = clause_number("`三`")
    relation: Words = optional(
        NO_WORDS, "举办方式", "relation as printed", "举办方式，照原文", "how they host it, as printed", "`联合举办`",
    )
    hosts: BodyList = optional(
        BodyList(), "举办单位", "hosts, in order", "举办单位，照次序", "hosts, in order", "`[省委网信办, 省教育厅]`",
    )
    printed_count: Number | None = optional(
        None, "原文所写单位数", "number of hosts as printed", "原文写的单位数", "number of hosts as printed", "`15`",
    )
    committee: Committee | None = optional(
        None, "组委会", "committee", "组委会，见[组委会](#committee)", "committee, see [committee](#committee)",
    )
    organise: BodyList = optional(
        BodyList(), "承办单位", "organisers", "整个活动的承办单位", "organisers of the whole campaign", "`[省教育厅]`",
    )
    co_organise: BodyList = optional(
        BodyList(), "协办单位", "co-organisers", "整个活动的协办单位", "co-organisers of the whole campaign", "`[省妇联]`",
    )
    support: BodyList = optional(
        BodyList(), "支持单位", "supporters", "整个活动的支持单位", "supporters of the whole campaign", "`[省残联, 等]`",
    )
    undertake: BodyList = optional(
        BodyList(), "执行单位", "carried out by", "具体执行的单位", "who carries it out", "`[省教育厅]`",
    )
    guide: BodyList = optional(
        BodyList(), "指导单位", "guided by", "整个活动的指导单位", "who guides the whole campaign", "`[省教育厅]`",
    )
    local: LocalDuty | None = optional(
        None, "地方", "local level", "地方的任务，见[地方](#local)", "the local level, see [local level](#local)",
    )
    mark: Mark = derived(compare=False)

    @property
    def others(self) -> Mapping[str, BodyList]:
        """Who has a part in the whole campaign besides its hosts, by role."""
        roles = {role: getattr(self, role) for role in ("organise", "co_organise", "support", "undertake", "guide")}
        return {role: bodies for role, bodies in roles.items() if bodies}

    @property
    def bodies(self) -> tuple[Organisation, ...]:
        """Every body behind the campaign, once each: who organises it first, as that is whom one asks."""
        listed = (self.organise, self.undertake, self.hosts, self.co_organise, self.support, self.guide)
        return tuple({body.id: body for bodies in listed for body in bodies.organisations}.values())


NO_HOSTING = nothing(Hosting, mark=NOWHERE)


@record
class Theme:
    """The motto of a campaign."""

    text: Words = required(
        "主题", "theme", "网站统一用的写法", "the spelling that the site uses", "`数字赋能 全民共享`", context="list",
    )
    printed: Spellings = optional(
        (), "原文各种写法", "every printed spelling", "原文里出现过的各种写法",
        "every spelling found in the document", "`[数字赋能 全民共享]`",
    )


NO_THEME = nothing(Theme, text=NO_WORDS)


@record
class Parent:
    """The national campaign that a region's is part of, or who called for it where the notice names no campaign."""

    name: Words | None = optional(
        None, "名称", "name", "全国活动的名称；原文没有写的不写", "its name, where the notice has it", "`2024年全民数字素养与技能提升月`",
    )
    issuers: Words | None = optional(
        None, "部署单位", "issued by", "部署单位，照原文写成一句", "who called for it, as printed, in one line",
        "`中央网信办等14部门`",
    )


@record
class Group:
    """A heading under which the notice lists several activities (板块)."""

    id: Id = required("编号", "id", "板块的编号，活动的 `group` 写它", "id, which activities name as their `group`", "`reading`")
    name: Words = required("名称", "name", "名称，照原文", "name as printed", "`阅读推广`")
    source: Line = clause_number("`三（一）`")
    summary: Words = optional(NO_WORDS, "一句话说明", "in one sentence")


@record
class Clause:
    """A clause of the notice as it is printed."""

    source: Line = required(
        "文件条目", "clause", "条目号，用全角括号；与活动、阶段等的 `source` 相同的，也印在那里",
        "number of the clause, with full-width brackets; it is shown at an activity of the same `source`, too", "`四（二）`",
    )
    text: Printed = required("原文", "text", "原文，一字不改，可分段", "as printed, letter for letter, in paragraphs")


@record
class Campaign:
    """One edition: a region's campaign of one year, as its notice lays it down."""

    id: Id = required(
        "编号（与文件名相同）", "id (the file's name)", "永久编号，与文件名相同，一般是“地区-年份”",
        "permanent id, the same as the file’s name; usually region-year", "`jiangxi-2022`",
    )
    draft: YesNo = draft_flag()
    formerly: tuple[Id, ...] = former_ids("`[jx-2022]`")
    first_id: Id | None = derived(meaning=FIRST_ID)
    region: RegionOfCampaign = required(
        "地区", "region", "地区，即单位名册的文件名", "region: the name of the register file", "`jiangxi`",
    )
    year: Year = required(
        "年份", "year", "年份；没写年的时间都按这一年读，跨年的读作离整个活动最近的那一年",
        "year; times without a year are read in it; over New Year, in the one nearest to the campaign", "`2022`",
    )
    language: OwnLanguage = optional(
        DEFAULT, "语言", "language", "方案用什么语言写：中文 `zh`（可以不写）或英文 `en`，见[英文的方案](#english-plans)",
        "language of the plan: Chinese `zh`, or nothing, or English `en`, see [plans in English](#english-plans)", "`en`",
    )
    name: Words = required("名称", "name", "全称", "full name", "`2022年江西省全民数字素养与技能提升月`", draft="own")
    short_name: Words = optional(NO_WORDS, "简称", "short name", example="`提升月`", draft="own")
    theme: Theme = optional(NO_THEME, "主题", "theme", "主题，见[主题](#theme)", "theme, see [theme](#theme)")
    colour: Colour = optional(
        "", "主色", "colour", "主色，六位代码加引号；在白底上对比度不低于 7:1",
        "main colour, six digits in quotes; contrast on white at least 7:1", '`"#a3222b"`',
    )
    summary: Words = optional(
        NO_WORDS, "一句话说明", "in one sentence", "一句话说明这一届", "the edition in one sentence",
    )
    aims: Prose = optional(
        NO_WORDS, "总体要求", "aims", "总体要求，用平实的话重写；可用 Markdown",
        "general aims, rewritten in plain words; Markdown",
    )
    period: When = required(
        "时间", "period", "整个活动的时间，照原文", "time of the whole campaign, as printed",
        "`2022年7月下旬至9月上旬`", at="period/when",
    )
    period_source: Line = optional(
        "", "时间所在条目", "clause of the period", "时间所在的条目", "clause in which the time stands", "`二`",
    )
    parent: Parent | None = optional(
        None, "全国活动", "national campaign", "所属的全国活动，见[全国活动](#parent)",
        "the national campaign it belongs to, see [national campaign](#parent)",
    )
    part_of: Id | None = optional(
        None, "所属活动", "part of", "属于哪一届活动，如市里的属于省里的；写那一届的编号",
        "the edition that this one belongs to, such as a city’s to the province’s: its id", "`jiangxi-2022`",
    )
    helpline: Helpline | None = optional(
        None, "热线", "helpline", "全部活动共用的热线；见[热线](#helpline)",
        "a number for all activities; see [helpline](#helpline)",
    )
    show_notes: YesNo = optional(
        True, "公开编者说明", "show the editor's notes", "是否在网站上公开编者说明；默认 `true`",
        "whether the site shows the editor’s notes; `true` unless written", "`false`", private=True,
    )
    office_owned: Spellings = optional(
        (), "单位公用的号码和邮箱", "numbers and email addresses of the office",
        "正文里看起来是个人的、但确属单位公用的手机号和邮箱",
        "mobile numbers and email addresses in texts that look personal but are the office’s own",
        "`[13800000000]`", private=True,
    )
    document: Document = optional(
        NO_DOCUMENT, "文件", "document", "通知本身，见[文件](#document)",
        "the notice itself, see [document](#document)",
    )
    hosting: Hosting = optional(
        NO_HOSTING, "组织", "who is behind it", "组织，见[组织](#hosting)",
        "the organisers, see [hosting](#hosting)",
    )
    phases: tuple[Phase, ...] = many("阶段", "phase")
    platforms: tuple[Platform, ...] = optional(
        (), "外部平台", "external platforms", "方案提到的外部平台，见[外部平台](#platform)",
        "external platforms that the plan names, see [platform](#platform)",
    )
    groups: tuple[Group, ...] = optional(
        (), "板块", "groups", "活动分板块的，板块的列表，见[板块](#group)",
        "list of groups, where the notice sorts its activities; see [group](#group)",
    )
    activities: tuple[Activity, ...] = required(
        "活动", "activities", "活动的列表，至少一项，见[活动](#activity)",
        "list of activities, at least one, see [activity](#activity)", at_least_one=True,
    )
    requirements: tuple[Requirement, ...] = many("工作要求", "requirement")
    clauses: tuple[Clause, ...] = optional(
        (), "原文", "clauses", "原文的条目，可以公布的才写，见[原文](#clause)",
        "clauses as printed, only if the office may publish them; see [clause](#clause)",
    )
    attachments: tuple[Attachment, ...] = optional(
        (), "附件", "attachments", "通知的附件，见[附件](#attachment)",
        "files that come with the notice, see [attachment](#attachment)", at="campaign/attachments",
    )
    links: tuple[Link, ...] = many("链接", "link", at="campaign/links")
    updates: tuple[Update, ...] = optional(
        (), "更新", "updates", "这一届的更新，见[更新](#update)", "changes to the edition, see [update](#update)",
        at="campaign/updates", newest_first=True,
    )
    withdrawn: tuple[Withdrawn, ...] = optional(
        (), "已撤下的活动", "withdrawn activities", "已撤下的活动，见[撤下的活动](#withdrawn)",
        "activities that are gone, see [withdrawn](#withdrawn)",
    )
    contacts: ContactList | None = derived(meaning="the lines that may be published")
    mark: Mark = derived(compare=False)

    @property
    def window(self) -> FuzzyDate:
        return self.period.date

    def clause(self, source: str) -> Clause | None:
        """The printed text of a clause, where the office publishes it."""
        return next((clause for clause in self.clauses if source and clause.source == source), None)

    @property
    def has_sessions(self) -> bool:
        return any(activity.sessions for activity in self.activities)

    @property
    def lines(self) -> tuple[Contact, ...]:
        """How its bodies are reached, as far as that may be published."""
        return self.contacts.contacts if self.contacts else ()

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """What is due of its phases and its requirements."""
        listed = (*(each.deadlines for each in self.phases), *(each.deadlines for each in self.requirements))
        return tuple(deadline for deadlines in listed for deadline in deadlines)

    def addressees(self, deadlines: Iterable[Deadline]) -> tuple[Organisation, ...]:
        """The bodies to whom something is handed in, once each."""
        named = (body for each in deadlines if each.to for body in self.region.named(each.to.text))
        return tuple({body.id: body for body in named}.values())

    @property
    def towns(self) -> tuple[Area, ...]:
        """The cities in which there are sessions, in the order of the register of places."""
        found = {each.town.id for activity in self.activities for each in activity.sessions if each.town}
        places = self.region.places
        return tuple(area for area in places.areas if area.id in found) if places else ()

    def phase(self, id_: str | None) -> Phase | None:
        return next((phase for phase in self.phases if phase.id == id_), None)


@record
class Synonyms:
    """What the finder takes for the same word."""

    zh: tuple[Spellings, ...] = optional(
        (), "中文同义词", "Chinese synonyms", "中文的各组同义词", "groups of Chinese words", "`[[老年人, 老人]]`",
    )
    en: tuple[Spellings, ...] = optional(
        (), "英文同义词", "English synonyms", "英文的各组同义词", "groups of English words",
        "`[[older people, seniors]]`",
    )


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything the data folder says: regions with their registers, and all campaigns."""

    regions: Mapping[str, Region]
    campaigns: tuple[Campaign, ...]

    def campaigns_of(self, region: str) -> tuple[Campaign, ...]:
        """The editions of a region, newest first."""
        mine = [c for c in self.campaigns if c.region.id == region]
        return tuple(sorted(mine, key=lambda c: (-c.year, c.id)))

    def campaigns_naming(self, region: str) -> tuple[Campaign, ...]:
        """The editions whose plans can name bodies of a region: its own and their parts, newest first."""
        mine = [c for c in self.campaigns if any(each.id == region for each in c.region.chain)]
        return tuple(sorted(mine, key=lambda c: (-c.year, c.id)))

    @property
    def attachments(self) -> frozenset[str]:
        """The files that plans and activities offer, by their names in docs/files."""
        listed = (c.attachments + each.attachments for c in self.campaigns for each in c.activities)
        return frozenset(each.file for some in listed for each in some)

    @property
    def organisations(self) -> Iterable[Organisation]:
        return (body for region in self.regions.values() for body in region.organisations)
