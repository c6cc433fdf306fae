"""Mail about accounts, sent by the worker: a request never waits for a mail server, nor fails with it."""

from django.core.mail import EmailMessage
from django_tasks import task


@task()
def deliver_mail(subject: str, body: str, to: list[str], sender: str) -> int:
    """Send one plain message; returns how many went out. Nobody to send to: nothing is sent (see the adapter)."""
    return EmailMessage(subject, body, sender, to).send() if to else 0
