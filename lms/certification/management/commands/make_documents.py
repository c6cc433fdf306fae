"""Make the documents that are still missing: after a worker was stopped, or a font was."""

from django.core.management.base import BaseCommand

from lms.certification.documents import DocumentError
from lms.certification.models import Certificate
from lms.certification.services import make_document


class Command(BaseCommand):
    help = "Make the documents of certificates that have none; those that have one are left alone."

    def handle(self, *args, **options) -> None:
        ids = list(Certificate.objects.undocumented().order_by("pk").values_list("pk", flat=True))
        made = sum(self.make(pk) for pk in ids)
        self.stdout.write(f"{made} of {len(ids)} missing documents made.")

    def make(self, pk: int) -> bool:
        """One that cannot be made is named, and does not hold up the others."""
        try:
            return make_document(pk)
        except DocumentError as error:
            self.stderr.write(f"certificate {pk}: {error}")
            return False
