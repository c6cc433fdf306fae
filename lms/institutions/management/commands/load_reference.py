"""`manage.py load_reference`: the jurisdictions and institutions of the region, where they are not there yet."""

from django.core.management.base import BaseCommand

from lms.institutions.reference import load_reference


class Command(BaseCommand):
    help = "Make the jurisdictions and institutions of the region that are missing; change nothing that is there."

    def handle(self, *args, **options) -> None:
        self.stdout.write(f"{len(load_reference())} institutions are there.")
