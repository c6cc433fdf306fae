"""Paper tests item by item: one mark for each item of each sheet; the last mark makes the result."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from curricula.models import EditionForm
from lms.audit.services import record
from lms.core.clock import now
from lms.core.rules import refuse
from lms.people.models import Person, User
from lms.trainings.models import Training

from ..choices import Moment, ResultSource
from ..models import AnswerSheet, SheetAnswer, TestResult
from ..papers import form_of
from .counting import count_sheet
from .results import UNASKED, open_training


@transaction.atomic
def mark_item(
    training: Training, person: Person, moment: str, code: str, is_right: bool | None, *, by: User, was: Any = UNASKED
) -> AnswerSheet:
    """Write whether this item was right on paper (None: take the mark back); gives the sheet.

    `was`: what the grid showed. Refuses: no_form, no_item, phone_sheet, conflict, and what `record_test_result` refuses
    about the training.
    """
    training = open_training(training, person, by)
    form = form_of(training, Moment(moment))
    if form is None:
        refuse("no_form", _("The edition of this training has no test for this moment."))
    if code not in form.codes:
        refuse("no_item", _("There is no such item in this test. Load the page again."))
    sheet = _paper_sheet(training, person, moment, form)
    answer = SheetAnswer.objects.filter(sheet=sheet, code=code).first()
    before = answer and answer.is_right
    if was is not UNASKED and was != before:
        refuse("conflict", _("Somebody else marked this item in the meantime. Look at it and mark it again."))
    if before != is_right:
        _keep(sheet, answer or SheetAnswer(sheet=sheet, code=code), is_right)
        _complete(sheet, by)
        facts = {"person": person.pk, "moment": moment, "item": code, "right": is_right}
        record("paper_item.marked", sheet, by=by, before={"right": before}, after=facts,
               institution=training.institution_id)  # fmt: skip
    return sheet


def _paper_sheet(training: Training, person: Person, moment: str, form: EditionForm) -> AnswerSheet:
    lookup = {"training": training, "person": person, "moment": moment}
    sheet = AnswerSheet.objects.select_for_update().filter(**lookup).first()
    if sheet and sheet.source == ResultSource.PHONE:
        refuse("phone_sheet", _("This person answers on the phone: the sheet is not entered from paper."))
    return sheet or AnswerSheet.objects.create(**lookup, form=form, source=ResultSource.PAPER, items=form.items)


def _keep(sheet: AnswerSheet, answer: SheetAnswer, is_right: bool | None) -> None:
    if is_right is None:
        answer.delete()
        return
    answer.is_right = is_right
    answer.save()


def _complete(sheet: AnswerSheet, by: User) -> None:
    """All items marked: the sheet counts. One mark taken back: it no longer does, nor does the result it gave."""
    marks: list[bool | None] = list(sheet.answers.values_list("is_right", flat=True))
    complete = len(marks) == sheet.items
    sheet.handed_in_at = (sheet.handed_in_at or now()) if complete else None
    sheet.correct = sum(map(bool, marks)) if complete else None
    sheet.settled_at = None
    sheet.save()
    if complete:
        count_sheet(sheet, by=by)
        return
    results = TestResult.objects.filter(training=sheet.training, person=sheet.person, moment=sheet.moment)
    for result in results.filter(source=ResultSource.PAPER):
        facts = {"correct": result.correct, "items": result.items}
        record("test_result.removed", result, by=by, before=facts, institution=sheet.training.institution_id)
        result.delete()
