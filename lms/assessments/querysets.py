"""Named sets of assessments."""

from django.db import models
from django.db.models import Q

from lms.institutions.models import Institution
from lms.people.choices import RoleKind


def own_institution_ids(user) -> frozenset[int]:
    """The institutions an assessor comes from, with all below them: their candidates are not this assessor's."""
    roots = {role.institution_id for role in user.live_roles if role.kind == RoleKind.ASSESSOR}
    person = getattr(user, "person", None)
    if person is not None:
        roots.add(person.institution_id)
    return Institution.objects.subtree_ids(roots - {None})


class TeachBackQuerySet(models.QuerySet):
    def visible_to(self, user):
        """All for the office; for an assessor those they may score; else one's own."""
        if user.scope.everything:
            return self
        return self.filter(
            Q(person__user=user.pk) | Q(pk__in=self.model._default_manager.scorable_by(user).values("pk"))
        )

    def scorable_by(self, user):
        """Teach-backs this user may score: an assessor's, never of their own institution or their own."""
        if not user.holds(RoleKind.ASSESSOR):
            return self.none()
        rows = self.filter(training__kind="tot").exclude(person__institution__in=own_institution_ids(user))
        return rows.exclude(person__user__isnull=False, person__user=user.pk)


class ScoreQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The office: every score. An assessor: their own, and the others' once theirs and one more are handed in.

        Assessors stay blind to each other until then; the third one too.
        """
        if user.scope.everything:
            return self
        handed_in = self.model._default_manager.exclude(submitted_at=None)
        mine = handed_in.filter(assessor=user.pk).values("teach_back")
        others = handed_in.exclude(assessor=user.pk).values("teach_back")
        open_to_me = Q(submitted_at__isnull=False, teach_back__in=mine) & Q(teach_back__in=others)
        return self.filter(Q(assessor=user.pk) | open_to_me)

    def submitted(self):
        """Scores that were handed in and can no longer be changed."""
        return self.exclude(submitted_at=None)


class TestResultQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Results of the trainings the user sees, and the user's own."""
        trainings = self.model._meta.get_field("training").related_model.objects.visible_to(user)
        return self.filter(Q(training__in=trainings) | Q(person__user=user.pk))
