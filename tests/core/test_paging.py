"""A page of a list costs what it costs however long the list is."""

import pytest
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from lms.core import paging
from lms.core.paging import page_of
from lms.people.models import Person
from tests import factories as make

pytestmark = pytest.mark.django_db


def page(rows, number="", *, size=2):
    return page_of(RequestFactory().get("/", {"page": number}), rows, size=size)


@pytest.fixture
def people(monkeypatch):
    monkeypatch.setattr(paging, "MOST_COUNTED", 5)
    home = make.InstitutionFactory()
    return [make.PersonFactory(institution=home) for _number in range(7)]


def test_up_to_the_limit_everything_is_counted_and_shown(people):
    found = page(Person.objects.filter(pk__in=[row.pk for row in people[:5]]).order_by("pk"))
    assert (found.paginator.count, found.paginator.total, found.paginator.is_cut) == (5, "5", False)


def test_beyond_it_the_list_says_so_and_has_no_pages(people):
    found = page(Person.objects.order_by("pk"), "99")
    assert (found.paginator.count, found.paginator.is_cut, found.number) == (5, True, 3)
    assert found.paginator.total == "more than 5"
    with translation.override("sr-latn"):
        assert found.paginator.total == "više od 5"


def test_the_database_is_never_asked_for_more_than_the_limit(people):
    with CaptureQueriesContext(connection) as asked:
        list(page(Person.objects.order_by("pk")))
    assert "LIMIT 6" in asked[0]["sql"] and "LIMIT 2" in asked[1]["sql"]
    assert len(asked) == 2


def test_a_list_that_is_here_already_is_shown_whole(people):
    assert page(people, "4").paginator.count == 7


@pytest.mark.parametrize(("asked", "number"), [("0", 3), ("-1", 3), ("x", 1), ("99", 3), ("2", 2), ("", 1)])
def test_any_number_gives_a_page(people, asked, number):
    assert page(Person.objects.order_by("pk"), asked).number == number
