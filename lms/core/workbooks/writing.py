"""Writing lists that open well and do nothing: text is text in every cell, never a formula."""

import csv
import io
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from math import isfinite
from typing import Any

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from lms.core.designation import designate, footnotes_for

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_CELL = 32_767
_FORMATS = {datetime: "yyyy-mm-dd hh:mm", date: "yyyy-mm-dd", time: "hh:mm"}


@dataclass(frozen=True)
class SheetSpec:
    """One sheet: headings in row 1, rows below, then `notes`, one line each, after a blank row.

    rows hold None, str (lazy too), bool, int, float, Decimal, date, datetime (written as its own wall time) or time;
    anything else is written as its text. widths: in characters, one per heading; found from the content if None.
    """

    title: str
    headings: Sequence[Any]
    rows: Iterable[Sequence[Any]]
    widths: Sequence[float] | None = None
    notes: Sequence[Any] = ()


def write_workbook(sheets: Sequence[SheetSpec], *, footnote: Any = "") -> bytes:
    """The bytes of an .xlsx; `footnote` stands below every sheet's table, and the name's own where it is needed."""
    workbook = Workbook()
    workbook.properties.creator = "PSSM Cascade"
    workbook.remove(workbook.active)
    for spec in sheets:
        sheet = workbook.create_sheet(_sheet_title(spec.title, workbook.sheetnames))
        _fill(sheet, spec, [*spec.notes, footnote] if footnote else list(spec.notes))
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def write_csv(
    headings: Sequence[Any], rows: Iterable[Sequence[Any]], *, footnote: Any = "", delimiter: str = ","
) -> bytes:
    """UTF-8 with a byte-order mark; text that a spreadsheet would take for a formula gets an apostrophe before it."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, delimiter=delimiter)
    table = [headings, *(tuple(row) for row in rows)]
    writer.writerows([_csv_value(value) for value in row] for row in table)
    for note in _with_footnote([footnote] if footnote else [], table):
        writer.writerows([[], [_csv_value(note)]])
    return stream.getvalue().encode("utf-8-sig")


def _sheet_title(title: Any, taken: Sequence[str]) -> str:
    """A title Excel accepts: at most 31 characters, unique. The asterisk it forbids becomes ∗, so a name keeps it."""
    clean = re.sub(r"[\[\]:?/\\\x00-\x1f]", "-", str(title).replace("*", "∗")).strip(" '")[:31].strip(" '") or "Sheet"
    clean = "History-" if clean.lower() == "history" else clean
    names = {name.lower() for name in taken}
    candidates = (clean, *(f"{clean[:26]} ({number})" for number in range(2, 1000)))
    return next(name for name in candidates if name.lower() not in names)


def _fill(sheet: Worksheet, spec: SheetSpec, notes: list) -> None:
    headings, rows = list(spec.headings), [tuple(row) for row in spec.rows]
    for number, row in enumerate([headings, *rows], 1):
        for column, value in enumerate(row, 1):
            _write(sheet, number, column, value)
    for number, note in enumerate(_with_footnote(notes, [headings, *rows]), len(rows) + 3):
        _write(sheet, number, 1, note)
    for cell in sheet[1]:
        cell.font, cell.alignment = Font(name="Calibri", bold=True), Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    _fit_on_paper(sheet)
    if headings:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{len(rows) + 1}"
    for column, width in enumerate(spec.widths or _widths(headings, rows), 1):
        sheet.column_dimensions[get_column_letter(column)].width = width


def _fit_on_paper(sheet: Worksheet) -> None:
    """Printed, a sheet lies across and is as wide as the paper; its headings stand on every page."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"


def _with_footnote(notes: Sequence[Any], rows: Iterable[Sequence[Any]]) -> list[str]:
    """The notes, each once, with the footnote of the name behind them where rows or notes contain it."""
    texts = [str(value) for row in [*rows, notes] for value in row if value is not None]
    return list(dict.fromkeys([*(str(note) for note in notes), *footnotes_for(texts)]))


def _write(sheet: Worksheet, row: int, column: int, value: Any) -> None:
    value = _cell_value(value)
    if value is None or value == "":
        return
    cell = sheet.cell(row, column)
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST_CELL]
        cell.data_type = "s"  # openpyxl made text beginning with '=' a formula, and '#N/A' an error
        cell.quotePrefix = value.startswith(FORMULA_SIGNS)
        return
    cell.value = value
    if type(value) in _FORMATS:
        cell.number_format = _FORMATS[type(value)]


def _cell_value(value: Any) -> Any:
    """One of the types a cell holds; a number that is none (nan, inf) becomes nothing."""
    if isinstance(value, datetime | time):
        return value.replace(tzinfo=None)
    if value is None or isinstance(value, bool | int | date):
        return value
    if isinstance(value, float | Decimal):
        return value if isfinite(value) else None
    return designate(str(value))


def _csv_value(value: Any) -> Any:
    value = _cell_value(value)
    if isinstance(value, datetime):
        return value.isoformat(" ", "minutes")
    if not isinstance(value, str):
        return value
    text = value.replace("\0", "")
    return "'" + text if text.lstrip(" \u00a0").startswith(FORMULA_SIGNS) else text


def _widths(headings: list, rows: list[tuple]) -> list[float]:
    """Wide enough for most of the content: 8 to 60 characters, from the headings and the first 200 rows."""
    longest = [len(str(heading)) for heading in headings]
    for row in rows[:200]:
        for column, value in enumerate(row[: len(longest)]):
            longest[column] = max(longest[column], len("" if value is None else str(value)))
    return [min(max(length + 2, 8), 60) for length in longest]
