"""The test on phones as the training's page shows it: per moment what is open, how many are in, what does not agree."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lms.core.rules import Finding
from lms.trainings.models import Training

from ..choices import Moment, ResultSource
from ..models import AnswerSheet, PhoneTest, TestResult
from ..papers import form_of
from .windows import is_open, opening_findings


@dataclass(frozen=True)
class MomentLine:
    """One moment. `items`: how many the form asks, None without a form; `against`: why it cannot be opened today."""

    moment: str
    label: str
    items: int | None
    test: PhoneTest | None
    is_open: bool
    begun: int
    handed_in: int
    against: tuple[Finding, ...]


@dataclass(frozen=True)
class Conflict:
    """A sheet and another result that counts, or none: somebody has to say which is right."""

    sheet: AnswerSheet
    result: TestResult | None


def moment_lines(training: Training, today: date) -> list[MomentLine]:
    """Before and after, with a constant number of queries."""
    tests = {test.moment: test for test in training.phone_tests.all()}
    sheets = list(AnswerSheet.objects.filter(training=training, source=ResultSource.PHONE))
    return [_line(training, moment, tests, sheets, today) for moment in Moment]


def _line(training: Training, moment: Moment, tests: dict, sheets: Iterable[AnswerSheet], today: date) -> MomentLine:
    form, test = form_of(training, moment), tests.get(moment)
    own = [sheet for sheet in sheets if sheet.moment == moment]
    against = opening_findings(moment, training.starts_on, training.ends_on, today, opened=tests)
    return MomentLine(
        moment.value, str(moment.label), form and form.items, test,
        bool(test) and is_open(test.closed_at, training.ends_on, today), len(own),
        sum(sheet.handed_in_at is not None for sheet in own), tuple(against),
    )  # fmt: skip


def conflicts_of(training: Training) -> list[Conflict]:
    """Sheets that say something else than the result that counts, and that nobody has settled."""
    rows = AnswerSheet.objects.handed_in().filter(training=training, settled_at=None)
    results = {(row.person_id, row.moment): row for row in TestResult.objects.filter(training=training)}
    found = []
    for sheet in rows.select_related("person").order_by("person__name_key", "moment"):
        result = results.get((sheet.person_id, sheet.moment))
        if result is None or (result.correct, result.items) != (sheet.correct, sheet.items):
            found.append(Conflict(sheet, result))
    return found
