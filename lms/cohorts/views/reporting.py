"""After the days: submitting, verifying, giving back."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from lms.core.http import attempt, require
from lms.trainings.choices import TrainingStatus

from ..figures import figures_for
from ..forms.selection import ReportForm, ReturnForm
from ..permissions import has_submitted, may_report_cohort, may_verify_cohort
from ..services import return_cohort, submit_cohort, verify_cohort
from .common import cohort_of, frame


@require_http_methods(["GET", "HEAD", "POST"])
def cohort_submit(request: HttpRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, to_run=True)
    require(may_report_cohort(request.user, cohort))
    return _act(request, cohort, ReportForm, submit_cohort, _("Submitted. Another officer verifies it."), "submit")


@require_http_methods(["GET", "HEAD", "POST"])
def cohort_verify(request: HttpRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, to_run=True)
    require(may_verify_cohort(request.user, cohort))
    return _act(request, cohort, ReportForm, verify_cohort, _("Verified."), "verify")


@require_http_methods(["GET", "HEAD", "POST"])
def cohort_return(request: HttpRequest, pk: int) -> HttpResponse:
    cohort = cohort_of(request, pk, to_run=True)
    require(cohort.training.status == TrainingStatus.SUBMITTED)
    return _act(request, cohort, ReturnForm, return_cohort, _("Given back. Its half-days are open again."), "return")


def _act(request: HttpRequest, cohort, form_class, service, success: str, step: str) -> HttpResponse:
    """Asked on a page of its own, with the figures that are reported."""
    form = form_class(request.POST or None, initial={"version": cohort.training.version})
    if request.method == "POST" and form.is_valid():
        act = partial(service, cohort, by=request.user, **form.cleaned_data)
        if attempt(request, act, success=success):
            return redirect(cohort.get_absolute_url())
    context = {
        **frame(request, cohort, "training_detail"),
        "form": form,
        "step": step,
        "figures": figures_for(cohort.nominations.all()),
        "own_report": has_submitted(request.user, cohort),
    }
    return render(request, "cohorts/cohort_report.html", context)
