"""A cohort in numbers: nominated, accepted, attended, certified, each split so that it adds up."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from lms.certification.choices import Outcome
from lms.people.choices import Sex
from lms.trainings.figures import Places, places_of

from .choices import NominationStatus
from .models import Cohort, Nomination
from .querysets import NominationQuerySet


@dataclass(frozen=True)
class Split:
    """Women, men, not recorded: together the total, always."""

    women: int = 0
    men: int = 0
    not_recorded: int = 0

    @property
    def total(self) -> int:
        return self.women + self.men + self.not_recorded


def split_of(sexes: Iterable[str]) -> Split:
    """How many of each; anything unknown is not recorded."""
    sexes = list(sexes)
    women, men = sexes.count(Sex.WOMAN), sexes.count(Sex.MAN)
    return Split(women, men, len(sexes) - women - men)


@dataclass(frozen=True)
class Course:
    """What became of one nomination."""

    sex: str
    status: str
    was_there: bool
    outcome: str | None
    gave_back: bool
    is_endorsed: bool


@dataclass(frozen=True)
class Figures:
    """Everybody nominated, those accepted, those of them who came, of them certified or provisional; and what is open.

    `gave_back`: accepted whose place was given back; they are no longer among the accepted.
    """

    nominated: Split
    accepted: Split
    attended: Split
    certified: Split
    provisional: Split
    undecided: int
    unendorsed: int
    reserves: int
    gave_back: int


def figures_of(courses: Iterable[Course]) -> Figures:
    """The numbers over these nominations. Each group lies within the one before it."""
    courses = list(courses)
    accepted = [one for one in courses if one.status == NominationStatus.ACCEPTED and not one.gave_back]
    attended = [one for one in accepted if one.was_there]
    undecided = [one for one in courses if one.status in (NominationStatus.PROPOSED, NominationStatus.ENDORSED)]
    return Figures(
        nominated=split_of(one.sex for one in courses),
        accepted=split_of(one.sex for one in accepted),
        attended=split_of(one.sex for one in attended),
        certified=split_of(one.sex for one in attended if one.outcome == Outcome.CERTIFIED),
        provisional=split_of(one.sex for one in attended if one.outcome == Outcome.PROVISIONAL),
        undecided=len(undecided),
        unendorsed=sum(not one.is_endorsed for one in undecided),
        reserves=sum(one.status == NominationStatus.RESERVE for one in courses),
        gave_back=sum(one.status == NominationStatus.ACCEPTED and one.gave_back for one in courses),
    )


def figures_for(nominations: NominationQuerySet[Nomination]) -> Figures:
    """The numbers over a queryset of nominations; one query."""
    # The course's columns stand on the rows, not on their class.
    rows: Iterable[Any] = nominations.with_course().select_related("person")
    return figures_of(
        Course(row.person.sex, row.status, row.was_there, row.outcome, row.gave_back, row.is_endorsed) for row in rows
    )


def figures_by_cohort(nominations: NominationQuerySet[Nomination]) -> dict[int, Figures]:
    """{cohort id: Figures} over a queryset; one query for any number of cohorts."""
    found: dict[int, list[Course]] = {}
    rows: Iterable[Any] = nominations.with_course().select_related("person")
    for row in rows:
        course = Course(row.person.sex, row.status, row.was_there, row.outcome, row.gave_back, row.is_endorsed)
        found.setdefault(row.cohort_id, []).append(course)
    return {pk: figures_of(courses) for pk, courses in found.items()}


def seats_of(cohort: Cohort) -> Places:
    """Seats of the training; one query."""
    return places_of(cohort.training)
