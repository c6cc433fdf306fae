"""How single items do: answers right before and after, over all sheets handed in; and the grid of paper sheets."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from curricula.bank.papers import PaperQuestion
from curricula.models import Edition, EditionForm, EditionItem
from lms.trainings.models import Enrolment, Training

from .choices import Moment, ResultSource
from .models import AnswerSheet, SheetAnswer

#: Below so many answers a share says more about people than about the item.
LEAST = 5


@dataclass(frozen=True)
class Share:
    """`right` of `n` answers, and whether the item is asked at this moment at all."""

    asked: bool = False
    n: int = 0
    right: int = 0

    @property
    def is_shown(self) -> bool:
        return self.n >= LEAST

    @property
    def percent(self) -> int | None:
        """Share right, whole percent; None below five answers."""
        return round(100 * self.right / self.n) if self.is_shown else None


@dataclass(frozen=True)
class ItemLine:
    """One item of an edition's forms with its share before and after."""

    code: str
    module: str
    title: str
    kind: str
    before: Share
    after: Share


def statistics_of(edition: Edition) -> list[ItemLine]:
    """Every item that a form of the edition asks, in the order of the edition; four queries."""
    forms = {form.moment: set(form.codes) for form in EditionForm.objects.filter(edition=edition)}
    asked = set().union(*forms.values())
    counted = _counted(edition)
    rows = EditionItem.objects.filter(module__edition=edition, code__in=asked).in_order()
    return [
        ItemLine(
            row.code, row.module.title, row.content["question"], row.item.get_kind_display(),
            *(_share(row.code, moment, forms, counted) for moment in (Moment.PRE, Moment.POST)),
        )
        for row in rows.select_related("module", "item")
    ]  # fmt: skip


def _share(code: str, moment: str, forms: dict, counted: dict) -> Share:
    return Share(code in forms.get(moment, ()), *counted.get((code, moment), (0, 0)))


def _counted(edition: Edition) -> dict[tuple[str, str], tuple[int, int]]:
    """{(item code, moment): (answers, of them right)} of the sheets that count."""
    rows = SheetAnswer.objects.filter(sheet__form__edition=edition, sheet__handed_in_at__isnull=False)
    rows = rows.exclude(is_right=None).order_by().values("code", "sheet__moment")
    found = rows.annotate(n=Count("pk"), right=Count("pk", filter=Q(is_right=True)))
    return {(row["code"], row["sheet__moment"]): (row["n"], row["right"]) for row in found}


# Paper, item by item --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class MarkCell:
    """One item of one sheet: `value` "1" right, "0" wrong, "" not marked yet; `name` of its field in the form."""

    code: str
    value: str
    name: str


@dataclass(frozen=True)
class MarkLine:
    """One participant; `on_phone` where the sheet came from the phone and is only read here."""

    enrolment: Enrolment
    cells: tuple[MarkCell, ...]
    sheet: AnswerSheet | None

    @property
    def on_phone(self) -> bool:
        return self.sheet is not None and self.sheet.source == ResultSource.PHONE

    @property
    def shown(self) -> str:
        """All values in a row, "1,,0": what the form says it showed."""
        return ",".join(cell.value for cell in self.cells)


def seats_of(training: Training) -> QuerySet[Enrolment]:
    """Everybody with a seat, by name."""
    return training.enrolments.holding_a_seat().select_related("person").order_by("person__name_key", "pk")


def mark_lines(
    training: Training, moment: str, papers: Sequence[PaperQuestion], seats: Iterable[Enrolment]
) -> list[MarkLine]:
    """These people with the marks of their sheets; three queries."""
    seats = list(seats)
    sheets = AnswerSheet.objects.filter(training=training, moment=moment, person__in=[row.person_id for row in seats])
    found = {sheet.person_id: sheet for sheet in sheets.prefetch_related("answers")}
    return [_line(row, found.get(row.person_id), papers) for row in seats]


def _line(enrolment: Enrolment, sheet: AnswerSheet | None, papers: Sequence[PaperQuestion]) -> MarkLine:
    marks = {row.code: row.is_right for row in sheet.answers.all()} if sheet else {}
    words = {True: "1", False: "0", None: ""}
    cells = tuple(
        MarkCell(paper.item.code, words[marks.get(paper.item.code)], f"mark-{enrolment.pk}-{number}")
        for number, paper in enumerate(papers, 1)
    )
    return MarkLine(enrolment, cells, sheet)
