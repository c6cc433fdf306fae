"""Recording results and scoring teach-backs: done right, each refusal, and nothing written when refused."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from lms.assessments.choices import Criterion, Moment
from lms.assessments.figures import Shares, gain_of, knowledge_gain
from lms.assessments.models import TeachBack, TeachBackScore, TestResult
from lms.assessments.services import open_teach_back, record_test_result, remove_test_result, save_score
from lms.audit.models import Entry
from lms.people.choices import RoleKind
from lms.trainings.choices import EnrolmentStatus, TrainingKind, TrainingStatus
from tests import factories as make
from tests.cast import person_with_account, user_with
from tests.refusals import refusal_of

THREES = dict.fromkeys(Criterion.values, 3)


# Test results ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def training(cast):
    row = make.TrainingFactory(institution=cast.home)
    make.DelivererFactory(training=row, person=cast.trainer_person)
    make.EnrolmentFactory(training=row, person=cast.trainee_person, place=1)
    return row


def result(cast, training, by=None, *, person=None, correct=12, items=15, **kwargs):
    person = person or cast.trainee_person
    return record_test_result(training, person, "post", correct=correct, items=items, by=by or cast.trainer, **kwargs)


@pytest.mark.parametrize("role", ["trainer", "office"])
def test_trainers_of_the_training_and_the_office_record(cast, training, role):
    row = result(cast, training, getattr(cast, role))

    assert (row.correct, row.items, row.moment, row.recorded_by) == (12, 15, Moment.POST, getattr(cast, role))
    assert Entry.objects.get(action="test_result.recorded").after["person"] == cast.trainee_person.pk


def test_a_correction_keeps_both_values_in_the_trail(cast, training):
    result(cast, training)
    row = result(cast, training, correct=13, version=1)

    assert (row.correct, row.version, TestResult.objects.count()) == (13, 2, 1)
    assert Entry.objects.first().before == {"correct": 12, "items": 15}


def test_the_same_value_again_writes_nothing(cast, training):
    result(cast, training)
    assert result(cast, training).version == 1
    assert Entry.objects.filter(action__startswith="test_result").count() == 1


def test_a_result_drawn_from_an_older_version_is_refused(cast, training):
    result(cast, training)
    result(cast, training, correct=13)

    assert refusal_of(lambda: result(cast, training, correct=9, version=1)) == {"stale"}


@pytest.mark.parametrize("role", ["focal", "trainer_away", "assessor", "observer", "stranger"])
def test_others_record_nothing(cast, training, role):
    assert refusal_of(lambda: result(cast, training, getattr(cast, role))) == {"not_allowed"}


def test_nobody_records_their_own(cast, training):
    make.EnrolmentFactory(training=training, person=cast.trainer_person, place=2)

    assert refusal_of(lambda: result(cast, training, person=cast.trainer_person)) == {"own_result"}


@pytest.mark.parametrize(("correct", "items"), [(16, 15), (-1, 15), (0, 0), (1, 201)])
def test_a_result_must_fit(cast, training, correct, items):
    assert refusal_of(lambda: result(cast, training, correct=correct, items=items)) == {"does_not_fit"}


def test_only_who_is_enrolled_has_results(cast, training):
    training.enrolments.update(status=EnrolmentStatus.WITHDRAWN)

    assert refusal_of(lambda: result(cast, training)) == {"not_enrolled"}


@pytest.mark.parametrize("status", [TrainingStatus.DRAFT, TrainingStatus.CANCELLED, TrainingStatus.LOCKED])
def test_a_training_that_is_shut_takes_no_results(cast, training, status):
    training.status = status
    training.save()

    assert refusal_of(lambda: result(cast, training)) == {"training_shut"}


def test_a_result_entered_by_mistake_is_taken_back(cast, training):
    result(cast, training)

    assert remove_test_result(training, cast.trainee_person, "post", by=cast.trainer)
    assert not remove_test_result(training, cast.trainee_person, "post", by=cast.trainer)
    assert not TestResult.objects.exists()
    assert Entry.objects.filter(action="test_result.removed").count() == 1


def test_the_gain_is_paired_and_says_its_n():
    gain = knowledge_gain([Shares(0.5, 0.8), Shares(0.3, 0.6), Shares(0.9, None), Shares(None, 1.0), Shares()])

    assert (gain.n, gain.before_only, gain.after_only) == (2, 1, 1)
    assert (round(gain.before, 3), round(gain.after, 3), round(gain.points, 3)) == (0.4, 0.7, 0.3)


def test_without_a_pair_there_is_no_gain():
    gain = knowledge_gain([Shares(0.5, None)])

    assert (gain.n, gain.before, gain.after, gain.points) == (0, None, None, None)


def test_the_gain_of_trainings_from_one_query(cast, training, django_assert_num_queries):
    TestResult.objects.create(training=training, person=cast.trainee_person, moment="pre", correct=5, items=10)
    TestResult.objects.create(training=training, person=cast.trainee_person, moment="post", correct=8, items=10)

    with django_assert_num_queries(1):
        gain = gain_of([training])
    assert (gain.n, round(gain.points, 3)) == (1, 0.3)


# Teach-backs ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def tot(cast):
    row = make.TrainingFactory(kind=TrainingKind.TOT, institution=make.InstitutionFactory())
    make.EnrolmentFactory(training=row, person=cast.trainee_person, place=1)
    return row


def opened(cast, tot, by=None, *, held_on=None, topic=None):
    return open_teach_back(tot, cast.trainee_person, held_on=held_on or tot.ends_on, topic=topic, by=by or cast.office)


def test_the_office_opens_a_teach_back(cast, tot):
    module = make.ModuleFactory(curriculum=tot.curriculum)

    row = opened(cast, tot, topic=module)

    assert (row.person, row.topic, row.held_on) == (cast.trainee_person, module, tot.ends_on)
    assert Entry.objects.get(action="teach_back.opened").after["topic"] == module.code


def test_refusals_when_opening(cast, tot):
    other = make.ModuleFactory(curriculum=make.CurriculumFactory(code="other"))
    late = tot.ends_on + timedelta(days=1)

    assert refusal_of(lambda: opened(cast, tot, cast.focal)) == {"not_allowed"}
    assert refusal_of(lambda: opened(cast, tot, cast.assessor)) == {"not_allowed"}
    assert refusal_of(lambda: opened(cast, tot, held_on=late)) == {"outside_training"}
    assert refusal_of(lambda: opened(cast, tot, topic=other)) == {"other_curriculum"}
    opened(cast, tot)
    assert refusal_of(lambda: opened(cast, tot)) == {"already_open"}


def test_refusals_of_the_training_when_opening(cast, tot):
    tot.enrolments.update(status=EnrolmentStatus.DECLINED)
    assert refusal_of(lambda: opened(cast, tot)) == {"not_enrolled"}
    tot.status = TrainingStatus.CANCELLED
    tot.save()
    assert refusal_of(lambda: opened(cast, tot)) == {"training_shut"}
    tot.kind = TrainingKind.CASCADE
    tot.save()
    assert refusal_of(lambda: opened(cast, tot)) == {"not_tot"}


@pytest.fixture
def teach_back(cast, tot):
    return TeachBack.objects.create(training=tot, person=cast.trainee_person, held_on=tot.ends_on)


@pytest.fixture
def assessors(cast):
    """Four assessors, each of an institution of their own."""
    return [user_with(RoleKind.ASSESSOR, make.InstitutionFactory()) for _number in range(4)]


def save(teach_back, assessor, *, submit=True, levels=None, **kwargs):
    return save_score(
        teach_back, assessor=assessor, levels=THREES if levels is None else levels, comment=" Good. ", submit=submit,
        **{"declared": True, **kwargs},
    )  # fmt: skip


def test_a_draft_may_be_incomplete_and_changed(teach_back, assessors):
    save(teach_back, assessors[0], submit=False, levels={"plan": 2})
    row = save(teach_back, assessors[0], submit=False, levels={"plan": 3}, version=1)

    assert (row.plan, row.safety, row.comment, row.submitted_at, row.version) == (3, None, "Good.", None, 2)


def test_handing_in_is_final(teach_back, assessors):
    row = save(teach_back, assessors[0])

    assert row.submitted_at
    assert refusal_of(lambda: save(teach_back, assessors[0])) == {"final"}
    assert row.declared_at == row.submitted_at
    assert Entry.objects.get(action="teach_back.score_handed_in").after == {
        "teach_back": teach_back.pk,
        "declared": True,
    }


def test_nobody_hands_in_without_the_declaration(teach_back, assessors):
    assert refusal_of(lambda: save(teach_back, assessors[0], declared=False)) == {"not_declared"}
    assert save(teach_back, assessors[0], declared=False, submit=False).declared_at is None


def test_handing_in_needs_all_six(teach_back, assessors):
    levels = {**THREES, "safety": None}

    assert refusal_of(lambda: save(teach_back, assessors[0], levels=levels)) == {"incomplete"}


def test_the_database_keeps_an_incomplete_score_a_draft(teach_back, assessors):
    with pytest.raises(IntegrityError), transaction.atomic():
        TeachBackScore.objects.create(teach_back=teach_back, assessor=assessors[0], submitted_at="2026-10-12T10:00Z")


@pytest.mark.parametrize("level", [0, 5, 99])
def test_a_level_out_of_range_is_refused(teach_back, assessors, level):
    act = lambda: save(teach_back, assessors[0], submit=False, levels={"plan": level})  # noqa: E731

    assert refusal_of(act) == {"bad_level"}


def test_a_stale_draft_is_refused(teach_back, assessors):
    save(teach_back, assessors[0], submit=False)
    save(teach_back, assessors[0], submit=False)

    assert refusal_of(lambda: save(teach_back, assessors[0], version=1)) == {"stale"}


def test_who_is_no_assessor_scores_nothing(cast, teach_back):
    for role in ("office", "focal", "trainer", "observer", "stranger"):
        assert refusal_of(lambda role=role: save(teach_back, getattr(cast, role))) == {"no_role"}


def test_an_assessor_whose_role_ended_scores_nothing(teach_back, assessors):
    assessors[0].roles.update(ends_on="2021-01-01")

    assert refusal_of(lambda: save(teach_back, assessors[0])) == {"no_role"}


def test_nobody_scores_their_own_teach_back(cast, teach_back):
    make.RoleFactory(user=cast.trainee, kind=RoleKind.ASSESSOR, institution=cast.away)

    assert refusal_of(lambda: save(teach_back, cast.trainee)) == {"own_teach_back"}


def test_nobody_scores_their_own_institution(cast, teach_back):
    by_role = user_with(RoleKind.ASSESSOR, cast.home)
    by_record = person_with_account(cast.home).user
    make.RoleFactory(user=by_record, kind=RoleKind.ASSESSOR, institution=cast.away)
    above = make.InstitutionFactory(jurisdiction=cast.home.jurisdiction)
    cast.home.parent = above
    cast.home.save()

    below = make.InstitutionFactory(jurisdiction=cast.home.jurisdiction, parent=cast.home)
    beside = make.InstitutionFactory(jurisdiction=cast.home.jurisdiction, parent=above)

    assert save(teach_back, user_with(RoleKind.ASSESSOR, beside), submit=False)
    for assessor in (by_role, by_record, user_with(RoleKind.ASSESSOR, above), user_with(RoleKind.ASSESSOR, below)):
        assert refusal_of(lambda who=assessor: save(teach_back, who)) == {"own_institution"}


def test_a_cancelled_tot_takes_no_scores(teach_back, assessors, tot):
    tot.status = TrainingStatus.CANCELLED
    tot.save()

    assert refusal_of(lambda: save(teach_back, assessors[0])) == {"training_shut"}


def test_a_third_assessor_only_while_two_disagree_and_never_a_fourth(teach_back, assessors):
    first, second, third, fourth = assessors
    save(teach_back, first)
    save(teach_back, second, levels={**THREES, "plan": 1})

    save(teach_back, third)

    assert refusal_of(lambda: save(teach_back, fourth)) == {"third_not_needed"}


def test_no_third_where_two_agree(teach_back, assessors):
    save(teach_back, assessors[0])
    save(teach_back, assessors[1])

    act = lambda: save(teach_back, assessors[2], submit=False)  # noqa: E731
    assert refusal_of(act) == {"third_not_needed"}


# Blind ----------------------------------------------------------------------------------------------------------------


def seen(user, teach_back) -> set[int]:
    return set(TeachBackScore.objects.visible_to(user).filter(teach_back=teach_back).values_list("assessor", flat=True))


def test_assessors_are_blind_to_each_other_until_both_are_in(cast, teach_back, assessors):
    first, second, third, _fourth = assessors
    save(teach_back, first)
    save(teach_back, second, submit=False)
    assert seen(first, teach_back) == {first.pk}
    assert seen(second, teach_back) == {second.pk}
    assert seen(cast.office, teach_back) == set()

    save(teach_back, second, levels={**THREES, "plan": 1})
    assert seen(first, teach_back) == seen(second, teach_back) == {first.pk, second.pk}
    assert seen(third, teach_back) == set()
    assert seen(cast.focal, teach_back) == seen(cast.trainee, teach_back) == set()
    assert seen(cast.office, teach_back) == {first.pk, second.pk}


def test_an_officer_who_is_to_score_is_as_blind_as_anybody(cast, teach_back, assessors):
    make.RoleFactory(user=cast.officer, kind=RoleKind.ASSESSOR, institution=cast.away)
    save(teach_back, cast.officer, submit=False)
    save(teach_back, assessors[0])
    save(teach_back, assessors[1], levels={**THREES, "plan": 1})

    assert seen(cast.officer, teach_back) == {cast.officer.pk}
    assert seen(cast.office, teach_back) == {assessors[0].pk, assessors[1].pk}


def test_a_score_of_one_teach_back_opens_no_other(cast, tot, teach_back, assessors):
    other = TeachBack.objects.create(training=tot, person=make.PersonFactory(), held_on=tot.ends_on)
    first, second, *_rest = assessors
    for row in (teach_back, other):
        save(row, second)
    save(teach_back, first)

    assert seen(first, other) == set()


def test_list_and_permission_agree_on_who_may_score(cast, teach_back, assessors):
    own = user_with(RoleKind.ASSESSOR, cast.home)

    assert TeachBack.objects.visible_to(assessors[0]).filter(pk=teach_back.pk).exists()
    assert not TeachBack.objects.visible_to(own).filter(pk=teach_back.pk).exists()
    assert not TeachBack.objects.visible_to(cast.focal).exists()
    assert TeachBack.objects.visible_to(cast.trainee).get() == teach_back
