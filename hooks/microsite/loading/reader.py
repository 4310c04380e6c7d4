"""From the tree of a data file to records, by the declarations of their fields; every problem is reported at its place.

The reader stands at a node when it finds a mistake, so it knows the line, the record and the field. A record is
made only where nothing below it is wrong.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache, partial
from typing import Any, Literal, get_args, get_origin

from ..checks.drafts import is_draft
from ..core.language import DEFAULT, Language
from ..core.problems import MOST, Mark, Mistake, MistakeBeside, Problem, more, printable
from ..model import choices
from ..model.activity import Named, Session
from ..model.campaign import Hosting
from ..model.choices import ALL, OPEN
from ..model.fields import Field, OneOrMore, Value, bare, by_key, declared, is_record, marked
from ..model.organisations import BodyList, Mention, Office, Region
from ..model.values import LINE, NameList, Words
from ..model.when import When
from ..yamlfile import tree
from ..yamlfile.tree import Location, Node, Scalar
from . import reader_messages, unknown_keys, worked_out
from .reader_messages import NotOffered
from .worked_out import Known, Values

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
    """Reads one file, in the light of what is ``known`` beside it."""

    def __init__(self, root: Node, known: Known | None = None, language: Language = DEFAULT) -> None:
        self.root, self.language = root, language
        self.beside = known or Known()
        self.home = self.beside.home
        self.is_draft = is_draft(root)
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
        self.tell(node.mark, location, "empty", lambda: reader_messages.empty(own, isinstance(node, tree.Sequence)))

    # --- records ---

    def record(self, cls: type, node: Node, place: Place) -> Any:
        """A record, or None where something in it is wrong or unknown."""
        before = self._told()
        if isinstance(node, Scalar) and cls in SHORT:
            node = tree.Mapping(node.mark, ((Scalar(node.mark, SHORT[cls], False), node),))
        if not isinstance(node, tree.Mapping):
            self.tell(node.mark, place.location, "not-a-record", lambda: reader_messages.no_record(node, cls))
            return None
        written = {key.text: below for key, below in node.entries}
        unknown = [(key.text, below) for key, below in node.entries if key.text not in by_key(cls)]
        guessed = unknown[: MOST - self._counts["unknown-key"]] if self._counts["unknown-key"] < MOST else []
        misspelt = {unknown_keys.near(key, cls): below for key, below in guessed}
        written = {key: below for key, below in misspelt.items() if key} | written
        values: Values = {field.name: field.default for field in declared(cls)}
        for key, field in _in_order(cls):
            if below := written.get(key):
                values[field.name] = self.field(field, node, below, place, values)
            elif field.about.required:
                self.tell(node.mark, (*place.location, key), "missing", partial(reader_messages.missing, key, field.about.zh))
            if cls is Hosting and field.name == "hosts":
                self.beside.everyone = values["hosts"]
        self._unknown_keys(cls, node, place)
        if self._told() > before:
            if cls is Session:  # its place is looked up all the same
                self.complete(cls, node, place, values)
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
                if finish := worked_out.FINISH.get(each):
                    finish(self.beside, values)
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
            said = place.words(field), field.is_prose, place.shared, of_draft, self.language
            return None if text is None else Words(text, *said)
        if marked(kind, OneOrMore):
            return self.lines(node, location, field)
        if get_origin(base) is tuple:
            return self.listed(field, node, place)
        if is_record(base):
            return self.record(base, node, place.below(field))
        return self.scalar(field, field.value, node, location)

    def scalar(self, field: Field | None, value: Value | None, node: Node, location: Location, kind: Any = None) -> Any:
        """One value: what its kind makes of the text, or one of the words to choose from."""
        if not isinstance(node, Scalar):
            self.tell(node.mark, location, "not-text", lambda: reader_messages.not_text(node))
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
        offered = mistake.offered if isinstance(mistake, NotOffered) else ()
        if mistake.code == "empty":
            self._empty(node, location, field)
        elif mistake.code in _ONE_OF_MANY and field is None and (meant := self._run_together(node, location, offered)):
            shown = reader_messages.as_offered(meant, offered)
            self.tell(node.mark, location, "wide-comma", lambda: reader_messages.wide_commas(shown))
            self._none_of(offered, node, location)
        elif isinstance(mistake, NotOffered):
            self.tell(node.mark, location, mistake.code, mistake.message)
        elif isinstance(mistake, MistakeBeside) and field is not None:
            self.tell(node.mark, location, mistake.code, partial(mistake.message, field.key, by_key(field.record)))
        else:
            self.tell(node.mark, location, mistake.code, lambda: (mistake.zh, mistake.en))

    # --- lists ---

    def listed(self, field: Field, node: Node, place: Place) -> tuple[Any, ...]:
        """A list of records or of single values; it is written as a list."""
        location = (*place.location, field.key)
        if not isinstance(node, tree.Sequence):
            self._no_list(field, node, location)
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

    def _no_list(self, field: Field, node: Node, location: Location) -> None:
        """One value or keys where a list belongs; what a single value means that none of the choices is like is told, too."""
        cls = field.items if is_record(field.items) else None
        offered = get_args(field.items) if get_origin(field.items) is Literal else ()
        self.tell(node.mark, location, "not-a-list", lambda: reader_messages.not_a_list(node, cls, offered))
        if isinstance(node, Scalar):
            self._none_of(offered, node, location)

    def _none_of(self, offered: tuple[str, ...], node: Scalar, location: Location) -> None:
        """Those of several items in one text that nothing on offer is like; what the others mean is told already."""
        for item in reader_messages.split_items(node.text, offered) if offered else ():
            if not choices.surely(item, offered):
                self.tell(node.mark, location, "not-offered", NotOffered(item, offered).message)

    def lines(self, node: Node, location: Location, field: Field | None) -> tuple[str, ...]:
        """One line or more; a list cannot be empty."""
        if isinstance(node, Scalar) and node.runs_on:
            self.tell(node.mark, location, "not-a-list", lambda: reader_messages.NO_DASHES)
            return ()
        if isinstance(node, tree.Mapping) or (isinstance(node, Scalar) and reader_messages.in_wide_brackets(node.text)):
            self.tell(node.mark, location, "not-a-list", lambda: reader_messages.not_a_list(node, None))
            return ()
        if isinstance(node, Scalar):
            text = self.scalar(field, LINE, node, location)
            return () if text is None else (text,)
        if not node.items:
            self._empty(node, location, field)
        return tuple(self.scalar(None, LINE, item, (*location, i)) or "" for i, item in enumerate(node.items))

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
            self.tell(node.mark, location, "open-not-last", lambda: reader_messages.OPEN_NOT_LAST)
        return not is_wrong

    # --- bodies ---

    def bodies(self, node: Node, location: Location, field: Field) -> BodyList:
        before = self._told()
        listed = self.lines(node, location, field)
        nodes = node.items if isinstance(node, tree.Sequence) else (node,)
        found = [
            self.known(name, item, (*location, index), field)
            for index, (name, item) in enumerate(zip(listed, nodes, strict=False))
            if name and name not in (OPEN, ALL)
        ]
        if self._told() > before or not self._open_last(listed, node, location):
            return BodyList()
        if ALL in listed and len(listed) > 1:
            self.tell(node.mark, location, "all-not-alone", lambda: reader_messages.ALL_NOT_ALONE)
        if ALL in listed:
            return BodyList(self.beside.everyone.mentions, everyone=True)
        return BodyList(tuple(each for each in found if each), is_open=OPEN in listed)

    def mention(self, node: Node, location: Location, field: Field) -> Mention | None:
        name = self.scalar(field, LINE, node, location)
        return self.known(name, node, location, field) if name else None

    def known(self, name: str, node: Node, location: Location, field: Field) -> Mention | None:
        """A body by its printed name; without a register nothing is asked."""
        if self.home is None or not isinstance(node, Scalar):
            return None
        body = self.home.find(name)
        if body is not None:
            return Mention(body, name, node.mark)
        is_one_of_many = isinstance(location[-1], int) and not name.startswith("各")
        if is_one_of_many and (meant := self._run_together(node, location) or self._bodies_in(name)):
            self.tell(node.mark, location, "wide-comma", lambda: reader_messages.wide_commas(meant))
        else:
            beside = by_key(field.record)
            self.tell(node.mark, location, "unknown-body", lambda: reader_messages.unknown_body(name, self._names(), beside))
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

    def _run_together(self, node: Scalar, location: Location, offered: tuple[str, ...] = ()) -> list[str]:
        """The items of a list that full-width commas made one of, as they were meant; else nothing."""
        if len(reader_messages.split_items(node.text, offered)) < 2:
            return []
        whole = tree.plain(tree.node_at(self.root, location[:-1]))
        listed = whole if isinstance(whole, list) else [whole]
        return [item for each in listed for item in reader_messages.split_items(str(each), offered)]

    def _standing(self, location: Location) -> Location:
        """The part of a location that stands in the file: a text can stand for a record or for a list."""
        ends = (end for end in range(len(location)) if isinstance(tree.node_at(self.root, location[:end]), Scalar))
        return location[: next(ends, None)]


def _chosen(text: str, kind: Any) -> str:
    offered = get_args(kind)
    if text not in offered:
        raise NotOffered(text, offered)
    return text


_ONE_OF_MANY = ("not-offered", "not-an-id")
"""Mistakes in an item of a list that several items between full-width commas would make."""


def _id_of(cls: type, item: Node) -> str:
    """The id of a record in a list, where such records have one."""
    own = item.get("id") if isinstance(item, tree.Mapping) and "id" in by_key(cls) else None
    return own.text if isinstance(own, Scalar) else ""


@cache
def _in_order(cls: type) -> list[tuple[str, Field]]:
    """The fields of a record by their keys; who “all” is comes first."""
    return sorted(by_key(cls).items(), key=lambda each: each[1].kind is not Hosting)
