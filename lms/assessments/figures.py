"""Knowledge gain: always paired, always with its n."""

from collections.abc import Iterable
from dataclasses import dataclass

from lms.trainings.models import Training

from .choices import Moment
from .models import TestResult


@dataclass(frozen=True)
class Gain:
    """Mean shares (0..1) before and after, of the `n` people who took both tests; None where n is 0.

    `before_only` and `after_only` count the people whose other test is missing: they are not in the gain.
    """

    n: int
    before: float | None = None
    after: float | None = None
    before_only: int = 0
    after_only: int = 0

    @property
    def points(self) -> float | None:
        """After minus before, as a share (0.27 = 27 percentage points)."""
        return None if self.before is None or self.after is None else self.after - self.before


@dataclass(frozen=True)
class Shares:
    """One person's test shares in one training, 0..1; None where there is no result."""

    before: float | None = None
    after: float | None = None


def knowledge_gain(rows: Iterable[Shares]) -> Gain:
    """The paired gain over the rows: a test without its counterpart is counted apart, never in the means."""
    rows = list(rows)
    pairs = [(row.before, row.after) for row in rows if row.before is not None and row.after is not None]
    alone = {
        "before_only": sum(row.before is not None and row.after is None for row in rows),
        "after_only": sum(row.after is not None and row.before is None for row in rows),
    }
    if not pairs:
        return Gain(0, **alone)
    n = len(pairs)
    return Gain(n, sum(before for before, _after in pairs) / n, sum(after for _before, after in pairs) / n, **alone)


def shares_by_person(results: Iterable[TestResult]) -> dict[tuple[int, int], Shares]:
    """(training id, person id) → the person's shares before and after."""
    found: dict[tuple[int, int], dict[str, float]] = {}
    for result in results:
        side = "before" if result.moment == Moment.PRE else "after"
        found.setdefault((result.training_id, result.person_id), {})[side] = result.share
    return {key: Shares(**sides) for key, sides in found.items()}


def gain_of(trainings: Training | int | Iterable[Training | int]) -> Gain:
    """The paired gain over the given trainings (a queryset, ids, one training or its id); one query."""
    many = [trainings] if isinstance(trainings, Training | int) else trainings
    return knowledge_gain(shares_by_person(TestResult.objects.filter(training__in=many)).values())
