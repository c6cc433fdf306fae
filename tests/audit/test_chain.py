"""The trail is whole, or the check says where it is not."""

from datetime import UTC, datetime
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from lms.audit.models import Checkpoint, Entry
from lms.audit.services import digest, first_broken_entry, record, seal_entries, verify_chain
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.fixture
def subject(db):
    return make.InstitutionFactory()


def fill(subject, number=5):
    for index in range(number):
        record("person changed", subject, by=None, before={"n": index}, after={"n": index + 1, "й": "ћ"}, reason="why")


def sql(statement, *values):
    with connection.cursor() as cursor:
        cursor.execute(statement, values)


def test_an_entry_says_who_what_and_when(subject):
    user = make.UserFactory()

    entry = record(
        "person changed", subject, by=user, after={"on": datetime(2026, 1, 1, tzinfo=UTC)}, institution=subject
    )

    entry.refresh_from_db()
    assert (entry.actor, entry.object_type, entry.object_id) == (user, "institutions.institution", str(subject.pk))
    assert (entry.institution_id, entry.after) == (subject.pk, {"on": "2026-01-01T00:00:00Z"})


def test_what_is_sealed_is_what_is_stored(subject):
    """Decimals, dates, nested lists, other scripts, large and broken numbers come back as they were digested."""
    values = {"d": Decimal("1.10"), "f": 0.1, "n": [1, {"ж": None}], "big": 2**53, "t": True, "at": datetime.now(UTC)}
    fresh = record("person changed", subject, by=None, after=values)

    stored = Entry.objects.get(pk=fresh.pk)

    assert digest(fresh, "") == digest(stored, "")
    assert fresh.at.isoformat() == stored.at.isoformat()


def test_sealing_chains_what_is_new_and_nothing_twice(subject):
    fill(subject, 3)
    assert seal_entries() == 3
    assert seal_entries() == 0

    fill(subject, 2)
    assert seal_entries() == 2

    assert list(Entry.objects.sealed().values_list("link", flat=True)) == [1, 2, 3, 4, 5]
    assert list(Checkpoint.objects.values_list("link", flat=True)) == [5, 3]
    assert verify_chain().is_whole
    assert first_broken_entry() is None


def test_an_empty_trail_is_whole():
    assert verify_chain().is_whole


def test_an_entry_committed_late_takes_the_next_place_in_the_chain(subject):
    """On PostgreSQL a long transaction commits a small number after a larger one was sealed."""
    number = record("person changed", subject, by=None).pk
    Entry.objects.all().delete()
    fill(subject, 2)
    seal_entries()
    Entry.objects.create(pk=number, action="late", object_type="x", object_id="1")
    seal_entries()

    assert Entry.objects.get(pk=number).link == 3
    assert verify_chain().is_whole


@pytest.mark.parametrize(
    "change",
    [
        "action = 'other'", "reason = ''", "object_id = '0'", "object_type = 'x.y'", "actor_id = NULL",
        "institution_id = 7", "\"before\" = '{}'", "\"after\" = '{}'", "at = '2020-01-01 00:00:00+00:00'",
        "seal = '00'", "link = 77",
    ],
)  # fmt: skip
def test_any_change_of_a_sealed_entry_is_found(subject, change):
    entries = [
        record("person changed", subject, by=make.UserFactory(), before={"n": 1}, after={"n": 2}, reason="why")
        for _ in "abc"
    ]
    seal_entries()

    sql(f"UPDATE audit_entry SET {change} WHERE id = %s", entries[1].pk)

    verdict = verify_chain()
    assert (verdict.is_whole, verdict.broken_at) == (False, 2)


@pytest.mark.parametrize("place", [0, 2, 4])
def test_any_removed_entry_is_found_the_last_one_too(subject, place):
    fill(subject, 5)
    seal_entries()
    entry = Entry.objects.sealed()[place]

    sql("DELETE FROM audit_entry WHERE id = %s", entry.pk)

    assert verify_chain().broken_at == place + 1


def test_a_trail_cut_short_with_its_checkpoint_is_found_by_a_seal_kept_elsewhere(subject):
    fill(subject, 3)
    seal_entries()
    kept = Entry.objects.sealed().last().seal
    sql("DELETE FROM audit_entry WHERE link = 3")
    sql("DELETE FROM audit_checkpoint")
    Checkpoint.objects.create(link=2, seal=Entry.objects.sealed().last().seal)

    assert verify_chain().is_whole
    with pytest.raises(CommandError, match="no longer part"):
        call_command("verify_audit", head=kept)


def test_two_entries_that_change_places_are_found(subject):
    fill(subject, 2)
    seal_entries()
    sql("UPDATE audit_entry SET link = NULL WHERE link = 1")
    sql("UPDATE audit_entry SET link = 1 WHERE link = 2")
    sql("UPDATE audit_entry SET link = 2 WHERE link IS NULL")

    assert verify_chain().broken_at == 1


def test_removed_checkpoints_are_found(subject):
    fill(subject, 2)
    seal_entries()
    sql("DELETE FROM audit_checkpoint")

    assert not verify_chain().is_whole


def test_the_commands_say_what_they_found(subject):
    fill(subject, 2)
    out = StringIO()
    call_command("seal_audit", stdout=out)
    call_command("verify_audit", stdout=out)
    call_command("verify_audit", head=Entry.objects.sealed().last().seal, stdout=out)
    assert "Sealed: 2" in out.getvalue() and "Whole: 2 entries" in out.getvalue()

    sql("UPDATE audit_entry SET reason = 'x' WHERE link = 1")
    with pytest.raises(CommandError, match="broken at number 1: entry"):
        call_command("verify_audit")
    sql("DELETE FROM audit_entry WHERE link = 1")
    with pytest.raises(CommandError, match="an entry is missing"):
        call_command("verify_audit")
