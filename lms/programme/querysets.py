"""Named sets of programme records; they hold no personal data, so every signed-in role reads them."""

from typing import Self

from django.db import models

from lms.people.choices import RoleKind


class ProgrammeQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Programmes for the roles that follow them."""
        return self if user.holds(RoleKind.OFFICE, RoleKind.FOCAL_POINT, RoleKind.OBSERVER) else self.none()

    def in_force(self, day) -> Self:
        """Programmes running on that day, the latest first."""
        return self.filter(starts_on__lte=day).filter(models.Q(ends_on=None) | models.Q(ends_on__gte=day))
