"""Make the documents that are still missing: after a worker was stopped, or a font was."""

from django.core.management.base import BaseCommand

from lms.certification.models import Certificate
from lms.certification.services import make_document


class Command(BaseCommand):
    help = "Make the documents of certificates that have none; those that have one are left alone."

    def handle(self, *args, **options) -> None:
        ids = list(Certificate.objects.undocumented().order_by("pk").values_list("pk", flat=True))
        made = sum(make_document(pk) for pk in ids)
        self.stdout.write(f"{made} of {len(ids)} missing documents made.")
