"""Deciding about the whole list under the seat rules, and moving up when somebody drops out."""

import pytest

from lms.cohorts.models import Selection
from lms.cohorts.selection.reserves import next_reserves
from lms.cohorts.services import (
    Ruling,
    decide_list,
    decide_nomination,
    nominate_person,
    promote_reserve,
    withdraw_nomination,
)
from lms.trainings.models import Enrolment
from tests import factories as make
from tests.refusals import refusal_of

from .helpers import ACCEPTED, DECLINED, RESERVE, last_entry, one, said, text, url
from .selecting import a_member, hand_in, invite, write_criteria


def statuses(cohort) -> list[tuple]:
    return list(cohort.nominations.order_by("pk").values_list("status", "reserve_place"))


def test_the_whole_list_is_decided_at_once(nominate, cohort, cast):
    rows = [nominate() for _number in range(5)]
    rulings = [
        Ruling(ACCEPTED),
        Ruling(RESERVE, place=2),
        Ruling(RESERVE, place=1),
        Ruling(DECLINED, "No"),
        Ruling(ACCEPTED),
    ]
    selection = decide_list(cohort, {row.pk: one for row, one in zip(rows, rulings, strict=True)}, by=cast.office)

    assert statuses(cohort) == [(ACCEPTED, None), (RESERVE, 2), (RESERVE, 1), (DECLINED, None), (ACCEPTED, None)]
    assert (selection.changed, selection.findings, selection.reason) == (5, [], "")
    assert last_entry().action == "selection_decided"


def test_a_seat_is_taken_before_it_is_given(nominate, cohort, cast):
    rows = [nominate() for _number in range(3)]
    for row in rows[:2]:
        decide_nomination(row, ACCEPTED, by=cast.office)

    swap = {rows[0].pk: Ruling(DECLINED, "Retired"), rows[2].pk: Ruling(ACCEPTED), rows[1].pk: Ruling(ACCEPTED)}
    assert decide_list(cohort, swap, by=cast.office).changed == 2
    assert Enrolment.objects.holding_a_seat().count() == 2


def test_reserves_change_places(nominate, cohort, cast):
    rows = [decide_nomination(nominate(), RESERVE, by=cast.office) for _number in range(3)]

    decide_list(cohort, {rows[2].pk: Ruling(RESERVE, place=1)}, by=cast.office)
    assert [place for _status, place in statuses(cohort)] == [2, 3, 1]
    assert refusal_of(decide_list, cohort, {rows[2].pk: Ruling(RESERVE, place=1)}, by=cast.office) == {
        "nothing_changes"
    }


def test_a_list_that_breaks_a_seat_rule_needs_a_reason(nominate, cohort, cast):
    invite(cohort, cast, (cast.home, 0, 1, 0), (cast.away, 1, 1, 0))
    rows = [nominate(), nominate()]
    both = {row.pk: Ruling(ACCEPTED, version=1) for row in rows}

    assert refusal_of(decide_list, cohort, both, by=cast.office) == {"seat_maximum", "seat_minimum", "reason_needed"}
    decide_list(cohort, both, reason="Away nominated nobody", by=cast.office)
    selection = Selection.objects.get()
    assert (len(selection.findings), selection.reason) == (2, "Away nominated nobody")


def test_a_list_is_refused_as_a_whole(nominate, cohort, cast):
    row, other = nominate(), nominate()
    bare = nominate_person(cohort, make.PersonFactory(institution=cast.home), by=cast.office)
    foreign = make.NominationFactory(cohort=make.CohortFactory(), person=make.PersonFactory())

    def codes(rulings, by=cast.office):
        return refusal_of(decide_list, cohort, rulings, by=by)

    assert codes({row.pk: Ruling(ACCEPTED)}, cast.focal) == {"not_office"}
    assert codes({}) == codes({row.pk: Ruling(ACCEPTED), foreign.pk: Ruling(ACCEPTED)}) == {"nothing_chosen"}
    assert codes({row.pk: Ruling(ACCEPTED), bare.pk: Ruling(ACCEPTED)}) == {"not_endorsed"}
    assert codes({row.pk: Ruling(ACCEPTED), other.pk: Ruling(DECLINED)}) == {"reason_missing"}
    assert codes({row.pk: Ruling(ACCEPTED, version=7)}) == {"stale"}


def test_one_decision_that_breaks_a_seat_rule_needs_a_reason_too(nominate, cohort, cast):
    invite(cohort, cast, (cast.home, 0, 1, 0))
    decide_nomination(nominate(), ACCEPTED, by=cast.office)
    second, stranger = nominate(), nominate(cast.away)

    assert refusal_of(decide_nomination, second, ACCEPTED, by=cast.office) == {"seat_maximum", "reason_needed"}
    assert refusal_of(decide_nomination, second, RESERVE, by=cast.office) == {"seat_alternates", "reason_needed"}
    assert refusal_of(decide_nomination, stranger, ACCEPTED, by=cast.office) == {"seat_not_invited", "reason_needed"}
    assert decide_nomination(second, ACCEPTED, reason="Two posts", by=cast.office).status == ACCEPTED


# Moving up ------------------------------------------------------------------------------------------------------------


@pytest.fixture
def full(nominate, cohort, cast):
    """A seat each for home and away; on reserve first another of home, then another of away."""
    invite(cohort, cast, (cast.home, 0, 1, 1), (cast.away, 1, 1, 1))
    accepted = [decide_nomination(nominate(place), ACCEPTED, by=cast.office) for place in (cast.home, cast.away)]
    reserves = [decide_nomination(nominate(place), RESERVE, by=cast.office) for place in (cast.home, cast.away)]
    return accepted, reserves


def test_the_proposal_respects_the_seat_rules(full, cohort, cast):
    accepted, reserves = full
    assert next_reserves(cohort) == []

    assert withdraw_nomination(accepted[1], reason="Ill", by=cast.office) == [reserves[1]]
    assert refusal_of(promote_reserve, reserves[0], by=cast.office) == {"not_proposed"}
    assert refusal_of(promote_reserve, reserves[1], by=cast.focal) == {"not_office"}
    assert refusal_of(promote_reserve, reserves[1], by=cast.office, version=9) == {"stale"}


def test_one_press_gives_the_seat_and_writes_the_letter(as_user, full, cohort, cast):
    accepted, reserves = full
    withdraw_nomination(accepted[0], reason="Ill", by=cast.focal)
    client = as_user(cast.office)

    page = text(client.get(url("selection_edit", cohort)))
    assert "A seat is free: who is next" in page
    assert "A seat is free: who is next" in text(client.get(url("nomination_list", cohort)))
    response = client.post(one("reserve_promote", reserves[0]), {"version": reserves[0].version}, follow=True)
    assert said(response) == [f"{reserves[0].person} has the seat. The letter waits in the outbox."]
    assert [row.kind for row in reserves[0].letters.waiting()] == ["accepted"]
    assert not accepted[0].letters.waiting().exists()


def test_nobody_moves_up_while_the_list_is_still_being_decided(as_user, nominate, cohort, cast):
    accepted = decide_nomination(nominate(), ACCEPTED, by=cast.office)
    decide_nomination(nominate(), RESERVE, by=cast.office)
    nominate()
    client = as_user(cast.office)

    assert "who is next" not in text(client.get(url("selection_edit", cohort)))
    withdraw_nomination(accepted, reason="Ill", by=cast.focal)
    assert "who is next" in text(client.get(url("selection_edit", cohort)))


# The page -------------------------------------------------------------------------------------------------------------


def test_the_office_decides_on_the_page(as_user, nominate, cohort, cast):
    write_criteria(cohort, cast)
    invite(cohort, cast, (cast.home, 0, 1, 1))
    rows = [nominate(family_name="Ilić", sex="woman"), nominate(family_name="Kola", sex="man")]
    hand_in(rows[1], a_member(cohort, cast), 3, 2)
    client = as_user(cast.office)

    page = text(client.get(url("selection_edit", cohort)))
    assert page.index("Kola") < page.index("Ilić")
    assert "women 1, men 1, not recorded 0" in page
    form = {f"n{row.pk}-{name}": value for row in rows for name, value in (("status", ACCEPTED), ("version", 1))}
    refusal = text(client.post(url("selection_edit", cohort), form))
    assert "the maximum is 1" in refusal and "write the reason" in refusal
    response = client.post(url("selection_edit", cohort), {**form, "reason": "Two posts"}, follow=True)
    assert "Decided all the same" in text(response) and "Two posts" in text(response)


def test_nobody_has_a_line_about_themselves(as_user, nominate, cohort, cast):
    nominate(user=cast.office)

    page = text(as_user(cast.office).get(url("selection_edit", cohort)))
    assert "It is you: another programme officer decides." in page


def test_an_empty_selection_says_what_comes_next(as_user, cohort, cast):
    assert "Nobody is nominated yet" in text(as_user(cast.office).get(url("selection_edit", cohort)))
