"""Decisions, the certificates of a whole cohort, and what becomes of one of them over the years."""

import re
from datetime import timedelta
from io import StringIO

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import override_settings
from django.utils import timezone
from playwright.sync_api import expect

from lms.certification.models import Certificate, IssueBatch, LogEntry
from lms.certification.services import batch as batches
from lms.trainings.models import Completion, Training
from tests import factories as make

from .cohort_steps import ADDRESS, CANDIDATE
from .content_steps import withdraw_this_certificate
from .course_steps import BELOW, fits
from .visitor import PATIENCE, Visitor

NO_WORKER = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}


# Deciding and issuing -------------------------------------------------------------------------------------------------


def decide_about_all(office: Visitor, training: Training) -> None:
    """Whoever meets everything is confirmed in one go; whoever does not is decided about alone, and why."""
    office.open(f"/cohorts/{training.pk}/certification/")
    office.sees("0 of 7 candidates decided")
    office.shot("74-decisions")
    office.follow("Confirm the proposals for 6 candidates")
    office.press("Yes, decide as proposed")
    office.sees("Decided as proposed.", "6 of 7 candidates decided: 6 certified")
    office.follow(f"Decide {BELOW}")
    office.sees("The scheme proposes: not certified.", "9 of 15 items (60.0 %)", "not met")
    office.shot("75-decision")
    office.press("Decide")
    office.sees("Decided.", "7 of 7 candidates decided")


class Killed(BaseException):
    """The worker's process is gone."""


def issue_in_a_batch(office: Visitor, training: Training, monkeypatch) -> Certificate:
    """Six certificates with a bar that moves; the worker dies after two, and the next one goes on from there."""
    with override_settings(TASKS=NO_WORKER):
        office.press("Issue 6 certificates")
        office.sees("Issue of certificates", "0 of 6", "under way")
    batch = IssueBatch.objects.get(training=training)
    with monkeypatch.context() as patched, pytest.raises(Killed):
        patched.setattr(batches, "in_chunks", dies_after_two)
        batches.work_batch(batch.pk)
    expect(office.page.locator("[data-progress-text]")).to_have_text("2 of 6 issued", timeout=PATIENCE)
    waiting = office.page.locator("[data-progress-figure=waiting] .figure__value")
    expect(waiting).to_have_text("4", timeout=PATIENCE)
    office.shot("76-batch")
    assert batches.work_batch(batch.pk) == 4
    expect(office.page.locator(".page-head .status")).to_have_text("done", timeout=PATIENCE)
    assert Certificate.objects.filter(training=training).exclude(document="").count() == 6
    office.shot("77-batch-done")
    return Certificate.objects.get(training=training, person__email=ADDRESS)


def dies_after_two(waiting: list):
    """In place of the lots the worker takes: the first two of those who wait, then the process is gone."""
    yield waiting[:2]
    raise Killed


def sees_their_way(phone: Visitor, certificate: Certificate) -> None:
    """The trainer's own page: every step behind them, the certificate, and what renewal will ask."""
    phone.open("/pool/mine/")
    phone.sees("My certification", certificate.number, "Renewal", "What you promised")
    fits(phone)
    phone.shot("78-my-certification")


# What anybody sees ----------------------------------------------------------------------------------------------------


def verify(passer_by: Visitor, certificate: Certificate, *words: str) -> None:
    """By the printed code, typed as people type."""
    passer_by.open("/verify/")
    passer_by.fill(code=certificate.code.lower().replace("-", " "))
    passer_by.press("Check")
    passer_by.page.wait_for_url(f"**/verify/{certificate.code}/")
    passer_by.sees(certificate.number, *words)


# The years ------------------------------------------------------------------------------------------------------------


def teach_and_refresh(certificate: Certificate) -> None:
    """On record half a year before the end: a verified training of theirs, and a refresher they completed."""
    day = certificate.valid_until - timedelta(days=180)
    same = {"curriculum": certificate.curriculum, "edition": certificate.edition, "starts_on": day}
    taught = make.TrainingFactory(**same, reference="JOURNEY-1", institution=certificate.institution, status="verified")
    make.DelivererFactory(training=taught, person=certificate.person)
    refresher = make.TrainingFactory(
        **{**same, "starts_on": day + timedelta(days=30)}, reference="JOURNEY-2", kind="refresher",
        institution=certificate.institution, status="verified",
    )  # fmt: skip
    place = make.EnrolmentFactory(training=refresher, person=certificate.person)
    Completion.objects.create(
        enrolment=place, outcome="completed", completed_on=refresher.ends_on, half_days=4, half_days_attended=4
    )


def days_until(day) -> int:
    return (day - timezone.localdate()).days


def is_reminded(certificate: Certificate) -> None:
    """Once, a month before the end, in words with the day; the second run of the chore sends nothing."""
    before = len(mail.outbox)
    for _run in range(2):
        call_command("send_reminders", verbosity=0)
    letters = [one for one in mail.outbox[before:] if one.to == [ADDRESS] and certificate.number in one.body]
    assert len(letters) == 1, [one.subject for one in mail.outbox[before:]]


def renew(office: Visitor, certificate: Certificate) -> Certificate:
    """Over, but within the grace period and with everything met: a new certificate in the chain."""
    office.open(f"/certificates/{certificate.pk}/")
    office.sees("expired", "in this grace period it can be renewed without a new training of trainers")
    office.follow("Renew")
    office.sees("Renew this certificate?")
    assert set(office.page.locator("main tbody .status").all_inner_texts()) == {"met"}
    office.shot("80-renew")
    office.press("Renew")
    office.sees("Renewed: the new certificate replaces the old one from today.", "All of this holder's certificates")
    office.shot("81-renewed")
    return Certificate.objects.get(replaces=certificate)


def withdraw(office: Visitor, second: Visitor, certificate: Certificate) -> None:
    """By two officers: until the second one agrees nothing changes."""
    office.open(f"/certificates/{certificate.pk}/")
    withdraw_this_certificate(office, second)


def reads_the_log(passer_by: Visitor, old: Certificate, new: Certificate) -> None:
    """Each step has its line without a name, and the chain is whole."""
    passer_by.follow(re.compile(r"entry \d+: withdrawn"))
    passer_by.sees("Transparency log", "withdrawn")
    assert CANDIDATE not in passer_by.words
    passer_by.shot("83-log", whole=False)
    said = StringIO()
    call_command("verify_log", stdout=said)
    assert said.getvalue().startswith(f"Whole: {LogEntry.objects.count()} entries.")
