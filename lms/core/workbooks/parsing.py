"""Workbook bytes to plain rows, within the limits of the process it runs in. Apps use `reading`, not this."""

import io
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Any

from openpyxl.reader.excel import ExcelReader, apply_stylesheet

from lms.core.workbooks.errors import WorkbookError
from lms.core.workbooks.parse_limits import Limits
from lms.core.workbooks.xml_prescan import Findings, TooMuchHereError, column_letters, scan

RawSheet = tuple[str, bool, list[tuple]]


def parse(data: bytes, limits: Limits, *, elements: int | None = None) -> list[RawSheet]:
    """[(name, hidden, rows of equal width), …]; raises WorkbookError or TooMuchHereError (see `scan`), no other."""
    try:
        with warnings.catch_warnings(), zipfile.ZipFile(io.BytesIO(data)) as archive:
            warnings.simplefilter("ignore")
            findings = scan(archive, limits, elements=elements)
            return list(_sheets(data, limits, findings))
    except (WorkbookError, TooMuchHereError):
        raise
    except MemoryError:
        raise WorkbookError("too_heavy") from None
    except Exception:  # noqa: BLE001 - openpyxl raises eleven classes on damaged files; all of them mean the same
        raise WorkbookError("damaged") from None


class _Reader(ExcelReader):
    """openpyxl's reader without what we never use: charts and their images, themes, properties, defined names."""

    def read(self) -> None:
        self.read_manifest()
        self.read_strings()
        self.read_workbook()
        apply_stylesheet(self.archive, self.wb)
        self.read_worksheets()

    def read_chartsheet(self, sheet, rel) -> None:
        """A sheet that is a chart has no rows."""


def _sheets(data: bytes, limits: Limits, findings: Findings) -> Iterator[RawSheet]:
    reader = _Reader(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
    reader.read()
    budget = _Budget(limits)
    for sheet in reader.wb.worksheets:
        cells = sheet.iter_rows(min_row=1, max_row=limits.rows, min_col=1, max_col=limits.columns, values_only=True)
        part = sheet._worksheet_path
        rows = [budget.row(sheet.title, at, _with_formulas(row, part, at, findings)) for at, row in enumerate(cells, 1)]
        yield str(sheet.title), sheet.sheet_state != "visible", rectangle(rows)


def _with_formulas(row: tuple, part: str, number: int, findings: Findings) -> tuple:
    """The row, where a formula without a stored result is given as its own text, so that it is seen and not lost."""
    if not findings.formulas:
        return row
    found = (findings.formulas.get((part, number, column)) for column in range(1, len(row) + 1))
    return tuple(formula if value is None else value for value, formula in zip(row, found, strict=True))


class _Budget:
    """Counts what was read and refuses what is too long, too much or of no known kind."""

    def __init__(self, limits: Limits):
        self.limits, self.cells, self.characters = limits, 0, 0

    def row(self, sheet: str, number: int, values: tuple) -> tuple:
        plain = tuple(_plain(value) for value in values)
        for column, value in enumerate(plain, 1):
            if value is None:
                continue
            self.cells += 1
            if isinstance(value, str):
                self._count_text(value, sheet, f"{column_letters(column)}{number}")
        if self.cells > self.limits.cells:
            raise WorkbookError("too_many_cells")
        return plain

    def _count_text(self, value: str, sheet: str, cell: str) -> None:
        self.characters += len(value)
        if len(value) > self.limits.cell_characters:
            raise WorkbookError("cell_too_long", cell=cell, sheet=sheet, limit=self.limits.cell_characters)
        if self.characters > self.limits.text_characters:
            raise WorkbookError("too_much_text")


def _plain(value: Any) -> Any:
    """A cell's value as one of: None, str, bool, int, float, date, datetime, time."""
    if value is None or isinstance(value, str | bool | int | float | date | datetime | time):
        return value or None if isinstance(value, str) else value
    return str(value)


def rectangle(rows: Iterable[tuple]) -> list[tuple]:
    """The rows without blank columns at the right and blank rows at the foot, all of the same width."""
    trimmed = [row[: _used(row)] for row in rows]
    while trimmed and not trimmed[-1]:
        trimmed.pop()
    width = max(map(len, trimmed), default=0)
    return [row + (None,) * (width - len(row)) for row in trimmed]


def _used(row: tuple) -> int:
    return next((at for at in range(len(row), 0, -1) if row[at - 1] is not None), 0)
