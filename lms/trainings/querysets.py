"""Named sets of trainings and of what belongs to them."""

from django.db import models
from django.db.models import Q

from lms.people.choices import RoleKind

from .choices import EnrolmentStatus, TrainingKind, TrainingStatus


class TrainingQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Trainings in the user's scope, those they teach, and for assessors the ToTs that are open or past.

        Participants see their own trainings through their enrolments, never through here.
        """
        scope = user.scope
        if scope.everything:
            return self
        seen = Q(institution__in=scope.institution_ids) | Q(pk__in=self._taught_by(user))
        if user.holds(RoleKind.ASSESSOR):
            seen |= Q(kind=TrainingKind.TOT) & ~Q(status__in=[TrainingStatus.DRAFT, TrainingStatus.CANCELLED])
        return self.filter(seen)

    def _taught_by(self, user):
        deliverers = self.model._meta.get_field("deliverers").related_model
        return deliverers.objects.filter(person__user=user.pk).values("training")

    def delivered(self, day):
        """Trainings whose last day is over on that day and that were not cancelled."""
        return self.filter(ends_on__lt=day).exclude(status=TrainingStatus.CANCELLED)

    def verified(self):
        """Trainings somebody has verified; a locked one was verified before."""
        return self.filter(status__in=[TrainingStatus.VERIFIED, TrainingStatus.LOCKED])

    def within(self, start, end):
        """Trainings that touch the days from start to end, both included."""
        return self.filter(starts_on__lte=end, ends_on__gte=start)

    def standing(self):
        """Trainings that take place or took place: neither cancelled nor returned nor a draft."""
        return self.exclude(status__in=[TrainingStatus.CANCELLED, TrainingStatus.RETURNED, TrainingStatus.DRAFT])


class EnrolmentQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Enrolments in trainings the user sees, and the user's own."""
        trainings = self.model._meta.get_field("training").related_model.objects.visible_to(user)
        return self.filter(Q(training__in=trainings) | Q(person__user=user.pk))

    def holding_a_seat(self):
        """Enrolled: they count against the seats."""
        return self.filter(status=EnrolmentStatus.ENROLLED)

    def expecting(self):
        """Enrolled or waiting: people who count on coming."""
        return self.filter(status__in=[EnrolmentStatus.ENROLLED, EnrolmentStatus.WAITLISTED])

    def waiting(self):
        """On the waiting list, the next one first."""
        return self.filter(status=EnrolmentStatus.WAITLISTED).order_by("place")


class CompletionQuerySet(models.QuerySet):
    def visible_to(self, user):
        """Completions of the enrolments the user sees."""
        enrolments = self.model._meta.get_field("enrolment").related_model.objects.visible_to(user)
        return self.filter(enrolment__in=enrolments)
