"""The page of one audience: what is made for it, then what everybody may join."""

from __future__ import annotations

from dataclasses import dataclass

from ..core import urls
from ..model.activity import Activity
from ..model.campaign import Campaign
from ..model.organisations import Organisation
from . import mosaic
from .activity import Card, asked_of, card, lines_of, one_place, tag
from .cite import qr
from .lines import ContactLine, helpline
from .mosaic import EVERYONE
from .scope import BodyLink, Listing, Said, Scope


@dataclass(frozen=True, slots=True)
class Row:
    """An activity with what one needs to go there; ``line`` is the first number to call, without one ``asked`` is whom to ask.

    ``is_closed``: the public may not come, though it is for this audience.
    """

    card: Card
    where: Listing
    line: ContactLine | None
    asked: tuple[BodyLink, str | None] | None
    is_closed: bool


def audience_view(scope: Scope, campaign: Campaign, code: str) -> Said:
    """``own`` are made for this audience, ``everyone`` are open to all; both keep the order of the plan, but what is closed stands last.

    ``helpline`` is the one number for the card that is taken away; without it ``line``, one that is for every matter if there
    is any, or the website of ``asked``. Deaf people get a ``line`` with an email address first.
    ``address`` and ``qr`` are empty where the site does not know its own.
    """
    return scope.once(("audience", campaign.id, code), lambda: _audience_view(scope, campaign, code))


def _audience_view(scope: Scope, campaign: Campaign, code: str) -> Said:
    made = (_row(scope, campaign, each) for each in campaign.activities if code in each.audiences)
    own = tuple(sorted(made, key=lambda row: row.is_closed))  # what one may come to stands first
    others = () if code == EVERYONE else _open(scope, campaign, code)
    general = helpline(scope, campaign)
    lines = [row.line for row in (*own, *others) if row.line and not row.is_closed]
    lines = [each for each in lines if not general or (code == "deaf" and each.email)]
    for_all = [each for each in lines if not each.first.numbers[0].note] or lines
    path = urls.audience(scope.language, campaign.id, code)
    address = scope.settings.absolute(path)
    return scope.said(
        campaign,
        tag=tag(scope, "audience", code),
        title=title(scope, code),
        lead=_lead(scope, sum(not row.is_closed for row in own), len(others)),
        tiles=mosaic.tiles(campaign),
        own=own,
        everyone=others,
        line=next(iter(for_all), None),
        helpline=general,
        asked=next((row.asked for row in (*own, *others) if row.asked and row.asked[1]), None),
        address=address if scope.settings.site_url else "",
        qr=qr(address) if scope.settings.site_url else "",
        picture=urls.card(path, is_square=True),
        activities_path=urls.activities(scope.language, campaign.id),
        contacts_path=urls.contacts(scope.language, campaign.id) if campaign.contacts else "",
    )


def title(scope: Scope, code: str) -> str:
    """What the page is called: 适合老年人的活动 / Activities for older people."""
    if code == EVERYONE:
        return scope.t("audience.title.everyone")
    label = scope.t(f"audience.{code}")
    return scope.t("audience.title", name=label[:1].lower() + label[1:])


def _open(scope: Scope, campaign: Campaign, code: str) -> tuple[Row, ...]:
    """What is open to everybody and not named for this audience already."""
    listed = (each for each in campaign.activities if EVERYONE in each.audiences and code not in each.audiences)
    return tuple(_row(scope, campaign, each) for each in listed)


def _row(scope: Scope, campaign: Campaign, activity: Activity) -> Row:
    return scope.once(("row", campaign.id, activity.id), lambda: _row_of(scope, campaign, activity))


def _lead(scope: Scope, own: int, others: int) -> str:
    if not others:
        return scope.t("count.activities", count=own)
    return scope.t("audience.lead", own=own, others=others) if own else scope.t("audience.lead.none", others=others)


def _row_of(scope: Scope, campaign: Campaign, activity: Activity) -> Row:
    places = activity.venues if activity.venues.items else activity.places
    where = scope.names(places) or one_place(scope, activity) or _towns(scope, activity)
    return row_of(scope, campaign, activity, card(scope, campaign, activity), where)


def _towns(scope: Scope, activity: Activity) -> Listing:
    """The first cities of its sessions."""
    towns = tuple({each.town.id: scope.of_register(each.town.name) for each in activity.sessions if each.town}.values())
    return Listing(towns[:3], len(towns) > 3)


def row_of(
    scope: Scope, campaign: Campaign, activity: Activity, made: Card, where: Listing, here: tuple[Organisation, ...] = ()
) -> Row:
    """An activity, by its card and its places, with the first number to call: of those ``here`` before any other."""
    near, others = lines_of(scope, campaign, activity, here)
    line = next((each for each in (*near, *others) if each.phone and not _is_of_another(scope, campaign, activity, each)), None)
    asked = None if line else next(iter(asked_of(scope, campaign, activity, here)), None)
    return Row(made, where, line, asked, activity.open_to_public is False)


def _is_of_another(scope: Scope, campaign: Campaign, activity: Activity, line: ContactLine) -> bool:
    """Whether the note of the number to call first names another activity of the campaign (手机课堂报名)."""
    note = str(line.first.numbers[0].note or "").casefold()
    named = [each.id for each in campaign.activities if note and any(name in note for name in _names(scope, each))]
    return bool(named) and activity.id not in named


def _names(scope: Scope, activity: Activity) -> list[str]:
    return [str(scope.say(words)).casefold() for words in (activity.title, activity.short_title) if words]
