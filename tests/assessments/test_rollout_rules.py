"""What stands against a roll-out plan, at its edges."""

from datetime import date, timedelta

import pytest

from lms.assessments.rollout.rules import MOST_COMMITMENTS, Promise, findings, first_due

END, A_DAY = date(2026, 10, 16), timedelta(days=1)
HERE, MODULES = 1, ("M01", "M02")


def promise(due_on=END + A_DAY, participants=20, institution=HERE, modules=("M01",)) -> Promise:
    return Promise(modules, institution, due_on, participants)


def against(*promises) -> dict[str, str]:
    found = findings(promises, ends_on=END, institutions={HERE}, modules=MODULES)
    assert all(one.blocks for one in found)
    return {one.code: one.message for one in found}


def test_a_plan_that_holds_has_nothing_against_it():
    assert against(promise(), promise(modules=()), promise(modules=MODULES)) == {}


def test_a_plan_promises_something():
    assert list(against()) == ["nothing_promised"]


@pytest.mark.parametrize(("participants", "fits"), [(0, False), (1, True), (200, True), (201, False)])
def test_how_many_people_a_delivery_has(participants, fits):
    words = {"participants": "Delivery 2: 1 to 200 participants."}
    assert against(promise(), promise(participants=participants)) == ({} if fits else words)


@pytest.mark.parametrize(
    ("due_on", "code", "words"),
    [
        (END, "before_end", "Delivery 2: choose a day after the ToT."),
        (END + A_DAY, "", ""),
        (date(2028, 10, 16), "", ""),
        (date(2028, 10, 17), "too_far", "Delivery 2: promise for the next 24 months only."),
    ],
)
def test_a_delivery_comes_after_the_tot_and_within_the_time_a_plan_is_made_for(due_on, code, words):
    assert against(promise(), promise(due_on)) == ({code: words} if code else {})


def test_the_first_delivery_comes_soon():
    last = first_due(END)
    late = "The first delivery is due within 6 months of the ToT: by 16 April 2027."

    assert last == date(2027, 4, 16)
    assert against(promise(last), promise(last + A_DAY)) == {}
    assert against(promise(last + A_DAY)) == {"first_too_late": late}


def test_a_plan_has_an_end_itself():
    assert against(*[promise()] * MOST_COMMITMENTS) == {}
    assert list(against(*[promise()] * (MOST_COMMITMENTS + 1))) == ["too_many"]


def test_it_is_delivered_at_home_and_from_the_curriculum():
    assert list(against(promise(), promise(institution=2))) == ["other_institution"]
    assert list(against(promise(), promise(modules=("M01", "X01")))) == ["other_curriculum"]
