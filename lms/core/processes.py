"""The processes of the one-command site, forked from one that has loaded the code: they share its memory."""

import ctypes
import gc
import os
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.context import ForkProcess

GRACE = 15  # seconds a process has to finish what it is doing
SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
PR_SET_PDEATHSIG, PR_SET_NAME = 1, 15
LIBC = ctypes.CDLL(None)
# Forked, not spawned: a new interpreter would load 3,000 modules again, 150 MB and seconds for each part.
FORK = get_context("fork")


def share_memory() -> None:
    """Before a fork: the collector must not write to objects that the children would otherwise share."""
    gc.collect()
    gc.freeze()


def follow(parent: int) -> None:
    """In the child: end when the parent ends, however it ends."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != parent:  # it ended before we could ask to be told
        sys.exit(1)


def be_a_part(name: str) -> None:
    """In the child: a name for `ps`, and signals as in a new process."""
    LIBC.prctl(PR_SET_NAME, name.encode())
    # A session of its own: Ctrl-C reaches the supervisor alone, which then ends the parts in order.
    os.setsid()
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)


@dataclass
class SupervisedProcess:
    """One process that has to be there all the time; it is started again when it ends, but not for ever."""

    title: str  # "the site": in what is printed
    name: str  # "gunicorn": in the list of processes, 15 letters at most
    work: Callable[[], object]
    process: ForkProcess | None = None
    starts: list[float] = field(default_factory=list)

    def start(self) -> None:
        self.starts = [*self.starts[-2:], time.monotonic()]
        self.process = FORK.Process(target=self._run, args=(os.getpid(),))
        self.process.start()

    def _run(self, parent: int) -> None:
        follow(parent)
        be_a_part(self.name)
        self.work()

    @property
    def has_ended(self) -> bool:
        return self.process is not None and not self.process.is_alive()

    @property
    def keeps_falling(self) -> bool:
        """Three starts within half a minute: starting again will not help."""
        return len(self.starts) == 3 and self.starts[-1] - self.starts[0] < 30

    def signal(self, number: int) -> None:
        """To the part and what it has forked; to the part alone while it has no group of its own yet."""
        if self.process is None or self.process.pid is None or self.has_ended:
            return
        try:
            os.killpg(self.process.pid, number)
        except ProcessLookupError:
            os.kill(self.process.pid, number)


def run_and_forget(work: Callable[[], object]) -> None:
    """Do it in a process that ends afterwards and gives its memory back; it stays in the caller's group."""
    process = FORK.Process(target=_run_below, args=(work, os.getpid()))
    process.start()
    process.join()


def _run_below(work: Callable[[], object], parent: int) -> None:
    follow(parent)
    work()


def end(parts: list[SupervisedProcess]) -> None:
    """Ask every part to finish, wait, and end by force what is still there."""
    for part in parts:
        part.signal(signal.SIGTERM)
    deadline = time.monotonic() + GRACE
    for part in parts:
        if part.process is None:
            continue
        part.process.join(max(0.1, deadline - time.monotonic()))
        if not part.has_ended:
            part.signal(signal.SIGKILL)
            part.process.join()


class StopRequested:
    """Somebody asked the supervisor to stop. To be waited for together with the ends of processes."""

    def __init__(self, say: Callable[[str], object]) -> None:
        self.asked, self.say = False, say
        self.reader, self.writer = os.pipe()
        os.set_blocking(self.writer, False)
        for number in SIGNALS:
            signal.signal(number, self.ask)

    def ask(self, number, frame) -> None:
        if not self.asked:
            self.say("\nStopping …")
        self.asked = True
        os.write(self.writer, b".")

    def fileno(self) -> int:
        return self.reader
