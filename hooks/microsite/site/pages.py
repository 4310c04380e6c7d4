"""Every public page of the site: which template shows which view, at which address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from markupsafe import Markup

from ..checks import permalinks
from ..core import urls
from ..core.language import LANGUAGES, Language
from ..core.problems import Problem
from ..core.settings import Settings
from ..loading.data_folder import Data
from ..loading.translations import Interface
from ..model.campaign import Campaign
from ..views import cite, formats, head, sessions
from ..views.activity import activity_view
from ..views.audience import audience_view
from ..views.campaign import directory, finder, overview, timeline
from ..views.changes import changes_view
from ..views.head import Head
from ..views.page import Page, page
from ..views.plan import plan_view
from ..views.scope import Said, Scope
from ..views.site import EditionCard, RegionGroup, by_year, organisation_view
from . import chrome
from .chrome import Shell
from .feeds import jsonld
from .feeds.jsonld import Node
from .render import Renderer

Rendered = tuple[str, str]
"""Address from the site's root, and the page's HTML."""

_NOTHING = Markup()


@dataclass(frozen=True, slots=True)
class Site:
    """All that pages are made of; ``there`` are folders, by their Chinese addresses, whose costly files need not be made again."""

    data: Data
    settings: Settings
    interfaces: Mapping[Language, Interface]
    render: Renderer
    welcome: Mapping[Language, str] = field(default_factory=dict)
    there: frozenset[str] = frozenset()
    _scopes: dict[Language, Scope] = field(init=False, default_factory=dict, compare=False, repr=False)

    def scope(self, language: Language) -> Scope:
        if language not in self._scopes:
            self._scopes[language] = Scope(language, self.data, self.settings, self.interfaces[language])
        return self._scopes[language]


def all_pages(site: Site) -> Iterator[Rendered]:
    """Every page of bodies and campaigns in both languages, one at a time: nothing is kept in memory."""
    for language in LANGUAGES:
        base = site.scope(language)
        yield from organisations(site, base)
        for campaign in site.data.plan.campaigns:
            yield from of_campaign(site, base, campaign)


def _page(
    site: Site, template: str, frame: Page, tags: Head | None = None, about: Node | None = None, **values: object
) -> Rendered:
    """A page; ``about`` is what it tells programs that read it, besides where it stands."""
    tags = tags or head.column(site.settings, frame)
    nodes = jsonld.breadcrumbs(frame, site.interfaces[frame.language]), about
    return rendered(site, template, frame, tags, jsonld.script(filter(None, nodes)), **values)


def rendered(
    site: Site, template: str, frame: Page, tags: Head = head.NOTHING, data: Markup = _NOTHING, **values: object
) -> Rendered:
    """A page in the shell that all pages share; ``data`` is what ``jsonld.script`` made for it."""
    t = site.interfaces[frame.language]
    shell, macros = chrome.render_chrome(site.render, t, frame), site.render.macros(t, frame.root)
    return frame.path, site.render(template, t, m=macros, page=frame, head=tags, jsonld=data, shell=shell, **values)


def home(site: Site, scope: Scope, editions: Iterable[EditionCard]) -> Rendered:
    """The first page; ``editions`` are all there are, the newest first."""
    newest, years = by_year(editions)
    welcome = Markup(site.welcome.get(scope.language, ""))  # noqa: S704 - docs/
    frame = page(scope, urls.home(scope.language), "", scope.t("home.description"), scripts=("search.js", "home.js"))
    return _page(site, "home.html", frame, newest=newest, years=years, welcome=welcome)


def all_organisations(site: Site, scope: Scope, regions: Iterable[RegionGroup]) -> Rendered:
    """Every body of every region."""
    path = urls.organisations(scope.language)
    frame = page(scope, path, scope.t("organisations.title"), scope.t("organisations.description"))
    return _page(site, "organisations.html", frame, regions=tuple(regions))


def organisations(site: Site, base: Scope) -> Iterator[Rendered]:
    """A page for each body."""
    for region in site.data.plan.regions.values():
        regional = base.of_region(region)
        for body in region.organisations:
            view = organisation_view(base, region, body)
            path = urls.organisation(base.language, body.id)
            description = base.t("organisation.description", name=view.name.plain)
            title = view.heading.plain
            if title == view.short.plain:
                title = f"{title} – {view.region.plain}"
            frame = page(regional, path, title, description)
            tags = head.column(site.settings, frame, path)
            about = jsonld.organisation(frame, regional, body, site.data.plan.campaigns_naming(region.id))
            offered = formats.of_body(base, body)
            yield _page(site, "organisation.html", frame, tags, about, view=view, formats=offered)


def of_campaign(site: Site, base: Scope, campaign: Campaign) -> Iterator[Rendered]:
    """The pages of one edition in one language."""
    scope, language, id_ = base.of_campaign(campaign), base.language, campaign.id
    yield _overview(site, scope, campaign)
    yield _section(site, scope, campaign, "finder", urls.activities(language, id_), finder(scope, campaign))
    yield _section(site, scope, campaign, "timeline", urls.timeline(language, id_), timeline(scope, campaign))
    yield _plan(site, scope, campaign)
    yield _section(site, scope, campaign, "changes", urls.changes(language, id_), changes_view(scope, campaign))
    if campaign.contacts is not None:
        yield _section(site, scope, campaign, "contacts", urls.contacts(language, id_), directory(scope, campaign))
    kept = published(site)
    for code in permalinks.audiences(campaign, kept):
        yield _audience(site, scope, campaign, code)
    if campaign.has_sessions or f"sessions {campaign.id}" in kept:
        yield from (_sessions(site, scope, campaign, view) for view in sessions.of_campaign(scope, campaign))
    for area in permalinks.areas(campaign, kept):
        if urls.area("zh", id_, area.id) in site.there:
            continue
        yield from (_sessions(site, scope, campaign, view) for view in sessions.of_area(scope, campaign, area))
    for index, activity in enumerate(campaign.activities):
        if urls.activity("zh", id_, activity.id) not in site.there:
            yield _activity(site, scope, campaign, index)


def titled(scope: Scope, campaign: Campaign, title: str) -> str:
    return f"{title} – {scope.say(campaign.name).plain}"


_SCRIPTS = {"finder": ("search.js", "finder.js"), "contacts": ("search.js", "directory.js")}


def _section(site: Site, scope: Scope, campaign: Campaign, name: str, path: str, view: object) -> Rendered:
    """A page of a campaign whose template and words are called by its name."""
    title = titled(scope, campaign, scope.t(f"{name}.title"))
    frame = page(scope, path, title, scope.t(f"{name}.description"), campaign, _SCRIPTS.get(name, ()))
    return _page(site, f"{name}.html", frame, view=view)


def _overview(site: Site, scope: Scope, campaign: Campaign) -> Rendered:
    view = overview(scope, campaign)
    frame = page(scope, view.path, view.name.plain, view.summary.plain, campaign)
    about = jsonld.campaign(frame, scope, campaign)
    return _page(site, "campaign.html", frame, about=about, view=view, formats=formats.of_campaign(scope, campaign))


_KEPT = ("audience", "sessions", "area", "contacts")
"""Kinds of pages that stay once they are published, whatever the plan says later."""


def published(site: Site) -> set[str]:
    """What the kinds of pages that stay were published for."""
    now = permalinks.names(site.data.plan).now
    return {now(line.meaning) for line in site.data.published if line.kind in _KEPT}


def _sessions(site: Site, scope: Scope, campaign: Campaign, view: Said) -> Rendered:
    frame = page(scope, view.path, titled(scope, campaign, view.title), scope.t("sessions.description"), campaign, ("sessions.js",))
    return _page(site, "sessions.html", frame, view=view)


def _audience(site: Site, scope: Scope, campaign: Campaign, code: str) -> Rendered:
    view = audience_view(scope, campaign, code)
    path = urls.audience(scope.language, campaign.id, code)
    frame = page(scope, path, titled(scope, campaign, view.title), view.lead, campaign)
    return _page(site, "audience.html", frame, view=view)


def _plan(site: Site, scope: Scope, campaign: Campaign) -> Rendered:
    view, name = plan_view(scope, campaign), scope.say(campaign.document.title).plain
    title = titled(scope, campaign, scope.t("plan.title" if campaign.document.is_given else "campaign.plan"))
    path = urls.plan(scope.language, campaign.id)
    frame = page(scope, path, title, name, campaign)
    tags = head.article(scope, frame, campaign, name, urls.campaign(scope.language, campaign.id))
    return _page(site, "plan.html", frame, tags, view=view, formats=formats.of_plan(scope, campaign))


def _activity(site: Site, scope: Scope, campaign: Campaign, index: int) -> Rendered:
    view = activity_view(scope, campaign, index)
    title = titled(scope, campaign, view.card.title.plain)
    activity = campaign.activities[index]
    scripts = ("share.js", "sessions.js") if activity.sessions else ("share.js",)
    frame = page(scope, view.card.path, title, view.card.summary.plain, campaign, scripts)
    if activity.draft:
        frame = replace(frame, draft=True)
    tags = head.article(scope, frame, campaign, view.card.title.plain, view.card.path)
    both = site.scope("zh").of_campaign(campaign), site.scope("en").of_campaign(campaign)
    quoting = cite.view(scope, both, campaign, activity, view)
    about = jsonld.activity(frame, scope, activity, campaign)
    offered = formats.of_activity(scope, campaign, activity)
    held = sessions.of_activity(scope, campaign, activity)
    return _page(site, "activity.html", frame, tags, about, view=view, formats=offered, quoting=quoting, sessions=held)


@dataclass(frozen=True, slots=True)
class HandWritten:
    """A page of docs/ (about, press …): its address and what MkDocs made of it."""

    path: str
    title: str
    description: str
    html: str


# Markdown aligns the columns of a table with a style in the element, which the policy of the pages forbids.
_ALIGNMENT = re.compile(r' style="text-align: (?:left|center|right);"')


def hand_written(site: Site, language: Language, written: HandWritten) -> str:
    """A page of docs/ in the public frame; its HTML comes from the office's own files, not from data."""
    scope = site.scope(language)
    frame = page(scope, written.path, written.title, written.description)
    content = Markup(_ALIGNMENT.sub("", written.html))  # noqa: S704 - docs/
    asks = written.path in {urls.prose(language, name) for name in ("about", "accessibility")}
    return _page(site, "prose.html", frame, title=written.title, content=content, asks=asks)[1]


MOST_LOST = 6
"""Of the editions that the page for lost addresses leads to."""


def not_found(site: Site, editions: Mapping[Language, Iterable[EditionCard]]) -> str:
    """One page for both languages, with the newest editions; its links start at the server's root, as it is shown anywhere."""
    base = site.scope("zh")
    frame = page(base, urls.NOT_FOUND, base.t("not_found.title"))
    other = replace(frame.other, path=urls.home("en"))
    # It stands for no address: none of its own, and no English one beside it.
    frame = replace(frame, root=site.settings.base_path, other=other, canonical="", alternates=())
    newest = {language: by_year(found)[0][:MOST_LOST] for language, found in editions.items()}
    return rendered(site, "404.html", frame, en=site.interfaces["en"], newest=newest)[1]


def preview_bar(site: Site, language: Language) -> str:
    """What stands on every page of a preview: that it is one."""
    return site.render("shell/preview.html", site.interfaces[language])


def problems(site: Site, language: Language, kind: Literal["problems", "unfinished"], told: Iterable[Problem]) -> str:
    """What is wrong with the data, or not written yet in its drafts, as a piece of a page."""
    return site.render("shell/problems.html", site.interfaces[language], kind=kind, problems=map(str, told))


def shell(site: Site, language: Language, path: str) -> Shell:
    """The shared parts of a page, for the manual's pages in another theme."""
    scope = site.scope(language)
    return chrome.render_chrome(site.render, scope.t, page(scope, path, ""))
