"""The pure parts: the agenda's minutes, figures that add up, the steps, the questions."""

from datetime import date, timedelta

import pytest

from lms.cohorts.agenda.plan import PLAN, Planned, half_days_from, plan_days, share_of
from lms.cohorts.choices import CEFR
from lms.cohorts.figures import Course, Split, figures_of, split_of
from lms.cohorts.imports.questions import CellQuestion, as_json, as_question, options_for, read_answers, read_years
from lms.cohorts.steps import CohortProgress, CohortStep, done_steps, states_of

from .conftest import FIRST_DAY, MINUTES

MODULES = [Planned(number, code, minutes) for number, (code, minutes) in enumerate(MINUTES.items(), 1)]


# The agenda -----------------------------------------------------------------------------------------------------------


def test_five_days_are_ten_half_days():
    halves = half_days_from(FIRST_DAY)

    assert len(halves) == 10
    assert (halves[0], halves[-1]) == ((FIRST_DAY, "am"), (FIRST_DAY + timedelta(days=4), "pm"))


def test_every_module_stands_in_the_plan_once_and_the_teach_backs_in_two_half_days():
    planned = [module.code for half in plan_days(FIRST_DAY, MODULES) for module in half.modules]

    assert sorted(planned) == sorted([*MINUTES, "T05"])


def test_no_half_day_is_longer_than_three_hours_and_all_minutes_are_there():
    minutes = [sum(share_of(module) for module in half.modules) for half in plan_days(FIRST_DAY, MODULES)]

    assert minutes == [165, 165, 165, 165, 135, 135, 180, 180, 180, 90]
    assert sum(minutes) == 720 + 840


def test_a_module_the_plan_does_not_know_goes_to_the_shortest_half_day():
    halves = plan_days(FIRST_DAY, [*MODULES, Planned(99, "M99", 30)])

    assert [module.code for module in halves[-1].modules] == ["T06", "M99"]


def test_an_edition_without_a_module_leaves_a_gap():
    assert [half.modules for half in plan_days(FIRST_DAY, [])] == [()] * len(PLAN)


# Figures --------------------------------------------------------------------------------------------------------------


def test_a_split_adds_up_whatever_is_recorded():
    split = split_of(["woman", "man", "man", "not_recorded", "", "else"])

    assert (split, split.total) == (Split(1, 2, 3), 6)


def course(status="accepted", sex="man", **others) -> Course:
    fields = {"was_there": False, "outcome": None, "gave_back": False, "is_endorsed": True, **others}
    return Course(sex, status, **fields)


def test_each_group_lies_within_the_one_before_it():
    figures = figures_of(
        [
            course("proposed", is_endorsed=False), course("endorsed", "woman"), course("reserve"), course("declined"),
            course("withdrawn"), course(), course(was_there=True, sex="woman"),
            course(was_there=True, outcome="certified"), course(gave_back=True), course(outcome="certified"),
        ]
    )  # fmt: skip

    assert (figures.nominated.total, figures.accepted.total, figures.attended.total, figures.certified.total) == (
        10, 4, 2, 1,
    )  # fmt: skip
    assert figures.attended == Split(1, 1, 0)
    assert (figures.undecided, figures.unendorsed, figures.reserves, figures.gave_back) == (2, 1, 1, 1)


# Steps ----------------------------------------------------------------------------------------------------------------


def progress(**others) -> CohortProgress:
    days = {"closes_on": date(2026, 9, 30), "starts_on": FIRST_DAY, "ends_on": FIRST_DAY + timedelta(days=4)}
    return CohortProgress(**{"status": "approved", "today": date(2026, 9, 1), **days, **others})


AFTER = FIRST_DAY + timedelta(days=10)
DAYS_DONE = {"today": AFTER, "nominated": 3, "seated": 3, "came": 2, "recorded": 30, "expected": 30}
TESTED = {**DAYS_DONE, "tested_before": 2, "tested_after": 2}
TAUGHT = {**TESTED, "taught_back": 2}
DECIDED = {**TAUGHT, "decided": 2, "allowed": 1}


@pytest.mark.parametrize(
    ("facts", "current"),
    [
        ({"status": "draft"}, CohortStep.CALL),
        ({}, CohortStep.NOMINATIONS),
        ({"today": date(2026, 9, 30)}, CohortStep.NOMINATIONS),
        ({"today": date(2026, 10, 1), "undecided": 2}, CohortStep.SELECTION),
        ({"today": date(2026, 10, 1)}, CohortStep.SELECTION),
        ({"today": date(2026, 10, 1), "seated": 2, "came": 2, "expected": 20}, CohortStep.DAYS),
        ({**DAYS_DONE, "recorded": 29}, CohortStep.DAYS),
        (DAYS_DONE, CohortStep.TESTS),
        ({**TESTED, "tested_before": 1}, CohortStep.TESTS),
        (TESTED, CohortStep.TEACH_BACKS),
        (TAUGHT, CohortStep.DECISIONS),
        (DECIDED, CohortStep.CERTIFICATES),
    ],
)
def test_the_next_step_is_the_first_that_is_not_done(facts, current):
    states = states_of(progress(**facts))

    assert [step for step, state in states.items() if state == "current"] == [current]


def test_when_every_certificate_is_issued_nothing_is_next():
    issued = {**DECIDED, "issued": 1}
    assert done_steps(progress(**issued)) == frozenset(CohortStep) - {CohortStep.REPORT}
    assert states_of(progress(**issued))[CohortStep.REPORT] == "current"
    assert done_steps(progress(**{**issued, "status": "verified"})) == frozenset(CohortStep)
    assert "current" not in states_of(progress(**{**issued, "status": "verified"})).values()


def test_a_cancelled_cohort_has_no_next_step():
    assert "current" not in states_of(progress(status="cancelled")).values()


# Questions ------------------------------------------------------------------------------------------------------------


def test_a_question_survives_being_stored():
    question = CellQuestion("english", "good", "“good” is not a level.", options_for("english"))

    assert as_question(as_json(question)) == question
    assert question.options == tuple((value, value) for value in CEFR.values)


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("years_in_post", "5", 5),
        ("years_in_post", "0", 0),
        ("english", "b2", "B2"),
        ("email", "Ana@MUP.example", "ana@mup.example"),
        ("endorsed_on", "2026-09-15", "2026-09-15"),
        ("sex", "woman", "woman"),
    ],
)
def test_an_answer_is_kept_as_plain_json(key, typed, value):
    given = read_answers({f"answer-3-{key}": typed}, {3: (CellQuestion(key, "?", "doubt"),)})

    assert (given.answers, given.problems) == ({3: {key: value}}, ())


@pytest.mark.parametrize(
    ("key", "typed"),
    [("years_in_post", "61"), ("years_in_post", "5 yrs"), ("english", "good"), ("email", "ç@mup.example"),
     ("endorsed_on", "03/04/2026")],
)  # fmt: skip
def test_what_does_not_fit_stays_a_question(key, typed):
    given = read_answers({f"answer-3-{key}": typed}, {3: (CellQuestion(key, "?", "doubt"),)})

    assert (given.answers, len(given.problems)) == ({}, 1)


def test_an_institution_is_never_left_empty():
    question = CellQuestion("institution", "Ministry", "several", (("7", "One"), ("8", "Two")))

    assert read_answers({"empty-3-institution": "1"}, {3: (question,)}).answers == {}
    assert read_answers({"answer-3-institution": "8"}, {3: (question,)}).answers == {3: {"institution": 8}}


def test_years_in_post_are_nought_to_sixty():
    assert [read_years(raw).value for raw in (0, 60, 61, -1, "7")] == [0, 60, None, None, 7]
