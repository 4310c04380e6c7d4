"""A site made by the core alone, without MkDocs: its files by address, as a reader would get them."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import lxml.html

from microsite.build import outputs, summaries
from microsite.core import urls
from microsite.core.language import LANGUAGES, Language
from microsite.core.settings import Settings
from microsite.loading import data_folder
from microsite.loading.data_folder import Data
from microsite.loading.translations import Interface
from microsite.site import pages
from microsite.site.pages import Site
from microsite.site.render import Renderer
from microsite.views.scope import Scope

ROOT = Path(__file__).parent.parent
BASE = "/ztzl/"
SITE_URL = f"https://www.example.gov.cn{BASE}"
NAMES_SHOWN, NAMES_GONE = date(2022, 12, 31), date(2023, 1, 1)
"""The last day on which the names of the Jiangxi contacts are published, and the next."""


@cache
def real_data(as_of: date = NAMES_GONE) -> Data:
    """The two plans of the repository."""
    return data_folder.folder(ROOT / "data", as_of)


def site(data: Data, **settings: object) -> Site:
    given = {"site_name": "数字素养与技能", "site_url": SITE_URL, "as_of": NAMES_GONE, **settings}
    return Site(data, Settings(**given), _interfaces(), Renderer(ROOT / "overrides" / "microsite"))


@cache
def _interfaces() -> dict[Language, Interface]:
    return {language: data_folder.interface(language) for language in LANGUAGES}


def everything(of: Site) -> dict[str, bytes]:
    """Every file of a site, by its path; the share cards are left blank, which is much quicker."""
    return dict(outputs.site(of, [], paint=lambda _: b""))


def html(of: Site) -> dict[str, str]:
    """The pages alone."""
    shared = outputs._shared_pages(of, summaries.joined([summaries.summarise(of)]))
    made = {urls.file(path): content for path, content in pages.all_pages(of)}
    return {**made, **{path: content.decode() for path, content in shared}}


def formats(data: Data, **settings: object) -> dict[str, bytes]:
    """The files for other programs alone."""
    of = site(data, **settings)
    shared = outputs._shared_formats(of, summaries.joined([summaries.summarise(of)]))
    return {**dict(outputs.formats(of)), **dict(shared)}


def scope(data: Data, language: str = "zh", **settings: object) -> Scope:
    """The way the first campaign is told in a language."""
    return site(data, **settings).scope(language).of_campaign(data.plan.campaigns[0])


def lines(files: dict[str, str], path: str, place: str) -> list[str]:
    """The lines below a heading of a page."""
    (section,) = lxml.html.fromstring(files[path]).xpath(f"//section[@aria-labelledby='{place}']")
    return [" ".join(each.text_content().split()) for each in section.iter("p", "li")]
