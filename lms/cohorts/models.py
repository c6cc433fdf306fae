"""The regional ToT: a cohort, and who was nominated for it."""

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from lms.certification.models import Scheme
from lms.core.models import Dated, Versioned
from lms.institutions.models import Institution
from lms.people.models import Person
from lms.trainings.models import Training

from .choices import CEFR, NominationStatus
from .querysets import CohortQuerySet, NominationQuerySet


class Cohort(Dated):
    """A ToT training with what the regional programme adds: the scheme it certifies by, the call's deadline."""

    training = models.OneToOneField(Training, on_delete=models.PROTECT, related_name="cohort")
    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="cohorts")
    nominations_close_on = models.DateField(_("nominations close on"))

    objects = CohortQuerySet.as_manager()

    class Meta:
        ordering = ["-training__starts_on"]
        verbose_name = _("ToT cohort")
        verbose_name_plural = _("ToT cohorts")

    def __str__(self) -> str:
        return self.training.title

    def get_absolute_url(self) -> str:
        return self.training.get_absolute_url()


#: Where an endorsement stands behind the status itself.
ENDORSED = (NominationStatus.ENDORSED, NominationStatus.ACCEPTED, NominationStatus.RESERVE)


class Nomination(Versioned):
    """A ministry's proposal of one person. Empty years, level or date: asked, not answered; never guessed.

    `reserve_place` is the order in which reserves are asked, from 1; empty for all others.
    """

    cohort = models.ForeignKey(Cohort, on_delete=models.PROTECT, related_name="nominations")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="nominations")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="nominations")
    status = models.CharField(_("status"), max_length=10, choices=NominationStatus, default=NominationStatus.PROPOSED)
    job_function = models.CharField(_("job function"), max_length=100, blank=True)
    years_in_post = models.PositiveSmallIntegerField(_("years in post"), null=True, blank=True)
    english = models.CharField(_("English (CEFR)"), max_length=2, choices=CEFR, blank=True)
    endorsed_by = models.CharField(_("endorsed by"), max_length=150, blank=True)
    endorsed_on = models.DateField(_("endorsed on"), null=True, blank=True)
    motivation = models.TextField(_("motivation"), blank=True)
    reason = models.TextField(_("reason for the decision"), blank=True)
    reserve_place = models.PositiveSmallIntegerField(_("place among the reserves"), null=True, editable=False)

    objects = NominationQuerySet.as_manager()

    class Meta:
        ordering = ["institution__jurisdiction__name", "institution__name", "id"]
        verbose_name = _("nomination")
        verbose_name_plural = _("nominations")
        constraints = [
            models.UniqueConstraint(fields=["cohort", "person"], name="nomination_once_per_cohort"),
            models.UniqueConstraint(fields=["cohort", "reserve_place"], name="nomination_reserve_place_once"),
            models.CheckConstraint(
                condition=Q(reserve_place=None) | Q(status=NominationStatus.RESERVE), name="nomination_place_of_reserve"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_status_display()})"

    def get_absolute_url(self) -> str:
        return reverse("cohorts:nomination_detail", args=[self.pk])

    @property
    def is_endorsed(self) -> bool:
        """Has the ministry put its name to it? What was selected had been endorsed before."""
        return self.endorsed_on is not None or self.status in ENDORSED
