"""Are trainers used? Figures over the trainers of a scope, each with its n, from the rows that the directory shows.

How a delivery hangs on its ToT, and so the days to the first one, is the cascade tree's rule.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from lms.cascade.tree import TrainerNode, Tree
from lms.cascade.tree_rows import bare_tree_for
from lms.certification.choices import State

from .rules import is_active
from .trainers import deliveries_by_person, in_state, trainers_in


@dataclass(frozen=True)
class Trainer:
    """What the figures ask of one row of the directory."""

    person_id: int
    jurisdiction_id: int
    jurisdiction: str
    in_force: bool
    active: bool
    delivered: int


@dataclass(frozen=True)
class Line:
    """A place's people: all who hold or held a certificate; of them in force, active, used at least once, never."""

    jurisdiction_id: int | None
    name: str
    trainers: int
    in_force: int
    active: int
    used: int

    @property
    def query(self) -> str:
        """What narrows the directory to this place; empty for all together."""
        return f"jurisdiction={self.jurisdiction_id}&" if self.jurisdiction_id else ""

    @property
    def never(self) -> int:
        return self.trainers - self.used

    @property
    def used_share(self) -> float | None:
        return self.used / self.trainers if self.trainers else None

    @property
    def active_share(self) -> float | None:
        """Of those in force; None where nobody is."""
        return self.active / self.in_force if self.in_force else None


@dataclass(frozen=True)
class Utilisation:
    """All figures on a day. `busiest` led `busiest_led` of `led` trainings; `median_days` from the ToT's last day to
    the first training led, over the `median_n` trainers who have led one."""

    as_of: date
    together: Line
    places: tuple[Line, ...]
    median_days: int | None
    median_n: int
    led: int
    busiest_id: int
    busiest: str
    busiest_led: int
    never: tuple[TrainerNode, ...]

    @property
    def concentration(self) -> float | None:
        """Share of the busiest trainer in the trainings led; None while there is none."""
        return self.busiest_led / self.led if self.led else None


def utilisation_for(user, day: date) -> Utilisation:
    """As of today in the user's scope; six queries for any number of trainers."""
    return figures_of(_trainers(user, day), bare_tree_for(user, day), day)


def _trainers(user, day: date) -> list[Trainer]:
    rows = trainers_in(user.scope)
    in_force = set(in_state(rows, State.IN_FORCE).order_by().values_list("pk", flat=True))
    place = "person__institution__jurisdiction"
    found = list(rows.order_by().values_list("pk", "person", place, f"{place}__name", "level"))
    counts = deliveries_by_person(rows.order_by().values("person"))
    trainers = []
    for pk, person, land, name, level in found:
        n, _first, last = counts.get(person, (0, None, None))
        state = State.IN_FORCE if pk in in_force else ""
        trainers.append(Trainer(person, land, name, pk in in_force, is_active(level, state, last, day), n))
    return trainers


def figures_of(trainers: Iterable[Trainer], tree: Tree, day: date) -> Utilisation:
    """The figures. Pure; somebody who trains in several curricula is one trainer."""
    trainers = list(trainers)
    lands = dict(sorted({(row.jurisdiction, row.jurisdiction_id) for row in trainers}))
    places = tuple(
        _line(pk, name, [row for row in trainers if row.jurisdiction_id == pk]) for name, pk in lands.items()
    )
    nodes = [node for tot in tree.tots for node in tot.trainers]
    led = Counter({})
    for node in nodes:
        led[node.origin.person_id, node.origin.name] += len(node.led)
    ((busiest, name), most) = max(led.items(), key=lambda item: item[1], default=((0, ""), 0))
    return Utilisation(
        day, _line(None, "", trainers), places, tree.median_days, sum(bool(node.led) for node in nodes),
        sum(led.values()), busiest, name, most, tree.idle,
    )  # fmt: skip


def _line(pk: int | None, name: str, rows: Sequence[Trainer]) -> Line:
    def people(chosen) -> int:
        return len({row.person_id for row in chosen})

    return Line(
        pk, name, people(rows), people(row for row in rows if row.in_force),
        people(row for row in rows if row.active), people(row for row in rows if row.delivered),
    )  # fmt: skip
