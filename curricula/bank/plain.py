"""A test item as plain data: what it says, whether it can be asked, and the digest that tells one from another."""

import base64
import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

from django.conf import settings
from django.utils.translation import gettext as _

from lms.core.rules import Finding

from ..choices import ItemKind
from .texts import tidy, tidy_line

MOST_ANSWERS = 12
MOST_QUESTION, MOST_ANSWER, MOST_FEEDBACK = 2000, 500, 1000
TRUE, FALSE = "true", "false"
CHOSEN = frozenset((ItemKind.SINGLE, ItemKind.MULTIPLE))
#: Kinds whose answers are all part of the right one.
WHOLE = frozenset((ItemKind.MATCHING, ItemKind.ORDERING))


@dataclass(frozen=True)
class Answer:
    """One answer. `match`: for matching what belongs to `text` (which may be empty: then it belongs to nothing), for
    a number the tolerance."""

    text: str
    correct: bool = True
    feedback: str = ""
    match: str = ""


@dataclass(frozen=True)
class Picture:
    """The one picture of a question: "png", "jpeg" or "webp", drawn anew before it was kept."""

    kind: str
    content: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True)
class PlainItem:
    """An item in one language. `module` and `translation_of` are codes, `objective` counts from 1; empty: not said."""

    kind: str
    question: str
    answers: tuple[Answer, ...]
    feedback: str = ""
    language: str = "en"
    module: str = ""
    objective: int | None = None
    code: str = ""
    translation_of: str = ""
    picture: str = ""
    picture_kind: str = ""

    @property
    def title(self) -> str:
        return self.question if len(self.question) <= 80 else self.question[:79] + "…"

    @property
    def right(self) -> tuple[Answer, ...]:
        return tuple(answer for answer in self.answers if answer.correct)


@dataclass(frozen=True)
class ReadQuestion:
    """What became of one question of a file: an item to look at, or why there is none.

    `problems` refuse it; `doubts` ask a person whether it still makes sense; `notes` only say what was left out.
    `line` is its place in the file: a line, a row, or a running number.
    """

    line: int
    title: str
    item: PlainItem | None = None
    problems: tuple[str, ...] = ()
    doubts: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    picture: Picture | None = None


def digest(item: PlainItem) -> str:
    """SHA-256 (hex) over what is asked and answered; where it belongs and what it is called do not count."""
    content = [item.kind, item.language, item.question, [_answer_json(row) for row in item.answers], item.feedback,
               item.picture]  # fmt: skip
    return hashlib.sha256(json.dumps(content, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _answer_json(answer: Answer) -> dict:
    return {"text": answer.text, "correct": answer.correct, "feedback": answer.feedback, "match": answer.match}


def answers_json(item: PlainItem) -> list[dict]:
    return [_answer_json(answer) for answer in item.answers]


def to_json(item: PlainItem) -> dict:
    return {**item.__dict__, "answers": answers_json(item)}


def from_json(stored: dict) -> PlainItem:
    return PlainItem(**{**stored, "answers": tuple(Answer(**row) for row in stored["answers"])})


def picture_json(picture: Picture | None) -> dict | None:
    return picture and {"kind": picture.kind, "content": base64.b64encode(picture.content).decode()}


def picture_from(stored: dict | None) -> Picture | None:
    return Picture(stored["kind"], base64.b64decode(stored["content"])) if stored else None


# One form for each item -----------------------------------------------------------------------------------------------


def tidied(item: PlainItem) -> PlainItem:
    """The item with all texts tidy, numbers in one spelling, and nothing that its kind does not use."""
    answers = [_tidy_answer(item.kind, answer) for answer in item.answers]
    if item.kind not in (ItemKind.MATCHING, ItemKind.TRUE_FALSE):
        answers = [answer for answer in answers if answer.text or answer.feedback]
    if item.kind == ItemKind.MATCHING:
        answers = [answer for answer in answers if answer.text or answer.match]
    return replace(item, question=tidy(item.question), feedback=tidy(item.feedback), answers=tuple(answers))


def _tidy_answer(kind: str, answer: Answer) -> Answer:
    text, feedback, match = tidy(answer.text), tidy(answer.feedback), tidy(answer.match)
    if kind in WHOLE:
        return Answer(text, match=match if kind == ItemKind.MATCHING else "")
    if kind == ItemKind.NUMERIC:
        return Answer(plain_number(text), answer.correct, feedback, plain_number(match or "0"))
    if kind == ItemKind.SHORT:
        text = tidy_line(text)
    return Answer(text, answer.correct, feedback)


def plain_number(text: str) -> str:
    """A number in one spelling ("3,140" → "3.14", "1e2" → "100"); what is none stays as it is."""
    number = number_of(text)
    if number is None:
        return text
    return format(number.normalize() + 0, "f") if number else "0"


def number_of(text: str) -> Decimal | None:
    """The number, if it is one of at most 15 digits on either side of the point."""
    try:
        number = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        return None
    if not number.is_finite() or (number and not -16 < number.adjusted() < 15) or -number.as_tuple().exponent > 15:
        return None
    return number


# Whether it can be asked ----------------------------------------------------------------------------------------------


def findings(item: PlainItem) -> list[Finding]:
    """Everything that stands in the way of asking this (tidied) item."""
    return [*_text_findings(item), *_CHECKS.get(item.kind, _check_unknown)(item)]


def _text_findings(item: PlainItem) -> Iterable[Finding]:
    if not item.question:
        yield Finding("question_empty", _("The question has no text."))
    if item.language not in dict(settings.CONTENT_LANGUAGES):
        yield Finding("language", _("“%s” is not a language of the curriculum.") % item.language[:20])
    if len(item.answers) > MOST_ANSWERS:
        yield Finding("many_answers", _("There are more than %d answers. Leave some out.") % MOST_ANSWERS)
    texts = [text for answer in item.answers for text in (answer.text, answer.match)]
    feedback = [item.feedback, *(answer.feedback for answer in item.answers)]
    for limit, group in ((MOST_QUESTION, [item.question]), (MOST_ANSWER, texts), (MOST_FEEDBACK, feedback)):
        if any(len(text) > limit for text in group):
            yield Finding("too_long", _("A text is longer than %d characters. Shorten it.") % limit)


def _check_unknown(item: PlainItem) -> list[Finding]:
    return [Finding("kind", _("This kind of item is not known."))]


def _check_choice(item: PlainItem) -> Iterable[Finding]:
    if len(item.answers) < 2:
        yield Finding("few_answers", _("There must be two answers at least."))
    yield from _empty_or_twice(item)
    if item.kind == ItemKind.SINGLE and len(item.right) != 1:
        yield Finding("right_answers", _("Exactly one answer must be right."))
    if item.kind == ItemKind.MULTIPLE and not item.right:
        yield Finding("right_answers", _("One answer at least must be right."))


def _empty_or_twice(item: PlainItem) -> Iterable[Finding]:
    texts = [answer.text.casefold() for answer in item.answers]
    if not all(texts):
        yield Finding("answer_empty", _("An answer has no text."))
    if len(set(texts)) < len(texts):
        yield Finding("answer_twice", _("Two answers say the same."))


def _check_true_false(item: PlainItem) -> Iterable[Finding]:
    if [answer.text for answer in item.answers] != [TRUE, FALSE] or len(item.right) != 1:
        yield Finding("right_answers", _("Say whether the sentence is true or false."))


def _check_matching(item: PlainItem) -> Iterable[Finding]:
    lefts = [answer.text.casefold() for answer in item.answers if answer.text]
    if len(lefts) < 2:
        yield Finding("few_answers", _("There must be two pairs at least."))
    if not all(answer.match for answer in item.answers):
        yield Finding("answer_empty", _("A pair has nothing on its right side."))
    if len(set(lefts)) < len(lefts):
        yield Finding("answer_twice", _("Two pairs have the same left side."))


def _check_ordering(item: PlainItem) -> Iterable[Finding]:
    if len(item.answers) < 2:
        yield Finding("few_answers", _("There must be two steps at least."))
    yield from _empty_or_twice(item)


def _check_numeric(item: PlainItem) -> Iterable[Finding]:
    values = [number_of(answer.text) for answer in item.answers]
    tolerances = [number_of(answer.match) for answer in item.answers]
    if not item.right:
        yield Finding("right_answers", _("One answer at least must be right."))
    if None in values or any(tolerance is None or tolerance < 0 for tolerance in tolerances):
        yield Finding("number", _("Write numbers of at most 15 digits, such as 3.5; the tolerance is 0 or more."))
    if len(set(values)) < len(values):
        yield Finding("answer_twice", _("Two answers say the same."))


def _check_short(item: PlainItem) -> Iterable[Finding]:
    if not item.right:
        yield Finding("right_answers", _("Write one accepted answer at least."))
    yield from _empty_or_twice(item)


_CHECKS: dict[str, Callable[[PlainItem], list[Finding]]] = {
    ItemKind.SINGLE: _check_choice,
    ItemKind.MULTIPLE: _check_choice,
    ItemKind.TRUE_FALSE: _check_true_false,
    ItemKind.MATCHING: _check_matching,
    ItemKind.ORDERING: _check_ordering,
    ItemKind.NUMERIC: _check_numeric,
    ItemKind.SHORT: _check_short,
}
