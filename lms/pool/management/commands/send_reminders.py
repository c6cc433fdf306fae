"""Send the reminders that are due: from a timer, any number of times a day; each goes out once."""

from django.core.management.base import BaseCommand

from lms.pool.services import send_due_reminders


class Command(BaseCommand):
    help = "Queue the reminders that are due today (certificates that end, deliveries due or missing). Each once."

    def handle(self, *args, **options) -> None:
        count = send_due_reminders()
        if options["verbosity"]:
            self.stdout.write(f"{count} letters queued." if count != 1 else "1 letter queued.")
