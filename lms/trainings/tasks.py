"""Mail about places in trainings, each in its reader's language; run by the worker after the act is committed."""

from collections.abc import Iterable

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.template.loader import render_to_string
from django.utils import translation
from django_tasks import task

from lms.core.designation import designate, designate_mail

from .choices import EnrolmentStatus
from .models import Enrolment


@task()
def send_place_mails(enrolment_ids: list[int], promoted: bool = False) -> int:
    """Tell people that they have a seat, or which number on the waiting list they are. Returns how many were told."""
    return _send(enrolment_ids, "promoted" if promoted else "")


@task()
def send_cancellation_mails(enrolment_ids: list[int]) -> int:
    """Tell people that the training they counted on will not take place. Returns how many were told."""
    return _send(enrolment_ids, "cancelled")


def _send(enrolment_ids: Iterable[int], news: str) -> int:
    rows = Enrolment.objects.expecting().filter(pk__in=enrolment_ids)
    rows = rows.select_related("training__institution", "person__user").order_by("pk")
    messages = [message for row in rows if (message := place_mail(row, news))]
    return get_connection().send_messages(messages) or 0 if messages else 0


def place_mail(enrolment: Enrolment, news: str) -> EmailMessage | None:
    """The message for one person, or None where no address is known. `news`: 'promoted', 'cancelled' or ''."""
    address = address_of(enrolment.person)
    if not address:
        return None
    kind = news or ("enrolled" if enrolment.status == EnrolmentStatus.ENROLLED else "waiting")
    with translation.override(language_of(enrolment.person)):
        context = {
            "enrolment": enrolment,
            "training": enrolment.training,
            "number": waiting_number(enrolment),
            "base_url": settings.BASE_URL,
        }
        subject = " ".join(render_to_string(f"trainings/mail/{kind}_subject.txt", context).split())
        body = render_to_string(f"trainings/mail/{kind}.txt", context)
    return EmailMessage(designate(subject), designate_mail(body), to=[address])


def address_of(person) -> str:
    """The address of the account, else the one on the list."""
    return person.user.email if person.user else person.email


def language_of(person) -> str:
    """The interface's language nearest to the person's own: of the account, else of the record, else English."""
    wanted = ((person.user.language if person.user else "") or person.language).lower()
    wanted = {"sr-cyrl": "sr"}.get(wanted, wanted)
    return wanted if wanted in dict(settings.INTERFACE_LANGUAGES) else settings.LANGUAGE_CODE


def waiting_number(enrolment: Enrolment) -> int | None:
    """1 for the next one to get a seat; None for somebody who is not waiting."""
    if enrolment.status != EnrolmentStatus.WAITLISTED:
        return None
    return enrolment.training.enrolments.waiting().filter(place__lte=enrolment.place).count()
