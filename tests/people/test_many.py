"""Entering many people at once leaves what entering each of them leaves."""

import pytest

from lms.audit.models import Entry
from lms.people import services
from lms.people.choices import Sex
from lms.people.models import Person
from lms.people.services.lists import create_people
from tests.refusals import refusal_of

pytestmark = pytest.mark.django_db


def as_told(person: Person) -> tuple:
    entry = Entry.objects.get(action="person created", object_id=str(person.pk))
    return entry.actor, entry.institution_id, entry.before, entry.after


def test_many_are_entered_as_one_is_in_as_many_queries(cast, django_assert_max_num_queries):
    rows = [{"family_name": "Ilić", "given_name": f"Ana {number}", "sex": Sex.WOMAN} for number in range(8)]
    alone = services.create_person(institution=cast.home, by=cast.focal, **rows[0])
    with django_assert_max_num_queries(6):
        people = create_people(cast.home, rows, by=cast.focal)

    assert [person.given_name for person in people] == [row["given_name"] for row in rows]
    assert {str(as_told(person)) for person in people} == {str(as_told(alone))}
    assert [person.pk for person in people] == sorted(person.pk for person in people)


def test_of_many_none_is_entered_where_two_claim_one_number(cast):
    rows = [{"family_name": "Ilić", "given_name": name, "service_number": "7"} for name in ("Ana", "Eva")]
    assert refusal_of(create_people, cast.home, rows, by=cast.focal) == {"service_number_taken"}
    assert not Person.objects.filter(service_number="7").exists()
