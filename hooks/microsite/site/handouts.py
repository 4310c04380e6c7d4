"""Pages to take away: for the press, for the printer, and for frames on other sites."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..core import urls
from ..core.language import LANGUAGES
from ..model.campaign import Campaign
from ..views import head, press
from ..views.activity import activity_view
from ..views.campaign import overview
from ..views.page import Page, page
from ..views.plan import programme
from ..views.scope import Scope
from .pages import Rendered, Site, rendered, titled


def all_pages(site: Site) -> Iterator[Rendered]:
    """Every such page in both languages, one at a time."""
    for language in LANGUAGES:
        base = site.scope(language)
        for campaign in site.data.plan.campaigns:
            scope = base.of_campaign(campaign)
            yield _handout(site, scope, campaign, "press", urls.press(language, campaign.id), press.view(scope, campaign))
            yield _handout(site, scope, campaign, "programme", urls.programme(language, campaign.id), programme(scope, campaign))
            yield from _embeds(site, scope, campaign)


def _handout(site: Site, scope: Scope, campaign: Campaign, name: str, path: str, view: object) -> Rendered:
    frame = page(scope, path, titled(scope, campaign, scope.t(f"{name}.title")), scope.t(f"{name}.description"), campaign)
    return rendered(site, f"{name}.html", frame, head.column(site.settings, frame), view=view)


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
