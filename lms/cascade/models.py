"""Cascade trainings: what certified trainers may deliver outside their own institution, and by whose grant.

The cascade itself (who trained whom) is derived from trainings and certificates, never stored.
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lms.core.models import Dated
from lms.institutions.models import Institution
from lms.people.models import Person, User

from .querysets import DeliveryExceptionQuerySet


class DeliveryException(Dated):
    """SEESAC's dated leave for a trainer to deliver in another institution; both days are included."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="delivery_exceptions")
    institution = models.ForeignKey(Institution, on_delete=models.PROTECT, related_name="delivery_exceptions")
    starts_on = models.DateField(_("from"))
    ends_on = models.DateField(_("until"))
    reason = models.TextField(_("reason"))
    granted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = DeliveryExceptionQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_on"]
        verbose_name = _("exception for a delivery")
        verbose_name_plural = _("exceptions for deliveries")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")), name="delivery_exception_ends_after_start"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="delivery_exception_has_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.institution}"
