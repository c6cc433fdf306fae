"""Where a cohort stands on its way from the call to the certificates. Pure."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lms.trainings.choices import VERIFIED_OR_LOCKED, TrainingStatus


class CohortStep(StrEnum):
    CALL = "call"
    NOMINATIONS = "nominations"
    SELECTION = "selection"
    DAYS = "days"
    TESTS = "tests"
    TEACH_BACKS = "teach_backs"
    DECISIONS = "decisions"
    CERTIFICATES = "certificates"
    REPORT = "report"


@dataclass(frozen=True)
class CohortProgress:
    """What is done of a cohort.

    seated: people with a seat. recorded of expected: attendance records. came: those of them who came at all (before
    the last day is over: everybody with a seat); of these, tested_before, tested_after: results.
    taught_back: teach-backs with a verdict. decided, allowed: decisions, and those that allow a certificate.
    """

    status: str
    today: date
    closes_on: date
    starts_on: date
    ends_on: date
    nominated: int = 0
    undecided: int = 0
    seated: int = 0
    recorded: int = 0
    expected: int = 0
    came: int = 0
    tested_before: int = 0
    tested_after: int = 0
    taught_back: int = 0
    decided: int = 0
    allowed: int = 0
    issued: int = 0


def done_steps(progress: CohortProgress) -> frozenset[CohortStep]:
    """The steps that are behind the cohort; each asks only for its own facts."""
    called = progress.status != TrainingStatus.DRAFT
    over = progress.today > progress.ends_on
    seated, every = progress.seated > 0, progress.came
    done = {
        CohortStep.CALL: called,
        CohortStep.NOMINATIONS: called and progress.today > progress.closes_on,
        CohortStep.SELECTION: called and seated and progress.undecided == 0,
        CohortStep.DAYS: over and seated and progress.recorded >= progress.expected,
        CohortStep.TESTS: every > 0 and min(progress.tested_before, progress.tested_after) >= every,
        CohortStep.TEACH_BACKS: every > 0 and progress.taught_back >= every,
        CohortStep.DECISIONS: every > 0 and progress.decided >= every,
        CohortStep.CERTIFICATES: every > 0 and progress.decided >= every and progress.issued >= progress.allowed,
        CohortStep.REPORT: progress.status in VERIFIED_OR_LOCKED,
    }
    return frozenset(step for step, is_done in done.items() if is_done)


def states_of(progress: CohortProgress) -> dict[CohortStep, str]:
    """{step: "done", "current" or "todo"}: the first that is not done is the next one; none in a cancelled cohort."""
    done = done_steps(progress)
    following = next((step for step in CohortStep if step not in done), None)
    if progress.status == TrainingStatus.CANCELLED:
        following = None
    return {step: "done" if step in done else "current" if step == following else "todo" for step in CohortStep}
