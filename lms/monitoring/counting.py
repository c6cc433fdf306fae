"""Which participations count for coverage, and for each that does not, why. Pure: facts in, judged rows out.

A participation is one person at one training; coverage counts persons. Every row keeps all its reasons, so that a
figure can be taken apart down to the last row (rule 18 of the domain).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from django.utils.translation import gettext_lazy as _

from lms.core.clock import months_later


class Reason(Enum):
    """Why a participation adds nothing to coverage; the value is the stable code, the label the words."""

    NOT_VERIFIED = "not_verified"
    NO_LEAD = "no_lead"
    LEAD_NOT_IN_FORCE = "lead_not_in_force"
    PROVISIONAL_ALONE = "provisional_alone"
    NOT_ATTENDED = "not_attended"
    PARTIAL = "partial"
    LEFT_SERVICE = "left_service"
    NOT_CURRENT = "not_current"
    COUNTED_ONCE = "counted_once"

    @property
    def label(self) -> str:
        return str(LABELS[self])


LABELS = {
    Reason.NOT_VERIFIED: _("The training is not verified."),
    Reason.NO_LEAD: _("The training has no lead trainer."),
    Reason.LEAD_NOT_IN_FORCE: _("The lead trainer's certificate was not in force on every day of the training."),
    Reason.PROVISIONAL_ALONE: _("A provisional trainer taught without a certified one."),
    Reason.NOT_ATTENDED: _("The person did not attend."),
    Reason.PARTIAL: _("The completion is partial."),
    Reason.LEFT_SERVICE: _("The person no longer serves."),
    Reason.NOT_CURRENT: _("The completion is older than the refresher interval."),
    Reason.COUNTED_ONCE: _("The person is counted by a later training."),
}


@dataclass(frozen=True)
class TrainingFacts:
    """What counting asks of a training. `trainer_reasons` come from the certificates on its delivery days."""

    id: int
    verified: bool
    trainer_reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Participation:
    """One person at one training. `completed_on` is empty without a completion; `full` says it was not partial."""

    enrolment_id: int
    person_id: int
    institution_id: int
    training: TrainingFacts
    attended: bool
    completed_on: date | None = None
    full: bool = False
    left_on: date | None = None


@dataclass(frozen=True)
class Judged:
    """A participation with the reasons it does not count for coverage; none means that it counts."""

    participation: Participation
    reasons: tuple[Reason, ...]

    @property
    def counts(self) -> bool:
        return not self.reasons

    @property
    def is_participation(self) -> bool:
        """Is it in the number of participations: attended, in a verified training?"""
        return self.participation.attended and self.participation.training.verified


def reasons_against(row: Participation, as_of: date, refresher_months: int) -> tuple[Reason, ...]:
    """Everything that keeps one participation out of coverage on the day, whatever the person's other rows say."""
    found = []
    if not row.training.verified:
        found.append(Reason.NOT_VERIFIED)
    found.extend(row.training.trainer_reasons)
    if not row.attended:
        found.append(Reason.NOT_ATTENDED)
    elif not (row.full and row.completed_on) and (row.completed_on or row.training.verified):
        found.append(Reason.PARTIAL)
    if row.left_on and row.left_on <= as_of:
        found.append(Reason.LEFT_SERVICE)
    if row.completed_on and months_later(row.completed_on, refresher_months) <= as_of:
        found.append(Reason.NOT_CURRENT)
    return tuple(found)


def judge(rows: Iterable[Participation], as_of: date, refresher_months: int) -> list[Judged]:
    """Judge every row; of a person's rows that count, the latest stands and the others are "counted once"."""
    judged = [Judged(row, reasons_against(row, as_of, refresher_months)) for row in rows]
    latest: dict[int, Judged] = {}
    for item in judged:
        if item.counts:
            rival = latest.get(item.participation.person_id)
            if rival is None or _order(item) > _order(rival):
                latest[item.participation.person_id] = item
    standing = {item.participation.enrolment_id for item in latest.values()}
    return [item if not item.counts or item.participation.enrolment_id in standing else _again(item) for item in judged]


def _order(item: Judged) -> tuple[Any, ...]:
    return item.participation.completed_on, item.participation.enrolment_id


def _again(item: Judged) -> Judged:
    return Judged(item.participation, (Reason.COUNTED_ONCE,))
