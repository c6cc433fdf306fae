"""A timetable for teach-backs: a slot and two assessors for each candidate. Arithmetic on dataclasses, no database.

How the proposal is made, so that it can be followed by hand: hour by hour and room by room, the candidate who has the
fewest possible assessors left takes the slot, with the two free ones who have the fewest teach-backs so far. The same
input gives the same proposal.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

ASSESSORS = 2


@dataclass(frozen=True)
class TeachBackCandidate:
    """`allowed`: the assessors (ids) who are neither of the candidate's line of institutions nor recused."""

    person: int
    allowed: frozenset[int]


@dataclass(frozen=True)
class SlotGrid:
    """When and where: every day from `starts_at` on, until a slot would end after `ends_at`, in every room."""

    days: tuple[date, ...]
    starts_at: time
    ends_at: time
    minutes: int
    pause: int
    rooms: tuple[str, ...]

    def times(self) -> list[time]:
        """The beginnings of the slots of one day."""
        found, begin = [], datetime.combine(date.min, self.starts_at)
        last = datetime.combine(date.min, self.ends_at) - timedelta(minutes=self.minutes)
        while begin <= last:
            found.append(begin.time())
            begin += timedelta(minutes=self.minutes + self.pause)
        return found


@dataclass(frozen=True)
class ProposedSlot:
    """One candidate's half hour."""

    person: int
    held_on: date
    starts_at: time
    minutes: int
    room: str
    assessors: tuple[int, ...]

    @property
    def ends_at(self) -> time:
        return (datetime.combine(date.min, self.starts_at) + timedelta(minutes=self.minutes)).time()


@dataclass(frozen=True)
class SlotProposal:
    """`unplaced` are candidates for whom no slot was left; `helpless` those whom fewer than two assessors may score."""

    slots: tuple[ProposedSlot, ...] = ()
    unplaced: tuple[int, ...] = ()
    helpless: tuple[int, ...] = ()
    load: Counter = field(default_factory=Counter)


def propose(
    candidates: Sequence[TeachBackCandidate], grid: SlotGrid, taken: Iterable[ProposedSlot] = ()
) -> SlotProposal:
    """Slots for the candidates beside those that are `taken` already."""
    helpless = [row.person for row in candidates if len(row.allowed) < ASSESSORS]
    waiting = [row for row in candidates if len(row.allowed) >= ASSESSORS]
    kept = list(taken)
    load = Counter(pk for slot in kept for pk in slot.assessors)
    made: list[ProposedSlot] = []
    for day in grid.days:
        for begin in grid.times():
            for room in grid.rooms:
                slot = _fill(waiting, ProposedSlot(0, day, begin, grid.minutes, room, ()), [*kept, *made], load)
                if slot:
                    made.append(slot)
                    load.update(slot.assessors)
                    waiting = [row for row in waiting if row.person != slot.person]
    return SlotProposal(tuple(made), tuple(row.person for row in waiting), tuple(helpless), load)


def _fill(
    waiting: Sequence[TeachBackCandidate], empty: ProposedSlot, others: Sequence[ProposedSlot], load: Counter
) -> ProposedSlot | None:
    """The slot with a candidate and two assessors, or None where the room or too few assessors are free."""
    meanwhile = [slot for slot in others if overlap(slot, empty)]
    if any(slot.room == empty.room for slot in meanwhile):
        return None
    busy = {pk for slot in meanwhile for pk in slot.assessors}
    for row in sorted(waiting, key=lambda row: (len(row.allowed), row.person)):
        free = sorted(row.allowed - busy, key=lambda pk: (load[pk], pk))
        if len(free) >= ASSESSORS:
            return ProposedSlot(
                row.person, empty.held_on, empty.starts_at, empty.minutes, empty.room, tuple(free[:ASSESSORS])
            )
    return None


def overlap(one: ProposedSlot, other: ProposedSlot) -> bool:
    """Do the two share a moment? One that begins when the other ends does not."""
    if one.held_on != other.held_on:
        return False
    return one.starts_at < other.ends_at and other.starts_at < one.ends_at


def clashes(slots: Sequence[ProposedSlot]) -> list[tuple[str, ProposedSlot, ProposedSlot]]:
    """Pairs of slots that cannot both be: ("room" | "assessor" | "candidate", one, other)."""
    found = []
    for number, one in enumerate(slots):
        for other in slots[number + 1 :]:
            if overlap(one, other):
                found += [("room", one, other)] if one.room and one.room == other.room else []
                found += [("assessor", one, other)] if set(one.assessors) & set(other.assessors) else []
                found += [("candidate", one, other)] if one.person == other.person else []
    return found
