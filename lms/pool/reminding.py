"""Which reminders are due on a day. Pure: facts of the day in, what is due out; nothing here knows what was sent.

Each kind counts days from one day that matters (negative before it) and has steps. Only the last step reached is ever
due: a chore that stood still for weeks catches up with one letter, not with all that it missed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lms.certification.validity import days_left

from .choices import ReminderKind

#: Days from the day that counts at which somebody is reminded [our own working assumptions but for the first].
STEPS = {
    ReminderKind.EXPIRY: (-180, -90, -30),
    ReminderKind.FIRST_DELIVERY: (-30, 0),
    ReminderKind.NEVER_DELIVERED: (30, 90, 180),
    ReminderKind.NOT_CO_DELIVERED: (30, 90, 180),
    ReminderKind.REFRESHER: (-60, 0, 60),
    ReminderKind.UNDECIDED: (30, 60, 120),
    ReminderKind.NOT_ISSUED: (14, 45, 90),
}
#: Days after the last step from which it is too late to begin reminding: what lies further back is history.
TOO_LATE = 180


@dataclass(frozen=True)
class Holder:
    """A trainer certificate in force on the day, and what its holder did.

    first_due_on: the first delivery, by the roll-out plan or six months after the ToT. has_delivered: for a provisional
    trainer, together with a certified one. refresher_due_on: None where the scheme asks for none. is_followed: its
    successor has been issued and only waits for its first day.
    """

    person_id: int
    certificate_id: int
    is_provisional: bool
    valid_until: date
    first_due_on: date
    has_delivered: bool = False
    refresher_due_on: date | None = None
    is_followed: bool = False


@dataclass(frozen=True)
class UncertifiedParticipant:
    """Somebody who took part in a ToT and holds no certificate from it.

    decided_on: the day it was decided to certify; None while nothing is decided. Who was not certified is no candidate.
    """

    person_id: int
    training_id: int
    tot_ended_on: date
    decided_on: date | None = None


@dataclass(frozen=True)
class Due:
    """One thing to remind of: on which record (`subject`), at which step in days, counted from which day."""

    kind: ReminderKind
    person_id: int
    subject: str
    threshold: int
    counts_from: date


def step_reached(steps: Sequence[int], days: int) -> int | None:
    """The last of the steps (ascending) that is not above `days`; None before the first and long after the last."""
    reached = [step for step in steps if step <= days]
    if not reached or days > steps[-1] + TOO_LATE:
        return None
    return reached[-1]


def due_for_holder(facts: Holder, day: date) -> list[Due]:
    """At most one of each kind; nothing about a certificate that has ended."""
    if days_left(facts.valid_until, day) < 0:
        return []
    days_that_count = {ReminderKind.EXPIRY: None if facts.is_followed else facts.valid_until}
    if not facts.has_delivered:
        days_that_count |= dict.fromkeys(_kinds_of_delivery(facts, day), facts.first_due_on)
    days_that_count[ReminderKind.REFRESHER] = facts.refresher_due_on
    found = (
        _due(kind, facts.person_id, f"certificate:{facts.certificate_id}", counts, day)
        for kind, counts in days_that_count.items()
    )
    return [due for due in found if due]


def _kinds_of_delivery(facts: Holder, day: date) -> list[ReminderKind]:
    """Until the first step of standing still the coming delivery is spoken of, from then on the missing one."""
    late = ReminderKind.NOT_CO_DELIVERED if facts.is_provisional else ReminderKind.NEVER_DELIVERED
    stands_still = (day - facts.first_due_on).days >= STEPS[late][0]
    return [late if stands_still else ReminderKind.FIRST_DELIVERY]


def due_for_candidate(facts: UncertifiedParticipant, day: date) -> list[Due]:
    """The decision that is missing, or the certificate."""
    kind, counts = ReminderKind.UNDECIDED, facts.tot_ended_on
    if facts.decided_on is not None:
        kind, counts = ReminderKind.NOT_ISSUED, facts.decided_on
    due = _due(kind, facts.person_id, f"training:{facts.training_id}", counts, day)
    return [due] if due else []


def _due(kind: ReminderKind, person_id: int, subject: str, counts: date | None, day: date) -> Due | None:
    step = None if counts is None else step_reached(STEPS[kind], (day - counts).days)
    return None if step is None else Due(kind, person_id, subject, step, counts)
