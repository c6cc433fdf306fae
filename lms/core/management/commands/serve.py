"""Run the whole product in one foreground command: the site, its background tasks and its regular chores.

This process loads the code once and never opens the database; all that does is forked from it (docs/decisions/0009).
"""

import os
import socket
import sys
import time
import urllib.error
import urllib.request
from importlib import import_module
from multiprocessing.connection import wait

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError
from django.urls import reverse
from django.utils import translation

from lms.core.processes import StopRequested, SupervisedProcess, end, run_and_forget, share_memory
from lms.core.site_setup import STEPS
from lms.core.static_files import read_manifest

CHORES_EVERY = 300  # seconds


class Command(BaseCommand):
    help = "Migrate, load the demo where DEMO is set, then serve the site and work its tasks until Ctrl-C."
    requires_system_checks = []

    def handle(self, *args, **options) -> None:
        self.host, self.port = os.environ.get("HOST", "127.0.0.1"), os.environ.get("PORT", "8000")
        require_free_port(self.host, self.port)
        self.stop = StopRequested(self.say)
        self.site = SupervisedProcess("the site", "gunicorn", serve_site)
        self.others = [
            SupervisedProcess("the worker", "db_worker", work_tasks),
            SupervisedProcess("the chores", "run_chores", do_chores),
        ]
        try:
            for stage in (self.prepare, self.open_site, self.keep_running):
                if not self.stop.asked:
                    stage()
        finally:
            end([self.site, *self.others])
        self.say("Stopped. Nothing is left running.")

    def say(self, text: str, ending: str = "\n") -> None:
        self.stdout.write(text, ending=ending)
        self.stdout.flush()

    def prepare(self) -> None:
        """In a process of its own, whose memory and connections are given back; meanwhile the code is loaded here."""
        preparing = SupervisedProcess("the preparation", "prepare", self.take_steps)
        preparing.start()
        try:
            load_code()
            wait([preparing.process.sentinel, self.stop])
        finally:
            end([preparing])
        if preparing.process.exitcode and not self.stop.asked:
            sys.exit(1)  # what went wrong has been said there

    def take_steps(self) -> None:
        for name, step in STEPS.items():
            begun = time.monotonic()
            self.say(f"{name} … ", ending="")
            try:
                done = step()
            except (CommandError, OperationalError) as trouble:
                line = str(trouble).strip().splitlines()[0]
                self.stderr.write(f"\nThe {name} could not be prepared: {line} Check DATABASE_URL.")
                sys.exit(1)
            self.say(f"{time.monotonic() - begun:.1f} s" + ("" if done else ", nothing to do"))

    def open_site(self) -> None:
        """Start the site, and once it answers what works beside it; say where it is and who may enter."""
        begun = time.monotonic()
        self.say("site … ", ending="")
        read_manifest()
        import_module("lms.wsgi")  # not before: it looks once which static files there are
        share_memory()
        self.site.start()
        while not (self.stop.asked or answers(self.host, self.port)):
            wait([self.site.process.sentinel, self.stop], 0.1)
            self.start_what_ended([self.site])
        if not self.stop.asked:
            self.say(f"{time.monotonic() - begun:.1f} s")
            self.start_what_ended(self.others)
            self.announce()

    def keep_running(self) -> None:
        """Wait for the end of a part or for a signal, without looking again and again."""
        parts = [self.site, *self.others]
        while not self.stop.asked:
            self.start_what_ended(parts)
            wait([self.stop, *(part.process.sentinel for part in parts)])

    def start_what_ended(self, parts: list[SupervisedProcess]) -> None:
        for part in parts:
            if part.process is None:
                part.start()
            elif part.has_ended and not self.stop.asked:
                self.start_again(part)

    def start_again(self, part: SupervisedProcess) -> None:
        code = part.process.exitcode
        if part.keeps_falling:
            raise CommandError(f"{part.title} keeps ending (exit code {code}): see the lines above.")
        self.stderr.write(f"{part.title} ended (exit code {code}) and is started again.")
        part.start()

    def announce(self) -> None:
        self.say(self.style.SUCCESS(f"\nPSSM Cascade is ready: {settings.BASE_URL}"))
        for account in settings.DEMO_ACCOUNTS if settings.DEMO else ():
            self.stdout.write("  {role!s:<18} {email:<26} {password}".format(**account))
        self.say("Ctrl-C stops it.")


# What the processes do ------------------------------------------------------------------------------------------------


def load_code() -> None:
    """All that a request or a task needs, so that the forked processes share it."""
    for name in (settings.ROOT_URLCONF, "gunicorn.app.wsgiapp", "gunicorn.workers.gthread"):
        import_module(name)
    for language in settings.WAGTAILADMIN_PERMITTED_LANGUAGES:
        with translation.override(language[0]):
            reverse("health")  # fills the table of addresses for this language, and reads its catalogue


def serve_site() -> None:
    """gunicorn, as on its command line."""
    sys.argv = ["gunicorn", "-c", str(settings.BASE_DIR / "deploy" / "gunicorn.conf.py"), "lms.wsgi"]
    import_module("gunicorn.app.wsgiapp").run(prog="gunicorn")


def work_tasks() -> None:
    call_command("db_worker", queue_name="*", reload=False, verbosity=0)


def do_chores() -> None:
    while True:
        run_and_forget(lambda: call_command("run_chores"))
        time.sleep(CHORES_EVERY)


# Before and after -----------------------------------------------------------------------------------------------------


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
