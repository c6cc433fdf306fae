"""Text files of separated values: which letters, which separator, which rows. Rooms use `reading.read_csv`."""

import csv
import io
import re
from collections.abc import Iterator

from lms.core.workbooks.errors import WorkbookError
from lms.core.workbooks.limits import Limits
from lms.core.workbooks.scan import column_letters

_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_SEPARATORS = ";,\t"
_SHEET = "CSV"


def decode(data: bytes) -> tuple[str, str]:
    """(text, name of the encoding). A byte-order mark decides, else UTF-8 if it fits, else a Windows code page."""
    text, encoding = _decoded(data)
    if re.search(r"[\x00-\x08\x0e-\x1f\ufffe\uffff]", text):
        raise WorkbookError("not_text")
    return text, encoding


def _decoded(data: bytes) -> tuple[str, str]:
    marked = [name for mark, name in _MARKS if data.startswith(mark)]
    for encoding in marked or ["utf-8", *_code_pages(data)]:
        try:
            return data.decode(encoding), encoding
        except UnicodeDecodeError:
            continue
    raise WorkbookError("unknown_encoding")


def _code_pages(data: bytes) -> list[str]:
    """In Cyrillic (1251) letters beyond ASCII stand side by side; in Central European Latin (1250) mostly alone."""
    beyond = sum(map(len, runs := re.findall(rb"[\x80-\xff]+", data)))
    together = sum(len(run) for run in runs if len(run) > 1)
    return ["cp1251", "cp1250"] if together * 2 > beyond else ["cp1250", "cp1251"]


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
