"""Finding the list in a workbook: which sheet, which row has the headings, and what became of every row below it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, time
from functools import cached_property
from itertools import zip_longest
from typing import Any

from django.utils.translation import gettext_lazy as _

from lms.core.cell_parsers import ReadValue, is_blank, read_text
from lms.core.text import fold, tidy
from lms.core.workbooks.errors import WorkbookError
from lms.core.workbooks.headings import RUNNING_NUMBER, TOTALS
from lms.core.workbooks.reading import Sheet, Workbook

HEADER_WITHIN = 50
_LONG_NOTE = 60

#: Why a row is no record, by code.
REASONS = {
    "blank": _("The row is blank."),
    "total": _("The row is a total."),
    "repeated_heading": _("The row repeats the headings."),
    "column_numbers": _("The row only numbers the columns."),
    "note": _("The row is a note below the list."),
    "outside_table": _("The row has something only outside the known columns."),
}


@dataclass(frozen=True)
class Column:
    """A column that an app asks for.

    key: its name in `Record.answers`. heading: what a message calls it (lazy text allowed). aliases: headings that mean
    it (see `headings`). required: without this heading the file is refused; a blank cell below it is for the app to
    judge. reader: turns a cell into an Answer.
    """

    key: str
    heading: Any
    aliases: tuple[str, ...] = ()
    required: bool = False
    reader: Callable[[Any], ReadValue] = read_text

    @cached_property
    def keys(self) -> frozenset[str]:
        return frozenset(fold(alias) for alias in self.aliases) - {""}


@dataclass(frozen=True)
class Record:
    """One row of the list. row_number: as the sheet counts, from 1. answers: by column key, all columns asked for."""

    row_number: int
    answers: Mapping[str, ReadValue]

    @property
    def doubts(self) -> dict[str, Any]:
        """{column key: doubt} of the answers that have one."""
        return {key: answer.doubt for key, answer in self.answers.items() if answer.doubt}


@dataclass(frozen=True)
class Skipped:
    """A row below the headings that is no record; reason: a key of REASONS; text: what stood in it, shortened."""

    row_number: int
    reason: str
    text: str = ""

    @property
    def explanation(self) -> Any:
        return REASONS[self.reason]


@dataclass(frozen=True)
class Table:
    """The list as found. Every row below `header_row` to the sheet's last is in `records` or in `skipped`.

    unknown_headings: as written, left to right. missing_columns: keys of optional columns that have no heading.
    above: {folded label: cell} of what stands over the list ('Dates:' beside a cell gives 'dates').
    """

    sheet_name: str
    header_row: int
    records: tuple[Record, ...]
    skipped: tuple[Skipped, ...]
    unknown_headings: tuple[str, ...]
    missing_columns: tuple[str, ...]
    above: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class _Header:
    sheet: Sheet
    row_number: int
    places: Mapping[str, int]  # column key → index in the row
    unknown: Mapping[int, str]  # index → heading of nobody
    counters: frozenset[int]  # indexes of running numbers

    @property
    def cells(self) -> tuple:
        return self.sheet.rows[self.row_number - 1]


def find_table(workbook: Workbook, columns: Sequence[Column]) -> Table:
    """The list whose headings match `columns` best, in the visible sheets.

    Raises WorkbookError 'no_table' if no row has at least two of the headings (one, if only one is asked for), and
    'missing_columns' with their names and the headings found if a required one is not there.
    """
    header = _best_header(workbook, columns)
    _require(header, columns)
    records, skipped = [], []
    for number, row in enumerate(header.sheet.rows[header.row_number :], header.row_number + 1):
        if reason := _reason_to_skip(row, header):
            skipped.append(Skipped(number, reason, _excerpt(row)))
        else:
            records.append(Record(number, _answers(row, header, columns)))
    missing = tuple(column.key for column in columns if column.key not in header.places)
    unknown = tuple(header.unknown[place] for place in sorted(header.unknown))
    above = labels_of(header.sheet.rows[: header.row_number - 1])
    return Table(header.sheet.name, header.row_number, tuple(records), tuple(skipped), unknown, missing, above)


# Headings -------------------------------------------------------------------------------------------------------------


def _best_header(workbook: Workbook, columns: Sequence[Column]) -> _Header:
    visible = [sheet for sheet in workbook.sheets if not sheet.hidden]
    candidates = [_header(sheet, at, columns) for sheet in visible for at in range(min(len(sheet.rows), HEADER_WITHIN))]
    required = {column.key for column in columns if column.required}
    best = max(candidates, key=lambda header: (len(required & set(header.places)), len(header.places)), default=None)
    if best is None or len(best.places) < min(2, len(columns)):
        raise WorkbookError("no_table", expected=[column.heading for column in columns][:6])
    return best


def _header(sheet: Sheet, at: int, columns: Sequence[Column]) -> _Header:
    """What this row would mean as the heading row; whole headings go before halves of 'Prezime / Family name'."""
    texts = {place: cell for place, cell in enumerate(sheet.rows[at]) if isinstance(cell, str) and not is_blank(cell)}
    places: dict[str, int] = {}
    for readings in (_whole_heading, _parts_of_heading):
        for place, text in texts.items():
            key = _column_key(readings(text), columns, places) if place not in places.values() else None
            if key:
                places[key] = place
    counters = frozenset(
        place for place, text in texts.items() if text.strip() == "#" or _whole_heading(text) & _RUNNING
    )
    unknown = {
        place: tidy(text) for place, text in texts.items() if place not in places.values() and place not in counters
    }
    return _Header(sheet, at + 1, places, unknown, counters - set(places.values()))


_RUNNING = frozenset(fold(heading) for heading in RUNNING_NUMBER) - {""}


def _whole_heading(text: str) -> frozenset[str]:
    return frozenset((fold(text),))


def _parts_of_heading(text: str) -> frozenset[str]:
    for sign in "(|,;[\n\r":
        text = text.replace(sign, "/")
    return frozenset(fold(part) for part in text.split("/")) - {""}


def _column_key(readings: frozenset[str], columns: Sequence[Column], taken: Mapping[str, int]) -> str | None:
    return next((column.key for column in columns if column.key not in taken and column.keys & readings), None)


def _require(header: _Header, columns: Sequence[Column]) -> None:
    missing = [column.heading for column in columns if column.required and column.key not in header.places]
    if missing:
        found = [_short(tidy(cell)) for cell in header.cells if isinstance(cell, str) and not is_blank(cell)]
        raise WorkbookError("missing_columns", missing=missing, found=found)


# Rows -----------------------------------------------------------------------------------------------------------------


def _answers(row: tuple, header: _Header, columns: Sequence[Column]) -> dict[str, ReadValue]:
    return {column.key: column.reader(_cell(row, header.places.get(column.key))) for column in columns}


def _cell(row: tuple, place: int | None) -> Any:
    return None if place is None else row[place]


def _reason_to_skip(row: tuple, header: _Header) -> str:
    """The code of REASONS, or '' for a record."""
    filled = {place: cell for place, cell in enumerate(row) if not is_blank(cell)}
    telling = {place: cell for place, cell in filled.items() if not _only_counts(place, cell, header)}
    if not telling:
        return "blank"
    if _is_total(list(telling.values())):
        return "total"
    if _repeats(filled, header):
        return "repeated_heading"
    if _numbers_columns(list(filled.values())):
        return "column_numbers"
    if _is_note(telling):
        return "note"
    return "" if set(telling) & set(header.places.values()) else "outside_table"


def _only_counts(place: int, cell: Any, header: _Header) -> bool:
    """A running number: under its own heading, or in a first column that the app did not ask for."""
    counting = place in header.counters or (place == 0 and place not in header.places.values())
    return counting and tidy(str(cell)).rstrip(".)").isdigit()


def _is_total(cells: list) -> bool:
    """'UKUPNO / TOTAL' first, and then nothing but numbers, formulas or the word again."""
    first, *others = cells
    return _is_total_word(first) and all(_is_total_word(cell) or _is_figure(cell) for cell in others)


def _is_total_word(cell: Any) -> bool:
    return isinstance(cell, str) and fold(cell).partition(" ")[0] in TOTALS


def _is_figure(cell: Any) -> bool:
    return tidy(cell)[:1] in "=0123456789" if isinstance(cell, str) else not isinstance(cell, date | time)


def _repeats(filled: Mapping[int, Any], header: _Header) -> bool:
    """At least two cells, and half of the known headings, stand again under themselves."""
    known = [(filled[place], header.cells[place]) for place in header.places.values() if place in filled]
    same = sum(isinstance(cell, str) and fold(cell) == fold(heading) for cell, heading in known)
    return same >= 2 and same * 2 >= len(header.places)


def _numbers_columns(cells: list) -> bool:
    """1, 2, 3 … under the headings, as printed forms have it."""
    if len(cells) < 3 or any(isinstance(cell, bool) or not isinstance(cell, int | float | str) for cell in cells):
        return False
    return [tidy(str(cell)).rstrip(".)") for cell in cells] == [str(number) for number in range(1, len(cells) + 1)]


def _is_note(telling: Mapping[int, Any]) -> bool:
    """One cell alone, with a footnote's asterisk or a sentence in it."""
    text, *others = telling.values()
    return not others and isinstance(text, str) and (tidy(text).startswith("*") or len(tidy(text)) > _LONG_NOTE)


def _excerpt(row: tuple) -> str:
    return _short(" | ".join(tidy(str(cell)) for cell in row if not is_blank(cell)))


def _short(text: str) -> str:
    return text if len(text) <= 80 else text[:79] + "…"


# Above the list -------------------------------------------------------------------------------------------------------


def labels_of(rows: Sequence[tuple]) -> dict[str, Any]:
    """{folded label: value} of cells with a colon, the value behind it or in the next cell; the first one counts."""
    found: dict[str, Any] = {}
    for row in rows:
        cells = [cell for cell in row if not is_blank(cell)]
        for cell, following in zip_longest(cells, cells[1:]):
            label, value = _label(cell, following)
            if label and value is not None:
                found.setdefault(label, value)
    return found


def _label(cell: Any, following: Any) -> tuple[str, Any]:
    before, colon, behind = tidy(cell).partition(":") if isinstance(cell, str) else ("", "", "")
    if not colon:
        return "", None
    if behind.strip():
        return fold(before), behind.strip()
    is_label = isinstance(following, str) and tidy(following).endswith(":")
    return fold(before), None if is_label else following
