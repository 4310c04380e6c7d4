"""The frame of every public page: titles, languages, navigation, banner."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..core import urls
from ..core.government import Government
from ..core.language import LANGUAGES, NAMES, TAGS, Language, Text
from ..core.settings import Settings
from ..loading.data_folder import NOTHING
from ..model.campaign import Campaign
from .edition import EditionLink, newer
from .scope import Scope


@dataclass(frozen=True, slots=True)
class Meta:
    """A tag of the head: ``attribute`` is ``name`` or ``property``."""

    attribute: str
    key: str
    content: str


def names(*pairs: tuple[str, str]) -> tuple[Meta, ...]:
    """Tags by name; one without content is left out."""
    return tuple(Meta("name", name, content) for name, content in pairs if content)


@dataclass(frozen=True, slots=True)
class NavLink:
    label: str
    path: str
    current: bool


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The same page in another language, named in that language."""

    name: str
    tag: str
    path: str


@dataclass(frozen=True, slots=True)
class CampaignBar:
    """The campaign that a page belongs to, and its own pages; ``tag`` is the language tag of its document."""

    id: str
    year: int
    name: Text
    short: str
    path: str
    links: tuple[NavLink, ...]
    colours: str
    tag: str


@dataclass(frozen=True, slots=True)
class Page:
    """One page's frame.

    ``path`` is the page's address from the site's root, ``root`` leads from the page back there.
    ``canonical`` and ``alternates`` are full addresses, empty where the site does not know its own.
    ``feed`` is the news of the page's campaign or of the site. ``site_metas`` and ``government`` are what
    every page of a government website carries. ``draft``: the page is shown in a preview only.
    """

    path: str
    root: str
    language: Language
    tag: str
    title: str
    description: str
    site_name: str
    home: str
    nav: tuple[NavLink, ...]
    campaign: CampaignBar | None
    newer: tuple[EditionLink, ...]
    other: LanguageLink
    canonical: str
    alternates: tuple[tuple[str, str], ...]
    banner: str
    report_url: str
    organiser: str
    scripts: tuple[str, ...]
    feed: str
    site_metas: tuple[Meta, ...]
    government: Government | None
    draft: bool = False


def page(
    scope: Scope,
    path: str,
    title: str,
    description: str = "",
    campaign: Campaign | None = None,
    scripts: tuple[str, ...] = (),
) -> Page:
    """The frame for a page at ``path``; ``title`` without the site's name."""
    settings, language = scope.settings, scope.language
    name = settings.name(language)
    other: Language = "zh" if language == "en" else "en"
    return Page(
        path=path,
        root=urls.root(path),
        language=language,
        tag=TAGS[language],
        title=f"{title} – {name}" if title and title != name else name,
        description=description,
        site_name=name,
        home=urls.home(language),
        nav=_current(scope.once("nav", lambda: _nav(scope)), path),
        campaign=_bar(scope, campaign, path) if campaign else None,
        newer=newer(scope, campaign, path) if campaign else (),
        other=LanguageLink(NAMES[other], TAGS[other], urls.in_language(path, other)),
        canonical=settings.absolute(path) if settings.site_url else "",
        alternates=tuple((TAGS[each], settings.absolute(urls.in_language(path, each))) for each in LANGUAGES) if settings.site_url else (),
        banner=settings.banner,
        report_url=settings.report_url,
        organiser=settings.owner(language),
        scripts=scripts,
        feed=_feed(scope, campaign),
        site_metas=scope.once("site tags", lambda: _site_tags(settings)),
        government=settings.government if settings.government.is_given else None,
        draft=campaign is not None and campaign.draft,
    )


def _site_tags(settings: Settings) -> tuple[Meta, ...]:
    """The tags of every page."""
    government = settings.government
    if not government.is_given:
        return ()
    return names(
        ("SiteName", settings.site_name),
        ("SiteDomain", government.site_domain),
        ("SiteIDCode", government.site_id_code),
    )


def _feed(scope: Scope, campaign: Campaign | None) -> str:
    """What a feed reader finds from here; a site without campaigns has no news."""
    if campaign is not None:
        return urls.feed(urls.campaign(scope.language, campaign.id))
    return urls.feed(urls.home(scope.language)) if scope.data is not NOTHING else ""


def _nav(scope: Scope) -> tuple[NavLink, ...]:
    language = scope.language
    pages = (
        ("nav.home", urls.home(language)),
        ("nav.organisations", urls.organisations(language)),
        ("nav.about", urls.prose(language, "about")),
    )
    return tuple(NavLink(scope.t(key), at, current=False) for key, at in pages)


def _current(links: tuple[NavLink, ...], path: str) -> tuple[NavLink, ...]:
    """The links of a menu; that to this page is marked, where there is one."""
    if all(link.path != path for link in links):
        return links
    return tuple(replace(link, current=link.path == path) for link in links)


def _bar(scope: Scope, campaign: Campaign, path: str) -> CampaignBar:
    bar = scope.once(("bar", campaign.id), lambda: _menu(scope, campaign))
    links = _current(bar.links, path)
    return bar if links is bar.links else replace(bar, links=links)


def _menu(scope: Scope, campaign: Campaign) -> CampaignBar:
    language, id_ = scope.language, campaign.id
    pages = [
        ("campaign.nav.overview", urls.campaign(language, id_)),
        ("campaign.nav.activities", urls.activities(language, id_)),
        ("campaign.nav.timeline", urls.timeline(language, id_)),
    ]
    if campaign.has_sessions:
        pages.insert(2, ("sessions.nav", urls.sessions(language, id_)))
    if campaign.contacts is not None:
        pages.append(("campaign.nav.contacts", urls.contacts(language, id_)))
    pages.append(("campaign.nav.plan" if campaign.document.is_given else "campaign.plan", urls.plan(language, id_)))
    links = tuple(NavLink(scope.t(key), at, current=False) for key, at in pages)
    region = scope.of_register(campaign.region.name).plain
    short = scope.t("campaign.short", year=campaign.year, region=region)
    return CampaignBar(id_, campaign.year, scope.say(campaign.name), short, pages[0][1], links, urls.theme(id_), TAGS[campaign.language])
