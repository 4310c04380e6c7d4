"""Which editions there are and what continues what: read by pages that were copied long ago.

Paths are those of the Chinese pages from the site's root; the English ones begin with ``en/``.
Names and titles are given in both languages (the Chinese one where there is no English yet).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from ...core import urls
from ...core.language import LANGUAGES
from ...loading.data_folder import Data
from ...loading.translations import say
from ...model.campaign import Campaign, Words
from ...model.editions import Record, key


def index(regions: Mapping[str, Iterable[Mapping[str, Any]]], activities: Mapping[str, Any]) -> bytes:
    """Regions with their editions, the newest first, and every activity that was continued."""
    found = {
        "version": 1,
        "regions": {region: list(listed) for region, listed in regions.items()},
        "activities": dict(activities),
    }
    return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


def _named(data: Data, campaign: Campaign, words: Words) -> dict[str, str]:
    return {each: say(words, each, data.catalogue(each, campaign.id)).plain for each in LANGUAGES}


def edition(data: Data, campaign: Campaign) -> dict[str, Any]:
    """One campaign in the list of its region."""
    return {
        "id": campaign.id,
        "year": campaign.year,
        "name": _named(data, campaign, campaign.name),
        "path": urls.campaign("zh", campaign.id),
    }


def continued(data: Data) -> dict[str, Any]:
    """By the key of the earlier activity, also under the ids it had: a copy may be as old as that."""
    found = data.editions
    return {
        f"{campaign}/{own}": {
            "continued_by": _records(data, found.direct(current)),
            "latest": _records(data, found.latest(current)),
        }
        for current in found.continued
        for campaign, own in _keys(found.activities[current])
    }


def _keys(record: Record) -> Iterable[tuple[str, str]]:
    campaign, activity = record
    for name in (campaign.id, *campaign.formerly):
        for own in (activity.id, *activity.formerly):
            yield name, own


def _records(data: Data, records: Iterable[Record]) -> list[dict[str, Any]]:
    return [
        {
            "id": key(campaign, activity),
            "year": campaign.year,
            "title": _named(data, campaign, activity.title),
            "path": urls.activity("zh", campaign.id, activity.id),
        }
        for campaign, activity in records
    ]
