"""Who does what in a campaign, seen from the bodies."""

from __future__ import annotations

from collections.abc import Mapping

from ..model.campaign import Campaign
from .scope import Scope

Roles = Mapping[str, Mapping[str, list[int]]]
"""The activities of a campaign, by index, in which each body (by its id) has each role."""


def roles(scope: Scope, campaign: Campaign) -> Roles:
    return scope.once("roles", lambda: _roles(campaign))


def _roles(campaign: Campaign) -> Roles:
    found: dict[str, dict[str, list[int]]] = {}
    for index, activity in enumerate(campaign.activities):
        for role in activity.roles:
            for body in activity.holding(role):
                found.setdefault(body.id, {}).setdefault(role, []).append(index)
    return found
