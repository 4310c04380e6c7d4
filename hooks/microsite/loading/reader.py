"""From the tree of a data file to records, by the declarations of their fields; every mistake is told at its place.

The reader stands at a node when it finds a mistake, so it knows the line, the record and the field. A record is
made only where nothing below it is wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from typing import Any, get_args, get_origin

from ..checks.drafts import is_draft
from ..core import urls
from ..core.colours import COLOURS
from ..core.dates.fuzzy import FuzzyDate
from ..core.language import DEFAULT, Language
from ..core.problems import MOST, Mark, Mistake, Problem, did_you_mean, more
from ..model import choices, file_kinds
from ..model.campaign import (
    FREE,
    Activity,
    Attachment,
    Attendance,
    BodyList,
    Campaign,
    Contact,
    ContactList,
    Hosting,
    Mention,
    Named,
    NameList,
    Office,
    Places,
    Region,
    Session,
    Telephone,
    When,
    Words,
    nothing,
    spelling,
)
from ..model.choices import ALL, OPEN, PART, Role
from ..model.fields import Field, OneOrMore, Value, bare, by_key, declared, is_record, marked
from ..model.phones import dial
from ..model.values import LINE
from ..yamlfile import tree
from ..yamlfile.messages import printable
from ..yamlfile.tree import Location, Node, Scalar
from . import unknown_keys

ReadWhen = Callable[[str, str | None, str | None, tuple[str, ...]], FuzzyDate]
"""How a time is read: its words, what they are meant to say, why, and dates left out. Raises DateError."""

Values = dict[str, Any]
SHORT = {When: "text", Named: "name"}
"""Records that can be written as one line, and the field which that is."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a record stands: its location in the file, and the context of its translations.

    ``shared``: it is an item of a list without ids, whose items have one context.
    """

    location: Location = ()
    context: str = ""
    shared: bool = False

    def below(self, field: Field, index: int | None = None, id_: str = "") -> Place:
        """The place of what is written under a field, or of one item of the list there."""
        name = "when" if field.kind is When else field.name
        context = field.about.at or f"{self.context}/{name}".lstrip("/")
        location = (*self.location, field.key)
        if index is None:
            return Place(location, context, self.shared)
        return Place((*location, index), f"{context}/{id_}" if id_ else context, not id_)

    def words(self, field: Field) -> str:
        """The context of the words of a field."""
        return self.context if field.about.context == "list" else f"{self.context}/{field.name}".lstrip("/")


class Reader:
    """Reads one file; ``home`` is the register in which names of bodies are looked up, if it can be read.

    ``files`` are the sizes of those in docs/files, None where nobody knows which there are.
    """

    def __init__(
        self,
        root: Node,
        home: Region | None = None,
        when: ReadWhen | None = None,
        as_of: date = date.min,
        files: Mapping[str, int] | None = None,
        language: Language = DEFAULT,
    ) -> None:
        self.root, self.home, self.when, self.as_of, self.files = root, home, when, as_of, files
        self.language = language
        self.is_draft = is_draft(root)
        self.everyone = BodyList()
        self.problems: list[Problem] = []
        self._counts: Counter[str] = Counter()
        self._last: dict[str, Problem] = {}
        self._known: list[str] | None = None

    def read(self, cls: type) -> Any:
        """The record that the whole file is, or None where something is wrong with it."""
        made = self.record(cls, self.root, Place())
        for code, problem in self._last.items():
            if self._counts[code] > MOST:
                self.problems.append(more(problem, self._counts[code] - MOST))
        return made

    # --- mistakes ---

    def tell(self, mark: Mark, location: Location, code: str, message: Callable[[], tuple[str, str]]) -> None:
        """Keep a mistake; words are looked for for the first ones of a kind only."""
        self._counts[code] += 1
        if self._counts[code] <= MOST:
            zh, en = message()
            where = printable(tree.path(self._standing(location)))
            problem = Problem(mark, where, code, printable(zh), printable(en))
            self._last[code] = problem
            self.problems.append(problem)

    def _told(self) -> int:
        return self._counts.total()

    def _empty(self, node: Node, location: Location, field: Field | None) -> None:
        """Nothing is written where something has to be; ``field`` is None in a list."""
        own = field if self._standing(location) == location else None
        self.tell(node.mark, location, "empty", lambda: _empty(own, isinstance(node, tree.Sequence)))

    # --- records ---

    def record(self, cls: type, node: Node, place: Place) -> Any:
        """A record, or None where something in it is wrong or unknown."""
        before = self._told()
        if isinstance(node, Scalar) and cls in SHORT:
            node = tree.Mapping(node.mark, ((Scalar(node.mark, SHORT[cls], False), node),))
        if not isinstance(node, tree.Mapping):
            self.tell(node.mark, place.location, "not-a-record", lambda: _no_record(node))
            return None
        written = {key.text: below for key, below in node.entries}
        values: Values = {field.name: field.default for field in declared(cls)}
        for key, field in _in_order(cls):
            if below := written.get(key):
                values[field.name] = self.field(field, node, below, place, values)
            elif field.about.required:
                self.tell(node.mark, (*place.location, key), "missing", partial(_missing, key, field.about.zh))
            if cls is Hosting and field.name == "hosts":
                self.everyone = values["hosts"]
        self._unknown_keys(cls, node, place)
        if self._told() > before:
            return None
        return self.complete(cls, node, place, values)

    def _unknown_keys(self, cls: type, node: tree.Mapping, place: Place) -> None:
        known = by_key(cls)
        for key in (key for key, _ in node.entries if key.text not in known):
            self.tell(key.mark, (*place.location, key.text), "unknown-key", partial(unknown_keys.told, key.text, cls))

    def complete(self, cls: type, node: Node, place: Place, values: Values) -> Any:
        """The record with what is worked out from its fields, or None where that shows a mistake."""
        if "mark" in cls.__dataclass_fields__:  # type: ignore[attr-defined]
            values["mark"] = node.mark
        try:
            for each in reversed(cls.__mro__):
                if finish := _FINISH.get(each):
                    finish(self, values)
        except Mistake as mistake:
            zh, en, key = mistake.zh, mistake.en, mistake.key
            at = tree.node_at(node, (key,)) if key else node
            self.tell(at.mark, (*place.location, key) if key else place.location, mistake.code, lambda: (zh, en))
            return None
        return cls(**values)

    # --- fields ---

    def field(self, field: Field, node: tree.Mapping, below: Node, place: Place, values: Values) -> Any:
        """What is written under the key of a field."""
        if isinstance(below, Scalar) and below.text == "":
            self._empty(below, (*place.location, field.key), field)
            return field.default
        draft = field.about.draft
        of_draft = is_draft(node) or (draft == "any" and self.is_draft) if draft else False
        return self.value(field, below, place, of_draft, values)

    def value(self, field: Field, node: Node, place: Place, of_draft: bool, values: Values) -> Any:
        """A value of the kind that its field declares; its default where it is wrong."""
        kind, base, location = field.kind, bare(field.kind), (*place.location, field.key)
        if base is NameList:
            return self.names(node, location, place.words(field), field)
        if base is BodyList:
            return self.bodies(node, location, field)
        if base is Mention:
            return self.mention(node, location, field)
        if base is Office:
            return self.division(node, location, field, values[field.division])
        if base is Region:
            self.scalar(field, field.value, node, location)
            return self.home
        if base is Words:
            text = self.scalar(field, field.value or LINE, node, location)
            return (
                None
                if text is None
                else Words(text, place.words(field), field.is_prose, place.shared, of_draft, self.language)
            )
        if marked(kind, OneOrMore):
            return self.lines(node, location, field)
        if get_origin(base) is tuple:
            return self.listed(field, node, place)
        if is_record(base):
            return self.record(base, node, place.below(field))
        return self.scalar(field, field.value, node, location)

    def scalar(
        self, field: Field | None, value: Value | None, node: Node, location: Location, kind: Any = None
    ) -> Any:
        """One value: what its kind makes of the text, or one of the words to choose from."""
        if not isinstance(node, Scalar):
            self.tell(node.mark, location, "not-text", lambda: _NOT_TEXT)
            return None
        if node.text == "":
            self._empty(node, location, field)
            return None
        try:
            if value is None:
                return _chosen(node.text, kind or (field and field.kind))
            return value.read(node.text)
        except Mistake as mistake:
            self._mistaken(mistake, node, location, field)
            return None

    def _mistaken(self, mistake: Mistake, node: Scalar, location: Location, field: Field | None) -> None:
        if mistake.code == "empty":
            self._empty(node, location, field)
        elif mistake.code in _ONE_OF_MANY and field is None and (meant := self._run_together(node, location)):
            self.tell(node.mark, location, "wide-comma", lambda: _wide_commas(meant))
        elif isinstance(mistake, _NotOffered):
            self.tell(node.mark, location, mistake.code, mistake.message)
        else:
            self.tell(node.mark, location, mistake.code, lambda: (mistake.zh, mistake.en))

    # --- lists ---

    def listed(self, field: Field, node: Node, place: Place) -> tuple[Any, ...]:
        """A list of records or of single values; it is written as a list."""
        location = (*place.location, field.key)
        if not isinstance(node, tree.Sequence):
            self.tell(node.mark, location, "not-a-list", lambda: _NOT_A_LIST)
            return ()
        if not node.items and field.about.at_least_one:
            self._empty(node, location, field)
        if not is_record(field.items):
            if marked(field.items, OneOrMore):
                return tuple(self.lines(item, (*location, i), None) for i, item in enumerate(node.items))
            value = marked(field.items, Value)
            kinds = ((item, (*location, index)) for index, item in enumerate(node.items))
            return tuple(self.scalar(None, value, item, where, field.items) for item, where in kinds)
        made = [
            self.record(field.items, item, place.below(field, index, _id_of(field.items, item)))
            for index, item in enumerate(node.items)
        ]
        if field.items is Named:
            self._open_last([each.name.text if each else "" for each in made], node, location)
        if field.about.newest_first and all(made):
            made.sort(key=lambda each: each.on, reverse=True)
        return tuple(made)

    def lines(self, node: Node, location: Location, field: Field | None, value: Value = LINE) -> tuple[str, ...]:
        """One line or more; a list cannot be empty."""
        if isinstance(node, tree.Mapping):
            self.tell(node.mark, location, "not-a-list", lambda: _NOT_A_LIST)
            return ()
        if isinstance(node, Scalar):
            text = self.scalar(field, value, node, location)
            return () if text is None else (text,)
        if not node.items:
            self._empty(node, location, field)
        return tuple(
            self.scalar(None, value, item, (*location, i)) or "" for i, item in enumerate(node.items)
        )

    def names(self, node: Node, location: Location, context: str, field: Field) -> NameList:
        before = self._told()
        listed = self.lines(node, location, field)
        if self._told() == before:
            self._open_last(listed, node, location)
        items = tuple(Words(name, context, shared=True, language=self.language) for name in listed if name != OPEN)
        return NameList(items, OPEN in listed)

    def _open_last(self, names: Sequence[str], node: Node, location: Location) -> bool:
        """Only the last of several names may be 等."""
        is_wrong = OPEN in names[:-1] or list(names) == [OPEN]
        if is_wrong:
            self.tell(node.mark, location, "open-not-last", lambda: _OPEN_NOT_LAST)
        return not is_wrong

    # --- bodies ---

    def bodies(self, node: Node, location: Location, field: Field) -> BodyList:
        before = self._told()
        listed = self.lines(node, location, field)
        nodes = node.items if isinstance(node, tree.Sequence) else (node,)
        found = [
            self.known(name, item, (*location, index))
            for index, (name, item) in enumerate(zip(listed, nodes, strict=False))
            if name and name not in (OPEN, ALL)
        ]
        if self._told() > before or not self._open_last(listed, node, location):
            return BodyList()
        if ALL in listed and len(listed) > 1:
            self.tell(node.mark, location, "all-not-alone", lambda: _ALL_NOT_ALONE)
        if ALL in listed:
            return BodyList(self.everyone.mentions, everyone=True)
        return BodyList(tuple(each for each in found if each), is_open=OPEN in listed)

    def mention(self, node: Node, location: Location, field: Field) -> Mention | None:
        name = self.scalar(field, LINE, node, location)
        return self.known(name, node, location) if name else None

    def known(self, name: str, node: Node, location: Location) -> Mention | None:
        """A body by its printed name; without a register nothing is asked."""
        if self.home is None or not isinstance(node, Scalar):
            return None
        body = self.home.find(name)
        if body is not None:
            return Mention(body, name, node.mark)
        if isinstance(location[-1], int) and (meant := self._run_together(node, location) or self._bodies_in(name)):
            self.tell(node.mark, location, "wide-comma", lambda: _wide_commas(meant))
        else:
            self.tell(node.mark, location, "unknown-body", lambda: _unknown_body(name, self._names()))
        return None

    def _bodies_in(self, name: str) -> list[str]:
        """The bodies that a comma, a slash or a space made one of; nothing where one of them is not known."""
        parts = [part for part in re.split(r"[,，、;；/／\s]+", name.strip("[]【】（） ")) if part]
        return parts if len(parts) > 1 and self.home and all(map(self.home.find, parts)) else []

    def _names(self) -> list[str]:
        if self._known is None:
            self._known = self.home.known_names if self.home else []
        return self._known

    def division(self, node: Node, location: Location, field: Field, owner: Mention | None) -> Office | None:
        """A division of a body by its name; one that the register lacks is told with the references."""
        name = self.scalar(field, LINE, node, location)
        return owner.organisation.office(name) if name and owner else None

    def _run_together(self, node: Scalar, location: Location) -> list[str]:
        """The items of a list that full-width commas made one of, as they were meant; else nothing."""
        if len(_items(node.text)) < 2:
            return []
        whole = tree.plain(tree.node_at(self.root, location[:-1]))
        return [
            item for each in (whole if isinstance(whole, list) else [whole]) for item in _items(str(each))
        ]

    def _standing(self, location: Location) -> Location:
        """The part of a location that stands in the file: a text can stand for a record or for a list."""
        ends = (
            end for end in range(len(location)) if isinstance(tree.node_at(self.root, location[:end]), Scalar)
        )
        return location[: next(ends, None)]


class _NotOffered(Mistake):
    """A word that is none of those to choose from; in which words it is told costs a search."""

    def __init__(self, value: str, offered: tuple[str, ...]) -> None:
        super().__init__("not-offered", "", "")
        self.value, self.offered = value, offered

    def message(self) -> tuple[str, str]:
        value = self.value[:40]
        code = choices.meant(value, self.offered)
        zh, en = (f"，是否为 {choices.named(code)}？", f"; did you mean “{code}”?") if code else ("；", ";")
        if not code or value != choices.NAMES[code][0]:
            zh += f"可选：{'、'.join(map(choices.named, self.offered))}"
            en += f" choose from {', '.join(self.offered)}"
        return f"“{value}”不在可选范围内{zh}", f"“{value}” is not one of the choices{en}"


def _chosen(text: str, kind: Any) -> str:
    offered = get_args(kind)
    if text not in offered:
        raise _NotOffered(text, offered)
    return text


# --- what is worked out -----------------------------------------------------------------------


def _when(reader: Reader, values: Values) -> None:
    """A time, read with the year and the window of its campaign; its note stands beside the time itself."""
    if values["was"] is not None and values["means"] is not None:
        raise Mistake("changed-and-misprinted", *_CHANGED_AND_MISPRINTED)
    note: Words | None = values["note"]
    if reader.when is not None:
        values["date"] = reader.when(
            values["text"], values["means"], note.text if note else None, values["without"]
        )


def _attachment(reader: Reader, values: Values) -> None:
    """Where the file is and how large; it has to be there."""
    name, files = values["file"], reader.files
    if files is not None and name not in files:
        raise Mistake("no-such-file", *_no_such_file(name, files), "file")
    values["address"], values["media"] = urls.attachment(name), file_kinds.kind(name)[1]
    values["size"] = files[name] if files is not None else 0


def _attendance(reader: Reader, values: Values) -> None:
    values["is_free"] = bool(values["cost"]) and values["cost"].text.strip("。.").casefold() in FREE


def _activity(reader: Reader, values: Values) -> None:
    values["roles"] = {role: values[role] for role in get_args(Role) if values[role]}
    if led := tuple(mention for part in values["parts"] if part for mention in part.lead.mentions):
        values["roles"][PART] = BodyList(led)
    named: tuple[Named, ...] = values["platforms"]
    values["platforms"] = tuple(each for each in named if each.name.text != OPEN)
    values["platforms_open"] = len(values["platforms"]) < len(named)


def _session(reader: Reader, values: Values) -> None:
    """Its venue and its city, by the names that the places of the region have."""
    places = reader.home.places if reader.home else None
    named, area = values["place"], values["area"]
    if places is None:
        if area and reader.home:
            raise Mistake("no-places", *_no_places(reader.home.id), "area")
        return
    if not places.is_known:
        return
    venue = places.venue(named.text) if named else None
    town = places.area(area or (venue.area if venue else ""))
    if area and town is None:
        raise Mistake("unknown-place", *_unknown_place(area, [each.name.text for each in places.areas]), "area")
    if named and venue is None and town is None and not values["address"]:
        raise Mistake("unknown-place", *_unknown_venue(named.text, [each.name.text for each in places.venues]), "place")
    values["venue"], values["town"] = venue, town


def _places(_: Reader, values: Values) -> None:
    """Areas and venues by their names."""
    areas = _by_name(values["areas"])
    for venue in filter(None, values["venues"]):
        if spelling(venue.area) not in areas:
            raise Mistake("unknown-place", *_unknown_place(venue.area, [each.id for each in areas.values()]))
    values["known_areas"], values["known_venues"] = areas, _by_name(values["venues"])


def _by_name(places: Iterable[Any]) -> dict[str, Any]:
    """Places by their id and their name; two of one name are a mistake."""
    named: dict[str, Any] = {}
    for each in filter(None, places):
        for name in dict.fromkeys((spelling(each.id), spelling(each.name.text))):
            if name in named:
                raise Mistake("place-twice", *_place_twice(each.name.text))
            named[name] = each
    return named


def _hosting(reader: Reader, values: Values) -> None:
    """With a committee, its members are the hosts."""
    if not values["hosts"] and values["committee"]:
        values["hosts"] = reader.everyone = values["committee"].members


def _campaign(reader: Reader, values: Values) -> None:
    """A campaign without a short name or a colour of its own has its name, and a colour by its year."""
    values["short_name"] = values["short_name"] or values["name"]
    values["colour"] = values["colour"] or COLOURS[values["year"] % len(COLOURS)]


def _telephone(reader: Reader, values: Values) -> None:
    number = dial(values["number"])
    values["dial"] = f"{number};ext={values['ext']}" if values["ext"] and ";" not in number else number


def _contact(reader: Reader, values: Values) -> None:
    """All numbers of a body, the one under ``phone`` first; without any it has at least a mailbox or a fax."""
    first, others = values["phone"], tuple(each for each in values["phones"] if each)
    if not (first or values["phones"] or values["fax"] or values["email"]):
        raise Mistake("missing", *_NO_LINE)
    if first:
        others = (nothing(Telephone, number=first, dial=dial(first)), *(each for each in others if each.dial != dial(first)))
    values["numbers"] = others
    if others:
        values["phone"], values["dial"] = others[0].number, others[0].dial


def _contact_list(reader: Reader, values: Values) -> None:
    """Names of persons only while they may be published (PIPL, article 19)."""
    until, named = values["people_until"], any(each.names_somebody for each in values["contacts"])
    if until is None and named:
        raise Mistake("missing", *_missing("people_until", "联系人姓名公布至"), "people_until")
    values["people_shown"] = until is None or reader.as_of <= until
    if not values["people_shown"]:
        values["contacts"] = tuple(_nameless(each) for each in values["contacts"])


def _nameless(contact: Contact) -> Contact:
    phones, numbers = (tuple(replace(each, person=None) for each in listed) for listed in (contact.phones, contact.numbers))
    return replace(contact, person=None, phones=phones, numbers=numbers)


def _region(reader: Reader, values: Values) -> None:
    """Every body knows its region, and is found by every spelling of its names."""
    bodies = tuple(replace(body, region=values["id"]) for body in values["organisations"])
    values["organisations"] = bodies
    values["spellings"] = {
        spelling(name): body for body in bodies for name in (body.name.text, body.short.text, *body.aliases)
    }


_FINISH: dict[type, Callable[[Reader, Values], None]] = {
    Attachment: _attachment,
    Attendance: _attendance,
    When: _when,
    Activity: _activity,
    Campaign: _campaign,
    Hosting: _hosting,
    Contact: _contact,
    Telephone: _telephone,
    ContactList: _contact_list,
    Places: _places,
    Region: _region,
    Session: _session,
}


# --- words ------------------------------------------------------------------------------------

_ONE_OF_MANY = ("not-offered", "not-an-id")
"""Mistakes in an item of a list that several items between full-width commas would make."""
_WIDE_COMMA = re.compile(r"[，、；](?![^（(]{0,100}[）)])")  # not those in brackets, which belong to a name
_NOT_TEXT = (
    "这里应是一句文字，不能再分项；若文字里有冒号请加引号",
    "this must be plain text; put it in quotes if it has a colon in it",
)
_NOT_A_LIST = (
    "这里应是列表；请每行一项，以“- ”开头",
    "this must be a list; write one item a line, each begun with “- ”",
)
_OPEN_NOT_LAST = ("“等”只能写在名单最后", "“等” can only be the last of a list")
_NO_LINE = (
    "缺少“phone”（电话）；请补上，没有电话的写 email 或 fax",
    "“phone” is missing; add it, or email or fax where there is no telephone",
)
_ALL_NOT_ALONE = ("“all”表示所有活动单位，只能单独写", "“all” means every body and must stand alone")
_CHANGED_AND_MISPRINTED = (
    "有了 was，text 就是现在的时间，不是通知的原文；请把 means 的内容写进 text，删去 means",
    "beside was, text is the time now and not what the notice prints; write what means says as text, and delete means",
)


def _id_of(cls: type, item: Node) -> str:
    """The id of a record in a list, where such records have one."""
    own = item.get("id") if isinstance(item, tree.Mapping) and "id" in by_key(cls) else None
    return own.text if isinstance(own, Scalar) else ""


def _items(typed: str) -> list[str]:
    return [item.strip() for item in _WIDE_COMMA.split(typed) if item.strip()]


@cache
def _in_order(cls: type) -> list[tuple[str, Field]]:
    """The fields of a record by their keys; who “all” is comes first."""
    return sorted(by_key(cls).items(), key=lambda each: each[1].kind is not Hosting)


def _missing(key: str, title: str) -> tuple[str, str]:
    return f"缺少“{key}”（{title}）；请补上", f"“{key}” is missing; add it"


def _no_record(node: Node) -> tuple[str, str]:
    if isinstance(node, tree.Sequence):
        return "这里不能写成列表；请只写一项", "this cannot be a list; write one value"
    return "这里应分项填写（键: 值）", "this must be written as keys with values"


def _empty(field: Field | None, is_list: bool) -> tuple[str, str]:
    if field is not None and field.name == "colour":
        return (
            '颜色是空的；没有引号的 # 是注释，请写成带引号的 "#a1242c" 这样',
            'there is no colour; a # without quotes begins a comment, so write it in quotes, such as "#a1242c"',
        )
    if field is not None and field.about.required:
        return "这里是空的；请填写内容（必填）", "nothing is written here; fill it in (required)"
    if is_list:
        return "列表是空的；请填写，或删去这一项", "the list is empty; fill it in, or delete the key"
    return "这里是空的；请填写内容，或删去这一行", "nothing is written here; fill it in or delete the line"


def _wide_commas(meant: list[str]) -> tuple[str, str]:
    shown = f"[{', '.join(meant).strip('【】')[:300]}]"
    return (
        f"这里有几项；请写在方括号里，用英文逗号隔开：{shown}，或者每行写一项",
        f"these are several items; put them in square brackets with ASCII commas: {shown}, or write one item a line",
    )


def _unknown_body(name: str, known: Iterable[str]) -> tuple[str, str]:
    if name.startswith(("各", "有关", "相关")):
        return (
            f"“{name[:60]}”是一类单位，名册里没有；活动由一类单位负责的，请不写在这里，照原文写在 credit 里",
            f"“{name[:60]}” is a kind of body and in no register; where such bodies run an activity, write them as printed in credit",
        )
    zh, en = did_you_mean(name, known)
    zh_end = f"{zh}如果是另一个单位，请登记到单位名册" if zh else "；请改正，或登记到单位名册"
    en_end = (
        f"{en} If it is another body, add it to the register"
        if en
        else "; correct it, or add it to the register"
    )
    return f"没有叫“{name[:60]}”的单位{zh_end}", f"no body is called “{name[:60]}”{en_end}"


def _no_such_file(name: str, known: Iterable[str]) -> tuple[str, str]:
    zh, en = did_you_mean(name, known)
    return (
        f"docs/{file_kinds.FOLDER} 里没有“{name[:80]}”{zh or '；请把文件放进去'}",
        f"there is no “{name[:80]}” in docs/{file_kinds.FOLDER}{en or '; put the file there'}",
    )


def _unknown_place(name: str, known: Iterable[str]) -> tuple[str, str]:
    zh, en = did_you_mean(name, known)
    return (
        f"没有登记叫“{name[:60]}”的地点{zh or '；请登记到 data/places，或者在这里写明 area（市县）'}",
        f"no place is registered as “{name[:60]}”{en or '; register it in data/places, or write its area here'}",
    )


def _unknown_venue(name: str, known: Iterable[str]) -> tuple[str, str]:
    """The nearest may be the house in which it is a room (图书馆报告厅)."""
    zh, en = _unknown_place(name, known)
    if "did you mean" not in en:
        return zh, en
    return (
        f"{zh}是另一处或者里面的一间，请写明 area（市县），或登记到 data/places",
        f"{en} If it is another place or a room in it, write its area here, or register it in data/places",
    )


def _no_places(region: str) -> tuple[str, str]:
    file = f"data/places/{region}.yml"
    return (
        f"写了市县，但还没有 {file}；请先在那里登记市县",
        f"an area is written and there is no {file}; register the areas there first",
    )


def _place_twice(name: str) -> tuple[str, str]:
    return (
        f"“{name[:60]}”登记了两次（编号或名称相同）；请改名或删去一个",
        f"“{name[:60]}” is registered twice, by its id or its name; rename or delete one",
    )
