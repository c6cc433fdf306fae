"""What a ToT's candidate commits to deliver at home: versions, each frozen once the focal point confirmed it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from lms.core.models import Versioned
from lms.institutions.models import Institution
from lms.people.models import Person, User
from lms.trainings.models import Training

from ..querysets import RolloutPlanQuerySet


class RolloutPlan(Versioned):
    """One version of one candidate's plan: drafted, sent to the focal point, confirmed; a change is a new version.

    The version in force is the confirmed one with the highest number. `returned_reason`: why the focal point sent the
    draft back; empty while it never was.
    """

    training = models.ForeignKey(Training, on_delete=models.PROTECT, related_name="rollout_plans")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="rollout_plans")
    number = models.PositiveSmallIntegerField(_("version"))
    reason = models.TextField(_("reason for the change"), blank=True)
    on_paper = models.BooleanField(_("entered from paper"), default=False)
    drafted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(_("sent"), null=True)
    returned_reason = models.TextField(_("why it came back"), blank=True)
    confirmed_at = models.DateTimeField(_("confirmed"), null=True)
    confirmed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = RolloutPlanQuerySet.as_manager()

    class Meta:
        ordering = ["training", "person", "number"]
        verbose_name = _("roll-out plan")
        verbose_name_plural = _("roll-out plans")
        constraints = [
            models.UniqueConstraint(fields=["training", "person", "number"], name="rollout_version_once"),
            models.UniqueConstraint(
                fields=["training", "person"], condition=Q(confirmed_at=None), name="rollout_one_open_version"
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at=None) | Q(confirmed_by__isnull=False, sent_at__isnull=False),
                name="rollout_confirmed_by_somebody",
            ),
            models.CheckConstraint(condition=Q(number=1) | ~Q(reason=""), name="rollout_change_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.number}"

    @property
    def is_draft(self) -> bool:
        return self.sent_at is None

    @property
    def is_waiting(self) -> bool:
        """With the focal point."""
        return self.sent_at is not None and self.confirmed_at is None


class Commitment(models.Model):
    """One delivery promised. `modules`: codes, empty for the whole curriculum. `due_on`: the day, or the last day of
    the month where only the month was promised (`month_only`)."""

    plan = models.ForeignKey(RolloutPlan, on_delete=models.CASCADE, related_name="commitments")
    modules = models.JSONField(_("modules"), default=list)
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField(_("by"))
    month_only = models.BooleanField(_("some day of that month"), default=False)
    participants = models.PositiveSmallIntegerField(_("participants"))
    note = models.CharField(_("note"), max_length=200, blank=True)

    class Meta:
        ordering = ["due_on", "id"]
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        constraints = [
            models.CheckConstraint(
                condition=Q(participants__gte=1) & Q(participants__lte=200), name="commitment_participants_sensible"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.due_on:%Y-%m-%d}: {self.participants}"
