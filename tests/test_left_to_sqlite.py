"""Which tests PostgreSQL is not asked: told by what each requests."""

from types import SimpleNamespace

import pytest
from django.test import TestCase

from tests import conftest


def item(*fixtures: str, markers=(), case=None):
    return SimpleNamespace(fixturenames=fixtures, cls=case, get_closest_marker=lambda name: name in markers or None)


@pytest.mark.parametrize("fixture", ["db", "transactional_db", "live_server", "django_db_setup"])
def test_who_requests_the_database_is_asked_on_both(fixture):
    assert conftest.asks_the_database(item("tmp_path", fixture))


def test_a_marker_or_a_test_case_of_djangos_is_a_request():
    assert conftest.asks_the_database(item(markers={"django_db"}))
    assert conftest.asks_the_database(item(case=TestCase))


def test_what_every_test_has_is_none(request):
    """This very test asks for no database, although plugins give it fixtures that have to do with one."""
    assert "django_db_blocker" in request.node.fixturenames
    assert not conftest.asks_the_database(request.node)


def test_a_journey_is_of_one_database_unless_it_says_otherwise():
    assert conftest.is_journey_of_one_database(item("browser", "db"))
    assert conftest.is_journey_of_one_database(item("demo", markers={"journey"}))
    assert not conftest.is_journey_of_one_database(item("browser", markers={"journey", "both_databases"}))
    assert not conftest.is_journey_of_one_database(item("db"))
