"""The rules of a plan, without a database: what blocks, what warns, and on which days."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from lms.cascade import rules
from lms.cascade.facts import (
    ParticipantFacts,
)
from lms.certification.choices import Level
from lms.trainings.choices import Part

from .facts import (
    DAY_1,
    DAY_2,
    DAY_3,
    EDITION,
    SESSIONS,
    blocking,
    codes,
    delivered,
    message,
    plan,
    session,
    trainer,
)


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


def test_a_translation_that_lacks_a_safety_relevant_change_is_not_taught_from():
    edition = replace(EDITION, languages=("en", "sr-Latn"), held_back={"sr-Latn": "The translation of M04 waits."})
    found = rules.judge_plan(plan(edition=edition, language="sr-Latn"))
    assert blocking(found) == {"language_held_back"}
    assert message(found, "language_held_back") == "The translation of M04 waits."
    assert rules.judge_plan(plan(edition=edition, language="en")) == []
