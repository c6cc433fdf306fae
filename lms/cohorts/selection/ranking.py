"""From the panel's levels to a ranking in which ties stay ties. Pure; exact, so that equal means equal."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class Weighed:
    """A criterion as the arithmetic needs it: its id, its weight, how many levels it has (two at least)."""

    pk: int
    weight: int
    levels: int


@dataclass(frozen=True)
class Ranked:
    """A nomination's place. points: mean of those who scored, 0..100, None while nobody has.

    rank: 1 for the best; equal points share a rank, and the next one counts them all (1, 2, 2, 4).
    sharing: how many others have the same rank.
    """

    pk: int
    points: Fraction | None
    scores: int
    rank: int | None = None
    sharing: int = 0


def points_of(levels: Mapping[str, int], criteria: Sequence[Weighed]) -> Fraction:
    """One member's levels as points, 0 (the lowest everywhere) to 100 (the highest everywhere)."""
    total = sum(one.weight for one in criteria)
    if not total:
        return Fraction(0)
    reached = sum(one.weight * Fraction(levels[str(one.pk)] - 1, one.levels - 1) for one in criteria)
    return 100 * reached / total


def mean_of(points: Sequence[Fraction]) -> Fraction | None:
    return sum(points, Fraction(0)) / len(points) if points else None


def rank_all(points: Mapping[int, Sequence[Fraction]]) -> list[Ranked]:
    """{nomination id: points of each member} → the ranking, the best first; those without points last, unranked."""
    means = {pk: mean_of(found) for pk, found in points.items()}
    known = {pk: mean for pk, mean in means.items() if mean is not None}
    alike = Counter(known.values())
    rows = [
        Ranked(pk, mean, len(points[pk]), 1 + _better(mean, known.values()), alike[mean] - 1)
        for pk, mean in known.items()
    ]
    unknown = [Ranked(pk, None, 0) for pk in points if pk not in known]
    return sorted(rows, key=lambda row: (row.rank, row.pk)) + unknown


def _better(mean: Fraction, others: Iterable[Fraction]) -> int:
    return sum(other > mean for other in others)
