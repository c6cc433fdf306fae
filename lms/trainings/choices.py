"""Closed lists about trainings."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class TrainingKind(models.TextChoices):
    TOT = "tot", _("training of trainers")
    CASCADE = "cascade", _("cascade training")
    REFRESHER = "refresher", _("refresher")


class TrainingStatus(models.TextChoices):
    """What a person has decided. "Under way" and "completed" are computed from the dates (`stages.py`)."""

    DRAFT = "draft", _("draft")
    PLANNED = "planned", _("planned")
    APPROVED = "approved", _("approved")
    SUBMITTED = "submitted", _("submitted")
    VERIFIED = "verified", _("verified")
    LOCKED = "locked", _("locked")
    RETURNED = "returned", _("returned")
    CANCELLED = "cancelled", _("cancelled")


#: Somebody has verified it; a locked one was verified before.
VERIFIED_OR_LOCKED = (TrainingStatus.VERIFIED, TrainingStatus.LOCKED)
#: Tests and teach-backs may neither be recorded nor corrected: the training is not open yet, or closed for good.
CLOSED_TO_RESULTS = (TrainingStatus.DRAFT, TrainingStatus.CANCELLED, TrainingStatus.LOCKED)


class DecisionKind(models.TextChoices):
    PLAN = "plan", _("planned")
    APPROVE = "approve", _("approved")
    SUBMIT = "submit", _("submitted")
    VERIFY = "verify", _("verified")
    LOCK = "lock", _("locked")
    RETURN = "return", _("returned")
    CANCEL = "cancel", _("cancelled")


class Part(models.TextChoices):
    LEAD = "lead", _("lead trainer")
    CO_TRAINER = "co_trainer", _("co-trainer")
    SUPPORT = "support", _("support")


class Half(models.TextChoices):
    MORNING = "am", _("morning")
    AFTERNOON = "pm", _("afternoon")


class EnrolmentStatus(models.TextChoices):
    """What was decided about a place. "Attended", "no-show" and completion follow from attendance."""

    REQUESTED = "requested", _("requested")
    ENROLLED = "enrolled", _("enrolled")
    WAITLISTED = "waitlisted", _("on the waiting list")
    DECLINED = "declined", _("declined")
    WITHDRAWN = "withdrawn", pgettext_lazy("enrolment", "withdrawn")

    @property
    def tone(self) -> str:
        """The badge that says it."""
        return {
            EnrolmentStatus.ENROLLED: "good",
            EnrolmentStatus.WAITLISTED: "attention",
            EnrolmentStatus.REQUESTED: "info",
            EnrolmentStatus.DECLINED: "neutral",
            EnrolmentStatus.WITHDRAWN: "neutral",
        }[self]


class EnrolmentSource(models.TextChoices):
    SELF = "self", _("enrolled themselves")
    ROSTER = "roster", _("participant list")
    NOMINATION = "nomination", _("nomination")


class CompletionOutcome(models.TextChoices):
    COMPLETED = "completed", _("completed")
    PARTIAL = "partial", _("partial")


class AgendaKind(models.TextChoices):
    """What an item of the agenda is: taught, or around what is taught."""

    MODULE = "module", _("module")
    TEACH_BACK = "teach_back", _("teach-back")
    TEST = "test", _("test")
    BREAK = "break", _("break")
    ADMINISTRATION = "administration", _("opening, closing, organisation")


class ParallelGroup(models.TextChoices):
    """Whom an item is for. Two items may stand at one time only for two different groups."""

    EVERYBODY = "", _("everybody")
    FIRST = "a", _("group A")
    SECOND = "b", _("group B")
    THIRD = "c", _("group C")
    FOURTH = "d", _("group D")
