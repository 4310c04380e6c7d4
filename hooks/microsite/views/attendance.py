"""What somebody who wants to come has to know: booking, cost, places, languages, access."""

from __future__ import annotations

from dataclasses import dataclass

from ..core.dates import in_words
from ..core.language import Text
from ..model.campaign import Attendance, Booking
from ..model.phones import dial
from .scope import Scope, Time


@dataclass(frozen=True, slots=True)
class BookingView:
    """How a place is booked; ``needed`` is None where the notice does not say whether one has to."""

    needed: bool | None
    url: str | None
    phone: str
    dial: str
    email: str | None
    until: Time | None


@dataclass(frozen=True, slots=True)
class AttendanceView:
    """Each is empty where the notice says nothing; ``languages`` and ``access`` are lists in words."""

    booking: BookingView | None
    is_free: bool
    cost: Text | None
    capacity: int | None
    languages: str
    access: str

    def __bool__(self) -> bool:
        return bool(self.booking or self.cost or self.capacity or self.languages or self.access)


def view(scope: Scope, record: Attendance) -> AttendanceView:
    """How one takes part in an activity or a session."""
    return AttendanceView(
        booking=_booking(scope, record.booking) if record.booking else None,
        is_free=record.is_free,
        cost=scope.maybe(record.cost),
        capacity=record.capacity,
        languages=scope.listed(scope.t(f"language.{code}") for code in record.languages),
        access=scope.listed(scope.t(f"access.{code}") for code in record.access),
    )


def _booking(scope: Scope, booking: Booking) -> BookingView:
    phone = booking.phone or ""
    until = scope.time(booking.until)
    return BookingView(booking.needed, booking.url, in_words.phone(phone), dial(phone), booking.email, until)
