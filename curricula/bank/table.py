"""Items as rows of a table, for workbooks: plain cells in, plain cells out; whoever reads the workbook brings them."""

import re
from collections.abc import Mapping
from dataclasses import replace

from django.utils.translation import gettext as _

from ..choices import ItemKind
from .import_parts import Taker, found_of
from .pictures import CONTENT_TYPES
from .plain import FALSE, MOST_ANSWERS, TRUE, WHOLE, Answer, PlainItem, ReadQuestion
from .tags import CODE, ItemDestination
from .texts import tidy_line

#: Cells of an item besides its answers.
HEAD = ("code", "module", "objective", "language", "translation_of", "kind", "question", "right")
TAIL = ("feedback", "picture")
KIND_WORDS = {
    ItemKind.SINGLE: ("single", "single choice", "multiple choice", "multichoice", "one right answer"),
    ItemKind.MULTIPLE: ("multiple", "multiple response", "several right answers"),
    ItemKind.TRUE_FALSE: ("true_false", "true false", "true/false", "truefalse", "true or false"),
    ItemKind.MATCHING: ("matching", "match"),
    ItemKind.ORDERING: ("ordering", "order", "putting in order"),
    ItemKind.NUMERIC: ("numeric", "number", "numerical", "a number"),
    ItemKind.SHORT: ("short", "short answer", "shortanswer"),
}
KINDS = {word: kind for kind, words in KIND_WORDS.items() for word in words}
TRUE_WORDS, FALSE_WORDS = frozenset(("true", "t", "1", "yes")), frozenset(("false", "f", "0", "2", "no"))


def answer_keys(number: int) -> tuple[str, str, str]:
    """The cells of one answer: its text, what matches it (or the tolerance), its feedback."""
    return f"answer_{number}", f"match_{number}", f"feedback_{number}"


def cells_of(item: PlainItem) -> dict[str, str]:
    """The item as text cells; what it does not use is not there."""
    right = [str(number) for number, row in enumerate(item.answers, 1) if row.correct]
    cells = {
        "code": item.code, "module": item.module, "language": item.language, "translation_of": item.translation_of,
        "objective": "" if item.objective is None else str(item.objective), "kind": str(item.kind),
        "question": item.question, "feedback": item.feedback,
        "right": "" if item.kind in WHOLE else ", ".join(right),
        "picture": f"{item.picture_kind}:{item.picture}" if item.picture else "",
    }  # fmt: skip
    for number, row in enumerate(item.answers, 1):
        cells |= dict(zip(answer_keys(number), (row.text, row.match, row.feedback), strict=True))
    return {key: text for key, text in cells.items() if text}


def read_row(line: int, cells: Mapping[str, str], place: ItemDestination, taker: Taker) -> ReadQuestion:
    """What became of one row. `cells` are texts by key, blank where there is nothing."""
    said = {key: text for key, text in cells.items() if text}
    kind = KINDS.get(tidy_line(said.get("kind", "")).lower())
    title = tidy_line(said.get("question", ""))[:80]
    if kind is None:
        word = tidy_line(said.get("kind", ""))[:40] or "?"
        return ReadQuestion(line, title, problems=(_("Questions of the kind “%s” are not taken.") % word,))
    answers, trouble = _answers(kind, said)
    item = PlainItem(kind, said.get("question", ""), answers, said.get("feedback", ""))
    found = found_of(line, title, _with_picture(_placed(item, said, place), said), taker)
    if trouble:
        return ReadQuestion(line, title, problems=(trouble, *found.problems))
    return found


def _answers(kind: str, said: Mapping[str, str]) -> tuple[tuple[Answer, ...], str]:
    """The answers, and what is wrong with the cell that says which are right."""
    rows = [[said.get(key, "") for key in answer_keys(number)] for number in range(1, MOST_ANSWERS + 1)]
    used = max((number for number, row in enumerate(rows, 1) if any(row)), default=0)
    right, trouble = _right(kind, said.get("right", ""), used)
    if kind == ItemKind.TRUE_FALSE:
        rows, used = [[TRUE, "", rows[0][2]], [FALSE, "", rows[1][2]]], 2
    pairs = enumerate(rows[:used], 1)
    return tuple(Answer(text, number in right, feedback, match) for number, (text, match, feedback) in pairs), trouble


def _right(kind: str, text: str, count: int) -> tuple[set[int], str]:
    """The numbers of the right answers: "2", "1, 3", letters ("B"), or true and false."""
    words = re.split(r"[\s,;]+", tidy_line(text).lower())
    words = [word for word in words if word]
    if kind == ItemKind.TRUE_FALSE and len(words) == 1 and words[0] in TRUE_WORDS | FALSE_WORDS:
        return ({1} if words[0] in TRUE_WORDS else {2}), ""
    if kind in WHOLE or (not words and kind in (ItemKind.NUMERIC, ItemKind.SHORT)):
        return set(range(1, count + 1)), ""
    numbers = {_number(word) for word in words}
    if not words or not numbers <= set(range(1, count + 1)):
        return set(), _("Write the numbers of the right answers, such as 2 or 1, 3.")
    return numbers, ""


def _number(word: str) -> int:
    if re.fullmatch(r"[0-9]{1,2}", word):
        return int(word)
    return ord(word) - ord("a") + 1 if re.fullmatch(r"[a-l]", word) else 0


def _placed(item: PlainItem, said: Mapping[str, str], place: ItemDestination) -> PlainItem:
    code, objective = tidy_line(said.get("code", "")), tidy_line(said.get("objective", ""))
    module = tidy_line(said.get("module", "")).split(" ")[0] or place.module
    default = place.objective if module == place.module else None
    return replace(
        item, module=module, code=code if CODE.fullmatch(code) else "",
        language=tidy_line(said.get("language", "")) or place.language,
        objective=int(objective) if re.fullmatch(r"[0-9]{1,2}", objective) else default,
        translation_of=tidy_line(said.get("translation_of", "")),
    )  # fmt: skip


def _with_picture(item: PlainItem, said: Mapping[str, str]) -> PlainItem:
    """A workbook names a picture that the bank has; it carries none itself."""
    found = re.fullmatch(rf"({'|'.join(CONTENT_TYPES)}):([0-9a-f]{{64}})", said.get("picture", "").strip())
    return replace(item, picture=found[2], picture_kind=found[1]) if found else item
