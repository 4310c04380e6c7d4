"""Which edition of a region is the newest, and what became of each activity in later ones."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .activity import Activity
from .campaign import Campaign, Plan

Record = tuple[Campaign, Activity]


@dataclass(frozen=True, slots=True)
class Editions:
    """``continued`` names the activities that continue another one: ``campaign/activity`` to keys."""

    newest: Mapping[str, Campaign]
    activities: Mapping[str, Record]
    continued: Mapping[str, tuple[str, ...]]

    @classmethod
    def from_plan(cls, plan: Plan) -> Editions:
        newest: dict[str, Campaign] = {}
        for campaign in sorted(plan.campaigns, key=lambda c: (-c.year, c.id)):
            newest.setdefault(campaign.region.id, campaign)
        records = {key(c, a): (c, a) for c in plan.campaigns for a in c.activities}
        continued: dict[str, tuple[str, ...]] = {}
        for own, (_, activity) in records.items():
            if activity.continues in records:
                continued[activity.continues] = (*continued.get(activity.continues, ()), own)
        return cls(newest, records, continued)

    def newer(self, campaign: Campaign) -> Campaign | None:
        """The newest edition of the region, where it is of a later year than this one."""
        found = self.newest.get(campaign.region.id)
        return found if found is not None and found.year > campaign.year else None

    def latest(self, key: str) -> tuple[Record, ...]:
        """Where the chain of continuations ends; nothing for an activity that nobody continued."""
        found: dict[str, None] = {}
        seen, waiting = {key}, list(self.continued.get(key, ()))
        while waiting:
            each = waiting.pop(0)
            if each in seen:
                continue  # two plans that name each other must not keep us here for ever
            seen.add(each)
            onward = self.continued.get(each, ())
            waiting += onward
            if not onward:
                found[each] = None
        return tuple(self.activities[each] for each in found)


def key(campaign: Campaign, activity: Activity) -> str:
    return f"{campaign.id}/{activity.id}"

