"""The way of a cascade training: from which position, by whom, to which decision. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lms.trainings.choices import DecisionKind, TrainingStatus

from .choices import Actor, Position

DECIDERS = frozenset({Actor.FOCAL_POINT, Actor.OFFICE})
WORKERS = frozenset({Actor.TRAINER}) | DECIDERS


@dataclass(frozen=True)
class Transition:
    """A decision: the positions it may be taken from and the actors who may take it."""

    kind: DecisionKind
    positions: frozenset[Position]
    actors: frozenset[Actor]


TRANSITIONS: dict[str, Transition] = {
    row.kind: row
    for row in (
        Transition(DecisionKind.PLAN, frozenset({Position.DRAFT, Position.PLAN_RETURNED}), WORKERS),
        Transition(DecisionKind.APPROVE, frozenset({Position.PLANNED}), DECIDERS),
        Transition(DecisionKind.RETURN, frozenset({Position.PLANNED, Position.APPROVED, Position.SUBMITTED}), DECIDERS),
        Transition(DecisionKind.SUBMIT, frozenset({Position.APPROVED, Position.REPORT_RETURNED}), WORKERS),
        Transition(DecisionKind.VERIFY, frozenset({Position.SUBMITTED}), DECIDERS),
        Transition(DecisionKind.LOCK, frozenset({Position.VERIFIED}), frozenset({Actor.OFFICE})),
        Transition(
            DecisionKind.CANCEL,
            frozenset({Position.DRAFT, Position.PLANNED, Position.PLAN_RETURNED, Position.APPROVED}),
            WORKERS,
        ),
    )
}
#: Positions in which a trainer alone may not cancel: people have been told that it takes place.
ANNOUNCED = frozenset({Position.APPROVED})


def position_of(status: str, kinds: Iterable[str]) -> Position:
    """Where the training stands. `kinds`: its decisions, the first one first; they tell the two returns apart."""
    if status != TrainingStatus.RETURNED:
        return Position(status)
    before = [kind for kind in kinds if kind != DecisionKind.RETURN]
    return Position.REPORT_RETURNED if before and before[-1] == DecisionKind.SUBMIT else Position.PLAN_RETURNED


def is_possible(kind: str, position: str, *, starts_on: date, today: date) -> bool:
    """May this decision be taken from here at all? An approved training is returned only before its first day."""
    if position not in TRANSITIONS[kind].positions:
        return False
    return not (kind == DecisionKind.RETURN and position == Position.APPROVED and today >= starts_on)


def is_allowed(kind: str, position: str, actors: Iterable[str]) -> bool:
    """May one of these actors take it from here?"""
    allowed = TRANSITIONS[kind].actors
    if kind == DecisionKind.CANCEL and position in ANNOUNCED:
        allowed = DECIDERS
    return bool(allowed & set(actors))


def open_decisions(position: str, actors: Iterable[str], *, starts_on: date, today: date) -> list[DecisionKind]:
    """The decisions these actors may take now, the one that leads onwards first."""
    actors = set(actors)
    return [
        kind
        for kind in TRANSITIONS
        if is_possible(kind, position, starts_on=starts_on, today=today) and is_allowed(kind, position, actors)
    ]
