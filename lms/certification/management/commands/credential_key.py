"""`manage.py credential_key new|list|retire`: the keys that digital credentials are signed with."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from lms.certification.credentials.keys import PRIVATE, KeyTrouble, is_too_open, make_key, retire_key, ring


class Command(BaseCommand):
    help = "Make a signing key, list the keys, or retire one: its public half stays published."

    def add_arguments(self, parser) -> None:
        parser.add_argument("act", choices=["new", "list", "retire"])
        parser.add_argument("kid", nargs="?", default="", help="for retire: how the key's id begins")

    def handle(self, *args, **options) -> None:
        try:
            getattr(self, options["act"])(options["kid"])
        except KeyTrouble as trouble:
            raise CommandError(str(trouble)) from trouble

    def new(self, kid: str) -> None:
        key = make_key(self.folder())
        self.stdout.write(f"Made {key.name}. Its id: {key.kid}. It signs from now on; copy the file to every machine.")

    def list(self, kid: str) -> None:
        found = ring()
        for key in found.keys:
            does = "signs" if key == found.signer else "publishes" if key.private else "retired"
            self.stdout.write(f"{key.kid}  {does:9}  {key.name}")
        for path in sorted(self.folder().glob(f"*{PRIVATE}")):
            if is_too_open(path.name, path.stat().st_mode):
                self.stderr.write(f"{path.name} can be read by others and is not used: chmod 600, or better a new key.")
        if not found.keys:
            self.stdout.write("There is no key: no digital credentials here.")

    def retire(self, kid: str) -> None:
        if not kid:
            raise CommandError("Say which: credential_key retire -- <how its id begins>")
        self.stdout.write(f"Retired. Its public half is kept in {retire_key(self.folder(), kid).name}.")

    def folder(self) -> Path:
        """Where the keys are: outside the code, unless this is a demo or a developer's machine."""
        if not settings.CREDENTIAL_KEYS_DIR:
            raise CommandError("CREDENTIAL_KEYS_DIR is not set: name a folder outside the code that only we can read.")
        folder = Path(settings.CREDENTIAL_KEYS_DIR).resolve()
        if folder.is_relative_to(settings.BASE_DIR) and not settings.CREDENTIAL_KEYS_MADE_HERE:
            raise CommandError(f"{folder} is inside the code: a key there ends up in copies of it. Name another.")
        return folder
