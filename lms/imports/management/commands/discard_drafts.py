"""`manage.py discard_drafts`: a workbook that came in holds names; applied or not, its rows are not kept for ever."""

from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils import timezone

from lms.imports.services import discard_drafts

KEPT_DAYS = 90


class Command(BaseCommand):
    help = "Forget the people in workbooks that were received longer ago than --days."

    def add_arguments(self, parser) -> None:
        parser.add_argument("--days", type=int, default=KEPT_DAYS)

    def handle(self, *args, days: int = KEPT_DAYS, verbosity: int = 1, **options) -> None:
        count = discard_drafts(timezone.now() - timedelta(days=days))
        if verbosity:
            self.stdout.write(f"Forgotten: {count}")
