"""A whole campaign on one page: its official document part by part, with an anchor for each clause; and to be printed."""

from __future__ import annotations

import re

from ..checks import remarks
from ..core import urls
from ..model.activity import Activity
from ..model.campaign import NO_HOSTING, Campaign
from ..model.document import NO_DOCUMENT
from . import mosaic
from .activity import activity_view, attachments, paragraphs
from .campaign import cards_of, directory
from .scope import Said, Scope
from .sessions import cities, of_activity


def _notes(scope: Scope, campaign: Campaign) -> tuple[str, ...]:
    """Remarks in the page's language, each once; bodies by their names in it, except in what is quoted."""
    names = {body.short.text: scope.short(body).plain for body in campaign.region.bodies}
    known = re.compile("|".join(("“[^”]*”", *map(re.escape, sorted(names, key=len, reverse=True)))))
    told = dict.fromkeys(note.text(scope.language) for note in remarks.notes_on(campaign))
    return tuple(known.sub(lambda found: names.get(found[0], found[0]), text) for text in told)


def plan_view(scope: Scope, campaign: Campaign) -> Said:
    """The campaign as its document lays it down, part by part."""
    document = campaign.document
    return scope.said(
        campaign,
        has_document=document is not NO_DOCUMENT,
        has_hosting=campaign.hosting is not NO_HOSTING,
        cards=tuple(
            (made, activity.source, activity.credit)
            for made, activity in zip(cards_of(scope, campaign), campaign.activities, strict=True)
        ),
        is_divided=any(each.credit or each.run_by[0] for each in campaign.activities),
        clauses=tuple((clause.source, paragraphs(clause.text)) for clause in campaign.clauses),
        attachments=attachments(scope, campaign.attachments),
        notes=_notes(scope, campaign) if campaign.show_notes and document is not NO_DOCUMENT else (),
    )


FEW = 12
"""Sessions of an activity that are printed one by one with the whole campaign."""


def _few(scope: Scope, campaign: Campaign, activity: Activity) -> Said | None:
    held = of_activity(scope, campaign, activity) if len(activity.sessions) <= FEW else None
    return held if held and held.rows <= FEW else None


def programme(scope: Scope, campaign: Campaign) -> Said:
    """The whole campaign on one printable page; ``contacts`` is None where the plan has none.

    Each activity has its sessions where they are few; all are printed city by city, from the pages of ``cities``: the list does not
    grow with them.
    """
    return scope.said(
        campaign,
        address=scope.settings.absolute(urls.campaign(scope.language, campaign.id)) if scope.settings.site_url else "",
        tiles=mosaic.tiles(campaign),
        attachments=attachments(scope, campaign.attachments),
        activities=tuple((activity_view(scope, campaign, i), _few(scope, campaign, each)) for i, each in enumerate(campaign.activities)),
        cities=cities(scope, campaign),
        contacts=directory(scope, campaign),
    )
