"""What happens to a certificate after issue: events from a day on, never a change of what was issued."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.rules import refuse

from ..choices import CertificateKind, EventKind, State
from ..evidence import facts_of
from ..models import Certificate, CertificateEvent
from ..permissions import may_change_standing
from ..standing import state_on


def suspend_certificate(certificate, *, effective_on: date, reason: str, by) -> CertificateEvent:
    """Out of force from that day until reinstated.

    Refuses: not_allowed, no_reason, not_trainer, too_early, wrong_state.
    """
    return _add(EventKind.SUSPENDED, certificate, effective_on, reason, by)


def reinstate_certificate(certificate, *, effective_on: date, reason: str, by) -> CertificateEvent:
    """In force again from that day, as far as its dates allow. Refuses as `suspend_certificate` does."""
    return _add(EventKind.REINSTATED, certificate, effective_on, reason, by)


def withdraw_certificate(certificate, *, effective_on: date, reason: str, by) -> CertificateEvent:
    """Out of force from that day for good. Refuses: not_allowed, no_reason, too_early, wrong_state."""
    return _add(EventKind.WITHDRAWN, certificate, effective_on, reason, by)


ALLOWED_FROM = {
    EventKind.SUSPENDED: {State.IN_FORCE, State.NOT_YET},
    EventKind.REINSTATED: {State.SUSPENDED},
    EventKind.WITHDRAWN: {State.IN_FORCE, State.NOT_YET, State.SUSPENDED, State.EXPIRED},
}


@transaction.atomic
def _add(kind: EventKind, certificate, effective_on: date, reason: str, by) -> CertificateEvent:
    certificate = Certificate.objects.select_for_update(of=("self",)).select_related("person").get(pk=certificate.pk)
    _refuse_act(kind, certificate, reason, by)
    _refuse_day(kind, certificate, effective_on)
    before = state_on(facts_of(certificate), effective_on)
    if before not in ALLOWED_FROM[kind]:
        words = {"state": State(before).label}
        refuse("wrong_state", _("On that day the certificate is “%(state)s”, so this cannot be done.") % words)
    event = CertificateEvent.objects.create(
        certificate=certificate, kind=kind, effective_on=effective_on, reason=reason.strip(), by=by
    )
    _audit(certificate, event, before)
    return event


def _refuse_act(kind: EventKind, certificate, reason: str, by) -> None:
    if not may_change_standing(by, certificate):
        refuse("not_allowed", _("Only the programme office does this, and nobody about their own certificate."))
    if not reason.strip():
        refuse("no_reason", _("Give the reason: it is kept with the certificate."))
    if kind != EventKind.WITHDRAWN and certificate.kind != CertificateKind.TRAINER:
        refuse("not_trainer", _("Only a trainer certificate can be suspended or reinstated."))
    if certificate.events.filter(kind=EventKind.WITHDRAWN).exists():
        refuse("wrong_state", _("The certificate has been withdrawn. That is for good."))


def _refuse_day(kind: EventKind, certificate, effective_on: date) -> None:
    """Not before the certificate began; a suspension or its end not before what was decided last."""
    last = certificate.events.order_by("-effective_on").first()
    if effective_on < certificate.valid_from:
        refuse("too_early", _("The day lies before the certificate's first day."))
    if last and kind != EventKind.WITHDRAWN and effective_on < last.effective_on:
        refuse("too_early", _("The day lies before the last decision about this certificate."))


def _audit(certificate, event, before: str) -> None:
    record(
        f"certificate.{event.kind}",
        certificate,
        by=event.by,
        before={"state": before},
        after={"state": event.kind, "effective_on": event.effective_on},
        reason=event.reason,
        institution=certificate.institution_id,
    )
