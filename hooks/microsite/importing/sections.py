"""What the clauses of a plan are about, and what they say of the campaign as a whole: theme, time, platforms."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from . import activities
from .notice import times, tree
from .notice.names import Names
from .notice.outline import Section
from .notice.pieces import Match, Piece, content

_THEME_LABEL = r"(?:活动)?主题(?:为|是)?[:]?[“\"]?(?P<theme>[^“”\",。;:()]{4,40}(?:[,、][^“”\",。;:()]{2,20})?)[”\"]?[。;]?$"
_THEME_QUOTED = (
    r"以“(?P<theme>[^”]{4,40})”为(?:活动)?主题|围绕“(?P<theme2>[^”]{4,40})”(?:活动)?主题"
    r"|主题(?:为|是)?:?“(?P<theme3>[^”]{4,40})”"
)
_PERIOD_LABEL = (
    r"^(?:活动)?(?:总体|举办)?时间(?:安排)?(?:为|是)?[:]?(?P<time>[^,。;]+(?:,为期[^,。;]+)?)[。;]?$"
)
_LASTING = rf"(?P<time>(?:自|从|定于|拟于)?{times.SPAN}(?:,?为期.{{1,8}}?)?)(?:[。;,]|举办|开展|$)"


@dataclass(frozen=True, slots=True)
class Roles:
    """Which clause does what; a clause may do several things, and one may do none."""

    aims: tuple[Section, ...]
    theme: tuple[Section, ...]
    time: tuple[Section, ...]
    hosting: tuple[Section, ...]
    activities: tuple[Section, ...]
    requirements: tuple[Section, ...]
    others: tuple[Section, ...]


def sorted_out(sections: Iterable[Section]) -> Roles:
    """The clauses by what their headings, and where those are silent their text, are about."""
    given = list(sections)
    lists = _activity_sections(given)
    requirements = [
        each
        for each in given
        if each not in lists and re.search(r"(?<!总体)(?:要求|保障|注意事项)", each.title.key)
    ]
    rest = [each for each in given if each not in lists and each not in requirements]

    def about(words: str) -> tuple[Section, ...]:
        return tuple(each for each in rest if re.search(words, each.title.key))

    aims = about(r"总体要求|指导思想|目标|目的|总体思路|背景")
    theme = about(r"主题(?!活动)")
    time = about(r"时间|阶段|步骤|进度|日程")
    hosting = tuple(each for each in about(r"组织|主办|领导|单位") if each not in time)
    known = {*aims, *theme, *time, *hosting}
    others = tuple(each for each in rest if each not in known)
    return Roles(aims, theme, time, hosting, tuple(lists), tuple(requirements), others)


def _activity_sections(given: list[Section]) -> list[Section]:
    lists = [each for each in given if activities.is_list(each)]
    if lists:
        return lists
    words = r"(?:重点|主要|主题|系列|特色|具体)?(?:活动|任务)(?:内容|安排|及分工|项目)?$|活动内容|重点任务|重点活动"
    return [
        each
        for each in given
        if each.children and re.search(words, each.title.key) and "时间" not in each.title.key
    ][:1]


# --- theme and time ---------------------------------------------------------------------------


def theme(roles: Roles, everything: Iterable[Piece]) -> tree.Record | tree.Value:
    """The theme with every spelling of it in the whole notice."""
    given = list(everything)
    first = _stated_theme(roles, given)
    if first is None:
        return tree.record(("text", tree.owed("活动主题，没有找到")))
    plain = content(first.key)
    pattern = r"[,、·]?".join(map(re.escape, plain))
    found = [match[0] for piece in given for match in piece.every(pattern)]
    spellings = {each.text: each for each in found}
    text = re.sub(r"[，,]", " ", first.text)
    doubt = [tree.check(first, "网站统一用的写法，标点改成了空格")] if text != first.text else []
    return tree.record(
        ("text", tree.of(first, *doubt, text=text)),
        ("printed", tree.Items(tuple(tree.Value(each, (piece,)) for each, piece in spellings.items()))),
        pieces=[
            piece
            for section in roles.theme
            for piece in section.texts
            if (m := piece.search(r"^(?:活动)?主题:"))
            for piece in [m[0]]
        ],
    )


def _stated_theme(roles: Roles, given: list[Piece]) -> Piece | None:
    for section in (*roles.theme, *roles.time):
        texts = section.texts
        if quoted := _quoted_theme(list(texts)):
            return quoted
        for piece in texts:
            if (found := piece.search(_THEME_LABEL)) and (
                section in roles.theme or "主题" in found[0].key[:3]
            ):
                return found["theme"]
        alone = [
            piece
            for piece in texts
            if len(piece.key) <= 40 and not re.search(r"时间|[。;]", piece.key.rstrip("。"))
        ]
        if section in roles.theme and alone:
            return alone[0].strip('。“”;"')
    return _quoted_theme(given)


def _quoted_theme(given: list[Piece]) -> Piece | None:
    for piece in given:
        if found := piece.search(_THEME_QUOTED):
            return found["theme"] or found["theme2"] or found["theme3"]
        if found := piece.search(rf"^{_THEME_LABEL}"):
            return found["theme"]
    return None


def period(roles: Roles, year: int) -> tuple[tree.Value | tree.Record, tree.Value]:
    """The time of the whole campaign and the clause it stands in."""
    for section in roles.time:
        for piece in section.texts:
            found = _period_in(piece, year)
            if found:
                return times.when(found, year), tree.Value(section.clause, (section.ordinal,))
    return tree.owed("整个活动的时间，没有找到；照通知的写法填"), tree.owed("时间所在条目，如 二")


def _period_in(piece: Piece, year: int) -> Piece | None:
    labelled = piece.search(_PERIOD_LABEL)
    for found in (labelled["time"] if labelled else None, piece.strip("。;")):
        if found and times.is_time(found.key, year):
            return found
    matches = [match["time"] for match in piece.every(_LASTING) if times.is_time(match["time"].key, year)]
    return matches[0] if matches else None


def labels(sections: Iterable[Section]) -> list[Piece]:
    """时间： and the like, which lead to a field."""
    return [
        found[0]
        for section in sections
        for piece in section.texts
        if (found := piece.search(r"^(?:活动)?(?:总体|举办)?(?:时间(?:安排)?|主题)(?:为|是)?:"))
    ]


def platforms(roles: Roles, names: Names) -> Iterator[tree.Record]:
    """Sites whose address the plan prints."""
    for section in (*roles.requirements, *roles.activities, *roles.hosting, *roles.time):
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
        ("name", tree.of(found["name"], tree.check(found["name"], "名称取自网址前面的字"))),
        ("url", tree.Value(url, (link,), (tree.check(link),))),
        ("label", tree.of(link)),
        ("source", tree.said(clause)),
        ("summary", tree.owed("一句话说明这个平台")),
    )
