"""Marking a test: which answers are right, as arithmetic on the frozen form. No database, no request.

An answer is given as a list of strings, whatever its kind:

- one or several right answers: the letters ticked; true or false: "true" or "false";
- matching: a letter for each stem, in the stems' order ("" where none was chosen);
- putting in order: the letters in the order given; a number or a short answer: one text.

An item is right or wrong as a whole; what was not answered is wrong.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from curricula.bank.papers import PaperQuestion
from curricula.bank.plain import number_of
from curricula.choices import ItemKind
from lms.core.text import fold

MOST_TEXT = 500
Given = Sequence[str]


@dataclass(frozen=True)
class Marked:
    """`correct` of `items`; `marks` says for each item's code whether it was right."""

    correct: int
    items: int
    marks: Mapping[str, bool]


def mark(papers: Sequence[PaperQuestion], given: Mapping[str, Given]) -> Marked:
    """The whole sheet: `given` by item code."""
    marks = {paper.item.code: is_right(paper, given.get(paper.item.code, ())) for paper in papers}
    return Marked(sum(marks.values()), len(marks), marks)


def is_right(paper: PaperQuestion, given: Given) -> bool:
    """Is this answer the right one? Letters are those of the paper."""
    return bool(given) and any(given) and _CHECKS[paper.item.kind](paper, list(given))


def right_answer(paper: PaperQuestion) -> list[str]:
    """An answer that is right, as it would be given."""
    if paper.item.kind in (ItemKind.NUMERIC, ItemKind.SHORT, ItemKind.TRUE_FALSE):
        return [paper.item.right[0].text]
    if paper.item.kind == ItemKind.MATCHING:
        return [part.rpartition(" ")[2] for part in paper.key.split(", ")]
    return paper.key.replace(",", "").split()


def tidied(paper: PaperQuestion, given: Given) -> list[str]:
    """What of an answer the question can take: letters it has, each once where that is asked; texts cut to size."""
    letters = [option.letter for option in paper.options]
    kind = paper.item.kind
    if kind in (ItemKind.NUMERIC, ItemKind.SHORT):
        text = " ".join("".join(given[:1]).replace("\0", "").split())[:MOST_TEXT]
        return [text] if text else []
    if kind == ItemKind.TRUE_FALSE:
        return [word for word in given[:1] if word in ("true", "false")]
    if kind == ItemKind.MATCHING:
        chosen = [letter if letter in letters else "" for letter in given[: len(paper.stems)]]
        return chosen if any(chosen) else []
    known = list(dict.fromkeys(letter for letter in given if letter in letters))
    return known[:1] if kind == ItemKind.SINGLE else known if kind == ItemKind.ORDERING else sorted(known)


def is_complete(paper: PaperQuestion, given: Given) -> bool:
    """Is everything answered that the question asks? An order or a matching may be half done."""
    if paper.item.kind == ItemKind.MATCHING:
        return len(given) == len(paper.stems) and all(given)
    if paper.item.kind == ItemKind.ORDERING:
        return len(given) == len(paper.options)
    return bool(given)


def _ticked(paper: PaperQuestion, given: list[str]) -> bool:
    return set(given) == {option.letter for option in paper.options if option.correct}


def _truth(paper: PaperQuestion, given: list[str]) -> bool:
    return given == [paper.item.right[0].text]


def _in_order(paper: PaperQuestion, given: list[str]) -> bool:
    return given == right_answer(paper)


def _matched(paper: PaperQuestion, given: list[str]) -> bool:
    """By what the letters say: two stems may share one answer."""
    says = {option.letter: option.text for option in paper.options}
    wanted = [row.match for row in paper.item.answers if row.text]
    return [says.get(letter) for letter in given] == wanted


def _number(paper: PaperQuestion, given: list[str]) -> bool:
    """Within the tolerance of a right answer, its ends included."""
    value = number_of(given[0])
    if value is None:
        return False
    return any(abs(value - number_of(row.text)) <= number_of(row.match or "0") for row in paper.item.right)


def _short(paper: PaperQuestion, given: list[str]) -> bool:
    """As it is written; else in either script and without its diacritics. A known mistake stays a mistake."""
    said = given[0].casefold()
    for row in paper.item.answers:
        if row.text.casefold() == said:
            return row.correct
    return bool(fold(said)) and any(fold(row.text) == fold(said) for row in paper.item.right)


_CHECKS: dict[str, Callable[[PaperQuestion, list[str]], bool]] = {
    ItemKind.SINGLE: _ticked,
    ItemKind.MULTIPLE: _ticked,
    ItemKind.TRUE_FALSE: _truth,
    ItemKind.MATCHING: _matched,
    ItemKind.ORDERING: _in_order,
    ItemKind.NUMERIC: _number,
    ItemKind.SHORT: _short,
}
