"""The first page: assessors, trainees and observers; news, order and the page itself."""

from datetime import date, timedelta

import pytest

from lms.certification.choices import CertificateKind
from lms.dashboard.cards import Task, in_order, lead_for
from lms.dashboard.roles import UserRoles
from lms.dashboard.sections import sections_for
from lms.dashboard.sections.news import news_for
from lms.people.choices import RoleKind
from lms.people.models import User
from lms.trainings.choices import DecisionKind, EnrolmentStatus, TrainingKind, TrainingStatus
from lms.trainings.models import Completion, Decision
from tests import factories as make
from tests.cast import user_with
from tests.dashboard.reading import DAY, asked, section, training_of

pytestmark = pytest.mark.django_db


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
    assert sections_for(UserRoles(cast.stranger), DAY) == []

    assert b"no role and no training yet" in as_user(cast.stranger).get("/").content


def test_a_person_with_two_roles_sees_both(cast):
    make.RoleFactory(user=cast.trainer, kind=RoleKind.FOCAL_POINT, institution=cast.home)

    assert [row.title for row in sections_for(UserRoles(User.objects.get(pk=cast.trainer.pk)), DAY)] == [
        "Focal point",
        "Trainer",
    ]


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


@pytest.mark.parametrize(
    ("who", "asks"),
    [("office", 30), ("focal", 26), ("trainer", 18), ("trainee", 16), ("assessor", 12), ("observer", 11)],
)
def test_how_often_the_first_page_asks(cast, as_user, who, asks, django_assert_max_num_queries):
    client = as_user(getattr(cast, who))
    with django_assert_max_num_queries(asks):
        client.get("/")


def test_a_role_of_two_institutions_does_not_double_the_work(cast):
    make.RoleFactory(user=cast.focal, kind=RoleKind.FOCAL_POINT, institution=cast.away)
    training_of(cast, status=TrainingStatus.PLANNED, starts_in=20)

    assert asked(cast.focal, "Focal point").count(("RS-1 to approve", "Approve")) == 1


def test_an_office_bound_to_an_institution_is_no_programme_office(cast):
    assert sections_for(UserRoles(user_with(RoleKind.OFFICE, cast.home)), DAY) == []
