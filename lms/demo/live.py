"""What waits for somebody today: plans to approve, places to take, lists to send in, reports to verify."""

from datetime import date, timedelta

from lms.cascade.services import send_training, submit_training
from lms.certification.models import Scheme
from lms.cohorts.models import Cohort
from lms.cohorts.services import open_cohort
from lms.core.clock import pretend
from lms.institutions.models import Institution
from lms.people.models import Person
from lms.people.services import link_account
from lms.trainings.choices import EnrolmentSource
from lms.trainings.models import Training
from lms.trainings.services import enrol_people, request_place

from .deliveries import Scene, approve, crowd, focal_point, plan
from .pool import complete_session, weekday_on_or_before
from .selecting import open_call
from .sittings import open_a_test
from .staff import account

# The days on the participant lists that ministries sent for this training.
LIST_STARTS_ON = date(2026, 10, 12)


def make_live(scene: Scene) -> None:
    """One of each thing that a role has to do next."""
    _wait_for_a_list(scene)
    _open_for_enrolment(scene)
    _full_with_a_queue(scene)
    _wait_for_approval(scene)
    _wait_for_verification(scene)


def _wait_for_a_list(scene: Scene) -> Training:
    """Delivered, and its participant list not sent in yet."""
    start = min(LIST_STARTS_ON, weekday_on_or_before(scene.today - timedelta(days=5), 0))
    with pretend(start - timedelta(days=25)):
        training = plan(scene, "rs-1", start, language="sr-Cyrl", seats=60, title="PSSM for weapons records officers")
        approve(scene, training)
    return training


def _open_for_enrolment(scene: Scene) -> Training:
    """Open, with places left; the demo's trainee has one."""
    start = weekday_on_or_before(scene.today + timedelta(days=26), 1)
    training = plan(scene, "rs-1", start, language="sr-Latn", co_trainer="rs-2", seats=24)
    approve(scene, training)
    people = crowd(scene, training, 16)
    enrol_people(training, people, source=EnrolmentSource.ROSTER, by=focal_point(scene, training))
    request_place(training, trainee(scene, training), by=scene.staff.accounts["trainee.rs@mup.example"])
    open_a_test(training, scene.staff)
    return training


def trainee(scene: Scene, training: Training) -> Person:
    """The person behind the demo's trainee account."""
    person = scene.pool.draw(
        training.institution,
        by=scene.staff.office,
        email="trainee.rs@mup.example",
        job_function="Weapons records officer",
    )
    user = account("trainee.rs@mup.example", person.given_name, person.family_name)
    scene.staff.accounts[user.email] = user
    return link_account(person, user, by=scene.staff.office)


def _full_with_a_queue(scene: Scene) -> Training:
    """All seats taken and three people waiting."""
    start = weekday_on_or_before(scene.today + timedelta(days=33), 1)
    training = plan(scene, "xk-1", start, language="sq", seats=12)
    approve(scene, training)
    enrol_people(training, crowd(scene, training, 15), source=EnrolmentSource.ROSTER, by=focal_point(scene, training))
    return training


def _wait_for_approval(scene: Scene) -> Training:
    start = weekday_on_or_before(scene.today + timedelta(days=54), 1)
    training = plan(scene, "rs-2", start, language="sr-Cyrl", seats=30)
    send_training(training, by=scene.pool.trainers["rs-2"].user)
    return training


def _wait_for_verification(scene: Scene) -> Training:
    start = weekday_on_or_before(scene.today - timedelta(days=12), 1)
    with pretend(start - timedelta(days=25)):
        training = plan(scene, "al-3", start, language="sq", seats=16)
        approve(scene, training)
        people = crowd(scene, training, 14)
        enrol_people(training, people, source=EnrolmentSource.ROSTER, by=focal_point(scene, training))
    with pretend(start + timedelta(days=4)):
        trainer = scene.pool.trainers["al-3"].user
        for session in training.sessions.all():
            complete_session(session, by=trainer)
        submit_training(training, by=trainer)
    return training


def open_a_cohort(scene: Scene, scheme: Scheme, places: dict[str, Institution]) -> Cohort:
    """The next ToT: its call is out (what follows from it, `selecting.prepare_selection` tells)."""
    start = weekday_on_or_before(scene.today + timedelta(days=80), 0)
    with pretend(scene.today - timedelta(days=4)):
        cohort = open_cohort(
            training_fields={
                "title": f"Regional Training of Trainers {start.year}",
                "institution": places["me-moi"],
                "edition": scene.edition,
                "language": "en",
                "venue": "Regional training centre, Danilovgrad",
                "starts_on": start,
                "seats": 20,
            },
            scheme=scheme,
            nominations_close_on=start - timedelta(days=30),
            by=scene.staff.office,
        )
        return open_call(scene, cohort, places)
