"""The lesson plan as arithmetic; no database."""

import pytest

from curricula.pages.lesson_plan import clock, findings, in_hours, rail, timed
from curricula.rights import Rights

STEPS = [{"minutes": 5, "title": "Open", "method": "talk"}, {"minutes": 40, "title": "Do", "method": "exercise"}]


def test_each_step_starts_when_the_one_before_ends():
    assert [(step.number, step.clock, step.ends) for step in timed(STEPS)] == [(1, "0:00", 5), (2, "0:05", 45)]


def test_a_method_is_a_word_in_the_readers_language():
    assert [step.method_word for step in timed([*STEPS, {"method": "song"}])] == ["short talk", "exercise", "song"]


@pytest.mark.parametrize(("minutes", "shown"), [(0, "0:00"), (9, "0:09"), (60, "1:00"), (135, "2:15")])
def test_the_clock_counts_from_the_beginning(minutes, shown):
    assert clock(minutes) == shown


@pytest.mark.parametrize(("minutes", "shown"), [(0, "0 min"), (45, "45 min"), (120, "2 h"), (75, "1 h 15 min")])
def test_lengths_read_as_hours_and_minutes(minutes, shown):
    assert in_hours(minutes) == shown


def test_a_plan_that_adds_up_and_has_an_objective_can_be_taught():
    assert findings(45, STEPS, ["Explain."]) == []


@pytest.mark.parametrize("minutes", [44, 46, 0])
def test_minutes_must_add_up(minutes):
    (finding,) = findings(minutes, STEPS, ["Explain."])
    assert finding.code == "minutes_differ"
    assert "45 minutes" in finding.message
    assert str(minutes) in finding.message


@pytest.mark.parametrize("objectives", [[], [""], ["   "]])
def test_an_objective_must_be_stated(objectives):
    assert [finding.code for finding in findings(45, STEPS, objectives)] == ["objective_missing"]


def test_no_plan_at_all_says_both():
    assert [finding.code for finding in findings(45, [], [])] == ["minutes_differ", "objective_missing"]


def test_the_rail_follows_the_share_of_time_and_hides_no_step():
    assert [mark.height for mark in rail(timed(STEPS), height=450)] == [50, 400]
    assert [mark.height for mark in rail(timed(STEPS), height=100, least=28)] == [28, 89]
    assert rail([]) == []


@pytest.mark.parametrize(
    ("rights", "classes", "capacity"),
    [
        (Rights(), ["public"], "public"),
        (Rights(trainee=True), ["public", "trainee"], "trainee"),
        (Rights(trainee=True, trainer=True), ["public", "trainee", "trainer"], "trainer"),
        (Rights(trainee=True, trainer=True, office=True), ["public", "trainee", "trainer"], "office"),
    ],
)
def test_rights_name_the_classes_and_the_capacity(rights, classes, capacity):
    assert (rights.classes, rights.capacity) == (classes, capacity)
