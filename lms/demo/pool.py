"""The past ToT: nominations, five days, tests, teach-backs, decisions, certificates."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta

from curricula.models import Edition
from lms.assessments.choices import Criterion, Moment
from lms.certification.choices import Outcome
from lms.certification.models import Scheme
from lms.certification.services import decide_certification, issue_trainer_certificates
from lms.cohorts.choices import NominationStatus
from lms.cohorts.models import Cohort, Nomination
from lms.core.clock import pretend
from lms.institutions.models import Institution
from lms.people.models import Person
from lms.people.services import create_person, link_account
from lms.people.services.lists import create_people
from lms.trainings.choices import DecisionKind, EnrolmentSource, TrainingKind
from lms.trainings.models import Session, Training
from lms.trainings.services import (
    close_sessions,
    create_training,
    enrol_people,
    fill_attendance,
    mark_modules,
    record_attendance,
    set_status,
)  # fmt: skip

from .agendas import make_past_agenda, plan_half_days
from .names import Somebody, invented
from .plan import CANDIDATES, DemoNominee
from .plans import make_rollout_plans, plan_teach_backs, score_teach_back
from .sittings import take_tests
from .staff import Staff, account

# Items right, before and after: 162 and 243 of 300, means of 54 % and 81 %.
BEFORE = [8, 7, 9, 8, 6, 10, 8, 8, 9, 7, 8, 9, 8, 8, 7, 9, 8, 10, 8, 7]
AFTER = [12, 12, 13, 12, 11, 14, 12, 13, 13, 11, 12, 13, 12, 12, 12, 13, 12, 14, 12, 8]


@dataclass
class Pool:
    """The trainers by key, and the crowd of each jurisdiction from which further people are drawn."""

    trainers: dict[str, Person] = field(default_factory=dict)
    crowds: dict[str, Iterator[Somebody]] = field(default_factory=dict)

    def draw(self, institution: Institution, *, sex: str = "", by, **fields) -> Person:
        """The next invented person of the institution's jurisdiction (of that sex, if one is asked for)."""
        return create_person(institution=institution, by=by, **self._next(institution, sex), **fields)

    def draw_many(self, institution: Institution, count: int, *, by, **fields) -> list[Person]:
        """The next so many, entered together."""
        rows = [{**self._next(institution), **fields} for _number in range(count)]
        return create_people(institution, rows, by=by)

    def _next(self, institution: Institution, sex: str = "") -> dict[str, str]:
        place = institution.jurisdiction.code
        crowd = self.crowds.setdefault(place, invented(place))
        return asdict(next(one for one in crowd if not sex or one.sex == sex))


def make_pool(today: date, places: dict[str, Institution], staff: Staff, scheme: Scheme, edition: Edition) -> Pool:
    """Run the ToT of 414 days ago from nomination to certificate."""
    pool = Pool()
    start = weekday_on_or_before(today - timedelta(days=416), 0)
    with pretend(start - timedelta(days=70)):
        training = _open_tot(start, places, staff, scheme, edition)
        _nominate(pool, training, places, staff)
    with pretend(start + timedelta(days=6)):
        _teach(pool, training, staff)
        _test(pool, training, staff)
        _assess(pool, training, staff)
    with pretend(today - timedelta(days=410)):
        _decide(pool, training, scheme, staff)
    return pool


def weekday_on_or_before(day: date, weekday: int) -> date:
    """The last such weekday (0: Monday) that is not after the day."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def _open_tot(start: date, places, staff: Staff, scheme: Scheme, edition: Edition) -> Training:
    training = create_training(
        by=staff.office,
        kind=TrainingKind.TOT,
        title=f"Regional Training of Trainers {start.year}",
        institution=places["me-moi"],
        curriculum=edition.curriculum,
        edition=edition,
        language="en",
        venue="Regional training centre, Danilovgrad",
        starts_on=start,
        ends_on=start + timedelta(days=4),
        seats=25,
    )
    Cohort.objects.create(training=training, scheme=scheme, nominations_close_on=start - timedelta(days=30))
    plan_half_days(training, by=staff.office)
    make_past_agenda(training, places, staff.office)
    set_status(training, DecisionKind.PLAN, by=staff.office)
    set_status(training, DecisionKind.APPROVE, by=staff.office)
    return training


def _nominate(pool: Pool, training: Training, places, staff: Staff) -> None:
    for candidate in CANDIDATES:
        person = pool.trainers[candidate.key] = _candidate(pool, candidate, places, staff)
        Nomination.objects.create(
            cohort=training.cohort,
            institution=person.institution,
            person=person,
            status=NominationStatus.ACCEPTED,
            job_function=person.job_function,
            years_in_post=3 + len(pool.trainers) % 9,
            english="B2",
            endorsed_by="Head of unit",
            endorsed_on=training.starts_on - timedelta(days=45),
        )
    enrol_people(training, list(pool.trainers.values()), source=EnrolmentSource.NOMINATION, by=staff.office)


def _candidate(pool: Pool, candidate: DemoNominee, places, staff: Staff) -> Person:
    email = f"trainer.{candidate.key.replace('-', '')}@mup.example"
    email = "trainer.rs@mup.example" if candidate.key == "rs-1" else email
    person = pool.draw(
        places[candidate.institution],
        sex=candidate.sex,
        by=staff.office,
        email=email,
        job_function="Police academy instructor",
    )
    return link_account(person, account(email, person.given_name, person.family_name), by=staff.office)


def _teach(pool: Pool, training: Training, staff: Staff) -> None:
    absent = pool.trainers["xk-3"].pk
    seldom = pool.trainers["me-2"].pk
    enrolments = {row.person_id: row for row in training.enrolments.all()}
    for number, session in enumerate(training.sessions.all()):
        record_attendance(session, enrolments[absent], False, by=staff.office)
        record_attendance(session, enrolments[seldom], number < 6, by=staff.office)
        complete_session(session, by=staff.office)
    close_sessions(training, by=staff.office)


def complete_session(session: Session, *, by) -> None:
    """Everybody not yet recorded was present, and every planned module was delivered."""
    fill_attendance(session, True, by=by)
    mark_modules(session, True, by=by)


def _attended() -> list[DemoNominee]:
    return [candidate for candidate in CANDIDATES if candidate.outcome != "no_show"]


def _test(pool: Pool, training: Training, staff: Staff) -> None:
    order = sorted(_attended(), key=lambda candidate: candidate.outcome == "not_certified")
    people = [pool.trainers[candidate.key] for candidate in order]
    take_tests(training, people, {Moment.PRE: BEFORE, Moment.POST: AFTER}, staff)


def _assess(pool: Pool, training: Training, staff: Staff) -> None:
    people = {pool.trainers[candidate.key].pk: candidate for candidate in _attended()}
    order = [pool.trainers[candidate.key] for candidate in people.values()]
    for teach_back in plan_teach_backs(training, order, staff):
        score_teach_back(teach_back, _levels(people[teach_back.person_id]), staff)
    make_rollout_plans(training, {candidate.key: pool.trainers[candidate.key] for candidate in _attended()}, staff)


def _levels(candidate: DemoNominee) -> list[dict]:
    """Two assessors' levels; a third where the two differ by more than one."""
    usual = dict.fromkeys(Criterion.values, 3) | {Criterion.SAFETY: 4}
    if candidate.outcome == "not_certified":
        return [usual | {Criterion.ACCURACY: 2, Criterion.SAFETY: 2}] * 2
    if candidate.disagreement:
        return [usual | {Criterion.ENGAGEMENT: 4}, usual | {Criterion.ENGAGEMENT: 2}, usual]
    return [usual, usual | {Criterion.ENGAGEMENT: 4}]


def _decide(pool: Pool, training: Training, scheme: Scheme, staff: Staff) -> None:
    decisions = []
    for candidate in _attended():
        person = pool.trainers[candidate.key]
        harder = candidate.outcome == "provisional"
        decision = decide_certification(
            scheme=scheme,
            training=training,
            person=person,
            by=staff.office,
            outcome=Outcome.PROVISIONAL if harder else None,
            reason="The first delivery is to be co-delivered." if harder else "",
        )
        if decision.outcome != Outcome.NOT_CERTIFIED:
            decisions.append(decision)
    issue_trainer_certificates(decisions, by=staff.office)
