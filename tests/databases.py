"""Test databases in a second: all migrations run once into a template, which every worker copies.

The template is kept between runs under the digest of everything that makes it: the migration files of all apps.
A test that commits for real gets a new copy afterwards, so that the next one finds what migrations made.
"""

import hashlib
import os
import shutil
from pathlib import Path

from django.apps import apps
from django.core.management import call_command
from django.db import connection
from django.test import TransactionTestCase
from filelock import FileLock

LOCK_NUMBER = 720_2026
#: The template this process copied, a path or a database's name, and how often it was copied anew.
MADE_FROM = {"template": "", "times": 0}


def digest() -> str:
    """A short digest over every app's migration files and triggers."""
    found = hashlib.sha256()
    for config in sorted(apps.get_app_configs(), key=lambda config: config.name):
        for path in sorted([*Path(config.path, "migrations").glob("*.py"), *Path(config.path).glob("guards.py")]):
            found.update(str(path.relative_to(config.path)).encode() + path.read_bytes())
    return found.hexdigest()[:12]


def use(name: str) -> None:
    connection.close()
    connection.settings_dict["NAME"] = name


def worker() -> str:
    return os.environ.get("PYTEST_XDIST_WORKER", "main")


def migrate_into(name: str) -> None:
    use(name)
    call_command("migrate", verbosity=0, interactive=False)
    connection.close()


def renew_after_commits() -> None:
    """In place of emptying every table, which guards refuse: a new copy of the template."""
    TransactionTestCase._fixture_teardown = lambda case: renew()


def renew() -> None:
    """Throw away what was committed."""
    own = connection.settings_dict["NAME"]
    connection.close()
    if connection.vendor == "sqlite":
        for path in Path(own).parent.glob(f"{Path(own).name}*"):
            path.unlink()
        shutil.copy(MADE_FROM["template"], own)
        return
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE "{own}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{own}" TEMPLATE "{MADE_FROM["template"]}"')
    number_on()


def number_on() -> None:
    """New rows of a renewed PostgreSQL database get numbers that no recorded row has (see `recorded`); SQLite, which
    counts from the highest number there is, needs no help."""
    MADE_FROM["times"] += 1
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT setval(format('%%I.%%I', schemaname, sequencename)::regclass, %s) FROM pg_sequences",
            [MADE_FROM["times"] * 1_000_000],
        )
    connection.close()


# SQLite ---------------------------------------------------------------------------------------------------------------


def sqlite_template(kept: Path) -> Path:
    """Where the migrated and empty database is kept."""
    return kept / f"template-{digest()}.sqlite3"


def prepare_sqlite(kept: Path, own: Path) -> Path:
    """A copy of the template as this worker's own file; a file, since threads must meet real locks."""
    template = sqlite_template(kept)
    with FileLock(kept / "template.lock"):
        if not template.exists():
            for older in kept.glob("template-*.sqlite3*"):
                older.unlink()
            fresh = kept / "fresh.sqlite3"
            fresh.unlink(missing_ok=True)
            migrate_into(str(fresh))
            fresh.rename(template)
        shutil.copy(template, own)
    MADE_FROM["template"] = str(template)
    use(str(own))
    return own


# PostgreSQL -----------------------------------------------------------------------------------------------------------


def prepare_postgresql(base: str) -> str:
    """A database of this worker's own, made from the template; returns its name."""
    template, own = f"test_{base}_template_{digest()}", f"test_{base}_{worker()}_{os.getpid()}"
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK_NUMBER])
        cursor.execute("SELECT datname FROM pg_database WHERE datname = %s", [template])
        if not cursor.fetchone():
            make_template(cursor, base, template)
        cursor.execute(f'CREATE DATABASE "{own}" TEMPLATE "{template}"')
    MADE_FROM["template"] = template
    use(own)
    return own


def make_template(cursor, base: str, template: str) -> None:
    """Migrate under another name first: a template that is there is a whole one."""
    cursor.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [f"test_{base}_template_%"])
    for name in [*(row[0] for row in cursor.fetchall()), f"test_{base}_fresh"]:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')
    cursor.execute(f'CREATE DATABASE "test_{base}_fresh"')
    migrate_into(f"test_{base}_fresh")
    cursor.execute(f'ALTER DATABASE "test_{base}_fresh" RENAME TO "{template}"')


def drop_postgresql(base: str, own: str) -> None:
    use(base)
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{own}" WITH (FORCE)')
