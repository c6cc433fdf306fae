"""500 people ask for 30 seats at the same moment: how fast, and is it exactly 30 and 470."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from bench.measure import Figure, hand_over, start_django

start_django()

from django.db import connection, transaction  # noqa: E402

from bench.measure import client_for  # noqa: E402
from lms.core.clock import today  # noqa: E402
from lms.people.models import Person, User  # noqa: E402
from lms.trainings.services import request_place  # noqa: E402
from tests import factories as make  # noqa: E402

REQUESTS, SEATS, THREADS = 500, 30, 24
TIMES = 3


@transaction.atomic
def training_and_people(number: int):
    """A training with 30 seats and 500 people with accounts of the same institution."""
    day = today("Europe/Belgrade") + timedelta(days=14 + 7 * number)
    institution = make.InstitutionFactory(code=f"storm-{number}")
    training = make.TrainingFactory(
        institution=institution, starts_on=day, seats=SEATS, reference=f"STORM-{number}", language="en"
    )
    make.SessionFactory(training=training)
    return training, make.PersonFactory.create_batch(REQUESTS, institution=institution)


def at_once(acts) -> tuple[float, list[float]]:
    """Run the acts in threads that start together; seconds in all, and each act's own seconds, sorted."""
    ready, first = threading.Barrier(THREADS + 1), threading.local()
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

    with ThreadPoolExecutor(THREADS) as pool:
        waiting = [pool.submit(run, act) for act in acts]
        ready.wait(60)
        began = time.perf_counter()
        for one in waiting:
            one.result()
        return time.perf_counter() - began, sorted(taken)


def is_exact(training) -> bool:
    """Places 1 to 500 without a gap, the first 30 enrolled, all others waiting."""
    rows = list(training.enrolments.order_by("place").values_list("place", "status"))
    wanted = ["enrolled"] * SEATS + ["waitlisted"] * (REQUESTS - SEATS)
    return rows == list(zip(range(1, REQUESTS + 1), wanted, strict=True))


def main() -> None:
    seconds, slowest, exact = [], [], 0
    for number in range(TIMES):
        training, people = training_and_people(number)
        took, each = at_once([lambda person=person, t=training: request_place(t, person, by=None) for person in people])
        seconds.append(took)
        slowest.append(each[-1])
        exact += is_exact(training)
    rate = REQUESTS / sorted(seconds)[TIMES // 2]
    note = f"exact {exact} of {TIMES} times; slowest request {max(slowest):.2f} s; {THREADS} threads"
    hand_over(
        [
            Figure("storm", f"500 requests for 30 seats, {connection.vendor}", f"{rate:.0f} requests/s", note=note),
            over_http(),
        ]
    )


def over_http() -> Figure:
    """The same through the whole stack: session, sign-in, form's answer."""
    from django.urls import reverse

    training, people = training_and_people(TIMES)
    accounts = User.objects.bulk_create(User(email=person.email, password="!") for person in people)
    for person, account in zip(people, accounts, strict=True):
        person.user = account
    Person.objects.bulk_update(people, ["user"])
    clients = [client_for(person.user) for person in people]
    address = reverse("enrol:confirm", args=[training.enrolment_code])
    statuses: set[int] = set()
    took, each = at_once([lambda one=one: statuses.add(one.post(address).status_code) for one in clients])
    note = f"{'exact' if is_exact(training) else 'NOT EXACT'}; answers {statuses}; slowest request {each[-1]:.2f} s"
    return Figure(
        "storm",
        f"the same as requests of browsers, {connection.vendor}",
        f"{REQUESTS / took:.0f} requests/s",
        note=note,
    )


main()
