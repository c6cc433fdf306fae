"""A first walk over a workbook's XML, in constant memory, that refuses what would make a full parse dear or unsafe."""

import re
import zipfile
from dataclasses import dataclass, field
from xml.parsers import expat  # DOCTYPE and entities are refused by the handlers below, before anything expands

from lms.core.workbooks.errors import WorkbookError
from lms.core.workbooks.parse_limits import Limits

_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9]\d{0,6})")
_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml"
_XML_HEADS = (b"<", b"\0<")
_CHUNK = 1 << 16


class TooMuchHereError(Exception):
    """More elements than may be parsed in this process; nothing is wrong with the file."""


@dataclass
class Findings:
    """What the walk learned: counts over all parts, and the text of formulas that have no stored result.

    formulas: (part's name, row from 1, column from 1) → '=' and the formula's text.
    """

    elements: int = 0
    cells: int = 0
    sheets: int = 0
    strings: int = 0
    formulas: dict[tuple[str, int, int], str] = field(default_factory=dict)


def scan(archive: zipfile.ZipFile, limits: Limits, *, elements: int | None) -> Findings:
    """Walk every part that looks like XML. Raises WorkbookError; TooMuchHereError beyond `elements` (if not None)."""
    findings = Findings()
    for entry in archive.infolist():
        with archive.open(entry) as part:
            _Walk(entry.filename, findings, limits, elements).read(part)
    return findings


class _Walk:
    """One part; the names of the methods are those of the XML events."""

    def __init__(self, part: str, findings: Findings, limits: Limits, elements: int | None):
        self.part, self.findings, self.limits, self.allowed = part, findings, limits, elements
        self.depth = self.row = self.column = 0
        self.in_row = self.in_cell = self.has_formula = self.result_is_text = False
        self.text: dict[str, list[str]] = {}
        self.inside = ""

    def read(self, source) -> None:
        """Parse to the end. A part that is not XML at all is left alone: no XML parser will get into it either."""
        chunk = source.read(_CHUNK)
        if not chunk[:16].lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n").startswith(_XML_HEADS):
            if self.part.endswith((".xml", ".rels")):
                raise WorkbookError("damaged")
            return
        parser = self._parser()
        try:
            while chunk:
                parser.Parse(chunk, False)
                chunk = source.read(_CHUNK)
            parser.Parse(b"", True)
        except expat.ExpatError:
            if self.part.endswith((".xml", ".rels")):  # drawings for old Excel (.vml) are seldom well-formed
                raise WorkbookError("damaged") from None

    def _parser(self):
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler, parser.EndElementHandler = self.start, self.end
        parser.CharacterDataHandler = self.characters
        parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = self.declaration
        return parser

    def declaration(self, *_ignored) -> None:
        raise WorkbookError("unsafe_content")

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.findings.elements += 1 + len(attributes.get("sqref", "")) // 8  # one range costs as much as one element
        self.depth += 1
        if self.allowed is not None and self.findings.elements > self.allowed:
            raise TooMuchHereError
        if self.depth > self.limits.depth or len(attributes.get("formatCode", "")) > 1_000:
            raise WorkbookError("damaged")
        if self.depth == 1 and any(value.startswith(_STRICT) for value in attributes.values()):
            raise WorkbookError("strict")
        handle = self._STARTS.get(name.rpartition(":")[2])
        if handle:
            handle(self, name.rpartition(":")[2], attributes)

    def end(self, name: str) -> None:
        self.depth -= 1
        local = name.rpartition(":")[2]
        if local == self.inside:
            self.inside = ""
        elif local == "c" and self.in_cell:
            self._end_cell()
        elif local == "row":
            self.in_row = False

    def characters(self, text: str) -> None:
        if self.inside:
            self.text.setdefault(self.inside, []).append(text)

    def _start_sheet(self, _name: str, _attributes: dict[str, str]) -> None:
        self.findings.sheets += 1
        if self.findings.sheets > self.limits.sheets:
            raise WorkbookError("too_many_sheets", limit=self.limits.sheets)

    def _start_string(self, _name: str, _attributes: dict[str, str]) -> None:
        """There cannot be more different texts than cells."""
        self.findings.strings += 1
        if self.findings.strings > self.limits.cells:
            raise WorkbookError("too_much_text")

    def _start_row(self, _name: str, attributes: dict[str, str]) -> None:
        """Rows must come in order: a parser that meets one out of order drops it without a word."""
        if "r" in attributes and not re.fullmatch(r"\d{1,7}", attributes["r"]):
            raise WorkbookError("damaged")
        number = int(attributes.get("r", self.row + 1))
        if self.in_row or number <= self.row:
            raise WorkbookError("damaged")
        self.row, self.column, self.in_row = number, 0, True

    def _start_cell(self, _name: str, attributes: dict[str, str]) -> None:
        self.findings.cells += 1
        if self.findings.cells > self.limits.cells:
            raise WorkbookError("too_many_cells")
        if not self.in_row:
            return
        self.column = self._column_of(attributes["r"]) if "r" in attributes else self.column + 1
        self.in_cell, self.has_formula, self.text = True, False, {}
        self.result_is_text = attributes.get("t") == "str"

    def _column_of(self, reference: str) -> int:
        found = _REFERENCE.fullmatch(reference)
        if not found or int(found[2]) != self.row:
            raise WorkbookError("damaged")
        number = 0
        for letter in found[1]:
            number = number * 26 + ord(letter) - 64
        return number

    def _start_content(self, name: str, _attributes: dict[str, str]) -> None:
        """A value or a formula; a cell that is only formatted may lie anywhere, one with content may not."""
        if not self.in_cell:
            return
        if self.row > self.limits.rows:
            raise WorkbookError("too_many_rows", row=self.row, limit=self.limits.rows)
        if self.column > self.limits.columns:
            raise WorkbookError("too_many_columns", column=column_letters(self.column), limit=self.limits.columns)
        self.has_formula = self.has_formula or name == "f"
        self.inside = name if name in ("f", "v") else ""

    def _end_cell(self) -> None:
        self.in_cell = False
        if self.has_formula and not self.result_is_text and not "".join(self.text.get("v", ())).strip():
            formula = "".join(self.text.get("f", ()))[: self.limits.cell_characters - 1]
            self.findings.formulas[self.part, self.row, self.column] = "=" + formula

    _STARTS = {
        "sheet": _start_sheet,
        "si": _start_string,
        "row": _start_row,
        "c": _start_cell,
        "v": _start_content,
        "is": _start_content,
        "f": _start_content,
    }


def column_letters(number: int) -> str:
    """1 → 'A', 27 → 'AA'."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
