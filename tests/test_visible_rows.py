"""Who sees which row: `visible_to` of every model with rows of people or institutions, for each kind of account.

The access matrix asks the same of pages; a page that asks a second question hides what the first one gives away.
"""

from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import models
from django.utils import timezone

from curricula.models import EditionForm, Item
from lms.assessments.models import AnswerSheet, PhoneTest, RolloutPlan
from lms.certification.choices import EventKind
from lms.certification.models import IssueBatch, StandingRequest
from lms.cohorts.choices import LetterKind, LetterStatus
from lms.cohorts.models import Letter
from lms.monitoring.models import ReportingPeriod, Snapshot
from lms.people.choices import RoleKind
from lms.pool.choices import Audience, ReminderKind
from lms.pool.models import Reminder
from lms.trainings.models import AgendaItem, Completion
from tests.access import world
from tests.cast import user_with

pytestmark = pytest.mark.django_db

PERSONAS = (
    "office", "home_office", "focal", "focal_away", "trainer", "trainer_away", "withdrawn_trainer", "trainee",
    "trainee_away", "assessor", "observer", "stranger",
)  # fmt: skip


EVERYBODY = " ".join(PERSONAS)
#: The office, focal points and assessors, trainers with a valid certificate, and who has a place in a training.
READERS = "office home_office focal focal_away trainer trainer_away trainee trainee_away assessor"
#: The accounts that see each row of the world, and nobody else does.
SEEN = {
    "agenda_item": "office home_office focal trainer trainee",
    "answer_sheet": "office home_office focal trainer trainee",
    "away": "office focal_away",
    "batch_completion": "office home_office focal",
    "batch_trainer": "office",
    "batch_trainer_home": "office home_office",
    "certificate": "office home_office focal trainer",
    "certificate_away": "office focal_away trainer_away",
    "certificate_completion": "office home_office focal trainer trainee",
    "certificate_withdrawn": "office home_office focal withdrawn_trainer",
    "cohort": "office focal focal_away assessor",
    "completion": "office home_office focal trainer trainee",
    "curriculum": READERS,
    "decision": "office home_office focal trainer",
    "delivery_exception": "office home_office focal focal_away trainer",
    "download": "office home_office trainer",
    "draft": "trainer",
    "draft_focal": "focal",
    "draft_office": "office",
    "edition": READERS,
    "edition_file_public": EVERYBODY,
    "edition_file_trainee": READERS,
    "edition_file_trainer": "office home_office trainer trainer_away assessor",
    "enrolment": "office home_office focal trainer trainee",
    "enrolment_away": "office focal_away trainer_away trainee_away",
    "entry": "office home_office",
    "home": "office home_office focal",
    "home_office": "office home_office",
    "letter_released": "office home_office focal",
    "letter_waiting": "office",
    "material_public": EVERYBODY,
    "material_trainee": READERS,
    "material_trainer": "office home_office trainer trainer_away assessor",
    "material_unclassified": "",
    "nomination": "office home_office focal",
    "nomination_away": "office focal_away",
    "nomination_proposed": "office home_office focal",
    "past": "office home_office focal trainer",
    "past_enrolment": "office home_office focal trainer trainee",
    "period": "office home_office focal focal_away observer",
    "period_open": "office home_office",
    "person": "office home_office focal",
    "person_away": "office focal_away",
    "phone_test": "office home_office focal trainer",
    "programme": "office home_office focal focal_away observer",
    "reminder": "office home_office focal",
    "request": "office home_office",
    "role": "office focal",
    "rollout_plan": "office focal trainee",
    "score": "assessor",
    "snapshot": "office home_office focal focal_away observer",
    "snapshot_open": "office home_office",
    "stranger": "office stranger",
    "target_population": "office home_office focal",
    "target_population_away": "office focal_away",
    "teach_back": "office assessor",
    "test_result": "office assessor",
    "tot": "office assessor",
    "tot_enrolment": "office assessor",
    "trainee_person": "office home_office focal trainee",
    "training": "office home_office focal trainer",
    "training_away": "office focal_away trainer_away",
    "unit": "office home_office focal",
    "unit_away": "office focal_away",
    "withdrawn_trainer": "office withdrawn_trainer",
    "withdrawn_trainer_person": "office home_office focal withdrawn_trainer",
}


@pytest.fixture
def w():
    w = world.build()
    w.add(home_office=user_with(RoleKind.OFFICE, w.home))
    add_of_the_tot(w)
    add_of_certification(w)
    return w


def add_of_the_tot(w) -> None:
    form = EditionForm.objects.create(edition=w.edition, moment="pre", codes=[], items=15, sha256="0" * 64)
    sheet = {"moment": "pre", "form": form, "source": "phone", "items": 15}
    starts = timezone.now()
    letter = {"cohort": w.cohort, "kind": LetterKind.values[0], "language": "en", "written_on": date(2026, 10, 1)}
    w.add(
        completion=Completion.objects.create(
            enrolment=w.past_enrolment,
            outcome="completed",
            completed_on=w.past.ends_on,
            half_days=1,
            half_days_attended=1,
        ),
        phone_test=PhoneTest.objects.create(training=w.past, moment="pre", form=form, language="en"),
        answer_sheet=AnswerSheet.objects.create(training=w.past, person=w.trainee_person, **sheet),
        rollout_plan=RolloutPlan.objects.create(training=w.tot, person=w.trainee_person, number=1),
        letter_waiting=Letter.objects.create(institution=w.home, number=1, **letter),
        letter_released=Letter.objects.create(institution=w.home, number=2, status=LetterStatus.RELEASED, **letter),
        agenda_item=AgendaItem.objects.create(
            training=w.training,
            session=w.session,
            starts_at=starts,
            ends_at=starts + timedelta(hours=1),
            title="Opening",
            kind="administration",
        ),
    )


def add_of_certification(w) -> None:
    reminder = {"kind": ReminderKind.values[0], "audience": Audience.values[0], "subject": "1", "threshold": 90}
    period = ReportingPeriod.objects.create(label="open", starts_on=date(2026, 7, 1), ends_on=date(2026, 9, 30))
    w.add(
        request=StandingRequest.objects.create(
            certificate=w.certificate,
            kind=EventKind.SUSPENDED,
            effective_on=date(2026, 11, 1),
            requested_by=w.officer,
            reason="So.",
        ),
        batch_completion=IssueBatch.objects.create(training=w.past, kind="completion"),
        batch_trainer=IssueBatch.objects.create(training=w.tot, kind="trainer"),
        batch_trainer_home=IssueBatch.objects.create(training=w.training, kind="trainer"),
        reminder=Reminder.objects.create(person=w.person, **reminder),
        period_open=period,
        decision=w.certificate.decision,
        snapshot_open=Snapshot.objects.create(period=period, as_of=period.ends_on, figures={}, sha256="0" * 64),
    )


def rows_of(w) -> dict[str, models.Model]:
    """Everything in the world that is seen by some and not by others."""
    found = {name: getattr(w, name) for name in ("home", "away", "trainee_person", "stranger")} | w.things
    return {name: row for name, row in found.items() if hasattr(getattr(type(row), "objects", None), "visible_to")}


def test_each_row_is_seen_by_these_accounts_and_no_other(w):
    seen = {
        name: [who for who in PERSONAS if type(row).objects.visible_to(w.account(who)).filter(pk=row.pk).exists()]
        for name, row in rows_of(w).items()
    }

    assert seen == {name: [who for who in PERSONAS if who in words.split()] for name, words in SEEN.items()}


def test_no_model_that_is_seen_by_some_is_left_out(w):
    asked = {type(row) for row in rows_of(w).values()}
    every = {model for model in apps.get_models() if hasattr(getattr(model, "objects", None), "visible_to")}

    # Items of the bank hold no names: tests/curricula/bank asks for them.
    assert every - asked == {Item}
