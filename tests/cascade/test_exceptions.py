"""Exceptions for deliveries: dated, reasoned, granted by the programme office."""

from datetime import timedelta

import pytest

from lms.audit.models import Entry
from lms.cascade import services
from lms.cascade.models import DeliveryException
from lms.core.clock import today
from tests import factories as make
from tests.refusals import refusal_of

from .conftest import grant

pytestmark = pytest.mark.django_db


# Exceptions


def test_the_office_grants_a_dated_exception(cast):
    row = grant(cast)
    assert (row.person, row.institution, row.granted_by) == (cast.trainer_person, cast.away, cast.office)
    entry = Entry.objects.get(action="exception_granted")
    assert entry.institution_id == cast.away.pk


@pytest.mark.parametrize(
    "fields, code",
    [
        ({"reason": " "}, "reason_missing"),
        ({"ends_on": today() - timedelta(days=1)}, "dates"),
    ],
)
def test_an_exception_has_dates_and_a_reason(cast, fields, code):
    assert refusal_of(lambda: grant(cast, **fields)) == {code}
    assert DeliveryException.objects.count() == 0


def test_at_home_no_exception_is_needed_and_nobody_else_grants_one(cast):
    assert refusal_of(lambda: grant(cast, institution=cast.home)) == {"at_home"}
    assert refusal_of(lambda: grant(cast, by=cast.focal)) == {"not_allowed"}
    make.RoleFactory(user=cast.trainer, kind="office", institution=None)
    assert refusal_of(lambda: grant(cast, by=cast.trainer)) == {"own_work"}


def test_an_exception_that_began_ends_yesterday(cast):
    row = grant(cast, starts_on=today() - timedelta(days=10))
    services.end_exception(row, by=cast.office, reason="Done.")
    row.refresh_from_db()
    assert row.ends_on == today() - timedelta(days=1)
    assert refusal_of(lambda: services.end_exception(row, by=cast.office)) == {"over"}


def test_an_exception_that_never_began_is_taken_back(cast):
    row = grant(cast, starts_on=today() + timedelta(days=1))
    assert refusal_of(lambda: services.end_exception(row, by=cast.focal)) == {"not_allowed"}
    services.end_exception(row, by=cast.office)
    assert DeliveryException.objects.count() == 0
    assert Entry.objects.filter(action="exception_ended").count() == 1
