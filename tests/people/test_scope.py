"""Scope: which institutions a role reaches."""

import pytest

from lms.people.choices import RoleKind
from lms.people.models import Person
from tests import factories as make
from tests.cast import user_with

pytestmark = pytest.mark.django_db


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


def test_an_assessor_sees_no_institutions_people(cast):
    assert not Person.objects.visible_to(cast.assessor).exists()


def test_a_trainee_sees_their_own_record(cast):
    assert list(Person.objects.visible_to(cast.trainee)) == [cast.trainee_person]
