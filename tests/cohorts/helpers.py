"""What tests of the ToT share: the three decisions, and a refusal that wrote nothing."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from lms.audit.models import Entry
from lms.cohorts.choices import NominationStatus
from lms.cohorts.models import Cohort, Nomination
from lms.core.rules import RuleBroken
from lms.people.models import Person
from lms.trainings.models import Enrolment, Training

ACCEPTED, RESERVE, DECLINED = NominationStatus.ACCEPTED, NominationStatus.RESERVE, NominationStatus.DECLINED


def refused(act, *args, **kwargs) -> set[str]:
    """The codes of the refusal; the act must leave the tables as they were."""
    before = written()
    with pytest.raises(RuleBroken) as refusal:
        act(*args, **kwargs)
    assert written() == before
    return refusal.value.codes


def written() -> tuple:
    return (
        list(Nomination.objects.order_by("pk").values_list("pk", "status", "version", "reserve_place", "endorsed_on")),
        list(Enrolment.objects.order_by("pk").values_list("pk", "status")),
        list(Training.objects.order_by("pk").values_list("pk", "status")),
        Cohort.objects.count(), Person.objects.count(), Entry.objects.count(),
    )  # fmt: skip


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
