"""Deciding about a candidate or a holder: the evidence is read again inside the transaction, and stored with it."""

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from lms.assessments.querysets import own_institution_ids
from lms.audit.services import record
from lms.core.clock import today
from lms.core.rules import refuse
from lms.people.models import Person, User
from lms.trainings.choices import EnrolmentStatus, TrainingKind, TrainingStatus
from lms.trainings.models import Training

from ..choices import Act, Outcome
from ..evidence import assessed_by, current_terms, current_version, evidence_about, evidence_for, terms_of
from ..models import Certificate, Decision, Scheme, SchemeVersion
from ..permissions import may_decide
from ..rules import Proposal, Terms, decide, decide_later, is_better, reached_level


def propose_certification(
    scheme: Scheme, training: Training, person: Person, *, terms: Terms | None = None
) -> Proposal:
    """What the scheme's rules (or these) say about this candidate today, with each requirement; writes nothing."""
    terms = terms or current_terms(scheme)
    return decide(evidence_for(terms, training, person, _today_of(person)), terms)


def propose_later(certificate: Certificate, act: str, *, terms: Terms | None = None) -> Proposal:
    """What the rules say today about promoting, renewing or advancing the holder; writes nothing."""
    terms = terms or current_terms(_scheme_of(certificate))
    evidence = evidence_about(certificate, _today_of(certificate.person))
    return decide_later(evidence, terms, act, reached_level(act, certificate.level))


def _scheme_of(certificate: Certificate) -> Scheme:
    assert certificate.scheme is not None, "a trainer's certificate stands under a scheme"
    return certificate.scheme


@transaction.atomic
def decide_certification(
    *, scheme: Scheme, training: Training, person: Person, by: User, reason: str = "", outcome: str | None = None
) -> Decision:
    """Decide about one ToT candidate, once; without `outcome` as the rules propose.

    A decision may be harder than the proposal (with a reason), never better. Refuses: not_office, own_candidate,
    own_assessment, own_institution, not_tot, other_curriculum, training_shut, not_enrolled, already_decided, too_good,
    no_reason.
    """
    training = Training.objects.select_for_update().get(pk=training.pk)
    _refuse_decider(training, person, by)
    _refuse_training(scheme, training, person)
    if Decision.objects.filter(scheme=scheme, training=training, person=person, act=Act.INITIAL).exists():
        refuse("already_decided", _("This candidate has been decided about. A decision is made once and stays."))
    version = current_version(scheme)
    # Kept in one language, whoever decides: it is a record, not a page.
    with override("en"):
        proposal = propose_certification(scheme, training, person, terms=terms_of(version))
    chosen = Outcome(outcome or proposal.outcome)
    _refuse_outcome(chosen, proposal, reason)
    decision = Decision(scheme=scheme, training=training, person=person, reason=reason.strip(), decided_by=by)
    return _keep(decision, version, chosen, proposal)


def decide_about_holder(certificate: Certificate, act: str, *, by: User) -> Decision:
    """Decide that the holder of a locked certificate is promoted, renewed or advanced, by the rules in use.

    Runs inside the issuing service's transaction. Refuses: own_assessment, own_institution, not_met.
    """
    _refuse_bias(certificate.training, certificate.person, by)
    version = current_version(_scheme_of(certificate))
    with override("en"):
        proposal = propose_later(certificate, act, terms=terms_of(version))
    if proposal.outcome == Outcome.NOT_CERTIFIED:
        now = propose_later(certificate, act, terms=terms_of(version))
        refuse("not_met", _("Not met yet: %s.") % unmet_words(now))
    decision = Decision(
        scheme=certificate.scheme, training=certificate.training, person=certificate.person, act=act,
        basis=certificate, decided_by=by,
    )  # fmt: skip
    return _keep(decision, version, proposal.outcome, proposal)


def _keep(decision: Decision, version: SchemeVersion, outcome: Outcome, proposal: Proposal) -> Decision:
    decision.version, decision.outcome, decision.requirements = version, outcome, proposal.as_rows()
    decision.save()
    after = {
        "person": decision.person_id, "training": decision.training.reference, "act": decision.act,
        "outcome": outcome, "proposed": proposal.outcome, "version": version.number,
    }  # fmt: skip
    record(
        "certification.decided", decision, by=decision.decided_by, after=after, reason=decision.reason,
        institution=decision.person.institution_id,
    )  # fmt: skip
    return decision


def unmet_words(proposal: Proposal) -> str:
    """What is missing, in one line."""
    return "; ".join(f"{row.label}: {row.found} ({row.required})" for row in proposal.requirements if not row.met)


def _refuse_decider(training: Training, person: Person, by: User) -> None:
    """Rule 5: nobody certifies their own work."""
    if not may_decide(by, training):
        refuse("not_office", _("Only the programme office decides about certification."))
    if person.user_id is not None and person.user_id == by.pk:
        refuse("own_candidate", _("Nobody decides about themselves. Ask another programme officer."))
    _refuse_bias(training, person, by)


def _refuse_bias(training: Training, person: Person, by: User) -> None:
    if assessed_by(by, training, person):
        refuse("own_assessment", _("You assessed this candidate. Ask another programme officer to decide."))
    if person.institution_id in own_institution_ids(by):
        refuse("own_institution", _("This is somebody of your own institution. Ask another programme officer."))


def _refuse_training(scheme: Scheme, training: Training, person: Person) -> None:
    """Rule 2: trainer status comes only from a ToT."""
    if training.kind != TrainingKind.TOT:
        refuse("not_tot", _("A trainer is certified after a training of trainers; this is another kind of training."))
    if scheme.curriculum_id != training.curriculum_id:
        refuse("other_curriculum", _("The scheme certifies another curriculum than this training taught."))
    if training.status in (TrainingStatus.DRAFT, TrainingStatus.CANCELLED, TrainingStatus.RETURNED):
        refuse("training_shut", _("Nobody can be certified from a training that is a draft, returned or cancelled."))
    if not training.enrolments.filter(person=person, status=EnrolmentStatus.ENROLLED).exists():
        refuse("not_enrolled", _("This person was not enrolled in the training."))


def _refuse_outcome(chosen: Outcome, proposal: Proposal, reason: str) -> None:
    if is_better(chosen, proposal.outcome):
        refuse("too_good", _("The evidence does not allow this decision. Not met: %s.") % unmet_words(proposal))
    if chosen != proposal.outcome and not reason.strip():
        refuse("no_reason", _("Give the reason for deciding below what the rules propose."))


def _today_of(person: Person) -> date:
    """Today where the person's institution is."""
    return today(person.institution.jurisdiction.time_zone)
