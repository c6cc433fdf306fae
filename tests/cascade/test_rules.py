"""The rules of a cascade training, without a database: what blocks, what warns, and on which days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lms.cascade import rules
from lms.cascade.facts import (
    ApprovalFacts,
    EditionFacts,
    ParticipantFacts,
    PlanFacts,
    SessionFacts,
    TrainerFacts,
    VerificationFacts,
)
from lms.certification.choices import Level
from lms.trainings.choices import Half, Part

DAY_1, DAY_2, DAY_3 = date(2026, 10, 12), date(2026, 10, 13), date(2026, 10, 14)
EDITION = EditionFacts("2026.1", languages=("en", "sr-Latn"), mandatory=("M01", "M02"))


def trainer(person_id=1, part=Part.LEAD, level=Level.CERTIFIED, days=(DAY_1, DAY_2), **fields):
    return TrainerFacts(
        person_id, f"Trainer {person_id}", part, dict.fromkeys(days, level), account_id=person_id, **fields
    )


def session(day=DAY_1, half=Half.MORNING, modules=("M01",), **fields):
    return SessionFacts(day, half, tuple(modules), minutes=120, **fields)


SESSIONS = (session(), session(DAY_2, modules=("M02",)))


def plan(**fields):
    """Two days from 12 October 2026, planned on 1 October, in order."""
    defaults = {
        "today": date(2026, 10, 1), "starts_on": DAY_1, "ends_on": DAY_2, "seats": 30, "language": "sr-Latn",
        "language_name": "Serbian (Latin)", "edition": EDITION, "trainers": (trainer(),), "sessions": SESSIONS,
    }  # fmt: skip
    return PlanFacts(**defaults | fields)


def delivered(**fields):
    """A report in order: closed, recorded, two on the list and two reported; looked at after the last day."""
    sessions = tuple(
        replace(row, closed=True, delivered=row.modules, was_held=True) for row in fields.pop("sessions", SESSIONS)
    )
    people = (ParticipantFacts(11, "Person 11", account_id=11), ParticipantFacts(12, "Person 12"))
    own = {key: fields.pop(key) for key in list(fields) if key in VerificationFacts.__dataclass_fields__}
    facts = plan(**{"today": DAY_3, "sessions": sessions, "participants": people} | fields)
    return VerificationFacts(**{"plan": facts, "actor_id": 99, "worker_ids": frozenset({1, 5})} | own)


def codes(findings):
    return {finding.code for finding in findings}


def blocking(findings):
    return {finding.code for finding in findings if finding.blocks}


def message(findings, code):
    return next(str(finding.message) for finding in findings if finding.code == code)


def test_a_plan_in_order_has_no_finding():
    assert rules.judge_plan(plan()) == []


def test_every_finding_has_a_code_and_a_sentence_that_ends():
    bad = plan(
        seats=5, language="ro", trainers=(trainer(at_home=False, level="", elsewhere="RS-2026-001"),), sessions=()
    )
    found = rules.judge_plan(bad)
    assert codes(found) == {
        "language_not_offered", "not_in_force", "outside_institution", "trainer_elsewhere", "no_programme",
        "seats_unusual",
    }  # fmt: skip
    assert all(str(finding.message).endswith(".") for finding in found)


# Dates


@pytest.mark.parametrize(
    "starts, ends, expected",
    [
        (DAY_2, DAY_1, {"ends_before_start"}),
        (DAY_1, DAY_1, set()),
        (DAY_1, DAY_1 + timedelta(days=30), set()),
        (DAY_1, DAY_1 + timedelta(days=31), {"too_long"}),
    ],
)
def test_dates_hold_together(starts, ends, expected):
    days = [DAY_1 + timedelta(days=number) for number in range(40)]
    found = rules.judge_plan(plan(starts_on=starts, ends_on=ends, trainers=(trainer(days=days),), sessions=()))
    assert codes(found) - {"no_programme"} == expected


@pytest.mark.parametrize("today, warned", [(DAY_1 - timedelta(days=1), False), (DAY_1, False), (DAY_2, True)])
def test_a_first_day_in_the_past_only_warns(today, warned):
    found = rules.judge_plan(plan(today=today))
    assert codes(found) == ({"starts_in_past"} if warned else set())
    assert blocking(found) == set()


# Edition


def test_an_edition_of_another_curriculum_blocks():
    assert blocking(rules.judge_plan(plan(edition=replace(EDITION, is_of_curriculum=False)))) == {
        "edition_of_other_curriculum"
    }


def test_a_withdrawn_edition_blocks_and_says_since_when():
    found = rules.judge_plan(plan(edition=replace(EDITION, withdrawn_on=date(2026, 9, 1))))
    assert blocking(found) == {"edition_withdrawn"}
    assert "1 September 2026" in message(found, "edition_withdrawn")


def test_an_edition_withdrawn_after_the_delivery_does_not_stop_verification():
    assert rules.judge_verification(delivered(edition=replace(EDITION, withdrawn_on=DAY_3))) == []


def test_a_language_the_edition_does_not_have_blocks():
    assert blocking(rules.judge_plan(plan(language="ro"))) == {"language_not_offered"}


# Trainers


def test_without_a_lead_nothing_goes():
    assert blocking(rules.judge_plan(plan(trainers=()))) == {"no_lead"}
    assert blocking(rules.judge_plan(plan(trainers=(trainer(part=Part.CO_TRAINER),)))) == {"no_lead"}


@pytest.mark.parametrize(
    "covered, missing",
    [
        ((DAY_1, DAY_2), []),
        ((DAY_1,), ["13 October 2026"]),
        ((DAY_2,), ["12 October 2026"]),
        ((), ["12 October 2026 and 13 October 2026"]),
    ],
)
def test_the_certificate_is_needed_on_every_delivery_day_and_the_bare_days_are_named(covered, missing):
    found = rules.judge_plan(plan(trainers=(trainer(days=covered),)))
    assert blocking(found) == ({"not_in_force"} if missing else set())
    for words in missing:
        assert f"in force on {words}." in message(found, "not_in_force")


def test_a_day_without_a_session_needs_no_certificate():
    found = rules.judge_plan(plan(ends_on=DAY_3, trainers=(trainer(days=(DAY_1, DAY_2)),)))
    assert found == []


def test_before_sessions_are_planned_every_day_counts():
    found = rules.judge_plan(plan(ends_on=DAY_3, sessions=()))
    assert "14 October 2026" in message(found, "not_in_force")


def test_a_co_trainer_needs_a_certificate_too_and_support_does_not():
    co = trainer(2, Part.CO_TRAINER, level="")
    assert blocking(rules.judge_plan(plan(trainers=(trainer(), co)))) == {"not_in_force"}
    assert rules.judge_plan(plan(trainers=(trainer(), replace(co, part=Part.SUPPORT)))) == []


def test_many_bare_days_are_counted_beyond_five():
    days = [DAY_1 + timedelta(days=number) for number in range(8)]
    assert rules.days_in_words(days).endswith("and 3 more days")
    assert rules.days_in_words(days[:6]).endswith("and 1 more day")
    assert rules.days_in_words(days[:1]) == "12 October 2026"


def test_a_provisional_lead_alone_is_refused():
    found = rules.judge_plan(plan(trainers=(trainer(level=Level.PROVISIONAL),)))
    assert blocking(found) == {"provisional_alone"}


@pytest.mark.parametrize(
    "certified_on, alone",
    [((DAY_1, DAY_2), ""), ((DAY_1,), "13 October 2026"), ((DAY_2,), "12 October 2026")],
)
def test_a_provisional_lead_needs_a_certified_co_trainer_on_each_day(certified_on, alone):
    levels = {day: Level.CERTIFIED if day in certified_on else Level.PROVISIONAL for day in (DAY_1, DAY_2)}
    co = replace(trainer(2, Part.CO_TRAINER), levels=levels)
    found = rules.judge_plan(plan(trainers=(trainer(level=Level.PROVISIONAL), co)))
    assert blocking(found) == ({"provisional_alone"} if alone else set())
    assert not alone or f"none on {alone}." in message(found, "provisional_alone")


def test_a_certified_helper_who_only_supports_does_not_make_a_provisional_lead_good():
    trainers = (trainer(level=Level.PROVISIONAL), trainer(2, Part.SUPPORT))
    assert blocking(rules.judge_plan(plan(trainers=trainers))) == {"provisional_alone"}


def test_a_provisional_co_trainer_beside_a_certified_lead_is_in_order():
    trainers = (trainer(), trainer(2, Part.CO_TRAINER, level=Level.PROVISIONAL))
    assert rules.judge_plan(plan(trainers=trainers)) == []


def test_a_lead_promoted_in_between_is_alone_only_before():
    levels = {DAY_1: Level.PROVISIONAL, DAY_2: Level.CERTIFIED}
    found = rules.judge_plan(plan(trainers=(replace(trainer(), levels=levels),)))
    assert "none on 12 October 2026." in message(found, "provisional_alone")


def test_there_is_no_third_generation():
    assert blocking(rules.judge_plan(plan(trainers=(trainer(from_tot=False),)))) == {"not_from_tot"}


@pytest.mark.parametrize(
    "granted, missing",
    [((DAY_1, DAY_2), ""), ((DAY_1,), "13 October 2026"), ((DAY_2,), "12 October 2026"), ((), "12 October 2026 and")],
)
def test_outside_the_institution_an_exception_covers_every_day(granted, missing):
    found = rules.judge_plan(plan(trainers=(trainer(at_home=False, exception_days=frozenset(granted)),)))
    assert blocking(found) == ({"outside_institution"} if missing else set())
    assert not missing or f"exception for {missing}" in message(found, "outside_institution")


# Two places at once


def test_nobody_is_in_two_trainings_at_once():
    person = ParticipantFacts(11, "Person 11", elsewhere="RS-2026-007")
    found = rules.judge_plan(plan(trainers=(trainer(elsewhere="RS-2026-009"),), participants=(person,)))
    assert blocking(found) == {"trainer_elsewhere", "participant_elsewhere"}
    assert "RS-2026-009" in message(found, "trainer_elsewhere")
    assert "RS-2026-007" in message(found, "participant_elsewhere")


def test_who_helps_is_busy_as_well():
    helper = trainer(2, Part.SUPPORT, elsewhere="RS-2026-009")
    assert blocking(rules.judge_plan(plan(trainers=(trainer(), helper)))) == {"trainer_elsewhere"}


def test_a_trainer_does_not_sit_in_their_own_training():
    found = rules.judge_plan(plan(participants=(ParticipantFacts(1, "Trainer 1"),)))
    assert blocking(found) == {"trainer_is_participant"}


# Programme and seats


def test_without_a_module_there_is_no_programme():
    assert blocking(rules.judge_plan(plan(sessions=(session(modules=()),)))) == {"no_programme"}


def test_a_mandatory_module_left_out_warns():
    found = rules.judge_plan(plan(sessions=(session(),)))
    assert (codes(found), blocking(found)) == ({"modules_missing"}, set())
    assert "M02" in message(found, "modules_missing")


def test_a_session_outside_the_dates_blocks():
    outside = (*SESSIONS, session(DAY_3, modules=("M03",)))
    assert blocking(rules.judge_plan(plan(sessions=outside, trainers=(trainer(days=(DAY_1, DAY_2, DAY_3)),)))) == {
        "session_outside_dates"
    }


@pytest.mark.parametrize("minutes, warned", [(270, set()), (271, {"half_day_full"})])
def test_a_half_day_has_a_measure(minutes, warned):
    full = (replace(session(modules=("M01", "M02")), minutes=minutes),)
    found = rules.judge_plan(plan(sessions=full))
    assert (codes(found), blocking(found)) == (warned, set())


@pytest.mark.parametrize("seats, warned", [(11, True), (12, False), (60, False), (61, True)])
def test_unusual_seats_warn_and_do_not_block(seats, warned):
    found = rules.judge_plan(plan(seats=seats))
    assert (codes(found), blocking(found)) == ({"seats_unusual"} if warned else set(), set())


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
