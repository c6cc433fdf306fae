"""The rubric: every edge of it, and the rule held against a second reading of itself."""

from fractions import Fraction
from itertools import product
from statistics import mean, median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.assessments.choices import Criterion
from lms.assessments.scoring import Score, Verdict, criteria_apart, teach_back_outcome

LEVELS = st.fixed_dictionaries({name: st.integers(1, 4) for name in Criterion.values})


def score(assessor: int, level: int = 3, **levels) -> Score:
    return Score(assessor, {**dict.fromkeys(Criterion.values, level), **levels})


def verdict(*scores, needed: int = 2) -> Verdict:
    return teach_back_outcome(scores, needed).verdict


def test_two_scores_of_three_everywhere_pass():
    outcome = teach_back_outcome([score(1), score(2)])

    assert (outcome.verdict, outcome.mean, outcome.reasons) == (Verdict.PASSED, 3, ())
    assert outcome.passed


@pytest.mark.parametrize(("count", "needed"), [(0, 2), (1, 2), (2, 3)])
def test_too_few_scores_leave_it_open(count, needed):
    outcome = teach_back_outcome([score(number, 4) for number in range(count)], needed)

    assert (outcome.verdict, outcome.mean, outcome.counted) == (Verdict.OPEN, None, None)
    assert outcome.reasons


@pytest.mark.parametrize("name", Criterion.values)
@pytest.mark.parametrize(("one", "other"), [(1, 3), (1, 4), (2, 4), (4, 2)])
def test_more_than_one_level_apart_on_any_criterion_calls_a_third(name, one, other):
    outcome = teach_back_outcome([score(1, 4, **{name: one}), score(2, 4, **{name: other})])

    assert (outcome.verdict, outcome.apart) == (Verdict.THIRD_NEEDED, (name,))
    assert not outcome.passed


def test_one_level_apart_calls_nobody_and_the_mean_counts():
    outcome = teach_back_outcome([score(1, 3, plan=3), score(2, 3, plan=4)])

    assert outcome.verdict == Verdict.PASSED
    assert outcome.counted["plan"] == Fraction(7, 2)


@pytest.mark.parametrize("name", [Criterion.ACCURACY, Criterion.SAFETY])
@pytest.mark.parametrize(("levels", "expected"), [((3, 3), True), ((2, 3), False), ((3, 2), False), ((2, 2), False)])
def test_accuracy_and_safety_need_three_each(name, levels, expected):
    scores = [score(number, 3, **{name: level, "plan": 4, "checking": 4}) for number, level in enumerate(levels)]

    assert teach_back_outcome(scores).passed is expected


@pytest.mark.parametrize(("levels", "expected"), [((2, 2), True), ((1, 2), False), ((1, 1), False), ((2, 3), True)])
def test_every_other_criterion_needs_two(levels, expected):
    scores = [score(number, 4, plan=level) for number, level in enumerate(levels)]

    assert teach_back_outcome(scores).passed is expected


def test_the_mean_must_be_three_and_nothing_is_rounded_up():
    just = [score(1, 3, plan=2, checking=4), score(2, 3)]
    below = [score(1, 3, plan=2), score(2, 3)]

    assert (teach_back_outcome(just).verdict, teach_back_outcome(just).mean) == (Verdict.PASSED, 3)
    assert teach_back_outcome(below).verdict == Verdict.FAILED
    assert teach_back_outcome(below).mean == Fraction(35, 12)


def test_with_three_the_median_of_each_criterion_counts():
    scores = [score(1, 4, safety=1), score(2, 4, safety=4), score(3, 3, safety=3)]

    outcome = teach_back_outcome(scores)

    assert (outcome.verdict, outcome.counted["safety"], outcome.counted["plan"]) == (Verdict.PASSED, 3, 4)
    assert outcome.apart == ("safety",)


def test_a_third_score_may_also_fail_it():
    scores = [score(1, 4, safety=2), score(2, 4, safety=4), score(3, 4, safety=2)]

    outcome = teach_back_outcome(scores)

    assert outcome.verdict == Verdict.FAILED
    assert len(outcome.reasons) == 1


def test_failed_says_every_reason():
    assert len(teach_back_outcome([score(1, 1), score(2, 1)]).reasons) == 7


def test_one_assessor_does_not_count_twice():
    with pytest.raises(ValueError, match="once"):
        teach_back_outcome([score(1), score(1)])


@pytest.mark.parametrize("levels", [{}, {"plan": 3}, {**dict.fromkeys(Criterion.values, 3), "extra": 3}])
def test_a_score_has_exactly_six_levels(levels):
    with pytest.raises(ValueError, match="six"):
        Score(1, levels)


@pytest.mark.parametrize("level", [0, 5, -1])
def test_a_level_is_one_to_four(level):
    with pytest.raises(ValueError, match="1 to 4"):
        score(1, level)


def again(scores) -> Verdict:
    """The rule written down a second time, from its sentences."""
    per = {name: [one.levels[name] for one in scores] for name in Criterion.values}
    if len(scores) < 2:
        return Verdict.OPEN
    if len(scores) == 2 and any(abs(a - b) > 1 for a, b in per.values()):
        return Verdict.THIRD_NEEDED
    middle = {name: mean(map(Fraction, two)) if len(two) == 2 else Fraction(median(two)) for name, two in per.items()}
    enough = all(value >= 2 for value in middle.values()) and middle["accuracy"] >= 3 and middle["safety"] >= 3
    return Verdict.PASSED if enough and sum(middle.values()) >= 18 else Verdict.FAILED


@given(st.lists(LEVELS, max_size=3))
def test_the_rule_agrees_with_its_second_writing_in_any_order(rows):
    scores = [Score(number, levels) for number, levels in enumerate(rows)]

    assert verdict(*scores) == again(scores) == verdict(*reversed(scores))


def test_all_pairs_of_levels_on_one_strict_criterion():
    for one, other in product(range(1, 5), repeat=2):
        scores = [score(1, 3, safety=one, plan=4), score(2, 3, safety=other, plan=4)]
        assert teach_back_outcome(scores).verdict == again(scores)


@given(LEVELS, LEVELS)
def test_a_better_level_never_turns_a_pass_into_a_failure(first, second):
    scores = [Score(1, first), Score(2, second)]
    if teach_back_outcome(scores).passed:
        for name in Criterion.values:
            better = [
                Score(one.assessor, {**one.levels, name: min(4, one.levels[name] + 1)}) for one in scores
            ]  # both rise: they stay as close as they were
            assert teach_back_outcome(better).verdict in (Verdict.PASSED, Verdict.THIRD_NEEDED)


def test_nothing_is_apart_without_scores():
    assert criteria_apart([]) == ()
