"""Preparing the database again does nothing, unless a migration is missing or the code has changed."""

import pytest
from django.db.migrations.recorder import MigrationRecorder

from lms.core import site_setup


@pytest.fixture
def called(monkeypatch, tmp_path, db):
    """The commands that were called instead of being run."""
    names = []
    monkeypatch.setattr(site_setup, "call_command", lambda name, **options: names.append(name))
    monkeypatch.setattr(site_setup, "stamp_path", lambda: tmp_path / "prepared")
    monkeypatch.setattr(site_setup, "code_digest", lambda: "this code")
    return names


def test_the_second_time_nothing_is_called(called):
    assert site_setup.prepare_database() is True
    assert called == ["migrate", "createcachetable"]
    assert site_setup.prepare_database() is False
    assert len(called) == 2


def test_another_code_is_prepared_for(called, monkeypatch):
    site_setup.prepare_database()
    monkeypatch.setattr(site_setup, "code_digest", lambda: "another code")
    assert site_setup.prepare_database() is True


def test_a_database_that_lacks_a_migration_is_migrated_whatever_was_noted(called):
    site_setup.prepare_database()
    MigrationRecorder.Migration.objects.filter(app="people").delete()
    assert {label for label, _name in site_setup.missing_migrations()} == {"people"}
    assert site_setup.prepare_database() is True


def test_what_is_known_is_what_is_applied(db):
    assert ("people", "0001_initial") in site_setup.known_migrations()
    assert site_setup.missing_migrations() == set()


def test_the_digest_is_the_same_for_the_same_files():
    assert site_setup.code_digest() == site_setup.code_digest()
