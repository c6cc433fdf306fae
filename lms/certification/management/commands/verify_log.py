"""`manage.py verify_log`: prove that no line of the transparency log was changed, removed or put in."""

from django.core.management.base import BaseCommand, CommandError

from lms.certification.models import LogEntry
from lms.certification.services import verify_log


class Command(BaseCommand):
    help = "Follow the chain of the transparency log and compare it with the certificates; fails where it is broken."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--head", default="", help="a seal kept elsewhere: it must still be part of the log")

    def handle(self, *args, **options) -> None:
        verdict = verify_log()
        if not verdict.is_whole:
            raise CommandError(f"The log is broken: entry {verdict.broken_at} {verdict.wrong}.")
        if options["head"] and not LogEntry.objects.filter(seal=options["head"]).exists():
            raise CommandError("The seal you kept is no longer part of the log: it was made anew.")
        self.stdout.write(f"Whole: {verdict.length} entries. Keep this seal elsewhere: {verdict.head}")
