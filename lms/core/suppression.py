"""Small cells in tables for donors: a count under five is not shown, nor one that would give it away. Pure."""

from collections.abc import Sequence

SMALLEST_SHOWN = 5


def suppressed(counts: Sequence[int | None]) -> list[bool]:
    """Which of the counts (that add up to a total shown beside them) must be hidden.

    A count of 1 to 4 is hidden. If what is hidden could be found by subtracting the rest from the total, the smallest
    count still shown is hidden too: at least two cells, holding together at least `SMALLEST_SHOWN`, stay unknown.
    """
    hidden = [count is not None and 0 < count < SMALLEST_SHOWN for count in counts]
    while any(hidden) and not _safe(counts, hidden):
        shown = {index: count for index, count in enumerate(counts) if count and not hidden[index]}
        if not shown:
            return [count is not None for count in counts]
        hidden[min(shown, key=shown.__getitem__)] = True
    return hidden


def total_hidden(counts: Sequence[int | None], hidden: Sequence[bool]) -> bool:
    """Must the total be hidden as well? Where too little is hidden to keep a small count from being worked out."""
    return any(hidden) and not _safe(counts, hidden)


def _safe(counts: Sequence[int | None], hidden: Sequence[bool]) -> bool:
    values = [count or 0 for count, hide in zip(counts, hidden, strict=True) if hide]
    return len(values) >= 2 and sum(values) >= SMALLEST_SHOWN
