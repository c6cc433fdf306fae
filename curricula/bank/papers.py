"""A form as it is printed: questions in one language with their answers mixed, and the key that fits them. Pure."""

import string
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from ..choices import ItemKind
from .drawing import chance
from .plain import Answer, PlainItem

LETTERS = string.ascii_uppercase


@dataclass(frozen=True)
class Option:
    """One answer as it stands on the paper."""

    letter: str
    text: str
    correct: bool = False
    feedback: str = ""


@dataclass(frozen=True)
class PaperQuestion:
    """One question. `options` to choose from or to order, `stems` what they are matched to, `key` the right answer in
    short; `is_original` where the language asked for has no current translation."""

    number: int
    item: PlainItem
    options: tuple[Option, ...] = ()
    stems: tuple[str, ...] = ()
    key: str = ""
    is_original: bool = False
    notes: tuple[str, ...] = field(default=())


def papers(codes: Sequence[str], items: Iterable[PlainItem], language: str, seed: str) -> list[PaperQuestion]:
    """The questions of a form in their order; each in `language` where it was frozen in it, else as the original."""
    originals = {item.code: item for item in items}
    spoken = {item.translation_of: item for item in originals.values() if item.language == language}
    spoken |= {code: item for code, item in originals.items() if item.language == language}
    found = [code for code in codes if code in originals]
    return [_paper(number, originals[code], spoken, f"{seed} {code}") for number, code in enumerate(found, 1)]


def _paper(number: int, original: PlainItem, spoken: Mapping[str, PlainItem], seed: str) -> PaperQuestion:
    item = spoken.get(original.code, original)
    return _LAID_OUT[item.kind](number, item, seed, original.code not in spoken)


def _mixed(rows: Sequence, seed: str) -> list[tuple[int, object]]:
    """The rows with their old places, in an order that the seed gives: the same in every language."""
    return sorted(enumerate(rows), key=lambda pair: chance(seed, pair[0]))


def _choice(number: int, item: PlainItem, seed: str, is_original: bool) -> PaperQuestion:
    mixed = [answer for _place, answer in _mixed(item.answers, seed)]
    options = tuple(
        Option(letter, row.text, row.correct, row.feedback) for letter, row in zip(LETTERS, mixed, strict=False)
    )
    return PaperQuestion(
        number, item, options, (), ", ".join(row.letter for row in options if row.correct), is_original
    )


def _truth(number: int, item: PlainItem, seed: str, is_original: bool) -> PaperQuestion:
    """Neither mixed nor lettered; the page says the two words in the reader's language."""
    options = tuple(Option("", row.text, row.correct, row.feedback) for row in item.answers)
    return PaperQuestion(number, item, options, (), item.right[0].text, is_original)


def _matching(number: int, item: PlainItem, seed: str, is_original: bool) -> PaperQuestion:
    rights = list(dict.fromkeys(row.match for row in item.answers))
    mixed = [text for _place, text in _mixed(rights, seed)]
    letters = dict(zip(mixed, LETTERS, strict=False))
    stems = [row for row in item.answers if row.text]
    key = ", ".join(f"{place} {letters[row.match]}" for place, row in enumerate(stems, 1))
    options = tuple(Option(letter, text) for text, letter in letters.items())
    return PaperQuestion(number, item, options, tuple(row.text for row in stems), key, is_original)


def _ordering(number: int, item: PlainItem, seed: str, is_original: bool) -> PaperQuestion:
    mixed = _mixed(item.answers, seed)
    letters = {place: letter for (place, _row), letter in zip(mixed, LETTERS, strict=False)}
    options = tuple(Option(letters[place], row.text) for place, row in mixed)
    return PaperQuestion(number, item, options, (), " ".join(letters[place] for place in sorted(letters)), is_original)


def _numeric(number: int, item: PlainItem, seed: str, is_original: bool) -> PaperQuestion:
    key = ", ".join(_number(row) for row in item.right)
    return PaperQuestion(number, item, (), (), key, is_original, _said(item))


def _number(row: Answer) -> str:
    return row.text if row.match == "0" else f"{row.text} ± {row.match}"


def _short(number: int, item: PlainItem, seed: str, is_original: bool) -> PaperQuestion:
    return PaperQuestion(number, item, (), (), " / ".join(row.text for row in item.right), is_original, _said(item))


def _said(item: PlainItem) -> tuple[str, ...]:
    """Feedback of single answers where the paper shows none of them."""
    return tuple(f"{row.text}: {row.feedback}" for row in item.answers if row.feedback)


_LAID_OUT: dict[str, Callable[[int, PlainItem, str, bool], PaperQuestion]] = {
    ItemKind.SINGLE: _choice,
    ItemKind.MULTIPLE: _choice,
    ItemKind.TRUE_FALSE: _truth,
    ItemKind.MATCHING: _matching,
    ItemKind.ORDERING: _ordering,
    ItemKind.NUMERIC: _numeric,
    ItemKind.SHORT: _short,
}
