"""A trainer of an earlier ToT, whose certificate has run out since."""

from datetime import date, timedelta
from itertools import repeat

from lms.assessments.choices import Criterion, Moment
from lms.assessments.services import open_teach_back, record_test_result, save_score
from lms.certification.models import Scheme
from lms.certification.services import decide_certification, issue_trainer_certificate
from lms.cohorts.models import Cohort
from lms.core.clock import pretend
from lms.institutions.models import Institution
from lms.people.services import link_account
from lms.trainings.choices import DecisionKind, EnrolmentSource, TrainingKind
from lms.trainings.models import Training
from lms.trainings.services import close_sessions, create_training, enrol_people, set_status

from .deliveries import Scene
from .pool import complete_session
from .staff import account

EXPIRED_DAYS_AGO = 45


def make_earlier_trainer(scene: Scene, scheme: Scheme, places: dict[str, Institution]) -> None:
    """One ToT of three years ago with one candidate; certified for 36 months, which ended 45 days ago."""
    ends = scene.today - timedelta(days=EXPIRED_DAYS_AGO)
    issued = date(ends.year - 3, ends.month, min(ends.day, 28)) + timedelta(days=1)
    start = issued - timedelta(days=14)
    with pretend(start - timedelta(days=30)):
        training = _open(scene, scheme, places, start)
    with pretend(issued):
        _finish(scene, scheme, training, issued)


def _open(scene: Scene, scheme: Scheme, places, start: date) -> Training:
    staff = scene.staff
    training = create_training(
        by=staff.office,
        kind=TrainingKind.TOT,
        title=f"Regional Training of Trainers {start.year}",
        institution=places["me-moi"],
        curriculum=scene.edition.curriculum,
        edition=scene.edition,
        language="en",
        venue="Regional training centre, Danilovgrad",
        starts_on=start,
        ends_on=start + timedelta(days=4),
        seats=12,
    )
    Cohort.objects.create(training=training, scheme=scheme, nominations_close_on=start - timedelta(days=20))
    set_status(training, DecisionKind.PLAN, by=staff.office)
    set_status(training, DecisionKind.APPROVE, by=staff.office)
    person = scene.pool.draw(places["al-police"], sex="man", by=staff.office, email="trainer.al0@mup.example")
    user = account(person.email, person.given_name, person.family_name)
    person = scene.pool.trainers["al-old"] = link_account(person, user, by=staff.office)
    enrol_people(training, [person], source=EnrolmentSource.NOMINATION, by=staff.office)
    return training


def _finish(scene: Scene, scheme: Scheme, training: Training, issued: date) -> None:
    staff, person = scene.staff, scene.pool.trainers["al-old"]
    for session in training.sessions.all():
        complete_session(session, by=staff.office)
    close_sessions(training, by=staff.office)
    record_test_result(training, person, Moment.PRE, correct=9, items=15, by=staff.office)
    record_test_result(training, person, Moment.POST, correct=13, items=15, by=staff.office)
    teach_back = open_teach_back(training, person, held_on=training.ends_on, topic=None, by=staff.office)
    for assessor, level in zip(staff.assessors[:2], repeat(3)):
        save_score(
            teach_back, assessor=assessor, levels=dict.fromkeys(Criterion.values, level), comment="", submit=True,
            declared=True,
        )  # fmt: skip
    decision = decide_certification(scheme=scheme, training=training, person=person, by=staff.office)
    issue_trainer_certificate(decision, by=staff.office, valid_from=issued)
