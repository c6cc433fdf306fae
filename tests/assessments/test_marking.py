"""Marking, windows and the timetable as arithmetic: no database."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from curricula.bank.papers import papers
from curricula.bank.plain import tidied
from curricula.choices import ItemKind
from lms.assessments.choices import Criterion
from lms.assessments.marking import is_complete, is_right, mark, right_answer
from lms.assessments.marking import tidied as tidy_answer
from lms.assessments.phone.test_page import feedback_of, in_words, question_of, read_answer
from lms.assessments.phone.windows import is_open, opening_findings
from lms.assessments.rollout.rules import Promise, findings, first_due
from lms.assessments.scoring import Score, Verdict, alone, explained, teach_back_outcome
from lms.assessments.slots.proposal import ProposedSlot, SlotGrid, TeachBackCandidate, clashes, overlap, propose
from tests.amounts import amount
from tests.refusals import refusal_of

from .frozen import ITEMS

CODED = [replace(tidied(item), code=f"M01-{number:03d}") for number, item in enumerate(ITEMS, 1)]
PAPERS = papers([item.code for item in CODED], CODED, "en", "seed")
BY_KIND = {paper.item.kind: paper for paper in PAPERS}


def letters(kind: str, *texts: str) -> list[str]:
    says = {option.text: option.letter for option in BY_KIND[kind].options}
    return [says.get(text, "") for text in texts]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.item.kind)
def test_the_right_answer_of_each_kind_is_right_and_nothing_is_not(paper):
    assert is_right(paper, right_answer(paper)) and is_complete(paper, right_answer(paper))
    assert not is_right(paper, []) and not is_right(paper, [""]) and not is_complete(paper, [])
    assert in_words(paper, right_answer(paper)) and feedback_of(paper, []).right


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (ItemKind.SINGLE, ["That"]),
        (ItemKind.SINGLE, ["This", "That"]),
        (ItemKind.MULTIPLE, ["Ena"]),
        (ItemKind.MULTIPLE, ["Ena", "Dva", "Tri"]),
        (ItemKind.MATCHING, ["Nut", "Lock"]),
        (ItemKind.MATCHING, ["Lock"]),
        (ItemKind.ORDERING, ["Second step", "First step", "Third step"]),
    ],
)
def test_what_is_not_wholly_right_is_wrong(kind, texts):
    assert not is_right(BY_KIND[kind], letters(kind, *texts))


@pytest.mark.parametrize(
    ("text", "right"), [("3", True), ("4,0", True), ("4.01", False), ("x", False), ("1e999", False)]
)
def test_a_number_counts_within_its_tolerance(text, right):
    assert is_right(BY_KIND[ItemKind.NUMERIC], [text]) is right


@pytest.mark.parametrize(
    ("text", "right"),
    [("skladište", True), ("SKLADISTE", True), ("складиште", True), ("stovarište", False), ("...", False), ("", False)],
)
def test_a_short_answer_counts_in_either_script_and_a_known_mistake_does_not(text, right):
    assert is_right(BY_KIND[ItemKind.SHORT], [text]) is right


@given(some.data())
@settings(max_examples=amount(200))
def test_marking_any_answers_adds_up(data):
    """Whatever is given: no error, as many marks as questions, and right ones only where the whole answer is."""
    junk = some.lists(some.one_of(some.sampled_from(["A", "B", "C", "true", "false", "1", ""]), some.text(max_size=5)))
    sheet = {paper.item.code: data.draw(junk) for paper in PAPERS}
    known = data.draw(some.sets(some.sampled_from([paper.item.code for paper in PAPERS])))
    sheet |= {paper.item.code: right_answer(paper) for paper in PAPERS if paper.item.code in known}

    marked = mark(PAPERS, sheet)

    assert marked.items == len(PAPERS) == len(marked.marks)
    assert marked.correct == sum(marked.marks.values())
    assert known <= {code for code, right in marked.marks.items() if right}
    for paper in PAPERS:
        tidy = tidy_answer(paper, sheet[paper.item.code])
        assert tidy_answer(paper, tidy) == tidy
        question_of(paper, tidy)


def test_the_page_knows_nothing_of_what_is_right():
    for paper in PAPERS:
        shown = repr(question_of(paper, []))
        assert "correct" not in shown and "Not that." not in shown and "3.5" not in shown and "skladište" not in shown


def test_places_become_an_order_and_two_in_one_place_are_refused():
    paper = BY_KIND[ItemKind.ORDERING]
    rank = {text: str(place) for place, text in enumerate(["First step", "Second step", "Third step"], 1)}
    places = [rank[option.text] for option in paper.options]

    assert is_right(paper, read_answer(paper, places))
    assert read_answer(paper, ["", "", ""]) == []
    for wrong in (["1", "1", "2"], ["1", "2", ""], ["1", "2", "9"], ["x", "2", "3"]):
        assert refusal_of(read_answer, paper, wrong) == {"places"}


# Windows --------------------------------------------------------------------------------------------------------------

FIRST, LAST = date(2026, 10, 12), date(2026, 10, 16)


@pytest.mark.parametrize(
    ("moment", "day", "opened", "code"),
    [
        ("pre", FIRST - timedelta(days=30), [], None),
        ("pre", LAST, [], None),
        ("pre", LAST + timedelta(days=1), [], "too_late"),
        ("pre", FIRST, ["post"], "too_late"),
        ("post", FIRST - timedelta(days=1), [], "too_early"),
        ("post", FIRST, ["pre"], None),
        ("post", LAST + timedelta(days=7), [], None),
        ("post", LAST + timedelta(days=8), [], "too_late"),
        ("post", LAST, ["post"], "already_open"),
    ],
)
def test_when_a_test_may_be_opened(moment, day, opened, code):
    found = {finding.code for finding in opening_findings(moment, FIRST, LAST, day, opened=opened)}
    assert found == ({code} if code else set())


def test_a_test_nobody_closed_is_open_for_seven_days_after_the_last():
    assert is_open(None, LAST, LAST + timedelta(days=7))
    assert not is_open(None, LAST, LAST + timedelta(days=8))
    assert not is_open(datetime(2026, 10, 13), LAST, LAST)


# The rubric in words --------------------------------------------------------------------------------------------------


@given(some.fixed_dictionaries({name: some.one_of(some.none(), some.integers(1, 4)) for name in Criterion.values}))
def test_ones_own_sum_is_ones_own(levels):
    own = alone(levels)
    assert own.total == sum(level or 0 for level in levels.values()) <= own.most
    assert (own.outcome is None) == (None in levels.values())
    if own.outcome:
        assert own.outcome.verdict in (Verdict.PASSED, Verdict.FAILED)


@given(some.lists(some.fixed_dictionaries({name: some.integers(1, 4) for name in Criterion.values}), max_size=3))
def test_every_criterion_is_explained_by_what_counts(rows):
    scores = [Score(number, levels) for number, levels in enumerate(rows)]
    outcome = teach_back_outcome(scores)
    for name in Criterion.values:
        words = explained(scores, name)
        assert bool(words) == (len(scores) > 1)
        if outcome.counted:
            assert f"{float(outcome.counted[name]):.1f}" in words
        elif name in outcome.apart:
            assert "apart" in words


# The timetable --------------------------------------------------------------------------------------------------------

GRID = SlotGrid((FIRST, LAST), time(9), time(12), 30, 10, ("A", "B"))


def test_slots_fill_the_day_and_none_ends_late():
    assert [f"{begin:%H:%M}" for begin in GRID.times()] == ["09:00", "09:40", "10:20", "11:00"]


def test_slots_that_touch_do_not_overlap():
    one = ProposedSlot(1, FIRST, time(9), 30, "A", (1, 2))
    assert not overlap(one, ProposedSlot(2, FIRST, time(9, 30), 30, "A", (1, 2)))
    assert overlap(one, ProposedSlot(2, FIRST, time(9, 29), 30, "A", (1, 2)))
    assert not overlap(one, ProposedSlot(2, LAST, time(9), 30, "A", (1, 2)))
    assert {kind for kind, *_pair in clashes([one, ProposedSlot(1, FIRST, time(9, 10), 30, "A", (2, 3))])} == {
        "room", "assessor", "candidate",
    }  # fmt: skip


@given(some.lists(some.sets(some.integers(101, 106)), max_size=20))
@settings(max_examples=amount(150))
def test_no_proposal_breaks_a_rule(allowed):
    candidates = [TeachBackCandidate(number, frozenset(found)) for number, found in enumerate(allowed, 1)]

    found = propose(candidates, GRID)

    placed = [slot.person for slot in found.slots]
    assert clashes(found.slots) == []
    assert sorted([*placed, *found.unplaced, *found.helpless]) == [row.person for row in candidates]
    for slot in found.slots:
        assert len(set(slot.assessors)) == 2 and set(slot.assessors) <= candidates[slot.person - 1].allowed
        assert slot.held_on in GRID.days and time(9) <= slot.starts_at and slot.ends_at <= time(12)
    assert propose(candidates, GRID) == found


@given(some.integers(2, 6), some.integers(1, 16))
def test_where_all_may_score_all_the_load_is_even(assessors, people):
    bench = frozenset(range(101, 101 + assessors))
    found = propose([TeachBackCandidate(number, bench) for number in range(1, people + 1)], GRID)
    counts = [found.load[pk] for pk in bench]
    assert max(counts) - min(counts) <= 1


# Roll-out plans -------------------------------------------------------------------------------------------------------


def promise(due_on: date, **fields) -> Promise:
    return Promise(**{"modules": (), "institution": 1, "due_on": due_on, "participants": 20, **fields})


def codes(*promises, ends_on=LAST) -> set[str]:
    found = findings(promises, ends_on=ends_on, institutions={1}, modules={"M01"})
    return {finding.code for finding in found}


@pytest.mark.parametrize(
    ("ends_on", "due"),
    [(LAST, date(2027, 4, 16)), (date(2026, 8, 31), date(2027, 2, 28)), (date(2027, 8, 29), date(2028, 2, 29))],
)
def test_the_first_delivery_is_due_six_months_after_the_last_day_itself_included(ends_on, due):
    assert first_due(ends_on) == due
    assert codes(promise(due), ends_on=ends_on) == set()
    assert codes(promise(due + timedelta(days=1)), ends_on=ends_on) == {"first_too_late"}


def test_only_the_first_must_be_early():
    assert codes(promise(date(2027, 3, 1)), promise(date(2028, 3, 1))) == set()


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (promise(LAST), "before_end"),
        (promise(date(2026, 12, 1), participants=0), "participants"),
        (promise(date(2026, 12, 1), participants=201), "participants"),
        (promise(date(2026, 12, 1), institution=2), "other_institution"),
        (promise(date(2026, 12, 1), modules=("M99",)), "other_curriculum"),
    ],
)
def test_what_a_plan_may_not_say(row, code):
    assert codes(row) == {code}


def test_a_plan_says_something_but_not_everything():
    assert codes() == {"nothing_promised"}
    assert codes(*[promise(date(2026, 12, 1))] * 13) == {"too_many"}
    assert codes(promise(date(2026, 12, 1)), promise(date(2028, 10, 17))) == {"too_far"}
