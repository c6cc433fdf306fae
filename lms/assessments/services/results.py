"""Recording test results."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.rules import refuse, refuse_stale
from lms.people.models import Person, User
from lms.trainings.choices import CLOSED_TO_RESULTS, EnrolmentStatus
from lms.trainings.models import Training

from ..choices import Moment, ResultSource
from ..models import TestResult
from ..permissions import may_record_results

MOST_ITEMS = 200
#: Nobody says what the page showed: then nothing is compared.
UNASKED = object()


@transaction.atomic
def record_test_result(
    training: Training,
    person: Person,
    moment: str,
    *,
    correct: int,
    items: int,
    by: User,
    version: int | None = None,
    was: Any = UNASKED,
) -> TestResult:
    """Write one person's typed result at one moment ("pre" or "post"), or correct it; gives the TestResult.

    `was`: what the page showed, (correct, items) or None. Refuses: not_allowed, own_result, training_shut,
    not_enrolled, does_not_fit, stale, from_sheet, conflict.
    """
    training = open_training(training, person, by)
    refuse_misfit(correct, items)
    lookup = {"training": training, "person": person, "moment": Moment(moment)}
    result = TestResult.objects.select_for_update().filter(**lookup).first()
    before = _values(result)
    if result is None:
        _refuse_moved(result, was)
        result = TestResult(**lookup)
    else:
        refuse_stale(result, version)
        if before == {"correct": correct, "items": items}:
            return result
        _refuse_moved(result, was)
        _refuse_from_sheet(result)
        result.version += 1
    result.correct, result.items, result.recorded_by = correct, items, by
    result.save()
    _audit("test_result.recorded", result, before, by)
    return result


@transaction.atomic
def remove_test_result(training: Training, person: Person, moment: str, *, by: User, was: Any = UNASKED) -> bool:
    """Take back a result entered by mistake; False if there was none. Refuses as `record_test_result` does."""
    training = open_training(training, person, by)
    result = TestResult.objects.select_for_update().filter(training=training, person=person, moment=moment).first()
    if result is None:
        return False
    _refuse_moved(result, was)
    _refuse_from_sheet(result)
    record("test_result.removed", result, by=by, before=_values(result), institution=training.institution_id)
    result.delete()
    return True


def open_training(training: Training, person: Person, by: User) -> Training:
    """The training, locked, after asking whether this user may enter this person's result now."""
    training = Training.objects.select_for_update().get(pk=training.pk)
    if not may_record_results(by, training):
        refuse("not_allowed", _("Only the programme office and the trainers of this training enter its results."))
    if person.user_id and person.user_id == by.pk:
        refuse("own_result", _("Nobody enters their own result. Ask another trainer or the programme office."))
    if training.status in CLOSED_TO_RESULTS:
        refuse("training_shut", _("This training takes no results: it is a draft, cancelled or locked."))
    if not training.enrolments.filter(person=person, status=EnrolmentStatus.ENROLLED).exists():
        refuse("not_enrolled", _("This person is not enrolled in the training. Enrol them first."))
    return training


def refuse_misfit(correct: int, items: int) -> None:
    if not 1 <= items <= MOST_ITEMS:
        refuse("does_not_fit", _("The number of items must be between 1 and %(most)d.") % {"most": MOST_ITEMS})
    if not 0 <= correct <= items:
        refuse("does_not_fit", _("Items right must be between 0 and %(items)d.") % {"items": items})


def _refuse_moved(result: TestResult | None, was: Any) -> None:
    """Stop where the page showed something else than what stands here now."""
    now = (result.correct, result.items) if result else None
    if was is not UNASKED and was != now:
        text = _("Somebody else changed this result in the meantime: now it is %(result)s. Look, and write it again.")
        refuse("conflict", text % {"result": result or _("empty")})


def _refuse_from_sheet(result: TestResult) -> None:
    """A typed number never replaces an answer sheet unseen: the page for it shows both, and asks why."""
    if result.source != ResultSource.TYPED:
        text = _("This result comes from an answer sheet (%(result)s). Use “correct” beside it, and say why.")
        refuse("from_sheet", text % {"result": result})


def _values(result: TestResult | None) -> dict[str, Any]:
    return {"correct": result.correct, "items": result.items} if result else {}


def _audit(action: str, result: TestResult, before: dict[str, Any], by: User) -> None:
    after = {**_values(result), "person": result.person_id, "moment": result.moment}
    record(action, result, by=by, before=before, after=after, institution=result.training.institution_id)
