"""The certification decision as a pure rule: evidence and a scheme's rules in, a proposal that explains itself out."""

from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from lms.core.clock import months_later

from .choices import Act, Aim, Level, Outcome, RequirementKind
from .validity import last_day

# From the least to the most: a decision may stay below the proposal, never rise above it.
RANK = (Outcome.NOT_CERTIFIED, Outcome.PROVISIONAL, Outcome.CERTIFIED, Outcome.SENIOR)
#: What the later acts ask for.
AIMS = {Act.PROMOTION: Aim.CERTIFIED, Act.RENEWAL: Aim.RENEWAL, Act.SENIOR: Aim.SENIOR}


@dataclass(frozen=True)
class Rule:
    """One row of a scheme: per cent, a count or months, as the kind says; `months` is the period looked back over."""

    aim: str
    kind: str
    threshold: int
    months: int | None = None

    @property
    def looks_back(self) -> int:
        """The period in months; kinds that look back over one are not stored without it."""
        if self.months is None:
            raise ValueError(f"the requirement {self.kind} needs a period")
        return self.months


@dataclass(frozen=True)
class Terms:
    """One version of a scheme as plain data; times are months (see `models.SchemeVersion`)."""

    rules: tuple[Rule, ...]
    provisional_first: bool = True
    validity_months: int = 36
    provisional_months: int = 12
    renewal_opens_months: int = 6
    grace_months: int = 3

    def asked_for(self, aim: str) -> tuple[Rule, ...]:
        """In the order of the kinds, whatever the order of the rows."""
        found = [rule for rule in self.rules if rule.aim == aim]
        return tuple(sorted(found, key=lambda rule: RequirementKind.values.index(rule.kind)))

    def threshold(self, aim: str, kind: str, default: int) -> int:
        return next((rule.threshold for rule in self.asked_for(aim) if rule.kind == kind), default)

    @property
    def assessors(self) -> int:
        """How many assessors a teach-back needs."""
        return self.threshold(Aim.ANY, RequirementKind.TEACH_BACK, 2)


#: What a new scheme starts from [our own working assumption]; the office adopts another version when it decides so.
USUAL = Terms(
    (
        Rule(Aim.ANY, RequirementKind.ATTENDANCE, 80),
        Rule(Aim.ANY, RequirementKind.POST_TEST, 70),
        Rule(Aim.ANY, RequirementKind.TEACH_BACK, 2),
        Rule(Aim.CERTIFIED, RequirementKind.CO_DELIVERY, 1),
        Rule(Aim.RENEWAL, RequirementKind.DELIVERIES, 1, 12),
        Rule(Aim.RENEWAL, RequirementKind.REFRESHER, 1, 24),
        Rule(Aim.SENIOR, RequirementKind.DELIVERIES_SINCE, 4),
        Rule(Aim.SENIOR, RequirementKind.MONTHS_HELD, 24),
    )
)


@dataclass(frozen=True)
class Evidence:
    """What the records show about one person on one day.

    attended of half_days: half-days. correct of items: the post-test, both None where there is none.
    teach_back:            verdict word of the rubric ("passed", "failed", "open", "third_needed"), "" without one;
    teach_back_words:      what it says in words. assessors: different assessors whose scores are in.
    co_deliveries:         verified trainings taught together with a certified trainer.
    planned:               deliveries promised in the confirmed roll-out plan.
    deliveries:            the last days of the verified trainings they taught; refreshers: those they completed.
    held_since:            first day of the certificate held; certified_since: of the first above provisional in its
                           chain. None where there is none. on: the day that is asked about.
    """

    attended: int = 0
    half_days: int = 0
    correct: int | None = None
    items: int | None = None
    teach_back: str = ""
    teach_back_words: str = ""
    assessors: int = 0
    co_deliveries: int = 0
    planned: int = 0
    deliveries: tuple[date, ...] = ()
    refreshers: tuple[date, ...] = ()
    held_since: date | None = None
    certified_since: date | None = None
    on: date = date.min


@dataclass(frozen=True)
class Requirement:
    """One line of the explanation: what is required, what was found, whether it is met, and how it could be.

    `caps`: unmet it does not stand in the way of a provisional certificate. `have` of `need` is the progress, in the
    rule's own unit; `need` 0 where there is nothing to count.
    """

    code: str
    label: str
    required: str
    found: str
    met: bool
    cure: str = ""
    caps: bool = False
    have: int = 0
    need: int = 0


@dataclass(frozen=True)
class Proposal:
    """What the evidence allows at most, with every requirement. `blocking` are those that stand in the way."""

    outcome: Outcome
    requirements: Sequence[Requirement] = field(default_factory=tuple)

    @property
    def blocking(self) -> tuple[Requirement, ...]:
        return tuple(row for row in self.requirements if not row.met and not row.caps)

    def as_rows(self) -> list[dict[str, Any]]:
        """Plain rows for storing with the decision."""
        return [asdict(row) for row in self.requirements]


def decide(evidence: Evidence, terms: Terms) -> Proposal:
    """The first decision: every requirement of any certificate is needed; with an unmet one of the certified level it
    is provisional at most, if the scheme begins provisionally."""
    needed = judge(evidence, terms, Aim.ANY)
    further = judge(evidence, terms, Aim.CERTIFIED, caps=True) if terms.provisional_first else ()
    rows = (*needed, *further)
    if not all(row.met for row in needed):
        return Proposal(Outcome.NOT_CERTIFIED, rows)
    return Proposal(Outcome.CERTIFIED if all(row.met for row in rows) else Outcome.PROVISIONAL, rows)


def decide_later(evidence: Evidence, terms: Terms, act: str, level: str) -> Proposal:
    """Promotion, renewal or advancement of a holder to (or, renewing, at) this level: all requirements or nothing."""
    rows = judge(evidence, terms, AIMS[Act(act)])
    return Proposal(Outcome(level) if all(row.met for row in rows) else Outcome.NOT_CERTIFIED, rows)


def judge(evidence: Evidence, terms: Terms, aim: str, *, caps: bool = False) -> tuple[Requirement, ...]:
    """Every requirement of the aim; where the scheme states none, one line that says so and is not met."""
    rules = terms.asked_for(aim)
    return tuple(_judged(evidence, rule, caps) for rule in rules) if rules else (_not_offered(aim, caps),)


def reached_level(act: str, level: str) -> str:
    """The level a holder of `level` has after the act."""
    return {Act.PROMOTION: Level.CERTIFIED, Act.SENIOR: Level.SENIOR}.get(Act(act), level)


def is_better(one: str, other: str) -> bool:
    """Is the first outcome above the second?"""
    return RANK.index(Outcome(one)) > RANK.index(Outcome(other))


def reaches(part: int, whole: int, percent: int) -> bool:
    """Is part/whole at least `percent` %? In whole numbers: 4 of 5 is 80 %, and nothing is rounded up."""
    return whole > 0 and part * 100 >= percent * whole


def shown_share(part: int, whole: int) -> str:
    """ "79.9 %": one decimal, cut and not rounded, so that nothing shown as 80 % is below it."""
    tenths = Fraction(part * 1000, whole).__floor__()
    return f"{tenths // 10}.{tenths % 10} %"


def within(days: Sequence[date], on: date, months: int) -> tuple[date, ...]:
    """Those of the days from which, on that day, not yet so many months have passed; both ends included."""
    return tuple(day for day in days if day <= on <= last_day(day, months))


# One kind after the other: (required, found, met, cure, have, need) ---------------------------------------------------

Judged = tuple[str, str, bool, str, int, int]


def _judged(evidence: Evidence, rule: Rule, caps: bool) -> Requirement:
    required, found, met, cure, have, need = JUDGES[RequirementKind(rule.kind)](evidence, rule)
    label = str(RequirementKind(rule.kind).label)
    return Requirement(rule.kind, label, required, found, met, "" if met else cure, caps, have, need)


def _not_offered(aim: str, caps: bool) -> Requirement:
    return Requirement(
        f"no_{aim}", str(Aim(aim).label).capitalize(), _("stated in the scheme"), _("the scheme states none"), False,
        _("Adopt a version of the scheme that says what is required."), caps,
    )  # fmt: skip


def required_words(rule: Rule) -> str:
    """What the rule asks for, without anybody's evidence: for the scheme's own page."""
    return JUDGES[RequirementKind(rule.kind)](Evidence(), rule)[0]


def _attendance(evidence: Evidence, rule: Rule) -> Judged:
    found = _("no half-days recorded")
    if evidence.half_days:
        words = {"attended": evidence.attended, "held": evidence.half_days}
        share = shown_share(evidence.attended, evidence.half_days)
        found = _("%(attended)d of %(held)d half-days") % words + f" ({share})"
    met = reaches(evidence.attended, evidence.half_days, rule.threshold)
    cure = _("Complete the attendance list if it has gaps; otherwise the candidate takes part again.")
    return _("at least %d %%") % rule.threshold, found, met, cure, evidence.attended, evidence.half_days


def _post_test(evidence: Evidence, rule: Rule) -> Judged:
    correct, items = evidence.correct or 0, evidence.items or 0
    taken = evidence.correct is not None and items > 0
    found = _("no post-test recorded")
    if taken:
        words = {"correct": correct, "items": items}
        found = _("%(correct)d of %(items)d items") % words + f" ({shown_share(correct, items)})"
    met = taken and reaches(correct, items, rule.threshold)
    cure = _("Enter the post-test's result; below the mark, the candidate takes part again.")
    return _("at least %d %%") % rule.threshold, found, met, cure, correct, items


def _teach_back(evidence: Evidence, rule: Rule) -> Judged:
    required = _("passed by %d different assessors") % rule.threshold
    found = evidence.teach_back_words or _("no teach-back recorded")
    met = evidence.teach_back == "passed" and evidence.assessors >= rule.threshold
    cure = _("Have every assessor hand in their scores; not passed, the candidate takes part again.")
    return required, found, met, cure, evidence.assessors, rule.threshold


def _roll_out_plan(evidence: Evidence, rule: Rule) -> Judged:
    required = _deliveries(rule.threshold) + " " + _("promised and confirmed")
    found = _deliveries(evidence.planned) if evidence.planned else _("no confirmed plan")
    cure = _("The candidate promises deliveries in the roll-out plan, and the focal point confirms it.")
    return required, found, evidence.planned >= rule.threshold, cure, evidence.planned, rule.threshold


def _co_delivery(evidence: Evidence, rule: Rule) -> Judged:
    required = ngettext("one verified training", "%(n)d verified trainings", rule.threshold) % {"n": rule.threshold}
    found = _("not yet")
    if evidence.co_deliveries:
        found = _("delivered") + (f" ({evidence.co_deliveries})" if rule.threshold > 1 else "")
    met = evidence.co_deliveries >= rule.threshold
    cure = _("Deliver together with a certified trainer; then promote the provisional certificate.")
    return required, found, met, cure, evidence.co_deliveries, rule.threshold


def _deliveries_within(evidence: Evidence, rule: Rule) -> Judged:
    counted = len(within(evidence.deliveries, evidence.on, rule.looks_back))
    required = _("%(deliveries)s in the last %(months)d months") % {
        "deliveries": _deliveries(rule.threshold), "months": rule.months,
    }  # fmt: skip
    cure = _("Deliver, and have the training verified.")
    return required, _deliveries(counted), counted >= rule.threshold, cure, counted, rule.threshold


def _deliveries_since(evidence: Evidence, rule: Rule) -> Judged:
    since = evidence.held_since
    counted = sum(since <= day <= evidence.on for day in evidence.deliveries) if since else 0
    required = _("%(deliveries)s since it began") % {"deliveries": _deliveries(rule.threshold)}
    cure = _("Deliver, and have the training verified.")
    return required, _deliveries(counted), counted >= rule.threshold, cure, counted, rule.threshold


def _refresher(evidence: Evidence, rule: Rule) -> Judged:
    counted = len(within(evidence.refreshers, evidence.on, rule.looks_back))
    words = {"n": rule.threshold, "months": rule.months}
    required = ngettext(
        "%(n)d completed in the last %(months)d months", "%(n)d completed in the last %(months)d months", rule.threshold
    )
    found = _("%d completed") % counted if counted else _("none completed")
    cure = _("Take part in a refresher of the curriculum.")
    return required % words, found, counted >= rule.threshold, cure, counted, rule.threshold


def _months_held(evidence: Evidence, rule: Rule) -> Judged:
    months = months_between(evidence.certified_since, evidence.on) if evidence.certified_since else 0
    cure = _("Wait until the time has passed; only time at the certified level counts.")
    return _months(rule.threshold), _months(months), months >= rule.threshold, cure, months, rule.threshold


def months_between(first: date, on: date) -> int:
    """Whole months that have passed on that day; 0 before the first day."""
    months = (on.year - first.year) * 12 + on.month - first.month
    return max(0, months if months_later(first, months) <= on else months - 1)


def _deliveries(n: int) -> str:
    return ngettext("%(n)d delivery", "%(n)d deliveries", n) % {"n": n}


def _months(n: int) -> str:
    return ngettext("%(n)d month", "%(n)d months", n) % {"n": n}


JUDGES: dict[RequirementKind, Callable[[Evidence, Rule], Judged]] = {
    RequirementKind.ATTENDANCE: _attendance,
    RequirementKind.POST_TEST: _post_test,
    RequirementKind.TEACH_BACK: _teach_back,
    RequirementKind.ROLL_OUT_PLAN: _roll_out_plan,
    RequirementKind.CO_DELIVERY: _co_delivery,
    RequirementKind.DELIVERIES: _deliveries_within,
    RequirementKind.DELIVERIES_SINCE: _deliveries_since,
    RequirementKind.REFRESHER: _refresher,
    RequirementKind.MONTHS_HELD: _months_held,
}
