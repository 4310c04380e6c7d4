"""An activity as an editor writes it: its times, sessions and parts, how to join, what became of it.

Each field is declared once (see ``fields``), with its title and its explanation in both languages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from datetime import date
from typing import Any, TypeVar, cast

from ..core import urls
from ..core.dates.fuzzy import Slot, together
from ..core.problems import Mark
from . import own_dates
from .attendance import Attendance
from .choices import (
    CALLED_OFF,
    OF_BUILDINGS,
    PART,
    Audience,
    Form,
    Kind,
    LinkKind,
    Measure,
    SessionStatus,
    Status,
)
from .document import DocumentCorrection
from .fields import (
    clause_number,
    derived,
    draft_flag,
    former_ids,
    many,
    optional,
    own_id,
    printed_number,
    record,
    required,
)
from .organisations import BodyList, Organisation
from .places import Area, Venue
from .values import (
    FIRST_ID,
    NO_WORDS,
    Code,
    Day,
    FileName,
    Id,
    Line,
    NameList,
    Number,
    Prose,
    ShortWords,
    Url,
    Words,
    YesNo,
)
from .when import When

_Made = TypeVar("_Made")


@record
class Link:
    """A link to an entry, a report or a download."""

    kind: LinkKind = required(
        "类别", "kind", "类别，见[可选值](#choices)", "kind, see [choices](#choices)", "`entry`",
    )
    title: Words = required("标题", "title", example="`网上报名`", context="list")
    url: Url = required("网址", "address", example="`https://example.org/signup`")


@record
class Attachment:
    """A file that comes with the notice or is needed for an activity: a form, a receipt, a list."""

    file: FileName = required(
        "文件", "file", "`docs/files/` 里的文件名，连文件夹", "name of a file in `docs/files/`, with its folder",
        "`2026/huizhi.docx`",
    )
    title: Words = required("标题", "title", example="`参会回执`", context="list")
    address: str = derived("", "where it is, from the site's root")
    media: str = derived("", "its media type (RFC 6838)")
    size: int = derived(0, "its size in bytes")
    mark: Mark = derived(compare=False)


@record
class Update:
    """A change told in words; a material one is news to readers, a minor one is not."""

    on: Day = required("日期", "date", example="`2025-06-20`")
    text: Words = required("改动说明", "what changed", "改了什么", "what changed", draft="own", context="list")
    material: YesNo = optional(
        True, "是否实质改动", "whether it matters to readers", "读者是否要在意；只改错字写 `false`，默认 `true`",
        "does it matter to readers; `false` for a mere misprint, `true` unless written", "`false`",
    )
    draft: YesNo = draft_flag()
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
    unit: Line = required("量词", "measure word", example="`人次`")
    definition: Words = required("口径", "how it was counted", "口径：怎样数的", "how it was counted")
    source: Words = required("来源", "source", "来源", "where it is from")
    url: Url | None = optional(
        None, "来源网址", "address of the source", "来源的网址", "address of the source",
        "`https://example.org/report`",
    )


@record
class Results:
    """What happened, as known on a day. The activity's page becomes its record."""

    draft: YesNo = draft_flag()
    on: Day = required("日期", "date", "截至哪一天", "as known on which day", "`2025-08-01`")
    text: Prose = required(
        "经过", "what happened", "经过和结果；可用 Markdown", "what happened; Markdown", draft="own",
    )
    figures: tuple[Figure, ...] = optional(
        (), "数字", "figures", "数字的列表，见[结果的数字](#figure)", "list of figures, see [figure](#figure)",
    )


@record
class Count:
    """A printed figure, such as 40 家 bases."""

    what: Words = required("对象", "of what", "数的是什么", "what is counted", "`国家级培训基地`", context="list")
    number: Number = required("数目", "number", "数目，阿拉伯数字", "the number, in digits", "`3`")
    unit: Line = required("量词", "measure word", example="`家`")


@record
class Named:
    """A site or an app by its name, perhaps with its address; often the name alone."""

    name: Words = required("名称", "name", example="`赣服通`", context="list")
    url: Url | None = optional(None, "网址", "address", example="`https://example.org/`")
    label: str | None = derived(meaning="always null here; see the platforms of a campaign")
    source: str | None = derived(meaning="always null here; see the platforms of a campaign")
    summary: Words | None = derived(meaning="always null here; see the platforms of a campaign")


@record
class Duty:
    """Who has to do what."""

    who: Words = required("由谁", "who", "由谁做，照原文", "who, as printed", "`各市有关部门`")
    what: Words = required("做什么", "what", "做什么", "what they do", "`开展相关活动`")


@record
class Deadline:
    """By when somebody has to hand in something, and to whom."""

    who: Words = optional(NO_WORDS, "由谁", "who", "由谁做", "who", "`各市有关部门`")
    what: Words = required("做什么", "what", "做什么", "what is due", "`报送工作总结`")
    to: Words | None = optional(None, "报送", "to whom", "报给谁", "to whom", "`省委网信办`")
    due: When = required(
        "期限", "by when", "期限，照原文，可带几点几分", "by when, as printed, with or without an hour", "`7月10日17:00前`",
    )

    @property
    def opens(self) -> bool:
        """It says from when on (6月25日10:00起报名), and not by when."""
        return self.due.date.kind == "from"


@record
class Part:
    """A named piece of an activity: a contest, a course, a column."""

    id: Id = own_id("`beidou-cup`")
    formerly: tuple[Id, ...] = former_ids("`[beidou]`")
    first_id: Id | None = derived(meaning=FIRST_ID)
    name: Words = required("名称", "name", "名称，照原文，连引号", "name as printed, with its quotation marks")
    kind: Kind | None = optional(
        None, "类别", "kind", "类别，见[可选值](#choices)", "kind, see [choices](#choices)", "`course`",
    )
    when: When | None = optional(None, "时间", "when", "时间", "time", "`7月`")
    order: Number | None = optional(None, "先后次序", "order", "先后次序", "place in order", "`1`")
    edition: Number | None = optional(None, "届次", "edition", example="`2`")
    parent: Words | None = optional(
        None, "上级赛事", "what it belongs to", "上级赛事或行动", "the larger event it belongs to",
    )
    tracks: NameList = optional(NameList(), "赛项", "tracks", example="`[数据安全]`")
    tracks_printed: Number | None = optional(
        None, "原文所写赛项数", "number of tracks as printed", "原文写的赛项数", "number of tracks as printed", "`3`",
    )
    form: Form | None = optional(None, "形式", "form", example="`onsite`")
    place: Words | None = optional(None, "地点", "place", "地点，照原文", "place, as printed", "`市科技馆一楼`")
    lead: BodyList = optional(BodyList(), "牵头单位", "led by", "这一项由谁牵头", "who leads this part", "`[省教育厅]`")
    summary: Words | None = optional(None, "一句话说明", "in one sentence")
    deadlines: tuple[Deadline, ...] = many("期限", "deadline")
    note: Words | None = optional(None, "编者说明", "editor's remark", "编者说明", "editor’s remark")

    def at_the_time_of(self, session: Session) -> bool:
        """Whether a session is on a date of this part, with its hours, and not said to be elsewhere."""
        if not (self.when and set(self.when.date.slots) & set(session.when.date.slots)):
            return False
        return self.place is None or session.place is None or self.place.text == session.place.text


_UNSAID: dict[str, Any] = {"text": "", "means": None, "was": None, "without": (), "note": None}
"""A time without the words of any document."""


@record
class Session(Attendance):
    """One time and place of an activity (schema.org Event, OpenActive ScheduledSession)."""

    id: Id | None = optional(
        None, "编号", "id", "永久编号，可以不写；写了，时间、地点改了以后，网址和日历里仍是同一场",
        "permanent id, optional; with one, address and calendar entry stay the same when time or place changes", "`qingxi-1`",
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
        "only if it is cancelled, postponed, full or moved, see [choices](#choices)", "`full`",
    )
    title: Words | None = optional(
        None, "题目", "title", "这一场自己的题目：讲座的题目、第几课、哪两队；没有的不写",
        "a title of its own: of a talk, a lesson, a match; left out where there is none", "`第一课 手机支付`",
    )
    note: Words | None = optional(None, "说明", "note", "要读者知道的一句话", "one sentence that readers need")
    changed: Day | None = optional(
        None, "改动日期", "changed on", "取消、延期、满额、改时间或改地点是哪一天；写了，“更新记录”页和订阅里就有这一场",
        "the day on which it was cancelled, postponed, full or moved; the page of changes and the feed then show it",
        "`2025-06-12`",
    )
    venue: Venue | None = derived()
    town: Area | None = derived()
    is_online: bool = derived(False)
    mark: Mark = derived(compare=False)


@record
class Activity(Attendance):
    """One activity of a plan."""

    id: Id = own_id("`online-quiz`")
    draft: YesNo = draft_flag()
    number: Number | None = printed_number("`2`")
    source: Line = clause_number("`四（二）`")
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
    formerly: tuple[Id, ...] = former_ids("`[quiz]`")
    first_id: Id | None = derived(meaning=FIRST_ID)
    status: Status | None = optional(
        None, "状态", "status", "取消或延期时写，见[可选值](#choices)",
        "only if it is cancelled or postponed, see [choices](#choices)", "`cancelled`",
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
    occasions: NameList = optional(NameList(), "时间节点", "occasions", example="`[科技周, 科普日, 等]`")
    lead: BodyList = optional(BodyList(), "牵头单位", "led by", example="`[省委网信办]`", private=True)
    support: BodyList = optional(
        BodyList(), "分工负责单位", "shared with", "分工负责单位；配合单位写 `assist`，支持单位写 `back`",
        "bodies among which the work is divided; for those that assist or back it see `assist` and `back`", "`all`", private=True,
    )
    guide: BodyList = optional(BodyList(), "指导单位", "guided by", example="`[省教育厅]`", private=True)
    host: BodyList = optional(BodyList(), "主办单位", "hosted by", example="`[省教育厅]`", private=True)
    organise: BodyList = optional(BodyList(), "承办单位", "organised by", example="`[省教育厅]`", private=True)
    co_organise: BodyList = optional(BodyList(), "协办单位", "co-organised by", example="`[省教育厅]`", private=True)
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
        "what is due and by when, such as entries or a reply slip, see [deadline](#deadline)",
    )
    attachments: tuple[Attachment, ...] = optional(
        (), "附件", "attachments", "要读者下载的文件，如报名表，见[附件](#attachment)",
        "files for readers to download, such as a form, see [attachment](#attachment)",
    )
    sessions: tuple[Session, ...] = optional(
        (), "场次", "sessions", "场次的列表，见[场次](#session)；很多场时写成表格", "list of sessions, see "
        "[session](#session); many are written as a table", at="sessions",
    )
    parts: tuple[Part, ...] = many("子活动", "part")
    parts_open: YesNo = optional(
        False, "子活动未列全", "parts left open", "原文以“等”结尾、没有列全时为 `true`",
        "`true` if the notice leaves the list of parts open (等)", "`true`",
    )
    platforms: tuple[Named, ...] = optional(
        (), "平台", "platforms", "平台的列表，见[带网址的名称](#named)",
        "list of platforms, see [named things](#named)", "`[网站, App, 等]`",
    )
    venues: NameList = optional(NameList(), "场所", "venues", example="`[老年大学, 等]`")
    places: NameList = optional(NameList(), "地点", "places", example="`[泰安]`")
    services: NameList = optional(NameList(), "服务", "services", example="`[预约挂号]`")
    topics: NameList = optional(NameList(), "内容", "topics", "讲什么、学什么", "topics", "`[人工智能]`")
    reach: NameList = optional(
        NameList(), "走进", "reaching", "走进哪里", "where it reaches out to", "`[高校, 社区]`",
    )
    materials: NameList = optional(NameList(), "资料", "materials", example="`[宣传手册]`")
    awards: NameList = optional(
        NameList(), "奖项", "prizes", "奖项，照原文，连名额和奖品", "prizes as printed, with their number and what they are",
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
    corrections: tuple[DocumentCorrection, ...] = many("勘误", "correction")
    links: tuple[Link, ...] = many("链接", "link")
    updates: tuple[Update, ...] = many("更新", "update", newest_first=True)
    continues: Line | None = optional(
        None, "延续自", "continues", "延续往届的哪项活动：方案编号/活动编号",
        "the earlier activity it continues: campaign/activity", "`jiangxi-2022/women`",
    )
    results: Results | None = optional(
        None, "结果", "results", "办完以后的结果，见[结果](#results)", "what came of it, see [results](#results)",
    )
    platforms_open: bool = derived(False, "whether the notice ends its platforms with 等")
    roles: Mapping[str, BodyList] = derived(
        meaning="lead, support and the other roles: those that the notice names; part: who leads a part or holds a session",
    )
    mark: Mark = derived(compare=False)
    _made: dict[str, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def _once(self, key: str, make: Callable[[], _Made]) -> _Made:
        if key not in self._made:
            self._made[key] = make()
        return cast("_Made", self._made[key])

    @property
    def times(self) -> tuple[When, ...]:
        """Its own time and those of its parts."""
        return tuple(when for when in (self.when, *(part.when for part in self.parts)) if when)

    @property
    def has_times(self) -> bool:
        """Whether its parts or its sessions say when."""
        return bool(self.sessions) or any(part.when for part in self.parts)

    @property
    def complete(self) -> tuple[Session, ...]:
        """Its sessions with what it says itself, which holds for each that says nothing else; if it is off, so are they.

        Access is added up; what there is in a building is not there for a session on the internet.
        """
        return self._once("complete", lambda: tuple(map(self.completed, self.sessions)))

    def completed(self, session: Session) -> Session:
        said: dict[str, Any] = {"status": self.status} if self.status else {}
        if self.cost and not session.cost:
            said |= {"cost": self.cost, "is_free": self.is_free}
        if self.languages and not session.languages:
            said["languages"] = self.languages
        if self.booking:
            said["booking"] = session.booking.completed(self.booking) if session.booking else self.booking
        if self.access:
            there = (each for each in self.access if not (session.is_online and each in OF_BUILDINGS))
            said["access"] = tuple(dict.fromkeys((*there, *session.access)))
        return replace(session, **said) if said else session

    # --- when it is: by its own time, its sessions and its parts ------------------------------

    @property
    def is_off(self) -> bool:
        """Whether each of its sessions was called off or put off, and nothing else of it says when."""
        apart = self.on or any(part.when for part in self.parts)
        return bool(self.sessions) and not apart and all(each.status in CALLED_OFF for each in self.sessions)

    @property
    def state(self) -> Status | None:
        """Its status, or that of its sessions where it is off with them."""
        first = self.sessions[0].status if self.is_off else None
        return self.status or (first if first in CALLED_OFF else None)

    @property
    def on(self) -> When | None:
        """Its own time without the dates on which a session is called off and none takes place."""
        return self._once("on", lambda: self._without(lambda found: True not in found))

    @property
    def rest(self) -> When | None:
        """Its own time without the dates for which sessions stand, whatever became of them; they may stand for all of it."""
        slots = [slot for each in self.sessions for slot in each.when.date.slots]
        is_filled = self.when is not None and own_dates.is_filled(self.when.date, slots)
        return None if is_filled else self._once("rest", lambda: self._without(bool))

    def _without(self, is_gone: Callable[[set[bool]], bool]) -> When | None:
        """Its own time without some dates; of each is asked whether sessions on it are called off or take place."""
        if self.when is None or not self.sessions:
            return self.when
        gone = [own for own in self.when.date.slots if (found := self._found(own)) and is_gone(found)]
        left = own_dates.without(self.when.date, gone)
        return self.when if left is self.when.date else replace(self.when, date=left) if left else None

    def _found(self, own: Slot) -> set[bool]:
        """Whether sessions on one of its dates take place; one that was moved to another day is no longer on that of before."""
        found = self._by_day.get(own[0].earliest, ())
        return {takes_place for slot, takes_place in found if own_dates.is_of(slot, own)}

    @property
    def _by_day(self) -> dict[date, list[tuple[Slot, bool]]]:
        def made() -> dict[date, list[tuple[Slot, bool]]]:
            days: dict[date, list[tuple[Slot, bool]]] = {}
            for each in self.sessions:
                announced = each.when.before
                for slot, takes_place in (
                    *((slot, each.status not in CALLED_OFF) for slot in each.when.date.slots),
                    *((slot, False) for slot in (announced.slots if announced else ())),
                ):
                    days.setdefault(slot[0].earliest, []).append((slot, takes_place))
            return days

        return self._once("by day", made)

    @property
    def others(self) -> tuple[When, ...]:
        """When it is besides its own time: of its sessions without what is called off, where others are left, and of its parts."""
        return self._once("others", self._others)

    def _others(self) -> tuple[When, ...]:
        held = self.sessions if self.is_off else [each for each in self.sessions if each.status not in CALLED_OFF]
        if self.on:
            return tuple(each.when for each in held if not own_dates.holds(each.when.date, self.on.date))
        return (*(each.when for each in held), *(part.when for part in self.parts if part.when))

    @property
    def time(self) -> When | None:
        """The one that everything else reads: its own time as far as its sessions leave it, with those that are at other times.

        Without a time of its own that of its sessions and its parts, from the first to the last, which no document prints; of
        what was worked out so, ``date`` has no words.
        """
        return self._once("time", self._time)

    def _time(self) -> When | None:
        times = ((self.on,) if self.on else ()) + self.others
        if not times or (self.when and self.is_off):
            return self.when
        if len(times) == 1 and (self.on or (self.sessions and not self.when)):
            return times[0]
        known = [when.date for when in times if when.date.first and when.date.last]
        whole = together(known)
        if whole and len(known) < len(times):  # some may be later still
            whole = replace(whole, kind="from", end=None, dates=())
        if whole is None:
            return self.on
        return replace(self.when or times[0], **({} if self.when else _UNSAID), date=whole)

    @property
    def due(self) -> tuple[Deadline, ...]:
        """What is due for it and for its parts."""
        return (*self.deadlines, *(each for part in self.parts for each in part.deadlines))

    @property
    def run_by(self) -> tuple[str, BodyList]:
        """Who runs it, with the role: the first that is named; an empty one where nobody is, or only for a part."""
        return next(((role, bodies) for role, bodies in self.roles.items() if role != PART), ("", BodyList()))

    def holding(self, role: str) -> tuple[Organisation, ...]:
        """The bodies that have a role, once each.

        One that leads is not also counted among 各活动单位, nor one that has a role in the whole for its part or session.
        """
        bodies = self.roles.get(role, BodyList())
        others = [listed for other, listed in self.roles.items() if other != PART] if role == PART else []
        others += [self.lead] if bodies.everyone and role != "lead" else []
        named = {id_ for listed in others for id_ in listed.ids}
        return tuple({body.id: body for body in bodies.organisations if body.id not in named}.values())
