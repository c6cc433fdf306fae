"""After the days: one officer submits, another verifies or gives back."""

from datetime import timedelta

import pytest

from lms.cohorts.services import decide_nomination, return_cohort, submit_cohort, verify_cohort
from lms.core import clock
from lms.trainings.models import Completion, Session, Training
from lms.trainings.services import fill_attendance, mark_module
from tests.refusals import refusal_of

from .conftest import FIRST_DAY
from .helpers import ACCEPTED, text, url

AFTER = FIRST_DAY + timedelta(days=7)


@pytest.fixture
def held(cohort, nominate, cast):
    """Held and recorded; nobody has reported it."""
    decide_nomination(nominate(), ACCEPTED, by=cast.office)
    with clock.pretend(AFTER):
        for session in cohort.training.sessions.all():
            fill_attendance(session, True, by=cast.office)
            for row in session.modules.all():
                mark_module(row, True, by=cast.office)
        yield cohort


def status(cohort) -> str:
    return Training.objects.get(pk=cohort.training_id).status


def test_a_second_officer_verifies_what_the_first_submitted(held, cast):
    submit_cohort(held, by=cast.office)
    assert status(held) == "submitted"
    assert not Session.objects.filter(training=held.training, closed_at=None).exists()

    verify_cohort(held, by=cast.officer)
    assert (status(held), Completion.objects.get().outcome) == ("verified", "completed")


def test_submitting_is_refused(held, cast):
    assert refusal_of(submit_cohort, held, by=cast.focal) == {"not_office"}
    assert refusal_of(submit_cohort, held, by=cast.office, version=1) == {"stale"}
    with clock.pretend(FIRST_DAY + timedelta(days=4)):
        assert refusal_of(submit_cohort, held, by=cast.office) == {"not_over"}
    submit_cohort(held, by=cast.office)
    assert refusal_of(submit_cohort, held, by=cast.office) == {"wrong_state"}


def test_a_report_with_gaps_is_refused(cohort, nominate, cast):
    decide_nomination(nominate(), ACCEPTED, by=cast.office)
    with clock.pretend(AFTER):
        assert refusal_of(submit_cohort, cohort, by=cast.office) == {"nobody_came"}
        fill_attendance(cohort.training.sessions.first(), True, by=cast.office)
        assert refusal_of(submit_cohort, cohort, by=cast.office) == {"attendance_missing", "modules_missing"}


def test_verifying_is_refused(held, cast):
    assert refusal_of(verify_cohort, held, by=cast.officer) == {"wrong_state"}
    submit_cohort(held, by=cast.office)
    assert refusal_of(verify_cohort, held, by=cast.office) == {"own_report"}
    assert refusal_of(verify_cohort, held, by=cast.focal) == {"not_office"}
    assert refusal_of(verify_cohort, held, by=cast.officer, version=1) == {"stale"}


def test_a_report_given_back_is_corrected_and_submitted_again(held, cast):
    assert refusal_of(return_cohort, held, reason="Wrong", by=cast.officer) == {"wrong_state"}
    submit_cohort(held, by=cast.office)
    assert refusal_of(return_cohort, held, reason=" ", by=cast.officer) == {"reason_missing"}

    return_cohort(held, reason="Day 3 is wrong", by=cast.officer)
    assert status(held) == "returned"
    assert Session.objects.filter(training=held.training, closed_at=None).count() == 10
    submit_cohort(held, by=cast.officer)
    assert refusal_of(verify_cohort, held, by=cast.officer) == {"own_report"}
    verify_cohort(held, by=cast.office)


def test_the_pages_lead_from_report_to_verification(as_user, held, cast):
    client = as_user(cast.office)
    assert "Submit the report" in text(client.get(held.get_absolute_url()))
    assert "women" in text(client.get(url("cohort_submit", held)))
    version = Training.objects.get(pk=held.training_id).version
    assert client.post(url("cohort_submit", held), {"version": version}).status_code == 302
    assert client.get(url("cohort_verify", held)).status_code == 403
    client = as_user(cast.officer)
    assert "Verify the report" in text(client.get(url("cohort_verify", held)))
    assert "Give the report back" in text(client.get(url("cohort_return", held)))
    assert client.post(url("cohort_verify", held), {"version": version + 1}).status_code == 302
    assert status(held) == "verified"
