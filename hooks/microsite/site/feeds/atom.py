"""What changes, to be followed (Atom, RFC 4287): one feed for each campaign and one for the whole site.

An entry is a change that matters to readers, told in the data in words; the first one is the notice
itself, where its day is known. Names are made of ids and days of the data alone: moving the
site to another address brings back nothing as new. The library writes the XML; it knows summaries
as HTML only, so plain words are escaped before they are handed to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from feedgenerator import Atom1Feed  # type: ignore[import-untyped]
from markupsafe import escape

from ...core import urls
from ...core.language import TAGS, Language
from ...model import uids
from ...model.campaign import Campaign
from ...views import changes
from ...views.scope import Scope


@dataclass(frozen=True, slots=True)
class Entry:
    """News: its permanent name, its day, of what, what, and the page (with fragment) that tells it."""

    name: str
    on: date
    about: str
    text: str
    path: str


def files(base: Scope) -> Iterator[tuple[str, bytes]]:
    """The feed of each campaign in one language."""
    language = base.language
    for campaign in base.data.plan.campaigns:
        scope = base.of_campaign(campaign)
        news = newest_first(entries(scope, campaign))
        page, name = urls.campaign(language, campaign.id), f"{uids.campaign(campaign)}:changes"
        begun = uids.last_change(campaign, ())
        yield urls.feed(page), feed(scope, page, scope.say(campaign.name).plain, name, news, begun)


def whole(scope: Scope, news: Iterable[Entry]) -> Iterator[tuple[str, bytes]]:
    """The feed of the whole site; one without campaigns has no news and no feed."""
    if everything := newest_first(news):
        page = urls.home(scope.language)
        yield urls.feed(page), feed(scope, page, "", uids.name("changes"), everything, everything[0].on)


def newest_first(news: Iterable[Entry]) -> list[Entry]:
    """By day; news of one day keep the order of the data."""
    return sorted(news, key=lambda entry: entry.on, reverse=True)


# --- what there is to tell --------------------------------------------------------------------


def entries(scope: Scope, campaign: Campaign) -> Iterator[Entry]:
    """Every change that matters to readers, and the notice itself.

    The others count too, so that a name never goes over to another update.
    """
    for change in changes.entries(scope, campaign):
        if change.material:
            yield _entry(scope, change)
    document = campaign.document
    if document.signed and document.title:
        name = _in(f"{uids.campaign(campaign)}:notice", scope.language)
        issued = scope.t("feed.notice", number=document.number) if document.number else ""
        yield Entry(name, document.signed, scope.say(document.title).plain, issued, urls.plan(scope.language, campaign.id))


def _entry(scope: Scope, change: changes.Entry) -> Entry:
    text = change.text.plain
    told = scope.t("feed.withdrawn", reason=text) if change.is_withdrawal else text
    return Entry(_in(change.name, scope.language), change.on, change.about.plain, told, change.path)


def _in(name: str, language: Language) -> str:
    """The wording in each language is an entry of its own."""
    return f"{name}:{language}"


# --- the file ---------------------------------------------------------------------------------


def feed(scope: Scope, page: str, about: str, name: str, news: list[Entry], begun: date) -> bytes:
    """A feed for the page it lies beside; ``begun`` is the day of one that has no news yet. Without a known address of the site
    all links are relative to the feed itself (RFC 4287, 2)."""
    site, organiser = scope.settings.name(scope.language), scope.settings.owner(scope.language)
    title = about or site or scope.t("nav.home")
    made = Atom1Feed(
        title=scope.t("feed.title", name=title),
        link=_link(scope, page, page),
        description=None,
        language=TAGS[scope.language],
        author_name=organiser or site or title,
        feed_url=_link(scope, page, urls.feed(page)),
        feed_guid=_in(name, scope.language),
    )
    if not news:
        made.latest_post_date = lambda: uids.moment(begun)  # the library would ask the clock
    for entry in news:
        moment = uids.moment(entry.on)
        made.add_item(
            title=scope.t("colon").join(filter(None, (entry.about, entry.text))),
            link=_link(scope, page, entry.path),
            description=str(escape(entry.text)),
            pubdate=moment,
            updateddate=moment,
            unique_id=entry.name,
        )
    return f"{made.writeString('utf-8')}\n".encode()


def _link(scope: Scope, page: str, path: str) -> str:
    if scope.settings.site_url:
        return scope.settings.absolute(path)
    return urls.root(page) + path
