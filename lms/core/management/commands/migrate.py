"""`manage.py migrate`: Django's own; an empty database is first filled from the kept schema."""

from django.core.management.commands import migrate
from django.db import connections

from lms.core import schema

# Whoever asks for one of these wants the migrations themselves, or nothing done at all.
PARTICULAR = ("app_label", "fake", "fake_initial", "plan", "run_syncdb", "check_unapplied", "prune")


class Command(migrate.Command):
    def add_arguments(self, parser) -> None:
        super().add_arguments(parser)
        parser.add_argument(
            "--one-by-one", action="store_true", help="run every migration, also where the kept schema would do"
        )

    def handle(self, *args, one_by_one: bool = False, **options) -> None:
        """Django's command has the last word: what the schema did not bring, it does."""
        if not one_by_one and not any(options[name] for name in PARTICULAR):
            self.fill_if_empty(options["database"], options["verbosity"])
        super().handle(*args, **options)

    def fill_if_empty(self, database: str, verbosity: int) -> None:
        if schema.load_verified(connections[database]) and verbosity:
            self.stdout.write("The database was empty: all tables were made from the kept schema.")
