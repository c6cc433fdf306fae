"""The demo, loaded once into a template that is kept between runs; every test gets a copy of it in a second."""

import functools
import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.conf import settings
from django.core import mail
from django.core.cache import cache
from django.db import connection
from django.test import override_settings
from django.utils import timezone
from filelock import FileLock

from lms.certification.models import Certificate
from lms.certification.services.documents import make_document
from lms.demo.loader import load_demo
from tests import databases

CODE = (settings.BASE_DIR / "lms", settings.BASE_DIR / "curricula")
#: What the demo is not made of: a change here leaves the template as it is.
APART = ("views", "templatetags", "urls.py", "exports.py", "desk", "monitoring")
NO_WORKER = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
KEPT = {".py", ".toml", ".yaml", ".yml", ".json", ".md", ".txt", ".csv"}


@dataclass(frozen=True)
class DemoCopy:
    """A database and a folder of files of a test's own. `name`: a path on SQLite, a database's name on PostgreSQL."""

    name: str
    media: Path

    @property
    def url(self) -> str:
        """The address of this database, for another process."""
        if connection.vendor == "sqlite":
            return f"sqlite:///{self.name}"
        return f"{settings.DATABASE_URL.rpartition('/')[0]}/{self.name}"


@functools.cache
def digest(day: date) -> str:
    """A short digest of whatever makes the demo of this day: the tables, the code and the content."""
    found = hashlib.sha256(f"{day} {databases.digest()} {settings.SECRET_KEY}".encode())
    for folder in CODE:
        for path in sorted(folder.rglob("*")):
            if path.suffix in KEPT and not set(APART) & set(path.parts):
                found.update(str(path).encode() + path.read_bytes())
    return found.hexdigest()[:12]


def copy_demo(kept: Path, own: Path) -> DemoCopy:
    """A copy of the demo in the folder `own`.

    `kept` is where templates are kept between runs.
    """
    template = kept / f"{connection.vendor}-{digest(timezone.localdate())}"
    with FileLock(kept / f"{connection.vendor}.lock"):
        if not (template / "whole").exists():
            _make_template(kept, template)
        shutil.copytree(template / "media", own / "media")
        name = _copy_database(template, own)
    return DemoCopy(name, own / "media")


@contextmanager
def copied(cache_folder: Path, own: Path) -> Iterator[DemoCopy]:
    """A copy of the demo in the folder `own`, while the connection stays where it is."""
    before = connection.settings_dict["NAME"]
    copy = copy_demo(cache_folder, own)
    databases.use(before)
    yield copy
    _drop(copy)


@contextmanager
def spoken_to(copy: DemoCopy) -> Iterator[DemoCopy]:
    """Every connection opened inside speaks to this copy, and files are read from beside it."""
    before = connection.settings_dict["NAME"]
    databases.use(copy.name)
    with override_settings(MEDIA_ROOT=copy.media):
        cache.clear()
        yield copy
    databases.use(before)


@contextmanager
def demo_of_its_own(cache_folder: Path, own: Path) -> Iterator[DemoCopy]:
    """A copy of the demo in the folder `own`, spoken to inside."""
    own.mkdir()
    with copied(cache_folder, own) as copy, spoken_to(copy):
        yield copy


def _drop(copy: DemoCopy) -> None:
    """On SQLite the folder's owner throws it away."""
    if connection.vendor != "sqlite":
        with connection._nodb_cursor() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{copy.name}" WITH (FORCE)')


def _make_template(kept: Path, template: Path) -> None:
    """Into a folder that is called whole only when it is."""
    for older in kept.glob(f"{connection.vendor}-*"):
        shutil.rmtree(older)
    template.mkdir()
    own = connection.settings_dict["NAME"]
    name = str(template / "demo.sqlite3") if connection.vendor == "sqlite" else _template_name(template)
    _empty_database(kept, name)
    databases.use(name)
    try:
        (template / "media").mkdir()
        with override_settings(MEDIA_ROOT=template / "media", MAIL_FOLDER=template / "mail", MFA_ENFORCED=False):
            with override_settings(TASKS=NO_WORKER):
                assert load_demo() is True
            _make_some_documents()
    finally:
        databases.use(own)
    mail.outbox.clear()
    (template / "whole").touch()


def _make_some_documents() -> None:
    """The worker would have made all 300 of them by now; the trainers' and one training's are enough to look at."""
    trainers = Certificate.objects.filter(kind="trainer", person__email__contains=".rs").values_list("pk", flat=True)
    others = Certificate.objects.filter(kind="completion", institution__code="me-police").values_list("pk", flat=True)
    for number in [*trainers, *others[:5]]:
        make_document(number)


def _template_name(template: Path) -> str:
    return f"test_demo_{template.name.rpartition('-')[2]}"


def _empty_database(kept: Path, name: str) -> None:
    """A database that is migrated and empty: a copy of the template that the workers' own were made from. Their own may
    have been flushed by a test with threads, and then lack what migrations had put in."""
    connection.close()
    if connection.vendor == "sqlite":
        shutil.copy(databases.sqlite_template(kept.parent / "databases"), name)
        return
    base = settings.DATABASE_URL.rpartition("/")[2]
    with _creating() as cursor:
        # Escaped: a bare _ stands for any letter, and the copies that others still use begin with test_democopy.
        cursor.execute(r"SELECT datname FROM pg_database WHERE datname LIKE 'test\_demo\_%'")
        for older in [row[0] for row in cursor.fetchall()]:
            cursor.execute(f'DROP DATABASE IF EXISTS "{older}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "test_{base}_template_{databases.digest()}"')


@contextmanager
def _creating() -> Iterator:
    """A cursor to make databases with, one worker after the other: a template may have no other reader."""
    with connection._nodb_cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [databases.LOCK_NUMBER])
        yield cursor


def _copy_database(template: Path, own: Path) -> str:
    if connection.vendor == "sqlite":
        return str(shutil.copy(template / "demo.sqlite3", own / "demo.sqlite3"))
    name = f"test_democopy_{databases.worker()}_{os.getpid()}_{own.name}".lower().replace("-", "_")[:60]
    connection.close()
    with _creating() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{_template_name(template)}"')
    return name
