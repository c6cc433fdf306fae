"""Putting a released letter into the post: once, whatever happens to the worker."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task

from lms.core.designation import designate, designate_mail

from ..choices import LetterStatus
from ..letters.pdf import file_name, render_letter
from ..letters.recipients import addresses_of
from ..models import Letter


@task()
def send_letter_mail(letter_id: int) -> int:
    """Mail the letter with its PDF. Returns how many addresses got it; 0 where it was sent or claimed before.

    The claim is kept before the mail server is spoken to: a worker that dies in between leaves the letter marked as
    interrupted, and never sends it a second time by itself.
    """
    letter = _claim(letter_id)
    if letter is None:
        return 0
    addresses = addresses_of(letter)
    letter_mail(letter, addresses).send()
    Letter.objects.filter(pk=letter_id).update(sent_at=timezone.now(), sent_to=len(addresses))
    return len(addresses)


@transaction.atomic
def _claim(letter_id: int) -> Letter | None:
    """The letter, if it is released and nobody took it before."""
    rows = Letter.objects.filter(pk=letter_id, status=LetterStatus.RELEASED, claimed_at=None)
    if not rows.update(claimed_at=timezone.now()):
        return None
    related = ("cohort__training", "institution__jurisdiction", "nomination__person__user")
    return Letter.objects.select_related(*related).get(pk=letter_id)


def letter_mail(letter: Letter, addresses: list[str]) -> EmailMessage:
    """The letter's words, with the same as a PDF; its own Message-ID, so that a copy is known as one."""
    with translation.override(letter.language):
        note = _("The same as a letter is attached.")
    message = EmailMessage(
        designate(letter.subject), designate_mail(f"{letter.body}\n\n{note}\n"), to=addresses,
        headers={"Message-ID": f"<letter-{letter.pk}@{_host()}>"},
    )  # fmt: skip
    message.attach(file_name(letter), render_letter(letter), "application/pdf")
    return message


def _host() -> str:
    return settings.BASE_URL.partition("//")[2].partition("/")[0].partition(":")[0] or "localhost"
