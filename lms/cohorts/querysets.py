"""Named sets of cohorts and nominations."""

from typing import Self

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery

from lms.certification.models import Decision
from lms.people.choices import RoleKind
from lms.trainings.choices import EnrolmentStatus, TrainingStatus
from lms.trainings.models import AgendaItem, Attendance, Deliverer, Enrolment

from .choices import LetterStatus, NominationStatus


class CohortQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """All for the office. A call goes out to every focal point and assessor; trainers see the ToT they teach,
        members of its panel the one they select for.

        None of these sees a draft.
        """
        if user.scope.everything:
            return self
        announced = self.exclude(training__status=TrainingStatus.DRAFT)
        if user.holds(RoleKind.FOCAL_POINT, RoleKind.ASSESSOR):
            return announced
        taught = Deliverer.objects.filter(person__user=user.pk).values("training")
        selecting = self.model._default_manager.filter(panel_members__user=user.pk).values("pk")
        return announced.filter(Q(training__in=taught) | Q(pk__in=selecting))

    def with_agenda_for(self, user) -> Self:
        """Whose agenda the user may read: visible ones, and announced ones they come to or lead an item of.

        Coming: a nomination that stands, or a place. Other people do not find the page.
        """
        nominations = self.model._meta.get_field("nominations").related_model
        nominated = nominations.objects.standing().filter(person__user=user.pk).values("cohort")
        coming = Enrolment.objects.expecting().filter(person__user=user.pk).values("training")
        leading = AgendaItem.objects.led_by(user).values("training")
        mine = Q(pk__in=nominated) | Q(training__in=coming) | Q(training__in=leading)
        announced = self.exclude(training__status=TrainingStatus.DRAFT).filter(mine)
        return self.filter(Q(pk__in=self.visible_to(user).values("pk")) | Q(pk__in=announced.values("pk")))


class NominationQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """Nominations of the institutions in the user's scope."""
        scope = user.scope
        return self if scope.everything else self.filter(institution__in=scope.institution_ids)

    def on_panel_of(self, user) -> Self:
        """Nominations of cohorts whose panel this account sits on."""
        return self.filter(cohort__panel_members__user=user.pk)

    def standing(self) -> Self:
        """Neither declined nor withdrawn."""
        return self.exclude(status__in=[NominationStatus.DECLINED, NominationStatus.WITHDRAWN])

    def undecided(self) -> Self:
        """Still to be decided: proposed or endorsed."""
        return self.filter(status__in=[NominationStatus.PROPOSED, NominationStatus.ENDORSED])

    def accepted(self) -> Self:
        """Chosen for a seat."""
        return self.filter(status=NominationStatus.ACCEPTED)

    def reserves(self) -> Self:
        """Waiting for a seat, the next one first."""
        return self.filter(status=NominationStatus.RESERVE).order_by("reserve_place", "id")

    def in_priority(self) -> Self:
        """By institution, each in the institution's own order; those it did not order last."""
        last = models.F("priority").asc(nulls_last=True)
        return self.order_by("institution__jurisdiction__name", "institution__name", last, "id")

    def with_course(self) -> Self:
        """Adds what became of it: `was_there` (present at least once), `outcome` (decided, or None), `gave_back`."""
        here = {"training": OuterRef("cohort__training"), "person": OuterRef("person")}
        present = Attendance.objects.filter(
            enrolment__training=OuterRef("cohort__training"), enrolment__person=OuterRef("person"), present=True
        )
        return self.annotate(
            was_there=Exists(present),
            outcome=Subquery(Decision.objects.about_candidates().filter(**here).values("outcome")[:1]),
            gave_back=Exists(Enrolment.objects.filter(status=EnrolmentStatus.WITHDRAWN, **here)),
        )


class LetterQuerySet(models.QuerySet):
    def visible_to(self, user) -> Self:
        """All for the office; for others what was released to the institutions in their scope."""
        scope = user.scope
        if scope.everything:
            return self
        return self.filter(status=LetterStatus.RELEASED, institution__in=scope.institution_ids)

    def waiting(self) -> Self:
        """Written and not yet released."""
        return self.filter(status=LetterStatus.WAITING)
