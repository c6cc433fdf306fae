"""`manage.py dump_schema`: run every migration in an empty database and keep the outcome as this vendor's schema."""

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from lms.core import schema


class Command(BaseCommand):
    help = "Run every migration in an empty database and keep what they make, for the next empty database."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--check", action="store_true", help="compare with the kept schema; fail where it differs")

    def handle(self, *args, check: bool, **options) -> None:
        if connection.introspection.table_names(include_views=True):
            raise CommandError("This database is not empty. Name an empty one: DATABASE_URL=… manage.py dump_schema")
        call_command("migrate", one_by_one=True, verbosity=0, interactive=False)
        if not check:
            self.stdout.write(f"Kept in {schema.write(connection).name}.")
        elif lines := schema.differences(connection):
            raise CommandError("\n".join([*lines, "The kept schema differs: run `make schema`."]))
