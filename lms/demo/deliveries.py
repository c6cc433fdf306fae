"""The verified cascade trainings of the past, and the awkward ones beside them."""

from dataclasses import dataclass
from datetime import date, timedelta

from curricula.models import Edition
from lms.cascade.services import approve_training, plan_training, send_training, submit_training, verify_training
from lms.core.clock import pretend
from lms.people.choices import Sex
from lms.people.models import Person
from lms.people.services import change_person
from lms.trainings.choices import DecisionKind, EnrolmentSource
from lms.trainings.models import Training
from lms.trainings.services import enrol_people, record_attendance, record_head_count, set_status

from .plan import DELIVERIES, FUNCTIONS, HEAD_COUNT, DemoDelivery
from .pool import Pool, complete_session, weekday_on_or_before
from .staff import Staff


@dataclass
class Scene:
    """Who and what every delivery is made with."""

    today: date
    pool: Pool
    staff: Staff
    edition: Edition


def make_deliveries(scene: Scene) -> dict[str, list[Person]]:
    """All verified trainings of the plan; the people who completed them, by lead trainer."""
    done: dict[str, list[Person]] = {}
    for delivery in DELIVERIES:
        again = done.get("rs-1", [])[: delivery.again]
        done.setdefault(delivery.lead, []).extend(_deliver(scene, delivery, again))
    _write_in_three_ways(done["rs-1"][0], scene.staff)
    _count_heads(scene)
    return done


def plan(
    scene: Scene, lead: str, start: date, *, days: int = 2, language: str, co_trainer: str = "", **fields
) -> Training:
    """A draft by the lead trainer in their own institution, two days unless said otherwise."""
    trainer = scene.pool.trainers[lead]
    fields = {"seats": 40, "venue": "Training centre"} | fields
    return plan_training(
        by=trainer.user,
        institution=trainer.institution,
        edition=scene.edition,
        language=language,
        starts_on=start,
        ends_on=start + timedelta(days=days - 1),
        lead=trainer,
        co_trainers=[scene.pool.trainers[co_trainer]] if co_trainer else [],
        **fields,
    )


def approve(scene: Scene, training: Training) -> None:
    """Sent by its lead trainer, approved by the institution's focal point."""
    lead = training.deliverers.get(part="lead").person
    send_training(training, by=lead.user)
    approve_training(training, by=focal_point(scene, training))


def focal_point(scene: Scene, training: Training):
    return scene.staff.focal_points[training.institution.code]


def crowd(scene: Scene, training: Training, count: int) -> list[Person]:
    """New people of the training's institution."""
    function = FUNCTIONS[training.institution.code]
    return scene.pool.draw_many(training.institution, count, job_function=function, by=scene.staff.office)


def _deliver(scene: Scene, delivery: DemoDelivery, again: list[Person]) -> list[Person]:
    start = weekday_on_or_before(scene.today - timedelta(days=delivery.days_ago), 1)
    listed = delivery.people + delivery.partly + delivery.absent + len(again)
    with pretend(start - timedelta(days=30)):
        training = plan(
            scene, delivery.lead, start, language=delivery.language, co_trainer=delivery.co_trainer,
            seats=max(listed, 12),
        )  # fmt: skip
        approve(scene, training)
        people = crowd(scene, training, listed - len(again)) + again
        enrol_people(training, people, source=EnrolmentSource.ROSTER, by=focal_point(scene, training))
    with pretend(start + timedelta(days=5)):
        _attend(training, people, delivery, scene)
        finish(scene, training, reported=delivery.reported)
    return people[delivery.partly + delivery.absent :][: delivery.people]


def _attend(training: Training, people: list[Person], delivery: DemoDelivery, scene: Scene) -> None:
    """The first on the list came for one half-day only, the next ones not at all, the rest to everything."""
    trainer = scene.pool.trainers[delivery.lead].user
    enrolments = {row.person_id: row for row in training.enrolments.all()}
    for number, session in enumerate(training.sessions.order_by("held_on", "half")):
        for person in people[: delivery.partly + delivery.absent]:
            came = number == 0 and person in people[: delivery.partly]
            record_attendance(session, enrolments[person.pk], came, by=trainer)
        complete_session(session, by=trainer)


def finish(scene: Scene, training: Training, *, reported: int | None = None) -> None:
    """Reported by the lead trainer, verified by the focal point; a difference is confirmed in words."""
    lead = training.deliverers.get(part="lead").person
    reason = "One person on the report is not on the signed list." if reported else ""
    submit_training(training, by=lead.user, reported=reported, reason=reason)
    verify_training(training, by=focal_point(scene, training), reason=reason or "Checked against the signed list.")


def _write_in_three_ways(person: Person, staff: Staff) -> None:
    """One officer whom lists have under three spellings."""
    change_person(
        person,
        by=staff.office,
        family_name="Петровић",
        given_name="Милица",
        sex=Sex.WOMAN,
        service_number="SR-11111",
        email="milica.petrovic@mup.example",
        other_spellings=["Petrović Milica", "Petrovic Milica"],
    )


def _count_heads(scene: Scene) -> None:
    """A training of which only the heads were counted: participations, no coverage."""
    lead, days_ago, (women, men, not_recorded) = HEAD_COUNT
    start = weekday_on_or_before(scene.today - timedelta(days=days_ago), 1)
    with pretend(start - timedelta(days=30)):
        training = plan(scene, lead, start, language="ro", seats=30, head_count_only=True)
        approve(scene, training)
    with pretend(start + timedelta(days=5)):
        trainer = scene.pool.trainers[lead].user
        record_head_count(training, women=women, men=men, not_recorded=not_recorded, by=trainer)
        for session in training.sessions.all():
            complete_session(session, by=trainer)
        finish(scene, training)


def make_late_delivery(scene: Scene, lead: str) -> Training:
    """Taught three days after the lead trainer's certificate expired: reported, and stuck until somebody decides."""
    trainer = scene.pool.trainers[lead]
    expiry = trainer.certificates.get().valid_until
    start = expiry + timedelta(days=3)
    with pretend(expiry - timedelta(days=30)):
        training = plan(scene, lead, start, days=1, language="sq", seats=14)
        set_status(training, DecisionKind.PLAN, by=trainer.user)
        set_status(training, DecisionKind.APPROVE, by=focal_point(scene, training))
        people = crowd(scene, training, 12)
        enrol_people(training, people, source=EnrolmentSource.ROSTER, by=focal_point(scene, training))
    with pretend(start + timedelta(days=4)):
        for session in training.sessions.all():
            complete_session(session, by=scene.staff.office)
        set_status(training, DecisionKind.SUBMIT, by=trainer.user)
    return training
