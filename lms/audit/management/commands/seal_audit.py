"""`manage.py seal_audit`: chain the entries of the trail that are not sealed yet."""

from django.core.management.base import BaseCommand

from lms.audit.services import seal_entries


class Command(BaseCommand):
    help = "Seal the entries of the audit trail that are not sealed yet."

    def handle(self, *args, verbosity: int = 1, **options) -> None:
        count = seal_entries()
        if verbosity:
            self.stdout.write(f"Sealed: {count}")
