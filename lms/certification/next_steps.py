"""What comes next for a holder: promotion, renewal, the senior level; when it is open, what is met, what is missing."""

from dataclasses import dataclass
from datetime import date

from .choices import Act, Level, State
from .evidence import current_terms, evidence_about, facts_of
from .models import Certificate
from .rules import AIMS, Proposal, Terms, decide_later, reached_level
from .validity import renewal_window, state_on

#: The acts that start from a level, the nearest first.
NEXT = {
    Level.PROVISIONAL: (Act.PROMOTION,),
    Level.CERTIFIED: (Act.RENEWAL, Act.SENIOR),
    Level.SENIOR: (Act.RENEWAL,),
}


@dataclass(frozen=True)
class NextStep:
    """One act a holder can come to: open from `opens_on` to `closes_on` (both included), on which conditions.

    in_grace: the certificate is over, and can still be renewed without a new ToT.
    """

    act: Act
    proposal: Proposal
    opens_on: date
    closes_on: date
    on: date
    in_grace: bool = False

    @property
    def is_open(self) -> bool:
        return self.opens_on <= self.on <= self.closes_on

    @property
    def is_met(self) -> bool:
        return all(row.met for row in self.proposal.requirements)

    @property
    def is_ready(self) -> bool:
        """The office can act today."""
        return self.is_open and self.is_met


def outlook(certificate: Certificate, day: date) -> list[NextStep]:
    """The steps the scheme offers from this certificate; none once it is suspended, withdrawn, replaced or past its
    grace period. A dozen queries."""
    if certificate.level not in NEXT or certificate.scheme is None or hasattr(certificate, "replaced_by"):
        return []
    state = state_on(facts_of(certificate), day)
    if state not in (State.IN_FORCE, State.EXPIRED):
        return []
    terms = current_terms(certificate.scheme)
    offered = [act for act in NEXT[Level(certificate.level)] if terms.asked_for(AIMS[act])]
    if not offered:
        return []
    evidence = evidence_about(certificate, day)
    steps = [_step(certificate, act, terms, evidence, day, over=state == State.EXPIRED) for act in offered]
    return [step for step in steps if step.on <= step.closes_on]


def _step(certificate: Certificate, act: Act, terms: Terms, evidence, day: date, *, over: bool) -> NextStep:
    proposal = decide_later(evidence, terms, act, reached_level(act, certificate.level))
    if act != Act.RENEWAL:
        return NextStep(act, proposal, certificate.valid_from, certificate.valid_until, day)
    opens, closes = window_of(certificate, terms)
    return NextStep(act, proposal, opens, closes, day, over)


def window_of(certificate: Certificate, terms: Terms) -> tuple[date, date]:
    """First and last day on which it can be renewed."""
    return renewal_window(
        certificate.valid_until, opens_months=terms.renewal_opens_months, grace_months=terms.grace_months
    )
