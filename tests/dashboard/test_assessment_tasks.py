"""Tests, plans and third assessors on the first page: each comes while it waits, and goes when it is done."""

import pytest

from lms.assessments.choices import Criterion
from lms.assessments.models import TeachBack
from lms.assessments.rollout.rules import Promise, first_due
from lms.assessments.services import (
    begin_sheet,
    confirm_plan,
    hand_in_sheet,
    name_assessor,
    open_phone_test,
    save_plan,
    save_score,
    send_plan,
)
from lms.core.clock import pretend
from lms.dashboard.sections.assessments import participant_tasks, plan_tasks, third_tasks
from lms.people.choices import RoleKind
from tests import factories as make
from tests.assessments.frozen import freeze
from tests.cast import user_with

DAY = make.A_DAY


@pytest.fixture
def tot(cast):
    row = make.TrainingFactory(kind="tot", institution=make.InstitutionFactory())
    make.EnrolmentFactory(training=row, person=cast.trainee_person, place=1)
    return row


def test_a_test_waits_until_it_is_handed_in(cast, as_user, tot):
    freeze(tot.edition, make.ModuleFactory(curriculum=tot.curriculum, code="M01"))
    with pretend(DAY):
        assert participant_tasks(cast.trainee, cast.trainee_person, DAY) == []
        test = open_phone_test(tot, "pre", by=cast.office)
        (task,) = participant_tasks(cast.trainee, cast.trainee_person, DAY)
        assert test.code in task.url
        assert "Take the test" in as_user(cast.trainee).get("/").content.decode()
        assert participant_tasks(cast.trainee_away, cast.trainee_away_person, DAY) == []

        begin_sheet(test, by=cast.trainee)
        hand_in_sheet(test, by=cast.trainee)
        assert participant_tasks(cast.trainee, cast.trainee_person, DAY) == []


def test_a_plan_waits_for_the_focal_point_of_its_institution(cast, as_user, tot):
    promise = Promise((), cast.home.pk, first_due(tot.ends_on), 20)
    plan = send_plan(save_plan(tot, cast.trainee_person, [promise], by=cast.trainee), by=cast.trainee)
    (task,) = plan_tasks(cast.focal, DAY)
    assert str(plan.pk) in task.url
    assert "to confirm" in as_user(cast.focal).get("/").content.decode()
    assert plan_tasks(cast.focal_away, DAY) == plan_tasks(cast.office, DAY) == []

    confirm_plan(plan, by=cast.focal)
    assert plan_tasks(cast.focal, DAY) == []


def test_the_third_assessor_is_told(cast, as_user, tot):
    row = TeachBack.objects.create(training=tot, person=cast.trainee_person, held_on=DAY)
    judges = [user_with(RoleKind.ASSESSOR, make.InstitutionFactory()) for _number in range(3)]
    threes = dict.fromkeys(Criterion.values, 3)
    for judge, levels in zip(judges, (threes, {**threes, "safety": 1}), strict=False):
        save_score(row, assessor=judge, levels=levels, comment="", submit=True, declared=True)
    assert third_tasks(judges[2], DAY) == []

    name_assessor(row, judges[2], by=cast.office)
    assert len(third_tasks(judges[2], DAY)) == 1
    assert "as the third assessor" in as_user(judges[2]).get("/").content.decode()
    save_score(row, assessor=judges[2], levels=threes, comment="", submit=True, declared=True)
    assert third_tasks(judges[2], DAY) == []
