"""Teach-backs: who teaches when and where, in front of whom, and how each assessor scored it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lms.core.models import Dated, Versioned
from lms.people.models import Person, User
from lms.trainings.models import Training

from ..choices import AssessorPart, RecusalReason
from ..querysets import ScoreQuerySet, TeachBackQuerySet


class TeachBack(Versioned):
    """A candidate teaches a module in front of two assessors. `topic` may be empty until it is drawn.

    `starts_at`, `minutes` and `room` are the slot; empty for a teach-back that has only its day.
    """

    training = models.ForeignKey(Training, on_delete=models.PROTECT, related_name="teach_backs")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="teach_backs")
    topic = models.ForeignKey("curricula.Module", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    held_on = models.DateField(_("day"))
    starts_at = models.TimeField(_("begins"), null=True)
    minutes = models.PositiveSmallIntegerField(_("minutes"), null=True)
    room = models.CharField(_("room"), max_length=60, blank=True)

    objects = TeachBackQuerySet.as_manager()

    class Meta:
        ordering = ["held_on", "id"]
        verbose_name = _("teach-back")
        verbose_name_plural = _("teach-backs")
        constraints = [
            models.UniqueConstraint(fields=["training", "person"], name="teach_back_once_per_training"),
            models.CheckConstraint(
                condition=Q(starts_at=None, minutes=None) | Q(starts_at__isnull=False, minutes__gte=1),
                name="teach_back_slot_has_length",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)


def level(label) -> models.PositiveSmallIntegerField:
    """A rubric level, 1 to 4; empty only while the score is a draft."""
    return models.PositiveSmallIntegerField(label, null=True)


CRITERIA = ("plan", "accuracy", "key_points", "safety", "engagement", "checking")


class TeachBackScore(Versioned):
    """One assessor's independent scores; a draft until submitted, then unchangeable.

    `declared_at`: when the assessor declared to be neither the candidate's superior nor of their institution; asked of
    everybody who hands in. Scores from before the declaration was asked for have none.
    """

    CRITERIA = CRITERIA

    teach_back = models.ForeignKey(TeachBack, on_delete=models.PROTECT, related_name="scores")
    assessor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="teach_back_scores")
    plan = level(_("plan and objectives"))
    accuracy = level(_("technical accuracy"))
    key_points = level(_("mandatory key points"))
    safety = level(_("safety and security discipline"))
    engagement = level(_("engagement"))
    checking = level(_("checking learning"))
    comment = models.TextField(_("comment"), blank=True)
    submitted_at = models.DateTimeField(_("submitted"), null=True)
    declared_at = models.DateTimeField(_("declared"), null=True)

    objects = ScoreQuerySet.as_manager()

    class Meta:
        verbose_name = _("teach-back score")
        verbose_name_plural = _("teach-back scores")
        constraints = [
            models.UniqueConstraint(fields=["teach_back", "assessor"], name="teach_back_scored_once_by_each"),
            *(
                models.CheckConstraint(
                    condition=Q(**{f"{name}__gte": 1, f"{name}__lte": 4}), name=f"teach_back_{name}_1_to_4"
                )
                for name in CRITERIA
            ),
            models.CheckConstraint(
                condition=Q(submitted_at=None) | Q(**{f"{name}__isnull": False for name in CRITERIA}),
                name="teach_back_handed_in_is_complete",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.teach_back} / {self.assessor}"


class TeachBackAssessor(Dated):
    """Who is named to score a teach-back: two, and a third where the two are apart. Nobody named: any allowed one."""

    teach_back = models.ForeignKey(TeachBack, on_delete=models.PROTECT, related_name="assessors")
    assessor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="teach_backs_to_score")
    part = models.CharField(_("part"), max_length=6, choices=AssessorPart)
    named_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["teach_back", "id"]
        verbose_name = _("assessor of a teach-back")
        verbose_name_plural = _("assessors of teach-backs")
        constraints = [
            models.UniqueConstraint(fields=["teach_back", "assessor"], name="teach_back_assessor_once"),
            models.UniqueConstraint(fields=["teach_back", "part"], name="teach_back_part_once"),
        ]

    def __str__(self) -> str:
        return f"{self.assessor}, {self.get_part_display()}"


class Recusal(Dated):
    """This account does not score this candidate: their superior, or a colleague though no record says so.

    The site knows institutions but not who gives orders to whom; this is where it is written down and then refused.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="recusals")
    assessor = models.ForeignKey(User, on_delete=models.PROTECT, related_name="recusals")
    reason = models.CharField(_("reason"), max_length=11, choices=RecusalReason)
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("recusal")
        verbose_name_plural = _("recusals")
        constraints = [models.UniqueConstraint(fields=["person", "assessor"], name="recused_once_from_person")]

    def __str__(self) -> str:
        return f"{self.assessor}: {self.get_reason_display()}"
