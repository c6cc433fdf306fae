"""Issuing many: each person once, whatever happens to the worker; who could not have one is named with the cure."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from lms.audit.models import Entry
from lms.certification.choices import CertificateKind
from lms.certification.models import BatchRow, Certificate, IssueBatch, LogEntry
from lms.certification.services import (
    decide_certification,
    issue_completion_certificates,
    progress_of,
    resume_batches,
    retry_batch,
    start_batch,
    verify_log,
    work_batch,
)
from lms.core.clock import now
from lms.core.rules import RuleBroken
from tests import cast as people
from tests import factories as make
from tests.trainings.test_torn_import import copy_of

from .scenes import AT_ONCE, candidacy, verified_training

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture
def no_worker(monkeypatch):
    """Tasks are handed over and nobody takes them; `.asked` collects what was handed over."""
    worker = SimpleNamespace(asked=[])
    worker.enqueue = worker.asked.append
    monkeypatch.setattr("lms.certification.services.batch.run_batch", worker)
    return worker


def codes(act) -> list[str]:
    with pytest.raises(RuleBroken) as refusal, transaction.atomic():
        act()
    return [finding.code for finding in refusal.value.findings]


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
    assert codes(lambda: start_batch(scene.training, decisions=[decision], by=cast.office)) == ["nothing_to_issue"]


def test_starting_again_while_it_runs_joins_it(cast, no_worker):
    training = verified_training(3)

    first = start_batch(training, by=cast.office)
    again = start_batch(training, by=cast.office)

    assert first == again and first.rows.count() == 3


def test_when_everybody_has_one_there_is_nothing_to_start(cast):
    training = verified_training(2)
    issue_completion_certificates(training, by=None)

    assert codes(lambda: start_batch(training, by=cast.office)) == ["nothing_to_issue"]
    assert not IssueBatch.objects.exists()


@pytest.mark.parametrize("who", ["focal_away", "trainer", "assessor", "observer", "trainee"])
def test_only_office_and_focal_point_start_one(cast, who):
    training = verified_training(1, institution=cast.home)

    assert codes(lambda: start_batch(training, by=getattr(cast, who))) == ["not_allowed"]
    assert codes(lambda: start_batch(training, decisions=[], by=getattr(cast, who))) == ["not_allowed"]


def test_a_training_that_is_not_verified_has_none(cast):
    assert codes(lambda: start_batch(make.TrainingFactory(), by=cast.office)) == ["not_verified"]


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
    from lms.certification.services import batch as module

    once = iter([True])

    def broken(*args, **kwargs):
        if next(once, False):
            raise ZeroDivisionError
        return issue_completion_certificates(*args, **kwargs)

    monkeypatch.setattr(module, "issue_completion_certificates", broken)
    batch = start_batch(verified_training(3), by=cast.office)

    assert state(batch) == (3, 2, 1, 2)
    assert batch.rows.exclude(failure="").get().failure == "unexpected"
    assert "ZeroDivisionError" in caplog.text


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


# Killed ---------------------------------------------------------------------------------------------------------------

CHILD = """
import sys, time, django
django.setup()
from django.db import connection
from lms.certification.models import IssueBatch
from lms.certification.services import work_batch
def slow(execute, sql, params, many, context):
    time.sleep(0.002)
    return execute(sql, params, many, context)
print("ready", flush=True)
with connection.execute_wrapper(slow):
    work_batch(IssueBatch.objects.get().pk)
print("done", flush=True)
"""


def issued_in(path) -> int:
    """Certificates of completion in the file, as anybody else sees them."""
    with closing(sqlite3.connect(path)) as database:
        rows = database.execute("SELECT COUNT(*) FROM certification_certificate WHERE kind = 'completion'")
        return rows.fetchone()[0]


def kill_at(count: int, path, environment: dict) -> bool:
    """A worker of its own, killed with -9 when so many are issued; True if it was still at work."""
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout.readline() == b"ready\n", child.stderr.read().decode()
    while issued_in(path) < count and child.poll() is None:
        time.sleep(0.01)
    child.send_signal(signal.SIGKILL)
    said, _trouble = child.communicate()
    return b"done" not in said


@pytest.mark.django_db(transaction=True)
def test_killed_again_and_again_it_doubles_nothing_and_loses_nothing(tmp_path, settings, no_worker):
    if connection.vendor != "sqlite":
        pytest.skip("the copy of the database that the worker writes to is a SQLite file")
    cast = people.assemble()
    start_batch(verified_training(30), by=cast.office)
    original, copy = connection.settings_dict["NAME"], tmp_path / "killed.sqlite3"
    copy_of(original, copy)
    environment = {
        **os.environ, "DATABASE_URL": f"sqlite:///{copy}", "MEDIA_ROOT": str(settings.MEDIA_ROOT), "DEBUG": "1",
        "DJANGO_SETTINGS_MODULE": "lms.settings", "MFA_ENFORCED": "0",
    }  # fmt: skip
    killed = sum(kill_at(count, copy, environment) for count in (4, 11, 19))
    connection.close()
    connection.settings_dict["NAME"] = str(copy)
    try:
        some = Certificate.objects.filter(kind="completion").count()
        work_batch(IssueBatch.objects.get().pk)
        batch = IssueBatch.objects.get()
        assert killed == 3 and 19 <= some < 30
        assert state(batch) == (30, 30, 0, 30) and batch.finished_at
        assert Certificate.objects.filter(kind="completion").count() == LogEntry.objects.count() == 30
        assert verify_log().is_whole
        files = {row.document.name for row in Certificate.objects.filter(kind="completion")}
        assert len(files) == 30 and {path.name for path in Path(settings.MEDIA_ROOT).rglob("*.pdf")} == {
            Path(name).name for name in files
        }
    finally:
        connection.close()
        connection.settings_dict["NAME"] = original


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
    assert as_user(cast.office).get(address).json() == {"value": 0, "max": 3, "text": "0 of 3 issued", "done": False}

    work_batch(running.pk)

    assert as_user(cast.office).get(address).json() == {"value": 3, "max": 3, "text": "3 of 3 issued", "done": True}


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
