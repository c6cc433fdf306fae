"""The certification decision as a rule: every requirement, every edge, and what holds for any evidence at all."""

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.certification.choices import ASKABLE, IN_A_PERIOD, IN_PERCENT, Act, Aim, Level, Outcome, RequirementKind
from lms.certification.rules import (
    RANK,
    USUAL,
    Evidence,
    Rule,
    Terms,
    decide,
    decide_later,
    is_better,
    judge,
    months_between,
    reached_level,
    reaches,
    required_words,
    shown_share,
    within,
)

TODAY = date(2026, 11, 21)
GOOD = Evidence(8, 10, 11, 15, "passed", "passed (3.00)", 2, co_deliveries=1, on=TODAY)


def test_with_everything_the_proposal_is_certified_and_explains_itself():
    proposal = decide(GOOD, USUAL)

    assert proposal.outcome == Outcome.CERTIFIED
    assert [(row.code, row.met, row.found) for row in proposal.requirements] == [
        ("attendance", True, "8 of 10 half-days (80.0 %)"),
        ("post_test", True, "11 of 15 items (73.3 %)"),
        ("teach_back", True, "passed (3.00)"),
        ("co_delivery", True, "delivered"),
    ]
    assert not proposal.blocking


def test_without_a_co_delivery_it_is_provisional_at_most():
    proposal = decide(replace(GOOD, co_deliveries=0), USUAL)

    assert proposal.outcome == Outcome.PROVISIONAL
    assert not proposal.blocking


def test_a_scheme_may_certify_at_once():
    proposal = decide(replace(GOOD, co_deliveries=0), replace(USUAL, provisional_first=False))

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
    proposal = decide(replace(GOOD, **change), USUAL)

    assert proposal.outcome == Outcome.NOT_CERTIFIED
    assert [row.code for row in proposal.blocking] == [code]
    assert all(row.cure for row in proposal.blocking)


@pytest.mark.parametrize("met", itertools.product([True, False], repeat=4))
def test_all_sixteen_combinations(met):
    attended, tested, taught, delivered = met
    evidence = Evidence(
        10 if attended else 0, 10, 15 if tested else 0, 15, "passed" if taught else "failed", "", 2, int(delivered)
    )

    expected = Outcome.NOT_CERTIFIED
    if attended and tested and taught:
        expected = Outcome.CERTIFIED if delivered else Outcome.PROVISIONAL
    assert decide(evidence, USUAL).outcome == expected


# Each kind at its edge ------------------------------------------------------------------------------------------------


def met(kind: str, threshold: int, evidence: Evidence, months: int | None = None) -> bool:
    aim = next(aim for aim, kinds in ASKABLE.items() if kind in kinds)
    (row,) = judge(evidence, Terms((Rule(aim, kind, threshold, months),)), aim)
    return row.met


def test_a_promise_counts_only_as_far_as_it_is_confirmed():
    assert not met("roll_out_plan", 2, replace(GOOD, planned=1))
    assert met("roll_out_plan", 2, replace(GOOD, planned=2))


@pytest.mark.parametrize(
    ("delivered", "counts"),
    [
        (date(2026, 11, 21), True),
        (date(2025, 11, 22), True),
        (date(2025, 11, 21), False),
        (date(2026, 11, 22), False),
    ],
)
def test_twelve_months_are_counted_to_the_day_and_nothing_of_the_future(delivered, counts):
    assert met("deliveries", 1, replace(GOOD, deliveries=(delivered,)), 12) == counts
    assert met("refresher", 1, replace(GOOD, refreshers=(delivered,)), 12) == counts


def test_a_period_that_begins_on_a_leap_day():
    leap = (date(2024, 2, 29),)

    assert within(leap, date(2025, 2, 28), 12) == leap
    assert within(leap, date(2025, 3, 1), 12) == ()


def test_deliveries_since_the_certificate_began_include_its_first_day():
    since = date(2026, 1, 1)
    first, before, today = (since,), (since - timedelta(days=1),), (GOOD.on,)

    assert met("deliveries_since", 1, replace(GOOD, deliveries=first, held_since=since))
    assert met("deliveries_since", 1, replace(GOOD, deliveries=today, held_since=since))
    assert not met("deliveries_since", 1, replace(GOOD, deliveries=before, held_since=since))
    assert not met("deliveries_since", 1, replace(GOOD, deliveries=first))


@pytest.mark.parametrize(("since", "is_met"), [(date(2024, 11, 21), True), (date(2024, 11, 22), False), (None, False)])
def test_months_as_a_certified_trainer(since, is_met):
    assert met("months_held", 24, replace(GOOD, certified_since=since)) == is_met


@pytest.mark.parametrize(
    ("first", "on", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 27), 0),
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2024, 2, 29), date(2025, 2, 28), 12),
        (date(2026, 5, 1), date(2026, 4, 1), 0),
        (date(2026, 5, 1), date(2026, 5, 1), 0),
        (date(2026, 5, 1), date(2026, 6, 1), 1),
        (date(2026, 5, 2), date(2026, 5, 1), 0),
        (date(2026, 5, 2), date(2026, 8, 1), 2),
    ],
)
def test_whole_months(first, on, months):
    assert months_between(first, on) == months


@given(st.integers(0, 60), st.integers(1, 60), st.integers(0, 100))
def test_a_share_reaches_its_threshold_exactly(part, whole, percent):
    assert reaches(part, whole, percent) == (part * 100 - percent * whole >= 0)
    assert not reaches(part, 0, percent)


def test_a_share_below_the_threshold_is_never_shown_as_reaching_it():
    assert shown_share(7999, 10000) == "79.9 %"
    assert shown_share(4, 5) == "80.0 %"
    assert shown_share(2, 3) == "66.6 %"


# For any evidence and any rules ---------------------------------------------------------------------------------------

A_DAY_AGO = st.integers(0, 1500).map(lambda ago: TODAY - timedelta(days=ago))
DAYS = st.lists(A_DAY_AGO, max_size=6).map(tuple)
EVIDENCE = st.builds(
    Evidence,
    attended=st.integers(0, 10),
    half_days=st.just(10),
    correct=st.one_of(st.none(), st.integers(0, 15)),
    items=st.just(15),
    teach_back=st.sampled_from(["passed", "failed", "open", "third_needed", ""]),
    assessors=st.integers(0, 3),
    co_deliveries=st.integers(0, 3),
    planned=st.integers(0, 3),
    deliveries=DAYS,
    refreshers=DAYS,
    held_since=st.one_of(st.none(), A_DAY_AGO),
    certified_since=st.one_of(st.none(), A_DAY_AGO),
    on=st.just(TODAY),
)


def rule_of(aim: str, kind: str):
    threshold = st.integers(0, 100) if kind in IN_PERCENT else st.integers(1, 4)
    months = st.integers(1, 48) if kind in IN_A_PERIOD else st.none()
    return st.builds(Rule, st.just(aim), st.just(kind), threshold, months)


@st.composite
def terms(draw) -> Terms:
    wanted = [(aim, kind) for aim, kinds in ASKABLE.items() for kind in kinds if draw(st.booleans())]
    return Terms(tuple(draw(rule_of(aim, kind)) for aim, kind in wanted), provisional_first=draw(st.booleans()))


def better(evidence: Evidence) -> list[Evidence]:
    """One step better in one respect each; nothing else changes."""
    more = {
        "attended": min(evidence.attended + 1, evidence.half_days),
        "correct": min((evidence.correct or 0) + 1, evidence.items),
        "teach_back": "passed",
        "assessors": evidence.assessors + 1,
        "co_deliveries": evidence.co_deliveries + 1,
        "planned": evidence.planned + 1,
        "deliveries": (*evidence.deliveries, TODAY),
        "refreshers": (*evidence.refreshers, TODAY),
        "certified_since": (evidence.certified_since or TODAY) - timedelta(days=40),
    }
    return [replace(evidence, **{name: value}) for name, value in more.items()]


@given(EVIDENCE, terms())
def test_better_evidence_never_gives_a_lower_outcome(evidence, rules):
    before = decide(evidence, rules).outcome
    later = {act: decide_later(evidence, rules, act, Level.CERTIFIED).outcome for act in (Act.RENEWAL, Act.PROMOTION)}
    for more in better(evidence):
        assert RANK.index(decide(more, rules).outcome) >= RANK.index(before)
        for act, outcome in later.items():
            assert RANK.index(decide_later(more, rules, act, Level.CERTIFIED).outcome) >= RANK.index(outcome)


@given(EVIDENCE, terms())
def test_the_explanation_is_complete(evidence, rules):
    proposal = decide(evidence, rules)

    assert (proposal.outcome != Outcome.NOT_CERTIFIED) == (not proposal.blocking)
    assert (proposal.outcome == Outcome.CERTIFIED) == all(row.met for row in proposal.requirements)
    assert all(row.cure for row in proposal.requirements if not row.met)
    assert not any(row.cure for row in proposal.requirements if row.met)


@given(EVIDENCE, terms(), st.sampled_from([Act.PROMOTION, Act.RENEWAL, Act.SENIOR]))
def test_a_later_act_is_all_requirements_or_nothing(evidence, rules, act):
    proposal = decide_later(evidence, rules, act, Level.CERTIFIED)

    assert proposal.requirements
    assert (proposal.outcome == Outcome.CERTIFIED) == (not proposal.blocking)
    assert proposal.outcome in (Outcome.CERTIFIED, Outcome.NOT_CERTIFIED)


@given(EVIDENCE, terms(), st.randoms())
def test_the_order_of_the_rows_changes_nothing(evidence, rules, random):
    shuffled = list(rules.rules)
    random.shuffle(shuffled)

    assert decide(evidence, replace(rules, rules=tuple(shuffled))) == decide(evidence, rules)


def test_what_a_scheme_does_not_state_is_not_offered():
    silent = replace(USUAL, rules=tuple(row for row in USUAL.rules if row.aim != Aim.RENEWAL))
    proposal = decide_later(GOOD, silent, Act.RENEWAL, Level.CERTIFIED)

    assert (proposal.outcome, [row.code for row in proposal.blocking]) == (Outcome.NOT_CERTIFIED, ["no_renewal"])


def test_every_kind_can_be_asked_for_somewhere_and_says_what_it_asks():
    assert {kind for kinds in ASKABLE.values() for kind in kinds} == set(RequirementKind)
    assert {kind: required_words(Rule(Aim.ANY, kind, 3, 12)) for kind in RequirementKind} == {
        "attendance": "at least 3 %",
        "post_test": "at least 3 %",
        "teach_back": "passed by 3 different assessors",
        "roll_out_plan": "3 deliveries promised and confirmed",
        "co_delivery": "3 verified trainings",
        "deliveries": "3 deliveries in the last 12 months",
        "deliveries_since": "3 deliveries since it began",
        "refresher": "3 completed in the last 12 months",
        "months_held": "3 months",
    }


def test_progress_is_told_in_the_rules_own_unit_and_is_nought_where_nothing_is_on_record():
    rules = tuple(Rule(Aim.ANY, kind, 3, 12) for kind in RequirementKind)
    found = {row.code: (row.have, row.need) for row in judge(Evidence(on=GOOD.on), Terms(rules), Aim.ANY)}

    assert found == dict.fromkeys(RequirementKind.values, (0, 3)) | {"attendance": (0, 0), "post_test": (0, 0)}


def test_two_assessors_are_needed_where_the_scheme_says_nothing_about_it():
    elsewhere = Terms((Rule(Aim.SENIOR, "teach_back", 5), Rule(Aim.ANY, "post_test", 70)))

    assert [Terms(()).assessors, elsewhere.assessors, USUAL.assessors] == [2, 2, 2]
    assert Terms((Rule(Aim.ANY, "teach_back", 3),)).assessors == 3


def test_outcomes_have_an_order():
    assert is_better(Outcome.SENIOR, Outcome.CERTIFIED)
    assert is_better(Outcome.CERTIFIED, Outcome.PROVISIONAL)
    assert is_better("provisional", "not_certified")
    assert not is_better(Outcome.CERTIFIED, Outcome.CERTIFIED)


def test_each_act_leads_to_its_level():
    assert reached_level(Act.PROMOTION, Level.PROVISIONAL) == Level.CERTIFIED
    assert reached_level(Act.SENIOR, Level.CERTIFIED) == Level.SENIOR
    assert [reached_level(Act.RENEWAL, level) for level in (Level.CERTIFIED, Level.SENIOR)] == ["certified", "senior"]
