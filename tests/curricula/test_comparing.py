"""Two versions block by block; no database."""

from dataclasses import replace

import pytest

from curricula.editions.comparison import ADDED, CHANGED, REMOVED, SAME, block_changes, compare, pieces, tokens
from curricula.editions.frozen import FrozenFile, FrozenModule
from curricula.pages.plain_text import spoken, words_of_block

FILE = FrozenFile("Handout", "handout.pdf", "trainee", "en", "a" * 64)
SAID = {"summary": "Keys are kept.", "objectives": ["Explain it."]}
ONE = FrozenModule("M01", "Why", "core", True, 45, SAID, (FILE,))


def marks(before, after):
    return [change.mark for change in block_changes(before, after)]


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ([], [], []),
        (["a b c"], ["a b c"], []),
        ([], ["new"], [ADDED]),
        (["old"], [], [REMOVED]),
        (["the key is kept"], ["the key is locked"], [CHANGED]),
        (["the key is kept"], ["quite other words"], [ADDED, REMOVED]),
        (["one two", "three four"], ["three four"], [REMOVED]),
        (["three four"], ["one two", "three four"], [ADDED]),
        (["a", "b"], ["b", "a"], [ADDED, REMOVED]),
    ],
)
def test_blocks(before, after, expected):
    assert sorted(marks(before, after)) == sorted(expected)


def test_words_that_went_and_came_are_marked():
    found = pieces("The key is kept.", "The red key is locked.")
    assert "".join(piece.text for piece in found if piece.mark != REMOVED) == "The red key is locked."
    assert "".join(piece.text for piece in found if piece.mark != ADDED) == "The key is kept."
    assert {piece.mark for piece in found} == {SAME, ADDED, REMOVED}


@pytest.mark.parametrize("text", ["", "a", "a  b", "складиште, 5.", "\n x", "(a)"])
def test_tokens_lose_nothing(text):
    assert "".join(tokens(text)) == text


def test_the_same_twice_is_no_change():
    assert compare([ONE], [ONE]) == []


def test_modules_that_came_and_went():
    two = replace(ONE, code="M02")
    assert [(row.mark, row.code) for row in compare([ONE], [two])] == [(ADDED, "M02"), (REMOVED, "M01")]


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"title": "Because"}, "module"),
        ({"minutes": 50}, "module"),
        ({"is_mandatory": False}, "module"),
        ({"content": {**ONE.content, "summary": "Keys are lost."}}, "summary"),
        ({"content": {**ONE.content, "safety_note": "Careful."}}, "safety note"),
        ({"content": {**ONE.content, "body": [{"type": "text", "html": "<p>x</p>"}]}}, "background"),
        ({"files": ()}, "files"),
        ({"files": (replace(FILE, sha256="b" * 64),)}, "files"),
        ({"items": ({"question": "Why?"},)}, "test items"),
        ({"texts": ({"language": "mk", "title": "Зошто", "content": {}},)}, "translations"),
    ],
)
def test_every_part_is_compared(change, part):
    (module,) = compare([ONE], [replace(ONE, **change)])
    assert [row.label for row in module.parts] == [part]
    assert module.word == "changed"


def test_a_step_is_one_line_with_its_minutes_first():
    step = {"minutes": 5, "title": "Who?", "method": "talk", "detail": "So.", "materials": ""}
    assert words_of_block(step) == "5 min. short talk. Who? · So."
    assert words_of_block({"text": "Two people.", "mandatory": True}) == "in every training. Two people."
    assert words_of_block({"type": "check", "minutes": 2, "detail": "Q?", "answers": [{"text": "A", "correct": True}]})
    assert words_of_block("<p>a</p><p>b</p>") == "a b"
    assert spoken({"hash": "x", "a": ["b", {"c": "<i>d</i>"}], "n": 5}) == "b d"


def test_the_order_of_names_in_a_record_is_no_difference():
    block = {"type": "activity", "title": "Rule hunt", "detail": "Draw a card.", "steps": ["One", "Two"], "other": "x"}
    turned = dict(reversed(block.items()))
    assert words_of_block(turned) == words_of_block(block) == "Activity. Rule hunt · Draw a card. · One · Two · x"
