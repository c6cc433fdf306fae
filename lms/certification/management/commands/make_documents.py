"""Make the documents that are still missing, and put back files that were lost: drawn again from the frozen facts."""

from django.core.management.base import BaseCommand

from lms.certification.document.render import DocumentError
from lms.certification.models import Certificate
from lms.certification.services import make_document, restore_document


class Command(BaseCommand):
    help = "Make the documents of certificates that have none; with --restore also the files that are lost."

    def add_arguments(self, parser) -> None:
        parser.add_argument(
            "--restore", action="store_true", help="look for every stored file as well (reads them all)"
        )

    def handle(self, *args, **options) -> None:
        ids = list(Certificate.objects.undocumented().order_by("pk").values_list("pk", flat=True))
        made = sum(self.tried(make_document, pk) for pk in ids)
        self.stdout.write(f"{made} of {len(ids)} missing documents made.")
        if options["restore"]:
            rows = Certificate.objects.exclude(document="").order_by("pk")
            restored = sum(self.tried(restore_document, row) for row in rows.iterator())
            self.stdout.write(f"{restored} lost documents put back.")

    def tried(self, act, of) -> bool:
        """One that cannot be made is named, and does not hold up the others."""
        try:
            return act(of)
        except DocumentError as error:
            self.stderr.write(f"certificate {of}: {error}")
            return False
