"""The certification decision as a rule: every requirement, every edge."""

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.certification.choices import Outcome
from lms.certification.rules import Evidence, Thresholds, decide, is_better, reaches, shown_share

GOOD = Evidence(8, 10, 11, 15, "passed", "passed (3.00)", 2, co_delivered=True)
RULES = Thresholds()


def test_with_everything_the_proposal_is_certified_and_explains_itself():
    proposal = decide(GOOD, RULES)

    assert proposal.outcome == Outcome.CERTIFIED
    assert [(row.code, row.met, row.found) for row in proposal.requirements] == [
        ("attendance", True, "8 of 10 half-days (80.0 %)"),
        ("post_test", True, "11 of 15 items (73.3 %)"),
        ("teach_back", True, "passed (3.00)"),
        ("co_delivery", True, "delivered"),
    ]
    assert not proposal.blocking


def test_without_a_co_delivery_it_is_provisional_at_most():
    proposal = decide(replace(GOOD, co_delivered=False), RULES)

    assert proposal.outcome == Outcome.PROVISIONAL
    assert not proposal.blocking


def test_a_scheme_may_certify_at_once():
    proposal = decide(replace(GOOD, co_delivered=False), Thresholds(provisional_first=False))

    assert proposal.outcome == Outcome.CERTIFIED
    assert [row.code for row in proposal.requirements] == ["attendance", "post_test", "teach_back"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"attended": 7}, "attendance"),
        ({"half_days": 0, "attended": 0}, "attendance"),
        ({"correct": 10}, "post_test"),
        ({"correct": None, "items": None}, "post_test"),
        ({"teach_back": "failed"}, "teach_back"),
        ({"teach_back": "open"}, "teach_back"),
        ({"teach_back": "third_needed"}, "teach_back"),
        ({"teach_back": "", "teach_back_words": ""}, "teach_back"),
        ({"assessors": 1}, "teach_back"),
    ],
)
def test_each_requirement_alone_stands_in_the_way_and_names_a_cure(change, code):
    proposal = decide(replace(GOOD, **change), RULES)

    assert proposal.outcome == Outcome.NOT_CERTIFIED
    assert [row.code for row in proposal.blocking] == [code]
    assert all(row.cure for row in proposal.blocking)


@pytest.mark.parametrize("met", itertools.product([True, False], repeat=4))
def test_all_sixteen_combinations(met):
    attended, tested, taught, delivered = met
    evidence = Evidence(
        10 if attended else 0, 10, 15 if tested else 0, 15, "passed" if taught else "failed", "", 2, delivered
    )

    expected = Outcome.NOT_CERTIFIED
    if attended and tested and taught:
        expected = Outcome.CERTIFIED if delivered else Outcome.PROVISIONAL
    assert decide(evidence, RULES).outcome == expected


@given(st.integers(0, 60), st.integers(1, 60), st.integers(0, 100))
def test_a_share_reaches_its_threshold_exactly(part, whole, percent):
    assert reaches(part, whole, percent) == (part * 100 - percent * whole >= 0)
    assert not reaches(part, 0, percent)


def test_a_share_below_the_threshold_is_never_shown_as_reaching_it():
    assert shown_share(7999, 10000) == "79.9 %"
    assert shown_share(4, 5) == "80.0 %"
    assert shown_share(2, 3) == "66.6 %"


def test_outcomes_have_an_order():
    assert is_better(Outcome.CERTIFIED, Outcome.PROVISIONAL)
    assert is_better("provisional", "not_certified")
    assert not is_better(Outcome.CERTIFIED, Outcome.CERTIFIED)
