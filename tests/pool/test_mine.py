"""My certification: every step as the person concerned may know it, what comes next, deliveries, certificates."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.assessments.models import Commitment, RolloutPlan
from lms.certification.choices import Level
from lms.cohorts.choices import LetterKind, LetterStatus, NominationStatus
from lms.cohorts.models import Letter
from lms.core.clock import now, today
from lms.pool import mine
from lms.pool.journey import JourneyEnd, JourneyFacts, steps_of, stopped
from lms.trainings.choices import CompletionOutcome, Part
from lms.trainings.models import Completion, HeadCount
from tests import factories as make
from tests.certification.scenes import candidacy
from tests.pool.scenes import ago, delivery, tot, trainer

URL = "pool:my_certification"
DAY = today()
START = JourneyFacts(
    DAY, "Regional ToT", DAY + timedelta(days=30), DAY + timedelta(days=34), held=10,
    nominations_close_on=DAY + timedelta(days=5),
)  # fmt: skip
#: What is added from one step to the next, and the step that is then the current one.
WAY = [
    ("nomination", {}),
    ("nomination", {"nomination": "proposed"}),
    ("selection", {"nomination": "endorsed"}),
    ("days", {"nomination": "accepted", "has_seat": True}),
    ("tests", {"starts_on": ago(6), "ends_on": ago(2), "attended": 9, "recorded": 10}),
    ("teach_back", {"before": (7, 15), "after": (12, 15)}),
    ("teach_back", {"teach_back_on": ago(2), "verdict": "open"}),
    ("decision", {"verdict": "passed"}),
    ("issue", {"decided_on": ago(1), "outcome": "certified"}),
    ("delivery", {"issued_on": ago(1), "level": "certified", "valid_until": DAY + timedelta(days=900)}),
    ("renewal", {"first_delivery_on": ago(0)}),
]


def test_the_way_has_one_current_step_and_everything_before_it_is_done():
    facts = START
    for code, added in WAY:
        facts = replace(facts, **added)
        steps = steps_of(facts)
        at = [step.code for step in steps].index(code)
        assert [step.state for step in steps] == ["done"] * at + ["current"] + ["todo"] * (len(steps) - at - 1)
        assert steps[at].who
        assert [step.code for step in steps if step.who] == [code]


def test_each_step_names_its_deadline():
    facts, found = START, {}
    for code, added in WAY:
        facts = replace(facts, first_due_on=DAY + timedelta(days=180), renewal_closes_on=DAY, **added)
        found[code] = next(step.deadline for step in steps_of(facts) if step.code == code)
    assert found == {
        "nomination": START.nominations_close_on, "selection": START.starts_on, "days": START.ends_on,
        "tests": ago(2), "teach_back": ago(2), "decision": None, "issue": None,
        "delivery": DAY + timedelta(days=180), "renewal": DAY,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("change", "why", "last"),
    [
        ({"nomination": "declined"}, JourneyEnd.DECLINED, "nomination"),
        ({"nomination": "withdrawn"}, JourneyEnd.WITHDRAWN, "nomination"),
    ],
)
def test_a_way_that_ended_shows_what_was_and_asks_nobody(change, why, last):
    facts = replace(START, **change)
    assert stopped(facts) is why
    assert [step.state for step in steps_of(facts)] == ["done"]
    assert not any(step.who for step in steps_of(facts))


def test_not_certified_ends_the_way_at_the_decision():
    facts = START
    for _code, added in WAY[:8]:
        facts = replace(facts, **added)
    facts = replace(facts, decided_on=ago(1), outcome="not_certified")
    assert stopped(facts) is JourneyEnd.NOT_CERTIFIED
    assert [step.code for step in steps_of(facts)][-1] == "decision"


# From the records -----------------------------------------------------------------------------------------------------


@pytest.fixture
def nominee(cast):
    """The trainee of the cast, nominated for a coming ToT."""
    training = tot(-30)
    cohort = make.CohortFactory(training=training, nominations_close_on=ago(-5))
    return make.NominationFactory(cohort=cohort, person=cast.trainee_person)


def letter(nomination, status: str) -> Letter:
    return Letter.objects.create(
        cohort=nomination.cohort, institution=nomination.institution, nomination=nomination, number=1,
        kind=LetterKind.DECLINED, status=status, language="en", subject="x", body="x", written_on=today(),
        released_at=now() if status == LetterStatus.RELEASED else None,
    )  # fmt: skip


@pytest.mark.parametrize("status", [NominationStatus.DECLINED, NominationStatus.RESERVE, NominationStatus.ACCEPTED])
def test_a_selection_is_known_when_its_letter_is_released(nominee, cast, as_user, status):
    nominee.status = status
    nominee.save()
    kept = letter(nominee, LetterStatus.WAITING)
    assert mine.status_told(nominee) == NominationStatus.ENDORSED
    if status == NominationStatus.DECLINED:
        assert "not selected" not in as_user(cast.trainee).get(reverse(URL)).content.decode()
    Letter.objects.filter(pk=kept.pk).update(status=LetterStatus.RELEASED, released_at=now())
    assert mine.status_told(nominee) == status


def test_a_nominee_sees_where_the_nomination_stands(nominee, cast, as_user):
    page = as_user(cast.trainee).get(reverse(URL))
    assert page.context["facts"].nomination == "proposed"
    assert "endorses the nomination" in page.content.decode()


def test_a_declined_nominee_reads_it_without_the_reason(nominee, cast, as_user):
    nominee.status, nominee.reason = NominationStatus.DECLINED, "Too new in post."
    nominee.save()
    page = as_user(cast.trainee).get(reverse(URL)).content.decode()
    assert "You were not selected" in page
    assert "Too new in post." not in page


def test_a_candidate_sees_attendance_tests_and_teach_back(cast, as_user):
    found = candidacy(cast.trainee_person)
    make.CohortFactory(training=found.training, scheme=found.scheme)
    page = as_user(cast.trainee).get(reverse(URL))
    facts = page.context["facts"]
    assert (facts.attended, facts.recorded, facts.held) == (10, 10, 10)
    assert (facts.before, facts.after, facts.verdict) == ((7, 15), (12, 15), "passed")
    assert [step.code for step in page.context["steps"] if step.state == "current"] == ["decision"]
    assert "present in 10 of 10 half-days" in page.content.decode()


def test_a_verdict_is_not_told_before_both_have_scored(cast):
    found = candidacy(cast.trainee_person)
    make.CohortFactory(training=found.training, scheme=found.scheme)
    found.teach_back.scores.first().delete()
    facts = facts_about(cast.trainee_person, None)
    assert facts.verdict == "open"


def test_a_trainer_sees_the_conditions_of_renewal_with_progress(cast, as_user):
    delivery(cast.trainer_person, 40)
    page = as_user(cast.trainer).get(reverse(URL))
    act = next(act for act in page.context["acts"] if act.act == "renewal")
    progress = {row.code: (row.have, row.need, row.met) for row in act.proposal.requirements}
    assert progress["deliveries"] == (1, 1, True)
    assert progress["refresher"][2] is False
    text = page.content.decode()
    assert '<meter min="0" max="1" value="1"' in text
    assert "missing" in text


def test_own_deliveries_and_whom_they_reached(cast, as_user):
    training = delivery(cast.trainer_person, 40)
    second = delivery(cast.trainer_person, 20, part=Part.CO_TRAINER)
    counted = delivery(cast.trainer_person, 10, head_count_only=True)
    HeadCount.objects.create(training=counted, women=1, men=8, not_recorded=0, total=9)
    seats = [make.EnrolmentFactory(training=training, place=number) for number in (1, 2)]
    make.EnrolmentFactory(training=second, person=seats[0].person, place=1)
    Completion.objects.create(
        enrolment=seats[0], outcome=CompletionOutcome.COMPLETED, completed_on=ago(40), half_days=2, half_days_attended=2
    )
    assert mine.reach_of(mine.own_deliveries(cast.trainer_person)) == mine.Reach(3, 3, 2, 1, 1, 9)
    page = as_user(cast.trainer).get(reverse(URL))
    assert [row.people for row in page.context["deliveries"]] == [0, 1, 2]
    assert training.reference in page.content.decode()


def test_who_trained_me_and_what_i_promised(cast, as_user):
    certificate = cast.trainer_person.certificates.get()
    make.EnrolmentFactory(training=certificate.training, person=cast.trainer_person)
    make.DelivererFactory(training=certificate.training, person=make.PersonFactory(family_name="Lehrer"))
    plan = RolloutPlan.objects.create(
        training=certificate.training, person=cast.trainer_person, number=1, sent_at=now()
    )
    Commitment.objects.create(plan=plan, institution=cast.home, due_on=ago(-30), participants=17)
    RolloutPlan.objects.update(confirmed_at=now(), confirmed_by=cast.focal)
    page = as_user(cast.trainer).get(reverse(URL))
    text = page.content.decode()
    assert "Milica Lehrer" in text
    assert "the whole curriculum" in text
    assert page.context["facts"].first_due_on == ago(-30)
    assert "Plan a training" in text


def test_a_provisional_trainers_first_delivery_is_the_joint_one(cast):
    row = trainer(cast.home, level=Level.PROVISIONAL, ended=200)
    make.EnrolmentFactory(training=row.training, person=row.person)
    alone = delivery(row.person, 50)
    assert first_delivery(row) is None
    make.DelivererFactory(training=alone, person=cast.trainer_person, part=Part.CO_TRAINER)
    assert first_delivery(row) == ago(50)


def first_delivery(row):
    certificate = mine.speaking_certificate(row.person)
    return facts_about(row.person, certificate).first_delivery_on


def facts_about(person, certificate):
    tot, promises = mine.latest_tot(person), mine.promises_of(person)
    return mine.facts_about(person, certificate, [], today(), tot=tot, promises=promises)


def test_all_own_certificates_with_their_documents(cast, as_user):
    row = cast.trainer_person.certificates.get()
    url = reverse("certification:certificate_download", args=[row.pk])
    assert "being made" in as_user(cast.trainer).get(reverse(URL)).content.decode()
    row.document.save("x.pdf", ContentFile(b"%PDF-1.4"))
    assert url in as_user(cast.trainer).get(reverse(URL)).content.decode()


def test_who_is_no_candidate_and_who_is_nobody_here_read_that(cast, as_user):
    for user in (cast.trainee, cast.stranger):
        assert "You have not been nominated" in as_user(user).get(reverse(URL)).content.decode()


def test_as_many_queries_with_thirty_deliveries_as_with_one(cast, as_user):
    delivery(cast.trainer_person, 40)
    client = as_user(cast.trainer)

    def count() -> int:
        client.get(reverse(URL))
        with CaptureQueriesContext(connection) as captured:
            client.get(reverse(URL))
        return len(captured)

    one = count()
    for number in range(30):
        delivery(cast.trainer_person, 50 + number)
    assert count() == one <= 38
