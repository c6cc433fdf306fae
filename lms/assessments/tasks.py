"""Messages to assessors, each in its reader's language; run by the worker after the act is committed."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django_tasks import task

from lms.core.designation import designate, designate_mail
from lms.people.models import User

from .models import TeachBackAssessor


@task()
def send_call_mail(named_id: int) -> int:
    """Ask somebody who was named to score; 0 where they are not named any more. Says nothing of the others' scores."""
    rows = TeachBackAssessor.objects.filter(pk=named_id)
    named = rows.select_related("assessor", "teach_back__person", "teach_back__training", "teach_back__topic").first()
    return call_mail(named).send() if named else 0


def call_mail(named: TeachBackAssessor) -> EmailMessage:
    """The message to who was named."""
    address = reverse("assessments:teach_back_score", args=[named.teach_back_id])
    with translation.override(language_of(named.assessor)):
        context = {"teach_back": named.teach_back, "part": named.part, "url": settings.BASE_URL + address}
        subject = " ".join(render_to_string("assessments/mail/call_subject.txt", context).split())
        body = render_to_string("assessments/mail/call.txt", context)
    return EmailMessage(designate(subject), designate_mail(body), to=[named.assessor.email])


def language_of(user: User) -> str:
    """The interface's language of the account, else English."""
    wanted = user.language.lower()
    return wanted if wanted in dict(settings.INTERFACE_LANGUAGES) else settings.LANGUAGE_CODE
