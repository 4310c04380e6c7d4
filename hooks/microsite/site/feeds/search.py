"""What is searched on the home page, in the finder and the directory: every word of every activity, in one small file a language.

Substrings are compared in the reader's browser, so any two characters of a title or description
find it; Chinese needs no word borders that way.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from ...model.activity import Activity
from ...model.campaign import Campaign
from ...model.values import NameList, Words
from ...views.activity import card, title_of
from ...views.scope import Scope

_MARKUP = re.compile(r"[*_`#>\[\]]|\(https?://[^)]*\)")


def index(scope: Scope, campaign: Campaign) -> bytes:
    """JSON: ``activities`` (id, text in lower case, title, what a list of hits says of it) and ``synonyms`` (lists of equal words)."""
    texts = [[each.id, _text(scope, each), title_of(scope, each).plain, _told(scope, campaign, each)] for each in campaign.activities]
    synonyms = [list(group) for group in scope.data.synonyms.get(scope.language, ())]
    found = {"activities": texts, "synonyms": synonyms}
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).encode()


def _told(scope: Scope, campaign: Campaign, activity: Activity) -> dict[str, str]:
    """``when`` in words, ``closed`` where the public may not come, and the four bounds of its time, with the ``dates`` of several."""
    made = card(scope, campaign, activity)
    time = made.when or (None if made.elsewhere else made.phase_when)
    within = scope.t("brackets", text=time.within) if time and time.within else ""
    closed = scope.t("activity.closed") if activity.open_to_public is False else ""
    told = {"when": time.words + within if time else made.elsewhere, "closed": closed}
    if time and not made.status:
        told["bounds"] = ",".join((time.start_first, time.start_last, time.end_first, time.end_last)).rstrip(",")
        told |= {"dates": time.dates, "open": "open" if time.is_open else ""}
    return {name: value for name, value in told.items() if value}


def _text(scope: Scope, activity: Activity) -> str:
    said = (title_of(scope, activity).plain, *(scope.say(words).plain for words in _words(activity)))
    codes = (scope.t(f"audience.{code}") for code in activity.audiences)
    named = (scope.body(body) for roles in activity.roles.values() for body in roles.organisations)
    bodies = (words.plain for body in named for words in (body.name, body.full))
    records = (activity, *activity.sessions)
    towns = {each.town.id: scope.of_register(each.town.name).plain for each in activity.sessions if each.town}
    venues = (each.venue.access for each in activity.sessions if each.venue)
    access = dict.fromkeys(code for codes in (*(each.access for each in records), *venues) for code in codes)
    costs = dict.fromkeys(scope.say(each.cost).plain for each in records if each.cost)
    there = (*towns.values(), *(scope.t(f"access.{code}") for code in access), *costs)
    joined = " ".join((*said, *codes, *bodies, *there))
    return " ".join(_MARKUP.sub(" ", joined).lower().split())


def _words(activity: Activity) -> Iterator[Words]:
    yield from (activity.summary, activity.description)
    for part in activity.parts:
        yield from _given((part.name, part.summary, part.note, part.parent))
        yield from part.tracks.items
    for platform in activity.platforms:
        yield platform.name
    yield from _given((activity.audience_printed, activity.joining))
    names: tuple[NameList, ...] = (
        activity.places, activity.venues, activity.services, activity.topics, activity.reach,
        activity.materials, activity.occasions, activity.awards,
    )  # fmt: skip
    for listed in names:
        yield from listed.items
    for count in activity.counts:
        yield count.what


def _given(words: Iterable[Words | None]) -> Iterator[Words]:
    return (each for each in words if each is not None)
