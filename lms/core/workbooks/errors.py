"""The one way in which a workbook is refused: a code, and a sentence that says what is wrong and how to cure it."""

from typing import Any

from django.utils.translation import gettext_lazy as _

MESSAGES = {
    "empty": _("The file is empty. Save and close the workbook, then choose it again."),
    "too_large": _(
        "The file is larger than {limit} MB. "
        "Delete pictures and sheets that are not needed, or split the list into two files."
    ),
    "too_large_inside": _(
        "The workbook is too large once it is unpacked. Copy the table into a new workbook and save that as .xlsx."
    ),
    "too_heavy": _(
        "The workbook takes too long or too much memory to read. "
        "Copy the table into a new workbook and save that as .xlsx."
    ),
    "busy": _("Several large workbooks are being read at this moment. Try again in a minute."),
    "damaged": _(
        "The workbook is damaged or not complete. "
        "Open it in Excel or LibreOffice, save it again as .xlsx, and send that file."
    ),
    "old_xls": _("This is an old Excel file (.xls). Open it, choose Save As, and save it as Excel Workbook (.xlsx)."),
    "binary_workbook": _(
        "This is a binary Excel file (.xlsb). Open it, choose Save As, and save it as Excel Workbook (.xlsx)."
    ),
    "strict": _("This is a Strict Open XML workbook. Open it, choose Save As, and save it as Excel Workbook (.xlsx)."),
    "open_document": _(
        "This is an OpenDocument file (.ods). Open it, choose Save As, and save it as Excel Workbook (.xlsx)."
    ),
    "web_page": _(
        "This is a web page or an XML file, not a workbook. "
        "Open it in Excel, choose Save As, and save it as Excel Workbook (.xlsx)."
    ),
    "not_workbook": _(
        "This is not an Excel workbook. Open the list in Excel or LibreOffice and save it as Excel Workbook (.xlsx)."
    ),
    "encrypted": _(
        "The workbook is protected by a password. Open it, remove the password, save it as .xlsx, and send that file."
    ),
    "macros": _(
        "The workbook holds macros. Open it, choose Save As, and save it as Excel Workbook without macros (.xlsx)."
    ),
    "external_links": _(
        "The workbook is linked to other workbooks. Break the links (Data, Edit Links), save it, and send it again."
    ),
    "embedded_files": _(
        "The workbook has other files inside it. Delete the embedded objects, save it as .xlsx, and send it again."
    ),
    "unsafe_content": _(
        "The workbook holds declarations that do not belong in a workbook. "
        "Copy the table into a new workbook and save that as .xlsx."
    ),
    "too_many_sheets": _("The workbook has more than {limit} sheets. Keep only the sheet with the list."),
    "too_many_rows": _(
        "There is something in row {row}; at most {limit} rows are read. "
        "Delete what stands below the list, or split the list."
    ),
    "too_many_columns": _(
        "There is something in column {column}; at most {limit} columns are read. Delete what stands beside the list."
    ),
    "too_many_cells": _(
        "The workbook has too many cells, many of them perhaps empty but formatted. Copy the table into a new workbook."
    ),
    "cell_too_long": _("Cell {cell} on sheet “{sheet}” has more than {limit} characters. Shorten the text."),
    "too_much_text": _("The workbook holds too much text. Keep only the columns that are needed."),
    "unknown_encoding": _(
        "The letters of this text file cannot be read. Save it as “CSV UTF-8”, or as Excel Workbook (.xlsx)."
    ),
    "not_text": _(
        "This is not a text file of separated values. Save the list as “CSV UTF-8”, or as Excel Workbook (.xlsx)."
    ),
    "no_table": _("No list was found in the visible sheets. One row must hold the headings, for example: {expected}."),
    "missing_columns": _(
        "These columns are missing: {missing}. "
        "The headings found are: {found}. Correct the heading row and send the file again."
    ),
}


class WorkbookError(Exception):
    """A file that is refused. `code` is a key of MESSAGES; `str()` is the sentence in the language now active.

    `details` fills the sentence: numbers, text, or a list of headings (lazy text allowed); never a library's words.
    """

    def __init__(self, code: str, **details: Any):
        super().__init__(code)
        self.code = code
        self.details = details

    @property
    def message(self) -> str:
        return str(MESSAGES[self.code]).format(**{name: _spoken(value) for name, value in self.details.items()})

    def __str__(self) -> str:
        return self.message


def _spoken(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list | tuple) else str(value)
