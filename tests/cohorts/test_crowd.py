"""Two officers select at the same moment: never more are accepted than there are seats."""

from datetime import timedelta

import pytest

from lms.cohorts.models import Nomination
from lms.cohorts.services import decide_nomination, promote_reserves, withdraw_nomination
from lms.core.clock import today
from lms.core.rules import RuleBroken
from lms.trainings.models import Enrolment
from tests import cast as people
from tests import factories as make
from tests.trainings.test_storm import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def nominations_for(seats: int, count: int) -> list[Nomination]:
    training = make.TrainingFactory(
        kind="tot", starts_on=today() + timedelta(days=30), ends_on=today() + timedelta(days=34), seats=seats
    )
    cohort = make.CohortFactory(training=training, nominations_close_on=today())
    return [make.NominationFactory(cohort=cohort, status="endorsed") for _number in range(count)]


def answer(act) -> str:
    try:
        act()
    except RuleBroken as refusal:
        return ", ".join(sorted(refusal.codes))
    return "done"


def test_twelve_accepted_at_once_for_five_seats():
    cast = people.assemble()
    rows = nominations_for(seats=5, count=12)
    officers = [cast.office, cast.officer]

    answers = at_once(
        [
            lambda row=row, by=officers[number % 2]: answer(lambda: decide_nomination(row, "accepted", by=by))
            for number, row in enumerate(rows)
        ]
    )

    assert (answers.count("done"), answers.count("no_seat")) == (5, 7)
    assert Nomination.objects.accepted().count() == Enrolment.objects.holding_a_seat().count() == 5


def test_two_officers_with_the_same_form_decide_once():
    cast = people.assemble()
    row = nominations_for(seats=5, count=1)[0]

    answers = at_once(
        [
            lambda: answer(lambda: decide_nomination(row, "accepted", by=cast.office, version=1)),
            lambda: answer(lambda: decide_nomination(row, "declined", reason="No", by=cast.officer, version=1)),
        ]
    )

    assert sorted(answers) == ["done", "stale"]
    assert Nomination.objects.get().version == 2


def test_two_officers_who_fill_two_seats_at_once_take_each_reserve_once():
    cast = people.assemble()
    rows = nominations_for(seats=2, count=5)
    for row in rows[:2]:
        decide_nomination(row, "accepted", by=cast.office)
    for row in rows[2:]:
        decide_nomination(row, "reserve", by=cast.office)

    for row in rows[:2]:
        withdraw_nomination(row, reason="Ill", by=cast.office)

    at_once([lambda: answer(lambda: promote_reserves(rows[0].cohort, by=cast.office))] * 2)

    assert set(Nomination.objects.accepted().values_list("pk", flat=True)) == {rows[2].pk, rows[3].pk}
    assert Enrolment.objects.holding_a_seat().count() == 2
