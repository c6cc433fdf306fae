"""Issuing many: each person once, whatever happens to the worker; who could not have one is named with the cure."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.audit.models import Entry
from lms.certification.choices import CertificateKind
from lms.certification.facts import frozen_facts
from lms.certification.models import BatchRow, Certificate, Decision, IssueBatch, LogEntry
from lms.certification.services import (
    decide_certification,
    issue_completion_certificates,
    issue_trainer_certificates,
    progress_of,
    resume_batches,
    retry_batch,
    start_batch,
    verify_log,
    work_batch,
)
from lms.certification.services.documents import CHUNK, documents_held
from lms.core.clock import now
from tests import factories as make
from tests.refusals import refusal_of

from .scenes import AT_ONCE, candidacy, verified_training


@pytest.fixture
def no_worker(monkeypatch):
    """Tasks are handed over and nobody takes them; `.asked` collects what was handed over."""
    worker = SimpleNamespace(asked=[])
    worker.enqueue = worker.asked.append
    monkeypatch.setattr("lms.certification.services.batch.run_batch", worker)
    return worker


def state(batch) -> tuple[int, int, int, int]:
    found = progress_of(batch)
    return found.total, found.issued, found.failed, found.stored


# Starting -------------------------------------------------------------------------------------------------------------


def test_a_training_of_sixty_has_its_certificates_each_with_its_document(cast):
    training = verified_training(60)

    batch = start_batch(training, by=cast.office)

    batch.refresh_from_db()
    assert state(batch) == (60, 60, 0, 60) and batch.finished_at
    assert Certificate.objects.filter(training=training).exclude(document="").count() == 60
    assert verify_log().length == 60 and verify_log().is_whole
    actions = list(
        Entry.objects.filter(action__startswith="certificates.batch").order_by("id").values_list("action", flat=True)
    )
    assert actions == ["certificates.batch_started", "certificates.batch_finished"]


def test_a_cohorts_decisions_become_certificates(cast):
    scene = candidacy(make.PersonFactory(), AT_ONCE)
    decision = decide_certification(scheme=scene.scheme, training=scene.training, person=scene.person, by=cast.office)

    batch = start_batch(scene.training, decisions=[decision], by=cast.office)

    assert batch.kind == CertificateKind.TRAINER and state(batch) == (1, 1, 0, 1)
    assert decision.certificates.count() == 1
    assert refusal_of(lambda: start_batch(scene.training, decisions=[decision], by=cast.office)) == {"nothing_to_issue"}


def test_starting_again_while_it_runs_joins_it(cast, no_worker):
    training = verified_training(3)

    first = start_batch(training, by=cast.office)
    again = start_batch(training, by=cast.office)

    assert first == again and first.rows.count() == 3


def test_when_everybody_has_one_there_is_nothing_to_start(cast):
    training = verified_training(2)
    issue_completion_certificates(training, by=None)

    assert refusal_of(lambda: start_batch(training, by=cast.office)) == {"nothing_to_issue"}
    assert not IssueBatch.objects.exists()


@pytest.mark.parametrize("who", ["focal_away", "trainer", "assessor", "observer", "trainee"])
def test_only_office_and_focal_point_start_one(cast, who):
    training = verified_training(1, institution=cast.home)

    assert refusal_of(lambda: start_batch(training, by=getattr(cast, who))) == {"not_allowed"}
    assert refusal_of(lambda: start_batch(training, decisions=[], by=getattr(cast, who))) == {"not_allowed"}


def test_a_training_that_is_not_verified_has_none(cast):
    training = make.TrainingFactory()

    assert refusal_of(start_batch, training, by=cast.office) == {"not_verified"}


def test_two_open_batches_of_one_training_cannot_be(cast, no_worker):
    batch = start_batch(verified_training(1), by=cast.office)

    with pytest.raises(IntegrityError), transaction.atomic():
        IssueBatch.objects.create(training=batch.training, kind=batch.kind)


# Working --------------------------------------------------------------------------------------------------------------


def test_whoever_cannot_have_one_is_named_with_the_cure_and_holds_up_nobody(cast):
    training = verified_training(3)
    person = training.enrolments.get(place=2).person
    person.given_name = "Ωmega"
    person.save()

    batch = start_batch(training, by=cast.office)

    assert state(batch) == (3, 2, 1, 2)
    (row,) = batch.rows.exclude(failure="")
    assert (row.person, row.failure) == (person, "not_printable")
    assert "Ω" in row.failure_words and "Correct the record" in row.failure_words

    person.given_name = "Omega"
    person.save()
    retry_batch(IssueBatch.objects.get(pk=batch.pk), by=cast.office)

    assert state(batch) == (3, 3, 0, 3)


def test_an_error_nobody_expected_is_noted_and_holds_up_nobody(cast, monkeypatch, caplog):
    from lms.certification.services import issuing as module

    training = verified_training(3)
    person = training.enrolments.get(place=2).person

    def broken(certificate, *args):
        if certificate.person_id == person.pk:
            raise ZeroDivisionError
        return frozen_facts(certificate, *args)

    monkeypatch.setattr(module, "frozen_facts", broken)
    batch = start_batch(training, by=cast.office)

    assert state(batch) == (3, 2, 1, 2)
    row = batch.rows.exclude(failure="").get()
    assert (row.person, row.failure) == (person, "unexpected")
    assert "ZeroDivisionError" in caplog.text


def test_several_of_a_lot_are_named_each_and_all_others_have_theirs(cast):
    """More than one transaction, with people in the way at its edges and side by side."""
    training = verified_training(CHUNK + 5)
    wrong = {1, 12, 13, CHUNK, CHUNK + 1, CHUNK + 5}
    for enrolment in training.enrolments.filter(place__in=wrong).select_related("person"):
        enrolment.person.given_name = "Ωmega"
        enrolment.person.save()

    batch = start_batch(training, by=cast.office)

    failed = batch.rows.exclude(failure="").values_list("completion__enrolment__place", flat=True)
    assert set(failed) == wrong
    assert state(batch) == (CHUNK + 5, CHUNK - 1, 6, CHUNK - 1)
    assert LogEntry.objects.count() == CHUNK - 1 and verify_log().is_whole


def test_one_and_twenty_five_people_of_a_batch_ask_the_same(cast, no_worker):
    def count(people: int) -> int:
        batch = start_batch(verified_training(people), by=cast.office)
        with CaptureQueriesContext(connection) as captured:
            assert work_batch(batch.pk) == people
        return len(captured)

    count(1)
    assert count(1) == count(CHUNK)


def test_a_cohorts_certificates_ask_the_same_for_one_and_for_six(cast):
    scene = candidacy(make.PersonFactory(), AT_ONCE)
    first = decide_certification(scheme=scene.scheme, training=scene.training, person=scene.person, by=cast.office)

    def count(people: int) -> int:
        decisions = [
            Decision.objects.create(
                scheme=first.scheme, version=first.version, training=first.training, outcome=first.outcome,
                person=make.PersonFactory(user=make.UserFactory()),
            )
            for _number in range(people)
        ]  # fmt: skip
        with CaptureQueriesContext(connection) as captured, documents_held():
            issued = issue_trainer_certificates(decisions, by=cast.office)
        assert {pk: row.person_id for pk, row in issued.items()} == {row.pk: row.person_id for row in decisions}
        return len(captured)

    count(1)
    assert count(1) == count(6)


def test_the_trail_tells_the_same_of_one_and_of_many(cast, no_worker):
    """Act, record, reason and fields are those of a single issue; only what tells the people apart differs."""

    def told(training) -> set:
        rows = Entry.objects.filter(object_id__in=[str(row.pk) for row in training.certificates.all()])
        rows = rows.filter(object_type="certification.certificate")
        return {
            (row.action, row.actor, row.institution_id, row.reason, tuple(row.after), tuple(row.before)) for row in rows
        }

    one, many = (verified_training(count, institution=cast.home) for count in (1, 3))
    for enrolment in [*one.enrolments.all(), *many.enrolments.all()]:
        enrolment.person.institution = cast.home
        enrolment.person.save()
    issue_completion_certificates(one, by=cast.office)
    work_batch(start_batch(many, by=cast.office).pk)

    assert told(one) == told(many) and len(told(one)) == 2


def test_working_twice_writes_nothing_twice(cast, no_worker):
    batch = start_batch(verified_training(5), by=cast.office)

    assert work_batch(batch.pk) == 5
    before = list(Certificate.objects.order_by("pk").values_list("number", "document_sha256"))
    assert work_batch(batch.pk) == 0

    assert list(Certificate.objects.order_by("pk").values_list("number", "document_sha256")) == before
    assert LogEntry.objects.count() == 5


def test_one_issued_elsewhere_in_the_meantime_is_taken_as_it_is(cast, no_worker):
    training = verified_training(2)
    batch = start_batch(training, by=cast.office)
    issue_completion_certificates(training, by=None)

    work_batch(batch.pk)

    assert state(batch) == (2, 2, 0, 2) and Certificate.objects.filter(training=training).count() == 2


def test_a_batch_that_stands_still_is_handed_over_again_and_a_busy_one_is_not(cast, no_worker):
    still, busy = (start_batch(verified_training(1), by=cast.office) for _number in range(2))
    IssueBatch.objects.filter(pk=still.pk).update(beat_at=now() - timedelta(minutes=2))
    no_worker.asked.clear()

    assert resume_batches() == 1

    assert no_worker.asked == [still.pk]
    call_command("resume_batches")
    work_batch(still.pk)
    work_batch(busy.pk)
    assert resume_batches() == 0


# Pages ----------------------------------------------------------------------------------------------------------------


@pytest.fixture
def running(cast, no_worker) -> IssueBatch:
    return start_batch(verified_training(3), by=cast.office)


def test_the_page_shows_how_far_it_is_with_and_without_scripts(cast, as_user, running):
    page = as_user(cast.office).get(reverse("certification:batch_detail", args=[running.pk])).content.decode()

    assert f'data-progress-url="/certificates/issues/{running.pk}/progress/"' in page
    assert '<noscript><meta http-equiv="refresh" content="4"></noscript>' in page
    assert 'value="0" max="3"' in page and page.count("waiting") >= 3


def test_a_finished_one_asks_for_nothing_more(cast, as_user, running):
    work_batch(running.pk)

    page = as_user(cast.office).get(reverse("certification:batch_detail", args=[running.pk])).content.decode()

    assert "data-progress-url" not in page and 'http-equiv="refresh"' not in page
    assert Certificate.objects.filter(training=running.training).first().number in page


def test_the_bar_is_told_in_figures(cast, as_user, running):
    address = reverse("certification:batch_progress", args=[running.pk])
    before = {"issued": 0, "stored": 0, "failed": 0, "waiting": 3}
    told = {"value": 0, "max": 3, "text": "0 of 3 issued", "done": False, "figures": before}
    assert as_user(cast.office).get(address).json() == told

    work_batch(running.pk)

    after = {"issued": 3, "stored": 3, "failed": 0, "waiting": 0}
    told = {"value": 3, "max": 3, "text": "3 of 3 issued", "done": True, "figures": after}
    assert as_user(cast.office).get(address).json() == told


def test_one_that_stands_still_can_be_set_going(cast, as_user, running, no_worker):
    IssueBatch.objects.filter(pk=running.pk).update(beat_at=now() - timedelta(minutes=2))
    client, address = as_user(cast.office), reverse("certification:batch_detail", args=[running.pk])
    assert "Go on now" in client.get(address).content.decode()

    answer = client.post(reverse("certification:batch_retry", args=[running.pk]))

    assert answer.url == address and no_worker.asked == [running.pk, running.pk]
    assert "Go on now" not in client.get(address).content.decode()


def test_failed_people_stand_first_with_what_to_do(cast, as_user, running):
    work_batch(running.pk)
    row = BatchRow.objects.filter(batch=running).last()
    BatchRow.objects.filter(pk=row.pk).update(
        certificate=None, failure="not_printable", failure_words="Correct the record."
    )

    page = as_user(cast.office).get(reverse("certification:batch_detail", args=[running.pk])).content.decode()

    assert "Correct the record." in page and "Try again for those not issued" in page
    assert page.index("is-refused") < page.index("PSSM-C-")


def test_one_and_thirty_people_ask_the_same(cast, as_user, no_worker, django_assert_max_num_queries):
    def count(people: int) -> int:
        batch = start_batch(verified_training(people), by=cast.office)
        work_batch(batch.pk)
        with django_assert_max_num_queries(60) as captured:
            as_user(cast.office).get(reverse("certification:batch_detail", args=[batch.pk]))
        return len(captured)

    count(1)
    assert count(1) == count(30)
