"""One question as the phone shows it: its fields with what was answered before, and answers read back from a form."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from curricula.bank.papers import PaperQuestion
from curricula.choices import ItemKind
from lms.core.rules import refuse

from ..marking import is_right
from ..models import AnswerSheet, SheetAnswer


@dataclass(frozen=True)
class AnswerChoice:
    """One thing to tick or to choose. `place`: where it stands in the order given, 0 if nowhere yet."""

    value: str
    text: str
    chosen: bool = False
    place: int = 0


@dataclass(frozen=True)
class MatchingRow:
    """One stem of a matching question with its choices."""

    text: str
    choices: tuple[AnswerChoice, ...]


@dataclass(frozen=True)
class ShownQuestion:
    """What the page draws; nothing in it says what is right."""

    number: int
    kind: str
    text: str
    language: str
    has_picture: bool
    is_original: bool
    choices: tuple[AnswerChoice, ...] = ()
    rows: tuple[MatchingRow, ...] = ()
    places: tuple[int, ...] = ()
    typed: str = ""


def question_of(paper: PaperQuestion, given: Sequence[str]) -> ShownQuestion:
    """The question with the answer given so far."""
    kind, letters = paper.item.kind, [option.letter for option in paper.options]
    return ShownQuestion(
        paper.number, kind, paper.item.question, paper.item.language, bool(paper.item.picture), paper.is_original,
        choices=_choices(paper, given), places=tuple(range(1, len(letters) + 1)), rows=_rows(paper, given),
        typed=given[0] if given and kind in (ItemKind.NUMERIC, ItemKind.SHORT) else "",
    )  # fmt: skip


def _choices(paper: PaperQuestion, given: Sequence[str]) -> tuple[AnswerChoice, ...]:
    if paper.item.kind == ItemKind.TRUE_FALSE:
        words = {"true": _("True"), "false": _("False")}
        return tuple(AnswerChoice(word, label, word in given) for word, label in words.items())
    places = {letter: place for place, letter in enumerate(given, 1)}
    return tuple(
        AnswerChoice(option.letter, option.text, option.letter in given, places.get(option.letter, 0))
        for option in paper.options
    )


def _rows(paper: PaperQuestion, given: Sequence[str]) -> tuple[MatchingRow, ...]:
    chosen = [*given, *[""] * len(paper.stems)]
    return tuple(
        MatchingRow(
            stem, tuple(AnswerChoice(option.letter, option.text, option.letter == letter) for option in paper.options)
        )
        for stem, letter in zip(paper.stems, chosen, strict=False)
    )


def read_answer(paper: PaperQuestion, values: Sequence[str]) -> list[str]:
    """The answer from the form's values; for an order these are places, one for each option as it stands on the page.

    Refuses: places (two steps in one place, or some without one).
    """
    if paper.item.kind != ItemKind.ORDERING:
        return list(values)
    if not any(values):
        return []
    letters = [option.letter for option in paper.options]
    placed = dict(zip(values, letters, strict=False))
    wanted = [str(number) for number in range(1, len(letters) + 1)]
    if sorted(placed) != sorted(wanted):
        refuse("places", _("Give each step a place of its own, from 1 to %d.") % len(letters))
    return [placed[number] for number in wanted]


@dataclass(frozen=True)
class Feedback:
    """One question after the test: what was answered, whether it was right, the right answer, and why."""

    question: ShownQuestion
    answer: str
    is_right: bool
    right: str
    notes: tuple[str, ...] = ()


def feedback_of(paper: PaperQuestion, given: Sequence[str]) -> Feedback:
    """Only for a test that is closed."""
    chosen = [row.feedback for row in paper.options if row.letter in given and row.letter]
    if paper.item.kind == ItemKind.TRUE_FALSE:
        chosen = [row.feedback for row in paper.item.answers if row.text in given]
    notes = tuple(text for text in (*chosen, paper.item.feedback) if text)
    return Feedback(question_of(paper, given), in_words(paper, given), is_right(paper, given), _right(paper), notes)


def in_words(paper: PaperQuestion, given: Sequence[str]) -> str:
    """An answer as a person says it."""
    says = {option.letter: option.text for option in paper.options if option.letter}
    says |= {"true": _("True"), "false": _("False")} if paper.item.kind == ItemKind.TRUE_FALSE else {}
    if paper.item.kind == ItemKind.MATCHING:
        return "; ".join(f"{stem} – {says.get(letter, '?')}" for stem, letter in zip(paper.stems, given, strict=False))
    joint = " → " if paper.item.kind == ItemKind.ORDERING else "; "
    return joint.join(says.get(word, word) for word in given)


def _right(paper: PaperQuestion) -> str:
    kind = paper.item.kind
    if kind == ItemKind.MATCHING:
        return "; ".join(f"{row.text} – {row.match}" for row in paper.item.answers if row.text)
    if kind == ItemKind.ORDERING:
        return " → ".join(row.text for row in paper.item.answers)
    if kind == ItemKind.TRUE_FALSE:
        return in_words(paper, [paper.item.right[0].text])
    if kind in (ItemKind.NUMERIC, ItemKind.SHORT):
        return paper.key
    return "; ".join(option.text for option in paper.options if option.correct)


def given_of(sheet: AnswerSheet | None) -> dict[str, list[str]]:
    """{item code: the answer so far}, one query."""
    return {row.code: row.given for row in SheetAnswer.objects.filter(sheet=sheet)} if sheet else {}
