"""The entry grid of a training's test results."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from lms.core.rules import RuleBroken, refuse
from lms.people.reading import note_names_read

from ..choices import Moment
from ..figures import gain_of
from ..forms import ItemsForm
from ..models import TestResult
from ..permissions import may_run_tests
from ..phone import conflicts_of, moment_lines
from ..services import record_test_result, remove_test_result
from ..sheets import items_asked, result_rows
from .common import crumbs, enrolment_in, here, training_to_record


@require_safe
def test_results(request, pk: int):
    """Everybody enrolled with their test before and after; each cell saves itself."""
    training = training_to_record(request, pk)
    rows = result_rows(training)
    form = ItemsForm(request.GET)
    note_names_read("test results", training, by=request.user, institution=training.institution_id)
    items = items_asked(rows, form.cleaned_data["items"] if form.is_valid() else None)
    gain = gain_of(training.pk)
    context = {
        "training": training,
        "rows": rows,
        "sheets": any(row.sheets for row in rows),
        "items": items,
        "form": ItemsForm(initial={"items": items}),
        "gain": gain,
        "points": None if gain.points is None else round(gain.points * 100, 1),
        "save_url": f"{reverse('assessments:test_result_save', args=[pk])}?items={items}",
        "moments": moment_lines(training, here(training)),
        "conflicts": conflicts_of(training),
        "may_run": may_run_tests(request.user, training),
        "breadcrumbs": crumbs(training)[:1] + [{"label": _("Test results")}],
    }
    return render(request, "assessments/test_results.html", context)


@require_POST
def test_result_save(request, pk: int) -> HttpResponse:
    """One cell of the grid: row (enrolment), column ("pre" or "post"), value ("12", "12/15" or nothing)."""
    training = training_to_record(request, pk)
    person = enrolment_in(training, request.POST.get("row", "")).person
    column = request.POST.get("column", "")
    try:
        _save(request, training, person, column)
    except RuleBroken as refusal:
        error = {"error": " ".join(refusal.messages)}
        if "from_sheet" not in refusal.codes:
            return JsonResponse(error, status=400)
        return JsonResponse({**error, "value": str(_result_now(training, person, column))}, status=409)
    return JsonResponse({"saved": True})


def _result_now(training, person, moment: str) -> TestResult:
    return TestResult.objects.get(training=training, person=person, moment=moment)


def _save(request, training, person, column: str) -> None:
    if column not in Moment.values:
        refuse("no_column", _("There is no such column. Load the page again."))
    value = "".join(request.POST.get("value", "").split())
    if not value:
        remove_test_result(training, person, column, by=request.user)
        return
    correct, slash, items = value.partition("/")
    items = items if slash else request.GET.get("items", "")
    record_test_result(training, person, column, correct=_whole(correct), items=_whole(items), by=request.user)


def _whole(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 4):
        refuse("no_number", _("Write the number of items right, such as 12, or 12/15."))
    return int(text)
