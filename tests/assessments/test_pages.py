"""The assessor's list, the rubric, the sheet, and the grid of results."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lms.assessments.choices import Criterion
from lms.assessments.models import TeachBack, TeachBackScore, TestResult
from lms.people.choices import RoleKind
from lms.trainings.choices import TrainingKind
from tests import factories as make
from tests.cast import user_with

THREES = dict.fromkeys(Criterion.values, 3)


@pytest.fixture
def teach_back(cast):
    tot = make.TrainingFactory(kind=TrainingKind.TOT, institution=make.InstitutionFactory())
    make.EnrolmentFactory(training=tot, person=cast.trainee_person, place=1)
    return TeachBack.objects.create(training=tot, person=cast.trainee_person, held_on=tot.ends_on)


@pytest.fixture
def second(cast):
    return user_with(RoleKind.ASSESSOR, make.InstitutionFactory(), email="second@mup.example")


def at(name: str, row) -> str:
    return reverse(f"assessments:{name}", args=[row.pk])


def hand_in(teach_back, assessor, **levels):
    TeachBackScore.objects.create(
        teach_back=teach_back,
        assessor=assessor,
        submitted_at="2026-10-16T12:00Z",
        comment="Clear.",
        **{**THREES, **levels},
    )


def content(answer) -> str:
    assert answer.status_code == 200
    return answer.content.decode()


# Teach-backs ----------------------------------------------------------------------------------------------------------


def test_an_assessor_scores_in_three_steps(cast, as_user, teach_back):
    client, address = as_user(cast.assessor), at("teach_back_score", teach_back)
    assert "to score" in content(client.get(reverse("assessments:teach_back_list")))
    assert "3 – securely" in content(client.get(address))

    draft = client.post(address, {"step": "draft", "plan": 3, "comment": "So far."}, follow=True)
    assert "Your draft is kept." in content(draft) and "draft" in content(draft)

    asked = client.post(address, {"step": "check", **THREES, "comment": "Clear.", "version": 1})
    assert "Hand in these scores?" in content(asked)
    assert TeachBackScore.objects.get().submitted_at is None

    given = {"step": "hand_in", **THREES, "comment": "Clear.", "version": 1}
    assert "Declare it" in content(client.post(address, given))
    assert TeachBackScore.objects.get().submitted_at is None

    done = client.post(address, {**given, "declared": "on"}, follow=True)
    assert "Your scores are handed in." in content(done)
    assert TeachBackScore.objects.get().submitted_at
    assert client.get(address).url == at("teach_back_detail", teach_back)


def test_handing_in_names_what_is_missing_and_keeps_the_rest(cast, as_user, teach_back):
    answer = as_user(cast.assessor).post(
        at("teach_back_score", teach_back), {"step": "check", **THREES, "safety": "", "comment": "Clear."}
    )

    assert "Missing: safety and security discipline." in content(answer)
    assert "Clear." in content(answer)
    assert not TeachBackScore.objects.exists()


def test_changing_ones_mind_writes_nothing(cast, as_user, teach_back):
    answer = as_user(cast.assessor).post(at("teach_back_score", teach_back), {"step": "edit", **THREES, "comment": ""})

    assert "Keep as a draft" in content(answer)
    assert not TeachBackScore.objects.exists()


def test_a_level_that_does_not_exist_is_said_at_its_field(cast, as_user, teach_back):
    answer = as_user(cast.assessor).post(at("teach_back_score", teach_back), {"step": "draft", "plan": 9})

    assert "Select a valid choice" in content(answer)


def test_two_tabs_do_not_overwrite_each_other(cast, as_user, teach_back):
    client, address = as_user(cast.assessor), at("teach_back_score", teach_back)
    client.post(address, {"step": "draft", "plan": 3, "comment": ""})
    client.post(address, {"step": "draft", "plan": 4, "comment": "", "version": 1})

    answer = client.post(address, {"step": "draft", "plan": 1, "comment": "", "version": 1})

    assert "Somebody else changed this" in content(answer)
    assert TeachBackScore.objects.get().plan == 4


def test_one_assessor_sees_nothing_of_the_other_until_both_are_in(cast, as_user, teach_back, second):
    hand_in(teach_back, second, plan=1)
    address = at("teach_back_detail", teach_back)
    assert "second@mup.example" not in content(as_user(cast.assessor).get(address))

    hand_in(teach_back, cast.assessor)
    page = content(as_user(cast.assessor).get(address))
    assert "second@mup.example" in page and "more than one level apart" in page


def test_the_office_sees_all_scores_the_difference_and_why(cast, as_user, teach_back, second):
    hand_in(teach_back, cast.assessor)
    hand_in(teach_back, second, safety=1)
    client = as_user(cast.office)

    page = content(client.get(at("teach_back_detail", teach_back)))

    for piece in ("third assessor needed", "is-attention", "Clear.", "second@mup.example"):
        assert piece in page
    assert "third assessor needed" in content(client.get(reverse("assessments:teach_back_list")))


def test_a_passed_teach_back_shows_what_counts(cast, as_user, teach_back, second):
    hand_in(teach_back, cast.assessor)
    hand_in(teach_back, second, plan=4)

    page = content(as_user(cast.office).get(at("teach_back_detail", teach_back)))

    assert "passed" in page and "3.5" in page and "3.08" in page


def test_a_candidate_sees_that_it_exists_and_no_scores(cast, as_user, teach_back, second):
    hand_in(teach_back, second)

    page = content(as_user(cast.trainee).get(at("teach_back_detail", teach_back)))

    assert "No scores have been handed in that you may see." in page


def test_an_assessor_of_the_candidates_institution_finds_nothing(cast, as_user, teach_back):
    own = user_with(RoleKind.ASSESSOR, cast.home)
    client = as_user(own)

    assert "There are no teach-backs for you." in content(client.get(reverse("assessments:teach_back_list")))
    assert client.get(at("teach_back_score", teach_back)).status_code == 404


def test_the_list_asks_as_much_for_thirty_as_for_one(cast, as_user, teach_back, second):
    client, address = as_user(cast.office), reverse("assessments:teach_back_list")
    hand_in(teach_back, second)

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            content(client.get(address))
        return len(caught)

    queries()
    few = queries()
    for _turn in range(30):
        row = TeachBack.objects.create(
            training=teach_back.training, person=make.PersonFactory(), held_on=teach_back.held_on
        )
        hand_in(row, second)
    assert queries() == few


# Results --------------------------------------------------------------------------------------------------------------


@pytest.fixture
def training(cast):
    row = make.TrainingFactory(institution=cast.home)
    make.DelivererFactory(training=row, person=cast.trainer_person)
    make.EnrolmentFactory(training=row, person=cast.trainee_person, place=1)
    return row


def enter(client, training, value, *, column="post", row=None, items=15):
    row = training.enrolments.get().pk if row is None else row
    address = f"{at('test_result_save', training)}?items={items}"
    return client.post(address, {"row": row, "column": column, "value": value})


def test_the_grid_shows_everybody_and_what_is_entered(cast, as_user, training):
    client = as_user(cast.trainer)
    assert "knowledge gain" in content(client.get(at("test_results", training))).lower()

    assert enter(client, training, "7", column="pre").status_code == 200
    assert enter(client, training, " 12 / 16 ").status_code == 200

    assert {(row.moment, row.correct, row.items) for row in TestResult.objects.all()} == {
        ("pre", 7, 15),
        ("post", 12, 16),
    }
    page = content(client.get(at("test_results", training), {"items": 15}))
    assert 'value="7"' in page and 'value="12/16"' in page and "Jovanović" in page


def test_an_empty_cell_takes_a_result_back(cast, as_user, training):
    client = as_user(cast.trainer)
    enter(client, training, "7")

    assert enter(client, training, "").status_code == 200
    assert not TestResult.objects.exists()


@pytest.mark.parametrize("value", ["x", "16", "-1", "1.5", "12/", "/15", "9999999", "١٢"])
def test_a_value_that_does_not_fit_is_answered_with_the_cure(cast, as_user, training, value):
    answer = enter(as_user(cast.trainer), training, value)

    assert answer.status_code == 400
    assert answer.json()["error"]
    assert not TestResult.objects.exists()


@pytest.mark.parametrize(("row", "status"), [(0, 404), ("x", 404), (10**9, 404), ("²", 404)])
def test_a_row_that_is_not_there_is_not_found(cast, as_user, training, row, status):
    assert enter(as_user(cast.trainer), training, "7", row=row).status_code == status


def test_an_unknown_column_is_refused(cast, as_user, training):
    assert enter(as_user(cast.trainer), training, "7", column="mid").status_code == 400


def test_a_training_without_people_says_so(cast, as_user):
    training = make.TrainingFactory(institution=cast.home)

    assert "Nobody is enrolled yet." in content(as_user(cast.office).get(at("test_results", training)))


def test_the_grid_asks_as_much_for_thirty_as_for_one(cast, as_user, training):
    client, address = as_user(cast.office), at("test_results", training)

    def queries() -> int:
        with CaptureQueriesContext(connection) as caught:
            content(client.get(address))
        return len(caught)

    queries()
    few = queries()
    for number in range(30):
        person = make.EnrolmentFactory(training=training, place=number + 2).person
        TestResult.objects.create(training=training, person=person, moment="pre", correct=5, items=15)
    assert queries() == few


def test_a_teach_back_that_two_have_completed_asks_nobody_more(cast, as_user, teach_back, second):
    third = user_with(RoleKind.ASSESSOR, make.InstitutionFactory())
    hand_in(teach_back, second)
    assert "to score" in content(as_user(third).get(reverse("assessments:teach_back_list")))

    hand_in(teach_back, cast.assessor)
    page = content(as_user(third).get(reverse("assessments:teach_back_list")))
    assert "complete without you" in page and "passed" not in page
