"""`manage.py load_demo`: the demo data, once."""

from django.core.management.base import BaseCommand

from lms.demo.loader import load_demo


class Command(BaseCommand):
    help = "Load the demonstration data into an empty database; a second call changes nothing."

    def handle(self, *args, **options) -> None:
        done = load_demo()
        self.stdout.write("The demo is loaded." if done else "The demo is there already; nothing was changed.")
