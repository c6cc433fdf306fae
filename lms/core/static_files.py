"""Static files gathered for serving, only when one of them changed."""

import hashlib
from importlib.metadata import version
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.management import call_command


def gather_static() -> bool:
    """Run collectstatic if anything differs from the last time. True if it ran."""
    stamp, wanted = Path(settings.STATIC_ROOT) / "gathered.txt", fingerprint()
    if stamp.exists() and stamp.read_text() == wanted:
        return False
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(wanted)
    return True


def read_manifest() -> None:
    """Let this process know what has been gathered since it started; by itself it reads the list of names once."""
    if hasattr(staticfiles_storage, "load_manifest"):
        staticfiles_storage.hashed_files, staticfiles_storage.manifest_hash = staticfiles_storage.load_manifest()


def fingerprint() -> str:
    """A digest over names, sizes and times of all source files and the versions that compress them."""
    found = hashlib.sha256(f"{version('django')} {version('whitenoise')}".encode())
    for finder in get_finders():
        for name, storage in finder.list([]):
            facts = Path(storage.path(name)).stat()
            found.update(f"{name} {facts.st_size} {facts.st_mtime_ns}".encode())
    return found.hexdigest()
