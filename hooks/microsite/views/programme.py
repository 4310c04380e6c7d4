"""A whole campaign on one page, to be printed: phases, every activity in full, contacts."""

from __future__ import annotations

from dataclasses import dataclass

from ..core import urls
from ..core.dates import in_words
from ..core.language import Text
from ..model.campaign import Campaign
from . import attachments, mosaic
from .activity import ActivityView, activity_view
from .attachments import AttachmentView
from .campaign import DirectoryView, PhaseView, directory, period_of, phase_view
from .mosaic import Tile
from .scope import Bodies, Scope, Time
from .sessions import AreaLink, cities


@dataclass(frozen=True, slots=True)
class ProgrammeView:
    """The whole campaign on one printable page; ``contacts`` is None where the plan has none.

    Sessions are printed city by city, from the pages of ``cities``: the list does not grow with them.
    """

    name: Text
    theme: Text
    summary: Text
    period: Time
    hosts: Bodies
    document_title: Text
    document_number: str
    signed: str
    address: str
    tiles: tuple[Tile, ...]
    attachments: tuple[AttachmentView, ...]
    phases: tuple[PhaseView, ...]
    activities: tuple[ActivityView, ...]
    cities: tuple[AreaLink, ...]
    contacts: DirectoryView | None


def view(scope: Scope, campaign: Campaign) -> ProgrammeView:
    document = campaign.document
    return ProgrammeView(
        name=scope.say(campaign.name),
        theme=scope.say(campaign.theme.text),
        summary=scope.say(campaign.summary),
        period=period_of(scope, campaign),
        hosts=scope.bodies(campaign.hosting.hosts),
        document_title=scope.say(document.title),
        document_number=document.number,
        signed=in_words.day(document.signed, scope.language) if document.signed else "",
        address=scope.settings.absolute(urls.campaign(scope.language, campaign.id)) if scope.settings.site_url else "",
        tiles=mosaic.tiles(campaign),
        attachments=attachments.views(scope, campaign.attachments),
        phases=tuple(phase_view(scope, phase) for phase in campaign.phases),
        activities=tuple(activity_view(scope, campaign, i) for i in range(len(campaign.activities))),
        cities=cities(scope, campaign),
        contacts=directory(scope, campaign),
    )
