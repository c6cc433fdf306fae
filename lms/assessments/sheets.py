"""What the pages show, gathered with a constant number of queries."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lms.trainings.models import Enrolment, Training

from .choices import Criterion, Moment, ResultSource
from .models import AnswerSheet, TeachBack, TeachBackScore, TestResult
from .scoring import ScoreOutcome, criteria_apart, explained, teach_back_outcome
from .services.teach_backs import as_score

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


@dataclass(frozen=True)
class ResultCell:
    """One field of the grid. `value`: as it stands there; `was`: in full, "12/15", or empty; `fixed`: from a sheet."""

    name: str
    moment: Moment
    value: str
    was: str
    fixed: bool


def result_cells(row: ResultRow, items: int) -> tuple[ResultCell, ...]:
    """Before and after; a result of as many items as are asked stands there as the number right alone."""
    found = ((Moment.PRE, row.pre), (Moment.POST, row.post))
    return tuple(_result_cell(row.enrolment, moment, result, items) for moment, result in found)


def _result_cell(enrolment: Enrolment, moment: Moment, result: TestResult | None, items: int) -> ResultCell:
    was = str(result) if result else ""
    value = str(result.correct) if result and result.items == items else was
    fixed = result is not None and result.source != ResultSource.TYPED
    return ResultCell(f"{moment.value}-{enrolment.pk}", moment, value, was, fixed)


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
class ScoreSheet:
    """A teach-back with the scores this user may see; `outcome` only for those who may see them all."""

    teach_back: TeachBack
    scores: list[TeachBackScore] = field(default_factory=list)
    outcome: ScoreOutcome | None = None

    @property
    def handed_in(self) -> list[TeachBackScore]:
        return [row for row in self.scores if row.submitted_at]

    @property
    def word(self) -> str:
        return self.outcome.verdict.label if self.outcome else ""

    @property
    def tone(self) -> str:
        return self.outcome.verdict.tone if self.outcome else "neutral"

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


def sheet_of(teach_back: TeachBack, scores: Iterable[TeachBackScore], needed: int = 2) -> ScoreSheet:
    """The sheet over all scores of a teach-back."""
    sheet = ScoreSheet(teach_back, sorted(scores, key=lambda row: row.pk))
    sheet.outcome = teach_back_outcome([as_score(row) for row in sheet.handed_in], needed)
    return sheet
