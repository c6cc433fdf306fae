"""Who can teach which module: what each trainer has taught, how often and when last, and their teach-back's topic."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, Q, QuerySet

from curricula.choices import ModuleKind
from curricula.models import Curriculum, Module
from lms.assessments.models import TeachBack
from lms.cascade.listing import is_delivered
from lms.certification.evidence import TEACHING
from lms.trainings.models import SessionModule

from .trainers import CASCADE_KINDS, DirectoryRow


@dataclass(frozen=True)
class TaughtCell:
    """One trainer and one module: trainings in which it was taught, the last day, and whether it was the teach-back."""

    times: int = 0
    last_on: date | None = None
    teach_back: bool = False


NOTHING = TaughtCell()


@dataclass(frozen=True)
class TrainerRow:
    """A line of the directory with its cells, one for each module in order."""

    trainer: DirectoryRow
    cells: tuple[tuple[Module, TaughtCell], ...]


def curricula_of(rows: QuerySet) -> list[Curriculum]:
    """The curricula that these trainers are certified for."""
    return list(Curriculum.objects.filter(pk__in=rows.order_by().values("curriculum")).order_by("title"))


def columns_of(curriculum_id: int | None) -> list[Module]:
    """The modules that cascade trainings teach, in the curriculum's order."""
    return list(Module.objects.filter(curriculum=curriculum_id, kind=ModuleKind.CORE).order_by("order"))


def rows_of(trainers: Iterable[DirectoryRow], modules: list[Module]) -> list[TrainerRow]:
    """The trainers of a page with their cells; two queries for any number."""
    trainers = list(trainers)
    cells = cells_of({row.person_id for row in trainers}, modules)
    return [
        TrainerRow(row, tuple((module, cells.get((row.person_id, module.pk), NOTHING)) for module in modules))
        for row in trainers
    ]


def cells_of(people: Iterable[int], modules: list[Module]) -> dict[tuple[int, int], TaughtCell]:
    """{(person, module): Cell} of those that are not empty. A training's modules count for each of its trainers."""
    ids = list(people)
    # Of all modules, and the others left out afterwards: else SQLite starts from the modules, through all trainings.
    rows, wanted = _taught(session__training__deliverers__person__in=ids), {module.pk for module in modules}
    taught = rows.values_list("session__training__deliverers__person", "module").annotate(
        n=Count("session__training", distinct=True), last=Max("session__held_on")
    )
    topics = set(TeachBack.objects.filter(person__in=ids, topic__in=modules).values_list("person", "topic"))
    found = {(person, module): TaughtCell(n, last, (person, module) in topics)
             for person, module, n, last in taught if module in wanted}  # fmt: skip
    return {pair: TaughtCell(teach_back=True) for pair in topics} | found


def _taught(**narrowing) -> QuerySet:
    """Modules marked as delivered in delivered trainings, once for each trainer of the training (one join for all)."""
    rows = SessionModule.objects.filter(
        is_delivered("session__training__"), delivered=True,
        session__training__kind__in=CASCADE_KINDS, session__training__deliverers__part__in=TEACHING,
        **narrowing,
    )  # fmt: skip
    return rows.order_by()


def trainers_by_module(rows: QuerySet, modules: list[Module]) -> dict[int, int]:
    """{module: how many of all these trainers have taught it}, none where nobody has; one query."""
    teacher = "session__training__deliverers__person"
    # As a condition of the count and not of the rows: SQLite would start from the people, and take seconds.
    among = Q(**{f"{teacher}__in": rows.order_by().values("person")})
    taught = _taught(module__in=modules).values_list("module")
    return {module: n for module, n in taught.annotate(n=Count(teacher, distinct=True, filter=among)) if n}
