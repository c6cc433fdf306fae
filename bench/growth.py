"""Coverage with ten times the demo's rows: time, and the same number of queries."""

import statistics
import time

from bench.measure import Figure, count_queries, cpu_ms, hand_over, start_django, yardstick

start_django()

from bench import clones  # noqa: E402
from bench.doors import users  # noqa: E402
from lms.core.clock import today  # noqa: E402
from lms.monitoring.figures import coverage_for  # noqa: E402
from lms.people.scope import Scope  # noqa: E402
from lms.trainings.models import Enrolment  # noqa: E402

EVERYTHING = Scope(everything=True)


def main() -> None:
    stick = yardstick(users()["office"])
    found = [measured("the demo", stick)]
    began = time.perf_counter()
    clones.multiply(9)
    took = time.perf_counter() - began
    found.append(measured("ten times the demo", stick, f"; rows made in {took:.0f} s"))
    hand_over(found)


def measured(name: str, stick: float, more: str = "") -> Figure:
    day = today()
    queries = count_queries(lambda: coverage_for(EVERYTHING, day))
    cost = statistics.median(cpu_ms(lambda: coverage_for(EVERYTHING, day)) for _number in range(7))
    rows = Enrolment.objects.count()
    return Figure(
        "coverage", f"computed, {name}", f"{cost:.0f} ms", cost, stick, str(queries), f"{rows} enrolments{more}"
    )


main()
