"""What changed between two editions; no database."""

from dataclasses import replace

import pytest

from curricula.editions.frozen import FrozenFile, FrozenModule, changes, digest

FILE = FrozenFile("Handout", "handout.pdf", "trainee", "en", "a" * 64)
ONE = FrozenModule("M01", "Why", "core", True, 45, {"summary": "s", "lesson_plan": []}, (FILE,))
TWO = replace(ONE, code="M02", title="Rules")


def test_the_same_twice_is_no_change_and_the_same_digest():
    assert changes([ONE, TWO], [ONE, TWO]) == []
    assert digest([ONE, TWO]) == digest([replace(ONE), TWO])


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, title="Because"),
        replace(ONE, minutes=50),
        replace(ONE, is_mandatory=False),
        replace(ONE, content={**ONE.content, "summary": "other"}),
        replace(ONE, files=()),
        replace(ONE, files=(replace(FILE, sha256="b" * 64),)),
        replace(ONE, files=(replace(FILE, classification="public"),)),
    ],
)
def test_every_difference_changes_the_digest_and_is_told(other):
    (change,) = changes([ONE], [other])
    assert (change.code, change.word, len(change.what)) == ("M01", "changed", 1)
    assert digest([ONE]) != digest([other])


def test_new_modules_and_those_left_out_are_named():
    assert [(row.code, row.word) for row in changes([ONE], [TWO])] == [("M02", "new"), ("M01", "left out")]


def test_the_order_of_modules_counts():
    assert digest([ONE, TWO]) != digest([TWO, ONE])


def test_the_parts_that_changed_are_named():
    other = replace(ONE, content={"summary": "new", "lesson_plan": [{"minutes": 1}]}, minutes=60)
    (change,) = changes([ONE], [other])
    assert change.what == ("60 minutes instead of 45.", "The text changed: summary, lesson plan.")
