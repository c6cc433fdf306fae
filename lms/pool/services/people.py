"""What merging and anonymising a person mean for reminders."""

from typing import Any

from lms.core.rules import Finding
from lms.people.models import Person

from ..models import Reminder


def move_reminders(keep: Person, drop: Person) -> list[Finding]:
    """Move the reminders about `drop` to `keep`; where both were told the same thing, the kept record's stands."""
    told = {_key(row) for row in Reminder.objects.filter(person=keep)}
    for row in Reminder.objects.select_for_update().filter(person=drop):
        if _key(row) not in told:
            Reminder.objects.filter(pk=row.pk).update(person=keep)
    return []


def _key(row: Reminder) -> tuple[Any, ...]:
    reader = row.recipient_id if row.audience == "focal_point" else None
    return row.kind, row.audience, row.subject, row.threshold, reader


def erase_lines(person: Person) -> None:
    """Remove what was said about a person who is anonymised; that something was sent, and when, stays."""
    Reminder.objects.filter(person=person).update(line="")
