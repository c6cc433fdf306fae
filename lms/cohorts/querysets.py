"""Named sets of cohorts and nominations."""

from django.db import models


class CohortQuerySet(models.QuerySet):
    def visible_to(self, user):
        """All for the office; for focal points those that have nominations or seats for their institutions.

        A cohort is announced to every focal point, so they see all that are not drafts.
        """
        if user.scope.everything:
            return self
        if user.holds("focal_point", "assessor"):
            return self.exclude(training__status="draft")
        return self.none()


class NominationQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Nominations of the institutions in the user's scope."""
        scope = user.scope
        return self if scope.everything else self.filter(institution__in=scope.institution_ids)
