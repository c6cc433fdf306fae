"""Writing the kept schema, loading it into an empty database, and comparing the two."""

import difflib
from pathlib import Path

from django.db import DatabaseError, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from . import postgresql, sqlite
from .origin import digest

VENDORS = {"sqlite": sqlite, "postgresql": postgresql}
HEADER = "-- Made by `manage.py dump_schema`; do not edit. Made from:"
# Stands alone on a line between two statements: functions and triggers hold semicolons of their own.
BETWEEN = "\n--\n"


def path_of(vendor: str) -> Path:
    """Where the schema of the vendor is kept, whether or not there is one."""
    return Path(__file__).with_name(f"{vendor}.sql")


def dump(connection: BaseDatabaseWrapper) -> str:
    """The database as SQL: equal for equal databases, whatever moments and random keys their rows hold."""
    with connection.cursor() as cursor:
        return BETWEEN.join(VENDORS[connection.vendor].statements(cursor)) + "\n"


def write(connection: BaseDatabaseWrapper) -> Path:
    """Keep this database, fresh from its migrations, as the schema of its vendor."""
    path = path_of(connection.vendor)
    path.write_text(f"{HEADER} {digest()}\n{dump(connection)}", encoding="utf-8")
    return path


def differences(connection: BaseDatabaseWrapper) -> list[str]:
    """Lines in which this database, fresh from its migrations, is not what the kept schema says; empty: none."""
    _made_from, kept = _read(connection.vendor)
    return list(difflib.unified_diff(kept.splitlines(), dump(connection).splitlines(), "kept", "migrated", n=1))


def load_verified(connection: BaseDatabaseWrapper) -> bool:
    """Fill an empty database from the schema that was made from just these migrations. False: nothing was done."""
    made_from, text = _read(connection.vendor)
    if made_from != digest() or connection.introspection.table_names(include_views=True):
        return False
    try:
        load(connection, text)
    except DatabaseError:
        # A build without FTS5, or somebody else who migrates just now: the migrations know what to do.
        return False
    return True


def load(connection: BaseDatabaseWrapper, text: str) -> None:
    """Run the statements, all or none."""
    with transaction.atomic(using=connection.alias), connection.cursor() as cursor:
        for statement in text.rstrip("\n").split(BETWEEN):
            cursor.execute(statement)


def _read(vendor: str) -> tuple[str, str]:
    """The digest that the kept schema was made from, and its statements; two empty texts where there is none."""
    path = path_of(vendor)
    first, _end, text = path.read_text(encoding="utf-8").partition("\n") if path.exists() else ("", "", "")
    return first.removeprefix(HEADER).strip(), text
