"""One activity: as a card in a list, and as a page of its own."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, replace

from ..core import urls
from ..core.dates import in_words
from ..core.dates.fuzzy import FuzzyDate, Slot, together
from ..core.language import Text
from ..model import file_kinds
from ..model.activity import Activity, Attachment, Part, Results, Session
from ..model.campaign import Campaign, Phase
from ..model.choices import CALLED_OFF, PART
from ..model.organisations import BodyList, Organisation
from ..model.places import Venue
from ..model.values import Words
from ..model.when import When
from . import attendance
from .due import due, once_planned
from .lines import ContactLine, contact_line, helpline, year_of
from .mosaic import EVERYONE
from .scope import Bodies, BodyLink, Listing, Said, Scope, Time


@dataclass(frozen=True, slots=True)
class Tag:
    """A code of the data with its words: an audience, a form, a kind."""

    code: str
    label: str


@dataclass(frozen=True, slots=True)
class Who:
    """Who runs an activity, or a part of it: as what, the bodies, and these in words."""

    label: str
    bodies: Bodies
    words: str


Card = Said
"""An activity in a list. Its kind, audiences, form and status are tags, whose codes are for filters.

``phase_when`` is the time of its phase: somewhere in it, nobody knows when, the activity takes place; ``in_phase``
says so. ``elsewhere``: that its parts or sessions have times of their own, where ``when`` cannot say from when to when.
``who`` is None where it names nobody.
``status`` is set where it was cancelled or postponed: then no time of it is to be called on or coming.
"""


def tag(scope: Scope, group: str, code: str) -> Tag:
    return Tag(code, scope.t(f"{group}.{code}"))


def title_of(scope: Scope, activity: Activity, words: Words | None = None) -> Text:
    """The title, or other words for it, as it stands anywhere: a cancelled or postponed activity says so first."""
    said = scope.say(words or activity.title)
    if activity.status is None:
        return said
    return replace(said, plain=scope.t(f"calendar.{activity.status}", title=said.plain))


def card(scope: Scope, campaign: Campaign, activity: Activity) -> Card:
    return scope.once(("card", activity.id), lambda: card_of(scope, campaign, activity))


def card_of(scope: Scope, campaign: Campaign, activity: Activity) -> Card:
    phase = campaign.phase(activity.phase)
    return scope.said(
        activity,
        title=title_of(scope, activity),
        short=_short(scope, activity),
        path=urls.activity(scope.language, campaign.id, activity.id),
        kind=tag(scope, "kind", activity.kind) if activity.kind else None,
        audiences=tuple(tag(scope, "audience", code) for code in activity.audiences),
        form=tag(scope, "form", activity.form) if activity.form else None,
        when=once_planned(scope, activity, _when(scope, campaign, activity)),
        phase=scope.say(phase.name) if phase else None,
        phase_id=phase.id if phase else "",
        phase_when=once_planned(scope, activity, _somewhere_in(scope.time(phase.when))) if phase else None,
        in_phase=_told_in_phase(scope, activity, phase) if phase else "",
        elsewhere=scope.t("when.elsewhere") if activity.has_times else "",
        who=_who(scope, *activity.run_by),
        status=tag(scope, "status", activity.status) if activity.status else None,
    )


def _who(scope: Scope, role: str, bodies: BodyList) -> Who | None:
    return Who(scope.t(f"role.{role}"), scope.bodies(bodies), scope.bodies_in_words(bodies)) if role else None


def _when(scope: Scope, campaign: Campaign, activity: Activity) -> Time | None:
    """When it is; of what is off with all of its sessions, that it is, and nothing for a browser to tell."""
    when, own = activity.time, activity.on
    if when is None:
        return None
    time, period = scope.time(replace(when, date=replace(when.date, dates=_few(when.date)))), scope.time(campaign.period)
    assert time is not None
    said = time.words if when.date.text else _between(scope, activity, when.date)
    if own and activity.others:
        said = scope.t("when.also", when=in_words.when(own.date, scope.language), others=_besides(scope, activity))
    if when.date.kind == "window" and when.date.text and period:
        time = replace(time, within=period.words, dates=_held(scope, activity, when))
    if activity.is_off:
        off = scope.t("brackets", text=scope.t(f"session.{activity.state}"))
        return replace(time, words=said + off, printed=when.printed or said + off, start_first="", end_first="", dates="")
    return replace(time, words=said, printed=when.printed or said)


def _held(scope: Scope, activity: Activity, when: When) -> str:
    """The dates of its sessions for a browser, where its own words name no days (活动期间) and each session does."""
    whole = together([each.when.date for each in activity.sessions if each.status not in CALLED_OFF])
    said = scope.time(replace(when, date=replace(whole, dates=_few(whole)))) if whole else None
    return said.dates if said else ""


def _few(when: FuzzyDate) -> tuple[Slot, ...]:
    """Dates for a browser, which can tell of very many that were worked out only that there are more to come."""
    return when.dates if when.text or len(when.dates) <= MOST_DATES else (when.dates[0], when.dates[-1])


def _days(scope: Scope, when: FuzzyDate) -> str:
    """From the first to the last day."""
    end = when.end or when.start
    if when.dates and in_words.is_overnight(when.dates[-1]):
        end = replace(when.dates[-1][0], at=None, half="")
    return in_words.when(replace(when, kind="point" if when.start == end else "span", end=end, dates=()), scope.language)


def _between(scope: Scope, activity: Activity, when: FuzzyDate) -> str:
    """From the first to the last day of its sessions or its parts, and whether there are some whose day is not known."""
    days = _days(scope, when)
    if when.kind == "from":
        return scope.t("when.others", when=days)
    if any(part.when for part in activity.parts):
        return scope.t("when.parts", when=days)
    count = sum(max(1, len(each.date.dates)) for each in activity.others)
    if count == 1:
        return in_words.when(activity.others[0].date, scope.language)
    return scope.t("when.sessions", when=days, count=count) if when.is_exact else days


def _besides(scope: Scope, activity: Activity) -> str:
    """The days of sessions that are not on those of their activity."""
    slots = [slot for each in activity.others for slot in each.date.slots]
    days = tuple({slot[0].earliest: slot for slot in sorted(slots, key=lambda slot: slot[0].earliest)}.values())
    if 0 < len(days) <= NEAR and all(each.date.slots for each in activity.others):
        return in_words.dates(days, scope.language)
    whole = together([each.date for each in activity.others])
    return _days(scope, whole) if whole else scope.t("when.elsewhere")


def _told_in_phase(scope: Scope, activity: Activity, phase: Phase) -> str:
    """The phase, and that the notice names no day, where nothing in it does."""
    name = scope.say(phase.name).plain
    return name if activity.has_times or activity.occasions.items else scope.t("activity.in_phase", phase=name)


def _short(scope: Scope, activity: Activity) -> Text:
    """The short title, where there is one in this language."""
    said = title_of(scope, activity, activity.short_title)
    return title_of(scope, activity) if said.is_foreign else said


def _somewhere_in(when: Time | None) -> Time | None:
    """A time with the bounds of something that happens somewhere in it: no day of it is certain."""
    if when is None or when.is_open or not when.end_last:
        return when
    return replace(when, start_last=when.end_last, end_first=when.start_first)


def _time_of_part(scope: Scope, activity: Activity, part: Part) -> Time | None:
    """When a part is: on the one day of its activity its hours alone, as an agenda says them."""
    time = scope.time(part.when)
    whole, own = (when.date.slots if when else () for when in (activity.when, part.when))
    if time is None or len(whole) != 1 or len(own) != 1:
        return time
    days = {point.earliest for slot in (*whole, *own) for point in slot}
    hours = in_words.hours(own[0], scope.language) if len(days) == 1 else ""
    return replace(time, words=hours) if hours else time


MOST_DATES = 12
"""Of the sessions of an activity, in its card."""

NEAR = 2
"""How many bodies to call or to ask, and how many numbers, stand openly on a page."""

Lines = tuple[ContactLine, ...]


def lines_of(
    scope: Scope, campaign: Campaign, activity: Activity, here: tuple[Organisation, ...] = ()
) -> tuple[Lines, Lines]:
    """The lines to call first, ``here`` before who runs it, and those of all others that have a part: they are one choice away.

    An activity that names nobody has those of who holds the campaign, else of who issued its notice.
    """
    if campaign.contacts is None:
        return (), ()
    taking_part = tuple({body.id: body for body in (*here, *_taking_part(activity))}.values())
    nobody = () if taking_part else (campaign.hosting.bodies, campaign.document.issuers.organisations)
    for bodies in (taking_part, *nobody):
        found = [contact for body in bodies if (contact := campaign.contacts.line_of(body)) is not None]
        if found:
            break
    lines = tuple(contact_line(scope, campaign, contact) for contact in found)
    leads = {body.id for body in (*here, *activity.run_by[1].organisations)}
    near = min(sum(line.body.id in leads for line in lines), NEAR) or NEAR
    return lines[:near], lines[near:]


def at_a_glance(lines: Lines) -> tuple[Lines, Lines]:
    """Of more numbers than stand openly the one of each body to call first, and the rest."""
    if sum(len(line.numbers) for line in lines) <= NEAR:
        return lines, ()
    return tuple(line.first for line in lines), tuple(line.rest for line in lines if line.rest.numbers or line.rest.fax)


def _taking_part(activity: Activity) -> tuple[Organisation, ...]:
    found = (body for role in activity.roles for body in activity.holding(role))
    return tuple({body.id: body for body in found}.values())


def asked_of(
    scope: Scope, campaign: Campaign, activity: Activity, here: tuple[Organisation, ...] = ()
) -> tuple[tuple[BodyLink, str | None], ...]:
    """Whom to ask where no line is printed, with their websites: who runs it; without any, those that take part or hold it all."""
    asked = here or activity.run_by[1].organisations or _taking_part(activity) or campaign.hosting.bodies
    return tuple((scope.body(body), body.url) for body in asked[:NEAR])


def _asking(lines: Lines) -> str:
    """How one asks: by telephone, else in writing; where there is no line, whomever one finds."""
    ways = [way for way in ("phone", "email", "fax") if any(getattr(line, way) for line in lines)]
    return "ask" if not ways else "call" if "phone" in ways else "write" if len(ways) > 1 else ways[0]


def _has_number(activity: Activity) -> bool:
    """Whether its booking, or that of one of its sessions, has a telephone."""
    return any(each.booking and each.booking.phone for each in (activity, *activity.sessions))


def _hosts(scope: Scope, campaign: Campaign) -> Bodies:
    """Who is behind the whole campaign: its hosts, or those that organise it."""
    hosting = campaign.hosting
    return scope.bodies(next((each for each in (hosting.hosts, *hosting.others.values()) if each.ids), hosting.hosts))


PLACES = ("places", "venues", "reach")


def place_of(scope: Scope, session: Session) -> Text | None:
    """The place of a session: as the register of places has it, else its own words; 线上 and online are said in each language."""
    if session.place and session.place.text.casefold() in ("线上", "online"):
        return Text(scope.t("form.online"), scope.language, scope.language)
    return scope.of_register(session.venue.name) if session.venue else scope.maybe(session.place)


def one_place(scope: Scope, activity: Activity) -> Listing:
    """Where it is, if all of its sessions are at one place."""
    places = {place_of(scope, session) for session in activity.sessions} | {scope.maybe(part.place) for part in activity.parts}
    return Listing(tuple(place for place in places if place) if len(places) == 1 else (), False)


def _unstated(scope: Scope, campaign: Campaign, activity: Activity, *, is_over: bool) -> str:
    """What the notice leaves out, in one list; how to join no longer matters in a record of what happened, or of what is off."""
    places = (activity.form, activity.platforms, activity.sessions, *(part.place or part.form for part in activity.parts))
    known = {
        "when": activity.when or activity.phase or activity.occasions.items or activity.has_times,
        "where": any(places) or any(getattr(activity, name).items for name in PLACES),
        "join": activity.joining or activity.links or activity.booking or activity.sessions or activity.due or is_over,
        "for_whom": activity.audiences or activity.audience_printed or activity.open_to_public is not None,
        "who": activity.roles or activity.credit or campaign.hosting.bodies,
    }
    return scope.listed(scope.t(f"unstated.{name}") for name, value in known.items() if not value)


LISTS = ("services", "topics", "materials")


def activity_view(scope: Scope, campaign: Campaign, index: int) -> Said:
    """The activity at ``index`` in its campaign, and what its page says besides; its frame and the programme show the same."""
    return scope.once(("activity", campaign.id, index), lambda: _activity_view(scope, campaign, index))


def _activity_view(scope: Scope, campaign: Campaign, index: int) -> Said:
    activities = campaign.activities
    activity = activities[index]
    texts = (scope.say(activity.title), scope.say(activity.description))
    contacts, other_contacts = lines_of(scope, campaign, activity)
    open_, folded = at_a_glance(contacts)
    near = {line.body.id for line in contacts}
    short = urls.short(scope.language, activity.code) if activity.code else ""
    material = [update for update in activity.updates if update.material]
    return scope.said(
        activity,
        card=card(scope, campaign, activity),
        original=activity.title.text if scope.language != scope.own else "",
        audience_printed=_audience_printed(scope, activity),
        roles=tuple((role, scope.bodies(bodies)) for role, bodies in activity.roles.items() if role != PART),
        hosts=None if activity.roles else _hosts(scope, campaign),
        open_to_public=None if activity.status or (activity.open_to_public and EVERYONE in activity.audiences) else activity.open_to_public,
        joining=None if activity.status else scope.maybe(activity.joining),
        links=tuple(scope.said(link) for link in activity.links if not (activity.status and link.kind == "entry")),
        attendance=attendance.view(scope, activity),
        attachments=attachments(scope, activity.attachments),
        deadlines=tuple(due(scope, campaign, each, activity, near) for each in activity.deadlines),
        parts=tuple(_part(scope, campaign, activity, part, near) for part in activity.parts),
        parts_parent=_one_parent(scope, activity.parts),
        parts_told=_is_told(activity),
        lists=_named(scope, activity, LISTS),
        results=_results(scope, activity.results) if activity.results else None,
        year=year_of(campaign),
        contacts=contacts,
        other_contacts=other_contacts,
        near=open_,
        folded=folded,
        asked=() if contacts else asked_of(scope, campaign, activity),
        asking=_asking(contacts),
        no_number=not (campaign.contacts or campaign.helpline or _has_number(activity)),
        helpline=None if contacts else helpline(scope, campaign),
        group=next((scope.say(group.name) for group in campaign.groups if group.id == activity.group), None),
        printed=paragraphs(clause.text) if (clause := campaign.clause(activity.source)) else (),
        places=_with_streets(scope, campaign, activity) or ((("places", place),) if (place := one_place(scope, activity)) else ()),
        unstated=_unstated(scope, campaign, activity, is_over=bool(activity.results or activity.status)),
        clause=scope.clause(campaign.document.number, activity.source),
        source_path=f"{urls.plan(scope.language, campaign.id)}#{urls.anchor('activity', activity.id)}",
        short_address=scope.settings.absolute(short) if short else "",
        short_path=short,
        document=scope.said(campaign.document),
        previous=card(scope, campaign, activities[index - 1]) if index else None,
        following=card(scope, campaign, activities[index + 1]) if index + 1 < len(activities) else None,
        told=scope.said(max(material, key=lambda each: each.on)) if activity.status and material else None,
        untranslated=any(text.is_foreign and not text.outdated for text in texts),
        outdated=any(text.outdated for text in texts),
    )


def _part(scope: Scope, campaign: Campaign, activity: Activity, part: Part, near: Container[str]) -> Said:
    when = once_planned(scope, activity, _time_of_part(scope, activity, part))
    return scope.said(part, when=when, deadlines=tuple(due(scope, campaign, each, activity, near) for each in part.deadlines))


def _results(scope: Scope, results: Results) -> Said:
    """What happened, with large figures in groups of three digits."""
    return scope.said(results, figures=tuple(scope.said(each, number=f"{each.number:,}") for each in results.figures))


def _is_told(activity: Activity) -> bool:
    """Whether its parts only say again what stands above them: no text has their times, places, bodies, and no session their time."""
    alone = [each for each in activity.parts if each.when or each.place or each.lead or each.deadlines]
    held = all(any(map(each.at_the_time_of, activity.sessions)) for each in alone)
    return bool(activity.sessions) if alone and held else bool(activity.description or activity.sessions) and not alone


def attachments(scope: Scope, listed: Iterable[Attachment]) -> tuple[Said, ...]:
    """Files for readers to download, each with its kind and size (PDF, 128 KB) as ``about``."""
    return tuple(scope.said(each, about=_about(scope, each)) for each in listed)


def _about(scope: Scope, attachment: Attachment) -> str:
    kind, _ = file_kinds.kind(attachment.file)
    return scope.t("attachment.about", kind=kind, size=file_kinds.in_words(attachment.size))


def paragraphs(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _audience_printed(scope: Scope, activity: Activity) -> Text | None:
    """The words of the notice, where they are others than the site's own."""
    said, labels = scope.maybe(activity.audience_printed), [scope.t(f"audience.{code}") for code in activity.audiences]
    return None if said and said.plain.casefold() == scope.listed(labels).casefold() else said


def _one_parent(scope: Scope, parts: Sequence[Part]) -> Text | None:
    """What every part belongs to, where that is the same: then it is said once."""
    named = {part.parent.text for part in parts if part.parent} if all(part.parent for part in parts) else set()
    return scope.maybe(parts[0].parent) if len(named) == 1 else None


def _named(scope: Scope, activity: Activity, names: Sequence[str]) -> tuple[tuple[str, Listing], ...]:
    return tuple((name, listing) for name in names if (listing := scope.names(getattr(activity, name))))


def _with_streets(scope: Scope, campaign: Campaign, activity: Activity) -> tuple[tuple[str, Listing], ...]:
    """Where it is, each registered venue with its street and its city."""
    known, found = campaign.region.places, []
    for name, listing in _named(scope, activity, PLACES):
        venues = [known.venue(words.text) if known else None for words in getattr(activity, name).items]
        items = tuple(_with_street(scope, campaign, said, venue) for said, venue in zip(listing.items, venues, strict=True))
        found.append((name, replace(listing, items=items)))
    return tuple(found)


def _with_street(scope: Scope, campaign: Campaign, said: Text, venue: Venue | None) -> Text:
    known = campaign.region.places
    area = known.area(venue.area) if known and venue else None
    given = (words for words in (venue.address if venue else None, area.name if area else None) if words)
    about = [each for each in map(scope.of_register, given) if each.plain not in said.plain]
    words = scope.t("comma").join(each.plain for each in about)
    return replace(said, plain=said.plain + scope.t("brackets", text=words)) if words else said
