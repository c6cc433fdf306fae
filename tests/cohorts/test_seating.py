"""The pure parts of the selection: ranking with ties, seats of institutions, who moves up."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.cohorts.selection.ranking import Weighed, points_of, rank_all
from lms.cohorts.selection.seat_rules import InvitedInstitution, SeatClaim, next_up, seat_findings

WEIGHED = [Weighed(1, 2, 3), Weighed(2, 1, 2)]
HOME, AWAY = InvitedInstitution(10, "Home", 1, 2, 1), InvitedInstitution(20, "Away", 0, 1, 0)


# Ranking --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("levels", "points"),
    [
        ({"1": 1, "2": 1}, 0),
        ({"1": 3, "2": 2}, 100),
        ({"1": 2, "2": 1}, Fraction(100, 3)),
        ({"1": 1, "2": 2}, Fraction(100, 3)),
    ],
)
def test_levels_become_points_by_their_weight(levels, points):
    assert points_of(levels, WEIGHED) == points


def test_without_criteria_there_are_no_points():
    assert points_of({}, []) == 0


def test_a_tie_stays_a_tie_and_the_next_place_counts_it():
    third = [Fraction(100, 3)] * 3
    rows = rank_all({7: [Fraction(50)], 5: third, 6: [Fraction(100, 3)], 8: [Fraction(10)], 9: []})

    assert [(row.pk, row.rank, row.sharing, row.scores) for row in rows] == [
        (7, 1, 0, 1), (5, 2, 1, 3), (6, 2, 1, 1), (8, 4, 0, 1), (9, None, 0, 0),
    ]  # fmt: skip


@given(st.dictionaries(st.integers(1, 99), st.lists(st.fractions(0, 100), max_size=4), max_size=12))
def test_a_better_mean_never_ranks_below_a_worse_one(points):
    rows = [row for row in rank_all(points) if row.rank]

    assert len(rank_all(points)) == len(points)
    for one in rows:
        for other in rows:
            assert (one.points > other.points) == (one.rank < other.rank)
            assert (one.points == other.points) == (one.rank == other.rank)


# Seats ----------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("statuses", "codes"),
    [
        ([(10, "accepted")], set()),
        ([], {"seat_minimum"}),
        ([(10, "accepted")] * 3, {"seat_maximum"}),
        ([(10, "accepted"), (10, "reserve"), (10, "reserve")], {"seat_alternates"}),
        ([(10, "accepted"), (20, "reserve")], {"seat_alternates"}),
        ([(10, "accepted"), (None, "accepted")], {"seat_not_invited"}),
        ([(10, "accepted"), (20, "declined"), (20, "withdrawn")], set()),
    ],
)
def test_what_a_selection_breaks_is_found(statuses, codes):
    choices = [SeatClaim(number, rule, status) for number, (rule, status) in enumerate(statuses)]

    assert {one.code for one in seat_findings([HOME, AWAY], choices)} == codes
    assert seat_findings([], choices) == []


def test_the_next_reserve_is_the_first_whose_institution_has_a_seat_left():
    waiting = [SeatClaim(1, 20, "reserve"), SeatClaim(2, 10, "reserve"), SeatClaim(3, 10, "reserve")]

    assert next_up(waiting, [], {}, 2) == [1, 2]
    assert next_up(waiting, [HOME, AWAY], {10: 1, 20: 1}, 2) == [2]
    assert next_up(waiting, [HOME, AWAY], {10: 1}, 2) == [1, 2]
    assert next_up(waiting, [HOME, AWAY], {10: 2, 20: 1}, 1) == []
    assert next_up(waiting, [HOME, AWAY], {10: 1}, 0) == []


def test_an_institution_below_its_minimum_comes_first():
    waiting = [SeatClaim(1, 20, "reserve"), SeatClaim(2, 10, "reserve")]

    assert next_up(waiting, [HOME, AWAY], {10: 0}, 1) == [2]
