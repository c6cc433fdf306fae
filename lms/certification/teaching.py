"""May a team deliver on these days? By the level that each one's certificate gives them on each day. Pure.

A level is "" where no certificate for the curriculum is in force. The lead needs one on every day; a provisional
trainer delivers only together with a certified one.
"""

from collections.abc import Iterable, Mapping
from datetime import date

from .choices import FULL_LEVELS, Level

#: {day: level}
Levels = Mapping[date, str]


def days_without(levels: Levels, days: Iterable[date]) -> tuple[date, ...]:
    """The days on which this trainer has no certificate in force."""
    return tuple(day for day in days if not levels.get(day))


def is_certified_on(levels: Levels, days: Iterable[date]) -> bool:
    """May they deliver without a colleague on each of the days?"""
    return all(levels.get(day) in FULL_LEVELS for day in days)


def days_provisional_alone(team: Iterable[Levels], days: Iterable[date]) -> tuple[date, ...]:
    """The days on which somebody provisional teaches and nobody certified teaches with them."""
    team = list(team)
    return tuple(
        day
        for day in days
        if any(levels.get(day) == Level.PROVISIONAL for levels in team)
        and not any(is_certified_on(levels, [day]) for levels in team)
    )
