"""Reading an uploaded list: the bytes of a workbook or a text file in, plain rows out, or one clear WorkbookError."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO

from lms.core.workbooks.checks import check_package, check_size
from lms.core.workbooks.delimited import decode, separated_rows
from lms.core.workbooks.errors import WorkbookError
from lms.core.workbooks.parse_limits import USUAL, Limits
from lms.core.workbooks.parsing import parse, rectangle
from lms.core.workbooks.subprocess_parser import parse_apart
from lms.core.workbooks.xml_prescan import TooMuchHereError

Value = Any  # None, str, bool, int, float, datetime.date, datetime.datetime or datetime.time


@dataclass(frozen=True)
class Sheet:
    """rows[0] is row 1 of the sheet; all rows have the same width; blank cells are None."""

    name: str
    hidden: bool
    rows: tuple[tuple[Value, ...], ...]


@dataclass(frozen=True)
class Workbook:
    """The sheets in their order; `encoding` is that of a text file ('' for a workbook), to be shown."""

    sheets: tuple[Sheet, ...]
    encoding: str = ""


def read_workbook(source: bytes | BinaryIO, *, limits: Limits = USUAL) -> Workbook:
    """Read an .xlsx, cells only: formulas by their stored result, a formula without one as its text ('=1+1').

    Large files are read in a child process (see Limits). Raises WorkbookError, never anything of the parser's.
    """
    data = bytes_of(source, limits)
    package = check_package(data, limits)
    return _workbook(_parsed_here(data, limits) if package.is_small(limits) else parse_apart(data, limits))


def _parsed_here(data: bytes, limits: Limits) -> Sequence:
    try:
        return parse(data, limits, elements=limits.elements_here)
    except TooMuchHereError:
        return parse_apart(data, limits)


def read_csv(source: bytes | BinaryIO, *, limits: Limits = USUAL) -> Workbook:
    """Read separated values (; , or tab) as one visible sheet named 'CSV'; all cells are text.

    The letters may be UTF-8, UTF-16, Windows-1250 or Windows-1251. Raises WorkbookError.
    """
    data = bytes_of(source, limits)
    check_size(data, limits)
    text, encoding = decode(data)
    return _workbook([("CSV", False, rectangle(separated_rows(text, limits)))], encoding)


def read_list(source: bytes | BinaryIO, *, limits: Limits = USUAL) -> Workbook:
    """Read whichever of the two it is: text without markup is CSV, everything else is held to be a workbook."""
    data = bytes_of(source, limits)
    try:
        return read_workbook(data, limits=limits)
    except WorkbookError as error:
        if error.code != "not_workbook" or data.startswith(b"PK"):
            raise
    return read_csv(data, limits=limits)


def validate_upload(file: BinaryIO, *, allow_csv: bool = False, limits: Limits = USUAL) -> bytes:
    """The bytes of an uploaded file that may be read, or WorkbookError; for a form's `clean_<file>`.

    Checks size, kind and the zip's directory, cheaply; the cells are checked by reading. Reads at most the size limit.
    """
    data = bytes_of(file, limits)
    try:
        check_package(data, limits)
    except WorkbookError as error:
        if not allow_csv or error.code != "not_workbook" or data.startswith(b"PK"):
            raise
        decode(data)
    return data


def bytes_of(source: bytes | BinaryIO, limits: Limits) -> bytes:
    """The bytes from the beginning, one more than the limit at most, so that a larger file is noticed, not loaded."""
    if isinstance(source, bytes):
        return source
    if hasattr(source, "seek"):
        source.seek(0)
    return source.read(limits.file_bytes + 1)


def _workbook(sheets: Sequence, encoding: str = "") -> Workbook:
    return Workbook(tuple(Sheet(name, hidden, tuple(rows)) for name, hidden, rows in sheets), encoding)
