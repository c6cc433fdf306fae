"""The agenda's services: done right once, each refusal by its code with nothing written."""

from datetime import date, time, timedelta

import pytest
from django.db import IntegrityError, transaction

from lms.audit.models import Entry
from lms.trainings.choices import EnrolmentSource
from lms.trainings.models import AgendaItem, SessionModule
from lms.trainings.services import (
    ItemPlan,
    add_item,
    add_items,
    change_item,
    close_sessions,
    copy_day,
    enrol_person,
    fill_attendance,
    mark_module,
    move_item,
    remove_item,
    set_status,
)
from lms.trainings.services.agenda_rules import later_by, local, plan_of
from tests import factories as make
from tests.refusals import refusal_of, refused

ZONE = "Europe/Belgrade"
MONDAY = date(2026, 10, 12)


def tot_on(first: date = MONDAY, days: int = 5, *, institution=None, **fields):
    """An approved ToT with a morning and an afternoon on each day, nobody in it."""
    more = {"institution": institution} if institution else {}
    training = make.TrainingFactory(
        kind="tot", starts_on=first, ends_on=first + timedelta(days - 1), **{"venue": "Budva", **more, **fields}
    )
    for number in range(days):
        for half in ("am", "pm"):
            make.SessionFactory(training=training, held_on=first + timedelta(number), half=half)
    return training


@pytest.fixture
def tot(cast):
    return tot_on(institution=cast.home)


@pytest.fixture
def module(tot):
    return make.ModuleFactory(curriculum=tot.curriculum, code="M04", title="Physical security")


def plan(starts="09:00", ends="10:00", day=MONDAY, **facts) -> ItemPlan:
    facts.setdefault("title", "" if facts.get("module_id") else "Opening")
    facts.setdefault("kind", "module" if facts.get("module_id") else "administration")
    return ItemPlan(day, time.fromisoformat(starts), time.fromisoformat(ends), **facts)


# Done right -----------------------------------------------------------------------------------------------------------


def test_an_item_stands_in_its_half_day_with_its_module_and_an_entry(tot, module, cast):
    leader = make.PersonFactory(institution=cast.away)

    item = add_item(tot, plan(module_id=module.pk, room=" Hall  1 ", leader_ids=[leader.pk]), by=cast.office)

    assert (item.session.held_on, item.session.half, item.room, item.sequence) == (MONDAY, "am", "Hall 1", 0)
    assert item.starts_at.isoformat() == "2026-10-12T07:00:00+00:00"
    assert list(item.facilitators.all()) == [leader]
    assert list(item.session.modules.values_list("module", flat=True)) == [module.pk]
    entry = Entry.objects.latest("id")
    assert (entry.action, entry.actor, entry.institution_id) == ("agenda_items_added", cast.office, cast.home.pk)
    assert entry.after[f"item {item.pk}"]["leaders"] == [leader.pk]


def test_one_module_in_two_items_and_moved_away_from_one(tot, module, cast):
    first, second = add_items(
        tot, [plan(module_id=module.pk), plan("14:00", "15:00", module_id=module.pk)], by=cast.office
    )
    assert {first.session.half, second.session.half} == {"am", "pm"}

    moved = move_item(second, MONDAY + timedelta(1), time(9), by=cast.office, version=second.version)

    assert (moved.session.held_on, moved.session.half, moved.minutes, moved.uid) == (
        MONDAY + timedelta(1), "am", 60, second.uid,
    )  # fmt: skip
    planned = SessionModule.objects.filter(module=module).order_by("session__held_on")
    assert [(row.session.held_on, row.session.half) for row in planned] == [
        (MONDAY, "am"), (MONDAY + timedelta(1), "am"),
    ]  # fmt: skip


def test_a_module_that_was_marked_stays_recorded_when_its_item_goes(tot, module, cast):
    item = add_item(tot, plan(module_id=module.pk), by=cast.office)
    SessionModule.objects.update(delivered=True)

    remove_item(item, by=cast.office)

    assert SessionModule.objects.get().delivered is True


def test_sequence_rises_with_time_place_title_and_people_and_with_nothing_else(tot, module, cast):
    item = add_item(tot, plan(module_id=module.pk), by=cast.office)
    entries = Entry.objects.count()
    seen = []
    for change in (
        {}, {"room": "A"}, {"starts": time(8, 30)}, {"title": "Drill"}, {"kind": "teach_back"},
        {"leader_ids": [cast.trainer_person.pk]}, {"leader_ids": []},
    ):  # fmt: skip
        item = change_item(item, plan_of(item, ZONE, **change), by=cast.office, version=item.version)
        seen.append(item.sequence)

    assert seen == [0, 1, 2, 3, 3, 4, 5]
    assert Entry.objects.count() == entries + 6
    entry = Entry.objects.filter(action="agenda_item_changed").earliest("id")
    assert (entry.before["room"], entry.after["room"]) == ("", "A")


def test_a_removed_item_keeps_its_row_and_counts_as_changed(tot, cast):
    item = add_item(tot, plan(), by=cast.office)

    gone = remove_item(item, by=cast.office, version=item.version)

    assert (gone.sequence, gone.session, bool(gone.removed_at)) == (1, None, True)
    assert not tot.agenda.standing().exists()
    assert Entry.objects.latest("id").action == "agenda_item_removed"
    assert refusal_of(remove_item, gone, by=cast.office) == {"removed"}
    assert refusal_of(change_item, gone, plan(), by=cast.office) == {"removed"}
    add_item(tot, plan(), by=cast.office)


def test_a_day_is_copied_with_rooms_and_people(tot, module, cast):
    leaders = [cast.trainer_person.pk]
    add_items(tot, [plan(module_id=module.pk, room="A", leader_ids=leaders), plan("10:00", "10:15")], by=cast.office)
    tuesday = MONDAY + timedelta(1)

    copies = copy_day(tot, MONDAY, tuesday, by=cast.office)

    assert [(row.session.held_on, row.room, row.minutes) for row in copies] == [(tuesday, "A", 60), (tuesday, "", 15)]
    assert list(copies[0].facilitators.all()) == [cast.trainer_person]
    clashes = {"overlap", "facilitator_busy", "room_taken"}
    assert refusal_of(copy_day, tot, MONDAY, tuesday, by=cast.office) == clashes
    assert refusal_of(copy_day, tot, MONDAY, MONDAY, by=cast.office) == {"same_day"}
    assert refusal_of(copy_day, tot, MONDAY + timedelta(3), tuesday, by=cast.office) == {"nothing_to_copy"}


# Refused: what an item must be ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"ends": "09:00"}, "times"),
        ({"starts": "23:00", "ends": "00:00"}, "times"),
        ({"day": MONDAY - timedelta(1)}, "outside"),
        ({"day": MONDAY + timedelta(5)}, "outside"),
        ({"kind": "module"}, "module"),
        ({"title": "  "}, "title"),
        ({"leader_ids": [987654]}, "unknown_person"),
        ({"module_id": 987654}, "module"),
    ],
)
def test_an_item_that_cannot_be_is_refused(tot, cast, facts, code):
    assert refusal_of(add_item, tot, plan(**facts), by=cast.office) == {code}


def test_a_module_of_another_curriculum_is_refused(tot, cast):
    other = make.ModuleFactory(curriculum=make.CurriculumFactory(code="other"))

    assert refusal_of(add_item, tot, plan(module_id=other.pk), by=cast.office) == {"module"}


def test_a_half_day_that_is_not_held_takes_no_item(tot, cast):
    tot.sessions.filter(held_on=MONDAY, half="pm").delete()

    with refused("outside") as refusal:
        add_item(tot, plan("14:00", "15:00"), by=cast.office)

    assert refusal.value.messages == [
        "No half-day is planned on 12 October 2026 at 14:00. Choose a half-day of the training."
    ]


@pytest.mark.parametrize(("day", "said"), [(4, "No half-day is planned on 16 October 2026 at 08:30."), (5, (
    "17 October 2026 lies outside the training (12 October 2026 to 16 October 2026)."
))])  # fmt: skip
def test_the_last_day_is_one_of_the_training_and_the_next_is_none(tot, cast, day, said):
    tot.sessions.filter(held_on=tot.ends_on).delete()

    with refused("outside", words=said):
        add_item(tot, plan("08:30", "09:00", day=MONDAY + timedelta(day)), by=cast.office)


@pytest.mark.parametrize(
    ("clock", "minutes", "later"),
    [(time(9), 75, time(10, 15)), (time(23), 59, time(23, 59)), (time(23), 60, None), (time(23), 90, None)],
)
def test_later_on_the_same_day(clock, minutes, later):
    assert later_by(clock, minutes) == later


def test_two_people_who_edit_one_item_do_not_overwrite_each_other(tot, cast):
    item = add_item(tot, plan(), by=cast.office)
    change_item(item, plan(room="A"), by=cast.office, version=1)

    assert refusal_of(change_item, item, plan(room="B"), by=cast.officer, version=1) == {"stale"}
    assert refusal_of(remove_item, item, by=cast.officer, version=1) == {"stale"}


def test_past_midnight_is_no_place_for_an_item(tot, cast):
    item = add_item(tot, plan("21:00", "22:30"), by=cast.office)

    assert refusal_of(move_item, item, MONDAY, time(23), by=cast.office) == {"times"}
    assert move_item(item, MONDAY, time(22, 29), by=cast.office).minutes == 90


def test_what_is_submitted_or_closed_stays(cast):
    past = tot_on(date(2026, 1, 12), 1, institution=cast.home)
    module = make.ModuleFactory(curriculum=past.curriculum, code="M04")
    item = add_item(past, plan(day=past.starts_on, module_id=module.pk), by=cast.office)
    enrol_person(past, make.PersonFactory(institution=cast.home), source=EnrolmentSource.ROSTER, by=cast.office)
    for session in past.sessions.all():
        fill_attendance(session, True, by=cast.office)
    mark_module(SessionModule.objects.get(), True, by=cast.office)
    close_sessions(past, by=cast.office)

    assert refusal_of(add_item, past, plan("10:00", "11:00", day=past.starts_on), by=cast.office) == {"sessions_closed"}
    assert refusal_of(change_item, item, plan(day=past.starts_on, room="A"), by=cast.office) == {"sessions_closed"}
    assert refusal_of(remove_item, item, by=cast.office) == {"sessions_closed"}
    set_status(past, "submit", by=cast.office)
    assert refusal_of(remove_item, item, by=cast.office) == {"read_only"}


# Refused: what stands beside it ---------------------------------------------------------------------------------------


def test_participants_are_in_one_place_unless_in_different_groups(tot, module, cast):
    add_item(tot, plan(module_id=module.pk), by=cast.office)

    with refused("overlap") as refusal:
        add_item(tot, plan("09:30", "10:30"), by=cast.office)
    assert refusal.value.messages == [
        "At this time the same participants are in “M04 Physical security” "
        f"({tot.reference}), 12 October 2026, 09:00 to 10:00. Choose another time, or give both items different groups."
    ]
    add_item(tot, plan("10:00", "11:00", group="a"), by=cast.office)
    assert refusal_of(add_item, tot, plan("10:30", "11:30"), by=cast.office) == {"overlap"}
    assert refusal_of(add_item, tot, plan("10:30", "11:30", group="a"), by=cast.office) == {"overlap"}
    add_item(tot, plan("10:30", "11:30", group="b"), by=cast.office)


def test_a_room_holds_one_item_at_a_time_at_one_venue_however_it_is_written(tot, cast):
    add_item(tot, plan(room="Sala Đ", group="a"), by=cast.office)
    same_place, elsewhere = tot_on(venue=" budva"), tot_on()
    type(elsewhere).objects.filter(pk=elsewhere.pk).update(venue="Skopje")

    assert refusal_of(add_item, tot, plan(room="sala đ", group="b"), by=cast.office) == {"room_taken"}
    type(tot).objects.filter(pk=same_place.pk).update(venue="BUDVA ")
    with refused("room_taken", words=f"({tot.reference})"):
        add_item(same_place, plan(room="Сала Ђ"), by=cast.office)
    add_item(elsewhere, plan(room="Sala Đ"), by=cast.office)
    add_item(tot, plan("10:00", "11:00", room="Sala Đ"), by=cast.office)


def test_a_facilitator_leads_one_item_at_a_time_also_across_trainings_and_time_zones(tot, cast):
    leader = make.PersonFactory(institution=cast.away, given_name="Ana", family_name="Kola")
    add_item(tot, plan(group="a", leader_ids=[leader.pk]), by=cast.office)
    chisinau = make.JurisdictionFactory(code="MD", time_zone="Europe/Chisinau")
    eastern = tot_on(institution=make.InstitutionFactory(jurisdiction=chisinau))

    assert refusal_of(add_item, tot, plan(group="b", leader_ids=[leader.pk]), by=cast.office) == {"facilitator_busy"}
    with refused("facilitator_busy") as refusal:
        add_item(eastern, plan("10:30", "11:30", leader_ids=[leader.pk]), by=cast.office)
    assert refusal.value.messages == [
        f"Ana Kola leads “Opening” ({tot.reference}), 12 October 2026, 09:00 to 10:00 at this time. "
        "Choose another facilitator or another time."
    ]
    add_item(eastern, plan("09:00", "10:00", leader_ids=[leader.pk]), by=cast.office)


def test_an_item_elsewhere_is_told_in_its_own_places_time(tot, cast):
    leader = make.PersonFactory(institution=cast.away)
    chisinau = make.JurisdictionFactory(code="MD", time_zone="Europe/Chisinau")
    eastern = tot_on(institution=make.InstitutionFactory(jurisdiction=chisinau))
    item = add_item(eastern, plan("10:00", "11:30", leader_ids=[leader.pk]), by=cast.office)

    with refused("facilitator_busy", words="12 October 2026, 10:00 to 11:30"):
        add_item(tot, plan("09:15", "10:00", leader_ids=[leader.pk]), by=cast.office)
    assert local(item, "Europe/Chisinau") == (MONDAY, time(10), time(11, 30))
    assert local(item, "Europe/Belgrade") == (MONDAY, time(9), time(10, 30))


def test_whoever_teaches_elsewhere_on_that_day_leads_nothing_here(tot, cast):
    other = tot_on(days=1)
    make.DelivererFactory(training=other, person=cast.trainer_person)

    with refused("facilitator_busy", words=other.reference):
        add_item(tot, plan(leader_ids=[cast.trainer_person.pk]), by=cast.office)
    add_item(tot, plan(day=MONDAY + timedelta(1), leader_ids=[cast.trainer_person.pk]), by=cast.office)
    add_item(other, plan("15:00", "16:00"), by=cast.office)
    add_item(tot, plan(leader_ids=[cast.trainer_person.pk]), by=cast.office)


def test_a_participant_leads_nothing_at_the_same_time(tot, cast):
    other = tot_on(days=1)
    for training in (tot, other):
        make.EnrolmentFactory(training=training, person=make.PersonFactory(institution=cast.home))
    here, there = (training.enrolments.get().person for training in (tot, other))

    assert refusal_of(add_item, tot, plan(leader_ids=[here.pk]), by=cast.office) == {"facilitator_takes_part"}
    assert refusal_of(add_item, tot, plan(leader_ids=[there.pk]), by=cast.office) == {"facilitator_takes_part"}
    add_item(other, plan("14:00", "16:00"), by=cast.office)
    assert refusal_of(add_item, tot, plan("15:00", "17:00", leader_ids=[there.pk]), by=cast.office) == {
        "facilitator_takes_part"
    }
    add_item(tot, plan(leader_ids=[there.pk]), by=cast.office)


def test_a_facilitator_gets_no_place_in_the_training_nor_in_another_on_that_day(tot, cast):
    add_item(tot, plan(leader_ids=[cast.trainer_person.pk]), by=cast.office)
    same_day, next_day = tot_on(days=1), tot_on(MONDAY + timedelta(1), 1)

    def enrol(training):
        return enrol_person(training, cast.trainer_person, source=EnrolmentSource.ROSTER, by=cast.office)

    assert refusal_of(enrol, tot) == {"trainer"}
    assert refusal_of(enrol, same_day) == {"overlap"}
    enrol(next_day)


def test_the_tables_themselves_refuse_what_must_never_be(tot, cast):
    item = add_item(tot, plan(room="A"), by=cast.office)
    rows = AgendaItem.objects.filter(pk=item.pk)
    twice = {name: getattr(item, name) for name in ("training", "session", "kind", "title", "starts_at", "ends_at")}

    for act in (
        lambda: rows.update(ends_at=item.starts_at), lambda: rows.update(title=""), lambda: rows.update(kind="module"),
        lambda: rows.update(session=None), lambda: AgendaItem.objects.create(**twice),
        lambda: AgendaItem.objects.create(**twice, room="A", group="b"),
    ):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            act()
