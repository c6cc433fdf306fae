"""The list of cascade trainings, its filters and workbook; and the pages of exceptions."""

import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from lms.cascade.models import DeliveryException
from lms.core.clock import today
from tests import factories as make

from .conftest import count_queries, text_of, url

pytestmark = pytest.mark.django_db


# The list


def test_the_list_shows_ones_own_and_nobody_elses(way, cast, as_user):
    mine = way.planned_by(venue="Hall 1")
    other = make.TrainingFactory(institution=cast.away, reference="AL-2026-077", title="Theirs")
    page = text_of(as_user(cast.focal).get(url("training_list")))
    assert mine.reference in page
    assert other.reference not in page


def test_the_office_sees_all_but_no_training_of_trainers(way, cast, as_user):
    way.planned_by()
    make.TrainingFactory(institution=cast.away, reference="AL-2026-077")
    page = text_of(as_user(cast.office).get(url("training_list")))
    assert "AL-2026-077" in page
    assert "2 trainings" in page


def test_filters_stay_in_the_address_and_narrow_the_list(way, cast, as_user):
    draft = way.planned_by()
    client = as_user(cast.office)
    for query, expected in (
        ({"stage": "draft"}, True), ({"stage": "verified"}, False), ({"language": "sr-Latn"}, True),
        ({"language": "ro"}, False), ({"year": draft.starts_on.year}, True), ({"institution": cast.home.pk}, True),
        ({"trainer": cast.trainer_person.pk}, True), ({"trainer": cast.trainee_person.pk}, False),
        ({"delivered": "on"}, False), ({"stage": "nonsense", "year": "x", "trainer": "y"}, True),
    ):  # fmt: skip
        page = text_of(client.get(url("training_list"), query))
        assert (draft.reference in page) is expected, query


@pytest.mark.parametrize("starts_in, stage", [(3, "approved"), (0, "under_way"), (-1, "under_way"), (-2, "completed")])
def test_the_stages_that_follow_from_dates_can_be_filtered(way, cast, as_user, starts_in, stage):
    day = today() + timedelta(days=starts_in)
    make.TrainingFactory(institution=cast.home, reference="RS-2026-900", starts_on=day)
    for other in ("approved", "under_way", "completed"):
        page = text_of(as_user(cast.office).get(url("training_list"), {"stage": other}))
        assert ("RS-2026-900" in page) is (other == stage)


def test_an_empty_list_says_what_will_come(cast, as_user):
    page = text_of(as_user(cast.focal).get(url("training_list")))
    assert "No trainings yet" in page
    assert "Nothing fits" in text_of(as_user(cast.focal).get(url("training_list"), {"stage": "draft"}))


def test_the_list_asks_as_often_for_thirty_as_for_one(way, cast, as_user):
    way.planned_by()
    client = as_user(cast.focal)
    one = count_queries(client, url("training_list"))
    for number in range(30):
        row = make.TrainingFactory(institution=cast.home, reference=f"RS-2027-{number}")
        make.DelivererFactory(training=row, person=make.PersonFactory(institution=cast.home))
        make.EnrolmentFactory(training=row, person=make.PersonFactory(institution=cast.home))
    assert count_queries(client, url("training_list")) == one


def test_the_workbook_holds_what_the_filters_leave_and_the_footnote(way, cast, as_user):
    way.planned_by()
    kosovo = make.JurisdictionFactory(code="XK", name="Kosovo", time_zone="Europe/Belgrade")
    police = make.InstitutionFactory(jurisdiction=kosovo, name="Kosovo Police")
    make.TrainingFactory(institution=police, reference="XK-2026-001", title="=1+1")
    response = as_user(cast.office).get(url("training_export"), {"institution": police.pk})
    sheet = load_workbook(io.BytesIO(response.content)).active
    cells = [cell for row in sheet.iter_rows(values_only=True) for cell in row if cell]
    assert "XK-2026-001" in cells and "Kosovo* Police" in cells and "=1+1" in cells
    assert any("1244" in str(cell) for cell in cells)
    assert sum("2026" in str(cell) and "RS" in str(cell) for cell in cells) == 0


# Exceptions


def test_exceptions_are_listed_granted_and_ended(cast, as_user):
    client = as_user(cast.office)
    assert "No exceptions" in text_of(client.get(url("exception_list")))
    day = today()
    data = {
        "person": cast.trainer_person.pk, "institution": cast.away.pk, "starts_on": day, "ends_on": day,
        "reason": "No trainer there yet.",
    }  # fmt: skip
    assert client.get(url("exception_grant")).status_code == 200
    assert client.post(url("exception_grant"), data).status_code == 302
    page = text_of(client.get(url("exception_list")))
    assert "in force" in page and "No trainer there yet." in page
    row = DeliveryException.objects.get()
    assert client.post(url("exception_end", row.pk)).status_code == 302
    assert DeliveryException.objects.count() == 0


def test_an_exception_at_home_is_refused_on_the_page(cast, as_user):
    data = {
        "person": cast.trainer_person.pk, "institution": cast.home.pk, "starts_on": today(), "ends_on": today(),
        "reason": "x",
    }  # fmt: skip
    page = text_of(as_user(cast.office).post(url("exception_grant"), data))
    assert "No exception is needed" in page


def test_exceptions_ask_as_often_for_thirty_as_for_one(cast, as_user):
    def grant():
        DeliveryException.objects.create(
            person=make.PersonFactory(institution=cast.home), institution=cast.away, starts_on=today(),
            ends_on=today(), reason="x",
        )  # fmt: skip

    grant()
    client = as_user(cast.office)
    one = count_queries(client, url("exception_list"))
    for _number in range(30):
        grant()
    assert count_queries(client, url("exception_list")) == one
