"""What merging and anonymising a person mean for certificates."""

from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.rules import Finding
from lms.people.models import Person

from ..models import Certificate, Decision


def move_records(keep: Person, drop: Person) -> list[Finding]:
    """Move decisions and certificates from `drop` to `keep`; a finding where both have one from the same training."""
    decided = Decision.objects.filter(person=keep).values("training")
    if Decision.objects.filter(person=drop, training__in=decided).exists():
        return [Finding("both_decided", _("Both records have a certification decision from the same training."))]
    certified = Certificate.objects.filter(person=keep, kind="completion").values("training")
    if Certificate.objects.filter(person=drop, kind="completion", training__in=certified).exists():
        return [Finding("both_certified", _("Both records have a certificate of the same training."))]
    Decision.objects.filter(person=drop).update(person=keep)
    Certificate.objects.filter(person=drop).update(person=keep)
    return []


def erase_holder(person: Person) -> None:
    """Remove the printed name and the document of a person who is anonymised; numbers, dates and states stay."""
    for certificate in Certificate.objects.select_for_update().filter(person=person).exclude(holder_name=""):
        if certificate.document:
            certificate.document.delete(save=False)
        facts = {key: value for key, value in certificate.facts.items() if key != "holder_name"}
        Certificate.objects.filter(pk=certificate.pk).update(holder_name="", facts=facts, document="")
        record("certificate.holder_erased", certificate, by=None, institution=certificate.institution_id)
