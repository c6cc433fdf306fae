"""What happens to a certificate after issue: asked for by one officer, decided by another, never changed afterwards."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.clock import now, today
from lms.core.rules import refuse
from lms.people.models import User

from ..choices import CertificateKind, EventKind, RequestState, State
from ..evidence import facts_of
from ..models import Certificate, CertificateEvent, StandingRequest
from ..permissions import may_change_standing
from ..validity import state_on
from .log import add_line

ALLOWED_FROM = {
    EventKind.SUSPENDED: {State.IN_FORCE, State.NOT_YET},
    EventKind.REINSTATED: {State.SUSPENDED},
    EventKind.WITHDRAWN: {State.IN_FORCE, State.NOT_YET, State.SUSPENDED, State.EXPIRED},
}


@transaction.atomic
def request_standing(
    certificate: Certificate, kind: str, *, effective_on: date, reason: str, by: User
) -> StandingRequest:
    """Ask that a certificate be suspended, reinstated or withdrawn from a day on; nothing changes yet.

    Refuses: not_allowed, no_reason, not_trainer, too_early, wrong_state, already_asked.
    """
    kind, certificate = EventKind(kind), _locked(certificate)
    _refuse_actor(certificate, by)
    if not reason.strip():
        refuse("no_reason", _("Give the reason: it is kept with the certificate."))
    _refuse_act(kind, certificate, effective_on)
    if certificate.requests.waiting().exists():
        refuse("already_asked", _("A request about this certificate is waiting already. Decide about it first."))
    asked = StandingRequest.objects.create(
        certificate=certificate, kind=kind, effective_on=effective_on, reason=reason.strip(), requested_by=by
    )
    _audit("requested", certificate, asked, by=by, reason=asked.reason)
    return asked


@transaction.atomic
def confirm_standing(asked: StandingRequest, *, by: User) -> CertificateEvent:
    """The second officer agrees: the event is recorded.

    A suspension and a reinstatement take effect on the day of the confirmation at the earliest, a withdrawal from the
    day asked for. Refuses: not_allowed, settled, same_person, and what `request_standing` refuses about the day.
    """
    asked, certificate = _open(asked, by)
    if asked.requested_by_id == by.pk:
        refuse("same_person", _("You asked for this yourself. Another programme officer decides."))
    effective_on = day_of_effect(asked, _today_of(certificate))
    _refuse_act(EventKind(asked.kind), certificate, effective_on)
    before = state_on(facts_of(certificate), effective_on)
    event = CertificateEvent.objects.create(
        certificate=certificate, kind=asked.kind, effective_on=effective_on, reason=asked.reason, by=by, request=asked
    )
    add_line(event.kind, certificate, day=effective_on)
    _settle(asked, RequestState.CONFIRMED, "", by)
    record(
        f"certificate.{event.kind}", certificate, by=by, before={"state": before},
        after={"state": event.kind, "effective_on": effective_on, "requested_by": asked.requested_by_id},
        reason=event.reason, institution=certificate.institution_id,
    )  # fmt: skip
    return event


@transaction.atomic
def reject_standing(asked: StandingRequest, *, answer: str, by: User) -> StandingRequest:
    """The second officer does not agree, and says why. Refuses: not_allowed, settled, same_person, no_reason."""
    asked, certificate = _open(asked, by)
    if asked.requested_by_id == by.pk:
        refuse("same_person", _("You asked for this yourself. Another programme officer decides."))
    if not answer.strip():
        refuse("no_reason", _("Say why not: it is kept with the request."))
    _settle(asked, RequestState.REJECTED, answer.strip(), by)
    _audit("request_rejected", certificate, asked, by=by, reason=asked.answer)
    return asked


@transaction.atomic
def take_back_standing(asked: StandingRequest, *, by: User) -> StandingRequest:
    """Whoever asked takes the request back. Refuses: not_allowed, settled, not_yours."""
    asked, certificate = _open(asked, by)
    if asked.requested_by_id != by.pk:
        refuse("not_yours", _("Only the officer who asked takes the request back; you may reject it."))
    _settle(asked, RequestState.TAKEN_BACK, "", by)
    _audit("request_taken_back", certificate, asked, by=by)
    return asked


def day_of_effect(asked: StandingRequest, day: date) -> date:
    """From when it holds if it is confirmed on that day."""
    return asked.effective_on if asked.kind == EventKind.WITHDRAWN else max(asked.effective_on, day)


def _locked(certificate: Certificate) -> Certificate:
    rows = Certificate.objects.select_for_update(of=("self",)).select_related("person__institution__jurisdiction")
    return rows.get(pk=certificate.pk)


def _open(asked: StandingRequest, by: User) -> tuple[StandingRequest, Certificate]:
    """Both locked, the certificate first; only while nobody has decided."""
    certificate = _locked(Certificate(pk=asked.certificate_id))
    asked = StandingRequest.objects.select_for_update().get(pk=asked.pk)
    _refuse_actor(certificate, by)
    if asked.status != RequestState.OPEN:
        refuse("settled", _("This request has been decided about in the meantime."))
    return asked, certificate


def _refuse_actor(certificate: Certificate, by: User) -> None:
    if not may_change_standing(by, certificate):
        refuse("not_allowed", _("Only the programme office does this, and nobody about their own certificate."))


def _refuse_act(kind: EventKind, certificate: Certificate, effective_on: date) -> None:
    if kind != EventKind.WITHDRAWN and certificate.kind != CertificateKind.TRAINER:
        refuse("not_trainer", _("Only a trainer certificate can be suspended or reinstated."))
    if certificate.events.filter(kind=EventKind.WITHDRAWN).exists():
        refuse("wrong_state", _("The certificate has been withdrawn. That is for good."))
    _refuse_day(kind, certificate, effective_on)
    before = state_on(facts_of(certificate), effective_on)
    if before not in ALLOWED_FROM[kind]:
        words = {"state": State(before).label}
        refuse("wrong_state", _("On that day the certificate is “%(state)s”, so this cannot be done.") % words)


def _refuse_day(kind: EventKind, certificate: Certificate, effective_on: date) -> None:
    """Not before the certificate began; a suspension or its end not before what was decided last."""
    last = certificate.events.order_by("-effective_on").first()
    if effective_on < certificate.valid_from:
        refuse("too_early", _("The day lies before the certificate's first day."))
    if last and kind != EventKind.WITHDRAWN and effective_on < last.effective_on:
        refuse("too_early", _("The day lies before the last decision about this certificate."))


def _settle(asked: StandingRequest, status: RequestState, answer: str, by: User) -> None:
    asked.status, asked.answer, asked.decided_by, asked.decided_at = status, answer, by, now()
    asked.save(update_fields=["status", "answer", "decided_by", "decided_at"])


def _audit(what: str, certificate: Certificate, asked: StandingRequest, *, by: User, reason: str = "") -> None:
    after = {"request": asked.pk, "kind": asked.kind, "effective_on": asked.effective_on}
    record(
        f"certificate.{what}", certificate, by=by, after=after, reason=reason, institution=certificate.institution_id
    )


def _today_of(certificate: Certificate) -> date:
    return today(certificate.person.institution.jurisdiction.time_zone)
