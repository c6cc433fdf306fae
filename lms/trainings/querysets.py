"""Named sets of trainings and of what belongs to them."""

from typing import Self

from django.db import models
from django.db.models import Q

from lms.people.choices import RoleKind

from .choices import VERIFIED_OR_LOCKED, EnrolmentStatus, TrainingKind, TrainingStatus


class TrainingQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
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

    def verified(self) -> Self:
        """Trainings somebody has verified; a locked one was verified before."""
        return self.filter(status__in=VERIFIED_OR_LOCKED)

    def within(self, start, end) -> Self:
        """Trainings that touch the days from start to end, both included."""
        return self.filter(starts_on__lte=end, ends_on__gte=start)

    def standing(self) -> Self:
        """Trainings that take place or took place: neither cancelled nor returned nor a draft."""
        return self.exclude(status__in=[TrainingStatus.CANCELLED, TrainingStatus.RETURNED, TrainingStatus.DRAFT])


class AgendaItemQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Items of the trainings the user sees, has a place in, or leads an item of."""
        training = self.model._meta.get_field("training").related_model
        enrolments = training._meta.get_field("enrolments").related_model
        mine = enrolments.objects.expecting().filter(person__user=user.pk).values("training")
        led = self.model.objects.led_by(user).values("training")
        rows = training.objects.visible_to(user).values("pk")
        return self.filter(Q(training__in=rows) | Q(training__in=mine) | Q(training__in=led))

    def standing(self) -> Self:
        """Not removed."""
        return self.filter(removed_at=None)

    def led_by(self, user) -> Self:
        """Standing items that the user's person leads."""
        return self.standing().filter(leaders__leads=True, leaders__person__user=user.pk)

    def at_once_with(self, starts_at, ends_at) -> Self:
        """Standing items that touch the time between; one that ends when the other begins does not."""
        return self.standing().filter(starts_at__lt=ends_at, ends_at__gt=starts_at)

    def of_standing_trainings(self) -> Self:
        """Items of trainings that take place or took place; a draft's as well, for a draft is planned against."""
        return self.exclude(training__status__in=[TrainingStatus.CANCELLED, TrainingStatus.RETURNED])


class AgendaFacilitatorQuerySet(models.QuerySet):
    def leading(self, trainings) -> Self:
        """Who leads a standing item in one of these trainings (one, or a queryset)."""
        one = isinstance(trainings, models.Model)
        rows = self.filter(leads=True, item__removed_at=None)
        return rows.filter(item__training=trainings) if one else rows.filter(item__training__in=trainings)


class EnrolmentQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Enrolments in trainings the user sees, and the user's own."""
        trainings = self.model._meta.get_field("training").related_model.objects.visible_to(user)
        return self.filter(Q(training__in=trainings) | Q(person__user=user.pk))

    def holding_a_seat(self) -> Self:
        """Enrolled: they count against the seats."""
        return self.filter(status=EnrolmentStatus.ENROLLED)

    def expecting(self) -> Self:
        """Enrolled or waiting: people who count on coming."""
        return self.filter(status__in=[EnrolmentStatus.ENROLLED, EnrolmentStatus.WAITLISTED])

    def waiting(self) -> Self:
        """On the waiting list, the next one first."""
        return self.filter(status=EnrolmentStatus.WAITLISTED).order_by("place")


class CompletionQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Completions of the enrolments the user sees."""
        enrolments = self.model._meta.get_field("enrolment").related_model.objects.visible_to(user)
        return self.filter(enrolment__in=enrolments)
