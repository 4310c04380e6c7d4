"""Named pieces of an activity: contests with a number of edition, and events whose name is in quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from . import places
from .ids import Ids
from .notice import labels, times, tree
from .notice.outline import number
from .notice.pieces import NUMBERED, Match, Piece

_EVENT = (
    r"(?:大赛|竞赛|比赛|选拔赛|挑战赛|邀请赛|展评活动|展评|答题活动|竞答活动|互动活动|主题活动|宣传活动|活动周|活动"
    r"|专项行动|行动|论坛|大会|峰会|主题宣传|讲座|培训班|训练营|公开课|大讲堂|奖励系统|电视节目|专栏|巡展)"
)
_PLACE_FOR_WORDS = "(?:微信)?(?:客户端|平台|公众号|视频号|抖音号|小程序|网站|App|APP)"
_QUOTED = r"“[^“”]{2,40}”"
_NAME = rf"[^,。;:、“”《》()]{{0,24}}?{_QUOTED}[^,。;:、“”《》()]{{0,24}}?{_EVENT}(?:[^,。;:、“”《》()和及与等暨]{{0,10}}{_EVENT})?"
_EDITION = rf"第[一二三四五六七八九十0-9]{{1,3}}届[^,。;:、“”()]{{2,40}}?{_EVENT}(?:暨[^,。;:、()]{{2,40}}?{_EVENT})?"
_ROW = rf"(?P<quotes>(?:{_QUOTED}[、和]?){{2,}})(?P<open>等)?(?P<kind>[^,。;:、“”()]{{0,12}})"
_TRACKS = (
    r"设(?:置|立|有)?(?P<names>[^,。;:]{4,120}?)(?P<open>等)?"
    r"(?P<number>[1-9][0-9]?|[两二三四五六七八九十]+)个(?P<what>竞赛项目|比赛项目|赛项|赛道|项目|组别|竞赛组)"
)
_LIST_OF_NAMES = r"(?:开展|举办|推出)(?P<names>[^。;]{12,400}?)等[^,。;、]{0,12}活动"
_VERB = re.compile(r"^.*(?:举办|举行|开展|启动|策划|推出|参加|发起|深化|组织|发动|观看|收看|以及|以(?=“|$)|[和与及](?=“|第|$))")


def read_parts(texts: Iterable[Piece], title: str, ids: Ids) -> tree.Items:
    """The parts that a text names beyond doubt; each is to be checked."""
    records: list[tree.Record] = []
    for sentence in (each for text in texts for each in text.sentences()):
        tracks = sentence.search(_TRACKS)
        for name, order in (*_rows(sentence), *((name, 0) for name in _names(sentence, title))):
            records.append(_record(name, order, tracks, ids))
            tracks = None
    return tree.Items(tuple(records))


def stages(texts: Iterable[Piece], year: int, ids: Ids) -> Iterator[tree.Record]:
    """Rounds of one contest, each with its time: 初赛：4月15日12:30, 决赛时间：4月17日; further days and the place stand below."""
    rounds: list[list[Piece]] = []
    named = rf"^{NUMBERED}(?P<name>{times.ROUND})(?:时间)?:(?P<time>.+?)[。;]?$"
    for text in texts:
        found = text.search(named)
        time = times.trimmed(found["time"], year) if found else text
        if found and times.is_time(time.key, year):
            rounds.append([found["name"], time, *found["time"].part(len(time.key)).split("[,;]")])
        elif rounds:
            rounds[-1].append(text)
    for name, first, *below in rounds:
        more = [first, *takewhile(lambda each: times.is_time(each.key, year), below)]
        several = "、".join(each.text for each in more)
        when = tree.Value(several, tuple(more)) if times.is_time(several, year) else times.when(first, year)
        spot = place_of(below)
        yield tree.record(
            ("id", ids.named(name, "part")), ("name", tree.copied(name)), ("when", when),
            ("place", tree.copied(spot.value) if spot and len({each and each.value.key for each in map(place_of, rounds)}) > 1 else None),
            pieces=[spot.label] if spot else [], comments=(tree.check(first),),
        )  # fmt: skip


def rounds(texts: Iterable[Piece], year: int, ids: Ids) -> tuple[tree.Record, ...]:
    """Rounds that a text names with their times: 线上初赛5月19日9:00—21:00；现场决赛5月22日19:00，图书馆南楼一层。"""
    named = rf"^(?P<name>(?:线上|现场)?{times.ROUND})(?:时间)?[:于在为]?(?P<time>{times.RUN})(?!前),?(?P<rest>.*)$"
    given = [part for text in texts for part in text.split(rf"[;。]|,(?=(?:线上|现场)?{times.ROUND})")]
    made = []
    for found in (match for each in given if (match := each.search(named)) and times.is_time(match["time"].key, year)):
        spot = found["rest"].search(rf"{places.HELD}|^(?P<spot>{places.SITE})(?=,|$)")
        place = next((spot[key] for key in ("place", "spot") if spot[key]), None) if spot else None
        made.append(tree.record(
            ("id", ids.named(found["name"], "part")), ("name", tree.copied(found["name"])), ("when", times.when(found["time"], year)),
            ("place", tree.copied(place) if place else None), comments=(tree.check(found[0]),),
        ))  # fmt: skip
    return tuple(made) if len(made) > 1 else ()


def place_of(lines: Iterable[Piece]) -> labels.Label | None:
    """The first labelled place of some lines, or what stands behind the time: 决赛：7月18日，市图书馆."""
    spot = rf"{places.SITE}|线上.{{2,6}}|.*赛点"
    said = ((each, labels.read(each)) for each in lines)
    found = (label or labels.unlabelled("place", each) for each, label in said if label or re.fullmatch(spot, each.key))
    return next((each for each in found if each.kind == "place"), None)


def _rows(sentence: Piece) -> Iterator[tuple[Piece, int]]:
    """Two or more names in quotation marks in a row, where they are called events; their order where 依次 says so."""
    for match in sentence.every(_ROW):
        words = match["quotes"].key + match["kind"].key
        if re.search(r"大会|论坛|行动|竞赛|大赛|活动|形式|课堂|开放日", words) and not re.match(r"要求|模式|服务|思维", match["kind"].key):
            ordered = "依次" in sentence.key[: match.start]
            for at, quote in enumerate(match["quotes"].every(_QUOTED), 1):
                yield quote[0], at if ordered else 0


def _names(sentence: Piece, title: str) -> Iterator[Piece]:
    """Each name that is more than the title; with two in quotation marks, all that are listed beside them, too."""
    row = sentence.search(_LIST_OF_NAMES)
    several = row["names"].split("、(?![^“]*”)") if row else []
    if len(several) > 3 and sum("“" in each.key for each in several) > 1:
        yield from several
        return
    for match in sentence.every(rf"{_EDITION}|{_NAME}"):
        name = _trimmed(match[0])
        if not _only_the_title(name.key, title) and not re.search(f"”“|在“|”{_PLACE_FOR_WORDS}", name.key):
            yield name


def _only_the_title(name: str, title: str) -> bool:
    """Whether a name says only what the activity is called: a nickname before the title's own words."""
    rest = re.sub(_QUOTED, "", name)
    return ("“" in name and name in title and len(name) + 4 >= len(title)) or (len(rest) > 8 and rest in title)


def _trimmed(name: Piece) -> Piece:
    """A name without the verb before it."""
    first = name.key.find("“")
    found = _VERB.match(name.key[:first] if first >= 0 else "")
    return name.part(found.end() if found else 0)


def _record(name: Piece, order: int, tracks: Match | None, ids: Ids) -> tree.Record:
    edition = name.search(r"第(?P<count>[一二三四五六七八九十0-9]{1,3})届")
    count = edition["count"] if edition else None
    return tree.record(
        ("id", ids.named(name, "part")),
        ("name", tree.copied(name, tree.check(name, "名称取自正文"))),
        ("order", tree.said(str(order)) if order else None),
        ("edition", tree.Value(str(number(count.key)), (count,)) if count else None),
        ("tracks", listed(tracks, "、", "what") if tracks else None),
        ("tracks_printed", tree.copied(tracks["number"], text=str(number(tracks["number"].key.replace("两", "二")))) if tracks else None),
    )


def listed(match: Match, signs: str, word: str) -> tree.Items:
    """The names of a row, and 等 where it stands behind them; ``word`` only leads to them."""
    open_ = [tree.Value("等", (match["open"],))] if match["open"] else []
    return tree.Items((*map(tree.copied, match["names"].split(signs)), *open_), pieces=(match[word],))
