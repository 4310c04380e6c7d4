"""Days on which something was done, as they are typed: none is later than today, and few are before the notice.

A wrong year puts an entry on top of every feed for good. Years after the edition it is a mistake, whatever the
clock says; near, it may be tomorrow's update, of which the editor is told. Asked of the nodes, so that each is
told at its place.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from ..core.problems import Mistake, Note, Problem
from ..model.choices import is_year
from ..model.values import read_day
from ..yamlfile.tree import Location, Node, Scalar, records, scalar
from .drafts import is_draft

SURELY = timedelta(days=366)
"""Later than this, it is a slip."""
YEARS = 2
"""Names of persons that are shown for more years than this after an edition are asked about."""

_Typed = tuple[Location, Scalar, date]


def year_of(plan: Node | None) -> int:
    """The year of an edition; without one, no day is after it."""
    typed = scalar(plan, "year") if plan is not None else None
    return int(typed.text) if typed is not None and is_year(typed.text) else date.max.year


def problems(node: Node, year: int, as_of: date) -> Iterator[Problem]:
    """Days of things done that cannot have been reached, in a plan, in contacts or in a row of a table of sessions;
    ``year`` is that of the edition."""
    for where, typed, on in (*_of_the_document(node), *_of_changes(node)):
        if on - as_of > SURELY and on.year > year + 1:
            zh, en = "还没有到，这里写的是已经发生的事；请核对年份", "is still to come, but this is about the past; check the year"
            yield typed.wrong(where, "day-to-come", zh, en)


def signed(plan: Node) -> date | None:
    """The day on which the notice of a plan was signed, if it says one."""
    return read(scalar(plan, "document", "signed"))


def notes(node: Node, as_of: date, signed: date | None) -> Iterator[Note]:
    """Days that are still to come, or that were before the notice (``signed``)."""
    for where, typed, on in (*_of_the_document(node), *_of_changes(node)):
        if as_of < on:
            zh, en = "还没有到；提前写好的，请在那一天再公布", "is still to come; publish it on that day"
            yield typed.remark(where, "day-ahead", zh, en)
        elif signed is not None and on < signed:
            zh, en = f"早于成文日期（{signed.isoformat()}）；请核对", f"is before the notice was signed ({signed.isoformat()}); check it"
            yield typed.remark(where, "day-before-notice", zh, en)


def names_kept_long(contacts: Node, year: int) -> Iterator[Note]:
    """Names of persons are shown for years after their edition."""
    until = scalar(contacts, "people_until")
    last = read(until)
    if until is not None and last is not None and last.year > year + YEARS:
        yield Note(
            until.mark,
            "names-kept-long",
            f"people_until：姓名要公布到 {until.text}，比这一届晚了两年以上；请核对年份",
            f"people_until: names are shown until {until.text}, more than two years after the edition; check the year",
        )


def read(typed: Scalar | None) -> date | None:
    """A day of a data file, perhaps with an hour, where one can be read; what cannot is told with its value."""
    if typed is None or not typed.text.strip():
        return None
    try:
        return read_day(typed.text.partition(" ")[0] if ":" in typed.text else typed.text)
    except Mistake:
        return None


def _found(node: Node, above: Location, *keys: str) -> Iterator[_Typed]:
    typed = scalar(node, *keys)
    on = read(typed)
    if typed is not None and on is not None:
        yield (*above, *keys), typed, on


def _of_the_document(node: Node) -> Iterator[_Typed]:
    yield from _found(node, (), "document", "signed")
    yield from _found(node, (), "document", "published")
    yield from _found(node, (), "document", "printed", "on")


def _of_changes(node: Node) -> Iterator[_Typed]:
    """Updates, results, withdrawals and changed sessions of a plan, of contacts or of a session, but for drafts."""
    yield from _found(node, (), "changed")
    for above, record in [((), node), *records(node, "activities"), *records(node, "contacts")]:
        for where, session in records(record, "sessions") if not is_draft(record) else ():
            yield from _found(session, (*above, *where), "changed")
        for where, update in records(record, "updates"):
            if not is_draft(record) and not is_draft(update):
                yield from _found(update, (*above, *where), "on")
        yield from _found(record, above, "results", "on")
    for where, gone in records(node, "withdrawn"):
        yield from _found(gone, where, "on")
