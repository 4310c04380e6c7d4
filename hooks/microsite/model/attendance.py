"""How one takes part in an activity or in one of its sessions: booking, cost, room, languages, access."""

from __future__ import annotations

from dataclasses import fields, replace

from .choices import Access, Tongue
from .fields import derived, optional, record
from .values import Capacity, Email, Phone, Url, Words, YesNo
from .when import When


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
    place: Words | None = optional(
        None, "地点", "place", "到哪里报名、领票，照原文", "where to enrol or to fetch a ticket, as printed",
        "`省图书馆一楼服务台`", context="list",
    )
    phone: Phone | None = optional(
        None, "电话", "telephone", "预约报名的电话，连区号；有分机写 `0791-88912762转801`",
        "telephone for booking, with its area code; with an extension, `0791-88912762转801`", "`0791-88912762`",
    )
    hours: Words | None = optional(
        None, "接听时间", "hours", "预约报名的电话什么时候有人接", "when somebody answers there", "`工作日9:00-17:00`", context="list",
    )
    email: Email | None = optional(
        None, "邮箱", "email", "预约报名的邮箱", "email address for booking", "`kpzx@example.gov.cn`",
    )
    until: When | None = optional(
        None, "截止", "until", "截止的时间，可带几点几分；写了从什么时候起的，写成 `3月1日10:00至15日17:00` 或 `3月1日10:00起`",
        "until when, with or without an hour; where it says when booking opens, `3月1日10:00至15日17:00` or `3月1日10:00起`",
        "`5月16日12:00前`",
    )

    def completed(self, said: Booking) -> Booking:
        """It with what was said before, unless none is needed. Hours are of a number; where it says until when, one has to book."""
        if self.needed is False:
            return self
        own = {"hours": self.phone is not None, "needed": self.until is not None and said.needed is False}
        left = (each.name for each in fields(self) if getattr(self, each.name) is None and not own.get(each.name))
        return replace(self, **{name: getattr(said, name) for name in left})


FREE = frozenset(
    "免费 全部免费 全程免费 公益免费 免费参加 免费参与 免费开放 免费入场 免费报名 活动免费 不收费 不收费用 不收取费用 不收任何费用 "
    "不收取任何费用 本次活动不收取任何费用 free".split()
) | {"free of charge", "free entry", "free admission", "free event"}
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
    capacity: Capacity | None = optional(
        None, "名额", "capacity", "最多多少人，阿拉伯数字", "how many people at most, in digits", "`50`",
    )
    capacity_note: Words | None = optional(
        None, "名额说明", "capacity as printed", "不是确切人数的名额，照原文",
        "capacity that is not an exact number of people, as printed", "`30户`",
    )
    languages: tuple[Tongue, ...] = optional(
        (), "语言", "languages", "现场讲什么语言，见[可选值](#choices)", "languages spoken, see [choices](#choices)",
        "`[zh, yue]`",
    )
    access: tuple[Access, ...] = optional(
        (), "无障碍", "access", "有哪些无障碍服务，见[可选值](#choices)",
        "services for disabled people, see [choices](#choices)", "`[sign-language, step-free]`",
    )
    is_free: bool = derived(False, "whether the notice says in so many words that it is free")
