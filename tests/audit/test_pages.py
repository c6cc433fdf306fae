"""The list of the trail: filters, differences, for the office alone."""

from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from lms.audit import naming
from lms.audit.differences import Difference, changes
from lms.audit.models import Entry
from lms.audit.services import record

pytestmark = pytest.mark.django_db


def rows(client, **query):
    return [row["entry"] for row in client.get("/audit/", query).context["rows"]]


@pytest.fixture
def cast(cast):
    """The usual people, and a trail that is empty: assembling them adopts the rules of a scheme, which leaves a row."""
    Entry.objects.all().delete()
    return cast


@pytest.fixture
def office(cast, as_user):
    return as_user(cast.office)


@pytest.fixture
def entries(cast):
    return [
        record("person changed", cast.trainee_person, by=cast.focal, after={"unit": 3}, institution=cast.home),
        record("role granted", cast.focal.roles.get(), by=cast.office, after={"kind": "office"}),
        record("person changed", cast.trainee_away_person, by=cast.focal_away, institution=cast.away),
    ]


def test_the_latest_comes_first(office, entries):
    assert rows(office) == entries[::-1]


def test_each_filter_narrows(office, entries, cast):
    first, second, third = entries

    assert rows(office, who="focal@") == [first]
    assert rows(office, action="role granted") == [second]
    assert rows(office, kind="people.person") == [third, first]
    assert rows(office, kind="people.person", record=str(cast.trainee_person.pk)) == [first]
    assert rows(office, institution=str(cast.away.pk)) == [third]


def test_days_are_included_at_both_ends(office, entries):
    Entry.objects.filter(pk=entries[0].pk).update(at=timezone.make_aware(datetime(2026, 3, 1, 23, 59, 59)))
    Entry.objects.filter(pk=entries[1].pk).update(at=timezone.make_aware(datetime(2026, 3, 2, 0, 0)))

    assert rows(office, since="2026-03-01", until="2026-03-01") == [entries[0]]
    assert rows(office, since="2026-03-02", until="2026-03-02") == [entries[1]]


@pytest.mark.parametrize(
    "query",
    [
        {"action": "none such"},
        {"action": "\0"},
        {"kind": "a\0"},
        {"since": "yesterday"},
        {"institution": "x"},
        {"record": "\x00"},
        {"page": "-1"},
    ],
)
def test_a_filter_that_cannot_be_read_is_no_error(office, entries, query):
    assert office.get("/audit/", query).status_code == 200


def test_the_page_shows_what_changed_and_for_whom(office, cast):
    record(
        "training_changed", cast.home, by=cast.focal, before={"seats": 20}, after={"seats": 30}, institution=cast.home
    )

    page = office.get("/audit/").content.decode()

    assert "Training changed" in page and "training_changed<" not in page
    assert "<del>20</del>" in page and "<ins>30</ins>" in page
    assert cast.home.name in page


def test_an_empty_trail_says_so(office):
    assert "No entry fits this filter" in office.get("/audit/").content.decode()


def test_the_list_costs_the_same_for_one_entry_and_for_thirty(office, entries, cast):
    Entry.objects.exclude(pk=entries[0].pk).delete()
    with CaptureQueriesContext(connection) as one:
        office.get("/audit/")
    for _ in range(29):
        record("person changed", cast.trainee_person, by=cast.focal, institution=cast.home)
    with CaptureQueriesContext(connection) as thirty:
        office.get("/audit/")
    assert len(one) == len(thirty)


def test_a_difference_leaves_out_what_stayed():
    assert changes({"a": 1, "b": [1, 2], "c": None}, {"a": 1, "b": [2], "c": True, "d_e": {"x_y": 1}}) == [
        Difference("b", "1, 2", "2"),
        Difference("c", "", "yes"),
        Difference("d e", "", "x y: 1"),
    ]


def test_a_digest_is_shown_by_its_first_places():
    assert changes({}, {"sha256": "ab" * 32}) == [Difference("sha256", "", "abababababab…")]


def test_an_institution_nobody_names_is_no_choice(monkeypatch):
    monkeypatch.setattr(naming, "_namers", {})

    assert naming.names("institution") == []


def test_a_week_of_the_trail_can_be_paged(office, cast):
    for _ in range(51):
        record("person read", cast.trainee_person, by=cast.office)
    assert len(rows(office)) == 50
    assert len(rows(office, page=2)) == 1
    assert Entry.objects.filter(at__gte=timezone.now() - timedelta(days=7)).count() == 51


def test_the_page_and_its_filters_speak_serbian(office, entries, cast):
    cast.office.language = "sr-latn"
    cast.office.save()

    page = office.get("/audit/", headers={"accept-language": "sr-latn"}).content.decode()

    assert "Izmenjeni podaci osobe" in page and "Dodeljena uloga" in page
    assert "person changed" not in page.replace('value="person changed"', "")


def test_the_filters_are_closed_lists_and_cost_no_look_at_the_trail(office, entries, cast):
    with CaptureQueriesContext(connection) as asked:
        office.get("/audit/")
    assert not any("DISTINCT" in query["sql"] and "audit_entry" in query["sql"] for query in asked)
    assert len(asked) <= 10


def test_what_an_earlier_release_wrote_is_found_by_its_own_words_and_not_by_everything(office, entries):
    Entry.objects.filter(pk=entries[0].pk).update(action="depot.closed", object_type="depots.depot")

    assert rows(office, action="depot.closed") == [entries[0]]
    assert rows(office, kind="depots.depot") == [entries[0]]
    assert rows(office, kind="never.there") == []
    assert "depot: closed" in office.get("/audit/").content.decode()
