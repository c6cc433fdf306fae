"""The past ToT's tests, taken on phones on the edition's own forms, so that each item has its statistics; and a test
that is open today."""

from collections.abc import Sequence
from random import Random

from curricula.bank.papers import PaperQuestion
from curricula.choices import ItemKind
from lms.assessments.choices import Moment
from lms.assessments.marking import is_right, right_answer
from lms.assessments.models import PhoneTest, SheetAnswer
from lms.assessments.papers import papers_of
from lms.assessments.services import begin_sheet, close_phone_test, hand_in_sheet, open_phone_test
from lms.core.clock import pretend
from lms.people.models import Person
from lms.trainings.models import Training

from .staff import Staff


def take_tests(training: Training, people: Sequence[Person], right: dict[str, Sequence[int]], staff: Staff) -> None:
    """Both tests: on the first day and on the last one; `right` is how many items each of the people has right."""
    for moment, day in ((Moment.PRE, training.starts_on), (Moment.POST, training.ends_on)):
        with pretend(day):
            test = open_phone_test(training, moment, by=staff.office)
            papers = papers_of(test.form, test.language)
            for person, correct in zip(people, right[moment], strict=True):
                _sit(test, papers, person, correct)
            close_phone_test(test, by=staff.office)


def _sit(test: PhoneTest, papers: Sequence[PaperQuestion], person: Person, correct: int) -> None:
    """One sheet: the items this person has right differ from the neighbour's, and some items are harder than others."""
    sheet = begin_sheet(test, by=person.user)
    chance = Random(f"{test.moment} {person.pk}")  # noqa: S311 - nothing hangs on it but variety  # nosec B311
    easier_first = sorted(papers, key=lambda paper: paper.number % 5 + 4 * chance.random())
    known = {paper.number for paper in easier_first[:correct]}
    SheetAnswer.objects.bulk_create(
        SheetAnswer(sheet=sheet, code=paper.item.code, given=_answer(paper, right=paper.number in known))
        for paper in papers
    )
    hand_in_sheet(test, by=person.user)


def _answer(paper: PaperQuestion, *, right: bool) -> list[str]:
    good = right_answer(paper)
    if right:
        return good
    options = [option.letter for option in paper.options if option.letter not in good]
    wrong = {
        ItemKind.SINGLE: options[:1],
        ItemKind.MULTIPLE: options[:1] or good[:1],
        ItemKind.TRUE_FALSE: ["false" if good == ["true"] else "true"],
    }.get(paper.item.kind, good[::-1] if len(good) > 1 else ["0"])
    return [] if is_right(paper, wrong) else wrong


def open_a_test(training: Training, staff: Staff) -> PhoneTest:
    """The test before a training to come is open: the demo's trainee can take it."""
    return open_phone_test(training, Moment.PRE, by=staff.office)
