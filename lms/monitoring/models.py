"""What monitoring keeps for itself: reporting periods and the figures frozen for them. All else is read."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lms.core.models import Dated
from lms.people.models import User

from .choices import PeriodStatus
from .querysets import PeriodQuerySet, SnapshotQuerySet


class ReportingPeriod(Dated):
    """A half-year or a year that is reported on; closed, its figures no longer move."""

    label = models.CharField(_("period"), max_length=40, unique=True)
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    status = models.CharField(_("status"), max_length=10, choices=PeriodStatus, default=PeriodStatus.OPEN)

    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on"]
        verbose_name = _("reporting period")
        verbose_name_plural = _("reporting periods")
        constraints = [models.CheckConstraint(condition=Q(ends_on__gte=F("starts_on")), name="period_ends_after_start")]

    def __str__(self) -> str:
        return self.label


class Snapshot(models.Model):
    """Coverage as it stood on a day, frozen. `figures` is the table as computed; `amends` the one it corrects."""

    period = models.ForeignKey(ReportingPeriod, on_delete=models.PROTECT, related_name="snapshots")
    as_of = models.DateField(_("as of"))
    figures = models.JSONField()
    sha256 = models.CharField(max_length=64)
    reason = models.TextField(_("reason for an amendment"), blank=True)
    amends = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="amended_by")
    taken_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField(_("taken"), auto_now_add=True)

    objects = SnapshotQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        verbose_name = _("frozen figures")
        verbose_name_plural = _("frozen figures")

    def __str__(self) -> str:
        return f"{self.period}: {self.as_of:%Y-%m-%d}"
