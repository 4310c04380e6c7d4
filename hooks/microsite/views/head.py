"""The tags in a page's head: what a shared link shows, and what government websites must say.

A page of a list or a section is a column (栏目页), an activity or the document is a content page
(内容页): 国办发〔2017〕47号, annex, has its own tags for each. The time of publication is the one typed
in the data, as exact as it was typed.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..core import urls
from ..core.language import Language
from ..core.settings import Settings
from ..model.campaign import Campaign
from .page import Meta, Page, names
from .scope import Scope
from .share_cards import WIDE


@dataclass(frozen=True, slots=True)
class Head:
    """The tags of one page, and its picture for WeChat (``square``); both may be empty."""

    metas: tuple[Meta, ...]
    square: str


NOTHING = Head((), "")
"""Of a page that nobody shares."""


def column(settings: Settings, frame: Page, card_of: str = "") -> Head:
    """The tags of a column page; ``card_of`` is the page whose card it shows.

    Without it: the campaign's card on all pages of a campaign, else that of the home page.
    """
    home = frame.campaign.path if frame.campaign else urls.home(frame.language)
    told = _column(settings) if settings.government.is_given else ()
    return _head(settings, frame, card_of or home, home, told)


def article(scope: Scope, frame: Page, campaign: Campaign, title: str, card_of: str) -> Head:
    """The tags of a content page: an activity, or the document itself."""
    settings = scope.settings
    told = _content(scope, frame, campaign, title) if settings.government.is_given else ()
    return _head(settings, frame, card_of, card_of, told, title)


def _head(
    settings: Settings, frame: Page, card_of: str, square_of: str, told: tuple[Meta, ...], article: str = ""
) -> Head:
    """``article`` is the title of a content page, which stands alone where it is shared or read aloud."""
    title = article or frame.title.removesuffix(f" – {frame.site_name}")
    tags = _shared(settings, frame, title, urls.card(card_of), is_article=bool(article))
    return Head((*tags, *told), urls.card(square_of, is_square=True))


# --- what a shared link shows -------------------------------------------------------------------

_LOCALES: dict[Language, str] = {"zh": "zh_CN", "en": "en_GB"}


def _shared(settings: Settings, frame: Page, title: str, card: str, *, is_article: bool) -> tuple[Meta, ...]:
    """Open Graph (ogp.me) and Twitter's card tags, with full addresses of page and picture where the site knows its own."""
    properties = [
        ("og:type", "article" if is_article else "website"),
        ("og:title", title),
        ("og:description", frame.description),
        ("og:site_name", frame.site_name),
        ("og:locale", _LOCALES[frame.language]),
        *(("og:locale:alternate", other) for key, other in _LOCALES.items() if key != frame.language),
    ]
    by_name = [("twitter:card", "summary_large_image" if settings.site_url else "summary")]
    if settings.site_url:
        picture = settings.absolute(card)
        properties += [
            ("og:url", settings.absolute(frame.path)),
            ("og:image", picture),
            ("og:image:type", "image/png"),
            ("og:image:width", str(WIDE[0])),
            ("og:image:height", str(WIDE[1])),
            ("og:image:alt", title),
        ]
        by_name.append(("twitter:image", picture))
    return (*(Meta("property", key, content) for key, content in properties if content), *names(*by_name))


# --- government tags --------------------------------------------------------------------------


def _column(settings: Settings) -> tuple[Meta, ...]:
    government = settings.government
    return names(
        ("ColumnName", government.column_name),
        ("ColumnDescription", government.column_description),
        ("ColumnKeywords", government.column_keywords),
        ("ColumnType", government.column_type),
    )


def _content(scope: Scope, frame: Page, campaign: Campaign, title: str) -> tuple[Meta, ...]:
    """``ContentSource`` names the issuing bodies, in the order of the document's head."""
    document = campaign.document
    issuers = scope.listed(scope.full(body).plain for body in document.issuers.organisations)
    return names(
        ("ArticleTitle", title),
        ("PubDate", published(campaign)),
        ("ContentSource", issuers),
        ("Keywords", scope.settings.government.column_keywords),
        ("Description", frame.description),
        ("Url", frame.canonical),
    )


def published(campaign: Campaign) -> str:
    """``YYYY-MM-DD HH:MM`` as typed; the day alone where no time was typed, nothing where no day was."""
    document = campaign.document
    if document.published is None:
        return ""
    return f"{document.published.day.isoformat()} {document.published.time}".strip()
