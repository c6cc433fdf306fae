"""The first page: the next step of trainers and focal points."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import translation

from lms.dashboard.roles import UserRoles
from lms.dashboard.sections import sections_for
from lms.institutions.models import TargetPopulation
from lms.people.choices import RoleKind
from lms.trainings.choices import Part, TrainingStatus
from lms.trainings.models import Attendance
from tests import factories as make
from tests.cast import person_with_account
from tests.dashboard.reading import DAY, asked, section, training_of

pytestmark = pytest.mark.django_db


# The trainer --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("status", "starts_in", "expected"),
    [
        (TrainingStatus.DRAFT, 20, [("Finish the plan of RS-1", "Go on planning")]),
        (TrainingStatus.RETURNED, -10, [("RS-1 was returned to you", "See why")]),
        (TrainingStatus.PLANNED, 20, []),
        (TrainingStatus.APPROVED, 20, [("Invite participants to RS-1", "Open the poster")]),
        (TrainingStatus.APPROVED, -10, [("Send in the participants of RS-1", "Send in the list")]),
        (TrainingStatus.SUBMITTED, -10, []),
        (TrainingStatus.VERIFIED, -10, []),
        (TrainingStatus.CANCELLED, 20, []),
    ],
)
def test_a_trainer_reads_the_next_step_of_each_training(cast, status, starts_in, expected):
    training_of(cast, status=status, starts_in=starts_in)

    assert asked(cast.trainer, "Trainer") == expected


def test_a_trainer_with_a_list_and_nothing_left_to_record_submits(cast):
    training = training_of(cast, status=TrainingStatus.APPROVED)
    make.EnrolmentFactory(training=training, person=cast.trainee_person)

    assert asked(cast.trainer, "Trainer") == [("Submit RS-1 for verification", "Submit")]


def test_missing_attendance_comes_before_submitting(cast):
    row = training_of(cast)
    seat = make.EnrolmentFactory(training=row, person=cast.trainee_person)
    session = make.SessionFactory(training=row, held_on=row.starts_on)
    assert asked(cast.trainer, "Trainer") == [("Attendance of RS-1 is not complete", "Record")]

    Attendance.objects.create(session=session, enrolment=seat, present=False)
    assert asked(cast.trainer, "Trainer") == [("Submit RS-1 for verification", "Submit")]


def test_on_the_day_the_attendance_is_what_to_record(cast):
    row = training_of(cast, starts_in=0)
    make.EnrolmentFactory(training=row)
    make.SessionFactory(training=row, held_on=row.starts_on)

    assert asked(cast.trainer, "Trainer") == [("Record attendance of RS-1", "Record")]


def test_a_head_count_is_attendance_enough(cast):
    training_of(cast, head_count_only=True)

    assert asked(cast.trainer, "Trainer") == [("Attendance of RS-1 is not complete", "Record")]


def test_support_is_not_asked_for_the_next_step(cast):
    row = training_of(cast, status=TrainingStatus.DRAFT, starts_in=20)
    row.deliverers.update(part=Part.SUPPORT)

    assert asked(cast.trainer, "Trainer") == []


def trainer_until(cast, last_day):
    """A trainer of home whose certificate ends on that day."""
    person = person_with_account(cast.home, family_name="Kostić")
    make.TrainerCertificateFactory(person=person, valid_until=last_day)
    return person.user


def test_a_certificate_near_its_end_is_said_in_time(cast):
    user = trainer_until(cast, DAY + timedelta(days=60))

    assert asked(user, "Trainer") == [("Your trainer certificate ends", "See the certificate")]


def test_a_trainer_takes_the_kit_in_the_language_they_read(cast):
    edition = make.EditionFactory(curriculum=cast.trainer_person.certificates.get().curriculum)
    address = reverse("curricula:edition_kit", args=[edition.pk])
    for reads, language in (("en", "en"), ("sr", "sr-Cyrl"), ("sr-latn", "sr-Latn")):
        with translation.override(reads):
            (links,) = [row.links for row in sections_for(UserRoles(cast.trainer), DAY) if row.links]
        assert [one.url for one in links if one.url.startswith(address)] == [f"{address}?language={language}"]


def test_without_a_certificate_in_force_the_page_says_so(cast):
    found = section(trainer_until(cast, DAY - timedelta(days=1)), "Trainer")

    assert "None in force today" in found.facts[0]["value"]
    assert [row.label for row in found.links] == ["My certification"]


# The focal point ----------------------------------------------------------------------------------


def test_a_focal_point_approves_and_verifies_in_their_institution_only(cast):
    training_of(cast, status=TrainingStatus.PLANNED, starts_in=20)
    training_of(cast, status=TrainingStatus.SUBMITTED, reference="RS-2")
    make.TrainingFactory(institution=cast.away, status=TrainingStatus.PLANNED)

    assert asked(cast.focal, "Focal point")[:2] == [("RS-2 to verify", "Verify"), ("RS-1 to approve", "Approve")]
    assert not [
        task
        for task in section(cast.focal_away, "Focal point").tasks
        if "RS-" in task.what and "to verify" in task.what
    ]


def test_a_focal_point_hears_of_a_report_that_does_not_come(cast):
    row = training_of(cast, status=TrainingStatus.APPROVED, starts_in=-14)
    late = ("The report of RS-1 has not come", "See the training")
    assert late not in asked(cast.focal, "Focal point")

    row.starts_on = row.ends_on = DAY - timedelta(days=15)
    row.save()
    assert late in asked(cast.focal, "Focal point")
    assert late not in asked(cast.focal_away, "Focal point")


def test_nobody_is_asked_to_verify_what_they_taught(cast):
    training_of(cast, status=TrainingStatus.SUBMITTED)
    make.RoleFactory(user=cast.trainer, kind=RoleKind.FOCAL_POINT, institution=cast.home)

    assert "RS-1 to verify" not in dict(asked(cast.trainer, "Focal point"))


def test_a_focal_point_endorses_the_nominations_of_their_institution(cast):
    cohort = make.CohortFactory(nominations_close_on=DAY + timedelta(days=20))
    make.NominationFactory(cohort=cohort, person=make.PersonFactory(institution=cast.home))
    make.NominationFactory(cohort=cohort, person=make.PersonFactory(institution=cast.away))

    assert ("1 nomination to endorse", "Endorse") in asked(cast.focal, "Focal point")


def test_an_institution_that_trains_without_a_target_population_is_asked_for_it(cast):
    training_of(cast)
    assert ("Target population not known", "Give the figures") in asked(cast.focal, "Focal point")

    make.TargetPopulationFactory(institution=cast.home)
    assert ("Target population not known", "Give the figures") not in asked(cast.focal, "Focal point")


def test_a_return_that_says_not_known_is_asked_for_once(cast):
    TargetPopulation.objects.create(institution=cast.home, job_function="Storage keeper")

    assert asked(cast.focal, "Focal point").count(("Target population not known", "Give the figures")) == 1
