"""Scope: which institutions a role reaches."""

from datetime import UTC, date, datetime, timedelta

import pytest

from lms.people.choices import RoleKind
from lms.people.models import Person, Role
from tests import factories as make
from tests.cast import user_with

pytestmark = pytest.mark.django_db
DAY, A_DAY = date(2026, 3, 2), timedelta(days=1)


def test_focal_point_sees_own_institution_and_those_below_it_only():
    ministry = make.InstitutionFactory()
    police = make.InstitutionFactory(parent=ministry, jurisdiction=ministry.jurisdiction)
    other = make.InstitutionFactory()
    mine = [make.PersonFactory(institution=ministry), make.PersonFactory(institution=police)]
    make.PersonFactory(institution=other)

    seen = Person.objects.visible_to(user_with(RoleKind.FOCAL_POINT, ministry))

    assert set(seen) == set(mine)


def test_a_role_that_ended_yesterday_opens_nothing(cast):
    role = cast.focal.roles.get()
    role.starts_on, role.ends_on = "2020-01-01", "2020-12-31"
    role.save()

    assert not Person.objects.visible_to(cast.focal).exists()


@pytest.mark.parametrize(
    ("fields", "is_live"),
    [
        ({}, True),
        ({"starts_on": DAY, "ends_on": DAY}, True),
        ({"starts_on": DAY + A_DAY}, False),
        ({"ends_on": DAY - A_DAY}, False),
        ({"ended_at": datetime(2026, 3, 1, tzinfo=UTC)}, False),
    ],
)
def test_a_role_is_live_from_its_first_day_to_its_last_unless_it_was_ended(db, fields, is_live):
    role = make.RoleFactory(**fields)

    assert Role.objects.live(DAY).filter(pk=role.pk).exists() is is_live


def test_an_assessor_sees_no_institutions_people(cast):
    assert not Person.objects.visible_to(cast.assessor).exists()


def test_a_trainee_sees_their_own_record(cast):
    assert list(Person.objects.visible_to(cast.trainee)) == [cast.trainee_person]
