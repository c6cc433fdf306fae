"""The entry grid of a training's test results."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from lms.core.breadcrumbs import Crumb
from lms.core.rules import RuleBroken, refuse
from lms.people.access_log import note_names_read

from ..choices import Moment
from ..figures import gain_of
from ..forms import ItemsForm
from ..models import TestResult
from ..permissions import may_run_tests
from ..phone.overview import conflicts_of, moment_lines
from ..sheets import items_asked, result_cells, result_rows
from .common import crumbs, enrolment_in, here, training_to_record
from .grids import Kept, save_results, tell, write_result


@require_http_methods(["GET", "HEAD", "POST"])
def test_results(request, pk: int):
    """Everybody enrolled with their test before and after; each cell saves itself, or the button all of them."""
    training = training_to_record(request, pk)
    rows = result_rows(training)
    form = ItemsForm(request.GET)
    items = items_asked(rows, form.cleaned_data["items"] if form.is_valid() else None)
    kept = Kept()
    if request.method == "POST":
        kept = save_results(request, training, rows, items)
        tell(request, kept)
        if not kept.refused:
            return redirect(request.get_full_path())
        rows = result_rows(training)
    note_names_read("test results", training, by=request.user, institution=training.institution_id)
    return render(request, "assessments/test_results.html", _results_page(request, training, rows, items, kept))


def _results_page(request, training, rows: list, items: int, kept: Kept) -> dict:
    gain = gain_of(training)
    return {
        "training": training,
        "rows": [(row, result_cells(row, items)) for row in rows],
        "refused": kept.refused,
        "failed": [row.name for row in kept.refused],
        "sheets": any(row.sheets for row in rows),
        "items": items,
        "form": ItemsForm(initial={"items": items}),
        "gain": gain,
        "points": None if gain.points is None else round(gain.points * 100, 1),
        "save_url": f"{reverse('assessments:test_result_save', args=[training.pk])}?items={items}",
        "moments": moment_lines(training, here(training)),
        "conflicts": conflicts_of(training),
        "may_run": may_run_tests(request.user, training),
        "breadcrumbs": crumbs(training)[:1] + [Crumb(_("Test results"))],
    }


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
    if value and "/" not in value:
        value = f"{value}/{request.GET.get('items', '')}"
    write_result(training, person, column, value, by=request.user)
