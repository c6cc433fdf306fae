"""500 people ask for 30 seats at the same moment: how fast, and is it exactly 30 and 470."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import timedelta

from bench.measure import Figure, client_for, hand_over, start_django

start_django()

from django.db import connection, transaction  # noqa: E402
from django.urls import reverse  # noqa: E402

from lms.core.clock import today  # noqa: E402
from lms.people.models import Person, User  # noqa: E402
from lms.trainings.services import request_place  # noqa: E402
from tests import factories as make  # noqa: E402


@dataclass(frozen=True)
class Size:
    """How many ask for how many seats, from how many threads, how often."""

    requests: int = 500
    seats: int = 30
    threads: int = 24
    times: int = 3


def measure(size: Size | None = None) -> list[Figure]:
    size = size or Size()
    return [by_service(size), by_request(size)]


@transaction.atomic
def training_and_people(number: int, size: Size):
    """A training with so many seats, and people of the same institution who ask for them."""
    day = today("Europe/Belgrade") + timedelta(days=14 + 7 * number)
    institution = make.InstitutionFactory(code=f"storm-{number}")
    training = make.TrainingFactory(
        institution=institution, starts_on=day, seats=size.seats, reference=f"STORM-{number}", language="en"
    )
    make.SessionFactory(training=training)
    return training, make.PersonFactory.create_batch(size.requests, institution=institution)


def at_once(acts, threads: int) -> tuple[float, list[float]]:
    """Run the acts in threads that start together; seconds in all, and each act's own seconds, sorted."""
    ready, first = threading.Barrier(threads + 1), threading.local()
    taken = []

    def run(act):
        if not getattr(first, "passed", False):
            first.passed = True
            connection.ensure_connection()
            ready.wait(60)
        began = time.perf_counter()
        act()
        taken.append(time.perf_counter() - began)
        # As after every request.
        connection.close()

    with ThreadPoolExecutor(threads) as pool:
        waiting = [pool.submit(run, act) for act in acts]
        ready.wait(60)
        began = time.perf_counter()
        for one in waiting:
            one.result()
        return time.perf_counter() - began, sorted(taken)


def check_exact(training, size: Size) -> None:
    """Places 1 to 500 without a gap, the first 30 enrolled, all others waiting."""
    rows = list(training.enrolments.order_by("place").values_list("place", "status"))
    wanted = ["enrolled"] * size.seats + ["waitlisted"] * (size.requests - size.seats)
    if rows != list(zip(range(1, size.requests + 1), wanted, strict=True)):
        raise SystemExit(f"The storm was not exact: {len(rows)} places for {size.requests} requests, or out of order.")


def by_service(size: Size) -> Figure:
    seconds, slowest = [], []
    for number in range(size.times):
        training, people = training_and_people(number, size)
        acts = [lambda person=person, t=training: request_place(t, person, by=None) for person in people]
        took, each = at_once(acts, size.threads)
        check_exact(training, size)
        seconds.append(took)
        slowest.append(each[-1])
    note = f"exact {size.times} of {size.times} times; slowest request {max(slowest):.2f} s; {size.threads} threads"
    name = f"{size.requests} requests for {size.seats} seats"
    return figure(name, size.requests / sorted(seconds)[size.times // 2], note)


def by_request(size: Size) -> Figure:
    """The same through the whole stack: session, sign-in, form's answer."""
    training, people = training_and_people(size.times, size)
    clients = [client_for(account) for account in accounts_of(people)]
    address = reverse("enrol:confirm", args=[training.enrolment_code])
    statuses: set[int] = set()
    acts = [lambda one=one: statuses.add(one.post(address).status_code) for one in clients]
    took, each = at_once(acts, size.threads)
    check_exact(training, size)
    note = f"exact; answers {statuses}; slowest request {each[-1]:.2f} s"
    return figure("the same as requests of browsers", size.requests / took, note)


def accounts_of(people: list[Person]) -> list[User]:
    accounts = User.objects.bulk_create(User(email=person.email, password="!") for person in people)
    for person, account in zip(people, accounts, strict=True):
        person.user = account
    Person.objects.bulk_update(people, ["user"])
    return accounts


def figure(name: str, rate: float, note: str) -> Figure:
    return Figure("storm", f"{name}, {connection.vendor}", f"{rate:.3g} requests/s", note=note)


if __name__ == "__main__":
    hand_over(measure())
