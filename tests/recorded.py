"""What many tests begin with is made once by the real services and then put back as rows.

`recorded(build)` runs `build` the first time and notes what it left behind: rows, files, mails, and what it returned.
Asked again in the same situation it writes those rows and files and returns an equal value, a tenth of the work.
The same situation: a database in which nothing else was written since the test began, the same arguments, language
and day, and the real clock. In any other situation `build` itself runs, as if this module did not exist.
"""

import pickle
import re
from collections.abc import Callable
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, wraps
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core import mail
from django.db import connection, models, transaction
from django.utils import timezone, translation

from lms.core import clock

REAL_NOW = timezone.now
#: Shadow tables that triggers fill, and what says which migrations ran.
LEFT_ALONE = re.compile(r"(_fts(_|$)|^sqlite_|^django_migrations$)")
READING = ("SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "PRAGMA", "EXPLAIN", "SET ", "SHOW", "BEGIN")
#: Somebody signed in: no recording has to do with it.
SIGNING_IN = (
    *(f'{verb} "django_session"' for verb in ("INSERT INTO", "UPDATE", "DELETE FROM")),
    'UPDATE "people_user" SET "last_login"',
)

Rows = dict[str, dict[Any, tuple]]


@dataclass
class Recording:
    """Rows by table (`gone`: their keys), files by their path under MEDIA_ROOT, mails, and the pickled result."""

    gone: list[tuple[str, list]]
    added: list[tuple[str, list[tuple]]]
    changed: list[tuple[str, list[tuple]]]
    files: dict[str, bytes]
    mails: list
    result: bytes


@dataclass
class Situation:
    """What has been put into the database of this test so far; `None` once something else was written."""

    said: tuple | None = ()
    replaying: bool = False
    kept: dict[tuple, Recording] = field(default_factory=dict)

    def watch(self, execute, sql, params, many, context):
        """An execute wrapper: notices the first write that no recording accounts for."""
        if self.said is not None and not self.replaying and not sql.lstrip("( \n").startswith((*READING, *SIGNING_IN)):
            self.said = None
        return execute(sql, params, many, context)


NOW = Situation()


def begin() -> None:
    """A test begins: the database is as migrations left it."""
    NOW.said = ()
    if NOW.watch not in connection.execute_wrappers:
        connection.execute_wrappers.append(NOW.watch)


def recorded(build: Callable) -> Callable:
    """The same function, its outcome put back from a recording where the situation is the same."""

    @wraps(build)
    def ask(*args, **kwargs):
        named = tuple(map(name_of, [*args, *kwargs, *kwargs.values()]))
        return begin_with((f"{build.__module__}.{build.__qualname__}", named), lambda: build(*args, **kwargs))

    return ask


def begin_with(name, build: Callable):
    """What `build()` makes; `name` stands for all that it depends on beside the rows that are there already."""
    key = key_of(name)
    if key is None:
        return build()
    if key in NOW.kept:
        put_back(NOW.kept[key])
        value = pickle.loads(NOW.kept[key].result)
    else:
        value = record(key, build)
    NOW.said = key
    return value


def key_of(name) -> tuple | None:
    """The situation as a key, chained to what was put there before; None where a recording must not be used."""
    if NOW.said is None or NOW.replaying or timezone.now is not REAL_NOW:
        return None
    return (name, connection.vendor, clock.today(), translation.get_language(), NOW.said)


def name_of(value) -> Any:
    """A row is named by its table and number, anything else by itself."""
    return (value._meta.db_table, value.pk) if isinstance(value, models.Model) else value


@contextmanager
def undone():
    """What is written inside is taken back at the end, and so is its being remembered."""
    before = NOW.said
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    NOW.said = before


# Recording ------------------------------------------------------------------------------------------------------------


def record(key: tuple, build: Callable):
    """Run it for real and note what changed."""
    rows, files, mails = all_rows(), all_files(), len(mail.outbox)
    value = build()
    kept = {name: content for name, content in all_files().items() if files.get(name) != content}
    NOW.kept[key] = Recording(*difference(rows, all_rows()), kept, mail.outbox[mails:], pickle.dumps(value))
    return value


def all_rows() -> Rows:
    """Every row of every table, by its primary key."""
    found: Rows = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            if not LEFT_ALONE.search(table):
                place = key_column(table)
                cursor.execute(f'SELECT * FROM "{table}"')
                found[table] = {row[place]: tuple(row) for row in cursor.fetchall()}
    return found


@cache
def key_column(table: str) -> int:
    """The place of the primary key among the table's columns."""
    with connection.cursor() as cursor:
        return columns_of(table).index(connection.introspection.get_primary_key_column(cursor, table))


def difference(before: Rows, after: Rows) -> tuple[list, list, list]:
    """Keys of what is gone, rows that were added, rows that were changed; each by table."""
    gone, added, changed = [], [], []
    for table, rows in after.items():
        old = before[table]
        gone.append((table, [key for key in old if key not in rows]))
        added.append((table, [row for key, row in rows.items() if key not in old]))
        changed.append((table, [row for key, row in rows.items() if key in old and old[key] != row]))
    return tuple([pair for pair in pairs if pair[1]] for pairs in (gone, added, changed))


def all_files() -> dict[str, bytes]:
    root = Path(settings.MEDIA_ROOT)
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


# Putting back ---------------------------------------------------------------------------------------------------------


def put_back(recording: Recording) -> None:
    """Write the recorded rows, files and mails."""
    NOW.replaying = True
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            for table, keys in recording.gone:
                cursor.executemany(f'DELETE FROM "{table}" WHERE "{key_name(table)}" = %s', [[key] for key in keys])
            for table, rows in recording.changed:
                cursor.executemany(*update_of(table, rows))
            for table, rows in recording.added:
                insert(cursor, table, rows)
    finally:
        NOW.replaying = False
    for name, content in recording.files.items():
        path = Path(settings.MEDIA_ROOT, name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    mail.outbox.extend(recording.mails)


def insert(cursor, table: str, rows: list[tuple]) -> None:
    """In few statements: a database takes some thousand values at once."""
    width = len(rows[0])
    one = f"({', '.join(['%s'] * width)})"
    step = max(1, 900 // width)
    for start in range(0, len(rows), step):
        part = rows[start : start + step]
        values = ", ".join([one] * len(part))
        cursor.execute(f'INSERT INTO "{table}" VALUES {values}', [value for row in part for value in row])


def update_of(table: str, rows: list[tuple]) -> tuple[str, list[tuple]]:
    values, place = ", ".join(f'"{name}" = %s' for name in columns_of(table)), key_column(table)
    return f'UPDATE "{table}" SET {values} WHERE "{key_name(table)}" = %s', [(*row, row[place]) for row in rows]


def key_name(table: str) -> str:
    return columns_of(table)[key_column(table)]


@cache
def columns_of(table: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" LIMIT 0')
        return [column[0] for column in cursor.description]
