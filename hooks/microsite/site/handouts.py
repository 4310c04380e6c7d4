"""Pages to take away: for the press, for the printer, and for frames on other sites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..core import urls
from ..core.language import LANGUAGES
from ..model.campaign import Campaign
from ..views import head, press, programme
from ..views.activity import activity_view
from ..views.campaign import overview
from ..views.page import Page, page
from ..views.scope import Scope
from .pages import Rendered, Site, rendered, titled


def all_pages(site: Site) -> Iterator[Rendered]:
    """Every such page in both languages, one at a time."""
    for language in LANGUAGES:
        speaker = site.speaker(language)
        for campaign in site.data.plan.campaigns:
            scope = speaker.campaign(campaign)
            yield _press(site, scope, campaign)
            yield _programme(site, scope, campaign)
            yield from _embeds(site, scope, campaign)


def _press(site: Site, scope: Scope, campaign: Campaign) -> Rendered:
    title = titled(scope, campaign, scope.t("press.title"))
    path = urls.press(scope.language, campaign.id)
    frame = page(scope, path, title, scope.t("press.description"), campaign)
    return _shared(site, "press_campaign.html", frame, press.view(scope, campaign))


def _programme(site: Site, scope: Scope, campaign: Campaign) -> Rendered:
    title = titled(scope, campaign, scope.t("programme.title"))
    path = urls.programme(scope.language, campaign.id)
    frame = page(scope, path, title, scope.t("programme.description"), campaign)
    return _shared(site, "programme.html", frame, programme.view(scope, campaign))


def _embeds(site: Site, scope: Scope, campaign: Campaign) -> Iterator[Rendered]:
    language, id_ = scope.language, campaign.id
    whole = overview(scope, campaign)
    frame = page(scope, urls.embed(language, id_), whole.name.plain, campaign=campaign)
    yield rendered(site, "embed_campaign.html", _stands_for(site, frame, whole.path), view=whole)
    for index, activity in enumerate(campaign.activities):
        view = activity_view(scope, campaign, index)
        frame = page(scope, urls.embed(language, id_, activity.id), view.card.title.plain, campaign=campaign)
        yield rendered(site, "embed_activity.html", _stands_for(site, frame, view.card.path), view=view)


def _stands_for(site: Site, frame: Page, path: str) -> Page:
    """A framed page names the real one as the page to find and to link to."""
    settings = site.settings
    return replace(frame, canonical=settings.absolute(path) if settings.site_url else "", alternates=())


def _shared(site: Site, template: str, frame: Page, view: object) -> Rendered:
    return rendered(site, template, frame, head.column(site.settings, frame), view=view)
