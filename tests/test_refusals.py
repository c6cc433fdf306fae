"""The tests' own helper for refusals notices what it is for, and nobody goes around it."""

from pathlib import Path

import pytest

from lms.core.rules import Finding, refuse, refuse_if_any
from lms.institutions.models import Jurisdiction
from tests import factories as make
from tests.refusals import refusal_of, refused

TESTS = Path(__file__).parent


def late_refusal(code="too_late") -> None:
    """Writes first, and refuses then without taking it back."""
    make.JurisdictionFactory(code="XX")
    refuse(code, "It is too late.")


def test_the_right_refusal_passes():
    with refused("too_late", words="too late"):
        refuse("too_late", "It is too late.")
    assert refusal_of(refuse, "too_late", "It is too late.") == {"too_late"}
    both = [Finding("one", "One."), Finding("two", "Two."), Finding("three", "Three.", blocks=False)]
    assert refusal_of(refuse_if_any, both) == {"one", "two"}


@pytest.mark.parametrize(
    ("codes", "words", "message"),
    [(["too_early"], "", "Too late."), (["too_late", "closed"], "", "Too late."), (["too_late"], "seats", "Too late."),
     ([], "", "Too late."), (["too_late"], "", "")],
)  # fmt: skip
def test_another_refusal_other_words_or_none_fail(codes, words, message):
    with pytest.raises(AssertionError), refused(*codes, words=words):
        refuse("too_late", message)


@pytest.mark.parametrize("message", ["", "By {day}.", "By %(day)s.", "By None."])
def test_a_sentence_with_a_gap_fails(message):
    with pytest.raises(AssertionError):
        refusal_of(refuse, "too_late", message)


def test_no_refusal_fails():
    with pytest.raises(pytest.fail.Exception), refused("too_late"):
        pass
    with pytest.raises(pytest.fail.Exception):
        refusal_of(lambda: None)


def test_a_refusal_that_has_written_fails_unless_the_table_may_change(db):
    with pytest.raises(AssertionError):
        refusal_of(late_refusal)
    Jurisdiction.objects.filter(code="XX").delete()
    with pytest.raises(AssertionError), refused("too_late"):
        late_refusal()
    Jurisdiction.objects.filter(code="XX").delete()
    with refused("too_late", but=(Jurisdiction._meta.db_table,)):
        late_refusal()


def test_what_was_changed_and_removed_counts_as_written(db):
    row = make.JurisdictionFactory(code="XX")

    def rename():
        Jurisdiction.objects.filter(pk=row.pk).update(name="Another")
        refuse("too_late", "It is too late.")

    def remove():
        Jurisdiction.objects.filter(pk=row.pk).delete()
        refuse("too_late", "It is too late.")

    for act in (rename, remove):
        with pytest.raises(AssertionError):
            refusal_of(act)


def test_every_test_says_which_refusal_it_means():
    told = "raises(RuleBroken"
    by = {path.relative_to(TESTS).as_posix() for path in TESTS.rglob("*.py") if told in path.read_text()}

    assert by == {"refusals.py", "test_refusals.py"}
