"""A stated target beside the sum of its breakdown: two numbers, both kept, a warning where they differ. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class TargetFigures:
    """`breakdown` is None where no shares are given; `difference` is stated minus breakdown."""

    stated: int
    breakdown: int | None
    done: int

    @property
    def difference(self) -> int:
        return 0 if self.breakdown is None else self.stated - self.breakdown

    @property
    def differs(self) -> bool:
        return self.difference != 0

    @property
    def share_done(self) -> float | None:
        """Done of stated, 0..1 and above; None where nothing was stated."""
        return self.done / self.stated if self.stated else None


def target_figures(stated: int, shares: Sequence[tuple[int, int]]) -> TargetFigures:
    """From the stated number and the (planned, done) of each jurisdiction."""
    return TargetFigures(
        stated=stated,
        breakdown=sum(planned for planned, _done in shares) if shares else None,
        done=sum(done for _planned, done in shares),
    )
