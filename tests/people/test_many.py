"""Entering many people at once leaves what entering each of them leaves."""

import pytest

from lms.people import services
from lms.people.services.lists import create_people

pytestmark = pytest.mark.django_db


def test_many_are_entered_as_one_is_in_as_many_queries(cast, django_assert_max_num_queries):
    rows = [{"family_name": "Ilić", "given_name": f"Ana {number}", "sex": Sex.WOMAN} for number in range(8)]
    alone = services.create_person(institution=cast.home, by=cast.focal, **rows[0])
    with django_assert_max_num_queries(6):
        people = create_people(cast.home, rows, by=cast.focal)

    assert [person.given_name for person in people] == [row["given_name"] for row in rows]
    assert {str(as_told(person)) for person in people} == {str(as_told(alone))}
    assert [person.pk for person in people] == sorted(person.pk for person in people)
