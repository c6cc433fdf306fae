"""What tests of the ToT share: the three decisions, the last entry of the trail, addresses and answers."""

from django.contrib.messages import get_messages
from django.urls import reverse

from lms.audit.models import Entry
from lms.cohorts.choices import NominationStatus

ACCEPTED, RESERVE, DECLINED = NominationStatus.ACCEPTED, NominationStatus.RESERVE, NominationStatus.DECLINED


def last_entry() -> Entry:
    return Entry.objects.order_by("-id").first()


def url(name: str, row, *more) -> str:
    return reverse(f"cohorts:{name}", args=[getattr(row, "training_id", row.pk), *more])


def one(name: str, nomination) -> str:
    return reverse(f"cohorts:{name}", args=[nomination.pk])


def text(response) -> str:
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def said(response) -> list[str]:
    return [str(message) for message in get_messages(response.wsgi_request)]
