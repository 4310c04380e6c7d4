"""Who holds a campaign: hosts by name, a committee, and what the local level has to do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import takewhile

from ..model.choices import OPEN
from . import responsible
from .notice import labels, tree
from .notice.names import Names
from .notice.outline import Section
from .notice.pieces import NUMBERED, Match, Piece

_JOINT = (
    r"(?:由|^)(?P<names>[^。;]{4,900}?)(?P<open>等)?(?:(?P<count>[0-9]{1,3})(?:家|个))?(?:有关)?(?:单位|部门)?"
    r"(?P<relation>(?:联合|共同)(?:举办|主办|组织实施|组织)|主办|举办)(?:[。;,]|$)"
)
_LISTED = r"^(?P<names>[^。;:]+?)(?P<open>等)?(?P<count>(?!))?(?P<relation>(?!))?[。;]?$"
_LABELLED = rf"^{NUMBERED}(?P<relation>主办)(?:单位)?(?:为|是)?:(?P<names>[^。;]+?)(?P<open>等)?(?P<count>(?!))?(?:单位|部门)?[。;]?$"
_COMMITTEE = (
    r"(?:由|^)(?P<names>(?:(?!主办|举办|承办)[^。;]){4,900}?)(?P<open>等)?"
    r"(?P<relation>(?:共同)?(?:成立|组成)(?P<name>[^,。;]{4,50}?(?:组委会|组织委员会|领导小组)),?(?:作为(?P<role>[^,。;]{2,20}))?)"
)
_COMMITTEE_OF = (
    r"(?P<relation>成立(?P<name>[^,。;由]{2,50}?(?:组委会|组织委员会|领导小组)),?(?P<role>(?!))?)由(?P<names>[^。;]{4,900}?)(?P<open>等)?(?:组成|参加)"
)
_CONVENER = (
    r"(?:召集人|组长|主任)由(?P<convener>(?P<body>[^,。;]{3,30}?)"
    r"(?:(?:主要|分管|有关)?负责同志|主要负责人|负责人|主任|分管领导))(?:担任|兼任)?"
)
_MEMBERS = r"成员(?:为|由|包括)(?P<posts>[^,。;]{3,40}?)(?:担任|组成)?[,。;]"
_OFFICE = r"(?:日常工作|办公室)(?:由|设在)(?P<body>[^,。;]{3,40}?)(?:承担|负责|[,。;]|$)"
_DUTY = r"^(?:组委会|领导小组)(?:主要)?(?:负责|承担)(?P<duty>[^。;]{4,80})"
_LOCAL = (
    r"^(?P<scope>各(?:设区市|市州|市|州|县|地区|地)[^,。;要应]{0,14}?(?:部门|单位|网信办|委|区|地|市)(?!\)))"
    r"(?:要|应|可|须)?,?(?P<duty>[^。]{6,200})"
)


_DECIDED = (
    r"(?:^|[,。;])(?P<names>[^,。;]{4,80}?)(?:(?:研究)?决定(?:联合|共同)?(?:于|在|以|举办|开展|组织)|(?:定于|拟于|将于?)[^,。;]{0,24}?(?:联合|共同)(?:举办|开展|主办))"
)
_BESIDE = {"organise": "organise", "co_organise": "co_organise", "back": "support", "guide": "guide"}
"""Roles beside the hosts, and how a campaign calls them."""


def record(sections: Iterable[Section], names: Names, called: tuple[str, ...], intro: Iterable[Piece]) -> tree.Record | None:
    """The ``hosting`` of a campaign; ``called`` are the names of the campaign itself."""
    given = list(sections)
    given += [child for each in given for child in each.children]
    told = (sentence for section in given for text in section.all_texts() for sentence in text.sentences())
    sentences = [each for each in told if not re.match(responsible.OF_OTHERS, each.key)]
    called_hosts = (text for each in given if each.title.key.endswith(("主办单位", "举办单位")) for text in each.texts)
    headed = [part for text in called_hosts for part in text.split(";(?=[^;:]{2,6}:)")]
    named = [(each.search(words), words) for words in (_COMMITTEE, _COMMITTEE_OF, _JOINT, _LABELLED) for each in sentences]
    named += [(each.search(_LISTED), _LABELLED) for each in headed]
    match = next((found for found, words in named if found and _are_hosts(found, words, names)), None)
    if match is None:
        spoken = (text for each in given for text in each.texts if re.match("组织(?:方式|形式):", text.key))
        return _spoken((*intro, *spoken), names, _local(sentences))
    holder = next(each for each in given if any(match[0].paragraph is text.paragraph for text in each.all_texts()))
    committee = "name" in match.found.groupdict()
    count = None if committee else match["count"]
    texts = [(each.texts[at + 1 :], text) for each in given for at, text in enumerate(each.texts)]
    after = next((rest for rest, text in texts if text.paragraph is match[0].paragraph), ())
    listed = headed and match[0].paragraph is headed[0].paragraph
    below = after if listed else takewhile(lambda each: names.is_body(each.key), after if match["relation"].key == "主办" else ())
    said = _said_in(given, holder)
    return tree.record(
        ("source", tree.Value(holder.clause, (holder.ordinal,))),
        ("relation", _relation(match) if committee else tree.copied(match["relation"], text=match["relation"].text or "主办")),
        ("hosts", None if committee else _all_of(match["names"], below, None if count else match["open"], names)),
        ("printed_count", tree.copied(count) if count else None),
        ("committee", _committee(match, sentences, names) if committee else None),
        *dict([*_titled(given, names), *_beside(said, names)]).items(),
        ("local", _local(sentences)),
        pieces=[*_words_around(match, called), *(line.label for each in said if (line := labels.read(each)))],
    )


def _spoken(intro: Iterable[Piece], names: Names, local: tree.Record | None) -> tree.Record | None:
    """Hosts that the text of the notice itself names: 由省教育厅主办的…."""
    pieces = list(intro)
    found = responsible.apart(part for text in pieces for part in labels.lines(text))[1]
    said: list[Piece] = []
    for each in found:
        below = said and said[-1].paragraph.number == each.paragraph.number - 1 and names.is_body(each.key)
        if below or dict(responsible.read([each], names).roles).keys() <= {"host", *_BESIDE}:
            said.append(each)
    hosts = dict(responsible.read(said, names).roles).get("host") if said else None
    decided = next((found["names"] for text in pieces for found in text.every(_DECIDED) if _all_bodies(found["names"], names)), None)
    if hosts is None and decided:
        return tree.record(("relation", tree.said("主办", tree.check(decided))), ("hosts", _list(decided, None, names)), ("local", local))
    if hosts is None:
        return tree.record(("local", local)) if local else None
    return tree.record(("relation", tree.said("主办")), ("hosts", hosts), *_beside(said, names), ("local", local))


def _all_bodies(listed: Piece, names: Names) -> bool:
    """Two bodies or more: 县文旅局、县教育局决定于…."""
    parts = names.listed(listed)
    return len(parts) > 1 and all(names.is_body(each.key) for each in parts)


def _said_in(sections: list[Section], holder: Section) -> tuple[Piece, ...]:
    """Who is responsible, where a heading promises bodies and in the clause that names the hosts."""
    headed = [each for each in sections if each is holder or re.search("单位|组织(?:机构|架构|形式)|[主承协]办$", each.title.key)]
    return responsible.apart(text for each in headed for text in each.all_texts())[1]


def _titled(sections: list[Section], names: Names) -> Iterator[tuple[str, tree.Items | tree.Value]]:
    """Bodies below a heading that is their role: 二、承办单位."""
    for each in sections:
        role = responsible.of_column(each.title.key)
        if role in _BESIDE and each.texts:
            said = [(role, text.strip("。")) for text in each.texts if not labels.read(text)]
            bodies = responsible.assigned(list(each.texts), said, "", names).roles
            yield from ((_BESIDE[role], listed) for _, listed in bodies)


def _beside(said: Iterable[Piece], names: Names) -> list[tuple[str, tree.Items | tree.Value]]:
    """Organisers and supporters of the whole campaign, where 支持单位 are ``support``."""
    pieces = list(said)
    roles = responsible.read(pieces, names).roles if pieces else ()
    return [(_BESIDE[role], bodies) for role, bodies in roles if role in _BESIDE]


def _are_hosts(found: Match, words: str, names: Names) -> bool:
    """Whether what a pattern found are bodies; one alone counts behind 由 and 主办单位：."""
    bodies = [each for each in _listed(found["names"], names) if names.is_body(each.key)]
    called = words is _LABELLED and any(names.in_a_role(each.key) for each in _listed(found["names"], names))  # 公司工会、人力资源部
    return len(bodies) > 1 or called or (len(bodies) == 1 and "由" in found[0].key)


def _words_around(match: Match, called: tuple[str, ...]) -> list[Piece]:
    """Words that only lead to the names: 2025年…提升月由, 等15家单位联合举办, 主办单位：."""
    names = match["names"]
    before = Piece(names.paragraph, match[0].start, names.start)
    subject = names.part(0, names.key.rfind("由") + 1)
    known = [subject] if subject.key.removesuffix("由") in called else []
    return [before, *known, Piece(names.paragraph, names.end, max(match["relation"].end, names.end))]


def _relation(committee: Match) -> tree.Value:
    """共同成立组委会: the name of the committee stands in its own field."""
    name, said = committee["name"].text, committee["relation"]
    short = said.text.replace(f"成立{name}", "成立组委会" if name.endswith("组委会") else f"成立{name}")
    return tree.copied(said, tree.check(said), text=short)


def _listed(piece: Piece, names: Names) -> list[Piece]:
    """The names in a list; what stands before the first one (2025年…提升月由) is left out."""
    found = names.listed(piece.part(piece.key.rfind("由") + 1))
    return [each.part(0, len(each.key.removesuffix("牵头"))) for each in found]  # 由省委网信办牵头，会同省科协共同主办


def _all_of(first: Piece, below: Iterable[Piece], open_: Piece | None, names: Names) -> tree.Items:
    """The hosts of one list, or of several lines below 主办单位, each a body."""
    lines = [each.strip("。;、") for each in takewhile(lambda each: not responsible.is_labelled(each), below)]
    more = [tree.body(each) for each in lines if names.in_a_role(each.key)]
    hosts = _list(first, open_, names)
    return tree.Items((*hosts.items, *more), hosts.comments)


def _list(piece: Piece, open_: Piece | None, names: Names) -> tree.Items:
    listed = _listed(piece, names)
    bodies = [tree.body(each) for each in listed if names.in_a_role(each.key)]
    others = [tree.check(each, "不是名册里能登记的单位，没有填进来") for each in listed if not names.in_a_role(each.key)]
    return tree.Items((*bodies, *([tree.Value(OPEN, (open_,))] if open_ else [])), tuple(others))


def _committee(found: Match, sentences: list[Piece], names: Names) -> tree.Record:
    convener, posts, office, duty = (
        next((match for each in sentences if (match := each.search(words))), None)
        for words in (_CONVENER, _MEMBERS, _OFFICE, _DUTY)
    )
    return tree.record(
        ("name", tree.copied(found["name"])),
        ("role", tree.of_or_owed(found["role"], "组委会的身份，如 活动主办单位")),
        ("members", _list(found["names"], found["open"] or None, names)),
        ("convener", tree.of_or_owed(convener["convener"] if convener else None, "召集人（职务）")),
        ("convener_body", tree.body(convener["body"]) if convener else tree.owed("召集人单位")),
        ("member_posts", tree.of_or_owed(posts["posts"] if posts else None, "成员由什么职务的人担任")),
        ("office", _office(office, names)),
        ("duty", tree.of_or_owed(duty["duty"] if duty else None, "组委会的职责", "请核对：照抄原文，可改写")),
        pieces=[match[0] for match in (convener, posts, office, duty) if match],
    )


def _office(found: Match | None, names: Names) -> tree.Record:
    body, office = names.body_and_office(found["body"]) if found else (None, None)
    said = f"；原文“{found['body'].text}”（{found['body'].place}）" if found else ""
    owner = tree.body(body) if body else tree.owed(f"承担日常工作的单位{said}")
    return tree.record(("body", owner), ("office", tree.copied(office) if office else None))


def _local(sentences: list[Piece]) -> tree.Record | None:
    for each in sentences:
        if found := each.search(_LOCAL):
            return tree.record(
                ("scope", tree.copied(found["scope"])),
                ("duty", tree.copied(found["duty"], tree.check(found["duty"], "照抄原文，可改写"))),
            )
    return None
