"""Making and changing the plan of a cascade training; sending it is a decision of its own."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from curricula.models import Edition
from lms.core.rules import refuse, refuse_stale
from lms.institutions.models import Institution
from lms.people.models import Person, User
from lms.trainings.choices import Part, TrainingKind
from lms.trainings.fields import ADJUSTABLE
from lms.trainings.models import Training
from lms.trainings.services import SessionPlan, change_training, create_training, plan_sessions, set_deliverers
from lms.trainings.services.locks import lock_training

from ..checks import core_modules
from ..permissions import may_adjust_training, may_change_training, may_plan_in
from ..planner import PlannerHalfDay, half_days, propose_programme
from .common import where_it_stands


@transaction.atomic
def plan_training(
    *, by: User, institution: Institution, edition: Edition, language: str, venue: str, starts_on: date,
    ends_on: date, seats: int,
    lead: Person, co_trainers: Sequence[Person] = (), programme: Iterable[SessionPlan] | None = None,
    kind: str = TrainingKind.CASCADE, title: str = "", **fields: Any,
) -> Training:  # fmt: skip
    """A draft with its trainers and its programme (the proposal, if none is given).

    Refuses: 'not_allowed', 'outside' (not this user's institution), and what trainings refuses: 'dates', 'seats',
    'edition', 'overlap', 'twice'. What the rules find beyond that does not stop a draft: sending it does.
    """
    if kind == TrainingKind.TOT:
        refuse("not_allowed", _("A training of trainers is planned by the programme office as a cohort."))
    if not may_plan_in(by, institution):
        refuse("outside", _("You can plan trainings in your own institution and below it only."))
    training = create_training(
        by=by, kind=kind, institution=institution, curriculum=edition.curriculum, edition=edition, language=language,
        title=title or edition.curriculum.title, venue=venue, starts_on=starts_on, ends_on=ends_on, seats=seats,
        **fields,
    )  # fmt: skip
    _set_rest(training, lead, co_trainers, programme, by=by)
    return training


@transaction.atomic
def change_plan(
    training: Training, *, by: User, version: int | None, edition: Edition, lead: Person,
    co_trainers: Sequence[Person] = (), programme: Iterable[SessionPlan] | None = None, title: str = "", **fields: Any,
) -> Training:  # fmt: skip
    """Change a draft or a returned plan as a whole.

    Refuses: 'stale', 'wrong_state', and what trainings refuses.
    """
    training = lock_training(training)
    refuse_stale(training, version)
    if not may_change_training(by, training, where_it_stands(training)):
        refuse("wrong_state", _("Only a draft or a returned plan can be changed, by those who work on it."))
    training = change_training(
        training, by=by, version=version, edition=edition, curriculum=edition.curriculum,
        title=title or edition.curriculum.title, **fields,
    )  # fmt: skip
    _set_rest(training, lead, co_trainers, programme, by=by)
    return training


@transaction.atomic
def adjust_training(training: Training, *, by: User, version: int | None, **fields: Any) -> Training:
    """Change place, seats, the end of enrolment or the way of counting; more seats promote those who wait.

    Refuses: 'stale', 'wrong_state', and what trainings refuses.
    """
    unknown = set(fields) - set(ADJUSTABLE)
    if unknown:
        raise TypeError(f"not to be changed here: {', '.join(sorted(unknown))}")
    training = lock_training(training)
    refuse_stale(training, version)
    if not may_adjust_training(by, training, where_it_stands(training)):
        refuse("wrong_state", _("Place, seats and the end of enrolment can be changed until the report is submitted."))
    return change_training(training, by=by, version=version, **fields)


def _set_rest(
    training: Training,
    lead: Person,
    co_trainers: Sequence[Person],
    programme: Iterable[SessionPlan] | None,
    *,
    by: User,
) -> None:
    support = [row.person for row in training.deliverers.filter(part=Part.SUPPORT).select_related("person")]
    taken = {lead.pk, *(person.pk for person in co_trainers)}
    people = [(lead, Part.LEAD), *((person, Part.CO_TRAINER) for person in co_trainers)]
    people += [(person, Part.SUPPORT) for person in support if person.pk not in taken]
    set_deliverers(training, people, by=by)
    plans = proposal_for(training) if programme is None else list(programme)
    plan_sessions(training, [plan for plan in plans if plan.module_ids], by=by)


def proposal_for(training: Training) -> list[SessionPlan]:
    """The edition's core modules spread over the training's half-days."""
    places = half_days(training.starts_on, training.ends_on)
    return grouped(propose_programme(places, core_modules(training.edition)))


def grouped(programme: Mapping[int, PlannerHalfDay]) -> list[SessionPlan]:
    """{module id: half-day} as session plans, in the order of the days."""
    modules: dict[tuple[date, str], list[int]] = {}
    for module_id, place in programme.items():
        modules.setdefault((place.held_on, place.half), []).append(module_id)
    return [SessionPlan(day, half, tuple(ids)) for (day, half), ids in sorted(modules.items())]
