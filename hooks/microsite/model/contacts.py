"""Whom to call: the contacts of the bodies of a campaign, and the telephones of each."""

from __future__ import annotations

from ..core.problems import Mark
from .activity import Update
from .fields import derived, optional, record, required
from .organisations import Mention, Organisation
from .values import Day, Email, Extension, Id, Line, Phone, Words, YesNo


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
        None, "联系人", "person", "姓名，几个人合用的写 `甲、乙`；到期后网站上不再出现",
        "name of a person, of several `A, B`; gone from the site when it expires",
    )
    note: Words | None = optional(None, "说明", "what for", "问什么事打这个号码", "what it is for", "`报名`", context="list")
    dial: str = derived("", "the number as it is dialled (RFC 3966, without tel:)")


@record
class Helpline:
    """A number for the whole campaign: one that the site adds (a city's 12345), or with ``source`` one that the notice prints for all."""

    phone: Phone = required(
        "电话", "telephone", "热线号码；有分机写 `0791-88912762转801`", "its number; with an extension, `0791-88912762转801`", "`12345`",
    )
    name: Words | None = optional(None, "名称", "name", "热线的名称", "its name", "`政务服务便民热线`")
    hours: Words | None = optional(None, "接听时间", "hours", "什么时候有人接", "when somebody answers", "`全天`")
    source: Line = optional(
        "", "文件位置", "place in the document", "通知印有这个号码的，写明印在哪里；页面就写这个出处，不说是本站补充的",
        "where the notice prints this number, if it does; pages then say that, and not that the site added it", "`通知“联系方式”`",
    )


@record
class Contact:
    """How a body is reached; ``person`` is None once names are no longer published.

    Its numbers are in ``phone`` or ``phones``; ``phone`` and ``dial`` become those of the first, ``numbers`` all of them.
    """

    body: Mention = required("单位", "body", example="`省教育厅`")
    person: Line | None = optional(
        None, "联系人", "person", "姓名；到期后网站上不再出现",
        "name of a person; gone from the site when it expires",
    )
    phone: Phone = optional(
        "", "电话", "telephone", "电话，连区号，照原文；有几个号码的写 `phones`",
        "telephone with its area code, as printed; for several, write `phones`", "`0791—88912762`",
    )
    phones: tuple[Telephone, ...] = optional(
        (), "几个电话", "telephones", "几个号码的列表，见[一个号码](#telephone)",
        "list of numbers, see [one number](#telephone)",
    )
    fax: Phone | None = optional(None, "传真", "fax", "传真，连区号", "fax, with its area code", "`0791-88912763`")
    email: Email | None = optional(None, "邮箱", "email", "单位的邮箱", "email address of the office", "`bgs@example.gov.cn`")
    office_owned: YesNo = optional(
        False, "单位公用", "belongs to the office", "号码或邮箱看起来是个人的，但确属单位公用：写 `true` 才能公布",
        "the number or email address looks personal but is the office’s own: published only with `true`", "`true`",
        private=True,
    )
    updates: tuple[Update, ...] = optional(
        (), "更新", "updates", "号码等的更新，见[更新](#update)",
        "changes, such as a new number, see [update](#update)", newest_first=True,
    )
    dial: str = derived("", "the number as it is dialled (RFC 3966, without tel:)")
    numbers: tuple[Telephone, ...] = derived((), "every number, that of phone or those of phones")
    mark: Mark = derived(compare=False)

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody who is named, of all its numbers."""
        return tuple(filter(None, (self.person, *(each.person for each in self.numbers))))


@record
class ContactList:
    """The contacts of a campaign; ``people_shown`` was decided when the data was read."""

    campaign: Id = required(
        "活动编号", "campaign", "方案编号，与文件名相同", "campaign, the same as the file’s name", "`jiangxi-2022`",
        private=True,
    )
    people_until: Day | None = optional(
        None, "联系人姓名公布至", "last day on which names are published", "姓名公布到哪一天（含当天）；写了姓名的必填",
        "last day on which names are published; required if a person is named", "`2022-12-31`",
    )
    source: Line = optional(
        "", "文件位置", "place in the document", "在通知里的位置", "place in the document", "`通知“联系人”`",
    )
    contacts: tuple[Contact, ...] = required(
        "联系人", "contacts", "联系人的列表，至少一个，见[一条联系方式](#contact)",
        "list of contacts, at least one, see [one contact](#contact)", at_least_one=True,
    )
    people_shown: bool = derived(False, "whether names are still published")

    def line_of(self, organisation: Organisation) -> Contact | None:
        return next((c for c in self.contacts if c.body.organisation.id == organisation.id), None)
