"""`manage.py verify_audit`: prove that no sealed entry was changed, removed or put in."""

from django.core.management.base import BaseCommand, CommandError

from lms.audit.models import Entry
from lms.audit.services import verify_chain


class Command(BaseCommand):
    help = "Follow the chain of the audit trail; fails where it is broken."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--head", default="", help="a seal kept elsewhere: it must still be part of the chain")

    def handle(self, *args, **options) -> None:
        verdict = verify_chain()
        if not verdict.is_whole:
            entry = f"entry {verdict.entry.pk}" if verdict.entry else "an entry is missing"
            raise CommandError(f"The chain is broken at number {verdict.broken_at}: {entry}.")
        if options["head"] and not Entry.objects.sealed().filter(seal=options["head"]).exists():
            raise CommandError("The seal you kept is no longer part of the chain: it was made anew.")
        self.stdout.write(f"Whole: {verdict.length} entries. Keep this seal elsewhere: {verdict.head}")
