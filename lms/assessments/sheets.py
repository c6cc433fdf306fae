"""What the pages show, gathered with a constant number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lms.trainings.models import Enrolment, Training

from .choices import Criterion, Moment
from .models import AnswerSheet, TeachBack, TeachBackScore, TestResult
from .scoring import Outcome, Verdict, criteria_apart, explained, teach_back_outcome
from .services.teach_backs import as_score

TONES = {Verdict.PASSED: "done", Verdict.FAILED: "harm", Verdict.OPEN: "neutral", Verdict.THIRD_NEEDED: "attention"}
DEFAULT_ITEMS = 15


@dataclass
class ResultRow:
    """One participant of the entry grid: the results before and after, and the sheets handed in."""

    enrolment: Enrolment
    pre: TestResult | None = None
    post: TestResult | None = None
    pre_sheet: AnswerSheet | None = None
    post_sheet: AnswerSheet | None = None

    @property
    def sheets(self) -> list[AnswerSheet]:
        return [sheet for sheet in (self.pre_sheet, self.post_sheet) if sheet]


def result_rows(training: Training) -> list[ResultRow]:
    """Everybody enrolled, by name, with their results and sheets; three queries."""
    enrolments = training.enrolments.holding_a_seat().select_related("person").order_by("person__name_key", "pk")
    rows = {row.person_id: ResultRow(row) for row in enrolments}
    for result in TestResult.objects.filter(training=training, person__in=rows):
        setattr(rows[result.person_id], Moment(result.moment).value, result)
    for sheet in AnswerSheet.objects.handed_in().filter(training=training, person__in=rows):
        setattr(rows[sheet.person_id], f"{Moment(sheet.moment).value}_sheet", sheet)
    return list(rows.values())


def items_asked(rows: Iterable[ResultRow], asked: int | None) -> int:
    """The number asked for; else what the results so far say; else fifteen."""
    known = [result.items for row in rows for result in (row.post, row.pre) if result]
    return asked or (known[0] if known else DEFAULT_ITEMS)


@dataclass
class Sheet:
    """A teach-back with the scores this user may see; `outcome` only for those who may see them all."""

    teach_back: TeachBack
    scores: list[TeachBackScore] = field(default_factory=list)
    outcome: Outcome | None = None

    @property
    def handed_in(self) -> list[TeachBackScore]:
        return [row for row in self.scores if row.submitted_at]

    @property
    def word(self) -> str:
        return self.outcome.verdict.label if self.outcome else ""

    @property
    def tone(self) -> str:
        return TONES[self.outcome.verdict] if self.outcome else "neutral"

    @property
    def lines(self) -> list[dict]:
        """One line for each criterion: every score handed in, the value that counts, whether they are apart."""
        scores = [as_score(row) for row in self.handed_in]
        apart = criteria_apart(scores)
        counted = (self.outcome.counted if self.outcome else None) or {}
        return [
            {
                "label": Criterion(name).label,
                "levels": [getattr(row, name) for row in self.handed_in],
                "counted": float(counted[name]) if name in counted else None,
                "apart": name in apart,
                "words": explained(scores, name) if self.outcome else "",
            }
            for name in Criterion.values
        ]


def sheet_of(teach_back: TeachBack, scores: Iterable[TeachBackScore], needed: int = 2) -> Sheet:
    """The sheet over all scores of a teach-back."""
    sheet = Sheet(teach_back, sorted(scores, key=lambda row: row.pk))
    sheet.outcome = teach_back_outcome([as_score(row) for row in sheet.handed_in], needed)
    return sheet
