"""Named sets of assessments."""

from typing import Self

from django.db import models
from django.db.models import Count, Q

from lms.institutions.tree import line_of
from lms.people.choices import RoleKind


def own_institution_ids(user) -> frozenset[int]:
    """The institutions in one line with those an assessor comes from: their candidates are not this assessor's."""
    roots = {role.institution_id for role in user.live_roles if role.kind == RoleKind.ASSESSOR}
    person = getattr(user, "person", None)
    if person is not None:
        roots.add(person.institution_id)
    return line_of(roots)


class TeachBackQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """All for the office; for an assessor those they may score; else one's own."""
        if user.scope.everything:
            return self
        return self.filter(
            Q(person__user=user.pk) | Q(pk__in=self.model._default_manager.scorable_by(user).values("pk"))
        )

    def scorable_by(self, user) -> Self:
        """Teach-backs this user may score: an assessor's, never of their own institution or their own."""
        if not user.holds(RoleKind.ASSESSOR):
            return self.none()
        rows = self.filter(training__kind="tot").exclude(person__institution__in=own_institution_ids(user))
        rows = rows.exclude(person__user__isnull=False, person__user=user.pk)
        rows = rows.exclude(person__recusals__assessor=user.pk)
        return rows.filter(Q(assessors=None) | Q(pk__in=self._named(user)))

    def _named(self, user):
        """Teach-backs this user is named for, or has scored or begun to score."""
        own = Q(assessors__assessor=user.pk) | Q(scores__assessor=user.pk)
        return self.model._default_manager.filter(own).values("pk")

    def outstanding(self, user) -> Self:
        """Teach-backs this user is to score, or has begun to, and has not handed in: blind to the others' scores."""
        mine = self.model._default_manager.filter(scores__assessor=user.pk, scores__submitted_at__isnull=False)
        return self.filter(pk__in=self._named(user)).exclude(pk__in=mine.values("pk"))


class ScoreQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """One's own; others' once two are handed in, for the office and for assessors who have handed in theirs.

        Before that nobody reads a score but its assessor. Whoever has still to score the teach-back stays blind, the
        third assessor too, and an officer who is one.
        """
        handed_in = self.model._default_manager.submitted()
        complete = handed_in.values("teach_back").annotate(n=Count("pk")).filter(n__gte=2).values("teach_back")
        others = Q(submitted_at__isnull=False, teach_back__in=complete)
        if user.scope.everything and user.holds(RoleKind.OFFICE):
            teach_backs = self.model._meta.get_field("teach_back").related_model.objects
            others &= ~Q(teach_back__in=teach_backs.outstanding(user).values("pk"))
        else:
            others &= Q(teach_back__in=handed_in.filter(assessor=user.pk).values("teach_back"))
        return self.filter(Q(assessor=user.pk) | others)

    def submitted(self) -> Self:
        """Scores that were handed in and can no longer be changed."""
        return self.exclude(submitted_at=None)


class TestResultQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Results of the trainings the user sees, and the user's own."""
        trainings = self.model._meta.get_field("training").related_model.objects.visible_to(user)
        return self.filter(Q(training__in=trainings) | Q(person__user=user.pk))


class PhoneTestQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Tests of the trainings the user sees; participants come by the code, never through here."""
        trainings = self.model._meta.get_field("training").related_model.objects.visible_to(user)
        return self.filter(training__in=trainings)

    def not_closed(self) -> Self:
        """Nobody has closed them; whether they are open today, `windows.is_open` says."""
        return self.filter(closed_at=None)


class AnswerSheetQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Sheets of the trainings the user sees, and the user's own."""
        trainings = self.model._meta.get_field("training").related_model.objects.visible_to(user)
        return self.filter(Q(training__in=trainings) | Q(person__user=user.pk))

    def handed_in(self) -> Self:
        """Handed in on the phone, or complete on paper."""
        return self.exclude(handed_in_at=None)


class RolloutPlanQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """All for the office; for a focal point those of their institutions' people; else one's own."""
        if user.holds(RoleKind.OFFICE) and user.scope.everything:
            return self
        seen = Q(person__user=user.pk)
        if user.holds(RoleKind.FOCAL_POINT):
            seen |= Q(person__institution__in=user.scope.institution_ids)
        return self.filter(seen)

    def confirmed(self) -> Self:
        """Versions the focal point has confirmed; they do not change any more."""
        return self.exclude(confirmed_at=None)

    def in_force(self) -> Self:
        """The confirmed version with the highest number, of each person and training."""
        later = self.model._default_manager.confirmed().filter(
            training=models.OuterRef("training"), person=models.OuterRef("person"), number__gt=models.OuterRef("number")
        )
        return self.confirmed().exclude(models.Exists(later))

    def waiting(self) -> Self:
        """Sent, and neither returned nor confirmed."""
        return self.filter(confirmed_at=None, sent_at__isnull=False)
