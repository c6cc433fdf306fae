"""Slots of the past ToT's teach-backs, and what its candidates committed to deliver at home."""

from collections.abc import Mapping, Sequence
from datetime import date, time, timedelta
from itertools import cycle

from lms.assessments.models import TeachBack
from lms.assessments.rollout.rules import Promise
from lms.assessments.services import (
    confirm_plan,
    name_assessor,
    plan_slots,
    return_plan,
    revise_plan,
    save_plan,
    save_score,
    send_plan,
)
from lms.assessments.slots.proposal import SlotGrid, propose
from lms.assessments.slots.timetable import as_candidates, bench
from lms.core.clock import months_later, pretend
from lms.people.models import Person
from lms.trainings.models import Training

from .staff import Staff

#: Candidates whose plan is not in force yet: still a draft, with the focal point, or returned.
DRAFT, WAITING, RETURNED, REVISED = "rs-4", "mk-2", "me-2", "al-2"


def plan_teach_backs(training: Training, people: Sequence[Person], staff: Staff) -> list[TeachBack]:
    """Twenty minutes for each on the last two days, in one room, the assessors taking turns."""
    modules = [row.module for row in training.edition.modules.filter(kind="core").select_related("module")]
    days = (training.ends_on - timedelta(days=1), training.ends_on)
    grid = SlotGrid(days, time(9), time(14), 20, 5, ("Room 2",))
    assessors = [user.pk for user in staff.assessors]
    proposal = propose(as_candidates(people, bench(), assessors), grid)
    topics = dict(zip([person.pk for person in people], cycle(modules)))  # noqa: B905 - the modules have no end
    return plan_slots(training, proposal.slots, topics=topics, by=staff.office)


def score_teach_back(teach_back: TeachBack, levels: Sequence[Mapping[str, int]], staff: Staff) -> None:
    """The two who are named score; where they are apart the office names the third."""
    for named, given in zip(teach_back.assessors.order_by("part"), levels, strict=False):
        save_score(teach_back, assessor=named.assessor, levels=given, comment="", submit=True, declared=True)
    for given in levels[2:]:
        taken = set(teach_back.assessors.values_list("assessor", flat=True))
        third = next(user for user in staff.assessors if user.pk not in taken)
        name_assessor(teach_back, third, by=staff.office)
        save_score(teach_back, assessor=third, levels=given, comment="", submit=True, declared=True)


def make_rollout_plans(training: Training, people: Mapping[str, Person], staff: Staff) -> None:
    """Everybody drafts on the last day; focal points confirm the week after, but for the few that are not there yet."""
    for number, (key, person) in enumerate(people.items()):
        with pretend(training.ends_on):
            plan = save_plan(training, person, _promises(training.ends_on, person, number), by=person.user)
            if key == DRAFT:
                continue
            plan = send_plan(plan, by=person.user)
        focal_point = staff.focal_points[person.institution.code]
        with pretend(training.ends_on + timedelta(days=7)):
            if key == RETURNED:
                return_plan(plan, reason="Two deliveries in one month are too many for us.", by=focal_point)
            elif key != WAITING:
                confirm_plan(plan, by=focal_point)
    _revise(training, people[REVISED], staff)


def _promises(ends_on: date, person: Person, number: int) -> list[Promise]:
    """The first within three to six months, a second five months on for two of three."""
    first = _last_of_month(months_later(ends_on, 2 + number % 4))
    rows = [Promise((), person.institution_id, first, 15 + number % 10, month_only=True)]
    if number % 3:
        later = _last_of_month(months_later(first, 5))
        rows.append(Promise((), person.institution_id, later, 12 + number % 8, month_only=True))
    return rows


def _last_of_month(day: date) -> date:
    return months_later(day.replace(day=1), 1) - timedelta(days=1)


def _revise(training: Training, person: Person, staff: Staff) -> None:
    """One plan has a second version: the hall was not free."""
    with pretend(training.ends_on + timedelta(days=60)):
        plan = training.rollout_plans.get(person=person)
        new = revise_plan(plan, reason="The training hall is being repaired until spring.", by=person.user)
        promises = [
            Promise((), person.institution_id, _last_of_month(months_later(training.ends_on, 5)), 14, month_only=True)
        ]
        send_plan(save_plan(training, person, promises, by=person.user, version=new.version), by=person.user)
        new.refresh_from_db()
        confirm_plan(new, by=staff.focal_points[person.institution.code])
