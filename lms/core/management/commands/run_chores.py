"""The regular chores (`settings.CHORES`): from a timer once, or over and over beside the site."""

import time

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connections


class Command(BaseCommand):
    help = "Seal the audit trail, forget ended sessions, finished tasks and old workbooks. Any number of times."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--every", type=int, metavar="SECONDS", help="Go on, with this pause in between.")

    def handle(self, *args, **options) -> None:
        while True:
            self.do_chores()
            if not options["every"]:
                return
            connections.close_all()
            time.sleep(options["every"])

    def do_chores(self) -> None:
        """Each chore for itself: one that fails is named and does not hold up the others."""
        for name, *arguments in settings.CHORES:
            try:
                call_command(name, *arguments, verbosity=0)
            except Exception as trouble:  # noqa: BLE001 - whatever it is, the next chore must still run
                self.stderr.write(f"{name}: {trouble}")
