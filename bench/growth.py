"""Coverage with ten times the demo's rows: time, and the same number of queries."""

import statistics
import time

from bench.measure import Figure, count_queries, cpu_ms, hand_over, start_django, yardstick

start_django()

from bench import clones  # noqa: E402
from bench.addresses import users  # noqa: E402
from lms.core.clock import today  # noqa: E402
from lms.monitoring.figures import coverage_for  # noqa: E402
from lms.people.scope import Scope  # noqa: E402
from lms.trainings.models import Enrolment  # noqa: E402

EVERYTHING = Scope(everything=True)


def measure(*, rounds: int = 7, copies: int = 9) -> list[Figure]:
    stick = yardstick(users()["office"], rounds=rounds * 6)
    found = [measured("the demo", stick, rounds)]
    few = region()
    began = time.perf_counter()
    clones.multiply(copies)
    took = time.perf_counter() - began
    found.append(measured(f"{copies + 1} times the demo", stick, rounds, f"; rows made in {took:.0f} s"))
    check(few, region(), copies + 1)
    return found


def region():
    return coverage_for(EVERYTHING, today()).region


def check(few, many, times: int) -> None:
    """So many times the rows cover so many times the people."""
    if not few.unique or (many.unique, many.participations) != (few.unique * times, few.participations * times):
        raise SystemExit(f"Coverage at {times} times the rows: {few.unique} people became {many.unique}.")


def measured(name: str, stick: float, rounds: int, more: str = "") -> Figure:
    queries = count_queries(region)
    cost = statistics.median(cpu_ms(region) for _number in range(rounds))
    rows = Enrolment.objects.count()
    return Figure(
        "coverage", f"computed, {name}", f"{cost:.0f} ms", cost, stick, str(queries), f"{rows} enrolments{more}"
    )


if __name__ == "__main__":
    hand_over(measure())
