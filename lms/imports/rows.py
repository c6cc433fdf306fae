"""A row of a workbook between its arrival and its decision: what it says, what it came to, what may be done with it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from lms.core.cell_parsers import ReadValue
from lms.core.workbooks import Column, Record, Table

from .choices import RowOutcome

CREATE, SKIP = "create", "skip"
READERS = {"datetime": datetime.fromisoformat, "date": date.fromisoformat, "time": time.fromisoformat}


@dataclass(frozen=True)
class JudgedRow:
    """One judged row.

    number:     the row in the sheet.
    outcome:    `Outcome`; REVIEW waits for a decision, REFUSED and SKIPPED are never applied.
    values:     plain JSON for whoever applies it.
    shown:      {heading: text} for the preview.
    problems:   sentences with the cure: why refused, or what to look at.
    candidates: [{"id": int or str, "label": str}] records this row may be; for MATCH the first is meant.
    may_create: may a person decide that this is a new record?
    decision:   "", "create", "skip", or a candidate's id as text.
    """

    number: int
    outcome: str
    values: dict = field(default_factory=dict)
    shown: dict = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    candidates: tuple[dict, ...] = ()
    may_create: bool = True
    decision: str = ""

    @property
    def action(self) -> str:
        """What applying does: "create", "skip", a candidate's id as text; "" while a decision is missing."""
        if self.outcome in (RowOutcome.REFUSED, RowOutcome.SKIPPED):
            return SKIP
        if self.decision:
            return self.decision
        if self.outcome == RowOutcome.MATCH:
            return str(self.candidates[0]["id"]) if self.candidates else SKIP
        return CREATE if self.outcome == RowOutcome.CREATE else ""

    @property
    def allowed(self) -> tuple[str, ...]:
        """The decisions open to a person."""
        if self.outcome in (RowOutcome.REFUSED, RowOutcome.SKIPPED):
            return ()
        return (*(str(one["id"]) for one in self.candidates), *((CREATE,) if self.may_create else ()), SKIP)

    def reads_like(self, other: "JudgedRow") -> bool:
        """Would a person who decided about the one decide the same about the other?"""
        return (self.outcome, self.allowed) == (other.outcome, other.allowed)


@dataclass(frozen=True)
class Judgement:
    """What an app makes of a table: its rows, and remarks about the file as a whole (`notices`, sentences)."""

    rows: Sequence[JudgedRow]
    notices: Sequence[str] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)


#: judge(subject, table) -> Judgement; apply(draft, rows) -> result as plain JSON.
Judge = Callable[[Any, Table], Judgement]
Apply = Callable[[Any, Sequence[JudgedRow]], dict]


def to_json(row: JudgedRow) -> dict:
    return {**vars(row), "problems": [str(one) for one in row.problems], "candidates": list(row.candidates)}


def from_json(stored: Mapping) -> JudgedRow:
    return JudgedRow(**{**stored, "problems": tuple(stored["problems"]), "candidates": tuple(stored["candidates"])})


def keep_decisions(rows: Sequence[JudgedRow], decided: Sequence[JudgedRow]) -> list[JudgedRow]:
    """The new rows with the decisions of the old ones, where they are still open to the person."""
    decisions = {row.number: row.decision for row in decided}
    return [
        replace(row, decision=decisions[row.number]) if decisions.get(row.number, "") in row.allowed else row
        for row in rows
    ]


# The table, kept so that it can be judged again -----------------------------------------------------------------------


def keep_table(table: Table) -> dict:
    """The table as JSON: cells as they stood; what was skipped only by its row and reason."""
    return {
        "sheet_name": table.sheet_name,
        "header_row": table.header_row,
        "records": [[record.row_number, _keep_record(record)] for record in table.records],
        "unknown_headings": list(table.unknown_headings),
        "missing_columns": list(table.missing_columns),
        "above": {label: _keep(cell) for label, cell in table.above.items()},
    }


def bring_table(kept: Mapping, columns: Sequence[Column]) -> Table:
    """The table again, each cell read anew by its column's reader."""
    readers = {column.key: column.reader for column in columns}
    records = tuple(
        Record(number, {key: readers[key](_bring(cell)) for key, cell in cells.items()})
        for number, cells in kept["records"]
    )
    return Table(
        kept["sheet_name"],
        kept["header_row"],
        records,
        (),
        tuple(kept["unknown_headings"]),
        tuple(kept["missing_columns"]),
        {label: _bring(cell) for label, cell in kept["above"].items()},
    )


def _keep_record(record: Record) -> dict:
    return {key: _keep(answer.raw) for key, answer in record.answers.items()}


def _keep(cell: Any) -> Any:
    """A date or time as [its kind, its ISO text]; everything else is JSON already."""
    for kind, type_ in (("datetime", datetime), ("date", date), ("time", time)):
        if isinstance(cell, type_):
            return [kind, cell.isoformat()]
    return cell


def _bring(cell: Any) -> Any:
    return READERS[cell[0]](cell[1]) if isinstance(cell, list) else cell


def text_of(answer: ReadValue) -> str:
    """A cell as it is shown: what was sent, on one line."""
    raw = answer.raw
    if raw is None:
        return ""
    return raw.date().isoformat() if isinstance(raw, datetime) else str(raw).strip()
