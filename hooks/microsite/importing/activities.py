"""The activities of a plan: number, title, time, who is responsible, what the text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from . import parts, responsible
from .ids import Ids
from .notice import named, times, tree
from .notice.names import Names
from .notice.outline import Section
from .notice.pieces import Piece

_KINDS = (
    ("quiz", r"竞答|答题|知识竞赛"),
    ("awareness", r"宣传教育|普及宣传|科普宣传"),
    ("platform", r"资源(?:开放|共享)"),
    ("competition", r"大赛|竞赛|比赛|选拔赛|挑战赛"),
    ("conference", r"大会|论坛|峰会|研讨会|交流会"),
    ("research", r"研究|调研"),
    ("call", r"征集|作品展评"),
    ("exhibition", r"展览|巡展|展示|博览"),
    ("volunteering", r"志愿"),
    ("training", r"培训|训练|研修|讲堂|课堂"),
    ("course", r"公开课|课程"),
    ("platform", r"平台"),
    ("broadcast", r"节目|直播|专栏"),
    ("series", r"系列|专项行动"),
    ("service", r"服务|助残|解困|便民"),
    ("awareness", r"宣传|科普|普及|推广|助老|活动周"),
)
_REMINDER = "通知写明了的，再补 audiences、form、open_to_public、joining"
_TIME_BRACKET = r"\((?P<time>[^()]*(?:\([^()]*\)[^()]*)*)\)[。:]?$"
_TIME_LABEL = r"^(?P<label>(?:活动|举办)?时间(?:安排)?:)(?P<time>[^。;]+?)[。;]?$"
_OCCASIONS = (
    r"在(?P<names>[^,。;()]{2,40}?)(?P<open>等)?(?:重要|重大|关键|活动|时间|宣传|主题)*(?P<word>节点)"
)
_COUNT = (
    r"(?P<number>[1-9][0-9]{0,6})(?P<unit>余?(?:家|场|所|名|人|个|期|门|节|站|处|支|件|部|套|次|场次|人次|万人次|万人|万名))"
    r"(?P<what>[^0-9,。;、()和]{2,30}?)(?=[,。;、()]|和[0-9]|开展|设计|组织|进行|面向|举办|参加|参与|到|赴|送|走|深入|为|$)"
)
_COUNT_AFTER = (
    r"(?:开设|举办|组织|开展|直播|建设|建立|培训|发放|征集|推出|设立|选派)(?P<what>[^0-9,。;、()]{2,20}?)"
    r"(?P<number>[1-9][0-9]{0,6})(?P<unit>余?(?:家|场次|场|所|名|人次|人|个|期|门|节|站|处|支|件|部|套|份|次|万人次))(?=[,。;、]|以上|左右|$)"
)
_AUDIENCE = (
    r"(?:面向|针对)(?P<who>[^,。;()]{2,24}?)(?:,|。|;|、?$|提供|开展|征集|设计|举办|组织|宣传|普及|进行|推出|免费|开设|开放"
    r"|讲授|讲解|传授|发放|推广|介绍)"
)


@dataclass(frozen=True, slots=True)
class Context:
    """What is the same for all activities: names of bodies, the year, ids that were given."""

    names: Names
    year: int
    ids: Ids


def listed(section: Section, context: Context) -> Iterator[tree.Record]:
    """Every activity of a section."""
    for child in leaves(section):
        yield _activity(child, context)


def leaves(section: Section) -> Iterator[Section]:
    """The clauses that are activities: those with a credit, or without smaller ones that have it."""
    for child in section.children:
        inner = [each for each in child.children if any(responsible.closing(text) for text in each.texts)]
        if len(inner) > 1:
            yield from leaves(child)
        else:
            yield child


def is_list(section: Section) -> bool:
    """Whether a section lists activities: several of its clauses end with who is responsible."""
    return sum(bool(_credit_pieces(child)[1]) for child in leaves(section)) >= 2


@dataclass(frozen=True, slots=True)
class Draft:
    """An activity as the notice prints it, in a clause or in the row of a table."""

    number: int
    source: tree.Value
    title: Piece
    when: tree.Value | tree.Record | None
    texts: tuple[Piece, ...]
    credit: responsible.Credit | None
    pieces: tuple[Piece, ...] = ()


def _activity(section: Section, context: Context) -> tree.Record:
    title, when = _title_and_time(section, context.year)
    texts, credit_pieces = _credit_pieces(section)
    texts, when = _labelled_time(texts, when, context.year)
    credit = responsible.read(credit_pieces, context.names) if credit_pieces else None
    source = tree.Value(section.clause, (section.ordinal,))
    return record(Draft(section.number, source, title, when, texts, credit), context)


def record(draft: Draft, context: Context) -> tree.Record:
    """The record of an activity; what has to be written by a person is owed."""
    title, texts, credit = draft.title, draft.texts, draft.credit
    sentences = [sentence for text in texts for sentence in text.sentences()]
    found = parts.of(texts, title.key, context.ids.part_ids())
    named_times = {} if draft.when else _times_in_text(texts, context.year)
    return tree.record(
        ("id", context.ids.activity(title)),
        ("number", tree.said(str(draft.number))),
        ("source", draft.source),
        ("title", tree.of(title) if title else tree.owed("标题；这一条没有标题", texts[:1])),
        ("title_printed", _as_set(title)),
        ("kind", _kind(title, texts)),
        ("summary", tree.owed(f"一句话说明，最好不超过 45 字；{_REMINDER}")),
        ("description", tree.owed("详细说明，用平实的话重写", sentences)),
        ("when", draft.when or _time_in_text(named_times, context.year)),
        ("occasions", _occasions(texts)),
        *(credit.roles if credit else ()),
        ("credit", credit.printed if credit else tree.owed("分工原文；通知没有写明谁负责时，照实写一句")),
        ("audience_printed", _audience(texts)),
        ("parts", found.items),
        ("parts_open", tree.said("true") if found.is_open else None),
        *named.lists(texts),
        ("counts", tree.Items(tuple(_counts(texts, found.items)))),
        comments=_several_times(named_times),
        pieces=draft.pieces,
    )


def _title_and_time(section: Section, year: int) -> tuple[Piece, tree.Value | tree.Record | None]:
    """The title without the time in brackets behind it."""
    found = section.title.search(_TIME_BRACKET)
    if found and times.looks_like_time(found["time"].key):
        return section.title.part(0, found.start), times.when(found["time"], year)
    return section.title, None


def _as_set(title: Piece) -> tree.Value | None:
    printed = title.printed.strip()
    return tree.Value(printed, (title,)) if title and printed != title.text else None


def _credit_pieces(section: Section) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """The text of an activity, and the words that say who is responsible."""
    texts: list[Piece] = []
    found: list[Piece] = []
    for piece in section.all_texts():
        apart = responsible.closing(piece)
        if apart:
            texts.append(apart[0])
            found.append(apart[1])
        elif responsible.is_labelled(piece):
            found.append(piece.strip("。;"))
        else:
            texts.append(piece)
    return tuple(filter(None, texts)), tuple(found)


def _labelled_time(
    texts: tuple[Piece, ...], when: tree.Value | tree.Record | None, year: int
) -> tuple[tuple[Piece, ...], tree.Value | tree.Record | None]:
    """时间：8月中旬 in a line of its own."""
    for piece in texts:
        for sentence in piece.sentences():
            found = sentence.search(_TIME_LABEL)
            if found and when is None and times.looks_like_time(found["time"].key):
                rest = (each for each in texts if not (each is piece and len(sentence.key) == len(piece.key)))
                return tuple(rest), times.when(found["time"], year, also=[found["label"]])
    return texts, when


def _times_in_text(texts: tuple[Piece, ...], year: int) -> dict[str, Piece]:
    """The times within the text, each once by its words."""
    first = times.leading(texts[0], year) if texts else None
    named = [time for text in texts for time in times.within(text, year)]
    if first is not None and not any(each.covers(first) for each in named):
        named = [first, *(each for each in named if not first.covers(each))]
    return {each.key: each for each in reversed(named)}


def _time_in_text(found: dict[str, Piece], year: int) -> tree.Value | tree.Record | None:
    """A time within the text, where there is one only."""
    if len(found) != 1:
        return None
    only = next(iter(found.values()))
    made = times.when(only, year)
    return tree.with_comment(made, tree.check(only, "时间取自正文")) if isinstance(made, tree.Value) else made


def _several_times(found: dict[str, Piece]) -> tuple[str, ...]:
    """What is said where a text names several times: which one is the activity's is not for a program to say."""
    if len(found) < 2:
        return ()
    each = list(reversed(found.values()))
    return (f"请核对：正文写有几处时间（{'、'.join(one.text for one in each)}；{each[0].place}），没有填 when",)


def _kind(title: Piece, texts: tuple[Piece, ...]) -> tree.Value:
    for words in (title.key, "".join(text.key for text in texts)):
        for kind, pattern in _KINDS:
            if re.search(pattern, words):
                return tree.said(
                    kind, f"请核对：类别按{'标题' if words == title.key else '正文'}推定（{title.place}）"
                )
    return tree.owed("类别，见手册“数据格式”的“可选值”")


def _occasions(texts: Iterable[Piece]) -> tree.Items | None:
    for text in texts:
        found = text.search(_OCCASIONS)
        if found:
            names = [tree.of(each) for each in found["names"].split(r"[、和及]")]
            open_ = [tree.Value("等", (found["open"],))] if found["open"] else []
            return tree.Items((*names, *open_), pieces=(found["word"],))
    return None


def _audience(texts: Iterable[Piece]) -> tree.Value | None:
    """For whom, where the text says 面向."""
    found = [
        match["who"] for text in texts for match in text.every(_AUDIENCE) if "的" not in match["who"].key
    ]
    if not found:
        return None
    distinct = {each.key: each for each in found}
    first = found[0]
    if len(distinct) == 1:
        return tree.of(first, tree.check(first))
    joined = "、".join(each.text for each in distinct.values())
    return tree.Value(joined, tuple(distinct.values()), (f"请核对：面向的人取自正文几处（{first.place}）",))


def _counts(texts: Iterable[Piece], found: tree.Items) -> Iterator[tree.Record]:
    """Printed numbers of things; the number of tracks stands with its contest."""
    taken = {(each.paragraph, each.start) for value in tree.values(found) for each in value.pieces}
    for text in texts:
        for match in (*text.every(_COUNT), *text.every(_COUNT_AFTER)):
            number, what = match["number"], match["what"]
            if (number.paragraph, number.start) in taken or re.match(
                r"月|年|日|旬|小时|分钟|届|号|组别|单位|部门", what.key
            ):
                continue
            taken.add((number.paragraph, number.start))
            yield tree.record(
                ("what", tree.of(what, tree.check(match[0]))),
                ("number", tree.of(number)),
                ("unit", tree.of(match["unit"])),
            )
