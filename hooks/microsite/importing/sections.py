"""What the clauses of a plan are about, and what they say of the campaign as a whole: theme, time, platforms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ..core.typography import content
from . import branches, meetings
from .notice import labels, times, tree
from .notice.outline import Section
from .notice.pieces import NUMBERED, Match, Piece

_THEME_LABEL = (
    r"(?:[^,。;:“”]{2,16}的)?(?:活动)?主题(?:定?为:?|是:?|:)[“\"]?(?P<theme>[^“”\",。;:()]{4,40}(?:[,、][^“”\",。;:()]{2,20})?)[”\"]?[。;]?$"
)
_THEME_QUOTED = (
    r"(?<!如)以“?(?P<theme>[^“”。;以]{4,40})”?为(?:活动)?主题|围绕“(?P<theme2>[^”]{4,40})”(?:这一|的)?(?:活动)?主题"
    r"|(?<!邮件)主题(?:为|是)?:?“(?P<theme3>[^”]{4,40})”|将“(?P<theme4>[^”]{4,40})”(?:确定|作|定)为[^,。;]{0,8}主题"
)
_TIMED = r"^(?:[(][0-9一二三四五六七八九十]+[)]|[0-9]+[.、])?(?:[\u3400-\u9fff]{0,4}?时间(?:安排)?(?:为|是)?:?)?"
_PERIOD = (
    rf"(?P<time>{times.SPAN},{times.SPAN}(?:结束|截止|为止))[。;,]",
    rf"{_TIMED}(?P<time>[^,。;]+(?:,为期[^,。;]+)?)[。;]?$",
    rf"{_TIMED}(?P<time>[^()]+(?:[(](?:星期|周).[)][^()]*)?)(?:[(][^()]*[)])?[。;]?$",
    rf"{_TIMED}(?P<time>[^,。;]+),其中",
    r"[均都][在于](?P<time>[^,。;]+?)(?:完成|[举进]行|开展)[。;]?$",
)
_LASTING = rf"(?:拟?定于|拟于)?(?P<time>(?:自|从)?{times.SPAN}(?:,?为期.{{1,8}}?)?)(?:[。;,]|举办|开展|在[^,。;]{{2,24}}(?:举|展出)|$)"
_FIXED = (
    rf"(?<!原)(?:定于|将于|拟于|将在|定在|决定[于在]?(?=[^,。;]{{0,8}}日)|(?<!定)于|(?<=,)(?=[^,。;]*[日月旬]在))(?P<time>{times.NAMED_DAY}|{times.SPAN})(?<!前)(?:\([^()]{{1,6}}\))?(?:停课[^,。;]{{1,6}},)?(?:,?在[^,。;]{{2,24}})?(?:面向[^,。;]{{2,20}})?(?:联合[^,。;]{{2,10}})?(?:集中|联合|共同|组织)*(?:举行|举办|召开|开展|启动|实施|开设|推出)"
)
_NTH = (
    r"(?:^|[,。;])(?:今年)?(?P<time>(?:20[0-9]{2}年)?[0-9]{1,2}月(?:[0-9]{1,2}日[至—~-]+[^,。是]{1,6}日)?)"
    r"[是为](?:我[国省市区县校]|全国)?的?(?:第[^,。]{1,4}[个届]|20[0-9]{2}年[^,。]{2,16}[周月](?=[,。(]))"
)
_CALLED_A_WEEK = rf"(?:^|[,。])(?P<time>{times.SPAN})为[^,。;]{{2,16}}[周月](?=[,。;])"
"""5月9日至15日为防灾减灾宣传周."""
_ASKS = (
    r"^(?:切实|广泛|认真|严格|及时|全面|大力|着力|扎实|精心|积极)?"
    r"(?:加强|强化|突出|提高|做好|严格|落实|压实|确保|注重|严明|坚持|组织参与|抓好|报送(?!方式|时间|内容|要求|材料)|总结(?!报送)|动员|营造|把握|明确)"
)
_OF_WORKS = "报送|支撑|支持|征集|大赛|比赛|竞赛|总体|作品|参赛|征稿|征文|投稿|报名|参展|申报|项目|内容|参评"


@dataclass(frozen=True, slots=True)
class Roles:
    """Which clause does what; a clause may do several things, and one may do none."""

    aims: tuple[Section, ...]
    theme: tuple[Section, ...]
    time: tuple[Section, ...]
    hosting: tuple[Section, ...]
    branch: branches.Branch
    requirements: tuple[Section, ...]
    others: tuple[Section, ...]


def sorted_out(sections: Iterable[Section]) -> Roles:
    """The clauses by what their headings, and where those are silent their text, are about."""
    given = list(sections)
    branch = branches.decided(given)
    parts = [each for each in given if each not in branch.heads]
    rest = [each for part in parts for each in (part.children if _holds_others(part) else (part,))]

    def about(words: str) -> tuple[Section, ...]:
        return tuple(each for each in rest if re.search(words, each.title.key))

    aims = about(r"总体要求|指导思想|目标|目的|总体思路|背景|意义|原则")
    theme = about(r"^(?!紧扣|围绕|突出|聚焦|把握)[^,。;]*主题(?!活动|展|日|班|讲)|口号")
    time = about(r"^(?:什么时[候间]|何时)(?:办|开始|举[行办])?$|时间|日期|周期|阶段|步骤|进度|日程|学期安排")
    hosting = tuple(each for each in about(r"组织|主办|领导|单位") if each not in time and _names_hosts(each))
    asked = about(rf"(?<!{_OF_WORKS})(?:要求|保障|注意事项|措施)|^意见$|组织领导|(?:其他|有关)(?:事项|工作)|组织实施|{_ASKS}")
    plain = [each for each in rest if labels.kind_of(each.title.key) != "contact"]
    sentences = plain and not branch.heads and not any(each.title for each in plain)
    if not branch.heads:
        asked = tuple(each for each in rest if each in asked or _bids(each))
    requirements = tuple(
        each
        for each in (plain if sentences else asked)
        if each not in hosting and (sentences or each.children or not each.title.key.endswith("事项"))
    )
    known = {*aims, *theme, *time, *hosting, *requirements}
    others = tuple(each for each in rest if each not in known)
    return Roles(aims, theme, time, hosting, branch, requirements, others)


def _bids(section: Section) -> bool:
    """Whether a clause begins with who has to do something: 制定方案。各单位要…."""
    text = next(iter(section.texts), None)
    bids = text is not None and re.match("请?(?:各|全[省市县区]各)[^,。]{1,14}?(?:要|应|须|请)", text.key)
    return bool(section.title and bids and not labels.kind_of(section.title.key))


def _holds_others(section: Section) -> bool:
    """第一部分, and 总体要求 with clauses of its own on the theme and the time."""
    if re.match("总体(?:要求|安排|部署)", section.title.key):
        return any(re.search("主题$|时间$", each.title.key) for each in section.children)
    return section.level == 1 and not re.search("要求|^意见$|保障|措施", section.title.key)


def _names_hosts(section: Section) -> bool:
    """Whether a clause on 组织 says who holds the campaign, not what others have to do."""
    texts = tuple(section.all_texts())
    words = "".join(text.key for text in texts)
    headed = re.search(r"(?:主办|举办)单位|组织机构", section.title.key)
    if re.search("保障|要求", section.title.key):
        return bool(re.search("(?<![要应])(?:成立|组成|设立)[^。]{0,40}(?:组委会|领导小组)|(?:联合|共同)主办", words))
    return bool(headed or re.search("主办|举办,|(?:联合|共同)(?:举办|组织|成立)|(?:成立|组成|设立)[^。]{0,40}组委会|组委会由", words)
                or (section.title.key == "组织领导" and re.search("^成立", words)))


def theme(roles: Roles, everything: list[Piece]) -> tree.Record | None:
    """The theme with every spelling of it in the whole notice."""
    listed = {text.paragraph.number for leaf in roles.branch.leaves for text in (leaf.title, *leaf.all_texts())}
    given = [each for each in everything if each.paragraph.number not in listed]
    first = _stated_theme(roles, given)
    if first is None:
        return None
    plain = content(first.key)
    pattern = r"[,、·]?".join(map(re.escape, plain))
    found = [match[0] for piece in everything for match in piece.every(pattern)]
    spellings = {each.text: each for each in found}
    text = re.sub(r"[，,]", " ", first.text)
    doubt = [tree.check(first, "网站统一用的写法，标点改成了空格")] if text != first.text else []
    return tree.record(
        ("text", tree.copied(first, *doubt, text=text)),
        ("printed", tree.Items(tuple(tree.Value(each, (piece,)) for each, piece in spellings.items()))),
        pieces=[label[0] for each in roles.theme for piece in each.texts if (label := piece.search(r"^(?:活动)?主题:"))],
    )


def _stated_theme(roles: Roles, given: list[Piece]) -> Piece | None:
    """The theme of the clause on it, else the first that is called so anywhere."""
    for section in (*roles.theme, *roles.time):
        if said := _called_theme(section.all_texts()):
            return said
        alone = [each for each in section.texts if len(each.key) <= 40 and not re.search(r"时间(?:安排)?[:为]|。(?=.)", each.key)]
        if section in roles.theme and alone:
            return _unquoted(alone[0].strip("。;"))
    return _called_theme(given)


def _unquoted(piece: Piece) -> Piece:
    """What stands within quotation marks, where they hold all of it."""
    found = piece.search(r'^["“](?P<said>[^"“”]+)["”]$')
    return found["said"] if found else piece


def _called_theme(given: Iterable[Piece]) -> Piece | None:
    for piece in (one for each in given for one in (each, *each.sentences()) if not re.search(times.EARLIER, one.key)):
        if found := piece.search(_THEME_QUOTED):
            return found["theme"] or found["theme2"] or found["theme3"] or found["theme4"]
        labelled = (each.search(rf"^{NUMBERED}(?:[本今][届次年][^,。;:]{{0,8}}?)?{_THEME_LABEL}") for each in (piece, *piece.sentences()))
        if found := next(filter(None, labelled), None):
            return found["theme"]
    return None


def period(roles: Roles, title: Piece | None, before: Iterable[Piece], year: int) -> tuple[tree.Value | tree.Record, tree.Value | None]:
    """The time of the whole campaign and the clause it stands in; else a sentence that fixes it (定于…举行)."""
    before = [one for p in before if not re.match(times.ASIDE, p.key) for one in p.sentences() if not re.match(times.ASIDE, one.key)]
    stated = (found["time"] for each in before if (found := each.search(_FIXED)))
    sure = "20.*日" if roles.branch.leaves else "20[0-9]{2}年.*日"  # that one event is in a week called so says less than its clause
    if whole := next((each for each in stated if re.search(sure, each.key)), None):
        timed = [each for _, each in _timed(roles, year) if each.key.startswith(("20", whole.key))]
        closer = next((each for each in timed if each.key.startswith(whole.key) or _bare_days(each) == _bare_days(whole)), whole)
        return times.when(closer, year, tree.check(closer, "时间取自通知正文")), None
    for section, time in _timed(roles, year):
        source = tree.Value(section.clause, (section.ordinal,)) if section.clause else None
        return times.when(time, year), source
    for each in (times.trimmed(label.value, year) for label in labels.apart(before)[0] if label.kind == "when"):
        if times.is_time(each.key, year) and not times.only_hours(each.key):
            return times.when(each, year), None
    if told := _in_the_text(roles, title, before, year):
        return times.when(told[0], year, tree.check(told[0], f"时间取自{told[1]}")), None
    return tree.owed("整个活动的时间，没有找到；照通知的写法填"), None


def _bare_days(time: Piece) -> str:
    """Days without year, weekdays and a month that is said again: 2026年9月14日（星期一）至9月20日（星期日）."""
    return re.sub(r"([0-9]+月)([^月]*[至—~-]+)\1", r"\1\2", re.sub(r"20[0-9]{2}年|\([^()]*\)", "", time.key))


def _in_the_text(roles: Roles, title: Piece | None, before: Iterable[Piece], year: int) -> tuple[Piece, str] | None:
    """The time that a sentence fixes or begins with, else that of the title; and where it stands."""
    fixed_in = rf"(?<!截止)(?<!报名)(?:时间|日期)定?(?:为|是|在|于)(?P<time>{times.RUN}(?:\([^()]*\))?)"
    stated = [found["time"] for each in before for found in each.every(fixed_in)]
    stated += [found["time"] for each in before for found in each.every(rf"(?:假期?|期间|长假|^)\((?P<time>{times.RUN})\)")]
    clauses = [text for each in (*roles.aims, *roles.others) if each.title for text in each.texts]
    stated += [found["time"] for each in clauses for found in each.every(rf"(?<=,){fixed_in}") if re.search("[至到—~-]", found["time"].key)]
    if whole := next(iter(stated), None):
        return whole, "通知正文"
    general = [text for each in roles.others if re.search("总体|概况|基本情况", each.title.key) for text in each.texts]
    for piece in (*before, *general, *(text for each in roles.branch.heads if each not in roles.branch.leaves for text in each.texts)):
        if fixed := (piece.search(_FIXED) or piece.search(_NTH) or piece.search(_CALLED_A_WEEK)):
            return fixed["time"], "通知正文"
    sentences = [sentence for each in before for sentence in each.sentences()]
    opens = (found["time"] for each in sentences if (found := each.search(rf"(?:^|[,。;]?[自从])(?P<time>{times.SPAN}),")))
    if whole := next((each for each in opens if re.search("[日旬月][至到—~-]", each.key) and times.is_time(each.key, year)), None):
        return whole, "通知正文"
    arranged = rf"现(?:将|就)(?P<time>(?=[^,。;]{{0,8}}日){times.RUN})[^,。;]*?(?:事宜|事项|如下)"
    stated = [found["time"] for each in before if (found := each.search(arranged))]
    if whole := next((each for each in stated if times.is_time(each.key, year)), None):
        return whole, "通知正文"  # 现就3月11日至22日系列活动有关事宜通知如下
    for words in (r"\((?P<time>[^()]*(?:月|半年|季度)[^()]*)\)$", r"(?P<time>(?:20[0-9]{2}年)?[0-9]{1,2}月份|20[0-9]{2}年[0-9]{1,2}月)"):
        if title and (named := title.search(words)) and times.is_time(named["time"].key, year):
            return named["time"], "标题"
    return None


def _timed(roles: Roles, year: int) -> Iterator[tuple[Section, Piece]]:
    """Clauses that may say when the campaign is, with the time, the surest first."""
    timed = [each for each in roles.time if not re.search("报名|开学|[领购]票", each.title.key)]
    timed = [each for each in timed if not meetings.told(each.all_texts(), year)]
    shown = [each for each in timed if re.search("展[览出期]|比赛|颁奖", each.title.key)]  # 征稿时间 beside 展览时间与地点
    timed = shown if shown and any(re.search("征[稿集文]|投稿", each.title.key) for each in timed) else timed
    stage = rf"^{NUMBERED}(?:{times.ROUND}|报名|投票|评审)(?:时间)?:"
    texts = [(section, piece) for section in timed for piece in _of_the_whole(section) if not re.search(stage, piece.key)]
    yield from ((section, time) for section, piece in texts if (time := _period_in(piece, year)) and _is_a_period(time))
    first = [(section, piece.strip("。;")) for section in timed for piece in section.texts[:1]]
    first = [(section, piece) for section, piece in first if not times.before(piece) and not labels.read(piece)]
    first = [(section, times.opening(piece, year) if section.title.key.endswith(("人员", "对象")) else piece) for section, piece in first]
    yield from ((section, piece) for section, piece in first if times.looks_like_time(piece.key) and _is_a_period(piece))
    going_on = rf"^(?:本次|本届|此次|整个|系列)?(?:[^,。;]{{0,8}}活动|行动)(?:时间)?(?:自|从)(?P<time>{times.RUN}止?)"
    said = [(each, match["time"]) for each in (*roles.aims, *roles.others) for text in each.texts if (match := text.search(going_on))]
    yield from ((section, time) for section, time in said if times.is_time(time.key, year))
    for section in (*roles.aims, *roles.hosting, *roles.others):
        found = labels.apart(section.all_texts())[0]
        said_when = [each for each in found if each.kind == "when" and not re.search("[领购取]票|报到", each.label.key)]
        stated = [times.trimmed(each.value, year) for each in said_when]
        yield from ((section, each) for each in stated if times.is_time(each.key, year) and not times.only_hours(each.key))


def _is_a_period(time: Piece) -> bool:
    """Whether a time is more than hours, and no deadline."""
    return not re.search("前(?:[,;]|$)", time.key) and not times.only_hours(time.key)


def _of_the_whole(section: Section) -> Iterator[Piece]:
    """What a clause on time says itself; steps below it have times of their own."""
    yield from section.texts if len(section.children) > 1 else section.all_texts()


def _period_in(piece: Piece, year: int) -> Piece | None:
    """A time with nothing else, behind 时间：, or before a bracket or 其中."""
    if times.is_time(whole := re.sub(_TIMED, "", piece.key).rstrip("。;"), year):
        return piece.part(piece.key.index(whole), piece.key.index(whole) + len(whole))
    for pattern in _PERIOD:
        named = piece.search(pattern)
        if named and times.is_time(named["time"].key, year):
            return named["time"]
    matches = [match["time"] for match in piece.every(_LASTING) if times.is_time(match["time"].key, year)]
    return matches[0] if matches else None


def leading(sections: Iterable[Section]) -> list[Piece]:
    """时间： and the like, which lead to a field."""
    return [
        found[0]
        for section in sections
        for piece in section.texts
        if (found := piece.search(r"^(?:活动)?(?:总体|举办)?(?:时间(?:安排)?|主题)(?:为|是)?:"))
    ]


def platforms(roles: Roles) -> Iterator[tree.Record]:
    """Sites whose address the plan prints."""
    for section in (*roles.requirements, *roles.branch.heads, *roles.hosting, *roles.time):
        for child in section.children or (section,):
            for text in child.all_texts():
                for found in text.every(
                    r"(?P<name>[^,。;:()“”]{2,30})[”\"]?\((?P<link>(?:https?://)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+[A-Za-z0-9/._?=&%-]*)\)"
                ):
                    yield _platform(found, child.clause)


def _platform(found: Match, clause: str) -> tree.Record:
    link = found["link"]
    url = link.key if link.key.startswith("http") else f"http://{link.key}"
    return tree.record(
        ("name", tree.copied(found["name"], tree.check(found["name"], "名称取自网址前面的字"))),
        ("url", tree.Value(url, (link,), (tree.check(link),))),
        ("label", tree.copied(link)),
        ("source", tree.said(clause)),
        ("summary", tree.owed("一句话说明这个平台")),
    )
