"""A ToT with a candidate who has everything that a certificate needs; each test takes something away."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from lms.assessments.choices import Criterion, Moment
from lms.assessments.models import TeachBack, TeachBackScore, TestResult
from lms.certification.choices import EventKind
from lms.certification.models import CertificateEvent, Scheme
from lms.certification.rules import USUAL, Rule, Terms
from lms.certification.services import adopt_rules, confirm_standing, request_standing
from lms.core.clock import today
from lms.people.choices import RoleKind
from lms.people.models import Person, User
from lms.trainings.choices import CompletionOutcome, Half, Part, TrainingKind, TrainingStatus
from lms.trainings.models import Attendance, Completion, Enrolment, Training
from tests import factories as make
from tests.cast import user_with


@dataclass
class Candidacy:
    """`assessors` scored the teach-back of `person`; the ToT ended ten days ago."""

    training: Training
    scheme: Scheme
    person: Person
    enrolment: Enrolment
    teach_back: TeachBack
    assessors: list[User]


def candidacy(person, terms: Terms = USUAL) -> Candidacy:
    """Attendance 10 of 10 half-days, 12 of 15 items, teach-back passed by two assessors of another institution."""
    last = today() - timedelta(days=10)
    training = make.TrainingFactory(
        kind=TrainingKind.TOT, starts_on=last - timedelta(days=4), ends_on=last, institution=make.InstitutionFactory()
    )
    rules = make.SchemeFactory(curriculum=training.curriculum)
    if terms != USUAL:
        adopt_rules(rules, terms, note="For this scene.", by=None)
    enrolment = make.EnrolmentFactory(training=training, person=person, place=1)
    attend(enrolment, present=10, held=10)
    TestResult.objects.create(training=training, person=person, moment=Moment.PRE, correct=7, items=15)
    TestResult.objects.create(training=training, person=person, moment=Moment.POST, correct=12, items=15)
    teach_back = TeachBack.objects.create(training=training, person=person, held_on=last)
    assessors = [user_with(RoleKind.ASSESSOR, make.InstitutionFactory()) for _number in range(2)]
    for assessor in assessors:
        score(teach_back, assessor, 3)
    return Candidacy(training, rules, person, enrolment, teach_back, assessors)


#: The usual rules, but certified at once.
AT_ONCE = replace(USUAL, provisional_first=False)


def asking(aim: str, kind: str, threshold: int, months: int | None = None, terms: Terms = USUAL) -> Terms:
    """The rules with this requirement in place of the one of its aim and kind, if there is one."""
    others = [row for row in terms.rules if (row.aim, row.kind) != (aim, kind)]
    return replace(terms, rules=(*others, Rule(aim, kind, threshold, months)))


def event(
    certificate, kind: EventKind, *, by, and_by, on: date | None = None, reason="An inquiry."
) -> CertificateEvent:
    """Asked for by one officer and confirmed by the other."""
    asked = request_standing(certificate, kind, effective_on=on or today(), reason=reason, by=by)
    return confirm_standing(asked, by=and_by)


def suspend(certificate, cast, **fields) -> CertificateEvent:
    return event(certificate, EventKind.SUSPENDED, by=cast.office, and_by=cast.officer, **fields)


def reinstate(certificate, cast, **fields) -> CertificateEvent:
    return event(certificate, EventKind.REINSTATED, by=cast.office, and_by=cast.officer, **fields)


def withdraw(certificate, cast, **fields) -> CertificateEvent:
    return event(certificate, EventKind.WITHDRAWN, by=cast.office, and_by=cast.officer, **fields)


def attend(enrolment, *, present: int, held: int) -> None:
    """Hold so many half-days; the participant is present at the first of them."""
    for number in range(held):
        day = enrolment.training.starts_on + timedelta(days=number // 2)
        half = Half.AFTERNOON if number % 2 else Half.MORNING
        session = make.SessionFactory(training=enrolment.training, held_on=day, half=half)
        Attendance.objects.create(session=session, enrolment=enrolment, present=number < present)


def score(teach_back, assessor, level: int = 3, *, handed_in: bool = True, **levels) -> TeachBackScore:
    """One assessor's scores: `level` everywhere but where said otherwise."""
    return TeachBackScore.objects.create(
        teach_back=teach_back,
        assessor=assessor,
        submitted_at="2026-10-16T12:00:00Z" if handed_in else None,
        **{**dict.fromkeys(Criterion.values, level), **levels},
    )


def co_delivery(person, companion, starts_on: date, **fields) -> Training:
    """A verified cascade training of two days that the person taught beside the companion."""
    training = make.TrainingFactory(
        status=TrainingStatus.VERIFIED, starts_on=starts_on, institution=person.institution, **fields
    )
    make.DelivererFactory(training=training, person=companion, part=Part.LEAD)
    make.DelivererFactory(training=training, person=person, part=Part.CO_TRAINER)
    return training


def verified_training(count: int, outcome=CompletionOutcome.COMPLETED, **fields) -> Training:
    """A verified training with so many completions."""
    training = make.TrainingFactory(status=TrainingStatus.VERIFIED, **fields)
    for number in range(count):
        enrolment = make.EnrolmentFactory(training=training, place=number + 1)
        Completion.objects.create(
            enrolment=enrolment, outcome=outcome, completed_on=training.ends_on, half_days=4, half_days_attended=4
        )
    return training
