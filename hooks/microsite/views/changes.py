"""What changed in a campaign, in words: the one list that its page and its feed are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ..core import urls
from ..core.dates import in_words
from ..core.language import Text
from ..model import uids
from ..model.activity import Session, Update
from ..model.campaign import Campaign
from . import sessions
from .activity import title_of
from .scope import Said, Scope

MOST_OF_SESSIONS = 100
"""Changes of sessions that are told: the newest; a list does not grow with all sessions."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A change with the record it is about.

    ``name`` is permanent (``uids``). ``path`` leads to where it is told; where that is the page of
    changes itself, ``anchor`` is its place there. Of a withdrawal, ``text`` is the reason.
    """

    name: str
    on: date
    day: str
    about: Text
    text: Text
    path: str
    anchor: str
    material: bool
    is_withdrawal: bool = False


def changes_view(scope: Scope, campaign: Campaign) -> Said:
    """What changed since the notice, the newest first."""
    newest = sorted(entries(scope, campaign), key=lambda entry: entry.on, reverse=True)
    language, id_ = scope.language, campaign.id
    return scope.said(campaign, entries=newest, plan_path=urls.plan(language, id_), activities_path=urls.activities(language, id_))


def entries(scope: Scope, campaign: Campaign) -> Iterator[Entry]:
    """Every change in the order of the data: of the campaign, its activities, its contacts; withdrawals; sessions."""
    language, id_, name = scope.language, campaign.id, uids.campaign(campaign)
    here = urls.changes(language, id_)
    yield from _told(scope, campaign.updates, name, scope.say(campaign.name), here, is_here=True)
    for activity in campaign.activities:
        path, about = urls.activity(language, id_, activity.id), title_of(scope, activity)
        yield from _told(scope, activity.updates, uids.activity(campaign, activity), about, path)
    yield from _of_contacts(scope, campaign)
    yield from _withdrawals(scope, campaign)
    newest = sorted(_of_sessions(scope, campaign), key=lambda entry: entry.on, reverse=True)
    yield from newest[:MOST_OF_SESSIONS]


def _told(
    scope: Scope, updates: tuple[Update, ...], name: str, about: Text, page: str, *, is_here: bool = False
) -> Iterator[Entry]:
    for update in updates:
        yield Entry(
            name=f"{name}:{update.anchor}",
            on=update.on,
            day=in_words.day(update.on, scope.language),
            about=about,
            text=scope.say(update.text),
            path=f"{page}#{update.anchor}",
            anchor=update.anchor if is_here else "",
            material=update.material,
        )


def _of_contacts(scope: Scope, campaign: Campaign) -> Iterator[Entry]:
    """Changed lines; a line's changes have one place on the directory's page, at its body."""
    page = urls.contacts(scope.language, campaign.id)
    for contact in campaign.lines:
        body = contact.body.organisation
        place = f"{page}#{urls.anchor('contact', body.id)}"
        named = scope.t("feed.contact", name=scope.short(body).plain)
        about = Text(named, scope.language, scope.language)
        for entry in _told(scope, contact.updates, uids.contact(campaign, body), about, page):
            yield replace(entry, path=place)


def _of_sessions(scope: Scope, campaign: Campaign) -> Iterator[Entry]:
    """Sessions that were called off, put off, full or moved, of which the data says on which day."""
    for activity in campaign.activities:
        page = urls.activity(scope.language, campaign.id, activity.id)
        for name, session in uids.sessions(campaign, activity) if any(each.changed for each in activity.sessions) else ():
            if session.changed is not None:
                yield Entry(
                    name=f"{name}:{session.status or 'changed'}:{session.changed.isoformat()}",
                    on=session.changed,
                    day=in_words.day(session.changed, scope.language),
                    about=title_of(scope, activity),
                    text=_told_of(scope, session),
                    path=f"{page}#sessions",
                    anchor="",
                    material=True,
                )


def _told_of(scope: Scope, session: Session) -> Text:
    """When and where it is, what changed, and what its note says."""
    place = [text for text in sessions.where(scope, session)[:1] if text]
    place += [scope.say(session.title).plain] if session.title else []
    told = scope.t(f"session.{session.status}") if session.status else scope.t("session.changed")
    sentence = scope.t("feed.session", when=scope.t("comma").join([in_words.when(session.when.date, scope.language), *place]), told=told)
    note = scope.maybe(session.note)
    was = scope.t("time.changed", printed=session.when.was) if session.when.was else ""
    return Text(f"{sentence}{was}{note.plain if note else ''}".strip(), scope.language, scope.language)


def _withdrawals(scope: Scope, campaign: Campaign) -> Iterator[Entry]:
    """An activity that is gone; its page says the same."""
    for gone in campaign.withdrawn:
        yield Entry(
            name=f"{uids.campaign(campaign)}:withdrawn:{gone.id}",
            on=gone.on,
            day=in_words.day(gone.on, scope.language),
            about=scope.say(gone.title),
            text=scope.say(gone.reason),
            path=urls.activity(scope.language, campaign.id, gone.id),
            anchor="",
            material=True,
            is_withdrawal=True,
        )
