"""What has to be there before the site can be served: database, static files, demo. Done again, it changes nothing."""

import hashlib
import pkgutil
from io import StringIO
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.management import call_command, get_commands
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from .static_files import gather_static


def prepare_database() -> bool:
    """Migrate and make the cache's table, if anything may have changed since. True if it was done."""
    stamp, wanted = stamp_path(), code_digest()
    if stamp.exists() and stamp.read_text() == wanted and not missing_migrations():
        return False
    call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    call_command("createcachetable", verbosity=0)
    stamp.write_text(wanted)
    return True


def load_demo() -> bool:
    """Load the demo where DEMO is set, once. True if it was loaded now."""
    if not settings.DEMO or "load_demo" not in get_commands():
        return False
    said = StringIO()
    call_command("load_demo", stdout=said, skip_checks=True)
    return "nothing was changed" not in said.getvalue()


STEPS = {"database": prepare_database, "static files": gather_static, "demo": load_demo}


def stamp_path() -> Path:
    """Where it is kept what the database was prepared for: beside its file, or with our own data for a server's."""
    if connection.vendor == "sqlite":
        return Path(f"{connection.settings_dict['NAME']}.prepared")
    server = [connection.settings_dict[key] for key in ("HOST", "PORT", "NAME")]
    return settings.VAR_DIR / f"{hashlib.sha256(repr(server).encode()).hexdigest()[:16]}.prepared"


def code_digest() -> str:
    """Our code and the packages: triggers and upgrades run after `migrate` without a migration of their own."""
    found = hashlib.sha256((settings.BASE_DIR / "requirements.txt").read_bytes())
    for root in ("lms", "curricula"):
        for path in sorted((settings.BASE_DIR / root).rglob("*.py")):
            facts = path.stat()
            found.update(f"{path} {facts.st_size} {facts.st_mtime_ns}".encode())
    return found.hexdigest()


def missing_migrations() -> set[tuple[str, str]]:
    """Migrations whose files are there and which this database has not seen; none of them is imported."""
    return known_migrations() - set(MigrationRecorder(connection).applied_migrations())


def known_migrations() -> set[tuple[str, str]]:
    return {
        (app.label, module.name)
        for app in apps.get_app_configs()
        for module in pkgutil.iter_modules([str(Path(app.path, "migrations"))])
        if module.name[0] not in "_~"
    }
