"""The bodies of a region with every spelling of their names, and how a document names them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from ..core.language import DEFAULT
from ..core.problems import Mark
from ..core.typography import spelling
from .choices import BodyKind
from .fields import derived, former_ids, optional, record, required
from .places import Places
from .values import FIRST_ID, NO_WORDS, Id, Line, OwnLanguage, Spellings, Url, Words


@record
class Office:
    """A division inside a body (综合处)."""

    id: Id = required("编号", "id", "编号，在这个单位内不重复", "id, not used twice in this body", "`general`")
    name: Words = required("名称", "name", example="`综合处`", context="list")


@record
class Organisation:
    """A body and its names: an office of party or government, a mass organisation, a school.

    ``region`` is the id of the region whose register has it.
    """

    region: str = derived("")
    id: Id = required(
        "编号", "id", "永久编号，以地区开头；公布后不再改",
        "permanent id, begins with the region; never changed once published", "`jiangxi-education`",
    )
    name: Words = required("全称", "full name", example="`江西省教育厅`")
    short: Words = optional(
        NO_WORDS, "简称", "short name", "正文里的简称；没有的不写，用全称",
        "short name, as in the body of a notice; without one, the full name", "`省教育厅`",
    )
    aliases: Spellings = optional(
        (), "其他写法", "other spellings", "通知里出现过的其他写法", "other spellings found in documents",
        "`[江西省残联]`",
    )
    formerly: tuple[Id, ...] = former_ids("`[jiangxi-edu]`")
    first_id: Id | None = derived(meaning=FIRST_ID)
    kind: BodyKind = required(
        "类别", "kind", "类别，见[可选值](#choices)", "kind, see [choices](#choices)", "`government`",
    )
    url: Url | None = optional(None, "网址", "address", "官方网站", "official website", "`https://example.org/`")
    offices: tuple[Office, ...] = optional(
        (), "内设机构", "offices", "内设机构的列表，见[内设机构](#body-office)",
        "list of offices, see [office of a body](#body-office)",
    )
    mark: Mark = derived(compare=False)

    def office(self, name: str) -> Office | None:
        return next((office for office in self.offices if office.name.text == name), None)


@record
class Region:
    """A region and the register of its bodies; ``spellings`` finds a body by any spelling of its names.

    ``wider``: in an edition that is part of another one, the region of that one, whose bodies its plan can name, too.
    """

    id: Id = required(
        "地区", "region", "地区，与文件名相同", "region, the same as the file’s name", "`jiangxi`", key="region",
    )
    name: Words = required("地区名称", "name of the region", example="`江西省`")
    code: Line | None = optional(
        None, "行政区划代码", "administrative code", "行政区划代码（GB/T 2260），加引号；学校、企业等没有的不写",
        "administrative code (GB/T 2260), in quotes; a school or company has none", '`"360000"`',
    )
    language: OwnLanguage = optional(
        DEFAULT, "语言", "language", "名称用什么语言写：中文 `zh`（可以不写）或英文 `en`",
        "language of the names: Chinese `zh`, or nothing, or English `en`", "`en`",
    )
    organisations: tuple[Organisation, ...] = required(
        "单位", "bodies", "单位的列表，至少一个，见[单位](#body)", "list of bodies, at least one, see [body](#body)",
        at_least_one=True,
    )
    spellings: Mapping[str, Organisation] = derived()
    places: Places | None = derived()
    wider: Region | None = derived(compare=False)
    mark: Mark = derived(compare=False)

    def find(self, printed: str) -> Organisation | None:
        """The body that a printed name stands for, whichever of its spellings is used; first of its own ones."""
        return self.spellings.get(spelling(printed)) or (self.wider.find(printed) if self.wider else None)

    def named(self, printed: str) -> tuple[Organisation, ...]:
        """The bodies in a printed list; what is the name of none is passed over."""
        return tuple(body for name in (printed, *re.split("[、，,；;]", printed)) if (body := self.find(name)))

    @property
    def bodies(self) -> tuple[Organisation, ...]:
        """Those of its register and, behind them, those of the wider ones."""
        return self.organisations + (self.wider.bodies if self.wider else ())

    @property
    def chain(self) -> tuple[Region, ...]:
        """The region and the wider ones."""
        return (self, *(self.wider.chain if self.wider else ()))

    @property
    def known_names(self) -> list[str]:
        names: list[str] = []
        for body in self.bodies:
            names += (body.name.text, body.short.text, *body.aliases)
        return names


@dataclass(frozen=True, slots=True)
class Mention:
    """A body where a document names it, with the name as printed there."""

    organisation: Organisation
    printed: str
    mark: Mark = field(compare=False)


@dataclass(frozen=True, slots=True)
class BodyList:
    """Bodies in printed order; ``everyone`` for 各活动单位, ``is_open`` for a closing 等."""

    mentions: tuple[Mention, ...] = ()
    is_open: bool = False
    everyone: bool = False

    def __bool__(self) -> bool:
        return bool(self.mentions)

    @property
    def ids(self) -> frozenset[str]:
        return frozenset(mention.organisation.id for mention in self.mentions)

    @property
    def organisations(self) -> tuple[Organisation, ...]:
        return tuple(mention.organisation for mention in self.mentions)
