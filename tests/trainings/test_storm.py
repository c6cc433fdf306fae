"""Many people at once: exactly as many seats as there are, the rest in line, nobody lost. On the suite's database.

`slow` is the figure promised (500 requests for 30 seats, twenty times); the ordinary run does a smaller one honestly:
real threads, real connections, real commits.
"""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from lms.audit.models import Entry
from lms.trainings.models import Enrolment
from lms.trainings.services import request_place, withdraw_enrolment
from tests import cast as people
from tests import factories as make
from tests.trainings.conftest import training_in

pytestmark = pytest.mark.django_db(transaction=True)
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def at_once(acts, workers: int = 24) -> list:
    """Run the acts in threads that start together, each with a connection of its own; their answers in order."""
    ready = threading.Barrier(min(workers, len(acts)))
    first = threading.local()

    def run(act):
        if not getattr(first, "passed", False):
            first.passed = True
            ready.wait(30)
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(min(workers, len(acts))) as pool:
        return list(pool.map(run, acts))


def storm(cast, requests: int, seats: int) -> None:
    training = training_in(cast, starts_in=14, seats=seats)
    persons = [make.PersonFactory(institution=cast.home) for _ in range(requests)]

    at_once([lambda person=person: request_place(training, person, by=None) for person in persons])

    rows = list(training.enrolments.order_by("pk").values_list("place", "status"))
    assert [place for place, _status in rows] == list(range(1, requests + 1)), "places in the order of commits"
    assert [status for _place, status in rows] == ["enrolled"] * seats + ["waitlisted"] * (requests - seats)
    assert (
        Entry.objects.filter(
            action="enrolment_made", object_id__in=map(str, training.enrolments.values_list("pk", flat=True))
        ).count()
        == requests
    )


def test_120_requests_for_30_seats():
    storm(people.assemble(), 120, 30)


@pytest.mark.slow
def test_500_requests_for_30_seats_twenty_times():
    cast = people.assemble()
    for _number in range(20):
        storm(cast, 500, 30)
        Enrolment.objects.all().delete()


def test_40_phones_at_once_for_12_seats_over_http():
    cast = people.assemble()
    training = training_in(cast, starts_in=14, seats=12)
    clients = []
    for _number in range(40):
        client = Client()
        client.force_login(people.person_with_account(cast.home).user, backend=BACKEND)
        clients.append(client)
    address = reverse("enrol:confirm", args=[training.enrolment_code])

    answers = at_once([lambda client=client: client.post(address) for client in clients])

    assert {answer.status_code for answer in answers} == {302}
    assert (
        list(training.enrolments.order_by("place").values_list("status", flat=True))
        == ["enrolled"] * 12 + ["waitlisted"] * 28
    )


def test_one_person_asking_twenty_times_at_once_has_one_place():
    cast = people.assemble()
    training = training_in(cast, starts_in=14)

    at_once([lambda: request_place(training, cast.trainee_person, by=None)] * 20)

    assert training.enrolments.count() == 1


def test_one_person_asking_for_two_trainings_of_one_day_gets_one():
    cast = people.assemble()
    trainings = [training_in(cast, starts_in=14) for _number in range(2)]
    trainings[1].deliverers.all().delete()
    persons = [make.PersonFactory(institution=cast.home) for _number in range(3)]

    def ask(training, person):
        try:
            return request_place(training, person, by=None)
        except Exception as refusal:
            return getattr(refusal, "codes", refusal)

    acts = [lambda t=training, p=person: ask(t, p) for person in persons for training in trainings]
    answers = at_once(acts)

    assert [answer for answer in answers if not isinstance(answer, Enrolment)] == [{"overlap"}] * 3


def test_places_given_back_at_once_promote_as_many():
    cast = people.assemble()
    training = training_in(cast, starts_in=14, seats=10)
    rows = [request_place(training, make.PersonFactory(institution=cast.home), by=None) for _number in range(30)]

    at_once([lambda row=row: withdraw_enrolment(row, by=None) for row in rows[:10]])

    found = list(training.enrolments.order_by("place").values_list("status", flat=True))
    assert found == ["withdrawn"] * 10 + ["enrolled"] * 10 + ["waitlisted"] * 10
