"""The first page of the office: what waits for it, and what does not."""

from datetime import timedelta

import pytest
from django.utils import timezone

from lms.certification.services import request_standing
from lms.imports.models import Draft
from lms.trainings.choices import DecisionKind, TrainingStatus
from lms.trainings.models import Attendance, Decision
from tests import factories as make
from tests.dashboard.reading import DAY, asked, training_of

pytestmark = pytest.mark.django_db


# The office ---------------------------------------------------------------------------------------


def test_the_office_selects_nominees_and_decides_on_certificates(cast):
    cohort = make.CohortFactory(nominations_close_on=DAY + timedelta(days=2))
    make.NominationFactory(cohort=cohort)
    cohort.training.starts_on = cohort.training.ends_on = DAY - timedelta(days=5)
    cohort.training.save()
    seats = make.EnrolmentFactory.create_batch(3, training=cohort.training)
    session = make.SessionFactory(training=cohort.training)
    for seat, came in zip(seats, (True, True, False), strict=True):
        Attendance.objects.create(session=session, enrolment=seat, present=came)
    make.DecisionFactory(scheme=cohort.scheme, training=cohort.training, person=seats[0].person)

    assert asked(cast.office, "Programme office") == [
        ("1 nomination to decide", "Select"),
        ("1 certification to decide", "Decide"),
    ]


def test_a_request_waits_for_the_other_officers_and_not_for_whoever_asked(cast):
    certificate = cast.trainer_person.certificates.get()
    request_standing(certificate, "suspended", effective_on=DAY, reason="An inquiry.", by=cast.office)

    assert asked(cast.office, "Programme office") == []
    assert asked(cast.officer, "Programme office") == [
        ("Suspension asked for: a second officer decides", "Decide"),
    ]  # fmt: skip


def test_the_office_stands_in_where_no_other_focal_point_can_decide(cast):
    training_of(cast, status=TrainingStatus.SUBMITTED)
    assert asked(cast.office, "Programme office") == []

    cast.focal.roles.update(user=cast.trainer)
    assert asked(cast.office, "Programme office") == [("RS-1 to verify", "Verify")]


def test_a_report_that_nobody_verifies_comes_to_the_office_after_two_weeks(cast):
    row = training_of(cast, status=TrainingStatus.SUBMITTED)
    sent = Decision.objects.create(training=row, kind=DecisionKind.SUBMIT, by=cast.trainer)
    Decision.objects.filter(pk=sent.pk).update(at=timezone.now() - timedelta(days=14))
    assert asked(cast.office, "Programme office") == []

    Decision.objects.filter(pk=sent.pk).update(at=timezone.now() - timedelta(days=16))
    ((what, button),) = asked(cast.office, "Programme office")
    assert what.startswith("RS-1 waits for verification since ") and button == "See why"


def test_a_focal_point_of_the_ministry_above_is_another_verifier(cast):
    ministry = make.InstitutionFactory(jurisdiction=cast.home.jurisdiction)
    cast.home.parent = ministry
    cast.home.save()
    cast.focal.roles.update(institution=ministry)
    training_of(cast, status=TrainingStatus.PLANNED, starts_in=20)

    assert asked(cast.office, "Programme office") == []


def test_a_workbook_left_lying_is_not_asked_about_for_ever(cast):
    row = Draft.objects.create(
        purpose="roster", subject_id=7, file_name="list.xlsx", sha256="0", uploaded_by=cast.office
    )
    Draft.objects.filter(pk=row.pk).update(created_at=timezone.now() - timedelta(days=15))

    assert asked(cast.office, "Programme office") == []


@pytest.mark.parametrize("purpose", ["roster", "nominations", "target-population"])
def test_a_workbook_not_yet_applied_waits_for_who_sent_it(cast, purpose):
    Draft.objects.create(purpose=purpose, subject_id=7, file_name="list.xlsx", sha256="0", uploaded_by=cast.office)

    assert asked(cast.office, "Programme office") == [("list.xlsx waits for your decision", "Look and apply")]
