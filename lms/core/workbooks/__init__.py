"""Workbooks in and out: lists that ministries send, read without trust; lists we hand out, harmless to open."""

from lms.core.workbooks.errors import WorkbookError
from lms.core.workbooks.parse_limits import Limits
from lms.core.workbooks.reading import Sheet, Workbook, read_csv, read_list, read_workbook, validate_upload
from lms.core.workbooks.tables import Column, Record, Skipped, Table, find_table
from lms.core.workbooks.writing import SheetSpec, write_csv, write_workbook

__all__ = [
    "Column",
    "Limits",
    "Record",
    "Sheet",
    "SheetSpec",
    "Skipped",
    "Table",
    "Workbook",
    "WorkbookError",
    "find_table",
    "read_csv",
    "read_list",
    "read_workbook",
    "validate_upload",
    "write_csv",
    "write_workbook",
]
