"""From a sheet to the result that counts: written where nothing else was, shown as a conflict where something was."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from lms.audit.services import record
from lms.core.clock import now
from lms.core.rules import refuse
from lms.people.models import User

from ..choices import ResultSource
from ..models import AnswerSheet, TestResult
from .results import open_training, refuse_misfit


def count_sheet(sheet: AnswerSheet, *, by: User) -> TestResult | None:
    """Let a complete sheet be its person's result. A result of another source stays; None then, and both are shown.

    For services that hold the sheet's lock.
    """
    lookup = {"training": sheet.training, "person": sheet.person, "moment": sheet.moment}
    result = TestResult.objects.select_for_update().filter(**lookup).first()
    if result and result.source != sheet.source:
        return None
    assert sheet.correct is not None, "a sheet is counted when it is complete"
    return _write(result or TestResult(**lookup), sheet.correct, sheet.items, sheet.source, by)


@transaction.atomic
def settle_result(sheet: AnswerSheet, *, correct: int, items: int, reason: str, by: User) -> TestResult:
    """Somebody has looked at the sheet and at what was typed: this is what counts. Both stay in the trail.

    Refuses: reason_missing, not_handed_in, does_not_fit, and what `record_test_result` refuses about the training.
    """
    training = open_training(sheet.training, sheet.person, by)
    sheet = AnswerSheet.objects.select_for_update(of=("self",)).select_related("person").get(pk=sheet.pk)
    if not reason.strip():
        refuse("reason_missing", _("Say why this result counts."))
    if not sheet.handed_in_at:
        refuse("not_handed_in", _("This sheet is not handed in: there is nothing to settle."))
    refuse_misfit(correct, items)
    lookup = {"training": training, "person": sheet.person, "moment": sheet.moment}
    result = TestResult.objects.select_for_update().filter(**lookup).first() or TestResult(**lookup)
    as_sheet = (correct, items) == (sheet.correct, sheet.items)
    result = _write(result, correct, items, sheet.source if as_sheet else ResultSource.TYPED, by, reason=reason)
    sheet.settled_at = now()
    sheet.save()
    return result


def _write(result: TestResult, correct: int, items: int, source: str, by: User, *, reason: str = "") -> TestResult:
    before = _facts(result) if result.pk else {}
    result.version += bool(result.pk)
    result.correct, result.items, result.source, result.recorded_by = correct, items, source, by
    result.save()
    after = {**_facts(result), "person": result.person_id, "moment": result.moment}
    record(
        "test_result.settled" if reason else "test_result.counted", result, by=by, before=before, after=after,
        reason=reason, institution=result.training.institution_id,
    )  # fmt: skip
    return result


def _facts(result: TestResult) -> dict[str, Any]:
    return {"correct": result.correct, "items": result.items, "source": result.source}
