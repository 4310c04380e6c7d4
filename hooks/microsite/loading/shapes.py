"""What an editor may write: the shape of each kind of data file, field by field.

Only the form is checked here (is it there, is the key known, does each value fit); what values
mean together is for ``read`` and ``checks``. Titles are kept in both languages because messages
and the manual print them.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo

from ..core.choices import Audience, BodyKind, Form, Kind, LinkKind, Measure, Status
from ..core.dates.fuzzy import DateError
from .fields import (
    Bodies,
    Body,
    Code,
    Colour,
    Day,
    Id,
    Line,
    Moment,
    Names,
    Number,
    Phone,
    Prose,
    Spellings,
    Url,
    Year,
    YesNo,
    name_to_record,
    open_last,
    refuse,
    text_to_record,
)


def field(zh: str, en: str, default: Any = None, **more: Any) -> Any:
    """An optional field with its title in both languages."""
    if "default_factory" not in more:
        more["default"] = default
    return Field(title=zh, json_schema_extra={"title_en": en}, **more)


def needed(zh: str, en: str, **more: Any) -> Any:
    """A field that has to be there."""
    return Field(..., title=zh, json_schema_extra={"title_en": en}, **more)


def _when(record: WhenRecord, info: ValidationInfo) -> WhenRecord:
    """Try to read the date now, so that a wrong one is told together with everything else."""
    if record.was is not None and record.means is not None:
        raise refuse(
            "changed-and-misprinted",
            "有了 was，text 就是现在的时间，不是通知的原文；请把 means 的内容写进 text，删去 means",
            "beside was, text is the time as it is now and not what the notice prints; write what means says as "
            "text, and delete means",
        )
    parse = (info.context or {}).get("parse_when")
    if parse is not None:
        try:
            parse(record)
        except DateError as error:
            raise refuse(error.code, error.zh, error.en) from None
    return record


class Shape(BaseModel):
    """A record in a data file; an unknown key is a mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class WhenRecord(Shape):
    text: Line = needed("原文写法", "as printed")
    means: Line | None = field("应为", "what is meant")
    was: Line | None = field("通知原定的时间", "the time that the notice announced")
    note: Line | None = field("说明", "why")


When = Annotated[WhenRecord, BeforeValidator(text_to_record), AfterValidator(_when)]


class CorrectionShape(Shape):
    printed: Line = needed("原文写法", "as printed")
    means: Line | None = field("应为（不确定时不写）", "what is meant (left out where unsure)")
    note: Line = needed("说明", "why")


class LinkShape(Shape):
    kind: LinkKind = needed("类别", "kind")
    title: Line = needed("标题", "title")
    url: Url = needed("网址", "address")


class UpdateShape(Shape):
    on: Day = needed("日期", "date")
    text: Line = needed("改动说明", "what changed")
    material: YesNo = field("是否实质改动", "whether it matters to readers", True)
    draft: YesNo = field("草稿", "draft", False)


class FigureShape(Shape):
    """A figure of what was achieved, with where it comes from."""

    what: Line = needed("对象", "of what")
    measure: Measure = needed("计入哪一项合计", "the total it counts towards")
    number: Number = needed("数目", "number")
    unit: Line = needed("量词", "measure word")
    definition: Line = needed("口径", "how it was counted")
    source: Line = needed("来源", "source")
    url: Url | None = field("来源网址", "address of the source")


class ResultsShape(Shape):
    """What happened: an activity's page becomes its record."""

    draft: YesNo = field("草稿", "draft", False)
    on: Day = needed("日期", "date")
    text: Prose = needed("经过", "what happened")
    figures: list[FigureShape] = field("数字", "figures", default_factory=list)


class WithdrawnShape(Shape):
    """An activity that was published once and is gone; its page says so."""

    id: Id = needed("编号", "id")
    title: Line = needed("标题", "title")
    on: Day = needed("撤下日期", "since when")
    reason: Line = needed("原因", "why")


class CountShape(Shape):
    what: Line = needed("对象", "of what")
    number: Number = needed("数目", "number")
    unit: Line = needed("量词", "measure word")


class NamedShape(Shape):
    name: Line = needed("名称", "name")
    url: Url | None = field("网址", "address")


Named = Annotated[NamedShape, BeforeValidator(name_to_record)]


def _named_open_last(records: list[NamedShape]) -> list[NamedShape]:
    open_last([record.name for record in records])
    return records


NamedList = Annotated[list[Named], AfterValidator(_named_open_last)]


class DutyShape(Shape):
    who: Line = needed("由谁", "who")
    what: Line = needed("做什么", "what")


class DeadlineShape(DutyShape):
    to: Line | None = field("报送", "to whom")
    due: When = needed("期限", "by when")


class PartShape(Shape):
    id: Id = needed("编号", "id")
    formerly: list[Id] = field("曾用编号", "former ids", default_factory=list)
    name: Line = needed("名称", "name")
    kind: Kind | None = field("类别", "kind")
    when: When | None = field("时间", "when")
    order: Number | None = field("先后次序", "order")
    edition: Number | None = field("届次", "edition")
    parent: Line | None = field("上级赛事", "what it belongs to")
    tracks: Names | None = field("赛项", "tracks")
    tracks_printed: Number | None = field("原文所写赛项数", "number of tracks as printed")
    form: Form | None = field("形式", "form")
    summary: Line | None = field("一句话说明", "in one sentence")
    note: Line | None = field("编者说明", "editor's remark")


class ActivityShape(Shape):
    id: Id = needed("编号", "id")
    draft: YesNo = field("草稿", "draft", False)
    number: Number = needed("序号", "number")
    source: Line = needed("文件条目", "clause")
    title: Line = needed("标题", "title")
    title_printed: Line | None = field("原文排作", "title exactly as printed")
    code: Code | None = field("短地址", "short address")
    formerly: list[Id] = field("曾用编号", "former ids", default_factory=list)
    status: Status | None = field("状态", "status")
    kind: Kind = needed("类别", "kind")
    summary: Line = needed("一句话说明", "in one sentence")
    description: Prose = needed("详细说明", "details")
    when: When | None = field("时间", "when")
    phase: Id | None = field("所属阶段", "phase")
    occasions: Names | None = field("活动节点", "occasions")
    lead: Bodies | None = field("牵头单位", "led by")
    support: Bodies | None = field("分工负责单位", "supported by")
    guide: Bodies | None = field("指导单位", "guided by")
    host: Bodies | None = field("主办单位", "hosted by")
    organise: Bodies | None = field("承办单位", "organised by")
    co_organise: Bodies | None = field("协办单位", "co-organised by")
    credit: Line = needed("分工原文", "responsibility as printed")
    audiences: list[Audience] = field("面向", "for whom", default_factory=list)
    audience_printed: Line | None = field("面向（原文）", "for whom, as printed")
    form: Form | None = field("形式", "form")
    open_to_public: YesNo | None = field("公众能否参加", "can the public take part")
    joining: Line | None = field("参加办法", "how to join")
    parts: list[PartShape] = field("子活动", "parts", default_factory=list)
    parts_open: YesNo = field("子活动未列全", "parts left open", False)
    platforms: NamedList = field("平台", "platforms", default_factory=list)
    venues: Names | None = field("场所", "venues")
    places: Names | None = field("地点", "places")
    services: Names | None = field("服务", "services")
    topics: Names | None = field("内容", "topics")
    reach: Names | None = field("走进", "reaching")
    materials: Names | None = field("资料", "materials")
    counts: list[CountShape] = field("数目", "counts", default_factory=list)
    corrections: list[CorrectionShape] = field("勘误", "corrections", default_factory=list)
    links: list[LinkShape] = field("链接", "links", default_factory=list)
    updates: list[UpdateShape] = field("更新", "updates", default_factory=list)
    continues: Line | None = field("延续自", "continues")
    results: ResultsShape | None = field("结果", "results")


class PhaseShape(Shape):
    id: Id = needed("编号", "id")
    formerly: list[Id] = field("曾用编号", "former ids", default_factory=list)
    number: Number = needed("序号", "number")
    source: Line = needed("文件条目", "clause")
    name: Line = needed("名称", "name")
    when: When = needed("时间", "when")
    tentative: YesNo = field("拟定", "tentative", False)
    summary: Line = needed("一句话说明", "in one sentence")
    materials: Names | None = field("发布内容", "what is published")
    duties: list[DutyShape] = field("任务", "duties", default_factory=list)
    deadlines: list[DeadlineShape] = field("期限", "deadlines", default_factory=list)


class RequirementShape(Shape):
    id: Id = needed("编号", "id")
    formerly: list[Id] = field("曾用编号", "former ids", default_factory=list)
    number: Number = needed("序号", "number")
    source: Line = needed("文件条目", "clause")
    title: Line = needed("标题", "title")
    text: Prose = needed("内容", "text")
    duties: list[DutyShape] = field("任务", "duties", default_factory=list)
    deadlines: list[DeadlineShape] = field("期限", "deadlines", default_factory=list)


class ThemeShape(Shape):
    text: Line = needed("主题", "theme")
    printed: Spellings | None = field("原文各种写法", "every printed spelling")


class ParentShape(Shape):
    name: Line = needed("名称", "name")
    issuers: Line | None = field("部署单位", "issued by")


class PrintedShape(Shape):
    on: Day = needed("印发日期", "date of printing")
    by: Body = needed("印发机关", "printed by")
    office: Line | None = field("内设机构", "office")


class AddresseesShape(Shape):
    text: Line = needed("主送机关原文", "addressees as printed")
    scope: Line = needed("范围", "scope")
    bodies: Names = needed("单位类别", "kinds of bodies")
    others: Names | None = field("其他", "others")


class BasisShape(Shape):
    title: Line = needed("文件名称", "title")
    issuer: Line | None = field("发文机关", "issuer")
    number: Line | None = field("文号", "number")


class DocumentShape(Shape):
    title: Line = needed("标题", "title")
    plan_title: Line = needed("所附方案", "the plan attached")
    number: Line = needed("发文字号", "document number")
    signed: Day = needed("成文日期", "date of signing")
    printed: PrintedShape | None = field("印发", "printed")
    published: Moment | None = field("发布时间", "time of publication")
    issuers: Bodies = needed("发文机关", "issuers in the header, in order")
    signatories: Bodies = needed("落款单位", "signatories, in order")
    signatories_missing: Line | None = field("落款缺失说明", "why signatories are missing")
    addressees: AddresseesShape = needed("主送机关", "addressees")
    basis: list[BasisShape] = field("依据", "basis", default_factory=list)


class OfficeShape(Shape):
    body: Body = needed("单位", "body")
    office: Line | None = field("内设机构", "office")


class CommitteeShape(Shape):
    name: Line = needed("名称", "name")
    role: Line = needed("身份", "role")
    members: Bodies = needed("成员单位", "members, in order")
    convener: Line = needed("召集人", "convener")
    convener_body: Body = needed("召集人单位", "the convener's body")
    member_posts: Line = needed("成员", "member posts")
    office: OfficeShape = needed("日常工作", "day-to-day office")
    duty: Line = needed("职责", "duty")


class LocalShape(Shape):
    scope: Line = needed("范围", "scope")
    duty: Line = needed("职责", "duty")


class HostingShape(Shape):
    source: Line = needed("文件条目", "clause")
    relation: Line = needed("举办方式", "relation as printed")
    hosts: Bodies | None = field("举办单位", "hosts, in order")
    printed_count: Number | None = field("原文所写单位数", "number of hosts as printed")
    committee: CommitteeShape | None = field("组委会", "committee")
    local: LocalShape | None = field("地方", "local level")


class PlatformShape(Shape):
    name: Line = needed("名称", "name")
    url: Url = needed("网址", "address")
    label: Line = needed("网址原文", "address as printed")
    source: Line = needed("文件条目", "clause")
    summary: Line = needed("一句话说明", "in one sentence")


class CampaignShape(Shape):
    id: Id = needed("编号（与文件名相同）", "id (the file's name)")
    draft: YesNo = field("草稿", "draft", False)
    formerly: list[Id] = field("曾用编号", "former ids", default_factory=list)
    region: Id = needed("地区", "region")
    year: Year = needed("年份", "year")
    name: Line = needed("名称", "name")
    short_name: Line = needed("简称", "short name")
    theme: ThemeShape = needed("主题", "theme")
    colour: Colour = needed("主色", "colour")
    summary: Line = needed("一句话说明", "in one sentence")
    aims: Prose = needed("总体要求", "aims")
    period: When = needed("时间", "period")
    period_source: Line = needed("时间所在条目", "clause of the period")
    parent: ParentShape | None = field("全国活动", "national campaign")
    show_notes: YesNo = field("公开编者说明", "show the editor's notes", True)
    document: DocumentShape = needed("文件", "document")
    hosting: HostingShape = needed("组织", "who is behind it")
    phases: list[PhaseShape] = field("阶段", "phases", default_factory=list)
    platforms: list[PlatformShape] = field("外部平台", "external platforms", default_factory=list)
    activities: list[ActivityShape] = needed("活动", "activities", min_length=1)
    requirements: list[RequirementShape] = field("工作要求", "requirements", default_factory=list)
    links: list[LinkShape] = field("链接", "links", default_factory=list)
    updates: list[UpdateShape] = field("更新", "updates", default_factory=list)
    withdrawn: list[WithdrawnShape] = field("已撤下的活动", "withdrawn activities", default_factory=list)


class BodyOfficeShape(Shape):
    id: Id = needed("编号", "id")
    name: Line = needed("名称", "name")


class BodyShape(Shape):
    id: Id = needed("编号", "id")
    name: Line = needed("全称", "full name")
    short: Line = needed("简称", "short name")
    aliases: Spellings | None = field("其他写法", "other spellings")
    formerly: list[Id] = field("曾用编号", "former ids", default_factory=list)
    kind: BodyKind = needed("类别", "kind")
    url: Url | None = field("网址", "address")
    offices: list[BodyOfficeShape] = field("内设机构", "offices", default_factory=list)


class RegisterShape(Shape):
    region: Id = needed("地区", "region")
    name: Line = needed("地区名称", "name of the region")
    code: Line = needed("行政区划代码", "administrative code")
    organisations: list[BodyShape] = needed("单位", "bodies", min_length=1)


class ContactShape(Shape):
    body: Body = needed("单位", "body")
    person: Line | None = field("联系人", "person")
    phone: Phone = needed("电话", "telephone")
    office_owned: YesNo = field("单位公用", "belongs to the office", False)
    updates: list[UpdateShape] = field("更新", "updates", default_factory=list)


class ContactsShape(Shape):
    campaign: Id = needed("活动编号", "campaign")
    people_until: Day = needed("联系人姓名公布至", "last day on which names are published")
    source: Line = needed("文件位置", "place in the document")
    contacts: list[ContactShape] = needed("联系人", "contacts", min_length=1)


class SynonymsShape(Shape):
    """What the finder takes for the same word."""

    zh: list[Spellings] = field("中文同义词", "Chinese synonyms", default_factory=list)
    en: list[Spellings] = field("英文同义词", "English synonyms", default_factory=list)
