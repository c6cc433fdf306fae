"""The certification decision as a pure rule: evidence and thresholds in, a proposal that explains itself out."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from fractions import Fraction

from django.utils.translation import gettext as _

from .choices import Outcome

# From the least to the most: a decision may stay below the proposal, never rise above it.
RANK = (Outcome.NOT_CERTIFIED, Outcome.PROVISIONAL, Outcome.CERTIFIED)


@dataclass(frozen=True)
class Thresholds:
    """A scheme's settings: shares in percent, `provisional_first` when the first delivery must be co-delivered."""

    attendance_percent: int = 80
    pass_mark_percent: int = 70
    assessors: int = 2
    provisional_first: bool = True


@dataclass(frozen=True)
class Evidence:
    """What the records show about one candidate.

    attended of half_days: half-days. correct of items: the post-test, both None where there is none.
    teach_back:            verdict word of the rubric ("passed", "failed", "open", "third_needed"), "" without one;
    teach_back_words:      what it says in words. assessors: different assessors whose scores are in.
    co_delivered:          has delivered a verified training together with a certified trainer.
    """

    attended: int = 0
    half_days: int = 0
    correct: int | None = None
    items: int | None = None
    teach_back: str = ""
    teach_back_words: str = ""
    assessors: int = 0
    co_delivered: bool = False


@dataclass(frozen=True)
class Requirement:
    """One line of the explanation: what is required, what was found, whether it is met, and how it could be."""

    code: str
    label: str
    required: str
    found: str
    met: bool
    cure: str = ""
    caps: bool = False


@dataclass(frozen=True)
class Proposal:
    """What the evidence allows at most, with every requirement. `blocking` are those that stand in the way."""

    outcome: Outcome
    requirements: Sequence[Requirement] = field(default_factory=tuple)

    @property
    def blocking(self) -> tuple[Requirement, ...]:
        return tuple(row for row in self.requirements if not row.met and not row.caps)

    def as_rows(self) -> list[dict]:
        """Plain rows for storing with the decision."""
        return [asdict(row) for row in self.requirements]


def decide(evidence: Evidence, thresholds: Thresholds) -> Proposal:
    """All three of rule 4 are needed for any certificate; without a co-delivery it is provisional at most."""
    needed = (
        _attendance(evidence, thresholds),
        _post_test(evidence, thresholds),
        _teach_back(evidence, thresholds),
    )
    rows = (*needed, _co_delivery(evidence)) if thresholds.provisional_first else needed
    if not all(row.met for row in needed):
        return Proposal(Outcome.NOT_CERTIFIED, rows)
    return Proposal(Outcome.CERTIFIED if all(row.met for row in rows) else Outcome.PROVISIONAL, rows)


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


def _attendance(evidence: Evidence, thresholds: Thresholds) -> Requirement:
    met = reaches(evidence.attended, evidence.half_days, thresholds.attendance_percent)
    found = _("no half-days recorded")
    if evidence.half_days:
        words = {"attended": evidence.attended, "held": evidence.half_days}
        share = shown_share(evidence.attended, evidence.half_days)
        found = _("%(attended)d of %(held)d half-days") % words + f" ({share})"
    return Requirement(
        "attendance",
        _("Attendance"),
        _("at least %d %%") % thresholds.attendance_percent,
        found,
        met,
        "" if met else _("Complete the attendance list if it has gaps; otherwise the candidate takes part again."),
    )


def _post_test(evidence: Evidence, thresholds: Thresholds) -> Requirement:
    taken = evidence.correct is not None and evidence.items
    met = bool(taken) and reaches(evidence.correct, evidence.items, thresholds.pass_mark_percent)
    found = _("no post-test recorded")
    if taken:
        words = {"correct": evidence.correct, "items": evidence.items}
        found = _("%(correct)d of %(items)d items") % words + f" ({shown_share(evidence.correct, evidence.items)})"
    return Requirement(
        "post_test",
        _("Post-test"),
        _("at least %d %%") % thresholds.pass_mark_percent,
        found,
        met,
        "" if met else _("Enter the post-test's result; below the mark, the candidate takes part again."),
    )


def _teach_back(evidence: Evidence, thresholds: Thresholds) -> Requirement:
    met = evidence.teach_back == "passed" and evidence.assessors >= thresholds.assessors
    return Requirement(
        "teach_back",
        _("Teach-back"),
        _("passed by %d different assessors") % thresholds.assessors,
        evidence.teach_back_words or _("no teach-back recorded"),
        met,
        "" if met else _("Have every assessor hand in their scores; not passed, the candidate takes part again."),
    )


def _co_delivery(evidence: Evidence) -> Requirement:
    return Requirement(
        "co_delivery",
        _("First delivery together with a certified trainer"),
        _("one verified training"),
        _("delivered") if evidence.co_delivered else _("not yet"),
        evidence.co_delivered,
        "" if evidence.co_delivered else _("Certify provisionally; promote after the first co-delivered training."),
        caps=True,
    )
