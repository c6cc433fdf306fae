"""Which participations count for coverage, and what is said of the others."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.monitoring.counting import LABELS, Participation, Reason, TrainingFacts, judge

DAY = date(2026, 10, 13)
GOOD = TrainingFacts(1, verified=True)


def row(pk=1, person=1, *, training=GOOD, attended=True, on=DAY, full=True, left=None, institution=1):
    return Participation(pk, person, institution, training, attended, on, full, left)


def reasons(*rows, as_of=DAY, months=24):
    return [item.reasons for item in judge(rows, as_of, months)]


def test_a_full_completion_in_a_verified_training_counts():
    assert reasons(row()) == [()]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        (row(training=TrainingFacts(1, verified=False)), Reason.NOT_VERIFIED),
        (row(training=TrainingFacts(1, True, (Reason.NO_LEAD,))), Reason.NO_LEAD),
        (row(training=TrainingFacts(1, True, (Reason.LEAD_NOT_IN_FORCE,))), Reason.LEAD_NOT_IN_FORCE),
        (row(training=TrainingFacts(1, True, (Reason.PROVISIONAL_ALONE,))), Reason.PROVISIONAL_ALONE),
        (row(attended=False, on=None), Reason.NOT_ATTENDED),
        (row(full=False), Reason.PARTIAL),
        (row(on=None, full=False), Reason.PARTIAL),
        (row(left=DAY), Reason.LEFT_SERVICE),
    ],
)
def test_each_fault_is_named(changed, reason):
    assert reasons(changed) == [(reason,)]


def test_every_reason_has_words():
    assert set(LABELS) == set(Reason)


def test_a_row_keeps_all_its_reasons():
    unverified = TrainingFacts(1, False, (Reason.LEAD_NOT_IN_FORCE,))
    assert reasons(row(training=unverified, full=False)) == [
        (Reason.NOT_VERIFIED, Reason.LEAD_NOT_IN_FORCE, Reason.PARTIAL)
    ]


def test_a_completion_is_current_until_the_day_before_the_interval_ends():
    assert reasons(row(), as_of=date(2028, 10, 12)) == [()]
    assert reasons(row(), as_of=date(2028, 10, 13)) == [(Reason.NOT_CURRENT,)]


def test_somebody_who_leaves_tomorrow_still_serves_today():
    assert reasons(row(left=DAY + timedelta(days=1))) == [()]


def test_a_person_counts_once_by_the_latest_training():
    earlier, latest = row(2, on=DAY - timedelta(days=30)), row(1)
    assert reasons(earlier, latest) == [(Reason.COUNTED_ONCE,), ()]
    assert reasons(latest, earlier) == [(), (Reason.COUNTED_ONCE,)]
    assert [item.participation for item in judge([latest, earlier], DAY, 24)] == [latest, earlier]


def test_a_row_that_does_not_count_takes_nothing_from_one_that_does():
    assert reasons(row(1, on=DAY - timedelta(days=30)), row(2, full=False)) == [(), (Reason.PARTIAL,)]


def test_participations_are_those_who_came_to_verified_trainings():
    judged = judge([row(1), row(2, 2, full=False), row(3, 3, attended=False, on=None)], DAY, 24)
    assert [item.is_participation for item in judged] == [True, True, False]


rows = st.builds(
    row,
    pk=st.integers(1, 10_000),
    person=st.integers(1, 5),
    training=st.builds(TrainingFacts, st.just(1), st.booleans()),
    attended=st.booleans(),
    on=st.none() | st.dates(date(2023, 1, 1), DAY),
    full=st.booleans(),
)


@given(st.lists(rows, unique_by=lambda item: item.enrolment_id))
def test_nobody_counts_twice_and_every_row_is_accounted_for(items):
    judged = judge(items, DAY, 24)
    counted = [item.participation.person_id for item in judged if item.counts]

    assert len(counted) == len(set(counted))
    assert [item.participation for item in judged] == items
    assert all(item.counts or item.reasons for item in judged)
