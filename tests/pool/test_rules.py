"""Active, and the reminders that are due: pure rules, borders included."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.certification.choices import Level, State
from lms.certification.rules import within
from lms.pool.choices import ReminderKind
from lms.pool.reminding import (
    STEPS,
    TOO_LATE,
    Holder,
    UncertifiedParticipant,
    due_for_candidate,
    due_for_holder,
    step_reached,
)
from lms.pool.rules import active_since, is_active

DAYS = st.dates(date(2000, 1, 1), date(2060, 12, 31))
END = date(2028, 12, 31)
FAR = date(2030, 1, 1)


# Active ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("level", "state", "last", "expected"),
    [
        (Level.CERTIFIED, State.IN_FORCE, date(2026, 11, 21), True),
        (Level.SENIOR, State.IN_FORCE, date(2025, 11, 22), True),
        (Level.CERTIFIED, State.IN_FORCE, date(2025, 11, 21), False),
        (Level.CERTIFIED, State.IN_FORCE, None, False),
        (Level.PROVISIONAL, State.IN_FORCE, date(2026, 11, 1), False),
        (Level.CERTIFIED, State.EXPIRED, date(2026, 11, 1), False),
        (Level.CERTIFIED, State.SUSPENDED, date(2026, 11, 1), False),
    ],
)
def test_active_is_certified_in_force_and_delivered_within_twelve_months(level, state, last, expected):
    assert is_active(level, state, last, date(2026, 11, 21)) is expected


@given(DAYS, DAYS)
def test_the_border_in_sql_is_the_border_of_renewal(last, day):
    assert (active_since(day) < last <= day) is bool(within([last], day, 12))


def test_a_delivery_on_a_leap_day_counts_for_a_whole_year():
    assert is_active(Level.CERTIFIED, State.IN_FORCE, date(2028, 2, 29), date(2029, 2, 28))
    assert not is_active(Level.CERTIFIED, State.IN_FORCE, date(2028, 2, 29), date(2029, 3, 1))


# Steps ----------------------------------------------------------------------------------------------------------------


@given(st.lists(st.integers(-400, 400), min_size=1, unique=True).map(sorted), st.integers(-1000, 1500))
def test_only_the_last_step_reached_is_due(steps, days):
    found = step_reached(steps, days)
    reached = [step for step in steps if step <= days]
    assert found == (reached[-1] if reached and days <= steps[-1] + TOO_LATE else None)


def test_the_steps_ascend():
    assert [list(steps) for steps in STEPS.values()] == [sorted(steps) for steps in STEPS.values()]


def holder(**fields) -> Holder:
    usual = {"is_provisional": False, "valid_until": END, "first_due_on": FAR, "has_delivered": True}
    return Holder(1, 7, **{**usual, **fields})


def told(facts, left: int) -> list[tuple[str, int]]:
    """(kind, step) so many days before the last day."""
    day = facts.valid_until - timedelta(days=left)
    return [(due.kind.value, due.threshold) for due in due_for_holder(facts, day)]


@pytest.mark.parametrize(
    ("left", "step"),
    [(181, None), (180, -180), (91, -180), (90, -90), (31, -90), (30, -30), (1, -30), (0, -30), (-1, None)],
)
def test_the_end_of_a_certificate_is_told_at_180_90_and_30_days(left, step):
    assert told(holder(), left) == ([] if step is None else [("expiry", step)])


@given(st.sets(st.integers(0, 250)))
def test_whatever_days_the_chore_ran_each_step_is_told_once_and_never_a_passed_one(days):
    """Told: what a run finds and no run before has told. A chore that stood still catches up with one letter."""
    sent: list[tuple[str, int]] = []
    for left in sorted(days, reverse=True):
        new = [due for due in told(holder(), left) if due not in sent]
        assert len(new) <= 1
        sent += new
    assert sent == sorted(set(sent), key=lambda due: due[1])
    nearest = [next((-step for step in (30, 90, 180) if left <= step), None) for left in days]
    assert {step for _kind, step in sent} == {step for step in nearest if step is not None}


def test_a_certificate_whose_successor_waits_is_not_told_to_end():
    assert told(holder(is_followed=True), 20) == []


FIRST = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (-31, None),
        (-30, ("first_delivery", -30)),
        (-1, ("first_delivery", -30)),
        (0, ("first_delivery", 0)),
        (29, ("first_delivery", 0)),
        (30, ("never_delivered", 30)),
        (90, ("never_delivered", 90)),
        (180, ("never_delivered", 180)),
        (360, ("never_delivered", 180)),
        (361, None),
    ],
)
def test_the_first_delivery_is_told_before_on_and_long_after_its_day(days, expected):
    found = due_for_holder(holder(first_due_on=FIRST, has_delivered=False), FIRST + timedelta(days=days))
    assert [(due.kind.value, due.threshold) for due in found] == ([expected] if expected else [])
    assert [due.counts_from for due in found] == ([FIRST] if expected else [])


def test_a_provisional_trainer_is_told_that_the_joint_delivery_is_missing():
    facts = holder(first_due_on=FIRST, has_delivered=False, is_provisional=True)
    assert [due.kind for due in due_for_holder(facts, FIRST + timedelta(days=31))] == [ReminderKind.NOT_CO_DELIVERED]


def test_whoever_has_delivered_is_left_alone():
    assert due_for_holder(holder(first_due_on=FIRST), FIRST + timedelta(days=31)) == []


def test_a_refresher_is_told_where_the_scheme_asks_for_one():
    facts = holder(refresher_due_on=FIRST)
    assert [(due.kind.value, due.threshold) for due in due_for_holder(facts, FIRST)] == [("refresher", 0)]
    assert due_for_holder(replace(facts, refresher_due_on=None), FIRST) == []


@pytest.mark.parametrize(
    ("facts", "days", "expected"),
    [
        (UncertifiedParticipant(1, 5, FIRST), 29, []),
        (UncertifiedParticipant(1, 5, FIRST), 30, [("undecided", 30, "training:5")]),
        (UncertifiedParticipant(1, 5, FIRST), 301, []),
        (UncertifiedParticipant(1, 5, FIRST, FIRST + timedelta(days=10)), 23, []),
        (UncertifiedParticipant(1, 5, FIRST, FIRST + timedelta(days=10)), 24, [("not_issued", 14, "training:5")]),
    ],
)
def test_a_candidate_who_waits(facts, days, expected):
    found = due_for_candidate(facts, FIRST + timedelta(days=days))
    assert [(due.kind.value, due.threshold, due.subject) for due in found] == expected
