"""Preparing the database again does nothing, unless a migration is missing or the code has changed."""

import pytest
from django.db.migrations.recorder import MigrationRecorder

from lms.core import preparing


@pytest.fixture
def called(monkeypatch, tmp_path, db):
    """The commands that were called instead of being run."""
    names = []
    monkeypatch.setattr(preparing, "call_command", lambda name, **options: names.append(name))
    monkeypatch.setattr(preparing, "stamp_path", lambda: tmp_path / "prepared")
    monkeypatch.setattr(preparing, "code_digest", lambda: "this code")
    return names


def test_the_second_time_nothing_is_called(called):
    assert preparing.prepare_database() is True
    assert called == ["migrate", "createcachetable"]
    assert preparing.prepare_database() is False
    assert len(called) == 2


def test_another_code_is_prepared_for(called, monkeypatch):
    preparing.prepare_database()
    monkeypatch.setattr(preparing, "code_digest", lambda: "another code")
    assert preparing.prepare_database() is True


def test_a_database_that_lacks_a_migration_is_migrated_whatever_was_noted(called):
    preparing.prepare_database()
    MigrationRecorder.Migration.objects.filter(app="people").delete()
    assert {label for label, _name in preparing.missing_migrations()} == {"people"}
    assert preparing.prepare_database() is True


def test_what_is_known_is_what_is_applied(db):
    assert ("people", "0001_initial") in preparing.known_migrations()
    assert preparing.missing_migrations() == set()


def test_the_digest_is_the_same_for_the_same_files():
    assert preparing.code_digest() == preparing.code_digest()
