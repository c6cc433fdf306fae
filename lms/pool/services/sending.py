"""Sending reminders: decided once each, queued in the same transaction, written from the facts of the moment.

A reminder is a row before it is a letter. The row and the letter's place in the queue are committed together, so a
crash between them loses neither; the unique row keeps a second run, however simultaneous, from deciding the same again.
"""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import IntegrityError, transaction
from django_tasks import task

from lms.audit.services import record
from lms.core.clock import now, today

from ..choices import Audience
from ..due import due_on
from ..letters import ReminderItem, ReminderLetter, key_of, letters_for
from ..models import Reminder
from ..reminding import Due


def letters_to_send(day: date | None = None, *, found: Iterable[Due] | None = None) -> list[ReminderLetter]:
    """What would go out on the day (now, without one): the letters with only what was not decided before.

    `found` is what `due_on` says of that day, from whoever has asked already.
    """
    letters = letters_for(due_on(day) if found is None else found, day or today())
    decided = decided_keys()
    for letter in letters:
        letter.items = [item for item in letter.items if key_of(item.due, letter) not in decided]
    return [letter for letter in letters if letter.items]


def decided_keys() -> set[tuple[Any, ...]]:
    """The reminders decided so far, as `letters.key_of` names them."""
    rows = Reminder.objects.order_by().values_list("kind", "audience", "person", "subject", "threshold", "recipient")
    return {(*row[:5], row[5] if row[1] == Audience.FOCAL_POINT else None) for row in rows}


def send_due_reminders() -> int:
    """Decide and queue everything that is due now; put forgotten letters into the queue again. Returns how many
    letters were queued. May be run any number of times, by any number at once."""
    return sum(queue_letter(letter) for letter in letters_to_send()) + requeue_forgotten()


@transaction.atomic
def queue_letter(letter: ReminderLetter) -> bool:
    """Keep what the letter says as rows and queue it; False if another run has decided all of it meanwhile."""
    made = [row.pk for item in letter.items if (row := _decide(letter, item))]
    if made:
        send_reminder_mail.enqueue(made)
    return bool(made)


def _decide(letter: ReminderLetter, item: ReminderItem) -> Reminder | None:
    """The row of this reminder, or None if there is one: a second run waits for the first and then finds it."""
    try:
        with transaction.atomic():
            row = Reminder.objects.create(
                kind=item.due.kind, audience=letter.audience, person=item.person, subject=item.due.subject,
                threshold=item.due.threshold, recipient=letter.user, language=letter.language,
            )  # fmt: skip
    except IntegrityError:
        return None
    after = {"kind": row.kind, "to": row.audience, "person": row.person_id, "about": row.subject, "step": row.threshold}
    record("reminder decided", row, by=None, after=after, institution=item.person.institution_id)
    return row


@transaction.atomic
def requeue_forgotten() -> int:
    """Letters whose place in the queue was lost long ago (the worker was killed, the mail server refused)."""
    rows = list(Reminder.objects.select_for_update().forgotten())
    Reminder.objects.filter(pk__in=[row.pk for row in rows]).update(queued_at=now())
    by_reader: dict[tuple[Any, ...], list[int]] = {}
    for row in rows:
        reader = row.recipient_id if row.audience == Audience.FOCAL_POINT else row.person_id
        by_reader.setdefault((row.audience, reader), []).append(row.pk)
    for ids in by_reader.values():
        send_reminder_mail.enqueue(ids)
    return len(by_reader)


# The letter itself ----------------------------------------------------------------------------------------------------


@task()
def send_reminder_mail(ids: list[int]) -> int:
    """The worker's share: one letter. Returns how many lines it had; 0 where nothing of it is true any more."""
    return deliver(ids)


def deliver(
    ids: Iterable[int], *, connection: BaseEmailBackend | None = None, found: Iterable[Due] | None = None
) -> int:
    """Write the letter from the facts of this moment and send it; what is no longer true is dropped.

    `found` is what `due_on` says at this moment, from whoever has asked already.

    Claimed before it is sent, so that no two workers send it; a refusal of the mail server gives the claim back.
    """
    claimed = _claim(ids)
    if not claimed:
        return 0
    letter = _letter_of(claimed, found)
    try:
        if letter:
            _message(letter, claimed, connection).send()
    except Exception:
        Reminder.objects.filter(pk__in=[row.pk for row in claimed]).update(claimed_at=None)
        raise
    _finish(claimed, letter)
    return len(letter.items) if letter else 0


@transaction.atomic
def _claim(ids: Iterable[int]) -> list[Reminder]:
    rows = list(Reminder.objects.select_for_update().unclaimed().filter(pk__in=list(ids)).order_by("pk"))
    Reminder.objects.filter(pk__in=[row.pk for row in rows]).update(claimed_at=now())
    return rows


def _letter_of(rows: list[Reminder], found: Iterable[Due] | None) -> ReminderLetter | None:
    """The letter as it must be written now, with those lines only that are still due; None if there is none."""
    wanted = {(row.kind, row.person_id, row.subject) for row in rows}
    found = due_on(people={row.person_id for row in rows}) if found is None else found
    still = [due for due in found if (due.kind, due.person_id, due.subject) in wanted]
    return next((letter for letter in letters_for(still, today()) if _is_for(letter, rows[0])), None)


def _is_for(letter: ReminderLetter, row: Reminder) -> bool:
    """The rows of a letter have one reader: the person they are about, or this focal point."""
    if letter.audience == Audience.TRAINER:
        return row.audience == Audience.TRAINER
    return row.audience == Audience.FOCAL_POINT and letter.user is not None and letter.user.pk == row.recipient_id


def _message(letter: ReminderLetter, rows: list[Reminder], connection: BaseEmailBackend | None) -> EmailMessage:
    """The same rows make the same Message-ID: a letter that is sent again after a crash can be known for what it is."""
    subject, body = letter.words()
    name = f"<reminder-{rows[0].pk}-{rows[-1].pk}-{len(rows)}@pssm-cascade>"
    headers = {"Message-ID": name, "Auto-Submitted": "auto-generated"}
    return EmailMessage(subject, body, to=[letter.address], headers=headers, connection=connection)


@transaction.atomic
def _finish(rows: list[Reminder], letter: ReminderLetter | None) -> None:
    """Keep what was said, or that nothing was."""
    items = letter.items if letter else []
    lines = {(str(item.due.kind), item.person.pk, item.due.subject): item.line for item in items}
    for row in rows:
        line = lines.get((row.kind, row.person_id, row.subject))
        then: dict[str, Any] = {"dropped_at": now()}
        if letter and line:
            then = {"line": line, "sent_at": now(), "language": letter.language}
        Reminder.objects.filter(pk=row.pk).update(claimed_at=None, **then)
        action = "reminder sent" if line else "reminder dropped"
        record(action, row, by=None, institution=row.person.institution_id)
