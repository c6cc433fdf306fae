"""Fetching what reminders are made from: the present facts about everybody concerned, in a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Exists, Max, Min, OuterRef

from lms.assessments.models import RolloutPlan
from lms.assessments.rollout.rules import first_due
from lms.certification.choices import Aim, Level, Outcome, RequirementKind
from lms.certification.evidence import co_deliveries_of, refreshers_of
from lms.certification.models import Certificate, Decision, SchemeRequirement, SchemeVersion
from lms.certification.validity import last_day
from lms.core.clock import today
from lms.people.models import Person
from lms.trainings.choices import EnrolmentStatus, TrainingKind
from lms.trainings.models import Attendance, Enrolment

from .choices import ReminderKind
from .reminding import STEPS, TOO_LATE, Due, Holder, UncertifiedParticipant, due_for_candidate, due_for_holder
from .trainers import deliveries, trainers_in_force

#: A candidate's ToT further back than this is history: nobody is reminded any more.
LOOK_BACK = timedelta(days=max(STEPS[ReminderKind.UNDECIDED][-1], STEPS[ReminderKind.NOT_ISSUED][-1]) + 2 * TOO_LATE)


def due_on(day: date | None = None, people: Iterable[int] | None = None) -> list[Due]:
    """What is due on the day (each person's own today, without one), about these people or everybody serving."""
    found = []
    for facts, here in holders(people):
        found += due_for_holder(facts, day or here)
    for facts, here in candidates(people):
        found += due_for_candidate(facts, day or here)
    return found


def serving(rows, people: Iterable[int] | None):
    """Rows of people who serve and stand for themselves."""
    rows = rows.filter(person__merged_into=None, person__anonymised_at=None)
    rows = rows.filter(person__in=Person.objects.serving(today()).values("pk"))
    return rows if people is None else rows.filter(person__in=list(people))


# Holders --------------------------------------------------------------------------------------------------------------


def holders(people: Iterable[int] | None = None) -> list[tuple[Holder, date]]:
    """Everybody with a trainer certificate in force today, each with today where their institution is."""
    rows = serving(trainers_in_force(), people)
    rows = list(rows.select_related("training", "institution__jurisdiction", "replaced_by").defer("facts"))
    done = have_delivered(rows)
    planned = planned_first(rows)
    refreshed = refresher_days(rows)
    return [
        (
            Holder(
                row.person_id, row.pk, row.level == Level.PROVISIONAL, row.valid_until,
                planned.get((row.training_id, row.person_id)) or first_due(row.training.ends_on),
                row.pk in done, refreshed.get(row.pk), getattr(row, "replaced_by", None) is not None,
            ),
            row.on_day,
        )
        for row in rows
    ]  # fmt: skip


def have_delivered(rows: list[Certificate]) -> set[int]:
    """Ids of the certificates whose holder has delivered; a provisional one together with a certified trainer."""
    taught = set(deliveries().order_by().values_list("person", "training__curriculum"))
    beside: dict[int, dict] = {}
    for curriculum, ids in _provisional(rows).items():
        beside[curriculum] = co_deliveries_of(ids, curriculum)
    return {
        row.pk
        for row in rows
        if (
            any(day >= row.valid_from for day in beside[row.curriculum_id][row.person_id])
            if row.level == Level.PROVISIONAL
            else (row.person_id, row.curriculum_id) in taught
        )
    }


def _provisional(rows: list[Certificate]) -> dict[int, list[int]]:
    found = defaultdict(list)
    for row in rows:
        if row.level == Level.PROVISIONAL:
            found[row.curriculum_id].append(row.person_id)
    return found


def planned_first(rows: list[Certificate]) -> dict[tuple[int, int], date]:
    """{(training, person): the first day promised in the confirmed roll-out plan}."""
    plans = RolloutPlan.objects.in_force().filter(training__in={row.training_id for row in rows})
    found = plans.order_by().values_list("training", "person").annotate(first=Min("commitments__due_on"))
    return {(training, person): first for training, person, first in found if first}


def refresher_days(rows: list[Certificate]) -> dict[int, date]:
    """{certificate: the last day on which the refresher that renewal asks for is still fresh}, where one is asked for.

    The ToT itself is as good as a refresher on its last day.
    """
    months = refresher_months()
    asked = [row for row in rows if row.scheme_id in months]
    curricula = {row.curriculum_id for row in asked}
    ids = [row.person_id for row in asked]
    done = {pk: refreshers_of(ids, pk) for pk in curricula}
    found = {}
    for row in asked:
        last = max([row.training.ends_on, *done[row.curriculum_id][row.person_id]])
        found[row.pk] = last_day(last, months[row.scheme_id])
    return found


def refresher_months() -> dict[int, int]:
    """{scheme: months in which its version in use asks for a refresher}; schemes that ask for none are not in it."""
    newest = SchemeVersion.objects.order_by().values("scheme").annotate(newest=Max("number"))
    numbers = {row["scheme"]: row["newest"] for row in newest}
    rows = SchemeRequirement.objects.filter(aim=Aim.RENEWAL, kind=RequirementKind.REFRESHER)
    rows = rows.values_list("version__scheme", "version__number", "months")
    return {scheme: months for scheme, number, months in rows if numbers.get(scheme) == number and months}


# Candidates -----------------------------------------------------------------------------------------------------------


def candidates(people: Iterable[int] | None = None) -> list[tuple[UncertifiedParticipant, date]]:
    """Who took part in a ToT that is over and holds no certificate from it, unless it was decided not to certify."""
    here = {"training": OuterRef("training"), "person": OuterRef("person")}
    rows = Enrolment.objects.filter(
        Exists(Attendance.objects.filter(enrolment=OuterRef("pk"), present=True)),
        ~Exists(Certificate.objects.trainer().filter(**here)),
        training__kind=TrainingKind.TOT, training__ends_on__gte=today() - LOOK_BACK, status=EnrolmentStatus.ENROLLED,
    )  # fmt: skip
    rows = list(serving(rows, people).select_related("training", "person__institution__jurisdiction"))
    decisions = Decision.objects.about_candidates().filter(training__in={row.training_id for row in rows})
    decided = {(row.training_id, row.person_id): row for row in decisions}
    found = [(row, decided.get((row.training_id, row.person_id))) for row in rows]
    return [
        (_candidate(row, decision), today(row.person.institution.jurisdiction.time_zone))
        for row, decision in found
        if decision is None or decision.outcome != Outcome.NOT_CERTIFIED
    ]


def _candidate(row: Enrolment, decision: Decision | None) -> UncertifiedParticipant:
    zone = row.person.institution.jurisdiction.time_zone
    decided_on = today(zone, now=decision.decided_at) if decision else None
    return UncertifiedParticipant(row.person_id, row.training_id, row.training.ends_on, decided_on)
