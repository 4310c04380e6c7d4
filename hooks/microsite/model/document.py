"""The notice behind a campaign: its numbers and dates, who signed it, to whom it goes, and slips of its print."""

from __future__ import annotations

from typing import Annotated

from ..core.problems import NOWHERE, Mark
from .fields import DivisionOf, derived, nothing, optional, record, required
from .organisations import BodyList, Mention, Office
from .values import NO_WORDS, Day, Line, NameList, OfMoment, Url, Words

DivisionOfPrinter = Annotated[Office, DivisionOf("by")]


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
    note: Words = required("说明", "why", context="list")


@record
class Printing:
    """By whom and when the notice was printed."""

    on: Day = required("印发日期", "date of printing", example="`2024年5月28日`")
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
    issuer: Words | None = optional(None, "发文机关", "issuer", example="`中央网信委`")
    number: Line | None = optional(None, "文号", "number", "文号", "document number")


@record
class Document:
    """The official notice: numbers, dates, who signs it, to whom, on what basis."""

    title: Words = optional(NO_WORDS, "标题", "title", "通知的标题", "title of the notice")
    plan_title: Words = optional(
        NO_WORDS, "所附方案", "the plan attached", "所附方案的标题", "title of the plan attached",
    )
    number: Line = optional("", "发文字号", "document number", example="`赣网办字〔2022〕14号`")
    url: Url | None = optional(
        None, "网址", "address", "通知原文的网址", "address of the notice itself", "`https://example.org/notice`",
    )
    signed: Day | None = optional(None, "成文日期", "date of signing", example="`2022年8月1日`")
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
