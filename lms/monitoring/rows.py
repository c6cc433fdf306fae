"""The rows behind a figure: choosing them, and naming the people and trainings in them."""

from collections.abc import Iterable
from dataclasses import dataclass

from lms.people.models import Person
from lms.trainings.models import Training

from .counting import Judged
from .coverage import Coverage


@dataclass(frozen=True)
class NamedRow:
    """A judged row with the person and the training it is about."""

    judged: Judged
    person: Person
    training: Training


def chosen_rows(coverage: Coverage, *, jurisdiction: str = "", institution: str = "", show: str = "") -> list[Judged]:
    """The judged rows of a place, of one kind; the sums of these are the figures of the table."""
    places = {
        part.id
        for line in coverage.jurisdictions
        if not jurisdiction or str(line.id) == jurisdiction
        for part in line.parts
        if not institution or str(part.id) == institution
    }
    return [row for row in coverage.rows if row.participation.institution_id in places and _shown(row, show)]


def _shown(row: Judged, show: str) -> bool:
    if show == "counts":
        return row.counts
    if show == "not_counted":
        return not row.counts
    if show == "participations":
        return row.is_participation
    return not show or show in {reason.value for reason in row.reasons}


def name_rows(rows: Iterable[Judged]) -> list[NamedRow]:
    """Persons and trainings for the rows, in two queries."""
    rows = list(rows)
    people = Person.objects.select_related("institution").in_bulk({row.participation.person_id for row in rows})
    trainings = Training.objects.in_bulk({row.participation.training.id for row in rows})
    return [
        NamedRow(row, people[row.participation.person_id], trainings[row.participation.training.id]) for row in rows
    ]
