"""What other acts do to an agenda: a training that moves, a new venue, two records of one person."""

from datetime import time, timedelta

import pytest

from lms.people.services import merge_people
from lms.trainings.models import AgendaFacilitator, SessionModule
from lms.trainings.services import SessionPlan, add_item, add_items, change_training, move_item, plan_sessions
from tests import factories as make
from tests.refusals import refusal_of

from .test_agenda import MONDAY, plan, tot_on


@pytest.fixture
def tot(cast):
    return tot_on(institution=cast.home)


@pytest.fixture
def module(tot):
    return make.ModuleFactory(curriculum=tot.curriculum, code="M04", title="Physical security")


def test_items_go_along_with_a_training_that_moves(tot, module, cast):
    items = add_items(tot, [plan(module_id=module.pk), plan(day=MONDAY + timedelta(4))], by=cast.office)
    days = {"starts_on": MONDAY + timedelta(14), "ends_on": MONDAY + timedelta(18)}

    change_training(tot, by=cast.office, version=None, **days)

    found = list(tot.agenda.standing())
    assert [row.uid for row in found] == [row.uid for row in items]
    assert [row.starts_at.isoformat() for row in found] == ["2026-10-26T08:00:00+00:00", "2026-10-30T08:00:00+00:00"]
    assert [(row.sequence, row.session.held_on) for row in found] == [
        (1, days["starts_on"]), (1, days["ends_on"]),
    ]  # fmt: skip
    assert SessionModule.objects.get().session.held_on == days["starts_on"]


def test_moving_by_a_day_finds_no_clash_with_itself(tot, cast):
    add_items(tot, [plan(day=MONDAY + timedelta(number), room="A") for number in range(5)], by=cast.office)

    for shift in (1, -1):
        tot.refresh_from_db()
        days = {name: getattr(tot, name) + timedelta(shift) for name in ("starts_on", "ends_on")}
        tot = change_training(tot, by=cast.office, version=None, **days)

    assert [row.session.held_on for row in tot.agenda.standing()] == [MONDAY + timedelta(n) for n in range(5)]
    assert {row.sequence for row in tot.agenda.standing()} == {2}


def test_a_day_with_items_cannot_be_cut_off(tot, cast):
    add_item(tot, plan(day=MONDAY + timedelta(4)), by=cast.office)

    act = {"by": cast.office, "version": None}
    assert refusal_of(change_training, tot, ends_on=MONDAY + timedelta(3), **act) == {"agenda_outside"}
    change_training(tot, starts_on=MONDAY + timedelta(1), **act)


def test_a_new_venue_tells_calendars_and_looks_for_its_rooms(tot, cast):
    other = tot_on()
    type(other).objects.filter(pk=other.pk).update(venue="Skopje")
    other.refresh_from_db()
    add_item(other, plan(room="A"), by=cast.office)
    add_item(tot, plan(room="A"), by=cast.office)

    assert refusal_of(change_training, tot, by=cast.office, version=None, venue="Skopje") == {"room_taken"}
    change_training(tot, by=cast.office, version=None, venue="Ohrid")
    assert tot.agenda.get().sequence == 1
    change_training(tot, by=cast.office, version=None, title="Another title")
    assert tot.agenda.get().sequence == 1


def test_with_an_agenda_the_half_days_are_planned_through_it(tot, cast):
    add_item(tot, plan(), by=cast.office)

    assert refusal_of(plan_sessions, tot, [SessionPlan(MONDAY, "am")], by=cast.office) == {"agenda"}


def test_two_records_of_one_person_lead_as_one(tot, cast):
    keep, drop = (make.PersonFactory(institution=cast.home, family_name=name) for name in ("Savić", "Савић"))
    first = add_item(tot, plan(group="a", leader_ids=[drop.pk]), by=cast.office)
    second = add_item(tot, plan(group="b", leader_ids=[keep.pk]), by=cast.office)
    third = add_item(tot, plan("11:00", "12:00", leader_ids=[keep.pk, drop.pk]), by=cast.office)

    assert refusal_of(merge_people, keep, drop, by=cast.office, reason="same") == {"both_lead"}
    move_item(second, MONDAY + timedelta(1), time(9), by=cast.office)
    merge_people(keep, drop, by=cast.office, reason="same")

    led = AgendaFacilitator.objects.filter(leads=True).order_by("item_id")
    assert [(row.item_id, row.person_id) for row in led] == [(row.pk, keep.pk) for row in (first, second, third)]
