"""Issuing, promoting, and what the database refuses to change."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from lms.audit.models import Entry
from lms.certification.choices import CertificateKind, Level, Outcome, State
from lms.certification.evidence import facts_of, trainer_days_covered
from lms.certification.models import Certificate, CertificateEvent
from lms.certification.rules import USUAL
from lms.certification.services import (
    decide_certification,
    issue_completion_certificates,
    issue_trainer_certificate,
    promote_certificate,
)
from lms.certification.validity import last_day, state_on
from lms.core.clock import today
from lms.people.choices import RoleKind
from lms.people.models import Person
from lms.trainings.choices import CompletionOutcome, Part, TrainingStatus
from tests import factories as make
from tests.refusals import refusal_of

from .scenes import AT_ONCE, candidacy, co_delivery, suspend, verified_training, withdraw


@pytest.fixture(autouse=True)
def quick_documents(monkeypatch):
    """What the document looks like is another module's subject."""
    monkeypatch.setattr("lms.certification.services.documents.render_certificate", lambda facts: b"%PDF-1.4 test")


@pytest.fixture
def decision(cast):
    scene = candidacy(cast.trainee_person)
    return decide_certification(scheme=scene.scheme, training=scene.training, person=scene.person, by=cast.office)


def test_whoever_becomes_a_trainer_can_sign_in(cast, decision):
    person = decision.person
    Person.objects.filter(pk=person.pk).update(user=None)

    issue_trainer_certificate(decision, by=cast.office)

    person.refresh_from_db()
    assert person.user.email == person.email


def test_a_trainer_certificate_is_issued_with_its_facts_and_document(cast, decision):
    certificate = issue_trainer_certificate(decision, level=Level.PROVISIONAL, valid_from=today(), by=cast.office)

    certificate.refresh_from_db()
    assert certificate.kind == CertificateKind.TRAINER
    assert (certificate.level, certificate.holder_name) == (Level.PROVISIONAL, "Milica Jovanović")
    assert certificate.valid_until == last_day(today(), USUAL.provisional_months)
    assert certificate.facts["code"] == certificate.code
    assert certificate.document.read() == b"%PDF-1.4 test"
    assert len(certificate.document_sha256) == 64
    assert {entry.action for entry in Entry.objects.filter(object_type="certification.certificate")} == {
        "certificate.issued", "certificate.document_made",
    }  # fmt: skip


def test_without_a_level_the_decisions_is_taken(cast, decision):
    assert issue_trainer_certificate(decision, by=cast.office).level == Level.PROVISIONAL


def test_numbers_are_random_and_carry_the_year(cast, decision):
    certificate = issue_trainer_certificate(decision, by=cast.office)

    kind, letter, year, first, second = certificate.number.split("-")
    assert (kind, letter, year, len(first), len(second)) == ("PSSM", "T", str(today().year), 4, 4)


@pytest.mark.parametrize("role", ["focal", "trainer", "assessor", "observer"])
def test_only_the_office_issues(cast, decision, role):
    assert refusal_of(lambda: issue_trainer_certificate(decision, by=getattr(cast, role))) == {"not_office"}


def test_nobody_issues_their_own(cast, decision):
    make.RoleFactory(user=cast.trainee, kind=RoleKind.OFFICE)

    assert refusal_of(lambda: issue_trainer_certificate(decision, by=cast.trainee)) == {"own_certificate"}


def test_a_decision_not_to_certify_gives_no_certificate(cast):
    scene = candidacy(cast.trainee_person)
    decision = decide_certification(
        scheme=scene.scheme, training=scene.training, person=scene.person, by=cast.office,
        outcome=Outcome.NOT_CERTIFIED, reason="Left early.",
    )  # fmt: skip

    assert refusal_of(lambda: issue_trainer_certificate(decision, by=cast.office)) == {"not_certified"}


def test_a_provisional_decision_gives_no_certified_level(cast, decision):
    act = lambda: issue_trainer_certificate(decision, level=Level.CERTIFIED, by=cast.office)  # noqa: E731

    assert refusal_of(act) == {"level_too_high"}


def test_issuing_twice_gives_the_same_certificate(cast, decision):
    first = issue_trainer_certificate(decision, by=cast.office)
    entries = Entry.objects.count()

    assert issue_trainer_certificate(decision, by=cast.officer) == first
    assert (Certificate.objects.filter(decision=decision).count(), Entry.objects.count()) == (1, entries)


def test_the_database_itself_refuses_a_second_certificate_of_a_decision(cast, decision):
    first = issue_trainer_certificate(decision, by=cast.office)
    first.pk, first.number, first.code = None, "PSSM-T-2026-B", "2222-3333-4444-5555"

    with pytest.raises(IntegrityError), transaction.atomic():
        first.save()


def test_no_certificate_is_valid_before_the_training_ended(cast, decision):
    early = decision.training.ends_on - timedelta(days=1)

    assert refusal_of(lambda: issue_trainer_certificate(decision, valid_from=early, by=cast.office)) == {
        "before_training"
    }


# Chains ---------------------------------------------------------------------------------------------------------------


def test_renewal_makes_a_new_certificate_in_the_chain(cast):
    scene = candidacy(cast.trainer_person, AT_ONCE)
    old = cast.trainer_person.certificates.get()
    decision = decide_certification(scheme=scene.scheme, training=scene.training, person=scene.person, by=cast.office)

    new = issue_trainer_certificate(decision, by=cast.office)

    old = Certificate.objects.get(pk=old.pk)
    assert new.replaces == old
    assert state_on(facts_of(old), today()) == State.REPLACED
    assert state_on(facts_of(old), today() - timedelta(days=1)) == State.IN_FORCE


def test_a_suspended_trainer_is_not_renewed(cast):
    scene = candidacy(cast.trainer_person)
    old = cast.trainer_person.certificates.get()
    suspend(old, cast)
    decision = decide_certification(scheme=scene.scheme, training=scene.training, person=scene.person, by=cast.office)

    assert refusal_of(lambda: issue_trainer_certificate(decision, by=cast.office)) == {"suspended"}


def test_after_a_withdrawal_a_new_tot_begins_a_new_chain(cast):
    scene = candidacy(cast.trainer_person)
    withdraw(cast.trainer_person.certificates.get(), cast, reason="Misconduct.")
    decision = decide_certification(scheme=scene.scheme, training=scene.training, person=scene.person, by=cast.office)

    assert issue_trainer_certificate(decision, by=cast.office).replaces is None


@pytest.fixture
def provisional(cast):
    """The trainee's provisional certificate, twenty days old."""
    return make.TrainerCertificateFactory(
        person=cast.trainee_person, level=Level.PROVISIONAL, valid_from=today() - timedelta(days=20),
        valid_until=today() + timedelta(days=300),
    )  # fmt: skip


def test_promotion_after_a_co_delivery_makes_a_certified_one(cast, provisional):
    co_delivery(cast.trainee_person, cast.trainer_person, today() - timedelta(days=10))

    new = promote_certificate(provisional, by=cast.office)

    assert (new.level, new.replaces, new.valid_from) == (Level.CERTIFIED, provisional, today())
    assert new.valid_until == last_day(today(), USUAL.validity_months)
    assert Certificate.objects.get(pk=provisional.pk).level == Level.PROVISIONAL


def test_promotion_needs_company_certified_on_every_day(cast, provisional):
    CertificateEvent.objects.create(
        certificate=cast.trainer_person.certificates.get(), kind="suspended", reason="An inquiry.",
        effective_on=today() - timedelta(days=9),
    )  # fmt: skip
    co_delivery(cast.trainee_person, cast.trainer_person, today() - timedelta(days=10))

    assert refusal_of(lambda: promote_certificate(provisional, by=cast.office)) == {"not_met"}


def test_a_delivery_that_is_not_verified_does_not_promote(cast, provisional):
    training = co_delivery(cast.trainee_person, cast.trainer_person, today() - timedelta(days=10))
    training.status = TrainingStatus.SUBMITTED
    training.save()

    assert refusal_of(lambda: promote_certificate(provisional, by=cast.office)) == {"not_met"}


def test_teaching_in_support_is_no_delivery(cast, provisional):
    training = co_delivery(cast.trainee_person, cast.trainer_person, today() - timedelta(days=10))
    training.deliverers.filter(person=cast.trainee_person).update(part=Part.SUPPORT)

    assert refusal_of(lambda: promote_certificate(provisional, by=cast.office)) == {"not_met"}


def test_promotion_refuses_others_and_wrong_certificates(cast, provisional):
    certified = cast.trainer_person.certificates.get()

    assert refusal_of(lambda: promote_certificate(provisional, by=cast.focal)) == {"not_allowed"}
    assert refusal_of(lambda: promote_certificate(certified, by=cast.office)) == {"not_provisional"}


def test_a_provisional_certificate_out_of_force_is_not_promoted(cast, provisional):
    suspend(provisional, cast)

    assert refusal_of(lambda: promote_certificate(provisional, by=cast.office)) == {"not_in_force"}


# Completion -----------------------------------------------------------------------------------------------------------


def test_one_certificate_for_each_completion_and_never_two(cast):
    training = verified_training(3, institution=cast.home)

    first = issue_completion_certificates(training, by=cast.focal)
    second = issue_completion_certificates(training, by=cast.office)

    assert (len(first), len(second)) == (3, 0)
    assert {row.kind for row in first} == {CertificateKind.COMPLETION}
    assert {(row.valid_from, row.valid_until) for row in first} == {(training.ends_on, None)}
    assert not Certificate.objects.filter(training=training).undocumented().exists()


def test_a_partial_completion_gives_no_certificate(cast):
    training = verified_training(2, CompletionOutcome.PARTIAL, institution=cast.home)

    assert issue_completion_certificates(training, by=cast.focal) == []


def test_completion_certificates_wait_for_verification(cast):
    training = make.TrainingFactory(institution=cast.home, status=TrainingStatus.SUBMITTED)

    assert refusal_of(lambda: issue_completion_certificates(training, by=cast.focal)) == {"not_verified"}


@pytest.mark.parametrize("role", ["focal_away", "trainer", "assessor", "stranger"])
def test_others_do_not_issue_completions(cast, role):
    training = verified_training(1, institution=cast.home)

    assert refusal_of(lambda: issue_completion_certificates(training, by=getattr(cast, role))) == {"not_allowed"}


def test_the_system_itself_may_issue(cast):
    assert len(issue_completion_certificates(verified_training(1), by=None)) == 1


# What was issued stays as it was issued -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("number", "PSSM-T-2026-XXXX"), ("holder_name", "Somebody Else"), ("valid_from", date(2025, 1, 1)),
        ("valid_until", date(2030, 1, 1)), ("code", "2222-2222-2222-2222"), ("facts", {"level": "certified"}),
        ("level", "provisional"), ("language", "ro"), ("kind", "completion"),
    ],
)  # fmt: skip
def test_the_database_refuses_to_change_what_was_issued(cast, field, value):
    row = cast.trainer_person.certificates.get()

    with pytest.raises(IntegrityError, match="stays as it was issued"), transaction.atomic():
        Certificate.objects.filter(pk=row.pk).update(**{field: value})


def test_the_document_is_set_once(cast):
    rows = Certificate.objects.filter(person=cast.trainer_person)
    rows.update(document="certificates/a.pdf", document_sha256="a" * 64)

    with pytest.raises(IntegrityError, match="stays as it was issued"), transaction.atomic():
        rows.update(document="certificates/b.pdf")
    with pytest.raises(IntegrityError, match="stays as it was issued"), transaction.atomic():
        rows.update(document_sha256="b" * 64)


def test_the_database_refuses_to_delete(cast):
    row = cast.trainer_person.certificates.get()
    suspend(row, cast)

    for rows in (CertificateEvent.objects.all(), Certificate.objects.all()):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows._raw_delete(rows.db)
    with pytest.raises(IntegrityError), transaction.atomic():
        CertificateEvent.objects.update(reason="Nothing happened.")


def test_saving_without_a_change_is_no_change(cast):
    cast.trainer_person.certificates.get().save()


# Days covered ---------------------------------------------------------------------------------------------------------


def test_days_covered_gives_the_certificate_of_each_day(cast):
    row = cast.trainer_person.certificates.get()
    days = [row.valid_from - timedelta(days=1), row.valid_from, row.valid_until, row.valid_until + timedelta(days=1)]

    covered = trainer_days_covered([cast.trainer_person.pk, cast.trainee_person.pk], row.curriculum, days)

    assert list(covered[cast.trainer_person.pk].values()) == [None, row, row, None]
    assert list(covered[cast.trainee_person.pk].values()) == [None] * 4


def test_another_curriculum_is_not_covered(cast):
    other = make.CurriculumFactory(code="other")

    assert trainer_days_covered([cast.trainer_person.pk], other, [today()]) == {cast.trainer_person.pk: {today(): None}}


def test_each_trainer_may_be_asked_about_days_of_their_own(cast):
    row = cast.trainer_person.certificates.get()
    before = row.valid_from - timedelta(days=1)
    asked = {cast.trainer_person.pk: {row.valid_from}, cast.trainee_person.pk: {before}}

    assert trainer_days_covered(asked, row.curriculum, asked) == {
        cast.trainer_person.pk: {row.valid_from: row},
        cast.trainee_person.pk: {before: None},
    }


def test_days_covered_asks_as_much_for_thirty_as_for_one(cast, django_assert_num_queries):
    people = [make.TrainerCertificateFactory().person_id for _number in range(30)]
    curriculum = make.CurriculumFactory()
    days = [today() + timedelta(days=number) for number in range(5)]

    for ids in (people[:1], people):
        with django_assert_num_queries(2):
            trainer_days_covered(ids, curriculum, days)
