"""First come, first served, where the database itself does not queue fairly.

SQLite lets writers poll for its one lock: of 500 requests at once most wait 0.1 s and a few starve until the timeout.
In front of it the threads of a process stand in line. A courtesy only: what is true rests on the database's own lock,
and processes beside this one meet there. PostgreSQL queues by itself.
"""

from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from threading import Event, Lock
from typing import ParamSpec, TypeVar

from django.db import connection

P = ParamSpec("P")
R = TypeVar("R")


class WriteQueue:
    """A line to stand in: whoever is served calls the next one."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._waiting: deque[Event] = deque()
        self._busy = False

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait until everybody who came before has been served."""
        called = self._arrive()
        called.wait()
        try:
            yield
        finally:
            self._leave()

    def _arrive(self) -> Event:
        called = Event()
        with self._guard:
            if self._busy:
                self._waiting.append(called)
            else:
                self._busy = True
                called.set()
        return called

    def _leave(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().set()
            else:
                self._busy = False


_line = WriteQueue()


def in_turn(act: Callable[P, R]) -> Callable[P, R]:
    """Let an act begin its transaction in its turn. Inside a transaction it goes on at once: the lock may be held."""

    @wraps(act)
    def wait_and_act(*args: P.args, **kwargs: P.kwargs) -> R:
        if connection.vendor != "sqlite" or connection.in_atomic_block:
            return act(*args, **kwargs)
        with _line.turn():
            return act(*args, **kwargs)

    return wait_and_act
