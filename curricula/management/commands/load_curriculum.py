"""`manage.py load_curriculum [folder]`: read a curriculum's content files into the database."""

from pathlib import Path

from django.core.management.base import BaseCommand

from curricula.loading import load_content

CONTENT = Path(__file__).resolve().parents[2] / "content" / "pssm-moi"


class Command(BaseCommand):
    help = "Make or update a curriculum with its pages and materials from a folder of JSON files."

    def add_arguments(self, parser) -> None:
        parser.add_argument("folder", nargs="?", type=Path, default=CONTENT)

    def handle(self, *args, folder: Path, **options) -> None:
        curriculum = load_content(folder)
        self.stdout.write(f"{curriculum.title}: {curriculum.modules.count()} modules.")
