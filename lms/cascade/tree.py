"""The cascade, derived: from each ToT to its trainers, their trainings and the people they reached. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median


@dataclass(frozen=True)
class Origin:
    """A trainer as a ToT made them. `certified_on`: the first day of their first certificate from it."""

    tot_id: int
    tot_reference: str
    tot_title: str
    tot_ended_on: date
    person_id: int
    name: str
    institution: str
    jurisdiction: str
    certified_on: date


@dataclass(frozen=True)
class TreeDelivery:
    """A delivered training. `people` on its list (or counted), `person_ids` of those with a name."""

    training_id: int
    reference: str
    title: str
    institution: str
    starts_on: date
    lead_id: int
    co_ids: tuple[int, ...] = ()
    people: int = 0
    person_ids: frozenset[int] = frozenset()


@dataclass(frozen=True)
class TrainerNode:
    """A trainer and what they led. `assisted`: trainings taught as co-trainer. `days_since`: days since the ToT."""

    origin: Origin
    led: tuple[TreeDelivery, ...]
    assisted: int
    days_since: int

    @property
    def people(self) -> int:
        return sum(row.people for row in self.led)

    @property
    def never_delivered(self) -> bool:
        return not self.led and not self.assisted


@dataclass(frozen=True)
class ToTNode:
    tot_id: int
    reference: str
    title: str
    ended_on: date
    trainers: tuple[TrainerNode, ...]

    @property
    def trainings(self) -> int:
        return sum(len(row.led) for row in self.trainers)

    @property
    def people(self) -> int:
        return sum(row.people for row in self.trainers)


@dataclass(frozen=True)
class CascadeTree:
    """The whole cascade as of a day. `people` counts participations, `unique` different persons with a name."""

    as_of: date
    tots: tuple[ToTNode, ...]
    unique: int = 0
    idle: tuple[TrainerNode, ...] = field(default_factory=tuple)

    @property
    def trainers(self) -> int:
        return len({row.origin.person_id for tot in self.tots for row in tot.trainers})

    @property
    def trainings(self) -> int:
        return sum(tot.trainings for tot in self.tots)

    @property
    def people(self) -> int:
        return sum(tot.people for tot in self.tots)

    @property
    def used(self) -> int:
        """Trainers who have delivered at least once, leading or assisting."""
        return self.trainers - len(self.idle)

    @property
    def median_days(self) -> int | None:
        """Median days from the end of the ToT to the first training led; None while nobody has led one."""
        waits = [
            (row.led[0].starts_on - row.origin.tot_ended_on).days
            for tot in self.tots
            for row in tot.trainers
            if row.led
        ]
        return round(median(waits)) if waits else None


def grow(origins: Iterable[Origin], deliveries: Sequence[TreeDelivery], as_of: date) -> CascadeTree:
    """The tree. A training hangs on the newest ToT of its lead that ended before it began, so it is counted once."""
    rows = sorted(origins, key=lambda row: (row.tot_ended_on, row.tot_id))
    of_person: dict[int, list[Origin]] = {}
    for row in rows:
        of_person.setdefault(row.person_id, []).append(row)
    led: dict[tuple[int, int], list[TreeDelivery]] = {}
    for delivery in sorted(deliveries, key=lambda row: (row.starts_on, row.training_id)):
        if origin := _origin_of(of_person.get(delivery.lead_id, ()), delivery):
            led.setdefault((origin.tot_id, origin.person_id), []).append(delivery)
    assisted = Counter(pk for delivery in deliveries for pk in set(delivery.co_ids))
    nodes = [
        TrainerNode(
            row, tuple(led.get((row.tot_id, row.person_id), ())), assisted[row.person_id],
            (as_of - row.tot_ended_on).days,
        )
        for row in rows
    ]  # fmt: skip
    counted = [delivery for of_one in led.values() for delivery in of_one]
    unique = len(frozenset().union(*(row.person_ids for row in counted))) if counted else 0
    return CascadeTree(as_of, _tots(nodes), unique, _idle(nodes))


def _origin_of(origins: Sequence[Origin], delivery: TreeDelivery) -> Origin | None:
    """The newest ToT before the delivery; a lead without one before it hangs on their first."""
    before = [row for row in origins if row.tot_ended_on < delivery.starts_on]
    return before[-1] if before else next(iter(origins), None)


def _tots(nodes: Sequence[TrainerNode]) -> tuple[ToTNode, ...]:
    """The newest ToT first; in each the trainers who reached most people first."""
    found: dict[int, list[TrainerNode]] = {}
    for node in nodes:
        found.setdefault(node.origin.tot_id, []).append(node)
    tots = [
        ToTNode(
            pk, rows[0].origin.tot_reference, rows[0].origin.tot_title, rows[0].origin.tot_ended_on,
            tuple(sorted(rows, key=lambda row: (-row.people, -len(row.led), row.origin.name))),
        )
        for pk, rows in found.items()
    ]  # fmt: skip
    return tuple(sorted(tots, key=lambda tot: (tot.ended_on, tot.tot_id), reverse=True))


def _idle(nodes: Sequence[TrainerNode]) -> tuple[TrainerNode, ...]:
    """Who never delivered, under any of their ToTs; named once, the longest wait first."""
    busy = {node.origin.person_id for node in nodes if not node.never_delivered}
    waiting = {node.origin.person_id: node for node in nodes if node.origin.person_id not in busy}
    return tuple(sorted(waiting.values(), key=lambda node: (-node.days_since, node.origin.name)))
