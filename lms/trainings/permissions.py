"""Who may do what with participants and attendance, in every kind of training."""

from django.db.models import QuerySet

from lms.core.prepared import prepared

from .choices import EnrolmentStatus
from .models import Deliverer
from .stages import RECORDABLE


def teaches(user, training) -> bool:
    """Is this account's person one of the training's trainers?"""
    return bool(parts_in(training, user))


def parts_in(training, user) -> list[str]:
    """What this account's person does in the training as one of its trainers: one part or none."""
    return [part for (part,) in _parts(training=training.pk, user=user.pk)]


@prepared
def _parts(*, training: int, user: int) -> QuerySet:
    return Deliverer.objects.filter(training=training, person__user=user).order_by().values_list("part")


def may_see_participants(user, training) -> bool:
    """The trainers of the training, the focal points above it, and the office; assessors see the training only."""
    return user.scope.covers(training.institution_id) or teaches(user, training)


def may_manage_participants(user, training) -> bool:
    """Whoever sees the participants, while the training is neither submitted nor over and done with."""
    return training.status in RECORDABLE and may_see_participants(user, training)


def may_withdraw_enrolment(user, enrolment) -> bool:
    """One's own place, or any place in a training one manages."""
    if enrolment.status not in (EnrolmentStatus.ENROLLED, EnrolmentStatus.WAITLISTED):
        return False
    own = enrolment.person.user_id is not None and enrolment.person.user_id == user.pk
    if own:
        return enrolment.training.status in RECORDABLE
    return may_manage_participants(user, enrolment.training)
