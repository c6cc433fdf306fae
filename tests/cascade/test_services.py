"""What is done to a cascade training: each step done right, each refusal by its code with nothing written."""

from datetime import timedelta

import pytest
from django.core import mail
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lms.audit.models import Entry
from lms.cascade import services
from lms.cascade.checks import findings_for, with_names
from lms.cascade.models import DeliveryException
from lms.certification.choices import EventKind, Level
from lms.certification.models import Certificate, CertificateEvent
from lms.core.clock import today
from lms.core.rules import RuleBroken
from lms.trainings.choices import Part, TrainingKind, TrainingStatus
from lms.trainings.models import Completion, Decision, Enrolment, Training
from lms.trainings.services import SessionPlan
from tests import factories as make
from tests.cast import user_with

from .conftest import trainer_with

pytestmark = pytest.mark.django_db


def refused(act) -> set[str]:
    with pytest.raises(RuleBroken) as refusal:
        act()
    return refusal.value.codes


def suspend(person, *, on=None, kind=EventKind.SUSPENDED):
    CertificateEvent.objects.create(
        certificate=person.certificates.trainer().get(), kind=kind, effective_on=on or today(), reason="Decided."
    )


# Planning


def test_a_trainer_plans_a_draft_with_lead_and_programme(way, cast):
    training = way.planned_by()
    assert (training.status, training.created_by, training.kind) == ("draft", cast.trainer, "cascade")
    assert training.title == way.edition.curriculum.title
    assert [(row.person, row.part) for row in training.deliverers.all()] == [(cast.trainer_person, Part.LEAD)]
    session = training.sessions.get()
    assert [row.module.code for row in session.modules.all()] == ["M01", "M02"]
    assert Entry.objects.filter(action="training_created", object_id=str(training.pk)).count() == 1


def test_without_a_programme_the_proposal_is_planned(way):
    training = way.planned_by(programme=None)
    modules = {str(row): [module.module.code for module in row.modules.all()] for row in training.sessions.all()}
    assert sorted(modules.values()) == [["M01"], ["M02"]]


def test_half_days_without_a_module_are_not_kept(way):
    day = today() + timedelta(days=14)
    modules = [row.module_id for row in way.edition.modules.all()]
    training = way.planned_by(days=2, programme=[SessionPlan(day, "am", modules), SessionPlan(day, "pm", [])])
    assert training.sessions.count() == 1


def test_a_trainer_does_not_plan_for_another_institution(way, cast):
    assert refused(lambda: way.planned_by(institution=cast.away)) == {"outside"}
    assert Training.objects.filter(institution=cast.away).count() == 0


def test_an_exception_opens_the_other_institution(way, cast):
    grant(cast)
    assert way.planned_by(institution=cast.away).institution == cast.away


def test_below_ones_own_institution_is_ones_own(way, cast):
    below = make.InstitutionFactory(jurisdiction=cast.home.jurisdiction, parent=cast.home)
    training = way.planned_by(institution=below)
    assert findings_for(training, "plan") == []


def test_above_ones_own_institution_is_not(way, cast):
    above = make.InstitutionFactory(jurisdiction=cast.home.jurisdiction)
    cast.home.parent = above
    cast.home.save()
    assert refused(lambda: way.planned_by(institution=above)) == {"outside"}


@pytest.mark.parametrize("kind", [EventKind.SUSPENDED, EventKind.WITHDRAWN])
def test_a_trainer_out_of_force_plans_nothing(way, cast, kind):
    suspend(cast.trainer_person, kind=kind)
    assert refused(lambda: way.planned_by()) == {"outside"}


@pytest.mark.parametrize("name", ["focal", "office"])
def test_focal_points_and_office_plan_for_a_trainer(way, cast, name):
    assert way.planned_by(getattr(cast, name)).deliverers.get().person == cast.trainer_person


@pytest.mark.parametrize("name", ["focal_away", "trainee", "observer", "assessor", "stranger"])
def test_others_plan_nothing(way, cast, name):
    assert refused(lambda: way.planned_by(getattr(cast, name))) == {"outside"}


def test_a_training_of_trainers_is_not_planned_here(way):
    assert refused(lambda: way.planned_by(kind=TrainingKind.TOT)) == {"not_allowed"}


def test_impossible_dates_are_refused_and_nothing_is_written(way):
    day = today()
    assert refused(lambda: way.planned_by(ends_on=day, starts_on=day + timedelta(days=1))) == {"dates"}
    assert Training.objects.filter(kind="cascade", institution__code="home").count() == 0


def test_a_draft_is_changed_as_a_whole(way, cast):
    other = trainer_with(cast.home, family_name="Babić")
    training = way.planned_by()
    changed = services.change_plan(
        training, by=cast.trainer, version=training.version, edition=way.edition, lead=other,
        co_trainers=[cast.trainer_person], venue="Academy", programme=[],
    )  # fmt: skip
    parts = {row.person: row.part for row in changed.deliverers.all()}
    assert parts == {other: "lead", cast.trainer_person: "co_trainer"}
    assert changed.venue == "Academy"
    assert changed.sessions.count() == 0


def test_those_who_support_stay_when_the_plan_changes(way, cast):
    helper = make.PersonFactory(institution=cast.home)
    training = way.planned_by()
    make.DelivererFactory(training=training, person=helper, part=Part.SUPPORT)
    services.change_plan(
        training, by=cast.trainer, version=None, edition=way.edition, lead=cast.trainer_person, programme=[]
    )
    assert training.deliverers.filter(person=helper, part=Part.SUPPORT).exists()


def test_a_stale_form_changes_nothing(way, cast):
    training = way.planned_by()
    act = lambda: services.change_plan(  # noqa: E731
        training, by=cast.trainer, version=0, edition=way.edition, lead=cast.trainer_person, venue="Elsewhere"
    )
    assert refused(act) == {"stale"}
    assert way.fresh(training).venue == "Training centre"


def test_a_plan_that_was_sent_is_not_changed(way, cast):
    training = way.sent()
    act = lambda: services.change_plan(  # noqa: E731
        training, by=cast.trainer, version=None, edition=way.edition, lead=cast.trainer_person
    )
    assert refused(act) == {"wrong_state"}


def test_place_and_seats_may_change_after_approval(way, cast):
    training = way.approved()
    services.adjust_training(training, by=cast.trainer, version=training.version, venue="Hall 2", seats=25)
    assert (way.fresh(training).venue, way.fresh(training).seats) == ("Hall 2", 25)
    with pytest.raises(TypeError):
        services.adjust_training(training, by=cast.trainer, version=None, starts_on=today())


def test_before_approval_nothing_is_adjusted(way, cast):
    act = lambda: services.adjust_training(way.sent(), by=cast.trainer, version=None, venue="Hall 2")  # noqa: E731
    assert refused(act) == {"wrong_state"}


# Sending


def test_sending_tells_the_focal_point(way, cast):
    training = way.sent()
    assert training.status == TrainingStatus.PLANNED
    assert [message.to for message in mail.outbox] == [[cast.focal.email]]
    assert training.reference in mail.outbox[0].subject


def test_without_a_focal_point_the_office_is_told(way, cast):
    cast.focal.roles.update(ends_on=today() - timedelta(days=1))
    way.sent()
    assert sorted(message.to[0] for message in mail.outbox) == [cast.office.email, cast.officer.email]


def test_a_plan_against_the_rules_is_not_sent(way, cast):
    training = way.planned_by(language="ro")
    assert refused(lambda: services.send_training(training, by=cast.trainer)) == {"language_not_offered"}
    assert way.fresh(training).status == "draft"
    assert (Decision.objects.count(), mail.outbox) == (0, [])


@pytest.mark.parametrize("short, refused_with", [(0, set()), (1, {"not_in_force"})])
def test_the_certificate_must_hold_on_the_last_day(way, cast, short, refused_with):
    first = today() + timedelta(days=14)
    last = first + timedelta(days=1)
    lead = trainer_with(cast.home, valid_until=last - timedelta(days=short))
    programme = [SessionPlan(first, "am", [module_of(way)]), SessionPlan(last, "am", [module_of(way, 1)])]
    training = way.planned_by(lead.user, lead=lead, days=2, programme=programme)
    if refused_with:
        assert refused(lambda: services.send_training(training, by=lead.user)) == refused_with
    else:
        services.send_training(training, by=lead.user)


def test_the_day_without_a_session_is_no_delivery_day(way, cast):
    first = today() + timedelta(days=14)
    lead = trainer_with(cast.home, valid_until=first)
    training = way.planned_by(lead.user, lead=lead, days=2)
    services.send_training(training, by=lead.user)


def module_of(way, number=0):
    return way.edition.modules.all()[number].module_id


def findings_codes(training, moment="plan", by=None):
    return {finding.code for finding in findings_for(training, moment, by=by)}


def test_a_certificate_for_another_curriculum_covers_nothing(way, cast):
    lead = trainer_with(cast.home, curriculum=make.CurriculumFactory(code="other"))
    assert findings_codes(way.planned_by(cast.focal, lead=lead)) == {"not_in_force"}


def test_a_certificate_that_came_from_a_cascade_training_makes_no_trainer(way, cast):
    Training.objects.filter(certificates__person=cast.trainer_person).update(kind=TrainingKind.CASCADE)
    assert findings_codes(way.planned_by()) == {"not_from_tot"}


def test_a_provisional_trainer_is_sent_with_a_certified_one_only(way, cast):
    lead = trainer_with(cast.home, level=Level.PROVISIONAL)
    training = way.planned_by(lead.user, lead=lead)
    assert refused(lambda: services.send_training(training, by=lead.user)) == {"provisional_alone"}
    training = way.planned_by(lead.user, lead=lead, co_trainers=[cast.trainer_person])
    services.send_training(training, by=lead.user)


@pytest.mark.parametrize("first, last, blocks", [(0, 1, False), (1, 1, True), (0, 0, True)])
def test_a_co_trainer_from_elsewhere_needs_leave_for_every_day(way, cast, first, last, blocks):
    day = today() + timedelta(days=14)
    grant(
        cast, person=cast.trainer_away_person, institution=cast.home, starts_on=day + timedelta(days=first),
        ends_on=day + timedelta(days=last),
    )  # fmt: skip
    modules = [module_of(way), module_of(way, 1)]
    programme = [SessionPlan(day, "am", modules[:1]), SessionPlan(day + timedelta(days=1), "am", modules[1:])]
    training = way.planned_by(days=2, programme=programme, co_trainers=[cast.trainer_away_person])
    assert findings_codes(training) == ({"outside_institution"} if blocks else set())


def test_two_plans_for_one_trainer_on_one_day(way, cast):
    first, second = way.planned_by(), way.planned_by()
    services.send_training(first, by=cast.trainer)
    assert refused(lambda: services.send_training(second, by=cast.trainer)) == {"trainer_elsewhere"}


@pytest.mark.parametrize("name", ["focal_away", "trainer_away", "trainee", "observer", "assessor", "stranger"])
def test_a_stranger_to_the_training_sends_nothing(way, cast, name):
    training = way.planned_by()
    assert refused(lambda: services.send_training(training, by=getattr(cast, name))) == {"not_allowed"}


def test_a_withdrawn_trainer_sends_nothing_but_the_focal_point_may(way, cast):
    training = way.planned_by(lead=trainer_with(cast.home), co_trainers=[cast.trainer_person])
    suspend(cast.trainer_person, on=today(), kind=EventKind.WITHDRAWN)
    assert refused(lambda: services.send_training(training, by=cast.trainer)) == {"not_allowed"}


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
    assert refused(lambda: services.approve_training(planned, by=cast.focal)) == {"own_work"}
    services.approve_training(planned, by=cast.office)
    sent = way.step(services.send_training, way.planned_by(starts_in=40), cast.focal)
    assert refused(lambda: services.approve_training(sent, by=cast.focal)) == {"own_work"}


def test_a_focal_point_who_teaches_it_does_not_approve_it(way, cast):
    make.RoleFactory(user=cast.trainer, kind="focal_point", institution=cast.home)
    training = way.step(services.send_training, way.planned_by(cast.office), cast.focal)
    assert refused(lambda: services.approve_training(training, by=cast.trainer)) == {"own_work"}


def test_a_focal_point_above_approves_and_one_beside_does_not(way, cast):
    above = make.InstitutionFactory(jurisdiction=cast.home.jurisdiction)
    cast.home.parent = above
    cast.home.save()
    beside = user_with("focal_point", make.InstitutionFactory(jurisdiction=cast.home.jurisdiction))
    training = way.sent()
    assert refused(lambda: services.approve_training(training, by=beside)) == {"not_allowed"}
    services.approve_training(training, by=user_with("focal_point", above))


def test_approval_asks_the_rules_of_the_day(way, cast):
    training = way.sent()
    suspend(cast.trainer_person, on=training.starts_on)
    assert refused(lambda: services.approve_training(training, by=cast.focal)) == {"not_in_force"}
    assert way.fresh(training).status == "planned"


def test_a_stale_approval_is_refused(way, cast):
    training = way.sent()
    assert refused(lambda: services.approve_training(training, by=cast.focal, version=0)) == {"stale"}


def test_a_returned_plan_carries_its_reason_and_comes_again(way, cast):
    training = way.sent()
    mail.outbox.clear()
    assert refused(lambda: services.return_training(training, by=cast.focal, reason="  ")) == {"reason_missing"}
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
    assert refused(lambda: services.submit_training(training, by=cast.trainer)) == {"wrong_state"}


def test_an_approved_training_under_way_is_not_returned(way, cast):
    training = way.approved(starts_in=0)
    act = lambda: services.return_training(training, by=cast.focal, reason="Too late.")  # noqa: E731
    assert refused(act) == {"wrong_state"}


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
    assert "not_over" in refused(lambda: services.submit_training(training, by=cast.trainer))


def test_an_incomplete_record_is_not_submitted_and_the_number_is_not_kept(way, cast):
    training = way.recorded()
    Enrolment.objects.filter(training=training).first().attendance.all().delete()
    act = lambda: services.submit_training(training, by=cast.trainer, reported=7)  # noqa: E731
    assert refused(act) == {"attendance_missing"}
    assert way.fresh(training).reported_participants is None
    assert training.sessions.filter(closed_at=None).count() == 1


def test_a_suspended_trainer_does_not_report_but_the_focal_point_finishes_the_record(way, cast):
    training = way.recorded()
    suspend(cast.trainer_person)
    assert refused(lambda: services.submit_training(training, by=cast.trainer)) == {"not_allowed"}
    services.submit_training(training, by=cast.focal)
    assert refused(lambda: services.verify_training(training, by=cast.focal)) == {"own_work"}
    services.verify_training(training, by=cast.office)
    assert way.fresh(training).status == "verified"


def test_a_returned_report_opens_the_sessions_and_comes_again(way, cast):
    training = way.step(services.return_training, way.submitted(), cast.focal, reason="One name is missing.")
    assert training.sessions.exclude(closed_at=None).count() == 0
    assert refused(lambda: services.send_training(training, by=cast.trainer)) == {"wrong_state"}
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
    assert refused(lambda: services.verify_training(training, by=cast.focal)) == {"reason_needed"}
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
        assert refused(lambda: services.verify_training(training, by=cast.focal)) == {"not_in_force"}
        assert Completion.objects.count() == 0


@pytest.mark.parametrize("name", ["trainer", "focal_away", "trainee", "observer", "assessor"])
def test_only_focal_point_and_office_verify(way, cast, name):
    training = way.submitted()
    assert refused(lambda: services.verify_training(training, by=getattr(cast, name))) == {"not_allowed"}


def test_verified_once(way, cast):
    training = way.verified()
    assert refused(lambda: services.verify_training(training, by=cast.focal)) == {"wrong_state"}


def test_the_office_locks_what_is_verified(way, cast):
    training = way.verified()
    assert refused(lambda: services.lock_training_record(training, by=cast.focal)) == {"not_allowed"}
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
    assert refused(lambda: services.cancel_training(training, by=cast.focal)) == {"reason_missing"}
    services.cancel_training(training, by=cast.focal, reason="The hall is closed.")
    assert way.fresh(training).status == TrainingStatus.CANCELLED
    assert sorted(message.to[0] for message in mail.outbox) == sorted([cast.trainer.email, cast.trainee.email])


def test_an_approved_training_is_not_cancelled_by_its_trainer(way, cast):
    act = lambda: services.cancel_training(way.approved(), by=cast.trainer, reason="Ill.")  # noqa: E731
    assert refused(act) == {"not_allowed"}


def test_what_was_taught_is_reported_not_cancelled(way, cast):
    act = lambda: services.cancel_training(way.recorded(), by=cast.focal, reason="Never mind.")  # noqa: E731
    assert refused(act) == {"already_taught"}


def test_a_trainer_throws_away_a_draft(way, cast):
    training = way.step(services.cancel_training, way.planned_by(), cast.trainer, reason="Planned twice.")
    assert training.status == "cancelled"


# Exceptions


def grant(cast, **fields):
    day = today()
    defaults = {
        "person": cast.trainer_person, "institution": cast.away, "starts_on": day, "ends_on": day + timedelta(days=60),
        "reason": "The colleagues there have no trainer yet.", "by": cast.office,
    }  # fmt: skip
    return services.grant_exception(**defaults | fields)


def test_the_office_grants_a_dated_exception(cast):
    row = grant(cast)
    assert (row.person, row.institution, row.granted_by) == (cast.trainer_person, cast.away, cast.office)
    entry = Entry.objects.get(action="exception_granted")
    assert entry.institution_id == cast.away.pk


@pytest.mark.parametrize(
    "fields, code",
    [
        ({"reason": " "}, "reason_missing"),
        ({"ends_on": today() - timedelta(days=1)}, "dates"),
    ],
)
def test_an_exception_has_dates_and_a_reason(cast, fields, code):
    assert refused(lambda: grant(cast, **fields)) == {code}
    assert DeliveryException.objects.count() == 0


def test_at_home_no_exception_is_needed_and_nobody_else_grants_one(cast):
    assert refused(lambda: grant(cast, institution=cast.home)) == {"at_home"}
    assert refused(lambda: grant(cast, by=cast.focal)) == {"not_allowed"}
    make.RoleFactory(user=cast.trainer, kind="office", institution=None)
    assert refused(lambda: grant(cast, by=cast.trainer)) == {"own_work"}


def test_an_exception_that_began_ends_yesterday(cast):
    row = grant(cast, starts_on=today() - timedelta(days=10))
    services.end_exception(row, by=cast.office, reason="Done.")
    row.refresh_from_db()
    assert row.ends_on == today() - timedelta(days=1)
    assert refused(lambda: services.end_exception(row, by=cast.office)) == {"over"}


def test_an_exception_that_never_began_is_taken_back(cast):
    row = grant(cast, starts_on=today() + timedelta(days=1))
    assert refused(lambda: services.end_exception(row, by=cast.focal)) == {"not_allowed"}
    services.end_exception(row, by=cast.office)
    assert DeliveryException.objects.count() == 0
    assert Entry.objects.filter(action="exception_ended").count() == 1


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
