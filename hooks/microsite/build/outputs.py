"""Everything the public site consists of: paths and contents, one at a time.

A site is made of parts of the data that know nothing of each other (``data_parts``), and of what joins
them: home, the list of all bodies, sitemap, indexes. The whole site is one part and its join.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from ..core import urls
from ..core.language import LANGUAGES
from ..loading import data_folder
from ..site import assets, cards, handouts, pages, redirects
from ..site.cards import Paint
from ..site.feeds import atom, citations, ical, public_data, search, sitemap, table, vcard
from ..site.pages import Rendered, Site
from . import summaries
from .summaries import Extract, Whole

Outputs = Iterator[tuple[str, bytes]]
"""Files of the site with their contents; a path begins in the site's root and uses slashes."""

REPLACED = frozenset({"index.html", "en/index.html", "404.html", "sitemap.xml", "robots.txt"})
"""Files that the host writes too, and that the core's own take the place of."""


def site(site: Site, written_by_hand: Iterable[str], paint: Paint | None = None) -> Outputs:
    """All outputs; ``written_by_hand`` are the Chinese addresses of the pages of docs/.

    ``paint`` draws the share cards; that of a build remembers those drawn before.
    """
    drawn = paint or cards.Painter(data_folder.card_font())
    yield from of_part(site, drawn)
    yield from joined(site, [summaries.summarise(site)], written_by_hand, drawn)


# --- one part of the data ---------------------------------------------------------------------


def of_part(site: Site, paint: Paint) -> Outputs:
    """The files of the campaigns and bodies of one part of the data."""
    return chain.from_iterable(made(site, paint) for made in PARTS)


def _pages(site: Site, paint: Paint) -> Outputs:
    yield from _rendered(pages.all_pages(site))
    yield from _rendered(redirects.all_pages(site))
    for campaign in site.data.plan.campaigns:
        yield urls.theme(campaign.id), assets.campaign_colours(campaign).encode()


def _rendered(made: Iterable[Rendered]) -> Outputs:
    return ((urls.file(path), html.encode()) for path, html in made)


def _indexes(site: Site, paint: Paint) -> Outputs:
    return _also_at_former_addresses(site, _finders(site))


def _finders(site: Site) -> Outputs:
    for language in LANGUAGES:
        base = site.scope(language)
        for campaign in site.data.plan.campaigns:
            content = search.index(base.of_campaign(campaign), campaign)
            yield urls.finder_index(language, campaign.id), content


def _materials(site: Site, paint: Paint) -> Outputs:
    return _rendered(handouts.all_pages(site))


def _formats(site: Site, paint: Paint) -> Outputs:
    return _also_at_former_addresses(site, formats(site))


def formats(site: Site) -> Outputs:
    """What other programs read: calendars, news, tables, citations, data, address cards."""
    for language in LANGUAGES:
        base = site.scope(language)
        yield from ical.files(base, site.there)
        yield from atom.files(base)
        yield from table.files(base)
        yield from citations.files(base)
    yield from public_data.files(site.data)
    for campaign in site.data.plan.campaigns:
        yield from vcard.files(campaign)


def _also_at_former_addresses(site: Site, made: Outputs) -> Outputs:
    former = redirects.folders(site)
    for path, content in made:
        yield path, content
        yield from ((old, content) for old in redirects.former_paths(former, path))


def _cards(site: Site, paint: Paint) -> Outputs:
    return ((path, paint(face)) for path, face in cards.faces(site))


PARTS: tuple[Callable[[Site, Paint], Outputs], ...] = (_pages, _indexes, _materials, _formats, _cards)
"""What is made of each part; the benchmark measures the first two alone."""


# --- what joins the parts ---------------------------------------------------------------------


def joined(site: Site, parts: Iterable[Extract], written_by_hand: Iterable[str], paint: Paint) -> Outputs:
    """The files that know all parts, and those that are the same whatever the data."""
    whole = summaries.joined(parts)
    yield from _shared_pages(site, whole)
    yield from assets.all_assets()
    yield urls.themes(), "".join(edition.colours for edition in whole.editions).encode()
    yield from _shared_formats(site, whole)
    yield from ((path, paint(face)) for path, face in cards.of_home(site))
    yield "sitemap.xml", sitemap.sitemap(_listed(whole, written_by_hand), site.settings)
    yield "robots.txt", sitemap.robots(site.settings)


def _shared_pages(site: Site, whole: Whole) -> Outputs:
    editions = {language: [edition.cards[language] for edition in whole.editions] for language in LANGUAGES}
    for language in LANGUAGES:
        base = site.scope(language)
        regions = (region.groups[language] for region in whole.regions)
        shared = pages.home(site, base, editions[language]), pages.all_organisations(site, base, regions)
        yield from _rendered(shared)
    yield urls.NOT_FOUND, pages.not_found(site, editions).encode()


def _shared_formats(site: Site, whole: Whole) -> Outputs:
    yield urls.redirects(), redirects.nginx_map(whole.moves, site.settings)
    for language in LANGUAGES:
        news = chain.from_iterable(edition.news[language] for edition in whole.editions)
        yield from atom.whole(site.scope(language), news)
    registers = (region.api for region in whole.regions)
    yield from public_data.shared((edition.api for edition in whole.editions), registers, site.settings)


def _listed(whole: Whole, written_by_hand: Iterable[str]) -> Iterable[sitemap.Address]:
    of_regions = (address for region in whole.regions for address in region.pages)
    of_campaigns = (address for edition in whole.editions for address in edition.pages)
    core = list(sitemap.whole(of_regions, of_campaigns))
    known = {path for path, _ in core}
    return [*core, *((path, None) for path in written_by_hand if path not in known)]


def addresses(parts: Iterable[Extract]) -> Iterator[str]:
    """Every page address of the core, in both languages."""
    whole = summaries.joined(parts)
    for path, _ in _listed(whole, ()):
        yield from (urls.in_language(path, language) for language in LANGUAGES)
    for part in parts:
        yield from part.moved
