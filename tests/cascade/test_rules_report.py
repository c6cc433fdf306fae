"""The rules of approval and of the report, without a database: whose work, what is recorded, who was in force."""

from dataclasses import replace

import pytest

from lms.cascade import rules
from lms.cascade.facts import (
    ApprovalFacts,
    ParticipantFacts,
)
from lms.certification.choices import Level
from lms.trainings.choices import Part

from .facts import (
    DAY_1,
    DAY_2,
    DAY_3,
    blocking,
    codes,
    delivered,
    message,
    plan,
    trainer,
)

# Whose work


def test_another_person_approves():
    assert rules.judge_approval(ApprovalFacts(plan(), 99, frozenset({5}))) == []


@pytest.mark.parametrize("actor", [1, 5], ids=["deliverer", "planner"])
def test_nobody_approves_their_own_work(actor):
    assert blocking(rules.judge_approval(ApprovalFacts(plan(), actor, frozenset({5})))) == {"own_work"}


def test_who_supports_works_on_it_too():
    facts = plan(trainers=(trainer(), trainer(2, Part.SUPPORT)))
    assert blocking(rules.judge_approval(ApprovalFacts(facts, 2, frozenset()))) == {"own_work"}


def test_approval_asks_the_plans_rules_again():
    assert blocking(rules.judge_approval(ApprovalFacts(plan(trainers=()), 99))) == {"no_lead"}


def test_a_trainer_without_an_account_is_not_everybody_without_one():
    facts = plan(trainers=(replace(trainer(), account_id=None),))
    assert rules.judge_approval(ApprovalFacts(facts, None)) == []


@pytest.mark.parametrize("actor, code", [(1, "own_work"), (5, "own_work"), (11, "own_record")])
def test_nobody_verifies_their_own_work_or_their_own_record(actor, code):
    assert blocking(rules.judge_verification(delivered(actor_id=actor))) == {code}


# The report


def test_a_report_in_order_has_no_finding():
    assert rules.judge_submission(delivered()) == []
    assert rules.judge_verification(delivered()) == []


@pytest.mark.parametrize("today, early", [(DAY_1, True), (DAY_2, False), (DAY_3, False)])
def test_a_report_comes_on_the_last_day_or_later(today, early):
    assert blocking(rules.judge_submission(delivered(today=today))) == ({"not_over"} if early else set())


def changed(facts, **fields):
    first, *rest = facts.plan.sessions
    return replace(facts, plan=replace(facts.plan, sessions=(replace(first, **fields), *rest)))


def test_open_sessions_stop_verification_only():
    facts = changed(delivered(), closed=False)
    assert rules.judge_submission(facts) == []
    assert blocking(rules.judge_verification(facts)) == {"sessions_open"}


@pytest.mark.parametrize("judge", [rules.judge_submission, rules.judge_verification])
def test_a_record_is_complete(judge):
    assert blocking(judge(changed(delivered(), unrecorded=1))) == {"attendance_missing"}
    assert blocking(judge(changed(delivered(), unmarked=1))) == {"modules_unmarked"}
    assert blocking(judge(delivered(sessions=()))) == {"no_sessions"}


def test_a_mandatory_module_not_delivered_warns():
    found = rules.judge_verification(changed(delivered(), delivered=()))
    assert (codes(found), blocking(found)) == ({"modules_not_delivered"}, set())


@pytest.mark.parametrize("reported, differs", [(None, False), (2, False), (3, True), (1, True)])
def test_a_number_that_differs_from_the_list_is_confirmed_with_a_reason(reported, differs):
    found = rules.judge_verification(delivered(reported=reported))
    assert (codes(found), blocking(found)) == ({"participants_differ"} if differs else set(), set())
    assert rules.needs_reason(found) is differs


def test_the_difference_is_said_in_the_two_numbers():
    people = tuple(ParticipantFacts(pk, f"Person {pk}") for pk in range(100, 129))
    found = rules.judge_verification(delivered(participants=people, reported=30))
    assert message(found, "participants_differ").startswith("30 reported beside 29 listed.")


def test_an_empty_list_blocks():
    assert blocking(rules.judge_submission(delivered(participants=()))) == {"nobody_listed"}


def test_a_head_count_needs_its_number_and_says_what_it_does_not_do():
    facts = delivered(participants=(), head_count_only=True)
    assert blocking(rules.judge_verification(facts)) == {"head_count_missing"}
    found = rules.judge_verification(replace(facts, head_count=25))
    assert (codes(found), blocking(found)) == ({"head_count_only"}, set())


def test_a_head_count_has_no_attendance_to_complete():
    facts = changed(delivered(participants=(), head_count_only=True, head_count=25), unrecorded=3)
    assert blocking(rules.judge_verification(facts)) == set()


# Trainers on the days held


@pytest.mark.parametrize("covered, bare", [((DAY_1,), "13 October 2026"), ((DAY_2,), "12 October 2026")])
def test_a_lead_out_of_force_on_a_day_held_stops_verification(covered, bare):
    found = rules.judge_verification(delivered(trainers=(trainer(days=covered),)))
    assert blocking(found) == {"not_in_force"}
    assert f"taught on {bare} without" in message(found, "not_in_force")


def test_only_days_really_held_count():
    facts = delivered(trainers=(trainer(days=(DAY_1,)),))
    first, second = facts.plan.sessions
    not_held = replace(second, was_held=False, delivered=())
    facts = replace(facts, plan=replace(facts.plan, sessions=(first, not_held)))
    assert blocking(rules.judge_verification(facts)) == set()


def test_a_co_trainer_out_of_force_is_named_but_the_lead_counts():
    found = rules.judge_verification(delivered(trainers=(trainer(), trainer(2, Part.CO_TRAINER, days=(DAY_1,)))))
    assert (codes(found), blocking(found)) == ({"co_trainer_not_in_force"}, set())


def test_a_provisional_lead_whose_co_trainer_lapsed_stops_verification():
    trainers = (trainer(level=Level.PROVISIONAL), trainer(2, Part.CO_TRAINER, days=(DAY_1,)))
    found = rules.judge_verification(delivered(trainers=trainers))
    assert blocking(found) == {"provisional_alone"}
    assert "13 October 2026" in message(found, "provisional_alone")


def test_verification_asks_for_lead_institution_generation_and_clashes():
    assert blocking(rules.judge_verification(delivered(trainers=()))) == {"no_lead"}
    assert blocking(rules.judge_verification(delivered(trainers=(trainer(at_home=False),)))) == {"outside_institution"}
    assert blocking(rules.judge_verification(delivered(trainers=(trainer(from_tot=False),)))) == {"not_from_tot"}
    assert blocking(rules.judge_verification(delivered(trainers=(trainer(elsewhere="X"),)))) == {"trainer_elsewhere"}


def test_stored_findings_hold_no_name():
    facts = plan(trainers=(trainer(level=""),), participants=(ParticipantFacts(11, "Person 11", "RS-2026-007"),))
    found = rules.judge_plan(facts.without_names())
    words = " ".join(str(finding.message) for finding in found)
    assert "Trainer 1" not in words and "Person 11" not in words
    assert "[person 1]" in words and "[person 11]" in words
