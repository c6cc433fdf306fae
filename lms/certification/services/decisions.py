"""Deciding about a candidate: the evidence is read again inside the transaction, and stored with the decision."""

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override

from lms.audit.services import record
from lms.core.rules import refuse
from lms.trainings.choices import EnrolmentStatus, TrainingKind, TrainingStatus
from lms.trainings.models import Training

from ..choices import Outcome
from ..evidence import assessed_by, evidence_for, thresholds_of
from ..models import Decision
from ..permissions import may_decide
from ..rules import Proposal, decide, is_better


def propose_certification(scheme, training, person) -> Proposal:
    """What the scheme's rules say about this candidate today, with each requirement; writes nothing."""
    return decide(evidence_for(scheme, training, person), thresholds_of(scheme))


@transaction.atomic
def decide_certification(*, scheme, training, person, by, reason: str = "", outcome: str | None = None) -> Decision:
    """Decide about one ToT candidate, once; without `outcome` as the rules propose.

    A decision may be harder than the proposal (with a reason), never better. Refuses: not_office, own_candidate,
    own_assessment, not_tot, other_curriculum, training_shut, not_enrolled, already_decided, too_good, no_reason.
    """
    training = Training.objects.select_for_update().get(pk=training.pk)
    _refuse_decider(training, person, by)
    _refuse_training(scheme, training, person)
    if Decision.objects.filter(scheme=scheme, training=training, person=person).exists():
        refuse("already_decided", _("This candidate has been decided about. A decision is made once and stays."))
    # Kept in one language, whoever decides: it is a record, not a page.
    with override("en"):
        proposal = propose_certification(scheme, training, person)
    chosen = Outcome(outcome or proposal.outcome)
    _refuse_outcome(chosen, proposal, reason)
    decision = Decision.objects.create(
        scheme=scheme, training=training, person=person, outcome=chosen,
        requirements=proposal.as_rows(), reason=reason.strip(), decided_by=by,
    )  # fmt: skip
    after = {"person": person.pk, "training": training.reference, "outcome": chosen, "proposed": proposal.outcome}
    record(
        "certification.decided", decision, by=by, after=after, reason=decision.reason, institution=person.institution_id
    )
    return decision


def _refuse_decider(training, person, by) -> None:
    """Rule 5: nobody certifies their own work."""
    if not may_decide(by, training):
        refuse("not_office", _("Only the programme office decides about certification."))
    if person.user_id is not None and person.user_id == by.pk:
        refuse("own_candidate", _("Nobody decides about themselves. Ask another programme officer."))
    if assessed_by(by, training, person):
        refuse("own_assessment", _("You assessed this candidate. Ask another programme officer to decide."))


def _refuse_training(scheme, training, person) -> None:
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
        unmet = "; ".join(f"{row.label}: {row.found}" for row in proposal.requirements if not row.met)
        refuse("too_good", _("The evidence does not allow this decision. Not met: %s.") % unmet)
    if chosen != proposal.outcome and not reason.strip():
        refuse("no_reason", _("Give the reason for deciding below what the rules propose."))
