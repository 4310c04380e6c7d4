"""Phases and requirements of a plan, with what has to be handed in and by when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import deadlines
from .ids import Ids
from .notice import times, tree
from .notice.outline import Section
from .notice.pieces import Match, Piece
from .sections import Roles

_PHASE = r"^(?P<name>[^,。;:()]{2,14}?阶段)(?:\((?P<time>[^()]+)\)|[:,](?P<time2>[^,。;:]{2,30}))?[,。:;]?"

_ONE_OF_A_ROW = r"(?P<name>[^,。;()、]{2,12})\((?P<time>[^()]*[月旬日][^()]*)\)"
_IN_A_ROW = r"分(?:为|成)?:?(?P<phases>(?:[^,。;()、]{2,12}\([^()]*[月旬日][^()]*\)[、,及和]*){2,6})[两二三四五六]个阶段"
"""分动员部署（9月上旬）、集中实施（9月中旬至11月）两个阶段."""


def phases(roles: Roles, year: int, ids: Ids) -> Iterator[tree.Record]:
    steps = (each for each in roles.branch.heads if "步骤" in each.title.key or "阶段" in each.title.key)
    for section in (*roles.time, *steps, *filter(_is_staged, roles.others)):
        for child in section.children:
            whole = child.whole.part(len(child.ordinal.key))
            found = whole.search(_PHASE)
            if found:
                yield _phase(child, whole, found, year, ids)
    yield from _in_a_row((*roles.time, *roles.aims, *roles.others), year, ids)


def _is_staged(section: Section) -> bool:
    """Whether all that stands below a heading are phases, whatever it is called: 四、活动安排　1、阅读阶段：4月至5月20日."""
    found = [each.whole.part(len(each.ordinal.key)).search(_PHASE) for each in section.children]
    return len(found) > 1 and all(each and (each["time"] or each["time2"]) for each in found)


def _in_a_row(sections: Iterable[Section], year: int, ids: Ids) -> Iterator[tree.Record]:
    """Phases that one sentence names with their times, in brackets."""
    for section in sections:
        rows = [found["phases"] for text in section.texts for found in text.every(_IN_A_ROW)]
        for number, each in enumerate((each for row in rows for each in row.every(_ONE_OF_A_ROW)), 1):
            yield tree.record(
                ("id", ids.named(each["name"], "phase")),
                ("number", tree.number(number)),
                ("source", tree.said(section.clause)),
                ("name", tree.copied(each["name"])),
                ("when", times.when(each["time"], year)),
                ("summary", tree.owed("一句话说明这个阶段做什么")),
            )


def _phase(section: Section, whole: Piece, found: Match, year: int, ids: Ids) -> tree.Record:
    time = found["time"] or found["time2"]
    text = whole.part(found.end)
    texts = [text, *section.body] if text else list(section.body)
    tentative = next((match[0] for each in texts if (match := each.search(r"(?:^|[,。;])拟(?=[^定])|^拟"))), None)
    timed = time if time and times.looks_like_time(time.key) else None
    return tree.record(
        ("id", ids.named(found["name"], "phase")),
        ("number", tree.number(section.number, section.printed_number)),
        ("source", tree.Value(section.clause, (section.ordinal,))),
        ("name", tree.copied(found["name"])),
        ("when", times.when(timed, year) if timed else tree.owed("阶段的时间，没有找到")),
        ("summary", tree.owed("一句话说明这个阶段做什么", [each for piece in texts for each in piece.sentences()])),
        ("tentative", tree.Value("true", (tentative,), (tree.check(tentative, "原文写“拟”"),)) if tentative else None),
        ("deadlines", tree.Items(tuple(deadlines.records(texts, year)))),
    )


def requirements(roles: Roles, year: int, ids: Ids) -> Iterator[tree.Record]:
    number = 0
    for section in roles.requirements:
        for child in section.children or (section,):
            number += 1
            yield _requirement(child, number, year, ids)


def _requirement(section: Section, number: int, year: int, ids: Ids) -> tree.Record:
    texts = list(section.all_texts())
    sentences = [sentence for text in texts for sentence in text.sentences()]
    title = section.title
    return tree.record(
        ("id", ids.named(title, f"requirement-{number}")),
        ("number", tree.number(number, section.printed_number)),
        ("source", tree.Value(section.clause, (section.ordinal,))),
        ("title", tree.copied(title) if title else tree.owed(f"标题；{section.clause}没有标题", texts[:1])),
        ("text", tree.owed("内容，用平实的话重写", sentences)),
        ("deadlines", tree.Items(tuple(deadlines.records(texts, year)))),
    )
