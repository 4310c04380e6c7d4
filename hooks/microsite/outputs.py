"""Everything the public site consists of: addresses and contents, one at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from . import assets, cards, load, materials, moved, pages, urls
from .cards import Paint
from .feeds import api, atom, editions, ical, search, sitemap, table, vcard
from .language import LANGUAGES
from .pages import Site


@dataclass(frozen=True, slots=True)
class Output:
    """One file of the site; ``path`` is relative to the site's root and uses slashes."""

    path: str
    content: bytes


REPLACED = frozenset({"index.html", "en/index.html", "404.html", "sitemap.xml", "robots.txt"})
"""Files that the host writes too, and that the core's own take the place of."""


def addresses(site: Site) -> Iterator[str]:
    """Every page address of the core, in both languages, without rendering anything."""
    for path, _ in sitemap.addresses(site.data.plan):
        for language in LANGUAGES:
            yield urls.in_language(path, language)
    yield from moved.paths(site)


def site(site: Site, written_by_hand: Iterable[str], paint: Paint | None = None) -> Iterator[Output]:
    """All outputs; ``written_by_hand`` are the Chinese addresses of the pages of docs/.

    ``paint`` draws the share cards; that of a build remembers those drawn before.
    """
    drawn = paint or cards.Painter(load.card_font())
    for path, html in pages.all_pages(site):
        yield Output(urls.file(path), html.encode())
    for path, html in moved.all_pages(site):
        yield Output(urls.file(path), html.encode())
    for path, html in materials.all_pages(site):
        yield Output(urls.file(path), html.encode())
    yield Output("404.html", pages.not_found(site).encode())
    yield from _assets(site)
    former = moved.folders(site)
    for made in _feeds(site):
        yield made
        yield from (Output(path, made.content) for path in moved.former_paths(former, made.path))
    for path, face in cards.faces(site):
        yield Output(path, drawn(face))
    core = list(sitemap.addresses(site.data.plan))
    known = {path for path, _ in core}
    by_hand = [(path, None) for path in written_by_hand if path not in known]
    yield Output("sitemap.xml", sitemap.sitemap([*core, *by_hand], site.settings))
    yield Output("robots.txt", sitemap.robots(site.settings))


def _assets(site: Site) -> Iterator[Output]:
    for path, content in assets.all_assets():
        yield Output(path, content)
    campaigns = site.data.plan.campaigns
    for campaign in campaigns:
        yield Output(urls.theme(campaign.id), assets.campaign_colours(campaign).encode())
    every = "".join(assets.campaign_colours(c, f".ms-edition--{c.id}") for c in campaigns)
    yield Output(urls.asset("colours/editions.css"), every.encode())


def _feeds(site: Site) -> Iterator[Output]:
    yield Output(urls.editions(), editions.index(site.data))
    yield Output(urls.redirects(), moved.nginx_map(site))
    for language in LANGUAGES:
        speaker = site.speaker(language)
        for campaign in site.data.plan.campaigns:
            content = search.index(speaker.campaign(campaign), campaign)
            yield Output(urls.finder_index(language, campaign.id), content)
    for path, content in _formats(site):
        yield Output(path, content)


def _formats(site: Site) -> Iterator[tuple[str, bytes]]:
    """What other programs read: calendars, news, tables, data, address cards."""
    for language in LANGUAGES:
        speaker = site.speaker(language)
        yield from ical.files(speaker)
        yield from atom.files(speaker)
        yield from table.files(speaker)
    yield from api.files(site.data, site.settings)
    for campaign in site.data.plan.campaigns:
        yield from vcard.files(campaign)
