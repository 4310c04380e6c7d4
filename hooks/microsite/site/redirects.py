"""Redirects from former addresses: where a record went, or why it is gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from ..checks import permalinks
from ..checks.permalinks import Move
from ..core import urls
from ..core.language import LANGUAGES, Language, Text
from ..core.settings import Settings
from ..model.campaign import Campaign, Withdrawn
from ..views import press
from ..views.page import page
from ..views.scope import Said, Scope
from .feeds import jsonld, placeholders
from .pages import Rendered, Site, published, rendered


def moves(site: Site) -> tuple[Move, ...]:
    return permalinks.moves(site.data.plan, (line.answer for line in site.data.published))


def paths(site: Site) -> Iterator[str]:
    """The addresses of these pages, in both languages."""
    found = [move.old for move in moves(site)]
    for campaign in site.data.plan.campaigns:
        found += (urls.activity("zh", campaign.id, gone.id) for gone in campaign.withdrawn)
        if _contacts_are_gone(site, campaign):
            found.append(urls.contacts("zh", campaign.id))
    for language in LANGUAGES:
        yield from (urls.in_language(path, language) for path in found)


def all_pages(site: Site) -> Iterator[Rendered]:
    """Every such page in both languages, and the files of that kind (as text)."""
    listed = moves(site)
    for language in LANGUAGES:
        base = site.scope(language)
        names = dict(_names(site, base))
        for move in listed:
            yield _redirect(site, base, move, names.get(move.new, move.new))
        for campaign in site.data.plan.campaigns:
            scope = base.of_campaign(campaign)
            for gone in campaign.withdrawn:
                yield _withdrawn(site, scope, campaign, gone)
            if _contacts_are_gone(site, campaign):
                yield _gone(site, scope, campaign, urls.contacts(language, campaign.id), scope.t("contacts.title"), None)
        for path, content in placeholders.all_files(base):
            yield path, content.decode()


# --- elsewhere --------------------------------------------------------------------------------


def _names(site: Site, base: Scope) -> Iterator[tuple[str, Text]]:
    """What the pages that are led to are called, by their Chinese addresses: bodies, activities, else their campaign."""
    kept = published(site)
    for region in site.data.plan.regions.values():
        regional = base.of_region(region)
        for body in region.organisations:
            yield urls.organisation("zh", body.id), regional.say(body.name)
    for campaign in site.data.plan.campaigns:
        scope = base.of_campaign(campaign)
        titles = {f"{campaign.id}/{each.id}": each.title for each in campaign.activities}
        titles |= {f"{campaign.id}/{each.id}": each.title for each in campaign.withdrawn}
        for path, meaning in permalinks.pages_of(campaign, campaign.id, kept):
            yield path, scope.say(titles.get(meaning.partition(" ")[2], campaign.name))


def _redirect(site: Site, scope: Scope, move: Move, name: Text | str) -> Rendered:
    path, target = (urls.in_language(each, scope.language) for each in (move.old, move.new))
    frame = page(scope, path, f"{scope.t('moved.title')}{scope.t('colon')}{name}", scripts=("redirect.js",))
    canonical = site.settings.absolute(target) if site.settings.site_url else f"{frame.root}{target}"
    frame = replace(frame, canonical=canonical, alternates=())
    return rendered(site, "redirect.html", frame, target=target, name=name)


def nginx_map(listed: Iterable[Move], settings: Settings) -> bytes:
    """The same for a web server that can redirect by itself (nginx, ngx_http_map_module)."""
    base, listed = settings.base_path, tuple(listed)
    lines = ["# map $uri $moved { include redirects.map; }   if ($moved) { return 301 $moved; }"]
    for language in LANGUAGES:
        for move in listed:
            old, new = (f"{base}{urls.in_language(each, language)}" for each in (move.old, move.new))
            lines.append(f'"{old}" "{new}";')
    return ("\n".join(lines) + "\n").encode()


def folders(site: Site) -> dict[str, list[str]]:
    """The former folders of each folder that has one, as Chinese addresses."""
    found: dict[str, list[str]] = {}
    for move in moves(site):
        if not move.old.startswith(("a/", "embed/")):
            found.setdefault(move.new, []).append(move.old)
    return found


def former_paths(former: Mapping[str, list[str]], path: str) -> Iterator[str]:
    """Where a file was before: a calendar that somebody follows cannot be redirected by a page.

    >>> list(former_paths({"jx/quiz/": ["jx/contest/"]}, "en/jx/quiz/calendar.ics"))
    ['en/jx/contest/calendar.ics']
    """
    folder, _, name = path.rpartition("/")
    language: Language = "en" if path.startswith("en/") else "zh"
    for old in former.get(urls.in_language(f"{folder}/", "zh"), ()):
        yield f"{urls.in_language(old, language)}{name}"


# --- gone -------------------------------------------------------------------------------------


def _withdrawn(site: Site, scope: Scope, campaign: Campaign, gone: Withdrawn) -> Rendered:
    title = scope.t("withdrawn.title", title=scope.say(gone.title).plain)
    return _gone(site, scope, campaign, urls.activity(scope.language, campaign.id, gone.id), title, scope.said(gone))


def _contacts_are_gone(site: Site, campaign: Campaign) -> bool:
    """The contacts were published once, and the file with them is not here any more."""
    return campaign.contacts is None and f"contacts {campaign.id}" in published(site)


def _gone(site: Site, scope: Scope, campaign: Campaign, path: str, title: str, gone: Said | None) -> Rendered:
    """What stood here, and whom to ask; nobody says since when and why contacts are ``gone``."""
    frame = page(scope, path, f"{title} – {scope.say(campaign.name).plain}", campaign=campaign)
    data = jsonld.script([jsonld.breadcrumbs(frame, scope.t)])
    body, lines = press.contact_body(campaign), press.lines(scope, campaign)
    asked, onward = scope.body(body) if body else None, urls.activities(scope.language, campaign.id)
    return rendered(site, "withdrawn.html", frame, data=data, gone=gone, onward=onward, asked=asked, lines=lines)
