"""What can be chosen in a data file, with the Chinese name of each: somebody types 老年人 where ``older`` is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

from .problems import nearest

OPEN = "等"
"""The last item of a list that the notice leaves open."""

ALL = "all"
"""Written instead of a list of bodies: every body of the campaign (各活动单位)."""

Kind = Literal[
    "awareness", "broadcast", "call", "competition", "conference", "course", "exhibition",
    "platform", "quiz", "research", "series", "service", "training", "volunteering",
]  # fmt: skip
Audience = Literal[
    "everyone", "older", "disabled", "deaf", "women", "workers", "farmers", "students",
    "teachers", "youth", "officials", "companies", "medical", "professionals", "experts",
    "communities", "rural-schools",
]  # fmt: skip
Form = Literal["online", "onsite", "both"]
BodyKind = Literal["party", "government", "mass", "school", "academy", "central", "media"]
Measure = Literal["participants", "events", "people-trained", "visits", "works", "materials", "other"]
Status = Literal["cancelled", "postponed"]
LinkKind = Literal["entry", "coverage", "download"]
Role = Literal["lead", "support", "guide", "host", "organise", "co_organise"]

RESERVED_ACTIVITY_IDS = frozenset(
    "activities timeline contacts plan changes press print a api embed en assets index search".split()
)
RESERVED_BODY_IDS = frozenset({"all"})
"""What the file with every line of a campaign is called."""

RESERVED_CAMPAIGN_IDS = RESERVED_ACTIVITY_IDS | frozenset(
    "about accessibility manual schema organisations preview 404 robots sitemap".split()
)

NAMES = {
    "everyone": "所有人", "older": "老年人", "disabled": "残疾人", "deaf": "听力言语残疾人", "women": "妇女",
    "workers": "职工", "farmers": "农民", "students": "学生", "teachers": "教师", "youth": "青少年",
    "officials": "干部", "companies": "企业", "medical": "医务人员", "professionals": "专业技术人员",
    "experts": "专家学者", "communities": "社区居民", "rural-schools": "乡村中小学",
    "online": "线上", "onsite": "线下", "both": "线上和线下",
    "awareness": "宣传", "broadcast": "节目", "call": "征集", "competition": "竞赛", "conference": "会议",
    "course": "课程", "exhibition": "展览", "platform": "平台", "quiz": "答题", "research": "研究",
    "series": "系列活动", "service": "服务", "training": "培训", "volunteering": "志愿服务",
    "party": "党委部门", "government": "政府部门", "mass": "群团组织", "school": "党校", "academy": "科研机构",
    "central": "驻地方单位", "media": "新闻媒体",
    "entry": "活动入口", "coverage": "报道", "download": "下载",
    "cancelled": "活动已取消", "postponed": "活动已延期",
    "participants": "参加人次", "events": "活动场次", "people-trained": "培训人数", "visits": "访问次数",
    "works": "作品数", "materials": "资料数", "other": "其他",
}  # fmt: skip
"""Every code with its name as the manual and the pages have it."""


def meant(typed: str, offered: Iterable[str]) -> str | None:
    """The code among those offered whose name or spelling is most like what was typed, or None.

    >>> meant("老年人", ["older", "youth"]), meant("oldre", ["older", "youth"]), meant("线下", ["older"])
    ('older', 'older', None)
    """
    spellings = {spelling: code for code in offered for spelling in (code, NAMES[code])}
    found = nearest(typed, spellings)
    return spellings[found] if found else None


def named(code: str) -> str:
    """A code with its name in brackets.

    >>> named("older")
    'older（老年人）'
    """
    return f"{code}（{NAMES[code]}）"


def is_year(text: str) -> bool:
    """Four digits from 1900 to 2199, the years that times are read in."""
    return re.fullmatch(r"(19|20|21)[0-9]{2}", text) is not None
