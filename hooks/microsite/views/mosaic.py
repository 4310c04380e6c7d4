"""The mosaic: one square an activity, in the colour of whom it is for, larger where everybody may come."""

from __future__ import annotations

from dataclasses import dataclass

from ..model.activity import Activity
from ..model.campaign import Campaign

EVERYONE = "everyone"
FAMILIES = {
    "care": ("older", "disabled", "deaf", "medical"),
    "school": ("women", "families", "children", "students", "teachers", "youth", "rural-schools"),
    "work": ("workers", "farmers", "communities"),
    "office": ("officials", "companies", "professionals", "experts"),
}
"""Audiences that share a colour; their pictograms tell them apart."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A square: the audience whose pictogram it shows, its family of colours, all it is for."""

    audience: str
    family: str
    codes: tuple[str, ...]
    is_large: bool


def tiles(campaign: Campaign) -> tuple[Tile, ...]:
    return tuple(map(tile, campaign.activities))


def tile(activity: Activity) -> Tile:
    """Of an activity for several audiences the first is shown; for nobody in particular, people."""
    codes = activity.audiences
    is_open = EVERYONE in codes
    shown = EVERYONE if is_open or not codes else codes[0]
    family = next((name for name, members in FAMILIES.items() if shown in members), "all")
    return Tile(shown, family, tuple(codes), is_open)
