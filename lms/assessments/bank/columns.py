"""The question bank's workbook: its columns, how its cells are read, how it is written."""

from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from curricula.bank.plain import MOST_ANSWERS, PlainItem
from curricula.bank.table import HEAD, TAIL, answer_keys, cells_of
from lms.core.cell_parsers import ReadValue, is_blank
from lms.core.workbooks import Column, SheetSpec, write_workbook

HEADINGS = {
    "code": (_("Code"), ("Code", "Item code", "Šifra", "Шифра")),
    "module": (_("Module"), ("Module", "Modul", "Модул", "Moduli")),
    "objective": (_("Objective"), ("Objective", "Objective no", "Cilj", "Циљ")),
    "language": (_("Language"), ("Language", "Jezik", "Језик", "Gjuha", "Limba")),
    "translation_of": (_("Translation of"), ("Translation of", "Prevod od")),
    "kind": (_("Kind"), ("Kind", "Type", "Question type", "Vrsta", "Врста", "Lloji")),
    "question": (_("Question"), ("Question", "Question text", "Pitanje", "Питање", "Pyetja", "Întrebare")),
    "right": (_("Right answers"), ("Right answers", "Right answer", "Correct", "Correct answer", "Tačan odgovor")),
    "feedback": (_("Feedback to everybody"), ("Feedback to everybody", "General feedback")),
    "picture": (_("Picture"), ("Picture", "Slika", "Слика")),
}
ANSWER_HEADINGS = (_("Answer"), _("Match or tolerance"), _("Feedback"))
ENGLISH = ("Answer", "Match or tolerance", "Feedback")


def read_cell(raw: Any) -> ReadValue:
    """A cell as text with its line breaks; a whole number without its point."""
    if is_blank(raw):
        return ReadValue(None, raw)
    if isinstance(raw, float) and raw.is_integer():
        return ReadValue(str(int(raw)), raw)
    return ReadValue(str(raw), raw)


def _answer_columns(number: int) -> list[Column]:
    return [
        Column(key, format_lazy("{} {}", word, number), (f"{english} {number}",), reader=read_cell)
        for key, word, english in zip(answer_keys(number), ANSWER_HEADINGS, ENGLISH, strict=True)
    ]


def _column(key: str) -> Column:
    heading, aliases = HEADINGS[key]
    return Column(key, heading, aliases, required=key in ("kind", "question"), reader=read_cell)


COLUMNS = (
    *(_column(key) for key in HEAD),
    *(column for number in range(1, MOST_ANSWERS + 1) for column in _answer_columns(number)),
    *(_column(key) for key in TAIL),
)


def workbook_of(items: list[PlainItem]) -> bytes:
    """The items as an .xlsx that `COLUMNS` reads; headings in English, which every language reads."""
    rows = [cells_of(item) for item in items]
    used = max([4, *(len(item.answers) for item in items)])
    keys = [*HEAD, *(key for number in range(1, used + 1) for key in answer_keys(number)), *TAIL]
    names = {column.key: column.aliases[0] for column in COLUMNS}
    cells = [[row.get(key) for key in keys] for row in rows]
    widths = [60 if key == "question" else 24 if "_" in key or key in TAIL else 12 for key in keys]
    notes = [_t("Kinds: %s.") % "single, multiple, true_false, matching, ordering, numeric, short"]
    return write_workbook([SheetSpec("Items", [names[key] for key in keys], cells, widths, notes if not rows else ())])
