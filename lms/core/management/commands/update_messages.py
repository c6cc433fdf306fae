"""Bring the interface's catalogues up to date: collect the sentences, derive the Latin catalogue, compile both."""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from lms.core import catalogues as tools

SOURCES = ("lms", "curricula", "templates")


class Command(BaseCommand):
    """Needs no gettext: without it the sentences known already are derived and compiled, new ones are not collected."""

    help = "Collect the interface's sentences (with gettext), derive Serbian Latin from Cyrillic, compile both."
    requires_system_checks = []

    def handle(self, *args, **options) -> None:
        folder = Path(settings.LOCALE_PATHS[0])
        if shutil.which("xgettext"):
            self.collect(Path(settings.BASE_DIR), folder)
        else:
            self.stdout.write("gettext is not installed: no new sentences were collected.")
        written = tools.settle(polib.pofile(str(tools.catalogue_path(folder, tools.WRITTEN))), tools.WRITTEN)
        self.keep(folder, tools.WRITTEN, written)
        self.keep(folder, tools.DERIVED, tools.derive_latin(written))
        self.tell(written)

    def collect(self, base: Path, folder: Path) -> None:
        """Merge what the sources say into the written catalogue.

        In a copy, because makemessages leaves files of its own beside the templates while it works.
        """
        with tempfile.TemporaryDirectory() as place:
            for name in SOURCES:
                shutil.copytree(base / name, Path(place, name), ignore=shutil.ignore_patterns("*.pyc", "__pycache__"))
            shutil.copytree(folder, Path(place, "locale"))
            command = [
                sys.executable,
                "-m",
                "django",
                "makemessages",
                "-l",
                tools.WRITTEN,
                "--no-wrap",
                "--no-obsolete",
            ]
            done = subprocess.run(  # noqa: S603 - fixed words
                [*command, "--add-location", "file"], cwd=place, capture_output=True, text=True, check=False,
                env={name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"},
            )  # fmt: skip
            if done.returncode:
                raise CommandError(done.stderr.strip() or done.stdout.strip())
            shutil.copy(tools.catalogue_path(Path(place, "locale"), tools.WRITTEN),
                        tools.catalogue_path(folder, tools.WRITTEN))  # fmt: skip

    def keep(self, folder: Path, language: str, catalogue: polib.POFile) -> None:
        """Write both files of a catalogue."""
        path = tools.catalogue_path(folder, language)
        path.parent.mkdir(parents=True, exist_ok=True)
        catalogue.save(str(path))
        tools.catalogue_path(folder, language, "mo").write_bytes(tools.compiled(catalogue))

    def tell(self, written: polib.POFile) -> None:
        """How many sentences there are, which are untranslated, and what is wrong."""
        missing = [entry for entry in written if not tools.is_complete(entry)]
        self.stdout.write(f"{len(written)} sentences, {len(missing)} untranslated.")
        for entry in missing:
            self.stdout.write(f"  {tools.key_of(entry)!r} ({entry.occurrences[0][0] if entry.occurrences else '?'})")
        for fault in tools.faults_of(written, "cyrillic"):
            self.stdout.write(self.style.ERROR(f"  {fault}"))
