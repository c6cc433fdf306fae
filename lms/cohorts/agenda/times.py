"""The hours of a proposed agenda: half-days with their modules become items with breaks between them. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, time
from itertools import accumulate

from lms.trainings.choices import AgendaKind, Half

MORNING, AFTERNOON, LUNCH_FROM = 9 * 60, 13 * 60 + 30, 12 * 60 + 30
OPENING, LUNCH, PAUSE, TEST, CLOSING = 30, 60, 15, 30, 30
# What is longer than this is taught in two parts, a break between them.
LONGEST = 120
LATEST = 20 * 60
TEACH_BACK = "T05"


@dataclass(frozen=True)
class ModulePart:
    """A module in one half-day: its id, code, and the minutes it takes there."""

    pk: int
    code: str
    minutes: int


@dataclass(frozen=True)
class ProposedItem:
    """An item proposed: minutes after midnight, what kind, and the module or the name of what it is (`WORDS`)."""

    held_on: date
    starts: int
    ends: int
    kind: str
    module_id: int | None = None
    name: str = ""

    @property
    def clocks(self) -> tuple[time, time]:
        return time(*divmod(self.starts, 60)), time(*divmod(self.ends, 60))


def parts_of(half_days: Sequence[Sequence[tuple[int, str, int]]]) -> list[list[ModulePart]]:
    """(id, code, minutes of the whole) by half-day, as the minutes of each half-day: shared evenly, the rest first."""
    times = Counter(pk for half in half_days for pk, _code, _minutes in half)
    seen: Counter[int] = Counter()
    found = []
    for half in half_days:
        row = []
        for pk, code, minutes in half:
            share, rest = divmod(minutes, times[pk])
            row.append(ModulePart(pk, code, share + (rest if not seen[pk] else 0)))
            seen[pk] += 1
        found.append(row)
    return found


def propose_lines(half_days: Sequence[tuple[date, str, Sequence[ModulePart]]]) -> list[ProposedItem]:
    """Every half-day laid out: opening and test before the first, test and closing after the last, breaks, lunch.

    ValueError where a day would end after eight in the evening: such a plan is for a person to make.
    """
    taught = [(day, half, parts) for day, half, parts in half_days if parts]
    if not taught:
        return []
    days: dict[date, list[ProposedItem]] = {}
    for number, (day, half, parts) in enumerate(taught):
        before = [(AgendaKind.TEST, TEST, "test_before")] if number == 0 else []
        after = [(AgendaKind.TEST, TEST, "test_after"), (AgendaKind.ADMINISTRATION, CLOSING, "closing")]
        lines = days.setdefault(day, [])
        lines += _half(day, _begin(half, lines), parts, before, after if number == len(taught) - 1 else [])
    first = taught[0]
    days[first[0]].insert(0, _opening(first[0], days[first[0]][0].starts))
    found = [line for lines in days.values() for line in _with_lunch(lines)]
    if any(line.ends > LATEST for line in found):
        raise ValueError("a day of the plan ends too late")
    return found


def _begin(half: str, before: Sequence[ProposedItem]) -> int:
    """When a half-day begins: at its hour, or after lunch where the morning was long."""
    if half == Half.MORNING:
        return MORNING
    return max(AFTERNOON, before[-1].ends + LUNCH) if before else AFTERNOON


def _opening(day: date, until: int) -> ProposedItem:
    return ProposedItem(day, until - OPENING, until, AgendaKind.ADMINISTRATION, name="opening")


def _half(day: date, begin: int, parts: Sequence[ModulePart], before, after) -> list[ProposedItem]:
    """The items of a half-day one after the other, a break where half of it is over."""
    blocks = [ProposedItem(day, 0, minutes, kind, name=name) for kind, minutes, name in before]
    blocks += [line for part in parts for line in _blocks(day, part)]
    blocks += [ProposedItem(day, 0, minutes, kind, name=name) for kind, minutes, name in after]
    return _in_a_row(begin, _with_pause(day, blocks))


def _blocks(day: date, part: ModulePart) -> list[ProposedItem]:
    """A module's items in a half-day: one, or two where it is long; each `ends` minutes long for now."""
    kind = AgendaKind.TEACH_BACK if part.code == TEACH_BACK else AgendaKind.MODULE
    lengths = [part.minutes] if part.minutes <= LONGEST else [part.minutes - part.minutes // 2, part.minutes // 2]
    return [ProposedItem(day, 0, minutes, kind, part.pk) for minutes in lengths if minutes]


def _with_pause(day: date, blocks: Sequence[ProposedItem]) -> list[ProposedItem]:
    """A break between two items, as near the middle of the minutes as there is one; of two, the later."""
    if len(blocks) < 2:
        return list(blocks)
    over = list(accumulate(line.ends for line in blocks))
    place = min(range(1, len(blocks)), key=lambda number: (abs(2 * over[number - 1] - over[-1]), -number))
    return [*blocks[:place], ProposedItem(day, 0, PAUSE, AgendaKind.BREAK, name="pause"), *blocks[place:]]


def _in_a_row(begin: int, blocks: Iterable[ProposedItem]) -> list[ProposedItem]:
    found, clock = [], begin
    for line in blocks:
        found.append(replace(line, starts=clock, ends=clock + line.ends))
        clock = found[-1].ends
    return found


def _with_lunch(lines: Sequence[ProposedItem]) -> list[ProposedItem]:
    """Lunch where the day has a morning and an afternoon: as late as usual, earlier only where there is no time."""
    pairs = enumerate(zip(lines, lines[1:], strict=False), 1)
    gap = next((number for number, (before, after) in pairs if after.starts - before.ends >= LUNCH), None)
    if gap is None:
        return list(lines)
    starts = min(max(lines[gap - 1].ends, LUNCH_FROM), lines[gap].starts - LUNCH)
    lunch = ProposedItem(lines[gap].held_on, starts, starts + LUNCH, AgendaKind.BREAK, name="lunch")
    return [*lines[:gap], lunch, *lines[gap:]]
