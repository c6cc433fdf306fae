"""On which days a training was delivered, and which modules it owes: what rules and figures are judged by.

The one definition for verification, coverage, evidence and the plan. Pure; `figures.days_by_training` fetches.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from curricula.choices import ModuleKind

from .choices import TrainingKind

#: A training lasts a month at most.
LONGEST_DAYS = 31


def is_too_long(starts_on: date, ends_on: date) -> bool:
    return (ends_on - starts_on).days >= LONGEST_DAYS


def every_day(starts_on: date, ends_on: date) -> tuple[date, ...]:
    """Every day from the first to the last, both included; no more than a training may last."""
    count = min((ends_on - starts_on).days + 1, LONGEST_DAYS)
    return tuple(starts_on + timedelta(days=number) for number in range(count))


def delivery_days(starts_on: date, ends_on: date, half_days: Iterable[tuple[date, bool]]) -> tuple[date, ...]:
    """The days held. `half_days`: the day of each, and whether it was held.

    A half-day was held where somebody was present or a module was delivered. Where nothing is recorded yet, the
    planned days; where none is planned, every day of the training.
    """
    half_days = list(half_days)
    held = {day for day, was_held in half_days if was_held}
    planned = {day for day, _was_held in half_days}
    return tuple(sorted(held or planned)) or every_day(starts_on, ends_on)


def owes(kind: str, module_kind: str, code: str, planned: Iterable[str]) -> bool:
    """Must a training of this kind deliver this mandatory module of its edition?

    Core modules are owed by every training, didactics by a ToT only; a refresher owes only what it planned.
    """
    if module_kind != ModuleKind.CORE and kind != TrainingKind.TOT:
        return False
    return kind != TrainingKind.REFRESHER or code in planned
