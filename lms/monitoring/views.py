"""Coverage as a page, the rows behind each figure, and the periods whose figures are frozen."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lms.core.breadcrumbs import Crumb
from lms.core.http import XLSX, SignedInRequest, attachment, attempt, get_visible_or_404, require
from lms.core.paging import page_of
from lms.people.access_log import note_names_read

from .coverage import Coverage
from .exports import coverage_workbook
from .figures import coverage_for
from .forms import AmendmentForm, DayForm, PeriodForm, RowsForm
from .models import ReportingPeriod
from .permissions import may_freeze_figures, may_see_coverage, may_see_published
from .presenters import bars_of, published_table, sentence_of
from .rows import chosen_rows, name_rows
from .services import freeze_figures, open_period, publish_period


@require_safe
def show_coverage(request: SignedInRequest) -> HttpResponse:
    if not may_see_coverage(request.user) and may_see_published(request.user):
        return redirect("monitoring:period_list")
    require(may_see_coverage(request.user))
    form = DayForm.asked(request.GET)
    coverage = coverage_for(request.user.scope, form.day())
    context = {
        "coverage": coverage,
        "form": form,
        "day": coverage.as_of.isoformat(),
        "sentence": sentence_of(coverage),
        "bars": bars_of(coverage),
    }
    return render(request, "monitoring/coverage.html", context)


@require_safe
def list_rows(request: SignedInRequest) -> HttpResponse:
    require(may_see_coverage(request.user))
    day = DayForm.asked(request.GET).day()
    coverage = coverage_for(request.user.scope, day)
    form = RowsForm.asked(request.GET, coverage_lines=coverage.jurisdictions)
    rows = chosen_rows(coverage, **form.chosen())
    page = page_of(request, rows)
    note_rows_read(request.user, "coverage rows", coverage, form.chosen())
    context = {
        "form": form,
        "page_obj": page,
        "rows": name_rows(page.object_list),
        "day": day,
        "total": len(rows),
        "breadcrumbs": [
            Crumb(_("Coverage"), f"{reverse('monitoring:coverage')}?as_of={day:%Y-%m-%d}"),
            Crumb(_("Rows")),
        ],
    }
    return render(request, "monitoring/rows.html", context)


def note_rows_read(user, what: str, coverage: Coverage, chosen: dict) -> None:
    """The programme office looked at the people behind the figures; the trail keeps of which place and day."""
    place = int(chosen.get("institution") or 0) or None
    facts = {name: value for name, value in chosen.items() if value and name != "institution"}
    note_names_read(what, user, by=user, institution=place, as_of=coverage.as_of.isoformat(), **facts)


@require_safe
def export_coverage(request: SignedInRequest) -> HttpResponse:
    require(may_see_coverage(request.user))
    coverage = coverage_for(request.user.scope, DayForm.asked(request.GET).day())
    note_rows_read(request.user, "coverage workbook", coverage, {})
    return attachment(coverage_workbook(coverage), f"coverage-{coverage.as_of:%Y-%m-%d}.xlsx", XLSX)


@require_safe
def list_periods(request: SignedInRequest) -> HttpResponse:
    require(may_see_published(request.user))
    periods = ReportingPeriod.objects.visible_to(request.user)
    context = {"page_obj": page_of(request, periods), "may_freeze": may_freeze_figures(request.user)}
    return render(request, "monitoring/period_list.html", context)


@require_safe
def show_period(request: SignedInRequest, pk: int) -> HttpResponse:
    require(may_see_published(request.user))
    period = get_visible_or_404(ReportingPeriod, request.user, pk=pk)
    snapshots = list(period.snapshots.select_related("taken_by"))
    context = {
        "period": period,
        "snapshots": snapshots,
        "table": published_table(snapshots[0].figures) if snapshots else None,
        "may_freeze": may_freeze_figures(request.user),
        "form": AmendmentForm(),
    }
    return render(request, "monitoring/period_detail.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add_period(request: SignedInRequest) -> HttpResponse:
    require(may_freeze_figures(request.user))
    form = PeriodForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = attempt(
            request, lambda: open_period(by=request.user, **form.cleaned_data), success=_("The period is open.")
        )
        if done:
            return redirect("monitoring:period_list")
    return render(request, "monitoring/period_add.html", {"form": form})


@require_POST
def freeze_period(request: SignedInRequest, pk: int) -> HttpResponse:
    require(may_freeze_figures(request.user))
    period = get_visible_or_404(ReportingPeriod, request.user, pk=pk)
    form = AmendmentForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    attempt(
        request, lambda: freeze_figures(period, reason=reason, by=request.user), success=_("The figures are frozen.")
    )
    return redirect("monitoring:period_detail", pk=period.pk)


@require_POST
def release_period(request: SignedInRequest, pk: int) -> HttpResponse:
    require(may_freeze_figures(request.user))
    period = get_visible_or_404(ReportingPeriod, request.user, pk=pk)
    attempt(request, lambda: publish_period(period, by=request.user), success=_("The figures are published."))
    return redirect("monitoring:period_detail", pk=period.pk)
