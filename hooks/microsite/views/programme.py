"""A whole campaign on one page, to be printed: phases, every activity in full, contacts."""

from __future__ import annotations

from ..core import urls
from ..model.campaign import Campaign
from . import attachments, mosaic
from .activity import activity_view
from .campaign import directory
from .scope import Said, Scope
from .sessions import cities


def view(scope: Scope, campaign: Campaign) -> Said:
    """The whole campaign on one printable page; ``contacts`` is None where the plan has none.

    Sessions are printed city by city, from the pages of ``cities``: the list does not grow with them.
    """
    return scope.said(
        campaign,
        address=scope.settings.absolute(urls.campaign(scope.language, campaign.id)) if scope.settings.site_url else "",
        tiles=mosaic.tiles(campaign),
        attachments=attachments.views(scope, campaign.attachments),
        activities=tuple(activity_view(scope, campaign, i) for i in range(len(campaign.activities))),
        cities=cities(scope, campaign),
        contacts=directory(scope, campaign),
    )
