"""Renewal, the senior level, correction: each a new record in the chain, by its conditions, once."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from lms.audit.models import Entry
from lms.certification.choices import Act, CertificateKind, Level, Outcome, State
from lms.certification.evidence import facts_of
from lms.certification.models import Certificate, Decision
from lms.certification.next_steps import outlook
from lms.certification.services import (
    advance_certificate,
    correct_certificate,
    decide_certification,
    issue_completion_certificates,
    issue_trainer_certificate,
    promote_certificate,
    renew_certificate,
    request_standing,
)
from lms.certification.validity import renewal_window, state_on
from lms.core.clock import pretend
from lms.people.models import Person
from lms.trainings.choices import CompletionOutcome, TrainingKind, TrainingStatus
from lms.trainings.models import Completion
from tests import factories as make
from tests.refusals import refusal_of, refused

from .scenes import AT_ONCE, candidacy, suspend, verified_training, withdraw

FIRST, LAST = date(2026, 1, 1), date(2028, 12, 31)
OPENS, CLOSES = date(2028, 6, 30), date(2029, 3, 31)
A_DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def quick_documents(monkeypatch):
    """What the document looks like is another module's subject."""
    monkeypatch.setattr("lms.certification.services.documents.render_certificate", lambda facts: b"%PDF-1.4 test")


@pytest.fixture
def certificate(cast):
    """In force from 1 January 2026 until 31 December 2028."""
    return cast.trainer_person.certificates.get()


def delivered(person, on: date, **fields):
    training = make.TrainingFactory(status=TrainingStatus.VERIFIED, starts_on=on, ends_on=on, **fields)
    make.DelivererFactory(training=training, person=person)
    return training


def refreshed(person, on: date):
    training = make.TrainingFactory(
        kind=TrainingKind.REFRESHER, status=TrainingStatus.VERIFIED, starts_on=on, ends_on=on
    )
    place = make.EnrolmentFactory(training=training, person=person)
    Completion.objects.create(
        enrolment=place, outcome=CompletionOutcome.COMPLETED, completed_on=on, half_days=2, half_days_attended=2
    )


@pytest.fixture
def practised(cast):
    """Delivered and refreshed in the last year of the certificate."""
    delivered(cast.trainer_person, date(2028, 9, 1))
    refreshed(cast.trainer_person, date(2028, 10, 1))


def fresh(certificate) -> Certificate:
    return Certificate.objects.get(pk=certificate.pk)


# Renewal --------------------------------------------------------------------------------------------------------------


def test_renewed_before_its_end_it_loses_no_day(cast, certificate, practised):
    with pretend(date(2028, 11, 1)):
        new = renew_certificate(certificate, by=cast.office)

    assert (new.level, new.act, new.replaces) == (Level.CERTIFIED, Act.RENEWAL, certificate)
    assert (new.valid_from, new.valid_until) == (date(2028, 11, 1), date(2031, 12, 31))
    assert (new.training, new.edition) == (certificate.training, certificate.edition)
    decision = new.decision
    assert (decision.act, decision.basis, decision.outcome, decision.decided_by) == (
        Act.RENEWAL, certificate, Outcome.CERTIFIED, cast.office,
    )  # fmt: skip
    assert {row["code"]: row["met"] for row in decision.requirements} == {"deliveries": True, "refresher": True}


def test_the_old_one_stays_and_says_what_it_now_is(cast, certificate, practised):
    with pretend(date(2028, 11, 1)):
        renew_certificate(certificate, by=cast.office)

    facts = facts_of(fresh(certificate))
    assert [state_on(facts, day) for day in (FIRST, date(2028, 10, 31), date(2028, 11, 1), LAST + A_DAY)] == [
        State.IN_FORCE, State.IN_FORCE, State.REPLACED, State.REPLACED,
    ]  # fmt: skip


def test_in_the_grace_period_it_is_not_in_force_but_renewable(cast, certificate, practised):
    with pretend(date(2029, 2, 1)):
        assert state_on(facts_of(certificate), date(2029, 2, 1)) == State.EXPIRED
        new = renew_certificate(certificate, by=cast.office)

    assert (new.valid_from, new.valid_until) == (date(2029, 2, 1), date(2032, 1, 31))
    facts = facts_of(fresh(certificate))
    assert state_on(facts, date(2029, 1, 31)) == State.EXPIRED


@pytest.mark.parametrize(
    ("day", "code"), [(OPENS - A_DAY, "too_early"), (OPENS, None), (CLOSES, None), (CLOSES + A_DAY, "too_late")]
)
def test_the_first_and_the_last_day_of_the_window(cast, certificate, day, code):
    delivered(cast.trainer_person, day - A_DAY)
    refreshed(cast.trainer_person, day - A_DAY)
    with pretend(day):
        if code:
            assert refusal_of(lambda: renew_certificate(certificate, by=cast.office)) == {code}
        else:
            assert renew_certificate(certificate, by=cast.office).valid_from == day


def test_a_window_around_a_leap_day():
    assert renewal_window(date(2028, 2, 29), opens_months=12, grace_months=12) == (date(2027, 2, 28), date(2029, 2, 28))


def test_what_is_missing_is_said(cast, certificate):
    delivered(cast.trainer_person, date(2027, 10, 1))
    with pretend(date(2028, 11, 1)), refused("not_met", words="1 delivery in the last 12 months"):
        renew_certificate(certificate, by=cast.office)
    assert not Decision.objects.filter(act=Act.RENEWAL).exists()


def test_a_tot_taught_or_a_training_not_verified_is_no_delivery(cast, certificate):
    refreshed(cast.trainer_person, date(2028, 10, 1))
    delivered(cast.trainer_person, date(2028, 10, 10), kind=TrainingKind.TOT)
    delivered(cast.trainer_person, date(2028, 10, 20)).__class__.objects.filter(ends_on=date(2028, 10, 20)).update(
        status=TrainingStatus.SUBMITTED
    )
    with pretend(date(2028, 11, 1)):
        assert refusal_of(lambda: renew_certificate(certificate, by=cast.office)) == {"not_met"}


def test_twice_is_once(cast, certificate, practised):
    with pretend(date(2028, 11, 1)):
        first = renew_certificate(certificate, by=cast.office)
        entries = Entry.objects.count()
        assert renew_certificate(certificate, by=cast.officer) == first
    assert (Certificate.objects.filter(replaces=certificate).count(), Entry.objects.count()) == (1, entries)


def test_who_may_not_renew(cast, certificate, practised):
    with pretend(date(2028, 11, 1)):
        for role in ("focal", "trainer", "assessor", "observer", "stranger"):
            assert refusal_of(lambda role=role: renew_certificate(certificate, by=getattr(cast, role))) == {
                "not_allowed"
            }


def test_a_suspended_or_withdrawn_one_is_not_renewed(cast, certificate, practised):
    with pretend(date(2028, 11, 1)):
        suspend(certificate, cast)
        assert refusal_of(lambda: renew_certificate(certificate, by=cast.office)) == {"not_in_force"}
        withdraw(certificate, cast)
        assert refusal_of(lambda: renew_certificate(certificate, by=cast.office)) == {"not_in_force"}


def test_no_new_record_while_a_request_waits(cast, certificate, practised):
    with pretend(date(2028, 11, 1)):
        day = date(2028, 11, 1)
        request_standing(certificate, "suspended", effective_on=day, reason="An inquiry.", by=cast.office)
        assert refusal_of(lambda: renew_certificate(certificate, by=cast.office)) == {"request_waiting"}
        assert refusal_of(lambda: correct_certificate(certificate, reason="Wrong.", by=cast.office)) == {
            "request_waiting"
        }


def test_a_provisional_one_is_not_renewed_and_a_completion_neither(cast):
    provisional = make.TrainerCertificateFactory(level=Level.PROVISIONAL)
    completion = make.TrainerCertificateFactory(kind=CertificateKind.COMPLETION, level="", valid_until=None)

    for row in (provisional, completion):
        assert refusal_of(lambda row=row: renew_certificate(row, by=cast.office)) == {"not_renewable"}


# Senior ---------------------------------------------------------------------------------------------------------------


def test_senior_after_the_time_and_the_deliveries(cast, certificate):
    for month in (3, 5, 7, 9):
        delivered(cast.trainer_person, date(2027, month, 1))
    with pretend(date(2027, 12, 31)):
        assert refusal_of(lambda: advance_certificate(certificate, by=cast.office)) == {"not_met"}
    with pretend(date(2028, 1, 1)):
        new = advance_certificate(certificate, by=cast.office)
        assert advance_certificate(certificate, by=cast.officer) == new

    assert (new.level, new.act, new.valid_until) == (Level.SENIOR, Act.SENIOR, date(2030, 12, 31))
    assert new.decision.outcome == Outcome.SENIOR


def test_time_as_certified_runs_on_through_the_chain(cast, certificate, practised):
    for month in (1, 2, 3, 4):
        delivered(cast.trainer_person, date(2029, month, 5))
    with pretend(date(2028, 11, 1)):
        second = renew_certificate(certificate, by=cast.office)
    with pretend(date(2029, 5, 1)):
        third = advance_certificate(fresh(second), by=cast.office)

    assert [row["have"] for row in third.decision.requirements if row["code"] == "months_held"] == [40]


def test_only_a_certified_trainer_becomes_senior(cast):
    provisional = make.TrainerCertificateFactory(level=Level.PROVISIONAL)
    senior = make.TrainerCertificateFactory(level=Level.SENIOR)

    for row in (provisional, senior):
        assert refusal_of(lambda row=row: advance_certificate(row, by=cast.office)) == {"not_certified"}


# Correction -----------------------------------------------------------------------------------------------------------


def test_a_correction_takes_the_name_of_today_and_keeps_everything_else(cast, certificate):
    Person.objects.filter(pk=certificate.person_id).update(family_name="Nikolić")
    old_name = certificate.holder_name

    new = correct_certificate(certificate, reason="The family name was misspelt.", by=cast.office)

    assert new.holder_name.endswith("Nikolić") and new.holder_name != old_name
    assert (new.act, new.replaces, new.act_reason) == (Act.CORRECTION, certificate, "The family name was misspelt.")
    kept = ("level", "valid_until", "training", "decision", "curriculum", "edition", "scheme", "kind")
    assert [getattr(new, name) for name in kept] == [getattr(certificate, name) for name in kept]
    assert fresh(certificate).holder_name == old_name
    assert Entry.objects.filter(action="certificate.issued").latest("id").reason == "The family name was misspelt."


def test_correcting_twice_is_once(cast, certificate):
    first = correct_certificate(certificate, reason="Wrong.", by=cast.office)

    assert correct_certificate(certificate, reason="Wrong.", by=cast.officer) == first


def test_a_completion_can_be_corrected_and_is_still_issued_once(cast):
    training = verified_training(1, institution=cast.home)
    (row,) = issue_completion_certificates(training, by=None)

    new = correct_certificate(row, reason="Wrong.", by=cast.office)

    assert (new.kind, new.facts["half_days"]) == (CertificateKind.COMPLETION, [4, 4])
    assert issue_completion_certificates(training, by=None) == []


def test_a_correction_refuses(cast, certificate):
    assert refusal_of(lambda: correct_certificate(certificate, reason="Wrong.", by=cast.focal)) == {"not_allowed"}
    assert refusal_of(lambda: correct_certificate(certificate, reason=" ", by=cast.office)) == {"no_reason"}
    withdraw(certificate, cast)
    assert refusal_of(lambda: correct_certificate(certificate, reason="Wrong.", by=cast.office)) == {"wrong_state"}


def test_a_corrected_decision_is_still_issued_once(cast):
    scene = candidacy(cast.trainee_person, AT_ONCE)
    decision = decide_certification(scheme=scene.scheme, training=scene.training, person=scene.person, by=cast.office)
    first = issue_trainer_certificate(decision, by=cast.office)
    correct_certificate(first, reason="Wrong.", by=cast.office)

    assert issue_trainer_certificate(decision, by=cast.office) == first


# No certificate without its grounds -----------------------------------------------------------------------------------


def test_the_database_wants_a_decision_behind_every_trainer_certificate(cast, certificate):
    with pytest.raises(IntegrityError), transaction.atomic():
        make.TrainerCertificateFactory(decision=None)


def test_the_whole_chain_stands_on_the_training_that_was_attended(cast):
    scene = candidacy(cast.trainee_person)
    decision = decide_certification(scheme=scene.scheme, training=scene.training, person=scene.person, by=cast.office)
    first = issue_trainer_certificate(decision, valid_from=scene.training.ends_on, by=cast.office)
    beside = delivered(scene.person, first.valid_from + A_DAY, curriculum=scene.training.curriculum)
    make.DelivererFactory(training=beside, person=cast.trainer_person, part="co_trainer")

    second = promote_certificate(first, by=cast.office)
    third = correct_certificate(second, reason="Wrong.", by=cast.office)

    assert {row.training for row in (first, second, third)} == {scene.training}
    assert all(row.decision.person == scene.person for row in (first, second, third))
    assert scene.training.enrolments.filter(person=scene.person, attendance__present=True).exists()


# What comes next ------------------------------------------------------------------------------------------------------


def test_the_outlook_says_what_is_open_met_and_missing(certificate, practised):
    renewal, senior = outlook(certificate, date(2028, 11, 1))

    assert (renewal.act, renewal.opens_on, renewal.closes_on, renewal.is_ready) == (Act.RENEWAL, OPENS, CLOSES, True)
    assert (senior.act, senior.is_open, senior.is_met) == (Act.SENIOR, True, False)
    assert [(row.have, row.need) for row in renewal.proposal.requirements] == [(1, 1), (1, 1)]


def test_in_grace_only_renewal_is_left_and_after_it_nothing(certificate):
    (renewal,) = outlook(certificate, date(2029, 2, 1))
    assert (renewal.act, renewal.in_grace, renewal.is_open, renewal.is_met) == (Act.RENEWAL, True, True, False)
    assert outlook(certificate, CLOSES + A_DAY) == []


def test_a_suspended_or_replaced_one_has_no_outlook(cast, certificate):
    new = correct_certificate(certificate, reason="Wrong.", by=cast.office)
    assert outlook(fresh(certificate), new.valid_from) == []
    suspend(new, cast)
    assert outlook(fresh(new), new.valid_from) == []
