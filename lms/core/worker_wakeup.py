"""Waking the task worker: who enqueues a task rings, so that the worker need not ask the database each second.

The ring is one datagram to an abstract Unix socket of this machine (Linux). It carries nothing: what there is to do
stays in the database (docs/decisions/0004), and a ring that is lost only means waiting for the worker's next look.
"""

import contextlib
import hashlib
import select
import socket

from django.conf import settings
from django.db import transaction


def address() -> str:
    """One for each database, so that two sites on a machine do not wake each other. The first NUL: no file."""
    database = settings.DATABASES["default"]
    name = repr([database.get(key) for key in ("ENGINE", "HOST", "PORT", "NAME")])
    return f"\0pssm-tasks-{hashlib.sha256(name.encode()).hexdigest()[:16]}"


def ring(**_signal) -> None:
    """Wake the worker, if one listens here."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as bell, contextlib.suppress(OSError):
        bell.setblocking(False)
        bell.sendto(b".", address())


def ring_when_committed(**_signal) -> None:
    """Connected to `task_enqueued`: before its transaction ends the worker could not see the task."""
    transaction.on_commit(ring, robust=True)


class Bell:
    """The worker's end. A second worker on the machine finds the address taken and only looks now and then."""

    def __init__(self) -> None:
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.socket.setblocking(False)
        with contextlib.suppress(OSError):
            self.socket.bind(address())

    def wait(self, seconds: float) -> bool:
        """Wait for a ring, at most so long. True if there was one; several count as one."""
        rang = bool(select.select([self.socket], [], [], seconds)[0])
        with contextlib.suppress(BlockingIOError):
            while rang:
                self.socket.recv(16)
        return rang
