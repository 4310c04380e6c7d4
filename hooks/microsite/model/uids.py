"""What makes a record the same record for other programs: a name that never changes, and when it last did.

Calendars, feeds and search engines recognise a record by its name, whatever happens to its title,
its address or the site's own address; so the names are made of the permanent ids alone.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time

from ..core.settings import SHANGHAI
from .activity import Activity, Part, Session
from .campaign import Campaign, Phase
from .organisations import Organisation


def name(*ids: str) -> str:
    """A name made of ids (a URN's form, RFC 8141).

    >>> name("jiangxi-2022", "activity", "women")
    'urn:microsite:jiangxi-2022:activity:women'
    """
    return ":".join(("urn:microsite", *ids))


def campaign(record: Campaign) -> str:
    return name(_first(record))


def activity(parent: Campaign, record: Activity) -> str:
    return f"{campaign(parent)}:activity:{_first(record)}"


def part(parent: Campaign, of: Activity, record: Part) -> str:
    return f"{activity(parent, of)}:part:{_first(record)}"


def sessions(parent: Campaign, of: Activity) -> Iterator[tuple[str, Session]]:
    """Every session with its name; one whose words another has, too, is numbered."""
    seen: Counter[str] = Counter()
    of_activity = activity(parent, of)
    for record in of.sessions:
        own = f"{of_activity}:session:{session_key(record)}"
        seen[own] += 1
        yield f"{own}:{seen[own]}" if seen[own] > 1 else own, record


def session_key(record: Session) -> str:
    """What a session is called by in addresses: its id, or eight signs that follow from the words of its time and place.

    Not of its title, which an editor adds and corrects: a calendar would take that for another session.
    """
    where = record.place.text if record.place else record.area or ""
    return record.id or hashlib.sha256(f"{record.when.printed} {where}".encode()).hexdigest()[:8]


def phase(parent: Campaign, record: Phase) -> str:
    return f"{campaign(parent)}:phase:{_first(record)}"


def contact(parent: Campaign, of: Organisation) -> str:
    return f"{campaign(parent)}:contact:{_first(of)}"


def organisation(record: Organisation) -> str:
    return name("organisation", _first(record))


def _first(record: Campaign | Activity | Part | Phase | Organisation) -> str:
    """The id a record was first published with: giving it another one makes it no other record."""
    return record.first_id or record.id


def days_of(record: Activity) -> Iterator[date]:
    """The days on which something of an activity or of its sessions changed."""
    yield from (update.on for update in record.updates)
    yield from (each.changed for each in record.sessions if each.changed)


def days_of_all(campaign: Campaign) -> Iterator[date]:
    """The days on which anything of a campaign changed or was withdrawn."""
    yield from (update.on for updates in (campaign.updates, *(c.updates for c in campaign.lines)) for update in updates)
    yield from (day for each in campaign.activities for day in days_of(each))
    yield from (gone.on for gone in campaign.withdrawn)


def last_told(parent: Campaign, days: Iterable[date]) -> date | None:
    """The last of the days of changes, else that of the notice; None where none is known."""
    document = parent.document
    published = document.published.day if document.published else None
    return max(days, default=document.signed or published)


def last_change(parent: Campaign, days: Iterable[date]) -> date:
    """The same for formats that ask for a day: without one, the first possible day of the campaign."""
    return last_told(parent, days) or parent.window.earliest or date(parent.year, 1, 1)


def moment(day: date) -> datetime:
    """The beginning of a day where the campaigns are, for formats that ask for a time of day.

    >>> moment(date(2024, 5, 27)).isoformat()
    '2024-05-27T00:00:00+08:00'
    """
    return datetime.combine(day, time(), SHANGHAI)
