"""Deciding about a candidate: the evidence of the database, each refusal, and nothing written when refused."""

import pytest
from django.db import IntegrityError

from lms.assessments.models import TestResult
from lms.audit.models import Entry
from lms.certification.choices import Outcome
from lms.certification.models import Decision
from lms.certification.services import adopt_rules, decide_certification, propose_certification
from lms.people.choices import RoleKind
from lms.trainings.choices import TrainingKind, TrainingStatus
from lms.trainings.models import Attendance
from tests import factories as make
from tests.cast import person_with_account, user_with
from tests.refusals import refusal_of, refused

from .scenes import AT_ONCE, asking, candidacy, co_delivery, score


@pytest.fixture
def scene(cast):
    return candidacy(cast.trainee_person)


def decide(scene, by, **kwargs):
    return decide_certification(scheme=scene.scheme, training=scene.training, person=scene.person, by=by, **kwargs)


def test_a_decision_follows_the_evidence_and_keeps_it(cast, scene):
    decision = decide(scene, cast.office)

    assert decision.outcome == Outcome.PROVISIONAL
    assert {row["code"]: (row["met"], row["found"]) for row in decision.requirements} == {
        "attendance": (True, "10 of 10 half-days (100.0 %)"),
        "post_test": (True, "12 of 15 items (80.0 %)"),
        "teach_back": (True, "passed (3.00)"),
        "co_delivery": (False, "not yet"),
    }
    entry = Entry.objects.get(action="certification.decided")
    assert (entry.actor, entry.after["outcome"]) == (cast.office, "provisional")


def test_a_scheme_that_certifies_at_once(cast):
    assert decide(candidacy(cast.trainee_person, AT_ONCE), cast.office).outcome == Outcome.CERTIFIED


def test_who_has_co_delivered_with_a_certified_trainer_is_certified(cast, scene):
    lead = cast.trainer_person
    co_delivery(scene.person, lead, scene.training.ends_on, curriculum=scene.training.curriculum)

    assert decide(scene, cast.office).outcome == Outcome.CERTIFIED


def test_one_half_day_short_of_the_threshold_is_not_certified(cast, scene):
    for row in Attendance.objects.all()[:3]:
        row.present = False
        row.save()

    assert decide(scene, cast.office).outcome == Outcome.NOT_CERTIFIED


def test_the_schemes_own_thresholds_decide(cast):
    scene = candidacy(cast.trainee_person, asking("any", "post_test", 81))

    assert decide(scene, cast.office).outcome == Outcome.NOT_CERTIFIED


def test_the_office_may_decide_harder_with_a_reason(cast, scene):
    decision = decide(scene, cast.office, outcome=Outcome.NOT_CERTIFIED, reason="Left before the practical.")

    assert (decision.outcome, decision.reason) == (Outcome.NOT_CERTIFIED, "Left before the practical.")


def test_harder_without_a_reason_is_refused(cast, scene):
    assert refusal_of(decide, scene, cast.office, outcome=Outcome.NOT_CERTIFIED, reason="  ") == {"no_reason"}


def test_better_than_the_evidence_is_refused(cast, scene):
    TestResult.objects.filter(moment="post").delete()

    assert refusal_of(decide, scene, cast.office, outcome=Outcome.PROVISIONAL, reason="A good officer.") == {"too_good"}


@pytest.mark.parametrize("role", ["focal", "trainer", "assessor", "observer", "stranger"])
def test_only_the_office_decides(cast, scene, role):
    assert refusal_of(decide, scene, getattr(cast, role)) == {"not_office"}


def test_nobody_decides_about_themselves(cast):
    person = person_with_account(cast.home)
    make.RoleFactory(user=person.user, kind=RoleKind.OFFICE)

    assert refusal_of(decide, candidacy(person), person.user) == {"own_candidate"}


def test_an_assessor_of_the_candidate_does_not_decide(cast, scene):
    assessor = scene.assessors[0]
    make.RoleFactory(user=assessor, kind=RoleKind.OFFICE)

    assert refusal_of(decide, scene, assessor) == {"own_assessment"}


def test_even_a_draft_score_makes_an_assessor(cast, scene):
    both = user_with(RoleKind.OFFICE)
    score(scene.teach_back, both, handed_in=False)

    assert refusal_of(decide, scene, both) == {"own_assessment"}


def test_nobody_decides_about_their_own_institution(cast, scene):
    colleague = person_with_account(cast.home)
    make.RoleFactory(user=colleague.user, kind=RoleKind.OFFICE)

    assert refusal_of(decide, scene, colleague.user) == {"own_institution"}


def test_a_changed_scheme_does_not_change_what_was_decided(cast, scene):
    decision = decide(scene, cast.office)
    first, kept = decision.version, list(decision.requirements)

    second = adopt_rules(scene.scheme, asking("any", "attendance", 100), note="Stricter.", by=cast.office)

    decision.refresh_from_db()
    assert (decision.version, decision.requirements) == (first, kept)
    assert (second.number, first.number) == (2, 1)
    assert (decide(candidacy(make.PersonFactory()), cast.office).version) == second


def test_only_a_tot_makes_trainers(cast, scene):
    scene.training.kind = TrainingKind.CASCADE
    scene.training.save()

    assert refusal_of(decide, scene, cast.office) == {"not_tot"}


def test_a_scheme_of_another_curriculum_is_refused(cast, scene):
    scene.scheme.curriculum = make.CurriculumFactory(code="other")
    scene.scheme.save()

    assert refusal_of(decide, scene, cast.office) == {"other_curriculum"}


@pytest.mark.parametrize("status", [TrainingStatus.DRAFT, TrainingStatus.RETURNED, TrainingStatus.CANCELLED])
def test_no_certificate_from_a_training_that_did_not_stand(cast, scene, status):
    scene.training.status = status
    scene.training.save()

    assert refusal_of(decide, scene, cast.office) == {"training_shut"}


def test_somebody_who_was_not_there_is_refused(cast, scene):
    scene.person = make.PersonFactory()

    assert refusal_of(decide, scene, cast.office) == {"not_enrolled"}


def test_a_decision_is_made_once(cast, scene):
    decide(scene, cast.office)

    with refused("already_decided"):
        decide(scene, cast.officer)
    assert Decision.objects.filter(person=scene.person).count() == 1


def test_the_database_refuses_to_change_a_decision(cast, scene):
    decision = decide(scene, cast.office)

    with pytest.raises(IntegrityError, match="stays as it was decided"):
        Decision.objects.filter(pk=decision.pk).update(outcome=Outcome.CERTIFIED)


def test_a_proposal_writes_nothing(cast, scene):
    assert propose_certification(scene.scheme, scene.training, scene.person).outcome == Outcome.PROVISIONAL
    assert not Decision.objects.filter(person=scene.person).exists()
