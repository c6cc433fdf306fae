"""The agenda as its page and its print show it: days, half-days, lines, who was there, what is left out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from zoneinfo import ZoneInfo

from lms.core.clock import now
from lms.core.rules import Finding
from lms.programme.models import Programme
from lms.trainings.agenda import AFTERNOON_BEGINS, Taught, Wanted, warnings_of
from lms.trainings.calendars import leaders_of, name_of
from lms.trainings.choices import AgendaKind, Half
from lms.trainings.figures import Tally, totals_by_session
from lms.trainings.models import AgendaItem, Session, Training

KINDS_APART = (AgendaKind.BREAK, AgendaKind.ADMINISTRATION)


@dataclass(frozen=True)
class AgendaRow:
    """One item with its local times, its name, and the names of who leads it."""

    item: AgendaItem
    starts: time
    ends: time
    name: str
    leaders: tuple[str, ...]

    @property
    def is_apart(self) -> bool:
        """A break or something around what is taught: set quieter."""
        return self.item.kind in KINDS_APART


@dataclass(frozen=True)
class HalfView:
    """A half-day: its items in order; how many were there (None to come, or where the reader does not see it)."""

    session: Session
    rows: tuple[AgendaRow, ...]
    tally: Tally | None = None


@dataclass(frozen=True)
class DayView:
    """A day, counted from 1, with its half-days; the one under way or to come next today stands first in `from_now`."""

    number: int
    day: date
    halves: tuple[HalfView, ...]
    is_today: bool = False

    @property
    def is_empty(self) -> bool:
        return not any(half.rows for half in self.halves)

    def from_now(self, clock: time) -> tuple[HalfView, ...]:
        """The half-days, the present one first."""
        current = Half.MORNING if clock < AFTERNOON_BEGINS else Half.AFTERNOON
        return tuple(sorted(self.halves, key=lambda half: half.session.half != current))


def items_of(training: Training) -> list[AgendaItem]:
    """What stands in the agenda, with all that a line shows; three queries."""
    rows = training.agenda.standing().select_related("module").prefetch_related("leaders__person")
    return list(rows.order_by("starts_at", "group", "pk"))


def days_of(training: Training, today: date, *, with_attendance: bool = False) -> list[DayView]:
    """Every day that has a half-day, in order; five queries, two more with the attendance."""
    tallies = totals_by_session(training) if with_attendance else {}
    rows = _rows_by_session(items_of(training), zone_of(training))
    days: dict[date, list[HalfView]] = {}
    for session in training.sessions.prefetch_related("modules__module"):
        tally = tallies.get(session.pk) if session.held_on <= today else None
        view = HalfView(session, tuple(rows.get(session.pk, ())), tally)
        days.setdefault(session.held_on, []).append(view)
    counted = enumerate(sorted(days.items()), 1)
    return [DayView(number, day, tuple(halves), day == today) for number, (day, halves) in counted]


def _rows_by_session(items: Iterable[AgendaItem], zone: ZoneInfo) -> Mapping[int, list[AgendaRow]]:
    found: dict[int, list[AgendaRow]] = {}
    for item in items:
        starts, ends = item.starts_at.astimezone(zone).time(), item.ends_at.astimezone(zone).time()
        row = AgendaRow(item, starts, ends, name_of(item), tuple(leaders_of(item)))
        found.setdefault(item.session_id, []).append(row)
    return found


def zone_of(training: Training) -> ZoneInfo:
    return ZoneInfo(training.institution.jurisdiction.time_zone)


def clock_of(training: Training) -> time:
    """The time of day where the training is held."""
    return now().astimezone(zone_of(training)).time()


def today_of(days: Iterable[DayView], training: Training) -> dict | None:
    """Today's day and its half-days, the present one first; None on every other day and where nothing is planned."""
    day = next((one for one in days if one.is_today and not one.is_empty), None)
    return {"day": day, "halves": day.from_now(clock_of(training))} if day else None


def warnings_for(training: Training, days: Iterable[DayView]) -> list[Finding]:
    """What the agenda leaves out of the edition, or teaches longer or shorter; one query."""
    rows = [row.item for day in days for half in day.halves for row in half.rows]
    taught = [Taught(item.module.code, item.minutes, item.group) for item in rows if item.module]
    modules = training.edition.modules.select_related("module").order_by("order")
    wanted = [Wanted(row.module.code, row.minutes, row.is_mandatory) for row in modules]
    return warnings_of(taught, wanted) if rows else []


def programme_for(training: Training) -> Programme | None:
    """The programme whose funding statement stands under what is printed for the training."""
    return Programme.objects.in_force(training.starts_on).first()
