"""The proposal for a programme: order kept, half-days even, weekends free."""

from datetime import date

from lms.cascade.planner import ModuleMinutes, PlannerHalfDay, half_days, propose_programme

MINUTES = [45, 60, 60, 75, 45, 75, 45, 60, 75, 45, 45, 45, 45]
MODULES = [ModuleMinutes(n, f"M{n:02d}", f"Module {n}", minutes) for n, minutes in enumerate(MINUTES, 1)]
MONDAY, TUESDAY = date(2026, 10, 12), date(2026, 10, 13)


def loads(programme):
    found = {}
    for module in MODULES:
        key = programme[module.module_id].key
        found[key] = found.get(key, 0) + module.minutes
    return found


def test_two_days_of_the_curriculum_become_four_even_half_days():
    programme = propose_programme(half_days(MONDAY, TUESDAY), MODULES)
    assert loads(programme) == {
        "2026-10-12-am": 165, "2026-10-12-pm": 195, "2026-10-13-am": 180, "2026-10-13-pm": 180
    }  # fmt: skip


def test_the_order_of_the_modules_is_kept():
    programme = propose_programme(half_days(MONDAY, TUESDAY), MODULES)
    places = [programme[module.module_id].key for module in MODULES]
    assert places == sorted(places)


def test_a_weekend_is_left_free():
    programme = propose_programme(half_days(date(2026, 10, 9), MONDAY), MODULES)
    assert {place.held_on for place in programme.values()} == {date(2026, 10, 9), MONDAY}


def test_a_training_at_a_weekend_only_uses_it():
    saturday = date(2026, 10, 10)
    programme = propose_programme(half_days(saturday, saturday), MODULES)
    assert {place.held_on for place in programme.values()} == {saturday}


def test_more_half_days_than_modules_leaves_the_later_ones_empty():
    programme = propose_programme(half_days(MONDAY, TUESDAY), MODULES[:2])
    assert programme == {1: PlannerHalfDay(MONDAY, "am"), 2: PlannerHalfDay(MONDAY, "pm")}


def test_nothing_to_plan_or_nowhere_to_plan_it():
    assert propose_programme(half_days(MONDAY, TUESDAY), []) == {}
    assert propose_programme((), MODULES) == {}
    assert half_days(TUESDAY, MONDAY) == ()


def test_a_month_is_planned_in_time():
    assert len(propose_programme(half_days(date(2026, 10, 1), date(2026, 10, 31)), MODULES)) == 13
