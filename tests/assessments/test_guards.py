"""A confirmed version of a roll-out plan does not change, not even by SQL; a draft does; both can be forgotten."""

from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from lms.assessments.guards import MESSAGE, install_guards
from lms.assessments.merging import erase_answers, move_assessments
from lms.assessments.models import Commitment, RolloutPlan
from lms.assessments.rollout.rules import Promise
from lms.assessments.services import confirm_plan, revise_plan, save_plan, send_plan
from lms.trainings.choices import TrainingKind
from tests import factories as make

DUE = date(2027, 1, 31)
PLAN, PROMISE = "assessments_rolloutplan", "assessments_commitment"
CHANGES = (
    f"UPDATE {PLAN} SET confirmed_at = NULL, confirmed_by_id = NULL",
    f"UPDATE {PLAN} SET number = 7",
    f"UPDATE {PLAN} SET reason = 'Another reason'",
    f"UPDATE {PLAN} SET returned_reason = 'It came back'",
    f"UPDATE {PLAN} SET version = version + 1",
    f"DELETE FROM {PLAN}",
    f"UPDATE {PROMISE} SET due_on = '2027-04-01'",
    f"UPDATE {PROMISE} SET participants = 1",
    f"UPDATE {PROMISE} SET modules = '[\"M01\"]'",
    f"UPDATE {PROMISE} SET note = 'Another note'",
    f"DELETE FROM {PROMISE}",
    f"INSERT INTO {PROMISE} (plan_id, modules, institution_id, due_on, month_only, participants, note) "  # noqa: S608
    f"SELECT plan_id, '[]', institution_id, due_on, month_only, participants, note FROM {PROMISE}",
)


def draft_of(cast) -> RolloutPlan:
    tot = make.TrainingFactory(kind=TrainingKind.TOT, institution=make.InstitutionFactory())
    make.EnrolmentFactory(training=tot, person=cast.trainee_person, place=1)
    return save_plan(tot, cast.trainee_person, [Promise((), cast.home.pk, DUE, 20, note="Ask.")], by=cast.trainee)


@pytest.fixture
def draft(cast) -> RolloutPlan:
    return draft_of(cast)


@pytest.fixture
def confirmed(cast, draft) -> RolloutPlan:
    return confirm_plan(send_plan(draft, by=cast.trainee), by=cast.focal)


def run(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def rows() -> list:
    return [list(model.objects.order_by("pk").values_list()) for model in (RolloutPlan, Commitment)]


@pytest.mark.parametrize("statement", CHANGES)
def test_sql_does_not_change_a_confirmed_version(confirmed, statement):
    before = rows()
    with pytest.raises(IntegrityError, match=MESSAGE):
        run(statement)
    assert rows() == before


def test_a_delivery_is_not_moved_into_a_confirmed_version(cast, confirmed):
    new = revise_plan(confirmed, reason="The hall is closed.", by=cast.trainee)
    statement = f"UPDATE {PROMISE} SET plan_id = {confirmed.pk} WHERE plan_id = {new.pk}"  # noqa: S608 - our own numbers
    with pytest.raises(IntegrityError, match=MESSAGE):
        run(statement)
    assert new.commitments.count() == confirmed.commitments.count() == 1


@pytest.mark.parametrize("statement", [row for row in CHANGES[2:] if row != CHANGES[5]])
def test_what_is_not_confirmed_is_still_written(draft, statement):
    before = rows()
    run(statement)
    assert rows() != before


def test_a_confirmed_version_moves_with_its_person_and_forgets_its_texts(cast, confirmed):
    new = revise_plan(confirmed, reason="Milica is ill.", by=cast.trainee)
    confirm_plan(send_plan(new, by=cast.trainee), by=cast.focal)
    keep = make.PersonFactory(institution=cast.home)

    assert move_assessments(keep, cast.trainee_person) == []
    erase_answers(keep)

    assert list(RolloutPlan.objects.order_by("number").values_list("person", "reason")) == [
        (keep.pk, ""), (keep.pk, "–"),
    ]  # fmt: skip
    assert set(Commitment.objects.values_list("note", "participants")) == {("", 20)}


@pytest.mark.django_db(transaction=True)
def test_guards_hold_in_real_transactions_and_may_be_installed_again(cast):
    install_guards()
    install_guards()
    confirm_plan(send_plan(draft_of(cast), by=cast.trainee), by=cast.focal)
    with pytest.raises(IntegrityError, match=MESSAGE):
        run(CHANGES[1])


@pytest.mark.django_db(transaction=True)
def test_the_next_test_starts_from_empty_tables():
    assert not RolloutPlan.objects.exists()
