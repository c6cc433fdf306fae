"""The attendance grid as the page draws it, and what its cells say."""

import re
from dataclasses import dataclass, replace
from datetime import date

from .figures import Tally
from .models import Attendance, Enrolment, Session, Training

#: The name of a cell in the form without script: whose, which half-day, and what it showed when it was drawn.
CHANGED = re.compile(r"cell-(?P<enrolment>\d{1,17})-(?P<session>\d{1,17})-(?P<was>[01]?)")


@dataclass(frozen=True)
class AttendanceCell:
    """One half-day of one participant; `value` is "1" present, "0" absent, "" not recorded."""

    session: Session
    value: str
    name: str
    is_open: bool


@dataclass(frozen=True)
class ParticipantRow:
    enrolment: Enrolment
    cells: tuple[AttendanceCell, ...]
    tally: Tally


@dataclass(frozen=True)
class HalfDayColumn:
    """A half-day: how many are enrolled, recorded and present; `is_open` if it may be filled in today."""

    session: Session
    tally: Tally
    is_open: bool


@dataclass(frozen=True)
class AttendanceGrid:
    columns: tuple[HalfDayColumn, ...]
    lines: tuple[ParticipantRow, ...]

    def of(self, session: Session) -> "AttendanceGrid":
        """One half-day of it: a page that fits a phone. The tallies stay those of the whole training."""
        columns = tuple(column for column in self.columns if column.session.pk == session.pk)
        cells = [tuple(cell for cell in line.cells if cell.session.pk == session.pk) for line in self.lines]
        return AttendanceGrid(
            columns, tuple(replace(line, cells=own) for line, own in zip(self.lines, cells, strict=True))
        )

    @property
    def is_open(self) -> bool:
        """Is there a half-day to fill in today?"""
        return any(column.is_open for column in self.columns)


def mark_from(text: str | None) -> bool | None:
    """What a cell's value says."""
    return {"1": True, "0": False}.get(text or "")


def to_word(present: bool | None) -> str:
    return "" if present is None else str(int(present))


def grid_of(training: Training, today: date) -> AttendanceGrid:
    """The grid of everybody with a seat, from three queries."""
    sessions = list(training.sessions.all())
    people = list(training.enrolments.holding_a_seat().select_related("person__unit").order_by("person__name_key"))
    rows = Attendance.objects.filter(session__training=training).values_list("enrolment", "session", "present")
    present = {(enrolment, session): mark for enrolment, session, mark in rows}
    return AttendanceGrid(
        tuple(_column(session, people, present, today) for session in sessions),
        tuple(_line(row, sessions, present, today) for row in people),
    )


def _column(session: Session, people: list[Enrolment], present: dict, today: date) -> HalfDayColumn:
    marks = [present.get((row.pk, session.pk)) for row in people]
    tally = Tally(len(people), sum(mark is not None for mark in marks), sum(mark is True for mark in marks))
    return HalfDayColumn(session, tally, _is_open(session, today))


def _is_open(session: Session, today: date) -> bool:
    return not session.closed_at and session.held_on <= today


def _line(row: Enrolment, sessions: list[Session], present: dict, today: date) -> ParticipantRow:
    marks = [present.get((row.pk, session.pk)) for session in sessions]
    cells = tuple(
        AttendanceCell(session, to_word(mark), f"cell-{row.pk}-{session.pk}-{to_word(mark)}", _is_open(session, today))
        for session, mark in zip(sessions, marks, strict=True)
    )
    tally = Tally(len(sessions), sum(mark is not None for mark in marks), sum(mark is True for mark in marks))
    return ParticipantRow(row, cells, tally)
