"""The five days of a ToT: which module stands in which half-day. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lms.trainings.choices import Half

DAYS = 5
# What is known comes before what is practised; teach-backs have a half-day on either side of a night, to prepare;
# the roll-out plan is the last thing taken home.
PLAN = (
    ("M01", "M02", "M03"), ("T01", "M04"),
    ("M05", "M06", "M07"), ("T02", "M13"),
    ("M08", "M09"), ("T03", "M10"),
    ("M11", "M12", "T04"), ("T05",),
    ("T05",), ("T06",),
)  # fmt: skip


@dataclass(frozen=True)
class Planned:
    """A module to be planned: its id, code and minutes."""

    pk: int
    code: str
    minutes: int


@dataclass(frozen=True)
class AgendaHalfDay:
    """A half-day and what is planned in it. A module in two half-days has half its minutes in each."""

    held_on: date
    half: str
    modules: tuple[Planned, ...]


def half_days_from(first_day: date) -> list[tuple[date, str]]:
    """Five days in a row, morning and afternoon."""
    days = (first_day + timedelta(days=number) for number in range(DAYS))
    return [(day, half) for day in days for half in (Half.MORNING, Half.AFTERNOON)]


def plan_days(first_day: date, modules: Iterable[Planned]) -> list[AgendaHalfDay]:
    """Every module in the half-day the plan has for it; one that the plan does not know, in the shortest half-day."""
    known = {module.code: module for module in modules}
    halves = [[known[code] for code in codes if code in known] for codes in PLAN]
    planned = {code for codes in PLAN for code in codes}
    for code, module in known.items():
        if code not in planned:
            min(halves, key=_minutes).append(module)
    slots = zip(half_days_from(first_day), halves, strict=True)
    return [AgendaHalfDay(day, half, tuple(found)) for (day, half), found in slots]


def _minutes(modules: Sequence[Planned]) -> int:
    return sum(share_of(module) for module in modules)


def share_of(module: Planned) -> int:
    """The minutes a module takes in one of its half-days."""
    times = sum(module.code in codes for codes in PLAN) or 1
    return module.minutes // times
