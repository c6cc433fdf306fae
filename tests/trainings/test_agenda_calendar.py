"""The agenda in calendar programs: parsed again, by the rules of RFC 5545 and 5546, and over clock changes."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from lms.trainings.agenda import Taught, Wanted, half_of, instant, minutes_of, share_people, warnings_of
from lms.trainings.calendars import agenda_calendar, calendar_of
from lms.trainings.models import AgendaItem, Training
from lms.trainings.services import (
    add_item,
    add_items,
    change_item,
    change_training,
    move_item,
    remove_item,
    set_status,
)
from lms.trainings.services.agenda_rules import local, plan_of
from tests import factories as make
from tests.refusals import refusal_of

from .test_agenda import MONDAY, ZONE, plan, tot_on

# Sunday 25 October 2026, 03:00: the clocks go back; Sunday 29 March 2026, 02:00: they go forward.
FRIDAY_BEFORE, SPRING = date(2026, 10, 23), date(2026, 3, 27)


@pytest.fixture
def tot(cast):
    return tot_on(institution=cast.home)


def parsed(training, **options) -> Calendar:
    training = Training.objects.select_related("institution__jurisdiction").get(pk=training.pk)
    return Calendar.from_ical(agenda_calendar(training, **options))


def events(training, **options) -> dict:
    """{title: event}"""
    return {str(event["summary"]): event for event in parsed(training, **options).events}


# The file -------------------------------------------------------------------------------------------------------------


def test_the_file_has_what_the_standards_ask_for(tot, cast):
    module = make.ModuleFactory(curriculum=tot.curriculum, code="M04", title="Physical security")
    leader = make.PersonFactory(given_name="Ana", family_name="Kola")
    taught = plan(module_id=module.pk, room="Hall 1", leader_ids=[leader.pk])
    item, _pause = add_items(tot, [taught, plan("10:00", "10:15", kind="break", title="Coffee")], by=cast.office)

    calendar = parsed(tot)
    event, pause = calendar.events

    assert (calendar["version"], calendar["method"], calendar["calscale"]) == ("2.0", "PUBLISH", "GREGORIAN")
    assert calendar["prodid"]
    assert str(event["uid"]) == f"{item.uid}@pssm-cascade"
    assert (event["sequence"], event["status"], event["transp"], pause["transp"]) == (
        0, "CONFIRMED", "OPAQUE", "TRANSPARENT",
    )  # fmt: skip
    assert (event["summary"], event["location"]) == ("M04 Physical security", "Hall 1, Budva")
    assert "Facilitators: Ana Kola" in event["description"]
    assert event["dtstamp"].dt.tzinfo is not None
    assert str(event["organizer"]).startswith("mailto:")
    assert "attendee" not in event
    assert event.decoded("dtstart") == datetime(2026, 10, 12, 9, tzinfo=ZoneInfo(ZONE))
    assert event["dtstart"].params["TZID"] == ZONE
    assert [str(zone["tzid"]) for zone in calendar.timezones] == [ZONE]
    raw = agenda_calendar(tot)
    assert raw.endswith(b"\r\n")
    assert max(map(len, raw.split(b"\r\n"))) <= 75
    assert raw.index(b"BEGIN:VTIMEZONE") < raw.index(b"BEGIN:VEVENT")


def test_the_uid_stays_and_the_sequence_rises_until_the_item_is_called_off(tot, cast):
    item = add_item(tot, plan(), by=cast.office)
    seen = [events(tot)["Opening"]]
    item = move_item(item, MONDAY + timedelta(1), time(11), by=cast.office)
    seen.append(events(tot)["Opening"])
    item = change_item(item, plan_of(item, ZONE, room="B"), by=cast.office)
    seen.append(events(tot)["Opening"])
    item = change_item(item, plan_of(item, ZONE, title="Welcome"), by=cast.office)
    seen.append(events(tot)["Welcome"])
    remove_item(item, by=cast.office)
    seen.append(events(tot)["Welcome"])

    assert {str(event["uid"]) for event in seen} == {f"{item.uid}@pssm-cascade"}
    assert [event["sequence"] for event in seen] == [0, 1, 2, 3, 4]
    assert [str(event["status"]) for event in seen] == [*["CONFIRMED"] * 4, "CANCELLED"]


def test_a_cancelled_training_calls_everything_off(tot, cast):
    add_items(tot, [plan(), plan("11:00", "12:00", title="Drill")], by=cast.office)
    enrolment = make.EnrolmentFactory(training=tot)
    before = events(tot)

    set_status(tot, "cancel", by=cast.office, reason="No room.")

    calendar = parsed(tot)
    assert calendar["method"] == "CANCEL"
    assert {str(event["status"]) for event in calendar.events} == {"CANCELLED"}
    assert {name: event["sequence"] - before[name]["sequence"] for name, event in events(tot).items()} == {
        "Opening": 1, "Drill": 1,
    }  # fmt: skip
    enrolment = type(enrolment).objects.select_related("training__institution").get(pk=enrolment.pk)
    whole = Calendar.from_ical(calendar_of(enrolment))
    assert (whole["method"], whole.events[0]["status"]) == ("CANCEL", "CANCELLED")


def test_a_facilitator_takes_what_they_lead_and_loses_what_they_do_not_lead_any_more(tot, cast):
    leader = make.PersonFactory()
    drill = plan("11:00", "12:00", title="Drill", leader_ids=[leader.pk])
    _first, second = add_items(tot, [plan(leader_ids=[leader.pk]), drill], by=cast.office)
    add_item(tot, plan("13:00", "14:00", title="Lunch", kind="break"), by=cast.office)
    change_item(second, plan_of(second, ZONE, leader_ids=[]), by=cast.office)

    mine = events(tot, person=leader)

    assert {name: str(event["status"]) for name, event in mine.items()} == {
        "Opening": "CONFIRMED", "Drill": "CANCELLED",
    }  # fmt: skip
    assert mine["Drill"]["sequence"] == 1
    assert {str(event["status"]) for event in events(tot).values()} == {"CONFIRMED"}


def test_names_are_marked_and_explained_in_the_file(tot, cast):
    Training.objects.filter(pk=tot.pk).update(venue="Kosovo Police Academy")
    add_item(tot, plan(title="Practice in Kosovo"), by=cast.office)

    event = events(tot)["Practice in Kosovo*"]

    assert event["location"] == "Kosovo* Police Academy"
    assert "Resolution 1244" in event["description"]


def test_the_file_takes_the_same_queries_for_one_item_and_for_thirty(tot, cast, django_assert_num_queries):
    def count(items: int) -> None:
        training = Training.objects.select_related("institution__jurisdiction").get(pk=tot.pk)
        with django_assert_num_queries(3):
            assert len(Calendar.from_ical(agenda_calendar(training)).events) == items

    leaders = [cast.trainer_person.pk]
    add_item(tot, plan(leader_ids=leaders), by=cast.office)
    count(1)
    more = [
        plan(f"{hour:02}:00", f"{hour:02}:30", day=MONDAY + timedelta(day), leader_ids=leaders)
        for day in range(1, 5) for hour in range(8, 16)
    ]  # fmt: skip
    add_items(tot, more[:29], by=cast.office)
    count(30)


# Clocks ---------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("first", "before", "after"), [(FRIDAY_BEFORE, 7, 8), (SPRING, 8, 7)])
def test_nine_is_nine_on_both_sides_of_a_clock_change(cast, first, before, after):
    tot = tot_on(first, institution=cast.home)
    add_items(tot, [plan(day=first + timedelta(number), title=f"Day {number}") for number in range(5)], by=cast.office)

    found = events(tot).values()

    assert [event.decoded("dtstart").strftime("%H:%M") for event in found] == ["09:00"] * 5
    hours = [event.decoded("dtstart").astimezone(UTC).hour for event in found]
    assert hours == [before, before, after, after, after]
    rules = parsed(tot).timezones[0]
    assert {part.name for part in rules.subcomponents} == {"STANDARD", "DAYLIGHT"}


def test_an_hour_that_the_clocks_skip_or_repeat_takes_no_item_across_it(cast):
    spring, autumn = tot_on(SPRING, institution=cast.home), tot_on(FRIDAY_BEFORE, institution=cast.home)
    sunday = SPRING + timedelta(2)

    assert refusal_of(add_item, spring, plan("02:15", "03:30", day=sunday), by=cast.office) == {"clock_change"}
    assert refusal_of(add_item, spring, plan("01:30", "02:30", day=sunday), by=cast.office) == {"clock_change"}
    item = add_item(autumn, plan("01:30", "03:30", day=FRIDAY_BEFORE + timedelta(2)), by=cast.office)
    assert item.minutes == 180
    assert local(item, ZONE)[1:] == (time(1, 30), time(3, 30))


def test_an_item_moved_over_a_clock_change_keeps_its_hour_and_length(cast):
    tot = tot_on(FRIDAY_BEFORE, institution=cast.home)
    item = add_item(tot, plan("16:00", "17:30", day=FRIDAY_BEFORE), by=cast.office)

    moved = move_item(item, FRIDAY_BEFORE + timedelta(3), time(16), by=cast.office)

    assert (local(moved, ZONE)[1], moved.minutes) == (time(16), 90)
    assert moved.starts_at - item.starts_at == timedelta(days=3, hours=1)


def test_a_training_moved_over_a_clock_change_keeps_its_hours(tot, cast):
    add_item(tot, plan(), by=cast.office)

    change_training(tot, by=cast.office, version=None, starts_on=MONDAY + timedelta(21), ends_on=MONDAY + timedelta(25))

    assert local(tot.agenda.get(), ZONE) == (MONDAY + timedelta(21), time(9), time(10))


def test_a_late_evening_belongs_to_its_day_though_it_is_tomorrow_elsewhere(cast):
    chisinau = make.JurisdictionFactory(code="MD", time_zone="Europe/Chisinau")
    tot = tot_on(institution=make.InstitutionFactory(jurisdiction=chisinau))

    late = add_item(tot, plan("23:00", "23:59"), by=cast.office)
    early = add_item(tot, plan("00:00", "00:30"), by=cast.office)

    assert (late.session.held_on, late.session.half) == (MONDAY, "pm")
    assert (early.session.held_on, early.session.half) == (MONDAY, "am")
    assert early.starts_at.date() == MONDAY - timedelta(1)


# Pure -----------------------------------------------------------------------------------------------------------------


def test_a_local_time_is_one_instant_or_none():
    assert instant(MONDAY, time(9), ZONE) == datetime(2026, 10, 12, 7, tzinfo=UTC)
    assert instant(date(2026, 3, 29), time(2, 30), ZONE) is None
    assert instant(date(2026, 10, 25), time(2, 30), ZONE) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    assert [half_of(time(12, 59)), half_of(time(13))] == ["am", "pm"]


def test_everybody_is_in_every_group():
    pairs = [("", ""), ("", "a"), ("a", "a"), ("a", "b")]

    assert [share_people(*pair) for pair in pairs] == [True, True, True, False]


def test_minutes_are_those_of_each_participant():
    taught = [Taught("M01", 30), Taught("M01", 15), Taught("M02", 60, "a"), Taught("M02", 45, "b")]

    assert minutes_of("M01", taught) == (45,)
    assert minutes_of("M02", taught) == (45, 60)
    assert minutes_of("M03", taught) == (0,)
    assert minutes_of("M01", []) == (0,)


def test_an_agenda_that_leaves_out_or_shortens_a_module_is_told_and_not_refused():
    taught = [Taught("M01", 45), Taught("M02", 45)]
    wanted = [Wanted("M01", 45), Wanted("M02", 60), Wanted("M03", 60), Wanted("M04", 60, is_mandatory=False)]

    findings = warnings_of(taught, wanted)

    assert [(one.code, one.blocks) for one in findings] == [("module_minutes", False), ("module_missing", False)]
    assert findings[0].message.startswith("M02 has 45 minutes in the agenda and 60 in the edition.")
    assert findings[1].message.startswith("M03 is mandatory and not in the agenda.")


def test_other_people_do_not_find_the_items(tot, cast):
    add_item(tot, plan(leader_ids=[cast.trainer_away_person.pk]), by=cast.office)
    make.EnrolmentFactory(training=tot, person=cast.trainee_person)

    seen = {
        name: AgendaItem.objects.visible_to(getattr(cast, name)).count()
        for name in ("office", "focal", "focal_away", "trainee", "trainee_away", "trainer_away", "stranger")
    }

    assert seen == {
        "office": 1, "focal": 1, "focal_away": 0, "trainee": 1, "trainee_away": 0, "trainer_away": 1, "stranger": 0,
    }  # fmt: skip
