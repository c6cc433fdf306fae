"""The kept schema is what the migrations make; an empty database is filled from it, any other is left to them."""

import hashlib
import os
import subprocess
import sys
from importlib import metadata
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, connections

from lms.core import schema
from lms.core.schema import keeping

HOME = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.django_db


def installed_as_pinned() -> bool:
    """Are these the versions of requirements.txt? With others (a trial of the next Wagtail) nothing is loaded."""
    pins = dict(line.split("==") for line in (HOME / "requirements.txt").read_text().splitlines() if "==" in line)
    return all(metadata.version(name) == pins[name] for name in pins if name.lower() in ("django", "wagtail"))


@pytest.fixture
def empty_name(tmp_path):
    """An empty database of the kind the suite runs on: its name."""
    if connection.vendor == "sqlite":
        yield str(tmp_path / "empty.sqlite3")
        return
    name = f"{connection.settings_dict['NAME']}_empty"
    with connection._nodb_cursor() as cursor:
        cursor.execute(f'CREATE DATABASE "{name}"')
        yield name
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture
def empty(empty_name, monkeypatch, django_db_blocker):
    """A connection to it, beside the suite's own, which is the only one that tests may use else."""
    monkeypatch.setitem(connections.databases, "empty", connection.settings_dict | {"NAME": empty_name})
    other = connections.create_connection("empty")
    monkeypatch.setattr(connections._connections, "empty", other, raising=False)
    with django_db_blocker.unblock():
        yield other
        other.close()


def test_the_kept_schema_was_made_from_the_migrations_that_are_here(empty):
    if installed_as_pinned():
        assert schema.load_verified(empty) is True, "Run `make schema` and commit lms/core/schema."


def test_a_loaded_database_is_the_kept_one_to_the_letter(empty):
    schema.load(empty, keeping._read(empty.vendor)[1])
    assert schema.differences(empty) == []


def test_the_migrations_make_the_kept_schema(empty_name, request):
    """Every migration, one by one: minutes, so what was found right is remembered until a file changes."""
    if not installed_as_pinned():
        return
    key = f"schema/{connection.vendor}"
    now = schema.digest() + hashlib.sha256(schema.path_of(connection.vendor).read_bytes()).hexdigest()
    if request.config.cache.get(key, "") == now:
        return
    done = in_database(empty_name, "dump_schema", "--check")
    assert done.returncode == 0, done.stderr
    request.config.cache.set(key, now)


def in_database(name: str, *words: str) -> subprocess.CompletedProcess:
    """A command in a process of its own: migrations of libraries write to the default database, whatever is named."""
    settings = connection.settings_dict
    own = {"DEBUG": "1", "DATABASE_URL": f"sqlite:///{name}"}
    if connection.vendor == "postgresql":
        place = f"{settings['USER']}:{settings['PASSWORD']}@{settings['HOST']}:{settings['PORT'] or 5432}"
        own["DATABASE_URL"] = f"postgres://{place}/{name}"
    command = [sys.executable, "manage.py", *words]
    return subprocess.run(command, cwd=HOME, env=os.environ | own, capture_output=True, text=True)


def test_a_database_that_holds_something_is_left_to_the_migrations(empty):
    schema.load(empty, "CREATE TABLE one (id integer);")
    assert schema.load_verified(empty) is False
    assert empty.introspection.table_names() == ["one"]


def test_another_digest_loads_nothing(empty, monkeypatch):
    monkeypatch.setattr(keeping, "digest", lambda: "of another Wagtail")
    assert schema.load_verified(empty) is False
    assert empty.introspection.table_names() == []


def test_what_the_database_refuses_leaves_it_empty(empty, monkeypatch):
    text = "CREATE TABLE one (id integer);\n--\nCREATE NONSENSE;"
    monkeypatch.setattr(keeping, "_read", lambda vendor: (schema.digest(), text))
    with pytest.raises(DatabaseError):
        schema.load(empty, text)
    assert schema.load_verified(empty) is False
    assert empty.introspection.table_names() == []


@pytest.mark.parametrize(("words", "loads"), [({}, 1), ({"one_by_one": True}, 0), ({"plan": True}, 0)])
def test_migrate_loads_unless_the_migrations_themselves_are_asked_for(words, loads, monkeypatch):
    asked = []
    monkeypatch.setattr(schema, "load_verified", lambda connection: asked.append(connection.alias))
    call_command("migrate", verbosity=0, interactive=False, **words)
    assert asked == ["default"] * loads
