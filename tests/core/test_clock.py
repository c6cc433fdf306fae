"""Days are days in a jurisdiction's own time zone."""

from datetime import UTC, date, datetime

import pytest

from lms.core.clock import months_later, today


@pytest.mark.parametrize(
    ("instant", "zone", "day"),
    [
        (datetime(2026, 10, 12, 21, 59, tzinfo=UTC), "Europe/Belgrade", date(2026, 10, 12)),
        (datetime(2026, 10, 12, 22, 0, tzinfo=UTC), "Europe/Belgrade", date(2026, 10, 13)),
        (datetime(2026, 10, 12, 20, 59, tzinfo=UTC), "Europe/Chisinau", date(2026, 10, 12)),
        (datetime(2026, 10, 12, 21, 0, tzinfo=UTC), "Europe/Chisinau", date(2026, 10, 13)),
        # The night the clocks go back: 23:30 UTC on the 24th is 01:30 on the 25th, summer time still.
        (datetime(2026, 10, 24, 23, 30, tzinfo=UTC), "Europe/Belgrade", date(2026, 10, 25)),
        (datetime(2026, 10, 25, 22, 59, tzinfo=UTC), "Europe/Belgrade", date(2026, 10, 25)),
        (datetime(2026, 10, 25, 23, 0, tzinfo=UTC), "Europe/Belgrade", date(2026, 10, 26)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), None, date(2027, 1, 1)),
    ],
)
def test_the_day_turns_at_local_midnight(instant, zone, day):
    assert today(zone, now=instant) == day


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        (date(2026, 1, 15), 1, date(2026, 2, 15)),
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 3, 31), 1, date(2026, 4, 30)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 12, 1), 0, date(2026, 12, 1)),
        (date(2026, 6, 1), 36, date(2029, 6, 1)),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_a_short_month(start, months, end):
    assert months_later(start, months) == end
