"""Queries made once: the values of each call, sets of ids, the stopped clock."""

from datetime import date, timedelta

import pytest
from django.db import models
from django.db.models import Q

from lms.core.clock import now, stopped, today
from lms.core.prepared import counted, filled_up, prepared
from lms.people.models import Person, Role
from lms.people.scope import Scope
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = today()


@prepared
def people_in(scope: Scope, *, institution: int, known: str) -> models.QuerySet:
    rows = Person.objects.filter(institution=institution).exclude(family_name=known)
    rows = rows if scope.everything else rows.filter(institution__in=scope.institution_ids)
    return rows.select_related("institution").order_by("pk")


@prepared
def named(*, people: frozenset[int]) -> models.QuerySet:
    return Person.objects.filter(pk__in=people).order_by("pk").values_list("pk", flat=True)


@prepared
def of_people(*, people: frozenset[int], day: date) -> models.QuerySet:
    """A relation's set, a set within a set, and an "or" with a set that may be empty."""
    inside = Person.objects.filter(pk__in=people).order_by().values("institution")
    rows = Role.objects.filter(Q(institution__in=inside) | Q(user__in=people), starts_on__lte=day)
    return rows.order_by("pk").values_list("pk", flat=True)


def test_every_call_asks_the_database_with_its_own_values(cast, django_assert_num_queries):
    everybody = Scope(everything=True)
    people = {place: make.PersonFactory(institution=place) for place in (cast.home, cast.away)}
    for place, person in people.items():
        with django_assert_num_queries(1):
            found = people_in(everybody, institution=place.pk, known="Nobody")
            assert {row.institution.name for row in found} == {place.name}
        assert person in found
        assert person not in people_in(everybody, institution=place.pk, known=person.family_name)


def test_what_was_read_is_not_kept(cast):
    before = people_in(Scope(everything=True), institution=cast.home.pk, known="")
    new = make.PersonFactory(institution=cast.home)

    assert people_in(Scope(everything=True), institution=cast.home.pk, known="") == [*before, new]


def test_a_positional_argument_makes_other_sql(cast):
    make.PersonFactory(institution=cast.home)
    reach = Scope(institution_ids=frozenset({cast.away.pk}))

    assert people_in(Scope(everything=True), institution=cast.home.pk, known="")
    assert people_in(reach, institution=cast.home.pk, known="") == []
    assert people_in(Scope(), institution=cast.home.pk, known="") == []


@pytest.mark.parametrize("count", [0, 1, 2, 3, 5, 8, 9])
def test_a_set_of_ids_of_any_length(cast, count):
    wanted = [make.PersonFactory(institution=cast.home).pk for _number in range(count)]

    assert named(people=frozenset(wanted)) == wanted


def test_a_set_in_a_relation_and_in_a_set_within(cast):
    roles = Role.objects.order_by("pk").values_list("pk", flat=True)
    home = [row.pk for row in Role.objects.order_by("pk") if row.institution_id == cast.home.pk]
    person = cast.trainer_person

    assert of_people(people=frozenset({person.pk}), day=TODAY)[:1] == home[:1]
    assert set(of_people(people=frozenset({person.pk}), day=TODAY)) <= set(roles)
    assert of_people(people=frozenset({person.pk}), day=date(1990, 1, 1)) == []
    assert of_people(people=frozenset(), day=TODAY) == []


def test_sets_are_filled_up_to_a_few_lengths():
    assert [len(filled_up(range(count))) for count in (0, 1, 2, 3, 4, 5, 100)] == [0, 1, 2, 4, 4, 8, 128]
    assert filled_up([7, 8, 9]) == (7, 8, 9, 9)


@pytest.mark.parametrize("values", [{}, {"people": None}, {"people": frozenset(), "day": TODAY}])
def test_each_keyword_has_a_value(values):
    with pytest.raises(TypeError, match="people"):
        named(**values)


def test_the_first_row_or_none(cast):
    one = make.PersonFactory(institution=cast.home)

    assert named.first(people=frozenset({one.pk})) == one.pk
    assert named.first(people=frozenset({0})) is None


@prepared
def ended_before_today() -> models.QuerySet:
    return Role.objects.filter(ends_on__lt=today())


def test_no_day_gets_into_what_is_made_once():
    with pytest.raises(RuntimeError, match="the day is a value"):
        ended_before_today()
    with stopped(), pytest.raises(RuntimeError):
        now()
    assert today() == TODAY


@prepared
def numbers(*, institution: int, day: date) -> models.QuerySet:
    rows = Person.objects.filter(institution=institution).order_by()
    return rows.values_list(counted(), counted(Q(left_on__lte=day)), counted(of="institution"))


def test_several_numbers_of_one_set_of_rows_are_one_question(cast, django_assert_num_queries):
    all_before = Person.objects.filter(institution=cast.home).count()
    make.PersonFactory(institution=cast.home, left_on=TODAY)
    with django_assert_num_queries(1):
        assert numbers.first(institution=cast.home.pk, day=TODAY) == (all_before + 1, 1, 1)
    assert numbers.first(institution=cast.home.pk, day=TODAY - timedelta(days=1)) == (all_before + 1, 0, 1)
    assert numbers.first(institution=0, day=TODAY) == (0, 0, 0)


def test_a_set_longer_than_a_database_takes_is_asked_in_parts(cast, monkeypatch, django_assert_num_queries):
    monkeypatch.setattr("lms.core.prepared.MOST_IDS", 2)
    people = list(Person.objects.order_by("pk").values_list("pk", flat=True))
    with django_assert_num_queries((len(people) + 1) // 2):
        assert len(people) > 2 and named(people=frozenset(people)) == people
