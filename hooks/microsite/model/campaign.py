"""A campaign as an editor writes it and as the program understands it: one record a concept.

Each field is declared once (see ``fields``), with its title and its explanation in both languages. Names are
resolved and dates read where a data file is read; everything is frozen, and printed wording is kept wherever
it matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any

from ..core import urls
from ..core.dates.fuzzy import FuzzyDate
from ..core.language import DEFAULT
from ..core.problems import Mark
from ..core.typography import spelling
from .choices import Access, Audience, Form, Kind, LinkKind, Measure, SessionStatus, Status, Tongue
from .fields import DivisionOf, derived, optional, record, required
from .organisations import BodyList, Mention, Office, Organisation, Region
from .places import Area, Places, Venue
from .values import (
    FIRST_ID,
    ID,
    NO_WORDS,
    Code,
    Colour,
    Day,
    Email,
    Extension,
    FileName,
    Id,
    Line,
    NameList,
    Number,
    OfMoment,
    OwnLanguage,
    Phone,
    Printed,
    Prose,
    ShortWords,
    Spellings,
    Url,
    Words,
    Year,
    YesNo,
)

__all__ = [
    "Activity",
    "Addressees",
    "Attachment",
    "Attendance",
    "Basis",
    "BodyList",
    "Booking",
    "Campaign",
    "Clause",
    "Committee",
    "Contact",
    "ContactList",
    "Count",
    "Deadline",
    "Division",
    "Document",
    "DocumentCorrection",
    "Duty",
    "Figure",
    "Group",
    "Helpline",
    "Hosting",
    "Link",
    "LocalDuty",
    "Mention",
    "NameList",
    "Named",
    "Office",
    "Organisation",
    "Parent",
    "Part",
    "Phase",
    "Places",
    "Plan",
    "Platform",
    "Printing",
    "Region",
    "Requirement",
    "Results",
    "Session",
    "Telephone",
    "Theme",
    "Update",
    "When",
    "Withdrawn",
    "Words",
    "spelling",
]

RegionOfCampaign = Annotated[Region, ID]

def nothing(cls: Any, **given: Any) -> Any:
    """A record of which a plan says nothing else."""
    return cls(**given)


NOWHERE = Mark("")
DivisionOfBody = Annotated[Office, DivisionOf("body")]
DivisionOfPrinter = Annotated[Office, DivisionOf("by")]


@record
class When:
    """A time in the data, as it is typed and as it is read (``date``).

    ``was`` is what the notice announced, where the time was changed since: then ``text`` is the office's own, and
    the document does not print it.
    """

    text: Line = required(
        "原文写法", "as printed", "原文的写法；有 `was` 时是现在的时间",
        "as printed; beside `was`, the time as it is now", "`7月9月`",
    )
    means: Line | None = optional(None, "应为", "what is meant", "应为", "what is meant", "`7月至9月`")
    was: Line | None = optional(
        None, "通知原定的时间", "the time that the notice announced", "后来改了时间的，通知原定的写法",
        "what the notice announced, where the time was changed since", "`6月下旬`",
    )
    without: tuple[Line, ...] = optional(
        (), "除外的日期", "dates left out", "按星期重复的，后来停的日子",
        "of what repeats, the days that were left out since", "`[6月19日]`", key="except",
    )
    note: Words | None = optional(None, "说明", "why", "为什么这样理解", "why it is read so", context="list")
    date: FuzzyDate = derived()
    mark: Mark = derived(compare=False)

    @property
    def printed(self) -> str:
        """The words of the document."""
        return self.was or self.date.text


@record
class DocumentCorrection:
    """A slip of the printed text: what stands there, what is meant (if sure), and why."""

    printed: Line = required(
        "原文写法", "as printed", "原文的写法，一字不改", "as printed, letter for letter", "`农场品电商`",
    )
    means: Line | None = optional(
        None, "应为（不确定时不写）", "what is meant (left out where unsure)", "应为；不确定时不写",
        "what is meant; left out where unsure", "`农产品电商`",
    )
    note: Words = required("说明", "why", "说明", "why", context="list")


@record
class Link:
    """A link to an entry, a report or a download."""

    kind: LinkKind = required(
        "类别", "kind", "类别，见[可选值](#choices)", "kind, see [choices](#choices)", "`entry`",
    )
    title: Words = required("标题", "title", "标题", "title", "`网上报名`", context="list")
    url: Url = required("网址", "address", "网址", "address", "`https://example.org/signup`")


@record
class Attachment:
    """A file that comes with the notice or is needed for an activity: a form, a receipt, a list."""

    file: FileName = required(
        "文件", "file", "`docs/files/` 里的文件名，连文件夹", "name of a file in `docs/files/`, with its folder",
        "`2026/huizhi.docx`",
    )
    title: Words = required("标题", "title", "标题", "title", "`参会回执`", context="list")
    address: str = derived("", "where it is, from the site's root")
    media: str = derived("", "its media type (RFC 6838)")
    size: int = derived(0, "its size in bytes")
    mark: Mark = derived(compare=False)


@record
class Update:
    """A change told in words; a material one is news to readers, a minor one is not."""

    on: Day = required("日期", "date", "日期", "date", "`2025-06-20`")
    text: Words = required("改动说明", "what changed", "改了什么", "what changed", draft="own", context="list")
    material: YesNo = optional(
        True, "是否实质改动", "whether it matters to readers", "读者是否要在意；只改错字写 `false`，默认 `true`",
        "does it matter to readers; `false` for a mere misprint, `true` unless written", "`false`",
    )
    draft: YesNo = optional(
        False, "草稿", "draft", "草稿，只在预览里，见[草稿](#drafts)；默认 `false`",
        "shown in the preview only, see [drafts](#drafts); `false` unless written", "`true`", private=True,
    )
    place: int = derived(1)

    @property
    def anchor(self) -> str:
        """Its fragment: the day, and its number where the day has several."""
        return urls.anchor("change", self.on.isoformat() + (f"-{self.place}" if self.place > 1 else ""))


@record
class Figure:
    """A figure of what was achieved; ``measure`` names the total that it counts towards."""

    what: Words = required("对象", "of what", "数的是什么", "what is counted", "`网上竞答`")
    measure: Measure = required(
        "计入哪一项合计", "the total it counts towards", "计入哪一项合计，见[可选值](#choices)",
        "the total it counts towards, see [choices](#choices)", "`participants`",
    )
    number: Number = required("数目", "number", "数目，阿拉伯数字", "the number, in digits", "`120000`")
    unit: Line = required("量词", "measure word", "量词", "measure word", "`人次`")
    definition: Words = required("口径", "how it was counted", "口径：怎样数的", "how it was counted")
    source: Words = required("来源", "source", "来源", "where it is from")
    url: Url | None = optional(
        None, "来源网址", "address of the source", "来源的网址", "address of the source",
        "`https://example.org/report`",
    )


@record
class Results:
    """What happened, as known on a day. The activity's page becomes its record."""

    draft: YesNo = optional(
        False, "草稿", "draft", "草稿，只在预览里，见[草稿](#drafts)；默认 `false`",
        "shown in the preview only, see [drafts](#drafts); `false` unless written", "`true`", private=True,
    )
    on: Day = required("日期", "date", "截至哪一天", "as known on which day", "`2025-08-01`")
    text: Prose = required(
        "经过", "what happened", "经过和结果；可用 Markdown", "what happened; Markdown", draft="own",
    )
    figures: tuple[Figure, ...] = optional(
        (), "数字", "figures", "数字的列表，见[结果的数字](#figure)", "list of figures, see [figure](#figure)",
    )


@record
class Withdrawn:
    """An activity that was published once and is gone. Its page says so."""

    id: Id = required("编号", "id", "那项活动的编号", "id of that activity", "`old-quiz`")
    title: Words = required("标题", "title", "那项活动的标题", "its title")
    on: Day = required("撤下日期", "since when", "撤下的日期", "since which day", "`2025-06-20`")
    reason: Words = required("原因", "why", "原因", "why")


@record
class Count:
    """A printed figure, such as 40 家 bases."""

    what: Words = required("对象", "of what", "数的是什么", "what is counted", "`国家级培训基地`", context="list")
    number: Number = required("数目", "number", "数目，阿拉伯数字", "the number, in digits", "`3`")
    unit: Line = required("量词", "measure word", "量词", "measure word", "`家`")


@record
class Platform:
    """A site or an app whose address the notice prints."""

    name: Words = required("名称", "name", "名称", "name")
    url: Url = required(
        "网址", "address", "网址，以 https:// 或 http:// 开头", "address, begins with https:// or http://",
        "`https://example.org/`",
    )
    label: Line = required(
        "网址原文", "address as printed", "原文写的网址", "the address as printed", "`www.example.org`",
    )
    source: Line = required(
        "文件条目", "clause", "文件里的条目号，用全角括号", "clause of the document, with full-width brackets",
        "`六（三）`",
    )
    summary: Words = required("一句话说明", "in one sentence", "一句话说明", "in one sentence")


@record
class Named:
    """A site or an app by its name, perhaps with its address; often the name alone."""

    name: Words = required("名称", "name", "名称", "name", "`赣服通`", context="list")
    url: Url | None = optional(None, "网址", "address", "网址", "address", "`https://example.org/`")
    label: str | None = derived(meaning="always null here; see the platforms of a campaign")
    source: str | None = derived(meaning="always null here; see the platforms of a campaign")
    summary: Words | None = derived(meaning="always null here; see the platforms of a campaign")


@record
class Duty:
    """Who has to do what."""

    who: Words = required("由谁", "who", "由谁做，照原文", "who, as printed", "`各市有关部门`")
    what: Words = required("做什么", "what", "做什么", "what they do", "`开展相关活动`")


@record
class LocalDuty:
    """What the places below the region have to do."""

    scope: Words = required("范围", "scope", "范围", "which area", "`各市有关部门`")
    duty: Words = required("职责", "duty", "任务", "what they have to do")


@record
class Deadline:
    """By when somebody has to hand in something, and to whom."""

    who: Words = optional(NO_WORDS, "由谁", "who", "由谁做", "who", "`各市有关部门`")
    what: Words = required("做什么", "what", "做什么", "what is due", "`报送工作总结`")
    to: Words | None = optional(None, "报送", "to whom", "报给谁", "to whom", "`省委网信办`")
    due: When = required(
        "期限", "by when", "期限，照原文，可带几点几分", "by when, as printed, with or without an hour", "`7月10日17:00前`",
    )


@record
class Part:
    """A named piece of an activity: a contest, a course, a column."""

    id: Id = required(
        "编号", "id", "永久编号，网址由它而来；公布后不再改",
        "permanent id, part of the address; never changed once published", "`beidou-cup`",
    )
    formerly: tuple[Id, ...] = optional(
        (), "曾用编号", "former ids", "曾用过的编号，旧网址由此仍然有效；改编号时才写",
        "ids used before, which keep old addresses alive; only after a change of id", "`[beidou]`",
    )
    first_id: Id | None = derived(meaning=FIRST_ID)
    name: Words = required("名称", "name", "名称，照原文，连引号", "name as printed, with its quotation marks")
    kind: Kind | None = optional(
        None, "类别", "kind", "类别，见[可选值](#choices)", "kind, see [choices](#choices)", "`course`",
    )
    when: When | None = optional(None, "时间", "when", "时间", "time", "`7月`")
    order: Number | None = optional(None, "先后次序", "order", "先后次序", "place in order", "`1`")
    edition: Number | None = optional(None, "届次", "edition", "届次", "edition", "`2`")
    parent: Words | None = optional(
        None, "上级赛事", "what it belongs to", "上级赛事或行动", "the larger event it belongs to",
    )
    tracks: NameList = optional(NameList(), "赛项", "tracks", "赛项", "tracks", "`[数据安全]`")
    tracks_printed: Number | None = optional(
        None, "原文所写赛项数", "number of tracks as printed", "原文写的赛项数", "number of tracks as printed", "`3`",
    )
    form: Form | None = optional(None, "形式", "form", "形式", "form", "`onsite`")
    place: Words | None = optional(None, "地点", "place", "地点，照原文", "place, as printed", "`市科技馆一楼`")
    lead: BodyList = optional(BodyList(), "牵头单位", "led by", "这一项由谁牵头", "who leads this part", "`[省教育厅]`")
    summary: Words | None = optional(None, "一句话说明", "in one sentence", "一句话说明", "in one sentence")
    deadlines: tuple[Deadline, ...] = optional(
        (), "期限", "deadlines", "期限的列表，见[期限](#deadline)", "list of deadlines, see [deadline](#deadline)",
    )
    note: Words | None = optional(None, "编者说明", "editor's remark", "编者说明", "editor’s remark")


@record
class Booking:
    """How a place is booked, and until when."""

    needed: YesNo | None = optional(
        None, "是否需要", "needed", "要不要预约报名；通知没写就不写",
        "whether one has to book; left out where the notice does not say", "`true`",
    )
    url: Url | None = optional(
        None, "网址", "address", "网上预约报名的网址", "where to book online", "`https://example.org/signup`",
    )
    phone: Phone | None = optional(
        None, "电话", "telephone", "预约报名的电话，连区号", "telephone for booking, with its area code",
        "`0791-88912762`",
    )
    email: Email | None = optional(
        None, "邮箱", "e-mail", "预约报名的邮箱", "mailbox for booking", "`kpzx@example.gov.cn`",
    )
    until: When | None = optional(
        None, "截止", "until", "截止的时间，可带几点几分", "until when, with or without an hour", "`5月16日12:00前`",
    )


FREE = frozenset("免费 全部免费 全程免费 免费参加 免费参与 免费开放 免费入场 免费报名 不收费 free".split()) | {"free of charge"}
"""What is written where nothing has to be paid; anything else is a price or a condition."""


@record
class Attendance:
    """What somebody who wants to come has to know, of an activity or of one of its sessions."""

    booking: Booking | None = optional(
        None, "预约报名", "booking", "怎样预约报名，见[预约报名](#booking)", "how to book, see [booking](#booking)",
    )
    cost: Words | None = optional(
        None, "费用", "cost", "费用，照原文；不收费的写 `免费`", "what it costs, as printed; `免费` where it is free",
        "`免费`",
    )
    capacity: Number | None = optional(
        None, "名额", "capacity", "最多多少人，阿拉伯数字", "how many people at most, in digits", "`50`",
    )
    languages: tuple[Tongue, ...] = optional(
        (), "语言", "languages", "现场讲什么语言，见[可选值](#choices)", "languages spoken, see [choices](#choices)",
        "`[zh, yue]`",
    )
    access: tuple[Access, ...] = optional(
        (), "无障碍", "access", "有哪些无障碍服务，见[可选值](#choices)",
        "what there is for disabled people, see [choices](#choices)", "`[sign-language, step-free]`",
    )
    is_free: bool = derived(False, "whether the notice says in so many words that it is free")


@record
class Session(Attendance):
    """One time and place of an activity (schema.org Event, OpenActive ScheduledSession)."""

    id: Id | None = optional(
        None, "编号", "id", "永久编号，可以不写；写了，改时间改地点以后网址和日历里还是它",
        "permanent id, may be left out; with one it stays the same session when its time or place changes", "`qingxi-1`",
    )
    when: When = required(
        "时间", "when", "时间，到几点几分，见[时间](#dates)", "time, to the minute, see [times](#dates)",
        "`6月15日9:30-11:30`",
    )
    place: Words | None = optional(
        None, "地点", "place", "地点，照原文，或登记过的[场馆](#venue)", "place as printed, or a registered [venue](#venue)",
        "`清溪市图书馆`",
    )
    area: Line | None = optional(
        None, "市县", "area", "市县；登记过的场馆不用写", "city or county; a registered venue needs none", "`清溪市`",
    )
    address: Words | None = optional(None, "地址", "address", "街道和门牌", "street and number", "`文昌路 8 号`")
    host: BodyList = optional(BodyList(), "主办单位", "hosted by", "这一场由谁办", "who holds this one", "`[省图书馆]`")
    status: SessionStatus | None = optional(
        None, "状态", "status", "取消、延期、满额或改地点时写，见[可选值](#choices)",
        "where it is called off, put off, full or moved, see [choices](#choices)", "`full`",
    )
    note: Words | None = optional(None, "说明", "note", "要读者知道的一句话", "one sentence that readers need")
    changed: Day | None = optional(
        None, "改动日期", "changed on", "取消、延期、满额、改时间或改地点是哪一天；写了，改动页和订阅里就有这一场",
        "the day on which it was called off, put off, full or moved; with it the page of changes and the feed tell of it",
        "`2025-06-12`",
    )
    venue: Venue | None = derived()
    town: Area | None = derived()
    mark: Mark = derived(compare=False)


@record
class Activity(Attendance):
    """One numbered activity of a plan."""

    id: Id = required(
        "编号", "id", "永久编号，网址由它而来；公布后不再改",
        "permanent id, part of the address; never changed once published", "`online-quiz`",
    )
    draft: YesNo = optional(
        False, "草稿", "draft", "草稿，只在预览里，见[草稿](#drafts)；默认 `false`",
        "shown in the preview only, see [drafts](#drafts); `false` unless written", "`true`", private=True,
    )
    number: Number = required("序号", "number", "序号，照原文的次序", "number, in the printed order", "`2`")
    source: Line = optional(
        "", "文件条目", "clause", "文件里的条目号，用全角括号", "clause of the document, with full-width brackets",
        "`四（二）`",
    )
    title: Words = required(
        "标题", "title", "标题，照原文，不带序号", "title as printed, without its ordinal", draft="any",
    )
    title_printed: Line | None = optional(
        None, "原文排作", "title exactly as printed", "原文在标题里多了空格等时，照排原样",
        "the title exactly as set, where print has extra spaces", "`举办 2024 年山东科技活动周`",
    )
    code: Code | None = optional(
        None, "短地址", "short address", "短地址用的代码：三到八个小写字母和数字，以字母开头",
        "code of the short address: three to eight letters and digits, a letter first", "`j2207`",
    )
    formerly: tuple[Id, ...] = optional(
        (), "曾用编号", "former ids", "曾用过的编号，旧网址由此仍然有效；改编号时才写",
        "ids used before, which keep old addresses alive; only after a change of id", "`[quiz]`",
    )
    first_id: Id | None = derived(meaning=FIRST_ID)
    status: Status | None = optional(
        None, "状态", "status", "取消或延期时写，见[可选值](#choices)",
        "where it is called off or put off, see [choices](#choices)", "`cancelled`",
    )
    kind: Kind | None = optional(
        None, "类别", "kind", "类别，见[可选值](#choices)", "kind, see [choices](#choices)", "`quiz`",
    )
    summary: Words = required(
        "一句话说明", "in one sentence", "一句话：给谁、有什么；最好不超过 45 字",
        "one sentence: what, for whom; best under 45 characters",
    )
    description: Prose = optional(
        NO_WORDS, "详细说明", "details", "详细说明，用平实的话重写；可用 Markdown",
        "details, rewritten in plain words; Markdown",
    )
    when: When | None = optional(
        None, "时间", "when", "时间，见[时间](#dates)", "time, see [times](#dates)", "`8月中旬`",
    )
    phase: Id | None = optional(None, "所属阶段", "phase", "所属阶段的 `id`", "`id` of its phase", "`implementation`")
    occasions: NameList = optional(
        NameList(), "活动节点", "occasions", "活动节点", "occasions", "`[科技周, 科普日, 等]`",
    )
    lead: BodyList = optional(BodyList(), "牵头单位", "led by", "牵头单位", "led by", "`[省委网信办]`", private=True)
    support: BodyList = optional(
        BodyList(), "分工负责单位", "shared with", "分工负责单位；配合单位写 `assist`，支持单位写 `back`",
        "bodies among which the work is divided; for those that assist or back it see `assist` and `back`", "`all`", private=True,
    )
    guide: BodyList = optional(
        BodyList(), "指导单位", "guided by", "指导单位", "guided by", "`[省教育厅]`", private=True,
    )
    host: BodyList = optional(
        BodyList(), "主办单位", "hosted by", "主办单位", "hosted by", "`[省教育厅]`", private=True,
    )
    organise: BodyList = optional(
        BodyList(), "承办单位", "organised by", "承办单位", "organised by", "`[省教育厅]`", private=True,
    )
    co_organise: BodyList = optional(
        BodyList(), "协办单位", "co-organised by", "协办单位", "co-organised by", "`[省教育厅]`", private=True,
    )
    assist: BodyList = optional(
        BodyList(), "配合单位", "assisted by", "配合、协助、参与的单位", "bodies that assist or take part",
        "`[省教育厅]`", private=True,
    )
    back: BodyList = optional(
        BodyList(), "支持单位", "backed by", "支持单位", "bodies that back it", "`[省教育厅]`", private=True,
    )
    credit: Line = optional(
        "", "分工原文", "responsibility as printed", "原文括号里的分工，不带括号",
        "the responsibility line as printed, without its brackets", "`省委网信办牵头负责`",
    )
    audiences: tuple[Audience, ...] = optional(
        (), "面向", "for whom", "面向谁，可写几种，见[可选值](#choices)",
        "for whom, one or several, see [choices](#choices)", "`[older, farmers]`",
    )
    audience_printed: Words | None = optional(
        None, "面向（原文）", "for whom, as printed", "面向谁，照原文", "for whom, as printed", "`广大网民`",
    )
    form: Form | None = optional(
        None, "形式", "form", "形式，见[可选值](#choices)", "form, see [choices](#choices)", "`online`",
    )
    open_to_public: YesNo | None = optional(
        None, "公众能否参加", "can the public take part", "公众能否参加；通知没写就不写",
        "can the public take part; left out where the notice does not say", "`true`",
    )
    joining: Words | None = optional(
        None, "参加办法", "how to join", "参加办法，只写通知写了的", "how to take part, only what the notice says",
    )
    deadlines: tuple[Deadline, ...] = optional(
        (), "期限", "deadlines", "报名、交作品、交回执等的期限，见[期限](#deadline)",
        "what is due and by when, such as works or a receipt, see [deadline](#deadline)",
    )
    attachments: tuple[Attachment, ...] = optional(
        (), "附件", "attachments", "要读者下载的文件，如报名表，见[附件](#attachment)",
        "files for readers to download, such as a form, see [attachment](#attachment)",
    )
    sessions: tuple[Session, ...] = optional(
        (), "场次", "sessions", "场次的列表，见[场次](#session)；很多场时写成表格", "list of sessions, see "
        "[session](#session); many are written as a table", at="sessions",
    )
    parts: tuple[Part, ...] = optional(
        (), "子活动", "parts", "子活动的列表，见[子活动](#part)", "list of parts, see [part](#part)",
    )
    parts_open: YesNo = optional(
        False, "子活动未列全", "parts left open", "原文以“等”结尾、没有列全时为 `true`",
        "`true` where the notice leaves the parts open (等)", "`true`",
    )
    platforms: tuple[Named, ...] = optional(
        (), "平台", "platforms", "平台的列表，见[带网址的名称](#named)",
        "list of platforms, see [named things](#named)", "`[网站, App, 等]`",
    )
    venues: NameList = optional(NameList(), "场所", "venues", "场所", "venues", "`[老年大学, 等]`")
    places: NameList = optional(NameList(), "地点", "places", "地点", "places", "`[泰安]`")
    services: NameList = optional(NameList(), "服务", "services", "服务", "services", "`[预约挂号]`")
    topics: NameList = optional(NameList(), "内容", "topics", "讲什么、学什么", "topics", "`[人工智能]`")
    reach: NameList = optional(
        NameList(), "走进", "reaching", "走进哪里", "where it reaches out to", "`[高校, 社区]`",
    )
    materials: NameList = optional(NameList(), "资料", "materials", "资料", "materials", "`[宣传手册]`")
    awards: NameList = optional(
        NameList(), "奖项", "prizes", "奖项，照原文，连名额和奖品", "prizes as printed, with how many there are and what one gets",
        "`[一等奖2名, 参与奖100名]`",
    )
    group: Id | None = optional(
        None, "所属板块", "group", "所属板块的 `id`，见[板块](#group)", "`id` of its [group](#group)", "`reading`",
    )
    short_title: ShortWords | None = optional(
        None, "短标题", "short title", "卡片和方块上用的短标题，不超过 12 个字",
        "short title for cards and squares, 12 characters at most", "`手机课堂`", draft="any",
    )
    counts: tuple[Count, ...] = optional(
        (), "数目", "counts", "数目的列表，见[数目](#count)", "list of numbers, see [count](#count)",
    )
    corrections: tuple[DocumentCorrection, ...] = optional(
        (), "勘误", "corrections", "勘误的列表，见[勘误](#correction)",
        "list of corrections, see [correction](#correction)",
    )
    links: tuple[Link, ...] = optional(
        (), "链接", "links", "链接的列表，见[链接](#link)", "list of links, see [link](#link)",
    )
    updates: tuple[Update, ...] = optional(
        (), "更新", "updates", "更新的列表，见[更新](#update)", "list of updates, see [update](#update)",
        newest_first=True,
    )
    continues: Line | None = optional(
        None, "延续自", "continues", "延续往届的哪项活动：方案编号/活动编号",
        "the earlier activity it continues: campaign/activity", "`jiangxi-2022/women`",
    )
    results: Results | None = optional(
        None, "结果", "results", "办完以后的结果，见[结果](#results)", "what came of it, see [results](#results)",
    )
    platforms_open: bool = derived(False, "whether the notice ends its platforms with 等")
    roles: Mapping[str, BodyList] = derived(
        meaning="lead, support and the other roles: those that the notice names; part: who leads a part",
    )
    mark: Mark = derived(compare=False)

    @property
    def has_times(self) -> bool:
        """Whether its parts or its sessions say when."""
        return bool(self.sessions) or any(part.when for part in self.parts)

    @property
    def due(self) -> tuple[Deadline, ...]:
        """What is due for it and for its parts."""
        return (*self.deadlines, *(each for part in self.parts for each in part.deadlines))

    def holding(self, role: str) -> tuple[Organisation, ...]:
        """The bodies that have a role, once each; one that leads is not also counted among 各活动单位."""
        bodies = self.roles.get(role, BodyList())
        leads = {body.id for body in self.lead.organisations} if bodies.everyone and role != "lead" else ()
        return tuple({body.id: body for body in bodies.organisations if body.id not in leads}.values())


@record
class Phase:
    """A stretch of the campaign; ``tentative`` where the plan only proposes it (拟)."""

    id: Id = required(
        "编号", "id", "永久编号，网址由它而来；公布后不再改",
        "permanent id, part of the address; never changed once published", "`warm-up`",
    )
    formerly: tuple[Id, ...] = optional(
        (), "曾用编号", "former ids", "曾用过的编号，旧网址由此仍然有效；改编号时才写",
        "ids used before, which keep old addresses alive; only after a change of id", "`[opening]`",
    )
    first_id: Id | None = derived(meaning=FIRST_ID)
    number: Number = required("序号", "number", "序号", "number", "`1`")
    source: Line = optional(
        "", "文件条目", "clause", "文件里的条目号，用全角括号", "clause of the document, with full-width brackets",
        "`三（一）`",
    )
    name: Words = required("名称", "name", "名称", "name", "`预热阶段`")
    when: When = required("时间", "when", "时间，见[时间](#dates)", "time, see [times](#dates)", "`2024年6月上旬`")
    tentative: YesNo = optional(
        False, "拟定", "tentative", "原文写“拟”时为 `true`；默认 `false`",
        "`true` where the notice says 拟 (planned); `false` unless written", "`true`",
    )
    summary: Words = optional(NO_WORDS, "一句话说明", "in one sentence", "一句话说明", "in one sentence")
    materials: NameList = optional(
        NameList(), "发布内容", "what is published", "这一阶段发布的资料", "what is published in this phase",
        "`[宣传片, 海报, 等]`",
    )
    duties: tuple[Duty, ...] = optional(
        (), "任务", "duties", "任务的列表，见[任务](#duty)", "list of duties, see [duty](#duty)",
    )
    deadlines: tuple[Deadline, ...] = optional(
        (), "期限", "deadlines", "期限的列表，见[期限](#deadline)", "list of deadlines, see [deadline](#deadline)",
    )
    mark: Mark = derived(compare=False)


@record
class Requirement:
    """One numbered demand of the plan on those who carry it out."""

    id: Id = required(
        "编号", "id", "永久编号，网址由它而来；公布后不再改",
        "permanent id, part of the address; never changed once published", "`leadership`",
    )
    formerly: tuple[Id, ...] = optional(
        (), "曾用编号", "former ids", "曾用过的编号，旧网址由此仍然有效；改编号时才写",
        "ids used before, which keep old addresses alive; only after a change of id", "`[leading]`",
    )
    number: Number = required("序号", "number", "序号", "number", "`1`")
    source: Line = optional(
        "", "文件条目", "clause", "文件里的条目号，用全角括号", "clause of the document, with full-width brackets",
        "`五、1`",
    )
    title: Words = required("标题", "title", "标题", "title", "`加强组织领导`")
    text: Prose = required(
        "内容", "text", "内容，用平实的话重写；可用 Markdown", "text, rewritten in plain words; Markdown",
    )
    duties: tuple[Duty, ...] = optional((), "任务", "duties", "任务的列表", "list of duties")
    deadlines: tuple[Deadline, ...] = optional((), "期限", "deadlines", "期限的列表", "list of deadlines")
    mark: Mark = derived(compare=False)


@record
class Printing:
    """By whom and when the notice was printed."""

    on: Day = required("印发日期", "date of printing", "印发日期", "date of printing", "`2024年5月28日`")
    by: Mention = required("印发机关", "printed by", "印发机关", "body that printed it", "`省委网信办`")
    office: DivisionOfPrinter | None = optional(
        None, "内设机构", "office", "内设机构，须已登记在名册的 `offices` 里",
        "office within it; must be in the register under `offices`", "`综合处`",
    )


@record
class Addressees:
    """To whom the notice is sent: the line as printed, and the kinds of bodies in it."""

    text: Words = required(
        "主送机关原文", "addressees as printed", "主送机关原文", "the addressees as printed", "`各市网信办、教育局`",
    )
    scope: Words = optional(NO_WORDS, "范围", "scope", "范围", "which area", "`各市`")
    bodies: NameList = optional(
        NameList(), "单位类别", "kinds of bodies", "各类单位", "kinds of bodies", "`[网信办, 教育局]`",
    )
    others: NameList = optional(
        NameList(), "其他", "others", "不属于上面的收文者", "other recipients", "`[省直新闻网站]`",
    )


NO_ADDRESSEES = nothing(Addressees, text=NO_WORDS)


@record
class Basis:
    """A document that the notice rests on."""

    title: Words = required(
        "文件名称", "title", "文件名称，不写书名号", "title, without book marks", "`提升全民数字素养与技能行动纲要`",
    )
    issuer: Words | None = optional(None, "发文机关", "issuer", "发文机关", "issuer", "`中央网信委`")
    number: Line | None = optional(None, "文号", "number", "文号", "document number")


@record
class Document:
    """The official notice: numbers, dates, who signs it, to whom, on what basis."""

    title: Words = optional(NO_WORDS, "标题", "title", "通知的标题", "title of the notice")
    plan_title: Words = optional(
        NO_WORDS, "所附方案", "the plan attached", "所附方案的标题", "title of the plan attached",
    )
    number: Line = optional(
        "", "发文字号", "document number", "发文字号", "document number", "`赣网办字〔2022〕14号`",
    )
    url: Url | None = optional(
        None, "网址", "address", "通知原文的网址", "address of the notice itself", "`https://example.org/notice`",
    )
    signed: Day | None = optional(
        None, "成文日期", "date of signing", "成文日期", "date of signing", "`2022年8月1日`",
    )
    printed: Printing | None = optional(
        None, "印发", "printed", "印发，见[印发](#printed)", "printing, see [printing](#printed)",
    )
    published: OfMoment | None = optional(
        None, "发布时间", "time of publication", "公开发布的日期，可带几点几分",
        "date of publication, with or without hour and minute", "`2022-08-05 09:30`",
    )
    issuers: BodyList = optional(
        BodyList(), "发文机关", "issuers in the header, in order", "发文机关，照次序和写法",
        "issuers in the header, in order and as printed", "`[江西省教育厅]`",
    )
    signatories: BodyList = optional(
        BodyList(), "落款单位", "signatories, in order", "落款单位，照次序和写法",
        "signatories, in order and as printed", "`[江西省教育厅]`",
    )
    signatories_missing: Words | None = optional(
        None, "落款缺失说明", "why signatories are missing", "所据文本落款不全时，说明缺什么",
        "where the copy lacks signatures: what is missing",
    )
    addressees: Addressees = optional(
        NO_ADDRESSEES, "主送机关", "addressees", "主送机关，见[主送机关](#addressees)",
        "addressees, see [addressees](#addressees)",
    )
    basis: tuple[Basis, ...] = optional(
        (), "依据", "basis", "所依据文件的列表，见[依据](#basis)",
        "list of documents it rests on, see [basis](#basis)",
    )
    mark: Mark = derived(compare=False)

    @property
    def is_given(self) -> bool:
        """Whether there is a notice that can be cited: one with a title."""
        return bool(self.title.text or self.plan_title.text)


NO_DOCUMENT = nothing(Document, mark=NOWHERE)
"""A campaign that no notice lays down, or whose notice is not at hand."""


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

    name: Words = required("名称", "name", "名称", "name")
    role: Words = optional(NO_WORDS, "身份", "role", "身份", "role", "`活动主办单位`")
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
    duty: Words = optional(NO_WORDS, "职责", "duty", "职责", "duty")


@record
class Hosting:
    """Who holds the campaign; with a committee, its members are the hosts."""

    source: Line = optional(
        "", "文件条目", "clause", "文件里的条目号，用全角括号", "clause of the document, with full-width brackets",
        "`三`",
    )
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
    """The national campaign that a region's is part of."""

    name: Words = required("名称", "name", "名称", "name", "`全民数字素养与技能提升行动`")
    issuers: Words | None = optional(
        None, "部署单位", "issued by", "部署单位，照原文写成一句", "who called for it, as printed, in one line",
        "`中央网信办等14部门`",
    )


@record
class Telephone:
    """One number of a body, where it has several; ``person`` is None once names are no longer published."""

    number: Phone = required(
        "号码", "number", "一个号码，连区号，照原文", "one number with its area code, as printed", "`0791-88912762`",
    )
    ext: Extension | None = optional(None, "分机", "extension", "分机号", "extension", "`801`")
    hours: Words | None = optional(
        None, "接听时间", "hours", "什么时候有人接", "when somebody answers", "`工作日9:00-17:00`", context="list",
    )
    person: Line | None = optional(
        None, "联系人", "person", "姓名；到期后网站上不再出现",
        "name of a person; gone from the site when it expires",
    )
    note: Words | None = optional(None, "说明", "what for", "问什么事打这个号码", "what it is for", "`报名`", context="list")
    dial: str = derived("", "the number as it is dialled (RFC 3966, without tel:)")


@record
class Helpline:
    """A number that the site adds, where the notice prints none: a city's 12345, a library's desk."""

    phone: Phone = required("电话", "telephone", "热线号码", "its number", "`12345`")
    name: Words | None = optional(None, "名称", "name", "热线的名称", "its name", "`政务服务便民热线`")
    hours: Words | None = optional(None, "接听时间", "hours", "什么时候有人接", "when somebody answers", "`全天`")


@record
class Group:
    """A heading under which the notice lists several activities (板块)."""

    id: Id = required("编号", "id", "板块的编号，活动的 `group` 写它", "id, which activities name as their `group`", "`reading`")
    name: Words = required("名称", "name", "名称，照原文", "name as printed", "`阅读推广`")
    source: Line = optional(
        "", "文件条目", "clause", "文件里的条目号，用全角括号", "clause of the document, with full-width brackets", "`三（一）`",
    )
    summary: Words = optional(NO_WORDS, "一句话说明", "in one sentence", "一句话说明", "in one sentence")


@record
class Clause:
    """A clause of the notice as it is printed."""

    source: Line = required(
        "文件条目", "clause", "条目号，用全角括号；与活动、阶段等的 `source` 相同的，也印在那里",
        "number of the clause, with full-width brackets; it is shown at an activity of the same `source`, too", "`四（二）`",
    )
    text: Printed = required("原文", "text", "原文，一字不改，可分段", "as printed, letter for letter, in paragraphs")


@record
class Contact:
    """How a body is reached; ``person`` is None once names are no longer published.

    ``phone`` and ``dial`` are those of the first number, if it has one; ``numbers`` are all of them.
    """

    body: Mention = required("单位", "body", "单位", "body", "`省教育厅`")
    person: Line | None = optional(
        None, "联系人", "person", "姓名；到期后网站上不再出现",
        "name of a person; gone from the site when it expires",
    )
    phone: Phone = optional(
        "", "电话", "telephone", "电话，连区号，照原文；有几个号码的写 `phones`",
        "telephone with its area code, as printed; where there are several, write `phones`", "`0791—88912762`",
    )
    phones: tuple[Telephone, ...] = optional(
        (), "几个电话", "telephones", "几个号码的列表，见[一个号码](#telephone)",
        "list of numbers, see [one number](#telephone)",
    )
    fax: Phone | None = optional(None, "传真", "fax", "传真，连区号", "fax, with its area code", "`0791-88912763`")
    email: Email | None = optional(None, "邮箱", "e-mail", "单位的邮箱", "mailbox of the office", "`bgs@example.gov.cn`")
    office_owned: YesNo = optional(
        False, "单位公用", "belongs to the office", "号码或邮箱看起来是个人的，但确属单位公用：写 `true` 才能公布",
        "the number or mailbox looks personal and is the office’s own: published only with `true`", "`true`",
        private=True,
    )
    updates: tuple[Update, ...] = optional(
        (), "更新", "updates", "号码等的更新，见[更新](#update)",
        "changes, such as a new number, see [update](#update)", newest_first=True,
    )
    dial: str = derived("", "the number as it is dialled (RFC 3966, without tel:)")
    numbers: tuple[Telephone, ...] = derived((), "every number, that of phone first")
    mark: Mark = derived(compare=False)

    @property
    def names_somebody(self) -> bool:
        return bool(self.person) or any(each.person for each in self.phones)


@record
class ContactList:
    """The contacts of a campaign; ``people_shown`` was decided when the data was read."""

    campaign: Id = required(
        "活动编号", "campaign", "方案编号，与文件名相同", "campaign, the same as the file’s name", "`jiangxi-2022`",
        private=True,
    )
    people_until: Day | None = optional(
        None, "联系人姓名公布至", "last day on which names are published", "姓名公布到哪一天（含当天）；写了姓名的必填",
        "last day on which names are published; needed where a person is named", "`2022-12-31`",
    )
    source: Line = optional(
        "", "文件位置", "place in the document", "在文件里的位置", "place in the document", "`通知“联系人”`",
    )
    contacts: tuple[Contact, ...] = required(
        "联系人", "contacts", "联系人的列表，至少一个，见[一条联系方式](#contact)",
        "list of contacts, at least one, see [one contact](#contact)", at_least_one=True,
    )
    people_shown: bool = derived(False, "whether names are still published")

    def line_of(self, organisation: Organisation) -> Contact | None:
        return next((c for c in self.contacts if c.body.organisation.id == organisation.id), None)


@record
class Campaign:
    """One edition: a region's campaign of one year, as its notice lays it down."""

    id: Id = required(
        "编号（与文件名相同）", "id (the file's name)", "永久编号，与文件名相同，一般是“地区-年份”",
        "permanent id, the same as the file’s name; usually region-year", "`jiangxi-2022`",
    )
    draft: YesNo = optional(
        False, "草稿", "draft", "草稿，只在预览里，见[草稿](#drafts)；默认 `false`",
        "shown in the preview only, see [drafts](#drafts); `false` unless written", "`true`", private=True,
    )
    formerly: tuple[Id, ...] = optional(
        (), "曾用编号", "former ids", "曾用过的编号，旧网址由此仍然有效；改编号时才写",
        "ids used before, which keep old addresses alive; only after a change of id", "`[jx-2022]`",
    )
    first_id: Id | None = derived(meaning=FIRST_ID)
    region: RegionOfCampaign = required(
        "地区", "region", "地区，即单位名册的文件名", "region: the name of the register file", "`jiangxi`",
    )
    year: Year = required(
        "年份", "year", "年份；没写年的时间都按这一年读", "year; times without a year are read in it", "`2022`",
    )
    language: OwnLanguage = optional(
        DEFAULT, "语言", "language", "方案用什么语言写：中文 `zh`（可以不写）或英文 `en`，见[英文的方案](#english-plans)",
        "language of the plan: Chinese `zh`, or nothing, or English `en`, see [plans in English](#english-plans)", "`en`",
    )
    name: Words = required("名称", "name", "全称", "full name", "`2022年江西省全民数字素养与技能提升月`", draft="own")
    short_name: Words = optional(NO_WORDS, "简称", "short name", "简称", "short name", "`提升月`", draft="own")
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
        None, "热线", "helpline", "网站补充的热线，通知没有印的；见[热线](#helpline)",
        "a number that the site adds, which the notice does not print; see [helpline](#helpline)",
    )
    show_notes: YesNo = optional(
        True, "公开编者说明", "show the editor's notes", "是否在网站上公开编者说明；默认 `true`",
        "whether the site shows the editor’s notes; `true` unless written", "`false`", private=True,
    )
    office_owned: Spellings = optional(
        (), "单位公用的号码和邮箱", "numbers and mailboxes of the office",
        "正文里看起来是个人的、但确属单位公用的手机号和邮箱",
        "mobile numbers and mailboxes in the texts that look personal and are the office’s own",
        "`[13800000000]`", private=True,
    )
    document: Document = optional(
        NO_DOCUMENT, "文件", "document", "通知本身，见[文件](#document)",
        "the notice itself, see [document](#document)",
    )
    hosting: Hosting = optional(
        NO_HOSTING, "组织", "who is behind it", "组织，见[组织](#hosting)",
        "who is behind it, see [hosting](#hosting)",
    )
    phases: tuple[Phase, ...] = optional(
        (), "阶段", "phases", "阶段的列表，见[阶段](#phase)", "list of phases, see [phase](#phase)",
    )
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
    requirements: tuple[Requirement, ...] = optional(
        (), "工作要求", "requirements", "工作要求的列表，见[工作要求](#requirement)",
        "list of requirements, see [requirement](#requirement)",
    )
    clauses: tuple[Clause, ...] = optional(
        (), "原文", "clauses", "原文的条目，可以公布的才写，见[原文](#clause)",
        "clauses as printed, only where the office may publish them; see [clause](#clause)",
    )
    attachments: tuple[Attachment, ...] = optional(
        (), "附件", "attachments", "通知的附件，见[附件](#attachment)",
        "files that come with the notice, see [attachment](#attachment)", at="campaign/attachments",
    )
    links: tuple[Link, ...] = optional(
        (), "链接", "links", "链接的列表，见[链接](#link)", "list of links, see [link](#link)", at="campaign/links",
    )
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

    @property
    def attachments(self) -> frozenset[str]:
        """The files that plans and activities offer, by their names in docs/files."""
        listed = (c.attachments + each.attachments for c in self.campaigns for each in c.activities)
        return frozenset(each.file for some in listed for each in some)

    @property
    def organisations(self) -> Iterable[Organisation]:
        return (body for region in self.regions.values() for body in region.organisations)
