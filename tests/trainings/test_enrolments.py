"""Places: as many as seats, the others waiting in order; given back, promoted, moved; nobody in two at once."""

from datetime import timedelta

import pytest
from django.core import mail

from lms.audit.models import Entry
from lms.core.clock import today
from lms.people.models import Person
from lms.people.services import merge_people
from lms.trainings.choices import EnrolmentSource
from lms.trainings.models import Enrolment
from lms.trainings.services import (
    change_training,
    enrol_oneself,
    enrol_people,
    enrol_person,
    move_enrolment,
    record_attendance,
    request_place,
    set_deliverers,
    set_status,
    withdraw_enrolment,
)
from lms.trainings.services.participants import add_participant
from tests import factories as make
from tests.refusals import refusal_of
from tests.trainings.conftest import training_in

pytestmark = pytest.mark.django_db


def states(training) -> list[tuple[int, str]]:
    return list(training.enrolments.order_by("place").values_list("place", "status"))


# Asking for a place --------------------------------------------------------------------------------------------------


def test_seats_first_then_the_waiting_list_in_order(coming, cast):
    people = [make.PersonFactory(institution=cast.home) for _ in range(5)]

    for person in people:
        request_place(coming, person, by=None)

    assert states(coming) == [(1, "enrolled"), (2, "enrolled"), (3, "enrolled"), (4, "waitlisted"), (5, "waitlisted")]
    assert Entry.objects.filter(action="enrolment_made").count() == 5


def test_asked_twice_answered_the_same(coming, cast):
    first = request_place(coming, cast.trainee_person, by=cast.trainee)

    assert request_place(coming, cast.trainee_person, by=cast.trainee) == first
    assert coming.enrolments.count() == Entry.objects.filter(action="enrolment_made").count() == len(mail.outbox) == 1


@pytest.mark.parametrize("status", ["draft", "planned", "submitted", "verified", "locked", "returned", "cancelled"])
def test_only_an_approved_training_takes_people(cast, status):
    training = training_in(cast, starts_in=14, status=status)

    assert refusal_of(lambda: request_place(training, cast.trainee_person, by=cast.trainee)) == {"not_open"}


@pytest.mark.parametrize(
    ("starts_in", "closes_in", "is_open"),
    [(0, None, True), (-1, None, False), (5, 0, True), (5, -1, False), (-1, 0, True)],
)
def test_enrolment_is_open_until_its_last_day_else_the_first_day_of_the_training(cast, starts_in, closes_in, is_open):
    day = today("Europe/Belgrade")
    closes_on = None if closes_in is None else day + timedelta(days=closes_in)
    training = training_in(cast, starts_in=starts_in, enrolment_closes_on=closes_on)

    if is_open:
        assert request_place(training, cast.trainee_person, by=cast.trainee).status == "enrolled"
    else:
        assert refusal_of(lambda: request_place(training, cast.trainee_person, by=cast.trainee)) == {"not_open"}


def test_somebody_of_another_institution_asks_in_vain(coming, cast):
    assert refusal_of(lambda: request_place(coming, cast.trainee_away_person, by=cast.trainee_away)) == {
        "other_institution"
    }


def test_somebody_of_an_institution_below_may_come(coming, cast):
    below = make.InstitutionFactory(parent=cast.home, jurisdiction=cast.home.jurisdiction)

    assert request_place(coming, make.PersonFactory(institution=below), by=None).status == "enrolled"


def test_the_trainer_does_not_take_part(coming, cast):
    assert refusal_of(lambda: request_place(coming, cast.trainer_person, by=cast.trainer)) == {"trainer"}


def test_nobody_sits_in_two_trainings_on_one_day(coming, cast):
    other = training_in(cast, starts_in=15)
    other.deliverers.all().delete()
    request_place(other, cast.trainee_person, by=cast.trainee)

    assert refusal_of(lambda: request_place(coming, cast.trainee_person, by=cast.trainee)) == {"overlap"}


def test_waiting_elsewhere_keeps_nobody_from_coming(coming, cast):
    other = training_in(cast, starts_in=15, seats=1)
    other.deliverers.all().delete()
    request_place(other, make.PersonFactory(institution=cast.home), by=None)
    assert request_place(other, cast.trainee_person, by=cast.trainee).status == "waitlisted"

    assert request_place(coming, cast.trainee_person, by=cast.trainee).status == "enrolled"


@pytest.mark.parametrize("status", ["draft", "returned", "cancelled"])
def test_a_training_that_does_not_stand_is_no_clash(coming, cast, status):
    other = training_in(cast, starts_in=14)
    other.deliverers.all().delete()
    request_place(other, cast.trainee_person, by=cast.trainee)
    other.status = status
    other.save()

    assert request_place(coming, cast.trainee_person, by=cast.trainee).status == "enrolled"


def test_a_declined_person_does_not_slip_in_again(coming, cast):
    make.EnrolmentFactory(training=coming, person=cast.trainee_person, status="declined", place=1)

    assert refusal_of(lambda: request_place(coming, cast.trainee_person, by=cast.trainee)) == {"declined"}


def test_staff_may_put_people_on_the_list_of_a_training_that_is_over(over, cast):
    assert enrol_person(over, cast.trainee_person, source=EnrolmentSource.ROSTER, by=cast.trainer).status == "enrolled"
    assert mail.outbox == []


def test_staff_may_not_once_it_is_submitted(over, cast):
    over.status = "submitted"
    over.save()

    assert refusal_of(lambda: enrol_person(over, cast.trainee_person, source="roster", by=cast.trainer)) == {
        "read_only"
    }


def test_one_busy_person_stops_the_whole_list(coming, cast):
    other = training_in(cast, starts_in=15)
    other.deliverers.all().delete()
    people = [make.PersonFactory(institution=cast.home) for _ in range(2)]
    enrol_person(other, people[1], source="roster", by=cast.office)

    assert refusal_of(lambda: enrol_people(coming, people, source="roster", by=cast.trainer)) == {"overlap"}


# Giving it back ------------------------------------------------------------------------------------------------------


def test_a_place_given_back_goes_to_the_next(coming, cast, enrol):
    rows = enrol(coming, 5)
    mail.outbox.clear()

    withdraw_enrolment(rows[1], reason="On leave", by=cast.focal)

    assert states(coming) == [(1, "enrolled"), (2, "withdrawn"), (3, "enrolled"), (4, "enrolled"), (5, "waitlisted")]
    assert [message.to for message in mail.outbox] == [[rows[3].person.email]]
    assert "seat" in mail.outbox[0].subject
    assert Entry.objects.get(action="enrolment_withdrawn").reason == "On leave"
    assert Entry.objects.get(action="enrolment_promoted").object_id == str(rows[3].pk)


def test_withdrawn_twice_is_withdrawn_once(coming, cast, enrol):
    (row,) = enrol(coming)
    withdraw_enrolment(row, by=cast.focal)
    entries = Entry.objects.count()

    assert withdraw_enrolment(row, by=cast.focal).status == "withdrawn"
    assert Entry.objects.count() == entries


def test_who_comes_back_queues_again(coming, cast, enrol):
    rows = enrol(coming, 4)
    withdraw_enrolment(rows[0], by=cast.focal)

    row = request_place(coming, rows[0].person, by=None)

    assert (row.pk, row.place, row.status) == (rows[0].pk, 5, "waitlisted")


def test_the_waiting_list_is_served_by_its_places_not_by_who_was_entered_first(coming, cast, enrol):
    rows = enrol(coming, 5)
    withdraw_enrolment(rows[3], by=cast.focal)
    request_place(coming, rows[3].person, by=None)
    assert states(coming)[3:] == [(5, "waitlisted"), (6, "waitlisted")]

    withdraw_enrolment(rows[0], by=cast.focal)

    assert [row.person for row in coming.enrolments.holding_a_seat().order_by("place")] == [
        rows[1].person, rows[2].person, rows[4].person,
    ]  # fmt: skip
    assert [row.person for row in coming.enrolments.waiting()] == [rows[3].person]


def test_who_was_present_does_not_withdraw(over, cast, enrol):
    (row,) = enrol(over)
    record_attendance(over.sessions.first(), row, True, by=cast.trainer)

    assert refusal_of(lambda: withdraw_enrolment(row, by=cast.focal)) == {"attended"}


def test_a_stale_page_withdraws_nobody(coming, cast, enrol):
    (row,) = enrol(coming)
    Enrolment.objects.update(version=7)

    assert refusal_of(lambda: withdraw_enrolment(row, by=cast.focal, version=1)) == {"stale"}


def test_nobody_is_promoted_into_a_training_that_is_over(over, cast, enrol):
    rows = enrol(over, 4)

    withdraw_enrolment(rows[0], by=cast.focal)

    assert states(over)[3] == (4, "waitlisted")


def test_on_the_last_day_a_free_seat_is_still_given(cast, enrol):
    training = training_in(cast, starts_in=-1)
    rows = enrol(training, 4)

    withdraw_enrolment(rows[0], by=cast.focal)

    assert states(training)[3] == (4, "enrolled")


def test_who_got_a_seat_elsewhere_keeps_waiting_and_the_one_behind_moves_up(coming, cast, enrol):
    rows = enrol(coming, 5)
    other = training_in(cast, starts_in=15)
    other.deliverers.all().delete()
    enrol_person(other, rows[3].person, source="roster", by=cast.office)

    withdraw_enrolment(rows[0], by=cast.focal)

    assert states(coming)[3:] == [(4, "waitlisted"), (5, "enrolled")]


def test_more_seats_promote_in_order(coming, cast, enrol):
    enrol(coming, 5)

    change_training(coming, by=cast.focal, version=coming.version, seats=4)

    assert [status for _place, status in states(coming)] == ["enrolled"] * 4 + ["waitlisted"]


def test_moving_gives_the_seat_to_the_next_and_takes_one_there(coming, cast, enrol):
    rows = enrol(coming, 4)
    other = training_in(cast, starts_in=40)

    moved = move_enrolment(rows[0], other, reason="Other week", by=cast.focal)

    assert (moved.training, moved.status, moved.person) == (other, "enrolled", rows[0].person)
    assert [status for _place, status in states(coming)] == ["withdrawn", "enrolled", "enrolled", "enrolled"]


def test_moving_to_the_same_or_to_another_institution_is_refused(coming, cast, enrol):
    (row,) = enrol(coming)
    away = make.TrainingFactory(institution=cast.away, starts_on=coming.starts_on)

    assert refusal_of(lambda: move_enrolment(row, coming, by=cast.focal)) == {"same"}
    assert refusal_of(lambda: move_enrolment(row, away, by=cast.focal)) == {"other_institution"}


def test_a_cancelled_training_tells_everybody_who_counted_on_it(coming, cast, enrol):
    rows = enrol(coming, 4)
    withdraw_enrolment(rows[0], by=cast.focal)
    mail.outbox.clear()

    set_status(coming, "cancel", by=cast.focal, reason="Room not free")

    assert sorted(message.to[0] for message in mail.outbox) == sorted(row.person.email for row in rows[1:])


# Oneself -------------------------------------------------------------------------------------------------------------

DETAILS = {"family_name": "Савић", "given_name": "Ана", "service_number": "SR-9", "unit": "ПУ Ниш", "sex": "woman"}


def test_somebody_new_is_entered_linked_and_enrolled(coming, cast):
    place = enrol_oneself(coming, cast.stranger, DETAILS)

    person = place.person
    assert (person.user, person.email, person.institution, person.sex) == (
        cast.stranger,
        cast.stranger.email,
        cast.home,
        "woman",
    )
    assert (person.unit.name, place.source, place.status) == ("ПУ Ниш", "self", "enrolled")


def test_somebody_on_record_by_address_is_that_person(coming, cast):
    known = make.PersonFactory(institution=cast.home, email=cast.stranger.email.upper())

    assert enrol_oneself(coming, cast.stranger, DETAILS).person == known
    known.refresh_from_db()
    assert (known.user, known.family_name) == (cast.stranger, known.family_name)


def test_a_service_number_of_somebody_else_is_not_taken_over_but_remarked(coming, cast):
    known = make.PersonFactory(institution=cast.home, service_number="SR-9")

    place = enrol_oneself(coming, cast.stranger, DETAILS)

    assert place.person != known
    assert place.person.service_number == ""
    assert "SR-9" in place.reason


def test_who_says_nothing_about_themselves_is_asked(coming, cast):
    assert refusal_of(lambda: enrol_oneself(coming, cast.stranger)) == {"details"}


def test_nothing_of_a_person_stays_when_the_place_is_refused(cast):
    closed = training_in(cast, starts_in=-3)

    assert refusal_of(lambda: enrol_oneself(closed, cast.stranger, DETAILS)) == {"not_open"}
    assert not Person.objects.filter(user=cast.stranger).exists()


# By hand -------------------------------------------------------------------------------------------------------------


def test_a_namesake_is_asked_about_and_decided(coming, cast):
    known = make.PersonFactory(institution=cast.home, family_name="Savić", given_name="Ana")
    details = {"family_name": "Savić", "given_name": "Ana"}

    assert refusal_of(lambda: add_participant(coming, details, by=cast.focal)) == {"likely"}
    assert refusal_of(lambda: add_participant(coming, details, decision="999", by=cast.focal)) == {"decision"}
    assert add_participant(coming, details, decision=str(known.pk), by=cast.focal).person == known
    assert add_participant(coming, details, decision="new", by=cast.focal).person != known


# Two records, one person ---------------------------------------------------------------------------------------------


def test_merging_moves_places_and_deliveries(coming, over, cast):
    keep, drop = make.PersonFactory(institution=cast.home), make.PersonFactory(institution=cast.home)
    place = enrol_person(coming, drop, source="roster", by=cast.focal)
    set_deliverers(over, [(cast.trainer_person, "lead"), (drop, "support")], by=cast.focal)

    merge_people(keep, drop, by=cast.office, reason="Same officer")

    place.refresh_from_db()
    assert place.person == keep
    assert over.deliverers.filter(person=keep).exists()


def test_merging_two_in_one_training_is_refused(coming, cast):
    keep, drop = make.PersonFactory(institution=cast.home), make.PersonFactory(institution=cast.home)
    enrol_people(coming, [keep, drop], source="roster", by=cast.focal)

    assert refusal_of(lambda: merge_people(keep, drop, by=cast.office, reason="Same officer")) == {"both_in_training"}


def test_merging_keeps_the_place_over_the_one_given_back(coming, cast):
    keep, drop = make.PersonFactory(institution=cast.home), make.PersonFactory(institution=cast.home)
    withdraw_enrolment(enrol_person(coming, keep, source="roster", by=cast.focal), by=cast.focal)
    place = enrol_person(coming, drop, source="roster", by=cast.focal)

    merge_people(keep, drop, by=cast.office, reason="Same officer")

    assert coming.enrolments.get() == place
    assert coming.enrolments.get().person == keep
