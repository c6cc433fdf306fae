"""What merging and anonymising a person mean for reminders."""

from lms.core.rules import Finding

from ..models import Reminder


def move_reminders(keep, drop) -> list[Finding]:
    """Move the reminders about `drop` to `keep`; where both were told the same thing, the kept record's stands."""
    told = {_key(row) for row in Reminder.objects.filter(person=keep)}
    for row in Reminder.objects.select_for_update().filter(person=drop):
        if _key(row) not in told:
            Reminder.objects.filter(pk=row.pk).update(person=keep)
    return []


def _key(row: Reminder) -> tuple:
    reader = row.recipient_id if row.audience == "focal_point" else None
    return row.kind, row.audience, row.subject, row.threshold, reader


def erase_lines(person) -> None:
    """Remove what was said about a person who is anonymised; that something was sent, and when, stays."""
    Reminder.objects.filter(person=person).update(line="")
