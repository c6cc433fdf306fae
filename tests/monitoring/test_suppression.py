"""Counts under five cannot be read, nor worked out from what is shown."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.core.suppression import suppressed, total_hidden


@pytest.mark.parametrize(
    ("counts", "hidden"),
    [
        ([68, 71, 49], [False, False, False]),
        ([68, 3, 49], [False, True, True]),
        ([3, 4, 49], [True, True, False]),
        ([0, 3, 49], [False, True, True]),
        ([1, 1, 20, 30], [True, True, True, False]),
        ([0, 2], [True, True]),
        ([], []),
        ([None, 20], [False, False]),
        ([None, 2], [False, True]),
        ([5, 20, 30], [False, False, False]),
        ([1, 4, 49], [True, True, False]),
        ([2, 30, 20], [True, False, True]),
    ],
)
def test_small_counts_and_what_would_give_them_away_are_hidden(counts, hidden):
    assert suppressed(counts) == hidden


@pytest.mark.parametrize(
    ("counts", "hidden", "no_total"),
    [
        ([5, 20], [False, False], False),
        ([1, 4, 49], [True, True, False], False),
        ([0, 4], [True, True], True),
        ([None, 4], [False, True], True),
    ],
)
def test_the_total_goes_too_where_too_little_is_hidden(counts, hidden, no_total):
    assert total_hidden(counts, hidden) is no_total


@given(st.lists(st.integers(0, 12), min_size=1, max_size=5))
def test_no_small_count_can_be_worked_out_from_the_total(counts):
    """Every hidden small count has at least two values that fit the total and the rule of what is hidden."""
    hide = suppressed(counts)
    hidden = [count for count, hidden in zip(counts, hide, strict=True) if hidden]
    small = [index for index, count in enumerate(hidden) if 0 < count < 5]
    total = sum(hidden)
    fits = [values for values in product(range(total + 1), repeat=len(hidden)) if sum(values) == total]

    assert total_hidden(counts, hide) or all(len({values[index] for values in fits}) > 1 for index in small)
    assert not any(0 < count < 5 for count, is_hidden in zip(counts, hide, strict=True) if not is_hidden)
