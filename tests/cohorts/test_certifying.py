"""From the seats to the certificates: bulk evidence that agrees with the single one, decisions, certificates, once."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lms.assessments.models import TeachBack, TeachBackScore, TestResult
from lms.certification.evidence import current_terms, evidence_for
from lms.certification.models import Certificate, Decision
from lms.cohorts.candidates import candidates_of, evidence_of_all, teach_backs_of
from lms.cohorts.services import TeachBackSlot, confirm_proposals, issue_certificates, open_teach_backs
from lms.core import clock
from lms.people.choices import RoleKind
from lms.trainings.models import Attendance, Training
from tests import factories as make
from tests.cast import user_with
from tests.refusals import refused

from .conftest import FIRST_DAY

LAST_DAY = FIRST_DAY + timedelta(days=4)


@pytest.fixture
def over(cohort):
    """The ToT's last day is behind."""
    Training.objects.filter(pk=cohort.training_id).update(seats=25)
    with clock.pretend(LAST_DAY + timedelta(days=3)):
        yield cohort


def seat(cohort, *, days=10, right=12, levels=(3, 3), **fields):
    """Somebody with a seat, who was at `days` half-days, had `right` of 15, and whose teach-back was scored."""
    person = make.PersonFactory(**fields)
    place = make.EnrolmentFactory(training=cohort.training, person=person)
    for number, session in enumerate(cohort.training.sessions.all()):
        Attendance.objects.create(session=session, enrolment=place, present=number < days)
    if right is not None:
        TestResult.objects.create(training=cohort.training, person=person, moment="post", correct=right, items=15)
    if levels is not None:
        score(cohort, person, levels)
    return person


def score(cohort, person, levels):
    teach_back = TeachBack.objects.create(training=cohort.training, person=person, held_on=LAST_DAY)
    for level in levels:
        TeachBackScore.objects.create(
            teach_back=teach_back, assessor=make.UserFactory(), submitted_at=timezone.now(),
            **dict.fromkeys(TeachBackScore.CRITERIA, level),
        )  # fmt: skip
    return teach_back


def co_delivered(person, partner, cohort):
    """A verified training both taught."""
    day = date(2026, 8, 3) + timedelta(days=Training.objects.count() * 3)
    training = make.TrainingFactory(
        curriculum=cohort.training.curriculum, edition=cohort.training.edition, status="verified", starts_on=day
    )
    make.DelivererFactory(training=training, person=person)
    make.DelivererFactory(training=training, person=partner, part="co_trainer")


@pytest.fixture
def varied(over, cast):
    """Candidates of every kind."""
    partner = make.TrainerCertificateFactory(curriculum=over.training.curriculum).person
    colleague = make.PersonFactory()
    people = {
        "good": seat(over),
        "thin": seat(over, days=7),
        "weak": seat(over, right=10),
        "untested": seat(over, right=None, levels=None),
        "open": seat(over, levels=(3,)),
        "failed": seat(over, levels=(2, 2)),
        "apart": seat(over, levels=(1, 4)),
        "third": seat(over, levels=(1, 4, 4)),
        "beside": seat(over),
        "alone": seat(over),
    }
    co_delivered(people["beside"], partner, over)
    co_delivered(people["alone"], colleague, over)
    return people


def test_the_evidence_of_all_is_that_of_each(over, varied):
    terms = current_terms(over.scheme)
    found = evidence_of_all(over, varied.values(), teach_backs_of(over.training), terms)

    days = {person.pk: clock.today(person.institution.jurisdiction.time_zone) for person in varied.values()}
    assert found == {
        person.pk: evidence_for(terms, over.training, person, days[person.pk]) for person in varied.values()
    }


def test_the_proposals_follow_the_scheme(over, varied):
    outcomes = {one.person.pk: one.proposal.outcome for one in candidates_of(over)}

    assert {name: outcomes[person.pk] for name, person in varied.items()} == {
        "good": "provisional", "thin": "not_certified", "weak": "not_certified", "untested": "not_certified",
        "open": "not_certified", "failed": "not_certified", "apart": "not_certified", "third": "provisional",
        "beside": "certified", "alone": "provisional",
    }  # fmt: skip


def test_candidates_are_asked_for_in_the_same_number_of_queries(over):
    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            candidates_of(over)
        return len(queries)

    seat(over)
    count()  # what hangs on the training and the scheme is fetched once
    one = count()
    for _number in range(12):
        seat(over)
    assert count() == one


def test_proposals_are_confirmed_for_those_who_meet_everything_and_for_nobody_else(over, varied, cast):
    decisions = confirm_proposals(over, by=cast.office)

    assert {row.person for row in decisions} == {varied[name] for name in ("good", "third", "beside", "alone")}
    assert Decision.objects.filter(training=over.training).count() == 4
    with refused("nothing_to_confirm"):
        confirm_proposals(over, by=cast.office)


def test_confirming_is_the_offices(over, varied, cast):
    with refused("not_office"):
        confirm_proposals(over, by=cast.focal)
    assert not Decision.objects.filter(training=over.training).exists()


def test_whoever_assessed_or_is_the_candidate_leaves_the_decision_to_another(over, cast):
    own, assessed, other = seat(over, user=cast.office), seat(over), seat(over)
    make.RoleFactory(user=cast.office, kind=RoleKind.ASSESSOR, institution=make.InstitutionFactory())
    first = TeachBackScore.objects.filter(teach_back__person=assessed).order_by("id")[0]
    TeachBackScore.objects.filter(pk=first.pk).update(assessor=cast.office)

    assert [row.person for row in confirm_proposals(over, by=cast.office)] == [other]
    assert {row.person for row in confirm_proposals(over, by=cast.officer)} == {own, assessed}


def test_certificates_are_issued_once(over, varied, cast):
    confirm_proposals(over, by=cast.office)

    issued = issue_certificates(over, by=cast.office)
    again = issue_certificates(over, by=cast.office)

    assert (len(issued), again) == (4, [])
    levels = {row.person: row.level for row in issued}
    assert (levels[varied["good"]], levels[varied["beside"]]) == ("provisional", "certified")
    assert Certificate.objects.filter(training=over.training).count() == 4


def test_issuing_is_the_offices(over, cast):
    with refused("not_office"):
        issue_certificates(over, by=cast.focal)


def test_one_certificate_that_cannot_be_issued_stops_them_all_and_says_whose(over, cast):
    good, blocked = seat(over), seat(over, family_name="Ilić")
    confirm_proposals(over, by=cast.office)
    current = make.TrainerCertificateFactory(person=blocked, curriculum=over.training.curriculum)
    current.events.create(kind="suspended", effective_on=date(2026, 9, 1), reason="Leave", by=cast.office)

    with refused("suspended", words="Milica Ilić: "):
        issue_certificates(over, by=cast.office)
    assert not Certificate.objects.filter(person=good).exists()


def test_teach_backs_are_opened_for_all_or_none(over, cast):
    first, second = seat(over, levels=None), seat(over, levels=None)
    outside = TeachBackSlot(second, LAST_DAY + timedelta(days=1))

    with refused("outside_training"):
        open_teach_backs(over, [TeachBackSlot(first, LAST_DAY), outside], by=cast.office)
    assert not TeachBack.objects.exists()
    assert (
        len(open_teach_backs(over, [TeachBackSlot(first, LAST_DAY), TeachBackSlot(second, LAST_DAY)], by=cast.office))
        == 2
    )
    with refused("nothing_chosen"):
        open_teach_backs(over, [], by=cast.office)


def test_an_assessor_of_another_institution_does_not_open_teach_backs(over, cast):
    person, assessor = seat(over, levels=None), user_with(RoleKind.ASSESSOR, cast.home)

    with refused("not_allowed"):
        open_teach_backs(over, [TeachBackSlot(person, LAST_DAY)], by=assessor)
