"""Copies of a test's database for processes that are killed at work: a file on SQLite, a database on PostgreSQL."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection

from tests import databases


@dataclass(frozen=True)
class Copy:
    """`name`: a path on SQLite, a database's name on PostgreSQL; `url`: its address for another process."""

    name: str
    url: str


@contextmanager
def copied(folder: Path, label: str) -> Iterator[Copy]:
    """A whole copy of the database that the test speaks to, forgotten afterwards."""
    original = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        path = folder / f"{label}.sqlite3"
        # With what still stands in the write-ahead log.
        with closing(sqlite3.connect(original)) as source, closing(sqlite3.connect(path)) as target:
            source.backup(target)
        yield Copy(str(path), f"sqlite:///{path}")
        return
    name = f"test_copy_{label}_{databases.worker()}_{os.getpid()}".replace("-", "_")
    connection.close()  # a database that somebody speaks to cannot be copied
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{original}"')
    try:
        yield Copy(name, f"{settings.DATABASE_URL.rpartition('/')[0]}/{name}")
    finally:
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


@contextmanager
def speaking_to(copy: Copy) -> Iterator[None]:
    """The test's own connection speaks to the copy."""
    original = connection.settings_dict["NAME"]
    databases.use(copy.name)
    try:
        yield
    finally:
        databases.use(original)
