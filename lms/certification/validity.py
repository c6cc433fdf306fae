"""What a certificate is on a day: pure, from its dates, its events and its successor. Both dates are inclusive."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from lms.core.clock import months_later

from .choices import EventKind, State


@dataclass(frozen=True)
class Event:
    """Something that happened to a certificate from a day on."""

    kind: str
    effective_on: date


@dataclass(frozen=True)
class CertificateFacts:
    """What a certificate's state follows from.

    events:        in the order in which they were recorded; of two on one day the later recorded counts.
    valid_until:   the last day, included; None for a certificate without an end.
    replaced_from: the first day of its successor, None while it has none.
    """

    valid_from: date
    valid_until: date | None
    events: tuple[Event, ...] = ()
    replaced_from: date | None = None


def state_on(facts: CertificateFacts, day: date) -> State:
    """The one word for that day, the gravest first: a withdrawal is for good, whatever was recorded after it."""
    past = [event for event in facts.events if event.effective_on <= day]
    if any(event.kind == EventKind.WITHDRAWN for event in past):
        return State.WITHDRAWN
    if day < facts.valid_from:
        return State.NOT_YET
    if facts.replaced_from is not None and facts.replaced_from <= day:
        return State.REPLACED
    if facts.valid_until is not None and day > facts.valid_until:
        return State.EXPIRED
    return State.SUSPENDED if _last_kind(past) == EventKind.SUSPENDED else State.IN_FORCE


def is_in_force(facts: CertificateFacts, day: date) -> bool:
    """In force on that day; `CertificateQuerySet.in_force` says the same in SQL."""
    return state_on(facts, day) == State.IN_FORCE


def _last_kind(past: Iterable[Event]) -> str:
    """The kind of the last event: by day, then by the order of recording (`sorted` keeps it)."""
    ordered = sorted(past, key=lambda event: event.effective_on)
    return ordered[-1].kind if ordered else ""


def days_left(valid_until: date | None, day: date) -> int | None:
    """Days after that day until the last one: 0 on the last day, negative when it is over; None without an end."""
    return None if valid_until is None else (valid_until - day).days


def renewal_window(valid_until: date, *, opens_months: int, grace_months: int) -> tuple[date, date]:
    """The first and the last day on which a certificate can be renewed, both included.

    After its last day it is not in force, and until the end of the grace period renewable without a new ToT.
    """
    return months_later(valid_until, -opens_months), months_later(valid_until, grace_months)


def last_day(valid_from: date, months: int) -> date:
    """The last day of a validity of `months`, inclusive: the day before the same day of the later month.

    Where that month has no such day (31 January, 29 February) it is the month's last day.
    """
    end = months_later(valid_from, months)
    return end - timedelta(days=1) if end.day == valid_from.day else end
