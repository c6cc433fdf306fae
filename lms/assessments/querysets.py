"""Named sets of assessments."""

from django.db import models
from django.db.models import Q

from lms.people.choices import RoleKind


class TeachBackQuerySet(models.QuerySet):
    def visible_to(self, user):
        """All for the office; for an assessor those of other institutions than their own; else one's own."""
        if user.scope.everything:
            return self
        seen = Q(person__user=user.pk)
        if user.holds(RoleKind.ASSESSOR):
            seen |= Q(training__kind="tot") & ~Q(person__institution__in=self._own(user))
        return self.filter(seen)

    def _own(self, user):
        return [role.institution_id for role in user.live_roles if role.kind == RoleKind.ASSESSOR]


class ScoreQuerySet(models.QuerySet):
    def visible_to(self, user):
        """An assessor's own scores; everybody's for the office. Blind to each other until both are in."""
        return self if user.scope.everything else self.filter(assessor=user.pk)

    def submitted(self):
        """Scores that were handed in and can no longer be changed."""
        return self.exclude(submitted_at=None)


class TestResultQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Results of the trainings the user sees, and the user's own."""
        trainings = self.model._meta.get_field("training").related_model.objects.visible_to(user)
        return self.filter(Q(training__in=trainings) | Q(person__user=user.pk))
