"""Where the bank is thin: items by module and objective, against what two forms need. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class ObjectiveLine:
    """How many live originals ask about one objective."""

    number: int
    text: str
    items: int


@dataclass(frozen=True)
class ModuleLine:
    """A module: its live originals, those that two forms apart need, those without an objective."""

    code: str
    title: str
    items: int
    needed: int
    unplaced: int
    objectives: tuple[ObjectiveLine, ...]

    @property
    def missing(self) -> int:
        return max(0, self.needed - self.items)

    @property
    def bare(self) -> tuple[ObjectiveLine, ...]:
        """Objectives that nothing asks about, in a module that a form asks about or that has items."""
        return tuple(line for line in self.objectives if not line.items) if self.needed or self.items else ()

    @property
    def has_gap(self) -> bool:
        return bool(self.missing or self.bare or self.unplaced)


def lines_of(
    modules: Sequence[tuple[str, str]],
    objectives: Mapping[str, Sequence[str]],
    placed: Iterable[tuple[str, int | None]],
    blueprint: Mapping[str, int],
) -> list[ModuleLine]:
    """`modules` are (code, title), `placed` (module's code, objective) of each live original."""
    counted = Counter(placed)
    return [_line(code, title, objectives.get(code, ()), counted, blueprint.get(code, 0)) for code, title in modules]


def _line(code: str, title: str, texts: Sequence[str], counted: Counter, asked: int) -> ModuleLine:
    lines = tuple(ObjectiveLine(number, text, counted[code, number]) for number, text in enumerate(texts, 1))
    total = sum(count for (module, _objective), count in counted.items() if module == code)
    return ModuleLine(code, title, total, 2 * asked, counted[code, None], lines)
