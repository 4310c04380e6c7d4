"""What a shared link shows: the words on its card, and the tags that point to it.

Open Graph (ogp.me) and Twitter's card tags name full addresses, so they carry an address and a
picture only where the site knows its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..core.dates import in_words
from ..core.language import Language
from ..core.settings import Settings
from ..model.campaign import Activity, Campaign, Organisation, Region
from .activity import title_of
from .scope import Scope

SITE_COLOUR = "#24466b"
"""Ground of cards that belong to no campaign; the colour of the site's own pages."""

LOCALES: dict[Language, str] = {"zh": "zh_CN", "en": "en_GB"}


@dataclass(frozen=True, slots=True)
class Face:
    """What stands on a card. ``above`` and ``below`` are smaller lines, or empty."""

    title: str
    above: str
    below: str
    colour: str
    square: bool = False


@dataclass(frozen=True, slots=True)
class Meta:
    """A tag of the head: ``attribute`` is ``name`` or ``property``."""

    attribute: str
    key: str
    content: str


@dataclass(frozen=True, slots=True)
class Shared:
    """What the tags of one page say."""

    path: str
    title: str
    description: str
    site_name: str
    card: str
    language: Language
    is_article: bool


# --- cards ------------------------------------------------------------------------------------


def _joined(scope: Scope, *parts: str) -> str:
    return scope.t("card.between").join(filter(None, parts))


def _face(scope: Scope, title: str, above: str, below: str, colour: str) -> Face:
    """A card says that it is an example where the site is one: it travels without its page."""
    banner = scope.settings.banner
    label = scope.t(f"{banner}.label") if banner else ""
    texts = (title, _joined(scope, label, above), below)
    title, above, below = (_plain(text, scope.language) for text in texts)
    return Face(title, above, below, colour)


def _plain(text: str, language: Language) -> str:
    """In the Chinese font curly marks are as wide as a character: English words get straight ones."""
    return text.translate(_STRAIGHT) if language == "en" else text


_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"'})


def home(scope: Scope) -> Face:
    settings, english = scope.settings, scope.language == "en"
    name = (settings.site_name_en if english else "") or settings.site_name
    who = (settings.organiser_en if english else "") or settings.organiser
    return _face(scope, name, "", who, SITE_COLOUR)


def campaign(scope: Scope, campaign: Campaign) -> Face:
    theme, name = scope.say(campaign.theme.text).plain, scope.say(campaign.name).plain
    period = in_words.when(campaign.window, scope.language)
    return _face(scope, name, theme, period, campaign.colour)


def activity(scope: Scope, campaign: Campaign, activity: Activity) -> Face:
    """Title, edition, and when or by whom: the time as fuzzy as it is printed."""
    when = scope.time(activity.when)
    bodies = activity.lead or activity.support
    who = "" if bodies.everyone else scope.listed(_short(scope, bodies.organisations), bodies.is_open)
    below = _joined(scope, when.words if when else "", who)
    title, name = title_of(scope, activity).plain, scope.say(campaign.name).plain
    return _face(scope, title, name, below, campaign.colour)


def _short(scope: Scope, bodies: tuple[Organisation, ...]) -> list[str]:
    return [scope.short(body).plain for body in bodies]


def organisation(scope: Scope, region: Region, body: Organisation) -> Face:
    name = scope.full(body).plain
    return _face(scope, name, scope.of_register(region.name).plain, "", SITE_COLOUR)


# --- tags -------------------------------------------------------------------------------------


def metas(settings: Settings, shared: Shared) -> tuple[Meta, ...]:
    """Open Graph and Twitter tags of one page."""
    language = shared.language
    properties = [
        ("og:type", "article" if shared.is_article else "website"),
        ("og:title", shared.title),
        ("og:description", shared.description),
        ("og:site_name", shared.site_name),
        ("og:locale", LOCALES[language]),
        *(("og:locale:alternate", other) for key, other in LOCALES.items() if key != language),
    ]
    names = [("twitter:card", "summary_large_image" if settings.site_url else "summary")]
    if settings.site_url:
        picture = settings.absolute(shared.card)
        properties += [
            ("og:url", settings.absolute(shared.path)),
            ("og:image", picture),
            ("og:image:type", "image/png"),
            ("og:image:width", "1200"),
            ("og:image:height", "630"),
            ("og:image:alt", shared.title),
        ]
        names.append(("twitter:image", picture))
    found = [Meta("property", *each) for each in properties] + [Meta("name", *each) for each in names]
    return tuple(meta for meta in found if meta.content)
