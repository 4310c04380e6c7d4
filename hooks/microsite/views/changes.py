"""What changed in a campaign, in words, the newest first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .. import format as words_for
from .. import urls
from ..language import Text
from ..model import Campaign
from .activity import UpdateView, updates
from .scope import Scope


@dataclass(frozen=True, slots=True)
class Entry:
    """A change with the record it is about; ``path`` leads to the change on the record's page."""

    update: UpdateView
    about: Text
    path: str


@dataclass(frozen=True, slots=True)
class ChangesView:
    """``began`` is the notice itself: the state that everything after it changes."""

    entries: tuple[Entry, ...]
    began: str
    began_day: str
    document_number: str
    plan_path: str


def view(scope: Scope, campaign: Campaign) -> ChangesView:
    entries = sorted(_entries(scope, campaign), key=lambda entry: entry.update.on, reverse=True)
    signed = campaign.document.signed
    return ChangesView(
        tuple(entries),
        words_for.day(signed, scope.language),
        signed.isoformat(),
        campaign.document.number,
        urls.plan(scope.language, campaign.id),
    )


def _entries(scope: Scope, campaign: Campaign) -> Iterator[Entry]:
    language, id_ = scope.language, campaign.id
    for update in updates(scope, campaign.updates):
        yield Entry(update, scope.say(campaign.name), urls.changes(language, id_))
    for activity in campaign.activities:
        path = urls.activity(language, id_, activity.id)
        for update in updates(scope, activity.updates):
            yield Entry(update, scope.say(activity.title), f"{path}#{update.anchor}")
    for contact in campaign.contacts.contacts if campaign.contacts else ():
        body = contact.body.organisation
        path = f"{urls.contacts(language, id_)}#{urls.anchor('contact', body.id)}"
        for update in updates(scope, contact.updates):
            yield Entry(update, scope.of_register(body.short), path)
