"""What somebody who wants to come has to know: booking, cost, places, languages, access."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, replace
from typing import TypeVar

from ..core.language import Text
from ..model import phones
from ..model.activity import Activity, Session
from ..model.attendance import Booking
from ..model.choices import CALLED_OFF, Access, Kind
from .lines import with_extension
from .scope import Scope, Time


@dataclass(frozen=True, slots=True)
class BookingView:
    """How a place is booked; ``needed`` is None where the notice does not say whether one has to.

    ``until`` is the last time, or from when to when where it is a window. ``is_off``: there is nothing to book, and only its
    telephone is left, for questions. ``is_apart``: some of the activity's sessions close at another time.
    """

    needed: bool | None
    url: str | None
    place: Text | None
    phone: str
    dial: str
    hours: Text | None
    email: str | None
    until: Time | None
    is_window: bool
    is_off: bool = False
    is_apart: bool = False
    manner: str = ""

    def label(self, name: str) -> str:
        """The key of a word about booking, in the words of what is booked (``BY_KIND``)."""
        return f"booking.{name}{self.manner and '.'}{self.manner}"

    @property
    def until_label(self) -> str:
        return self.label("window" if self.is_window else "until")

    @property
    def for_questions(self) -> BookingView | None:
        """What is left of it where what was to be booked is off or full."""
        return replace(NO_BOOKING, phone=self.phone, dial=self.dial, hours=self.hours, is_off=True) if self.phone else None

    def without(self, said: BookingView) -> BookingView | None:
        nothing = replace(NO_BOOKING, is_window=self.is_window, is_off=self.is_off, manner=self.manner)
        left = replace(_without(self, said, nothing), manner=self.manner)
        if (self.phone, self.hours) != (said.phone, said.hours):
            left = replace(left, phone=self.phone, dial=self.dial, hours=self.hours)
        return None if left == nothing else left


BY_KIND: dict[Kind | None, str] = {"competition": "enter", "quiz": "enter", "call": "send", "volunteering": "volunteer"}
"""A contest is entered, works are sent in, volunteers sign up; everything else is booked (预约报名)."""

CLOSED = (*CALLED_OFF, "full")
"""Of what is off or full there is nothing to book."""

NO_BOOKING = BookingView(needed=None, url=None, place=None, phone="", dial="", hours=None, email=None, until=None, is_window=False)


@dataclass(frozen=True, slots=True)
class AttendanceView:
    """Each is empty where the notice says nothing; ``languages`` and ``access`` are lists in words."""

    booking: BookingView | None
    is_free: bool
    cost: Text | None
    capacity: int | None
    capacity_note: Text | None
    languages: str
    access: str

    def __bool__(self) -> bool:
        return bool(self.booking or self.cost or self.capacity or self.capacity_note or self.languages or self.access)

    def without(self, said: AttendanceView) -> AttendanceView:
        """What is left to say of it where ``said`` was said before."""
        left = _without(self, said, NOTHING)
        if left.booking and said.booking:
            return replace(left, booking=left.booking.without(said.booking))
        return left

    def common(self, other: AttendanceView) -> AttendanceView:
        """What holds for both."""
        return self.without(self.without(other))


NOTHING = AttendanceView(booking=None, is_free=False, cost=None, capacity=None, capacity_note=None, languages="", access="")


_Record = TypeVar("_Record", AttendanceView, BookingView)


def _without(given: _Record, said: _Record, nothing: _Record) -> _Record:
    same = (each.name for each in fields(given) if getattr(given, each.name) == getattr(said, each.name))
    return replace(given, **{name: getattr(nothing, name) for name in same})


def view(scope: Scope, record: Activity | Session, access: Iterable[Access] | None = None, manner: str = "") -> AttendanceView:
    """How one takes part in an activity or a session; ``access`` is what there is for whom with what its venue has."""
    cost = scope.maybe(record.cost)
    names = [scope.t(f"access.{code}") for code in (record.access if access is None else access)]
    manner = BY_KIND.get(record.kind, "") if isinstance(record, Activity) else manner
    booked = replace(_booking(scope, record.booking), manner=manner) if record.booking else None
    if booked and booked.until and isinstance(record, Activity):
        of_sessions = {each.booking.until for each in record.sessions if each.booking} - {None, record.booking and record.booking.until}
        booked = replace(booked, is_apart=bool(of_sessions))
    return AttendanceView(
        booking=booked.for_questions if booked and record.status in CLOSED else booked,
        is_free=record.is_free,
        cost=_free(scope, cost) if cost and record.is_free else cost,
        capacity=record.capacity,
        capacity_note=scope.maybe(record.capacity_note),
        languages=scope.listed(scope.t(f"language.{code}") for code in record.languages),
        access=scope.listed(f"{name[:1].lower()}{name[1:]}" for name in names),  # behind a label
    )


def manner_of(activity: Activity, session: Session) -> str:
    """In which words a session is booked: in those of its activity, unless it is booked elsewhere (a talk before a contest)."""
    own, whole = ((each.url, each.place, each.phone, each.email) if each else None for each in (session.booking, activity.booking))
    return BY_KIND.get(activity.kind, "") if own in (None, whole) else ""


def _free(scope: Scope, cost: Text) -> Text:
    """Words for nothing to pay, with a capital; in the other language where the plan has none for them."""
    if cost.is_foreign:
        return Text(scope.t("cost.free"), scope.language, scope.language)
    return replace(cost, plain=cost.plain[:1].upper() + cost.plain[1:])


def _booking(scope: Scope, booking: Booking) -> BookingView:
    phone = booking.phone or ""
    until = scope.time(booking.until)
    date = booking.until.date if booking.until else None
    is_window = date is not None and (date.is_running or (date.start is not None and date.start != date.end))
    if until and not is_window:  # behind "Booking closes:"
        until = replace(until, words=re.sub("^(?:by|until) ", "", until.words))
    hours = scope.maybe(booking.hours)
    return BookingView(
        needed=booking.needed,
        url=booking.url,
        place=scope.maybe(booking.place),
        phone=with_extension(scope, phone) if phone else "",
        dial=phones.dial(phone),
        hours=hours,
        email=booking.email,
        until=until,
        is_window=is_window,
    )


def telephones(scope: Scope, activity: Activity) -> dict[str, BookingView]:
    """The numbers at which one books it or its sessions, as they are dialled."""
    records: tuple[Activity | Session, ...] = (activity, *activity.sessions)
    bookings = (view(scope, each).booking for each in records if each.booking and each.booking.phone)
    return {each.dial: each for each in bookings if each}


def in_words(scope: Scope, said: AttendanceView) -> Iterator[str]:
    """How one takes part, a line each: booking, cost, languages, access."""
    if booking := said.booking:
        words = booking_in_words(scope, booking)
        label = scope.t("activity.call" if booking.is_off else booking.label("name")) + scope.t("colon")
        yield words if booking.needed is not None or booking.until else label + words
    if said.cost:
        yield said.cost.plain if said.is_free else scope.t("cost") + said.cost.plain
    for label, words in (("languages", said.languages), ("access", said.access)):
        if words:
            yield scope.t(label) + words


def booking_in_words(scope: Scope, booking: BookingView) -> str:
    """Everything about booking in one line."""
    needed = "" if booking.needed is None else scope.t(booking.label("needed" if booking.needed else "not_needed"))
    until = scope.t(booking.until_label) + booking.until.words if booking.until else ""
    phone = f"{booking.phone} {booking.hours.plain}" if booking.hours else booking.phone
    place = scope.t(booking.label("place")) + booking.place.plain if booking.place else ""
    return scope.apart(filter(None, (needed, until, booking.url, place, phone, booking.email)))
