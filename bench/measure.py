"""Measuring: CPU time of a request, its queries, the yardstick, and handing figures to `bench.run`."""

import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"
MARK = "bench-figures:"


@dataclass
class Figure:
    """One line of the table. `cost_ms` is CPU for one unit of work, what ratios are made of; None: no ratio."""

    group: str
    name: str
    value: str
    cost_ms: float | None = None
    yardstick_ms: float | None = None
    queries: str = ""
    note: str = ""

    @property
    def ratio(self) -> float | None:
        """How many bare views one unit costs."""
        return self.cost_ms / self.yardstick_ms if self.cost_ms and self.yardstick_ms else None


def in_short(ratio: float) -> str:
    return f"{ratio:.2g}" if ratio < 10 else f"{ratio:.0f}"


def start_django() -> None:
    """In a part's own process, before anything of the product is imported; in a test it has begun already."""
    from django.apps import apps

    if apps.ready:
        return
    os.environ["DJANGO_SETTINGS_MODULE"] = "bench.settings"
    sys.path.insert(0, str(HOME))
    import django

    django.setup()


def hand_over(figures: list[Figure]) -> None:
    """To the parent process, as the last line."""
    print(MARK + json.dumps([asdict(figure) for figure in figures]), flush=True)


def cpu_ms(act: Callable[[], object]) -> float:
    """CPU milliseconds of this process for one act: others on the machine disturb it little."""
    before = time.process_time()
    act()
    return (time.process_time() - before) * 1000


def client_for(user):
    """A browser that is signed in and accepts compressed answers; None: not signed in."""
    from django.test import Client

    client = Client(headers={"accept-encoding": "gzip"})
    if user is not None:
        client.force_login(user, backend=BACKEND)
    return client


def count_queries(act: Callable[[], object]) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        act()
    return len(captured)


def yardstick(user, rounds: int = 40) -> float:
    """CPU milliseconds of the bare view, median: every part measures its own, at its own moment."""
    client = client_for(user)
    for _number in range(5):
        client.get("/bench/bare/")
    return statistics.median(cpu_ms(lambda: client.get("/bench/bare/")) for _number in range(rounds))
