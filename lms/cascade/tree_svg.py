"""The tree as a drawing: from a ToT to its trainers, and a bar for the people of each training. Pure geometry."""

from collections.abc import Sequence
from dataclasses import dataclass

from .tree import ToTNode, TrainerNode, TreeDelivery

WIDTH = 960
ROW = 34
TOP = 30
TRUNK_X, NAME_X, BAR_X, BAR_END = 18, 44, 330, 880
BAR = 16
GAP = 2


@dataclass(frozen=True)
class Bar:
    """One training: left edge, width and the words for it."""

    x: float
    width: float
    delivery: TreeDelivery


@dataclass(frozen=True)
class TrainerLine:
    """One trainer's row; `y` is its middle, `end` where the number of people stands."""

    y: int
    node: TrainerNode
    bars: tuple[Bar, ...]
    end: float


@dataclass(frozen=True)
class TreeDrawing:
    """A drawing of one ToT; every length in its own units."""

    tot: ToTNode
    width: int
    height: int
    trunk_end: int
    lines: tuple[TrainerLine, ...]
    ticks: tuple[tuple[float, int], ...]
    bottom: int

    @property
    def bar(self) -> int:
        return BAR


def draw(tot: ToTNode, most: int | None = None) -> TreeDrawing:
    """The drawing; bars share one scale from zero to `most` people, the greatest sum of a trainer if not given."""
    most = max(most or 0, *(row.people for row in tot.trainers), 1)
    scale = (BAR_END - BAR_X) / most
    lines = tuple(_line(number, node, scale) for number, node in enumerate(tot.trainers))
    bottom = TOP + ROW * len(lines)
    ticks = tuple((round(BAR_X + value * scale, 1), value) for value in _ticks(most))
    last = lines[-1].y if lines else TOP
    return TreeDrawing(tot, WIDTH, bottom + 26, last, lines, ticks, bottom)


def greatest(tots: Sequence[ToTNode]) -> int:
    """The largest number of people of any trainer: the scale that all drawings share."""
    return max((row.people for tot in tots for row in tot.trainers), default=0)


def _line(number: int, node: TrainerNode, scale: float) -> TrainerLine:
    bars, x = [], float(BAR_X)
    for delivery in node.led:
        width = delivery.people * scale
        bars.append(Bar(round(x, 1), round(max(width - GAP, 1), 1), delivery))
        x += width
    return TrainerLine(TOP + ROW * number + ROW // 2, node, tuple(bars), round(x + 6, 1))


def _ticks(most: int) -> list[int]:
    """Zero and round numbers up to the greatest, four or five of them."""
    step = next((one for one in (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000) if most / one <= 5), max(most // 4, 1))
    return list(range(0, most + 1, step))
