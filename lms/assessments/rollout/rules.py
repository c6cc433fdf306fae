"""What a roll-out plan must hold before it is sent: pure rules on plain values."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from lms.core.clock import months_later
from lms.core.rules import Finding

#: The first delivery is due so many months after the ToT's last day (our working assumption, DOMAIN section 7).
FIRST_WITHIN_MONTHS = 6
#: Nobody can promise for longer than this.
WITHIN_MONTHS = 24
MOST_COMMITMENTS = 12


@dataclass(frozen=True)
class Promise:
    """One delivery: module codes (none: the whole curriculum), institution id, the day it is due, people."""

    modules: tuple[str, ...]
    institution: int
    due_on: date
    participants: int
    month_only: bool = False
    note: str = ""


def first_due(ends_on: date) -> date:
    """The last day for the first delivery after a ToT that ended on this day, itself included."""
    return months_later(ends_on, FIRST_WITHIN_MONTHS)


def findings(
    promises: Sequence[Promise], *, ends_on: date, institutions: Collection[int], modules: Collection[str]
) -> list[Finding]:
    """Everything that stands against the plan. `institutions`: where this person may deliver; `modules`: the codes."""
    if not promises:
        return [Finding("nothing_promised", _("Promise at least one delivery."))]
    found = [finding for number, row in enumerate(promises, 1) for finding in _row(number, row, ends_on)]
    if len(promises) > MOST_COMMITMENTS:
        found.append(Finding("too_many", _("A plan holds at most %d deliveries.") % MOST_COMMITMENTS))
    if any(row.institution not in institutions for row in promises):
        found.append(Finding("other_institution", _("A trainer delivers in their own institution or below it.")))
    if any(set(row.modules) - set(modules) for row in promises):
        found.append(Finding("other_curriculum", _("A module belongs to another curriculum. Choose again.")))
    if min(row.due_on for row in promises) > first_due(ends_on):
        words = {"day": date_format(first_due(ends_on), "j F Y"), "months": FIRST_WITHIN_MONTHS}
        text = _("The first delivery is due within %(months)d months of the ToT: by %(day)s.") % words
        found.append(Finding("first_too_late", text))
    return found


def _row(number: int, row: Promise, ends_on: date) -> list[Finding]:
    found = []
    if row.due_on <= ends_on:
        found.append(Finding("before_end", _("Delivery %d: choose a day after the ToT.") % number))
    if row.due_on > months_later(ends_on, WITHIN_MONTHS):
        words = {"number": number, "months": WITHIN_MONTHS}
        text = _("Delivery %(number)d: promise for the next %(months)d months only.") % words
        found.append(Finding("too_far", text))
    if not 1 <= row.participants <= 200:
        found.append(Finding("participants", _("Delivery %d: 1 to 200 participants.") % number))
    return found
