"""Text files of separated values: which letters, which separator, which rows. Apps use `reading.read_csv`."""

import csv
import io
import re
from collections.abc import Iterator

from lms.core.encodings import decode_guessed
from lms.core.workbooks.errors import WorkbookError
from lms.core.workbooks.parse_limits import Limits
from lms.core.workbooks.xml_prescan import column_letters

_SEPARATORS = ";,\t"
_SHEET = "CSV"


def decode(data: bytes) -> tuple[str, str]:
    """(text, name of the encoding), as `core.encodings` tells it."""
    try:
        text, encoding = decode_guessed(data)
    except UnicodeDecodeError:
        raise WorkbookError("unknown_encoding") from None
    if re.search(r"[\x00-\x08\x0e-\x1f\ufffe\uffff]", text):
        raise WorkbookError("not_text")
    return text, encoding


def separated_rows(text: str, limits: Limits) -> Iterator[tuple]:
    """The rows as tuples of text, None where blank; raises WorkbookError beyond the limits."""
    separator, body = _separator(text)
    rows = csv.reader(io.StringIO(body.rstrip(f"\r\n {_SEPARATORS}"), newline=""), delimiter=separator)
    characters = 0
    try:
        for number, row in enumerate(rows, 1):
            values = tuple(value if value.strip() else None for value in row)
            _check_row(number, values, limits)
            characters += sum(map(len, row))
            if characters > limits.text_characters:
                raise WorkbookError("too_much_text")
            yield values
    except csv.Error:
        raise WorkbookError("not_text") from None


def _separator(text: str) -> tuple[str, str]:
    """The separator and the text to read; a first line 'sep=;' (Excel's own) decides and is read as a blank row."""
    if found := re.match(r"sep=([;,\t])(?=[\r\n])", text):
        return found[1], text[found.end() :]
    sample = re.sub(r'"[^"]*"', "", text[:20_000]).splitlines()[:50]
    lines_and_signs = {
        sign: (sum(sign in line for line in sample), "".join(sample).count(sign)) for sign in _SEPARATORS
    }
    return max(_SEPARATORS, key=lines_and_signs.__getitem__), text


def _check_row(number: int, values: tuple, limits: Limits) -> None:
    if number > limits.rows:
        raise WorkbookError("too_many_rows", row=number, limit=limits.rows)
    for column, value in enumerate(values, 1):
        if value is None:
            continue
        if column > limits.columns:
            raise WorkbookError("too_many_columns", column=column_letters(column), limit=limits.columns)
        if len(value) > limits.cell_characters:
            cell = f"{column_letters(column)}{number}"
            raise WorkbookError("cell_too_long", cell=cell, sheet=_SHEET, limit=limits.cell_characters)
