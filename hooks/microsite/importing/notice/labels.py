"""Labelled lines: 时间：…, 地点：…, 对象：…, as notices put them under an activity or beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from . import times
from .pieces import NUMBERED, Piece

_ANY = r"[\u3400-\u9fff]{0,4}?"
ROLES = (
    ("lead", r"牵头(?:负责|落实|组织|实施)?"),
    ("support", r"(?:按照?)?(?:各自)?(?:职责)?(?:分工|依职责)负责|分工"),
    ("assist", r"(?:协同)?配合|协助|(?:共同)?参与|参加(?:活动的?)?(?:主要)?|协同"),
    ("back", r"(?:技术|媒体|学术|网络)*支持"),
    ("guide", r"指导"),
    ("host", r"(?:联合|共同)?主办|(?:联合|共同|轮流|分别)举办"),
    ("organise", r"(?:具体|共同|联合)?承办|(?:具体)?组织实施|承担(?=单位)"),
    ("co_organise", r"协办|联办"),
    ("lead?", r"(?:共同|具体)?负责(?!解释)(?:落实|实施)?|(?:抓好)?落实|责任|(?:建议)?组织"),
)  # fmt: skip
"""What bodies do, with the words for it; where nobody is said to lead (``lead?``), somebody has to look at it."""
UNIT = r"(?:单位|部门|机构|处室|科室|社区|学校|方|人)"
_ROLE = (
    rf"(?!组织机构)(?:{'|'.join(words for _, words in ROLES)}){UNIT}|(?:媒体|技术){{1,2}}支持(?:单位)?|主办|承办|协办|联办|牵头|负责"
    "|由?谁(?:来)?(?:牵头|负责|承办|主办)"
)
_WORDS = {
    "other": r"[\u3400-\u9fff]{0,2}(?:领奖|[就用]餐|停车|领取|住宿|入住|[撤布]展|备[用选]|彩排|评审|公示|签到)(?:时间|日期|地点|地址|场地)",
    "due": (
        r"(?:(?:报名|申报|投稿|提交|完成|报送|征集|征稿|参赛|投递|推荐|交稿|作品){1,2})?"
        r"(?:截止(?:时间|日期)?|截稿(?:时间|日期)?|时限|期限)"
        r"|(?:报名|报送|完成|提交|申报|招募)(?:受理|登记|开放)?(?:时间|日期)"
    ),
    "role": _ROLE,
    "contact": (
        r"(?:有问题)?(?:找|问)谁|问询|垂询|(?:咨询|联系|报名|预约|服务|监督|办公|热线){1,2}(?:电话|热线|人)|(?:咨询|联系|服务|监督){1,2}方式|(?:业务)?联系人(?:及(?:联系)?(?:电话|方式))?|电话|热线"
    ),
    "joining": (
        r"(?:报名|参与|参加|预约|申报|报送|投稿|参赛|活动|投递|观展|参观|购票|领票|取票|作品|[寄投送]送|邮寄|[收送寄]件|来稿){0,2}(?:方式|办法|方法|途径|渠道|要求|邮箱|网址|链接|须知|地址|入口)"
        r"(?<!^地址)(?<!活动地址)|(?:线上|网上|现场|电话|集中)?报名(?:地点)?|(?:怎[么样]|如何)(?:来|报名|参[加与]|预约)|收?要?不?[收要交花](?:钱|费)吗?|预约|(?:活动|参加|培训|门票|会议|参会|参赛|报名)?(?:费用|收费|票价|门票|学费)(?:说明|标准)?|(?:招生|招收|招募|参加|活动|限额)?(?:名额|人数|规模)|座位数?"
    ),
    "when": (
        r"什么时[候间](?:[办做]|开始|举[行办])?|何时(?:[办做]|举[行办])?|现调整为|调整为|变更为|改为|现|"
        rf"展期|会期|{_ANY}(?:时间|日期|周期)(?:安排|节点|[及和与、]?(?:活动)?地点)?|场次"
    ),
    "place": (
        r"在?(?:哪里?|哪儿|什么地方|何处|何地)(?:[办做]|举[行办]|上课)?|起?终点|起点|集合|"
        rf"{_ANY}(?:地点|地址|场地|场所|会场|场馆|展厅|(?<=活动)平台|(?<=直播)平台)(?:安排)?|平台"
    ),
    "audience": (
        r"(?:谁|哪些人)(?:能|可以)(?:来|参[加与])|面向谁|"
        rf"{_ANY}(?:对象|人群|人员|范围)(?:及(?:人数|要求|规模))?|适合(?:年级|年龄|人群)?|年龄(?:要求|段)?"
    ),
    "text": (
        rf"(?:都?有|讲|学|做|看)(?:些)?什么(?:内容)?|{_ANY}(?:内容|简介|主题|形式|项目|流程|主讲人?|主讲嘉宾|亮点|特色|(?<!公交)(?<!乘车)(?<!交通)[路线]线)"
        r"|(?:授课|任课|指导)(?:教师|老师)|老师|领读|嘉宾|合作|怎么[做玩]|活动安排|活动"
    ),
    "title": r"(?:活动|项目|课程|讲座|展览|赛事)?(?:名称|标题)|(?:讲座|报告)?题目|讲题",
}
KINDS = tuple(_WORDS)
_ALL = "|".join(f"(?P<{kind}>{words})" for kind, words in _WORDS.items())
ANY = "|".join(_WORDS.values())
_MARKED = f"^[-·*●◆■▲○]?{NUMBERED}"
LINE = re.compile(rf"{_MARKED}(?P<label>(?:{_ALL})(?:为|是)?:)(?P<value>.+)$")
_BEGINS = re.compile(rf"(?:{ANY}|主讲|嘉宾|平台):|限[0-9]|免费(?=[^,。;:]{{0,4}}$)|材料费[0-9]")
_ONLY_A_TIME = re.compile(
    "(?:即日起至)?(?:20[0-9]{2}年)?[0-9]{1,2}月[0-9]{1,2}日[-0-9:年月日号至到—~起止前截上下午晚早中时点分()周星期一二三四五六]{0,30}[。;]?"
)
_NOT_WHAT_IT_SEEMS = re.compile(
    r"(?:集合|起?终点|起点):(?=.*(?:[0-9]:[0-9]|[0-9][时点日]))|(?:现|现调整为|调整为|变更为|改为):(?![0-9]+月|每|时间)|怎么来:(?:公交|地铁|乘|自驾|开车)"
)
"""集合：7:30，学校门口 is an hour as well, 现：改为线上 no time, 怎么来：公交3路 no way to enrol."""
_ALONE = re.compile(rf"{_MARKED}(?:{_ALL}):?$")


@dataclass(frozen=True, slots=True)
class Label:
    """``kind`` is one of the words above; ``value`` is without the stop at its end."""

    kind: str
    label: Piece
    value: Piece


def unlabelled(kind: str, value: Piece) -> Label:
    """What is said without its label."""
    return Label(kind, value.part(0, 0), value)


def kind_of(head: str) -> str:
    """The kind of the words over a column or a clause, or nothing."""
    plain = re.sub(r"节点$|及要求$", "", head.rstrip("?"))
    return next((kind for kind, words in _WORDS.items() if re.fullmatch(words, plain)), "")


def read(piece: Piece) -> Label | None:
    """The label of a line or sentence, if it begins with one."""
    found = LINE.search(piece.key)
    if found is None or found["value"].strip("。;,、") == "" or _NOT_WHAT_IT_SEEMS.match(found["label"] + found["value"]):
        return None
    kind = next(each for each in _WORDS if found[each])
    if kind == "due" and re.search(r"^(?!报名).*(?:时限|期限)", found["label"]) and re.search("[至—~-].*月|[至—~-].*日", found["value"]):
        kind = "when"  # 完成时限：3月—10月
    if kind == "joining" and _ONLY_A_TIME.fullmatch(found["value"]):
        kind = "due"  # 线上报名：7月1日9:00—7月3日17:00
    elif kind == "role" and re.search("人:$", found["label"]) and re.search("[0-9]{7}", found["value"]):
        kind = "contact"  # 负责人：某某　联系电话：0555-1234567
    elif re.match("线上|网上|现场|电话|集中", found["label"]) and kind == "joining":
        return None  # how one enrols is said with its own words
    return Label(kind, piece.part(*found.span("label")), piece.part(*found.span("value")).strip("。;,"))


def apart(texts: Iterable[Piece]) -> tuple[tuple[Label, ...], tuple[Piece, ...]]:
    """The labelled lines of a text, and what is left of it; several may share a line, one may stand above its value."""
    found: list[Label] = []
    left: list[Piece] = []
    above: Piece | None = None
    for text in texts:
        pieces = [] if re.match(times.ASIDE, text.key) else list(lines(text))
        labels = [read(each) for each in pieces]
        if above is not None and not any(labels) and not re.match(f"{_ALONE.pattern}|第.{{1,3}}[场期批][0-9]", text.key):
            kind = kind_of(re.sub(_MARKED, "", above.key).rstrip(":"))
            found.append(Label(kind, above, text.strip("。;")))
            above = None
            continue
        left += [above] if above is not None else []
        above = text if _ALONE.match(text.key) else None
        if above is not None:
            continue
        if not any(labels):
            left.append(text)
            continue
        found += [each for each in labels if each]
        left += [piece for piece, label in zip(pieces, labels, strict=True) if label is None]
    return tuple(found), (*left, *([above] if above is not None else []))


def lines(text: Piece) -> Iterator[Piece]:
    """A text cut where a label begins after a stop or a space, and after a labelled sentence."""
    starts = [0]
    places = text.paragraph.at
    for at in range(1, len(text.key)):
        gap = places[text.start + at] - places[text.start + at - 1] > 1
        if text.key.count("(", 0, at) > text.key.count(")", 0, at) or re.search("[示样范]例:", text.key[:at]):
            continue  # what brackets hold belongs together
        timed = text.part(at).search(f"^(?=.{{1,8}}[日号]){times.RUN}") if gap else None
        cell = timed is not None and timed[0].spaced  # 主讲人：宗秋白　10月17日14:30　报告厅
        cell = cell or (gap and re.search("(?:人数|名额):[0-9]+[人名]?$", text.key[:at]) is not None)  # 人数：35　免费，扫码预约
        found = _BEGINS.match(text.key, at) if gap or text.key[at - 1] in "。;," else None
        if cell or (found and (gap or found[0][-1] == ":")):
            starts.append(at)
    for start, end in zip(starts, [*starts[1:], len(text.key)], strict=True):
        piece = text.part(start, end)
        sentences = piece.sentences() if read(piece) else []
        if len(sentences) > 1:
            yield sentences[0]
            yield piece.part(sentences[1].start - piece.start)
        else:
            yield piece
