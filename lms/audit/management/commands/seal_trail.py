"""Seal the entries of the audit trail that are not yet part of its chain."""

from django.core.management.base import BaseCommand

from lms.audit.services import seal_entries


class Command(BaseCommand):
    help = "Chain the new entries of the audit trail; run every few minutes."

    def handle(self, *args, verbosity: int = 1, **options) -> None:
        count = seal_entries()
        if verbosity:
            self.stdout.write(f"{count} entries sealed.")
