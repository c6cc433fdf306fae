"""What a nomination list leaves open, asked in place: one question a doubtful cell, answered or left empty. Pure.

The interaction: a doubt about an optional cell never blocks the file. The row waits until a person has either typed
the value (read as strictly as the cell was) or said "leave it empty"; nothing is guessed and nothing is lost.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lms.core.cell_parsers import ReadValue, read_cefr, read_date, read_email, read_sex, read_whole_number
from lms.core.text import tidy
from lms.people.choices import Sex

from ..choices import CEFR

NOT_GIVEN = ""
PREFIX, EMPTY = "answer", "empty"


def read_years(raw: Any) -> ReadValue:
    """Full years in post, 0 to 60."""
    return read_whole_number(raw, maximum=60)


LABELS = {
    "institution": gettext_lazy("Which institution?"),
    "sex": gettext_lazy("Sex"),
    "years_in_post": gettext_lazy("Years in post"),
    "email": gettext_lazy("E-mail"),
    "english": gettext_lazy("English (CEFR)"),
    "endorsed_on": gettext_lazy("Endorsed on"),
}
READERS = {
    "sex": read_sex,
    "years_in_post": read_years,
    "email": read_email,
    "english": read_cefr,
    "endorsed_on": read_date,
}
KINDS = {"years_in_post": "number", "email": "email", "endorsed_on": "date"}
#: Everything but the institution may stay empty.
OPTIONAL = frozenset(READERS)


@dataclass(frozen=True)
class CellQuestion:
    """One doubtful cell: its column, the text as sent, the doubt with its cure, what may be chosen (value, label)."""

    key: str
    raw: str
    doubt: str
    options: tuple[tuple[str, str], ...] = ()

    @property
    def label(self) -> str:
        return str(LABELS[self.key])

    @property
    def kind(self) -> str:
        """The input's type; "select" where there are options."""
        return "select" if self.options else KINDS[self.key]

    @property
    def is_optional(self) -> bool:
        return self.key in OPTIONAL


def options_for(key: str) -> tuple[tuple[str, str], ...]:
    """The closed list behind a column, if it has one."""
    choices = {"english": CEFR, "sex": Sex}.get(key)
    return tuple((value, str(label)) for value, label in choices.choices) if choices else ()


def as_json(question: CellQuestion) -> dict:
    options = [list(option) for option in question.options]
    return {"key": question.key, "raw": question.raw, "doubt": question.doubt, "options": options}


def as_question(stored: Mapping) -> CellQuestion:
    return CellQuestion(stored["key"], stored["raw"], stored["doubt"], tuple(tuple(one) for one in stored["options"]))


# The form -------------------------------------------------------------------------------------------------------------


def field_name(number: int, key: str) -> str:
    return f"{PREFIX}-{number}-{key}"


def empty_name(number: int, key: str) -> str:
    return f"{EMPTY}-{number}-{key}"


@dataclass(frozen=True)
class Given:
    """What the page's form says: {row: {key: value}} that can be kept, and sentences about what cannot."""

    answers: dict[int, dict[str, Any]]
    problems: tuple[str, ...]


def read_answers(post: Mapping[str, str], asked: Mapping[int, tuple[CellQuestion, ...]]) -> Given:
    """Read the answers to the questions asked, {row: questions}. What is neither typed nor left empty stays open."""
    answers: dict[int, dict[str, Any]] = {}
    problems = []
    for number, questions in asked.items():
        for question in questions:
            value, problem = _read(post, number, question)
            if problem:
                problems.append(_("Row %(number)d: %(problem)s") % {"number": number, "problem": problem})
            elif value is not None:
                answers.setdefault(number, {})[question.key] = value
    return Given(answers, tuple(problems))


def _read(post: Mapping[str, str], number: int, question: CellQuestion) -> tuple[Any, str]:
    """(the plain value, "" for left empty, None for not answered; the problem)."""
    typed = tidy(post.get(field_name(number, question.key), ""))
    empty = question.is_optional and post.get(empty_name(number, question.key))
    if typed and empty:
        sentence = _("“%(label)s” has a value and is to be left empty as well. Choose one of the two.")
        return None, sentence % {"label": question.label}
    if empty:
        return NOT_GIVEN, ""
    if not typed:
        return None, ""
    if question.key == "institution":
        chosen = typed in dict(question.options)
        return (int(typed), "") if chosen else (None, _("Choose one of the institutions."))
    answer = READERS[question.key](typed)
    if answer.doubt or answer.value is None:
        return None, str(answer.doubt)
    return plain(answer.value), ""


def plain(value: Any) -> Any:
    """A value as JSON holds it."""
    return value.isoformat() if hasattr(value, "isoformat") else value
