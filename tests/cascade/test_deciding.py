"""Decisions on a cascade training: each done right, and each refusal by its code with nothing written."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lms.audit.models import Entry
from lms.cascade import services
from lms.cascade.checks import findings_for, with_names
from lms.certification.models import Certificate
from lms.core.clock import today
from lms.trainings.choices import Part, TrainingStatus
from lms.trainings.models import Completion, Enrolment, Training
from tests import factories as make
from tests.cast import user_with
from tests.refusals import refusal_of

from .conftest import suspend, trainer_with

pytestmark = pytest.mark.django_db


# Approving and returning


def test_approval_opens_enrolment_and_tells_the_trainer(way, cast):
    training = way.sent()
    mail.outbox.clear()
    services.approve_training(training, by=cast.focal, version=training.version)
    training = way.fresh(training)
    assert training.status == TrainingStatus.APPROVED
    assert [message.to for message in mail.outbox] == [[cast.trainer.email]]
    assert [row.kind for row in training.decisions.all()] == ["plan", "approve"]
    assert Entry.objects.filter(action="training_approve", object_id=str(training.pk)).count() == 1


def test_nobody_approves_what_they_planned_or_sent(way, cast):
    planned = way.step(services.send_training, way.planned_by(cast.focal), cast.trainer)
    assert refusal_of(lambda: services.approve_training(planned, by=cast.focal)) == {"own_work"}
    services.approve_training(planned, by=cast.office)
    sent = way.step(services.send_training, way.planned_by(starts_in=40), cast.focal)
    assert refusal_of(lambda: services.approve_training(sent, by=cast.focal)) == {"own_work"}


def test_a_focal_point_who_teaches_it_does_not_approve_it(way, cast):
    make.RoleFactory(user=cast.trainer, kind="focal_point", institution=cast.home)
    training = way.step(services.send_training, way.planned_by(cast.office), cast.focal)
    assert refusal_of(lambda: services.approve_training(training, by=cast.trainer)) == {"own_work"}


def test_a_focal_point_above_approves_and_one_beside_does_not(way, cast):
    above = make.InstitutionFactory(jurisdiction=cast.home.jurisdiction)
    cast.home.parent = above
    cast.home.save()
    beside = user_with("focal_point", make.InstitutionFactory(jurisdiction=cast.home.jurisdiction))
    training = way.sent()
    assert refusal_of(lambda: services.approve_training(training, by=beside)) == {"not_allowed"}
    services.approve_training(training, by=user_with("focal_point", above))


def test_approval_asks_the_rules_of_the_day(way, cast):
    training = way.sent()
    suspend(cast.trainer_person, on=training.starts_on)
    assert refusal_of(lambda: services.approve_training(training, by=cast.focal)) == {"not_in_force"}
    assert way.fresh(training).status == "planned"


def test_a_stale_approval_is_refused(way, cast):
    training = way.sent()
    assert refusal_of(lambda: services.approve_training(training, by=cast.focal, version=0)) == {"stale"}


def test_a_returned_plan_carries_its_reason_and_comes_again(way, cast):
    training = way.sent()
    mail.outbox.clear()
    assert refusal_of(lambda: services.return_training(training, by=cast.focal, reason="  ")) == {"reason_missing"}
    services.return_training(training, by=cast.focal, reason="Please choose a larger room.")
    training = way.fresh(training)
    assert (training.status, training.decisions.last().reason) == ("returned", "Please choose a larger room.")
    assert "larger room" in mail.outbox[0].body
    services.change_plan(
        training, by=cast.trainer, version=training.version, edition=way.edition, lead=cast.trainer_person, venue="Hall"
    )
    services.send_training(training, by=cast.trainer)
    assert way.fresh(training).status == "planned"


def test_a_returned_plan_is_not_reported(way, cast):
    training = way.step(services.return_training, way.sent(), cast.focal, reason="No.")
    assert refusal_of(lambda: services.submit_training(training, by=cast.trainer)) == {"wrong_state"}


def test_an_approved_training_under_way_is_not_returned(way, cast):
    training = way.approved(starts_in=0)
    act = lambda: services.return_training(training, by=cast.focal, reason="Too late.")  # noqa: E731
    assert refusal_of(act) == {"wrong_state"}


# Reporting


def test_the_report_closes_the_sessions_and_tells_the_focal_point(way, cast):
    training = way.recorded()
    mail.outbox.clear()
    services.submit_training(training, by=cast.trainer, version=training.version, reported=2)
    training = way.fresh(training)
    assert (training.status, training.reported_participants) == ("submitted", 2)
    assert [row.edition for row in training.sessions.all()] == [way.edition]
    assert [message.to for message in mail.outbox] == [[cast.focal.email]]


def test_a_report_before_the_last_day_is_refused(way, cast):
    training = way.approved()
    assert "not_over" in refusal_of(lambda: services.submit_training(training, by=cast.trainer))


def test_an_incomplete_record_is_not_submitted_and_the_number_is_not_kept(way, cast):
    training = way.recorded()
    Enrolment.objects.filter(training=training).first().attendance.all().delete()
    act = lambda: services.submit_training(training, by=cast.trainer, reported=7)  # noqa: E731
    assert refusal_of(act) == {"attendance_missing"}
    assert way.fresh(training).reported_participants is None
    assert training.sessions.filter(closed_at=None).count() == 1


def test_a_suspended_trainer_does_not_report_but_the_focal_point_finishes_the_record(way, cast):
    training = way.recorded()
    suspend(cast.trainer_person)
    assert refusal_of(lambda: services.submit_training(training, by=cast.trainer)) == {"not_allowed"}
    services.submit_training(training, by=cast.focal)
    assert refusal_of(lambda: services.verify_training(training, by=cast.focal)) == {"own_work"}
    services.verify_training(training, by=cast.office)
    assert way.fresh(training).status == "verified"


def test_a_returned_report_opens_the_sessions_and_comes_again(way, cast):
    training = way.step(services.return_training, way.submitted(), cast.focal, reason="One name is missing.")
    assert training.sessions.exclude(closed_at=None).count() == 0
    assert refusal_of(lambda: services.send_training(training, by=cast.trainer)) == {"wrong_state"}
    services.submit_training(training, by=cast.trainer)
    assert way.fresh(training).status == "submitted"


# Verifying


def test_verification_writes_completions_and_certificates_and_tells_the_trainer(way, cast):
    training = way.submitted()
    mail.outbox.clear()
    services.verify_training(training, by=cast.focal, version=training.version)
    training = way.fresh(training)
    assert training.status == TrainingStatus.VERIFIED
    outcomes = Completion.objects.filter(enrolment__training=training).values_list("outcome", flat=True)
    assert sorted(outcomes) == ["completed", "completed"]
    assert Certificate.objects.filter(training=training, kind="completion").count() == 2
    assert [cast.trainer.email] in [message.to for message in mail.outbox]


def test_thirty_reported_beside_twenty_nine_listed_needs_a_reason(way, cast):
    training = way.submitted(reported=3)
    assert refusal_of(lambda: services.verify_training(training, by=cast.focal)) == {"reason_needed"}
    assert Completion.objects.count() == 0
    services.verify_training(training, by=cast.focal, reason="One colleague left after an hour.")
    decision = training.decisions.last()
    assert decision.reason == "One colleague left after an hour."
    assert [row["code"] for row in decision.findings] == ["participants_differ"]


@pytest.mark.parametrize(
    "first, last, verified",
    [(0, 0, True), (-30, 0, True), (0, 300, True), (1, 300, False), (-30, -1, False)],
    ids=["one day", "last day", "first day", "begins the day after", "ended the day before"],
)
def test_first_and_last_day_of_a_certificate_count(way, cast, first, last, verified):
    day = today() - timedelta(days=1)
    dates = {"valid_from": day + timedelta(days=first), "valid_until": day + timedelta(days=last)}
    lead = trainer_with(cast.home, **dates)
    training = way.submitted()
    training.deliverers.update(person=lead)
    if verified:
        services.verify_training(training, by=cast.focal)
    else:
        assert refusal_of(lambda: services.verify_training(training, by=cast.focal)) == {"not_in_force"}
        assert Completion.objects.count() == 0


@pytest.mark.parametrize("name", ["trainer", "focal_away", "trainee", "observer", "assessor"])
def test_only_focal_point_and_office_verify(way, cast, name):
    training = way.submitted()
    assert refusal_of(lambda: services.verify_training(training, by=getattr(cast, name))) == {"not_allowed"}


def test_verified_once(way, cast):
    training = way.verified()
    assert refusal_of(lambda: services.verify_training(training, by=cast.focal)) == {"wrong_state"}


def test_the_office_locks_what_is_verified(way, cast):
    training = way.verified()
    assert refusal_of(lambda: services.lock_training_record(training, by=cast.focal)) == {"not_allowed"}
    services.lock_training_record(training, by=cast.office)
    assert way.fresh(training).status == "locked"


def test_stored_findings_find_their_names_again(way, cast):
    training = way.sent()
    suspend(cast.trainer_person, on=training.starts_on)
    stored = [{"code": "not_in_force", "message": f"[person {cast.trainer_person.pk}] holds nothing.", "blocks": True}]
    assert with_names(stored)[0].message == f"{cast.trainer_person.full_name} holds nothing."


def test_decisions_never_hold_a_name(way, cast):
    training = way.submitted()
    co = trainer_with(cast.home, family_name="Zorić")
    make.DelivererFactory(training=training, person=co, part=Part.CO_TRAINER)
    suspend(co, on=training.starts_on)
    services.verify_training(training, by=cast.focal)
    stored = training.decisions.last().findings
    assert [row["code"] for row in stored] == ["co_trainer_not_in_force"]
    assert "Zorić" not in stored[0]["message"]


# Cancelling


def test_a_cancelled_training_tells_everybody_with_a_place(way, cast):
    training = way.approved()
    make.EnrolmentFactory(training=training, person=cast.trainee_person, place=1)
    mail.outbox.clear()
    assert refusal_of(lambda: services.cancel_training(training, by=cast.focal)) == {"reason_missing"}
    services.cancel_training(training, by=cast.focal, reason="The hall is closed.")
    assert way.fresh(training).status == TrainingStatus.CANCELLED
    assert sorted(message.to[0] for message in mail.outbox) == sorted([cast.trainer.email, cast.trainee.email])


def test_an_approved_training_is_not_cancelled_by_its_trainer(way, cast):
    training = way.approved()
    assert refusal_of(services.cancel_training, training, by=cast.trainer, reason="Ill.") == {"not_allowed"}


def test_what_was_taught_is_reported_not_cancelled(way, cast):
    training = way.recorded()
    assert refusal_of(services.cancel_training, training, by=cast.focal, reason="Never mind.") == {"already_taught"}


def test_a_trainer_throws_away_a_draft(way, cast):
    training = way.step(services.cancel_training, way.planned_by(), cast.trainer, reason="Planned twice.")
    assert training.status == "cancelled"


def test_checks_ask_the_same_number_of_queries_for_many_people(way, cast):
    training = way.recorded(people=1)
    few = queries(training)
    for number in range(20):
        person = make.PersonFactory(institution=cast.home)
        make.EnrolmentFactory(training=training, person=person, place=number + 10)
    make.DelivererFactory(training=training, person=trainer_with(cast.home), part=Part.CO_TRAINER)
    assert queries(training) == few


def queries(training) -> int:
    with CaptureQueriesContext(connection) as captured:
        findings_for(Training.objects.get(pk=training.pk), "verify")
    return len(captured)
