"""What is due about whom, read from the records."""

import pytest

from lms.certification.choices import Level
from lms.certification.rules import USUAL, Terms
from lms.certification.services import adopt_rules
from lms.pool.due import due_on
from lms.trainings.choices import CompletionOutcome, Part, TrainingKind
from lms.trainings.models import Attendance, Completion
from tests import factories as make
from tests.pool.scenes import ago, delivery, trainer

pytestmark = pytest.mark.django_db


def due(person) -> list[tuple[str, int]]:
    return sorted((row.kind.value, row.threshold) for row in due_on(people=[person.pk]))


def test_the_first_delivery_is_due_six_months_after_the_tot(cast):
    row = trainer(cast.home, ended=183)
    assert due(row.person) == [("first_delivery", 0)] or due(row.person) == [("first_delivery", -30)]
    delivery(row.person, 3)
    assert due(row.person) == []


def test_a_provisional_trainer_is_due_until_the_joint_delivery(cast):
    row = trainer(cast.home, ended=300, level=Level.PROVISIONAL)
    alone = delivery(row.person, 50)
    assert due(row.person) == [("not_co_delivered", 90)]
    make.DelivererFactory(training=alone, person=cast.trainer_person, part=Part.CO_TRAINER)
    assert due(row.person) == []


def test_a_refresher_is_due_where_the_scheme_in_use_asks_for_it(cast):
    row = trainer(cast.home, ended=700, left=600)
    delivery(row.person, 60)
    assert due(row.person) == [("refresher", -60)]
    refresher = make.TrainingFactory(kind=TrainingKind.REFRESHER, starts_on=ago(20), ends_on=ago(20), status="verified")
    seat = make.EnrolmentFactory(training=refresher, person=row.person)
    Completion.objects.create(
        enrolment=seat, outcome=CompletionOutcome.COMPLETED, completed_on=ago(20), half_days=2, half_days_attended=2
    )
    assert due(row.person) == []


def test_no_refresher_is_due_where_the_scheme_asks_for_none(cast):
    row = trainer(cast.home, ended=700, left=600)
    delivery(row.person, 60)
    rules = tuple(rule for rule in USUAL.rules if rule.kind != "refresher")
    adopt_rules(row.scheme, Terms(rules), note="None any more.", by=None)
    assert due(row.person) == []


def candidate(cast, ended: int):
    training = make.TrainingFactory(kind=TrainingKind.TOT, starts_on=ago(ended + 4), ends_on=ago(ended))
    person = make.PersonFactory(institution=cast.home)
    seat = make.EnrolmentFactory(training=training, person=person)
    session = make.SessionFactory(training=training)
    Attendance.objects.create(session=session, enrolment=seat, present=True)
    return person, training


def test_a_candidate_is_told_that_nothing_was_decided_yet(cast):
    person, training = candidate(cast, 31)
    assert due(person) == [("undecided", 30)]
    make.DecisionFactory(training=training, person=person, outcome="not_certified", scheme=make.SchemeFactory())
    assert due(person) == []


def test_who_did_not_come_is_no_candidate(cast):
    person, training = candidate(cast, 31)
    Attendance.objects.update(present=False)
    assert due(person) == []
