"""Who may do what with cascade trainings. What somebody is to a training follows from roles and records of today."""

from datetime import date

from django.db.models import QuerySet

from lms.certification.models import Certificate
from lms.core.clock import today
from lms.core.prepared import prepared
from lms.institutions.models import Institution
from lms.people.choices import RoleKind
from lms.people.permissions import is_office
from lms.trainings.choices import Part
from lms.trainings.permissions import parts_in

from .choices import Actor, Position
from .models import DeliveryException
from .transitions import DECIDERS, WORKERS, is_allowed

#: A plan may be changed as a whole; later only place, seats and the end of enrolment.
CHANGEABLE = frozenset({Position.DRAFT, Position.PLAN_RETURNED})
ADJUSTABLE = frozenset({Position.APPROVED, Position.REPORT_RETURNED})


def is_trainer(user, curriculum_id: int | None = None) -> bool:
    """Does the account's person hold a trainer certificate in force today (for this curriculum, if one is named)?"""
    if not user.is_active:
        return False
    if curriculum_id is None:
        return bool(_certified(user=user.pk, day=today()))
    return bool(_certified_for(user=user.pk, day=today(), curriculum=curriculum_id))


@prepared
def _certified(*, user: int, day: date) -> QuerySet:
    rows = Certificate.objects.trainer().in_force(day).filter(person__user=user)
    return rows.order_by().values_list("pk")[:1]


@prepared
def _certified_for(*, user: int, day: date, curriculum: int) -> QuerySet:
    rows = Certificate.objects.trainer().in_force(day).filter(person__user=user, curriculum=curriculum)
    return rows.order_by().values_list("pk")[:1]


def is_focal_point_of(user, institution_id: int) -> bool:
    """A focal point, today, of this institution or of one above it."""
    roots = [role.institution_id for role in user.live_roles if role.kind == RoleKind.FOCAL_POINT]
    return bool(roots) and institution_id in Institution.objects.subtree_ids(roots)


def actors_of(user, training) -> frozenset[Actor]:
    """What the user is to this training today; empty for who has nothing to do with it."""
    found = set()
    if is_office(user):
        found.add(Actor.OFFICE)
    if is_focal_point_of(user, training.institution_id):
        found.add(Actor.FOCAL_POINT)
    if works_on(user, training):
        found.add(Actor.TRAINER if is_trainer(user, training.curriculum_id) else Actor.LAPSED)
    return frozenset(found)


def works_on(user, training) -> bool:
    """Do they teach it as lead or co-trainer?"""
    return any(part != Part.SUPPORT for part in parts_in(training, user))


def may_see_cascade(user) -> bool:
    """The list: whoever has an institution's trainings to see, and trainers, past ones included."""
    if user.scope.everything or user.scope.institution_ids:
        return True
    return Certificate.objects.trainer().filter(person__user=user.pk).exists() or teaches_anywhere(user)


def teaches_anywhere(user) -> bool:
    person = getattr(user, "person", None)
    return person is not None and person.deliveries.exists()


def may_plan_training(user) -> bool:
    """Trainers while their certificate is in force, focal points, the office."""
    return is_office(user) or user.holds(RoleKind.FOCAL_POINT) or is_trainer(user)


def may_change_training(user, training, position: str) -> bool:
    return may_change_as(actors_of(user, training), position)


def may_change_as(actors: frozenset[Actor], position: str) -> bool:
    return position in CHANGEABLE and bool(actors & WORKERS)


def may_adjust_training(user, training, position: str) -> bool:
    """Place, seats and the end of enrolment, once it is approved."""
    return may_adjust_as(actors_of(user, training), position)


def may_adjust_as(actors: frozenset[Actor], position: str) -> bool:
    return position in ADJUSTABLE and bool(actors & WORKERS)


def may_decide(user, training, kind: str, position: str) -> bool:
    """May they take this decision from where the training stands? Whether the rules let it pass is another question."""
    return is_allowed(kind, position, actors_of(user, training))


def may_see_decisions(user, training) -> bool:
    """The findings name people: for those who work with the training."""
    return may_see_decisions_as(actors_of(user, training), user, training)


def may_see_decisions_as(actors: frozenset[Actor], user, training) -> bool:
    return bool(actors) or user.scope.covers(training.institution_id)


def may_manage_exceptions(user) -> bool:
    return is_office(user)


def may_see_tree(user) -> bool:
    """Names of trainers stand in it: the office, and focal points for their own institutions."""
    return is_office(user) or user.holds(RoleKind.FOCAL_POINT)


def decides(user, training) -> bool:
    """Is it theirs to approve and verify?"""
    return bool(actors_of(user, training) & DECIDERS)


def institutions_to_plan_in(user, *, trains: bool | None = None) -> list[Institution]:
    """Institutions in whose name the user may plan: all, those of the role, the trainer's own area and exceptions.

    trains: `is_trainer`, if already known. Each comes with its jurisdiction.
    """
    if is_office(user):
        return _every_institution()
    roots = [role.institution_id for role in user.live_roles if role.kind == RoleKind.FOCAL_POINT]
    if is_trainer(user) if trains is None else trains:
        roots.append(user.own_person.institution_id)
        roots += [pk for (pk,) in _exceptional(person=user.own_person.pk, day=today())]
    return _institutions(ids=Institution.objects.subtree_ids(roots)) if roots else []


@prepared
def _every_institution() -> QuerySet:
    return Institution.objects.active().select_related("jurisdiction")


@prepared
def _institutions(*, ids: frozenset[int]) -> QuerySet:
    return Institution.objects.active().filter(pk__in=ids).select_related("jurisdiction")


@prepared
def _exceptional(*, person: int, day: date) -> QuerySet:
    return DeliveryException.objects.filter(person=person, ends_on__gte=day).order_by().values_list("institution")


def institutions_of_colleagues(user, *, trains: bool | None = None) -> frozenset[int]:
    """Ids of the institutions whose trainers the user may choose from: their scope, and for a trainer their own.

    trains: `is_trainer`, if already known.
    """
    person = user.own_person
    own = {person.institution_id} if person and (is_trainer(user) if trains is None else trains) else set()
    return user.scope.institution_ids | own


def may_plan_in(user, institution) -> bool:
    return institution in institutions_to_plan_in(user)
