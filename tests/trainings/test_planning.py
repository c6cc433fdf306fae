"""Planning: facts that hold together, half-days, trainers, decisions."""

from datetime import timedelta

import pytest

from lms.audit.models import Entry
from lms.core.rules import Finding
from lms.trainings.choices import DecisionKind, TrainingKind
from lms.trainings.models import Decision, Training
from lms.trainings.services import (
    SessionPlan,
    change_training,
    close_sessions,
    create_training,
    enrol_person,
    plan_sessions,
    record_attendance,
    set_deliverers,
    set_status,
)
from tests import factories as make
from tests.refusals import refusal_of
from tests.trainings.conftest import training_in

pytestmark = pytest.mark.django_db
A_DAY = make.A_DAY


def new(cast, **fields) -> Training:
    edition = make.EditionFactory()
    usual = {
        "kind": TrainingKind.CASCADE, "title": "PSSM", "institution": cast.home, "curriculum": edition.curriculum,
        "edition": edition, "language": "sr-Latn", "venue": "Hall", "starts_on": A_DAY,
        "ends_on": A_DAY + timedelta(days=1), "seats": 30,
    }  # fmt: skip
    return create_training(by=cast.trainer, **{**usual, **fields})


def half_days(training) -> list[tuple]:
    return [(row.held_on - training.starts_on, row.half) for row in training.sessions.all()]


def test_a_new_training_is_a_draft_with_its_half_days_and_a_reference(cast):
    training = new(cast)

    assert (training.status, training.created_by) == ("draft", cast.trainer)
    day = timedelta(days=1)
    assert half_days(training) == [(0 * day, "am"), (0 * day, "pm"), (day, "am"), (day, "pm")]
    assert Entry.objects.get(action="training_created").object_id == str(training.pk)


def test_references_count_on(cast):
    days = {"starts_on": A_DAY.replace(year=2031), "ends_on": A_DAY.replace(year=2031)}
    assert new(cast, **days).reference == "RS-2031-001"
    make.TrainingFactory(reference="RS-2031-041")

    assert new(cast, **days).reference == "RS-2031-042"
    assert new(cast, kind=TrainingKind.TOT, **days).reference == "TOT-2031-001"


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"ends_on": A_DAY - timedelta(days=1)}, "dates"),
        ({"ends_on": A_DAY + timedelta(days=40)}, "dates"),
        ({"enrolment_closes_on": A_DAY + timedelta(days=5)}, "dates"),
        ({"seats": 0}, "seats"),
        ({"seats": 201}, "seats"),
    ],
)
def test_facts_that_do_not_hold_together_are_refused(cast, fields, code):
    assert refusal_of(lambda: new(cast, **fields)) == {code}
    assert not Training.objects.filter(title="PSSM").exists()


def test_an_edition_of_another_curriculum_is_refused(cast):
    other = make.EditionFactory(curriculum=make.CurriculumFactory(code="other"))

    assert refusal_of(lambda: new(cast, edition=other)) == {"edition"}


def test_half_days_follow_the_dates_and_keep_what_was_planned(cast):
    training = new(cast)
    plan_sessions(training, [SessionPlan(A_DAY, "am"), SessionPlan(A_DAY + timedelta(days=1), "am")], by=cast.trainer)

    training = change_training(
        training, by=cast.trainer, version=training.version, starts_on=A_DAY, ends_on=A_DAY + timedelta(days=2)
    )

    day = timedelta(days=1)
    assert half_days(training) == [(0 * day, "am"), (day, "am"), (2 * day, "am"), (2 * day, "pm")]


def test_a_stale_form_changes_nothing(coming, cast):
    change_training(coming, by=cast.trainer, version=coming.version, venue="Barracks")

    assert refusal_of(lambda: change_training(coming, by=cast.focal, version=coming.version, venue="School")) == {
        "stale"
    }
    coming.refresh_from_db()
    assert coming.venue == "Barracks"
    entry = Entry.objects.get(action="training_changed")
    assert (entry.before, entry.after) == ({"venue": "Training centre"}, {"venue": "Barracks"})


def test_a_field_that_is_not_to_be_changed_is_a_mistake_of_the_programme(coming, cast):
    with pytest.raises(TypeError):
        change_training(coming, by=cast.office, version=None, status="verified")


@pytest.mark.parametrize("status", ["submitted", "verified", "locked", "cancelled"])
def test_what_is_submitted_does_not_change(cast, status):
    training = training_in(cast, starts_in=14, status=status)

    assert refusal_of(lambda: change_training(training, by=cast.office, version=None, venue="School")) == {"read_only"}
    assert refusal_of(lambda: plan_sessions(training, [], by=cast.office)) == {"read_only"}
    assert refusal_of(lambda: set_deliverers(training, [], by=cast.office)) == {"read_only"}


def test_seats_do_not_fall_below_those_taken(coming, cast, enrol):
    enrol(coming, 3)

    assert refusal_of(lambda: change_training(coming, by=cast.focal, version=None, seats=2)) == {"seats"}


def test_a_training_is_not_moved_onto_other_days_of_its_people(coming, cast):
    other = training_in(cast, starts_in=30)
    other.deliverers.all().delete()
    for training in (coming, other):
        enrol_person(training, cast.trainee_person, source="roster", by=cast.focal)

    move = {"starts_on": other.starts_on, "ends_on": other.ends_on}
    assert refusal_of(lambda: change_training(coming, by=cast.focal, version=None, **move)) == {"overlap"}


def test_days_with_attendance_stay_in(over, cast, enrol):
    (row,) = enrol(over)
    record_attendance(over.sessions.first(), row, True, by=cast.trainer)

    assert refusal_of(lambda: change_training(over, by=cast.focal, version=None, starts_on=over.ends_on)) == {
        "attendance_outside"
    }
    second_day = [SessionPlan(over.ends_on, "am")]
    assert refusal_of(lambda: plan_sessions(over, second_day, by=cast.focal)) == {"session_in_use"}


def test_closed_half_days_keep_edition_and_plan(over, cast):
    close_sessions(over, by=cast.trainer)
    newer = make.EditionFactory(curriculum=over.curriculum, label="2027.1")

    assert refusal_of(lambda: change_training(over, by=cast.focal, version=None, edition=newer)) == {"sessions_closed"}
    assert refusal_of(lambda: plan_sessions(over, [], by=cast.focal)) == {"sessions_closed"}
    assert refusal_of(lambda: change_training(over, by=cast.focal, version=None, starts_on=over.ends_on)) == {
        "sessions_closed"
    }


def test_modules_are_planned_and_marks_kept(over, cast):
    first, second = (make.ModuleFactory(curriculum=over.curriculum) for _ in range(2))
    day = over.starts_on
    session = plan_sessions(over, [SessionPlan(day, "am", [first.pk])], by=cast.trainer)[0]
    session.modules.update(delivered=True)

    plan_sessions(over, [SessionPlan(day, "am", [first.pk, second.pk]), SessionPlan(day, "pm")], by=cast.trainer)

    assert list(session.modules.values_list("module", "delivered")) == [(first.pk, True), (second.pk, None)]


def test_plans_that_do_not_hold_are_refused(coming, cast):
    foreign = make.ModuleFactory(curriculum=make.CurriculumFactory(code="other"))
    day, late = coming.starts_on, coming.ends_on + timedelta(days=1)

    assert refusal_of(lambda: plan_sessions(coming, [SessionPlan(day, "am")] * 2, by=cast.trainer)) == {"session_twice"}
    assert refusal_of(lambda: plan_sessions(coming, [SessionPlan(late, "am")], by=cast.trainer)) == {"session_outside"}
    assert refusal_of(lambda: plan_sessions(coming, [SessionPlan(day, "am", [foreign.pk])], by=cast.trainer)) == {
        "module"
    }


def test_trainers_change_places(coming, cast):
    other = make.PersonFactory(institution=cast.home)
    set_deliverers(coming, [(cast.trainer_person, "lead"), (other, "co_trainer")], by=cast.focal)

    set_deliverers(coming, [(cast.trainer_person, "co_trainer"), (other, "lead")], by=cast.focal)

    assert {row.person: row.part for row in coming.deliverers.all()} == {
        cast.trainer_person: "co_trainer",
        other: "lead",
    }
    assert Entry.objects.filter(action="deliverers_set").count() == 2


def test_trainers_who_cannot_are_refused(coming, cast):
    other = make.PersonFactory(institution=cast.home)
    enrol_person(coming, cast.trainee_person, source="roster", by=cast.focal)
    elsewhere = training_in(cast, starts_in=15)
    elsewhere.deliverers.update(person=other)

    lead = (cast.trainer_person, "lead")
    assert refusal_of(lambda: set_deliverers(coming, [lead, (other, "lead")], by=cast.focal)) == {"two_leads"}
    assert refusal_of(lambda: set_deliverers(coming, [lead, (cast.trainer_person, "support")], by=cast.focal)) == {
        "twice"
    }
    assert refusal_of(lambda: set_deliverers(coming, [lead, (cast.trainee_person, "support")], by=cast.focal)) == {
        "participant"
    }
    assert refusal_of(lambda: set_deliverers(coming, [lead, (other, "support")], by=cast.focal)) == {"overlap"}


@pytest.mark.parametrize(
    ("kind", "status"),
    [("plan", "planned"), ("approve", "approved"), ("submit", "submitted"), ("verify", "verified"), ("lock", "locked"),
     ("return", "returned"), ("cancel", "cancelled")],
)  # fmt: skip
def test_a_decision_is_written_with_its_findings(coming, cast, kind, status):
    version = coming.version
    decision = set_status(coming, kind, by=cast.focal, reason="So", findings=[Finding("late", "It is late.", False)])

    coming.refresh_from_db()
    assert (coming.status, coming.version) == (status, version + 1)
    assert decision == Decision.objects.get()
    assert decision.findings == [{"code": "late", "message": "It is late.", "blocks": False}]
    assert Entry.objects.get(action=f"training_{kind}").after == {"status": status}
    assert set(DecisionKind.values) == {"plan", "approve", "submit", "verify", "lock", "return", "cancel"}
