"""What the worker does for accounts and people: mail, and the log of who read whose record."""

from django.apps import apps
from django.core.mail import EmailMessage
from django_tasks import task

from lms.audit.services import record

from .models import Person, User

#: Somebody waits in front of a page for the code: before documents and everything else in the queue.
SOON = 90


@task(priority=SOON)
def deliver_mail(subject: str, body: str, to: list[str], sender: str) -> int:
    """Send one plain message; returns how many went out. Nobody to send to: nothing is sent (see the adapter)."""
    return EmailMessage(subject, body, sender, to).send() if to else 0


@task()
def note_read(person_id: int, reader_id: int) -> None:
    """Put into the trail that an officer read this person's record. A GET writes nothing but this, and not itself."""
    person = Person.objects.get(pk=person_id)
    record("person read", person, by=User.objects.get(pk=reader_id), institution=person.institution_id)


@task()
def note_list_read(action: str, kind: str, pk: int, institution_id: int | None, facts: dict, reader_id: int) -> None:
    """Put into the trail that an officer read a list with names: which one, never who stands on it."""
    subject = apps.get_model(kind).objects.get(pk=pk)
    record(action, subject, by=User.objects.get(pk=reader_id), after=facts, institution=institution_id)
