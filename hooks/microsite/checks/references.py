"""What one part of the data says about another: ids, numbers, phases, names, earlier editions.

Asked of the nodes, before they mean anything, so that a mistake elsewhere in a file, or in another
file, neither hides one of these nor makes one up.
"""

from __future__ import annotations

import re
from collections import abc
from collections.abc import Callable, Iterable, Iterator

from ..core.problems import Mark, Problem, did_you_mean, folded, nearest
from ..core.typography import spelling
from ..model.activity import Activity
from ..model.campaign import Phase, Requirement
from ..model.choices import ALL, OPEN, is_year
from ..model.fields import by_key
from ..model.organisations import Region
from ..model.values import is_id
from ..yamlfile.tree import (
    Location,
    Mapping,
    Node,
    Record,
    Scalar,
    Sequence,
    all_lists,
    node_at,
    path,
    records,
    scalar,
    values,
)

# --- within one file --------------------------------------------------------------------------


def repeated(listed: Iterable[Record], key: str, fold: Callable[[str], str]) -> Iterator[tuple[Location, Scalar, Scalar]]:
    """Values of records that stand for the same as one before, each with its place and that one; ``fold`` is what they stand for."""
    seen: dict[str, Scalar] = {}
    for location, record in listed:
        value = scalar(record, key)
        if value is not None and value.text.strip():
            first = seen.setdefault(fold(value.text), value)
            if first is not value:
                yield (*location, key), value, first


def _twins(listed: list[Record], key: str, fold: Callable[[str], str]) -> Iterator[Problem]:
    """Records of one list that carry the same ``key``; the second one is told."""
    for where, value, first in repeated(listed, key, fold):
        zh, en = f"在第 {first.mark.line} 行已经用过；请换一个", f"is already used in line {first.mark.line}; choose another"
        yield value.wrong(where, f"duplicate-{key}", zh, en)


def twin_ids(node: Node) -> Iterator[Problem]:
    """An id is given once in its list."""
    for listed in all_lists(node):
        yield from _twins(listed, "id", folded)


def wrong_numbers(node: Node) -> Iterator[Problem]:
    """A list is numbered or not, and no number is given twice; figures and document numbers may well be equal."""
    for name, cls in (("phases", Phase), ("activities", Activity), ("requirements", Requirement)):
        listed = records(node, name)
        yield from _twins(listed, "number", str.strip)
        bare = [(where, record) for where, record in listed if record.get("number") is None]
        if bare and len(bare) < len(listed) and all(key.text in by_key(cls) for _, record in bare for key, _ in record.entries):
            yield _not_all_numbered(*bare[0], len(listed) - len(bare), len(listed))


def _not_all_numbered(where: Location, record: Mapping, numbered: int, of: int) -> Problem:
    zh = f"{of} 项里有 {numbered} 项写了 number（序号），这一项没有写；通知里都有序号的，请都写上；没有的，请都删去"
    en = f"{numbered} of {of} have a number and this one does not; write the numbers of all if the notice prints them, else delete them all"
    return Problem(record.mark, path((*where, "number")), "not-all-numbered", zh, en)


def twin_contacts(node: Node, home: Region | None) -> Iterator[Problem]:
    """A body has one line, whichever of its names is used."""

    def body(name: str) -> str:
        found = home.find(name) if home else None
        return found.id if found else spelling(name)

    for where, name, first in repeated(records(node, "contacts"), "body", body):
        zh = f"和第 {first.mark.line} 行的“{first.text}”是同一个单位；一个单位只写一条"
        yield name.wrong(where, "duplicate-body", zh, f"is the same body as “{first.text}” in line {first.mark.line}; list a body once")


def unknown_phases_and_groups(node: Node) -> Iterator[Problem]:
    yield from _unlisted(node, "phase", "phases", "阶段")
    yield from _unlisted(node, "group", "groups", "板块")


def _unlisted(node: Node, key: str, listed: str, zh_name: str) -> Iterator[Problem]:
    """What an activity names by its id has to stand in the list of the campaign."""
    known = [id_.text for _, record in records(node, listed) if (id_ := scalar(record, "id"))]
    for location, record in records(node, "activities"):
        named = scalar(record, key)
        if named is not None and named.text.strip() and named.text not in known:
            zh, en = did_you_mean(named.text, known, f"请改用 {listed} 里已有的编号", f"use an id from {listed}")
            yield named.wrong((*location, key), f"unknown-{key}", f"不是任何{zh_name}的编号{zh}", f"is not the id of any {key}{en}")


def reserved(id_: Scalar | None, where: Location, taken: frozenset[str]) -> Iterator[Problem]:
    if id_ is not None and id_.text in taken:
        yield id_.wrong(where, "reserved-id", "是系统保留的名称；请换一个编号", "is reserved for the site; choose another id")


def not_the_file_name(node: Node, key: str, file: str) -> Iterator[Problem]:
    id_, stem = scalar(node, key), file.rsplit("/", 1)[-1].removesuffix(".yml")
    if id_ is None or not id_.text.strip() or id_.text == stem:
        return
    name = id_.text[:60]
    if stem.startswith(id_.text) and not is_id(stem):
        zh = f"这个文件像是 {name}.yml 的副本（同步、下载或复制时留下的）；用不着就删去，要留下的内容请抄进 {name}.yml"
        en = f"this file looks like a copy of {name}.yml; delete it, or write what is to be kept into {name}.yml"
    elif is_id(stem) and not is_id(id_.text):
        zh, en = f"“{name}”应与文件名相同；请写 {stem}", f"“{name}” must be the same as the file’s name; write {stem}"
    elif is_id(stem):
        zh = f"“{name}”应与文件名相同；请写 {stem}，或者把文件改名为 {name}.yml"
        en = f"“{name}” must be the same as the file’s name; write {stem}, or rename the file to {name}.yml"
    else:
        zh = f"文件名“{stem[:60]}”不能做编号；请把文件改名为 {name}.yml，已经有这个文件的，把这一个删去"
        en = f"the file’s name “{stem[:60]}” cannot be an id; rename it to {name}.yml, or delete this one where there is such a file"
    yield Problem(id_.mark, key, "not-the-file-name", zh, en)


def shared_spellings(node: Node) -> Iterator[Problem]:
    """A printed name has to lead to one body only."""
    owners: dict[str, tuple[Location, Scalar]] = {}
    for location, record in records(node, "organisations"):
        for place, name in _body_names(record):
            owner, first = owners.setdefault(spelling(name.text), (location, name))
            if owner != location and name.text.strip():
                zh = f"在第 {first.mark.line} 行已属于另一个单位；一个名称只能指一个单位"
                en = f"already means another body in line {first.mark.line}; a name can mean one body only"
                yield name.wrong((*location, *place), "shared-name", zh, en)


def _body_names(record: Mapping) -> Iterator[tuple[Location, Scalar]]:
    for key in ("name", "short", "aliases"):
        if record.get(key) is not None:
            yield from values(record, key)


_OFFICES = (
    (("document", "printed", "by"), ("document", "printed", "office")),
    (("hosting", "committee", "office", "body"), ("hosting", "committee", "office", "office")),
)


def unknown_offices(node: Node, home: Region) -> Iterator[Problem]:
    """A division has to be in the register of its body."""
    for body_at, office_at in _OFFICES:
        body, office = scalar(node, *body_at), scalar(node, *office_at)
        found = home.find(body.text) if body else None
        if body and office and office.text.strip() and found and found.office(office.text.strip()) is None:
            known = [each.name.text for each in found.offices]
            zh, en = did_you_mean(office.text, known, "请在单位名册的 offices 里登记", "add it under offices in the register")
            zh, en = f"没有登记为“{body.text}”的内设机构{zh}", f"is not registered as an office of {body.text}{en}"
            yield office.wrong(office_at, "unknown-office", zh, en)


def all_of_nobody(node: Node, roles: Iterable[str]) -> Iterator[Problem]:
    """``all`` stands for the hosting bodies, so they have to be listed somewhere by name."""
    hosts, members = ("hosting", "hosts"), ("hosting", "committee", "members")
    listed = (value.text for place in (hosts, members) for _, value in _exactly(node, *place))
    if any(name not in (ALL, OPEN) for name in listed):
        return
    places: list[Location] = [("document", "issuers"), ("document", "signatories"), hosts, members]
    places += [("hosting", role) for role in ("organise", "co_organise", "support", "undertake", "guide")]
    places += [(*location, role) for location, _ in records(node, "activities") for role in roles]
    for place in places:
        for where, value in _exactly(node, *place):
            if value.text == ALL:
                zh = "指全部举办单位，但 hosting 里没有列出；请先列出举办单位或组委会成员"
                en = "means all hosting bodies, but none is listed under hosting; list hosts or committee members"
                yield value.wrong(where, "all-of-nobody", zh, en)


def _exactly(node: Node, *location: str | int) -> Iterator[tuple[Location, Scalar]]:
    """Values at a location that really exists, key by key."""
    above = node_at(node, location[:-1])
    if isinstance(above, Mapping) and above.get(str(location[-1])) is not None:
        yield from values(node, *location)


# --- between files ----------------------------------------------------------------------------


def contacts_without_campaign(file: str, stem: str, known: Iterable[str]) -> Problem:
    zh, en = did_you_mean(stem, known, "请改正文件名", "correct the name of the file")
    zh, en = f"没有名为“{stem}”的活动方案{zh}", f"there is no campaign “{stem}”{en}"
    return Problem(Mark(file), "campaign", "contacts-without-campaign", zh, en)


def of_no_register(file: str, stem: str, known: Iterable[str]) -> Problem:
    """Places of a region that has no register of bodies."""
    zh, en = did_you_mean(stem, known, "请改正文件名", "correct the name of the file")
    zh, en = f"没有地区“{stem}”的单位名册，这些地点用不上{zh}", f"there is no register for “{stem}”, so nothing uses these places{en}"
    return Problem(Mark(file), "region", "places-of-nothing", zh, en)


def places(node: Node) -> Iterator[Problem]:
    """A city or a venue is registered once, by whichever of its names, and a venue is in a city that there is."""
    known: dict[str, dict[str, int]] = {"areas": {}, "venues": {}}
    for key, seen in known.items():
        for number, (location, record) in enumerate(records(node, key)):
            for field in ("id", "name"):
                value = scalar(record, field)
                if value is not None and seen.setdefault(spelling(value.text), number) != number:
                    zh = "登记了两次（编号或名称相同）；请改名或删去一个"
                    en = "is registered twice, by its id or its name; rename or delete one"
                    yield value.wrong((*location, field), "place-twice", zh, en)
    ids = {name.text: id_.text for _, each in records(node, "areas") if (name := scalar(each, "name")) and (id_ := scalar(each, "id"))}
    for location, record in records(node, "venues") if known["areas"] else ():
        area = scalar(record, "area")
        if area is not None and area.text in ids and area.text not in ids.values():
            zh = f"是名称，这里写市县的编号；请写 {ids[area.text]}"
            yield area.wrong((*location, "area"), "not-an-id", zh, f"is a name; write the id of the area, {ids[area.text]}")
        elif area is not None and spelling(area.text) not in known["areas"]:
            listed = [value.text for _, each in records(node, "areas") if (value := scalar(each, "id"))]
            zh, en = did_you_mean(area.text, listed, "请写那里的一个 id，或先在那里登记", "write one of their ids, or register it first")
            yield area.wrong((*location, "area"), "unknown-place", f"不在 areas 里{zh}", f"is not among the areas{en}")


def twin_organisations(registers: Iterable[Node]) -> Iterator[Problem]:
    """An id of a body is given once in all registers: its page has one address."""
    every = (record for node in registers for record in records(node, "organisations"))
    for where, id_, first in repeated(every, "id", folded):
        if first.mark.file != id_.mark.file:
            zh, en = f"在 {first.mark} 已经用过；请换一个", f"is already used at {first.mark}; choose another"
            yield id_.wrong(where, "duplicate-id", zh, en)


def lost_predecessors(campaigns: abc.Mapping[str, Node | None]) -> Iterator[Problem]:
    """``continues`` has to name an activity of the data; what cannot be read is not judged."""
    known = {
        f"{stem}/{id_.text}"
        for stem, node in campaigns.items()
        for _, record in (records(node, "activities") if node else ())
        if (id_ := scalar(record, "id"))
    }
    for stem, node in campaigns.items():
        for location, record in records(node, "activities") if node else ():
            named, id_ = scalar(record, "continues"), scalar(record, "id")
            if named is None or not named.text.strip():
                continue
            where = (*location, "continues")
            if id_ is not None and named.text == f"{stem}/{id_.text}":
                zh, en = "就是这项活动自己；请写往年的那一项，没有就删去这一行", "is this activity itself; write that of an earlier year, "
                yield named.wrong(where, "continues-itself", zh, f"{en}or delete the line")
            elif named.text not in known and campaigns.get(named.text.split("/")[0], node) is not None:
                zh, en = did_you_mean(named.text, known, "请写成“方案编号/活动编号”", "write campaign/activity")
                yield named.wrong(where, "unknown-activity", f"不是数据里的活动{zh}", f"is not an activity in the data{en}")


def lost_wholes(campaigns: abc.Mapping[str, Node | None]) -> Iterator[Problem]:
    """``part_of`` has to name another edition of the data, and none may be a part of itself."""
    owners = {stem: named for stem, node in campaigns.items() if node and (named := scalar(node, "part_of"))}
    for stem, named in owners.items():
        if (meant := _called(named.text, campaigns)) is not None:
            zh, en = f"是方案的名称，这里写编号；请写 {meant}", f"is the name of an edition; write its id, {meant}"
            yield named.wrong(("part_of",), "unknown-edition", zh, en)
        elif named.text not in campaigns and is_id(named.text):
            others, instead = [each for each in campaigns if each != stem], "write the id of another one, or delete the line"
            zh, en = did_you_mean(named.text, others, "请写另一个方案的编号，没有就删去这一行", instead)
            yield named.wrong(("part_of",), "unknown-edition", f"不是任何方案的编号{zh}", f"is not the id of any edition{en}")
        elif stem in wholes(stem, campaigns):
            en = f"is a part of “{stem}” itself; write part_of only in the smaller edition"
            yield named.wrong(("part_of",), "part-of-itself", f"又属于“{stem}”自己；请只在下一级的方案里写 part_of", en)


def wholes(stem: str, campaigns: abc.Mapping[str, Node | None]) -> list[str]:
    """What an edition is a part of, and what that is a part of, and so on; of a misspelt one the one most likely meant."""
    found: list[str] = []
    node = campaigns.get(stem)
    while node and (named := scalar(node, "part_of")):
        called = _called(named.text, campaigns)
        meant = called or (named.text if named.text in campaigns else nearest(named.text, [each for each in campaigns if each != stem]))
        if meant is None or meant in found:
            break
        found.append(meant)
        node = campaigns[meant]
    return found


def _called(name: str, campaigns: abc.Mapping[str, Node | None]) -> str | None:
    """The edition whose name somebody wrote for its id."""
    names = ((stem, scalar(node, "name")) for stem, node in campaigns.items() if node)
    return next((stem for stem, typed in names if typed and typed.text == name), None)


# --- times copied from last year ------------------------------------------------------------------

_TIMES = frozenset({"period", "when", "due", "until"})
_YEAR = re.compile(r"(?<![0-9])((?:19|20|21)[0-9]{2})(?=\s*年|[-/.．][0-9]|[ ,)]|$)")


def last_years_dates(node: Node) -> Iterator[Problem]:
    """Every time of a campaign whose latest printed year is before that of the campaign: it was copied.

    Only the fields that say when the campaign takes place are asked. A document may well name earlier days, and
    so may an editor who says why in ``note``.
    """
    typed = scalar(node, "year")
    if typed is not None and is_year(typed.text):
        yield from of_earlier_years(node, typed.text)


def of_earlier_years(node: Node, year: str) -> Iterator[Problem]:
    """The times of a plan, or of a session in a table, that are before the year of the campaign."""
    for location, time in _times(node, ()):
        years = [int(found) for found in _YEAR.findall(time.text)]
        if years and max(years) < int(year):
            zh = f"早于本方案的 {year} 年；请改成今年的时间，确实如此的请用 note 写明原因"
            en = f"is before {year}, the year of this campaign; write this year’s time, or, if it is correct, say why in a note"
            yield time.wrong(location, "last-years-date", zh, en)


def _times(node: Node, location: Location) -> Iterator[tuple[Location, Scalar]]:
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _times(item, (*location, index))
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            below = (*location, key.text)
            if key.text in _TIMES:
                yield from _meant(value, below)
            else:
                yield from _times(value, below)


def _meant(node: Node, location: Location) -> Iterator[tuple[Location, Scalar]]:
    """What a time says, unless a note with it says why it is so."""
    if isinstance(node, Scalar):
        yield location, node
    elif scalar(node, "note") is None:
        means, text = scalar(node, "means"), scalar(node, "text")
        found = means or text
        if found is not None:
            yield (*location, "means" if means else "text"), found
