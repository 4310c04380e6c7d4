"""What can be chosen in a data file, with the Chinese name of each: somebody types 老年人 where ``older`` is wanted."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Literal, get_args

from ..core.language import Language
from ..core.problems import nearest

OPEN = "等"
"""The last item of a list that the notice leaves open."""

ALL = "all"
"""Written instead of a list of bodies: every body of the campaign (各活动单位)."""

Kind = Literal[
    "awareness", "broadcast", "call", "ceremony", "competition", "conference", "course", "exhibition", "fair", "lecture",
    "performance", "platform", "quiz", "research", "screening", "series", "service", "training", "visit", "volunteering",
]  # fmt: skip
Audience = Literal[
    "everyone", "older", "disabled", "deaf", "women", "families", "children", "workers", "farmers", "students",
    "teachers", "youth", "officials", "companies", "medical", "professionals", "experts",
    "communities", "rural-schools",
]  # fmt: skip
Form = Literal["online", "onsite", "both"]
BodyKind = Literal[
    "party", "government", "mass", "party_school", "university", "school", "academy", "library", "museum", "hospital",
    "company", "association", "community", "charity", "central", "media",
]  # fmt: skip
Measure = Literal["participants", "events", "people-trained", "visits", "works", "materials", "other"]
Access = Literal[
    "sign-language", "captions", "hearing-loop", "large-print", "easy-read", "braille", "audio-description",
    "step-free", "toilet", "parking", "guide-dogs", "help", "quiet-space",
]  # fmt: skip
OF_BUILDINGS: tuple[Access, ...] = ("hearing-loop", "step-free", "toilet", "parking", "guide-dogs", "quiet-space")
"""What there is in a building and not on the internet."""
Tongue = Literal[
    "zh", "yue", "wuu", "nan", "hak", "gan", "hsn", "bo", "ug", "kk", "mn", "ko", "za", "ii", "en", "ja", "ru", "fr",
]  # fmt: skip
"""Languages that people speak at an activity, by their codes (BCP 47)."""
Status = Literal["cancelled", "postponed"]
SessionStatus = Literal["cancelled", "postponed", "full", "moved"]
CALLED_OFF: tuple[Status, ...] = get_args(Status)
"""What does not take place when it was to."""
LinkKind = Literal["entry", "coverage", "download"]
Role = Literal["lead", "support", "guide", "host", "organise", "co_organise", "assist", "back"]
ROLES: tuple[Role, ...] = ("lead", "host", "organise", "support", "co_organise", "guide", "assist", "back")
"""The roles in the order of pages: who has the first that is named runs the activity."""
PART = "part"
"""The role of a body that leads a part of an activity or holds one of its sessions."""
TO = "to"
"""What a body is to whom something of an activity is handed in; it has no part in it."""

RESERVED_ACTIVITY_IDS = frozenset(
    "activities timeline contacts plan changes press print for in sessions a api embed en assets index search".split()
)
RESERVED_BODY_IDS = frozenset({"all"})
"""What the file with every line of a campaign is called."""

RESERVED_CAMPAIGN_IDS = RESERVED_ACTIVITY_IDS | frozenset(
    "about accessibility manual files schema organisations preview 404 robots sitemap".split()
)

CHOICES = {
    "kind": Kind, "audience": Audience, "form": Form, "body-kind": BodyKind, "link-kind": LinkKind,
    "status": Status, "measure": Measure, "access": Access, "language": Tongue,
    "session-status": SessionStatus,
}  # fmt: skip
"""What there is to choose from, by the section of the manual that lists it (``choices-kind``)."""

NAMES = {
    "everyone": ("所有人", "Everyone"),
    "older": ("老年人", "Older people"),
    "disabled": ("残疾人", "Disabled people"),
    "deaf": ("听力言语残疾人", "People with hearing or speech disabilities"),
    "women": ("妇女", "Women"),
    "families": ("亲子家庭", "Families"),
    "children": ("儿童", "Children"),
    "workers": ("职工", "Workers"),
    "farmers": ("农民", "Farmers"),
    "students": ("学生", "Students"),
    "teachers": ("教师", "Teachers"),
    "youth": ("青少年", "Young people"),
    "officials": ("干部", "Officials"),
    "companies": ("企业", "Companies"),
    "medical": ("医务人员", "Medical staff"),
    "professionals": ("专业技术人员", "Skilled professionals"),
    "experts": ("专家学者", "Experts"),
    "communities": ("社区居民", "Communities"),
    "rural-schools": ("乡村中小学", "Rural schools"),
    "online": ("线上", "Online"),
    "onsite": ("线下", "On site"),
    "both": ("线上和线下", "Online and on site"),
    "awareness": ("宣传", "Awareness"),
    "broadcast": ("节目", "Broadcast"),
    "call": ("征集", "Call for works"),
    "ceremony": ("仪式", "Ceremony"),
    "competition": ("竞赛", "Competition"),
    "conference": ("会议", "Conference"),
    "course": ("课程", "Course"),
    "exhibition": ("展览", "Exhibition"),
    "lecture": ("讲座", "Talk"),
    "platform": ("平台", "Platform"),
    "quiz": ("答题", "Quiz"),
    "research": ("研究", "Research"),
    "series": ("系列活动", "Series"),
    "service": ("服务", "Service"),
    "training": ("培训", "Training"),
    "visit": ("参观", "Visit"),
    "volunteering": ("志愿服务", "Volunteering"),
    "fair": ("集市", "Fair"),
    "performance": ("演出", "Performance"),
    "screening": ("放映", "Film screening"),
    "party": ("党委部门", "Party offices"),
    "government": ("政府部门", "Government departments"),
    "mass": ("群团组织", "Mass organisations"),
    "university": ("高等学校", "Universities"),
    "school": ("学校", "Schools"),
    "party_school": ("党校", "Party schools"),
    "library": ("图书馆", "Libraries"),
    "museum": ("博物馆", "Museums"),
    "hospital": ("医疗机构", "Hospitals"),
    "company": ("企业", "Companies"),
    "association": ("协会学会", "Associations"),
    "community": ("社区", "Communities"),
    "charity": ("慈善组织", "Charities"),
    "academy": ("科研机构", "Academies"),
    "central": ("中央驻地方单位", "Central bodies in the province"),
    "media": ("新闻媒体", "Media"),
    "entry": ("活动入口", "Entry"),
    "coverage": ("报道", "Coverage"),
    "download": ("下载", "Download"),
    "full": ("名额已满", "Full"),
    "moved": ("改了地点", "Moved to another place"),
    "cancelled": ("活动已取消", "This activity is cancelled"),
    "postponed": ("活动已延期", "This activity is postponed"),
    "participants": ("参加人次", "People taking part"),
    "events": ("活动场次", "Events"),
    "people-trained": ("培训人数", "People trained"),
    "visits": ("访问次数", "Visits"),
    "works": ("作品数", "Works"),
    "materials": ("资料数", "Materials"),
    "other": ("其他", "Other"),
    "sign-language": ("手语翻译", "Sign language"),
    "captions": ("字幕", "Captions"),
    "hearing-loop": ("助听感应系统", "Hearing loop"),
    "large-print": ("大字资料", "Large print"),
    "easy-read": ("易读资料", "Easy-read material"),
    "braille": ("盲文资料", "Braille"),
    "audio-description": ("口述影像", "Audio description"),
    "step-free": ("轮椅可通行", "Step-free access"),
    "toilet": ("无障碍卫生间", "Accessible toilet"),
    "parking": ("无障碍停车位", "Accessible parking"),
    "guide-dogs": ("可带导盲犬", "Guide dogs welcome"),
    "help": ("现场有人协助", "Someone to help"),
    "quiet-space": ("安静休息区", "Quiet space"),
    "zh": ("普通话", "Mandarin Chinese"),
    "yue": ("粤语", "Cantonese"),
    "wuu": ("吴语", "Wu Chinese"),
    "nan": ("闽南话", "Hokkien"),
    "hak": ("客家话", "Hakka"),
    "gan": ("赣语", "Gan Chinese"),
    "hsn": ("湘语", "Xiang Chinese"),
    "bo": ("藏语", "Tibetan"),
    "ug": ("维吾尔语", "Uyghur"),
    "kk": ("哈萨克语", "Kazakh"),
    "mn": ("蒙古语", "Mongolian"),
    "ko": ("朝鲜语", "Korean"),
    "za": ("壮语", "Zhuang"),
    "ii": ("彝语", "Yi"),
    "en": ("英语", "English"),
    "ja": ("日语", "Japanese"),
    "ru": ("俄语", "Russian"),
    "fr": ("法语", "French"),
}
"""Every code with its name in Chinese and English, as the manual and the pages have it."""


_MEANT = {
    word: code
    for code, words in {
        "step-free": "wheelchair-access wheelchair wheelchairs lift elevator ramp barrier-free accessible 无障碍通道 无障碍 电梯 坡道 轮椅",
        "toilet": "无障碍厕所 无障碍洗手间 disabled-toilet", "quiet-space": "quiet-room 安静室 静音室", "help": "志愿者协助 专人协助",
        "sign-language": "手语 手语翻译员 sign sign-interpreter", "hearing-loop": "induction-loop 助听 感应线圈",
        "large-print": "大字 大字版", "guide-dogs": "导盲犬 assistance-dogs service-dogs", "braille": "盲文",
        "yue": "广东话", "nan": "闽南语", "ko": "韩语", "online": "网上 在线 virtual webinar",
        "onsite": "现场 offline in-person face-to-face", "both": "hybrid mixed 线上线下 线上线下结合 线上+线下",
        "competition": "contest match 大赛 比赛 评选", "training": "workshop class 工作坊 体验课 学习班", "lecture": "talk 宣讲 报告会",
        "screening": "film movie cinema 电影 展映 观影", "fair": "market bazaar 招聘会 市集 游园",
        "everyone": "公众 市民 群众 社会公众 不限 public general-public anyone all", "older": "长者 中老年 seniors elderly",
        "families": "家长 family parents", "disabled": "残障 残障人士 disability", "deaf": "聋人 听障 听障人士 hearing-impaired",
        "youth": "青年 teens teenagers", "teachers": "老师 教职工", "officials": "公务员", "companies": "business businesses",
        "medical": "医生 护士 医护 医护人员 doctors nurses", "communities": "居民 residents", "workers": "员工 employees staff",
        "farmers": "村民", "ceremony": "启动仪式 开幕式 闭幕式 颁奖 launch opening", "quiz": "知识问答 有奖答题 有奖问答",
        "call": "征文 作品征集", "volunteering": "义工 volunteer",
        "children": "少儿 少年儿童 幼儿 学龄前儿童 小朋友 kids child pupils", "performance": "show concert 文艺演出 晚会 巡演",
        "conference": "forum meeting 论坛 沙龙 座谈会", "zh": "汉语 中文 国语 mandarin chinese",
        "captions": "subtitles 实时字幕 live-captions", "visit": "walk tour 导览 游学",
        "full": "sold-out soldout fully-booked booked-up 报满 满员 满额 额满 已满 约满 已约满 满 名额满",
        "moved": "换地点 改地点 地点变更 换场地 更换场地 relocated new-venue venue-changed",
        "cancelled": "取消 已取消 停办 停课 停止 canceled called-off",
        "postponed": "延期 已延期 改期 推迟 延后 推后 顺延 delayed rescheduled",
    }.items()
    for word in words.split()
}  # fmt: skip
"""What is typed instead of a code that is not spelt like it."""


def meant(typed: str, offered: Iterable[str]) -> str | None:
    """The code among those offered whose name or spelling is most like what was typed, or None.

    >>> meant("老年人", ["older", "youth"]), meant("oldre", ["older", "youth"]), meant("线下", ["older"])
    ('older', 'older', None)
    """
    codes = tuple(offered)
    if code := surely(typed, codes):
        return code
    names = {NAMES[code][0]: code for code in codes}
    found = nearest(typed, names, 0.6)
    return names[found] if found else nearest(typed, codes, 0.75)


def surely(typed: str, codes: tuple[str, ...]) -> str | None:
    """The code that a word is, names or is known to be typed for; None where it is only like one."""
    code = _by_words(codes).get(typed.strip().lower().replace(" ", "-"))
    return code if code in codes else None


@cache
def _by_words(codes: tuple[str, ...]) -> dict[str, str]:
    """Each choice by its names and by what is typed for it."""
    return {name.lower().replace(" ", "-"): code for code in codes for name in (*NAMES[code], code)} | _MEANT


def named(code: str) -> str:
    """A code with its name in brackets.

    >>> named("older")
    'older（老年人）'
    """
    return f"{code}（{NAMES[code][0]}）"


def of_pages(language: Language) -> Iterator[tuple[str, str]]:
    """The names of codes by the keys under which the pages ask for them.

    >>> dict(of_pages("en"))["audience.older"]
    'Older people'
    """
    for section, kind in CHOICES.items():
        group = section.split("-", maxsplit=1)[0]
        yield from ((f"{group}.{code}", NAMES[code][language == "en"]) for code in get_args(kind))


def is_year(text: str) -> bool:
    """Four digits from 1900 to 2199, the years that times are read in."""
    return re.fullmatch(r"(19|20|21)[0-9]{2}", text) is not None
