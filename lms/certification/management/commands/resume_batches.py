"""Go on with issues of certificates that a killed worker left unfinished. One of the chores."""

from django.core.management.base import BaseCommand

from lms.certification.services import resume_batches


class Command(BaseCommand):
    help = "Hand unfinished issues of certificates that stand still to a worker again."

    def handle(self, *args, **options) -> None:
        count = resume_batches()
        if options["verbosity"]:
            self.stdout.write(f"{count} unfinished issues handed to a worker.")
