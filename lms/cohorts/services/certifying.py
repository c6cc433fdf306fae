"""Teach-backs, decisions and certificates for a whole cohort, each through the service of its own app."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from curricula.models import Module
from lms.assessments.models import TeachBack
from lms.assessments.services import open_teach_back
from lms.audit.services import record
from lms.certification.models import Certificate, Decision, IssueBatch
from lms.certification.services import decide_certification, issue_trainer_certificate, start_batch
from lms.core.rules import Finding, RuleBroken, refuse
from lms.people.models import Person, User
from lms.trainings.services.locks import lock_training

from ..candidates import candidates_of, decider_of
from ..models import Cohort
from ..permissions import may_run_cohorts


@dataclass(frozen=True)
class TeachBackSlot:
    """When a candidate teaches back, and what; `topic` None until it is drawn."""

    person: Person
    held_on: date
    topic: Module | None = None


@transaction.atomic
def open_teach_backs(cohort: Cohort, slots: Sequence[TeachBackSlot], *, by: User) -> list[TeachBack]:
    """Open a teach-back for each candidate: all or none.

    Refuses: nothing_chosen, and with names what `open_teach_back` refuses.
    """
    if not slots:
        refuse("nothing_chosen", _("Choose a day for at least one candidate."))
    training = lock_training(cohort.training_id)
    findings: list[Finding] = []
    opened = []
    for slot in slots:
        try:
            opened.append(open_teach_back(training, slot.person, held_on=slot.held_on, topic=slot.topic, by=by))
        except RuleBroken as refusal:
            findings.extend(_named(slot.person, refusal))
    if findings:
        raise RuleBroken(*findings)
    return opened


@transaction.atomic
def confirm_proposals(cohort: Cohort, *, by: User) -> list[Decision]:
    """Decide as proposed about every candidate who meets what a certificate needs. Repeating adds nothing.

    Left for a decision of their own: who does not meet it yet (a decision is final), and whom the decider assessed.
    Refuses: not_office, nothing_to_confirm.
    """
    if not may_run_cohorts(by):
        refuse("not_office", _("Only the programme office decides about certification."))
    training = lock_training(cohort.training_id)
    decider = decider_of(by)
    ready = [one for one in candidates_of(cohort) if one.is_ready and not one.is_closed_to(decider)]
    if not ready:
        refuse("nothing_to_confirm", _("No candidate is waiting whom you could certify as proposed."))
    decisions = [
        decide_certification(scheme=cohort.scheme, training=training, person=one.person, by=by) for one in ready
    ]
    record(
        "proposals_confirmed", cohort, by=by, after={"decisions": [row.pk for row in decisions]},
        institution=training.institution_id,
    )  # fmt: skip
    return decisions


@transaction.atomic
def issue_certificates(cohort: Cohort, *, by: User) -> list[Certificate]:
    """The certificate of every decision that allows one and has none yet: all or none; repeating adds nothing.

    The office's own certificate is left for another officer. Refuses: not_office, and with names what issuing refuses.
    """
    if not may_run_cohorts(by):
        refuse("not_office", _("Only the programme office issues trainer certificates."))
    lock_training(cohort.training_id)
    findings: list[Finding] = []
    issued = []
    for decision in _waiting(cohort, by):
        try:
            issued.append(issue_trainer_certificate(decision, by=by))
        except RuleBroken as refusal:
            findings.extend(_named(decision.person, refusal))
    if findings:
        raise RuleBroken(*findings)
    return issued


def start_issuing(cohort: Cohort, *, by: User) -> IssueBatch:
    """Have the worker issue the same certificates one after the other; nobody's trouble holds up the others.

    Refuses: not_office, nothing_to_issue.
    """
    if not may_run_cohorts(by):
        refuse("not_office", _("Only the programme office issues trainer certificates."))
    return start_batch(cohort.training, decisions=_waiting(cohort, by), by=by)


def _waiting(cohort: Cohort, by: User) -> Iterable[Decision]:
    waiting = [one for one in candidates_of(cohort) if one.awaits_certificate]
    others = [one for one in waiting if one.person.user_id is None or one.person.user_id != by.pk]
    return [one.decision for one in others if one.decision]


def _named(person: Person, refusal: RuleBroken) -> list[Finding]:
    return [Finding(one.code, f"{person}: {one.message}") for one in refusal.findings]
