"""Where a training stands today: what a person decided, and what the calendar adds to it."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from .choices import TrainingStatus


class Stage(models.TextChoices):
    """A status, or "under way" and "completed" for an approved training whose days have come or gone."""

    DRAFT = "draft", _("draft")
    PLANNED = "planned", _("planned")
    APPROVED = "approved", _("approved")
    UNDER_WAY = "under_way", _("under way")
    COMPLETED = "completed", _("completed")
    SUBMITTED = "submitted", _("submitted")
    VERIFIED = "verified", _("verified")
    LOCKED = "locked", _("locked")
    RETURNED = "returned", _("returned")
    CANCELLED = "cancelled", _("cancelled")

    @property
    def tone(self) -> str:
        """The badge that says it."""
        return {
            Stage.DRAFT: "neutral",
            Stage.PLANNED: "info",
            Stage.APPROVED: "info",
            Stage.UNDER_WAY: "good",
            Stage.COMPLETED: "attention",
            Stage.SUBMITTED: "info",
            Stage.VERIFIED: "done",
            Stage.LOCKED: "done",
            Stage.RETURNED: "attention",
            Stage.CANCELLED: "harm",
        }[self]


#: A person may still change the training itself.
PLANNABLE = frozenset({TrainingStatus.DRAFT, TrainingStatus.PLANNED, TrainingStatus.APPROVED, TrainingStatus.RETURNED})
#: Participants, attendance and modules may still be recorded.
RECORDABLE = frozenset({TrainingStatus.APPROVED, TrainingStatus.RETURNED})


def stage_of(status: str, starts_on: date, ends_on: date, today: date) -> Stage:
    """The stage on the day `today` of the institution's own time zone; first and last day are under way."""
    if status != TrainingStatus.APPROVED or today < starts_on:
        return Stage(status)
    return Stage.UNDER_WAY if today <= ends_on else Stage.COMPLETED


def enrolment_ends_on(starts_on: date, closes_on: date | None) -> date:
    """The last day on which people may enrol themselves: the day given, else the training's first."""
    return closes_on or starts_on


def is_open_for_enrolment(status: str, starts_on: date, closes_on: date | None, today: date) -> bool:
    """May people enrol themselves on this day?"""
    return status == TrainingStatus.APPROVED and today <= enrolment_ends_on(starts_on, closes_on)
