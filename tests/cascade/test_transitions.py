"""The way of a training as a table: position, actor, decision, allowed."""

from datetime import date
from itertools import product

import pytest

from lms.cascade.choices import Actor, Position
from lms.cascade.transitions import is_allowed, is_possible, open_decisions, position_of
from lms.trainings.choices import DecisionKind, TrainingStatus

BEFORE, FIRST = date(2026, 10, 11), date(2026, 10, 12)
TR, FP, OF = Actor.TRAINER, Actor.FOCAL_POINT, Actor.OFFICE

#: (decision, position): who may. Every pair that is not here is possible for nobody.
ALLOWED = {
    ("plan", "draft"): {TR, FP, OF},
    ("plan", "plan_returned"): {TR, FP, OF},
    ("approve", "planned"): {FP, OF},
    ("return", "planned"): {FP, OF},
    ("return", "approved"): {FP, OF},
    ("return", "submitted"): {FP, OF},
    ("submit", "approved"): {TR, FP, OF},
    ("submit", "report_returned"): {TR, FP, OF},
    ("verify", "submitted"): {FP, OF},
    ("lock", "verified"): {OF},
    ("cancel", "draft"): {TR, FP, OF},
    ("cancel", "planned"): {TR, FP, OF},
    ("cancel", "plan_returned"): {TR, FP, OF},
    ("cancel", "approved"): {FP, OF},
}


@pytest.mark.parametrize("kind, position, actor", product(DecisionKind, Position, Actor))
def test_every_decision_from_every_position_by_every_actor(kind, position, actor):
    expected = actor in ALLOWED.get((kind.value, position.value), set())
    possible = is_possible(kind, position, starts_on=FIRST, today=BEFORE)
    assert (possible and is_allowed(kind, position, {actor})) is expected


@pytest.mark.parametrize("kind, position", product(DecisionKind, Position))
def test_nobody_may_do_nothing(kind, position):
    assert is_allowed(kind, position, set()) is False
    assert is_allowed(kind, position, {Actor.LAPSED}) is False


@pytest.mark.parametrize("today, possible", [(BEFORE, True), (FIRST, False)])
def test_an_approved_training_is_returned_before_its_first_day_only(today, possible):
    assert is_possible(DecisionKind.RETURN, Position.APPROVED, starts_on=FIRST, today=today) is possible


@pytest.mark.parametrize(
    "kinds, expected",
    [
        (["plan", "return"], Position.PLAN_RETURNED),
        (["plan", "approve", "return"], Position.PLAN_RETURNED),
        (["plan", "approve", "submit", "return"], Position.REPORT_RETURNED),
        (["plan", "return", "plan", "approve", "submit", "return"], Position.REPORT_RETURNED),
        (["plan", "approve", "submit", "return", "submit", "return"], Position.REPORT_RETURNED),
        ([], Position.PLAN_RETURNED),
    ],
)
def test_a_return_is_told_apart_by_what_was_returned(kinds, expected):
    assert position_of(TrainingStatus.RETURNED, kinds) == expected


@pytest.mark.parametrize("status", [row for row in TrainingStatus if row != TrainingStatus.RETURNED])
def test_elsewhere_the_status_is_the_position(status):
    assert position_of(status, []).value == status.value


def test_the_way_onwards_comes_first():
    day = {"starts_on": FIRST, "today": BEFORE}
    assert open_decisions(Position.PLANNED, {FP}, **day) == ["approve", "return", "cancel"]
    assert open_decisions(Position.PLANNED, {TR}, **day) == ["cancel"]
    assert open_decisions(Position.LOCKED, {OF}, **day) == []
