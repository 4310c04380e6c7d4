"""Labelled lines: 时间：…, 地点：…, 对象：…, as notices put them under an activity or beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from .pieces import NUMBERED, Piece

_WORDS = {
    "when": r"(?:活动|举办|举行|开展|培训|课程|上课|征集|比赛|展览|展出|演出|开放|讲座|总体|宣讲|播出|咨询)?(?:时间|日期)(?:安排|及地点)?",
    "place": r"(?:活动|举办|举行|培训|上课|集合|比赛|展览|展出|演出|讲座|咨询|具体|授课)?(?:地点|地址|场地|场所|会场)(?:安排)?",
    "text": r"(?:活动|主要|培训|课程|展览|具体|讲座|演出)?(?:内容|简介|主题|形式|项目)|主讲人?|主讲嘉宾|活动安排|活动",
    "audience": r"(?:参加|参与|参会|活动|培训|征集|面向|服务|招收|参赛|报名|适用)?(?:对象|人员|人群|范围)",
    "joining": r"(?:报名|参与|参加|预约|申报|报送|投稿|参赛|活动)(?:方式|办法|方法|途径|渠道|要求|邮箱|网址|链接)|报名|费用|收费|名额|人数",
    "due": r"(?:报名|申报|投稿|提交|完成|报送|征集|作品提交|参赛)?(?:截止(?:时间|日期)?|时限|期限)|报名时间|报送时间|完成时间",
    "role": r"(?:主办|承办|协办|联办|牵头|责任|指导|支持|配合|参与|组织)(?:单位|部门)",
    "title": r"(?:活动|项目|课程|讲座|展览)?名称",
}
KINDS = tuple(_WORDS)
_ALL = "|".join(f"(?P<{kind}>{words})" for kind, words in _WORDS.items())
LINE = re.compile(rf"^[-·*]?{NUMBERED}(?P<label>(?:{_ALL})(?:为|是)?:)(?P<value>.+)$")


@dataclass(frozen=True, slots=True)
class Label:
    """``kind`` is one of the words above; ``value`` is without the stop at its end."""

    kind: str
    label: Piece
    value: Piece


def kind_of(head: str) -> str:
    """The kind of the words over a column, or nothing."""
    plain = re.sub(r"节点$|及要求$", "", head)
    return next((kind for kind, words in _WORDS.items() if re.fullmatch(words, plain)), "")


def read(piece: Piece) -> Label | None:
    """The label of a line or sentence, if it begins with one."""
    found = LINE.search(piece.key)
    if found is None or found["value"].strip("。;,、") == "":
        return None
    kind = next(each for each in _WORDS if found[each])
    return Label(kind, piece.part(*found.span("label")), piece.part(*found.span("value")).strip("。;"))


def apart(texts: Iterable[Piece]) -> tuple[tuple[Label, ...], tuple[Piece, ...]]:
    """The labelled lines of a text, and what is left of it; several labels may share a line."""
    found: list[Label] = []
    left: list[Piece] = []
    for text in texts:
        pieces = list(_lines(text))
        labels = [read(each) for each in pieces]
        if not any(labels):
            left.append(text)
            continue
        found += [each for each in labels if each]
        left += [piece for piece, label in zip(pieces, labels, strict=True) if label is None]
    return tuple(found), tuple(left)


def _lines(text: Piece) -> Iterator[Piece]:
    """A text cut where a label begins after a stop or a space, and after a labelled sentence."""
    words = "|".join(_WORDS.values())
    starts = [0]
    for found in re.finditer(rf"(?:{words}):", text.key):
        at, places = found.start(), text.paragraph.at
        apart = at and (text.key[at - 1] in "。;," or places[text.start + at] - places[text.start + at - 1] > 1)
        if apart and at > starts[-1]:
            starts.append(found.start())
    for start, end in zip(starts, [*starts[1:], len(text.key)], strict=True):
        piece = text.part(start, end)
        sentences = piece.sentences() if read(piece) else []
        if len(sentences) > 1:
            yield sentences[0]
            yield piece.part(sentences[1].start - piece.start)
        else:
            yield piece
