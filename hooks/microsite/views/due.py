"""What is due, by when and to whom; and times that no longer hold."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import replace

from ..core.dates.in_words import unplanned
from ..model.activity import Activity, Deadline
from ..model.campaign import Campaign
from .lines import contact_line
from .scope import Said, Scope, Time, around


def once_planned(scope: Scope, activity: Activity, when: Time | None) -> Time | None:
    """A time that no longer holds says so, because its activity was cancelled, or postponed to a day not known yet."""
    if when is None or activity.status is None or when.is_changed or when.is_undated:
        return when
    return replace(when, words=scope.t("when.was", when=unplanned(when.words)))


def heading(deadlines: Iterable[Said]) -> str:
    """What stands over them, ``due``, ``opens`` or ``opens-due``: some may say when something opens."""
    opens = {bool(each.opens) for each in deadlines}
    return "opens-due" if len(opens) > 1 else "opens" if True in opens else "due"


def in_words(scope: Scope, deadline: Said) -> str:
    """Who has to hand in what to whom, behind the time."""
    before, after = deadline.around
    return f"{deadline.who}{before}{deadline.what}{after}"


def due(scope: Scope, campaign: Campaign, deadline: Deadline, activity: Activity, near: Container[str] | None = None) -> Said:
    """A deadline of an activity; of one that is off a browser cannot tell whether it is over.

    ``lines`` are the numbers of those to whom something is handed in, without the bodies whose numbers stand ``near``; in a list
    of what is due for many there are none.
    """
    when = once_planned(scope, activity, scope.time(deadline.due))
    bodies = [body for body in campaign.addressees([deadline]) if body.id not in near] if near is not None else []
    asked = [line for body in bodies if (line := campaign.contacts.line_of(body))] if campaign.contacts else []
    lines = tuple(contact_line(scope, campaign, line) for line in asked)
    if when and activity.status:
        when = replace(when, start_first="", start_last="", end_first="", end_last="", dates="")
    return scope.said(deadline, due=when, lines=lines, around=around(scope, deadline))
