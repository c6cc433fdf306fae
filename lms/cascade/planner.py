"""A first programme for a training: modules in their order over half-days, as even as they can be. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from lms.trainings.choices import Half
from lms.trainings.delivery import every_day

SATURDAY = 5


@dataclass(frozen=True)
class ModuleMinutes:
    """A module as the planner sees it; `module_id` is that of `curricula.Module`."""

    module_id: int
    code: str
    title: str
    minutes: int
    is_mandatory: bool = True


@dataclass(frozen=True)
class PlannerHalfDay:
    """`key` is "2026-10-12-am"."""

    held_on: date
    half: str

    @property
    def key(self) -> str:
        return f"{self.held_on.isoformat()}-{self.half}"


def half_days(starts_on: date, ends_on: date) -> tuple[PlannerHalfDay, ...]:
    """Morning and afternoon of each day from the first to the last, both included."""
    days = every_day(starts_on, ends_on)
    return tuple(PlannerHalfDay(day, half) for day in days for half in (Half.MORNING, Half.AFTERNOON))


def working_half_days(places: Sequence[PlannerHalfDay]) -> tuple[PlannerHalfDay, ...]:
    """Those from Monday to Friday; all of them where the training is at a weekend only."""
    return tuple(place for place in places if place.held_on.weekday() < SATURDAY) or tuple(places)


def propose_programme(places: Sequence[PlannerHalfDay], modules: Sequence[ModuleMinutes]) -> dict[int, PlannerHalfDay]:
    """{module id: half-day}: order kept, the sum of squared minutes as small as it can be; later places may stay empty.

    A module is never cut. Without places nothing is proposed.
    """
    places = working_half_days(places)
    cuts = _best_cuts([module.minutes for module in modules], len(places))
    return {
        module.module_id: place
        for place, (first, behind) in zip(places, cuts, strict=False)
        for module in modules[first:behind]
    }


def _best_cuts(minutes: list[int], parts: int) -> list[tuple[int, int]]:
    """Where to cut the row into at most `parts` pieces: (first, behind) of each piece."""
    sums = [0]
    for one in minutes:
        sums.append(sums[-1] + one)

    @cache
    def best(first: int, left: int) -> tuple[int, tuple[tuple[int, int], ...]]:
        if first == len(minutes):
            return 0, ()
        if left == 1:
            return (sums[-1] - sums[first]) ** 2, ((first, len(minutes)),)
        options = []
        for behind in range(first + 1, len(minutes) + 1):
            cost, cuts = best(behind, left - 1)
            options.append(((sums[behind] - sums[first]) ** 2 + cost, ((first, behind), *cuts)))
        return min(options, key=lambda option: option[0])

    return list(best(0, parts)[1]) if parts else []
