"""What identifies a record for good, as the ledger knows it: the id of its first publication, the place of an update.

Calendars and feeds keep the first id, whatever a record is called now, in whatever order ``formerly`` stands and
whatever was merged into it. Two updates of one day are told apart by their order of publication, not by that of
the file, where the newest may stand first.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property
from itertools import count
from typing import TypeVar

from ..core import urls
from ..core.problems import Mark, Problem
from ..model.activity import Activity, Update
from ..model.campaign import Campaign, Phase
from ..model.fields import Renamable
from ..model.organisations import Region
from .ledger import NAME, Line
from .permalinks import names_of

_Record = TypeVar("_Record", bound=Renamable)
_Keys = tuple[tuple[str, str], ...]
"""Meanings and addresses of a record, with ``{}`` for its id; more than one where what it belongs to was renamed."""


def digest(text: str) -> str:
    """What the ledger keeps of an update's text.

    >>> digest("时间改为六月中旬")
    'e2bcb2ae'
    """
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def update_digests(campaigns: Iterable[Campaign]) -> Iterator[tuple[str, str]]:
    """Every address of an update, with what the ledger keeps of its text."""
    for campaign in campaigns:
        for pages, updates in _told(campaign):
            for page in pages:
                yield from ((f"{page}#{update.anchor}", digest(update.text.text)) for update in updates)


def _told(campaign: Campaign) -> Iterator[tuple[tuple[str, ...], tuple[Update, ...]]]:
    """The updates of a campaign and of its activities, with the pages that they stand on."""
    yield tuple(urls.changes("zh", name) for name in names_of(campaign)), campaign.updates
    for activity in campaign.activities:
        yield _pages(campaign, activity), activity.updates


def _pages(campaign: Campaign, activity: Activity) -> tuple[str, ...]:
    return tuple(urls.activity("zh", name, own) for name in names_of(campaign) for own in names_of(activity))


class Identifiers:
    """Gives records their first ids and their updates their places."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = tuple(lines)

    @cached_property
    def _meanings(self) -> Mapping[str, int]:
        """In which release each meaning was published first."""
        return {line.meaning: line.release for line in reversed(self._lines)}

    @cached_property
    def _addresses(self) -> Mapping[str, Line]:
        return {line.address: line for line in reversed(self._lines)}

    # --- ids ---

    def region(self, region: Region) -> Region:
        """A region whose bodies know their first ids."""
        if not any(body.formerly for body in region.organisations):
            return region
        keys: _Keys = (("organisation {}", urls.organisation("zh", "{}")),)
        bodies = {body.id: self._identified(body, keys) for body in region.organisations}
        spellings = {name: bodies[body.id] for name, body in region.spellings.items()}
        return replace(region, organisations=tuple(bodies.values()), spellings=spellings)

    def campaign(self, campaign: Campaign) -> Campaign:
        """A campaign whose records know their first ids, and whose updates know their places."""
        keys: _Keys = (("campaign {}", urls.campaign("zh", "{}")),)
        phases = tuple(self._phase(campaign, phase) for phase in campaign.phases)
        activities = tuple(self._activity(campaign, activity) for activity in campaign.activities)
        (pages, _), *_ = _told(campaign)
        updates = self._placed(campaign.updates, pages)
        return replace(self._identified(campaign, keys), phases=phases, activities=activities, updates=updates)

    def _phase(self, campaign: Campaign, phase: Phase) -> Phase:
        anchor = urls.anchor("phase", "{}")
        keys = ((f"phase {name}/{{}}", f"{urls.plan('zh', name)}#{anchor}") for name in names_of(campaign))
        return self._identified(phase, tuple(keys)) if phase.formerly else phase

    def _activity(self, campaign: Campaign, activity: Activity) -> Activity:
        owners = names_of(campaign)
        if any(part.formerly for part in activity.parts):
            keys = tuple(
                (f"part {owner}/{own}/{{}}", f"{urls.activity('zh', owner, own)}#{urls.anchor('part', '{}')}")
                for owner in owners
                for own in names_of(activity)
            )
            activity = replace(activity, parts=tuple(self._identified(part, keys) for part in activity.parts))
        if activity.updates:
            activity = replace(activity, updates=self._placed(activity.updates, _pages(campaign, activity)))
        if not activity.formerly:
            return activity
        keys = tuple((f"activity {owner}/{{}}", urls.activity("zh", owner, "{}")) for owner in owners)
        return self._identified(activity, keys)

    def _identified(self, record: _Record, keys: _Keys) -> _Record:
        """The record with its first id, where that is not the present one."""
        if not record.formerly:
            return record
        known = sorted(self._published(record, keys))
        first = known[0][-1] if known else record.formerly[0]
        return replace(record, first_id=first) if first != record.id else record  # type: ignore[type-var]

    def _published(self, record: Renamable, keys: _Keys) -> Iterator[tuple[int, bool, int, str]]:
        """Its names, to be sorted by their age.

        An old name whose address was recorded, but always as that of another name, was given up before that
        release. Of two records that were published together and became one, the one that is left counts.
        """
        for number, name in enumerate((record.id, *record.formerly)):
            for meaning, address in keys:
                release, line = (self._meanings.get(meaning.format(name)), self._addresses.get(address.format(name)))
                if release is not None:
                    yield release, True, number, name
                elif line is not None:
                    yield line.release, False, number, name

    # --- updates ---

    def _placed(self, updates: tuple[Update, ...], pages: tuple[str, ...]) -> tuple[Update, ...]:
        """Updates with their places in the day: those of published ones stay, whatever was typed before them."""
        places: dict[int, int] = {}
        for day in dict.fromkeys(update.on for update in updates):
            listed = [number for number, update in enumerate(updates) if update.on == day]
            places |= self._of_day(updates, listed, pages)
        return tuple(
            update if places[number] == update.place else replace(update, place=places[number])
            for number, update in enumerate(updates)
        )

    def _of_day(self, updates: tuple[Update, ...], listed: list[int], pages: tuple[str, ...]) -> dict[int, int]:
        """The places of the updates of one day, by their positions in the list."""
        told = {text: place for place, text in self._texts(updates[listed[0]], pages)}
        found: dict[int, int] = {}
        for number in listed:
            place = told.pop(digest(updates[number].text.text), None) if told else None
            if place is not None:
                found[number] = place
        left = sorted((number for number in listed if number not in found), key=lambda each: updates[each].draft)
        free = (place for place in count(1) if place not in found.values())
        return {**found, **dict(zip(left, [next(free) for _ in left], strict=True))}

    def _texts(self, update: Update, pages: tuple[str, ...]) -> Iterator[tuple[int, str]]:
        """What the ledger knows of the updates of a day, with their places."""
        for place in count(1):
            anchor = replace(update, place=place).anchor
            lines = [line for page in pages if (line := self._addresses.get(f"{page}#{anchor}"))]
            if not lines:
                return
            yield place, lines[0].text


def rewritten(campaigns: Iterable[Campaign], lines: Iterable[Line]) -> Iterator[Problem]:
    """Days whose published updates were rewritten while others were added: which is which, cannot be seen."""
    known = {line.address: line for line in reversed(tuple(lines)) if line.kind == "change"}
    for campaign in campaigns:
        for pages, updates in _told(campaign):
            for day in dict.fromkeys(update.on for update in updates):
                of_day = [update for update in updates if update.on == day]
                told = {update.place: known.get(f"{pages[0]}#{update.anchor}") for update in of_day}
                if None in told.values():
                    yield from (
                        _rewritten(line)
                        for update in of_day
                        if (line := told[update.place])
                        and line.text
                        and line.text != digest(update.text.text)
                    )


def _rewritten(line: Line) -> Problem:
    return Problem(
        Mark(NAME, line.mark.line),
        line.address,
        "address-changed",
        "这条更新公布过，文字后来改了，同一天又添了别的更新，看不出哪一条是原来的；请把它改回公布时的文字，有错就再添一条更正",
        "the text of this published update was changed and others were added on that day, so nobody can tell "
        "which one it was; restore the published text, and correct it with another update",
    )
