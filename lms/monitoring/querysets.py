"""Named sets of periods and frozen figures."""

from typing import Self

from django.db import models

from lms.people.choices import RoleKind

from .choices import PeriodStatus


class PeriodQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """All for the office; published ones for observers and focal points."""
        if user.holds(RoleKind.OFFICE):
            return self
        published = self.filter(status=PeriodStatus.PUBLISHED)
        return published if user.holds(RoleKind.OBSERVER, RoleKind.FOCAL_POINT) else self.none()


class SnapshotQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Frozen figures of the periods the user sees."""
        periods = self.model._meta.get_field("period").related_model.objects.visible_to(user)
        return self.filter(period__in=periods)
