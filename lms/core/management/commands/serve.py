"""Run the whole product in one foreground command: the site, its background tasks and its regular chores."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field

from django.conf import settings
from django.core.management import call_command, get_commands
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from lms.core.statics import gather_static

CHORES_EVERY = 300  # seconds
GRACE = 15  # seconds a process has to finish what it is doing
PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)


def follow_parent() -> None:
    """In the child, before it becomes what it runs: end when the supervisor ends, however it ends."""
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


@dataclass
class Part:
    """One process that has to be there all the time; it is started again when it ends, but not for ever."""

    name: str
    command: list[str]
    process: subprocess.Popen | None = None
    starts: list[float] = field(default_factory=list)

    def start(self) -> None:
        self.starts = [*self.starts[-2:], time.monotonic()]
        # A session of its own: Ctrl-C reaches the supervisor alone, which then ends the parts in order.
        self.process = subprocess.Popen(self.command, start_new_session=True, preexec_fn=follow_parent)  # noqa: S603

    @property
    def has_ended(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    @property
    def keeps_falling(self) -> bool:
        """Three starts within half a minute: starting again will not help."""
        return len(self.starts) == 3 and self.starts[-1] - self.starts[0] < 30

    def signal(self, number: int) -> None:
        if self.process is not None and self.process.poll() is None:
            os.killpg(self.process.pid, number)


class Command(BaseCommand):
    help = "Migrate, load the demo where DEMO is set, then serve the site and work its tasks until Ctrl-C."
    requires_system_checks = []

    def handle(self, *args, **options) -> None:
        self.host, self.port = os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8000")
        self.stopping = False
        require_free_port(self.host, self.port)
        self.prepare()
        self.parts = [
            Part("the site", [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", "lms.wsgi"]),
            Part("the worker", [sys.executable, "manage.py", "db_worker", "--queue-name", "*", "-v", "0"]),
            Part("the chores", [sys.executable, "manage.py", "keep_house", "--every", str(CHORES_EVERY)]),
        ]
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self.stop)
        try:
            self.work()
        finally:
            end(self.parts)
        self.stdout.write("Stopped. Nothing is left running.")

    def prepare(self) -> None:
        """Database, cache table, static files and, once, the demo. Doing it again changes nothing."""
        self.stdout.write("Preparing the database and the static files …")
        self.stdout.flush()
        call_command("migrate", verbosity=0, interactive=False)
        call_command("createcachetable", verbosity=0)
        gather_static()
        if settings.DEMO and "load_demo" in get_commands():
            call_command("load_demo", stdout=self.stdout)
        connections.close_all()

    def work(self) -> None:
        for part in self.parts:
            part.start()
        announced = False
        while not self.stopping:
            announced = announced or self.announce()
            for part in self.parts:
                if part.has_ended and not self.stopping:
                    self.start_again(part)
            time.sleep(0.3)

    def start_again(self, part: Part) -> None:
        if part.keeps_falling:
            raise CommandError(f"{part.name} keeps ending (exit code {part.process.returncode}): see the lines above.")
        self.stderr.write(f"{part.name} ended (exit code {part.process.returncode}) and is started again.")
        part.start()

    def stop(self, number, frame) -> None:
        if not self.stopping:
            self.stdout.write("\nStopping …")
        self.stopping = True

    def announce(self) -> bool:
        """Print where the site is and who may enter, once it answers. True when done."""
        if not answers(self.host, self.port):
            return False
        self.stdout.write(self.style.SUCCESS(f"\nPSSM Cascade is ready: {settings.BASE_URL}"))
        for account in settings.DEMO_ACCOUNTS if settings.DEMO else ():
            self.stdout.write("  {role!s:<18} {email:<26} {password}".format(**account))
        self.stdout.write("Ctrl-C stops it.")
        self.stdout.flush()
        return True


def require_free_port(host: str, port: str) -> None:
    """One line instead of a traceback where somebody else listens already."""
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise CommandError(f"PORT is “{port}”, which is no port. Give a number, for example PORT=8001 make run")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, int(port)))
        except OSError as trouble:
            raise CommandError(
                f"{host}:{port} cannot be used ({trouble.strerror}). Choose another, for example PORT=8001 make run"
            ) from None


def answers(host: str, port: str) -> bool:
    """Does the site's health page answer?"""
    near = "127.0.0.1" if host in ("0.0.0.0", "localhost") else host  # noqa: S104 - read, not bound  # nosec B104
    try:
        with urllib.request.urlopen(f"http://{near}:{port}/health/", timeout=2) as response:  # noqa: S310 - loopback  # nosec B310
            return response.status == 200
    except (urllib.error.URLError, OSError):
        return False


def end(parts: list[Part]) -> None:
    """Ask every part to finish, wait, and end by force what is still there."""
    for part in parts:
        part.signal(signal.SIGTERM)
    deadline = time.monotonic() + GRACE
    for part in parts:
        try:
            if part.process:
                part.process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            part.signal(signal.SIGKILL)
            part.process.wait()
