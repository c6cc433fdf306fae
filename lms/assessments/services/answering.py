"""Answering a test on the phone: one's own sheet, saved answer by answer, handed in once."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from curricula.bank.papers import PaperQuestion
from lms.audit.services import record
from lms.core.clock import now, today
from lms.core.rules import refuse
from lms.people.models import Person, User
from lms.people.services import link_account
from lms.trainings.choices import CLOSED_TO_RESULTS, EnrolmentStatus
from lms.trainings.services.self_enrolment import person_for

from ..choices import ResultSource
from ..marking import is_complete, mark, tidied
from ..models import AnswerSheet, PhoneTest, SheetAnswer
from ..papers import papers_of
from ..phone.windows import is_open
from .counting import count_sheet


def participant_of(test: PhoneTest, user: User) -> Person | None:
    """The person of this account, if they have a seat in the training; reads only."""
    person = person_for(user, test.training)
    seat = person and test.training.enrolments.filter(person=person, status=EnrolmentStatus.ENROLLED).exists()
    return person if seat else None


def takes_answers(test: PhoneTest) -> bool:
    """Is the test open today where the training is held? Needs `training.institution.jurisdiction`."""
    training = test.training
    day = today(training.institution.jurisdiction.time_zone)
    return training.status not in CLOSED_TO_RESULTS and is_open(test.closed_at, training.ends_on, day)


@transaction.atomic
def begin_sheet(test: PhoneTest, *, by: User) -> AnswerSheet:
    """One's own sheet: a new one, or the one begun before. The account is tied to the person on the list.

    Refuses: closed, not_enrolled, on_paper.
    """
    test = _locked_open(test)
    person = participant_of(test, by)
    if person is None:
        refuse("not_enrolled", _("You are not on the list of this training. Ask the trainer."))
    if person.user_id != by.pk:
        person = link_account(person, by, by=by)
    lookup = {"training": test.training, "person": person, "moment": test.moment}
    sheet = AnswerSheet.objects.select_for_update().filter(**lookup).first()
    if sheet is None:
        sheet = AnswerSheet.objects.create(**lookup, form=test.form, source=ResultSource.PHONE, items=test.form.items)
        after = {"person": person.pk, "moment": test.moment}
        record("answer_sheet.begun", sheet, by=by, after=after, institution=test.training.institution_id)
    _refuse_paper(sheet)
    return sheet


@transaction.atomic
def save_answer(test: PhoneTest, user: User, paper: PaperQuestion, given: Sequence[str]) -> SheetAnswer | None:
    """Keep one answer as it stands (None: the item is unanswered now); it may be changed until the sheet is handed in.

    Leaves no entry in the trail: a sheet is its person's own until it is handed in. Refuses: closed, not_begun, final.
    """
    sheet = _own_sheet(_locked_open(test), user)
    given = tidied(paper, given)
    if not given:
        sheet.answers.filter(code=paper.item.code).delete()
        return None
    answer, _made = SheetAnswer.objects.update_or_create(sheet=sheet, code=paper.item.code, defaults={"given": given})
    return answer


@transaction.atomic
def hand_in_sheet(test: PhoneTest, *, by: User) -> AnswerSheet:
    """Mark the sheet and count it; what was not answered is wrong. Handed in once, for good.

    Where somebody typed another result meanwhile, neither replaces the other: the training's page shows both.
    Refuses: closed, not_begun, final.
    """
    test = _locked_open(test)
    sheet = _own_sheet(test, by)
    papers = papers_of(test.form, test.language)
    answers = {row.code: row for row in sheet.answers.all()}
    marked = mark(papers, {code: row.given for code, row in answers.items()})
    _keep_marks(sheet, answers, marked.marks)
    sheet.handed_in_at, sheet.correct, sheet.items = now(), marked.correct, marked.items
    sheet.save()
    after = {"person": sheet.person_id, "moment": sheet.moment, "correct": marked.correct, "items": marked.items}
    record("answer_sheet.handed_in", sheet, by=by, after=after, institution=test.training.institution_id)
    count_sheet(sheet, by=by)
    return sheet


def _keep_marks(sheet: AnswerSheet, answers: Mapping[str, SheetAnswer], marks: Mapping[str, bool]) -> None:
    """Right or wrong, item by item, in two statements however many items there are; what was left out has a row too."""
    for code, row in answers.items():
        row.is_right, row.saved_at = marks.get(code, row.is_right), timezone.now()
    SheetAnswer.objects.bulk_update([row for code, row in answers.items() if code in marks], ["is_right", "saved_at"])
    SheetAnswer.objects.bulk_create(
        SheetAnswer(sheet=sheet, code=code, is_right=is_right)
        for code, is_right in marks.items()
        if code not in answers
    )


def unanswered(papers: Sequence[PaperQuestion], given: dict[str, list[str]]) -> list[int]:
    """The numbers of the questions not (wholly) answered."""
    return [paper.number for paper in papers if not is_complete(paper, given.get(paper.item.code, ()))]


def _locked_open(test: PhoneTest) -> PhoneTest:
    """The test, locked against being closed meanwhile. Refuses: closed."""
    rows = PhoneTest.objects.select_for_update(of=("self",))
    test = rows.select_related("form", "training__institution__jurisdiction").get(pk=test.pk)
    if not takes_answers(test):
        refuse("closed", _("This test is closed. Your answers up to now are kept, but no more are taken."))
    return test


def _own_sheet(test: PhoneTest, user: User) -> AnswerSheet:
    lookup = {"training": test.training, "person__user": user, "moment": test.moment}
    sheet = AnswerSheet.objects.select_for_update(of=("self",)).filter(**lookup).first()
    if sheet is None:
        refuse("not_begun", _("Begin the test first."))
    _refuse_paper(sheet)
    if sheet.handed_in_at:
        refuse("final", _("You have handed in this test. It can no longer be changed."))
    return sheet


def _refuse_paper(sheet: AnswerSheet) -> None:
    if sheet.source == ResultSource.PAPER:
        refuse("on_paper", _("Your answers on paper are entered already. Ask the trainer."))
