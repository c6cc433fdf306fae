"""The first page: what waits for each role, and where things stand."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone, translation

from lms.certification.choices import CertificateKind
from lms.certification.services import request_standing
from lms.core.clock import today
from lms.desk.providers import sections_for
from lms.desk.providers.news import news_for
from lms.desk.sections import Task, in_order, lead_for
from lms.institutions.models import TargetPopulation
from lms.intake.models import Draft
from lms.people.choices import RoleKind
from lms.people.models import User
from lms.trainings.choices import DecisionKind, EnrolmentStatus, Part, TrainingKind, TrainingStatus
from lms.trainings.models import Attendance, Completion, Decision
from tests import factories as make
from tests.cast import person_with_account, user_with

pytestmark = pytest.mark.django_db
DAY = today()


def section(user, title):
    return {row.title: row for row in sections_for(User.objects.get(pk=user.pk), DAY)}[title]


def asked(user, title) -> list[tuple[str, str]]:
    return [(task.what, task.button) for task in section(user, title).tasks]


def training_of(cast, *, starts_in=-10, **fields):
    """A one-day training of home, led by the cast's trainer."""
    day = DAY + timedelta(days=starts_in)
    row = make.TrainingFactory(
        **{"institution": cast.home, "reference": "RS-1", "starts_on": day, "ends_on": day} | fields
    )
    make.DelivererFactory(training=row, person=cast.trainer_person, part=Part.LEAD)
    return row


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
            (links,) = [row.links for row in sections_for(cast.trainer, DAY) if row.links]
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


# Assessor, trainee, observer ----------------------------------------------------------------------


def teach_back(person, held_on=None):
    tot = make.TrainingFactory(kind=TrainingKind.TOT, starts_on=DAY - timedelta(days=3), status=TrainingStatus.APPROVED)
    return tot.teach_backs.create(person=person, held_on=held_on or DAY)


def test_an_assessor_scores_what_is_not_yet_scored_by_two(cast):
    row = teach_back(cast.trainee_person)
    teach_back(cast.trainer_person, held_on=DAY + timedelta(days=2))
    assert asked(cast.assessor, "Assessor") == [("Teach-back of Milica Jovanović", "Score")]

    levels = dict.fromkeys(("plan", "accuracy", "key_points", "safety", "engagement", "checking"), 3)
    row.scores.create(assessor=cast.assessor, submitted_at="2026-01-01T10:00Z", **levels)
    assert asked(cast.assessor, "Assessor") == []


def test_an_assessor_is_not_asked_about_their_own_institution(cast):
    teach_back(cast.trainee_away_person)

    assert asked(cast.assessor, "Assessor") == []


def test_a_trainee_sees_their_place_in_the_queue(cast):
    row = training_of(cast, starts_in=10)
    make.EnrolmentFactory(training=row, place=1)
    make.EnrolmentFactory(training=row, place=2, status=EnrolmentStatus.WAITLISTED)
    make.EnrolmentFactory(training=row, place=3, status=EnrolmentStatus.WITHDRAWN)
    make.EnrolmentFactory(training=row, person=cast.trainee_person, place=4, status=EnrolmentStatus.WAITLISTED)

    [place] = section(cast.trainee, "Your trainings").places
    assert (place.state, place.tone) == ("number 2 on the waiting list", "attention")


def test_a_trainee_sees_what_came_of_a_training(cast):
    row = training_of(cast)
    seat = make.EnrolmentFactory(training=row, person=cast.trainee_person)
    Completion.objects.create(
        enrolment=seat, outcome="completed", completed_on=row.ends_on, half_days=2, half_days_attended=2
    )
    make.TrainerCertificateFactory(
        kind=CertificateKind.COMPLETION, level="", person=cast.trainee_person, training=row, valid_until=None
    )

    found = section(cast.trainee, "Your trainings")
    assert [place.state for place in found.places] == ["completed"]
    assert [file.name for file in found.files] == [row.title]


def test_an_observer_sees_no_person_and_no_task(cast):
    assert section(cast.observer, "Observer").tasks == ()


def test_who_has_nothing_is_told_how_to_begin(cast, as_user):
    assert sections_for(cast.stranger, DAY) == []

    assert b"no role and no training yet" in as_user(cast.stranger).get("/").content


def test_a_person_with_two_hats_sees_both(cast):
    make.RoleFactory(user=cast.trainer, kind=RoleKind.FOCAL_POINT, institution=cast.home)

    assert [row.title for row in sections_for(User.objects.get(pk=cast.trainer.pk), DAY)] == ["Focal point", "Trainer"]


# News, order, page --------------------------------------------------------------------------------


def test_news_are_of_ones_own_trainings_only(cast):
    row = training_of(cast)
    Decision.objects.create(training=row, kind=DecisionKind.VERIFY, by=cast.focal)

    assert "RS-1 PSSM cascade training: verified" in [item.text for item in news_for(cast.focal)]
    assert not [item for item in news_for(cast.focal_away) if "RS-1" in item.text]


def test_a_trainee_hears_of_a_cancellation_without_a_link(cast):
    row = training_of(cast, starts_in=10)
    make.EnrolmentFactory(training=row, person=cast.trainee_person)
    Decision.objects.create(training=row, kind=DecisionKind.APPROVE)
    Decision.objects.create(training=row, kind=DecisionKind.CANCEL)

    assert [(item.text, item.url) for item in news_for(cast.trainee) if "RS-1" in item.text] == [
        ("RS-1 PSSM cascade training: cancelled", "")
    ]


def test_tasks_come_by_deadline_and_each_once():
    later, soon = Task("b", "/b", "Do", due=date(2026, 2, 2)), Task("a", "/a", "Do", due=date(2026, 1, 1))
    someday = Task("c", "/c", "Do")

    assert in_order([later, someday, soon, soon]) == [soon, later, someday]
    assert [lead_for(found) for found in ([], [soon], [soon, later])] == [
        "Nothing waits for you today.",
        "One thing waits for you.",
        "2 things wait for you.",
    ]


@pytest.mark.parametrize(("days", "tone"), [(-1, "attention"), (3, "attention"), (4, "")])
def test_a_near_deadline_asks_for_attention(days, tone):
    assert Task("a", "/a", "Do", due=DAY + timedelta(days=days), today=DAY).tone == tone


@pytest.mark.parametrize("who", ["office", "focal", "trainer", "trainee", "assessor", "observer", "stranger"])
def test_the_page_opens_for_everybody_with_its_heading(cast, as_user, who):
    page = as_user(getattr(cast, who)).get("/")

    assert page.status_code == 200
    assert page.content.count(b"<h1>") == 1


@pytest.mark.parametrize("who", ["office", "focal", "trainer"])
def test_the_page_costs_the_same_for_one_training_and_for_thirty(cast, as_user, who, django_assert_max_num_queries):
    def fill(number):
        row = training_of(cast, reference=f"RS-{number}", status=TrainingStatus.SUBMITTED)
        make.EnrolmentFactory(training=row)
        Decision.objects.create(training=row, kind=DecisionKind.APPROVE)

    fill(0)
    client = as_user(getattr(cast, who))
    client.get("/")
    with django_assert_max_num_queries(200) as one:
        client.get("/")
    for number in range(1, 30):
        fill(number)
    with django_assert_max_num_queries(len(one)):
        client.get("/")


def test_a_role_of_two_institutions_does_not_double_the_work(cast):
    make.RoleFactory(user=cast.focal, kind=RoleKind.FOCAL_POINT, institution=cast.away)
    training_of(cast, status=TrainingStatus.PLANNED, starts_in=20)

    assert asked(cast.focal, "Focal point").count(("RS-1 to approve", "Approve")) == 1


def test_an_office_bound_to_an_institution_is_no_programme_office(cast):
    assert sections_for(user_with(RoleKind.OFFICE, cast.home), DAY) == []
