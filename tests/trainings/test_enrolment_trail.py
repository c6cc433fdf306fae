"""What is written down when places are given, given back, moved up and moved."""

import pytest

from lms.audit.models import Entry
from lms.trainings.choices import EnrolmentSource
from lms.trainings.models import Enrolment
from lms.trainings.services import enrol_people, enrol_person, move_enrolment, request_place, withdraw_enrolment
from tests import factories as make
from tests.trainings.conftest import training_in

pytestmark = pytest.mark.django_db


def said(action: str) -> tuple:
    """Who, what before and after, why, for which institution."""
    entry = Entry.objects.get(action=action)
    return entry.actor, entry.before, entry.after, entry.reason, entry.institution_id


def test_asking_withdrawing_and_moving_up_are_each_written_down_with_who_and_what(cast):
    training = training_in(cast, starts_in=14, seats=1)
    first = request_place(training, cast.trainee_person, by=cast.trainee)
    after = {"status": "enrolled", "place": 1, "training": training.pk}
    assert said("enrolment_made") == (cast.trainee, {}, after, "", cast.home.pk)
    second = enrol_person(training, make.PersonFactory(institution=cast.home), source="roster", by=cast.focal)

    given_back = withdraw_enrolment(first, reason="x" * 300, by=cast.focal)

    assert (given_back.version, len(given_back.reason)) == (first.version + 1, 250)
    before, after = {"status": "enrolled"}, {"status": "withdrawn"}
    assert said("enrolment_withdrawn") == (cast.focal, before, after, "x" * 300, cast.home.pk)
    after = {"status": "enrolled", "place": 2, "training": training.pk}
    assert said("enrolment_promoted") == (cast.focal, {}, after, "", cast.home.pk)
    assert Enrolment.objects.get(pk=second.pk).version == second.version + 1


def test_a_move_is_written_down_on_both_sides(coming, cast, enrol):
    (row,) = enrol(coming)
    other = training_in(cast, starts_in=40)
    before = Entry.objects.count()

    moved = move_enrolment(row, other, reason="Other week", by=cast.officer)

    assert Entry.objects.count() == before + 2
    assert said("enrolment_withdrawn") == (
        cast.officer, {"status": "enrolled"}, {"status": "withdrawn"}, "Other week", cast.home.pk,
    )  # fmt: skip
    entry = Entry.objects.filter(action="enrolment_made").latest("pk")
    assert (entry.actor, entry.object_id, moved.source) == (cast.officer, str(moved.pk), row.source)


def test_a_move_without_a_reason_says_none(coming, cast, enrol):
    (row,) = enrol(coming)

    move_enrolment(row, training_in(cast, starts_in=40), by=cast.focal)

    row.refresh_from_db()
    assert (row.reason, Entry.objects.get(action="enrolment_withdrawn").reason) == ("", "")


def test_many_places_are_one_entry(coming, cast):
    people = [make.PersonFactory(institution=cast.home) for _ in range(4)]

    rows = enrol_people(coming, people, source="roster", by=cast.focal)

    assert [row.person for row in rows] == people
    after = {
        str(row.pk): {"status": row.status, "place": place} for place, row in enumerate(rows, 1)
    }  # fmt: skip
    assert said("enrolment_made_together") == (cast.focal, {}, after, "", cast.home.pk)


def test_who_comes_back_has_a_new_version_and_no_old_reason(coming, cast, enrol):
    (row,) = enrol(coming)
    gone = withdraw_enrolment(row, reason="On leave", by=cast.focal)

    back = enrol_person(coming, row.person, source=EnrolmentSource.NOMINATION, by=cast.focal)

    back.refresh_from_db()
    assert (back.version, back.reason, back.source) == (gone.version + 1, "", EnrolmentSource.NOMINATION)
