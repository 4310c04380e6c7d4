"""The contents of a share card, and of the card to take away."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..core.dates import in_words
from ..core.language import Language
from ..model.activity import Activity
from ..model.campaign import Campaign
from ..model.organisations import Organisation, Region
from . import mosaic
from .activity import card, title_of
from .audience import Row
from .scope import Said, Scope, Time

SITE_COLOUR = "#24466b"
"""Ground of cards that belong to no campaign; the colour of the site's own pages."""

WIDE, SQUARE = (1200, 630), (600, 600)
"""Width and height of cards in pixels: for previews of links, and for WeChat."""


@dataclass(frozen=True, slots=True)
class Face:
    """What stands on a card. ``above`` and ``below`` are smaller lines, or empty.

    ``tiles`` is the mosaic of its campaign, a letter a square (L: larger), ``own`` the square that is lit. A card to take
    away has the lines ``told``, a ``number`` to call and an ``address`` for a camera.
    """

    title: str
    above: str
    below: str
    colour: str
    square: bool = False
    tiles: str = ""
    own: int = -1
    told: tuple[str, ...] = ()
    number: str = ""
    address: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.above, self.title, *self.told, self.below, self.number)


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
    settings, language = scope.settings, scope.language
    return _face(scope, settings.name(language), "", settings.owner(language), SITE_COLOUR)


def campaign(scope: Scope, campaign: Campaign) -> Face:
    theme, name = scope.say(campaign.theme.text).plain, scope.say(campaign.name).plain
    period = in_words.when(campaign.window, scope.language)
    return replace(_face(scope, name, theme, period, campaign.colour), tiles=_tiles(campaign))


def activity(scope: Scope, campaign: Campaign, activity: Activity) -> Face:
    """Title, edition, and when or by whom: the time as fuzzy as it is printed."""
    made = card(scope, campaign, activity)
    who = made.who if made.who and not made.who.bodies.everyone else None
    below = _joined(scope, made.when.words if made.when else "", f"{who.label}{scope.t('colon')}{who.words}" if who else "")
    title, name = title_of(scope, activity).plain, scope.say(campaign.name).plain
    own = campaign.activities.index(activity)
    return replace(_face(scope, title, name, below, campaign.colour), tiles=_tiles(campaign), own=own)


def _tiles(campaign: Campaign) -> str:
    return "".join("L" if tile.is_large else "s" for tile in mosaic.tiles(campaign))


MOST_TOLD = 4
"""Activities on a card to take away; of more the last line says how many."""


def takeaway(scope: Scope, campaign: Campaign, view: Said) -> Face:
    """The square picture for one audience: what is still to come on the day of the build, when, one number, and the address."""
    rows = tuple(each for each in (*view.own, *view.everyone) if not each.is_closed)
    rows = tuple(each for each in rows if not _is_over(scope, each)) or rows  # all over: a record
    shown = rows if len(rows) <= MOST_TOLD else rows[: MOST_TOLD - 1]
    told = [_told(row) for row in shown]
    if len(shown) < len(rows):
        told.append(scope.t("audience.card.rest", count=len(rows) - len(shown)))
    who, number = _called(scope, view)
    face = _face(scope, view.title, view.name.plain, who, campaign.colour)
    lines = tuple(_plain(each, scope.language) for each in told)
    return replace(face, square=True, told=lines, number=number, address=view.address)


def _called(scope: Scope, view: Said) -> tuple[str, str]:
    """Who is called, and the number; without one, whose website to ask."""
    if view.line:
        return view.line.body.name.plain, view.line.phone
    if view.helpline:
        return view.helpline.name.plain if view.helpline.name else "", view.helpline.phone
    return scope.t("activity.ask.site", name=view.asked[0].name.plain) if view.asked else "", ""


def _time(row: Row) -> Time | None:
    return row.card.when or (None if row.card.elsewhere else row.card.phase_when)


def _is_over(scope: Scope, row: Row) -> bool:
    time = _time(row)
    return bool(row.card.status or (time and time.end_last and time.end_last[:10] < scope.settings.as_of.isoformat()))


def _told(row: Row) -> str:
    time = _time(row)
    return " ".join(filter(None, (row.card.short.plain, time.words if time else row.card.elsewhere)))


def organisation(scope: Scope, region: Region, body: Organisation) -> Face:
    name = scope.full(body).plain
    return _face(scope, name, scope.of_register(region.name).plain, "", SITE_COLOUR)
