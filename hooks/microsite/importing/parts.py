"""Named pieces of an activity: contests with a number of edition, names in quotation marks, courses in book marks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .ids import Ids
from .notice import tree
from .notice.outline import number
from .notice.pieces import Match, Piece

_EVENT = (
    r"(?:大赛|竞赛|比赛|选拔赛|挑战赛|邀请赛|作品展评活动|展评活动|展评|答题活动|竞答活动|互动活动|主题活动|宣传活动|活动周|活动"
    r"|专项行动|行动|论坛|大会|峰会|主题宣传|讲座|培训班|训练营|公开课|大讲堂|奖励系统|电视节目|专栏|巡展)"
)
_QUOTED = r"“[^“”]{2,40}”"
_NAME = rf"[^,。;:、“”《》()]{{0,24}}?{_QUOTED}[^,。;:、“”《》()]{{0,24}}?{_EVENT}(?:[^,。;:、“”《》()和及与等暨]{{0,10}}{_EVENT})?"
_EDITION = rf"第[一二三四五六七八九十0-9]{{1,3}}届[^,。;:、“”()]{{2,40}}?{_EVENT}(?:暨[^,。;:、()]{{2,40}}?{_EVENT})?"
_OF_ANOTHER_KIND = r"要求|模式|服务|思维"
_ROW = rf"(?P<quotes>(?:{_QUOTED}[、和]?){{2,}})(?P<open>等)?(?P<kind>[^,。;:、“”()]{{0,12}})"
_TRACKS = (
    r"设(?:置|立|有)?(?P<names>[^,。;:]{4,120}?)(?P<open>等)?"
    r"(?P<number>[1-9][0-9]?|[两二三四五六七八九十]+)个(?P<what>竞赛项目|比赛项目|赛项|赛道|项目|组别|竞赛组)"
)
_VERB = re.compile(
    r"^.*(?:举办|举行|开展|启动|策划|推出|参加|发起|深化|组织|发动|以及|以(?=“|$)|[和与及](?=“|第|$))"
)
_COURSES = r"(?:开设|讲授|开展|推出)(?P<names>(?:《[^《》]{2,40}》[、和及]*)+)(?:等)?(?:专题|网络|系列|精品)*(?:课程|讲座|公开课)"
_PLAIN = (
    r"(?:举办|开展|组织|启动|推出|策划|上线运行|开设)(?:一批|一系列|系列)?"
    r"(?P<name>[^,。;:、“”《》()]{4,32}?(?:大赛|竞赛|选拔赛|公开课|志愿服务活动|惠民活动|展示活动|电视节目|专栏|巡展|奖励系统|转型培训|服务系统))"
    r"(?=[,。;:、]|以及|和|$)"
)
_KINDS = (
    ("competition", r"赛$|大赛"), ("quiz", r"答题|竞答"), ("conference", r"论坛|大会|峰会"), ("exhibition", r"展"),
    ("course", r"课|讲座|讲堂|》$"), ("training", r"培训|训练"), ("broadcast", r"节目|专栏"), ("volunteering", r"志愿"),
    ("awareness", r"宣传"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parts:
    items: tree.Items
    is_open: bool


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A name with what its sentence says of it."""

    name: Piece
    edition: Piece | None = None
    parent: Piece | None = None
    order: int = 0
    open: Piece | None = None


def of(texts: Iterable[Piece], title: str, ids: Ids) -> Parts:
    """The parts that a text names beyond doubt; each is to be checked."""
    found: list[_Candidate] = []
    tracks: dict[int, Match] = {}
    for text in texts:
        for sentence in text.sentences():
            mine = list(_in_sentence(sentence, title))
            if mine and (match := sentence.search(_TRACKS)):
                tracks[len(found)] = match
            found += mine
    records = tuple(_record(each, tracks.get(at), ids) for at, each in enumerate(found))
    return Parts(tree.Items(records), any(each.open for each in found))


def _in_sentence(sentence: Piece, title: str) -> Iterator[_Candidate]:
    taken: list[tuple[int, int]] = []
    for match in sentence.every(_ROW):
        quotes = [quote[0] for quote in match["quotes"].every(_QUOTED)]
        if not _is_row_of_events(match, sentence.key):
            continue
        taken.append(match.found.span())
        ordered = "依次" in sentence.key[: match.start]
        parent = match["kind"] if re.search(r"行动$|活动$|赛$", match["kind"].key) and match["open"] else None
        for at, quote in enumerate(quotes, 1):
            yield _Candidate(quote, parent=parent, order=at if ordered else 0, open=match["open"] or None)
    for match in sentence.every(rf"{_EDITION}|{_NAME}"):
        if any(start < match.end and match.start < end for start, end in taken):
            continue
        name = _trimmed(match[0])
        taken.append(match.found.span())
        if _only_the_title(name.key, title):
            continue
        after = sentence.key[match.end :]
        open_ = re.match(r"等(?:相关|系列)?(?:活动|赛事)?", after)
        edition = name.search(r"第(?P<count>[一二三四五六七八九十0-9]{1,3})届")
        open_piece = sentence.part(match.end, match.end + 1) if open_ else None
        yield _Candidate(name, edition["count"] if edition else None, open=open_piece)

    yield from _unquoted(sentence, title, taken)


def _unquoted(sentence: Piece, title: str, taken: list[tuple[int, int]]) -> Iterator[_Candidate]:
    """Courses in book marks, and names that a verb and a strong noun show to be names."""
    for match in sentence.every(_COURSES):
        for course in match["names"].every(r"《[^《》]+》"):
            yield _Candidate(course[0])
    for match in sentence.every(_PLAIN):
        name = match["name"]
        if found := name.search(r"^.*的"):
            name = name.part(found.end)
        free = not any(start < match.end and match.start < end for start, end in taken)
        if free and len(name.key) > 4 and name.key not in title:
            yield _Candidate(name)


def _only_the_title(name: str, title: str) -> bool:
    """Whether a name says only what the activity is called: a nickname before the title's own words."""
    rest = re.sub(_QUOTED, "", name)
    return ("“" in name and name in title and len(name) + 4 >= len(title)) or (
        len(rest) > 8 and rest in title
    )


def _is_row_of_events(match: Match, sentence: str) -> bool:
    """Two or more names in quotation marks in a row are parts only where they are called so."""
    words = match["quotes"].key + match["kind"].key
    events = re.search(r"大会|论坛|行动|竞赛|大赛|活动|形式|课堂|开放日", words)
    return bool(events) and not re.match(_OF_ANOTHER_KIND, match["kind"].key)


def _trimmed(name: Piece) -> Piece:
    """A name without the verb before it and without list words."""
    first = name.key.find("“")
    head = name.key[:first] if first >= 0 else ""
    found = _VERB.match(head)
    start = found.end() if found else 0
    return name.part(start)


def _record(each: _Candidate, tracks: Match | None, ids: Ids) -> tree.Record:
    kind = next((kind for kind, pattern in _KINDS if re.search(pattern, each.name.key)), None)
    return tree.record(
        ("id", ids.named(each.name, "part")),
        ("name", tree.of(each.name, tree.check(each.name, "名称取自正文"))),
        ("kind", tree.said(kind) if kind else None),
        ("order", tree.said(str(each.order)) if each.order else None),
        ("edition", tree.Value(str(number(each.edition.key)), (each.edition,)) if each.edition else None),
        ("parent", tree.of(each.parent) if each.parent else None),
        ("tracks", _tracks(tracks)),
        ("tracks_printed", tree.of(tracks["number"], text=_digits(tracks["number"].key)) if tracks else None),
    )


def _digits(printed: str) -> str:
    return str(number(printed.replace("两", "二")))


def _tracks(match: Match | None) -> tree.Items | None:
    if match is None:
        return None
    names = [tree.of(each) for each in match["names"].split("、")]
    return tree.Items(
        (*names, *([tree.Value("等", (match["open"],))] if match["open"] else [])), pieces=(match["what"],)
    )
