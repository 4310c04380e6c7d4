"""sitemap.xml (sitemaps.org 0.9) with the alternates of each page, and robots.txt (RFC 9309).

Dates come from the data only; a page whose date is not known carries none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from ...checks import permalinks
from ...core import urls
from ...core.language import LANGUAGES, TAGS
from ...core.settings import Settings
from ...model import uids
from ...model.campaign import Campaign
from ...model.organisations import Region

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"

Address = tuple[str, date | None]
"""A page's Chinese address and the day of its last change, if the data knows it."""


def whole(regions: Iterable[Address], campaigns: Iterable[Address]) -> Iterator[Address]:
    """Every page of the core by its Chinese address: those of no campaign, of bodies, of campaigns."""
    listed = tuple(campaigns)
    newest = max((day for _, day in listed if day is not None), default=None)
    yield urls.home("zh"), newest
    yield urls.organisations("zh"), newest
    yield from regions
    yield from listed


def of_region(region: Region, campaigns: Iterable[Campaign]) -> Iterator[Address]:
    days = (uids.last_told(each, uids.days_of_all(each)) for each in campaigns)
    day = max(filter(None, days), default=None)
    for body in region.organisations:
        yield urls.organisation("zh", body.id), day


def of_campaign(campaign: Campaign) -> Iterator[Address]:
    """The pages of a campaign that people look for: frames, former ids and withdrawn activities are none."""
    day = uids.last_told(campaign, uids.days_of_all(campaign))
    activities = {urls.activity("zh", campaign.id, each.id): each for each in campaign.activities}
    for path, meaning in permalinks.pages_of(campaign, campaign.id):
        if path in activities:
            yield path, uids.last_told(campaign, uids.days_of(activities[path]))
        elif not meaning.startswith(("activity ", "embed ")):
            yield path, day


def sitemap(listed: Iterable[Address], settings: Settings) -> bytes:
    """Both languages of every page; addresses are full ones (the format asks for them)."""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<urlset xmlns="{_SITEMAP}" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
    ]
    for path, day in listed:
        lines += _entries([(TAGS[each], settings.absolute(urls.in_language(path, each))) for each in LANGUAGES], day)
    return ("\n".join([*lines, "</urlset>"]) + "\n").encode()


def _entries(addresses: list[tuple[str, str]], day: date | None) -> Iterator[str]:
    """A page in each language, each with all of them beside it."""
    lines = [f"  <lastmod>{day.isoformat()}</lastmod>"] if day is not None else []
    for tag, address in addresses:
        lines.append(f'  <xhtml:link rel="alternate" hreflang="{tag}" href={quoteattr(address)}/>')
    for _, address in addresses:
        yield from (f" <url><loc>{escape(address)}</loc>", *lines, " </url>")


def robots(settings: Settings) -> bytes:
    """An example site asks not to be indexed; an official one names its sitemap."""
    if settings.banner:
        return b"User-agent: *\nDisallow: /\n"
    lines = ["User-agent: *", "Allow: /"]
    if settings.site_url:
        lines.append(f"Sitemap: {settings.absolute('sitemap.xml')}")
    return ("\n".join(lines) + "\n").encode()
